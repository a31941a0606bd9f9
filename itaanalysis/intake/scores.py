"""ITA scores: from a table of any layout to observations.

A table has units as rows (with a total, tools or indicators as columns, or one score a row), or tools or indicators as
rows for one unit named in a title, or for several units with a column each. All become observations of one kind.
"""

from __future__ import annotations

import numpy as np

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.observations import TOTAL, Observations
from itaanalysis.intake.problems import place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import (
    is_level,
    is_total,
    read_keyed_score,
    read_measure,
    read_total,
    role_of_measure,
    stated_fiscal_year,
    titled_unit,
)
from itaanalysis.intake.score_weights import tell_full_marks, tell_weighted
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.intake.stated_years import NONE, read_years
from itaanalysis.intake.unit_rows import read_unit_rows
from itaanalysis.intake.wider_scores import WIDER, read_wider_scores

_ABOUT_THE_TABLE = {"fiscal_year", "unit", "note"}
"""Headings that may stand among tools as rows of their own, and are none."""


def read_scores(block: Block, reading: Reading, found: Observations) -> None:
    """Add every score of one table to `found`. Totals typed below tools or indicators go to `reading.totals`."""
    tell_full_marks(block, reading)
    tell_weighted(block, reading)
    if block.has("unit"):
        for row in block.rows("total"):
            if not _state_total_of_unit(block, row, reading):
                _state_column_totals(block, row, reading)
        read_unit_rows(block, reading, found)
    else:
        _read_measure_rows(block, reading, found)


def _state_total_of_unit(block: Block, row: int, reading: Reading) -> bool:
    """A total below the tools or indicators of one unit. False when the row is something else."""
    label = str(block.cells(row)[0][1])
    if not block.has("tool", "indicator") or not is_total(label, reading.vocabulary):
        return False
    above = (one for one in range(row - 1, -1, -1) if block.kinds.get(one) == "data")
    named = next((one for one in above if not is_blank(block.value(one, "unit"))), None)
    unit = None if named is None else reading.vocabulary.unit(as_typed(block.value(named, "unit")))
    if named is None or unit is None:
        return False
    score, remark = read_total(block, row, block.column("score") or block.column("weighted"), reading)
    year = stated_fiscal_year(block.value(named, "fiscal_year"))
    if remark:
        reading.level(unit.unit, remark, None, block.first_cell(row), year)
    if score is not None:
        reading.state("tool_scores", f"score[{unit.unit}]", score, block.first_cell(row), fiscal_year=year)
    return True


def _state_column_totals(block: Block, row: int, reading: Reading) -> None:
    """A mean under a list of units, column by column."""
    words = [reading.vocabulary.starts_with("total_row", its) for _, its in block.cells(row) if isinstance(its, str)]
    name = "mean" if next(filter(None, words), None) == "mean" else "score"
    year = stated_fiscal_year(block.value(row, "fiscal_year"))
    keyed = [
        column for role in ("score", "year_value", "tool_value", "indicator_value") for column in block.keyed(role)
    ]
    for column in keyed:
        score = read_keyed_score(block, row, column, reading)
        if score is None:
            continue
        key, of_year = column.heading.key, column.heading.role == "year_value"
        scope = "" if key is None or of_year else f"[{key}]"
        its_year = stated_fiscal_year(key) if of_year else column.heading.year or year
        reading.state("unit_scores", f"{name}{scope}", score, block.first_cell(row), fiscal_year=its_year)


def _read_measure_rows(block: Block, reading: Reading, found: Observations) -> None:
    columns = _columns_of_units(block, reading)
    positions = reading.vocabulary.units.positions
    rows = sorted([*block.rows("data"), *block.rows("total")])
    years_read = read_years(block, np.array(rows, dtype=int), np.zeros(len(rows), dtype=bool), reading)
    years = dict(zip(rows, years_read.tolist(), strict=True))
    for row in rows:
        role = role_of_measure(block, row, reading.vocabulary)
        total = block.kinds[row] == "total"
        typed = block.cells(row)[0][1] if total else block.value(row, role)
        if is_blank(typed):
            reading.incomplete(block, row, role)
            continue
        if total or reading.vocabulary.word("total_row", as_typed(typed)):
            _state_total(block, row, as_typed(typed), columns, years[row], reading)
            continue
        if is_level(typed, reading.vocabulary):
            for unit, column in columns:
                beside = block.cells(row)[1:] if len(columns) == 1 else []
                typed_level = block.sheet.cell(row, column.index) or next((value for _, value in beside), "")
                level = cells.read_text(typed_level, block.place(row, role), reading.problems)
                if level:
                    reading.level(unit, level, None, block.first_cell(row), years[row])
            continue
        heading = reading.vocabulary.heading("scores", typed) if isinstance(typed, str) else None
        if heading and heading.role in _ABOUT_THE_TABLE:
            reading.problems.add("row-not-scores", block.place(row, role), typed)
            continue
        measure = read_measure(typed, role, block.place(row, role), reading)
        if measure == TOTAL:
            _state_total(block, row, as_typed(typed), columns, years[row], reading)
        if measure in (None, TOTAL) or not columns or years[row] == NONE:
            continue
        found.add(
            fiscal_year=years[row],
            unit=[positions[unit] for unit, _ in columns],
            measure=found.number(measure),
            score=[read_keyed_score(block, row, column, reading, measure) for _, column in columns],
            source=found.cite(block.sources([row])),
            column=[column.index for _, column in columns],
        )
    _read_wider(block, np.array(rows, dtype=int), years_read, columns, reading, found)


def _read_wider(
    block: Block,
    rows: np.ndarray,
    years: np.ndarray,
    columns: list[tuple[str, TableColumn]],
    reading: Reading,
    found: Observations,
) -> None:
    """Scores of the titled unit that hold for several rows, and the level beside its total."""
    unit = None if columns or not block.has(WIDER) else titled_unit(block, reading)
    named = next((unit for unit, _ in columns), unit.unit if unit else None)
    if named is None or not block.has(WIDER):
        return
    units = np.full(len(rows), reading.vocabulary.units.positions[named])
    for row, level, _ in read_wider_scores(block, rows, units, years, reading, found):
        reading.level(named, str(level), None, block.first_cell(row))


def _columns_of_units(block: Block, reading: Reading) -> list[tuple[str, TableColumn]]:
    """Each unit with the column of its scores: a column of its own, or the one column under a title naming it."""
    own = block.keyed("unit_value")
    for column in own:
        header = block.rows("header")[-1]
        reading.unit(str(column.heading.key), place(block.sheet, header, column.index))
    if own:
        return [(str(column.heading.key), column) for column in own]
    score = block.column("score") or block.column("weighted")
    if score is None:  # it has columns of other years only
        return []
    named = titled_unit(block, reading)
    return [(named.unit, score)] if named else []


def _state_total(
    block: Block,
    row: int,
    label: str,
    columns: list[tuple[str, TableColumn]],
    fiscal_year: int,
    reading: Reading,
) -> None:
    """A total under tools is the unit's ITA total; a mean under indicators is the mean of the rows above it."""
    for unit, column in columns:
        score, remark = read_total(block, row, column, reading)
        if remark:
            reading.level(unit, remark, None, block.first_cell(row), fiscal_year)
        if score is None or fiscal_year == NONE:
            continue
        mean = (
            block.has("indicator")
            and not block.has("tool")
            and reading.vocabulary.starts_with("total_row", label) == "mean"
        )
        table, name = ("indicator_scores", "mean") if mean else ("tool_scores", "score")
        reading.state(table, f"{name}[{unit}]", score, block.first_cell(row), fiscal_year=fiscal_year)
