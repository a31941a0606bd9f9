"""What the charts of money and people share: a sub-activity as a label, and the note where a typed total differs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.wording import Wording
from itaanalysis.thai.rounding import exact, round_half_up

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def group_label(words: Wording, row: dict[str, Any]) -> list[tuple[str, str]]:
    """A sub-activity as a label: its number, and its name under it as typed in the sheet."""
    label_lines = [(words.group(row["group"]), "strong")]
    name = row["group_name"]
    return label_lines if pd.isna(name) or not name else [*label_lines, (str(name), "quiet")]


def group_named(words: Wording, row: dict[str, Any]) -> str:
    """A sub-activity on one line: its number and its name."""
    return " ".join(text for text, _ in group_label(words, row))


def reported_note(words: Wording, year: YearData, table: str, column: str, computed: Decimal) -> list[str]:
    """A line of small print where the total typed in the sheet differs from the sum of its rows; otherwise none."""
    reported = year.stated(table, column)
    difference = Decimal(0) if reported is None else round_half_up(computed - exact(reported), 2)
    if reported is None or not difference:
        return []
    more = words("มากกว่า" if difference > 0 else "น้อยกว่า", "more" if difference > 0 else "less")
    apart = words.brief(abs(difference))
    return [
        words(
            f"หมายเหตุ: ยอดรวมที่พิมพ์ไว้ในตารางคือ {words.brief(reported)} ผลรวมของรายการ{more} {apart}",
            f"Note: the total typed in the sheet is {words.brief(reported)}; its rows add up to {apart} {more}",
        )
    ]
