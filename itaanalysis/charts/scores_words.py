"""The words of the chart of unit scores: its finding, its text description, what its rows tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.unit_names import both
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_MOST_NAMED = 3
"""With more failing units than this, the title counts them instead of naming them."""


def title(words: Wording, scored: pd.DataFrame, mark: float) -> str:
    """The finding: how many units pass, and which do not or come last."""
    rows = records(scored)
    failing = [row for row in rows if not row["passed"]]
    best, worst = rows[0], rows[-1]
    goal_th, goal_en = f"เกณฑ์ {words.brief(mark)} คะแนน", f"the pass mark of {words.brief(mark)}"
    if len(rows) == 1:
        verdict = words("ไม่ผ่าน" if failing else "ผ่าน", "misses" if failing else "meets")
        score = words.score(best["score"])
        return words(
            f"{words.short_name(best)} ได้ {score} คะแนน {verdict}{goal_th}",
            f"{words.short_name(best)} scores {score} and {verdict} {goal_en}",
        )
    total, passed = words.units(len(rows)), words.brief(len(rows) - len(failing))
    lowest = _named(words, [row for row in rows if row["score"] == worst["score"]])
    low = words.score(worst["score"])
    if best["score"] == worst["score"]:
        verdict = words("ไม่ผ่าน" if failing else "ผ่าน", "miss" if failing else "meet")
        return words(
            f"ทั้ง {total}ได้ {low} คะแนนเท่ากัน {verdict}{goal_th}", f"All {total} score {low} and {verdict} {goal_en}"
        )
    if not failing:
        return words(
            f"ทั้ง {total}ผ่าน{goal_th} ต่ำสุดคือ {lowest} ได้ {low} คะแนน",
            f"All {total} meet {goal_en}; lowest is {lowest} with {low}",
        )
    if len(failing) == len(rows):
        highest = _named(words, [row for row in rows if row["score"] == best["score"]])
        high = words.score(best["score"])
        return words(
            f"ไม่มีหน่วยงานใดจากทั้งหมด {total}ผ่าน{goal_th} สูงสุดคือ {highest} ได้ {high} คะแนน",
            f"None of the {total} meets {goal_en}; best is {highest} with {high}",
        )
    lead = words(f"{passed} จาก {total}ผ่าน{goal_th}", f"{passed} of {total} meet {goal_en}")
    if len(failing) == 1:
        gap = words.difference(-worst["distance"])
        return words(f"{lead} มีเพียง {lowest} ที่ไม่ผ่าน ขาดไป {gap} คะแนน", f"{lead}; only {lowest} falls short, by {gap}")
    if len(failing) <= _MOST_NAMED:
        named = _named(words, failing)
        return words(f"{lead} ที่ไม่ผ่านคือ {named}", f"{lead}; {named} fall short")
    return words(
        f"{lead} ไม่ผ่าน {words.brief(len(failing))} หน่วยงาน ต่ำสุดคือ {lowest} ได้ {low} คะแนน",
        f"{lead}; {words.brief(len(failing))} fall short, the furthest {lowest} with {low}",
    )


def alt(words: Wording, scored: pd.DataFrame, table: pd.DataFrame, mark: float, national: float | None) -> str:
    """The best and the lowest, who fails, and the country or who has no score."""
    rows = records(scored)
    best, worst = rows[0], rows[-1]
    first = words(
        f"แผนภูมิจุดแสดงคะแนน ITA ของ {words.units(len(rows))} เทียบกับเกณฑ์ผ่าน {words.brief(mark)} คะแนน "
        f"สูงสุดคือ {words.short_name(best)} {words.score(best['score'])} "
        f"ต่ำสุดคือ {words.short_name(worst)} {words.score(worst['score'])}",
        f"Dot chart of the ITA scores of {words.units(len(rows))} against the pass mark of {words.brief(mark)}: "
        f"from {words.short_name(best)} at {words.score(best['score'])} "
        f"down to {words.short_name(worst)} at {words.score(worst['score'])}.",
    )
    failing = [row for row in rows if not row["passed"]]
    second = words(
        f"ไม่ผ่านเกณฑ์ {words.units(len(failing))} คือ {_named(words, failing)}" if failing else "ทุกหน่วยงานผ่านเกณฑ์",
        f"Below the mark: {_named(words, failing)}." if failing else "All meet the mark.",
    )
    third = ""
    if len(table) > len(scored):
        missing = words.units(len(table) - len(scored))
        third = words(f"ยังไม่มีคะแนน {missing}", f"No score yet for {missing}.")
    elif national is not None:
        third = words(
            f"ค่าเฉลี่ยทั้งประเทศปีเดียวกัน {words.number(national)}",
            f"The national mean of the year is {words.number(national)}.",
        )
    return " ".join(part for part in (first, second, third) if part)


def told(words: Wording, row: dict[str, Any]) -> str:
    """What the row of a unit tells: its whole name, its score and how far that lies from the pass mark."""
    name = both(words.full_name(row), words.short_name(row))
    if pd.isna(row["score"]):
        return words(f"{name}: ยังไม่มีคะแนน", f"{name}: no score yet")
    score, gap = words.score(row["score"]), words.beside(row["distance"], "เกณฑ์", "the pass mark")
    return words(f"{name}: {score} คะแนน {gap}", f"{name}: {score} points, {gap}")


def source(words: Wording, year: YearData, national: float | None) -> str:
    """The sheets of the scores and, where the country is drawn, of its mean."""
    line = words.sheets(year.unit_scores)
    if national is None:
        return line
    rows = year.national[year.national["fiscal_year"] == year.fiscal_year]
    return f"{line}; {words.publications('national.csv', rows['source'].dropna())}"


def _named(words: Wording, rows: list[dict[str, Any]]) -> str | None:
    """Some units by their abbreviations."""
    return words.listed([words.short_name(row) for row in rows], _MOST_NAMED, "หน่วยงาน")
