"""Amounts of money written out in words: หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.thai.baht import read_words
from itaanalysis.thai.rounding import NumberError

_NUMERAL = "(?:(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน|ศูนย์) ?)"
_AMOUNT = re.compile(rf"{_NUMERAL}{{2,}}บาท(?: ?ถ้วน| ?{_NUMERAL}+สตางค์)?|{_NUMERAL}+บาท ?ถ้วน")


def amounts_in_words(text: str) -> Iterator[Figure]:
    """Every amount in words; its value is None where the words are no number."""
    for found in _AMOUNT.finditer(text):
        typed, end = found.group(), found.end()
        step = Decimal("0.01") if "สตางค์" in typed else Decimal(1)
        yield Figure(found.start(), end, typed, _value(typed), "money", step, "บาท", in_words=True, unit_end=end)


def _value(typed: str) -> Decimal | None:
    try:
        return read_words(typed)
    except NumberError:
        return None
