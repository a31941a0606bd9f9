"""The months of a fiscal year as a horizontal scale, in days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.theme import colour, page_width
from itaanalysis.charts.wording import Wording
from itaanalysis.fiscal import FiscalYear

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def month_scale(fiscal_year: int) -> tuple[float, float]:
    """The fiscal year as limits of an axis: day numbers of its first day and the day after its last."""
    span = FiscalYear(fiscal_year)
    return float(span.start.toordinal()), float(span.end.toordinal() + 1)


def name_months(axes: Axes, words: Wording, fiscal_year: int, at_top: bool = False) -> None:
    """Short month names along an axis made with `month_scale`, a light line where each month begins.

    On a narrow axis every second or third month is named, beginning with October.
    """
    months = FiscalYear(fiscal_year).months
    starts = [month.toordinal() for month in months]
    ends = [*starts[1:], FiscalYear(fiscal_year).end.toordinal() + 1]
    low, high = axes.get_ylim()
    edge, dy = (high, -9.0) if at_top else (low, 9.0)
    every = every_month(words, months, axes.get_position().width * page_width())
    for start in [*starts, ends[-1]]:
        axes.axvline(start, color=colour("grid"), lw=0.8, zorder=0.5)
    for start, end, month in list(zip(starts, ends, months, strict=True))[::every]:
        label(axes, (start + end) / 2, edge, words.month(month), "small", ha="center", dy=dy)


def every_month(words: Wording, months: Sequence[date], width: float) -> int:
    """Which of the months that share `width` points are named: every one, or every second, third or sixth."""
    widest = max(text_width(words.month(month), "small") for month in months) + 3
    return next((step for step in (1, 2, 3) if widest <= step * width / len(months)), 6)
