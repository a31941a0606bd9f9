"""A sheet as the cells it holds, each with its address, and what a single cell looks like."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, count
from typing import Any

import numpy as np

from itaanalysis.thai.text import normalise, unify_dashes

_EXCEL_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells from A1 on as Python values ('' where empty), and which of them are merged.

    `merges` are (first row, first column, last row, last column), 0-based and inclusive; so are the rows of
    `hidden_rows` and the cells of `formulas_without_value`.

    A long sheet repeats itself: a million cells hold some thousand different values. `values` has each of them once and
    `codes` says which one every cell holds, so that each value need be understood only once. Both, and `filled`, are
    made when first asked for: whoever changes `rows` does it before.
    """

    file: str
    name: str
    rows: list[list[Any]]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    formulas_without_value: tuple[tuple[int, int], ...] = ()

    def cell(self, row: int, column: int) -> Any:
        """The value at 0-based `row` and `column`; '' beyond the sheet's edge."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def address(self, row: int, column: int) -> str:
        """Address of a cell: (0, 2) is C1."""
        letters = ""
        number = column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{row + 1}"

    @property
    def values(self) -> list[Any]:
        """The different values of the sheet, in the order in which they first appear."""
        return self._coded[0]

    @property
    def codes(self) -> np.ndarray:
        """For each cell the position of its value in `values`: rows × columns."""
        return self._coded[1]

    @cached_property
    def filled(self) -> np.ndarray:
        """For each cell whether it holds more than white space: rows × columns."""
        return np.array([not is_blank(value) for value in self.values], dtype=bool)[self.codes]

    @cached_property
    def filled_rows(self) -> np.ndarray:
        """The rows that hold anything, from the top."""
        return np.flatnonzero(self.filled.any(axis=1))

    @cached_property
    def _coded(self) -> tuple[list[Any], np.ndarray]:
        code: defaultdict[Any, int] = defaultdict(count().__next__)
        shape = (len(self.rows), len(self.rows[0]) if self.rows else 0)
        flat = np.fromiter(map(code.__getitem__, chain.from_iterable(self.rows)), np.int32, shape[0] * shape[1])
        values = list(code)
        # To a dict True is 1.0 and False is 0.0; on a sheet they are not.
        for truth in (True, False):
            same = np.flatnonzero(flat == code[truth]) if truth in code else ()
            truths = [cell for cell in same if isinstance(self.rows[cell // shape[1]][cell % shape[1]], bool)]
            if truths and len(truths) < len(same):
                values[code[truth]] = float(truth)
                flat[truths] = len(values)
                values.append(truth)
        return values, flat.reshape(shape)

    @cached_property
    def shown(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each cell hidden in a merge, the cell whose value it shows."""
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing but white space."""
    return value is None or value == "" or (isinstance(value, str) and not value.strip("\ufeff\u200b\u00a0 \t\r\n"))


def is_dash(value: Any) -> bool:
    """Whether a cell holds only dashes."""
    return isinstance(value, str) and bool(value.strip()) and not unify_dashes(normalise(value)).strip("- ")


def is_excel_error(value: Any) -> bool:
    """Whether a cell holds a spreadsheet's own error value."""
    return isinstance(value, str) and value.strip() in _EXCEL_ERRORS


def as_typed(value: Any) -> str:
    """A cell's value as a person would read it there: 50.0 is 50, a date is ISO."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    return str(value)
