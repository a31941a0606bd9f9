"""How a figure or a day reads, in charts and in text alike: in Thai with Thai digits, in English with Arabic ones."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Any, Literal, Self

from itaanalysis.errors import UserError
from itaanalysis.fiscal import FiscalYear
from itaanalysis.thai.baht import format_baht
from itaanalysis.thai.date_format import Style, format_date, format_date_range
from itaanalysis.thai.rounding import Digits, format_number, round_half_up, round_share
from itaanalysis.thai.text import to_arabic_digits, to_thai_digits

Lang = Literal["th", "en"]
LANGUAGES: dict[str, Lang] = {"th": "th", "en": "en"}
DIGITS: dict[str, Digits] = {"thai": "thai", "arabic": "arabic"}

MISSING: dict[str, str] = {"th": "ยังไม่มีข้อมูล", "en": "not available yet"}
"""What is said of a figure that is not there yet."""

_CENT = Decimal("0.01")


class UnknownWording(UserError, ValueError):
    """A language or kind of digits that nothing is written in."""

    def __init__(self, asked: object, known: Iterable[str]) -> None:
        choice = ", ".join(f'"{name}"' for name in known)
        super().__init__(f'เลือกได้เฉพาะ {choice} ไม่มี "{asked}" · Choose {choice}; there is no "{asked}".')


@dataclass(frozen=True)
class FigureWords:
    """The wording of figures and days in one language; `digits` is "thai" or "arabic", None for the language's own.

    A total that misses `pass_mark` is never rounded up onto it.
    """

    lang: Lang = "th"
    digits: Digits | None = None
    pass_mark: float | None = None

    @classmethod
    def of(cls, lang: str, digits: str | None = None, pass_mark: float | None = None) -> Self:
        """The wording of a language ("th" or "en") and kind of digits ("thai", "arabic" or None).

        Raises UnknownWording for any other.
        """
        if lang not in LANGUAGES:
            raise UnknownWording(lang, LANGUAGES)
        if digits is not None and digits not in DIGITS:
            raise UnknownWording(digits, DIGITS)
        return cls(LANGUAGES[lang], DIGITS[digits] if digits else None, pass_mark)

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
        """Text with its digits in the digits of this wording."""
        return to_thai_digits(text) if self.thai_digits else to_arabic_digits(text)

    def number(self, value: float | Decimal, decimals: int = 2) -> str:
        """A number with thousands separators, rounded half up."""
        return self.in_digits(format_number(value, decimals=decimals, digits="arabic"))

    def brief(self, value: float | Decimal) -> str:
        """A whole number without decimals, any other with two: 12 units, a pass mark of 85, a target of 92.18."""
        return self.number(value, 0 if float(value).is_integer() else 2)

    def score(self, total: float, mark: float | None = None) -> str:
        """An ITA total with two decimals; one below the `mark`, by default the pass mark, never reads as if it met it.

        >>> FigureWords("en", pass_mark=85).score(84.999)
        '84.99'
        """
        return self.number(_not_onto(self.pass_mark if mark is None else mark, total))

    def difference(self, gap: float) -> str:
        """How far two figures lie apart; a gap that is there never reads as none."""
        rounded = round_half_up(gap, 2)
        return self.number(rounded if rounded or not gap else _CENT)

    def signed(self, change: float) -> str:
        """A difference with its sign: +๑.๒๐, −๐.๔๐, ๐.๐๐."""
        return ("−" if change < 0 else "+" if change > 0 else "") + self.difference(abs(change))

    def share(self, part: float | Decimal, whole: float | Decimal = 100) -> str:
        """A percentage that was worked out, with two decimals like those beside it; only all and none go without.

        One that is not the whole never reads as the whole. Without `whole`, `part` is a ready percentage.

        >>> [FigureWords("en").share(percent) for percent in (43.5897, 56, 100, 99.9999, 0)]
        ['43.59', '56.00', '100', '99.99', '0']
        """
        rounded = round_share(part, whole)
        return self.brief(rounded) if rounded == 100 or not part else self.number(rounded)

    def set_share(self, percent: float | Decimal) -> str:
        """A percentage that somebody set, such as a weight or a target: a whole one without decimals, 80."""
        return self.brief(round_share(percent, 100))

    def percent(self, part: Any, whole: Any = 100) -> str:
        """`part` of `whole` as “ร้อยละ ๙๙.๙๒” or “99.92%”; without `whole`, a ready percentage."""
        share = self.share(part, whole)
        return self.pick(f"ร้อยละ {share}", f"{share}%")

    def people(self, count: Any) -> str:
        """“๑,๘๗๑ คน” or “1,871 people”."""
        return self.pick(f"{self.brief(count)} คน", f"{self.brief(count)} {'person' if count == 1 else 'people'}")

    def points(self, value: float | Decimal) -> str:
        """A score that was worked out: “๙๖.๔๒ คะแนน”, “92.00 points”."""
        return self.pick(f"{self.number(value)} คะแนน", f"{self.number(value)} points")

    def baht(self, amount: Any) -> str:
        """“๑,๒๘๘,๙๙๙.๒๒ บาท” or “1,288,999.22 baht”; satang show where there are any."""
        return self.in_digits(format_baht(amount, digits="arabic", lang=self.lang))

    def measure(self, value: Any, unit: Any, mark: float | None = None) -> str:
        """A result of a KPI with its unit (percent, people, baht; any other is points): ร้อยละ ๙๑.๖๗, ๙๖.๔๒ คะแนน.

        One below `mark`, such as its target, never reads as if it met it.

        >>> FigureWords("en").measure(91.67, "percent"), FigureWords("en").measure(None, "people")
        ('91.67%', 'not available yet')
        """
        if not present(value):
            return self.missing
        spell: dict[str, Callable[[Any], str]] = {"percent": self.percent, "people": self.people, "baht": self.baht}
        return spell.get(unit, self.points)(_not_onto(mark, value))

    def target(self, value: Any, unit: Any) -> str:
        """What is aimed at, with its unit as for a result, in the decimals it was set with.

        >>> [FigureWords("en").target(*aim) for aim in ((80, "percent"), (85, "points"), (92.18, "points"))]
        ['80%', '85 points', '92.18 points']
        """
        if not present(value) or unit in ("people", "baht"):
            return self.measure(value, unit)
        if unit == "percent":
            return self.pick(f"ร้อยละ {self.set_share(value)}", f"{self.set_share(value)}%")
        return self.pick(f"{self.brief(value)} คะแนน", f"{self.brief(value)} {'point' if value == 1 else 'points'}")

    def date(self, day: datetime.date, style: Style = "long") -> str:
        """A day, with the Buddhist-era year in Thai and the Common Era in English."""
        return self.in_digits(format_date(day, style, lang=self.lang))

    def dates(self, first: datetime.date, last: datetime.date, style: Style = "long") -> str:
        """Some days in a row, said as short as can be."""
        return self.in_digits(format_date_range(first, last, style, lang=self.lang))

    def during(self, first: datetime.date, last: datetime.date) -> str:
        """Some days in a row as part of a sentence.

        >>> FigureWords().during(datetime.date(2025, 2, 7), datetime.date(2025, 2, 8))
        'ระหว่างวันที่ ๗ ถึง ๘ กุมภาพันธ์ ๒๕๖๘'
        >>> FigureWords("en").during(datetime.date(2025, 2, 7), datetime.date(2025, 2, 7))
        'on 7 February 2025'
        """
        days = self.dates(first, last)
        if first == last:
            return self.pick(f"เมื่อวันที่ {days}", f"on {days}")
        return self.pick(f"ระหว่างวันที่ {days.replace(' - ', ' ถึง ')}", f"from {re.sub(' ?– ?', ' to ', days)}")

    def fiscal_year(self, year: int) -> str:
        """A fiscal year as it is called: "ปีงบประมาณ พ.ศ. ๒๕๖๘", "FY2568 (2025)"."""
        fiscal_year = FiscalYear(year)
        return self.in_digits(self.pick(fiscal_year.label("th"), fiscal_year.short_label("en")))


def present(value: Any) -> bool:
    """Whether there is a value: neither None nor one of pandas' missing values."""
    import pandas as pd

    return value is not None and not pd.isna(value)


def _not_onto(mark: float | None, value: float) -> Decimal:
    """A figure with two decimals; one below `mark` is never rounded up onto it."""
    rounded = round_half_up(value, 2)
    short = mark is not None and value < mark <= rounded
    return Decimal(repr(float(value))).quantize(_CENT, ROUND_FLOOR) if short else rounded
