"""Rows with their labels at the left: the body of most charts. A row is as tall as its label needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from itaanalysis.charts.measure import break_lines, text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.theme import page_setting, role

Paragraph = tuple[str, str]
"""A text and its role; a label may have several, one under the other."""

_BESIDE = 5.0
"""Points between two texts on one line."""


@dataclass(frozen=True)
class Rows:
    """Labels broken into lines, each of one text or of several; `ends` are the edges of the rows in the body."""

    lines: list[list[list[Paragraph]]]
    ends: list[float]

    @property
    def width(self) -> float:
        """Points the widest label takes."""
        return max((_width(line) for lines in self.lines for line in lines), default=0.0)

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
        """The middle of every row."""
        return [(begin + end) / 2 for begin, end in pairwise(self.ends)]

    def draw(self, page: Page, left: float = 0.0) -> None:
        """Set the labels, each around the middle of its row."""
        for centre, lines in zip(self.centres, self.lines, strict=True):
            y = centre - sum(map(_height, lines)) / 2
            for line in lines:
                for place, (text, name) in enumerate(line):
                    before = _width(line[:place]) + _BESIDE if place else 0.0
                    page.text(left + before, y + _height(line) / 2, text, name)
                y += _height(line)


def lay_rows(
    labels: Sequence[Sequence[Paragraph]],
    width: float,
    top: float = 0.0,
    gap: float | None = None,
    run_on: bool = False,
) -> Rows:
    """Lay out one row for each label, no wider than `width` points, the first at `top`, `gap` points between them.

    Each text of a label begins a line, unless they `run_on`: then it stands beside the one before where it has room.
    """
    gap = page_setting("row_gap") if gap is None else gap
    lines = [_lines(paragraphs, width, run_on) for paragraphs in labels]
    heights = [sum(map(_height, row)) + gap for row in lines]
    return Rows(lines, list(accumulate(heights, initial=top)))


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
