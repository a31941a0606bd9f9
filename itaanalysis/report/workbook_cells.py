"""Text in the cells of a workbook: never a formula, never a character Excel cannot hold."""

from __future__ import annotations

import re

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

_FORMULA = re.compile(r"[=+\-@]")


def write_text(cell: Cell, text: str) -> str:
    """Write `text` as text, whatever it looks like; returns what was written, without characters Excel cannot hold."""
    kept = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.value = kept
    cell.data_type = "s"
    cell.quotePrefix = bool(_FORMULA.match(kept))
    return kept
