"""The fiscal year of the Thai government: October to September, named by the Buddhist year it ends in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from itaanalysis.thai.date_format import BUDDHIST_ERA, format_date_range
from itaanalysis.thai.errors import ReadingError
from itaanalysis.thai.text import in_digits, normalise, to_arabic_digits

PLAUSIBLE_YEARS = range(2500, 2701)
_TYPED = re.compile(r"(?:(?:fy|ปีงบประมาณ|ปี)? ?(?:พ\.ศ\.|พ\.ศ|พศ)? ?)?([0-9]{4})", re.IGNORECASE)

Lang = Literal["th", "en"]
Digits = Literal["thai", "arabic"]


class FiscalYearError(ReadingError):
    """A value that names no fiscal year."""


@dataclass(frozen=True, order=True)
class FiscalYear:
    """A fiscal year by its Buddhist-era number, 2500 to 2700. Years sort and compare in time.

    Raises FiscalYearError (a ValueError) for any other number.

    >>> year = FiscalYear(2568)
    >>> year.start, date(2025, 9, 30) in year, date(2025, 10, 1) in year
    (datetime.date(2024, 10, 1), True, False)
    """

    year: int

    def __post_init__(self) -> None:
        if isinstance(self.year, bool) or not isinstance(self.year, int) or self.year not in PLAUSIBLE_YEARS:
            raise _no_such_year(str(self.year))

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year that `day` falls in.

        >>> FiscalYear.of(date(2024, 10, 1))
        FiscalYear(year=2568)
        """
        return cls(day.year + BUDDHIST_ERA + (day.month >= 10))

    @classmethod
    def parse(cls, text: str | int) -> FiscalYear:
        """The fiscal year named as `2568`, `๒๕๖๘`, `FY2568` or `ปีงบประมาณ พ.ศ. ๒๕๖๘`.

        Raises FiscalYearError for anything else.

        >>> FiscalYear.parse("๒๕๖๘") == FiscalYear.parse("FY2568") == FiscalYear(2568)
        True
        """
        found = _TYPED.fullmatch(normalise(to_arabic_digits(str(text))))
        if not found or isinstance(text, bool):
            raise _no_such_year(str(text))
        return cls(int(found[1]))

    @property
    def start(self) -> date:
        """The first day, 1 October of the year before."""
        return date(self.year - BUDDHIST_ERA - 1, 10, 1)

    @property
    def end(self) -> date:
        """The last day, 30 September."""
        return date(self.year - BUDDHIST_ERA, 9, 30)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each of its twelve months, October first."""
        before, named = self.start.year, self.end.year
        return tuple(date(before, month, 1) for month in (10, 11, 12)) + tuple(
            date(named, month, 1) for month in range(1, 10)
        )

    @property
    def previous(self) -> FiscalYear:
        return FiscalYear(self.year - 1)

    @property
    def next(self) -> FiscalYear:
        return FiscalYear(self.year + 1)

    def __contains__(self, day: object) -> bool:
        """Whether a date (or a moment of it) falls in the year; a missing one does not."""
        if not isinstance(day, date) or day != day:
            return False
        return self.start <= (day.date() if isinstance(day, datetime) else day) <= self.end

    def __int__(self) -> int:
        return self.year

    def __str__(self) -> str:
        return str(self.year)

    def label(self, lang: Lang = "th", digits: Digits | None = None) -> str:
        """The year in full: `ปีงบประมาณ พ.ศ. ๒๕๖๘`, or in English with its months.

        >>> FiscalYear(2568).label("en")
        'FY2568 (October 2024 – September 2025)'
        """
        if lang == "th":
            return in_digits(f"ปีงบประมาณ พ.ศ. {self.year}", lang, digits)
        return in_digits(f"FY{self.year} ({format_date_range(self.start, self.end, 'month_year', 'en')})", lang, digits)

    def short_label(self, lang: Lang = "th", digits: Digits | None = None) -> str:
        """The year for an axis or a heading: `ปีงบประมาณ ๒๕๖๘`, or `FY2568 (2025)` in English.

        >>> FiscalYear(2568).short_label("en")
        'FY2568 (2025)'
        """
        text = f"ปีงบประมาณ {self.year}" if lang == "th" else f"FY{self.year} ({self.end.year})"
        return in_digits(text, lang, digits)


def _no_such_year(typed: str) -> FiscalYearError:
    first, last = PLAUSIBLE_YEARS.start, PLAUSIBLE_YEARS.stop - 1
    return FiscalYearError(
        f"“{typed}” ไม่ใช่ปีงบประมาณ ให้พิมพ์ปี พ.ศ. สี่หลัก ตั้งแต่ {first} ถึง {last} เช่น 2568",
        f"“{typed}” is not a fiscal year: type a Buddhist-era year, {first} to {last}, such as 2568",
    )
