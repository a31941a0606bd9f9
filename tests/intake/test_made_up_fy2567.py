"""FY2567 of a ministry that does not exist, in five formats, typed as differently from FY2568 as people type.

Its units, events and figures are made up; what must come out was worked out by hand.
"""

from __future__ import annotations

import datetime
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itaanalysis.cli import main
from itaanalysis.intake import Intake, read_year
from itaanalysis.workspace import Workspace
from itaanalysis.year import YearData

from .tidy_rows import rows

UNITS = """unit,name_th,name_en,kind,aliases,source
ทฟ.,กระทรวงท้องฟ้าสมมุติ,Ministry of Make-Believe Sky,ministry,,made up
สปทฟ.,สำนักงานปลัดกระทรวงท้องฟ้าสมมุติ,Office of Make-Believe Sky (OPS),office,สป.|สนง.ปลัดท้องฟ้า,made up
กสร.,กรมสายรุ้งสมมุติ,Department of Rainbows (DOR),department,,made up
กหม.,กรมหมอกสมมุติ,Department of Fog (DOF),department,,made up
"""
HERE = Path(__file__).parent
HEADER = [
    ["ผู้เข้าร่วม", "ผู้เข้าร่วม", None, "วันที่จัด", "ชื่อกิจกรรม", "รหัส", "หน่วยงานรับผิดชอบ", "ผู้ประสานงานโครงการ"],
    ["ณ สถานที่จัด", "ออนไลน์ (จังหวัด)"],
]
# sara am typed in two characters, a mark doubled, a zero-width space, a no-break space, digits mixed
ACTIVITIES = [
    [],
    ["สรุปกิจกรรมของกระทรวงท้องฟ้าสมมุติ ปีงบประมาณ พ.ศ. ๒๕๖๗"],
    [],
    *HEADER,
    ["กิจกรรมย่อยที่ ๑ ปลุกจิตส\u0e4d\u0e32นึก"],
    ["๕2 คน", 7, None, "๓๐ ธ.ค. - ๓ ม.ค. ๒๕๖๗", "สัมมนาใหญญ่่", "๑.๑", "กรมสาย\u200bรุ้งสมมุติ", "ก"],
    [40, "๗๖ จังหวัด", None, 45292, "อบรม\u00a0รุ่น  ๑", 1.2, "กสร."],
    [],
    ["-", None, None, "14/2/2567 – 15/2/2024", "อบรม รุ่น ๒", "1.3 (๑)", "สนง. ปลัดท้องฟ้า", "ข"],
    ["๙๒", None, None, None, "รวม"],
    ["หน้า ๒"],
    *HEADER,
    ["กิจกรรมย่อยที่ ๒ เผยแพร่"],
    ["1,๒๐๐ ราย", None, None, "ตลอดปีงบประมาณ", "ท\u0e4d\u0e32สื่อ", "๒.๑", "สป."],
    [None, None, None, "ไตรมาสที่ ๔", "ประกวดคำขวัญ", "2.2", "กรมหมอกสมมุติ"],
    ["๑,๒๙๒", None, None, None, "รวมทั้งสิ้น"],
    [],
    ["หมายเหตุ : ตัวเลขสมมุติทั้งหมด"],
]
MORE_ACTIVITIES = [
    ["กิจกรรมย่อย", "รหัสกิจกรรม", "กิจกรรม", "วันที่เริ่ม", "วันที่สิ้นสุด", "จังหวัด", "ผู้เข้าร่วม (คน)"],
    ["กิจกรรมย่อยที่ ๓ ตรวจสอบ", "๓.๑", "ตรวจเยี่ยม", datetime.datetime(2567, 5, 2), "2024-05-03", "ตาก", 10],
    [None, "๓.๒", "ตรวจซ้ำ", "วันจันทร์ที่ 6 พ.ค. 67", None, "น่าน", "๑๑ คน"],
    [None, None, "รวม", None, None, None, 21],
]
EXPENSES = """งบประมาณที่ได้รับจัดสรร ๕๐๐,๐๐๐.- บาท;;;
;;;
จำนวนเงิน (บาท);รายการ;ที่;เลขที่ใบสำคัญแนบ
300,๐๐๐.75;รวมทั้งสิ้น;;
๑๐๐,๐๐๐.-;สัมมนา;1.1;บ 1
200,000.50 บาท;อบรม;๑.๒;
(๐.๒๕);คืนเงิน;1.3(1);
ไม่มีค่าใช้จ่าย;สื่อ;2.1;
0.50;ประกวด;2.2;
"""
SCORES: dict[str, list[list[Any]]] = {
    "ถ่วงน้ำหนัก": [
        [None, "ระดับ", "รวม", "OIT", "EIT", "IIT", "หน่วยงาน"],
        [None, "ผ่านดี", 91.8, 38.4, 26.4, 27, "สปทฟ."],  # 96 of 100, 88, 90
        [None, "ผ่านดี", 87, 36, 24, 27, "กสร."],  # 90, 80, 90: a tool below 85
    ],
    "สิบตัวชี้วัด": [
        ["หน่วยงาน", *(f"ตัวชี้วัดที่ {number}" for number in range(1, 11))],
        # IIT 80, EIT 82, OIT 80; 0.3 × 80 + 0.3 × 82 + 0.4 × 80 = 80.6
        ["กรมหมอกสมมุติ", 90, "๘๐", 85, 70, 75, 82, 84, 80, 100, "6๐.00"],
    ],
    "ดัชนี": [
        ["ดัชนีคุณธรรม ปีงบประมาณ พ.ศ. ๒๕๖๗"],
        ["ด้าน", "ทฟ.", "สปทฟ."],
        ["การปฏิบัติหน้าที่", 90, 91],
        ["การใช้งบประมาณ", 91, 92],
        ["การใช้อำนาจ", 92, 93],
        ["การใช้ทรัพย์สินของราชการ", 93, 94],
        ["คุณภาพการดำเนินงาน", 94, 96],
        ["เฉลี่ย", 92, 93.2],
    ],
}


def write_xlsm(path: Path, rows: list[list[Any]]) -> None:
    """A workbook with a (made-up) macro part, its sheet hidden behind an empty one, its last row hidden too."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("ซ่อน")
    for down, row in enumerate(rows, start=6):
        for across, value in enumerate(row, start=2):
            if value is not None:
                sheet.cell(down, across, value)
    sheet.sheet_state = "hidden"
    sheet.row_dimensions[8].hidden = True
    book.save(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"made up, never run")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, repository: Path, write_ods: Any, write_xlsb: Any) -> Path:
    root = tmp_path_factory.mktemp("made_up_fy2567")
    shutil.copytree(repository / "data/reference", root / "data/reference")
    (root / "data/reference/units.csv").write_text(UNITS, "utf-8")
    raw = root / "data/raw/2567"
    raw.mkdir(parents=True)
    write_ods(raw / "กิจกรรม (แก้ไขครั้งที่ 2).ods", {"Sheet1": [[None, None, *row] for row in ACTIVITIES]})
    write_xlsm(raw / "เพิ่มเติม.xlsm", MORE_ACTIVITIES)
    (raw / "การเงิน.csv").write_bytes(EXPENSES.replace("\n", "\r\n").encode("cp874"))
    write_xlsb(raw / "ITA.xlsb", SCORES)
    shutil.copy(HERE / "made_up/targets_fy2567.xls", raw / "kpi.xls")
    return root


@pytest.fixture(scope="module")
def intake(root: Path) -> Intake:
    return read_year(Workspace(root), 2567)


def test_no_error_and_only_warnings_that_are_true(intake: Intake) -> None:
    assert [problem.message_en for problem in intake.problems.errors] == []
    told = {(problem.code, problem.place.file, problem.place.cell) for problem in intake.problems}
    ods, xlsm, csv, xlsb = "กิจกรรม (แก้ไขครั้งที่ 2).ods", "เพิ่มเติม.xlsm", "การเงิน.csv", "ITA.xlsb"
    assert {one for one in told if one[0] not in ("alias-unused", "file-ignored")} == {
        ("column-unknown", ods, "J4"),
        ("weekend", ods, "F7"),  # 30 December 2023
        ("hidden-sheet", xlsm, ""),
        ("hidden-rows", xlsm, ""),
        ("suspicious-year", xlsm, "E7"),
        ("column-unknown", csv, "D3"),
        ("negative-amount", csv, "A7"),
        ("weighted-points", xlsb, "D2"),
        ("weighted-points", xlsb, "D3"),
        ("total-computed", xlsb, "A2"),
    }


def test_activities(intake: Intake) -> None:
    assert rows(
        intake.tables["activities"],
        "code", "group", "group_name", "name", "start_date", "end_date", "host", "participants", "online_provinces",
    ) == [
        ("1.1", "1", "ปลุกจิตสำนึก", "สัมมนาใหญญ่", "2023-12-30", "2024-01-03", "กสร.", 52, 7),
        ("1.2", "1", "ปลุกจิตสำนึก", "อบรม รุ่น ๑", "2024-01-01", "2024-01-01", "กสร.", 40, 76),
        ("1.3(1)", "1", "ปลุกจิตสำนึก", "อบรม รุ่น ๒", "2024-02-14", "2024-02-15", "สปทฟ.", None, None),
        ("2.1", "2", "เผยแพร่", "ทำสื่อ", "2023-10-01", "2024-09-30", "สปทฟ.", 1200, None),
        ("2.2", "2", "เผยแพร่", "ประกวดคำขวัญ", "2024-07-01", "2024-09-30", "กหม.", None, None),
        ("3.1", "3", "ตรวจสอบ", "ตรวจเยี่ยม", "2024-05-02", "2024-05-03", None, 10, None),
        ("3.2", "3", "ตรวจสอบ", "ตรวจซ้ำ", "2024-05-06", "2024-05-06", None, 11, None),
    ]  # fmt: skip
    assert rows(intake.tables["activities"], "source")[0] == ("กิจกรรม (แก้ไขครั้งที่ 2).ods!Sheet1!C7",)


def test_expenses(intake: Intake) -> None:
    assert rows(intake.tables["expenses"], "code", "item", "amount_baht") == [
        ("1.1", "สัมมนา", 100000.0),
        ("1.2", "อบรม", 200000.5),
        ("1.3(1)", "คืนเงิน", -0.25),
        ("2.1", "สื่อ", 0.0),
        ("2.2", "ประกวด", 0.5),
    ]


def test_scores(intake: Intake) -> None:
    assert rows(intake.tables["unit_scores"], "unit", "score", "iit", "eit", "oit", "level", "passed") == [
        ("สปทฟ.", 91.8, 90.0, 88.0, 96.0, "ผ่านดี", True),
        ("กสร.", 87.0, 90.0, 80.0, 90.0, "ผ่าน", True),
        ("กหม.", 80.6, 80.0, 82.0, 80.0, "ต้องปรับปรุง", False),
    ]
    assert rows(intake.tables["reported_levels"], "unit", "level") == [("สปทฟ.", "ผ่านดี"), ("กสร.", "ผ่านดี")]
    by_indicator = intake.tables["indicator_scores"]
    assert rows(by_indicator[by_indicator["unit"] == "ทฟ."], "indicator", "score") == [
        (1, 90.0), (2, 91.0), (3, 92.0), (4, 93.0), (6, 94.0),
    ]  # fmt: skip


def test_targets(intake: Intake) -> None:
    assert rows(intake.tables["targets"], "kpi", "tier", "operator", "target", "unit", "reported", "source") == [
        ("pass_rate", "ministry", ">=", 60.0, "percent", 66.67, "kpi.xls!ตัวชี้วัดสมมุติ!B4"),
        ("ita_score_ops", "project", ">=", 85.0, "points", 91.8, "kpi.xls!ตัวชี้วัดสมมุติ!B5"),
        ("participants", "activity", ">=", 1300.0, "people", 1313.0, "kpi.xls!ตัวชี้วัดสมมุติ!B6"),
    ]


def test_totals_and_every_row_accounted_for(intake: Intake) -> None:
    assert set(rows(intake.tables["totals"], "table", "column", "reported")) == {
        ("activities", "participants[1]", 92.0),
        ("activities", "participants", 1292.0),
        ("activities", "participants", 21.0),
        ("expenses", "allocation_baht", 500000.0),
        ("expenses", "amount_baht", 300000.75),
        ("indicator_scores", "mean[ทฟ.]", 92.0),
        ("indicator_scores", "mean[สปทฟ.]", 93.2),
    }
    accounting = intake.accounting
    kinds = ["title", "header", "group", "data", "total", "note", "problem"]
    assert (accounting[kinds].sum(axis=1) == accounting["rows"]).all()
    assert accounting["problem"].sum() == 0


def test_kpis_and_checks(root: Path, intake: Intake) -> None:
    year = YearData.of(intake, Workspace(root))
    assert year.kpis().set_index("kpi")["value"].dropna().to_dict() == {
        "pass_rate": 66.67,  # 2 of 3
        "ethics_index_ministry": 92.0,
        "ita_score_ops": 91.8,
        "ethics_index_ops": 93.2,
        "participants": 1313.0,
        "budget_utilisation": 60.0,  # 300,000.75 of 500,000 is 60.00015
    }
    checks = year.checks().set_index("check")["verdict"]
    assert checks["level:กสร."] == "differs"  # typed ผ่านดี, but EIT is 80
    assert checks["level:สปทฟ."] == "agrees"


def test_the_command_cleans_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (root / "data/raw/2567").iterdir()}
    assert main(["clean", "--root", str(root)]) == 0
    assert "พาณิชย์" not in capsys.readouterr().out
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
