"""One table of tools or indicators that goes on from unit to unit, each named on a row of its own."""

from __future__ import annotations

from dataclasses import replace

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.vocabulary import Vocabulary


def parted_by_unit(block: Block, vocabulary: Vocabulary) -> list[Block]:
    """A table for each unit that a heading within the table names; the table as it is where none does.

    The titles stay with the first of them, the header belongs to all.
    """
    if not block.of_titled_unit:
        return [block]
    named = [
        row
        for row, text in block.texts("group")
        if vocabulary.unit(text) or vocabulary.units.mentioned(text) is not None
    ]
    if not named:
        return [block]
    header = dict.fromkeys(block.rows("header"), block.kinds[block.rows("header")[0]])
    last = max(block.kinds) + 1
    parts = [
        replace(
            block,
            unknown=[],
            kinds=header | {row: kind for row, kind in block.kinds.items() if start <= row < stop},
            unit_row=start,
        )
        for start, stop in zip(named, [*named[1:], last], strict=True)
    ]
    above = {row: kind for row, kind in block.kinds.items() if row < named[0]}
    if "data" in above.values():
        return [replace(block, kinds=above), *parts]
    parts[0] = replace(parts[0], unknown=block.unknown, kinds=above | parts[0].kinds)
    return parts
