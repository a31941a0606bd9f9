"""tables.xlsx, opened again."""

from __future__ import annotations

import dataclasses
import datetime
import io
import zipfile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from itaanalysis.report.workbook import tables_workbook
from itaanalysis.tables import contracts, frame
from itaanalysis.year import YearData

from ...open_xml import faults

FIRST = 5  # the first row below the header


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def written(real_year: YearData) -> bytes:
    return tables_workbook(real_year)


@pytest.fixture(scope="module")
def book(written: bytes) -> Workbook:
    return opened(written)


def test_cover_contents_and_notes_come_first(book: Workbook) -> None:
    assert book.sheetnames[:3] == ["ปก", "สารบัญ", "หมายเหตุ"]
    assert len(book.sheetnames) == 3 + len(contracts())
    assert book["ปก"]["B2"].value == "ตารางข้อมูลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568"


def test_excel_opens_it_without_a_word(written: bytes, real_year: YearData) -> None:
    assert faults(written) == []
    assert faults(tables_workbook(real_year, "en")) == []


def test_contents_lead_to_every_sheet(book: Workbook) -> None:
    links = [row[0].hyperlink.location for row in book["สารบัญ"].iter_rows(min_row=4, max_col=1)]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[3:]]


def test_each_sheet_holds_one_table_with_a_frozen_header(book: Workbook) -> None:
    for name, sheet in zip(contracts(), book.worksheets[3:], strict=True):
        (table,) = sheet.tables.values()
        assert table.displayName == name
        assert sheet.freeze_panes == f"A{FIRST}"
        assert [cell.value for cell in sheet[FIRST - 1]] == [column.name for column in table.tableColumns]


def test_values_are_numbers_dates_and_text(book: Workbook, real_year: YearData) -> None:
    sheet = book.worksheets[3 + list(contracts()).index("activities")]
    columns = [column.name for column in contracts()["activities"]]
    first = dict(zip(columns, sheet[FIRST], strict=True))
    wanted = real_year.activities.iloc[0]
    assert first["fiscal_year"].value == 2568 and first["fiscal_year"].number_format == "0"
    assert first["code"].value == wanted["code"] and first["code"].data_type == "s"
    assert isinstance(first["start_date"].value, datetime.datetime)
    assert first["start_date"].value == wanted["start_date"].to_pydatetime()
    assert first["start_date"].number_format.startswith("[$-107041E]")


def test_money_adds_up_to_the_satang(book: Workbook) -> None:
    sheet = book.worksheets[3 + list(contracts()).index("expenses")]
    at = [column.name for column in contracts()["expenses"]].index("amount_baht")
    amounts = [row[at] for row in sheet.iter_rows(min_row=FIRST)]
    # 1,288,999.22 is what the rows of the source report add up to.
    assert sum(round(cell.value * 100) for cell in amounts) == 128899922
    assert {cell.number_format for cell in amounts} == {"#,##0.00"}


def with_item(year: YearData, item: str) -> YearData:
    rows = [{"fiscal_year": 2568, "code": "1.1", "item": item, "amount_baht": 1.0, "source": "made_up.xlsx!A!A1"}]
    return dataclasses.replace(year, expenses=frame("expenses", rows))


@pytest.mark.parametrize("text", ["=SUM(1)", "+1", "-1", "@ref", '=HYPERLINK("x")', "#N/A", "{=1}"])
def test_text_is_never_a_formula(real_year: YearData, text: str) -> None:
    data = tables_workbook(with_item(real_year, text))
    cell = opened(data).worksheets[3 + list(contracts()).index("expenses")].cell(FIRST, 3)
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) == (text[0] in "=+-@")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "sheet" in name)


def test_control_characters_are_left_out_and_told(real_year: YearData) -> None:
    book = opened(tables_workbook(with_item(real_year, "ก\x0bข")))
    sheet = book.worksheets[3 + list(contracts()).index("expenses")]
    assert sheet.cell(FIRST, 3).value == "กข"
    notes = [row[0].value or "" for row in book["หมายเหตุ"].iter_rows(max_col=1)]
    assert any(f"{sheet.title}!C{FIRST}" in note for note in notes)


def test_an_empty_table_says_so(real_year: YearData) -> None:
    empty = dataclasses.replace(real_year, expenses=frame("expenses", []))
    sheet = opened(tables_workbook(empty)).worksheets[3 + list(contracts()).index("expenses")]
    assert sheet.cell(FIRST, 1).value == "ยังไม่มีข้อมูล"


def test_the_same_year_is_the_same_file(real_year: YearData, written: bytes) -> None:
    assert tables_workbook(real_year) == written
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert b"dcterms:" not in package.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_english_headers_are_the_column_names(real_year: YearData) -> None:
    book = opened(tables_workbook(real_year, "en"))
    assert book.sheetnames[:3] == ["Cover", "Contents", "Notes"]
    assert [cell.value for cell in book["Expenses"][FIRST - 1]] == [column.name for column in contracts()["expenses"]]


def column_of(book: Workbook, table: str, column: str) -> list[object]:
    at = [one.name for one in contracts()[table]].index(column) + 1
    sheet = book.worksheets[3 + list(contracts()).index(table)]
    return [cell.value for (cell,) in sheet.iter_rows(min_row=FIRST, min_col=at, max_col=at)]


def test_statuses_units_of_measure_and_levels_are_in_words(book: Workbook, real_year: YearData) -> None:
    assert set(column_of(book, "kpis", "status")) <= {"ต่ำกว่าแผน", "ตามแผน", "สูงกว่าแผน", None}
    assert set(column_of(book, "targets", "unit")) == {"ร้อยละ", "คะแนน", "คน"}
    assert set(column_of(book, "targets", "operator")) == {"ไม่น้อยกว่า"}
    assert "ตรงกัน" in column_of(book, "checks", "verdict")
    assert set(column_of(book, "unit_scores", "level")) == {"ยังระบุไม่ได้", "ผ่านดี", "ต้องปรับปรุง"}
    assert column_of(book, "unit_scores", "unit") == real_year.unit_scores["unit"].tolist()
    english = opened(tables_workbook(real_year, "en"))
    assert set(column_of(english, "unit_scores", "level")) == {"unknown", "Good pass", "Needs improvement"}


def test_a_figure_does_not_touch_the_text_beside_it(book: Workbook) -> None:
    filled = [sheet for sheet in book.worksheets[3:] if sheet.cell(FIRST, 1).value != "ยังไม่มีข้อมูล"]
    assert len(filled) > 10
    for sheet in filled:
        for cell in sheet[FIRST]:
            assert cell.alignment.indent == 1 and cell.alignment.horizontal in ("left", "right")
            assert cell.alignment.horizontal == sheet.cell(FIRST - 1, cell.column).alignment.horizontal


def test_the_cover_names_the_ministry(book: Workbook) -> None:
    assert [row[1].value for row in book["ปก"].iter_rows(min_row=2, max_row=3)] == [
        *("ตารางข้อมูลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568", "กระทรวงพาณิชย์")
    ]
