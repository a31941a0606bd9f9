"""The pattern of a typed date: every word and sign that may stand in one."""

from __future__ import annotations

import re

from itaanalysis.thai.calendar import MONTH_PATTERN, MONTHS_EN, WEEKDAY_PATTERN
from itaanalysis.thai.date_periods import ERA, PERIOD_PATTERN
from itaanalysis.thai.text import normalise, to_arabic_digits, unify_dashes

_ERA_AFTER = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|b\.?e\.?|a\.?d\.?|c\.?e\.?)(?![a-z])"
_WEEKDAY = rf"(?:วัน\s?)?(?:{WEEKDAY_PATTERN})(?:\s?ที่)?"
_CLOCK = r"\d{1,2}[.:]\d{2}"
TOKEN = re.compile(
    rf"""
      (?P<clock> \(?\s?(?:เวลา\s?)? {_CLOCK} (?:\s?(?:-|ถึง)\s?{_CLOCK})? \s?น(?:\.|าฬิกา|(?![ก-๎])) \s?\)? )
    | (?P<occasion> \(?\s?(?:รุ่น|ครั้ง)\s?(?:ที่)?\s?\d{{1,2}} (?!\d) \s?[:)]? )
    | (?P<weekdays> \(?\s?{_WEEKDAY} (?:\s?(?:-|,|และ|ถึง)\s?{_WEEKDAY})* \s?\)?,? )
    | (?P<numeric> (?P<a>\d+) (?P<cut>\s?[/.]\s?|-) (?P<b>\d+) (?P=cut) (?P<c>\d+)
        (?:[t\s]\d\d:\d\d(?::\d\d(?:\.\d+)?)?z?)? )
    | (?P<named> (?P<day>\d+)(?:st|nd|rd|th)?
        (?: (?P<glue>[-/.]) (?:{MONTH_PATTERN}) (?P=glue) | \s?(?:เดือน|of\s)?\s?(?:{MONTH_PATTERN})\s?,? )
        \s?(?:(?P<era>{ERA})\s?)? (?P<year>\d+)? (?:\s?(?P<era_after>{_ERA_AFTER}))? )
    | (?P<day_month> (?P<its_day>\d{{1,2}})/(?P<its_month>\d{{1,2}}) (?![\d/]) )
    | (?P<month_only> (?P<only_month>\d{{1,2}})\s?/\s?(?P<only_year>\d{{4}}) (?![\d/]) )
    | (?P<vague> (?:ช่วง\s?)?(?:ต้น|กลาง|ปลาย|สิ้น)\s?(?:เดือน|ปี) )
    | (?P<bare> \d+ )(?:st|nd|rd|th)?
    | {PERIOD_PATTERN}
    | (?P<between> ระหว่าง | between\s )
    | (?P<lead> (?:ณ|เมื่อ|ใน|ตั้งแต่|จาก)\s?วันที่ | วันที่ | เมื่อ | ตั้งแต่ | จาก | ช่วง | on\s | from\s | the\s )
    | (?P<range> - | ~ | จนถึง | ถึง | (?:to|until|till|through)\s )
    | (?P<list> [,;]\s?(?:และ|กับ|and\s|&)? | และ | กับ | and\s | & )
    | \s+
    """,
    re.VERBOSE | re.ASCII,  # no digits but our own
)
MONTH = re.compile(MONTH_PATTERN)
_OF_DATE = re.compile(rf"{MONTH_PATTERN}|(?:ต้น|กลาง|ปลาย|สิ้น)\s?(?:เดือน|ปี)|ไตรมาส|วันที่|\d\d|\d\s?[/.-]\s?\d", re.ASCII)
FIGURES = re.compile(r"\d+(?=\D*$)", re.ASCII)
WEEKDAY_NAME = re.compile(WEEKDAY_PATTERN)
_ENGLISH = "|".join(rf"{name[:3].casefold()}[a-z]*\.?" for name in MONTHS_EN)
MONTH_FIRST = re.compile(rf"\b({_ENGLISH}) (\d{{1,2}}(?: ?- ?\d{{1,2}})?)(?:st|nd|rd|th)?,? (\d{{4}})\b", re.ASCII)


def speaks_of_month(text: str) -> bool:
    """Whether a text names a month.

    >>> speaks_of_month("ข้อมูล ณ ๓๑ ธ.ค. ๒๕๖๗"), speaks_of_month("ผล ITA ปี ๒๕๖๗")
    (True, False)
    """
    return bool(MONTH.search(to_arabic_digits(normalise(text)).casefold()))


def speaks_of_date(text: str) -> bool:
    """Whether a text that is no date holds anything of one: a month, a year, figures parted as those of a day are.

    >>> speaks_of_date("เดือนละ ๑ ครั้ง"), speaks_of_date("๓๒ มกราคม")
    (False, True)
    """
    return bool(_OF_DATE.search(unify_dashes(to_arabic_digits(normalise(text))).casefold()))
