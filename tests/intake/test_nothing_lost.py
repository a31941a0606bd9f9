"""Every non-empty cell of a generated sheet ends in a table, in totals, in a heading or note, or in a problem.

The sheets are made up: columns in any order, some left out, some nobody knows, blank rows and columns between, group
headings, subtotals, notes, stray cells. Every text in them occurs once, so that it can be looked for.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itaanalysis.criteria import criteria
from itaanalysis.intake import Intake, read_year
from itaanalysis.intake.files import read_file
from itaanalysis.intake.layout import find_blocks
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.text import normalise
from itaanalysis.workspace import Workspace

PROJECT = Path(__file__).parent.parent.parent
MADE_UP_COLUMNS = ["กิจกรรม", "วัน เดือน ปี", "สถานที่", "จังหวัด", "ผู้เข้าร่วม (คน)", "หมายเหตุ", "ผู้ประสานงานหลัก"]


@pytest.fixture(scope="module")
def made_up_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made_up_sheets")
    shutil.copytree(PROJECT / "data/reference", root / "data/reference")
    (root / "data/raw/2568").mkdir(parents=True)
    return root


@st.composite
def made_up_sheets(draw: st.DrawFn) -> list[list[Any]]:
    """Rows of an activities sheet; every text in it carries a number of its own."""
    counted = iter(range(1, 10_000))

    def text(word: str) -> str:
        return f"{word}ก{next(counted)}ข"

    columns = draw(st.permutations(MADE_UP_COLUMNS))
    columns = [c for c in columns if c in ("กิจกรรม", "วัน เดือน ปี") or draw(st.booleans())]
    rows: list[list[Any]] = [[text("ชื่อเรื่อง")]] if draw(st.booleans()) else []
    rows.append(["ที่", *columns])
    for group in range(1, draw(st.integers(1, 3)) + 1):
        rows.append([f"กิจกรรมย่อยที่ {group} {text('กลุ่ม')}"])
        for number in range(1, draw(st.integers(1, 3)) + 1):
            values: list[Any] = [f"{group}.{number}"]
            for column in columns:
                if column == "ผู้เข้าร่วม (คน)":
                    values.append(
                        draw(st.sampled_from([None, "-", next(counted) + 1000, f"{next(counted) + 1000} คน", "๑๒x"]))
                    )
                elif column == "วัน เดือน ปี":
                    values.append(draw(st.sampled_from([None, "5 พฤศจิกายน 2567", "๓๒ มกราคม ๒๕๖๘", "2 ม.ค. 68"])))
                else:
                    values.append(draw(st.sampled_from([None, text("คำ")])))
            if draw(st.integers(0, 4)) == 0:
                values.append(text("นอกตาราง"))
            rows.append(values)
            if draw(st.integers(0, 5)) == 0:
                rows.append([])
    if draw(st.booleans()):
        rows.append(["รวมทั้งสิ้น", *(next(counted) + 5000 if c == "ผู้เข้าร่วม (คน)" else None for c in columns)])
    if draw(st.booleans()):
        rows += [[], [f"หมายเหตุ : {text('บันทึก')}"]]
    above, left = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    return [[]] * above + [[None] * left + row for row in rows]


def write(rows: list[list[Any]], path: Path) -> None:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, start=1):
        for index, value in enumerate(row, start=1):
            if value is not None:
                book.active.cell(number, index, value)
    book.save(path)


def told(intake: Intake) -> str:
    """Everything the reading passes on, as one text: tables, totals, problems."""
    parts = [intake.problems.table().to_csv()]
    parts += [table.to_csv(date_format="%Y-%m-%d") for table in intake.tables.values()]
    return normalise("\n".join(parts))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=made_up_sheets())
def test_every_cell_ends_somewhere(made_up_root: Path, rows: list[list[Any]]) -> None:
    path = made_up_root / "data/raw/2568/made_up.xlsx"
    write(rows, path)
    workspace = Workspace(made_up_root)
    intake = read_year(workspace, 2568)
    accounted = intake.accounting.iloc[0]
    assert accounted["rows"] == sum(any(not is_blank(value) for value in row) for row in rows)
    assert accounted["problem"] == 0
    passed_on = told(intake)
    (sheet,) = read_file(path)
    kinds: dict[int, str] = {}
    for block in find_blocks(sheet, Vocabulary.read(workspace, criteria(2568))):
        kinds |= block.kinds
    by_known_word = {"5 พฤศจิกายน 2567": "2024-11-05", "2 ม.ค. 68": "2025-01-02"}
    stopped = {problem.place.cell.lstrip("ABCDEFGHIJKLMN") for problem in intake.problems.errors}
    for number, row in enumerate(rows):
        if str(number + 1) in stopped:
            continue  # an error in the row stops the cleaning: nothing is written without it
        for index, value in enumerate(row):
            if is_blank(value) or kinds[number] in ("title", "header", "group", "note") or value == "-":
                continue
            if kinds[number] == "total" and index == next(i for i, v in enumerate(row) if not is_blank(v)):
                continue  # the words รวมทั้งสิ้น name the row
            typed = normalise(as_typed(value))
            looked_for = by_known_word.get(typed, typed.removesuffix(" คน"))
            unknown = rows_header(rows, index) == "ผู้ประสานงานหลัก" and "column-unknown" in passed_on
            assert looked_for in passed_on or unknown, (sheet.address(number, index), value)


def rows_header(rows: list[list[Any]], index: int) -> Any:
    header = next(row for row in rows if "ที่" in row)
    return header[index] if index < len(header) else None
