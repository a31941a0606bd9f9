"""The same made-up table in every format a spreadsheet is saved in."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

ROWS = [
    ["รหัสกิจกรรม", "รายการ", "จำนวนเงิน"],
    ["๑.๑", "ค่าอาหาร & น้ำดื่ม", "๑,๒๓๔.๕๐"],
    ["1.2", "=SUM(A1)", 20.25],
    ["1.3", "<b>ป้าย</b>", "(๔.๗๕)"],
]
EXPECTED = [("1.1", "ค่าอาหาร & น้ำดื่ม", 1234.5), ("1.2", "=SUM(A1)", 20.25), ("1.3", "<b>ป้าย</b>", -4.75)]


def expenses(project: Any) -> list[tuple[Any, ...]]:
    return list(project.table("expenses")[["code", "item", "amount_baht"]].itertuples(index=False, name=None))


def test_ods(made_up: Any, write_ods: Any) -> None:
    write_ods(made_up.raw / "made_up.ods", {"แผ่น 1": ROWS})
    assert expenses(made_up) == EXPECTED
    assert made_up.table("expenses")["source"][0] == "made_up.ods!แผ่น 1!A2"


def test_xlsb(made_up: Any, write_xlsb: Any) -> None:
    write_xlsb(made_up.raw / "made_up.xlsb", {"แผ่น 1": ROWS})
    assert expenses(made_up) == EXPECTED
    assert made_up.table("expenses")["source"][0] == "made_up.xlsb!แผ่น 1!A2"


def test_xls(made_up: Any) -> None:
    """Made up in LibreOffice Calc: three targets."""
    saved = Path(__file__).parent / "made_up/targets_fy2567.xls"
    (made_up.raw / "made_up.xls").write_bytes(saved.read_bytes())
    assert list(made_up.table("targets")["target"]) == [60.0, 85.0, 1300.0]


@pytest.mark.parametrize("ending", ["ods", "xlsb"])
def test_a_hidden_sheet_is_read_and_told_in_every_format(
    made_up: Any, write_ods: Any, write_xlsb: Any, ending: str
) -> None:
    write = {"ods": write_ods, "xlsb": write_xlsb}[ending]
    write(made_up.raw / f"made_up.{ending}", {"เปิด": [["บันทึก"]], "ปิด": ROWS}, hidden=["ปิด"])
    assert expenses(made_up) == EXPECTED
    assert [problem.place.sheet for problem in made_up.problems("hidden-sheet")] == ["ปิด"]


@pytest.mark.parametrize("ending", ["ods", "xlsb", "xls"])
def test_a_file_that_is_cut_off_is_an_error(made_up: Any, write_ods: Any, write_xlsb: Any, ending: str) -> None:
    path = made_up.raw / f"made_up.{ending}"
    if ending == "xls":
        path.write_bytes((Path(__file__).parent / "made_up/targets_fy2567.xls").read_bytes())
    else:
        {"ods": write_ods, "xlsb": write_xlsb}[ending](path, {"แผ่น 1": ROWS})
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    assert "file-unreadable" in made_up.errors()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_does_not_unpack_is_an_error(made_up: Any, part: str) -> None:
    made_up.add("made_up.xlsx", "แผ่น 1", ROWS)
    path = made_up.raw / "made_up.xlsx"
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        about = package.getinfo(part)
    begin = about.header_offset + 30 + len(part.encode())  # behind the local header and the name in it
    content[begin : begin + about.compress_size] = b"\xff" * about.compress_size
    path.write_bytes(content)
    assert "file-unreadable" in made_up.errors()


def test_an_xlsb_sheet_of_other_bytes_is_an_error(made_up: Any, write_xlsb: Any) -> None:
    path = made_up.raw / "made_up.xlsb"
    write_xlsb(path, {"แผ่น 1": ROWS})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/worksheets/sheet1.bin"] = parts["xl/worksheets/sheet1.bin"][:60]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert "file-unreadable" in made_up.errors()


@pytest.mark.parametrize("ending", ["xls", "xlsx", "csv", "ods"])
def test_an_xlsb_under_another_ending_is_never_a_traceback(made_up: Any, write_xlsb: Any, ending: str) -> None:
    write_xlsb(made_up.raw / f"made_up.{ending}", {"แผ่น 1": ROWS})
    assert {"file-not-what-it-says", "file-unreadable"} & set(made_up.errors())


def test_hidden_rows_and_error_values_of_an_ods_are_told(made_up: Any, write_ods: Any) -> None:
    rows = [*ROWS, ["1.4", "หาร", "#DIV/0!"]]
    write_ods(made_up.raw / "made_up.ods", {"แผ่น 1": rows}, hidden_rows=[3])
    assert [problem.value for problem in made_up.problems("hidden-rows")] == ["3"]
    (error,) = made_up.problems("excel-error")
    assert (error.severity, error.place.cell, error.value) == ("error", "C5", "#DIV/0!")
