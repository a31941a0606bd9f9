"""The numbers of a table's columns as they come, for the rows that add them up."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.named.headings import Headings

TOTAL, MEAN, SUBTOTAL, PLAIN = "total", "mean", "subtotal", ""


class Columns:
    """Remembers what stands over a cell. Subtotals are kept apart: a total is of the rows, and they of some of them."""

    def __init__(self, headings: Headings) -> None:
        self._headings = headings
        self._above: defaultdict[tuple[int, int], list[Decimal]] = defaultdict(list)
        self._subtotals: defaultdict[tuple[int, int], list[Decimal]] = defaultdict(list)

    def kind(self, passage: Passage) -> str:
        """Whether a row adds up all rows above it, some of them, or is their mean; '' for any other."""
        first = next((cell for cell in passage.row if cell), "")
        if not first:
            return PLAIN
        if self._headings.is_total(first):
            return TOTAL
        if self._headings.is_mean(first):
            return MEAN
        return SUBTOTAL if passage.totals else PLAIN

    def above(self, passage: Passage) -> tuple[Decimal, ...]:
        """The numbers over a cell, back to a total or mean."""
        return tuple(self._above[passage.table, passage.column])

    def subtotals(self, passage: Passage) -> tuple[Decimal, ...]:
        """The subtotals over a cell, back to a total or mean."""
        return tuple(self._subtotals[passage.table, passage.column])

    def add(self, passage: Passage, value: Decimal) -> None:
        """The number of a cell, now that it has been read."""
        place, kind = (passage.table, passage.column), self.kind(passage)
        if kind in (TOTAL, MEAN):
            self._above[place].clear()
            self._subtotals[place].clear()
        else:
            (self._subtotals if kind == SUBTOTAL else self._above)[place].append(value)
