"""The national results beside this ministry's, and the years from which they are not measured as before."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from itaanalysis.report.facts.fact import Found
from itaanalysis.report.facts.scores import assessed
from itaanalysis.thai.numbers import round_half_up
from itaanalysis.words import Words, present

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
    rows = _rows(year)
    found = _breaks(year, words)
    if rows:
        first = rows[min(rows)]
        found |= {
            "national_first_year": Found(min(rows), first["cells"], "reported"),
            "national_first_year_label": Found(words.fiscal_year(min(rows)), first["cells"], "reported"),
            "national_first_mean": Found(first["mean_score"], first["cells"], "reported"),
        }
    this, before = rows.get(year.fiscal_year), rows.get(year.fiscal_year - 1)
    if this is None:
        return found
    found |= {f"national_{name}": Found(this[column], this["cells"], "reported") for name, column in COLUMNS.items()}
    return {**found, **(_change(this, before, words) if before else {}), **_beside(year, this, words)}


def _rows(year: YearData) -> dict[int, dict[Hashable, Any]]:
    """Rows of national.csv with a mean, by fiscal year, each with its cell; the file's first row is its header."""
    rows = enumerate(year.national.to_dict("records"), start=2)
    return {
        int(row["fiscal_year"]): {**row, "cells": (f"national.csv!A{line}",)}
        for line, row in rows
        if present(row["mean_score"])
    }


def _change(this: dict[Hashable, Any], before: dict[Hashable, Any], words: Words) -> dict[str, Found]:
    change = _points(this["mean_score"], before["mean_score"])
    if not change:
        return {}
    both = this["cells"] + before["cells"]
    trend = words.pick("เพิ่มขึ้น", "rose") if change > 0 else words.pick("ลดลง", "fell")
    return {"national_mean_change": Found(abs(change), both), "national_mean_trend": Found(trend, both)}


def _beside(year: YearData, this: dict[Hashable, Any], words: Words) -> dict[str, Found]:
    units = assessed(year)
    if units.empty:
        return {}
    mean, cell, every = this["mean_score"], this["cells"], tuple(units["source"])
    found = {"units_above_national": Found(int((units["score"] > mean).sum()), every + cell)}
    office = units[units["unit"] == year.ops_unit]
    if len(office):
        found |= _compared("ops_to_national", office["score"].iloc[0], mean, tuple(office["source"]) + cell, words)
    if present(this["pass_rate"]):
        share = 100 * float((units["score"] >= year.criteria.pass_mark).mean())
        found |= _compared("pass_rate_to_national", share, this["pass_rate"], every + cell, words)
    return found


def _compared(name: str, own: float, other: float, cells: tuple[str, ...], words: Words) -> dict[str, Found]:
    gap = _points(own, other)
    if not gap:
        return {}
    side = words.pick("สูงกว่า", "above") if gap > 0 else words.pick("ต่ำกว่า", "below")
    return {name: Found(abs(gap), cells), f"{name}_side": Found(side, cells)}


def _points(own: float, other: float) -> float:
    """Difference of two figures as they are shown, so that a reader who subtracts gets the same."""
    return float(round_half_up(own) - round_half_up(other))


def _breaks(year: YearData, words: Words) -> dict[str, Found]:
    """The years from which a trend is not measured as before, each with what changed."""
    known = [b for b in year.criteria.breaks if b.fiscal_year <= year.fiscal_year]
    notes = (f"{words.fiscal_year(b.fiscal_year)} ({words.pick(b.note_th, b.note_en)})" for b in known)
    return {"breaks_list": Found(words.listed(notes)), "breaks_total": Found(len(known))}
