"""The workbooks of a ministry that does not exist, in a folder of its own: other units, another year, other figures."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

import openpyxl

FISCAL_YEAR = 2569
_REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
Rows = Sequence[Sequence[object]]

_UNITS = [
    ("วร.", "กระทรวงวารี", "Ministry of Waters", "ministry"),
    ("สปว.", "สำนักงานปลัดกระทรวงวารี", "Office of the Permanent Secretary for Waters (OPSW)", "office"),
    ("กค.", "กรมคลองและลำน้ำ", "Department of Canals (DC)", "department"),
    ("กฝ.", "กรมฝนเทียม", "Department of Rain (DR)", "department"),
    ("กบ.", "กรมบ่อบาดาล", "Department of Wells (DW)", "department"),
    ("สทม.", "สถาบันทะเลและมหาสมุทร (องค์การมหาชน)", "Sea and Ocean Institute (SOI)", "public_organization"),
]
_ACTIVITIES: Rows = [
    ["สรุปผลการดำเนินกิจกรรม กระทรวงวารี ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"],
    [],
    ["ที่", "กิจกรรม", "วัน เดือน ปี", "สถานที่", "จังหวัด", "ผู้เข้าร่วม"],
    ["กิจกรรมย่อยที่ ๑ การสร้างเครือข่าย"],
    ["๑.๑", "ประชุมเชิงปฏิบัติการสายน้ำสุจริต", "๑๒ พฤศจิกายน ๒๕๖๘", "โรงแรมริมธาร", "ขอนแก่น", "๑๒๐ คน"],
    ["๑.๒ (๑)", "ค่ายเยาวชนรักษ์น้ำ ครั้งที่ ๑", "๕ - ๗ มกราคม ๒๕๖๙", "อุทยานน้ำใส", "เลย", "๙๐ คน"],
    ["๑.๒ (๒)", "ค่ายเยาวชนรักษ์น้ำ ครั้งที่ ๒", "๒ - ๔ มีนาคม ๒๕๖๙", "อุทยานน้ำงาม", "ระนอง", "๑๑๕ คน"],
    ["กิจกรรมย่อยที่ ๒ การพัฒนาบุคลากร"],
    ["๒.๑", "อบรมหลักสูตรรู้ทันผลประโยชน์ทับซ้อน", "๑๙ - ๒๐ กุมภาพันธ์ ๒๕๖๙", "ห้องชลธาร", "นครราชสีมา", "๒๔๘ คน"],
    ["๒.๒", "ประกวดคลิปวิดีโอโปร่งใสในหนึ่งนาที", "๓๐ มิถุนายน ๒๕๖๙", "หอประชุมกลาง", None, "๗๓ คน"],
    ["รวมทั้งสิ้น", None, None, None, None, "๖๔๖ คน"],
]  # fmt: skip
_EXPENSES: Rows = [
    ["รายงานการใช้จ่าย ปีงบประมาณ พ.ศ. ๒๕๖๙ วงเงินที่ได้รับจัดสรร ๘๗๕,๐๐๐ บาท"],
    [],
    ["รหัสกิจกรรม", "รายการ", "ค่าใช้จ่าย (บาท)"],
    ["๑.๑", "สายน้ำสุจริต", "๑๔๘,๗๒๐ บาท"],
    ["๑.๒ (๑)", "ค่ายเยาวชน ๑", 205310.50],
    ["๑.๒ (๒)", "ค่ายเยาวชน ๒", "๑๙๘,๔๔๕.๒๕"],
    ["๒.๑", "อบรมผลประโยชน์ทับซ้อน", 226800],
    ["๒.๒", "ประกวดคลิป", "๓๗,๙๖๐ บาท"],
    ["รวมทั้งสิ้น", None, "๘๑๗,๒๓๕.๗๕"],
]
_SCORES: Rows = [
    ["ผลการประเมิน ITA ประจำปี ๒๕๖๙ กระทรวงวารี"],
    ["ลำดับ", "หน่วยงาน", "คะแนน ITA"],
    ["ผ่านเกณฑ์ (๘๕ คะแนนขึ้นไป)"],
    [1, "กค.", "๙๔.๑๗"],
    [2, "สปว.", "๘๙.๙๓"],
    [3, "กบ.", "๘๖.๓๕"],
    ["ไม่ผ่านเกณฑ์ (ต่ำกว่า ๘๕ คะแนน)"],
    [4, "กฝ.", "๘๓.๗๖"],
    [5, "สทม.", "๗๙.๐๘"],
]
_TOOLS: Rows = [
    ["ผลการประเมิน ITA ของสำนักงานปลัดกระทรวงวารี (สปว.) ปี ๒๕๖๙"],
    ["เครื่องมือ", "คะแนน"],
    ["Open Data (OIT)", "๙๑.๒๐"],
    ["Internal (IIT)", "๘๘.๔๔"],
    ["External (EIT) ส่วนที่ ๑", "๙๑.๐๘"],
    ["External (EIT) ส่วนที่ ๒", "๘๘.๓๙"],
]
_TARGETS: Rows = [
    ["ผลการดำเนินงานเมื่อสิ้นสุดโครงการ ปีงบประมาณ พ.ศ. ๒๕๖๙"],
    ["ระดับ", "ประเภท", "ตัวชี้วัด", "ค่าเป้าหมาย", "ผลลัพธ์", "สถานะ"],
    ["กระทรวง", "เชิงปริมาณ", "ร้อยละของหน่วยงานในกระทรวงวารีที่ผ่านเกณฑ์ประเมิน ITA (๘๕ คะแนนขึ้นไป)", "ร้อยละ ๘๐",
     "ร้อยละ ๖๐.๐๐", "ต่ำกว่าแผน"],
    ["กิจกรรม", "เชิงปริมาณ", "จำนวนกลุ่มเป้าหมายที่เข้าร่วมโครงการ ไม่น้อยกว่า", "๖๐๐ ราย", "๖๔๖ ราย", "สูงกว่าแผน"],
]  # fmt: skip
_OLDER_SCORES: Rows = [
    [1, "กค.", "๙๖.๑๒"], [2, "สปว.", "๙๐.๐๔"], [3, "กบ.", "๘๕.๐๐"], [4, "กฝ.", "๗๙.๙๙"], [5, "สทม.", "๖๔.๘๐"],
]  # fmt: skip


def make(root: Path) -> Path:
    """Write data/raw and data/reference under `root`, which is given back."""
    reference, raw = root / "data" / "reference", root / "data" / "raw" / str(FISCAL_YEAR)
    shutil.copytree(_REFERENCE, reference)
    raw.mkdir(parents=True)
    with (reference / "units.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("unit", "name_th", "name_en", "kind", "aliases", "source"))
        writer.writerows((*unit, "", "made up") for unit in _UNITS)
    _book(raw / "activities.xlsx", {"กิจกรรม": _ACTIVITIES})
    _book(raw / "expenses.xlsx", {"เบิกจ่าย": _EXPENSES})
    _book(raw / "ita_scores.xlsx", {"คะแนนรายหน่วยงาน": _SCORES, "สปว. รายเครื่องมือ": _TOOLS})
    _book(raw / "targets.xlsx", {"ตัวชี้วัด": _TARGETS})
    return root


def make_older(root: Path, fiscal_year: int) -> Path:
    """The scores alone of a year before EIT came in two parts and levels in words. `root` is given back."""
    raw = make(root) / "data" / "raw" / str(fiscal_year)
    raw.mkdir(parents=True)
    rows: Rows = [
        [f"ผลการประเมิน ITA ประจำปี {fiscal_year} กระทรวงวารี"],
        ["ลำดับ", "หน่วยงาน", "คะแนน ITA"],
        *_OLDER_SCORES,
    ]
    _book(raw / "ita_scores.xlsx", {"คะแนนรายหน่วยงาน": rows})
    return root


def _book(path: Path, sheets: dict[str, Rows]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
