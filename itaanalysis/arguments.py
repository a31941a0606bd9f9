"""Words of the command line read into values. Each raises argparse.ArgumentTypeError, which tells how `ita` is used."""

from __future__ import annotations

import argparse
import datetime

FORMATS = ("html", "docx", "pdf")
"""What the report can be written as."""


def fiscal_year(text: str) -> int:
    """A fiscal year of the Buddhist era, such as `2568` or `๒๕๖๘`."""
    from itaanalysis.fiscal import FiscalYear, FiscalYearError

    try:
        return FiscalYear.parse(text).year
    except FiscalYearError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def day(text: str) -> datetime.date:
    """One day, typed as offices type it."""
    from itaanalysis.thai.date_tokens import DateError
    from itaanalysis.thai.dates import read_dates

    try:
        named = read_dates(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if named.start != named.end:
        raise argparse.ArgumentTypeError(f"{text} ไม่ใช่วันเดียว ({text} is not one day)")
    return named.start


def formats(text: str) -> tuple[str, ...]:
    """Formats of the report, parted by commas, each once."""
    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    unknown = [part for part in chosen if part not in FORMATS]
    if unknown or not chosen:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown) or 'nothing'} is not one of {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(chosen))
