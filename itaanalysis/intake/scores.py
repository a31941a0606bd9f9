"""ITA scores: from tables of any layout to unit totals, tool scores and indicator scores.

A table has units as rows (with a total, tools or indicators as columns, or one score a row), or tools or indicators as
rows for one unit named in a title, or for several units with a column each. All become observations of one kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from itaanalysis.fiscal import FiscalYear, FiscalYearError
from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.reading import Reading, column_names, read_unit
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash

TOTAL = "total"


@dataclass(frozen=True)
class Observation:
    """One score as typed: of a unit, its total, a tool or an indicator; where it stands and the row's source."""

    unit: str
    measure: str | int
    score: float | None
    where: Place
    source: str


def read_scores(block: Block, reading: Reading) -> list[Observation]:
    """Every score of one table. Totals typed below tools or indicators go to `reading.totals`."""
    if block.has("unit"):
        return list(_units_as_rows(block, reading))
    return list(_measures_as_rows(block, reading))


def _units_as_rows(block: Block, reading: Reading) -> Iterator[Observation]:
    by_measure = "tool" if block.has("tool") else "indicator" if block.has("indicator") else None
    verdict_of_group: dict[int, str | None] = {
        row: reading.vocabulary.starts_with("verdict", text) for row, text in block.texts("group")
    }
    unit: str | None = None
    for row in block.rows("total"):
        _state_column_totals(block, row, reading)
    for row, group in block.grouped():
        typed = block.value(row, "unit")
        if not is_blank(typed) and not is_dash(typed):
            unit = read_unit(block, row, "unit", reading)
            if unit is None:
                continue
        elif by_measure is None or unit is None:
            reading.incomplete(block, row, "unit")
            continue
        if not _of_this_year(block, row, reading):
            continue
        source = str(block.first_cell(row))
        if by_measure:
            measure = _measure(block.value(row, by_measure), by_measure, block.place(row, by_measure), reading)
            if measure is not None:
                yield from _observe(block, row, "score", unit, measure, source, reading)
            continue
        if block.has("score"):
            yield from _observe(block, row, "score", unit, TOTAL, source, reading)
        for column in block.keyed("tool_value") + block.keyed("indicator_value"):
            score = _keyed_score(block, row, column, reading)
            assert column.heading.key is not None
            yield Observation(unit, column.heading.key, score, place(block.sheet, row, column.index), source)
        verdict = verdict_of_group.get(group) if group is not None else None
        level = cells.read_text(block.value(row, "level"), block.place(row, "level"), reading.problems)
        if level or verdict:
            reading.level(unit, level, None if verdict is None else verdict == "passed", block.first_cell(row))


def _of_this_year(block: Block, row: int, reading: Reading) -> bool:
    """Whether a row is of the year being read; rows of other years are counted in `reading.other_years`."""
    typed = block.value(row, "fiscal_year")
    if is_blank(typed):
        return True
    try:
        stated = FiscalYear.parse(as_typed(typed))
    except FiscalYearError as error:
        reading.problems.add(
            "number-unreadable",
            block.place(row, "fiscal_year"),
            typed,
            reason_th=error.reason_th,
            reason_en=error.reason_en,
        )
        return False
    if stated != reading.fiscal_year:
        reading.other_years.setdefault((block.sheet.file, block.sheet.name), []).append(stated.year)
    return stated == reading.fiscal_year


def _state_column_totals(block: Block, row: int, reading: Reading) -> None:
    """A mean under a list of units, column by column."""
    label = str(block.cells(row)[0][1])
    name = "mean" if reading.vocabulary.starts_with("total_row", label) == "mean" else "score"
    for column in [*block.keyed("score"), *block.keyed("tool_value"), *block.keyed("indicator_value")]:
        score = _keyed_score(block, row, column, reading)
        if score is not None:
            scope = "" if column.heading.key is None else f"[{column.heading.key}]"
            reading.state("unit_scores", f"{name}{scope}", score, block.first_cell(row))


def _measures_as_rows(block: Block, reading: Reading) -> Iterator[Observation]:
    role = "tool" if block.has("tool") else "indicator"
    columns = _columns_of_units(block, reading)
    for row in sorted([*block.rows("data"), *block.rows("total")]):
        source = str(block.first_cell(row))
        if block.kinds[row] == "total":
            _state_total(block, row, role, columns, reading)
            continue
        typed = block.value(row, role)
        if is_blank(typed):
            reading.incomplete(block, row, role)
            continue
        measure = _measure(typed, role, block.place(row, role), reading)
        if measure is None:
            continue
        for unit, column in columns:
            score = _keyed_score(block, row, column, reading, measure)
            yield Observation(unit, measure, score, place(block.sheet, row, column.index), source)


def _columns_of_units(block: Block, reading: Reading) -> list[tuple[str, TableColumn]]:
    """Each unit with the column of its scores: a column of its own, or the one column under a title naming it."""
    own = block.keyed("unit_value")
    for column in own:
        header = block.rows("header")[-1]
        reading.unit(str(column.heading.key), place(block.sheet, header, column.index))
    if own:
        return [(str(column.heading.key), column) for column in own]
    score = block.column("score") or block.column("weighted")
    assert score is not None, "a table of scores has a column of scores"
    texts = [text for _, text in block.texts("title")] + [block.sheet.name]
    named = next((unit for text in texts if (unit := reading.vocabulary.units.mentioned(text))), None)
    if named is None:
        reading.problems.add("unit-not-stated", block.first_cell(block.rows("header")[0]))
        return []
    return [(named.unit, score)]


def _measure(value: Any, role: str, where: Place, reading: Reading) -> str | int | None:
    typed = value if isinstance(value, str) else cells.as_typed(value)
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


def _observe(
    block: Block, row: int, role: str, unit: str, measure: str | int, source: str, reading: Reading
) -> Iterator[Observation]:
    where = block.place(row, role)
    score, remark = cells.read_score_and_remark(block.value(row, role), where, reading.problems)
    if remark:
        reading.level(unit, remark, None, block.first_cell(row))
    yield Observation(unit, measure, score, where, source)


def _keyed_score(
    block: Block, row: int, column: TableColumn, reading: Reading, measure: str | int | None = None
) -> float | None:
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


def _state_total(block: Block, row: int, role: str, columns: list[tuple[str, TableColumn]], reading: Reading) -> None:
    """A total under tools is the unit's ITA total; a mean under indicators is the mean of the rows above it."""
    for unit, column in columns:
        where = place(block.sheet, row, column.index)
        score, remark = cells.read_score_and_remark(block.sheet.cell(row, column.index), where, reading.problems)
        if remark:
            reading.level(unit, remark, None, block.first_cell(row))
        if score is None:
            continue
        label = str(block.cells(row)[0][1])
        mean = role == "indicator" and reading.vocabulary.starts_with("total_row", label) == "mean"
        table, name = ("indicator_scores", "mean") if mean else ("tool_scores", "score")
        reading.state(table, f"{name}[{unit}]", score, block.first_cell(row))
