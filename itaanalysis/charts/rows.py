"""Rows with their labels at the left: the body of most charts. A row is as tall as its label needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from itaanalysis.charts.measure import break_lines, text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.sheet import sheet, size_named
from itaanalysis.charts.theme import page_setting, page_width, role

Paragraph = tuple[str, str]
"""A text and its role; a label may have several, one under the other."""

_BESIDE = 5.0
"""Points between two texts on one line."""

_STRIP = 16.0
"""Points for the marks of a row whose label stands over them."""

_MOST_STRETCH = 14.0
"""Points a row may be moved from the next one only to fill a frame."""

_SHORT = 0.3
"""Labels no wider than this share of a narrow page stay beside their marks."""


@dataclass(frozen=True)
class Rows:
    """Labels broken into lines, each of one text or of several; `ends` are the edges of the rows in the body.

    `over` says that the labels stand over their marks instead of beside them: then they take no room at the left, and
    `centres` are those of the marks. `natural` is where the rows would end if no frame had to be filled.
    """

    lines: list[list[list[Paragraph]]]
    ends: list[float]
    natural: float
    over: bool = False
    gap: float = 0.0

    @property
    def width(self) -> float:
        """Points the widest label takes beside the marks."""
        return 0.0 if self.over else max((_width(line) for lines in self.lines for line in lines), default=0.0)

    def marks_from(self, gap: float, least: float = 0.0) -> float:
        """Where marks begin: `gap` points right of the labels; under labels at the left edge, or `least` from it."""
        return least if self.over else self.width + gap

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return self.ends[0]

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.ends[-1]

    @property
    def centres(self) -> list[float]:
        """The middle of every row, or of its marks."""
        if self.over:
            return [end - (self.gap + _STRIP) / 2 for end in self.ends[1:]]
        return [(begin + end) / 2 for begin, end in pairwise(self.ends)]

    def draw(self, page: Page, left: float = 0.0) -> None:
        """Set the labels, each around the middle of its row, or over its marks."""
        for begin, end, lines in zip(self.ends, self.ends[1:], self.lines, strict=False):
            height = sum(map(_height, lines))
            y = begin + self.gap / 2 if self.over else (begin + end - height) / 2
            for line in lines:
                for place, (text, name) in enumerate(line):
                    before = _width(line[:place]) + _BESIDE if place else 0.0
                    page.text(left + before, y + _height(line) / 2, text, name, halo=self.over)
                y += _height(line)


def lay_rows(
    labels: Sequence[Sequence[Paragraph]],
    width: float,
    top: float = 0.0,
    gap: float | None = None,
    run_on: bool = False,
    short_beside: bool = True,
) -> Rows:
    """Lay out one row for each label, the first at `top`, `gap` points between them.

    A label is no wider than `width` points on a page of the full text width, and in proportion on another. On a narrow
    page it stands over its marks and takes the whole width, unless all are short and may stand beside them. Each text
    of a label begins a line, unless they `run_on`: then it stands beside the one before where it has room.
    """
    gap = page_setting("row_gap") if gap is None else gap
    widest = max((_natural(paragraphs) for paragraphs in labels), default=0)
    over = sheet().narrow and not (short_beside and widest <= _SHORT * page_width())
    room = page_width() - 2 * page_setting("margin") if over else _in_proportion(width)
    lines = [_lines(paragraphs, room, run_on) for paragraphs in labels]
    gaps = gap + min(sheet().stretch / max(len(labels), 1), _MOST_STRETCH)
    heights = [sum(map(_height, row)) + (_STRIP if over else 0.0) for row in lines]
    natural = top + sum(heights) + gap * len(heights)
    return Rows(lines, list(accumulate((height + gaps for height in heights), initial=top)), natural, over, gaps)


def _in_proportion(width: float) -> float:
    full = size_named("full")
    return width * page_width() / (full.width_cm / 2.54 * 72)


def _natural(paragraphs: Sequence[Paragraph]) -> float:
    return max((text_width(text, name) for text, name in paragraphs), default=0.0)


def _lines(paragraphs: Sequence[Paragraph], width: float, run_on: bool) -> list[list[Paragraph]]:
    lines: list[list[Paragraph]] = []
    for text, name in paragraphs:
        if run_on and lines and _width([*lines[-1], (text, name)]) <= width:
            lines[-1].append((text, name))
        else:
            lines += [[(line, name)] for line in break_lines(text, name, width)]
    return lines


def _width(line: Sequence[Paragraph]) -> float:
    return sum(text_width(text, name) for text, name in line) + _BESIDE * (len(line) - 1)


def _height(line: Sequence[Paragraph]) -> float:
    return max(role(name).line for _, name in line)
