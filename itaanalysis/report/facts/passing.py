"""What it takes to pass: changes of the lowest unit, units under the next mark, the indicator that costs most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis import summaries
from itaanalysis.passing_words import said_changes
from itaanalysis.report.facts.fact import Found, cells
from itaanalysis.report.facts.scores import assessed
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def passing(year: YearData, words: Words) -> dict[str, Found]:
    """The smallest changes of the lowest unit that failed, the units around the next mark, the costliest indicator."""
    return {**_lowest(year, words), **_next_mark(year), **_costliest(year, words)}


def _lowest(year: YearData, words: Words) -> dict[str, Found]:
    failed = assessed(year)
    failed = failed[failed["passed"].eq(False)]
    if failed.empty:
        return {}
    lowest = failed.iloc[-1]
    changes = summaries.to_next_mark(year)
    return {
        "lowest_changes": Found(said_changes(words, changes[changes["unit"] == lowest["unit"]]), (lowest["source"],))
    }


def _next_mark(year: YearData) -> dict[str, Found]:
    units = assessed(year)
    above = [mark for mark in year.criteria.marks if mark > year.criteria.pass_mark]
    if units.empty or not above:
        return {}
    at = units["score"] >= above[0]
    every = cells(units["source"])
    return {
        "next_mark": Found(above[0]),
        "units_at_next_mark": Found(int(at.sum()), cells(units[at]["source"]) or every),
        "units_below_next_mark": Found(int((~at).sum()), cells(units[~at]["source"]) or every),
    }


def _costliest(year: YearData, words: Words) -> dict[str, Found]:
    costs = summaries.costliest_indicators(year, year.ops_unit)
    if costs.empty:
        return {}
    first = costs.iloc[0]
    rows = year.indicator_scores
    its = (rows["unit"] == first["unit"]) & (rows["indicator"] == first["indicator"])
    where = cells(rows[its]["source"])
    return {
        "costliest_indicator_number_ops": Found(str(first["indicator"]), where),
        "costliest_indicator_name_ops": Found(_name(words, first["name_th"], first["name_en"]), where),
        "costliest_indicator_loss_ops": Found(float(first["lost"]), where),
    }


def _name(words: Words, name_th: str, name_en: str) -> str:
    return words.pick(name_th, name_en[:1].lower() + name_en[1:])
