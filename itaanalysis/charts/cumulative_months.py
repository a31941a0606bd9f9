"""The months of the chart of spending as regions that tell what was spent in each and up to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from itaanalysis.charts.cumulative_words import Month, told
from itaanalysis.charts.page import Page
from itaanalysis.charts.wording import Wording
from itaanalysis.fiscal import FiscalYear
from itaanalysis.thai import baht


def mark_months(
    page: Page,
    words: Wording,
    fiscal_year: int,
    steps: pd.DataFrame,
    allocation: float | None,
    across: tuple[float, float],
    down: tuple[float, float],
) -> None:
    """A region for each month, between `across` and `down` (points of the body).

    `steps` are those of `summaries.cumulative_spending`.
    """
    left, right = across
    edges = _edges(fiscal_year)
    per_day = (right - left) / (edges[-1] - edges[0]).days
    for month, (begin, end) in zip(_months(fiscal_year, steps), pairwise(edges), strict=True):
        start, stop = (left + (day - edges[0]).days * per_day for day in (begin, end))
        page.mark(start, stop, *down, told(words, month, allocation))


def _edges(fiscal_year: int) -> list[date]:
    """The first day of every month of a fiscal year, and the day after its last."""
    span = FiscalYear(fiscal_year)
    return [*span.months, span.end + timedelta(days=1)]


def _months(fiscal_year: int, steps: pd.DataFrame) -> Iterator[Month]:
    """The months in order. What is dated after the year counts to the end of its last one, as the line has it."""
    dated = steps.dropna(subset="date")
    edges = [pd.Timestamp(day) for day in _edges(fiscal_year)]
    for begin, end in pairwise(edges):
        own = dated[(dated["date"] >= begin) & (dated["date"] < end)]
        past = dated if end == edges[-1] else dated[dated["date"] < end]
        yield Month(begin.date(), len(own), baht.total(own["amount_baht"]), baht.total(past["amount_baht"]))
