"""Reading one year's raw folder: every workbook, every table in it, every row accounted for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from itaanalysis.criteria import criteria
from itaanalysis.fiscal import FiscalYear
from itaanalysis.intake import consistency
from itaanalysis.intake.activities import read_activities
from itaanalysis.intake.expenses import read_allocation, read_expenses
from itaanalysis.intake.layout import ROW_KINDS, Block, find_blocks
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.reading import TABLE_NAMES, Reading
from itaanalysis.intake.score_tables import score_tables
from itaanalysis.intake.scores import Observation, read_scores
from itaanalysis.intake.targets import read_targets
from itaanalysis.intake.totals import read_totals
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.intake.workbook import Sheet, UnreadableFile, is_blank, read_workbook, workbook_files
from itaanalysis.tables import frame
from itaanalysis.workspace import Workspace

TIDY_TABLES = (
    "activities",
    "expenses",
    "unit_scores",
    "tool_scores",
    "indicator_scores",
    "targets",
    "totals",
    "reported_levels",
)


@dataclass(frozen=True)
class Intake:
    """What one reading found.

    `tables`: the tidy tables of tables.toml by name. `problems`: all problems. `accounting`: what became of every
    non-empty row, one row a sheet.
    """

    fiscal_year: int
    tables: dict[str, pd.DataFrame]
    problems: Problems
    accounting: pd.DataFrame


def read_year(workspace: Workspace, fiscal_year: int) -> Intake:
    """Read data/raw/YEAR. Whatever is wrong with the files becomes a problem, not an exception.

    Raises CriteriaError for a year without criteria, WorkspaceError and ReferenceError for missing or contradictory
    reference tables.
    """
    reading = Reading(FiscalYear(fiscal_year), Vocabulary.read(workspace, criteria(fiscal_year)))
    blocks: list[Block] = []
    accounting: list[dict[str, Any]] = []
    for path in workbook_files(workspace.raw(fiscal_year)):
        try:
            sheets = list(read_workbook(path))
        except UnreadableFile as error:
            reading.problems.add("file-unreadable", Place(path.name), reason=error)
            continue
        found = [(sheet, find_blocks(sheet, reading.vocabulary)) for sheet in sheets]
        _report_sheets_without_table(found, Place(path.name), reading)
        for sheet, its_blocks in found:
            blocks.extend(its_blocks)
            accounting.append(_account(sheet, its_blocks))
    rows = _read_blocks(blocks, reading)
    consistency.look_over(rows, blocks, reading)
    tables = {table: frame(table, rows.get(table, [])) for table in TIDY_TABLES}
    return Intake(fiscal_year, tables, reading.problems, frame("accounting", accounting))


def _read_blocks(blocks: list[Block], reading: Reading) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {"activities": [], "expenses": [], "targets": []}
    observations: list[Observation] = []
    readers: dict[str, Callable[[Block], None]] = {
        "activities": lambda block: rows["activities"].extend(read_activities(block, reading)),
        "expenses": lambda block: None,
        "targets": lambda block: rows["targets"].extend(read_targets(block, reading)),
        "scores": lambda block: observations.extend(read_scores(block, reading)),
    }
    needed = {"activities": ("code",), "expenses": ("code",), "targets": ("reported",), "scores": ()}
    for block in blocks:
        consistency.look_at_columns(block, reading)
        readers[block.table](block)
        reading.require(block, *needed[block.table])
        if block.has("amount_baht") and block.has("code"):
            rows["expenses"].extend(read_expenses(block, reading))
        if block.table in ("activities", "expenses"):
            read_allocation(block, reading)
            read_totals(block, reading)
    for table, (table_th, table_en) in TABLE_NAMES.items():
        if all(block.table != table for block in blocks):
            where = Place(f"data/raw/{reading.fiscal_year.year}")
            reading.problems.add("table-missing", where, table_th=table_th, table_en=table_en)
    return {
        **rows,
        **score_tables(observations, reading),
        "totals": reading.totals,
        "reported_levels": reading.levels,
    }


def _report_sheets_without_table(found: list[tuple[Sheet, list[Block]]], where: Place, reading: Reading) -> None:
    filled = [(sheet, blocks) for sheet, blocks in found if _filled_rows(sheet)]
    if not any(blocks for _, blocks in filled):
        reading.problems.add("file-without-table", where)
        return
    for sheet, blocks in filled:
        if not blocks and not reading.vocabulary.starts_with("not_a_table", sheet.name):
            reading.problems.add("sheet-without-table", Place(sheet.file, sheet.name))


def _account(sheet: Sheet, blocks: list[Block]) -> dict[str, Any]:
    kinds = {row: kind for block in blocks for row, kind in block.kinds.items()}
    counts: dict[str, Any] = {kind: sum(its == kind for its in kinds.values()) for kind in ROW_KINDS}
    filled = _filled_rows(sheet)
    return {
        "file": sheet.file,
        "sheet": sheet.name,
        **counts,
        "problem": filled - len(kinds),
        "rows": filled,
        "source": f"{sheet.file}!{sheet.name}",
    }


def _filled_rows(sheet: Sheet) -> int:
    return sum(any(not is_blank(value) for value in row) for row in sheet.rows)
