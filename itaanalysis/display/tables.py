"""A table as it is looked at: headers in words, figures with their units, the cells it came from.

What a column is follows from tables.toml, so that a table shows the same whichever notebook it is shown in.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from functools import cache
from importlib.resources import files

import pandas as pd
from pandas.api.types import is_integer_dtype, is_numeric_dtype

from itaanalysis.display import cells
from itaanalysis.report.html_tables import Table, percentages, table
from itaanalysis.tables import Column, contracts
from itaanalysis.thai.text import visible_width
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

_UPRIGHT = 6  # columns that fit on a page as it stands
_WIDEST = 55  # letters of a line

_SHORT = {"iit", "eit", "oit", "kpi"}
_VERBATIM = ("source", "file", "sheet", "cell", "value", "expect", "check", "kpi", "table", "column")


def display_table(frame: pd.DataFrame, words: Words, rows: int | None = None, title: str | None = None) -> Table:
    """The first `rows` rows (all for None) of a tidy table, or of any other DataFrame, in `words`.

    Columns of tables.toml get its descriptions as headers; what stands in another column too is left out. Checks that
    differ and errors come first. A title is made from the name of the table, its fiscal year and the number of rows.
    """
    name = _most_like(frame)
    known = {column.name: column for column in contracts()[name]} if name else {}
    headed = _everywhere_the_same() | known
    shown = _ordered(frame).head(max(rows, 1)) if rows is not None else _ordered(frame)
    columns = [column for column in frame.columns if not _left_out(column, frame, name, words)]
    told = {column: cells.told(known.get(column), column, shown, words, name) for column in columns}
    # A problem's own words name cells and quote what was typed.
    quoted = ("code", "message_th", "message_en") if name == "problems" else ()
    made = table(
        pd.DataFrame(told, columns=columns, index=shown.index),
        _title(frame, name, words) if title is None else title,
        columns={column: _header(headed.get(column), column, words) for column in columns},
        verbatim=(*_VERBATIM, *quoted) if name != "kpis" else ("source", "kpi"),
        years=[column for column in columns if column == "fiscal_year" and is_numeric_dtype(frame[column])],
        right=[column for column in columns if cells.is_figure(known.get(column), column, shown)],
        whole=[column for column in columns if column in cells.TERMS],
        lang=words.lang,
        digits=words.digits,
        wide=len(columns) > _UPRIGHT,
        id="",
        empty=words.pick("ไม่มีแถว", "no rows"),
    )
    return dataclasses.replace(made, widths=_widths(made))


def _widths(made: Table) -> tuple[int, ...]:
    """Shares by the longest line of each column: what is short stays whole, what is long is broken."""
    lines = [
        [line for cell in (column.header, *(row[place] for row in made.rows)) for line in cell.split("\n")]
        for place, column in enumerate(made.columns)
    ]
    return percentages([min(max(map(visible_width, cells)), _WIDEST) + 2 for cells in lines])


def title_of(name: str, words: Words) -> str:
    """What a table of tables.toml is called: "ค่าใช้จ่าย", "Expenses"."""
    return str(_told()[name][f"title_{words.lang}"]).partition(":")[0]


def _title(frame: pd.DataFrame, name: str | None, words: Words) -> str:
    count = words.number(len(frame), 0)
    parts = [words.pick(f"{count} แถว", f"{count} {'row' if len(frame) == 1 else 'rows'}")]
    year = _only_year(frame) if name else None
    whole = name if name and {column.name for column in contracts()[name]} == set(frame.columns) else None
    named = [title_of(whole, words)] if whole else []
    named += [words.fiscal_year(year)] if year else []
    return " · ".join([" ".join(named), *parts] if named else parts)


def _only_year(frame: pd.DataFrame) -> int | None:
    """The fiscal year of every row, which the title then tells; None where there are several, or none."""
    if "fiscal_year" not in frame or not is_numeric_dtype(frame["fiscal_year"]):
        return None
    years = frame["fiscal_year"].unique()
    return int(years[0]) if len(years) == 1 and present(years[0]) else None


def _header(column: Column | None, name: str, words: Words) -> str:
    """A column in words: in Thai its description without examples and remarks, in English its name."""
    if column is None:
        return name
    if words.lang == "th":
        return re.split(r" เช่น |:| \(ไทย\)", column.description_th)[0]
    said = name.removesuffix("_en").split("_")
    return " ".join(word.upper() if word.lower() in _SHORT else word for word in (said[0].capitalize(), *said[1:]))


def _left_out(column: str, frame: pd.DataFrame, name: str | None, words: Words) -> bool:
    if name and column == "fiscal_year":
        return _only_year(frame) is not None
    if name == "kpis" and column == "formula":
        return words.lang != "th"  # it is stored in Thai alone
    stem, _, lang = column.rpartition("_")
    if lang in ("th", "en") and {f"{stem}_th", f"{stem}_en"} <= set(frame.columns):
        return lang != words.lang
    by = _SAID_BY.get(name or "", {}).get(column)
    return by is not None and (by in frame or f"{by}_{words.lang}" in frame)


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """What asks for a look first, the rest in the order given."""
    column = next((column for column in FIRST if column in frame), None)
    if column is None:
        return frame
    place = {kind: place for place, kind in enumerate(FIRST[column])}
    return frame.iloc[frame[column].map(place).fillna(len(place)).argsort(kind="stable")]


def _most_like(frame: pd.DataFrame) -> str | None:
    """The tidy table that shares most columns with a frame: most of the frame's, then most of its own."""
    if "fiscal_year" in frame and not is_integer_dtype(frame["fiscal_year"]):
        return None  # statistics of a table, say
    own = set(frame.columns)
    shared = {name: len(own & {column.name for column in known}) for name, known in contracts().items()}
    best = max(shared, key=lambda name: (shared[name], -len(contracts()[name])))
    return best if shared[best] * 2 > len(own) else None


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
