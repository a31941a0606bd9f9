"""Whole months, quarters and fiscal years, named where a day might stand: `ต.ค. ๖๗`, `ไตรมาสที่ ๒/๒๕๖๘`, `ตลอดปีงบประมาณ`.

Quarters are those of the fiscal year, which begins in October (พ.ร.บ. วิธีการงบประมาณ พ.ศ. ๒๕๖๑ มาตรา ๔): the first is
October to December of the year before the one it is named by.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from itaanalysis.thai.calendar import MONTH_PATTERN

FIRST_FISCAL_MONTH = 10
_MONTHS_OF_QUARTER = 3
_MONTHS_OF_YEAR = 12

ERA = r"(?:(?:ปี\s?)?(?:พ\s?\.?\s?ศ\s?\.?|ค\s?\.?\s?ศ\s?\.?)|ปี|b\.?e\.?|a\.?d\.?|c\.?e\.?)"
# `ม.ค. ๑๕` before another month is its day: `ม.ค., ๑๕ ก.พ. ๖๘`.
_YEAR = rf"(?:\d{{4}}|\d\d)(?!\d)(?!\s?(?:เดือน\s?)?(?:{MONTH_PATTERN}))"
_MONTH_YEAR = rf"\s?,?\s?(?:(?P<month_era>{ERA})\s?)?(?P<month_year>{_YEAR})"
_MONTH_DASHED = rf"[-/](?P<month_dashed>{_YEAR})"  # as Excel shows a month: `ม.ค.-68`
_QUARTER = r"(?:ไตรมาส\s?(?:ที่\s?)?|quarter\s?|q\s?)"
_OF_FISCAL_YEAR = r"(?:ของ)?\s?(?:ปี\s?)?(?:งบประมาณ)?\s?(?:พ\s?\.?\s?ศ\s?\.?)?|(?:of\s)?(?:fiscal\syear|fy)"
# What stands in brackets behind a quarter says its months again: `ไตรมาส ๑ (ต.ค. - ธ.ค. ๖๗)`.
_MONTH_OF = rf"(?:เดือน\s?)?(?:{MONTH_PATTERN})\s?(?:{ERA})?\s?(?:\d{{4}}|\d\d)?"
_MONTHS_OF = rf"\s?\(\s?(?P<months_of>{_MONTH_OF}(?:\s?(?:-|ถึง|,|และ)\s?{_MONTH_OF})*)\s?\)"
_FISCAL_YEAR = (
    r"(?:(?:ภายใน|ใน)?\s?(?:ตลอด(?:ทั้ง)?|ทั้ง)\s?(?:ระยะเวลา\s?)?ปี(?:\s?งบประมาณ)?|(?:ประจำ|ภายใน|ใน)?\s?ปี\s?งบประมาณ"
    r"|(?:(?:throughout|all|whole|entire|the)\s)*fiscal\syear|all\syear|fy)"
)

PERIOD_PATTERN = rf"""
      (?P<month> (?:(?:ตลอด|ทั้ง|ช่วง|ประจำ|ภายใน|ใน)\s?)?(?:เดือน\s?)?(?:{MONTH_PATTERN})
        (?:{_MONTH_DASHED}|{_MONTH_YEAR})? )
    | (?P<quarter> {_QUARTER}(?P<first>[1-4])(?:\s?(?:-|ถึง)\s?(?:{_QUARTER})?(?P<last>[1-4]))?(?!\d)
        (?:\s?(?:[/-]|{_OF_FISCAL_YEAR})\s?(?P<quarter_year>\d{{4}}|\d\d)(?!\d))?
        (?:{_MONTHS_OF})? )
    | (?P<fiscal_year> {_FISCAL_YEAR}\s?(?:พ\s?\.?\s?ศ\s?\.?)?\s?(?:(?P<named_year>\d{{4}}|\d\d)(?!\d))? )
"""
"""A pattern (verbose, for case-folded text) that finds a month, quarter or fiscal year, with its year if it has one."""


@dataclass(frozen=True)
class TypedDay:
    """A day as typed, its year already of the Common Era; or as many `months` as it names instead of a day.

    The month and year may stand only with a later day (`๗ - ๘ ก.พ. ๖๘`).
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    months: int = 1


def quarters(first: int, last: int, fiscal_year: int | None) -> TypedDay:
    """Quarters `first` to `last` of a fiscal year, which is named by the Common Era year it ends in.

    >>> quarters(2, 2, 2025)
    TypedDay(day=None, month=1, year=2025, months=3)
    """
    month = (FIRST_FISCAL_MONTH - 1 + _MONTHS_OF_QUARTER * (first - 1)) % _MONTHS_OF_YEAR + 1
    year = None if fiscal_year is None else calendar_year(month, fiscal_year)
    return TypedDay(None, month, year, _MONTHS_OF_QUARTER * (last - first + 1))


def months_of(first: int, last: int) -> tuple[int, int]:
    """The first and the last month of quarters of the fiscal year.

    >>> months_of(1, 2)
    (10, 3)
    """
    month = quarters(first, first, None).month or FIRST_FISCAL_MONTH
    return month, (month - 2 + _MONTHS_OF_QUARTER * (last - first + 1)) % _MONTHS_OF_YEAR + 1


def whole_fiscal_year(fiscal_year: int | None) -> TypedDay:
    """All twelve months of a fiscal year.

    >>> whole_fiscal_year(2025)
    TypedDay(day=None, month=10, year=2024, months=12)
    """
    return quarters(1, _MONTHS_OF_YEAR // _MONTHS_OF_QUARTER, fiscal_year)


def calendar_year(month: int, fiscal_year: int) -> int:
    """The calendar year of a month in the fiscal year that ends in `fiscal_year`.

    >>> calendar_year(9, 2025), calendar_year(10, 2025)
    (2025, 2024)
    """
    return fiscal_year - (month >= FIRST_FISCAL_MONTH)


def fiscal_year_of(month: int, year: int) -> int:
    """The fiscal year, named by the year it ends in, of a month of a calendar year.

    >>> fiscal_year_of(9, 2025), fiscal_year_of(10, 2024)
    (2025, 2025)
    """
    return year + (month >= FIRST_FISCAL_MONTH)


def last_day(year: int, month: int, months: int) -> date:
    """The last day of as many months from that one.

    >>> last_day(2024, 10, 12)
    datetime.date(2025, 9, 30)
    """
    ahead = month - 1 + months - 1
    year, month = year + ahead // _MONTHS_OF_YEAR, ahead % _MONTHS_OF_YEAR + 1
    return date(year, month, calendar.monthrange(year, month)[1])
