"""The tidy tables: which columns each has, and the one way they are written to and read from CSV."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

# A spreadsheet program takes a text that begins so for a formula; such a text is kept behind an apostrophe.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r]")

_DTYPES = {
    "string": "str",
    "integer": "Int64",
    "number": "float64",
    "money": "float64",
    "date": "datetime64[ns]",
    "boolean": "boolean",
}

_ROWS_AT_A_TIME = 100_000

WITHOUT_SOURCE = {"kpis"}
"""Tables whose rows are made from several others, so that no one cell is their source."""


@dataclass(frozen=True)
class Column:
    """One column of a tidy table: its name, type, unit and meaning in both languages."""

    name: str
    type: str
    unit: str
    description_en: str
    description_th: str


SOURCE = Column(
    "source",
    "string",
    "",
    "first cell of the row it came from: file!sheet!cell",
    "เซลล์แรกของแถวต้นทาง: ไฟล์!แผ่นงาน!เซลล์",
)
PLACE = Column(
    "source",
    "string",
    "",
    "the cell itself, or the sheet or file where it is no one cell: file!sheet!cell",
    "ตำแหน่ง: ไฟล์!แผ่นงาน!เซลล์",
)
"""What `source` is in tables whose rows tell of a cell or a sheet; a row of the others came from a row of a sheet."""
_OF_CELLS = {"problems", "corrections", "accounting"}


@cache
def contracts() -> dict[str, tuple[Column, ...]]:
    """Every tidy table with its columns, in the order they are written."""
    text = (files("itaanalysis") / "tables.toml").read_text(encoding="utf-8")
    return {
        table: tuple(Column(*line) for line in section["columns"]) + _source(table)
        for table, section in tomllib.loads(text).items()
    }


def _source(table: str) -> tuple[Column, ...]:
    return () if table in WITHOUT_SOURCE else (PLACE if table in _OF_CELLS else SOURCE,)


def columns(table: str) -> list[str]:
    """Column names of `table`, in order."""
    return [column.name for column in contracts()[table]]


def frame(table: str, rows: list[dict[str, Any]] | dict[str, Any] | pd.DataFrame) -> pd.DataFrame:
    """A DataFrame with exactly the columns and dtypes of `table`; what a row does not name is missing.

    `rows` are dicts, or a column each.
    """
    data = pd.DataFrame(rows, columns=columns(table), copy=False)
    return data.astype({column.name: _dtype(column.type) for column in contracts()[table]})


@cache
def _dtype(kind: str) -> Any:
    # Asked for by its name, pandas looks through the disk for another library of texts each time.
    return pd.api.types.pandas_dtype(_DTYPES[kind])


def write_csv(table: str, data: pd.DataFrame, path: Path) -> None:
    """Write `data` as UTF-8 with BOM (Excel shows Thai), ISO dates, `.` decimals, money with two decimals."""
    spelled = [_spelled(column.type, data[column.name]) for column in contracts()[table]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(columns(table)) + "\n")
        for start in range(0, len(data), _ROWS_AT_A_TIME):
            some = zip(*(column[start : start + _ROWS_AT_A_TIME] for column in spelled), strict=True)
            file.writelines(",".join(row) + "\n" for row in some)


def read_csv(table: str, path: Path) -> pd.DataFrame:
    """Read what `write_csv` wrote, with the dtypes of `table`."""
    text = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    for column in contracts()[table]:
        if column.type == "string":
            escaped = text[column.name].str.startswith("'").fillna(False)
            if escaped.any():
                text[column.name] = text[column.name].map(_plain, na_action="ignore")
        elif column.type == "boolean":
            text[column.name] = text[column.name].map({"true": True, "false": False})
        elif column.type != "date":
            text[column.name] = pd.to_numeric(text[column.name])
    return frame(table, text)


def _spelled(kind: str, column: pd.Series) -> np.ndarray:
    """A column as it is written: each different value is spelled once, a missing one is ''."""
    codes, values = pd.factorize(column)
    # A missing value has code -1, which is the last.
    spelled = np.array([*(_quoted(_spell(kind, value)) for value in values), ""], dtype=object)
    its: np.ndarray = spelled[codes]
    return its


def _spell(kind: str, value: Any) -> str:
    match kind:
        case "money":
            return f"{value:.2f}"
        case "number":
            # The shortest digits that give the same float; 85.0 is written 85.
            text = repr(float(value)).removesuffix(".0")
            return format(Decimal(text).normalize(), "f") if "e" in text else text
        case "integer":
            return str(int(value))
        case "boolean":
            return "true" if value else "false"
        case "date":
            return f"{value:%Y-%m-%d}"
    return f"'{value}" if _FORMULA.match(value) else str(value)


def _quoted(text: str) -> str:
    # The csv module leaves a lone carriage return unquoted, and a reader then sees two rows.
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in '",\r\n') else text


def _plain(text: str) -> str:
    return text[1:] if _ESCAPED_FORMULA.match(text) else text
