"""The table of what it takes to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.passing_words import said_changes
from itaanalysis.report.standing import Standing
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def passing_table(year: YearData, words: Words) -> Standing:
    """Every unit, best first: points missing to each mark, what one tool alone would have to add, tools under a floor.

    The changes are those that reach the next mark; the column of floors is there in years whose levels have any.
    """
    missing = summaries.points_missing(year).sort_values("score", ascending=False, kind="stable", na_position="last")
    changes = dict(iter(summaries.to_next_mark(year).groupby("unit", sort=False)))
    marks, floors = year.criteria.marks, any(goal.every_tool is not None for goal in year.criteria.goals)
    rows = []
    for unit, goals in missing.groupby("unit", sort=False):
        score = goals["score"].iloc[0]
        plain = goals[goals["every_tool"].isna()].set_index("mark")["missing"]
        row = {"unit": words.unit_short(year, str(unit)), "score": words.score(score) if present(score) else None}
        row |= {str(mark): _missing(words, plain[mark]) for mark in marks}
        if unit in changes:
            none = words.pick("ไม่มีเครื่องมือใดพอ", "no tool is enough")
            row["changes"] = said_changes(words, changes[str(unit)], unit=False) or none
        rows.append(row | ({"floors": _floors(words, goals)} if floors else {}))
    headers = {"unit": words.pick("หน่วยงาน", "Unit"), "score": words.pick("คะแนน", "Score")}
    headers |= {
        str(mark): words.pick(f"ขาดถึง {words.brief(mark)}", f"Missing to {words.brief(mark)}") for mark in marks
    }
    headers["changes"] = words.pick("เพิ่มเครื่องมือเดียวให้ถึงเกณฑ์ถัดไป (คะแนน)", "One tool alone, to the next mark (points)")
    headers |= {"floors": words.pick("เครื่องมือที่ต่ำกว่าเกณฑ์ของระดับ", "Tools under the floor of a level")} if floors else {}
    widths = (10, 10, *(11 for _ in marks), 38, *((20,) if floors else ()))
    cells = year.unit_scores.drop_duplicates("unit").set_index("unit")["source"]
    origins = [str(cells.get(unit, "")) for unit in missing["unit"].unique()]
    right = ("score", *map(str, marks))
    table = pd.DataFrame(rows, columns=list(headers), dtype="object")
    return Standing(table, headers, widths, right=right, origins=dict.fromkeys(right, origins))


def _missing(words: Words, points: Any) -> str | None:
    if not present(points):
        return None
    return words.difference(points) if points else words.pick("ถึงแล้ว", "reached")


def _floors(words: Words, goals: pd.DataFrame) -> str | None:
    """The tools under the lowest floor that any lies under; where none is known to, whether that could be told."""
    with_floor = goals[goals["every_tool"].notna()]
    under = with_floor[with_floor["tools_below"] != ""]
    if len(under):
        tools, floor = under["tools_below"].iloc[0], words.brief(float(under["every_tool"].iloc[0]))
        return words.pick(f"{tools} ต่ำกว่า {floor}", f"{tools} below {floor}")
    if (with_floor["tools_unknown"] != "").any():
        return words.pick("ไม่ทราบ", "not known")
    return words.pick("ไม่มี", "none")
