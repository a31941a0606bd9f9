"""Reading a column whole: each different value is understood once, however many cells hold it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import numpy as np

from itaanalysis.intake.problems import Place, Problems, place
from itaanalysis.intake.sheet import Sheet

_ROW = re.compile(r"\d+$")
_UNREAD, _CLEAR, _DOUBTFUL = range(3)
T = TypeVar("T")


class ColumnReader(Generic[T]):
    """Reads columns of a sheet with one and the same function of a cell, `read(value, place)`.

    A value that makes a problem is read again in every other cell that holds it, so that each is reported.
    """

    def __init__(self, sheet: Sheet, read: Callable[[Any, Place], T], problems: Problems) -> None:
        self.sheet = sheet
        self.read = read
        self.problems = problems
        self.meanings: dict[int, T] = {}
        """What the values read so far mean, by their code."""
        self._state = np.full(len(sheet.values), _UNREAD, dtype="int8")
        self._numbers = np.full(len(sheet.values), np.nan)

    def numbers(self, rows: np.ndarray, index: int, codes: np.ndarray) -> np.ndarray:
        """What each cell of a column means, for a `read` that gives numbers; NaN where it gave None."""
        new = self.understand(rows, index, codes)
        self._numbers[new] = np.array([self.meanings[code] for code in new], dtype="float64")
        numbers: np.ndarray = self._numbers[codes]
        return numbers

    def understand(self, rows: np.ndarray, index: int, codes: np.ndarray) -> list[int]:
        """Read a column into `meanings`; `codes` says which value stands in each of `rows`. Returns the codes new."""
        unread = np.flatnonzero(self._state[codes] == _UNREAD)
        first = np.sort(unread[np.unique(codes[unread], return_index=True)[1]])
        new: list[int] = codes[first].tolist()
        for row, code in zip(rows[first].tolist(), new, strict=True):
            before = len(self.problems.found)
            self.meanings[code] = self._read(code, row, index)
            self._state[code] = _CLEAR if len(self.problems.found) == before else _DOUBTFUL
        doubtful = np.flatnonzero(self._state[codes] == _DOUBTFUL)
        for position in np.setdiff1d(doubtful, first, assume_unique=True).tolist():
            self._read(int(codes[position]), int(rows[position]), index)
        return new

    def _read(self, code: int, row: int, index: int) -> T:
        return self.read(self.sheet.values[code], place(self.sheet, row, index))


def sort_by_row(problems: Problems, start: int) -> None:
    """Put the problems found since `start`, column by column, into the order of their rows."""
    problems.found[start:] = sorted(problems.found[start:], key=lambda problem: _row(problem.place))


def _row(where: Place) -> int:
    found = _ROW.search(where.cell)
    return int(found[0]) if found else 0
