"""A sheet as the cells it holds, each with its address, and what a single cell looks like."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, count
from typing import Any

import numpy as np

from itaanalysis.thai.text import normalise, unify_dashes

_EXCEL_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells from A1 on, and which of them are merged.

    A long sheet repeats itself: a million cells hold some thousand different values. `values` has each of them once, as
    Python values ('' where empty), and `codes` (rows × columns) the position there of what each cell holds. So each
    value need be kept and understood only once. Whoever puts another value into a cell does it before anything else.

    `merges` are (first row, first column, last row, last column), 0-based and inclusive; so are the rows of
    `hidden_rows` and the cells of `formulas_without_value`.
    """

    file: str
    name: str
    values: list[Any]
    codes: np.ndarray
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    formulas_without_value: tuple[tuple[int, int], ...] = ()

    @property
    def height(self) -> int:
        """Rows down to the last one filled."""
        return len(self.codes)

    @property
    def width(self) -> int:
        """Columns up to the last one filled."""
        return int(self.codes.shape[1])

    def row(self, row: int) -> list[Any]:
        """The values of a 0-based row."""
        return [self.values[code] for code in self.codes[row].tolist()]

    def cell(self, row: int, column: int) -> Any:
        """The value at 0-based `row` and `column`; '' beyond the sheet's edge."""
        if 0 <= row < self.height and 0 <= column < self.width:
            return self.values[self.codes[row, column]]
        return ""

    def put(self, row: int, column: int, value: Any) -> None:
        """Put another value into a cell within the sheet's edge."""
        self.codes[row, column] = len(self.values)
        self.values.append(value)

    def address(self, row: int, column: int) -> str:
        """Address of a cell: (0, 2) is C1."""
        return f"{column_letters(column)}{row + 1}"

    @cached_property
    def filled(self) -> np.ndarray:
        """For each cell whether it holds more than white space: rows × columns."""
        return np.array([not is_blank(value) for value in self.values], dtype=bool)[self.codes]

    @cached_property
    def filled_rows(self) -> np.ndarray:
        """The rows that hold anything, from the top."""
        return np.flatnonzero(self.filled.any(axis=1))

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


@cache
def column_letters(column: int) -> str:
    """Letters of a 0-based column: 0 is A, 26 is AA."""
    before, last = divmod(column, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + last)


def encode(read_rows: Callable[[], Iterable[Sequence[Any]]], width: int, left: int = 0) -> dict[str, Any]:
    """`values` and `codes` of a Sheet from rows of `width` cells each, `left` empty columns before them.

    The rows are taken one by one and never held all at once; `read_rows` may be asked for them twice.
    """
    code: defaultdict[Any, int] = defaultdict(count().__next__)
    flat = np.fromiter(map(code.__getitem__, chain.from_iterable(read_rows())), np.int32)
    # Readers give some numbers of an .xls as int; to everybody else a number is a float.
    values = [float(value) if type(value) is int else value for value in code]
    if True in code or False in code:
        # To a dict True is 1.0 and False is 0.0; on a sheet they are not.
        cells = enumerate(chain.from_iterable(read_rows()))
        for position, truth in [(position, value) for position, value in cells if isinstance(value, bool)]:
            values[code[truth]] = float(truth)
            flat[position] = len(values)
            values.append(truth)
    codes = flat.reshape(-1, width) if width else flat.reshape(0, 0)
    if left:
        codes = np.pad(codes, ((0, 0), (left, 0)), constant_values=len(values))
        values.append("")
    return {"values": values, "codes": codes}


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing but white space."""
    return value is None or value == "" or (isinstance(value, str) and not value.strip("\ufeff\u200b\u00a0 \t\r\n"))


def is_dash(value: Any) -> bool:
    """Whether a cell holds only dashes."""
    if not isinstance(value, str) or any(map(str.isalnum, value)):
        return False
    return bool(value.strip()) and not unify_dashes(normalise(value)).strip("- ")


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
