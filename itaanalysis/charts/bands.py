"""Regions for points that lie over one another: each has the part of a column that is nearest to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from itaanalysis.charts.page import Page

_LEAST = 7.0
"""Points between two points of the chart that have regions of their own; what lies closer shares one."""


def mark_column(
    page: Page, left: float, right: float, span: tuple[float, float], points: Sequence[tuple[float, str]]
) -> None:
    """A column of the body (points, `span` from top to bottom) in which each of the `points`, a height and its text, is
    told where the pointer is nearest to it. Those that share a region are told in lines, from the top down."""
    for (top, bottom), texts in bands(points, *span):
        page.mark(left, right, top, bottom, "\n".join(texts))


def bands(
    points: Sequence[tuple[float, str]], top: float, bottom: float
) -> list[tuple[tuple[float, float], list[str]]]:
    """The parts of a span, and the texts of each.

    >>> bands([(50, "b"), (10, "a"), (52, "c")], 0, 100)
    [((0, 30.0), ['a']), ((30.0, 100), ['b', 'c'])]
    """
    groups: list[list[tuple[float, str]]] = []
    for point in sorted(points, key=lambda point: point[0]):
        if groups and point[0] - groups[-1][0][0] < _LEAST:
            groups[-1].append(point)
        else:
            groups.append([point])
    between = [(above[-1][0] + under[0][0]) / 2 for above, under in pairwise(groups)]
    edges = [top, *between, bottom]
    return [(edge, [text for _, text in group]) for edge, group in zip(pairwise(edges), groups, strict=False)]
