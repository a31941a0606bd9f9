"""Tidy tables on disk: taken only while they match the raw files they were made from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

import itaanalysis as ita
from itaanalysis import store
from itaanalysis.cleaning import clean
from itaanalysis.intake import read_year
from itaanalysis.intake.problems import InputErrors
from itaanalysis.tables import columns
from itaanalysis.workspace import WorkspaceError


@pytest.fixture
def cleaned(project: Any) -> Any:
    clean(project.workspace, 2568)
    return project


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The years read from raw, as they are read."""
    years: list[int] = []

    def counted(workspace: Any, fiscal_year: int) -> Any:
        years.append(fiscal_year)
        return read_year(workspace, fiscal_year)

    monkeypatch.setattr(store, "read_year", counted)
    return years


def participants(project: Any) -> int:
    return int(ita.load(2568, project.root).activities["participants"].sum())


def test_cleaned_tables_are_taken_without_reading_raw(cleaned: Any, readings: list[int]) -> None:
    assert participants(cleaned) == 1871
    assert readings == []


def test_the_same_tables_come_from_raw_and_from_disk(project: Any) -> None:
    from_raw = store.read(project.workspace, 2568)
    clean(project.workspace, 2568)
    from_disk = store.read(project.workspace, 2568)
    assert list(from_raw) == list(from_disk)
    for table, data in from_raw.items():
        pd.testing.assert_frame_equal(from_disk[table], data, obj=table)


def test_a_changed_workbook_is_read_afresh(cleaned: Any, readings: list[int]) -> None:
    cleaned.edit("activities.xlsx", "ผลการดำเนินงาน", {"G8": "๕๓ คน"})
    assert participants(cleaned) == 1872
    assert readings == [2568]


def spoil(file: str) -> Callable[[Any], None]:
    def change(project: Any) -> None:
        path = project.reference / file
        path.write_text(path.read_text("utf-8-sig") + "\n", "utf-8")

    return change


def another_workbook(project: Any) -> None:
    project.add("made_up_more.xlsx", "เบิกจ่าย", [["รหัสกิจกรรม", "จำนวนเงิน"], ["3.4(1)", 10]])


def one_workbook_less(project: Any) -> None:
    (project.raw / "targets.xlsx").unlink()


def a_correction(project: Any) -> None:
    (project.raw / "corrections.csv").write_text("file,sheet,cell,expect,value,reason,reported_to,date\n", "utf-8")


def table_edited_by_hand(project: Any) -> None:
    path = project.processed / "expenses.csv"
    path.write_text(path.read_text("utf-8-sig").replace("73060.00", "99999.00"), "utf-8-sig")


def table_lost(project: Any) -> None:
    (project.processed / "activities.csv").unlink()


def table_damaged(project: Any) -> None:
    (project.processed / "activities.csv").write_text("x", "utf-8")


def package_lost(project: Any) -> None:
    (project.processed / "datapackage.json").unlink()


def package_damaged(project: Any) -> None:
    (project.processed / "datapackage.json").write_text("{", "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        another_workbook, one_workbook_less, a_correction, spoil("headers.csv"), spoil("words.csv"), spoil("units.csv"),
        table_edited_by_hand, table_lost, table_damaged, package_lost, package_damaged,
    ],
)  # fmt: skip
def test_whatever_changed_raw_is_read_afresh(cleaned: Any, readings: list[int], change: Callable[[Any], None]) -> None:
    change(cleaned)
    year = ita.load(2568, cleaned.root)
    assert readings == [2568]
    assert year.expenses["amount_baht"].tolist()[1] == 73060


def test_loading_writes_nothing(project: Any) -> None:
    before = project.fingerprint()
    ita.load(2568, project.root)
    assert project.fingerprint() == before


def test_changed_raw_with_errors_is_not_covered_up_by_old_tables(cleaned: Any) -> None:
    cleaned.edit("activities.xlsx", "ผลการดำเนินงาน", {"C8": "๓๒ กุมภาพันธ์ ๒๕๖๘"})
    with pytest.raises(InputErrors, match="C8"):
        ita.load(2568, cleaned.root)


def test_without_the_raw_folder_the_tables_stand_alone(cleaned: Any, readings: list[int]) -> None:
    shutil.rmtree(cleaned.raw)
    assert participants(cleaned) == 1871
    assert readings == []


def test_an_emptied_raw_folder_is_an_empty_year(cleaned: Any) -> None:
    for path in cleaned.raw.iterdir():
        path.unlink()
    assert len(ita.load(2568, cleaned.root).activities) == 0


def test_a_year_with_neither_is_an_error_that_names_those_there_are(project: Any) -> None:
    with pytest.raises(WorkspaceError, match="2568"):
        ita.load(2567, project.root)


def test_an_empty_year_loads_with_empty_tables(made_up: Any) -> None:
    year = ita.load(2568, made_up.root)
    for table in ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals"):
        data = getattr(year, table)
        assert len(data) == 0, table
        assert list(data.columns) == columns(table)
    assert len(year.kpis()) == len(year.checks()) == 0
    assert year.allocation_baht is None
    assert set(year.problems["code"]) == {"table-missing"}
    assert len(year.problems) == 4


def test_an_empty_year_can_be_cleaned_and_loaded_again(made_up: Any, readings: list[int]) -> None:
    clean(made_up.workspace, 2568)
    year = ita.load(2568, made_up.root)
    assert readings == []
    assert len(year.activities) == len(year.kpis()) == 0


def test_the_latest_year_is_loaded_by_default(project: Any) -> None:
    (project.root / "data" / "raw" / "2567").mkdir()
    assert ita.load(root=project.root).fiscal_year == 2568


def test_the_data_package_describes_every_table(cleaned: Any) -> None:
    package = json.loads((cleaned.processed / "datapackage.json").read_text("utf-8"))
    described = {resource["path"]: resource for resource in package["resources"]}
    on_disk = {path.name for path in cleaned.processed.glob("*.csv")}
    assert set(described) == on_disk
    assert described["activities.csv"]["rows"] == 28
    for name, resource in described.items():
        header = (cleaned.processed / name).read_text("utf-8-sig").splitlines()[0].split(",")
        assert [column["name"] for column in resource["schema"]["fields"]] == header
        assert all(column["title"] and column["description"] for column in resource["schema"]["fields"])


def test_the_data_package_carries_no_path_or_time_of_this_computer(cleaned: Any) -> None:
    text = (cleaned.processed / "datapackage.json").read_text("utf-8")
    assert str(cleaned.root) not in text


def test_year_in_hand_knows_its_units_and_the_nation(real_year: Any) -> None:
    assert (real_year.ops_unit, real_year.ministry_unit, real_year.allocation_baht) == ("สป.", "พณ.", 1_290_000)
    assert len(real_year.units) == 13
    national = real_year.national.set_index("fiscal_year")
    assert list(national.index) == list(range(2562, 2569))
    assert national.loc[2568, "mean_score"] == 93.82
