"""Amounts typed in thousands or millions of baht: `ค่าใช้จ่าย (พันบาท)`, or `หน่วย : ล้านบาท` above the table."""

from __future__ import annotations

import re
from decimal import Decimal

from itaanalysis.intake.blocks import PART_OF, Block
from itaanalysis.intake.problems import place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import as_typed
from itaanalysis.thai.text import normalise

_BAHT = {"พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000, "thousand": 1_000, "million": 1_000_000}
_MULTIPLE = rf"({'|'.join(_BAHT)})\s*(?:บาท|baht)"
_IN_HEADING = re.compile(_MULTIPLE, re.IGNORECASE)
# In a title only what says so of all figures: `วงเงิน ๑.๕ ล้านบาท` speaks of one.
_OF_TABLE = re.compile(rf"(?:หน่วย(?:นับ)?|unit)\s*:?\s*{_MULTIPLE}|[(\[]\s*{_MULTIPLE}\s*[)\]]", re.IGNORECASE)


def settle_money_scale(block: Block, reading: Reading) -> None:
    """Set the baht to a unit of a table's amounts, and say so where they are not baht."""
    block.baht_per_unit, where = _scale(block)
    if where:
        scale = f"{block.baht_per_unit:,}"
        reading.problems.add("amounts-scaled", place(block.sheet, *where), block.sheet.cell(*where), scale=scale)


def _scale(block: Block) -> tuple[Decimal, tuple[int, int] | None]:
    """Baht to a unit of the amounts of a table, and the cell that says so; 1 and None where they are baht."""
    amounts = [column for column in block.columns if column.heading.role in ("amount_baht", PART_OF["amount_baht"])]
    headings = [(row, column.index) for column in amounts for row in block.rows("header")]
    for where in headings:
        its = block.sheet.shown.get(where, where)
        if found := _IN_HEADING.search(normalise(as_typed(block.sheet.cell(*its)))):
            return _baht(found), its
    if any("บาท" in column.label or "baht" in column.label.lower() for column in amounts):
        return Decimal(1), None
    for row in block.rows("title") if amounts else []:
        for index, value in block.cells(row):
            if isinstance(value, str) and (found := _OF_TABLE.search(normalise(value))):
                return _baht(found), (row, index)
    return Decimal(1), None


def _baht(found: re.Match[str]) -> Decimal:
    return Decimal(_BAHT[next(filter(None, found.groups())).lower()])
