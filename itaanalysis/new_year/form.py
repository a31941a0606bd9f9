"""A workbook to type into: headings, hints, drop-downs, number formats, a frozen header, a sheet of instructions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.workbook_files import workbook_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TEXT, WHOLE, MONEY, SCORE = "@", "#,##0", "#,##0.00", "0.00"
"""Number formats of the columns."""
_GUIDE = "คำอธิบาย"
_ROWS_TO_TYPE = 200
_TOTALS = "ยอดรวมไม่ต้องพิมพ์ โปรแกรมรวมให้ หากพิมพ์แถว “รวมทั้งสิ้น” ไว้ โปรแกรมจะตรวจให้ว่าตรงกัน"


@dataclass(frozen=True)
class Column:
    """A column to type into: heading, width in characters, number format, hint, and the choices or least value."""

    heading: str
    width: int
    number_format: str
    hint: str
    choices: Sequence[str] = ()
    at_most: float | None = None


@dataclass(frozen=True)
class Form:
    """A sheet to type into: title lines, columns, rows that are already there, and whether a total may stand below."""

    sheet: str
    titles: Sequence[Sequence[Any]]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]] = field(default=())
    totals: bool = False


def write_forms(path: Path, forms: Sequence[Form]) -> None:
    """Write a workbook with a sheet for each form and one of instructions."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    choices: list[Sequence[str]] = []
    for form in forms:
        _lay_out(book.create_sheet(form.sheet), form, choices)
    guide = book.create_sheet(_GUIDE)
    lines = [
        "วิธีกรอก",
        "พิมพ์ข้อมูลใต้หัวตาราง เลขไทยหรือเลขอารบิกก็ได้ เพิ่มแถวได้ไม่จำกัด แถวว่างไม่เป็นไร",
        *dict.fromkeys(f"ช่อง “{column.heading}” {column.hint}" for form in forms for column in form.columns),
        *([_TOTALS] if any(form.totals for form in forms) else []),
        "ไม่พิมพ์ชื่อบุคคล หมายเลขโทรศัพท์ หรือเลขประจำตัว",
        "เสร็จแล้วบันทึกและปิดไฟล์ แล้วสั่ง ita check เพื่อตรวจ และ ita report เพื่อออกรายงาน",
        "รายการในคอลัมน์ C เป็นต้นไปคือตัวเลือกของช่องที่เลือกได้ ไม่ต้องแก้ไข",
    ]
    for number, line in enumerate(lines, start=1):
        guide.cell(number, 1, line)
    guide.column_dimensions["A"].width = 90
    for index, values in enumerate(choices, start=_FIRST_CHOICE):
        for number, value in enumerate(values, start=1):
            guide.cell(number, index, value)
    path.write_bytes(workbook_bytes(book))


_FIRST_CHOICE = 3
"""Column of the guide where the lists for drop-downs begin; a list in the rule itself may hold 255 characters only."""


def _lay_out(sheet: Worksheet, form: Form, choices: list[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    for number, title in enumerate(form.titles, start=1):
        for index, text in enumerate(title, start=1):
            sheet.cell(number, index, text).font = Font(name="Sarabun", size=14, bold=True)
    header = len(form.titles) + 2
    line = Side(style="thin", color="808080")
    for index, column in enumerate(form.columns, start=1):
        cell = sheet.cell(header, index, column.heading)
        cell.font = Font(name="Sarabun", bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EDF2")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = Border(bottom=line)
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = column.width
        for row in range(header + 1, header + 1 + _ROWS_TO_TYPE):
            sheet.cell(row, index).number_format = column.number_format
        _guide_typing(sheet, column, f"{letter}{header + 1}:{letter}{header + _ROWS_TO_TYPE}", choices)
    for number, values in enumerate(form.rows, start=header + 1):
        for index, value in enumerate(values, start=1):
            sheet.cell(number, index, value)
    sheet.freeze_panes = sheet.cell(header + 1, 1)


def _guide_typing(sheet: Worksheet, column: Column, cells: str, choices: list[Sequence[str]]) -> None:
    """A hint for whoever types, a drop-down where there are choices, a limit where there is a largest value."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.choices:
        choices.append(column.choices)
        letter = get_column_letter(_FIRST_CHOICE + len(choices) - 1)
        listed = f"'{_GUIDE}'!${letter}$1:${letter}${len(column.choices)}"
        rule = DataValidation(type="list", formula1=listed, allow_blank=True, errorStyle="warning")
    elif column.at_most is not None:
        rule = DataValidation(
            type="decimal", operator="between", formula1="0", formula2=f"{column.at_most:.0f}", errorStyle="warning"
        )
    else:
        rule = DataValidation()
    rule.promptTitle, rule.prompt = column.heading[:32], column.hint[:255]
    rule.showInputMessage = rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    rule.add(cells)
