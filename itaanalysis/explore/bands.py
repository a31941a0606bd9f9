"""A band for each measure and year, for more units than rows have room for.

The units are dots on top of one another where they would overlap; more than can be pointed at are columns, which tell
how many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from itaanalysis.explore.axis import Axis
from itaanalysis.explore.names import Names
from itaanalysis.explore.svg import LOOK, as_measure, hovered, text, told

MOST_DOTS = 2500
_BAND, _BASE, _HEADING = 96, 10, 24
_PLACE, _STACK, _RADIUS = 5.5, 5.0, 2.6


def bands(table: pd.DataFrame, axis: Axis, names: Names, top: float) -> tuple[list[str], float]:
    """The pieces of the bands of `chosen`, and where they end."""
    parts: list[str] = []
    y = top
    draw = _dots if len(table) <= MOST_DOTS else _columns
    for _, its in table.groupby(["measure", "fiscal_year"], sort=False):
        first = its.iloc[0]
        heading = f"{names.measure(as_measure(first['measure']))} {names.year(int(first['fiscal_year']))}"
        parts.append(text(0, y + 6, heading, "heading"))
        placed = its.assign(place=_places(its, axis))
        step = min(_STACK, (_BAND - _BASE - _HEADING) / placed["place"].value_counts().max())
        parts += draw(placed, y + _BAND - _BASE, step, axis, names)
        y += _BAND
    return parts, y


def _places(its: pd.DataFrame, axis: Axis) -> pd.Series:
    """How many dots each score stands to the right of the mark; one that misses it never stands beyond it."""
    places = ((its["score"].map(axis.at) - axis.at(axis.mark)) // _PLACE).astype(int)
    return places.where(its["reached"], places.clip(upper=-1))


def _dots(placed: pd.DataFrame, base: float, step: float, axis: Axis, names: Names) -> Iterator[str]:
    stacked = Counter[int]()
    scores: Iterable[Any] = placed.itertuples(index=False)
    for score in scores:
        place = score.place
        x, y = axis.at(axis.mark) + (place + 0.5) * _PLACE, base - stacked[place] * step
        stacked[place] += 1
        look = LOOK["dot" if score.reached else "below"]
        yield hovered(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}" {look}/>', told(score, axis.mark, names))


def _columns(placed: pd.DataFrame, base: float, step: float, axis: Axis, names: Names) -> Iterator[str]:
    """Those that miss the mark at the foot of a column, those that reach it on top."""
    height = Counter[int]()
    counts = placed.groupby(["place", "reached"])["score"].agg(["size", "min", "max"]).reset_index()
    for place, reached, count, lowest, highest in counts.itertuples(index=False, name=None):
        tall, low = count * step, base - height[place] * step
        height[place] += count
        x = axis.at(axis.mark) + place * _PLACE + 0.5
        size = f'x="{x:.1f}" y="{low - tall:.1f}" width="{_PLACE - 1}" height="{tall:.1f}"'
        look = LOOK["dot" if reached else "below"]
        yield hovered(f"<rect {size} {look}/>", names.counted(count, lowest, highest, axis.mark))
