"""What the columns of a header stand for when they are seen together: headings above each other, parts and sums."""

from __future__ import annotations

from dataclasses import replace

from itaanalysis.intake.blocks import TableColumn
from itaanalysis.intake.vocabulary import Heading, Vocabulary


def of_levels(texts: list[str], vocabulary: Vocabulary) -> Heading | None:
    """What a column of scores with headings above each other is of.

    `IIT` over `คะแนน` is the score of IIT, over `ระดับ` nothing known; `๒๕๖๗` over `คะแนน` is the total of that year.
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
    if any(heading.key is None and heading.role not in ("score", "weighted", "tool", "indicator") for heading in known):
        return None
    if len(known) < len(readings) and (of_year or vocabulary.word_within("not_a_score", whole)):
        return None
    others = [heading for heading in keyed if heading.role != "year_value"]
    if of_year and others and of_year != vocabulary.criteria.fiscal_year:
        return None
    return others[-1] if others else keyed[-1]


def units_across(columns: list[TableColumn]) -> list[TableColumn]:
    """With units as columns and no scores, `หน่วยงาน` only names the corner: below it stands what is scored."""
    roles = {column.heading.role for column in columns}
    if not {"unit", "unit_value"} <= roles or len(roles - {"serial", "note"}) > len(("unit", "unit_value")):
        return columns
    return [replace(one, heading=Heading("tool")) if one.heading.role == "unit" else one for one in columns]


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


def parts_of_people(
    columns: list[TableColumn], unknown: list[TableColumn], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """Head-counts split over columns: `รวม` is the head-count and the others its parts; else they make it up."""
    people = [column for column in [*columns, *unknown] if column.heading.role == "participants"]
    whole = [column for column in people if _is_sum(column.label)]
    parts = [column for column in people if vocabulary.ends_with("part_of_people", column.label)]
    if len(people) < len(("one", "another")) or len(parts) + len(whole[:1]) < len(people):
        return columns, unknown
    kept = [column for column in columns if column not in people]
    kept += [replace(column, heading=Heading("participants")) for column in whole[:1]]
    kept += [replace(column, heading=Heading("people_part", number)) for number, column in enumerate(parts)]
    return sorted(kept, key=lambda column: column.index), [column for column in unknown if column not in people]


def _is_sum(label: str) -> bool:
    """Whether a heading says that it sums up others: `รวม`, `รวม (คน)`, but not `ผู้เข้าร่วม`."""
    return "รวม" in label
