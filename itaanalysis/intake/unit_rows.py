"""Scores of tables with a unit in each row: its total, tools or indicators in columns, or one score a row.

These are the long tables, of thousands of units over several years, so they are read column by column.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.columns import ColumnReader, sort_by_row
from itaanalysis.intake.observations import Observations
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import titled_unit
from itaanalysis.intake.score_columns import index_of
from itaanalysis.intake.scores_across import read_scores_across
from itaanalysis.intake.scores_down import read_scores_down
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash
from itaanalysis.intake.stated_years import NONE, carried_down, read_years


def read_unit_rows(block: Block, reading: Reading, found: Observations) -> None:
    """Add the scores of one table to `found`, and the levels and verdicts typed there to `reading.levels`."""
    start = len(reading.problems.found)
    by_measure = next((role for role in ("tool", "indicator") if block.has(role)), None)
    rows = np.array(block.rows("data"), dtype=int)
    units, own = _units(block, rows, reading)
    carries = by_measure is not None or block.has("fiscal_year")
    lost = ~own & ((units == NONE) | (not carries))
    for row in rows[lost].tolist():
        reading.incomplete(block, row, "unit")
    its = (units != NONE) & ~lost
    rows, units = rows[its], units[its]
    years = read_years(block, rows, own[its], reading)
    its = years != NONE
    rows, units, years = rows[its], units[its], years[its]
    read = read_scores_down if by_measure else read_scores_across
    levels = read(block, rows, units, years, reading, found)
    names = [unit.unit for unit in reading.vocabulary.units]
    of_row = dict(zip(rows.tolist(), zip(units.tolist(), years.tolist(), strict=True), strict=True)) if levels else {}
    for row, level, passed in sorted(levels, key=lambda one: one[0]):
        unit, year = of_row[row]
        reading.level(names[unit], level, passed, block.first_cell(row), year)
    sort_by_row(reading.problems, start)


def _units(block: Block, rows: np.ndarray, reading: Reading) -> tuple[np.ndarray, np.ndarray]:
    """Position of each row's unit in units.csv (NONE when not known), its own or the one above; whether its own."""
    sheet, codes = block.sheet, block.codes(rows, "unit")
    positions = reading.vocabulary.units.positions

    def read(value: Any, where: Place) -> int:
        typed = as_typed(value)
        its_row = None if reading.vocabulary.units.find(typed) else reading.vocabulary.heading("scores", typed)
        if its_row and its_row.role == "score":
            unit = titled_unit(block, reading)
        elif (its_row and its_row.key is None) or _sums_up(typed, reading):
            reading.problems.add("row-not-scores", where, typed)
            unit = None
        else:
            unit = reading.unit(typed, where)
        return NONE if unit is None else positions[unit.unit]

    unnamed = [code for code in np.unique(codes) if is_blank(sheet.values[code]) or is_dash(sheet.values[code])]
    own = ~np.isin(codes, unnamed)
    units = np.full(len(rows), NONE)
    units[own] = ColumnReader(sheet, read, reading.problems).numbers(rows[own], index_of(block, "unit"), codes[own])
    return carried_down(units, own), own


def _sums_up(typed: str, reading: Reading) -> bool:
    """Whether a name is that of a figure on all units, such as `ค่าสูงสุด` below them, and of no unit."""
    vocabulary = reading.vocabulary
    return vocabulary.starts_with("not_a_unit", typed) is not None and vocabulary.unit(typed) is None
