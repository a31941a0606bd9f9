"""Figures a memo may be held against, each with the cell it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.cell_ranges import ranges
from itaanalysis.thai.rounding import exact

if TYPE_CHECKING:
    from itaanalysis.year import YearData

COMPUTED, REPORTED, TARGET, TYPED, MEMO = "computed", "reported", "target", "typed", "memo"
Row = dict[Any, Any]


@dataclass(frozen=True)
class Known:
    """A figure of the year.

    `what` is its KPI or its table and column, `family` what it counts, as in phrases.toml. `role` says whether it is
    computed from rows, reported beside them, a target, typed as it stands, or another place of the memo. `last` ends a
    range of days. `other` is the figure that the sheets state for the same thing, or add up to, where the two disagree.
    `unrounded` is a share before it was rounded, `unit` the unit a score is of.
    """

    what: str
    family: str
    value: Decimal | date
    source: str
    role: str = TYPED
    last: date | None = None
    other: Decimal | None = None
    unrounded: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class Event:
    """A row of activities, as far as an audit needs it, with what it cost."""

    code: str
    group: str
    group_name: str
    texts: tuple[str, ...]
    province: str
    host: str
    source: str
    facts: tuple[Known, ...]

    def of(self, family: str) -> tuple[Known, ...]:
        """What is known of it in one family: people, money, date, provinces …"""
        return tuple(known for known in self.facts if known.family == family)


class YearTables:
    """The rows of a year's tables, each table turned into rows once."""

    def __init__(self, year: YearData) -> None:
        self.year = year
        self._read: dict[tuple[str, str], list[Row]] = {}

    def rows(self, table: str, column: str) -> list[Row]:
        """The rows of a table that state a column."""
        if (table, column) not in self._read:
            rows = getattr(self.year, table).to_dict("records")
            self._read[table, column] = [row for row in rows if present(row[column])]
        return self._read[table, column]

    def stated(self, table: str, column: str) -> tuple[Decimal, str] | None:
        """A figure the sheets state and its cell."""
        row = self.year.stated_row(table, column)
        return (
            None if row is None or not present(row["reported"]) else (exact(float(row["reported"])), str(row["source"]))
        )


def cells(rows: Iterable[Row]) -> str:
    """The cells of rows, as they are quoted."""
    return "; ".join(ranges(str(row["source"]) for row in rows))


def sum_of(parts: Sequence[Known]) -> Known:
    """What figures of one kind add up to."""
    total = sum((exact(part.value) for part in parts), Decimal(0))
    return Known(parts[0].what, parts[0].family, total, "; ".join(ranges(part.source for part in parts)), COMPUTED)


def main_code(code: str) -> str:
    """The code without what stands in brackets: 2.1(3) is part of 2.1."""
    return re.sub(r"\(.*", "", code)


def present(value: Any) -> bool:
    """Whether a cell of a table holds something."""
    return value is not None and not pd.isna(value)


def text_of(value: Any) -> str:
    """A cell as text, '' for an empty one."""
    return str(value) if present(value) else ""
