"""A stretch of a memo that is read as one: a paragraph, an item of a list, or a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itaanalysis.audit.phrases import any_word

BULLETS = "-•●▪■◦➤►▶✓☑☐·–—"
_ITEM = re.compile(rf"[*(]*[0-9.]*[.)]?[{BULLETS}]?")
_TOTAL = re.compile(rf"{any_word('adds_up')}(?!{any_word('adds_nothing_up')}|[A-Za-z])", re.IGNORECASE)

_SHORT_CELL = 40
"""Characters."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, an item of a list or a cell, and the rows and headings it stands among.

    `text` is tidy: one line in one spelling, with Arabic digits and single spaces. `offsets` holds the place in the
    memo of every character of it, whatever lines and pages it runs over. `opens` says that a new item begins here,
    `label` is its number (`1.2`), `follows` that no empty line parts it from the one before. A cell knows its row
    (`row`, the cells of it), and the `heading` of its column.
    """

    text: str
    offsets: Sequence[int]
    opens: bool = False
    label: str = ""
    follows: bool = False
    row: tuple[str, ...] = ()
    column: int = -1
    heading: str = ""
    table: int = -1

    @property
    def is_short_cell(self) -> bool:
        """Whether it is a cell that has room for hardly more than a number."""
        return self.column >= 0 and len(self.text) <= _SHORT_CELL

    @property
    def bullet(self) -> str:
        """What an item begins with: its number and brackets, or its bullet."""
        found = _ITEM.match(self.text)
        return found[0] if found else ""

    @property
    def shape(self) -> str:
        """What it begins with, whatever the number: items of one list have the same; '' for what is no item."""
        return re.sub("[0-9]+", "0", self.bullet) if self.opens else ""

    @property
    def totals(self) -> bool:
        """Whether it says what the items, or rows, before it add up to: รวมทั้ง ๔ ครั้ง …"""
        first = next((cell for cell in self.row if cell), "") if self.column >= 0 else self.text
        return says_a_total(first)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` stands in the memo."""
        return self.offsets[start], self.offsets[end - 1] + 1


def says_a_total(text: str) -> bool:
    """Whether a text begins as a total does: รวม …, but not รวมถึง … (including).

    >>> says_a_total("รวมทั้งสิ้น"), says_a_total("รวมถึงบุคลากร")
    (True, False)
    """
    return _TOTAL.match(text) is not None
