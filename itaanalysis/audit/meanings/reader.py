"""Gives every number of a memo what it may mean, by what it counts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.agreement import agreement, may_be_meant
from itaanalysis.audit.known.facts import MEMO, Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.amounts import AmountReadings
from itaanalysis.audit.meanings.counts import CountReadings
from itaanalysis.audit.meanings.days import DayReadings
from itaanalysis.audit.meanings.readings import MORE, Readings, of_the_size
from itaanalysis.audit.meanings.scores import SILENT, ScoreReadings
from itaanalysis.audit.named.subjects import Subjects


class Reader:
    """Gives every number its readings."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self.scores = ScoreReadings(known, subjects)
        amounts, counts, days = AmountReadings(known), CountReadings(known), DayReadings(known)
        self._of_family: dict[str, Callable[[Context], Readings]] = {
            "money": amounts.money, "people": amounts.people, "share": self._share, "date": days.date,
            "units": counts.units, "provinces": counts.provinces, "dimensions": counts.dimensions,
            "groups": counts.held, "activities": counts.held, "events": counts.held,
        }  # fmt: skip

    def read(self, context: Context) -> Readings:
        """The readings of a number; none for one of another year, or that tells a difference."""
        if (spelled := context.spelled_out) is not None:
            return self._of_words(context, spelled)
        readings = self._of_family[context.figure.family](context)
        of_event = bool(context.sure_events) and not context.has_left_the_event
        if context.of_other_year and context.figure.family != "date" and not of_event:
            return Readings(perhaps=())
        named = context.names_the_mark or (context.is_target and context.figure.family == "share")
        mark = named and any(of_the_size(context.figure, known) for known in readings.sure)
        if context.is_difference and not mark and context.figure.family != "date":
            return Readings(perhaps=readings.all, about=("difference",))
        return readings

    def _of_words(self, context: Context, spelled: Context) -> Readings:
        """An amount in words says again what the figure before it says, and is held against the same."""
        readings = self.read(spelled)
        value = spelled.figure.value
        if readings.sure or not isinstance(value, Decimal):
            return readings
        if any(agreement(context.figure, known) for known in readings.all):
            return readings
        if agreed := next((known for known in readings.all if agreement(spelled.figure, known)), None):
            return Readings((agreed,), (), readings.about)
        return Readings((Known("", "money", value, spelled.figure.typed, MEMO),), (), readings.about)

    def _share(self, context: Context) -> Readings:
        readings = self.scores.read(context)
        if readings.firm or not readings.sure or any(may_be_meant(context.figure, known) for known in readings.sure):
            return readings
        return Readings((), readings.all, (*readings.about, MORE))

    def subject(self, context: Context) -> str:
        """The KPI a number is about that nothing could be held against; '' when that is not known."""
        subjects = [mention for mention in context.named if mention.topic or mention.indicator]
        units = [mention.unit for mention in context.named if mention.unit]
        if context.figure.family != "share" or not subjects or subjects[-1].topic is None:
            return ""
        topic = subjects[-1].topic
        kpis = self.scores.of.kpis(topic, units[-1] if units else "")
        return kpis[0] if (topic.kpi or units) and topic.id not in SILENT and len(kpis) == 1 else ""
