"""What a count may mean: of units, provinces, dimensions, and of what was held."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.facts import Known, main_code
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.readings import Readings
from itaanalysis.audit.meanings.units_counted import UnitsCounted
from itaanalysis.audit.phrases import any_word
from itaanalysis.cell_ranges import ranges
from itaanalysis.thai.rounding import exact

_HELD_IN = re.compile(rf"{any_word('held_in')}(?:{any_word('all')}|{any_word('so_many_are')}| )*$", re.IGNORECASE)
_OF_PROVINCES = re.compile("[ก-๙A-Za-z]")
_ALL_TOLD = 14
_FROM = re.compile(rf" ?{any_word('out_of')}(?:{any_word('all')}| )*[0-9]", re.IGNORECASE)


class CountReadings:
    """Reads counts by what the words around them count."""

    def __init__(self, known: KnownFigures) -> None:
        self.known = known
        self._counted = UnitsCounted(known)

    def units(self, context: Context) -> Readings:
        counts = self.known.units
        national = tuple(known for known in self.known.national if known.family == "units")
        if not counts:
            return Readings((), national)
        near = {mention.topic.id for mention in (*context.named, *context.named_next) if mention.topic}
        if "national" in near:
            return Readings((), (*national, *counts.values()))
        which = self._counted.which(context)
        known = self._counted.count(which)
        if known is None:
            return Readings((), () if which else tuple(counts.values()))
        return Readings((known,), (), ("units", which))

    def provinces(self, context: Context) -> Readings:
        own = tuple(known for code in context.sure_events for known in self.known.events_by_code[code].of("provinces"))
        rest = tuple(known for event in self.known.events for known in event.of("provinces"))
        if not own and self._is_of_all_provinces(context):
            return Readings(self.known.provinces[:1], (*self.known.provinces, *rest), ("provinces", "held"))
        return Readings(own, () if own else rest, ("provinces", ",".join(context.sure_events)))

    def _is_of_all_provinces(self, context: Context) -> bool:
        """Whether the provinces are counted in which anything was held: more than there are, or all of them told."""
        lead, value = context.lead, context.figure.value
        if context.possible_events or not _HELD_IN.search(lead) or _OF_PROVINCES.match(context.trail):
            return False
        most = self.known.provinces[:1]
        beyond = any(isinstance(value, Decimal) and value > exact(known.value) for known in most)
        return beyond or (bool(most) and context.cue("total", lead[-_ALL_TOLD:]))

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
