"""The cells of the heat map: their colours, their figures, the frame of the weakest, and what each tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts import heatmap_words
from itaanalysis.charts.labels import label
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Rows
from itaanalysis.charts.theme import colour
from itaanalysis.charts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

STEPS = ("heat_1", "heat_2", "heat_3", "heat_4", "heat_5")
"""Colours of the theme, lowest scores first; each keeps the figures in it legible."""
_PALE = 3
"""So many of them are pale enough for dark figures."""

_CELL = 15.0
"""Points of a cell under its label."""


def draw_cells(axes: Axes, words: Wording, table: pd.DataFrame, rows: Rows, edges: list[float], decimals: int) -> None:
    """Each score in the colour of its step, the weakest of a unit framed; `edges` are where the colour changes."""
    for (_, scores), y, begin, end in zip(table.iterrows(), rows.centres, rows.ends, rows.ends[1:], strict=False):
        half = _half(rows, begin, end)
        for place, score in enumerate(scores):
            if pd.isna(score):
                label(axes, place + 0.5, y, "–", "quiet", ha="center")
                continue
            step, weakest = sum(score >= edge for edge in edges), score == scores.min() and scores.notna().sum() > 1
            axes.add_patch(_box(place, y - half, 1, 2 * half, step))
            if weakest:
                box = (place + 0.05, y - half + 1.2, 0.9, 2 * half - 2.4)
                # A rim of paper keeps the frame apart from a dark cell, in greyscale too.
                axes.add_patch(_frame(*box, "paper", 3.6))
                axes.add_patch(_frame(*box, "alert", 1.7))
            bold = weakest and decimals == 2
            text_role = ("strong" if bold else "small") + ("" if step < _PALE else "_on_dark")
            figure = words.brief(score) if score == 100 and decimals < 2 else words.number(score, decimals)
            label(axes, place + 0.5, y, figure, text_role, ha="center")


def mark_cells(
    page: Page, words: Wording, year: YearData, table: pd.DataFrame, rows: Rows, columns: tuple[float, float]
) -> None:
    """Each cell tells its score; `columns` are where the first begins and how wide each is (points)."""
    left, cell = columns
    for (unit, scores), y, begin, end in zip(table.iterrows(), rows.centres, rows.ends, rows.ends[1:], strict=False):
        half = _half(rows, begin, end)
        for place, indicator in enumerate(scores.index):
            text = heatmap_words.told(words, year, str(unit), scores, int(indicator))
            page.mark(left + place * cell, left + (place + 1) * cell, y - half, y + half, text)


def _half(rows: Rows, begin: float, end: float) -> float:
    """Half the height of the cells of a row."""
    return _CELL / 2 if rows.over else (end - begin) / 2


def _box(x: float, y: float, width: float, height: float, step: int) -> Any:
    from matplotlib.patches import Rectangle

    face = colour(STEPS[step])
    return Rectangle((x, y), width, height, facecolor=face, edgecolor=colour("paper"), linewidth=0.8, clip_on=False)


def _frame(x: float, y: float, width: float, height: float, ink: str, line: float) -> Any:
    from matplotlib.patches import Rectangle

    look: dict[str, Any] = {"facecolor": "none", "edgecolor": colour(ink), "linewidth": line, "clip_on": False}
    return Rectangle((x, y), width, height, zorder=3, **look)
