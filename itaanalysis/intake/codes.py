"""Activity codes: how they are typed, where they stand, and what becomes of a table that has none."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.reading import TABLE_NAMES, Reading
from itaanalysis.intake.sheet import as_typed, is_blank, is_excel_error
from itaanalysis.intake.vocabulary import Heading
from itaanalysis.thai.text import normalise, to_arabic_digits

_CODE_WORDS = re.compile(r"^(?:กิจกรรม(?:ย่อย)?(?:ที่)?|รหัส|ข้อ(?:ที่)?)")
_TIME = re.compile(r"(?:ครั้ง|รุ่น)(?:ที่)?(\d{1,3})$")
_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3})*(?:\(\d{1,3}\))?")
_OF_ONE_OCCASION = ("date", "start_date", "participants", "people_part")
_LAST_OF_TEN = re.compile(r"(?P<before>(?:\d{1,3}\.)+)(?P<tens>\d?)9")


def read_code(value: Any, where: Place, problems: Problems) -> str | None:
    """An activity code in its one spelling: `๑.๓ (๒)` and `1.3(2)` are `1.3(2)`, the number 1.2 is `1.2`."""
    if is_blank(value):
        return None
    if is_excel_error(value):
        problems.add("excel-error", where, value)
        return None
    code = canonical_code(value)
    if code is None:
        problems.add("code-unreadable", where, value)
    return code


def canonical_code(value: Any) -> str | None:
    """The one spelling of an activity code, or None when the value is none.

    >>> canonical_code("กิจกรรมที่ ๒.๑ ครั้งที่ ๓")
    '2.1(3)'
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = to_arabic_digits(normalise(as_typed(value))).replace(" ", "")
    text = _CODE_WORDS.sub("", text).removesuffix(".")
    if "(" not in text:
        text = text.removesuffix(")")  # `๑.๒)` counts on a list
        text = _TIME.sub(r"(\1)", text)
    return text if _CODE.fullmatch(text) else None


def settle_codes(block: Block, reading: Reading) -> None:
    """Settle which column holds the codes of a table, and mend what a spreadsheet does to a code that is a number."""
    _take_serial_for_code(block)
    if not block.has("code"):
        _tell_missing(block, reading)
        return
    _restore_tens(block, reading)
    if block.table == "activities":
        _number_merged(block, reading)


def has_dotted_codes(block: Block, role: str) -> bool:
    """Whether a column holds codes such as 1.2: those begin with the number of their group, running numbers do not."""
    return any("." in (canonical_code(block.value(row, role)) or "") for row in block.rows("data"))


def _take_serial_for_code(block: Block) -> None:
    """Where activities have no column of codes, their running numbers are the codes.

    Items of spending are not numbered as activities are: there only codes with a dot are taken.
    """
    serial = block.column("serial")
    if serial and not block.has("code") and (block.table == "activities" or has_dotted_codes(block, "serial")):
        block.columns[block.columns.index(serial)] = replace(serial, heading=Heading("code"))


def _tell_missing(block: Block, reading: Reading) -> None:
    """One problem for a table without codes: an error where they may stand below a heading that is not known."""
    rows = block.rows("data")
    if not rows:
        return
    for column in block.unknown:
        codes = [canonical_code(block.sheet.cell(row, column.index)) or "" for row in rows]
        if any("." in code or "(" in code for code in codes):
            reading.require(block, "code")
            return
    table_th, table_en = TABLE_NAMES[block.table]
    where = block.first_cell(block.rows("header")[0])
    reading.problems.add("codes-missing", where, table_th=table_th, table_en=table_en)


def _restore_tens(block: Block, reading: Reading) -> None:
    """The number 1.1 right below 1.9 was typed as 1.10: a spreadsheet drops the zero of a number."""
    column = block.column("code")
    assert column is not None, "the table has a column of codes"
    for above, row in pairwise(block.rows("data")):
        typed = block.sheet.cell(row, column.index)
        before = _LAST_OF_TEN.fullmatch(canonical_code(block.value(above, "code")) or "")
        if before is None or not isinstance(typed, float):
            continue
        tens = f"{before['before']}{int(before['tens'] or 0) + 1}"
        if canonical_code(typed) == tens:
            reading.problems.add("code-without-zero", block.place(row, "code"), typed, mended=f"{tens}0")
            block.sheet.put(row, column.index, f"{tens}0")


def _number_merged(block: Block, reading: Reading) -> None:
    """A code merged over rows with a day or people of their own is that of as many occasions: 2.1(1), 2.1(2)."""
    column = block.column("code")
    assert column is not None, "the table has a column of codes"
    own = [one.index for one in block.columns if one.heading.role in _OF_ONE_OCCASION]
    merged: dict[int, list[int]] = {}
    for row in block.rows("data"):
        top, left = block.sheet.shown.get((row, column.index), (row, column.index))
        if left == column.index and any(not is_blank(block.sheet.cell(row, index)) for index in own):
            merged.setdefault(top, []).append(row)
    for rows in merged.values():
        code = canonical_code(block.value(rows[0], "code"))
        if len(rows) == 1 or code is None or "(" in code:
            continue
        reading.problems.add("code-merged", block.place(rows[0], "code"), code, last=f"{code}({len(rows)})")
        for number, row in enumerate(rows, start=1):
            block.sheet.put(row, column.index, f"{code}({number})")
