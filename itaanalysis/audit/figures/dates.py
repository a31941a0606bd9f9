"""The dates of a passage: those that are, those the calendar does not have, and weekdays that are not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from itaanalysis.audit.figures.figure import WEEKDAY, Figure
from itaanalysis.audit.figures.no_such_day import is_no_day
from itaanalysis.audit.phrases import any_word, phrases
from itaanalysis.thai.calendar import MONTH_PATTERN, WEEKDAYS_EN, WEEKDAYS_TH, weekday_number
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
_DAY_OF_WEEK = rf"(?:วัน(?:{'|'.join(WEEKDAYS_TH)})|{'|'.join(WEEKDAYS_EN)})"
_WEEKDAY = re.compile(
    rf"(?P<several>{_DAY_OF_WEEK}(?:ที่)?{_LINK})?(?P<day>{_DAY_OF_WEEK}),? ?(?:ที่|the)? ?$", re.IGNORECASE
)
_LONGEST_WEEKDAY = 40
_WITH_MONTH = re.compile(rf"{_DAY}{_OF_MONTH}(?:{_YEAR})?", re.IGNORECASE)
_AND = re.compile(rf" ?{any_word('and')} ?")
_BETWEEN = re.compile(rf"{any_word('between')} ?(?:วันที่ ?)?$", re.IGNORECASE)
_CLOCK = re.compile(r"[0-2]?[0-9][.:][0-5][0-9] ?(?:น\.|นาฬิกา)")


def dates(text: str) -> Iterator[Figure]:
    """Every date and span of days; of the family "none" is what no table could be held against."""
    for found in _DATES.finditer(text):
        parts = _parted(text, found) or [(found.start(), found.start() + len(found.group().rstrip(" ,-")))]
        for start, end in parts:
            yield _figure(text, start, end)


def _parted(text: str, found: re.Match[str]) -> list[tuple[int, int]]:
    """Where each of two dates with a month of its own stands, only named together: ๒๕ ตุลาคม ๒๕๖๗ และ ๓ กันยายน ๒๕๖๘."""
    parts = [
        (part.start(), part.start() + len(part[0].rstrip(" ,"))) for part in _WITH_MONTH.finditer(text, *found.span())
    ]
    together = len(parts) == 2 and _AND.fullmatch(text[parts[0][1] : parts[1][0]])
    return parts if together and not _BETWEEN.search(text[: found.start()]) else []


def _figure(text: str, start: int, end: int) -> Figure:
    typed = text[start:end]
    try:
        span = read_dates(typed)
    except DateError:
        if is_no_day(typed, text[:start], text[end:]):
            return Figure(start, end, typed, None, "date", unit_end=end)
        return Figure(start, end, typed, Decimal(0), "none")  # without a year: nothing to hold against a table
    return Figure(start, end, typed, span.start, "date", last=span.end, unit_end=end)


def wrong_weekdays(text: str) -> Iterator[Figure]:
    """Every weekday right before a date that is not its own (วันจันทร์ที่ ๓ กันยายน ๒๕๖๘), with that of the date."""
    for figure in dates(text):
        named = _WEEKDAY.search(text, max(0, figure.start - _LONGEST_WEEKDAY), figure.start)
        day = figure.value
        if named is None or named["several"] or not isinstance(day, date) or not re.search("[0-9]{4}", figure.typed):
            continue
        typed = named["day"].casefold().removeprefix("วัน")
        if weekday_number(typed) != day.weekday():
            start, end = named.span("day")
            yield Figure(start, end, named["day"], str(day.weekday()), WEEKDAY, unit_end=end)


def months_and_times(text: str) -> Iterator[tuple[int, int]]:
    """Where a month with its year, or a time of day, stands: its numbers are no figures."""
    for pattern in (_MONTH_AND_YEAR, _CLOCK):
        for found in pattern.finditer(text):
            yield found.span()
