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


@dataclass(frozen=True)
class Rows:
    """Labels broken into lines; `ends` are the edges of the rows, in points from the top of the body."""

    lines: list[list[Paragraph]]
    ends: list[float]

    @property
    def width(self) -> float:
        """Points the widest label takes."""
        return max((text_width(text, name) for lines in self.lines for text, name in lines), default=0.0)

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
            y = centre - sum(role(name).line for _, name in lines) / 2
            for text, name in lines:
                page.text(left, y + role(name).line / 2, text, name)
                y += role(name).line


def lay_rows(labels: Sequence[Sequence[Paragraph]], width: float, top: float = 0.0, gap: float | None = None) -> Rows:
    """Lay out one row for each label, no wider than `width` points, the first at `top`, `gap` points between them."""
    gap = page_setting("row_gap") if gap is None else gap
    lines = [
        [(line, name) for text, name in paragraphs for line in break_lines(text, name, width)] for paragraphs in labels
    ]
    heights = [sum(role(name).line for _, name in row) + gap for row in lines]
    return Rows(lines, list(accumulate(heights, initial=top)))
