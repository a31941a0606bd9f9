"""The audit of a memo: each of its claims held against the figures of the year, and against one another.

The rule where the sheets themselves disagree (a total is stated, its rows add up to another): a claim may equal
either. One that equals the sum of the rows agrees. One that equals what the sheet states is told once, where the memo
first says it, as differing from the sum; at its other places it agrees with the sheet, with a remark that says where
the disagreement was told. What follows from a stated total, such as its share of the budget, agrees with it. A memo
that says of itself that the sheet states so has declared the disagreement and agrees. A claim that equals neither
differs from the one it comes nearest to, digit by digit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from itaanalysis.audit import remarks
from itaanalysis.audit.agreement import CUT, EXACT, agreement, distance, near_miss
from itaanalysis.audit.claims import Claims
from itaanalysis.audit.context import Context
from itaanalysis.audit.contradictions import contradictions
from itaanalysis.audit.figures import Figure
from itaanalysis.audit.finding import AGREES, CONTRADICTS, DIFFERS, MALFORMED, UNCHECKED, Finding
from itaanalysis.audit.known import MEMO, REPORTED, TARGET, Known
from itaanalysis.audit.known_figures import KnownFigures
from itaanalysis.audit.meanings import Readings
from itaanalysis.audit.memo import Memo
from itaanalysis.audit.readings import Reader
from itaanalysis.audit.remarks import NOTHING, Remark
from itaanalysis.audit.scores import SILENT
from itaanalysis.audit.subjects import Subjects
from itaanalysis.audit.worked_out import added_up, worked_out
from itaanalysis.year import YearData

_TELLING = 4
"""Digits; of so many, a number is hardly some figure of the year by chance."""
_AROUND = 110
"""Characters of a sentence shown on either side of a number."""


class Auditor:
    """Holds the claims of one memo against one year."""

    def __init__(self, memo: Memo, year: YearData, known: KnownFigures | None = None) -> None:
        """`known` are the figures of the year where they have been gathered for another memo already."""
        self._memo = memo
        self._known = known or KnownFigures(year)
        subjects = Subjects(year)
        self._claims = Claims(memo, self._known, subjects)
        self._reader = Reader(self._known, subjects)
        self._meant: defaultdict[int, dict[Figure, Decimal]] = defaultdict(dict)
        self._apart: defaultdict[tuple[int, int], Decimal] = defaultdict(Decimal)
        self._told: dict[tuple[str, Decimal], int] = {}

    def findings(self) -> list[Finding]:
        """Every claim with its verdict, in the order of the memo."""
        found = []
        for context in self._claims:
            finding, readings = self._judge(context)
            if finding is not None:
                found.append((finding, readings))
                self._remember(context, finding)
        return sorted(contradictions(found), key=lambda finding: (finding.start, finding.end))

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

    def _judge(self, context: Context) -> tuple[Finding | None, Readings]:
        figure, readings = context.figure, self._reader.read(context)
        if figure.malformed:
            near = [known for known in readings.all if near_miss(figure, known)]
            meant = min(near or readings.sure, key=lambda known: distance(figure, known), default=None)
            return self._finding(context, MALFORMED, meant, remarks.malformed(figure.typed, meant)), readings
        approximate = context.is_approximate
        if agreed := self._agreed(context, readings, approximate):
            return agreed, readings
        apart = self._apart[context.passage.table, context.passage.column]
        if own := worked_out(context, self._meant[id(context.passage)], apart):
            return self._finding(
                context, AGREES, replace(own, source=self._line_of(context)), remarks.WORKED_OUT
            ), readings
        if (column := added_up(context, apart)) and not readings.sure:
            finding = self._finding(context, CONTRADICTS, column, remarks.adds_up_to(column))
            return replace(finding, source=self._line_of(context)), readings
        nearest = min(readings.sure, key=lambda known: distance(figure, known), default=None)
        if nearest is None:
            nearest = self._slip(context, readings)
        if nearest is not None and not approximate:
            if nearest.role == MEMO:
                return self._against_itself(context, nearest), readings
            return self._finding(context, DIFFERS, nearest, remarks.should_be(nearest)), readings
        if figure.family != "date" and (same := self._some_figure(context)):
            return self._finding(context, AGREES, same, NOTHING), readings
        if figure.family == "date":
            return None, readings  # the date of a letter, a meeting elsewhere: nothing is claimed of the year's events
        return self._finding(context, UNCHECKED, None, NOTHING), readings

    def _agreed(self, context: Context, readings: Readings, approximate: bool) -> Finding | None:
        found = []
        for place, known in enumerate(readings.all):
            if how := agreement(context.figure, known, approximate):
                contested = known.role == REPORTED and known.other is not None
                found.append(((contested, how != EXACT and how != CUT, place), how, known))
        if not found:
            return None
        (contested, _, _), how, known = min(found, key=lambda candidate: candidate[0])
        if contested:
            return self._as_stated(context, known)
        remark = NOTHING if how == EXACT else remarks.cut_off(known) if how == CUT else remarks.rounded(known)
        return self._finding(context, AGREES, known, remark)

    def _against_itself(self, context: Context, other: Known) -> Finding:
        """An amount in words that is not the figure beside it, when the data knows neither."""
        start, _ = context.passage.place(context.figure.start, context.figure.end)
        line = self._memo.line(start)
        finding = self._finding(context, CONTRADICTS, None, remarks.contradiction(line, Decimal(str(other.value))))
        return replace(finding, source=f"line {line}: {other.source}")

    def _as_stated(self, context: Context, known: Known) -> Finding:
        """The claim equals what a sheet states and its own rows do not add up to: told once."""
        key = (known.what, Decimal(str(known.value)))
        told = self._told.get(key)
        if told is None and not _declares(context):
            start, _ = context.passage.place(context.figure.start, context.figure.end)
            self._told[key] = self._memo.line(start)
            computed = replace(known, value=known.other) if known.other is not None else known
            finding = self._finding(context, DIFFERS, computed, remarks.stated_but_not_added_up(context.figure, known))
            return replace(finding, source=self._sum_source(known))
        return self._finding(context, AGREES, known, remarks.as_stated(known, told))

    def _sum_source(self, known: Known) -> str:
        """The cells whose sum disagrees with a stated figure."""
        twins = (*self._known.kpis.get(known.what, ()), *self._known.spent)
        return next(
            (twin.source for twin in twins if twin.what == known.what and twin.value == known.other), known.source
        )

    def _line_of(self, context: Context) -> str:
        return f"line {self._memo.line(context.passage.place(context.figure.start, context.figure.end)[0])}"

    def _slip(self, context: Context, readings: Readings) -> Known | None:
        """The figure that a number was most likely meant to be, unless it is some other figure of the year."""
        near = [known for known in readings.perhaps if near_miss(context.figure, known)]
        if (
            context.is_difference
        ):  # what is above the target is a difference, the target in สูงกว่าเป้าหมาย ๑,๑๐๐ คน is not
            near = [known for known in near if known.role == TARGET and known.family != "share"]
        if not near or any(known.family == context.figure.family and agreement(context.figure, known)
                           for known in self._known.everything):  # fmt: skip
            return None
        return min(near, key=lambda known: distance(context.figure, known))

    def _some_figure(self, context: Context) -> Known | None:
        """The figure of the year that a long number is to the digit, when nothing says what it is."""
        if sum(map(str.isdigit, context.figure.typed)) < _TELLING or context.of_other_year or context.figure.step > 1:
            return None
        figure = context.figure
        same = (known for known in self._known.everything if known.family == figure.family)
        return next((known for known in same if known.value == figure.value), None)

    def _finding(self, context: Context, verdict: str, known: Known | None, remark: Remark) -> Finding:
        start, end = context.passage.place(context.figure.start, context.figure.end)
        return Finding(
            line=self._memo.line(start),
            text=self._sentence(context),
            what=known.what if known else _subject(context, self._reader),
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

    def _sentence(self, context: Context) -> str:
        """The row, or the words around the number, as they are typed but on one line."""
        passage, figure = context.passage, context.figure
        if passage.column >= 0 and context.in_cell:
            return " | ".join(cell for cell in passage.row if cell)[: 4 * _AROUND]
        start, end = max(0, figure.start - _AROUND), min(len(passage.text), figure.end + _AROUND)
        start = passage.text.find(" ", start, figure.start) + 1 if start else 0
        end = passage.text.rfind(" ", figure.end, end) if end < len(passage.text) else end
        end = end if end >= figure.end else min(len(passage.text), figure.end + _AROUND)
        first, last = passage.place(start, end)
        return " ".join(self._memo.text[first:last].split())


def _declares(context: Context) -> bool:
    """Whether the sentence says itself that the sheets disagree."""
    return context.cue("declared", " ".join((context.passage.text, context.passage.heading, *context.passage.row)))


def _subject(context: Context, reader: Reader) -> str:
    """The KPI a number is about that nothing could be held against; '' when that is not known."""
    subjects = [mention for mention in context.named if mention.topic or mention.indicator]
    units = [mention.unit for mention in context.named if mention.unit]
    if context.figure.family != "share" or not subjects or subjects[-1].topic is None:
        return ""
    kpis = reader.scores.kpis_of(subjects[-1].topic, units[-1] if units else "")
    named = bool(subjects[-1].topic.kpi or units) and subjects[-1].topic.id not in SILENT
    return kpis[0] if named and len(kpis) == 1 else ""


def _plain(value: Decimal | date | None) -> float | str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else float(value)
