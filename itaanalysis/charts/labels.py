"""Labels of one line: set beside a data point, or moved apart over the positions they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from itaanalysis.charts.measure import text_width
from itaanalysis.charts.theme import font, halo_box, middle, role

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def label(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    role_name: str,
    ha: str = "left",
    dx: float = 0,
    dy: float = 0,
    halo: bool = False,
) -> None:
    """Set one line of text beside a data point: its middle `dy` points under `y`, `dx` points right of `x`.

    A `halo`, a patch of paper behind the letters, keeps them clear of a line that runs there.
    """
    axes.annotate(
        text,
        (x, y),
        xytext=(dx, -dy - middle(role(role_name).size)),
        textcoords="offset points",
        ha=ha,
        va="baseline",
        annotation_clip=False,
        bbox=halo_box(halo),
        **font(role_name),
    )


def spread_labels(
    wanted: Sequence[tuple[float, str]], role_name: str, left: float, right: float
) -> list[tuple[float, int]]:
    """Places for labels centred over positions on one line: (left edge in points, level), 0 the lowest level.

    A label that would leave `left`..`right` is moved in; one that would touch another goes a level higher.
    """
    placed: list[tuple[float, float, int]] = []
    gap = 6.0
    for centre, text in wanted:
        width = text_width(text, role_name)
        start = max(left, min(centre - width / 2, right - width))
        level = 0
        while any(level == taken and start < end + gap and begin < start + width + gap for begin, end, taken in placed):
            level += 1
        placed.append((start, start + width, level))
    return [(start, level) for start, _, level in placed]


def flag_labels(
    lines: Sequence[tuple[float, str]], role_name: str, left: float, right: float
) -> list[tuple[float, int]]:
    """Places for the names of upright lines, as `spread_labels`.

    The leftmost name ends at its line and the others begin at theirs, so that no line runs through a name; a name that
    has no room on its side stands on the other, a level higher if need be.
    """
    first = min((x for x, _ in lines), default=0.0)
    centred = []
    for x, text in lines:
        width = text_width(text, role_name)
        start = x - width if x == first and len(lines) > 1 else x
        if start < left or start + width > right:
            start = x if start < x else x - width
        centred.append((start + width / 2, text))
    return spread_labels(centred, role_name, left, right)
