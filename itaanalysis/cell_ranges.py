"""Source cells as they are quoted: those of rows that follow each other as one range."""

import re
from collections.abc import Iterable

_CELL = re.compile(r"(?P<sheet>.*!)?(?P<column>[A-Z]{1,3})(?P<row>\d+)")


def ranges(sources: Iterable[str]) -> tuple[str, ...]:
    """The cells in their order, runs down a column joined, those of one sheet together.

    >>> ranges(["a.xlsx!s!A7", "a.xlsx!s!A8", "a.xlsx!s!A10", "b.xlsx!t!C2"])
    ('a.xlsx!s!A7:A8, A10', 'b.xlsx!t!C2')
    """
    runs: list[list[str]] = []
    for source in dict.fromkeys(sources):
        if runs and _follows(runs[-1][-1], source):
            runs[-1].append(source)
        else:
            runs.append([source])
    by_sheet: dict[str, list[str]] = {}
    for run in runs:
        sheet, cells = run[0].rpartition("!")[0], [cell.rpartition("!")[2] for cell in run]
        by_sheet.setdefault(sheet, []).append(cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}")
    return tuple(f"{sheet}!{', '.join(cells)}" if sheet else ", ".join(cells) for sheet, cells in by_sheet.items())


def _follows(cell: str, other: str) -> bool:
    above, below = _CELL.fullmatch(cell), _CELL.fullmatch(other)
    if not above or not below:
        return False
    same_column = above["sheet"] == below["sheet"] and above["column"] == below["column"]
    return same_column and int(below["row"]) == int(above["row"]) + 1
