"""What lines and marks stand for, in a line over a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from itaanalysis.charts.measure import text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.theme import role

Entry = tuple[str, Mapping[str, Any]]
"""What a mark stands for, and how matplotlib draws the mark."""

_LINE, _MARK, _GAP, _BETWEEN = 18.0, 9.0, 5.0, 16.0


def legend_height(entries: Sequence[Entry], width: float) -> float:
    """Points the legend takes."""
    return len(_lines(entries, width)) * role("small").line


def draw_legend(page: Page, entries: Sequence[Entry], top: float = 0.0) -> None:
    """Set each entry behind a sample of its mark, in as many lines as they need."""
    line = role("small").line
    for row, entries_of_row in enumerate(_lines(entries, page.width)):
        y = top + (row + 0.5) * line
        starts = accumulate((_width(entry) + _BETWEEN for entry in entries_of_row), initial=0.0)
        for x, (text, look) in zip(starts, entries_of_row, strict=False):
            axes = page.axes(x, x + _sample(look), y - line / 2, y + line / 2, (0, 2), (-1, 1))
            at = [0, 2] if _sample(look) == _LINE else [1]
            axes.plot(at, [0] * len(at), clip_on=False, **look)
            page.text(x + _sample(look) + _GAP, y, text, "small")


def _lines(entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    lines: list[list[Entry]] = [[]]
    for entry in entries:
        if lines[-1] and sum(_width(one) + _BETWEEN for one in lines[-1]) + _width(entry) > width:
            lines.append([])
        lines[-1].append(entry)
    return lines


def _width(entry: Entry) -> float:
    return _sample(entry[1]) + _GAP + text_width(entry[0], "small")


def _sample(look: Mapping[str, Any]) -> float:
    return _MARK if look.get("ls") == "" else _LINE
