"""Activities: from the found tables to rows of activities.csv."""

from __future__ import annotations

import datetime
import re
from typing import Any

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.codes import has_dotted_codes, read_code
from itaanalysis.intake.date_cells import read_date
from itaanalysis.intake.hosts import read_host
from itaanalysis.intake.parts import read_whole
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.thai.text import normalise, to_arabic_digits

_GROUP_NUMBER = re.compile(r"^\D{0,20}?(\d{1,3})(?!\d|\.\d)[.):]?\s*")


def read_activities(block: Block, reading: Reading) -> list[dict[str, Any]]:
    """Rows of activities.csv from one table; problems go to `reading.problems`.

    In a table without codes every row is kept and its code is missing.
    """
    rows = []
    group: tuple[str, Any] = ("", "")
    dotted = has_dotted_codes(block, "code")
    told: set[tuple[int | None, str]] = set()
    for row, group_row in block.grouped():
        code = read_code(block.value(row, "code"), block.place(row, "code"), reading.problems)
        name = _text(block, row, "name", reading)
        start, end = _dates(block, row, reading)
        number = _number_of(code or "")
        group = _group(block, row, group_row, number, group)
        # Codes with a dot begin with the number of their group; running numbers 1, 2, 3 … do not.
        if dotted and number and group[0] != number and is_blank(block.value(row, "group")):
            if (group_row, number) not in told:
                reading.problems.add("group-differs", block.place(row, "code"), code, group=group[0], own=number)
                told.add((group_row, number))
            group = (number, None)
        values = {
            "fiscal_year": reading.fiscal_year.year,
            "code": code,
            "group": group[0] or None,
            "group_name": group[1],
            "name": name,
            "start_date": start,
            "end_date": end,
            "venue": _text(block, row, "venue", reading),
            "province": _text(block, row, "province", reading),
            "host": read_host(block, row, reading),
            "participants": read_people(block, row, reading),
            "online_provinces": _count(block, row, "online_provinces", reading),
            "note": _text(block, row, "note", reading),
            "source": str(block.first_cell(row)),
            "_places": {column: block.place(row, column) for column in ("venue", "province")},
        }
        uncoded = block.has("code") and is_blank(block.value(row, "code"))
        if uncoded or name is None:
            reading.incomplete(block, row, "code" if uncoded else "name")
        elif code is not None or not block.has("code"):
            rows.append(values)
    return rows


def _group(
    block: Block, row: int, group_row: int | None, number: str, above: tuple[str, Any]
) -> tuple[str, str | None]:
    """Number and name of a row's group: its own column (or the one typed above), else the heading, else its code."""
    typed = block.value(row, "group")
    if is_blank(typed):
        if block.has("group") and number in ("", above[0]):
            return above
        typed = "" if group_row is None else heading_text(block, group_row)
    if is_blank(typed):
        return number, None
    its_number, name = read_heading(as_typed(typed))
    return its_number or number, name


def read_heading(typed: str) -> tuple[str, str | None]:
    """Number and name that a heading of a group holds; '' and None where it has none.

    >>> read_heading("กิจกรรมย่อยที่ ๒ การปลูกฝังคุณธรรม")
    ('2', 'การปลูกฝังคุณธรรม')
    """
    text = normalise(typed)
    counted = _GROUP_NUMBER.match(to_arabic_digits(text))
    if counted is None:
        return "", text or None
    name = text[counted.end() :]
    again = _GROUP_NUMBER.match(to_arabic_digits(name))  # `๑ | กิจกรรมที่ ๑ เครือข่าย`
    return counted[1], (name[again.end() :] if again and again[1] == counted[1] else name) or None


def heading_text(block: Block, row: int) -> str:
    """The text of a heading: of one with code and name these two, since its other cells are subtotals and plans."""
    named = [column.index for role in ("code", "name") if (column := block.column(role))]
    cells_of_row = dict(block.cells(row))
    if len(named) > 1 and all(index in cells_of_row for index in named):
        return " ".join(as_typed(cells_of_row[index]) for index in named)
    return " ".join(map(as_typed, cells_of_row.values()))


def _number_of(code: str) -> str:
    return code.partition(".")[0].partition("(")[0]


def _dates(block: Block, row: int, reading: Reading) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day, from one column that names both or from a column each."""
    start, end = _date(block, row, "date", reading)
    first, first_end = _date(block, row, "start_date", reading)
    _, last = _date(block, row, "end_date", reading)
    start, end = first or start, last or first_end or end
    if start and end and end < start:
        reading.problems.add("end-before-start", block.place(row, "end_date"), block.value(row, "end_date"))
        return None, None
    return start, end


def _date(block: Block, row: int, role: str, reading: Reading) -> tuple[datetime.date | None, datetime.date | None]:
    value, where = block.value(row, role), block.place(row, role)
    return read_date(value, where, reading.problems, reading.fiscal_year, reading.vocabulary)


def _text(block: Block, row: int, role: str, reading: Reading) -> str | None:
    return cells.read_text(block.value(row, role), block.place(row, role), reading.problems)


def read_people(block: Block, row: int, reading: Reading) -> int | None:
    """The head-count of a row: as typed, or that of its parts (men, women …)."""

    def read(value: Any, where: Place) -> int | None:
        return cells.read_count(value, where, reading.problems, reading.vocabulary)

    return read_whole(block, row, "participants", read, reading)


def _count(block: Block, row: int, role: str, reading: Reading) -> int | None:
    return cells.read_count(block.value(row, role), block.place(row, role), reading.problems, reading.vocabulary)
