"""A row for each unit under the heading of each measure: earlier years as rings, the latest as a mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from itaanalysis.explore.axis import LABELS, LETTER, Axis
from itaanalysis.explore.names import Names
from itaanalysis.explore.svg import LOOK, WIDTH, as_measure, hovered, text, told
from itaanalysis.thai.words import visible_width

_ROW, _HEADING = 24, 30


def rows(table: pd.DataFrame, axis: Axis, names: Names, top: float) -> tuple[list[str], float]:
    """The pieces of the rows of `chosen`, and where they end."""
    parts: list[str] = []
    y = top
    several = table["measure"].nunique() > 1
    for measure, its in table.groupby("measure", sort=False):
        if several:
            parts.append(text(0, y + 10, names.measure(as_measure(measure)), "heading"))
            y += _HEADING
        for unit, scores in its.groupby("unit", sort=False):
            parts += _row(str(unit), list(scores.itertuples(index=False)), y, axis, names)
            y += _ROW
    return parts, y


def label(unit: str, names: Names) -> str:
    """The short name of a unit, cut where a label has no more room; hovering tells the whole."""
    name, most = names.unit(unit), int((LABELS[1] - 24) / LETTER)
    return name if visible_width(name) <= most else f"{name[: most - 1]}…"


def _row(unit: str, scores: list[Any], y: float, axis: Axis, names: Names) -> Iterator[str]:
    *earlier, latest = scores
    yield text(axis.left - 14, y + 4, label(unit, names), "label", "end")
    for one, other in pairwise(scores):
        # A line says that the score moved, which cannot be known where it was not measured as before.
        if names.comparable(one.fiscal_year, other.fiscal_year):
            yield f'<path d="M{axis.at(one.score)} {y}H{axis.at(other.score)}" {LOOK["way"]}/>'
    for score in earlier:
        dot = f'<circle cx="{axis.at(score.score)}" cy="{y}" r="4" {LOOK["before"]}/>'
        yield hovered(dot, told(score, axis.mark, names))
    yield hovered(_mark(axis.at(latest.score), y, latest.reached), told(latest, axis.mark, names))
    figure = names.score(latest.score, axis.mark)
    yield text(WIDTH, y + 4, figure, "label" if latest.reached else "strong", "end")


def _mark(x: float, y: float, reached: bool) -> str:
    if reached:
        return f'<circle cx="{x}" cy="{y}" r="5.5" {LOOK["dot"]}/>'
    return f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" {LOOK["short"]}/>'
