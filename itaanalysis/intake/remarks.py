"""What is typed behind a figure or a date and is no part of it: marks of footnotes, remarks in brackets, its words."""

from __future__ import annotations

import re

from itaanalysis.thai.baht import in_words
from itaanalysis.thai.numbers import read_number, split_remark
from itaanalysis.thai.rounding import NumberError
from itaanalysis.thai.text import match_key, normalise

_MARKS = re.compile(r"\s*[*†‡¹²³⁴⁵]+\s*$")


def without_marks(text: str) -> str:
    """`text` without the marks behind it that point at a note below the table.

    >>> without_marks("๕๒ คน **")
    '๕๒ คน'
    """
    return _MARKS.sub("", text)


def figure_and_remark(text: str) -> tuple[str, str | None]:
    """A figure without the remark in brackets behind it, and the remark; None where it says nothing more.

    An amount may be said again in words, as on a cheque. A number in brackets is no remark: which of the two counts is
    not known, and the text comes back whole.

    >>> figure_and_remark("๕๐ คน (หญิง ๓๐)")
    ('๕๐ คน', 'หญิง ๓๐')
    >>> figure_and_remark("๕๐๐ บาท (ห้าร้อยบาทถ้วน)"), figure_and_remark("50 (20)")
    (('๕๐๐ บาท', None), ('50 (20)', None))
    """
    figure, remark = split_remark(without_marks(text))
    if remark is None:
        return figure, None
    try:
        if match_key(remark) == match_key(in_words(read_number(figure))):
            return figure, None
    except NumberError:
        return normalise(text), None
    try:
        read_number(remark)
    except NumberError:
        return figure, remark
    return normalise(text), None
