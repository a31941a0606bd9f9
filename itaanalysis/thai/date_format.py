"""Days written as offices print them, in Thai or in English."""

from __future__ import annotations

from datetime import date
from typing import Literal

from itaanalysis.thai.calendar import MONTHS_EN, MONTHS_EN_SHORT, MONTHS_TH, MONTHS_TH_SHORT
from itaanalysis.thai.text import in_digits

Lang = Literal["th", "en"]
Digits = Literal["thai", "arabic"]
Style = Literal["long", "short", "month_year", "month_year_short"]

BUDDHIST_ERA = 543
"""Years the Buddhist era is ahead of the Common Era, for dates since 1 January 1941."""


def format_date(day: date, style: Style = "long", lang: Lang = "th", digits: Digits | None = None) -> str:
    """`day` in words: Thai in the Buddhist era, English in the Common Era.

    `digits` are Thai in Thai text and Arabic in English text unless named. The short Thai style has a year
    of two digits, as offices type it, where that says 25xx. Raises ValueError for an unknown style.

    >>> format_date(date(2025, 9, 3)), format_date(date(2025, 9, 3), "short")
    ('๓ กันยายน ๒๕๖๘', '๓ ก.ย. ๖๘')
    >>> format_date(date(2025, 9, 3), lang="en"), format_date(date(2025, 9, 3), "month_year")
    ('3 September 2025', 'กันยายน ๒๕๖๘')
    """
    if style not in ("long", "short", "month_year", "month_year_short"):
        raise ValueError(f"no such style of date: {style!r}; there are long, short, month_year and month_year_short")
    words = f"{_month(day, style, lang)} {_year(day, style, lang)}"
    return in_digits(words if style.startswith("month_year") else f"{day.day} {words}", lang, digits)


def format_date_range(
    start: date, end: date, style: Style = "long", lang: Lang = "th", digits: Digits | None = None
) -> str:
    """The days from `start` to `end` in words; what both share is said once.

    Raises ValueError when `end` comes before `start`.

    >>> format_date_range(date(2025, 2, 7), date(2025, 2, 8))
    '๗ - ๘ กุมภาพันธ์ ๒๕๖๘'
    >>> format_date_range(date(2025, 7, 31), date(2025, 8, 1), "short", lang="en")
    '31 Jul – 1 Aug 2025'
    """
    if end < start:
        raise ValueError(f"the range ends on {end}, before it starts on {start}")
    last = format_date(end, style, lang, digits)
    by_month = style.startswith("month_year")
    if start == end or (by_month and (start.year, start.month) == (end.year, end.month)):
        return last
    if start.year != end.year:
        first = format_date(start, style, lang, digits)
    elif by_month:
        first = _month(start, style, lang)
    elif start.month != end.month:
        first = f"{start.day} {_month(start, style, lang)}"
    else:
        first = str(start.day)
    bare = first.isdigit() and lang == "en"  # 7–8 February, but 31 July – 1 August
    dash = "–" if bare else " – " if lang == "en" else " - "
    return in_digits(first, lang, digits) + dash + last


def _month(day: date, style: Style, lang: Lang) -> str:
    if style.endswith("short"):
        return (MONTHS_TH_SHORT if lang == "th" else MONTHS_EN_SHORT)[day.month - 1]
    return (MONTHS_TH if lang == "th" else MONTHS_EN)[day.month - 1]


def _year(day: date, style: Style, lang: Lang) -> str:
    if lang == "en":
        return str(day.year)
    year = str(day.year + BUDDHIST_ERA)
    return year[2:] if style.endswith("short") and year.startswith("25") else year
