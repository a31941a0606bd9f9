"""The cells of a column in words: a status with its sign, a figure with its unit, a finding without its cells."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from itaanalysis.criteria import Criteria, CriteriaError, criteria
from itaanalysis.report.cell_text import cell_text, decimals_of, is_number, is_numeric
from itaanalysis.report.kpi_tables import target_text
from itaanalysis.report.standing import signed
from itaanalysis.tables import Column
from itaanalysis.terms import BY_COLUMN
from itaanalysis.words import Words, present

SIGNS = {
    **{"below": "▼", "as_planned": "◆", "above": "▲"},
    **{"agrees": "=", "differs": "≠", "unchecked": "?"},
    **{"error": "×", "warning": "!"},
}
"""Signs that tell statuses, verdicts and severities apart without colour; the font of the documents has them all."""

_OF_HUNDRED = "points of 100"
_BY_UNIT = "see unit"

Row = dict[Any, Any]


def term(column: str, value: Any, words: Words) -> str | None:
    """What a column of terms says, behind its sign: "▼ ต่ำกว่าแผน"; a value that is no such term as it is.

    >>> term("verdict", "differs", Words("en"))
    '≠ differs'
    """
    if not present(value):
        return None
    said = BY_COLUMN[column].get(value)
    return " ".join(filter(None, (SIGNS.get(value), words.pick(*said) if said else str(value))))


@dataclass(frozen=True)
class Reading:
    """How the values of a column read in `words`.

    `tell` gets the row: the value under its `column`, and what the columns `beside` it hold.
    """

    column: Any
    words: Words
    tell: Callable[[Row], Any]
    beside: tuple[str, ...] = ()
    decimals: int | None = None
    verbatim: bool = False
    year: bool = False

    def text(self, value: Any, beside: Row | None = None) -> str:
        """The value in words; what is missing as a dash."""
        told = value if pd.api.types.is_list_like(value) else self.tell({**(beside or {}), self.column: value})
        return cell_text(told, self.words, decimals=self.decimals, verbatim=self.verbatim, year=self.year)


def reading(
    values: pd.Series | pd.Index,
    words: Words,
    column: Column | None = None,
    *,
    name: Any = None,
    table: str | None = None,
    among: Collection[Any] = (),
    verbatim: bool = False,
) -> Reading:
    """How the values of a column read, its own `name` unless told otherwise, as part of a `table` `among` others."""
    name = values.name if name is None else name
    tell, beside = _teller(column, name, words, table, among)
    year = str(name).endswith("year") and is_numeric(values)
    present_beside = tuple(other for other in beside if other in among)
    return Reading(name, words, tell, present_beside, decimals_of(values), verbatim, year)


def _teller(
    column: Column | None, name: Any, words: Words, table: str | None, among: Collection[Any]
) -> tuple[Callable[[Row], Any], tuple[str, ...]]:
    """What tells a value of the column, and the columns of the same row it has to know."""
    if name in BY_COLUMN:
        return lambda row: term(name, row[name], words), ()
    if column is not None and name == "level" and table == "unit_scores" and "fiscal_year" in among:
        return lambda row: _level(row, words), ("fiscal_year",)
    if column is not None and name == "name_en" and "name_th" in among:
        return lambda row: words.name(row), ("name_th",)
    if column is not None and name == "source":
        return lambda row: str(row[name]).replace("; ", "\n") if present(row[name]) else None, ()
    if column is not None and name in ("message_th", "message_en"):
        return lambda row: _finding(row, name), ("source", "file", "sheet", "cell")
    if column is not None and column.type == "number":
        beside = {_OF_HUNDRED: ("fiscal_year",), _BY_UNIT: ("unit", "operator", "target")}.get(column.unit, ())
        judged = "indicator" not in among
        return lambda row: _figure(row, column, words, judged) if is_number(row[name]) else row[name], beside
    return lambda row: row[name], ()


def _figure(row: Row, column: Column, words: Words, judged: bool) -> str | None:
    """A figure by the unit of its column; one that misses its target or the pass mark never reads as if it met it."""
    value, unit = row[column.name], row.get("unit")
    if column.unit == _OF_HUNDRED:
        return words.score(value, _pass_mark(row.get("fiscal_year")) if judged else None)
    if column.unit != _BY_UNIT or not present(unit):
        return words.brief(value)
    if column.name == "difference":
        return signed(value, words, str(unit))
    if column.name == "target":
        return target_text(row, words)
    aim = row.get("target")
    return words.measure(value, unit, aim if is_number(aim) else None)


def _pass_mark(year: Any) -> float | None:
    """The pass mark of a fiscal year; None for a year that has no criteria."""
    known = _criteria(year)
    return known.pass_mark if known else None


def _criteria(year: Any) -> Criteria | None:
    try:
        return criteria(int(year)) if is_number(year) else None
    except CriteriaError:
        return None


def _level(row: Row, words: Words) -> Any:
    level, known = row["level"], _criteria(row["fiscal_year"])
    return known.level_name(level, words.lang) if known and present(level) else level


def _finding(row: Row, name: str) -> str | None:
    """A message without the cells where they stand in a column of their own."""
    if not present(row[name]):
        return None
    message, source = str(row[name]), row.get("source")
    if not present(source):
        return message
    if "cell" not in row:
        return message.removesuffix(f" ({source})")
    place = next((row[part] for part in ("cell", "sheet", "file") if present(row.get(part))), "")
    _, found, rest = message.partition(f"{place}: " if place != row.get("sheet") else f"{place}”: ")
    return rest if found else message
