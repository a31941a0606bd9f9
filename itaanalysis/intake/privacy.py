"""Personal ID and telephone numbers typed into cells: found, and masked before anything else sees them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np

from itaanalysis.intake.problems import Problems, place
from itaanalysis.intake.sheet import Sheet
from itaanalysis.thai.text import to_arabic_digits

# Thirteen digits in the groups of the Thai identity card, and telephone numbers of nine or ten digits from 0 or +66.
_ID = re.compile(r"(?<![\d.,])\d[\s-]?\d{4}[\s-]?\d{5}[\s-]?\d{2}[\s-]?\d(?![\d.,]\d)(?!\d)")
_PHONE = re.compile(r"(?:(?<![\d.,])0|\+66)[\s()-]{0,3}\d(?:[\s()-]{0,2}\d){7,8}(?![\d.,]\d)(?!\d)")
_DIGIT = re.compile(r"[0-9๐-๙]")
# What both begin with; few cells of a long sheet have so many digits in a row.
_NINE_DIGITS = re.compile(r"(?:\d[\s()-]{0,3}){9}")


def without_personal_data(sheet: Sheet, problems: Problems) -> Sheet:
    """The sheet with every personal number masked and reported; the same sheet when it holds none."""
    shown = {code: text for code, value in enumerate(sheet.values) if (text := masked(value)) is not None}
    if not shown:
        return sheet
    for row, column in np.argwhere(np.isin(sheet.codes, list(shown))).tolist():
        problems.add("personal-data", place(sheet, row, column), shown[int(sheet.codes[row, column])])
    return replace(sheet, values=[shown.get(code, value) for code, value in enumerate(sheet.values)])


def masked(value: Any) -> str | None:
    """`value` with every personal number in it masked, or None when it holds none.

    >>> masked("โทร ๐๒ ๐๐๐ ๐๐๐๐")
    'โทร xx xxx xxxx'
    >>> masked("ชั้น ๑๒") is None
    True
    """
    if isinstance(value, float):
        if not value.is_integer() or not 1e12 <= value < 1e13 or not _is_id(f"{value:.0f}"):
            return None
        return "x" * 13
    if not isinstance(value, str) or not _NINE_DIGITS.search(value):
        return None
    text = to_arabic_digits(value)
    spans = [found.span() for found in _ID.finditer(text) if _is_id(found[0]) or "-" in found[0]]
    spans += [found.span() for found in _PHONE.finditer(text)]
    if not spans:
        return None
    hidden = {position for start, end in spans for position in range(start, end)}
    return "".join("x" if i in hidden and _DIGIT.match(char) else char for i, char in enumerate(value))


def _is_id(text: str) -> bool:
    """Whether thirteen digits carry the check digit of an identity card: 11 less the weighted sum, modulo 11."""
    digits = [int(char) for char in text if char.isdigit()]
    weighted = sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return len(digits) == 13 and digits[-1] == (11 - weighted % 11) % 10
