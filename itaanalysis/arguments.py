"""Words of the command line read into values. Each raises argparse.ArgumentTypeError, which tells how `ita` is used."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Iterable

Known = Callable[[], Iterable[str]]
"""Asked for the names there are only when one was typed, so that --help needs none of what knows them."""


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
        if _is_fiscal_year(text):
            raise argparse.ArgumentTypeError(
                f"ปีต้องมาก่อน --archive · the year comes before it: ita report {text} --archive"
            ) from error
        raise argparse.ArgumentTypeError(str(error)) from error
    if named.start != named.end:
        raise argparse.ArgumentTypeError(f"“{text}” ไม่ใช่วันเดียว · “{text}” is not one day")
    return named.start


def _is_fiscal_year(text: str) -> bool:
    from itaanalysis.fiscal import FiscalYear, FiscalYearError

    try:
        return FiscalYear.parse(text) is not None
    except FiscalYearError:
        return False


def several(known: Known) -> Callable[[str], tuple[str, ...]]:
    """Reads names parted by commas, each once."""

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
        unknown = [part for part in chosen if part not in known()]
        if unknown or not chosen:
            raise _no_choice(", ".join(unknown) or text, known)
        return chosen

    return read


def one(known: Known) -> Callable[[str], str]:
    """Reads one name."""

    def read(text: str) -> str:
        chosen = text.strip().lower()
        if chosen not in known():
            raise _no_choice(text, known)
        return chosen

    return read


def _no_choice(text: str, known: Known) -> argparse.ArgumentTypeError:
    choice = ", ".join(known())
    return argparse.ArgumentTypeError(f"เลือกได้เฉพาะ {choice} ไม่มี “{text}” · “{text}” is not one of {choice}")
