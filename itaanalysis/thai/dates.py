"""Dates as offices type them, read into days, and days written as offices print them.

Years are of the Buddhist era (พ.ศ. = C.E. + 543) or the Common Era; the year itself tells which, cell by
cell. In a date of numbers the day comes first. A month, a quarter or a fiscal year may stand for all its days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from numbers import Real

from itaanalysis.thai.calendar import MONTHS_EN, MONTHS_TH, weekday_number
from itaanalysis.thai.date_format import BUDDHIST_ERA, format_date, format_date_range
from itaanalysis.thai.date_pattern import speaks_of_date, speaks_of_month
from itaanalysis.thai.date_periods import FIRST_FISCAL_MONTH, TypedDay, calendar_year, last_day
from itaanalysis.thai.date_tokens import Link, common_year, typed_dates
from itaanalysis.thai.errors import DateError, EndBeforeStart
from itaanalysis.thai.text import to_arabic_digits, to_thai_digits

__all__ = [
    "BUDDHIST_ERA", "DateError", "DateSpan", "EndBeforeStart", "format_date", "format_date_range", "read_dates",
    "speaks_of_date", "speaks_of_month",
]  # fmt: skip

_FIRST_SERIAL = 18264  # 1 January 1950; a smaller number in a date column is a year, a day or an amount
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of an Excel workbook, true of every date since 1 March 1900
_SERIAL_AS_TEXT = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)  # as a CSV file holds it
_SERIAL_END = (date(2700, 1, 1) - _SERIAL_ZERO).days  # past every year that may be of the Buddhist era

Span = tuple[date, date]


@dataclass(frozen=True)
class DateSpan:
    """The days a text names.

    `days` holds every one in order: all from `start` to `end` of a range, only those named of a list.
    `two_digit_year` says that a year was typed as `๖๘`; `weekday_mismatch` is the weekday as typed when it
    is not the weekday of its date, else None. `whole_months` says that months, quarters or years are named, not days.
    """

    start: date
    end: date
    days: tuple[date, ...]
    two_digit_year: bool = False
    weekday_mismatch: str | None = None
    whole_months: bool = False


def read_dates(value: object, fiscal_year: int | None = None) -> DateSpan:
    """The days named in a cell: a text, a date, or an Excel serial number.

    Knows full and short month names with or without dots, Thai and English; `4/8/2568` (4 August) and
    `2025-07-21`; years of either era, and of two digits as 25xx (as 20xx where that is next to `fiscal_year`); ranges,
    lists, weekdays and `เมื่อวันที่`. A month, a quarter of the fiscal year or a whole one stands for all its days. A
    month typed without a year is that of `fiscal_year` (of the Buddhist era), a day without one is refused. Where the
    year stands once, at the end of a range from October or later to September or sooner, the range crosses New Year.

    A date of Excel whose year is 24xx to 26xx was typed in the Buddhist era. Raises DateError naming what is
    wrong or missing.

    >>> read_dates("๗ - ๘ กุมภาพันธ์ ๒๕๖๘").end
    datetime.date(2025, 2, 8)
    >>> [day.isoformat() for day in read_dates("๗, ๑๔ และ ๒๑ ม.ค. ๖๙").days]
    ['2026-01-07', '2026-01-14', '2026-01-21']
    >>> read_dates("๓๐ ธ.ค. - ๓ ม.ค. ๒๕๖๘").start, read_dates("ตลอดปีงบประมาณ", 2568).start
    (datetime.date(2024, 12, 30), datetime.date(2024, 10, 1))
    """
    if isinstance(value, str):
        return _read_text(value, fiscal_year)
    # NaN and NaT differ from themselves.
    if value is None or (isinstance(value, Real | date) and value != value):
        raise DateError("ว่าง ไม่มีวันที่", "blank")
    if isinstance(value, datetime):
        value = value.date()
    elif isinstance(value, Real) and not isinstance(value, bool):
        value = _from_serial(float(value))
    if not isinstance(value, date):
        raise DateError(f"เป็น {type(value).__name__} ไม่ใช่วันที่", f"a {type(value).__name__}, not a date")
    day = _date(common_year(value.year), value.month, value.day)
    return DateSpan(day, day, (day,))


def _from_serial(serial: float) -> date:
    if not _FIRST_SERIAL <= serial < _SERIAL_END:
        raise DateError(f"ตัวเลข {serial:g} ไม่ใช่วันที่", f"the number {serial:g} is not a date")
    return _SERIAL_ZERO + timedelta(days=int(serial))


def _read_text(text: str, fiscal_year: int | None) -> DateSpan:
    if _SERIAL_AS_TEXT.fullmatch(typed_serial := to_arabic_digits(text.strip())):
        return read_dates(float(typed_serial))
    typed = typed_dates(text, None if fiscal_year is None else fiscal_year - BUDDHIST_ERA)
    spans = _spans(typed.days, fiscal_year)
    for link, left, right in zip(typed.links, typed.days, typed.days[1:], strict=False):
        if link == "beside" and not (left.year and right.year):
            raise DateError("มีตัวเลขมากกว่าหนึ่งชุดโดยไม่มีขีดหรือจุลภาคคั่น", "figures side by side with no dash or comma between")
    days = _joined(spans, typed.links)
    mismatches = (
        name for name, (day, _) in zip(typed.weekdays, spans, strict=False) if weekday_number(name) != day.weekday()
    )
    whole_months = any(one.day is None for one in typed.days)
    return DateSpan(days[0], days[-1], days, typed.two_digit_year, next(mismatches, None), whole_months)


def _spans(typed: list[TypedDay], fiscal_year: int | None) -> list[Span]:
    """First and last day of each, in the order typed; what has no month or year has those of the next one."""
    spans: list[Span] = []
    month = year = None
    for one in reversed(typed):
        if one.month is not None:
            its_year = one.year or _year_before(one.month, month, year)
            if its_year is None and one.day is None and fiscal_year is not None:
                its_year = calendar_year(one.month, fiscal_year - BUDDHIST_ERA)
            month, year = one.month, its_year
        first = _date(year, month, 1 if one.day is None else one.day)
        spans.append((first, first if one.day is not None else last_day(first.year, first.month, one.months)))
    return spans[::-1]


def _year_before(month: int, next_month: int | None, next_year: int | None) -> int | None:
    """The year of a month typed without one, before a month that has one: `๓๐ ธ.ค. - ๓ ม.ค. ๒๕๖๘`."""
    if next_month is None or next_year is None:
        return None
    return next_year - (month >= FIRST_FISCAL_MONTH > next_month)


def _date(year: int | None, month: int | None, day: int) -> date:
    if month is None:
        raise DateError("ไม่มีเดือน", "the month is missing")
    if not 1 <= month <= 12:
        raise DateError(f"ไม่มีเดือนที่ {to_thai_digits(str(month))}", f"there is no month {month}")
    if year is None:
        raise DateError("ไม่มีปี", "the year is missing")
    try:
        return date(year, month, day)
    except ValueError:
        number, its_year = to_thai_digits(str(day)), to_thai_digits(str(year + BUDDHIST_ERA))
        raise DateError(
            f"เดือน{MONTHS_TH[month - 1]} {its_year} ไม่มีวันที่ {number}",
            f"{MONTHS_EN[month - 1]} {year} has no day {day}",
        ) from None


def _joined(spans: list[Span], links: list[Link]) -> tuple[date, ...]:
    """Every day of the spans as linked, in order, each once."""
    days = set(_days(*spans[0]))
    for i, link in enumerate(links):
        (first, end), (start, last) = spans[i], spans[i + 1]
        if link == "range":
            if start <= end:
                raise EndBeforeStart("วันสิ้นสุดไม่อยู่หลังวันเริ่ม", "the last day is not after the first")
            if i and links[i - 1] == "range":
                raise DateError("มีช่วงวันที่ซ้อนกัน", "a range within a range")
            days.update(_days(first, last))
        days.update(_days(start, last))
    return tuple(sorted(days))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
