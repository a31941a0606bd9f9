"""Reading a column whole: each different value is understood once, however many cells hold it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import numpy as np

from itaanalysis.intake.problems import Place, Problems, place
from itaanalysis.intake.sheet import Sheet

_ROW = re.compile(r"\d+$")
T = TypeVar("T")


class ColumnReader(Generic[T]):
    """Reads columns of a sheet with one and the same function of a cell, `read(value, place)`.

    A value that makes a problem is read again in every other cell that holds it, so that each is reported.
    """

    def __init__(self, sheet: Sheet, read: Callable[[Any, Place], T], problems: Problems) -> None:
        self.sheet = sheet
        self.read = read
        self.problems = problems
        self.known: dict[int, T] = {}
        """What has been read without a problem, by the code of its value."""

    def meanings(self, rows: np.ndarray, index: int, codes: np.ndarray) -> dict[int, T]:
        """What the values of a column mean, by code; `codes` says which value stands in each of `rows`."""
        first = np.full(len(self.sheet.values), -1)
        first[codes[::-1]] = np.arange(len(codes))[::-1]
        doubtful: dict[int, T] = {}
        for position in np.sort(first[first >= 0]).tolist():
            code = int(codes[position])
            if code not in self.known:
                before = len(self.problems.found)
                meaning = self._read(code, int(rows[position]), index)
                (self.known if len(self.problems.found) == before else doubtful)[code] = meaning
        for position in np.flatnonzero(np.isin(codes, list(doubtful))).tolist():
            if position != first[codes[position]]:
                self._read(int(codes[position]), int(rows[position]), index)
        return self.known | doubtful

    def numbers(self, rows: np.ndarray, index: int, codes: np.ndarray) -> np.ndarray:
        """What each cell of a column means, for a `read` that gives numbers; NaN where it gave None."""
        meanings = self.meanings(rows, index, codes)
        by_code = np.full(len(self.sheet.values), np.nan)
        by_code[list(meanings)] = np.array(list(meanings.values()), dtype="float64")
        return by_code[codes]

    def _read(self, code: int, row: int, index: int) -> T:
        return self.read(self.sheet.values[code], place(self.sheet, row, index))


def sort_by_row(problems: Problems, start: int) -> None:
    """Put the problems found since `start`, column by column, into the order of their rows."""
    problems.found[start:] = sorted(problems.found[start:], key=lambda problem: _row(problem.place))


def _row(where: Place) -> int:
    found = _ROW.search(where.cell)
    return int(found[0]) if found else 0
