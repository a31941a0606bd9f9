"""What a number may mean: the figures of the year it can be held against, surely or only perhaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import groupby

from itaanalysis.audit.agreement import agreement, distance, may_be_meant, near_miss
from itaanalysis.audit.context import Context
from itaanalysis.audit.figures import Figure
from itaanalysis.audit.known import MEMO, Known, main_code, sum_of
from itaanalysis.audit.known_figures import KnownFigures
from itaanalysis.audit.phrases import occurrences, phrases
from itaanalysis.audit.scores import MORE, ScoreReadings
from itaanalysis.audit.subjects import Subjects
from itaanalysis.cell_ranges import ranges
from itaanalysis.thai.numbers import exact

_DATE_LEAD = re.compile(r"(?:วันที่|เมื่อ|วันจัด|ระหว่าง|ตั้งแต่|on|from|between|held|,|\()\s*$", re.IGNORECASE)
_OF_ALL = re.compile(
    r" ?(?:of|out of|จาก|ใน)[^0-9]{0,16}[0-9]+ ?(?:หน่วยงาน|แห่ง|agencies|units)[^0-9]{0,8}(?:ผ่าน|passed|failed)",
    re.IGNORECASE,
)
_BESIDE = 34
_FRACTION = re.compile(r" ?/ ?[0-9]")
_FROM = re.compile(r" ?(?:จาก|ใน|of|out of)(?:ทั้งหมด|the|all| )*[0-9]", re.IGNORECASE)
_NEAR_MARK = 16
_LARGE = 100
_NEXT = 30
_OF_EVENTS = ("date", "people", "money")
_OTHER_DATE = re.compile(
    r"(?:กำหนดเดิม(?:คือ|เป็น|ใน)? ?(?:วันที่)?|เลื่อนจาก(?:วันที่)?|ลงวันที่|ณ ?วันที่|ภายในวันที่|ข้อมูล ?วันที่|สิ้นสุด|as of|by|until)\s*$",
    re.IGNORECASE,
)


def _of_the_size(figure: Figure, known: Known, told_as_total: bool = False) -> bool:
    """Whether a number may be meant for a total: not for a part of it, or for something much larger.

    One `told_as_total` may have lost a digit.
    """
    if figure.value is None or isinstance(figure.value, date):
        return True
    half, twice = exact(known.value) / 2, exact(known.value) * 2
    slipped = told_as_total and exact(known.value) >= _LARGE and distance(figure, known) == 1
    return half <= figure.value <= twice or near_miss(figure, known) or slipped


@dataclass(frozen=True)
class Readings:
    """Figures a number may equal. One of the `sure` has to; one of the `perhaps` may. `about` names the subject."""

    sure: tuple[Known, ...] = ()
    perhaps: tuple[Known, ...] = ()
    about: tuple[str, ...] = field(default=())

    @property
    def all(self) -> tuple[Known, ...]:
        return (*self.sure, *self.perhaps)


class Reader:
    """Gives every number its readings."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self.known = known
        self.scores = ScoreReadings(known, subjects)
        self._of_family: dict[str, Callable[[Context], Readings]] = {
            "money": self._money, "people": self._people, "share": self._share, "date": self._date,
            "units": self._units, "provinces": self._provinces, "dimensions": self._dimensions,
            "groups": self._held, "activities": self._held, "events": self._held,
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
        mark = named and any(_of_the_size(context.figure, known) for known in readings.sure)
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
        sure, perhaps, about = self.scores.read(context)
        if not sure or any(may_be_meant(context.figure, known) for known in sure):
            return Readings(tuple(sure), tuple(perhaps), about)
        return Readings((), (*sure, *perhaps), (*about, MORE))

    def _money(self, context: Context) -> Readings:
        topics = [mention.topic.id for mention in context.named if mention.topic]
        topic = next((name for name in reversed(topics) if name in ("spent", "allocation", "unspent")), "")
        totals = {"spent": self.known.spent, "allocation": self.known.allocation, "unspent": self.known.unspent}
        rest = (*self.known.spent, *self.known.allocation, *self.known.unspent)
        return self._of_events_or_year(context, "money", totals.get(topic, ()), rest, topic)

    def _people(self, context: Context) -> Readings:
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
        whole = (
            context.total or context.cue("total") or context.cue("target") or context.role != "" or topic == "unspent"
        )
        about = (family, topic if not own else ",".join(events), "target" if context.is_target else "")
        meant = partial(_of_the_size, context.figure, told_as_total=context.cue_just_before("total", 12))
        if context.total:
            whole_year = tuple(known for known in year or rest if _of_the_size(context.figure, known))
            return Readings(whole_year, (*sums, *possible), about)
        if sums and self._adds_up(context) and any(map(meant, sums)) and not own:
            return Readings(sums, (*possible, *year, *rest), about)
        if self._of_others(context):
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
        return parted or (context.figure.family == "people" and context.cue("other_people", context.lead[-_NEXT:]))

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

    def _date(self, context: Context) -> Readings:
        lead = context.passage.text[: context.figure.start][-24:]
        dates = [
            known for code in self._events_of_date(context) for known in self.known.events_by_code[code].of("date")
        ]
        possible = [known for code in sorted(context.possible_events)
                    for known in self.known.events_by_code[code].of("date")]  # fmt: skip
        before = [
            other for other in context.figures if other.family in _OF_EVENTS and other.end <= context.figure.start
        ]
        first = not before or before[-1].family != "date"  # of two dates side by side the second is another matter
        told = bool(_DATE_LEAD.search(lead)) or context.in_cell
        if _OTHER_DATE.search(lead) or not told or not (first or context.in_cell):
            return Readings((), tuple(possible))
        return Readings(tuple(dates), tuple(possible), ("date", ",".join(self._events_of_date(context))))

    def _events_of_date(self, context: Context) -> list[str]:
        """The events a date is told of: named since the date before it, else the next one named, else the last."""
        before = max((other.end for other in context.figures
                      if other.family in _OF_EVENTS and other.end <= context.figure.start), default=0)  # fmt: skip
        since = [focus for focus in context.named_events if focus.sure and focus.start >= before]
        named = list(dict.fromkeys(code for focus in since for code in focus.codes))
        ahead = [code for code in context.events_ahead if not self._has_its_date(context, code)]
        return named or list(dict.fromkeys(ahead)) or context.sure_events

    def _has_its_date(self, context: Context, code: str) -> bool:
        """Whether another date of the passage is that of the event."""
        others = [figure for figure in context.figures if figure.family == "date" and figure != context.figure]
        dates = self.known.events_by_code[code].of("date")
        return any(agreement(figure, known) for figure in others for known in dates)

    def _units(self, context: Context) -> Readings:
        counts = self.known.units
        national = tuple(known for known in self.known.national if known.family == "units")
        if not counts:
            return Readings((), national)
        near = {mention.topic.id for mention in (*context.named, *context.named_next) if mention.topic}
        topics = near | {mention.topic.id for mention in context.mentions if mention.topic}
        if "national" in near:
            return Readings((), (*national, *counts.values()))
        said = context.lead[-40:]
        before = [figure for figure in context.figures if figure.end <= context.figure.start][-1:]
        if any(figure.family == "share" and figure.value == mark.value
               for figure in before for mark in self.known.thresholds[:1]):  # fmt: skip
            said = context.wide_lead[-50:]  # ผ่านเกณฑ์ ๘๕ คะแนน จำนวน …
        if self._of_a_part(context) or self._of_a_kind(context):
            return Readings((), tuple(counts.values()))
        judged = bool(topics & {"pass_rate", "ita_score"})
        if out_of := _OF_ALL.match(context.passage.text, context.figure.unit_end or context.figure.end):
            which = "failed" if context.cue("failed", out_of[0]) else "passed"
        elif context.passage.text[: context.figure.start].rstrip().endswith("/"):
            which = "all"
        elif context.cue("failed", said):
            which = "failed"
        elif judged and _FRACTION.match(context.passage.text, context.figure.end):
            which = "passed"
        elif context.cue("out_of", said[-12:]) and judged:
            which = "all"
        elif context.cue("passed", said):
            which = "passed"
        elif after := re.match(r" ?(?:ที่|ซึ่ง|which|that)? ?(ไม่ผ่าน|ยังไม่ผ่าน|ผ่าน|passed|failed)", context.trail):
            which = "passed" if after[1] in ("ผ่าน", "passed") else "failed"
        else:
            return Readings((), tuple(counts.values()))
        return Readings((counts[which],), (), ("units", which))

    @staticmethod
    def _of_a_kind(context: Context) -> bool:
        """Whether the units of one kind are counted: กรม ๗ แห่ง ผ่านทั้ง ๗ แห่ง."""
        at = context.figure.start - len(context.wide_lead)
        kinds = occurrences(phrases().cues["kind"], context.wide_lead)
        units = [(mention.start, mention.end) for mention in context.mentions if mention.unit]
        return any(not any(one <= at + start < two for one, two in units) for start, _, _ in kinds)

    def _of_a_part(self, context: Context) -> bool:
        """Whether units are counted that lie below or above some score other than the pass mark."""
        before = [figure for figure in context.figures if figure.end <= context.figure.start][-1:]
        marks = [known.value for known in self.known.thresholds[:1]]
        scores = [figure for figure in before if figure.family == "share" and figure.value not in marks]
        text = context.passage.text
        return any(
            context.cue("bound", text[max(0, figure.start - _NEAR_MARK) : figure.start])
            or context.cue("bound_after", text[figure.unit_end : context.figure.start])
            for figure in scores
        )

    def _provinces(self, context: Context) -> Readings:
        own = tuple(known for code in context.sure_events for known in self.known.events_by_code[code].of("provinces"))
        rest = tuple(known for event in self.known.events for known in event.of("provinces"))
        return Readings(own, () if own else rest, ("provinces", ",".join(context.sure_events)))

    def _dimensions(self, context: Context) -> Readings:
        ethics = any(mention.topic and mention.topic.id == "ethics_index" for mention in context.named)
        counts = self.known.counts.get("dimensions", ())
        return Readings(counts, ()) if ethics else Readings((), counts)

    def _held(self, context: Context) -> Readings:
        """Sub-activities, activities and events held: of the whole year, of one sub-activity, or of one code."""
        family = context.figure.family
        whole = self.known.counts.get(family, ())
        parts = tuple(self._parts(context))
        everything = tuple(known for counts in self.known.counts.values() for known in counts)
        near = context.wide_lead[-30:]
        out_of = _FROM.match(context.passage.text, context.figure.unit_end or context.figure.end)
        told = not out_of and (context.cue("whole", near) or context.cue("counted", near[-8:]))
        if family == "events" and not parts and context.cue("total", near[-12:]) and context.cue("held", near):
            return Readings((*whole, *self.known.counts.get("activities", ())), (), ("held", family))
        if parts and family == "events" and context.cue("counted", near[-8:]):
            return Readings(parts, (), ("held", family))
        if (
            whole
            and family != "events"
            and told
            and not parts
            and not any(focus.sure for focus in context.named_events)
        ):
            return Readings(whole, (), ("held", family))
        return Readings((), (*parts, *everything))

    def _parts(self, context: Context) -> Iterable[Known]:
        """How many rows, and how many codes, the events spoken of have."""
        for focus in context.named_events[-1:]:
            if len(focus.codes) > 1:
                cells = "; ".join(ranges(self.known.events_by_code[code].source for code in sorted(focus.codes)))
                for count in dict.fromkeys((len(focus.codes), len({main_code(code) for code in focus.codes}))):
                    if count > 1:
                        yield Known("activities.code", context.figure.family, Decimal(count), cells)
