"""Which event, and which fiscal year, a number is of."""

from __future__ import annotations

import re
from functools import cached_property

from itaanalysis.audit.claims.surroundings import CLAUSE, Surroundings
from itaanalysis.audit.named.events import Focus
from itaanalysis.audit.named.signs import Codes
from itaanalysis.audit.phrases import any_word
from itaanalysis.thai.dates import BUDDHIST_ERA

_BARE_YEAR = re.compile(r"2[0-9]{3}")
_YEAR = re.compile(rf"{any_word('year')} ?(?:พ\.ศ\. ?)?(2[0-9]{{3}})(?![0-9])")
_YEAR_BEHIND = re.compile(
    rf" ?{any_word('in_year')}(?:{any_word('year')}| )* ?(?:พ\.ศ\. ?)?(2[0-9]{{3}})(?= ?(?:และ|[,.;)]|$))"
)
_YEAR_REACH = 160
"""Characters before a number in which a year may be that of the number."""


class Times(Surroundings):
    """Events and years spoken of beside a number."""

    @cached_property
    def spoken_of(self) -> tuple[Focus, ...]:
        """The events spoken of when the number comes; where the passage names one only later, that one."""
        told = [focus for focus in self.focus if focus.start < self.figure.start]
        own = [focus for focus in told if focus.own] or told  # what the passage before left is over
        return tuple(own or [focus for focus in self.focus[:1] if focus.start - self.figure.end <= CLAUSE])

    @property
    def named_events(self) -> tuple[Focus, ...]:
        """The events spoken of before the number comes."""
        return tuple(focus for focus in self.spoken_of if focus.start <= self.figure.start)

    @cached_property
    def sure_events(self) -> list[str]:
        """Codes of single events the text leaves no doubt about, the first named first.

        Those named since the number before that counts the same: a number belongs to no event that has had its own.
        """
        before = max((other.end for other in self.alike_before), default=0)
        since = [focus for focus in self.spoken_of if focus.start >= before] or self.spoken_of[-1:]
        return list(dict.fromkeys(code for focus in since if focus.sure for code in focus.codes))

    @cached_property
    def possible_events(self) -> Codes:
        """Codes of all events it may be about."""
        return frozenset(code for focus in self.spoken_of if focus.own or len(focus.codes) == 1 for code in focus.codes)

    @cached_property
    def events_ahead(self) -> list[str]:
        """Codes of single events named behind the number, before the next one of its kind."""
        end = self.figure.end
        following = [other.start for other in self.figures if other.family == self.figure.family and other.start >= end]
        close = min(following, default=len(self.passage.text))
        return [code for focus in self.focus if focus.sure and end <= focus.start < close for code in focus.codes]

    @property
    def has_left_the_event(self) -> bool:
        """Whether another year is named after the event spoken of before."""
        own = [focus.start for focus in self.spoken_of if focus.own]
        at, other = self._last_year
        return other and at > max(own, default=-1)

    @cached_property
    def of_other_year(self) -> bool:
        """Whether the sentence speaks of another fiscal year, or of a part of one."""
        behind = _YEAR_BEHIND.match(self.passage.text, self.end)
        if self._last_year[1] or (behind and self._is_other(behind[1])):
            return True
        if self.cue("part_of_year", f"{self.lead} {self.passage.heading}"):
            return True
        rows_year = _BARE_YEAR.fullmatch(self.passage.row[0]) if self.passage.row else None
        if rows_year and self._is_other(rows_year[0]):
            return True
        return bool(self.other_year) or self.cue("other_year", f"{self.wide_lead} {self.passage.heading}")

    @cached_property
    def _last_year(self) -> tuple[int, bool]:
        """Where the last year before the number is named, apart from dates, and whether it is another one."""
        dates = [(other.start, other.end) for other in self.figures if other.family == "date"]
        named = [
            year
            for year in _YEAR.finditer(self.passage.text, max(0, self.figure.start - _YEAR_REACH), self.figure.start)
            if not any(start <= year.start(1) < end for start, end in dates)
        ]
        return (named[-1].start(), self._is_other(named[-1][1])) if named else (-1, False)

    def _is_other(self, year: str) -> bool:
        """Whether a year of either era is another one than that of the data."""
        return int(year) not in (self.fiscal_year, self.fiscal_year - BUDDHIST_ERA)
