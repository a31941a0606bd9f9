"""The cells of a column in words: a status with its sign, a figure with its unit, a finding without its cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from itaanalysis.criteria import criteria
from itaanalysis.report.kpi_tables import target_text
from itaanalysis.report.standing import signed
from itaanalysis.tables import Column
from itaanalysis.terms import BASES, KINDS, OPERATORS, SEVERITIES, STATUSES, TIERS, UNIT_KINDS, VERDICTS
from itaanalysis.words import Words, present

SIGNS = {
    **{"below": "▼", "as_planned": "◆", "above": "▲"},
    **{"agrees": "=", "differs": "≠", "unchecked": "?"},
    **{"error": "×", "warning": "!"},
}
"""Signs that tell statuses, verdicts and severities apart without colour; the font of the documents has them all."""

TERMS = {
    **{"status": STATUSES, "reported_status": STATUSES, "verdict": VERDICTS, "severity": SEVERITIES},
    **{"tier": TIERS, "kind": KINDS | UNIT_KINDS, "basis": BASES, "operator": OPERATORS},
}
"""Columns that hold one of a few terms, with what each term is called."""

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
    said = TERMS[column].get(value)
    return " ".join(filter(None, (SIGNS.get(value), words.pick(*said) if said else str(value))))


def is_figure(column: Column | None, name: str, frame: pd.DataFrame) -> bool:
    """Whether a column told in words still is one of figures, which stand to the right."""
    return column is not None and column.type == "number" and name in frame


def told(column: Column | None, name: str, frame: pd.DataFrame, words: Words, table: str | None) -> pd.Series:
    """The values of column `name` of `frame`, as they are shown; those without words of their own unchanged."""
    tell = _teller(column, name, frame, words, table)
    if tell is None:
        return frame[name].map(_scalar) if frame[name].dtype == object else frame[name]
    return pd.Series([tell(row) for row in frame.to_dict("records")], index=frame.index, dtype="object")


def _teller(
    column: Column | None, name: str, frame: pd.DataFrame, words: Words, table: str | None
) -> Callable[[Row], str | None] | None:
    if name in TERMS:
        return lambda row: term(name, row[name], words)
    if column is None:
        return None
    if name == "level" and table == "unit_scores" and "fiscal_year" in frame:
        return lambda row: _level(row, words)
    if name == "name_en":
        return lambda row: words.name(row) if "name_th" in row else row[name]
    if name == "source":
        return lambda row: str(row[name]).replace("; ", "\n") if present(row[name]) else None
    if name in ("message_th", "message_en"):
        return lambda row: _finding(row, name)
    if column.type == "number":
        return lambda row: _figure(row, column, words) if present(row[name]) else None
    return None


def _figure(row: Row, column: Column, words: Words) -> str | None:
    """A figure by the unit of its column; one that misses its target or the pass mark never reads as if it met it."""
    value, unit = row[column.name], row.get("unit")
    if column.unit == _OF_HUNDRED:
        judged = "indicator" not in row and present(row.get("fiscal_year"))
        return words.score(value, criteria(int(row["fiscal_year"])).pass_mark if judged else None)
    if column.unit != _BY_UNIT or not present(unit):
        return words.brief(value)
    if column.name == "difference":
        return signed(value, words, str(unit))
    if column.name == "target":
        return target_text(row, words)
    aim = row.get("target")
    return words.measure(value, unit, aim if present(aim) else None)


def _level(row: Row, words: Words) -> str | None:
    level = row["level"]
    return criteria(int(row["fiscal_year"])).level_name(level, words.lang) if present(level) else None


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


def _scalar(value: Any) -> Any:
    """A list in a cell as one text."""
    return value if pd.api.types.is_scalar(value) else ", ".join(map(str, value))
