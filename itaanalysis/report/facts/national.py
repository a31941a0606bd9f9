"""The national results beside this ministry's, and the years from which they are not measured as before."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from itaanalysis.kpis import pass_rate
from itaanalysis.report.facts.fact import Found, apart
from itaanalysis.report.facts.scores import assessed, compared, office_total
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
    return {**found, **(_change(year, this, before, words) if before else {}), **_beside(year, this, words)}


def _rows(year: YearData) -> dict[int, dict[Hashable, Any]]:
    """Rows of national.csv with a mean, by fiscal year, each with its cell; the file's first row is its header."""
    rows = enumerate(year.national.to_dict("records"), start=2)
    return {
        int(row["fiscal_year"]): {**row, "cells": (f"national.csv!A{line}",)}
        for line, row in rows
        if present(row["mean_score"])
    }


def _change(year: YearData, this: dict[Hashable, Any], before: dict[Hashable, Any], words: Words) -> dict[str, Found]:
    """How far the mean moved; across a break, only what was changed in the method."""
    if not year.criteria.comparable(year.fiscal_year - 1, year.fiscal_year):
        return {"national_mean_break": Found(_what_changed(year, words), this["cells"] + before["cells"])}
    change = apart(this["mean_score"], before["mean_score"], words)
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
    office, rate = office_total(year), pass_rate(year)
    if office.value is not None:
        found |= compared("ops_to_national", office.value, mean, office.sources + cell, words)
    if rate is not None and present(this["pass_rate"]):
        found |= compared("pass_rate_to_national", float(rate[0]), this["pass_rate"], every + cell, words)
    return found


def _breaks(year: YearData, words: Words) -> dict[str, Found]:
    """The years from which a trend is not measured as before, each with what changed."""
    known = [b for b in year.criteria.breaks if b.fiscal_year <= year.fiscal_year]
    notes = (f"{words.fiscal_year(b.fiscal_year)} ({words.pick(b.note_th, b.note_en)})" for b in known)
    return {
        "breaks_list": Found(words.listed(notes)),
        "breaks_total": Found(len(known)),
        "break_note": Found(_what_changed(year, words)),
    }


def _what_changed(year: YearData, words: Words) -> str | None:
    breaks = year.criteria.breaks_between(year.fiscal_year - 1, year.fiscal_year)
    return words.listed(words.pick(one.note_th, one.note_en) for one in breaks)
