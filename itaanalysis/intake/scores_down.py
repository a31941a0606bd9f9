"""Tables with one score a row: of a unit, of the tool or indicator that the row names."""

from __future__ import annotations

from typing import Any

import numpy as np

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.columns import ColumnReader
from itaanalysis.intake.observations import TOTAL, Observations
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import read_keyed_score, read_measure, read_total, role_of_measure
from itaanalysis.intake.score_columns import Levels, index_of, score_reader, scores_with_remarks
from itaanalysis.intake.sheet import is_blank
from itaanalysis.intake.stated_years import NONE
from itaanalysis.intake.wider_scores import read_wider_scores


def read_scores_down(
    block: Block, rows: np.ndarray, units: np.ndarray, years: np.ndarray, reading: Reading, found: Observations
) -> Levels:
    """Add the score of each row to `found`; the levels typed with them are returned."""
    wider = read_wider_scores(block, rows, units, years, reading, found)
    measures = _measures(block, rows, reading, found)
    its = measures != NONE
    rows, measures = rows[its], measures[its]
    column = block.column("score") or block.column("weighted")
    if column is None:  # each of its scores holds for several rows
        return wider
    simple = column.heading.role == "score" and not block.has("full")
    scores = np.full(len(rows), np.nan)
    levels: Levels = []
    if simple:
        scores, levels = scores_with_remarks(block, rows, column.index, score_reader(block, reading))
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
    return wider + levels


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
            rows[its], index_of(block, role), codes[its]
        )
    return measures
