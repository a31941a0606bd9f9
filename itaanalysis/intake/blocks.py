"""A table found on a sheet: its columns, and what each of its rows is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

import numpy as np

from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.sheet import Sheet
from itaanalysis.intake.vocabulary import Heading

RowKind = Literal["title", "header", "group", "data", "total", "note"]
ROW_KINDS: tuple[RowKind, ...] = ("title", "header", "group", "data", "total", "note")

PART_OF = {"participants": "people_part", "amount_baht": "amount_part"}
"""The columns a figure may be split over, by the column that holds it whole."""

_NUMBERS = {"participants", "online_provinces", "amount_baht", "score", "weight", "weighted", "target", "reported"}


@dataclass(frozen=True)
class TableColumn:
    """A column of a found table: where it is, what it means, and its heading as typed."""

    index: int
    heading: Heading
    label: str


@dataclass
class Block:
    """One table found on a sheet: its columns, and what each of its non-empty rows is."""

    sheet: Sheet
    table: str
    columns: list[TableColumn]
    unknown: list[TableColumn]
    kinds: dict[int, RowKind] = field(default_factory=dict)
    fiscal_year: int | None = None
    """The year its title says it is of, on a sheet of several years."""
    baht_per_unit: Decimal = Decimal(1)
    """What one of its amounts is in baht: 1000 where they are typed in thousands."""
    numbered: list[int] = field(default_factory=list)
    """Rows, notes among the others, that hold nothing but the number of a row not filled in yet."""
    unit_row: int | None = None
    """The row that names the unit whose scores these are, where it heads a part of a table and not all of it."""

    @property
    def naming_unit(self) -> list[str]:
        """What may name the unit of a table of one unit, the nearest first: a heading of its own, titles, the sheet."""
        own = [text for row, text in self.texts("group") if row == self.unit_row]
        return own or [*(text for _, text in self.texts("title")), self.sheet.name]

    def rows(self, kind: RowKind) -> list[int]:
        """0-based rows of a kind, from the top."""
        if kind not in self.kinds.values():
            return []
        return sorted([row for row, its in self.kinds.items() if its == kind])

    @property
    def of_titled_unit(self) -> bool:
        """Whether the table holds the scores of one unit that only its title names."""
        return self.table == "scores" and not self.has("unit", "unit_value")

    def column(self, role: str) -> TableColumn | None:
        """The column with a meaning; None when the table has none."""
        return next((column for column in self.columns if column.heading.role == role), None)

    def keyed(self, role: str) -> list[TableColumn]:
        """The columns that stand for one unit, tool or indicator each."""
        return [column for column in self.columns if column.heading.role == role]

    def has(self, *roles: str) -> bool:
        """Whether the table has any of these columns."""
        return any(column.heading.role in roles for column in self.columns)

    def value(self, row: int, role: str) -> Any:
        """The cell of `row` in a column; '' when the table has no such column.

        Words in a merged cell hold for each of its rows; a number in one is still one number.
        """
        column = self.column(role)
        if column is None:
            return ""
        value = self.sheet.cell(row, column.index)
        top, left = self.sheet.shown.get((row, column.index), (row, column.index))
        if value == "" and role not in _NUMBERS and left == column.index:
            return self.sheet.cell(top, left)
        return value

    def codes(self, rows: np.ndarray, role: str) -> np.ndarray:
        """For each of `rows` the position among the sheet's values of what `value` gives. The table has the column."""
        column = self.column(role)
        assert column is not None, f"the table has a column {role}"
        codes = self.sheet.codes[:, column.index].copy()
        if role not in _NUMBERS:
            blank = [code for code, value in enumerate(self.sheet.values) if value == ""]
            for top, left, bottom, _ in self.sheet.merges:
                if left == column.index and top < len(codes):
                    merged = codes[top : bottom + 1]
                    merged[np.isin(merged, blank)] = codes[top]
        its: np.ndarray = codes[rows]
        return its

    def place(self, row: int, role: str) -> Place:
        """Where that cell is; the first cell of the row when the table has no such column."""
        column = self.column(role)
        return place(self.sheet, row, column.index) if column else self.first_cell(row)

    def first_cell(self, row: int) -> Place:
        """The first cell of a row of the table, which stands for the row as its source."""
        return place(self.sheet, row, min(column.index for column in self.columns))

    def sources(self, rows: list[int]) -> list[str]:
        """Source of each of `rows`: `str(first_cell(row))`, without making each cell a place."""
        sheet_and_column = str(self.first_cell(0)).removesuffix("1")
        return [f"{sheet_and_column}{row + 1}" for row in rows]

    def cells(self, row: int) -> list[tuple[int, Any]]:
        """The non-empty cells of a row with their columns."""
        return [(index, self.sheet.cell(row, index)) for index in np.flatnonzero(self.sheet.filled[row]).tolist()]

    def texts(self, kind: RowKind) -> list[tuple[int, str]]:
        """The rows of a kind with their text, cells joined by a space."""
        return [
            (row, " ".join(str(value) for _, value in self.cells(row) if isinstance(value, str)))
            for row in self.rows(kind)
        ]

    def grouped(self) -> Iterator[tuple[int, int | None]]:
        """Data rows, each with the row of the group heading it stands under (None before the first)."""
        group: int | None = None
        for row in sorted(self.kinds):
            if self.kinds[row] == "group":
                group = row
            elif self.kinds[row] == "data":
                yield row, group
