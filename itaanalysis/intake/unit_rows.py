"""Scores of tables with a unit in each row: its total, tools or indicators in columns, or one score a row.

These are the long tables, of thousands of units over several years, so they are read column by column.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from itaanalysis.criteria import CriteriaError, criteria
from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.columns import ColumnReader, sort_by_row
from itaanalysis.intake.observations import TOTAL, Observations
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import read_fiscal_year, read_measure
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash
from itaanalysis.thai.numbers import split_remark
from itaanalysis.thai.text import normalise

_NONE = -1
Levels = list[tuple[int, str | None, bool | None]]
"""Rows with the level typed there, and whether the heading they stand under says that they passed."""


def read_unit_rows(block: Block, reading: Reading, found: Observations) -> None:
    """Add the scores of one table to `found`, and the levels and verdicts typed there to `reading.levels`."""
    start = len(reading.problems.found)
    by_measure = next((role for role in ("tool", "indicator") if block.has(role)), None)
    rows = np.array(block.rows("data"), dtype=int)
    units, own = _units(block, rows, reading)
    lost = ~own & ((units == _NONE) | (by_measure is None))
    for row in rows[lost].tolist():
        reading.incomplete(block, row, "unit")
    its = (units != _NONE) & ~lost
    rows, units = rows[its], units[its]
    years = _fiscal_years(block, rows, own[its], reading)
    its = years != _NONE
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
    """Position of each row's unit in units.csv (_NONE when not known), its own or the one above; whether its own."""
    sheet, codes = block.sheet, block.codes(rows, "unit")
    positions = reading.vocabulary.units.positions

    def read(value: Any, where: Place) -> int:
        unit = reading.unit(as_typed(value), where)
        return _NONE if unit is None else positions[unit.unit]

    unnamed = [code for code in np.unique(codes) if is_blank(sheet.values[code]) or is_dash(sheet.values[code])]
    own = ~np.isin(codes, unnamed)
    units = np.full(len(rows), _NONE)
    units[own] = ColumnReader(sheet, read, reading.problems).numbers(rows[own], _index(block, "unit"), codes[own])
    return _carried_down(units, own), own


def _fiscal_years(block: Block, rows: np.ndarray, own_unit: np.ndarray, reading: Reading) -> np.ndarray:
    """Fiscal year of each row; _NONE where it cannot be read or has no criteria.

    A row that states none is of the year being read, or of the year above when its unit too is the one above.
    """
    this = reading.fiscal_year.year
    if not block.has("fiscal_year"):
        return np.full(len(rows), this)

    def read(value: Any, where: Place) -> int:
        return 0 if is_blank(value) else read_fiscal_year(value, where, reading) or _NONE

    read_years = ColumnReader(block.sheet, read, reading.problems)
    years = read_years.numbers(rows, _index(block, "fiscal_year"), block.codes(rows, "fiscal_year")).astype(int)
    years[(years == 0) & own_unit] = this
    years = _carried_down(years, years != 0)
    for year in np.unique(years[(years != _NONE) & (years != this)]).tolist():
        its = years == year
        try:
            criteria(year)
        except CriteriaError:
            where = block.place(int(rows[its][0]), "fiscal_year")
            reading.problems.add("year-without-criteria", where, year, rows=int(its.sum()))
            years[its] = _NONE
    return years


def _carried_down(values: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Each row's own value, else that of the nearest row above with one; _NONE above the first."""
    nearest = np.maximum.accumulate(np.where(own, np.arange(len(own)), -1))
    carried: np.ndarray = np.where(nearest < 0, _NONE, values[nearest])
    return carried


def _one_score_a_row(
    block: Block, rows: np.ndarray, units: np.ndarray, years: np.ndarray, reading: Reading, found: Observations
) -> Levels:
    role = "tool" if block.has("tool") else "indicator"

    def read(value: Any, where: Place) -> int:
        measure = read_measure(value, role, where, reading)
        return _NONE if measure is None else found.number(measure)

    read_measures = ColumnReader(block.sheet, read, reading.problems)
    measures = read_measures.numbers(rows, _index(block, role), block.codes(rows, role))
    its = measures != _NONE
    scores, remarks = _scores_with_remarks(block, rows[its], _score_reader(block, reading))
    found.add(
        fiscal_year=years[its],
        unit=units[its],
        measure=measures[its],
        score=scores,
        source=found.cite(block.sources(rows[its].tolist())),
        column=_index(block, "score"),
    )
    return remarks


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
    return levels + _levels(block, rows, reading)


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
        return cells.read_score(value, where, reading.problems)

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
