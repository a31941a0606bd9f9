"""Where things lie: the project folder is found, and what is missing is named in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from itaanalysis.workspace import ROOT_VARIABLE, Workspace, WorkspaceError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for year in ("2567", "2568"):
        (tmp_path / "data" / "raw" / year).mkdir(parents=True)
    return tmp_path.resolve()


@pytest.fixture(autouse=True)
def no_root_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ROOT_VARIABLE, raising=False)


def test_the_folder_named_is_taken(root: Path) -> None:
    assert Workspace.find(root).root == root
    assert Workspace.find(str(root)).root == root


def test_the_environment_names_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_ROOT", str(root))
    assert Workspace.find().root == root


def test_the_folder_named_goes_before_the_environment(root: Path, tmp_path_factory: Any, monkeypatch: Any) -> None:
    other = tmp_path_factory.mktemp("made_up_other")
    (other / "data" / "raw").mkdir(parents=True)
    monkeypatch.setenv("ITA_ROOT", str(other))
    assert Workspace.find(root).root == root


def test_else_the_nearest_folder_above(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = root / "notebooks" / "drafts"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert Workspace.find().root == root


def test_a_folder_without_raw_data_is_named_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as error:
        Workspace.find(tmp_path)
    thai, english = str(error.value).splitlines()
    assert str(tmp_path.resolve()) in thai
    assert str(tmp_path.resolve()) in english
    assert "--root" in thai


def test_where_things_lie(root: Path) -> None:
    workspace = Workspace(root)
    assert workspace.raw(2568) == root / "data" / "raw" / "2568"
    assert workspace.processed(2568) == root / "data" / "processed" / "2568"
    assert workspace.figures(2568) == root / "figures" / "2568"
    assert workspace.reports(2568) == root / "reports" / "2568"
    (root / "notebooks").mkdir()
    assert workspace.notebooks == root / "notebooks"


def test_own_reference_table_goes_before_the_one_that_came_along(root: Path) -> None:
    workspace = Workspace(root)
    came_along = workspace.reference("units.csv")
    assert came_along.is_file()
    own = root / "data" / "reference" / "units.csv"
    own.parent.mkdir()
    own.write_text("unit\n", "utf-8")
    assert workspace.reference("units.csv") == own != came_along


def test_a_reference_table_nobody_has_is_named(root: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"data/reference/made_up\.csv"):
        Workspace(root).reference("made_up.csv")


def test_years_in_order_and_the_latest_by_default(root: Path) -> None:
    (root / "data" / "raw" / "2566").mkdir()
    (root / "data" / "raw" / "notes.txt").write_text("x", "utf-8")
    assert Workspace(root).years() == [2566, 2567, 2568]
    assert Workspace(root).year() == 2568
    assert Workspace(root).year(2566) == 2566


@pytest.mark.parametrize("name", ["เก่า", "2568 สำรอง", "20250101", "12", ".git", "2568.bak"])
def test_other_folders_are_no_years(root: Path, name: str) -> None:
    (root / "data" / "raw" / name).mkdir()
    assert Workspace(root).years() == [2567, 2568]


def test_no_year_at_all_is_said(tmp_path: Path) -> None:
    (tmp_path / "data" / "raw").mkdir(parents=True)
    with pytest.raises(WorkspaceError) as error:
        Workspace(tmp_path).year()
    assert len(str(error.value).splitlines()) == 2


def test_a_year_without_a_folder_names_those_there_are(root: Path) -> None:
    with pytest.raises(WorkspaceError, match="2567, 2568"):
        Workspace(root).require_raw(2570)
    assert Workspace(root).require_raw(2567) == root / "data" / "raw" / "2567"
