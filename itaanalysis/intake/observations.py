"""Scores as typed, from tables of any layout: whose, of which year, of what, how much, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from string import ascii_uppercase
from typing import Any

import numpy as np

from itaanalysis.intake.problems import Place
from itaanalysis.intake.sheet import column_letters

TOTAL = "total"
Measure = str | int
"""TOTAL, a tool such as 'EIT1', or the number of an indicator."""


@dataclass(frozen=True)
class Scores:
    """Scores in the order found, an array a column: a national workbook has a million of them.

    `unit` is a position in units.csv; `measure` and `source` are positions in `Observations`; `score` is NaN where the
    cell is blank; `column` is that of the cell in its sheet.
    """

    fiscal_year: np.ndarray
    unit: np.ndarray
    measure: np.ndarray
    score: np.ndarray
    source: np.ndarray
    column: np.ndarray

    def __len__(self) -> int:
        return len(self.score)

    def where(self, its: np.ndarray) -> Scores:
        """Those that `its` says yes to."""
        return self if its.all() else Scores(*(getattr(self, one.name)[its] for one in fields(self)))


_DTYPES = ("int32", "int32", "int16", "float64", "int32", "int32")


@dataclass
class Observations:
    """All scores found so far, with what their numbers stand for."""

    measures: dict[Measure, int] = field(default_factory=dict)
    """Each measure met, with its number."""
    sources: list[str] = field(default_factory=list)
    _parts: list[Scores] = field(default_factory=list)

    def number(self, measure: Measure) -> int:
        """Number of a measure, a new one when it was not met before."""
        return self.measures.setdefault(measure, len(self.measures))

    def cite(self, sources: list[str]) -> np.ndarray:
        """Numbers of sources."""
        start = len(self.sources)
        self.sources.extend(sources)
        return np.arange(start, len(self.sources))

    def add(self, **columns: Any) -> None:
        """Add scores: an array for each column of `Scores`, or one value that holds for all of them."""
        names = [one.name for one in fields(Scores)]
        arrays = [np.asarray(columns[name], dtype) for name, dtype in zip(names, _DTYPES, strict=True)]
        self._parts.append(Scores(*(array.ravel() for array in np.broadcast_arrays(*arrays))))

    def scores(self) -> Scores:
        """All that were added."""
        none = Scores(*(np.empty(0, dtype) for dtype in _DTYPES))
        parts = self._parts or [none]
        if len(parts) == 1:
            return parts[0]
        return Scores(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Scores)))

    def place(self, source: int, column: int) -> Place:
        """The cell of a score: in the row of its source, in its own column."""
        file, sheet, cell = self.sources[source].rsplit("!", 2)
        return Place(file, sheet, column_letters(column) + cell.lstrip(ascii_uppercase))
