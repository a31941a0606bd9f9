"""What an amount of money or a number of people may mean: that of an event, of several, or of the whole year."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from itertools import groupby

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.agreement import agreement
from itaanalysis.audit.known.facts import Known, main_code, sum_of
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.readings import ANSWERED, FOREIGN, Readings, of_the_size
from itaanalysis.cell_ranges import ranges
from itaanalysis.thai.rounding import exact

_BESIDE, _NEXT = 34, 30
"""Characters between events and what they add up to, and between so many events and a number of them."""
_GIVEN = 20
"""Characters before an amount in which a word says that it was given."""
_RIGHT_BEHIND = 8
"""Characters between a number of people and what they did."""


class AmountReadings:
    """Reads money and head-counts by the events spoken of before them."""

    def __init__(self, known: KnownFigures) -> None:
        self.known = known

    def money(self, context: Context) -> Readings:
        topics = [mention.topic.id for mention in context.named if mention.topic]
        topic = next((name for name in reversed(topics) if name in ("spent", "allocation", "unspent")), "")
        totals = {"spent": self.known.spent, "allocation": self.known.allocation, "unspent": self.known.unspent}
        rest = (*self.known.spent, *self.known.allocation, *self.known.unspent)
        return self._of_events_or_year(context, "money", totals.get(topic, ()), rest, topic)

    def people(self, context: Context) -> Readings:
        if _answered(context):  # a questionnaire, which is no event
            everywhere = tuple(known for known in self.known.national if known.family == "people")
            return Readings((), everywhere, (ANSWERED,))
        result, target = self.known.kpis.get("participants", ()), self.known.targets.get("participants")
        targets = (target,) if target else ()
        year = targets if context.is_target else result
        rest = {"target": targets, "result": result}.get(context.plays, (*result, *targets))
        return self._of_events_or_year(context, "people", year, rest, "participants")

    def _of_events_or_year(
        self, context: Context, family: str, year: tuple[Known, ...], rest: tuple[Known, ...], topic: str
    ) -> Readings:
        """Of the events spoken of, else of the whole year where the words say so."""
        sums = tuple(self._sums(context, family)) or tuple(self._sums_of_many(context, family))
        events = self._sure_events(context)
        own = tuple(known for code in events for known in self.known.events_by_code[code].of(family))
        possible = tuple(known for code in sorted(context.possible_events)
                         for known in self.known.events_by_code[code].of(family))  # fmt: skip
        whole = context.total or context.cue("total") or context.cue("target") or context.role != ""
        about = (family, topic if not own else ",".join(events), "target" if context.is_target else "")
        meant = partial(of_the_size, context.figure, told_as_total=context.cue_just_before("total", 12))
        if context.total:
            whole_year = tuple(known for known in year or rest if of_the_size(context.figure, known))
            return Readings(whole_year, (*sums, *possible), about)
        if topic == "unspent":  # of the year; what is left of what an event was given is in no table
            of_year = any(map(meant, year)) and not any(focus.own for focus in context.spoken_of)
            return Readings(year if of_year else (), (*year, *rest), ("money", topic))
        if sums and self._adds_up(context) and any(map(meant, sums)) and not own:
            return Readings(sums, (*possible, *year, *rest), about)
        aimed = context.is_target or (family == "money" and context.cue_just_before("given", _GIVEN))
        if self._of_others(context) or (own and aimed):  # what one event aimed at or was given is in no table
            return Readings((), (*own, *sums, *possible) if own else (*sums, *year), about)
        if own:
            return Readings(own, (*year, *rest), about)
        if events:  # an event whose row does not state it
            return Readings((), (*sums, *possible, *year, *rest), about)
        plain = year and whole and not context.possible_events and not context.is_extreme and not self._of_some(context)
        if plain and any(map(meant, year)):
            return Readings(year, rest, about)
        return Readings((), (*sums, *possible, *year, *rest), about)

    def _sure_events(self, context: Context) -> list[str]:
        """The events that leave no doubt: by what they are called, or by their date where the name leaves a choice."""
        if context.sure_events:
            return context.sure_events
        dates = [figure for figure in context.figures if figure.family == "date"]
        if len(dates) > 1:  # of several days the one told last
            dates = [figure for figure in dates if figure.end <= context.figure.start][-1:]
        dated = [
            code
            for code in sorted(context.possible_events)
            if any(agreement(figure, known) for figure in dates for known in self.known.events_by_code[code].of("date"))
        ]
        return dated if len(dated) == 1 else []

    @staticmethod
    def _of_others(context: Context) -> bool:
        """Whether a number is a part of the one before it, or of people who did not come to the place."""
        same = [figure.end for figure in context.figures
                if figure.family == context.figure.family and figure.end <= context.figure.start]  # fmt: skip
        parted = bool(same) and context.cue("breakdown", context.passage.text[same[0] : context.figure.start])
        other = "cost_item" if context.figure.family == "money" else "other_people"
        return parted or context.cue(other)

    def _of_some(self, context: Context) -> bool:
        """Whether a number is of so many events as were told right before, and those are not all: ๔ ครั้ง รวมเป็นเงิน …"""
        before = [figure for figure in context.figures if figure.end <= context.figure.start][-1:]
        held = [known.value for known in self.known.counts.get("events", ())]
        return any(
            figure.family == "events" and figure.value not in held and len(context.lead) <= _NEXT for figure in before
        )

    @staticmethod
    def _adds_up(context: Context) -> bool:
        """Whether a number is of all events spoken of together: รวม, or กิจกรรมย่อยที่ ๒ right before."""
        last = context.named_events[-1:]
        wide = bool(last) and len(last[0].codes) > 1 and not context.is_target
        return wide and (context.cue("total") or context.figure.start - last[0].start <= _BESIDE)

    def _sums(self, context: Context, family: str) -> Iterable[Known]:
        """What the events spoken of together add up to: those of a sub-activity, or of one code."""
        for focus in context.spoken_of:
            if len(focus.codes) < 2:
                continue
            parts = [known for code in sorted(focus.codes) for known in self.known.events_by_code[code].of(family)]
            if parts:
                total = sum((exact(part.value) for part in parts), Decimal(0))
                yield Known(parts[0].what, family, total, "; ".join(ranges(part.source for part in parts)))

    def _sums_of_many(self, context: Context, family: str) -> Iterable[Known]:
        """What the events of each code add up to that has as many as were told right before: ๔ ครั้ง รวมเป็นเงิน …"""
        before = [figure for figure in context.figures if figure.end <= context.figure.start][-1:]
        if not before or before[0].family != "events" or len(context.lead) > _NEXT:
            return
        events = sorted(self.known.events, key=lambda event: main_code(event.code))
        for _, of_code in groupby(events, key=lambda event: main_code(event.code)):
            parts = [list(event.of(family)) for event in of_code]
            if len(parts) == before[0].value and all(parts) and len(parts) > 1:
                yield sum_of([known for facts in parts for known in facts])


def _answered(context: Context) -> bool:
    """Whether people are counted who answered a questionnaire: ผู้ตอบแบบวัด ๑,๒๐๐ คน, ๑,๒๐๐ คน ตอบแบบวัด."""
    behind = [mention for mention in context.mentions if 0 <= mention.start - context.end <= _RIGHT_BEHIND]
    row = context.inherited if context.in_cell else ()
    topics = {mention.topic.id for mention in (*context.named_in_lead, *behind[:1], *row) if mention.topic}
    return FOREIGN in topics and "participants" not in topics
