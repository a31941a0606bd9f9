"""What single cells of a table of scores say: the measure, the fiscal year, a score with its weight."""

from __future__ import annotations

from typing import Any

from itaanalysis.fiscal import FiscalYear, FiscalYearError
from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.observations import Measure
from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.reading import Reading, column_names
from itaanalysis.intake.sheet import as_typed


def read_fiscal_year(value: Any, where: Place, reading: Reading) -> int | None:
    """The fiscal year typed in a cell; a problem is reported when it is none."""
    try:
        return FiscalYear.parse(as_typed(value)).year
    except FiscalYearError as error:
        reading.problems.add("number-unreadable", where, value, reason_th=error.reason_th, reason_en=error.reason_en)
        return None


def stated_fiscal_year(value: Any) -> int | None:
    """The fiscal year of a total row; None when the cell holds none, but perhaps the words of the total."""
    try:
        return FiscalYear.parse(as_typed(value)).year
    except FiscalYearError:
        return None


def read_measure(value: Any, role: str, where: Place, reading: Reading) -> Measure | None:
    """The tool or the number of the indicator typed in a cell; a problem is reported when it is not known."""
    typed = as_typed(value)
    if role == "tool":
        tool = reading.vocabulary.tool(typed)
        if tool is None:
            reading.problems.add("tool-unknown", where, typed)
        return tool
    indicator = reading.vocabulary.indicator(typed)
    if indicator is None:
        near = reading.vocabulary.nearest_indicator(typed)
        reading.problems.add(
            "indicator-unknown",
            where,
            typed,
            suggestion_th=f" (ใกล้เคียงกับ “{near}”)" if near else "",
            suggestion_en=f" (it looks like “{near}”)" if near else "",
        )
        return None
    return indicator.number


def read_keyed_score(
    block: Block, row: int, column: TableColumn, reading: Reading, measure: Measure | None = None
) -> float | None:
    """The score in a column, of 100 where the column holds weighted ones."""
    where = place(block.sheet, row, column.index)
    score = cells.read_score(block.sheet.cell(row, column.index), where, reading.problems)
    if column.heading.role != "weighted" or score is None:
        return score
    weight = cells.read_score(block.value(row, "weight"), block.place(row, "weight"), reading.problems)
    if not weight and isinstance(measure, str):
        weight = reading.vocabulary.criteria.weights.get(measure)
    if not weight:
        column_th, column_en = column_names("weight")
        reading.problems.add("number-missing", where, as_typed(measure), column_th=column_th, column_en=column_en)
        return None
    # A weight is typed as 30 or as 0.30; the weighted score is that share of the score.
    full = score / (weight / 100 if weight > 1 else weight)
    return cells.read_score(round(full, 9), where, reading.problems)
