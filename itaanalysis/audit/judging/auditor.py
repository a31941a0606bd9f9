"""The audit of a memo: each of its claims held against the figures of the year, and against one another.

A claim agrees with any figure it may mean. One that equals none of those it has to equal differs from the one it comes
nearest to, digit by digit. What the sheets themselves disagree about is in disputed.py.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.claims.walk import Claims
from itaanalysis.audit.figures.figure import IN_WORDS, Figure
from itaanalysis.audit.finding import AGREES, CONTRADICTS, DIFFERS, MALFORMED, UNCHECKED, Finding
from itaanalysis.audit.judging import remarks
from itaanalysis.audit.judging.contradictions import contradictions
from itaanalysis.audit.judging.disputed import Disputes, is_disputed
from itaanalysis.audit.judging.in_words import WordJudge
from itaanalysis.audit.judging.remarks import NOTHING
from itaanalysis.audit.judging.told import Teller
from itaanalysis.audit.judging.worked_out import added_up, worked_out
from itaanalysis.audit.known.agreement import CUT, EXACT, agreement, distance, near_miss
from itaanalysis.audit.known.facts import MEMO, TARGET, Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.reader import Reader
from itaanalysis.audit.meanings.readings import ANSWERED, Readings
from itaanalysis.audit.memo.memo import Memo
from itaanalysis.audit.named.subjects import Subjects
from itaanalysis.thai.rounding import exact
from itaanalysis.year import YearData

_TELLING = 4
"""Digits; of so many, a number is hardly some figure of the year by chance."""


class Auditor:
    """Holds the claims of one memo against one year."""

    def __init__(self, memo: Memo, year: YearData, known: KnownFigures | None = None) -> None:
        """`known` are the figures of the year where they have been gathered for another memo already."""
        self._known = known or KnownFigures(year)
        subjects = Subjects(year)
        self._claims = Claims(memo, self._known, subjects)
        self._reader = Reader(self._known, subjects)
        self._teller = Teller(memo)
        self._words = WordJudge(self._known, subjects, self._teller)
        self._disputes = Disputes(self._known, self._teller)
        self._meant: defaultdict[int, dict[Figure, Decimal]] = defaultdict(dict)
        self._apart: defaultdict[tuple[int, int], Decimal] = defaultdict(Decimal)

    def findings(self) -> list[Finding]:
        """Every claim with its verdict, in the order of the memo."""
        found, in_words = [], []
        for context in self._claims:
            if context.figure.family in IN_WORDS:
                in_words += [said] if (said := self._words.judge(context)) else []
                continue
            readings = self._reader.read(context)
            finding = self._judge(context, readings)
            if finding is not None:
                found.append((finding, readings))
                self._remember(context, finding)
        told = self._disputes.with_those_alone([*contradictions(found), *in_words])
        return sorted(told, key=lambda finding: (finding.start, finding.end))

    def _remember(self, context: Context, finding: Finding) -> None:
        """What a wrong number should have been: sums and shares of it may be right."""
        typed, meant = context.figure.value, finding.expected
        if not finding.wrong or not isinstance(meant, float):
            return
        right = Decimal(str(meant))
        self._meant[id(context.passage)][context.figure] = right
        if context.in_cell:
            place = context.passage.table, context.passage.column
            self._apart[place] += right - (typed if isinstance(typed, Decimal) else 0)

    def _judge(self, context: Context, readings: Readings) -> Finding | None:
        """The finding of a claim; None for the date of a letter or a meeting elsewhere, which claims nothing."""
        if context.figure.malformed:
            return self._malformed(context, readings)
        return (
            self._agreed(context, readings)
            or self._added_up(context, readings)
            or self._differing(context, readings)
            or self._unknown(context, readings)
        )

    def _malformed(self, context: Context, readings: Readings) -> Finding:
        if context.figure.family == "date":
            only = readings.sure[0] if len(readings.sure) == 1 else None
            return self._teller.finding(context, MALFORMED, only, remarks.no_such_day(context.figure.typed, only))
        near = [known for known in readings.all if near_miss(context.figure, known)]
        meant = min(near or readings.sure, key=lambda known: distance(context.figure, known), default=None)
        remark = remarks.malformed(context.figure.typed, meant)
        return self._teller.finding(context, MALFORMED, meant, remark, self._reader.subject(context))

    def _agreed(self, context: Context, readings: Readings) -> Finding | None:
        """A claim that is one of the figures it may mean, to the digit rather than rounded."""
        approximate = context.is_approximate
        found = [
            ((is_disputed(known), how not in (EXACT, CUT), place), how, known)
            for place, known in enumerate(readings.all)
            if (how := agreement(context.figure, known, approximate))
        ]
        if not found:
            return None
        _, how, known = min(found, key=lambda candidate: candidate[0])
        if is_disputed(known):
            return self._disputes.judge(context, known)
        remark = NOTHING if how == EXACT else remarks.cut_off(known) if how == CUT else remarks.rounded(known)
        return self._teller.finding(context, AGREES, known, remark)

    def _added_up(self, context: Context, readings: Readings) -> Finding | None:
        """A claim that follows from others of the memo, or a total that does not."""
        apart = self._apart[context.passage.table, context.passage.column]
        here = f"line {self._teller.line(context)}"
        if own := worked_out(context, self._meant[id(context.passage)], apart):
            return self._teller.finding(context, AGREES, replace(own, source=here), remarks.WORKED_OUT)
        column = None if readings.sure else added_up(context, apart)
        if column is None:
            return None
        return self._teller.finding(context, CONTRADICTS, replace(column, source=here), remarks.adds_up_to(column))

    def _differing(self, context: Context, readings: Readings) -> Finding | None:
        """A claim that ought to be another figure."""
        nearest = min(readings.sure, key=lambda known: distance(context.figure, known), default=None)
        nearest = nearest or self._slip(context, readings)
        if nearest is None or context.is_approximate:
            return None
        if nearest.role == MEMO:
            return self._against_itself(context, nearest)
        return self._teller.finding(context, DIFFERS, nearest, remarks.should_be(nearest))

    def _unknown(self, context: Context, readings: Readings) -> Finding | None:
        if context.figure.family == "date":
            return None
        if ANSWERED not in readings.about and (same := self._some_figure(context)):
            return self._teller.finding(context, AGREES, same)
        return self._teller.finding(context, UNCHECKED, what=self._reader.subject(context))

    def _against_itself(self, context: Context, other: Known) -> Finding:
        """An amount in words that is not the figure beside it, when the data knows neither."""
        line = self._teller.line(context)
        remark = remarks.contradiction(line, exact(other.value))
        finding = self._teller.finding(context, CONTRADICTS, None, remark, self._reader.subject(context))
        return replace(finding, source=f"line {line}: {other.source}")

    def _slip(self, context: Context, readings: Readings) -> Known | None:
        """The figure that a number was most likely meant to be, unless it is some other figure of the year."""
        figure = context.figure
        near = [known for known in readings.perhaps if near_miss(figure, known)]
        if context.is_difference:
            # What is above the target is a difference, the target in สูงกว่าเป้าหมาย ๑,๑๐๐ คน is not.
            near = [known for known in near if known.role == TARGET and known.family != "share"]
        alike = (known for known in self._known.everything if known.family == figure.family)
        if not near or any(agreement(figure, known) for known in alike):
            return None
        return min(near, key=lambda known: distance(figure, known))

    def _some_figure(self, context: Context) -> Known | None:
        """The figure of the year that a long number is to the digit, when nothing says what it is."""
        figure = context.figure
        if sum(map(str.isdigit, figure.typed)) < _TELLING or context.of_other_year or figure.step > 1:
            return None
        alike = (known for known in self._known.everything if known.family == figure.family)
        return next((known for known in alike if known.value == figure.value), None)
