"""Dates as offices type them, read into days, and days written as offices print them.

Years are of the Buddhist era (พ.ศ. = C.E. + 543) or the Common Era; which one is told by the year itself,
cell by cell. In a date of numbers the day comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from numbers import Real

from itaanalysis.thai.calendar import (
    MONTH_PATTERN,
    MONTHS_EN,
    MONTHS_TH,
    WEEKDAY_PATTERN,
    month_number,
    weekday_number,
)
from itaanalysis.thai.date_format import BUDDHIST_ERA, format_date, format_date_range
from itaanalysis.thai.errors import ReadingError
from itaanalysis.thai.text import normalise, to_arabic_digits, to_thai_digits, unify_dashes

__all__ = ["DateError", "DateSpan", "format_date", "format_date_range", "read_dates"]

_BUDDHIST_YEARS = range(2400, 2700)
_COMMON_YEARS = range(2400 - BUDDHIST_ERA, 2700 - BUDDHIST_ERA)
_FIRST_SERIAL = 18264  # 1 January 1950; a smaller number in a date column is a year, a day or an amount
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of an Excel workbook, true of every date since 1 March 1900


class DateError(ReadingError):
    """A value that is not a date, or not a whole one."""


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


@dataclass(frozen=True)
class _Typed:
    """A day as typed; the month and year may stand only with a later one (`๗ - ๘ กุมภาพันธ์ ๒๕๖๘`)."""

    day: int
    month: int | None = None
    year: int | None = None


_ERA = r"(?:(?:ปี\s?)?(?:พ\s?\.?\s?ศ\s?\.?|ค\s?\.?\s?ศ\s?\.?)|ปี|b\.?e\.?|a\.?d\.?|c\.?e\.?)"
_ERA_AFTER = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|b\.?e\.?|a\.?d\.?|c\.?e\.?)(?![a-z])"
_WEEKDAY = rf"(?:วัน\s?)?(?:{WEEKDAY_PATTERN})(?:\s?ที่)?"
_TOKEN = re.compile(
    rf"""
      (?P<clock> (?:เวลา\s?)? \d{{1,2}}[.:]\d{{2}} (?:\s?(?:-|ถึง)\s?\d{{1,2}}[.:]\d{{2}})?
        \s?น(?:\.|าฬิกา|(?![ก-๎])) )
    | (?P<weekdays> \(?\s?{_WEEKDAY}(?:\s?(?:-|,|และ|ถึง)\s?{_WEEKDAY})*\s?\)?,? )
    | (?P<numeric> (?P<a>\d+) (?P<cut>\s?[/.]\s?|-) (?P<b>\d+) (?P=cut) (?:{_ERA}\s?)? (?P<c>\d+)
        (?:(?:t|\s)\d\d:\d\d(?::\d\d(?:\.\d+)?)?z?)? )
    | (?P<named> (?P<day>\d+)(?:st|nd|rd|th)?
        (?: (?P<glue>[-/.]) (?:{MONTH_PATTERN}) (?P=glue)
          | \s?(?:เดือน|of\s)?\s?(?:{MONTH_PATTERN})\s?,? )
        (?:\s?(?P<era>{_ERA})\s?|\s?) (?P<year>\d+)? (?:\s?(?P<era_after>{_ERA_AFTER}))? )
    | (?P<bare> \d+ )(?:st|nd|rd|th)?
    | (?P<month> (?:เดือน\s?)?(?:{MONTH_PATTERN}) )
    | (?P<between> ระหว่าง | between\s )
    | (?P<lead> (?:ณ|เมื่อ|ใน|ตั้งแต่|จาก)\s?วันที่ | วันที่ | เมื่อ | ตั้งแต่ | จาก | on\s | from\s | the\s )
    | (?P<range> - | ~ | จนถึง | ถึง | (?:to|until|till|through)\s )
    | (?P<list> [,;]\s?(?:และ|กับ|and\s|&)? | และ | กับ | and\s | & )
    | \s+
    """,
    re.VERBOSE,
)
_MONTH = re.compile(MONTH_PATTERN)
_ENGLISH = "|".join(rf"{name[:3].casefold()}[a-z]*\.?" for name in MONTHS_EN)
_MONTH_FIRST = re.compile(rf"\b({_ENGLISH}) (\d{{1,2}}(?: ?- ?\d{{1,2}})?)(?:st|nd|rd|th)?,? (\d{{4}})\b")


def read_dates(value: object) -> DateSpan:
    """The days named in a cell: a text, a date, or an Excel serial number.

    Knows full and short month names with or without dots, Thai and English; `4/8/2568` (4 August) and
    `2025-07-21`; years of either era, and of two digits as 25xx; ranges, lists, weekdays and `เมื่อวันที่`.
    A date of Excel whose year is 24xx to 26xx was typed in the Buddhist era. Raises DateError naming what
    is wrong or missing.

    >>> read_dates("๗ - ๘ กุมภาพันธ์ ๒๕๖๘").end
    datetime.date(2025, 2, 8)
    >>> [day.isoformat() for day in read_dates("๗, ๑๔ และ ๒๑ ม.ค. ๖๙").days]
    ['2026-01-07', '2026-01-14', '2026-01-21']
    """
    if value is None or value != value:  # NaN and NaT differ from themselves
        raise DateError("ว่าง ไม่มีวันที่", "blank")
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, datetime):
        value = value.date()
    elif isinstance(value, Real) and not isinstance(value, bool):
        value = _from_serial(float(value))
    if not isinstance(value, date):
        raise DateError(f"เป็น {type(value).__name__} ไม่ใช่วันที่", f"a {type(value).__name__}, not a date")
    day = _day(_Typed(value.day, value.month, _common_year(value.year)))
    return DateSpan(day, day, (day,))


def _from_serial(serial: float) -> date:
    last = (date(_BUDDHIST_YEARS.stop - 1, 12, 31) - _SERIAL_ZERO).days
    if not _FIRST_SERIAL <= serial < last + 1:
        raise DateError(f"ตัวเลข {serial:g} ไม่ใช่วันที่", f"the number {serial:g} is not a date")
    return _SERIAL_ZERO + timedelta(days=int(serial))


def _read_text(text: str) -> DateSpan:
    spelled = unify_dashes(to_arabic_digits(normalise(text))).casefold()
    if not spelled:
        raise DateError("ว่าง ไม่มีวันที่", "blank")
    if not spelled.strip("-"):
        raise DateError("เป็นขีด ไม่ได้ระบุวันที่", "a dash, no date stated")
    reader = _Reader(_MONTH_FIRST.sub(r"\2 \1 \3", spelled))
    typed = reader.typed()
    dates = _dates(typed)
    days = _joined(dates, reader.links(typed))
    mismatches = (name for name, day in zip(reader.weekdays, dates, strict=False)
                  if weekday_number(name) != day.weekday())  # fmt: skip
    return DateSpan(days[0], days[-1], days, reader.two_digit_year, next(mismatches, None))


class _Reader:
    """One pass over a text: the days as typed, what stands between them, and the weekdays."""

    def __init__(self, spelled: str) -> None:
        self.weekdays: list[str] = []
        self.two_digit_year = False
        self._between = False
        self._parts: list[_Typed | str] = []
        at = 0
        while at < len(spelled):
            token = _TOKEN.match(spelled, at)
            if not token:
                rest = spelled[at:].strip()
                raise DateError(f"อ่านส่วน “{rest}” ไม่เข้าใจ", f"“{rest}” is not understood")
            self._take(token)
            at = token.end()

    def _take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if token["weekdays"]:
            self.weekdays += re.findall(WEEKDAY_PATTERN, token["weekdays"])
        elif token["numeric"]:
            self._parts.append(self._numeric(token["a"], token["b"], token["c"]))
        elif token["named"]:
            self._parts.append(self._named(token))
        elif token["bare"]:
            self._parts.append(_Typed(int(_short(token["bare"]))))
        elif token["month"]:
            raise DateError("มีเดือนแต่ไม่มีวันที่", "a month without a day")
        elif token["between"]:
            self._between = True
        elif kind in ("range", "list"):
            self._parts.append(kind)

    def _numeric(self, a: str, b: str, c: str) -> _Typed:
        day, year = (c, a) if len(a) == 4 and len(c) <= 2 else (a, c)
        return _Typed(int(_short(day)), int(_short(b)), self._year(year))

    def _named(self, token: re.Match[str]) -> _Typed:
        name = _MONTH.search(token["named"])
        assert name  # the pattern of a named day holds one
        era = token["era"] or token["era_after"] or ""
        year = self._year(token["year"], era) if token["year"] else None
        return _Typed(int(_short(token["day"])), month_number(name.group()), year)

    def _year(self, typed: str, era: str = "") -> int:
        common = bool(re.search("[คac]", era))
        if len(typed) == 2 and not common:
            self.two_digit_year = True
            return _common_year(2500 + int(typed))
        if len(typed) != 4:
            raise DateError(f"ปี “{to_thai_digits(typed)}” ต้องมีสองหรือสี่หลัก",
                            f"the year “{typed}” must have two or four digits")  # fmt: skip
        if era and era != "ปี" and common != (int(typed) in _COMMON_YEARS):
            raise DateError(f"ปี {to_thai_digits(typed)} ไม่ตรงกับศักราชที่พิมพ์ไว้",
                            f"the year {typed} does not belong to the era typed beside it")  # fmt: skip
        return _common_year(int(typed))

    def typed(self) -> list[_Typed]:
        days = [part for part in self._parts if isinstance(part, _Typed)]
        if not days:
            raise DateError("ไม่มีวันที่", "no day in it")
        return days

    def links(self, days: list[_Typed]) -> list[str]:
        """`range` or `list` between each two days. Two whole dates side by side, as on two lines, are a list."""
        links: list[str] = []
        expected: type = _Typed
        for i, part in enumerate(self._parts):
            if isinstance(part, _Typed) and expected is str:
                before = self._parts[i - 1]
                if not (isinstance(before, _Typed) and before.year and part.year):
                    raise DateError("มีตัวเลขมากกว่าหนึ่งชุดโดยไม่มีขีดหรือจุลภาคคั่น",
                                    "figures side by side with no dash or comma between")  # fmt: skip
                links.append("list")
            elif isinstance(part, str):
                if expected is _Typed:
                    raise DateError("มีเครื่องหมายคั่นโดยไม่มีวันที่อยู่ข้างหน้า", "a dash or comma with no day before it")
                links.append(part)
            expected = str if isinstance(part, _Typed) else _Typed
        if expected is _Typed:
            raise DateError("มีเครื่องหมายคั่นโดยไม่มีวันที่ตามหลัง", "a dash or comma with no day after it")
        return ["range"] if self._between and links == ["list"] else links


def _short(digits: str) -> str:
    """Digits of a day or month. More than two are a year, or no date at all, where a day should stand."""
    if len(digits) > 2:
        raise DateError(f"มี “{to_thai_digits(digits)}” แต่ไม่มีวันหรือเดือน",
                        f"“{digits}” stands where a day or month should")  # fmt: skip
    return digits


def _common_year(year: int) -> int:
    if year in _BUDDHIST_YEARS:
        return year - BUDDHIST_ERA
    if year in _COMMON_YEARS:
        return year
    raise DateError(f"ปี {to_thai_digits(str(year))} ไม่น่าเป็นไปได้", f"the year {year} is not plausible")


def _dates(typed: list[_Typed]) -> list[date]:
    """The dates in the order typed; a day without month or year has those of the next one."""
    dates: list[date] = []
    month = year = None
    for one in reversed(typed):
        if one.month:
            month, year = one.month, one.year or year
        dates.append(_day(_Typed(one.day, month, year)))
    return dates[::-1]


def _day(typed: _Typed) -> date:
    if not typed.month:
        raise DateError("ไม่มีเดือน", "the month is missing")
    if not typed.month <= 12:
        raise DateError(f"ไม่มีเดือนที่ {to_thai_digits(str(typed.month))}", f"there is no month {typed.month}")
    if not typed.year:
        raise DateError("ไม่มีปี", "the year is missing")
    try:
        return date(typed.year, typed.month, typed.day)
    except ValueError:
        number, year = str(typed.day), str(typed.year + BUDDHIST_ERA)
        raise DateError(
            f"เดือน{MONTHS_TH[typed.month - 1]} {to_thai_digits(year)} ไม่มีวันที่ {to_thai_digits(number)}",
            f"{MONTHS_EN[typed.month - 1]} {typed.year} has no day {number}",
        ) from None


def _joined(dates: list[date], links: list[str]) -> tuple[date, ...]:
    """Every day of the dates as linked, in order, each once."""
    days = {dates[0]}
    for i, link in enumerate(links):
        first, last = dates[i], dates[i + 1]
        if link == "range":
            if last <= first:
                raise DateError("วันสิ้นสุดไม่อยู่หลังวันเริ่ม", "the last day is not after the first")
            if i and links[i - 1] == "range":
                raise DateError("มีช่วงวันที่ซ้อนกัน", "a range within a range")
            days |= {first + timedelta(days=n) for n in range((last - first).days)}
        days.add(last)
    return tuple(sorted(days))
