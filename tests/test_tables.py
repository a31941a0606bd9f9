"""Tidy tables: exact columns and types, and CSV files that come back as they were written."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaanalysis.tables import columns, contracts, frame, read_csv, write_csv

# Columns before `source` as the office's documents name them, table by table.
CONTRACT = {
    "activities": "fiscal_year code group group_name name start_date end_date venue province host participants "
    "online_provinces note",
    "expenses": "fiscal_year code item amount_baht note",
    "unit_scores": "fiscal_year unit name_th name_en score iit eit oit level passed",
    "tool_scores": "fiscal_year unit tool score",
    "indicator_scores": "fiscal_year unit indicator score",
    "targets": "fiscal_year kpi tier kind name operator target unit reported reported_status",
    "totals": "fiscal_year table column reported",
    "checks": "fiscal_year check verdict left right difference message_th message_en",
    "problems": "severity code file sheet cell value message_th message_en",
}
KPIS = "fiscal_year kpi name_th name_en value unit target operator status basis reported difference formula"

# A cell of a spreadsheet holds no control characters but tab and line breaks, and no lone surrogates.
texts = st.text(st.characters(blacklist_categories=("Cc", "Cs")) | st.sampled_from("\t\n\r=+-@'\",; ๑กำ"), min_size=1)
formulas = st.builds(
    str.__add__, st.sampled_from(["=", "+", "-", "@", "'", "''", "'=", "''@", "\t=", "-๑", "'-"]), texts
)
quick = settings(deadline=None, max_examples=80)


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_of_every_table_end_in_source(table: str) -> None:
    assert columns(table) == [*CONTRACT[table].split(), "source"]


def test_kpis_come_from_many_cells_and_have_no_source() -> None:
    assert columns("kpis") == KPIS.split()


def test_every_column_is_described_in_both_languages() -> None:
    for table, its in contracts().items():
        for column in its:
            assert column.description_en.strip(), f"{table}.{column.name}"
            assert any("ก" <= char <= "๛" for char in column.description_th), f"{table}.{column.name}"


@pytest.mark.parametrize("table", list(contracts()))
def test_an_empty_table_keeps_columns_and_types(table: str, tmp_path: Path) -> None:
    empty = frame(table, [])
    assert list(empty.columns) == columns(table)
    write_csv(table, empty, tmp_path / "made_up.csv")
    pd.testing.assert_frame_equal(read_csv(table, tmp_path / "made_up.csv"), empty)


def test_what_a_row_does_not_name_is_missing() -> None:
    row = frame("activities", [{"code": "1.1"}]).iloc[0]
    assert row["code"] == "1.1"
    assert all(pd.isna(row[column]) for column in columns("activities") if column != "code")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("made_up_tables")


def written(table: str, rows: list[dict[str, Any]], path: Path) -> pd.DataFrame:
    write_csv(table, frame(table, rows), path)
    return read_csv(table, path)


@quick
@given(note=texts | formulas, item=texts | formulas)
def test_any_text_comes_back(folder: Path, note: str, item: str) -> None:
    row = written("expenses", [{"code": "1.1", "item": item, "note": note}], folder / "texts.csv").iloc[0]
    assert (row["item"], row["note"]) == (item, note)


@quick
@given(text=formulas | st.sampled_from(["=1+1", "+66", "-", "- ๑ -", "@SUM(A1)", "=HYPERLINK(0)", "\t=1"]))
def test_no_cell_of_a_csv_begins_a_formula(folder: Path, text: str) -> None:
    written("expenses", [{"item": text}], folder / "formulas.csv")
    with (folder / "formulas.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


@quick
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "fiscal_year": st.just(2568),
                "code": st.from_regex(r"\A[1-9](\.[1-9])?(\([1-9]\))?\Z"),
                "name": st.none() | texts,
                "start_date": st.none() | st.dates(pd.Timestamp(1957, 1, 1).date(), pd.Timestamp(2157, 1, 1).date()),
                "participants": st.none() | st.integers(0, 10**9),
                "source": st.just("made_up.xlsx!a!A1"),
            }
        ),
        max_size=5,
    )
)
def test_activities_come_back(folder: Path, rows: list[dict[str, Any]]) -> None:
    before = frame("activities", rows)
    pd.testing.assert_frame_equal(written("activities", rows, folder / "activities.csv"), before)


@quick
@given(st.lists(st.none() | st.integers(-(10**13), 10**13), min_size=1, max_size=5))
def test_money_comes_back_to_the_satang(folder: Path, satang: list[int | None]) -> None:
    amounts = [None if amount is None else amount / 100 for amount in satang]
    back = written("expenses", [{"amount_baht": amount} for amount in amounts], folder / "money.csv")
    assert [None if pd.isna(amount) else amount for amount in back["amount_baht"]] == amounts


@quick
@given(st.floats(0, 100), st.sampled_from([True, False, None]))
def test_scores_and_verdicts_come_back(folder: Path, score: float, passed: bool | None) -> None:
    back = written("unit_scores", [{"unit": "สป.", "score": score, "passed": passed}], folder / "scores.csv").iloc[0]
    assert back["score"] == score
    assert pd.isna(back["passed"]) if passed is None else back["passed"] == passed


def test_how_values_are_spelled(tmp_path: Path) -> None:
    rows = [
        {
            "fiscal_year": 2568,
            "code": "1.1",
            "name": "ก, “ข”\nค",
            "start_date": pd.Timestamp(2024, 10, 25),
            "participants": 84,
        }
    ]
    write_csv("activities", frame("activities", rows), tmp_path / "made_up.csv")
    content = (tmp_path / "made_up.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbffiscal_year,code,")
    assert b"\r" not in content
    assert content.decode("utf-8-sig").splitlines()[1].startswith("2568,1.1,,,")
    assert "2024-10-25" in content.decode("utf-8-sig")

    write_csv("expenses", frame("expenses", [{"amount_baht": 73060}, {"amount_baht": 0.1}]), tmp_path / "money.csv")
    assert [line.split(",")[3] for line in (tmp_path / "money.csv").read_text("utf-8-sig").splitlines()] == [
        "amount_baht", "73060.00", "0.10",
    ]  # fmt: skip

    scores = [{"unit": "สป.", "score": 85.0, "iit": 92.7995, "passed": True}, {"unit": "คต.", "passed": False}]
    write_csv("unit_scores", frame("unit_scores", scores), tmp_path / "scores.csv")
    lines = (tmp_path / "scores.csv").read_text("utf-8-sig").splitlines()[1:]
    assert lines == [",สป.,,,85,92.7995,,,,true,", ",คต.,,,,,,,,false,"]
