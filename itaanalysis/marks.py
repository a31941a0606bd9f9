"""The regions of a picture that tell their values when the pointer rests on them, and how HTML writes them.

They are for the eye and the pointer alone: whoever reads otherwise has the alternative text and the tables, so no
region is a stop of the keyboard or read aloud.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import NamedTuple

CHART, MARK = "ita-chart", "ita-mark"
"""Classes of the box around a picture and of the regions in it."""


class Mark(NamedTuple):
    """A region of a picture, in shares (0 to 1) of its width and height from the upper left corner, and its text."""

    left: float
    top: float
    width: float
    height: float
    text: str


def with_marks(picture: str, marks: Iterable[Mark]) -> str:
    """A picture, an `img` in HTML, under its marks; the picture alone without any.

    The look that the regions need is written on them, so that a notebook shows them too: there the text is a tooltip.

    >>> region = with_marks("<img>", [Mark(0.5, 0, 0.25, 1, "กก. ๙๐.๐๐")]).partition("<span ")[2]
    >>> region.partition(" style=")[0]
    'class="ita-mark" title="กก. ๙๐.๐๐"'
    >>> "left: 50%; top: 0%; width: 25%; height: 100%" in region
    True
    """
    regions = "".join(_region(*mark) for mark in marks)
    if not regions:
        return picture
    box = "position: relative; display: inline-block; line-height: 0"
    return f'<div class="{CHART}" style="{box}">{picture}{regions}</div>'


def _region(left: float, top: float, width: float, height: float, text: str) -> str:
    sides = zip(("left", "top", "width", "height"), (left, top, width, height), strict=True)
    place = "; ".join(f"{side}: {round(100 * share, 2):g}%" for side, share in sides)
    return f'<span class="{MARK}" title="{html.escape(text)}" style="position: absolute; {place}"></span>'
