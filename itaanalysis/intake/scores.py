"""ITA scores: from a table of any layout to observations.

A table has units as rows (with a total, tools or indicators as columns, or one score a row), or tools or indicators as
rows for one unit named in a title, or for several units with a column each. All become observations of one kind.
"""

from __future__ import annotations

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.observations import Observations
from itaanalysis.intake.problems import place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import read_keyed_score, read_measure, stated_fiscal_year
from itaanalysis.intake.sheet import is_blank
from itaanalysis.intake.unit_rows import read_unit_rows


def read_scores(block: Block, reading: Reading, found: Observations) -> None:
    """Add every score of one table to `found`. Totals typed below tools or indicators go to `reading.totals`."""
    if block.has("unit"):
        for row in block.rows("total"):
            _state_column_totals(block, row, reading)
        read_unit_rows(block, reading, found)
    else:
        _read_measure_rows(block, reading, found)


def _state_column_totals(block: Block, row: int, reading: Reading) -> None:
    """A mean under a list of units, column by column."""
    label = str(block.cells(row)[0][1])
    name = "mean" if reading.vocabulary.starts_with("total_row", label) == "mean" else "score"
    year = stated_fiscal_year(block.value(row, "fiscal_year"))
    for column in [*block.keyed("score"), *block.keyed("tool_value"), *block.keyed("indicator_value")]:
        score = read_keyed_score(block, row, column, reading)
        if score is not None:
            scope = "" if column.heading.key is None else f"[{column.heading.key}]"
            reading.state("unit_scores", f"{name}{scope}", score, block.first_cell(row), fiscal_year=year)


def _read_measure_rows(block: Block, reading: Reading, found: Observations) -> None:
    role = "tool" if block.has("tool") else "indicator"
    columns = _columns_of_units(block, reading)
    positions = reading.vocabulary.units.positions
    for row in sorted([*block.rows("data"), *block.rows("total")]):
        if block.kinds[row] == "total":
            _state_total(block, row, role, columns, reading)
            continue
        typed = block.value(row, role)
        if is_blank(typed):
            reading.incomplete(block, row, role)
            continue
        measure = read_measure(typed, role, block.place(row, role), reading)
        if measure is None or not columns:
            continue
        found.add(
            fiscal_year=reading.fiscal_year.year,
            unit=[positions[unit] for unit, _ in columns],
            measure=found.number(measure),
            score=[read_keyed_score(block, row, column, reading, measure) for _, column in columns],
            source=found.cite(block.sources([row])),
            column=[column.index for _, column in columns],
        )


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
