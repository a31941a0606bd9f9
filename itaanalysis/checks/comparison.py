"""One line of checks.csv: two values held against each other, said in both languages with the cells of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from itaanalysis.cell_ranges import ranges
from itaanalysis.thai.rounding import exact, format_number, round_half_up

Row = dict[str, Any]
Reported = Mapping[str, Any]
"""A figure as reported: `reported` and `source`; a row of a table will do."""


def compare(
    check: str,
    name_th: str,
    name_en: str,
    left: Decimal | None,
    left_cells: Sequence[str],
    right: Reported | pd.Series | None,
    decimals: int = 2,
    within: Decimal = Decimal(0),
) -> Row:
    """One comparison of two numbers, `left` computed and `right` reported (a row with `reported` and `source`).

    They agree when they are shown alike, or lie no further apart than `within` before rounding: what the rounding of
    published figures can part, which the message then says.
    """
    # Both as they are shown: a formula cell of 92.7995 agrees with 92.80.
    whole = left
    left = None if left is None else round_half_up(left, decimals)
    reported = (
        None if right is None or pd.isna(right["reported"]) else round_half_up(float(right["reported"]), decimals)
    )
    difference = None if left is None or reported is None else left - reported
    rounding = bool(difference) and whole is not None and right is not None and _close(whole, right["reported"], within)
    verdict = "unchecked" if difference is None else "agrees" if difference == 0 or rounding else "differs"
    said_left = None if left is None else format_number(left, decimals, digits="arabic")
    said_right = None if reported is None else format_number(reported, decimals, digits="arabic")
    apart = format_number(abs(difference), decimals, digits="arabic") if difference else ""
    apart_th, apart_en = (f" ต่างกัน {apart}", f", {apart} apart") if apart else ("", "")
    if rounding:
        apart_th, apart_en = f"{apart_th} ซึ่งเกิดจากการปัดเศษได้", f"{apart_en}, which rounding can explain"
    left_th, left_en = (
        (f"คำนวณได้ {said_left}", f"computed {said_left}")
        if said_left
        else ("คำนวณไม่ได้ เพราะไม่มีข้อมูลรายรายการ", "not computed, since there are no rows")
    )
    right_th, right_en = (
        (f"รายงานไว้ {said_right}", f"reported {said_right}") if said_right else ("ไม่ได้ระบุค่าที่รายงาน", "none reported")
    )
    return row(
        check,
        verdict,
        None if left is None else format_number(left, decimals, thousands=False, digits="arabic"),
        None if reported is None else format_number(reported, decimals, thousands=False, digits="arabic"),
        None if difference is None else float(difference),
        f"{name_th}: {left_th} {right_th}{apart_th}",
        f"{name_en}: {left_en}, {right_en}{apart_en}",
        left_cells if left is not None else (),
        () if right is None else (str(right["source"]),),
    )


def _close(computed: Decimal, reported: float, within: Decimal) -> bool:
    return abs(computed - exact(float(reported))) <= within


def row(
    check: str,
    verdict: str,
    left: str | None,
    right: str | None,
    difference: float | None,
    message_th: str,
    message_en: str,
    *sources: Sequence[str],
) -> Row:
    """One line of table `checks` without its year; `sources` are the cells of each value."""
    cells = "; ".join(part for cells_of_one in sources for part in ranges(cells_of_one))
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
