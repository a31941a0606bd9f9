"""Tables whose scores are shares of one: cells formatted in percent hold 0.928 where 92.80% shows."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import Any

import numpy as np

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.problems import place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.wider_scores import WIDER
from itaanalysis.thai.numbers import read_number
from itaanalysis.thai.rounding import NumberError, exact

_SCORES = ("score", "weighted", "year_value", "tool_value", "indicator_value", "unit_value", WIDER)
_FEWEST = 2
"""Scores strictly between 0 and 1 that show what a table is typed in; a single one may be a slip."""
_LOOKED_AT_FIRST = 20
"""Rows that settle the matter in all but very few tables, so that long ones need not be looked through."""
_DECIMALS = 9


def settle_score_scale(block: Block, reading: Reading) -> None:
    """Turn the scores of a table into points of 100 where all of them are shares of one, and say so once."""
    if block.table != "scores" or block.has("full"):
        return
    indexes = [column.index for role in _SCORES for column in block.keyed(role)]
    scored = (row for row, kind in block.kinds.items() if kind in ("data", "total"))
    first = [block.sheet.cell(row, index) for row in islice(scored, _LOOKED_AT_FIRST) for index in indexes]
    if not first or any(map(_is_score, first)):
        return
    rows = np.array(sorted([*block.rows("data"), *block.rows("total")]), dtype=int)
    cells = np.ix_(rows, np.array(indexes))
    codes = block.sheet.codes[cells]
    typed = {code: block.sheet.values[code] for code in np.unique(codes).tolist()}
    if any(map(_is_score, typed.values())):
        return
    shares = {code: number for code, value in typed.items() if (number := _number(value)) is not None}
    within = np.isin(codes, [code for code, share in shares.items() if 0 < share < 1])
    if within.sum() < _FEWEST:
        return
    down, across = np.argwhere(within)[0].tolist()
    row, index = int(rows[down]), indexes[across]
    reading.problems.add("scores-of-one", place(block.sheet, row, index), block.sheet.cell(row, index))
    for code, share in shares.items():
        codes[codes == code] = len(block.sheet.values)
        block.sheet.values.append(round(float(share * 100), _DECIMALS))
    block.sheet.codes[cells] = codes


def _is_score(value: Any) -> bool:
    """Whether a cell holds a number that is no share of one."""
    number = _number(value)
    return number is not None and not 0 <= number <= 1


def _number(value: Any) -> Decimal | None:
    """The number in a cell; None where it holds words, or a share that says itself what it is of: `91%`."""
    try:
        if isinstance(value, str):
            return read_number(value)
        return exact(value)
    except NumberError:
        return None
