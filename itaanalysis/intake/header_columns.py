"""What the columns of a header stand for when they are seen together: headings above each other, units, sums."""

from __future__ import annotations

from dataclasses import replace

from itaanalysis.intake.blocks import TableColumn
from itaanalysis.intake.vocabulary import Heading, Vocabulary

_SCORES_ACROSS = 3
"""Columns of tools or indicators that make a table of scores across: there are three tools."""


_BESIDE_SCORES = {"level", "weight", "weighted", "full", "tool", "indicator"}


def of_levels(texts: list[str], vocabulary: Vocabulary) -> Heading | None:
    """What a column of scores with headings above each other is of.

    `IIT` over `คะแนน` is the score of IIT, over `ระดับ` nothing known; `๒๕๖๗` over `คะแนน` is the total of that year,
    over `IIT` the IIT of that year.
    """
    whole = " ".join(texts)
    readings = [vocabulary.heading("scores", text) for text in texts]
    if readings[-1] is None and not vocabulary.word_within("not_a_score", whole):
        readings = [vocabulary.heading("scores", whole) or next(filter(None, readings), None)]
    known = [heading for heading in readings if heading]
    keyed = [heading for heading in known if heading.key is not None]
    of_year = next((heading.key for heading in keyed if heading.role == "year_value"), None)
    if not keyed:
        return known[-1] if known else None
    over = {"score", "measure_score", "weighted", "tool", "indicator"}
    over |= {"unit"} if keyed[-1].role == "unit_value" else set()
    if any(heading.key is None and heading.role not in over for heading in known):
        return None
    if len(known) < len(readings) and (of_year or vocabulary.word_within("not_a_score", whole)):
        return None
    others = [heading for heading in keyed if heading.role != "year_value"]
    if of_year and others and of_year != vocabulary.criteria.fiscal_year:
        across = others[-1].role in ("tool_value", "indicator_value")
        return replace(others[-1], year=int(of_year)) if across else None
    return others[-1] if others else keyed[-1]


def without_head_counts(
    columns: list[TableColumn], unknown: list[TableColumn], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """`ข้าราชการ | ลูกจ้าง | รวม`: a sum that does not say of what is no score beside columns of counts.

    `รวมทั้งสิ้น` is one only beside tools, indicators, levels or weights.
    """
    of_counts = any(
        vocabulary.word_within("not_a_score", column.label) or vocabulary.ends_with("part_of_people", column.label)
        for column in unknown
    )
    of_scores = any(column.heading.role in _BESIDE_SCORES for column in columns) and not of_counts
    if of_scores or any(column.heading.key is not None for column in columns):
        return columns, unknown
    bare = [one for one in columns if one.heading.role == "score" and vocabulary.is_bare_sum(one.label)]
    sums = [one for one in bare if of_counts or vocabulary.word("grand_total", one.label)]
    left = [replace(column, heading=Heading("")) for column in sums]
    return [column for column in columns if column not in sums], unknown + left


def units_across(columns: list[TableColumn]) -> list[TableColumn]:
    """With units as columns and no scores, `หน่วยงาน` only names the corner: below it stands what is scored."""
    roles = {column.heading.role for column in columns}
    if not {"unit", "unit_value"} <= roles or len(roles - {"serial", "note"}) > len(("unit", "unit_value")):
        return columns
    return [replace(one, heading=Heading("tool")) if one.heading.role == "unit" else one for one in columns]


def scores_of_titled_unit(columns: list[TableColumn]) -> list[TableColumn]:
    """`ตัวชี้วัด | 1 | 2 …` with no unit: its first column names what a row is, the scores of the unit in the title."""
    keyed = [column for column in columns if column.heading.role in ("tool_value", "indicator_value")]
    roles = {column.heading.role for column in columns if column not in keyed}
    corner = [column for column in columns if column.heading.role in ("tool", "indicator")]
    if len(keyed) < _SCORES_ACROSS or len(corner) != 1 or roles - {"tool", "indicator", "score", "serial", "note"}:
        return columns
    return [replace(one, heading=Heading("unit")) if one in corner else one for one in columns]


def used(columns: list[TableColumn]) -> tuple[list[TableColumn], list[TableColumn]]:
    """The columns that a table of scores is read by, and those that have no place in its layout."""
    roles = {column.heading.role for column in columns}
    by_row = roles & {"tool", "indicator"}
    if "unit" in roles:
        without = {"unit_value"} | ({"tool_value", "indicator_value"} if by_row else set())
    elif "unit_value" in roles:
        without = {"score", "weighted", "year_value", "tool_value", "indicator_value"}
    else:
        without = {"tool_value", "indicator_value"}
    used = [column for column in columns if column.heading.role not in without]
    return used, [column for column in columns if column.heading.role in without]
