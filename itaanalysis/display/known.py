"""Which table of tables.toml a DataFrame is, what it is called, and what in it asks for a look first."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import pandas as pd
from pandas.api.types import is_integer_dtype, is_numeric_dtype

from itaanalysis.display.labels import only_counts
from itaanalysis.fiscal import FiscalYear, FiscalYearError
from itaanalysis.tables import contracts
from itaanalysis.words import Words, present

FIRST = {"verdict": ["differs", "unchecked", "agrees"], "severity": ["error", "warning"]}
"""What asks for a look first."""


def tidy_table(frame: pd.DataFrame) -> str | None:
    """The table of tables.toml that has just the columns of `frame`; None where there is none."""
    own = set(frame.columns)
    return next((name for name, known in contracts().items() if {column.name for column in known} == own), None)


def most_like(frame: pd.DataFrame) -> str | None:
    """The tidy table that shares most columns with a frame: most of the frame's, then most of its own."""
    own = set(frame.columns)
    if "fiscal_year" in own and not is_integer_dtype(frame["fiscal_year"]):
        return None  # statistics of a table, say
    shared = {name: len(own & {column.name for column in known}) for name, known in contracts().items()}
    best = max(shared, key=lambda name: (shared[name], -len(contracts()[name])))
    told = len(own) + (0 if only_counts(frame.index) else frame.index.nlevels)
    return best if shared[best] * 2 > told else None


def only_year(frame: pd.DataFrame) -> int | None:
    """The fiscal year of every row, which the title then tells; None where there are several, or none."""
    if "fiscal_year" not in set(frame.columns) or not is_numeric_dtype(frame["fiscal_year"]):
        return None
    years = frame["fiscal_year"].unique()
    try:
        return FiscalYear(int(years[0])).year if len(years) == 1 and present(years[0]) else None
    except FiscalYearError:
        return None  # a year of another era, say


def ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """What asks for a look first, the rest in the order given."""
    column = next((column for column in FIRST if column in set(frame.columns)), None)
    if column is None:
        return frame
    kinds = FIRST[column]
    place = [kinds.index(kind) if isinstance(kind, str) and kind in kinds else len(kinds) for kind in frame[column]]
    return frame.iloc[sorted(range(len(frame)), key=place.__getitem__)]


def title_of(name: str, words: Words) -> str:
    """What a table of tables.toml is called: "ค่าใช้จ่าย", "Expenses"."""
    return str(_told()[name][f"title_{words.lang}"]).partition(":")[0]


def title(frame: pd.DataFrame, words: Words) -> str:
    """What a table is: the name of a whole tidy table, its fiscal year where that is one, the number of its rows."""
    count = words.number(len(frame), 0)
    rows = words.pick(f"{count} แถว", f"{count} {'row' if len(frame) == 1 else 'rows'}")
    whole, year = tidy_table(frame), only_year(frame) if most_like(frame) else None
    named = " ".join(filter(None, (title_of(whole, words) if whole else "", words.fiscal_year(year) if year else "")))
    return " · ".join(filter(None, (named, rows if len(frame) else words.pick("ไม่มีแถว", "no rows"))))


@cache
def _told() -> dict[str, dict[str, object]]:
    return tomllib.loads((files("itaanalysis") / "tables.toml").read_text(encoding="utf-8"))
