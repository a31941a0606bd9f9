"""What a count may mean: of units, provinces, dimensions, and of what was held."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.facts import Known, main_code
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.readings import Readings
from itaanalysis.audit.phrases import any_word, occurrences, phrases
from itaanalysis.cell_ranges import ranges

_SO_MANY_JUDGED = rf"[0-9]+ ?{any_word('of_units')}[^0-9]{{0,8}}{any_word('judged')}"
_OF_ALL = re.compile(rf" ?{any_word('out_of')}[^0-9]{{0,16}}{_SO_MANY_JUDGED}", re.IGNORECASE)
_FRACTION = re.compile(r" ?/ ?[0-9]")
_FROM = re.compile(rf" ?{any_word('out_of')}(?:{any_word('all')}| )*[0-9]", re.IGNORECASE)
_JUDGED_BEHIND = re.compile(rf" ?{any_word('that')}? ?(?P<judged>{any_word('judged')})")
_NEAR_MARK = 16
"""Characters before a score in which a word says that it is a bound."""


class CountReadings:
    """Reads counts by what the words around them count."""

    def __init__(self, known: KnownFigures) -> None:
        self.known = known

    def units(self, context: Context) -> Readings:
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
        elif after := _JUDGED_BEHIND.match(context.trail):
            which = "passed" if after["judged"] in phrases().cues["passed"] else "failed"
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

    def provinces(self, context: Context) -> Readings:
        own = tuple(known for code in context.sure_events for known in self.known.events_by_code[code].of("provinces"))
        rest = tuple(known for event in self.known.events for known in event.of("provinces"))
        return Readings(own, () if own else rest, ("provinces", ",".join(context.sure_events)))

    def dimensions(self, context: Context) -> Readings:
        ethics = any(mention.topic and mention.topic.id == "ethics_index" for mention in context.named)
        counts = self.known.counts.get("dimensions", ())
        return Readings(counts, ()) if ethics else Readings((), counts)

    def held(self, context: Context) -> Readings:
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
        own = any(focus.own for focus in context.named_events[-1:])  # not what the passage before was of
        if parts and own and family == "events" and context.cue("counted", near[-8:]):
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
