"""Totals stated on the sheets, and the rows each of them adds up."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from itaanalysis.thai.baht import total as total_of

_CELL = re.compile(r"^(?P<sheet>.*)![A-Z]+(?P<row>\d+)$")


def rows_added_up(
    total: str,
    totals: Sequence[str],
    rows: Sequence[str],
    amounts: Sequence[float | None] = (),
    reported: float | None = None,
) -> list[bool]:
    """For each row of a table, whether the stated total adds it up.

    `total` is the source of one stated total, `totals` those of all that state the same column, `rows` the sources of
    the table's rows. One total is that of the whole table, wherever it stands. Of several, each adds up the rows of its
    sheet between the total above it and itself. A table may be parted over sheets, though, or have its total on top:
    when that is not what is `reported`, but the rows right above it, right below it or all of them are, it adds up
    those.

    >>> rows_added_up("a.xlsx!s!A5", ["a.xlsx!s!A5", "a.xlsx!s!A9"], ["a.xlsx!s!A4", "a.xlsx!s!A8"])
    [True, False]
    >>> rows_added_up("a.xlsx!s!A5", ["a.xlsx!s!A5"], ["a.xlsx!s!A4", "a.xlsx!s!A8"], [20, 10], 20)
    [True, False]
    """
    sheet, its_row = _split(total)
    others = [row for other, row in map(_split, totals) if other == sheet]
    before = max((row for row in others if row < its_row), default=0)
    after = min((row for row in others if row > its_row), default=math.inf)
    placed = [(its == sheet, row) for its, row in map(_split, rows)]
    every = [True] * len(rows)
    above = [here and before < row < its_row for here, row in placed]
    below = [here and its_row < row < after for here, row in placed]
    usual = every if len(totals) == 1 else above
    if reported is None:
        return usual
    agreeing = (some for some in (usual, above, below, every) if _sum(some, amounts) == reported)
    return next(agreeing, usual)


def _sum(added: Sequence[bool], amounts: Sequence[float | None]) -> float | None:
    """The sum of the amounts that are added up; None when there is none."""
    mine = [
        amount for its, amount in zip(added, amounts, strict=True) if its and amount is not None and amount == amount
    ]
    return float(total_of(mine)) if mine else None


def _split(source: str) -> tuple[str, int]:
    found = _CELL.match(source)
    return (found["sheet"], int(found["row"])) if found else (source, 0)
