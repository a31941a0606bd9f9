"""A table as it is looked at: headers in words, figures with their units, the cells it came from.

What a column is follows from tables.toml, so that a table shows the same whichever notebook it is shown in.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd
from pandas.api.types import is_integer_dtype, is_numeric_dtype

from itaanalysis.display.cells import TERMS, Reading, reading
from itaanalysis.display.labels import only_counts
from itaanalysis.fiscal import FiscalYear, FiscalYearError
from itaanalysis.report.cell_text import cell_text, is_numeric
from itaanalysis.tables import Column, contracts
from itaanalysis.words import Words, present

# What another column says already, where that one is there.
_SAID_BY = {
    "kpis": {"unit": "value", "operator": "target"},
    "targets": {"unit": "target", "operator": "target"},
    "checks": {"left": "message", "right": "message", "difference": "message"},
    "problems": {"file": "source", "sheet": "source", "cell": "source"},
}
FIRST = {"verdict": ["differs", "unchecked", "agrees"], "severity": ["error", "warning"]}
"""What asks for a look first."""

UPRIGHT = 6
"""Columns that fit on a page as it stands."""

_SHORT = {"iit", "eit", "oit", "kpi"}
_VERBATIM = ("source", "file", "sheet", "cell", "value", "expect", "check", "kpi", "table", "column")


@dataclass(frozen=True)
class ShownColumn:
    """One column as it is shown: its header, how its values read, whether they are figures or better not broken."""

    header: str
    reading: Reading
    figures: bool = False
    whole: bool = False
    hidden: bool = False


def shown_columns(frame: pd.DataFrame, words: Words) -> dict[Any, ShownColumn]:
    """How every column of a tidy table, or of any other DataFrame, is shown in `words`.

    Columns of tables.toml get its descriptions as headers; what stands in another column too is hidden.
    """
    name = _most_like(frame)
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
            whole=column in TERMS,
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


def title_of(name: str, words: Words) -> str:
    """What a table of tables.toml is called: "ค่าใช้จ่าย", "Expenses"."""
    return str(_told()[name][f"title_{words.lang}"]).partition(":")[0]


def title(frame: pd.DataFrame, words: Words) -> str:
    """What a table is: the name of a whole tidy table, its fiscal year where that is one, the number of its rows."""
    count = words.number(len(frame), 0)
    rows = words.pick(f"{count} แถว", f"{count} {'row' if len(frame) == 1 else 'rows'}")
    whole, year = tidy_table(frame), _only_year(frame) if _most_like(frame) else None
    named = " ".join(filter(None, (title_of(whole, words) if whole else "", words.fiscal_year(year) if year else "")))
    return " · ".join(filter(None, (named, rows if len(frame) else words.pick("ไม่มีแถว", "no rows"))))


def tidy_table(frame: pd.DataFrame) -> str | None:
    """The table of tables.toml that has just the columns of `frame`; None where there is none."""
    own = set(frame.columns)
    return next((name for name, known in contracts().items() if {column.name for column in known} == own), None)


def _only_year(frame: pd.DataFrame) -> int | None:
    """The fiscal year of every row, which the title then tells; None where there are several, or none."""
    if "fiscal_year" not in set(frame.columns) or not is_numeric_dtype(frame["fiscal_year"]):
        return None
    years = frame["fiscal_year"].unique()
    try:
        return FiscalYear(int(years[0])).year if len(years) == 1 and present(years[0]) else None
    except FiscalYearError:
        return None  # a year of another era, say


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
        return _only_year(frame) is not None
    if name == "kpis" and column == "formula":
        return words.lang != "th"  # it is stored in Thai alone
    stem, _, lang = str(column).rpartition("_")
    if lang in ("th", "en") and {f"{stem}_th", f"{stem}_en"} <= set(frame.columns):
        return lang != words.lang
    by = _SAID_BY.get(name or "", {}).get(column)
    return by is not None and (by in frame or f"{by}_{words.lang}" in frame)


def ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """What asks for a look first, the rest in the order given."""
    column = next((column for column in FIRST if column in set(frame.columns)), None)
    if column is None:
        return frame
    kinds = FIRST[column]
    place = [kinds.index(kind) if isinstance(kind, str) and kind in kinds else len(kinds) for kind in frame[column]]
    return frame.iloc[sorted(range(len(frame)), key=place.__getitem__)]


def _most_like(frame: pd.DataFrame) -> str | None:
    """The tidy table that shares most columns with a frame: most of the frame's, then most of its own."""
    own = set(frame.columns)
    if "fiscal_year" in own and not is_integer_dtype(frame["fiscal_year"]):
        return None  # statistics of a table, say
    shared = {name: len(own & {column.name for column in known}) for name, known in contracts().items()}
    best = max(shared, key=lambda name: (shared[name], -len(contracts()[name])))
    told = len(own) + (0 if only_counts(frame.index) else frame.index.nlevels)
    return best if shared[best] * 2 > told else None


@cache
def _everywhere_the_same() -> dict[str, Column]:
    """Columns of several tidy tables that mean the same in all of them, and so in any other table too."""
    found: dict[str, list[Column]] = {}
    for column in (column for columns in contracts().values() for column in columns):
        found.setdefault(column.name, []).append(column)
    return {
        name: columns[0]
        for name, columns in found.items()
        if len(columns) > 1 and len({column.description_th for column in columns}) == 1
    }


@cache
def _told() -> dict[str, dict[str, object]]:
    return tomllib.loads((files("itaanalysis") / "tables.toml").read_text(encoding="utf-8"))
