"""Workbooks as files Excel opens without a word: texts that are never formulas, parts in the order of the schema."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from itaanalysis.packing import repacked

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

_FORMULA = re.compile(r"[=+\-@]")
_FONT, _PROPERTY = re.compile(r"(?<=<font>).*?(?=</font>)", re.DOTALL), re.compile(r"<(\w+)[^>]*/>")
# ECMA-376, 1st edition, Part 4, 3.8.22 (CT_Font). Later editions allow any order, and openpyxl writes the name first;
# what checks or reads by the first edition, as Microsoft's own library does, wants this one.
_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def write_text(cell: Cell, text: str) -> str:
    """Write `text` as text, whatever it looks like; returns what was written, without characters Excel cannot hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    kept = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.value = kept
    cell.data_type = "s"
    cell.quotePrefix = bool(_FORMULA.match(kept))
    return kept


def workbook_bytes(book: Workbook) -> bytes:
    """`book` as an xlsx file. The same cells give the same bytes: the file carries no date."""
    written = io.BytesIO()
    book.save(written)
    return repacked(written.getvalue(), {"xl/styles.xml": lambda xml: _FONT.sub(_in_order, xml)})


def _in_order(font: re.Match[str]) -> str:
    return "".join(part[0] for part in sorted(_PROPERTY.finditer(font[0]), key=lambda part: _ORDER.index(part[1])))
