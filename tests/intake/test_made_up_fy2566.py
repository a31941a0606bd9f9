"""FY2566 of another ministry that does not exist: one workbook of crowded sheets, and a CSV file.

Its units, events and figures are made up; what must come out was worked out by hand.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import itaanalysis as ita
from itaanalysis.cli import main
from itaanalysis.intake import Intake, read_year
from itaanalysis.workspace import Workspace

from .tidy_rows import rows

UNITS = """unit,name_th,name_en,kind,aliases,source
ทส.,กระทรวงทะเลสมมุติ,Ministry of Make-Believe Seas,ministry,,made up
สปทส.,สำนักงานปลัดกระทรวงทะเลสมมุติ,Office of Make-Believe Seas (OPS),office,,made up
กคล.,กรมคลื่นสมมุติ,Department of Waves (DOW),department,กรมคลื่น,made up
กกล.,กรมเกลือสมมุติ,Department of Salt (DOS),department,,made up
"""
# Two tables of events and one of money, below each other on one sheet that starts at C3.
CROWDED = [
    ["รายงานกิจกรรม", None, None, None, None, None],
    ["ปีงบประมาณ พ.ศ. ๒๕๖๖"],
    [None],
    ["การดำเนินงาน", None, None, None, "กลุ่มเป้าหมาย", None],
    ["ข้อ", "โครงการ/กิจกรรม", "ระยะเวลาดำเนินการ", "สถานที่จัด", "ผู้เข้าร่วม", None],
    [None, None, None, None, "ณ สถานที่จัด", "ออนไลน์ (จังหวัด)"],
    ["กิจกรรมย่อยที่ ๑ ค่ายสมมุติ"],
    ["1.1", "ค่าย “ใจซื่อ”", "ต.ค. ๖๕ - ธ.ค. ๖๕", "หาด ก", "๑๐๐", 3],
    ["๑.๒", "ค่ายมือสะอาด", "๗, ๑๔ และ ๒๑ มกราคม ๒๕๖๖", "หาด ข", "ไม่มี", "-"],
    ["รวมกิจกรรมย่อยที่ ๑", None, None, None, "๑๐๐ คน", None],
    ["กิจกรรมย่อยที่ ๒ อบรมสมมุติ"],
    ["๒.๑", "อบรม\nหลักสูตรสั้น", "31 มี.ค. – 2 เม.ย. 2566", "ห้อง ค", 55, None],
    ["รวมกิจกรรมย่อยที่ ๒", None, None, None, "๕๕", None],
    ["รวมทั้งสิ้น", None, None, None, "๑๕๕", None],
    ["ที่มา : แบบสำรวจสมมุติ"],
    [None],
    ["กิจกรรมเพิ่มเติม (ส่งทีหลัง)"],
    ["วันที่", "กิจกรรม", "รหัส", "เจ้าภาพ", "จำนวนคน"],
    ["2023-07-03 09:00:00", "เก็บขยะ", "3.1", "กรมคลื่น", "๒๐ ราย"],
    ["เดือนสิงหาคม", "ปลูกป่า", "3.2", "กกล.", 25],
    [None],
    [None],
    ["ค่าใช้จ่าย วงเงินที่ได้รับจัดสรร ๑.๕ ล้านบาท"],
    ["รายการ", None, "รหัส", "ค่าใช้จ่าย (บาท)", "หมายเหตุ"],
    ["๑. ค่าย"],
    ["ค่ายใจซื่อ", None, "๑.๑", "๕๐๐,๐๐๐.๒๕", None],
    ["ค่ายมือสะอาด", None, "๑.๒", "ไม่มี", "ใช้งบอื่น"],
    ["รวม", None, None, "๕๐๐,๐๐๐.๒๕ บาท"],
    ["๒. อบรม"],
    ["อบรม", None, "๒.๑", 249_999.75, None],
    ["รวม", None, None, 249_999.75],
    ["รวมเป็นเงินทั้งสิ้น", None, None, "๗๕๐,๐๐๐.-", "คิดเป็นร้อยละ ๕๐.๐๐"],
]
CROWDED_MERGES = ["C3:H3", "C6:F6", "G6:H6", "C7:C8", "D7:D8", "E7:E8", "F7:F8", "G7:H7", "C9:H9", "C13:H13"]
# Tools of one unit named in the title, with weights and weighted scores; EIT in two parts from FY2566 on.
OPS_TOOLS = [
    ["ผลการประเมิน ITA ของสำนักงานปลัดกระทรวงทะเลสมมุติ ปีงบประมาณ พ.ศ. ๒๕๖๖"],
    ["เครื่องมือ", "น้ำหนัก", "คะแนน", "คะแนนถ่วงน้ำหนัก"],
    ["แบบวัด IIT", 30, "๙๐.๐๐", 27],
    ["แบบวัด EIT ส่วนที่ ๑", 15, 88, 13.2],
    ["แบบวัด EIT ส่วนที่ ๒", 15, 84, 12.6],
    ["แบบตรวจ OIT", 40, 95, 38],
    ["คะแนนรวม", None, "๙๐.๘๐ (ผ่านดี)", None],  # 27 + 25.8 + 38
]
# Unit, indicator, score in long rows; 0.3 × 80 + 0.3 × 82 + 0.4 × 80 = 80.6
LONG = [90, 80, 85, 70, 75, 82, 84, 80, 100, 60]
INDICATORS = [
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
]  # fmt: skip
UNIT_AND_TOTAL = [
    ["คะแนนรวม ITA", "ลำดับ", "ส่วนราชการ/หน่วยงาน", "ระดับผลการประเมิน"],
    ["ผ่านเกณฑ์การประเมิน"],
    ["96.5๐", 1, "กรมเกลือสมมุติ", "ผ่านดีเยี่ยม"],
    ["๙๐.๘", 2, "สปทส."],
    ["ไม่ผ่านเกณฑ์การประเมิน"],
    ["80.60", 3, "กรมคลื่น"],
]
TARGETS = """ลำดับ,ชื่อตัวชี้วัด,ค่าเป้าหมาย,ผลลัพธ์,ประเภทตัวชี้วัด,ระดับ
1,"ร้อยละของหน่วยงานที่ผ่านเกณฑ์ ITA ไม่น้อยกว่า",๗๐%,๖๖.๖๗%,เชิงปริมาณ,กระทรวง
2,"จำนวนผู้เข้าร่วมโครงการ","๒๐๐ คน","๒๐๐ คน",เชิงปริมาณ,กิจกรรม
"""


def put(book: openpyxl.Workbook, name: str, rows: Sequence[Sequence[Any]], at: tuple[int, int] = (1, 1)) -> Any:
    sheet = book.create_sheet(name)
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            if value is not None:
                sheet.cell(at[0] + down, at[1] + across, value)
    return sheet


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    root = tmp_path_factory.mktemp("made_up_fy2566")
    shutil.copytree(repository / "data/reference", root / "data/reference")
    (root / "data/reference/units.csv").write_text(UNITS, "utf-8")
    raw = root / "data/raw/2566"
    raw.mkdir(parents=True)
    book = openpyxl.Workbook()
    crowded = put(book, "รวมทุกเรื่อง", CROWDED, at=(3, 3))
    for span in CROWDED_MERGES:
        crowded.merge_cells(span)
    put(book, "ปลัด", OPS_TOOLS, at=(2, 5))
    long = [["คะแนน", "หน่วยงาน", "ตัวชี้วัด"]]
    for at, (name, score) in enumerate(zip(INDICATORS, LONG, strict=True)):
        long.append([score, None if at else "กรมคลื่นสมมุติ", name])
    put(book, "คลื่น", long)
    put(book, "เกลือ", UNIT_AND_TOTAL, at=(7, 2))
    book.save(raw / "ส่ง สนผ. final(3).xlsx")
    (raw / "kpi.csv").write_text(TARGETS, "utf-8")
    return root


@pytest.fixture(scope="module")
def intake(root: Path) -> Intake:
    return read_year(Workspace(root), 2566)


def test_no_error_and_only_warnings_that_are_true(intake: Intake) -> None:
    assert [problem.message_en for problem in intake.problems.errors] == []
    told = {(problem.code, problem.place.sheet, problem.place.cell) for problem in intake.problems}
    assert {one for one in told if one[0] != "alias-unused"} == {
        ("weekend", "รวมทุกเรื่อง", "E11"),  # 7 and 21 January 2023
        ("weekend", "รวมทุกเรื่อง", "E14"),  # 2 April 2023
        ("group-unnamed", "รวมทุกเรื่อง", "C21"),
    }


def test_activities(intake: Intake) -> None:
    assert rows(
        intake.tables["activities"],
        "code", "group", "group_name", "name", "start_date", "end_date", "venue", "host", "participants",
        "online_provinces",
    ) == [
        ("1.1", "1", "ค่ายสมมุติ", "ค่าย “ใจซื่อ”", "2022-10-01", "2022-12-31", "หาด ก", None, 100, 3),
        ("1.2", "1", "ค่ายสมมุติ", "ค่ายมือสะอาด", "2023-01-07", "2023-01-21", "หาด ข", None, None, None),
        ("2.1", "2", "อบรมสมมุติ", "อบรม หลักสูตรสั้น", "2023-03-31", "2023-04-02", "ห้อง ค", None, 55, None),
        ("3.1", "3", None, "เก็บขยะ", "2023-07-03", "2023-07-03", None, "กคล.", 20, None),
        ("3.2", "3", None, "ปลูกป่า", "2023-08-01", "2023-08-31", None, "กกล.", 25, None),
    ]  # fmt: skip


def test_expenses(intake: Intake) -> None:
    assert rows(intake.tables["expenses"], "code", "item", "amount_baht", "note") == [
        ("1.1", "ค่ายใจซื่อ", 500000.25, None),
        ("1.2", "ค่ายมือสะอาด", 0.0, "ใช้งบอื่น"),
        ("2.1", "อบรม", 249999.75, None),
    ]


def test_scores(intake: Intake) -> None:
    assert set(rows(intake.tables["unit_scores"], "unit", "score", "iit", "eit", "oit", "level", "passed")) == {
        ("สปทส.", 90.8, 90.0, 86.0, 95.0, "ผ่านดี", True),
        ("กคล.", 80.6, 80.0, 82.0, 80.0, "ต้องปรับปรุง", False),
        ("กกล.", 96.5, None, None, None, "unknown", True),  # without tools the level is not guessed
    }
    assert set(rows(intake.tables["tool_scores"], "unit", "tool", "score")) == {
        ("สปทส.", "IIT", 90.0), ("สปทส.", "EIT1", 88.0), ("สปทส.", "EIT2", 84.0), ("สปทส.", "EIT", 86.0),
        ("สปทส.", "OIT", 95.0), ("กคล.", "IIT", 80.0), ("กคล.", "EIT", 82.0), ("กคล.", "OIT", 80.0),
    }  # fmt: skip
    assert rows(intake.tables["indicator_scores"], "unit", "indicator", "score") == [
        ("กคล.", number, float(score)) for number, score in enumerate(LONG, start=1)
    ]
    assert set(rows(intake.tables["reported_levels"], "unit", "level", "passed")) == {
        ("สปทส.", "ผ่านดี", None),
        ("กกล.", "ผ่านดีเยี่ยม", True),
        ("สปทส.", None, True),
        ("กคล.", None, False),
    }


def test_targets(intake: Intake) -> None:
    assert rows(intake.tables["targets"], "kpi", "tier", "kind", "operator", "target", "unit", "reported") == [
        ("pass_rate", "ministry", "quantity", ">=", 70.0, "percent", 66.67),
        ("participants", "activity", "quantity", ">=", 200.0, "people", 200.0),
    ]


def test_totals_and_every_row_accounted_for(intake: Intake) -> None:
    assert set(rows(intake.tables["totals"], "table", "column", "reported")) == {
        ("activities", "participants[1]", 100.0),
        ("activities", "participants[2]", 55.0),
        ("activities", "participants", 155.0),
        ("expenses", "allocation_baht", 1500000.0),
        ("expenses", "amount_baht[1]", 500000.25),
        ("expenses", "amount_baht[2]", 249999.75),
        ("expenses", "amount_baht", 750000.0),
        ("expenses", "budget_utilisation", 50.0),
        ("tool_scores", "score[สปทส.]", 90.8),
    }
    accounting = intake.accounting
    kinds = ["title", "header", "group", "data", "total", "note", "problem"]
    assert (accounting[kinds].sum(axis=1) == accounting["rows"]).all()
    assert accounting["problem"].sum() == 0


def test_the_year_runs_through_the_commands(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(root)]) == 0
    assert main(["clean", "--root", str(root)]) == 0
    assert "พาณิชย์" not in capsys.readouterr().out
    year = ita.load(2566, root)
    assert year.kpis().set_index("kpi")["value"].dropna().to_dict() == {
        "pass_rate": 66.67,
        "ita_score_ops": 90.8,
        "participants": 200.0,
        "budget_utilisation": 50.0,
    }
    assert "differs" not in set(year.checks()["verdict"]), year.checks()[["check", "verdict", "message_en"]]
