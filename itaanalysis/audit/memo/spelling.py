"""One spelling for a memo's text, each of whose characters still knows where it stands in the memo."""

from __future__ import annotations

import re
from functools import lru_cache

from itaanalysis.thai.text import normalise, to_arabic_digits, unify_dashes

_PIECES = re.compile(r"[0-9๐-๙]+|[\s\u00a0\u200b\ufeff]+|[^\s\u00a0\u200b\ufeff0-9๐-๙]+")


def tidy(text: str, start: int = 0) -> tuple[str, list[int]]:
    """`text` on one line in one spelling with Arabic digits, and the place (from `start`) of each character of it.

    >>> tidy("จำนวน  ๑,๒๙๐ บาท")[0]
    'จำนวน 1,290 บาท'
    """
    shown: list[str] = []
    offsets: list[int] = []
    for piece in _PIECES.finditer(text):
        typed, at = piece.group(), start + piece.start()
        if typed[0].isdigit():
            spelled = to_arabic_digits(typed)
        elif typed.strip("\u200b\ufeff").strip() == "":
            spelled = " " if shown and shown[-1] != " " and typed.strip("\u200b\ufeff") else ""
        else:
            spelled = _spelled(typed)
        shown.extend(spelled)
        offsets.extend(at + min(i, len(typed) - 1) for i in range(len(spelled)))
    while shown and shown[-1] == " ":
        shown.pop(), offsets.pop()
    return "".join(shown), offsets


@lru_cache(maxsize=20_000)
def _spelled(typed: str) -> str:
    return unify_dashes(normalise(typed))
