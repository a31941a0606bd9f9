"""The dates of a passage: those that are, those the calendar does not have, and weekdays that are not theirs."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from itaanalysis.audit.figures.figure import WEEKDAY, Figure
from itaanalysis.audit.phrases import any_word, phrases
from itaanalysis.thai.calendar import MONTH_PATTERN, MONTHS_EN, MONTHS_TH, WEEKDAYS_EN, WEEKDAYS_TH, weekday_number
from itaanalysis.thai.date_tokens import typed_dates
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
_MONTHS = (*MONTHS_TH, *MONTHS_EN)
_TOLD = re.compile(rf"(?:^|\(|{any_word('date_before')}) ?$", re.IGNORECASE)
_LEAP_YEAR = 2000
_LAST_DAY = 31
_CLOCK = re.compile(r"[0-2]?[0-9][.:][0-5][0-9] ?(?:น\.|นาฬิกา)")


def dates(text: str) -> Iterator[Figure]:
    """Every date and span of days; of the family "none" is what no table could be held against."""
    for found in _DATES.finditer(text):
        typed = found.group().rstrip(" ,-")
        end = found.start() + len(typed)
        try:
            span = read_dates(typed)
        except DateError:
            if _has_no_such_day(typed, text[: found.start()]):
                yield Figure(found.start(), end, typed, None, "date", unit_end=end)
            else:  # a day without a year: nothing to hold against a table
                yield Figure(found.start(), found.end(), typed, Decimal(0), "none")
            continue
        yield Figure(found.start(), end, typed, span.start, "date", last=span.end, unit_end=end)


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


def _has_no_such_day(typed: str, before: str) -> bool:
    """Whether a date names a day or month the calendar never has: ๓๑ กันยายน, 30/02/2568."""
    if "/" in typed and not _TOLD.search(before):  # ๓๑/๒/๒๕๖๘ may be the number of a letter
        return False
    try:
        days = typed_dates(typed).days
    except DateError:
        return False
    plain = re.search("[0-9]{4}", typed) or any(month.casefold() in typed.casefold() for month in _MONTHS)
    month = year = None
    for one in reversed(days):  # of ๓๐ - ๓๑ กันยายน ๒๕๖๘ the month and year stand with the last
        if one.month is not None:
            month, year = one.month, one.year or year
        if not month or not one.day or (one.day > _LAST_DAY and not plain):
            return False
        if month not in range(1, 13) or one.day > monthrange(year or _LEAP_YEAR, month)[1]:
            return bool(plain or year)
    return False


def months_and_times(text: str) -> Iterator[tuple[int, int]]:
    """Where a month with its year, or a time of day, stands: its numbers are no figures."""
    for pattern in (_MONTH_AND_YEAR, _CLOCK):
        for found in pattern.finditer(text):
            yield found.span()
