"""The next fiscal year: empty workbooks laid out for typing, units and targets carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.atomic import replace_folder
from itaanalysis.criteria import Criteria, criteria
from itaanalysis.fiscal import FiscalYear
from itaanalysis.terms import KINDS, STATUSES, TIERS, Names
from itaanalysis.thai.numbers import format_number, to_thai_digits
from itaanalysis.units import Unit, Units
from itaanalysis.workspace import Workspace, WorkspaceError
from itaanalysis.year import YearData, load

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MEMO = "memo.toml"
_EMPTY_MEMO = """\
# หัวบันทึกข้อความของรายงาน ข้อที่เว้นว่างใช้ถ้อยคำในสมุดงาน หากไม่มีจะเป็นเส้นประให้เติม
# The head of the report's memorandum. What is left empty takes the notebook's wording, else a dotted line.

number = ""
date = ""

[th]
from = ""
subject = ""
to = ""
# ตำแหน่งของผู้ลงนาม ไม่พิมพ์ชื่อบุคคล · the signatory's position, no name
position = ""

[en]
from = ""
subject = ""
to = ""
position = ""
"""
_GUIDE = "คำอธิบาย"
_ROWS_TO_TYPE = 200
_TEXT, _WHOLE, _MONEY, _SCORE = "@", "#,##0", "#,##0.00", "0.00"
_OPERATOR_WORDS = {"<=": "ไม่เกิน", ">": "มากกว่า", "<": "น้อยกว่า"}
"""Conditions to be written beside a target; `>=` is the usual one and understood."""
_UNIT_WORDS = {"percent": "ร้อยละ {}", "points": "คะแนน {}", "people": "{} ราย"}


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
    """A sheet to type into: title lines, columns, and rows that are already there."""

    sheet: str
    titles: Sequence[Sequence[Any]]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]] = field(default=())


def new_year(workspace: Workspace, fiscal_year: int) -> Path:
    """Make data/raw/YEAR with four workbooks and the head of the memorandum to fill in. Returns the folder.

    Units come from units.csv; KPIs, targets and the memorandum's wording from the latest year before. Raises
    WorkspaceError when the folder already holds files, CriteriaError for a year without criteria.
    """
    folder = workspace.raw(fiscal_year)
    if folder.is_dir() and any(folder.iterdir()):
        raise WorkspaceError(
            f"มีไฟล์อยู่แล้วใน {folder} จึงไม่ได้เขียนทับ\n{folder} already holds files; nothing was overwritten."
        )
    units = Units.read(workspace.reference("units.csv"))
    forms = {
        "activities.xlsx": [_activities(fiscal_year, units)],
        "expenses.xlsx": [_expenses(fiscal_year)],
        "ita_scores.xlsx": _scores(criteria(fiscal_year), units),
        "targets.xlsx": [_targets(fiscal_year, _year_before(workspace, fiscal_year))],
    }
    with replace_folder(folder) as new:
        for name, sheets in forms.items():
            _write(new / name, sheets)
        (new / MEMO).write_text(_memo(workspace, fiscal_year), encoding="utf-8")
    return folder


def _memo(workspace: Workspace, fiscal_year: int) -> str:
    """The head of the memorandum of the year before with number and date open; an empty one where there is none."""
    earlier = [workspace.raw(year) / MEMO for year in workspace.years() if year < fiscal_year]
    known = [path for path in earlier if path.is_file()]
    text = known[-1].read_text(encoding="utf-8-sig") if known else _EMPTY_MEMO
    return re.sub(r"^(number|date)\s*=.*$", r'\1 = ""', text, flags=re.MULTILINE)


def _year_before(workspace: Workspace, fiscal_year: int) -> YearData | None:
    earlier = [year for year in workspace.years() if year < fiscal_year]
    return load(earlier[-1], workspace.root) if earlier else None


def _activities(fiscal_year: int, units: Units) -> Form:
    hosts = [unit.unit for unit in units if unit.kind != "ministry"]
    return Form(
        "ผลการดำเนินงาน",
        [["สรุปผลการดำเนินกิจกรรม"], [FiscalYear(fiscal_year).label("th")]],
        [
            Column("ที่", 10, _TEXT, "รหัสกิจกรรม เช่น ๑.๓ (๒) หัวข้อกิจกรรมย่อยให้พิมพ์ไว้ในช่องนี้ช่องเดียวทั้งแถว"),
            Column("กิจกรรม", 48, _TEXT, "ชื่อกิจกรรม"),
            Column("วัน เดือน ปี", 26, _TEXT, f"เช่น ๗ - ๘ กุมภาพันธ์ {to_thai_digits(str(fiscal_year))}"),
            Column("สถานที่", 32, _TEXT, "สถานที่จัด"),
            Column("จังหวัด", 16, _TEXT, "จังหวัดที่จัด"),
            Column("เจ้าภาพ", 14, _TEXT, "เลือกหน่วยงานเจ้าภาพ", hosts),
            Column("ผู้เข้าร่วม ณ สถานที่จัด (คน)", 18, _WHOLE, "จำนวนคน ไม่ทราบให้เว้นว่าง", at_most=1e6),
            Column("ออนไลน์ (จังหวัด)", 16, _WHOLE, "จำนวนจังหวัดที่รับชมออนไลน์", at_most=1e3),
            Column("หมายเหตุ", 24, _TEXT, "ข้อความเพิ่มเติม"),
        ],
    )


def _expenses(fiscal_year: int) -> Form:
    return Form(
        "เบิกจ่าย",
        [[f"รายงานการใช้จ่ายงบประมาณ {FiscalYear(fiscal_year).label('th')}"], ["วงเงินที่ได้รับจัดสรร (บาท)", None]],
        [
            Column("รหัสกิจกรรม", 26, _TEXT, "รหัสเดียวกับในตารางกิจกรรม"),
            Column("รายการ", 40, _TEXT, "รายการค่าใช้จ่าย"),
            Column("ค่าใช้จ่าย (บาท)", 20, _MONEY, "จำนวนเงิน ไม่มีค่าใช้จ่ายให้พิมพ์ 0", at_most=1e12),
            Column("หมายเหตุ", 24, _TEXT, "ข้อความเพิ่มเติม"),
        ],
    )


def _scores(method: Criteria, units: Units) -> list[Form]:
    year = to_thai_digits(str(method.fiscal_year))
    tools = [tool for tool in method.weights if tool != "EIT"]
    parts = [f"EIT ส่วนที่ {to_thai_digits(part.removeprefix('EIT'))}" for part in method.eit_parts] or ["EIT"]
    score = "คะแนนเต็ม ๑๐๐"
    scored: list[Unit] = [unit for unit in units if unit.kind != "ministry"]
    entities = [unit.unit for unit in units if unit.kind in ("ministry", "office")]
    results = Form(
        "คะแนนรายหน่วยงาน",
        [[f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year}"]],
        [
            Column("ลำดับ", 8, _WHOLE, "ลำดับที่", at_most=1e4),
            Column("หน่วยงาน", 16, _TEXT, "อักษรย่อหน่วยงาน", [unit.unit for unit in scored]),
            *(Column(name, 16, _SCORE, score, at_most=100) for name in ("คะแนน ITA", *tools, *parts)),
        ],
        [[number, unit.unit] for number, unit in enumerate(scored, start=1)],
    )
    indicators = [method.indicators[number].name_th for number in method.ethics_indicators]
    ethics = Form(
        "ดัชนีคุณธรรม",
        [[f"ดัชนีคุณธรรมและจริยธรรมของบุคลากรภาครัฐ ปีงบประมาณ พ.ศ. {year}"]],
        [
            Column("ด้าน", 36, _TEXT, "ตัวชี้วัด"),
            *(Column(unit, 14, _SCORE, score, at_most=100) for unit in entities),
        ],
        [[name] for name in indicators],
    )
    return [results, ethics]


def _targets(fiscal_year: int, before: YearData | None) -> Form:
    rows = [] if before is None else [_target_row(row) for row in before.targets.to_dict("records")]
    return Form(
        "ตัวชี้วัด",
        [[f"ผลการดำเนินงานเมื่อสิ้นสุดโครงการ {FiscalYear(fiscal_year).label('th')}"]],
        [
            Column("ระดับ", 14, _TEXT, "ระดับตัวชี้วัด", [name_th for name_th, _ in TIERS.values()]),
            Column("ประเภท", 16, _TEXT, "ประเภทตัวชี้วัด", [name_th for name_th, _ in KINDS.values()]),
            Column("ตัวชี้วัด", 70, _TEXT, "ชื่อตัวชี้วัด"),
            Column("ค่าเป้าหมาย", 16, _TEXT, "เช่น ร้อยละ ๑๐๐ คะแนน ๘๕ หรือ ๑,๑๐๐ ราย"),
            Column("ผลลัพธ์", 20, _TEXT, "ผลที่รายงาน เว้นว่างได้"),
            Column("สถานะ", 16, _TEXT, "สถานะเทียบกับเป้าหมาย", [name_th for name_th, _ in STATUSES.values()]),
        ],
        rows,
    )


def _target_row(row: dict[Any, Any]) -> list[Any]:
    target = row["target"]
    number = "" if target != target else format_number(target)
    said = _UNIT_WORDS.get(row["unit"], "{}").format(number) if number else ""
    condition = _OPERATOR_WORDS.get(row["operator"], "")
    if said and condition not in row["name"]:
        said = f"{condition}{said}"
    return [*(_thai(names, row[column]) for column, names in (("tier", TIERS), ("kind", KINDS))), row["name"], said]


def _thai(names: Names, value: Any) -> str:
    return names[value][0] if value in names else ""


def _write(path: Path, forms: Sequence[Form]) -> None:
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
        "หัวข้อกิจกรรมย่อย เช่น “กิจกรรมย่อยที่ ๑ …” พิมพ์ไว้แถวเดียวในคอลัมน์ “ที่” เหนือกิจกรรมของกลุ่มนั้น",
        "ยอดรวมไม่ต้องพิมพ์ โปรแกรมรวมให้ หากพิมพ์แถว “รวมทั้งสิ้น” ไว้ โปรแกรมจะตรวจให้ว่าตรงกัน",
        "ไม่พิมพ์ชื่อบุคคล หมายเลขโทรศัพท์ หรือเลขประจำตัว",
        "เสร็จแล้วบันทึกและปิดไฟล์ แล้วสั่ง ita check เพื่อตรวจ และ ita report เพื่อออกรายงาน",
    ]
    for number, line in enumerate(lines, start=1):
        guide.cell(number, 1, line)
    guide.column_dimensions["A"].width = 90
    for index, values in enumerate(choices, start=_FIRST_CHOICE):
        for number, value in enumerate(values, start=1):
            guide.cell(number, index, value)
    book.save(path)


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
