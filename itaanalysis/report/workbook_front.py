"""The first sheets of tables.xlsx: cover, contents and notes."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from itaanalysis.report.workbook_look import BODY, Book, fit_to_paper

_WRAPPED = Alignment(wrap_text=True, vertical="top")


class Listed(NamedTuple):
    """A table as the contents list it: the name of its sheet, its title, how many rows it has."""

    sheet: str
    title: str
    rows: int


def write_cover(book: Book, sheet: Worksheet, fiscal_year: int, ministry: str, tables: int) -> None:
    """Title, ministry, what the file is, and where to go from here."""
    book.title(sheet.cell(2, 2), book.told["title"].format(fiscal_year=fiscal_year))
    for row, line in enumerate((ministry, book.told["about"], book.told["count"].format(tables=tables)), start=3):
        book.text(sheet.cell(row, 2), line).alignment = _WRAPPED
    for row, key in enumerate(("contents", "notes"), start=7):
        book.link(sheet.cell(row, 2), book.told[key], book.told[key])
    _lay_out(sheet, A=4, B=90)


def write_contents(book: Book, sheet: Worksheet, listed: list[Listed]) -> None:
    """Every table with its sheet, as a link, and its rows."""
    book.title(sheet.cell(1, 1), book.told["contents"])
    for i, key in enumerate(("sheet", "table", "rows"), start=1):
        book.header(sheet.cell(3, i), book.told[key], "right" if key == "rows" else "left")
    for row, table in enumerate(listed, start=4):
        book.link(sheet.cell(row, 1), table.sheet, table.sheet)
        book.text(sheet.cell(row, 2), table.title)
        sheet.cell(row, 3, table.rows).font = BODY
        for column, side in enumerate(("left", "left", "right"), start=1):
            sheet.cell(row, column).alignment = Alignment(side, vertical="top", wrap_text=side == "left", indent=1)
    _lay_out(sheet, A=36, B=60, C=12)


def write_notes(book: Book, sheet: Worksheet) -> None:
    """How the tables are to be read, and what could not be written."""
    book.title(sheet.cell(1, 1), book.told["notes"])
    notes = book.told["note_lines"].splitlines()
    if book.removed:
        notes.append(book.told["removed"].format(cells=", ".join(book.removed)))
    for row, note in enumerate(notes, start=3):
        book.text(sheet.cell(row, 1), note).alignment = _WRAPPED
    _lay_out(sheet, A=100)


def _lay_out(sheet: Worksheet, **widths: int) -> None:
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    fit_to_paper(sheet)
