"""The words of a chart: one language, one kind of digits, and the sentences several charts share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

import pandas as pd

from itaanalysis.fiscal import FiscalYear
from itaanalysis.thai.baht import format_baht
from itaanalysis.thai.calendar import MONTHS_EN_SHORT, MONTHS_TH_SHORT
from itaanalysis.thai.date_format import format_date, format_date_range
from itaanalysis.thai.numbers import format_number, round_half_up, round_share
from itaanalysis.thai.text import to_thai_digits

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Lang = Literal["th", "en"]
Digits = Literal["thai", "arabic"]

_CENT = Decimal("0.01")


class Wording:
    """Chooses the language of every word and the digits of every number of one chart.

    Thai digits go with Thai and Arabic ones with English unless `digits` says otherwise. Names in the data are shown as
    typed. Raises ValueError for a language other than "th" and "en", or digits other than "thai" and "arabic".
    """

    def __init__(self, lang: str = "th", digits: str | None = None) -> None:
        if lang not in ("th", "en"):
            raise ValueError(f'a chart speaks "th" or "en", not "{lang}"')
        if digits not in (None, "thai", "arabic"):
            raise ValueError(f'digits are "thai" or "arabic", not "{digits}"')
        self.lang: Lang = "th" if lang == "th" else "en"
        self.digits: Digits = "thai" if digits == "thai" or (digits is None and lang == "th") else "arabic"

    def __call__(self, th: str, en: str) -> str:
        """The one of two wordings that is in the language of the chart."""
        return th if self.lang == "th" else en

    def number(self, value: Any, decimals: int | None = None) -> str:
        """A number with thousands separators; without `decimals`, as many as it has."""
        return format_number(value, decimals=decimals, digits=self.digits)

    def score(self, value: float, pass_mark: float | None = None) -> str:
        """A score with two decimals. One that lies below `pass_mark` is never rounded up onto it."""
        rounded = round_half_up(value, 2)
        if pass_mark is not None and value < pass_mark <= rounded:
            rounded = Decimal(repr(float(value))).quantize(_CENT, ROUND_FLOOR)
        return self.number(rounded, 2)

    def shortfall(self, distance: float) -> str:
        """How far a score lies below a mark, never rounded down to nothing."""
        rounded = round_half_up(distance, 2) or Decimal(repr(float(distance))).quantize(_CENT, ROUND_CEILING)
        return self.number(rounded, 2)

    def signed(self, value: float) -> str:
        """A difference with its sign: +๑.๒๐, −๐.๔๐, ๐.๐๐."""
        rounded = round_half_up(value, 2)
        if value < 0 and not rounded:
            rounded = -_CENT
        sign = "−" if rounded < 0 else "+" if rounded > 0 else ""
        return sign + self.number(abs(rounded), 2)

    def percent(self, part: Any, whole: Any) -> str:
        """`part` of `whole` as “ร้อยละ ๙๙.๙๒” or “99.92%”."""
        return self.percentage(round_share(part, whole))

    def percentage(self, value: Any) -> str:
        """A ready percentage as “ร้อยละ ๙๙.๙๒” or “99.92%”."""
        number = self.number(value, 2)
        return self(f"ร้อยละ {number}", f"{number}%")

    def baht(self, amount: Any) -> str:
        """An amount with its unit; satang show where there are any."""
        return format_baht(amount, digits=self.digits, lang=self.lang)

    def amount(self, amount: Any) -> str:
        """An amount with two decimals, without the unit, for a column of amounts."""
        return format_baht(amount, digits=self.digits, unit=False, satang=True)

    def people(self, count: Any) -> str:
        """“๑,๘๗๑ คน” or “1,871 people”."""
        return self(f"{self.number(count)} คน", f"{self.number(count)} {'person' if count == 1 else 'people'}")

    def units(self, count: int) -> str:
        """“๑๒ หน่วยงาน” or “12 units”."""
        return self(f"{self.number(count)} หน่วยงาน", f"{self.number(count)} {'unit' if count == 1 else 'units'}")

    def day(self, day: date, style: Literal["long", "short", "month_year"] = "short") -> str:
        """One day."""
        return format_date(day, style=style, lang=self.lang, digits=self.digits)

    def days(self, start: date, end: date, style: Literal["long", "short"] = "short") -> str:
        """A day or a span of days."""
        return format_date_range(start, end, style=style, lang=self.lang, digits=self.digits)

    def month(self, day: date) -> str:
        """The short name of a month, without its year: “ต.ค.” or “Oct”."""
        return self(MONTHS_TH_SHORT[day.month - 1], MONTHS_EN_SHORT[day.month - 1])

    def fiscal_year(self, year: int) -> str:
        """“ปีงบประมาณ พ.ศ. ๒๕๖๘” or “FY2568 (2025)”."""
        named = FiscalYear(year)
        return self(named.label("th", self.digits), named.short_label("en", self.digits))

    def code(self, code: str) -> str:
        """An activity code or other label in the digits of the chart."""
        return to_thai_digits(code) if self.digits == "thai" else code

    def group(self, group: Any) -> str:
        """“กิจกรรมย่อยที่ ๓” or “Sub-activity 3”; a missing group is said to be one."""
        if pd.isna(group) or not str(group):
            return self("ไม่ระบุกิจกรรมย่อย", "No sub-activity stated")
        return self(f"กิจกรรมย่อยที่ {self.code(str(group))}", f"Sub-activity {self.code(str(group))}")

    def name(self, row: Any) -> str:
        """`name_th` or `name_en` of a row, the Thai name where there is no English one."""
        english = row["name_en"]
        return str(row["name_th"]) if self.lang == "th" or pd.isna(english) or not english else str(english)

    def short_name(self, row: Any) -> str:
        """The abbreviation of a unit, “สป.”; in English what its name has in brackets, “OPS”, or else all of it."""
        if self.lang == "th":
            return str(row["unit"])
        bracketed = re.search(r"\(([^()]+)\)\s*$", self.name(row))
        return bracketed[1] if bracketed else self.name(row)

    def sheets(self, *tables: pd.DataFrame) -> str:
        """The source line: the files and sheets the rows of `tables` came from, each named once."""
        sheets: dict[str, list[str]] = {}
        for table in tables:
            for source in table["source"].dropna():
                file, _, rest = str(source).partition("!")
                sheet = rest.partition("!")[0]
                known = sheets.setdefault(file, [])
                if sheet and sheet not in known:
                    known.append(sheet)
        named = [f"{file} ({', '.join(names)})" if names else file for file, names in sheets.items()]
        return self.source(named)

    def publications(self, file: str, sources: Iterable[str]) -> str:
        """The source line of a reference file: the file, and the sites or papers its rows name."""
        found: dict[str, None] = {}
        for source in sources:
            for part in str(source).split(";"):
                # A paper is named with the number of the article: bangkokbiznews 1018382.
                site = urlsplit(part.strip()).netloc.removeprefix("www.") or re.sub(r"\s+\d+$", "", part.strip())
                found.setdefault(site)
        return f"{file} ({', '.join(found)})" if found else file

    def source(self, parts: Iterable[str]) -> str:
        """“ที่มา: …” from named parts; the empty text without any."""
        named = "; ".join(dict.fromkeys(part for part in parts if part))
        return self(f"ที่มา: {named}", f"Source: {named}") if named else ""

    def listing(self, names: list[str], most: int = 3) -> str:
        """Names in a row, the last joined by “และ” or “and”; beyond `most`, the rest as a number."""
        if len(names) > most:
            names = [
                *names[: most - 1],
                self(f"อีก {self.number(len(names) - most + 1)} แห่ง", f"{len(names) - most + 1} more"),
            ]
        if len(names) < 2:
            return "".join(names)
        joined = self(" ", ", ").join(names[:-1])
        return self(f"{joined} และ {names[-1]}", f"{joined} and {names[-1]}")


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table, each a dict by column."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def names_of(year: YearData) -> dict[str, dict[str, Any]]:
    """Every unit of units.csv as {unit: {unit, name_th, name_en}}, for `Wording.name` and `.short_name`."""
    columns = year.units[["unit", "name_th", "name_en"]]
    return {row["unit"]: row for row in records(columns)}
