"""One line of checks.csv: two values held against each other, said in both languages with the cells of both."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from itaanalysis.thai.numbers import format_number

Row = dict[str, Any]


def compare(
    check: str,
    name_th: str,
    name_en: str,
    left: Decimal | None,
    left_cells: str,
    right: pd.Series | None,
    decimals: int = 2,
) -> Row:
    """One comparison of two numbers, `left` computed and `right` reported (a row with `reported` and `source`)."""
    reported = None if right is None or pd.isna(right["reported"]) else Decimal(str(right["reported"]))
    difference = None if left is None or reported is None else left - reported
    verdict = "unchecked" if difference is None else "agrees" if difference == 0 else "differs"
    right_cell = "" if right is None else str(right["source"])
    said_left = None if left is None else format_number(left, decimals, digits="arabic")
    said_right = None if reported is None else format_number(reported, decimals, digits="arabic")
    apart = format_number(abs(difference), decimals, digits="arabic") if difference else ""
    left_th, left_en = (said_left,) * 2 if said_left else ("ไม่ได้ (ไม่มีข้อมูลรายรายการ)", "nothing (there are no rows)")
    right_th, right_en = (said_right,) * 2 if said_right else ("ไม่ได้ระบุ", "nothing")
    return row(
        check,
        verdict,
        None if left is None else format_number(left, decimals, thousands=False, digits="arabic"),
        None if reported is None else format_number(reported, decimals, thousands=False, digits="arabic"),
        None if difference is None else float(difference),
        f"{name_th}: คำนวณได้ {left_th} รายงานไว้ {right_th}{f' ต่างกัน {apart}' if apart else ''}",
        f"{name_en}: computed {left_en}, reported {right_en}{f', {apart} apart' if apart else ''}",
        "; ".join(cells for cells in (left_cells if left is not None else "", right_cell) if cells),
    )


def row(
    check: str,
    verdict: str,
    left: str | None,
    right: str | None,
    difference: float | None,
    message_th: str,
    message_en: str,
    cells: str,
) -> Row:
    """One line of table `checks` without its year."""
    return {
        "check": check,
        "verdict": verdict,
        "left": left,
        "right": right,
        "difference": difference,
        "message_th": f"{message_th} ({cells})" if cells else message_th,
        "message_en": f"{message_en} ({cells})" if cells else message_en,
        "source": cells or None,
    }


def cells_of(sources: pd.Series) -> str:
    """The cells of rows said shortly: `file!sheet!A5:A23` from the topmost to the lowest, one part a sheet."""
    by_sheet: dict[str, list[str]] = {}
    for source in sources.dropna():
        sheet, _, cell = source.rpartition("!")
        by_sheet.setdefault(sheet, []).append(cell)
    parts = []
    for sheet, cells in by_sheet.items():
        first, last = min(cells, key=_row_number), max(cells, key=_row_number)
        parts.append(f"{sheet}!{first}" if first == last else f"{sheet}!{first}:{last}")
    return "; ".join(parts)


def _row_number(cell: str) -> int:
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
