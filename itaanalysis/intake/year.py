"""Reading one year's raw folder: every workbook, every table in it, every row accounted for."""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pandas as pd

from itaanalysis.criteria import criteria
from itaanalysis.fiscal import FiscalYear
from itaanalysis.intake import consistency
from itaanalysis.intake.activities import read_activities
from itaanalysis.intake.blocks import ROW_KINDS, Block
from itaanalysis.intake.code_groups import settle_headings_with_codes
from itaanalysis.intake.codes import settle_codes
from itaanalysis.intake.corrections import apply_corrections, read_corrections
from itaanalysis.intake.expenses import read_allocation, read_expenses
from itaanalysis.intake.files import UnreadableFile, raw_files, read_file
from itaanalysis.intake.gaps import tell_folders, tell_tables_not_filled_in
from itaanalysis.intake.layout import find_blocks
from itaanalysis.intake.money_scale import settle_money_scale
from itaanalysis.intake.observations import Observations
from itaanalysis.intake.parts import is_measured
from itaanalysis.intake.privacy import without_personal_data
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.reading import TABLE_NAMES, Reading
from itaanalysis.intake.score_scale import settle_score_scale
from itaanalysis.intake.score_tables import score_tables
from itaanalysis.intake.scores import read_scores
from itaanalysis.intake.sheet import Sheet
from itaanalysis.intake.sheet_problems import report_sheets
from itaanalysis.intake.stated_years import settle_year_columns, settle_years_of_sheets
from itaanalysis.intake.targets import read_targets
from itaanalysis.intake.totals import read_totals
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.intake.wider_scores import settle_wider_scores
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
    "corrections",
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
    with _not_collecting():
        return _read_year(workspace, fiscal_year)


def _read_year(workspace: Workspace, fiscal_year: int) -> Intake:
    problems = Problems()
    with ThreadPoolExecutor(max_workers=1) as beside:
        # The cell reader lets other threads run, so that the words are read in the time of a long sheet.
        vocabulary = beside.submit(Vocabulary.read, workspace, criteria(fiscal_year))
        sheets = _read_sheets(workspace, fiscal_year, problems)
    reading = Reading(FiscalYear(fiscal_year), vocabulary.result(), problems)
    corrected = apply_corrections(
        sheets, read_corrections(workspace.raw(fiscal_year), reading.problems), reading.problems
    )
    sheets = [without_personal_data(sheet, reading.problems) for sheet in sheets]
    found = [(sheet, find_blocks(sheet, reading.vocabulary)) for sheet in sheets]
    settle_years_of_sheets([block for _, its in found for block in its], fiscal_year)
    report_sheets(found, reading)
    rows = _read_blocks(found, reading)
    consistency.look_over(rows, reading)
    rows["corrections"] = corrected
    tables = {
        table: found_rows if isinstance(found_rows := rows[table], pd.DataFrame) else frame(table, found_rows)
        for table in TIDY_TABLES
    }
    accounting = frame("accounting", [_account(sheet, its, reading.vocabulary) for sheet, its in found])
    return Intake(fiscal_year, tables, reading.problems, accounting)


@contextlib.contextmanager
def _not_collecting() -> Iterator[None]:
    """Without the garbage collector: it would go through every cell again and again, and hardly any is in a circle."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_sheets(workspace: Workspace, fiscal_year: int, problems: Problems) -> list[Sheet]:
    sheets: list[Sheet] = []
    files, others = raw_files(workspace.raw(fiscal_year))
    for path in files:
        try:
            sheets.extend(read_file(path))
        except UnreadableFile as error:
            problems.add(error.code, Place(path.name), reason=error.reason)
    for path in others:
        problems.add("file-ignored", Place(path.name))
    tell_folders(workspace.raw(fiscal_year), problems)
    return sheets


def _read_blocks(found: list[tuple[Sheet, list[Block]]], reading: Reading) -> dict[str, Any]:
    blocks = [block for _, its in found for block in its]
    rows: dict[str, list[dict[str, Any]]] = {"activities": [], "expenses": [], "targets": []}
    scores = Observations()
    readers: dict[str, Callable[[Block], None]] = {
        "activities": lambda block: rows["activities"].extend(read_activities(block, reading)),
        "expenses": lambda block: None,
        "targets": lambda block: rows["targets"].extend(read_targets(block, reading)),
        "scores": lambda block: read_scores(block, reading, scores),
    }
    for block in blocks:
        settle_year_columns(block, reading.fiscal_year.year)
        settle_wider_scores(block)
        settle_score_scale(block, reading)
        consistency.look_at_columns(block, reading)
        settle_money_scale(block, reading)
        if block.table in ("activities", "expenses"):
            settle_codes(block, reading)
            settle_headings_with_codes(block, reading)
        readers[block.table](block)
        if block.table == "targets":
            reading.require(block, "reported")
        if is_measured(block, "amount_baht"):
            rows["expenses"].extend(read_expenses(block, reading))
        if block.table in ("activities", "expenses"):
            read_allocation(block, reading)
            read_totals(block, reading)
    tell_tables_not_filled_in(found, rows, scores, reading)
    for table, (table_th, table_en) in TABLE_NAMES.items():
        if all(block.table != table for block in blocks) and not rows.get(table):
            where = Place(f"data/raw/{reading.fiscal_year.year}")
            reading.problems.add("table-missing", where, table_th=table_th, table_en=table_en)
    return {
        **rows,
        **score_tables(scores, reading),
        "totals": reading.totals,
        "reported_levels": reading.levels,
    }


def _account(sheet: Sheet, blocks: list[Block], vocabulary: Vocabulary) -> dict[str, Any]:
    kinds = Counter({row: kind for block in blocks for row, kind in block.kinds.items()}.values())
    counts: dict[str, Any] = {kind: kinds[kind] for kind in ROW_KINDS}
    filled = len(sheet.filled_rows)
    if not blocks and vocabulary.starts_with("not_a_table", sheet.name):
        counts["note"] = filled
    return {
        "file": sheet.file,
        "sheet": sheet.name,
        **counts,
        "problem": filled - sum(counts.values()),
        "rows": filled,
        "source": f"{sheet.file}!{sheet.name}",
    }
