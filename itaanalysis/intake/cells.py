"""What single cells say: texts, counts, money, scores, dates.

Every function takes the value, where it stands, and the list of problems; what cannot be read becomes a problem there
and None here. Blank, dash, zero and “none” are told apart: in money a dash or “none” is 0, in counts it is not stated.
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from decimal import Decimal
from typing import Any

from itaanalysis.fiscal import FiscalYear
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.remarks import figure_and_remark, without_marks
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash, is_excel_error
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.dates import DateError, DateSpan, EndBeforeStart, format_date, read_dates, speaks_of_date
from itaanalysis.thai.numbers import NumberError, read_number, round_half_up, split_remark
from itaanalysis.thai.text import normalise, to_arabic_digits, to_thai_digits

_UNIT_AT_END = re.compile(r"(?:บาท|คน|ราย|ท่าน)\s*$")
_WEEKDAYS_TH = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY = 5
_OUT_OF_HUNDRED = re.compile(r"\s*/\s*100(?:\.0+)?(?:\s*คะแนน)?\s*$")
_ODD_SPACES = "\u00a0\u2007\u202f\u3000"


def read_text(value: Any, where: Place, problems: Problems) -> str | None:
    """A text in its one spelling; None for a blank cell or a dash."""
    if is_blank(value) or is_dash(value):
        return None
    if is_excel_error(value):
        problems.add("excel-error", where, value)
        return None
    return normalise(as_typed(value)) or None


def read_amount(
    value: Any, where: Place, problems: Problems, vocabulary: Vocabulary, baht_per_unit: Decimal = Decimal(1)
) -> Decimal | None:
    """Baht; a dash or `ไม่มีค่าใช้จ่าย` is 0. An amount typed with its own `บาท` is in baht whatever the others are."""
    if _is_dash(value) or (isinstance(value, str) and vocabulary.word("nothing", value) == "zero"):
        return Decimal(0)
    amount = read_number_of(value, where, problems)
    if amount is not None and not (isinstance(value, str) and "บาท" in value):
        amount *= baht_per_unit
    if amount is None or amount == (rounded := round_half_up(amount, 2)):
        return amount
    problems.add("finer-than-satang", where, value, rounded=rounded)
    return rounded


def read_count(value: Any, where: Place, problems: Problems, vocabulary: Vocabulary) -> int | None:
    """A head-count or other count; blank, a dash or `ไม่มี` is not stated."""
    if _is_dash(value) or (isinstance(value, str) and vocabulary.word("nothing", value)):
        return None
    number = read_number_of(value, where, problems)
    if number is None:
        return None
    if number < 0 or number != int(number):
        problems.add(
            "number-unreadable",
            where,
            value,
            reason_th="ต้องเป็นจำนวนเต็มตั้งแต่ ๐",
            reason_en="not a whole number from 0",
        )
        return None
    return int(number)


def _is_dash(value: Any) -> bool:
    """Whether a cell holds only a dash, its unit behind it or not: `- บาท`."""
    return is_dash(_UNIT_AT_END.sub("", value) if isinstance(value, str) else value)


def read_score(value: Any, where: Place, problems: Problems, vocabulary: Vocabulary | None = None) -> float | None:
    """A score from 0 to 100; blank, a dash or `N/A` is missing, 0 is a score."""
    if isinstance(value, float) and 1 <= value <= 100:  # what most cells hold
        return value
    if is_dash(value) or (vocabulary and isinstance(value, str) and vocabulary.word("nothing", value)):
        return None
    if isinstance(value, str):  # `๙๒.๘๐/๑๐๐` says its full mark again
        value = value[: len(_OUT_OF_HUNDRED.sub("", to_arabic_digits(value)))]
    number = read_number_of(value, where, problems)
    if number is None:
        return None
    if not 0 <= number <= 100:
        problems.add("value-out-of-range", where, value, low=0, high=100)
        return None
    if 0 < number < 1:
        problems.add("score-below-one", where, value)
    return float(number)


def read_score_and_remark(
    value: Any, where: Place, problems: Problems, vocabulary: Vocabulary | None = None
) -> tuple[float | None, str | None]:
    """A score with what stands in brackets behind it: `๙๒.๘๐ (ผ่านดี)` is 92.80 and ผ่านดี."""
    if isinstance(value, str):
        number, remark = split_remark(value)
        if remark:
            return read_score(number, where, problems, vocabulary), normalise(remark)
    return read_score(value, where, problems, vocabulary), None


def read_date(
    value: Any, where: Place, problems: Problems, fiscal_year: FiscalYear, vocabulary: Vocabulary
) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day of a cell; both None where it states none. They lie within the fiscal year."""
    if is_blank(value) or is_dash(value) or (isinstance(value, str) and vocabulary.word("nothing", value)):
        return None, None
    if is_excel_error(value):
        problems.add("excel-error", where, value)
        return None, None
    try:
        span = _days(value, where, problems, fiscal_year)
    except EndBeforeStart:
        problems.add("end-before-start", where, value)
        return None, None
    except DateError as error:
        said = {"year": fiscal_year.year, "year_th": to_thai_digits(str(fiscal_year.year))}
        if isinstance(value, str) and not speaks_of_date(value):
            problems.add("date-not-stated", where, value, **said)
        else:
            reasons = {"reason_th": error.reason_th, "reason_en": error.reason_en}
            problems.add("date-unreadable", where, value, **reasons, **said)
        return None, None
    if not within(span.start, span.end, value, where, problems, fiscal_year):
        return None, None
    if isinstance(value, datetime.date) and value.year != span.start.year:
        problems.add("suspicious-year", where, value, year=value.year)
    _doubt(span, value, where, problems)
    return span.start, span.end


def _days(value: Any, where: Place, problems: Problems, fiscal_year: FiscalYear) -> DateSpan:
    """Raises DateError."""
    try:
        return read_dates(value, fiscal_year.year)
    except EndBeforeStart:
        raise
    except DateError:
        text, remark = split_remark(without_marks(value)) if isinstance(value, str) else ("", None)
        if not text:
            raise
        span = read_dates(text.strip("()"), fiscal_year.year)
    if remark:
        problems.add("remark-left-out", where, value, read=text)
    return span


def within(
    start: datetime.date,
    end: datetime.date,
    value: Any,
    where: Place,
    problems: Problems,
    fiscal_year: FiscalYear,
) -> bool:
    """Whether both days lie in the fiscal year; a problem is reported when they do not."""
    if start in fiscal_year and end in fiscal_year:
        return True
    problems.add(
        "date-outside-year",
        where,
        value,
        year=fiscal_year.year,
        year_th=fiscal_year.label("th"),
        start_th=format_date(fiscal_year.start, lang="th"),
        end_th=format_date(fiscal_year.end, lang="th"),
        start_en=format_date(fiscal_year.start, lang="en"),
        end_en=format_date(fiscal_year.end, lang="en"),
    )
    return False


def _doubt(span: DateSpan, value: Any, where: Place, problems: Problems) -> None:
    if span.weekday_mismatch:
        problems.add("weekday-differs", where, value)
    if span.whole_months:
        return
    for day in dict.fromkeys((span.start, span.end)):
        if day.weekday() >= _SATURDAY:
            problems.add(
                "weekend",
                where,
                value,
                day_th=f"{_WEEKDAYS_TH[day.weekday()]}ที่ {format_date(day, 'long', 'th')}",
                day_en=f"{_WEEKDAYS_EN[day.weekday()]} ({format_date(day, 'long', 'en')})",
            )


def read_number_of(value: Any, where: Place, problems: Problems) -> Decimal | None:
    """Any number; None for a blank cell."""
    if is_blank(value):
        return None
    if is_excel_error(value):
        problems.add("excel-error", where, value)
        return None
    if isinstance(value, float) and not math.isfinite(value):
        problems.add("number-unreadable", where, value, reason_th="ไม่ใช่จำนวนจำกัด", reason_en="not a finite number")
        return None
    try:
        number = _number(value, where, problems)
    except NumberError as error:
        problems.add("number-unreadable", where, value, reason_th=error.reason_th, reason_en=error.reason_en)
        return None
    if (
        isinstance(value, str)
        and not value.isprintable()
        and any(unicodedata.category(char) == "Cf" or char in _ODD_SPACES for char in value)
    ):
        problems.add("odd-characters", where, value, number=number)
    return number


def _number(value: Any, where: Place, problems: Problems) -> Decimal:
    """Raises NumberError."""
    try:
        return read_number(value)
    except NumberError:
        figure, remark = figure_and_remark(value) if isinstance(value, str) else ("", None)
        if not figure:
            raise
        number = read_number(figure)
    if remark:
        problems.add("remark-left-out", where, value, read=figure)
    return number
