"""The words of the calendar: months and weekdays as printed, and as people type them."""

from __future__ import annotations

import re

from itaanalysis.thai.text import match_key

MONTHS_TH = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_TH_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_EN_SHORT = tuple(name[:3] for name in MONTHS_EN)
WEEKDAYS_TH = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")  # Monday first, as date.weekday()
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Spellings other than the dictionary's that offices type often enough to know what is meant, and `sept`.
_MONTH_VARIANTS = {
    2: ("กุมภาพันธุ์", "กุมภาพันธ", "กุมพาพันธ์"),
    5: ("พฤศภาคม",),
    7: ("กรกฏาคม", "กรกฏา"),
    9: ("sept",),
    11: ("พฤษจิกายน", "พฤศจิกายณ"),
}
_WEEKDAY_VARIANTS = {
    0: ("จ.",),
    1: ("อ.", "tues"),
    2: ("พ.",),
    3: ("พฤหัสฯ", "พฤหัส", "พฤ.", "thurs"),
    4: ("ศ.",),
    5: ("ส.",),
    6: ("อา.",),
}


def _loosened(short: str) -> str:
    """A pattern for an abbreviation with or without dots, and with spaces between: `ก.ย.`, `กย`, `ก. ย.`"""
    return r"\s?\.?\s?".join(map(re.escape, short.strip(".").split("."))) + r"\.?"


def _months() -> tuple[dict[str, int], str]:
    numbers: dict[str, int] = {}
    whole: list[str] = []
    for month in range(1, 13):
        full = MONTHS_TH[month - 1]
        stem = full.removesuffix("คม").removesuffix("ยน").removesuffix("พันธ์")
        names = (
            full,
            stem,
            MONTHS_EN[month - 1],
            MONTHS_EN_SHORT[month - 1],
            *_MONTH_VARIANTS.get(month, ()),
        )
        whole += (name.casefold() for name in names)
        numbers |= {match_key(name): month for name in (*names, MONTHS_TH_SHORT[month - 1])}
    longest_first = sorted(map(re.escape, whole), key=len, reverse=True)
    return numbers, "|".join([*(rf"{name}(?![a-z])\.?" if name.isascii() else name for name in longest_first),
                              *map(_loosened, MONTHS_TH_SHORT)])  # fmt: skip


_MONTH_NUMBERS, MONTH_PATTERN = _months()
"""A pattern (for case-folded text) that finds a month's name however written."""

_WEEKDAY_NUMBERS = {
    name.casefold(): day
    for day in range(7)
    for name in (
        WEEKDAYS_TH[day], WEEKDAYS_EN[day], WEEKDAYS_EN[day][:3], *_WEEKDAY_VARIANTS.get(day, ()),
    )
}  # fmt: skip
WEEKDAY_PATTERN = "|".join(
    # An abbreviated Thai weekday (`พ.`) is one only when the day follows or a bracket closes: `พ.ค.` is May.
    re.escape(name) + (r"(?=\s?(?:ที่|\d|\)))" if name.endswith(".") else r"(?![a-z])\.?" if name.isascii() else "")
    for name in sorted(_WEEKDAY_NUMBERS, key=len, reverse=True)
)
"""A pattern (for case-folded text) that finds a weekday's name, without the `วัน` before it."""


def month_number(name: str) -> int:
    """1 to 12 for a name that `MONTH_PATTERN` found."""
    return _MONTH_NUMBERS[match_key(name)]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a name that `WEEKDAY_PATTERN` found."""
    return _WEEKDAY_NUMBERS[name if name in _WEEKDAY_NUMBERS else name.rstrip(".")]
