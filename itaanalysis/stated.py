"""Totals stated on the sheets, and the rows each of them adds up."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CELL = re.compile(r"^(?P<sheet>.*)![A-Z]+(?P<row>\d+)$")


def rows_added_up(total: str, totals: Sequence[str], rows: Sequence[str]) -> list[bool]:
    """For each row of a table, whether the stated total adds it up.

    `total` is the source of one stated total, `totals` those of all that state the same column, `rows` the sources of
    the table's rows. One total is that of the whole table, wherever it stands. Of several, each adds up the rows of its
    sheet between the total above it and itself.

    >>> rows_added_up("a.xlsx!s!A5", ["a.xlsx!s!A5", "a.xlsx!s!A9"], ["a.xlsx!s!A4", "a.xlsx!s!A8"])
    [True, False]
    """
    if len(totals) == 1:
        return [True] * len(rows)
    sheet, last = _split(total)
    above = max((row for other, row in map(_split, totals) if other == sheet and row < last), default=0)
    return [its == sheet and above < row < last for its, row in map(_split, rows)]


def _split(source: str) -> tuple[str, int]:
    found = _CELL.match(source)
    return (found["sheet"], int(found["row"])) if found else (source, 0)
