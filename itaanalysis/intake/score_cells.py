"""What single cells of a table of scores say: the measure, the fiscal year, a score with its weight."""

from __future__ import annotations

import re
from typing import Any

from itaanalysis.fiscal import FiscalYear, FiscalYearError
from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.observations import TOTAL, Measure
from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.reading import Reading, column_names
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash
from itaanalysis.intake.suggestions import name_suggestion
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.text import to_arabic_digits
from itaanalysis.units import Unit

FULL_MARK = 100
_TWO_DIGITS = re.compile(r"(?:ปี(?:งบประมาณ)?\s*)?(\d\d)")


def read_fiscal_year(value: Any, where: Place, reading: Reading) -> int | None:
    """The fiscal year typed in a cell, of two digits too; a problem is reported when it is none."""
    typed = as_typed(value)
    short = _TWO_DIGITS.fullmatch(to_arabic_digits(typed.strip()))
    try:
        return FiscalYear.parse(f"25{short[1]}" if short else typed).year
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
    """The tool, the number of the indicator or TOTAL typed in a cell; a problem is reported when it is none of them.

    Tools may head their indicators in one column, and indicators follow their tool.
    """
    typed, vocabulary = as_typed(value), reading.vocabulary
    if is_total(typed, vocabulary):
        return TOTAL
    tool, indicator = vocabulary.tool(typed), vocabulary.indicator(typed)
    if role == "tool" and tool:
        return tool
    if indicator and not (role == "tool" and isinstance(value, float)):
        return indicator.number
    # The name of OIT is nearly that of indicator 9; only its letters are sure.
    if tool and tool[:3] in typed.upper():
        return tool
    if role == "tool":
        reading.problems.add("tool-unknown", where, typed)
    else:
        near = vocabulary.nearest_indicator(typed)
        reading.problems.add("indicator-unknown", where, typed, **name_suggestion(near))
    return None


def is_total(typed: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell among tools or indicators speaks of the total: `คะแนนรวม`, `ITA`."""
    word, heading = vocabulary.word("total_row", typed), vocabulary.heading("scores", typed)
    return word == "sum" or (word is None and heading is not None and heading.role == "score")


def is_level(typed: Any, vocabulary: Vocabulary) -> bool:
    """Whether a cell among tools or indicators heads a row of levels."""
    heading = vocabulary.heading("scores", typed) if isinstance(typed, str) else None
    return heading is not None and heading.role == "level"


def titled_unit(block: Block, reading: Reading) -> Unit | None:
    """The unit that the title of a table, or else its sheet, names; a problem is reported when there is none."""
    named = unit_named_above(block, reading.vocabulary)
    if named is None:
        reading.problems.add("unit-not-stated", block.first_cell(block.rows("header")[0]))
    return named


def unit_named_above(block: Block, vocabulary: Vocabulary) -> Unit | None:
    """The unit that the title of a table, or else its sheet, names."""
    units = (vocabulary.units.mentioned(text) or vocabulary.unit(text) for text in block.naming_unit)
    return next(filter(None, units), None)


def role_of_measure(block: Block, row: int, vocabulary: Vocabulary) -> str:
    """The column that says what the score of a row is of: an indicator is nearer than the tool it belongs to."""
    if not (block.has("tool") and block.has("indicator")):
        return "tool" if block.has("tool") else "indicator"
    typed = block.value(row, "indicator")
    of_tool = is_blank(typed) or is_dash(typed) or is_total(as_typed(typed), vocabulary)
    return "tool" if of_tool and not is_blank(block.value(row, "tool")) else "indicator"


def read_total(block: Block, row: int, column: TableColumn | None, reading: Reading) -> tuple[float | None, str | None]:
    """A unit's total below its tools or indicators, and the remark behind it.

    Where scores have a weight, the total may stand below the weighted scores only.
    """
    weighted = block.column("weighted") if column and column.heading.role == "score" else None
    for one in (column, weighted):
        if one and not is_blank(block.sheet.cell(row, one.index)):
            where = place(block.sheet, row, one.index)
            typed = block.sheet.cell(row, one.index)
            score, remark = cells.read_score_and_remark(typed, where, reading.problems, reading.vocabulary)
            beside = column is not None and column.heading.role in ("score", "weighted")
            level = block.value(row, "level") if beside else ""
            return score, remark or cells.read_text(level, block.place(row, "level"), reading.problems)
    return None, None


def read_keyed_score(
    block: Block, row: int, column: TableColumn, reading: Reading, measure: Measure | None = None
) -> float | None:
    """The score in a column, of 100 where the column holds weighted ones."""
    where = place(block.sheet, row, column.index)
    score = cells.read_score(block.sheet.cell(row, column.index), where, reading.problems, reading.vocabulary)
    if column.heading.role == "score" and score is not None:
        return _of_hundred(score, block, row, where, reading)
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


def _of_hundred(score: float, block: Block, row: int, where: Place, reading: Reading) -> float | None:
    """A score with another full mark typed beside it, turned into one of 100."""
    full = cells.read_number_of(block.value(row, "full"), block.place(row, "full"), reading.problems)
    if full is None or full == FULL_MARK:
        return score
    if full <= 0 or score > full:
        reading.problems.add("value-out-of-range", where, score, low=0, high=full)
        return None
    return round(score * FULL_MARK / float(full), 9)
