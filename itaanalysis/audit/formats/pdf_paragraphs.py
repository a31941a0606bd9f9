"""Lines of a PDF put together into paragraphs, where the page shows that a line was broken because it was full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from itaanalysis.audit.formats.pdf_glyphs import Run, joined

_INDENT = 0.5
"""Font sizes further in at which a line begins a paragraph."""
_HANGING = 4
"""Font sizes by which the lines of a list item may stand further in than its bullet or number."""
_THAI_WORD = 4
"""Font sizes of a Thai word at most; what is written without a space is many."""
_SPACING = 1.15
"""Times the closest lines of a page that lines of one paragraph stand apart at most."""
_FURTHEST = 1.75
"""Font sizes the same at most: where each paragraph of a page is one line, the closest lines are paragraphs."""

_CONTENTS_ENTRY = re.compile(r"(?:[.…] ?){4,}\s*\d*$")
_THAI = re.compile("[ก-๎]")
_BULLET = re.compile(r"[^\w\s(\[\"'“‘+−฿…]")
_NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|\d{1,2}(?:\.\d{1,2})+(?=\s)|\([ก-ฮ]\)")


def paragraphs(lines: Sequence[Run], margin: float) -> list[str]:
    """Texts of the paragraphs that lines of a page make up; `margin` is the right edge of the page's text.

    A line goes on in the next one when the first word of that would not have fitted on it. In doubt it does not, and
    the two stay lines.
    """
    pitch = min((one.base - other.base for one, other in pairwise(lines) if one.is_above(other)), default=0.0)
    found: list[list[Run]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, margin, _SPACING * pitch):
            found[-1].append(line)
        else:
            found.append([line])
    return [joined(block) for block in found]


def _goes_on(block: Sequence[Run], line: Run, margin: float, furthest: float) -> bool:
    last = block[-1]
    apart = last.base - line.base
    close = last.is_above(line) and apart <= min(furthest, _FURTHEST * last.size) and abs(last.size - line.size) < 1
    word = line.word - line.left
    if _THAI.match(line.text):
        word = min(word, _THAI_WORD * line.size)
    full = margin - last.right < word + _INDENT * line.size
    item = _BULLET.match(block[0].text) or _NUMBERED.match(block[0].text)
    indent = _HANGING if item and len(block) == 1 else _INDENT
    level = line.left - last.left <= indent * line.size
    begins = _BULLET.match(line.text) or _NUMBERED.match(line.text) or _CONTENTS_ENTRY.search(last.text)
    return close and full and level and not begins
