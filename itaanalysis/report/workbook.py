"""tables.xlsx: every table of the year for those who want to go on in a spreadsheet.

Cover, contents and notes first, then one table a sheet, as a real Excel table with a frozen header. What a cell says is
written as text or number and never as a formula.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from itaanalysis.report.workbook_words import WORDS
from itaanalysis.tables import Column, contracts
from itaanalysis.thai.words import visible_width
from itaanalysis.workbook_files import workbook_bytes, write_text

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_HEADER_ROW = 4
_FONT = "Leelawadee UI"  # the Thai font of Windows; elsewhere the program takes its own
_BODY, _TITLE = Font(name=_FONT, size=11), Font(name=_FONT, size=15, bold=True)
_LINK = Font(name=_FONT, size=11, underline="single", color="0B4F8A")
_FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\].*")
_WIDEST = 60  # characters; longer texts run over several lines
_A_DATE = "00 ก.ย. 0000"  # as wide as Excel shows one

# A Thai date is a real date shown in the Buddhist era: 7 is the Thai calendar, 41E the Thai language.
_FORMATS = {
    "th": {"date": "[$-107041E]d mmm yyyy;@", "money": "#,##0.00", "number": "0.00", "integer": "#,##0"},
    "en": {"date": "d mmm yyyy", "money": "#,##0.00", "number": "0.00", "integer": "#,##0"},
}


@dataclass
class _Book:
    """The workbook in the making, and what had to be left out of its cells."""

    lang: str
    workbook: Workbook = field(default_factory=Workbook)
    removed: list[str] = field(default_factory=list)

    @property
    def words(self) -> dict[str, str]:
        return WORDS[self.lang]


def tables_workbook(year: YearData, lang: str = "th") -> bytes:
    """The xlsx file of a year's tables: those of tables.toml, in the words of `lang` (th or en).

    The same year gives the same bytes: the file carries no date.
    """
    book = _Book(lang)
    cover = book.workbook.active
    cover.title = book.words["cover"]
    contents = book.workbook.create_sheet(book.words["contents"])
    notes = book.workbook.create_sheet(book.words["notes"])
    listed = [_add_table(book, name, title, columns, data) for name, title, columns, data in _tables(year, lang)]
    _write_cover(book, cover, year.fiscal_year, len(listed))
    _write_contents(book, contents, listed)
    _write_notes(book, notes)
    for sheet in (cover, contents, notes):
        sheet.sheet_view.showGridLines = False
        _fit_to_paper(sheet)
    book.workbook.properties.title = book.words["title"].format(fiscal_year=year.fiscal_year)
    book.workbook.properties.creator = "itaanalysis"
    book.workbook.properties.language = lang
    return workbook_bytes(book.workbook)


def _tables(year: YearData, lang: str) -> Iterator[tuple[str, str, tuple[Column, ...], pd.DataFrame]]:
    """Name, title, columns and rows of each table, in the order of tables.toml."""
    told = tomllib.loads((files("itaanalysis") / "tables.toml").read_text(encoding="utf-8"))
    made = {"kpis": year.kpis, "checks": year.checks}
    for name, columns in contracts().items():
        data = made[name]() if name in made else getattr(year, name)
        yield name, told[name][f"title_{lang}"], columns, data


def _add_table(
    book: _Book, name: str, title: str, columns: tuple[Column, ...], data: pd.DataFrame
) -> tuple[str, str, int]:
    """One sheet with one table. Returns its sheet name, its title and how many rows it has."""
    short = _FORBIDDEN_IN_SHEET_NAMES.sub("", title.partition(":")[0]).strip()[:31]
    sheet = book.workbook.create_sheet(short)
    _text(book, sheet.cell(1, 1), title).font = _TITLE
    _link(book, sheet.cell(2, 1), book.words["back"], book.words["contents"])
    headers = _headers(columns, book.lang)
    for i, header in enumerate(headers, start=1):
        cell = _text(book, sheet.cell(_HEADER_ROW, i), header)
        cell.font = Font(name=_FONT, size=11, bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom", indent=1)
    rows = data[[column.name for column in columns]].itertuples(index=False)
    for r, row in enumerate(rows, start=_HEADER_ROW + 1):
        for i, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            _write(book, sheet.cell(r, i), column, value)
    if data.empty:
        _text(book, sheet.cell(_HEADER_ROW + 1, 1), book.words["empty"])
    last = f"{get_column_letter(len(columns))}{_HEADER_ROW + max(len(data), 1)}"
    table = Table(displayName=name, ref=f"A{_HEADER_ROW}:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight15", showRowStripes=True)
    sheet.add_table(table)
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    _lay_out(sheet, headers)
    return short, title, len(data)


def _headers(columns: tuple[Column, ...], lang: str) -> list[str]:
    """What stands above the columns: each once, as Excel wants it."""
    headers: list[str] = []
    for column in columns:
        header = column.description_th if lang == "th" else column.name
        headers.append(f"{header} ({column.name})" if header in headers else header)
    return headers


def _write(book: _Book, cell: Cell, column: Column, value: Any) -> None:
    """One value in the form of its column; a missing one leaves the cell empty."""
    cell.font = _BODY
    # Text a little in from the left: a figure right-aligned in the column before would run into it.
    indent = 1 if column.type in ("string", "boolean") else 0
    cell.alignment = Alignment(wrap_text=bool(indent), vertical="top", indent=indent)
    if pd.isna(value):
        return
    if column.type == "boolean":
        _text(book, cell, book.words["yes"] if value else book.words["no"])
    elif column.type == "string":
        _text(book, cell, str(value))
    else:
        cell.value = value.to_pydatetime() if column.type == "date" else value
        cell.number_format = "0" if column.name == "fiscal_year" else _FORMATS[book.lang][column.type]


def _text(book: _Book, cell: Cell, text: str) -> Cell:
    """`text` as text, whatever it looks like; characters that cannot stand in an Excel file are left out and noted."""
    if write_text(cell, text) != text:
        book.removed.append(f"{cell.parent.title}!{cell.coordinate}")
    if cell.font.name != _FONT:
        cell.font = _BODY
    return cell


def _link(book: _Book, cell: Cell, text: str, sheet: str) -> None:
    _text(book, cell, text)
    cell.hyperlink = "#"  # openpyxl takes any link to lead out of the file
    cell.hyperlink.target, cell.hyperlink.location = None, f"'{sheet}'!A1"
    cell.font = _LINK


def _lay_out(sheet: Worksheet, headers: list[str]) -> None:
    """Columns as wide as their text, up to a limit; on paper A4 across, one page wide, the header on each page."""
    for i in range(1, len(headers) + 1):
        cells = (sheet.cell(row, i).value for row in range(_HEADER_ROW + 1, sheet.max_row + 1))
        widest = max((visible_width(_shown(value)) for value in cells if value is not None), default=0)
        header = min(visible_width(headers[i - 1]) + 4, 20)  # room for the filter's arrow; longer ones run over
        sheet.column_dimensions[get_column_letter(i)].width = min(1.15 * max(widest, header, 6) + 2, _WIDEST)
    _fit_to_paper(sheet)
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"


def _fit_to_paper(sheet: Worksheet) -> None:
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0  # as many pages down as it takes
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return max(value.split("\n"), key=visible_width)
    return f"{value:,.2f}" if isinstance(value, (int, float)) else _A_DATE


def _write_cover(book: _Book, sheet: Worksheet, fiscal_year: int, tables: int) -> None:
    lines = [book.words[key].format(fiscal_year=fiscal_year, tables=tables) for key in ("title", "about", "count")]
    for row, line in enumerate(lines, start=2):
        _text(book, sheet.cell(row, 2), line).alignment = Alignment(wrap_text=True, vertical="top")
    sheet["B2"].font = _TITLE
    _link(book, sheet.cell(6, 2), book.words["contents"], book.words["contents"])
    _link(book, sheet.cell(7, 2), book.words["notes"], book.words["notes"])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 4, 90


def _write_contents(book: _Book, sheet: Worksheet, listed: list[tuple[str, str, int]]) -> None:
    _text(book, sheet.cell(1, 1), book.words["contents"]).font = _TITLE
    for i, key in enumerate(("sheet", "table", "rows"), start=1):
        _text(book, sheet.cell(3, i), book.words[key]).font = Font(name=_FONT, size=11, bold=True)
    for row, (name, title, rows) in enumerate(listed, start=4):
        _link(book, sheet.cell(row, 1), name, name)
        _text(book, sheet.cell(row, 2), title)
        sheet.cell(row, 3, rows).font = _BODY
    for letter, width in zip("ABC", (34, 70, 12), strict=True):
        sheet.column_dimensions[letter].width = width


def _write_notes(book: _Book, sheet: Worksheet) -> None:
    _text(book, sheet.cell(1, 1), book.words["notes"]).font = _TITLE
    notes = book.words["note_lines"].splitlines()
    if book.removed:
        notes.append(book.words["removed"].format(cells=", ".join(book.removed)))
    for row, note in enumerate(notes, start=3):
        _text(book, sheet.cell(row, 1), note).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 110
