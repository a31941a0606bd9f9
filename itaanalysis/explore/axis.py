"""The scale of the scores: from the lowest of them or the mark up to a hundred, between the labels and the figures."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from itaanalysis.explore.svg import WIDTH
from itaanalysis.thai.words import visible_width

LETTER = 8.2
"""Width of a letter of a label."""
LABELS = (90, 250)
"""Least and most room for labels."""
_FIGURES = 90
_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_TICKS = 8


@dataclass(frozen=True)
class Axis:
    """Scores from `low` to `high` along the width between the labels, which end at `left`, and the figures.

    `mark` is the score that is to be reached.
    """

    low: float
    high: float
    left: float
    mark: float

    @classmethod
    def over(cls, table: pd.DataFrame, threshold: float, labels: Iterable[str]) -> Axis:
        """The scale on which the scores of a table and the mark have room, beside these labels."""
        low, high = min(table["score"].min(), threshold), max(100.0, table["score"].max())
        wanted = LETTER * max(map(visible_width, labels), default=0) + 24
        return cls(max(0, 5 * math.floor((low - 1) / 5)), high, min(max(wanted, LABELS[0]), LABELS[1]), threshold)

    def at(self, score: float) -> float:
        """Where a score stands."""
        share = (score - self.low) / (self.high - self.low)
        return round(self.left + share * (WIDTH - self.left - _FIGURES), 1)

    def ticks(self) -> list[float]:
        """Round scores, eight at most."""
        step = next(step for step in _STEPS if (self.high - self.low) / step <= _MOST_TICKS)
        first = step * math.ceil(self.low / step)
        return [first + step * place for place in range(int((self.high - first) / step) + 1)]
