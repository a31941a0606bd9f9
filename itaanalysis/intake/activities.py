"""Activities: from the found tables to rows of activities.csv."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from typing import Any

from itaanalysis.intake import cells
from itaanalysis.intake.layout import Block
from itaanalysis.intake.reading import Reading, read_unit
from itaanalysis.intake.sheet import is_blank
from itaanalysis.thai.text import normalise, to_arabic_digits

_GROUP_NUMBER = re.compile(r"^\D{0,20}?(\d{1,3})(?![.\d])[.):]?\s*")


def read_activities(block: Block, reading: Reading) -> list[dict[str, Any]]:
    """Rows of activities.csv from one table; problems go to `reading.problems`."""
    problems = reading.problems
    if not block.has("code") and (serial := block.column("serial")):
        block.columns[block.columns.index(serial)] = type(serial)(
            serial.index, type(serial.heading)("code"), serial.label
        )
    _headings_typed_as_rows(block)
    rows = []
    for row, group_row in block.grouped():
        code = cells.read_code(block.value(row, "code"), block.place(row, "code"), problems)
        name = cells.read_text(block.value(row, "name"), block.place(row, "name"), problems)
        if code is None:
            if is_blank(block.value(row, "code")):
                reading.incomplete(block, row, "code")
            continue
        number, group_name = _group(block, row, group_row, code)
        start, end = _dates(block, row, reading)
        host = read_unit(block, row, "host", reading)
        rows.append(
            {
                "fiscal_year": reading.fiscal_year.year,
                "code": code,
                "group": number,
                "group_name": group_name,
                "name": name,
                "start_date": start,
                "end_date": end,
                "venue": cells.read_text(block.value(row, "venue"), block.place(row, "venue"), problems),
                "province": cells.read_text(block.value(row, "province"), block.place(row, "province"), problems),
                "host": host,
                "participants": _count(block, row, "participants", reading),
                "online_provinces": _count(block, row, "online_provinces", reading),
                "note": cells.read_text(block.value(row, "note"), block.place(row, "note"), problems),
                "source": str(block.first_cell(row)),
            }
        )
    return rows


def _headings_typed_as_rows(block: Block) -> None:
    """A row of only a code and a name, whose code the next rows carry on, heads a group: `๑ | กิจกรรมย่อย…`."""
    data = block.rows("data")
    for row, following in pairwise(data):
        code = cells.canonical_code(block.value(row, "code"))
        next_code = cells.canonical_code(block.value(following, "code"))
        filled = {index for index, _ in block.cells(row)}
        own = {column.index for column in block.columns if column.heading.role in ("code", "name")}
        if code and next_code and code != next_code and next_code.startswith(f"{code}.") and filled <= own:
            block.kinds[row] = "group"


def _group(block: Block, row: int, group_row: int | None, code: str) -> tuple[str, str | None]:
    """Number and name of the group a row belongs to: its own column, else the heading above, else its code."""
    typed = block.value(row, "group")
    if is_blank(typed) and group_row is not None:
        typed = " ".join(str(value) for _, value in block.cells(group_row))
    number = code.partition(".")[0].partition("(")[0]
    if is_blank(typed):
        return number, None
    text = normalise(str(typed))
    counted = _GROUP_NUMBER.match(to_arabic_digits(text))
    if counted is None:
        return number, text
    return counted[1], text[counted.end() :] or text


def _dates(block: Block, row: int, reading: Reading) -> tuple[datetime.date | None, datetime.date | None]:
    where = block.place(row, "date")
    start, end = cells.read_date(block.value(row, "date"), where, reading.problems, reading.fiscal_year)
    for role in ("start_date", "end_date"):
        if block.has(role):
            first, last = cells.read_date(
                block.value(row, role), block.place(row, role), reading.problems, reading.fiscal_year
            )
            if role == "start_date":
                start, end = first or start, end or last
            else:
                end = last or end
    if start and end and end < start:
        reading.problems.add("end-before-start", block.place(row, "end_date"), block.value(row, "end_date"))
        return None, None
    return start, end


def _count(block: Block, row: int, role: str, reading: Reading) -> int | None:
    return cells.read_count(block.value(row, role), block.place(row, role), reading.problems, reading.vocabulary)
