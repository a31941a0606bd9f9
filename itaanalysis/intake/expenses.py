"""Expenses: from the found tables to rows of expenses.csv, and the allocation stated above them."""

from __future__ import annotations

import re
from typing import Any

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.problems import place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import is_blank
from itaanalysis.thai.numbers import NumberError, read_number
from itaanalysis.thai.text import normalise, to_arabic_digits

_BAHT = re.compile(r"[\d,]+(?:\.\d+)?\s*(?:\.-)?\s*(?:ล้าน|แสน|หมื่น|พัน)?\s*บาท")
_PERCENT = re.compile(r"(?:ร้อยละ|%)\s*([\d.,]+)|([\d.,]+)\s*%")


def read_expenses(block: Block, reading: Reading) -> list[dict[str, Any]]:
    """Rows of expenses.csv from one table (or from the money column of an activities table)."""
    item_role = "item" if block.table == "expenses" else "name"
    rows = []
    for row in block.rows("data"):
        if block.table == "activities" and is_blank(block.value(row, "amount_baht")):
            continue
        code = cells.read_code(block.value(row, "code"), block.place(row, "code"), reading.problems)
        item = cells.read_text(block.value(row, item_role), block.place(row, item_role), reading.problems)
        where = block.place(row, "amount_baht")
        typed = block.value(row, "amount_baht")
        amount = cells.read_amount(typed, where, reading.problems, reading.vocabulary)
        note = cells.read_text(block.value(row, "note"), block.place(row, "note"), reading.problems)
        if is_blank(block.value(row, "code")):
            reading.incomplete(block, row, "code")
        if code is None:
            continue
        if is_blank(typed):
            reading.problems.add("number-missing", where, item or code, column_th="จำนวนเงิน", column_en="amount")
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


def read_allocation(block: Block, reading: Reading) -> None:
    """The allocation stated in a title or note of the sheet: `วงเงินที่ได้รับจัดสรร ๑,๒๙๐,๐๐๐ บาท`."""
    for row in sorted([*block.rows("title"), *block.rows("note")]):
        cells_of_row = block.cells(row)
        text = to_arabic_digits(normalise(" ".join(str(value) for _, value in cells_of_row if isinstance(value, str))))
        if not reading.vocabulary.word_within("allocation", text):
            continue
        stated = _BAHT.search(text)
        beside = [value for _, value in cells_of_row[1:] if not isinstance(value, str) or re.search(r"[\d๐-๙]", value)]
        for candidate in [stated[0]] if stated else beside[:1]:
            try:
                amount = read_number(candidate)
            except NumberError as error:
                reading.problems.add(
                    "number-unreadable",
                    block.first_cell(row),
                    text,
                    reason_th=error.reason_th,
                    reason_en=error.reason_en,
                )
            else:
                if amount <= 0:
                    reading.problems.add("value-out-of-range", block.first_cell(row), candidate, low="> 0", high="–")
                    continue
                reading.state("expenses", "allocation_baht", float(amount), block.first_cell(row))


def read_stated_utilisation(block: Block, row: int, reading: Reading) -> None:
    """The share of the allocation typed on a total row: `ร้อยละ ๙๙.๙๙`."""
    for index, value in block.cells(row):
        if isinstance(value, str) and (found := _PERCENT.search(to_arabic_digits(normalise(value)))):
            # More than 100 is possible: the allocation can be overspent.
            share = cells.read_number_of(found[1] or found[2], place(block.sheet, row, index), reading.problems)
            if share is not None:
                reading.state("expenses", "budget_utilisation", float(share), block.first_cell(row))
