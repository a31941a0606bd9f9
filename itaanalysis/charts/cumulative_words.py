"""The words of the chart of spending over the year: its finding, what stands at its end, its text description.

`steps` is a table of `summaries.cumulative_spending`; `total`, `allocation` and `undated` are baht.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from itaanalysis.charts.wording import Wording, records
from itaanalysis.thai import baht


class Month(NamedTuple):
    """A month: its first day, how many events that spent money ended in it, their baht, all baht up to its end."""

    begins: date
    events: int
    spent: Decimal
    so_far: Decimal


def title(words: Wording, steps: pd.DataFrame, total: float, allocation: float | None) -> str:
    """The finding: how much of the allocation was spent, what is left or over, and when half of it was spent."""
    if not allocation:
        return words(f"ใช้จ่ายรวม {words.baht(total)}", f"{words.baht(total)} spent in all")
    if not total:
        whole = words.baht(allocation)
        return words(f"ยังไม่ได้ใช้จ่ายจากวงเงินจัดสรร {whole}", f"None of the {whole} allocated has been spent")
    share = words.percent(total, allocation)
    left = round(allocation - total, 2)
    if left < 0:
        over = words.baht(-left)
        return words(
            f"ใช้จ่ายเกินวงเงินจัดสรร {over} คิดเป็น{share} ของวงเงิน",
            f"Spending exceeds the allocation by {over}, {share} of it was used",
        )
    half = steps[steps["cumulative_baht"] >= allocation / 2]["date"].min()
    then = (
        ""
        if pd.isna(half)
        else words(f" ใช้จ่ายถึงครึ่งหนึ่งของวงเงิน{words.during(half, half)}", f"; half was spent by {words.date(half)}")
    )
    if not left:
        return words(f"ใช้จ่ายครบตามวงเงินจัดสรรพอดี{then}", f"The whole allocation was spent{then}")
    return words(
        f"ใช้จ่าย{share} ของวงเงินจัดสรร เหลือ {words.baht(left)}{then}",
        f"{share} of the allocation was spent, {words.baht(left)} is left{then}",
    )


def end_lines(words: Wording, total: float, allocation: float | None, undated: float) -> list[tuple[str, str]]:
    """What stands beside the end of the line."""
    lines = [(words.number(total), "strong")]
    if allocation:
        lines.append((words.percent(total, allocation), "strong"))
    if undated:
        lines.append((words("รวมที่ไม่ระบุวันที่", "with undated"), "quiet"))
        lines.append((words.number(undated), "quiet"))
    return lines


def told(words: Wording, month: Month, allocation: float | None) -> str:
    """What a month tells: the spending of the events that ended in it, and all up to its end."""
    name, events = words.date(month.begins, "month_year"), words.brief(month.events)
    spent = words("ไม่มีค่าใช้จ่าย", "no spending")
    if month.events:
        spent = words.baht(month.spent) + words(
            f" จาก {events} รายการ", f" in {events} {'event' if month.events == 1 else 'events'}"
        )
    so_far = words(f"สะสม {words.baht(month.so_far)}", f"{words.baht(month.so_far)} so far")
    if allocation:
        share = words.percent(month.so_far, allocation)
        so_far += words(f" คิดเป็น{share} ของวงเงิน", f", {share} of the allocation")
    return f"{name}: {spent}{words(' ', '; ')}{so_far}"


def told_undated(words: Wording, undated: float, total: float) -> str:
    """What the block of spending without a date tells."""
    return words(
        f"ไม่ระบุวันที่: {words.baht(undated)} รวมทั้งหมด {words.baht(total)}",
        f"No date: {words.baht(undated)}, {words.baht(total)} in all",
    )


def alt(words: Wording, steps: pd.DataFrame, total: float, allocation: float | None) -> str:
    """All that was spent, the largest step, and what has no date."""
    parts = [
        words(
            f"กราฟขั้นบันไดแสดงค่าใช้จ่ายสะสมถึง {words.baht(total)}",
            f"Stepped line of cumulative spending up to {words.baht(total)}",
        )
        + (
            ""
            if not allocation
            else words(f" จากวงเงิน {words.baht(allocation)}", f" of {words.baht(allocation)} allocated")
        )
        + words("", ".")
    ]
    dated = steps.dropna(subset="date")
    if len(dated):
        top = max(records(dated), key=lambda step: step["amount_baht"])
        parts.append(
            words(
                f"เพิ่มมากที่สุด {words.baht(top['amount_baht'])} {words.during(top['date'], top['date'])}",
                f"The largest step, {words.baht(top['amount_baht'])}, is on {words.date(top['date'])}.",
            )
        )
    if len(dated) < len(steps):
        undated = baht.total(steps[steps["date"].isna()]["amount_baht"])
        parts.append(words(f"ไม่ระบุวันที่ {words.baht(undated)}", f"{words.baht(undated)} has no date."))
    return " ".join(parts)
