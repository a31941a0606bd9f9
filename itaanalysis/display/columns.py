"""The columns of a table as they are looked at: headers in words, how their values read, which are left out.

What a column is follows from tables.toml, so that a table shows the same whichever notebook it is shown in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from itaanalysis.display.cells import Reading, reading
from itaanalysis.display.known import most_like, only_year
from itaanalysis.report.cell_text import cell_text, is_numeric
from itaanalysis.tables import SOURCE, Column, contracts
from itaanalysis.terms import BY_COLUMN
from itaanalysis.words import Words

# What another column says already, where that one is there.
_SAID_BY = {
    "kpis": {"kpi": "name", "unit": "value", "operator": "target"},
    "targets": {"kpi": "name", "unit": "target", "operator": "target"},
    "checks": {"check": "message", "left": "message", "right": "message", "difference": "message"},
    "problems": {"file": "source", "sheet": "source", "cell": "source"},
}
_LONG = 24
"""Letters from which a text needs a column that holds several words."""
_SHORT = {"iit", "eit", "oit", "kpi"}
_VERBATIM = ("source", "file", "sheet", "cell", "value", "expect", "check", "kpi", "table", "column")


@dataclass(frozen=True)
class ShownColumn:
    """One column as it is shown: its header, how its values read, whether they are figures, better not broken, long."""

    header: str
    reading: Reading
    figures: bool = False
    whole: bool = False
    long: bool = False
    hidden: bool = False


def shown_columns(frame: pd.DataFrame, words: Words) -> dict[Any, ShownColumn]:
    """How every column of a tidy table, or of any other DataFrame, is shown in `words`.

    Columns of tables.toml get its descriptions as headers; what stands in another column too is hidden.
    """
    name = most_like(frame)
    known = {column.name: column for column in contracts()[name]} if name else {}
    headed = _everywhere_the_same() | known
    among = frozenset(frame.columns)
    columns = zip(frame.columns, (frame.iloc[:, place] for place in range(len(among))), strict=True)
    # A problem's own words name cells and quote what was typed.
    quoted = ("code", "message_th", "message_en") if name == "problems" else ()
    verbatim = (*_VERBATIM, *quoted) if name != "kpis" else ("source", "kpi")
    return {
        column: ShownColumn(
            header(column, words, headed.get(column)),
            reading(values, words, known.get(column), table=name, among=among, verbatim=column in verbatim),
            figures=is_numeric(values) or (column in known and known[column].type == "number"),
            whole=column in BY_COLUMN,
            long=_longest(values) > _LONG,
            hidden=_left_out(column, frame, name, words),
        )
        for column, values in columns
    }


def shown_levels(index: pd.Index, words: Words) -> list[ShownColumn]:
    """How every level of an index is shown."""
    everywhere = _everywhere_the_same()
    return [
        ShownColumn(
            "" if name is None else header(name, words, everywhere.get(str(name))),
            reading(index.get_level_values(level), words, name=name, verbatim=name in _VERBATIM),
        )
        for level, name in enumerate(index.names)
    ]


def header(name: Any, words: Words, column: Column | None = None) -> str:
    """A column in words: in Thai its description without examples and remarks, in English its name."""
    if column is None:
        return name if isinstance(name, str) else cell_text(name, words, decimals=0, missing=str(name))
    if words.lang == "th":
        return re.split(r" เช่น |:| \(ไทย\)", column.description_th)[0]
    said = column.name.removesuffix("_en").split("_")
    return " ".join(word.upper() if word.lower() in _SHORT else word for word in (said[0].capitalize(), *said[1:]))


def _left_out(column: Any, frame: pd.DataFrame, name: str | None, words: Words) -> bool:
    if name and column == "fiscal_year":
        return only_year(frame) is not None
    if name == "kpis" and column == "formula":
        return words.lang != "th"  # it is stored in Thai alone
    stem, _, lang = str(column).rpartition("_")
    if lang in ("th", "en") and {f"{stem}_th", f"{stem}_en"} <= set(frame.columns):
        return lang != words.lang
    by = _SAID_BY.get(name or "", {}).get(column)
    return by is not None and (by in frame or f"{by}_{words.lang}" in frame)


def _longest(values: pd.Series) -> int:
    return max((len(value) for value in values if isinstance(value, str)), default=0)


@cache
def _everywhere_the_same() -> dict[str, Column]:
    """Columns of several tidy tables that mean the same in all of them, and so in any other table too."""
    found: dict[str, list[Column]] = {}
    for column in (column for columns in contracts().values() for column in columns):
        found.setdefault(column.name, []).append(column)
    same = {
        name: columns[0]
        for name, columns in found.items()
        if len(columns) > 1 and len({column.description_th for column in columns}) == 1
    }
    return same | {SOURCE.name: SOURCE}
