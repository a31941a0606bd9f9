"""Scores of tables with a unit in each row: its total, tools or indicators in columns, or one score a row.

These are the long tables, of thousands of units over several years, so they are read column by column.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.columns import ColumnReader, sort_by_row
from itaanalysis.intake.observations import TOTAL, Observations
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import read_keyed_score, read_measure, read_total, role_of_measure
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash
from itaanalysis.intake.stated_years import NONE, carried_down, has_criteria, read_years
from itaanalysis.thai.numbers import split_remark
from itaanalysis.thai.text import normalise

Levels = list[tuple[int, str | None, bool | None]]
"""Rows with the level typed there, and whether the heading they stand under says that they passed."""


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
    read = _one_score_a_row if by_measure else _scores_in_columns
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
        unit = reading.unit(as_typed(value), where)
        return NONE if unit is None else positions[unit.unit]

    unnamed = [code for code in np.unique(codes) if is_blank(sheet.values[code]) or is_dash(sheet.values[code])]
    own = ~np.isin(codes, unnamed)
    units = np.full(len(rows), NONE)
    units[own] = ColumnReader(sheet, read, reading.problems).numbers(rows[own], _index(block, "unit"), codes[own])
    return carried_down(units, own), own


def _one_score_a_row(
    block: Block, rows: np.ndarray, units: np.ndarray, years: np.ndarray, reading: Reading, found: Observations
) -> Levels:
    measures = _measures(block, rows, reading, found)
    its = measures != NONE
    rows, measures = rows[its], measures[its]
    column = block.column("score") or block.column("weighted")
    assert column is not None, "a table of scores has a column of scores"
    simple = column.heading.role == "score" and not block.has("full")
    scores = np.full(len(rows), np.nan)
    levels: Levels = []
    if simple:
        scores, levels = _scores_with_remarks(block, rows, _score_reader(block, reading))
    totals = measures == found.number(TOTAL)
    names = list(found.measures)
    for position in np.flatnonzero(totals | (not simple)).tolist():
        row = int(rows[position])
        if not totals[position]:
            score = read_keyed_score(block, row, column, reading, names[measures[position]])
        elif np.isnan(scores[position]):
            score, level = read_total(block, row, column, reading)
            levels += [(row, level, None)] if level else []
        else:
            continue
        scores[position] = np.nan if score is None else score
    found.add(
        fiscal_year=years[its],
        unit=units[its],
        measure=measures,
        score=scores,
        source=found.cite(block.sources(rows.tolist())),
        column=column.index,
    )
    return levels


def _measures(block: Block, rows: np.ndarray, reading: Reading, found: Observations) -> np.ndarray:
    """Number of the measure each row has a score of; NONE where none is named or known."""
    roles = [role for role in ("tool", "indicator") if block.has(role)]
    of_role = [role_of_measure(block, row, reading.vocabulary) for row in rows.tolist()] if len(roles) > 1 else roles
    measures = np.full(len(rows), NONE)
    for role in roles:
        its = np.broadcast_to(np.array(of_role) == role, len(rows))
        codes = block.codes(rows, role)
        blank = np.isin(codes, [code for code, value in enumerate(block.sheet.values) if is_blank(value)])
        for row in rows[its & blank].tolist():
            reading.incomplete(block, row, role)
        its = its & ~blank

        def read(value: Any, where: Place, role: str = role) -> int:
            measure = read_measure(value, role, where, reading)
            return NONE if measure is None else found.number(measure)

        measures[its] = ColumnReader(block.sheet, read, reading.problems).numbers(
            rows[its], _index(block, role), codes[its]
        )
    return measures


def _scores_in_columns(
    block: Block, rows: np.ndarray, units: np.ndarray, years: np.ndarray, reading: Reading, found: Observations
) -> Levels:
    read_scores = _score_reader(block, reading)
    columns = [
        (column.index, column.heading.key) for column in block.keyed("tool_value") + block.keyed("indicator_value")
    ]
    scores = []
    levels: Levels = []
    if block.has("score"):
        total, levels = _scores_with_remarks(block, rows, read_scores)
        scores.append(total)
    scores += [read_scores.numbers(rows, index, block.sheet.codes[rows, index]) for index, _ in columns]
    if block.has("score"):
        columns.insert(0, (_index(block, "score"), TOTAL))
    if columns:
        found.add(
            fiscal_year=years[:, None],
            unit=units[:, None],
            measure=[found.number(key) for _, key in columns if key is not None],
            score=np.column_stack(scores),
            source=found.cite(block.sources(rows.tolist()))[:, None],
            column=[index for index, _ in columns],
        )
    _add_years(block, rows, units, reading, found)
    return levels + _levels(block, rows, reading)


def _add_years(block: Block, rows: np.ndarray, units: np.ndarray, reading: Reading, found: Observations) -> None:
    """Totals of several years side by side, each with its own column."""
    sources = found.cite(block.sources(rows.tolist())) if block.has("year_value") else None
    for column in block.keyed("year_value"):
        year = int(str(column.heading.key))
        if not has_criteria(year, block.place(block.rows("header")[0], "year_value"), len(rows), reading):
            continue
        found.add(
            fiscal_year=year,
            unit=units,
            measure=found.number(TOTAL),
            score=_score_reader(block, reading).numbers(rows, column.index, block.sheet.codes[rows, column.index]),
            source=sources,
            column=column.index,
        )


def _scores_with_remarks(
    block: Block, rows: np.ndarray, read_scores: ColumnReader[float | None]
) -> tuple[np.ndarray, Levels]:
    """The column of scores, and the levels in brackets behind them: `๙๒.๘๐ (ผ่านดี)`."""
    scores = np.full(len(rows), np.nan)
    if not block.has("score"):
        return scores, []
    index, values = _index(block, "score"), block.sheet.values
    codes = block.sheet.codes[rows, index]
    remarks: dict[int, str] = {}

    def read(value: Any, where: Place) -> float | None:
        return cells.read_score_and_remark(value, where, read_scores.problems)[0]

    for code in np.unique(codes).tolist():
        remark = split_remark(values[code])[1] if isinstance(values[code], str) and "(" in values[code] else None
        if remark:
            remarks[code] = normalise(remark)
    with_remark = np.isin(codes, list(remarks))
    read_parted = ColumnReader(block.sheet, read, read_scores.problems)
    for its, reader in (~with_remark, read_scores), (with_remark, read_parted):
        scores[its] = reader.numbers(rows[its], index, codes[its])
    return scores, [(int(rows[i]), remarks[int(codes[i])], None) for i in np.flatnonzero(with_remark)]


def _score_reader(block: Block, reading: Reading) -> ColumnReader[float | None]:
    def read(value: Any, where: Place) -> float | None:
        return cells.read_score(value, where, reading.problems, reading.vocabulary)

    return ColumnReader(block.sheet, read, reading.problems)


def _levels(block: Block, rows: np.ndarray, reading: Reading) -> Levels:
    """The level typed beside each score, and the verdict of the group it stands in."""
    typed: dict[int, str | None] = {}
    codes = np.zeros(len(rows), dtype=int)
    if block.has("level"):

        def read(value: Any, where: Place) -> str | None:
            return cells.read_text(value, where, reading.problems)

        codes = block.codes(rows, "level")
        read_levels = ColumnReader(block.sheet, read, reading.problems)
        read_levels.understand(rows, _index(block, "level"), codes)
        typed = read_levels.meanings
    if not any(typed.values()) and not block.rows("group"):
        return []
    headings = [(row, reading.vocabulary.starts_with("verdict", text)) for row, text in block.texts("group")]
    verdicts = [None, *(None if verdict is None else verdict == "passed" for _, verdict in headings)]
    under = np.searchsorted([row for row, _ in headings], rows)
    levels = zip(rows.tolist(), map(typed.get, codes.tolist()), [verdicts[heading] for heading in under], strict=True)
    return [(row, level, passed) for row, level, passed in levels if level or passed is not None]


def _index(block: Block, role: str) -> int:
    column = block.column(role)
    return min(one.index for one in block.columns) if column is None else column.index
