"""The national results beside this ministry's, and the years from which they are not measured as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.report.facts.fact import NOT_THERE, Found
from itaanalysis.report.facts.scores import assessed
from itaanalysis.report.words import Words, present
from itaanalysis.thai.numbers import round_half_up

if TYPE_CHECKING:
    from itaanalysis.year import YearData

COLUMNS = {
    "mean": "mean_score",
    "pass_rate": "pass_rate",
    "agencies": "agencies",
    "respondents": "respondents",
}


def national(year: YearData, words: Words) -> dict[str, Found]:
    """The year's national figures, their change, and where the office and the ministry stand beside them."""
    # The row of the file: its header is the first.
    table = year.national.assign(cell=[f"national.csv!A{row + 2}" for row in range(len(year.national))])
    table = table.dropna(subset=["mean_score"]).set_index("fiscal_year").sort_index()
    found = _breaks(year, words)
    if len(table):
        first, cell = int(table.index[0]), (table["cell"].iloc[0],)
        found["national_first_year"] = Found(first, cell, "reported")
        found["national_first_year_label"] = Found(words.fiscal_year(first), cell, "reported")
        found["national_first_mean"] = Found(float(table["mean_score"].iloc[0]), cell, "reported")
    if year.fiscal_year not in table.index:
        return found
    this = table.loc[year.fiscal_year]
    cell = (this["cell"],)
    for name, column in COLUMNS.items():
        value = float(this[column]) if present(this[column]) else None
        found[f"national_{name}"] = Found(value, cell, "reported")
    return {**found, **_change(year, table, words), **_beside(year, this, cell, words)}


def _change(year: YearData, table: pd.DataFrame, words: Words) -> dict[str, Found]:
    before = year.fiscal_year - 1
    if before not in table.index:
        return {}
    change = _points(table.loc[year.fiscal_year, "mean_score"], table.loc[before, "mean_score"])
    cells = (table.loc[year.fiscal_year, "cell"], table.loc[before, "cell"])
    trend = words.pick("เพิ่มขึ้น", "rose") if change > 0 else words.pick("ลดลง", "fell")
    return {
        "national_mean_change": Found(abs(change), cells) if change else NOT_THERE,
        "national_mean_trend": Found(trend, cells) if change else NOT_THERE,
    }


def _beside(year: YearData, this: pd.Series, cell: tuple[str, ...], words: Words) -> dict[str, Found]:
    units = assessed(year)
    if units.empty:
        return {}
    mean = this["mean_score"]
    found = {"units_above_national": Found(int((units["score"] > mean).sum()), tuple(units["source"]) + cell)}
    office = units[units["unit"] == year.ops_unit]
    if len(office):
        own = tuple(office["source"]) + cell
        found |= _compared("ops_to_national", office["score"].iloc[0], mean, own, words)
    if present(this["pass_rate"]):
        share = 100 * (units["score"] >= year.criteria.pass_mark).mean()
        found |= _compared("pass_rate_to_national", share, this["pass_rate"], tuple(units["source"]) + cell, words)
    return found


def _compared(name: str, own: float, other: float, cells: tuple[str, ...], words: Words) -> dict[str, Found]:
    gap = _points(own, other)
    side = words.pick("สูงกว่า", "above") if gap > 0 else words.pick("ต่ำกว่า", "below")
    if not gap:
        return {name: NOT_THERE}
    return {name: Found(abs(gap), cells), f"{name}_side": Found(side, cells)}


def _points(own: float, other: float) -> float:
    """Difference of two figures as they are shown, so that a reader who subtracts gets the same."""
    return float(round_half_up(own) - round_half_up(other))


def _breaks(year: YearData, words: Words) -> dict[str, Found]:
    """The years from which a trend is not measured as before, each with what changed."""
    known = [b for b in year.criteria.breaks if b.fiscal_year <= year.fiscal_year]
    notes = (f"{words.fiscal_year(b.fiscal_year)} ({words.pick(b.note_th, b.note_en)})" for b in known)
    return {"breaks_list": Found(words.listed(notes)), "breaks_total": Found(len(known))}
