"""Indicator scores of the ministry and of its office: each of them, the ethics dimensions, the weakest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.facts.fact import NOT_THERE, Entry, Found, cells
from itaanalysis.report.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

WHOSE = {"ministry": ("กระทรวง", "ministry"), "ops": ("สำนักงานปลัดกระทรวง", "office")}


def dimensions(year: YearData, words: Words) -> dict[str, Found]:
    """Scores by indicator, named `indicator_N_ministry` and `indicator_N_ops`, and what stands out."""
    units = {"ministry": year.ministry_unit, "ops": year.ops_unit}
    rows = {whose: _scores(year, unit) for whose, unit in units.items()}
    found = {"dimensions_total": Found(len(year.criteria.ethics_indicators))}
    for whose, unit in units.items():
        for number, row in rows[whose].iterrows():
            found[f"indicator_{number}_{whose}"] = Found(float(row["score"]), (row["source"],), "reported")
        found |= _listed(year, rows[whose], whose, words) | _weakest(year, rows[whose], unit, whose, words)
    return found | _gap(rows["ministry"], rows["ops"])


def indicator_entries(year: YearData) -> list[Entry]:
    """The catalogue lines of the indicator names, which are as many as the year's criteria have."""
    return [
        Entry(
            f"indicator_{number}_{whose}",
            "score",
            f"ตัวชี้วัดที่ {number} {indicator.name_th} ({whose_th})",
            f"indicator {number}, {indicator.name_en.lower()} ({whose_en})",
            "ตามแผ่นงาน",
            "as on the sheet",
        )
        for number, indicator in year.criteria.indicators.items()
        for whose, (whose_th, whose_en) in WHOSE.items()
    ]


def _scores(year: YearData, unit: str) -> pd.DataFrame:
    rows = year.indicator_scores[year.indicator_scores["unit"] == unit].dropna(subset=["score"])
    return rows.drop_duplicates("indicator").set_index("indicator")


def _name(year: YearData, number: int, words: Words) -> str:
    indicator = year.criteria.indicators[number]
    return words.pick(indicator.name_th, indicator.name_en.lower())


def _listed(year: YearData, rows: pd.DataFrame, whose: str, words: Words) -> dict[str, Found]:
    known = [number for number in year.criteria.ethics_indicators if number in rows.index]
    items = [f"{_name(year, number, words)} ({words.number(rows.loc[number, 'score'])})" for number in known]
    return {f"dimensions_list_{whose}": Found(words.listed(items), cells(rows.loc[known, "source"]))}


def _weakest(year: YearData, rows: pd.DataFrame, unit: str, whose: str, words: Words) -> dict[str, Found]:
    """The lowest indicator; where several tie, the names and numbers of all of them."""
    weakest = summaries.weakest_indicator(year, unit)
    if weakest.empty:
        return {}
    numbers = [int(number) for number in weakest["indicator"]]
    lowest = cells(rows.loc[numbers, "source"])
    tools = dict.fromkeys(year.criteria.indicators[number].tool for number in numbers)
    return {
        f"weakest_indicator_number_{whose}": Found(words.listed(str(number) for number in numbers), lowest),
        f"weakest_indicator_name_{whose}": Found(words.listed(_name(year, n, words) for n in numbers), lowest),
        f"weakest_indicator_tool_{whose}": Found(words.listed(tools), lowest),
        f"weakest_indicator_score_{whose}": Found(float(weakest["score"].iloc[0]), lowest),
    }


def _gap(ministry: pd.DataFrame, office: pd.DataFrame) -> dict[str, Found]:
    """How far the office's weakest indicator lies below the ministry's; not there when it does not."""
    weakest = None if office.empty else office["score"].idxmin()
    if weakest is None or weakest not in ministry.index:
        return {}
    gap = round(float(ministry.loc[weakest, "score"] - office.loc[weakest, "score"]), 9)
    both = (office.loc[weakest, "source"], ministry.loc[weakest, "source"])
    return {"weakest_indicator_gap_ops": Found(gap, both) if gap > 0 else NOT_THERE}
