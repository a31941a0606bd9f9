"""Dates as offices type them, read into days, and days written as offices print them.

Years are of the Buddhist era (พ.ศ. = C.E. + 543) or the Common Era; the year itself tells which, cell by
cell. In a date of numbers the day comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from numbers import Real

from itaanalysis.thai.calendar import MONTHS_EN, MONTHS_TH, weekday_number
from itaanalysis.thai.date_format import BUDDHIST_ERA, format_date, format_date_range
from itaanalysis.thai.date_tokens import DateError, Link, TypedDay, common_year, typed_dates
from itaanalysis.thai.text import to_thai_digits

__all__ = ["BUDDHIST_ERA", "DateError", "DateSpan", "EndBeforeStart", "format_date", "format_date_range", "read_dates"]

_FIRST_SERIAL = 18264  # 1 January 1950; a smaller number in a date column is a year, a day or an amount
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of an Excel workbook, true of every date since 1 March 1900
_SERIAL_END = (date(2700, 1, 1) - _SERIAL_ZERO).days  # past every year that may be of the Buddhist era


class EndBeforeStart(DateError):
    """A range whose last day is not after its first."""


@dataclass(frozen=True)
class DateSpan:
    """The days a text names.

    `days` holds every one in order: all from `start` to `end` of a range, only those named of a list.
    `two_digit_year` says that a year was typed as `๖๘`; `weekday_mismatch` is the weekday as typed when it
    is not the weekday of its date, else None.
    """

    start: date
    end: date
    days: tuple[date, ...]
    two_digit_year: bool = False
    weekday_mismatch: str | None = None


def read_dates(value: object) -> DateSpan:
    """The days named in a cell: a text, a date, or an Excel serial number.

    Knows full and short month names with or without dots, Thai and English; `4/8/2568` (4 August) and
    `2025-07-21`; years of either era, and of two digits as 25xx; ranges, lists, weekdays and `เมื่อวันที่`.
    A date of Excel whose year is 24xx to 26xx was typed in the Buddhist era. Raises DateError naming what is
    wrong or missing.

    >>> read_dates("๗ - ๘ กุมภาพันธ์ ๒๕๖๘").end
    datetime.date(2025, 2, 8)
    >>> [day.isoformat() for day in read_dates("๗, ๑๔ และ ๒๑ ม.ค. ๖๙").days]
    ['2026-01-07', '2026-01-14', '2026-01-21']
    """
    if isinstance(value, str):
        return _read_text(value)
    # NaN and NaT differ from themselves.
    if value is None or (isinstance(value, Real | date) and value != value):
        raise DateError("ว่าง ไม่มีวันที่", "blank")
    if isinstance(value, datetime):
        value = value.date()
    elif isinstance(value, Real) and not isinstance(value, bool):
        value = _from_serial(float(value))
    if not isinstance(value, date):
        raise DateError(f"เป็น {type(value).__name__} ไม่ใช่วันที่", f"a {type(value).__name__}, not a date")
    day = _date(TypedDay(value.day, value.month, common_year(value.year)))
    return DateSpan(day, day, (day,))


def _from_serial(serial: float) -> date:
    if not _FIRST_SERIAL <= serial < _SERIAL_END:
        raise DateError(f"ตัวเลข {serial:g} ไม่ใช่วันที่", f"the number {serial:g} is not a date")
    return _SERIAL_ZERO + timedelta(days=int(serial))


def _read_text(text: str) -> DateSpan:
    typed = typed_dates(text)
    dates = _dates(typed.days)
    for link, left, right in zip(typed.links, typed.days, typed.days[1:], strict=False):
        if link == "beside" and not (left.year and right.year):
            raise DateError("มีตัวเลขมากกว่าหนึ่งชุดโดยไม่มีขีดหรือจุลภาคคั่น", "figures side by side with no dash or comma between")
    days = _joined(dates, typed.links)
    mismatches = (
        name for name, day in zip(typed.weekdays, dates, strict=False) if weekday_number(name) != day.weekday()
    )
    return DateSpan(days[0], days[-1], days, typed.two_digit_year, next(mismatches, None))


def _dates(typed: list[TypedDay]) -> list[date]:
    """The dates in the order typed; a day without month or year has those of the next one."""
    dates: list[date] = []
    month = year = None
    for one in reversed(typed):
        if one.month is not None:
            month, year = one.month, one.year or year
        dates.append(_date(TypedDay(one.day, month, year)))
    return dates[::-1]


def _date(typed: TypedDay) -> date:
    if typed.month is None:
        raise DateError("ไม่มีเดือน", "the month is missing")
    if not 1 <= typed.month <= 12:
        raise DateError(f"ไม่มีเดือนที่ {to_thai_digits(str(typed.month))}", f"there is no month {typed.month}")
    if typed.year is None:
        raise DateError("ไม่มีปี", "the year is missing")
    try:
        return date(typed.year, typed.month, typed.day)
    except ValueError:
        number, year = to_thai_digits(str(typed.day)), to_thai_digits(str(typed.year + BUDDHIST_ERA))
        raise DateError(
            f"เดือน{MONTHS_TH[typed.month - 1]} {year} ไม่มีวันที่ {number}",
            f"{MONTHS_EN[typed.month - 1]} {typed.year} has no day {typed.day}",
        ) from None


def _joined(dates: list[date], links: list[Link]) -> tuple[date, ...]:
    """Every day of the dates as linked, in order, each once."""
    days = {dates[0]}
    for i, link in enumerate(links):
        first, last = dates[i], dates[i + 1]
        if link == "range":
            if last <= first:
                raise EndBeforeStart("วันสิ้นสุดไม่อยู่หลังวันเริ่ม", "the last day is not after the first")
            if i and links[i - 1] == "range":
                raise DateError("มีช่วงวันที่ซ้อนกัน", "a range within a range")
            days |= {first + timedelta(days=n) for n in range((last - first).days)}
        days.add(last)
    return tuple(sorted(days))
