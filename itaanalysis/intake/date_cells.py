"""What single cells say of days: a date, a range, words that state none; and what makes a date doubtful."""

from __future__ import annotations

import datetime
from typing import Any

from itaanalysis.fiscal import FiscalYear
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.remarks import without_marks
from itaanalysis.intake.sheet import is_blank, is_dash, is_excel_error
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.calendar import WEEKDAYS_EN, WEEKDAYS_TH
from itaanalysis.thai.dates import DateError, DateSpan, EndBeforeStart, format_date, read_dates, speaks_of_date
from itaanalysis.thai.numbers import split_remark
from itaanalysis.thai.text import to_thai_digits

_SATURDAY = 5


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
                day_th=f"{WEEKDAYS_TH[day.weekday()]}ที่ {format_date(day, 'long', 'th')}",
                day_en=f"{WEEKDAYS_EN[day.weekday()]} ({format_date(day, 'long', 'en')})",
            )
