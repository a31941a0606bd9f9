"""Whatever is typed into the real workbooks ends in tables or in problems, never in an exception; twice the same."""

from __future__ import annotations

import datetime
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itaanalysis import store
from itaanalysis.intake import read_year
from itaanalysis.intake import year as year_module
from itaanalysis.intake.files import raw_files, read_file
from itaanalysis.intake.sheet import Sheet, encode
from itaanalysis.tables import columns, read_csv, write_csv
from itaanalysis.year import YearData

# What hands type: numbers in every dress, dates, headings and units in wrong places, and plain rubbish.
TYPED = st.sampled_from(
    [
        "", " ", "-", "–", "ไม่มี", "0", "๐", "1.2", "๑.๓ (๒)", "12,3x4", "1,290,00", "๑,๘๓๗ คน", "(500)", "-5",
        "150,319.-",
        "๙๒.๘๐ (ผ่านดี)", "ร้อยละ ๑๐๐.๕", "101", "๓๒ กุมภาพันธ์ ๒๕๖๘", "๗ - ๘ กุมภาพันธ์ ๒๕๖๘", "4/8/2568", "พ.ศ. ๒๕๖๗",
        "ที่", "กิจกรรม", "หน่วยงาน", "คะแนน", "ตัวชี้วัด", "รหัสกิจกรรม", "ค่าใช้จ่าย (บาท)", "ค่าเป้าหมาย", "IIT", "EIT ส่วนที่ ๒",
        "สป.", "พณ.", "กรมการค้าภายไน", "การใช้งบประมาณ", "รวม", "รวมทั้งสิ้น", "เฉลี่ย", "หมายเหตุ : x", "ผ่านเกณฑ์", "=SUM(1)",
        "วงเงินที่ได้รับจัดสรร", "วงเงิน 0 บาท", "#REF!", "{value}", "{0.__class__}", "a!b!c", "[x]", "(", "%", "๕๒\u200b",
        "โทร ๐๘ ๐๐๐๐ ๐๐๐๐", "x" * 2000, "9" * 400,
    ]
)  # fmt: skip
VALUES = (
    TYPED
    | st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.integers(-5, 3000).map(float)
    | st.booleans()
    | st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(9999, 1, 1))
    | st.dates()
    | st.times()
    | st.timedeltas()
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["type", "type", "type", "empty a row", "repeat a row", "swap columns", "empty a column"]),
        st.integers(0, 5),
        st.integers(0, 45),
        st.integers(0, 9),
        VALUES,
    ),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module")
def sheets(office: Any) -> list[Sheet]:
    return [sheet for path in raw_files(office.raw)[0] for sheet in read_file(path)]


def edited(sheets: list[Sheet], edits: list[tuple[str, int, int, int, Any]]) -> list[Sheet]:
    """The sheets with the edits made; cells beyond a sheet's edge widen it."""
    changed = [[sheet.row(row) for row in range(sheet.height)] for sheet in sheets]
    for kind, which, row, column, value in edits:
        rows = changed[which % len(changed)]
        row %= len(rows) + 2
        while len(rows) <= row:
            rows.append([""] * len(rows[0]))
        if kind == "type":
            for line in rows:
                line.extend([""] * (column + 1 - len(line)))
            rows[row][column] = value
        elif kind == "empty a row":
            rows[row] = [""] * len(rows[row])
        elif kind == "repeat a row":
            rows.insert(row, list(rows[row]))
        else:
            for line in rows:
                here, there = column % len(line), row % len(line)
                line[here], line[there] = ("", line[there]) if kind == "empty a column" else (line[there], line[here])
    return [
        replace(sheet, **encode(partial(list, rows), len(rows[0]))) for sheet, rows in zip(sheets, changed, strict=True)
    ]


def read(office: Any, changed: list[Sheet]) -> YearData:
    def its_sheets(path: Path) -> Any:
        return (deepcopy(sheet) for sheet in changed if sheet.file == path.name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(year_module, "read_file", its_sheets)
        return YearData.of(read_year(office.workspace, 2568), office.workspace)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(edits=EDITS)
def test_any_edit_ends_in_tables_or_problems(
    office: Any, sheets: list[Sheet], tmp_path_factory: Any, edits: list[tuple[str, int, int, int, Any]]
) -> None:
    changed = edited(sheets, edits)
    year, again = read(office, changed), read(office, changed)
    kpis, checks = year.kpis(), year.checks()
    for table in store.STORED_TABLES:
        data = getattr(year, table)
        assert list(data.columns) == columns(table)
        pd.testing.assert_frame_equal(data, getattr(again, table), obj=table)
    pd.testing.assert_frame_equal(kpis, again.kpis())
    pd.testing.assert_frame_equal(checks, again.checks())
    kinds = year.accounting[["title", "header", "group", "data", "total", "note", "problem"]]
    assert (kinds.sum(axis=1) == year.accounting["rows"]).all()
    assert year.problems[["message_th", "message_en"]].notna().all(axis=None)
    if "error" not in set(year.problems["severity"]):
        path = tmp_path_factory.getbasetemp() / "made_up_any_edit.csv"
        for table in (*store.STORED_TABLES, "kpis", "checks"):
            data = {"kpis": kpis, "checks": checks}.get(table, getattr(year, table, None))
            write_csv(table, data, path)
            assert len(read_csv(table, path)) == len(data)
