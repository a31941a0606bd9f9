"""How a cell of any table reads: a missing value, yes or no, a day, a year, a number, a text."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

import pandas as pd

from itaanalysis.words import Words, present

DASH = "–"
YES_NO = {True: "☑", False: "☐"}


def cell_text(
    value: Any,
    words: Words,
    *,
    decimals: int | None = None,
    verbatim: bool = False,
    year: bool = False,
    missing: str = DASH,
) -> str:
    """A value in words: a `year` without separators, whole numbers without and others with two decimals unless told.

    The values of a list are told one after another. A text has its digits in those of `words`; as typed where it is
    `verbatim`, as cell addresses and file names are.
    """
    if pd.api.types.is_list_like(value):
        return ", ".join(cell_text(one, words, decimals=decimals, verbatim=verbatim, missing=missing) for one in value)
    if not present(value):
        return missing
    if pd.api.types.is_bool(value):
        return YES_NO[bool(value)]
    if isinstance(value, datetime.date):
        return words.date(value)
    if year and is_number(value):
        return words.in_digits(str(int(value)))
    if is_number(value):
        given = 0 if isinstance(value, Integral) else 2
        return words.number(value, given if decimals is None else decimals)
    text = str(value).strip()
    return text if verbatim else words.in_digits(text)


def is_numeric(values: pd.Series | pd.Index) -> bool:
    """Whether a column holds figures, which stand to the right."""
    if pd.api.types.is_bool_dtype(values):
        return False
    known = values.dropna()
    return pd.api.types.is_numeric_dtype(values) or bool(len(known) and all(map(is_number, known)))


def decimals_of(values: pd.Series | pd.Index) -> int | None:
    """How many decimals the figures of a column have: none where all are whole, else two; None for no figures."""
    if not is_numeric(values):
        return None
    whole = pd.api.types.is_integer_dtype(values) or all(isinstance(number, Integral) for number in values.dropna())
    return 0 if whole else 2


def is_number(value: Any) -> bool:
    """Whether a value is a figure: finite, and neither true nor false."""
    return isinstance(value, Real | Decimal) and not isinstance(value, bool) and math.isfinite(value)
