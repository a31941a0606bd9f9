"""Expenses: from the found tables to rows of expenses.csv, and the allocation stated above them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.codes import read_code
from itaanalysis.intake.parts import is_filled, read_whole
from itaanalysis.intake.problems import Place, Problems, place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import is_blank
from itaanalysis.thai.text import normalise, to_arabic_digits

_BAHT = re.compile(r"[\d,]+(?:\.\d+)?\s*(?:\.-)?\s*(?:ล้าน|แสน|หมื่น|พัน)?\s*บาท")
# A number with separators, or of five digits and more, is no year.
_AMOUNT_AT_END = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{5,})(?:\.\d+)?(?:\s*\.-)?(?=\s*$)")
_PERCENT = re.compile(r"(?:ร้อยละ|%)\s*([\d.,]+)|([\d.,]+)\s*%")


def read_expenses(block: Block, reading: Reading) -> list[dict[str, Any]]:
    """Rows of expenses.csv from one table (or from the money column of an activities table).

    In a table without codes every item is kept and its code is missing.
    """
    item_role = "item" if block.table == "expenses" else "name"
    # What a row of activities says in words has been read, and its problems told, already.
    told = reading.problems if block.table == "expenses" else Problems()
    rows = []
    for row in block.rows("data"):
        filled = is_filled(block, row, "amount_baht")
        if block.table == "activities" and not filled:
            continue
        code = read_code(block.value(row, "code"), block.place(row, "code"), told)
        item = cells.read_text(block.value(row, item_role), block.place(row, item_role), told)
        where = block.place(row, "amount_baht")
        amount = read_spending(block, row, reading)
        note = cells.read_text(block.value(row, "note"), block.place(row, "note"), told)
        lacks = "code" if block.has("code") else item_role
        if is_blank(block.value(row, lacks)) and block.table == "expenses":
            reading.incomplete(block, row, lacks)
        if is_blank(block.value(row, lacks)) or (block.has("code") and code is None):
            continue
        if amount is not None and amount < 0:
            reading.problems.add("negative-amount", where, block.value(row, "amount_baht") or amount)
        if not filled and (shared := _merged_above(block, row)):
            reading.problems.add("amount-shared", where, item or code or "", other=shared.cell)
        elif not filled:
            reading.problems.add("number-missing", where, item or code or "", column_th="จำนวนเงิน", column_en="amount")
        rows.append(
            {
                "fiscal_year": reading.fiscal_year.year,
                "code": code,
                "item": item,
                "amount_baht": None if amount is None else float(amount),
                "note": note,
                "source": str(block.first_cell(row)),
            }
        )
    return rows


def _merged_above(block: Block, row: int) -> Place | None:
    """The cell above that holds one amount for several rows, this one among them."""
    column = block.column("amount_baht")
    top = block.sheet.shown.get((row, column.index)) if column else None
    return place(block.sheet, *top) if top and not is_blank(block.sheet.cell(*top)) else None


def read_spending(block: Block, row: int, reading: Reading) -> Decimal | None:
    """The amount of a row in baht: as typed, or that of its parts (quarters, months)."""

    def read(value: Any, where: Place) -> Decimal | None:
        return cells.read_amount(value, where, reading.problems, reading.vocabulary, block.baht_per_unit)

    return read_whole(block, row, "amount_baht", read, reading)


def read_allocation(block: Block, reading: Reading) -> None:
    """The allocation stated in a title or note of the sheet: `วงเงินที่ได้รับจัดสรร ๑,๒๙๐,๐๐๐ บาท`.

    It stands in one cell with its words or in a cell beside them. Two sheets may state it if they say the same.
    """
    for row in sorted([*block.rows("title"), *block.rows("note")]):
        typed = _allocation_typed(block, row, reading)
        if typed is None:
            continue
        where = block.first_cell(row)
        amount = cells.read_amount(typed, where, reading.problems, reading.vocabulary, block.baht_per_unit)
        if amount is None:
            continue
        if amount <= 0:
            reading.problems.add("number-unreadable", where, typed, reason_th="ต้องมากกว่า ๐", reason_en="not above 0")
            continue
        earlier = reading.stated("expenses", "allocation_baht")
        if earlier is None:
            reading.state("expenses", "allocation_baht", float(amount), where)
        elif earlier["reported"] != float(amount):
            reading.problems.add("allocation-repeated", where, typed, other=earlier["source"])


def _allocation_typed(block: Block, row: int, reading: Reading) -> Any:
    """The amount as typed on a row that speaks of the allocation; None on any other."""
    filled = block.cells(row)
    typed = normalise(" ".join(value for _, value in filled if isinstance(value, str)))
    if not reading.vocabulary.word_within("allocation", typed):
        return None
    # Turning digits into Arabic ones moves nothing, so what is found can be shown as it is typed.
    text = to_arabic_digits(typed)
    if stated := _BAHT.search(text) or _AMOUNT_AT_END.search(text):
        return typed[stated.start() : stated.end()]
    beside = [value for _, value in filled[1:] if not isinstance(value, str) or re.search(r"[\d๐-๙]", value)]
    return next(iter(beside), None)


def read_stated_utilisation(block: Block, row: int, reading: Reading) -> None:
    """The share of the allocation typed on a total row: `ร้อยละ ๙๙.๙๙`."""
    for index, value in block.cells(row):
        if isinstance(value, str) and (found := _PERCENT.search(to_arabic_digits(normalise(value)))):
            # More than 100 is possible: the allocation can be overspent.
            share = cells.read_number_of(found[1] or found[2], place(block.sheet, row, index), reading.problems)
            if share is not None:
                reading.state("expenses", "budget_utilisation", float(share), block.first_cell(row))
