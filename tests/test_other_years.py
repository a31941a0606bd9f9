"""Nothing belongs to FY2568 or to one ministry: another year, and a ministry that does not exist, run the same way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import itaanalysis as ita
from itaanalysis.cli import main

UNITS = """unit,name_th,name_en,kind,aliases,source
มส.,กระทรวงสมมุติ,Ministry of Make-Believe,ministry,,made up
สปม.,สำนักงานปลัดกระทรวงสมมุติ,Office of Make-Believe (OMB),office,สป.|สำนักงานปลัด,made up
กกม.,กรมก้อนเมฆ,Department of Clouds (DOC),department,,made up
กขน.,กรมขนนก,Department of Feathers (DOF),department,,made up
"""


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


@pytest.fixture(scope="module")
def made_up_ministry(tmp_path_factory: Any, repository: Path) -> Path:
    """FY2565 of a made-up ministry: one total row wrong by 1, one level typed wrong."""
    root = Path(tmp_path_factory.mktemp("made_up_ministry"))
    reference = root / "data" / "reference"
    reference.mkdir(parents=True)
    for name in ("headers.csv", "words.csv", "national.csv", "published_rows.csv"):
        (reference / name).write_bytes((repository / "data" / "reference" / name).read_bytes())
    (reference / "units.csv").write_text(UNITS, "utf-8-sig")
    raw = root / "data" / "raw" / "2565"
    workbook(
        raw / "ทุกอย่าง.xlsx",
        {
            "กิจกรรม": [
                ["กิจกรรมของกระทรวงสมมุติ ปีงบประมาณ พ.ศ. ๒๕๖๕"],
                ["รหัส", "ชื่อกิจกรรม", "วันที่จัด", "หน่วยงานเจ้าภาพ", "จำนวนคน"],
                ["๑", "ลอยก้อนเมฆ", "๑ ตุลาคม ๒๕๖๔", "กรมก้อนเมฆ", 10],
                ["๒", "เก็บขนนก", "๒๙ - ๓๐ กันยายน ๒๕๖๕", "กรมขนนก", 21],
                ["รวม", None, None, None, 30],
            ],
            "เงิน": [
                ["วงเงินที่ได้รับจัดสรร ๑,๐๐๐ บาท"],
                ["รหัส", "รายการ", "เบิกจ่ายจริง"],
                ["1", "เชือก", 333.33],
                ["2", "ตะกร้า", 333.34],
            ],
            "คะแนน": [
                ["หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"],
                ["สปม.", 95, 95, 95, 95, "AA"],
                ["กกม.", 90, 80, 85, 85, "A"],
                ["กขน.", 80, 80, 80, 80, "A"],
            ],
            "ตัวชี้วัด": [
                ["ระดับ", "ตัวชี้วัด", "ค่าเป้าหมาย", "ผลลัพธ์"],
                ["กระทรวง", "ร้อยละของหน่วยงานที่ผ่านเกณฑ์ ITA", "ร้อยละ ๖๐", "ร้อยละ ๖๗"],
                ["โครงการ", "คะแนน ITA ของสำนักงานปลัดกระทรวงสมมุติ", "๘๕ คะแนน", "๙๕ คะแนน"],
                ["กิจกรรม", "จำนวนผู้เข้าร่วม", "๓๑ คน", "๓๑ คน"],
            ],
        },
    )
    return root


def test_it_is_cleaned(made_up_ministry: Path, capsys: Any) -> None:
    assert main(["clean", "--root", str(made_up_ministry)]) == 0
    assert "errors: 0" in capsys.readouterr().out
    package = json.loads((made_up_ministry / "data" / "processed" / "2565" / "datapackage.json").read_text("utf-8"))
    assert package["sources"][0]["path"] == "data/raw/2565/ทุกอย่าง.xlsx"


def test_its_rows(made_up_ministry: Path) -> None:
    year = ita.load(2565, made_up_ministry)
    assert list(year.activities["host"]) == ["กกม.", "กขน."]
    assert list(year.activities["start_date"].dt.strftime("%Y-%m-%d")) == ["2021-10-01", "2022-09-29"]
    assert list(year.unit_scores["name_en"])[1] == "Department of Clouds (DOC)"
    # to FY2565 the total alone decides the level
    assert list(year.unit_scores["level"]) == ["AA", "A", "B"]
    assert list(year.unit_scores["passed"]) == [True, True, False]
    assert (year.ministry_unit, year.ops_unit) == ("มส.", "สปม.")


def test_its_kpis(made_up_ministry: Path) -> None:
    kpis = ita.load(2565, made_up_ministry).kpis().set_index("kpi")
    assert kpis["value"].to_dict() == {
        "pass_rate": 66.67,  # 2 of 3
        "ita_score_ops": 95.0,
        "participants": 31.0,
        "budget_utilisation": 66.67,  # 666.67 of 1,000
    }
    assert kpis["status"].dropna().to_dict() == {
        "pass_rate": "above",
        "ita_score_ops": "above",
        "participants": "as_planned",
    }


def test_its_checks(made_up_ministry: Path) -> None:
    checks = ita.load(2565, made_up_ministry).checks().set_index("check")
    assert set(checks.index[checks["verdict"] == "differs"]) == {
        "participants_total",  # 31 against 30
        "kpi:pass_rate",  # 66.67 against 67
        "level:กขน.",  # B against A
    }
    assert checks.loc["ita_total:กกม.", "verdict"] == "agrees"  # 0.3 × 90 + 0.3 × 80 + 0.4 × 85 = 85


def test_no_word_of_the_other_ministry(made_up_ministry: Path, capsys: Any) -> None:
    main(["clean", "--root", str(made_up_ministry)])
    main(["check", "--root", str(made_up_ministry)])
    said = capsys.readouterr().out
    said += "".join(
        path.read_text("utf-8-sig") for path in (made_up_ministry / "data" / "processed" / "2565").glob("*.csv")
    )
    assert "พาณิชย์" not in said
    assert "พณ." not in said
    assert "2568" not in said
    assert "Commerce" not in said


def test_a_ministry_without_an_office_has_no_figure_for_one(made_up_ministry: Path, tmp_path: Path) -> None:
    reference = tmp_path / "data" / "reference"
    reference.mkdir(parents=True)
    for path in (made_up_ministry / "data" / "reference").iterdir():
        (reference / path.name).write_bytes(path.read_bytes())
    without = [line for line in UNITS.splitlines() if not line.startswith(("มส.", "สปม."))]
    (reference / "units.csv").write_text("\n".join(without), "utf-8")
    workbook(tmp_path / "data" / "raw" / "2565" / "a.xlsx", {"ก": [["หน่วยงาน", "คะแนน"], ["กกม.", 90], ["กขน.", 80]]})
    year = ita.load(2565, tmp_path)
    assert (year.ops_unit, year.ministry_unit) == (None, None)
    assert year.kpis().set_index("kpi")["value"].to_dict() == {"pass_rate": 50.0}
    assert set(year.checks()["verdict"]) == {"unchecked"}
