"""Claims of what the sheets themselves disagree about: a total is stated, and its rows add up to another.

A claim may equal either. One that equals the sum of the rows agrees. One that equals what the sheet states is told
once, where the memo first says it, as differing from the sum; at its other places it agrees with the sheet, with a
remark that says where the disagreement was told. What follows from a stated total, its share of the budget, agrees
with it, with a remark, where the memo states the total too; a memo that states the share alone is told there. A memo
that says of itself that the sheet states so has declared the disagreement and agrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.finding import AGREES, DIFFERS, Finding
from itaanalysis.audit.judging import remarks
from itaanalysis.audit.judging.told import Teller
from itaanalysis.audit.known.agreement import CUT, agreement
from itaanalysis.audit.known.facts import REPORTED, Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.thai.rounding import exact


def is_disputed(known: Known) -> bool:
    """Whether a figure is stated by a sheet whose rows add up to another."""
    return known.role == REPORTED and known.other is not None


class Disputes:
    """Remembers which disagreements of the sheets a memo has been told of."""

    def __init__(self, known: KnownFigures, teller: Teller) -> None:
        self._known = known
        self._teller = teller
        self._told: dict[tuple[str, Decimal], int] = {}
        self._declared = False
        self._alone: dict[str, tuple[Finding, Finding]] = {}

    def judge(self, context: Context, known: Known) -> Finding:
        """The finding of a claim that equals what a sheet states; of a share as if the memo stated the total."""
        key = known.what, exact(known.value)
        told, declared = self._told.get(key), _declares(context)
        self._declared |= declared
        agrees = self._teller.finding(
            context, AGREES, known, remarks.as_stated(known, told, agreement(context.figure, known) == CUT)
        )
        if told is not None or declared:
            return agrees
        computed = known if known.other is None else replace(known, value=known.other)
        remark = remarks.stated_but_not_added_up(context.figure, known)
        finding = self._teller.finding(context, DIFFERS, computed, remark)
        differs = replace(finding, source=self._sum_source(known))
        if known.unrounded is not None:  # a share: told where nothing else of the memo tells it
            self._alone.setdefault(known.what, (agrees, differs))
            return agrees
        self._told[key] = self._teller.line(context)
        return differs

    def with_those_alone(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings of the whole memo; the first share of a total that it never states differs itself."""
        totals = {known.what for known in self._known.spent}
        told = self._declared or any(what in totals for what, _ in self._told)
        alone = {} if told else {id(agrees): differs for agrees, differs in self._alone.values()}
        return [alone.get(id(finding), finding) for finding in findings]

    def _sum_source(self, known: Known) -> str:
        """The cells whose sum disagrees with a stated figure."""
        twins = (*self._known.kpis.get(known.what, ()), *self._known.spent)
        return next(
            (twin.source for twin in twins if twin.what == known.what and twin.value == known.other), known.source
        )


def _declares(context: Context) -> bool:
    """Whether the sentence says itself that the sheets disagree."""
    return context.cue("declared", " ".join((context.passage.text, context.passage.heading, *context.passage.row)))
