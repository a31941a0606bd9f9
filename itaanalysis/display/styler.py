"""pandas' Styler with templates of its own: tables that can be read by ear, in a document, and in a terminal."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup
from pandas.io.formats.style import Styler

from itaanalysis.errors import UserError
from itaanalysis.workbook_files import write_text

TEMPLATES = Path(__file__).parent / "templates"
_ENGINE: Literal["openpyxl"] = "openpyxl"


def escaped(text: str) -> str:
    """A text as HTML; a line break in it stays one."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def plain(markup: str) -> str:
    """The text of a formatted cell, in one line."""
    return Markup(str(markup).replace("<br>", " / ")).striptags()


def header_rows(head: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """The rows of the head; the names of the index join the row above where nothing stands there."""
    if len(head) < 2 or not _is_blank(head[-1][-1]):
        return head
    *first, last, names = head
    levels = sum(not _is_blank(cell) for cell in names)
    if not all(map(_is_blank, last[:levels])):
        return head
    return [*first, names[:levels] + last[levels:]]


def _is_blank(cell: dict[str, Any]) -> bool:
    return str(cell["class"]).startswith("blank")


def _formulas(sheet: Any) -> dict[str, str]:
    """The formulas of a sheet of openpyxl, by where they stand."""
    return {
        cell.coordinate: cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and isinstance(cell.value, str)
    }


def _environment() -> Environment:
    loader = ChoiceLoader([FileSystemLoader(TEMPLATES), Styler.loader])
    made = Environment(loader=loader, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(plain=plain, header_rows=header_rows)
    return made


class OnlyOpenpyxl(UserError, ValueError):
    """A workbook was to be written by another program than the one that can keep texts from being formulas."""

    def __init__(self, engine: str) -> None:
        super().__init__(
            f"ita.styled เขียนไฟล์ Excel ด้วย openpyxl เท่านั้น ไม่ใช่ {engine} เพื่อไม่ให้ข้อความกลายเป็นสูตร\n"
            f"ita.styled writes workbooks with openpyxl alone, not {engine}, so that no text becomes a formula."
        )


class TableStyler(Styler):
    """A Styler whose table has header scopes, and which reads as text where there is no notebook.

    What is formatted has to be escaped (`escaped`), as pandas' own `format(escape="html")` does.
    """

    data: pd.DataFrame
    env = _environment()
    template_html_table = env.get_template("table.html.j2")
    template_html_style = env.get_template("style.html.j2")
    template_string = env.get_template("table.txt.j2")

    def to_excel(self, excel_writer: Any, sheet_name: str = "Sheet1", *places: Any, **options: Any) -> None:
        """Write the table as pandas' Styler does, numbers as numbers, but every text as text, also `=HYPERLINK(…)`.

        Takes what `Styler.to_excel` takes, with openpyxl as the only engine; raises OnlyOpenpyxl for another.
        """
        if isinstance(excel_writer, pd.ExcelWriter):
            self._into(excel_writer, sheet_name, *places, **options)
            return
        engine = options.pop("engine", None) or _ENGINE
        if engine != _ENGINE:
            raise OnlyOpenpyxl(engine)
        where: Any = {"storage_options": options.pop("storage_options", None)}
        with pd.ExcelWriter(excel_writer, engine=_ENGINE, **where) as book:
            self._into(book, sheet_name, *places, **options)

    def _into(self, book: pd.ExcelWriter[Any], sheet_name: str, *places: Any, **options: Any) -> None:
        if book.engine != _ENGINE:
            raise OnlyOpenpyxl(book.engine)
        before = _formulas(book.sheets[sheet_name]) if sheet_name in book.sheets else {}
        super().to_excel(book, sheet_name, *places, **options)
        # Formulas somebody put on the sheet stay theirs; the table itself has none.
        for place, text in _formulas(book.sheets[sheet_name]).items() - before.items():
            write_text(book.sheets[sheet_name][place], text)

    def __repr__(self) -> str:
        # Nothing is left out where a label stands for several cells: every line has them all.
        text: str = self.to_string(sparse_index=False, sparse_columns=False, delimiter="\t")
        return text.rstrip("\n")
