"""Figures split over several columns: head-counts of men and women, spending by quarter, with or without their sum."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from itaanalysis.intake.blocks import PART_OF, Block
from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import is_blank

Figure = TypeVar("Figure", int, Decimal)


def is_measured(block: Block, role: str) -> bool:
    """Whether a table has a figure, whole or in parts."""
    return block.has(role, PART_OF[role])


def is_filled(block: Block, row: int, role: str) -> bool:
    """Whether a row has anything typed for a figure, whole or in parts."""
    return any(not is_blank(value) for value, _ in [(block.value(row, role), None), *part_cells(block, row, role)])


def part_cells(block: Block, row: int, role: str) -> list[tuple[Any, Place]]:
    """What stands in the parts of a figure, and where."""
    return [
        (block.sheet.cell(row, column.index), place(block.sheet, row, column.index))
        for column in block.keyed(PART_OF.get(role, ""))
    ]


def read_whole(
    block: Block, row: int, role: str, read: Callable[[Any, Place], Figure | None], reading: Reading
) -> Figure | None:
    """A figure of a row: as typed, and held against its parts where those have columns; else their sum, exactly.

    `read` understands one cell; None where neither the whole nor a part is stated.
    """
    typed, where = block.value(row, role), block.place(row, role)
    whole = read(typed, where)
    stated = [figure for value, its in part_cells(block, row, role) if (figure := read(value, its)) is not None]
    if not stated:
        return whole
    computed = stated[0]
    for figure in stated[1:]:
        computed += figure
    if whole is None:
        return computed
    if computed != whole:
        told = {"stated": whole, "computed": computed, "difference": abs(whole - computed)}
        said = {name: f"{figure:,.2f}".removesuffix(".00") for name, figure in told.items()}
        reading.problems.add("total-differs", where, typed, **said)
    return whole
