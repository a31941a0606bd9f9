"""Which event a date may be of."""

from __future__ import annotations

import re

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.agreement import agreement
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.readings import Readings
from itaanalysis.audit.phrases import any_word

_TOLD = re.compile(rf"(?:{any_word('date_before')}|[,(])\s*$", re.IGNORECASE)
_OTHER_DATE = re.compile(rf"{any_word('other_date_before')}\s*$", re.IGNORECASE)
_OF_EVENTS = ("date", "people", "money")


class DayReadings:
    """Reads dates by the events spoken of beside them."""

    def __init__(self, known: KnownFigures) -> None:
        self.known = known

    def date(self, context: Context) -> Readings:
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
        told = bool(_TOLD.search(lead)) or context.in_cell
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
