"""Targets and results as typed: a number with its unit, its comparison and a remark, or words for one."""

from __future__ import annotations

import re
from typing import Any

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading, column_names
from itaanalysis.intake.remarks import without_marks
from itaanalysis.intake.sheet import is_blank, is_dash, is_excel_error
from itaanalysis.thai.numbers import read_number, split_remark
from itaanalysis.thai.rounding import NumberError
from itaanalysis.thai.text import to_arabic_digits

_FIGURE = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_GLUED = re.compile(r"[A-Za-z][0-9]|[0-9][A-Za-z]")
"""A figure with a letter in it, such as `1O0`: a slip, not words."""


def read_quantity_of(
    block: Block, row: int, role: str, share: bool, operator: str, reading: Reading
) -> tuple[float | None, str | None, str | None]:
    """Number, unit and remark of a cell such as `คะแนน ๙๒.๘๐ (ผ่านดี)`.

    A cell formatted as a percentage holds a fraction: 91.67% is 0.9167 there. `ไม่มี` is 0 where at most so many may be.
    """
    value, where = block.value(row, role), block.place(row, role)
    nothing = reading.vocabulary.word("nothing", value) if isinstance(value, str) else None
    if is_blank(value) or is_dash(value):
        return None, None, None
    if is_excel_error(value):
        reading.problems.add("excel-error", where, value)
        return None, None, None
    if nothing == "zero" and operator in ("<=", "<"):
        return 0.0, None, None
    if share and isinstance(value, float) and 0 < value <= 1:
        percent = round(value * 100, 9)
        reading.problems.add("percent-as-fraction", where, value, percent=f"{percent:g}")
        return percent, "percent", None
    if not isinstance(value, str):
        return _read(value, value, where, role, reading), None, None
    text, remark = split_remark(without_marks(value))
    unit = reading.vocabulary.word_within("kpi_unit", text)
    beside = [word for kind in ("operator", "scale") for word in reading.vocabulary.words.get(kind, {})]
    for word in sorted(beside, key=len, reverse=True):
        text = text.replace(word, " ")
    return _read(text, value, where, role, reading), unit, remark


def _read(figure: Any, typed: Any, where: Place, role: str, reading: Reading) -> float | None:
    """The number of a cell. Words for one leave it out with a warning; a number mistyped is an error."""
    try:
        return float(read_number(figure))
    except NumberError as error:
        if isinstance(figure, str) and _is_in_words(figure):
            column_th, column_en = column_names(role)
            reading.problems.add("quantity-in-words", where, typed, column_th=column_th, column_en=column_en)
        else:
            reasons = {"reason_th": error.reason_th, "reason_en": error.reason_en}
            reading.problems.add("number-unreadable", where, typed, **reasons)
        return None


def _is_in_words(text: str) -> bool:
    """Whether a text that is no number is one of several words or figures, each spelled right: `ระดับดี`, `๒ - ๓`."""
    figures = _FIGURE.findall(to_arabic_digits(text))
    return all(_is_number(figure) for figure in figures) and not _GLUED.search(to_arabic_digits(text))


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except NumberError:
        return False
    return True
