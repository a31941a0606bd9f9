"""The yearly routine of docs/add-a-year.md, step by step, with a made-up FY2569 typed into the workbooks."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import itaanalysis as ita
from itaanalysis.cli import main

PROJECT = Path(__file__).parent.parent
STEP = re.compile(r"^(\d+)\. .*?(?=^\d+\. |^## )", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^   ita (.+)$", re.MULTILINE)

ACTIVITIES = [
    ["กิจกรรมย่อยที่ ๑ เครือข่ายสมมุติ"],
    ["๑.๑", "สัมมนาสมมุติ", "วันจันทร์ที่ ๑๕ - วันอังคารที่ ๑๖ ธันวาคม ๒๕๖๘", "ห้องประชุมสมมุติ", "นนทบุรี", "สป.", 60, 76],
    ["๑.๒", "อบรมสมมุติ", "๗, ๑๔ และ ๒๑ มกราคม ๒๕๖๙", "ห้องประชุมสมมุติ", "ตรัง", "คต.", "๔๐ คน"],
    ["กิจกรรมย่อยที่ ๒ สื่อสมมุติ"],
    ["๒.๑", "เผยแพร่สื่อสมมุติ", "ตลอดปีงบประมาณ"],
    ["๒.๒", "นิทรรศการสมมุติ", "ไตรมาสที่ ๓/๒๕๖๙", None, None, "กรมการค้าภายใน", 1200],
    ["รวมทั้งสิ้น", None, None, None, None, None, "๑,๓๐๐"],
]  # fmt: skip
EXPENSES = [
    ["๑.๑", "สัมมนาสมมุติ", "๑๐๐,๐๐๐.๕๐ บาท"],
    ["๑.๒", "อบรมสมมุติ", 200_000.25],
    ["๒.๑", "เผยแพร่สื่อสมมุติ", "ไม่มีค่าใช้จ่าย"],
    ["๒.๒", "นิทรรศการสมมุติ", "๕๐,๐๐๐.-"],
    ["รวมทั้งสิ้น", None, 350_000.75],
]
ALLOCATION = 400_000
# IIT, OIT and the two parts of EIT; 0.3 × 95 + 0.3 × (94 + 92) / 2 + 0.4 × 94.75 = 94.30
TOOLS = {"สป.": (94.30, 95, 94.75, 94, 92)}
OTHERS = {"คต.": 95.44, "คน.": 90, "จร.": 91, "ทป.": 92, "พค.": 93, "สค.": 94, "สนค.": 86, "อคส.": 85, "สวอ.": 84.99,
          "สศท.": 88, "สพค.": 89.60}  # fmt: skip
ETHICS = {"การปฏิบัติหน้าที่": (96, 95), "การใช้งบประมาณ": (97, 94), "การใช้อำนาจ": (98, 96), "การใช้ทรัพย์สินของราชการ": (95, 93),
          "คุณภาพการดำเนินงาน": (99, 92)}  # fmt: skip
EXPECTED = {
    "pass_rate": 91.67,  # 11 of 12: สวอ. has 84.99
    "ethics_index_ministry": 97.0,
    "ita_score_ops": 94.3,
    "ethics_index_ops": 94.0,
    "participants": 1300,
    "budget_utilisation": 87.5,  # 350,000.75 of 400,000 is 87.5001875
}


def type_into(path: Path, sheet: str, heading: str, rows: Sequence[Sequence[Any]], key: str | None = None) -> None:
    """Type rows below the header; with the heading of a `key` column, into the row that has the first value there."""
    book = openpyxl.load_workbook(path)
    its = book[sheet]
    header = next(cell.row for row in its.iter_rows() for cell in row if cell.value == heading)
    columns = {cell.value: cell.column for cell in its[header] if cell.value}
    for down, values in enumerate(rows, start=1):
        row, left = header + down, 1
        if key:
            left = columns[key]
            row = next(n for n in range(header + 1, its.max_row + 1) if its.cell(n, left).value == values[0])
        for across, value in enumerate(values):
            if value is not None:
                its.cell(row, left + across, value)
    book.save(path)


def fill_in(folder: Path) -> None:
    """A made-up FY2569, typed as people type."""
    type_into(folder / "activities.xlsx", "ผลการดำเนินงาน", "กิจกรรม", ACTIVITIES)
    type_into(folder / "expenses.xlsx", "เบิกจ่าย", "รายการ", EXPENSES)
    book = openpyxl.load_workbook(folder / "expenses.xlsx")
    allocation = next(cell for row in book["เบิกจ่าย"].iter_rows() for cell in row if "จัดสรร" in str(cell.value))
    allocation.offset(column=1).value = ALLOCATION
    book.save(folder / "expenses.xlsx")
    scores = [[unit, *values] for unit, values in TOOLS.items()] + [[unit, total] for unit, total in OTHERS.items()]
    type_into(folder / "ita_scores.xlsx", "คะแนนรายหน่วยงาน", "หน่วยงาน", scores, key="หน่วยงาน")
    ethics = [[name, *values] for name, values in ETHICS.items()]
    type_into(folder / "ita_scores.xlsx", "ดัชนีคุณธรรม", "ด้าน", ethics, key="ด้าน")


def steps() -> list[str]:
    """The commands of the page, one a numbered step."""
    page = (PROJECT / "docs/add-a-year.md").read_text(encoding="utf-8")
    numbered = [(int(found[1]), COMMAND.findall(found[0])) for found in STEP.finditer(page)]
    assert [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
    assert all(len(commands) == 1 for _, commands in numbered), numbered
    return [commands[0] for _, commands in numbered]


def plain(path: Path) -> str:
    body = path.read_text(encoding="utf-8").partition("<body")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_the_routine_from_the_first_step_to_the_last(
    tmp_path: Path, copy_project: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_project(tmp_path)
    assert [step.split()[0] for step in steps()] == ["new-year", "check", "clean", "report"]
    for step in steps():
        command = step.split()
        quick = ["--to", "html"] if command[0] == "report" else []
        assert main([*command, *quick, "--root", str(tmp_path)]) == 0, capsys.readouterr()
        if command[0] == "new-year":
            fill_in(tmp_path / "data/raw/2569")
    year = ita.load(2569, tmp_path)
    of_units = {"alias-unused", "unit-probable"}  # of units.csv: known before anything is typed
    assert list(year.problems[~year.problems["code"].isin(of_units)]["message_en"]) == []
    assert year.kpis().set_index("kpi")["value"].dropna().to_dict() == EXPECTED
    assert list(year.activities["start_date"].astype(str)) == ["2025-12-15", "2026-01-07", "2025-10-01", "2026-04-01"]
    assert list(year.activities["end_date"].astype(str)) == ["2025-12-16", "2026-01-21", "2026-09-30", "2026-06-30"]
    assert list(year.activities["host"].dropna()) == ["สป.", "คต.", "คน."]
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert made >= {
        "data/processed/2569/kpis.csv",
        "figures/2569/unit_scores.png",
        "reports/2569/report.html",
        "reports/2569/tables.xlsx",
        "reports/2569/build.json",
        "reports/2569/notebooks/05_trends.html",
    }
    report = plain(tmp_path / "reports/2569/report.html")
    assert "๙๔.๓๐" in report
    # FY2568 stands beside it: 94.30 is 1.50 more than 92.80; 85 is 10.89 less than 95.89, which is unusual
    assert "สำนักงานปลัดกระทรวงพาณิชย์ ๙๔.๓๐ ๙๒.๘๐ +๑.๕๐ คะแนน –" in report
    assert "องค์การคลังสินค้า ๘๕.๐๐ ๙๕.๘๙ −๑๐.๘๙ คะแนน ควรตรวจทาน" in report
