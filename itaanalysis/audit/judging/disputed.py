"""Claims of what the sheets themselves disagree about: a total is stated, and its rows add up to another.

A claim may equal either. One that equals the sum of the rows agrees. One that equals what the sheet states is told
once, where the memo first says it, as differing from the sum; at its other places it agrees with the sheet, with a
remark that says where the disagreement was told. What follows from a stated total, such as its share of the budget,
agrees with it. A memo that says of itself that the sheet states so has declared the disagreement and agrees.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.finding import AGREES, DIFFERS, Finding
from itaanalysis.audit.judging import remarks
from itaanalysis.audit.judging.told import Teller
from itaanalysis.audit.known.facts import REPORTED, Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.thai.numbers import exact


def is_disputed(known: Known) -> bool:
    """Whether a figure is stated by a sheet whose rows add up to another."""
    return known.role == REPORTED and known.other is not None


class Disputes:
    """Remembers which disagreements of the sheets a memo has been told of."""

    def __init__(self, known: KnownFigures, teller: Teller) -> None:
        self._known = known
        self._teller = teller
        self._told: dict[tuple[str, Decimal], int] = {}

    def judge(self, context: Context, known: Known) -> Finding:
        """The finding of a claim that equals what a sheet states."""
        key = known.what, exact(known.value)
        told = self._told.get(key)
        if told is not None or _declares(context):
            return self._teller.finding(context, AGREES, known, remarks.as_stated(known, told))
        self._told[key] = self._teller.line(context)
        computed = known if known.other is None else replace(known, value=known.other)
        remark = remarks.stated_but_not_added_up(context.figure, known)
        finding = self._teller.finding(context, DIFFERS, computed, remark)
        return replace(finding, source=self._sum_source(known))

    def _sum_source(self, known: Known) -> str:
        """The cells whose sum disagrees with a stated figure."""
        twins = (*self._known.kpis.get(known.what, ()), *self._known.spent)
        return next(
            (twin.source for twin in twins if twin.what == known.what and twin.value == known.other), known.source
        )


def _declares(context: Context) -> bool:
    """Whether the sentence says itself that the sheets disagree."""
    return context.cue("declared", " ".join((context.passage.text, context.passage.heading, *context.passage.row)))
