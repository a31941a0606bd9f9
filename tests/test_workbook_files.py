"""Workbooks as files: what openpyxl writes, brought into the order of the schema and packed without a clock."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.styles import Font

from itaanalysis.workbook_files import workbook_bytes

from .open_xml import faults


def made_up_book() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    cell = book.worksheets[0].cell(1, 1, "ข้อความสมมติ")
    cell.font = Font("Sarabun", 14, bold=True, italic=True, underline="single", color="0B4F8A", strike=True)
    return book


def test_excel_opens_it_without_a_word_and_every_font_is_as_it_was() -> None:
    written = workbook_bytes(made_up_book())
    assert faults(written) == []
    font = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]["A1"].font
    assert (font.name, font.sz, font.b, font.i, font.u, font.strike) == ("Sarabun", 14, True, True, "single", True)
    assert font.color.rgb == "000B4F8A"


def test_the_same_cells_are_the_same_file() -> None:
    assert workbook_bytes(made_up_book()) == workbook_bytes(made_up_book())
