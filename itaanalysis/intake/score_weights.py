"""Full marks and weights typed beside scores: told where they matter, held against each other."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import FULL_MARK, unit_named_above
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.thai.numbers import read_number
from itaanalysis.thai.rounding import NumberError

ROUNDED = Decimal("0.01")
"""Points by which a weighted score of two decimals may miss the one its score makes."""


def tell_full_marks(block: Block, reading: Reading) -> None:
    """Say once where scores are of another full mark than 100."""
    if not block.has("full"):
        return
    rows, values = np.array(block.rows("data"), dtype=int), block.sheet.values
    codes = block.codes(rows, "full")
    typed = {code: as_typed(values[code]) for code in dict.fromkeys(codes.tolist()) if not is_blank(values[code])}
    other = [code for code, full in typed.items() if full != str(FULL_MARK)]
    if other:
        full = ", ".join(dict.fromkeys(typed[code] for code in other))
        row = int(rows[codes == other[0]][0])
        where, unit = block.place(row, "full"), _whose(block, row, reading)
        reading.problems.add("weighted-points", where, values[other[0]], unit=unit, full=full)


def _whose(block: Block, row: int, reading: Reading) -> str:
    """The unit that a row of scores is of, for a sentence: as typed there or above, else as the title has it."""
    unit = unit_named_above(block, reading.vocabulary)
    titled = unit.unit if unit else block.sheet.name
    above = (as_typed(block.value(one, "unit")) for one in reversed(block.rows("data")) if one <= row)
    return next(filter(None, above), titled)


def tell_weighted(block: Block, reading: Reading) -> None:
    """Hold scores against the weighted scores typed beside them."""
    if not all(block.has(role) for role in ("score", "weight", "weighted")) or block.has("full"):
        return
    for row in block.rows("data"):
        typed = [block.value(row, role) for role in ("score", "weight", "weighted")]
        try:
            score, weight, weighted = map(read_number, typed)
        except NumberError:  # told where the scores are read, and blank is none
            continue
        computed = score * (weight / FULL_MARK if weight > 1 else weight)
        if abs(computed - weighted) > ROUNDED:
            said = {"score": f"{score:.2f}", "weight": f"{weight:g}", "computed": f"{computed:.2f}"}
            reading.problems.add("weighted-differs", block.place(row, "weighted"), typed[2], **said)
