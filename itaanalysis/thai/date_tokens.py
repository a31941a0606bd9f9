"""A typed date taken apart: its days, what links them, and the weekdays beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from itaanalysis.thai.calendar import month_number
from itaanalysis.thai.date_format import BUDDHIST_ERA
from itaanalysis.thai.date_pattern import FIGURES, MONTH, MONTH_FIRST, TOKEN, WEEKDAY_NAME
from itaanalysis.thai.date_periods import (
    TypedDay,
    fiscal_year_of,
    months_of,
    quarters,
    whole_fiscal_year,
)
from itaanalysis.thai.errors import DateError, EndBeforeStart
from itaanalysis.thai.text import normalise, to_arabic_digits, to_thai_digits, unify_dashes

_BUDDHIST_YEARS = range(2400, 2700)
_COMMON_YEARS = range(2400 - BUDDHIST_ERA, 2700 - BUDDHIST_ERA)

Link = Literal["range", "list", "beside"]


@dataclass
class TypedDates:
    """Everything a text says about dates, in its order: a link stands between each two days."""

    days: list[TypedDay] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)
    two_digit_year: bool = False


def typed_dates(text: str, near: int | None = None) -> TypedDates:
    """The days, links and weekdays in `text`. Raises DateError when it holds no day, or anything else.

    A year of two digits is of the Buddhist era, unless only that of the Common Era lies next to the year `near`.
    """
    spelled = unify_dashes(to_arabic_digits(normalise(text))).casefold()
    if not spelled:
        raise DateError("ว่าง ไม่มีวันที่", "blank")
    if not spelled.strip("-"):
        raise DateError("เป็นขีด ไม่ได้ระบุวันที่", "a dash, no date stated")
    return _Reader(MONTH_FIRST.sub(r"\2 \1 \3", spelled.rstrip(" .")), near).read()


class _Reader:
    """One pass from left to right."""

    def __init__(self, spelled: str, near: int | None) -> None:
        self._spelled = spelled
        self._near = near
        self._found = TypedDates()
        self._between = False
        self._link: Link | None = None  # a dash or comma that waits for its second day

    def read(self) -> TypedDates:
        at = 0
        while at < len(self._spelled):
            token = TOKEN.match(self._spelled, at)
            if not token:
                rest = self._spelled[at:].strip()
                raise DateError(f"อ่านส่วน “{rest}” ไม่เข้าใจ", f"“{rest}” is not understood")
            self._take(token)
            at = token.end()
        if not self._found.days:
            raise DateError("ไม่มีวันที่", "no day in it")
        if self._link:
            raise DateError("มีเครื่องหมายคั่นโดยไม่มีวันที่ตามหลัง", "a dash or comma with no day after it")
        if self._between and self._found.links == ["list"]:  # `ระหว่าง … และ …` names all the days between
            self._found.links = ["range"]
        return self._found

    def _take(self, token: re.Match[str]) -> None:
        if token["weekdays"]:
            # Searched in the whole text: what follows an abbreviation makes it a weekday.
            names = WEEKDAY_NAME.finditer(token.string, token.start())
            self._found.weekdays += [name.group() for name in names if name.end() <= token.end()]
        elif token["numeric"]:
            self._add(self._numeric(token["a"], token["b"], token["c"]))
        elif token["named"]:
            self._add(self._named(token))
        elif token["day_month"]:
            self._add(TypedDay(int(token["its_day"]), int(token["its_month"])))
        elif token["month_only"]:
            self._add(self._month_only(token))
        elif token["vague"]:
            raise DateError(
                f"“{token['vague']}” ไม่บอกวัน โปรดพิมพ์วันที่ หรือพิมพ์เฉพาะเดือนหากหมายถึงทั้งเดือน",
                f"“{token['vague']}” names no day; type the days, or the month alone if all of it is meant",
            )
        elif token["bare"]:
            self._add(TypedDay(_small(token["bare"])))
        elif token["month"] or token["quarter"] or token["fiscal_year"]:
            self._add(self._period(token))
        elif token["between"]:
            self._between = True
        elif token["range"] or token["list"]:
            if not self._found.days or self._link:
                raise DateError("มีเครื่องหมายคั่นโดยไม่มีวันที่อยู่ข้างหน้า", "a dash or comma with no day before it")
            self._link = "range" if token["range"] else "list"

    def _add(self, day: TypedDay) -> None:
        if self._found.days:
            self._found.links.append(self._link or "beside")
        self._found.days.append(day)
        self._link = None

    def _numeric(self, a: str, b: str, c: str) -> TypedDay:
        day, year = (c, a) if len(a) == 4 and len(c) <= 2 else (a, c)
        return TypedDay(_small(day), _small(b), self._year(year))

    def _month_only(self, token: re.Match[str]) -> TypedDay:
        if self._found.days and self._found.days[-1].month is None:  # `7-12/2567` may be months as well as days
            raise DateError("ไม่ทราบว่าตัวเลขเป็นวันหรือเดือน", "the figures may be days or months")
        return TypedDay(None, int(token["only_month"]), self._year(token["only_year"]))

    def _named(self, token: re.Match[str]) -> TypedDay:
        era = token["era"] or token["era_after"] or ""
        return TypedDay(_small(token["day"]), _month_in(token["named"]), self._year_if(token["year"], era))

    def _period(self, token: re.Match[str]) -> TypedDay:
        if token["month"]:
            year = self._year_if(token["month_year"] or token["month_dashed"], token["month_era"] or "")
            return TypedDay(None, _month_in(token["month"]), year)
        if token["quarter"]:
            first, last = int(token["first"]), int(token["last"] or token["first"])
            if last < first:
                raise EndBeforeStart("ไตรมาสสุดท้ายอยู่ก่อนไตรมาสแรก", "the last quarter is before the first")
            year = self._year_if(token["quarter_year"])
            return quarters(first, last, self._year_of_months(token["months_of"], first, last, year))
        return whole_fiscal_year(self._year_if(token["named_year"]))

    def _year_of_months(self, typed: str | None, first: int, last: int, year: int | None) -> int | None:
        """The fiscal year of quarters, which the months in brackets behind them may tell; they must be theirs."""
        if typed is None:
            return year
        months = [month_number(name.group()) for name in MONTH.finditer(typed)]
        stated = FIGURES.search(typed)
        of_months = fiscal_year_of(months[-1], self._year(stated[0])) if stated else None
        if (months[0], months[-1]) != months_of(first, last) or (year and of_months and year != of_months):
            raise DateError("เดือนในวงเล็บไม่ใช่เดือนของไตรมาส", "the months in brackets are not those of the quarter")
        return year or of_months

    def _year_if(self, typed: str | None, era: str = "") -> int | None:
        return self._year(typed, era) if typed else None

    def _year(self, typed: str, era: str = "") -> int:
        common = bool(re.search("[คac]", era))
        if len(typed) == 2 and not common:
            self._found.two_digit_year = True
            return self._of_century(int(typed))
        if len(typed) != 4:
            raise DateError(
                f"ปี “{to_thai_digits(typed)}” ต้องมีสองหรือสี่หลัก",
                f"the year “{typed}” must have two or four digits",
            )
        if era not in ("", "ปี") and common != (int(typed) in _COMMON_YEARS):
            raise DateError(
                f"ปี {to_thai_digits(typed)} ไม่ตรงกับศักราชที่พิมพ์ไว้",
                f"the year {typed} does not belong to the era typed beside it",
            )
        return common_year(int(typed))

    def _of_century(self, typed: int) -> int:
        buddhist, common = common_year(2500 + typed), 2000 + typed
        if self._near is not None and abs(common - self._near) <= 1 < abs(buddhist - self._near):
            return common
        return buddhist


def _month_in(text: str) -> int:
    return next(month_number(name.group()) for name in MONTH.finditer(text))


def _small(digits: str) -> int:
    """A day or month. More than two digits are a year, or no date at all, where a day should stand."""
    if len(digits) > 2:
        raise DateError(
            f"มี “{to_thai_digits(digits)}” แต่ไม่มีวันหรือเดือน", f"“{digits}” stands where a day or month should"
        )
    return int(digits)


def common_year(year: int) -> int:
    """A year of either era as one of the Common Era. Raises DateError when it is plausible in neither.

    >>> common_year(2568), common_year(2025)
    (2025, 2025)
    """
    if year in _BUDDHIST_YEARS:
        return year - BUDDHIST_ERA
    if year in _COMMON_YEARS:
        return year
    raise DateError(f"ปี {to_thai_digits(str(year))} ไม่น่าเป็นไปได้", f"the year {year} is not plausible")
