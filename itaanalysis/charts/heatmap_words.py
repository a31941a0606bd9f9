"""What the heat map of units and indicators says: title, subtitle, alt text, small print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.charts.measure import text_width
from itaanalysis.charts.rows import Paragraph
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import page_setting
from itaanalysis.charts.unit_names import both, fitted
from itaanalysis.charts.wording import Wording, mid_sentence

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_SHORT = 0.29
"""Share of the page that an abbreviation may take."""


def row_label(words: Wording, year: YearData, unit: str, brief: bool, crowded: bool) -> list[Paragraph]:
    """The name of a unit and its abbreviation, or the abbreviation alone on one line; the ministry in bold.

    The letters are smaller where many rows have to fit.
    """
    name, short = words.unit(year, unit), words.unit_short(year, unit)
    weight = "small" if crowded else "strong" if unit == year.ministry_unit else "label"
    if brief:
        return [(fitted(short, unit, weight, _SHORT * sheet().width), weight)]
    return [(name, weight)] if name == short else [(name, weight), (short, "quiet")]


def title(words: Wording, year: YearData, table: pd.DataFrame) -> str:
    """The indicator on which most units are weakest, and the lowest score of all."""
    units = table.drop(index=year.ministry_unit or "", errors="ignore")
    units = units if len(units) else table
    weakest = units[units.notna().sum(axis="columns") > 1].idxmin(axis="columns")
    unit, indicator, lowest = _lowest(units)
    short, name, score = words.unit_short(year, unit), _name(words, year, indicator), words.number(lowest)
    low = words(
        f"ต่ำสุดคือ {short} ด้าน{name} {score} คะแนน",
        f"lowest is {short} on {mid_sentence(name)}, {score}",
    )
    counts = weakest.value_counts(sort=False)
    if counts.empty or counts.max() < max(2, len(units) / 3) or (counts == counts.max()).sum() > 1:
        return words(f"คะแนนรายตัวชี้วัดที่{low}", f"Of the scores by indicator the {low}")
    common = int(str(counts.idxmax()))
    count, total = words.brief(int(counts.max())), words.units(len(units))
    return words(
        f"{_name(words, year, common)}เป็นตัวชี้วัดที่อ่อนที่สุดของ {count} จาก {total} {low}",
        f"{_name(words, year, common)} is weakest in {count} of {total}; {low}",
    )


def subtitle(words: Wording, year: YearData, decimals: int) -> str:
    """What is drawn, and that figures are shortened where they are."""
    shortened = words(" ตัวเลขแสดงทศนิยมหนึ่งตำแหน่ง", ", figures to one decimal") if decimals < 2 else ""
    return (
        words(
            f"คะแนนรายตัวชี้วัด {words.fiscal_year(year.fiscal_year)} สีเข้มคือคะแนนสูง กรอบคือตัวชี้วัดที่ต่ำสุดของหน่วยงาน",
            f"Scores by indicator, {words.fiscal_year(year.fiscal_year)}; dark is high, a frame marks a unit's weakest",
        )
        + shortened
    )


def notes(words: Wording, year: YearData, table: pd.DataFrame, keyed: bool) -> list[str]:
    """The names of the indicators where the columns have numbers only; which indicators and units have no score."""
    said = []
    if keyed:
        said += _key(words, [f"{words.brief(int(one))} {_name(words, year, int(one))}" for one in table.columns])
    missing = [words.brief(one) for one in year.criteria.indicators if one not in table.columns]
    if missing:
        named = str(words.listed(missing))
        said.append(words(f"ไม่มีคะแนนของตัวชี้วัดที่ {named}", f"There are no scores of indicator {named}"))
    without = (~year.unit_scores.dropna(subset="score")["unit"].isin(table.index)).sum()
    if without:
        units = words.units(int(without))
        said.append(
            words(f"อีก {units}มีคะแนนรวมแต่ไม่มีคะแนนรายตัวชี้วัด", f"{units} more have a total but no scores by indicator")
        )
    return said


def _key(words: Wording, names: list[str]) -> list[str]:
    """The numbered names, as many to a line as have room, none of them parted."""
    width = sheet().width - 2 * page_setting("margin")
    lines = [words("ตัวชี้วัด:", "Indicators:")]
    for name in names:
        longer = f"{lines[-1]} {name}" if lines[-1].endswith(":") else f"{lines[-1]} · {name}"
        if text_width(longer, "source") <= width:
            lines[-1] = longer
        else:
            lines.append(name)
    return lines


def alt(words: Wording, year: YearData, table: pd.DataFrame) -> str:
    """How many units and indicators, between which scores, and the weakest."""
    unit, indicator, score = _lowest(table)
    low, high = words.number(score), words.number(table.max().max())
    units = words.units(len(table))
    return words(
        f"ตารางสีแสดงคะแนน {words.brief(len(table.columns))} ตัวชี้วัดของ {units} อยู่ระหว่าง {low} ถึง {high} "
        f"ต่ำสุดคือ {words.unit_short(year, unit)} ด้าน{_name(words, year, indicator)}",
        f"Heat map of {words.brief(len(table.columns))} indicators and {units}, scores from {low} to {high}; "
        f"lowest is {words.unit_short(year, unit)} on {mid_sentence(_name(words, year, indicator))}.",
    )


def told(words: Wording, year: YearData, unit: str, scores: pd.Series, indicator: int) -> str:
    """What a cell tells: unit and indicator by their whole names, the score, whether it is the weakest of the unit.

    `scores` are those of the unit by indicator.
    """
    name = both(words.unit(year, unit), words.unit_short(year, unit))
    number, score = words.brief(indicator), scores[indicator]
    head = words(
        f"{name} ตัวชี้วัดที่ {number} {_name(words, year, indicator)}", f"{name}, {number} {_name(words, year, indicator)}"
    )
    if pd.isna(score):
        return f"{head}: {words('ยังไม่มีคะแนน', 'no score yet')}"
    weakest = score == scores.min() and scores.notna().sum() > 1
    figure = words(f"{words.number(score)} คะแนน", f"{words.number(score)} points")
    return f"{head}: {figure}" + (words(" ต่ำสุดของหน่วยงาน", ", weakest of the unit") if weakest else "")


def _lowest(table: pd.DataFrame) -> tuple[str, int, float]:
    """Unit, indicator and score of the lowest cell, the first of several."""
    cells = [
        (float(score), str(unit), int(str(indicator)))
        for unit, row in table.iterrows()
        for indicator, score in row.items()
        if not pd.isna(score)
    ]
    score, unit, indicator = min(cells, key=lambda cell: cell[0])
    return unit, indicator, score


def _name(words: Wording, year: YearData, indicator: int) -> str:
    known = year.criteria.indicators[indicator]
    return words(known.name_th, known.name_en)
