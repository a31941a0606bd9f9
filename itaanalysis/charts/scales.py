"""The scales of a plot: round figures, their grid lines and their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from itaanalysis.charts.labels import label

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def x_ticks(axes: Axes, ticks: Sequence[float], words: Callable[[float], str]) -> None:
    """Light vertical grid lines at `ticks`, named under the axes."""
    axes.set_xticks(list(ticks), [words(tick) for tick in ticks])
    axes.grid(axis="x")


def y_ticks(axes: Axes, ticks: Sequence[float], words: Callable[[float], str]) -> None:
    """Light horizontal grid lines at `ticks`, named left of the axes."""
    axes.set_yticks(list(ticks), [""] * len(ticks))
    axes.grid(axis="y")
    for tick in ticks:
        label(axes, axes.get_xlim()[0], tick, words(tick), "quiet", ha="right", dx=-6)


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """At most `most` + 1 round numbers from `low` to `high`."""
    from matplotlib.ticker import MaxNLocator

    ticks = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    slack = (high - low) * 1e-9
    return [float(tick) for tick in ticks if low - slack <= tick <= high + slack]
