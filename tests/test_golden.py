"""The committed tables of FY2568 are what `ita clean` makes today, byte for byte.

After a wanted change: `ita clean 2568`, and look at the diff.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def committed(repository: Path) -> Path:
    return repository / "data" / "processed" / "2568"


@pytest.fixture(scope="module")
def tables(committed: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for path in sorted(committed.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


def test_clean_reproduces_the_committed_tables(project: Any, committed: Path) -> None:
    assert project.ita("clean", "2568") == 0
    made = {path.name: path.read_bytes() for path in project.processed.iterdir()}
    expected = {path.name: path.read_bytes() for path in committed.iterdir()}
    assert sorted(made) == sorted(expected)
    for name, content in expected.items():
        assert made[name].decode("utf-8").splitlines() == content.decode("utf-8").splitlines(), name
        assert made[name] == content, name


def test_a_second_run_changes_nothing(project: Any) -> None:
    project.ita("clean", "2568")
    before = project.fingerprint()
    project.ita("clean", "2568")
    assert project.fingerprint() == before


def test_raw_and_reference_files_are_never_touched(project: Any, office: Any) -> None:
    project.ita("check", "2568")
    project.ita("clean", "2568")
    kept = {name: hash for name, hash in project.fingerprint().items() if "processed" not in name}
    for name, hash in office.fingerprint_of("data/raw/2568", "data/reference").items():
        assert kept.pop(name) == hash
    assert kept == {}


def test_the_tables_that_are_promised_are_there(tables: dict[str, list[dict[str, str]]]) -> None:
    assert set(tables) >= {
        "activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals", "kpis",
        "checks", "problems",
    }  # fmt: skip
    assert {name: len(tables[name]) for name in ("activities", "expenses", "unit_scores", "targets", "kpis")} == {
        "activities": 28, "expenses": 19, "unit_scores": 12, "targets": 7, "kpis": 8,
    }  # fmt: skip


def test_excel_shows_thai_and_a_diff_shows_lines(committed: Path) -> None:
    for path in committed.glob("*.csv"):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf"), path.name
        assert b"\r" not in content, path.name
        assert content.endswith(b"\n"), path.name


def test_dates_are_iso_and_of_the_common_era(tables: dict[str, list[dict[str, str]]]) -> None:
    days = [row[column] for row in tables["activities"] for column in ("start_date", "end_date")]
    assert days.count("") == 2  # the journal has none
    assert all(re.fullmatch(r"202[45]-\d\d-\d\d", day) for day in days if day)


def test_money_has_two_decimals(tables: dict[str, list[dict[str, str]]]) -> None:
    assert all(re.fullmatch(r"\d+\.\d\d", row["amount_baht"]) for row in tables["expenses"])


def test_every_row_names_the_cell_it_came_from(tables: dict[str, list[dict[str, str]]]) -> None:
    for table in ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals"):
        for row in tables[table]:
            assert re.fullmatch(r"[a-z_]+\.xlsx![^!]+![A-Z]+\d+", row["source"]), (table, row)
