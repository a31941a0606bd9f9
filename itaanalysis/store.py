"""The tidy tables of a year on disk: written whole, read back only while they still match the raw files."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd

from itaanalysis.atomic import replace_folder
from itaanalysis.digest import sha256
from itaanalysis.intake import Intake, read_year
from itaanalysis.intake.corrections import FILE as CORRECTIONS
from itaanalysis.intake.files import raw_files
from itaanalysis.intake.problems import InputErrors
from itaanalysis.intake.year import TIDY_TABLES
from itaanalysis.tables import Column, contracts, read_csv, write_csv
from itaanalysis.workspace import Workspace

STORED_TABLES = (*TIDY_TABLES, "problems", "accounting")
"""The tables a YearData is made of; kpis and checks are worked out from them."""
RULES = ("criteria.toml", "kpis.toml", "tables.toml", "intake/problems.toml")
"""Files of the package that the tables depend on as much as on the raw files."""
REFERENCE_FILES = ("headers.csv", "words.csv", "units.csv")
_PACKAGE = Path(__file__).parent
DATA_PACKAGE = "datapackage.json"
_FIELD_TYPES = {"money": "number"}


def read(workspace: Workspace, fiscal_year: int) -> dict[str, pd.DataFrame]:
    """The stored tables by name. Read from data/processed when made from the raw files as they are, else from raw.

    Raises WorkspaceError when the year has neither, InputErrors when the raw files hold errors.
    """
    folder = workspace.processed(fiscal_year)
    has_raw = workspace.raw(fiscal_year).is_dir()
    if is_current(workspace, fiscal_year) if has_raw else is_untouched(folder):
        return {table: read_csv(table, folder / f"{table}.csv") for table in STORED_TABLES}
    workspace.require_raw(fiscal_year)
    return tables_of(read_year(workspace, fiscal_year))


def tables_of(intake: Intake) -> dict[str, pd.DataFrame]:
    """The stored tables of a reading. Raises InputErrors when it found errors."""
    if intake.problems.errors:
        raise InputErrors(intake.problems)
    return {**intake.tables, "problems": intake.problems.table(), "accounting": intake.accounting}


def write(workspace: Workspace, fiscal_year: int, tables: dict[str, pd.DataFrame]) -> Path:
    """Write tables to data/processed/YEAR with their data package, whole or not at all. Returns the folder."""
    target = workspace.processed(fiscal_year)
    with replace_folder(target) as folder:
        for table, data in tables.items():
            write_csv(table, data, folder / f"{table}.csv")
        package = json.dumps(data_package(workspace, fiscal_year, tables, folder), ensure_ascii=False, indent=2)
        (folder / DATA_PACKAGE).write_text(f"{package}\n", encoding="utf-8", newline="\n")
    return target


def is_current(workspace: Workspace, fiscal_year: int) -> bool:
    """Whether data/processed stands as it was made, from the raw and reference files as they are now."""
    folder = workspace.processed(fiscal_year)
    return is_untouched(folder) and bool(_package(folder).get("sources") == sources(workspace, fiscal_year))


def is_untouched(folder: Path) -> bool:
    """Whether every table of a processed folder is there and as it was written."""
    try:
        written = {resource["path"]: resource["hash"] for resource in _package(folder).get("resources", [])}
        as_written = all(f"sha256:{sha256((folder / name).read_bytes())}" == digest for name, digest in written.items())
    except (OSError, KeyError, TypeError):
        return False
    return as_written and {f"{table}.csv" for table in STORED_TABLES} <= set(written)


def _package(folder: Path) -> dict[str, Any]:
    try:
        package = json.loads((folder / DATA_PACKAGE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return package if isinstance(package, dict) else {}


def sources(workspace: Workspace, fiscal_year: int) -> list[dict[str, str]]:
    """The files a year is made from, each with its SHA-256."""
    folder = workspace.raw(fiscal_year)
    files = [*raw_files(folder)[0], *(path for path in [folder / CORRECTIONS] if path.is_file())]
    raw = [(f"data/raw/{fiscal_year}/{path.name}", path) for path in files]
    reference = [(f"data/reference/{name}", workspace.reference(name)) for name in REFERENCE_FILES]
    rules = [(f"itaanalysis/{name}", _PACKAGE / name) for name in RULES]
    return [
        {"title": Path(name).name, "path": name, "hash": f"sha256:{sha256(path.read_bytes())}"}
        for name, path in [*raw, *reference, *rules]
    ]


def data_package(
    workspace: Workspace, fiscal_year: int, tables: dict[str, pd.DataFrame], folder: Path
) -> dict[str, Any]:
    """The Frictionless data package of the tables in `folder`: what each column holds, and what they were made from.

    A resource or field has its Thai name as title and the English one as description; `unit` and `rows` are our own.
    """
    return {
        "profile": "tabular-data-package",
        "name": f"ita-{fiscal_year}",
        "title": f"ITA FY{fiscal_year}",
        "sources": sources(workspace, fiscal_year),
        "resources": [_resource(table, len(data), folder / f"{table}.csv") for table, data in tables.items()],
    }


def _resource(table: str, rows: int, path: Path) -> dict[str, Any]:
    about = tomllib.loads((_PACKAGE / "tables.toml").read_text(encoding="utf-8"))[table]
    return {
        "profile": "tabular-data-resource",
        "name": table.replace("_", "-"),
        "path": path.name,
        "title": about["title_th"],
        "description": about["title_en"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": f"sha256:{sha256(path.read_bytes())}",
        "rows": rows,
        "schema": {"fields": [_field(column) for column in contracts()[table]], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": _FIELD_TYPES.get(column.type, column.type),
        "title": column.description_th,
        "description": column.description_en,
        **({"unit": column.unit} if column.unit else {}),
    }
