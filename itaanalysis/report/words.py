"""How a value reads in the report: in Thai with Thai digits, in English with Arabic ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from itaanalysis.fiscal import FiscalYear
from itaanalysis.report.errors import UnknownWording
from itaanalysis.report.sentences import MISSING
from itaanalysis.thai.date_format import format_date, format_date_range
from itaanalysis.thai.numbers import (
    Digits,
    format_number,
    round_half_up,
    round_share,
    to_arabic_digits,
    to_thai_digits,
)

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Lang = Literal["th", "en"]
LANGUAGES: dict[str, Lang] = {"th": "th", "en": "en"}
DIGITS: dict[str, Digits] = {"thai": "thai", "arabic": "arabic"}

BANGKOK = "กรุงเทพมหานคร"
"""The one province-level area that is not called a province."""


@dataclass(frozen=True)
class Words:
    """The wording of values in one language; `digits` is "thai" or "arabic", None for the language's own."""

    lang: Lang = "th"
    digits: Digits | None = None
    pass_mark: float | None = None

    @property
    def thai_digits(self) -> bool:
        """Whether figures are written with Thai digits."""
        return (self.digits or ("thai" if self.lang == "th" else "arabic")) == "thai"

    @property
    def missing(self) -> str:
        """What is said of a figure that is not there yet."""
        return MISSING[self.lang]

    def pick(self, th: str, en: str) -> str:
        """The one of two wordings that is in this language."""
        return th if self.lang == "th" else en

    def in_digits(self, text: str) -> str:
        """Text with its digits in the digits of the report."""
        return to_thai_digits(text) if self.thai_digits else to_arabic_digits(text)

    def number(self, value: float | Decimal, decimals: int = 2) -> str:
        """A number with thousands separators, rounded half up."""
        return self.in_digits(format_number(value, decimals=decimals, digits="arabic"))

    def score(self, total: float) -> str:
        """An ITA total with two decimals; one below the pass mark is never rounded up onto it."""
        rounded = round_half_up(total, 2)
        if self.pass_mark is not None and total < self.pass_mark <= rounded:
            return self.number(rounded - Decimal("0.01"))
        return self.number(rounded)

    def difference(self, gap: float) -> str:
        """How far two figures lie apart; a gap that is there never reads as none."""
        rounded = round_half_up(gap, 2)
        return self.number(rounded if rounded or not gap else Decimal("0.01"))

    def brief(self, value: float) -> str:
        """A whole number without decimals, any other with two: a pass mark of 85, a target of 92.18."""
        return self.number(value, 0 if float(value).is_integer() else 2)

    def share(self, percent: float) -> str:
        """A percentage; one that is not the whole never reads as the whole."""
        return self.brief(float(round_share(percent, 100)))

    def date(self, day: datetime.date) -> str:
        """A day, with the Buddhist-era year in Thai and the Common Era in English."""
        return self.in_digits(format_date(day, lang=self.lang))

    def dates(self, first: datetime.date, last: datetime.date) -> str:
        """Some days in a row, said as short as can be."""
        return self.in_digits(format_date_range(first, last, lang=self.lang))

    def fiscal_year(self, year: int) -> str:
        """A fiscal year as it is called: "ปีงบประมาณ พ.ศ. ๒๕๖๘", "FY2568 (2025)"."""
        fiscal_year = FiscalYear(year)
        return self.in_digits(self.pick(fiscal_year.label("th"), fiscal_year.short_label("en")))

    def listed(self, items: Iterable[str]) -> str | None:
        """Items in one sentence; None when there are none.

        >>> Words("en").listed(["A", "B", "C"])
        'A, B and C'
        """
        *first, last = list(items) or [""]
        if not first:
            return last or None
        # Thai joins "และ" to a Thai word and parts it from figures and Latin letters.
        gap = "" if "ก" <= last[0] <= "์" else " "
        return self.pick(f"{' '.join(first)} และ{gap}{last}", f"{', '.join(first)} and {last}")

    def province(self, name: str) -> str:
        """A province as a place name: "จังหวัดสงขลา", "Songkhla Province"; Bangkok is none."""
        if self.lang == "th":
            return name if name == BANGKOK else f"จังหวัด{name}"
        english = _provinces().get(name, name)
        return english if name == BANGKOK else f"{english} Province"

    def unit(self, year: YearData, unit: str) -> str:
        """Full name of a unit; a name that units.csv does not have stays as it is."""
        name = _unit_names(year, self.lang).get(unit, unit)
        return name.rpartition(" (")[0] if self.lang == "en" and name.endswith(")") else name

    def unit_short(self, year: YearData, unit: str) -> str:
        """Abbreviation of a unit; in English the one in brackets behind its English name."""
        name = _unit_names(year, self.lang).get(unit, unit)
        return name.rpartition("(")[2].rstrip(")") if self.lang == "en" and name.endswith(")") else unit


def _unit_names(year: YearData, lang: str) -> dict[str, str]:
    named = year.units.dropna(subset=[f"name_{lang}"])
    return dict(zip(named["unit"], named[f"name_{lang}"], strict=True))


@cache
def _provinces() -> dict[str, str]:
    from pythainlp.corpus import provinces

    return {place["name_th"]: place["name_en"] for place in provinces(details=True) if isinstance(place, dict)}


def wording(lang: str, digits: str | None = None, pass_mark: float | None = None) -> Words:
    """The wording of a language ("th" or "en") and kind of digits ("thai", "arabic" or None).

    Raises UnknownWording for any other.
    """
    if lang not in LANGUAGES:
        raise UnknownWording(lang, LANGUAGES)
    if digits is not None and digits not in DIGITS:
        raise UnknownWording(digits, DIGITS)
    return Words(LANGUAGES[lang], DIGITS[digits] if digits else None, pass_mark)


def present(value: Any) -> bool:
    """Whether there is a value: neither None nor one of pandas' missing values."""
    return value is not None and not pd.isna(value)
