"""The ITA scores of the units, and the tools of the office of the permanent secretary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import kpis, summaries
from itaanalysis.report.facts.fact import NOT_THERE, Found, apart, cells
from itaanalysis.report.facts.tools import costliest, tools
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def scores(year: YearData, words: Words) -> dict[str, Found]:
    """Who passed, the ends and the mean of the scores, and the office's level and tools."""
    return {**_units(year, words), **_office(year, words), "weights_list": Found(_weights(year, words))}


def assessed(year: YearData) -> pd.DataFrame:
    """Rows of unit_scores with a score, best first; the ministry as a whole is no unit."""
    rows = year.unit_scores.dropna(subset=["score"])
    return rows[rows["unit"] != year.ministry_unit].sort_values("score", ascending=False, kind="stable")


def office_total(year: YearData) -> Found:
    """The ITA total of the office, unrounded: from its tools with their cells, else as listed. Every figure uses it."""
    figure = kpis.ita_total(year, year.ops_unit)
    if figure is None:
        return NOT_THERE
    if kpis.total_from_tools(year, year.ops_unit) is not None:
        return Found(figure[1], cells(*(one.sources for one in tools(year).values())))
    listed = year.unit_scores[year.unit_scores["unit"] == year.ops_unit]
    return Found(figure[1], cells(listed["source"]), "reported")


def _units(year: YearData, words: Words) -> dict[str, Found]:
    units = assessed(year)
    if units.empty:
        return {}
    mark = year.criteria.pass_mark
    passed, failed = units[units["passed"].eq(True)], units[units["passed"].eq(False)]
    best, last = units.iloc[0], units.iloc[-1]
    every, ends = cells(units["source"]), (best["source"], last["source"])
    short = Found(apart(mark, last["score"], words), (last["source"],)) if len(failed) else NOT_THERE
    return {
        "units_total": Found(len(units), every),
        "units_passed": Found(len(passed), cells(passed["source"])),
        "units_failed": Found(len(failed), cells(failed["source"]) or every),
        "passed_list": Found(_scored(passed, year, words), cells(passed["source"])),
        "failed_list": Found(_scored(failed, year, words), cells(failed["source"])),
        "failed_names": Found(words.listed(words.unit(year, u) for u in failed["unit"]), cells(failed["source"])),
        "highest_unit": Found(words.unit(year, best["unit"]), (best["source"],)),
        "highest_score": Found(float(best["score"]), (best["source"],)),
        "lowest_unit": Found(words.unit(year, last["unit"]), (last["source"],)),
        "lowest_score": Found(float(last["score"]), (last["source"],)),
        "lowest_shortfall": short,
        "score_spread": Found(apart(best["score"], last["score"], words), ends),
        "unit_mean": Found(summaries.mean_score(units["score"]), every),
    }


def _scored(units: pd.DataFrame, year: YearData, words: Words) -> str | None:
    return words.listed(
        f"{words.unit_short(year, unit)} ({words.score(score)})"
        for unit, score in zip(units["unit"], units["score"], strict=True)
    )


def _office(year: YearData, words: Words) -> dict[str, Found]:
    total, found = office_total(year), tools(year)
    if total.value is None:
        return found
    return {
        **found,
        "ita_level_ops": Found(_level(year, total.value, words), total.sources),
        **compared("ita_margin_ops", total.value, year.criteria.pass_mark, total.sources, words),
        **costliest(year, found),
    }


def compared(name: str, own: float, other: float, cells: tuple[str, ...], words: Words) -> dict[str, Found]:
    """How far a figure lies from another and on which side; nothing is said of two that read the same."""
    gap = apart(own, other, words)
    if not gap:
        return {}
    side = words.pick("สูงกว่า", "above") if gap > 0 else words.pick("ต่ำกว่า", "below")
    return {name: Found(abs(gap), cells), f"{name}_side": Found(side, cells)}


def _level(year: YearData, total: float, words: Words) -> str:
    tools = summaries.tool_losses(year)
    scores = {str(tool): float(score) for tool, score in zip(tools["tool"], tools["score"], strict=True)}
    return year.criteria.level_name(year.criteria.level(total, scores), words.lang)


def _weights(year: YearData, words: Words) -> str | None:
    shares = ((tool, words.set_share(100 * weight)) for tool, weight in year.criteria.weights.items())
    return words.listed(words.pick(f"{tool} ร้อยละ {share}", f"{tool} {share}%") for tool, share in shares)
