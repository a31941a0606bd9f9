"""The next year: workbooks laid out so that they read back empty, and filled in by hand read back whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itaanalysis.intake import read_year
from itaanalysis.year import YearData

from .open_xml import faults

FILES = ["activities.xlsx", "expenses.xlsx", "ita_scores.xlsx", "targets.xlsx"]


def begin(project: Any, year: str = "2569") -> Path:
    assert project.ita("new-year", year) == 0
    return Path(project.root / "data" / "raw" / year)


def in_hand(project: Any, fiscal_year: int = 2569) -> YearData:
    return YearData.of(read_year(project.workspace, fiscal_year), project.workspace)


def header_row(sheet: Any, heading: str) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == heading)


def fill(path: Path, sheet: str, heading: str, rows: list[list[Any]]) -> None:
    """Type rows below the header, as a person would, over what stands there."""
    book = openpyxl.load_workbook(path)
    first = header_row(book[sheet], heading) + 1
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            if value is not None:
                book[sheet].cell(first + down, 1 + across, value)
    book.save(path)


def test_four_workbooks_are_laid_out(project: Any, capsys: Any) -> None:
    folder = begin(project)
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILES, "memo.toml"])
    assert str(folder) in capsys.readouterr().out


def test_excel_opens_them_without_a_word(project: Any) -> None:
    folder = begin(project)
    assert [fault for name in FILES for fault in faults((folder / name).read_bytes())] == []


def test_the_memorandum_keeps_its_wording_and_loses_number_and_date(project: Any) -> None:
    before = project.root / "data" / "raw" / "2568" / "memo.toml"
    before.write_text('number = "สม 1/2"\ndate = "1 ต.ค. 2568"\n[th]\nto = "ปลัดสมมติ"\n', encoding="utf-8")
    text = (begin(project) / "memo.toml").read_text(encoding="utf-8")
    assert text == 'number = ""\ndate = ""\n[th]\nto = "ปลัดสมมติ"\n'


def test_a_new_year_reads_without_errors_before_anything_is_typed(project: Any) -> None:
    begin(project)
    assert project.ita("check", "2569") == 0
    assert project.ita("clean", "2569") == 0
    year = in_hand(project)
    assert len(year.activities) == len(year.expenses) == len(year.tool_scores) == 0
    assert year.unit_scores["score"].isna().all()
    assert year.allocation_baht is None


def test_units_and_targets_are_carried_over(project: Any) -> None:
    begin(project)
    year = in_hand(project)
    assert set(year.unit_scores["unit"]) == {
        "สป.", "คต.", "คน.", "จร.", "ทป.", "พค.", "สค.", "สนค.", "อคส.", "สวอ.", "สศท.", "สพค.",
    }  # fmt: skip
    before = project.year().targets
    columns = ["kpi", "tier", "kind", "operator", "target", "unit"]
    assert year.targets[columns].equals(before[columns])
    assert year.targets["reported"].isna().all()
    assert year.targets["reported_status"].isna().all()


def test_a_filled_year_reads_back_as_typed(project: Any) -> None:
    folder = begin(project)
    fill(
        folder / "activities.xlsx",
        "ผลการดำเนินงาน",
        "ที่",
        [
            ["กิจกรรมย่อยที่ ๑ เครือข่าย"],
            ["๑.๑", "สัมมนา", "๓ กันยายน ๒๕๖๙", "ห้องประชุม", "นนทบุรี", "สป.", 52, 76],
            ["๑.๒", "อบรม", "18 พ.ย. 68", None, None, "คต.", 48],
        ],
    )
    fill(folder / "expenses.xlsx", "เบิกจ่าย", "รหัสกิจกรรม", [["๑.๑", "สัมมนา", 73060], ["๑.๒", "อบรม", 0]])
    book = openpyxl.load_workbook(folder / "expenses.xlsx")
    allocation = next(cell for row in book["เบิกจ่าย"].iter_rows() for cell in row if "จัดสรร" in str(cell.value))
    book["เบิกจ่าย"].cell(allocation.row, 2, 100_000)
    book.save(folder / "expenses.xlsx")
    fill(folder / "ita_scores.xlsx", "คะแนนรายหน่วยงาน", "ลำดับ", [[None, None, 92.80, 92.89, 95, 92.88, 86.67]])
    year = in_hand(project)
    assert "error" not in set(year.problems["severity"])
    assert list(year.activities["code"]) == ["1.1", "1.2"]
    assert list(year.activities["host"]) == ["สป.", "คต."]
    assert list(year.activities["start_date"].dt.strftime("%Y-%m-%d")) == ["2026-09-03", "2025-11-18"]
    assert list(year.activities["participants"]) == [52, 48]
    assert year.allocation_baht == 100_000
    kpis = year.kpis().set_index("kpi")["value"]
    # 73,060 of 100,000; 0.3 × 92.89 + 0.3 × 89.775 + 0.4 × 95; 100 heads; one scored unit, which passes
    assert (kpis["budget_utilisation"], kpis["ita_score_ops"], kpis["participants"]) == (73.06, 92.8, 100)
    assert kpis["pass_rate"] == 100


def test_dropdowns_and_hints_guide_the_typing(project: Any) -> None:
    folder = begin(project)
    for name in FILES:
        for sheet in openpyxl.load_workbook(folder / name).worksheets:
            if sheet.title == "คำอธิบาย":
                assert sheet["A1"].value
                continue
            rules = sheet.data_validations.dataValidation
            assert len(rules) >= 3, (name, sheet.title)
            assert all(rule.prompt and len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules)


def test_instructions_say_more_than_the_heading_and_only_what_is_so(project: Any) -> None:
    folder = begin(project)
    for name in FILES:
        lines = [row[0] for row in openpyxl.load_workbook(folder / name)["คำอธิบาย"].iter_rows(values_only=True)]
        told = [re.fullmatch("ช่อง “(.+?)” (.+)", line) for line in lines if line and line.startswith("ช่อง")]
        assert told and all(found and len(found[2]) > 8 for found in told if found)
        has_totals = any("ยอดรวมไม่ต้องพิมพ์" in line for line in lines if line)
        assert has_totals == (name in ("activities.xlsx", "expenses.xlsx"))


def test_a_folder_that_holds_files_is_never_written_over(project: Any, capsys: Any) -> None:
    before = project.fingerprint()
    assert project.ita("new-year", "2568") == 2
    assert project.fingerprint() == before
    assert "2568" in capsys.readouterr().err


def test_an_empty_folder_may_be_there(project: Any) -> None:
    (project.root / "data" / "raw" / "2569").mkdir()
    begin(project)


def test_a_first_year_needs_no_year_before(made_up: Any) -> None:
    made_up.raw.rmdir()
    begin(made_up, "2568")
    assert made_up.ita("check") == 0
    assert len(made_up.year().targets) == 0


def test_a_year_without_criteria_is_not_begun(project: Any, capsys: Any) -> None:
    assert project.ita("new-year", "2599") != 0
    assert "criteria.toml" in capsys.readouterr().err
    assert not (project.root / "data" / "raw" / "2599").exists()


@pytest.mark.parametrize("arguments", [[], ["../2569"], ["69"]])
def test_the_year_must_be_named(project: Any, arguments: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as end:
        project.ita("new-year", *arguments)
    assert end.value.code == 2


def test_errors_in_the_year_before_do_not_end_in_a_traceback(project: Any, capsys: Any) -> None:
    project.edit("activities.xlsx", "ผลการดำเนินงาน", {"C8": "๓๒ กันยายน ๒๕๖๘"})
    assert project.ita("new-year", "2569") in (0, 1)
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err


def test_forms_follow_the_method_of_their_year(project: Any) -> None:
    """To FY2565 EIT has no parts."""
    folder = begin(project, "2565")
    sheet = openpyxl.load_workbook(folder / "ita_scores.xlsx")["คะแนนรายหน่วยงาน"]
    headings = [cell.value for cell in sheet[header_row(sheet, "ลำดับ")]]
    assert "EIT" in headings
    assert not any("ส่วนที่" in str(heading) for heading in headings)
    folder = begin(project, "2569")
    sheet = openpyxl.load_workbook(folder / "ita_scores.xlsx")["คะแนนรายหน่วยงาน"]
    headings = [cell.value for cell in sheet[header_row(sheet, "ลำดับ")]]
    assert {"EIT ส่วนที่ ๑", "EIT ส่วนที่ ๒"} <= set(headings)
