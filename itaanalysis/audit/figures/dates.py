"""The dates of a passage, and the months and times of day in it that are no figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.phrases import any_word, phrases
from itaanalysis.thai.calendar import MONTH_PATTERN
from itaanalysis.thai.dates import DateError, read_dates

_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:(?:ปี ?)?(?:[พค]\. ?ศ\. ?)?)(?:[0-9]{4}|[0-9]{2}(?!\.?[0-9]))"
_OF_MONTH = rf" ?(?:เดือน ?)?(?:{MONTH_PATTERN}),? ?"
_LINK = rf" ?(?:-|{any_word('day_and_day')}) ?"
_IN_WORDS = rf"{_DAY}(?:{_LINK}{_DAY})*{_OF_MONTH}(?:{_YEAR})?(?:{_LINK}{_DAY}{_OF_MONTH}(?:{_YEAR})?)?"
_MONTH_FIRST = rf"(?:{MONTH_PATTERN}) {_DAY}(?: ?- ?{_DAY})?,? [0-9]{{4}}"
_SLASHED = r"[0-3]?[0-9]/[01]?[0-9]/(?:[0-9]{4}|[0-9]{2})"
_ISO = r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]"
_NO_ROUND = "".join(rf"(?<!{word})(?<!{word} )" for word in phrases().words["round_number"])
_DATES = re.compile(
    rf"(?<![0-9./]){_NO_ROUND}(?:{_IN_WORDS}|{_MONTH_FIRST}|{_SLASHED}|{_ISO})(?![0-9/])", re.IGNORECASE
)
_MONTH_AND_YEAR = re.compile(rf"(?:{MONTH_PATTERN}) ?{_YEAR}", re.IGNORECASE)
_CLOCK = re.compile(r"[0-2]?[0-9][.:][0-5][0-9] ?(?:น\.|นาฬิกา)")


def dates(text: str) -> Iterator[Figure]:
    """Every date and span of days; of the family "none" is what no table could be held against."""
    for found in _DATES.finditer(text):
        typed = found.group().rstrip(" ,-")
        end = found.start() + len(typed)
        try:
            span = read_dates(typed)
        except DateError:
            # A day without a year, or one that the calendar does not have: nothing to hold against a table.
            yield Figure(found.start(), found.end(), typed, Decimal(0), "none")
            continue
        yield Figure(found.start(), end, typed, span.start, "date", last=span.end, unit_end=end)


def months_and_times(text: str) -> Iterator[tuple[int, int]]:
    """Where a month with its year, or a time of day, stands: its numbers are no figures."""
    for pattern in (_MONTH_AND_YEAR, _CLOCK):
        for found in pattern.finditer(text):
            yield found.span()
