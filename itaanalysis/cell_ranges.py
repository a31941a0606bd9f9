"""Source cells as they are quoted: those of rows that follow each other as one range."""

import re
from collections.abc import Iterable

_CELL = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>\d+)")


def ranges(sources: Iterable[str]) -> tuple[str, ...]:
    """The cells of each sheet together, column by column from the top, runs down a column joined.

    Sheets come in the order they are first named; what is no single cell stands behind the cells of its sheet.

    >>> ranges(["a.xlsx!s!A8", "a.xlsx!s!A7", "a.xlsx!s!A10", "b.xlsx!t!C2"])
    ('a.xlsx!s!A7:A8, A10', 'b.xlsx!t!C2')
    """
    by_sheet: dict[str, list[str]] = {}
    for source in dict.fromkeys(sources):
        sheet, _, cell = source.rpartition("!")
        by_sheet.setdefault(sheet, []).append(cell)
    joined = {sheet: ", ".join(_runs(sorted(cells, key=_place))) for sheet, cells in by_sheet.items()}
    return tuple(f"{sheet}!{cells}" if sheet else cells for sheet, cells in joined.items())


def _runs(cells: list[str]) -> list[str]:
    runs: list[list[str]] = []
    for cell in cells:
        if runs and _follows(runs[-1][-1], cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in runs]


def _place(cell: str) -> tuple[bool, int, str, int]:
    """Where a cell comes in its sheet: columns from A to Z, then those of two letters; rows downward."""
    found = _CELL.fullmatch(cell)
    return (False, len(found["column"]), found["column"], int(found["row"])) if found else (True, 0, "", 0)


def _follows(cell: str, other: str) -> bool:
    above, below = _CELL.fullmatch(cell), _CELL.fullmatch(other)
    if not above or not below:
        return False
    return above["column"] == below["column"] and int(below["row"]) == int(above["row"]) + 1
