"""Names at the right end of lines, moved apart where they would meet, each led to its line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from itaanalysis.charts.measure import text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.theme import colour, role

Label = tuple[float, str, str]
"""A value, what stands beside it, and the role of the text."""

LEADER = 16.0
"""Points between the end of the lines and the names."""


def room(labels: Sequence[Label]) -> float:
    """Points that the names need right of the lines."""
    return max((text_width(text, name) for _, text, name in labels), default=0.0) + LEADER


def draw_end_labels(
    page: Page, labels: Sequence[Label], right: float, span: tuple[float, float], place: Callable[[float], float]
) -> None:
    """Set the labels right of `right`; `place` says at what height of the body a value lies, `span` is all there is."""
    ordered = sorted(labels, key=lambda entry: -entry[0])
    wanted = [place(value) for value, _, _ in ordered]
    axes = page.axes(right, right + LEADER, *span, (0, LEADER), (span[1], span[0]))
    least = max((role(name).line for _, _, name in ordered), default=0.0)
    for height, moved, (_, text, name) in zip(wanted, apart(wanted, least, *span), ordered, strict=True):
        axes.plot([3, LEADER - 3], [height, moved], color=colour("rule"), lw=0.6, clip_on=False)
        page.text(right + LEADER, moved, text, name)


def apart(heights: Sequence[float], least: float, top: float, bottom: float) -> list[float]:
    """Heights from the top down, moved as little as can be to lie `least` apart between `top` and `bottom`.

    Those that would meet stand together around the middle of where they should be.

    >>> apart([10, 12, 40], 10, 0, 100), apart([0, 1], 10, 0, 100)
    ([6.0, 16.0, 40.0], [0.0, 10.0])
    """
    blocks: list[tuple[float, int]] = []
    for height in heights:
        start, size = float(height), 1
        while blocks and start < blocks[-1][0] + blocks[-1][1] * least:
            above, count = blocks.pop()
            # The middle of both: what each of the two would have as the place of its first.
            start = (above * count + (start - count * least) * size) / (count + size)
            size += count
        blocks.append((start, size))
    placed = [start + place * least for start, size in blocks for place in range(size)]
    lowest = [min(y, bottom - (len(placed) - 1 - place) * least) for place, y in enumerate(placed)]
    return [max(y, top + place * least) for place, y in enumerate(lowest)]
