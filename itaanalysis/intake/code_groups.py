"""Group headings typed as rows: a code and a name, with the rows below carrying the code on."""

from __future__ import annotations

from decimal import Decimal

from itaanalysis.intake.blocks import PART_OF, Block
from itaanalysis.intake.codes import canonical_code
from itaanalysis.intake.parts import is_measured, part_cells
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import is_blank
from itaanalysis.thai.numbers import read_number
from itaanalysis.thai.rounding import NumberError

_SUMMED = {"participants": "activities", "amount_baht": "expenses"}
_OWN = {"code", "name", "item", "serial", "group", *_SUMMED, *PART_OF.values()}


def settle_headings_with_codes(block: Block, reading: Reading) -> None:
    """Make `๑ | กิจกรรมย่อย…` above `๑.๑`, `๑.๒` … a group heading, and its figures stated subtotals.

    Only when its figures are blank or add up its rows: otherwise the row has spending of its own.
    """
    if not block.has("code"):
        return
    data = block.rows("data")
    codes = {row: canonical_code(block.value(row, "code")) for row in data}
    for position, row in enumerate(data):
        code = codes[row]
        if code is None:
            continue
        below = [one for one in data[position + 1 :] if (codes[one] or "").startswith((f"{code}.", f"{code}("))]
        if not below or below[0] != data[position + 1] or _has_more(block, row):
            continue
        stated = {role: _number(block, row, role) for role in _SUMMED if is_measured(block, role)}
        sums = {role: sum((_number(block, one, role) or Decimal(0)) for one in below) for role in stated}
        if all(number is None or number == sums[role] for role, number in stated.items()):
            block.kinds[row] = "group"
            for role, number in stated.items():
                if number is not None:
                    reading.state(_SUMMED[role], f"{role}[{code}]", float(number), block.first_cell(row))


def _has_more(block: Block, row: int) -> bool:
    """Whether a row says more than a heading would: a date, a place, a host. Columns not known say nothing."""
    more = {column.index for column in block.columns if column.heading.role not in _OWN}
    return any(index in more for index, _ in block.cells(row))


def _number(block: Block, row: int, role: str) -> Decimal | None:
    """The figure of a row, or the sum of its parts; None where it cannot be read, which is told elsewhere."""
    value = block.value(row, role)
    typed = [value] if not is_blank(value) else [part for part, _ in part_cells(block, row, role) if not is_blank(part)]
    try:
        baht = block.baht_per_unit if role == "amount_baht" else 1
        return sum(map(read_number, typed), Decimal(0)) * baht if typed else None
    except NumberError:
        return None
