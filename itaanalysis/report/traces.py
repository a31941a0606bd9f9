"""Where a figure in a sentence comes from, carried inside the sentence until it is shown.

A traced figure stands between three characters of Unicode's private use that no spreadsheet types: they pass through
markdown unchanged, and become a title to hover over in HTML or nothing in plain text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from itaanalysis.cell_ranges import ranges
from itaanalysis.figure_words import FigureWords

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"{_OPEN}\\d*{_MIDDLE}|[{_OPEN}{_MIDDLE}{_CLOSE}]")
_TRACED = re.compile(f"{_OPEN}(\\d+){_MIDDLE}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_SPAN = re.compile(r'<span class="traced" title="[^"]*">(.*?)</span>', re.DOTALL)


FIRST_CELL = ("เซลล์แรกของแถวต้นทาง", "First cell of the row")
"""What a source is: a figure stands somewhere in the row that begins there."""


class Traces:
    """The origins of the figures of one report, each known by its number in the order they came."""

    def __init__(self) -> None:
        self._origins: list[str] = []

    def mark(self, text: str, cells: str, label: str = "") -> str:
        """`text` marked as coming from these cells, a plain text; unmarked when there are none."""
        if not cells:
            return unmarked(text)
        self._origins.append(f"{label}: {cells}" if label else cells)
        return f"{_OPEN}{len(self._origins) - 1}{_MIDDLE}{unmarked(text)}{_CLOSE}"

    def html(self, markup: str) -> str:
        """HTML in which every marked figure is a `<span class="traced">` that names its cells when hovered over."""

        def told(found: re.Match[str]) -> str:
            number = int(found[1])
            # A number nobody gave out came with the text of a spreadsheet.
            return traced(found[2], self._origins[number]) if number < len(self._origins) else found[2]

        return unmarked(_TRACED.sub(told, markup))


def origin(sources: Iterable[str]) -> str:
    """Cells in one line, those that follow each other as ranges."""
    return "; ".join(ranges(sources))


def of_rows(cells: str, words: FigureWords) -> str:
    """Cells as they are told beside a figure, where no heading says that its row begins there; nothing of none.

    >>> of_rows("scores.xlsx!สรุป!A4", FigureWords("en"))
    'scores.xlsx!สรุป!A4 (first cell of the row)'
    """
    said = words.pick(FIRST_CELL[0], FIRST_CELL[1].lower())
    return f"{cells} ({said})" if cells else ""


def traced(markup: str, cells: str) -> str:
    """A piece of HTML that tells the cells it comes from, a plain text.

    >>> traced("๙๒.๘๐", "scores.xlsx!สรุป!B4")
    '<span class="traced" title="scores.xlsx!สรุป!B4">๙๒.๘๐</span>'
    """
    return f'<span class="traced" title="{html.escape(cells)}">{markup}</span>'


def untraced(markup: str) -> str:
    """HTML without its cells, as on paper: a figure is one text with the words around it, so that lines break right.

    >>> untraced('ใช้จ่าย <span class="traced" title="A1">๕</span> บาท')
    'ใช้จ่าย ๕ บาท'
    """
    return _SPAN.sub(r"\1", markup)


def unmarked(text: str) -> str:
    """The text as it is read, without marks."""
    return _MARKS.sub("", text)
