"""What was not read because nothing is there yet, or because it lies where nobody looks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.observations import Observations
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.reading import TABLE_NAMES, Reading
from itaanalysis.intake.sheet import Sheet

_LISTED = 5
"""Files of a folder that the sentence about it names."""


def tell_folders(folder: Path, problems: Problems) -> None:
    """Report the folders within a raw folder: what lies in them is not read."""
    inside = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    for path in inside:
        files = sorted(
            file.name for file in path.rglob("*") if file.is_file() and not file.name.startswith((".", "~$"))
        )
        if files and not path.name.startswith("."):
            more = " …" if len(files) > _LISTED else ""
            problems.add("folder-ignored", Place(path.name), ", ".join(files[:_LISTED]) + more)


def tell_tables_not_filled_in(
    found: list[tuple[Sheet, list[Block]]],
    rows: dict[str, list[dict[str, Any]]],
    scores: Observations,
    reading: Reading,
) -> None:
    """Report headers with no row below.

    Not the forms of a year in which nothing is typed yet: what that year lacks is told by its report.
    """
    reported = any(row["reported"] is not None for row in rows["targets"])
    begun = bool(rows["activities"] or rows["expenses"] or reported or (scores.scores().score >= 0).any())
    forms = {sheet.file for sheet, _ in found if reading.vocabulary.starts_with("not_a_table", sheet.name)}
    for sheet, blocks in found:
        for block in blocks:
            filled = any(kind in ("data", "total") for kind in block.kinds.values())
            if filled or (sheet.file in forms and not begun):
                continue
            table_th, table_en = TABLE_NAMES[block.table]
            where = block.first_cell(block.rows("header")[0])
            reading.problems.add("table-not-filled-in", where, table_th=table_th, table_en=table_en)
