"""Scores that hold for several rows of tools or indicators: the tool's, or the unit's total, in a column of their own.

In `ตัวชี้วัด | คะแนน | คะแนนรายเครื่องมือ | คะแนนรวม` the last two stand once for all rows of a tool and of a unit, merged or
not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.observations import TOTAL, Measure, Observations
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import read_total
from itaanalysis.intake.score_columns import Levels
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.intake.vocabulary import Heading

WIDER = "wider_score"
_HALF = 2


def settle_wider_scores(block: Block) -> None:
    """Tell the column with a score for each row from those with one for several, whichever comes first."""
    if block.table != "scores" or not block.has("tool", "indicator"):
        return
    data = block.rows("data")
    every = [column for column in [*block.columns, *block.unknown] if column.heading.role == "score"]
    filled = {column: sum(not is_blank(block.sheet.cell(row, column.index)) for row in data) for column in every}
    most = max(filled.values(), default=0)
    wider = [column for column in every if 0 < filled[column] <= most / _HALF]
    if len(every) == 1 and _is_merged_down(block, every[0], data):
        wider = every
    if not wider:
        return
    own = [column for column in every if filled[column] == most and column not in wider][:1]
    again = [column for column in every if column not in (*wider, *own)]
    block.unknown = [column for column in block.unknown if column not in every] + again
    kept = [column for column in block.columns if column not in every]
    kept += [replace(column, heading=Heading(WIDER, position)) for position, column in enumerate(wider)]
    block.columns = sorted([*kept, *own], key=lambda column: column.index)


def _is_merged_down(block: Block, column: TableColumn, data: list[int]) -> bool:
    """Whether every score of a column is merged over several rows."""
    tops = {top for (_, index), (top, left) in block.sheet.shown.items() if index == left == column.index}
    scored = [row for row in data if not is_blank(block.sheet.cell(row, column.index))]
    return bool(scored) and all(row in tops for row in scored)


def read_wider_scores(
    block: Block, rows: np.ndarray, units: np.ndarray, years: np.ndarray, reading: Reading, found: Observations
) -> Levels:
    """Add each score that holds for several of `rows` to `found`; the levels beside totals are returned."""
    levels: Levels = []
    if not block.has(WIDER):
        return levels
    whose = list(zip(units.tolist(), years.tolist(), strict=True))
    begins = [position for position in range(len(rows)) if position == 0 or whose[position] != whose[position - 1]]
    for start, stop in pairwise([*begins, len(rows)]):
        for row, column, measure in _of_one_unit(block, rows[start:stop].tolist(), reading):
            score, level = read_total(block, row, column, reading)
            level = level or cells.read_text(block.value(row, "level"), block.place(row, "level"), reading.problems)
            if level and measure == TOTAL:
                levels.append((row, level, None))
            found.add(
                fiscal_year=years[start],
                unit=units[start],
                measure=found.number(measure),
                score=np.nan if score is None else score,
                source=found.cite(block.sources([row])),
                column=column.index,
            )
    return levels


def _of_one_unit(block: Block, rows: list[int], reading: Reading) -> Iterator[tuple[int, TableColumn, Measure]]:
    """The row each score begins in, its column, and the tool it is of; TOTAL where it reaches over several tools."""
    tools = {row: reading.vocabulary.tool(as_typed(block.value(row, "tool"))) for row in rows}
    for column in block.keyed(WIDER):
        begun = [row for row in rows if not is_blank(block.sheet.cell(row, column.index))]
        for first, beyond in pairwise([*begun, rows[-1] + 1]):
            its = {tool for row, tool in tools.items() if first <= row < beyond and tool}
            of_tool = len(its) == 1 and len({*tools.values()} - {None}) > 1
            yield first, column, its.pop() if of_tool else TOTAL
