"""A claim and its verdict put into a finding: its place, the sentence around it, what it is of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.finding import Finding
from itaanalysis.audit.judging.remarks import NOTHING, Remark
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.memo.memo import Memo
from itaanalysis.audit.memo.passage import Passage

_AROUND = 110
"""Characters of a sentence shown on either side of a number."""


class Teller:
    """Writes the findings of one memo."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def finding(
        self, context: Context, verdict: str, known: Known | None = None, remark: Remark = NOTHING, what: str = ""
    ) -> Finding:
        """The finding of a claim beside the figure it ought to be; `what` it is of where there is none."""
        start, end = context.passage.place(context.figure.start, context.figure.end)
        return Finding(
            line=self._memo.line(start),
            text=self.sentence(context.passage, context.figure.start, context.figure.end),
            what=known.what if known else what,
            claimed=_plain(context.figure.value),
            expected=_plain(known.value) if known else None,
            verdict=verdict,
            source=known.source if known else "",
            remark_th=remark[0],
            remark_en=remark[1],
            start=start,
            end=end,
            typed=self._memo.text[start:end],
        )

    def line(self, context: Context) -> int:
        """The line a claim stands on."""
        return self._memo.line(context.passage.place(context.figure.start, context.figure.end)[0])

    def sentence(self, passage: Passage, start: int, end: int) -> str:
        """The row, or the words around a stretch of a passage, as they are typed but on one line."""
        if passage.is_short_cell:
            return " | ".join(cell for cell in passage.row if cell)[: 4 * _AROUND]
        first, last = max(0, start - _AROUND), min(len(passage.text), end + _AROUND)
        first = passage.text.find(" ", first, start) + 1 if first else 0
        last = passage.text.rfind(" ", end, last) if last < len(passage.text) else last
        last = last if last >= end else min(len(passage.text), end + _AROUND)
        first, last = passage.place(first, last)
        return " ".join(self._memo.text[first:last].split())


def _plain(value: Decimal | date | str | None) -> float | str | None:
    if value is None or isinstance(value, str):  # claims in words have neither number nor date
        return None
    return value.isoformat() if isinstance(value, date) else float(value)
