"""Files of a raw folder: which are read, in which encodings, and what Excel keeps beside the values."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itaanalysis.intake import xlsx_parts
from itaanalysis.intake.privacy import masked

ROWS = [["รหัสกิจกรรม", "รายการ", "จำนวนเงิน"], ["๑.๑", "ค่าอาหาร, เครื่องดื่ม", "๑,๒๓๔.๕๐"], ["1.2", "ค่า “ที่พัก”", "-"]]
EXPECTED = [("1.1", "ค่าอาหาร, เครื่องดื่ม", 1234.5), ("1.2", "ค่า “ที่พัก”", 0.0)]


def expenses(project: Any) -> list[tuple[Any, ...]]:
    return list(project.table("expenses")[["code", "item", "amount_baht"]].itertuples(index=False, name=None))


def csv_text(separator: str, line_end: str = "\n") -> str:
    return line_end.join(separator.join(f'"{cell}"' for cell in row) for row in ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_csv_as_excel_and_others_save_it(made_up: Any, separator: str, encoding: str, line_end: str) -> None:
    (made_up.raw / "made_up.csv").write_bytes(csv_text(separator, line_end).encode(encoding))
    assert expenses(made_up) == EXPECTED
    assert made_up.table("expenses")["source"][0] == "made_up.csv!made_up!A2"


def test_a_line_break_within_a_csv_cell(made_up: Any) -> None:
    (made_up.raw / "made_up.csv").write_text('รหัส,รายการ,บาท\n1.1,"ค่าอาหาร\nกลางวัน",5\n', "utf-8")
    assert expenses(made_up) == [("1.1", "ค่าอาหาร กลางวัน", 5.0)]


def test_lock_hidden_and_other_files_are_left_alone(project: Any) -> None:
    for name in ("~$activities.xlsx", ".~lock.activities.xlsx#", ".hidden.xlsx"):
        (project.raw / name).write_bytes(b"not a workbook")
    (project.raw / "old").mkdir()
    (project.raw / "old" / "activities.xlsx").write_bytes((project.raw / "activities.xlsx").read_bytes())
    (project.raw / "memo.docx").write_bytes(b"PK")
    assert project.errors() == []
    assert len(project.table("activities")) == 28
    assert [problem.place.file for problem in project.problems("file-ignored")] == ["memo.docx"]


def test_endings_may_be_in_capitals(project: Any) -> None:
    (project.raw / "activities.xlsx").rename(project.raw / "ACTIVITIES.XLSX")
    assert len(project.table("activities")) == 28


def test_a_long_sheet_of_few_columns_is_read(made_up: Any) -> None:
    """Nine hundred thousand rows, as of a national workbook with a score a row."""
    made_up.add("made_up.xlsx", "ค่าใช้จ่าย", ROWS, at=(900_000, 1))
    assert expenses(made_up) == EXPECTED


@pytest.mark.parametrize(
    ("cells", "area"), [("", 0), ("A1", 1), ("C7 B9", 27), ("Z2", 52), ("B1 AA1 Y2", 54), ("A9 XFD3", 9 * 16_384)]
)
def test_the_area_of_a_sheet_reaches_to_its_last_row_and_column(tmp_path: Path, cells: str, area: int) -> None:
    book = openpyxl.Workbook()
    for cell in cells.split():
        book.worksheets[0][cell] = "x"
    book.save(tmp_path / "made_up.xlsx")
    assert xlsx_parts.area(xlsx_parts.sheet_xml(tmp_path / "made_up.xlsx", "xl/worksheets/sheet1.xml")) == area


def test_a_folder_of_workbooks_read_twice_gives_the_same(project: Any) -> None:
    first, second = project.read(), project.read()
    assert [problem.message_th for problem in first.problems] == [problem.message_th for problem in second.problems]
    assert all(first.tables[name].equals(second.tables[name]) for name in first.tables)


def rewrite_sheet(path: Path, change: Callable[[str], str]) -> None:
    """Change the XML of a workbook's first sheet, as no library would write it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    before = parts[name].decode("utf-8")
    parts[name] = change(before).encode("utf-8")
    assert parts[name].decode("utf-8") != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)


def cell_becomes(address: str, xml: str) -> Callable[[str], str]:
    return lambda sheet: re.sub(rf'<c r="{address}"[^>]*>.*?</c>', xml, sheet, count=1)


def test_a_formula_is_read_by_its_stored_value(project: Any) -> None:
    rewrite_sheet(project.raw / "expenses.xlsx", cell_becomes("C21", '<c r="C21"><f>58000+701</f><v>58701</v></c>'))
    assert project.table("expenses").set_index("code")["amount_baht"]["4.2"] == 58701


@pytest.mark.parametrize("value", ["<v></v>", "<v/>"])
def test_a_formula_whose_value_is_an_empty_text_is_a_blank_cell(project: Any, value: str) -> None:
    """`=IF(B23="","",B23)`: Excel stores an empty text, which is a value."""
    rewrite_sheet(
        project.raw / "expenses.xlsx",
        cell_becomes("D23", f'<c r="D23" t="str"><f>IF(1=2,1,"")</f>{value}</c>'),
    )
    assert project.errors() == []
    assert project.table("expenses")["note"].isna().all()


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="C21"><f>58000+700</f></c>',
        '<c r="C21" s="1"><f>58000+700</f><v></v></c>',
        '<c r="C21"><f>58000+700</f><v/></c>',
        '<c r="C21"><f t="shared" si="0"/></c>',
    ],
)
def test_a_formula_nobody_has_calculated_is_an_error(project: Any, xml: str) -> None:
    rewrite_sheet(project.raw / "expenses.xlsx", cell_becomes("C21", xml))
    (told,) = project.problems("formula-without-value")
    assert (told.severity, told.place.cell) == ("error", "C21")


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_the_errors_of_excel_are_told_where_they_stand(project: Any, error: str) -> None:
    rewrite_sheet(
        project.raw / "expenses.xlsx",
        cell_becomes("C21", f'<c r="C21" s="2" t="e"><f>1/0</f><v>{error}</v></c>'),
    )
    (told,) = project.problems("excel-error")
    assert (told.severity, told.place.cell, told.value) == ("error", "C21", error)


def test_hidden_rows_are_read_and_told_with_their_numbers(project: Any) -> None:
    rewrite_sheet(
        project.raw / "expenses.xlsx",
        lambda sheet: re.sub(r'<row r="(6|21)"', r'<row hidden="1" r="\1"', sheet),
    )
    (told,) = project.problems("hidden-rows")
    assert told.value == "6, 21"
    assert len(project.table("expenses")) == 19


# personal numbers


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("โทร ๐๒ ๐๐๐ ๐๐๐๐", "โทร xx xxx xxxx"),
        ("โทร. 08-0000-0000 ต่อ 12", "โทร. xx-xxxx-xxxx ต่อ 12"),
        ("เลขบัตร 0-0000-00000-00-0", "เลขบัตร x-xxxx-xxxxx-xx-x"),
        ("0800000000", "xxxxxxxxxx"),
    ],
)
def test_personal_numbers_are_masked(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "๑,๒๘๙,๙๙๙.๒๒ บาท", "๑๖ ตุลาคม ๒๕๖๘", "2025-07-21", "1.3(2)", "ชั้น ๑๒ ห้อง ๑๒๐๑", 1289999.22, 1290000.0,
        "1234567890",
        "๐.๑๒๓๔๕๖๗๘๙", "20/08/2568", "", None, True,
    ],
)  # fmt: skip
def test_amounts_dates_and_codes_are_no_personal_numbers(typed: Any) -> None:
    assert masked(typed) is None


def test_a_masked_number_shows_nowhere(project: Any, capsys: Any) -> None:
    project.edit("activities.xlsx", "ผลการดำเนินงาน", {"I8": "ติดต่อ 08-0000-1234", "C8": "โทร 0800001234"})
    project.ita("check")
    project.ita("clean")
    project.edit("activities.xlsx", "ผลการดำเนินงาน", {"C8": "๓ กันยายน ๒๕๖๘"})
    assert project.ita("clean") == 0
    written = "".join(path.read_text("utf-8-sig") for path in project.processed.iterdir())
    shown = "".join(capsys.readouterr()) + written
    assert "xx-xxxx-xxxx" in shown
    assert not re.search(r"08-?0000-?1234", shown)


# corrections


HEAD = "file,sheet,cell,expect,value,reason,reported_to,date\n"


def correct(project: Any, *lines: str) -> None:
    (project.raw / "corrections.csv").write_text(HEAD + "\n".join(lines) + "\n", "utf-8-sig")


def test_a_correction_is_applied_over_the_raw_cell_and_kept_on_record(project: Any) -> None:
    before = project.fingerprint_of("data/raw/2568")
    correct(project, "expenses.xlsx,เบิกจ่าย,C24,๑๒๘๙๙๙๙.๒๒,๑๒๘๘๙๙๙.๒๒,พิมพ์ผิด,กลุ่มงานคลัง,2025-10-20")
    year = project.year()
    assert year.stated("expenses", "amount_baht") == 1_288_999.22
    assert [problem.place.file for problem in project.problems("total-differs")] == ["activities.xlsx"]
    record = year.corrections.iloc[0]
    assert (record["cell"], record["expect"], record["value"]) == ("C24", "๑๒๘๙๙๙๙.๒๒", "๑๒๘๘๙๙๙.๒๒")
    assert (record["reason"], record["source"]) == ("พิมพ์ผิด", "expenses.xlsx!เบิกจ่าย!C24")
    assert project.ita("clean") == 0
    after = project.fingerprint_of("data/raw/2568")
    assert {name: after[name] for name in before} == before


def test_a_correction_of_a_wrong_date_lets_clean_go_on(project: Any) -> None:
    project.edit("activities.xlsx", "ผลการดำเนินงาน", {"C8": "๓๒ กันยายน ๒๕๖๘"})
    correct(project, "activities.xlsx,ผลการดำเนินงาน,C8,๓๒ กันยายน ๒๕๖๘,๓ กันยายน ๒๕๖๘,ตามรายงาน,,")
    assert project.ita("clean") == 0
    assert project.table("activities")["start_date"][1].date().isoformat() == "2025-09-03"


@pytest.mark.parametrize(("expect", "cell"), [("58700", "C21"), ("58,700", "c21"), ("๕๘๗๐๐", "C21")])
def test_what_is_expected_may_be_typed_in_any_digits(project: Any, expect: str, cell: str) -> None:
    correct(project, f'expenses.xlsx,เบิกจ่าย,{cell},"{expect}",58701,พิมพ์ผิด,,')
    assert project.table("expenses").set_index("code")["amount_baht"]["4.2"] == 58701


def test_no_correction_no_record(fy2568: Any) -> None:
    assert len(fy2568.tables["corrections"]) == 0
