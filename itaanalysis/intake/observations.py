"""Scores as typed, from tables of any layout: whose, of which year, of what, how much, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.sheet import Sheet

TOTAL = "total"
Measure = str | int
"""TOTAL, a tool such as 'EIT1', or the number of an indicator."""

_COLUMNS = {
    "fiscal_year": "int64",
    "unit": "int32",
    "measure": "int16",
    "score": "float64",
    "source": "int32",
    "row": "int32",
    "column": "int32",
    "sheet": "int32",
}


@dataclass
class Observations:
    """Scores in the order found, held column by column: a national workbook has a million of them."""

    measures: dict[Measure, int] = field(default_factory=dict)
    """Each measure met, with its number."""
    sources: list[str] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    _parts: list[dict[str, np.ndarray]] = field(default_factory=list)

    def number(self, measure: Measure) -> int:
        """Number of a measure, a new one when it was not met before."""
        return self.measures.setdefault(measure, len(self.measures))

    def cite(self, sources: list[str]) -> np.ndarray:
        """Numbers of rows as sources."""
        start = len(self.sources)
        self.sources.extend(sources)
        return np.arange(start, len(self.sources))

    def add(self, sheet: Sheet, **columns: Any) -> None:
        """Add scores of a sheet: an array for each column of `table`, or one value that holds for all of them."""
        if not self.sheets or self.sheets[-1] is not sheet:
            self.sheets.append(sheet)
        columns["sheet"] = len(self.sheets) - 1
        arrays = np.broadcast_arrays(*(np.asarray(columns[name], dtype) for name, dtype in _COLUMNS.items()))
        self._parts.append({name: array.ravel() for name, array in zip(_COLUMNS, arrays, strict=True)})

    def table(self) -> pd.DataFrame:
        """One row a score: fiscal_year, unit, measure, score (NaN when blank), source, row, column, sheet.

        `unit` is a position in units.csv; `measure`, `source` and `sheet` are positions in the lists of this object.
        """
        nothing = {name: np.empty(0, dtype) for name, dtype in _COLUMNS.items()}
        parts = self._parts or [nothing]
        return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in _COLUMNS}, copy=False)

    def place(self, row: int, column: int, sheet: int) -> Place:
        """The cell of a score, by the last three columns of `table`."""
        return place(self.sheets[sheet], row, column)
