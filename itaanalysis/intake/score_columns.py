"""A column of scores read whole, with the levels typed in brackets behind them."""

from __future__ import annotations

from typing import Any

import numpy as np

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.columns import ColumnReader
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.thai.numbers import split_remark
from itaanalysis.thai.text import normalise

Levels = list[tuple[int, str | None, bool | None]]
"""Rows with the level typed there, and whether the heading they stand under says that they passed."""


def scores_with_remarks(
    block: Block, rows: np.ndarray, index: int, read_scores: ColumnReader[float | None]
) -> tuple[np.ndarray, Levels]:
    """A column of scores, and the levels in brackets behind them: `๙๒.๘๐ (ผ่านดี)`."""
    scores = np.full(len(rows), np.nan)
    values = block.sheet.values
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


def score_reader(block: Block, reading: Reading) -> ColumnReader[float | None]:
    """Reads columns of scores of a table."""

    def read(value: Any, where: Place) -> float | None:
        return cells.read_score(value, where, reading.problems, reading.vocabulary)

    return ColumnReader(block.sheet, read, reading.problems)


def index_of(block: Block, role: str) -> int:
    """Position of a column; the first of the table when it has none such."""
    column = block.column(role)
    return min(one.index for one in block.columns) if column is None else column.index
