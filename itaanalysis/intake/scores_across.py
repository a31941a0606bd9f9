"""Tables with the scores of a unit across its row: its total, tools, indicators or years in columns."""

from __future__ import annotations

from typing import Any

import numpy as np

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.columns import ColumnReader
from itaanalysis.intake.observations import TOTAL, Observations
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_columns import Levels, index_of, score_reader, scores_with_remarks
from itaanalysis.intake.stated_years import has_criteria


def read_scores_across(
    block: Block, rows: np.ndarray, units: np.ndarray, years: np.ndarray, reading: Reading, found: Observations
) -> Levels:
    """Add the scores of each row to `found`; the levels typed with them are returned."""
    read_scores = score_reader(block, reading)
    keyed = block.keyed("tool_value") + block.keyed("indicator_value")
    of_years = {year: _has_criteria(block, year, rows, reading) for year in _years(keyed)}
    keyed = [column for column in keyed if column.heading.year is None or of_years[column.heading.year]]
    columns = [(column.index, column.heading.key) for column in keyed]
    scores = []
    levels: Levels = []
    if block.has("score"):
        total, levels = scores_with_remarks(block, rows, index_of(block, "score"), read_scores)
        scores.append(total)
    scores += [read_scores.numbers(rows, index, block.sheet.codes[rows, index]) for index, _ in columns]
    if block.has("score"):
        columns.insert(0, (index_of(block, "score"), TOTAL))
    of_columns: list[int | None] = [None] * (len(columns) - len(keyed))
    if columns:
        found.add(
            fiscal_year=_years_across(years, of_columns + [column.heading.year for column in keyed]),
            unit=units[:, None],
            measure=[found.number(key) for _, key in columns if key is not None],
            score=np.column_stack(scores),
            source=found.cite(block.sources(rows.tolist()))[:, None],
            column=[index for index, _ in columns],
        )
    _add_years(block, rows, units, reading, found)
    return levels + _levels(block, rows, reading)


def _years(columns: list[TableColumn]) -> list[int]:
    """The other years that columns say they are of, each once."""
    return list(dict.fromkeys(column.heading.year for column in columns if column.heading.year))


def _years_across(years: np.ndarray, of_columns: list[int | None]) -> np.ndarray:
    """The year of each row, but for columns of a year of their own."""
    if not any(of_columns):
        return years[:, None]
    return np.column_stack([years if year is None else np.full(len(years), year) for year in of_columns])


def _has_criteria(block: Block, year: int, rows: np.ndarray, reading: Reading) -> bool:
    return has_criteria(year, block.place(block.rows("header")[0], "year_value"), len(rows), reading)


def _add_years(block: Block, rows: np.ndarray, units: np.ndarray, reading: Reading, found: Observations) -> None:
    """Totals of several years side by side, each with its own column."""
    sources = found.cite(block.sources(rows.tolist())) if block.has("year_value") else None
    for column in block.keyed("year_value"):
        year = int(str(column.heading.key))
        if not _has_criteria(block, year, rows, reading):
            continue
        scores, levels = scores_with_remarks(block, rows, column.index, score_reader(block, reading))
        for row, level, _ in levels:
            unit = reading.vocabulary.units.all[int(units[rows == row][0])].unit
            reading.level(unit, level, None, block.first_cell(row), year)
        found.add(
            fiscal_year=year,
            unit=units,
            measure=found.number(TOTAL),
            score=scores,
            source=sources,
            column=column.index,
        )


def _levels(block: Block, rows: np.ndarray, reading: Reading) -> Levels:
    """The level typed beside each score, and the verdict of the group it stands in."""
    typed: dict[int, str | None] = {}
    codes = np.zeros(len(rows), dtype=int)
    if block.has("level"):

        def read(value: Any, where: Place) -> str | None:
            return cells.read_text(value, where, reading.problems)

        codes = block.codes(rows, "level")
        read_levels = ColumnReader(block.sheet, read, reading.problems)
        read_levels.understand(rows, index_of(block, "level"), codes)
        typed = read_levels.meanings
    if not any(typed.values()) and not block.rows("group"):
        return []
    headings = [(row, reading.vocabulary.starts_with("verdict", text)) for row, text in block.texts("group")]
    verdicts = [None, *(None if verdict is None else verdict == "passed" for _, verdict in headings)]
    under = np.searchsorted([row for row, _ in headings], rows)
    levels = zip(rows.tolist(), map(typed.get, codes.tolist()), [verdicts[heading] for heading in under], strict=True)
    return [(row, level, passed) for row, level, passed in levels if level or passed is not None]
