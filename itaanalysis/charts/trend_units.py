"""The units of the year beside the national mean: rings on a strip, their mean a diamond, some of them named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.bands import mark_column
from itaanalysis.charts.end_labels import apart
from itaanalysis.charts.measure import shorten, text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, page_width, role
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIDE = 0.3
"""The share of the width that names beside the plot may take."""


def named(words: Wording, scores: pd.DataFrame, mean: float | None) -> list[tuple[float, str, str]]:
    """(score, text, role) of the labels beside the units: best, mean and lowest, from the top down."""
    if mean is None or scores.empty:
        return []
    rows = records(scores)
    level = words.number(mean)
    whole = words(f"กระทรวงเฉลี่ย {level}", f"Ministry mean {level}")
    named = [(mean, words(f"เฉลี่ย {level}", f"Mean {level}") if sheet().narrow else whole, "strong")]
    if rows[0]["score"] > rows[-1]["score"]:
        for row in (rows[0], rows[-1]):
            score = words.score(row["score"])
            room = _SIDE * page_width() - text_width(f" {score}", "small")
            named.append((row["score"], f"{shorten(words.short_name(row), 'small', room)} {score}", "small"))
    return sorted(named, key=lambda entry: -entry[0])


def draw(
    page: Page,
    words: Wording,
    axes: Axes,
    scores: pd.DataFrame,
    mean: float | None,
    beside: list[tuple[float, str, str]],
    right: float,
    span: tuple[float, float],
) -> None:
    """The units of the year as small rings right of the last year, their mean as a diamond, named beside it."""
    if mean is None or not beside:
        return
    low, high = axes.get_ylim()
    strip = page.axes(right + 4, right + 24, *span, (0, 1), (low, high))
    values = scores["score"]
    strip.plot([0.25, 0.25], [values.min(), values.max()], color=colour("rule"), lw=1.0, zorder=1)
    rings: dict[str, Any] = {"marker": "o", "ms": 4, "mfc": "none", "mec": colour("muted"), "mew": 0.9}
    diamond: dict[str, Any] = {"marker": "D", "ms": 7, "mfc": colour("alert"), "mec": colour("ink"), "mew": 0.8}
    strip.plot([0.25] * len(values), values, ls="", zorder=2, clip_on=False, **rings)
    strip.plot([0.8], [mean], ls="", zorder=3, clip_on=False, **diamond)

    def told(name: str, score: str) -> str:
        return words(f"{name}: {score} คะแนน", f"{name}: {score} points")

    def place(value: float) -> float:
        return span[0] + (high - value) / (high - low) * (span[1] - span[0])

    points = [(place(row["score"]), told(words.short_name(row), words.score(row["score"]))) for row in records(scores)]
    points.append((place(mean), told(words("กระทรวงเฉลี่ย", "Ministry mean"), words.number(mean))))
    mark_column(page, right, right + 28, span, points)
    for y, (_, text, name) in zip(
        apart([place(value) for value, _, _ in beside], role("label").line, *span), beside, strict=True
    ):
        page.text(right + 30, y, text, name)
