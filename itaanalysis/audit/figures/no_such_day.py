"""Days the calendar does not have: which day of a date is none, whether a date is meant at all, how it is told."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from itaanalysis.audit.phrases import any_word
from itaanalysis.thai.calendar import MONTH_PATTERN, MONTHS_EN, MONTHS_TH, WEEKDAYS_EN, WEEKDAYS_TH
from itaanalysis.thai.date_format import BUDDHIST_ERA
from itaanalysis.thai.date_periods import TypedDay
from itaanalysis.thai.date_tokens import typed_dates
from itaanalysis.thai.dates import DateError
from itaanalysis.thai.text import to_thai_digits

_DAY_OF_WEEK = rf"(?:{'|'.join((*WEEKDAYS_TH, *WEEKDAYS_EN))})"
_TOLD = re.compile(rf"(?:{any_word('date_before')}|วัน(?:{_DAY_OF_WEEK})?(?:ที่)?|{_DAY_OF_WEEK},?) ?$", re.IGNORECASE)
_SLASHED = re.compile(rf"(?:^|\(|{any_word('date_before')}) ?$", re.IGNORECASE)
_COUNTED = re.compile(rf"(?:{MONTH_PATTERN}|{any_word('measured_before')}) ?:? ?\(?$", re.IGNORECASE)
_MONTHS = (*MONTHS_TH, *MONTHS_EN)
_LEAP_YEAR = 2000
_LAST_DAY = 31


def is_no_day(typed: str, before: str, behind: str) -> bool:
    """Whether `typed` is meant for a date and names a day or month the calendar never has: ๓๑ กันยายน, 30/02/2568.

    Months may also head figures (มกราคม ๓๑ กุมภาพันธ์ ๓๐): behind a month or ร้อยละ stands no day, and without a year of
    four digits a word has to say that it is one, or it has to stand alone.
    """
    if "/" in typed and not _SLASHED.search(before):  # ๓๑/๒/๒๕๖๘ may be the number of a letter
        return False
    if _COUNTED.search(before):
        return False
    alone = not (before.strip() or behind.strip())
    return bool(alone or re.search("[0-9]{4}", typed) or _TOLD.search(before)) and no_such_day(typed) is not None


def no_such_day(typed: str) -> TypedDay | None:
    """The day of a typed date that the calendar does not have, with the month and year that stand behind it."""
    try:
        days = typed_dates(typed).days
    except DateError:
        return None
    plain = re.search("[0-9]{4}", typed) or any(month.casefold() in typed.casefold() for month in _MONTHS)
    month = year = None
    for one in reversed(days):  # of ๓๐ - ๓๑ กันยายน ๒๕๖๘ the month and year stand with the last
        if one.month is not None:
            month, year = one.month, one.year or year
        if not month or not one.day or (one.day > _LAST_DAY and not plain):
            return None
        if month not in range(1, 13) or one.day > monthrange(year or _LEAP_YEAR, month)[1]:
            return replace(one, month=month, year=year) if plain or year else None
    return None


def day_in_words(typed: str) -> tuple[str, str]:
    """The day that is none, in Thai and in English; as it is typed where its month is none either."""
    day = no_such_day(typed)
    if day is None or not day.month or day.month not in range(1, 13):
        return f"“{to_thai_digits(typed)}”", f"“{typed}”"
    th, en = f"{day.day} {MONTHS_TH[day.month - 1]}", f"{day.day} {MONTHS_EN[day.month - 1]}"
    if day.year:
        th, en = f"{th} {day.year + BUDDHIST_ERA}", f"{en} {day.year}"
    return to_thai_digits(th), en
