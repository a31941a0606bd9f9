"""tables.xlsx: every table of the year for those who want to go on in a spreadsheet.

Cover, contents and notes first, then one table a sheet, as a real Excel table with a frozen header. What a cell says is
written as text or number and never as a formula.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from itaanalysis.report.workbook_front import Listed, write_contents, write_cover, write_notes
from itaanalysis.report.workbook_look import BODY, Book, fit_to_paper
from itaanalysis.tables import Column, contracts
from itaanalysis.terms import BY_COLUMN, MEASURES
from itaanalysis.thai.words import visible_width
from itaanalysis.workbook_files import workbook_bytes

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_HEADER_ROW = 4
_FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\].*")
_WIDEST, _WIDEST_HEADER = 44, 12  # characters; longer texts run over several lines
_A_DATE = "00 ก.ย. 0000"  # as wide as Excel shows one
_TEXTS = ("string", "boolean")
_TERMS = {**BY_COLUMN, "unit": MEASURES}  # an office, where it is that, is called as it is

# A Thai date is a real date shown in the Buddhist era: 7 is the Thai calendar, 41E the Thai language.
_DATES = {"th": "[$-107041E]d mmm yyyy;@", "en": "d mmm yyyy"}
_NUMBERS = {"money": "#,##0.00", "number": "#,##0.00", "integer": "#,##0"}


class _Told(NamedTuple):
    """A table of the year: its name, title, columns and rows, the rows as they are shown."""

    name: str
    title: str
    columns: tuple[Column, ...]
    data: pd.DataFrame


def tables_workbook(year: YearData, lang: str = "th") -> bytes:
    """The xlsx file of a year's tables: those of tables.toml, in the words of `lang` (th or en).

    The same year gives the same bytes: the file carries no date.
    """
    book = Book(lang)
    cover = book.workbook.worksheets[0]
    cover.title = book.told["cover"]
    contents, notes = (book.workbook.create_sheet(book.told[key]) for key in ("contents", "notes"))
    listed = [_add_table(book, table) for table in _tables(year, book)]
    ministry = book.words.unit(year, year.ministry_unit) if year.ministry_unit else ""
    write_cover(book, cover, year.fiscal_year, ministry, len(listed))
    write_contents(book, contents, listed)
    write_notes(book, notes)
    properties = book.workbook.properties
    properties.title = book.told["title"].format(fiscal_year=year.fiscal_year)
    properties.creator, properties.language = "itaanalysis", lang
    return workbook_bytes(book.workbook)


def _tables(year: YearData, book: Book) -> Iterator[_Told]:
    """The tables in the order of tables.toml, with words for statuses, verdicts, units of measure and levels."""
    told = tomllib.loads((files("itaanalysis") / "tables.toml").read_text(encoding="utf-8"))
    made = {"kpis": year.kpis, "checks": year.checks}
    for name, columns in contracts().items():
        data = made[name]() if name in made else getattr(year, name)
        worded = {
            column.name: data[column.name].map(lambda value, its=_TERMS[column.name]: _worded(value, its, book))
            for column in columns
            if column.name in _TERMS
        }
        if name == "unit_scores":
            worded["level"] = data["level"].map(lambda level: year.criteria.level_name(level, book.lang), "ignore")
        yield _Told(name, told[name][f"title_{book.lang}"], columns, data.assign(**worded))


def _worded(value: Any, terms: dict[str, tuple[str, str]], book: Book) -> Any:
    return book.words.pick(*terms[value]) if value in terms else value


def _add_table(book: Book, table: _Told) -> Listed:
    """One sheet with one table."""
    short = _FORBIDDEN_IN_SHEET_NAMES.sub("", table.title.partition(":")[0]).strip()[:31]
    sheet = book.workbook.create_sheet(short)
    book.title(sheet.cell(1, 1), table.title)
    book.link(sheet.cell(2, 1), book.told["back"], book.told["contents"])
    headers = _headers(table.columns, book.lang)
    for i, (header, column) in enumerate(zip(headers, table.columns, strict=True), start=1):
        book.header(sheet.cell(_HEADER_ROW, i), header, _side(column))
    rows = table.data[[column.name for column in table.columns]].itertuples(index=False)
    for r, row in enumerate(rows, start=_HEADER_ROW + 1):
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            _write(book, sheet.cell(r, i), column, value)
    if table.data.empty:
        book.text(sheet.cell(_HEADER_ROW + 1, 1), book.told["empty"])
    last = f"{get_column_letter(len(headers))}{_HEADER_ROW + max(len(table.data), 1)}"
    excel_table = Table(displayName=table.name, ref=f"A{_HEADER_ROW}:{last}")
    excel_table.tableStyleInfo = TableStyleInfo(name="TableStyleLight15", showRowStripes=True)
    sheet.add_table(excel_table)
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    _lay_out(sheet, headers)
    return Listed(short, table.title, len(table.data))


def _headers(columns: tuple[Column, ...], lang: str) -> list[str]:
    """What stands above the columns: each once, as Excel wants it."""
    headers: list[str] = []
    for column in columns:
        header = column.description_th if lang == "th" else column.name
        headers.append(f"{header} ({column.name})" if header in headers else header)
    return headers


def _write(book: Book, cell: Cell, column: Column, value: Any) -> None:
    """One value in the form of its column; a missing one leaves the cell empty."""
    cell.font = BODY
    # A little in from the edge: a figure at the right of its column would touch the text at the left of the next.
    cell.alignment = Alignment(_side(column), vertical="top", wrap_text=column.type in _TEXTS, indent=1)
    if pd.isna(value):
        return
    if column.type == "boolean":
        book.text(cell, book.told["yes"] if value else book.told["no"])
    elif column.type == "string":
        book.text(cell, str(value))
    elif column.type == "date":
        cell.value, cell.number_format = value.to_pydatetime(), _DATES[book.lang]
    else:
        cell.value, cell.number_format = value, "0" if column.name == "fiscal_year" else _NUMBERS[column.type]


def _side(column: Column) -> str:
    """Where a column's header and cells stand: figures at the right, so that their digits stand below one another."""
    return "left" if column.type in _TEXTS or column.name == "fiscal_year" else "right"


def _lay_out(sheet: Worksheet, headers: list[str]) -> None:
    """Columns as wide as their text, up to a limit; on paper A4 across, one page wide, the header on each page."""
    for i, header in enumerate(headers, start=1):
        cells = (sheet.cell(row, i).value for row in range(_HEADER_ROW + 1, sheet.max_row + 1))
        widest = max((visible_width(_shown(value)) for value in cells if value is not None), default=0)
        headed = min(visible_width(header) + 4, _WIDEST_HEADER)  # room for the filter's arrow; longer ones run over
        sheet.column_dimensions[get_column_letter(i)].width = min(1.15 * max(widest, headed) + 3, _WIDEST)
    fit_to_paper(sheet)
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return max(value.split("\n"), key=visible_width)
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else _A_DATE
