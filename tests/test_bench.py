"""The made-up national workbook of the benchmark is what it says, and is read whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from itaanalysis.intake import read_year
from itaanalysis.workspace import Workspace

PROJECT = Path(__file__).resolve().parents[1]
AGENCIES = 7


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(PROJECT)
    from bench.made_up_national import make_project

    return make_project(tmp_path / "made_up", PROJECT / "data" / "reference", 2568, AGENCIES)


def typed(workbook: Path) -> pd.DataFrame:
    return pd.read_excel(workbook, engine="openpyxl")


def test_it_is_typed_by_many_hands(workbook: Path) -> None:
    scores = typed(workbook).iloc[:, 2:].stack()
    texts = scores[scores.map(lambda score: isinstance(score, str))]
    thai = texts[texts.str.contains("[๐-๙]")]
    assert len(scores) == AGENCIES * 9 * 11
    assert 0.15 < len(texts) / len(scores) < 0.35
    assert 0.05 < len(thai) / len(scores) < 0.25


def test_every_score_comes_out_as_it_was_typed(workbook: Path) -> None:
    """Python itself reads `๘๕.๕๐` and `85.50 ` as numbers."""
    sheet = typed(workbook)
    intake = read_year(Workspace(workbook.parents[3]), 2568)
    scores = intake.tables["indicator_scores"]
    names = pd.read_csv(workbook.parents[3] / "data" / "reference" / "units.csv").set_index("unit")["name_th"]
    found = {(names[row.unit], row.fiscal_year, row.indicator): row.score for row in scores.itertuples(index=False)}
    expected: dict[tuple[Any, ...], float] = {
        (row["หน่วยงาน"], row["ปีงบประมาณ"], number): float(row[f"ตัวชี้วัดที่ {number}"])
        for _, row in sheet.iterrows()
        if row["ปีงบประมาณ"] in set(scores["fiscal_year"])
        for number in range(1, 11)
    }
    assert set(scores["fiscal_year"]) >= set(range(2562, 2569))
    assert found == expected
    assert {error.code for error in intake.problems.errors} <= {"year-without-criteria"}


@pytest.mark.parametrize("task", ["imports", "calamine", "openpyxl", "clean", "write"])
def test_each_task_tells_its_seconds_and_its_peak(workbook: Path, task: str) -> None:
    command = [sys.executable, "-m", "bench.national_task", task, str(workbook.parents[3])]
    told = json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True).stdout)
    assert 0 <= told["seconds"] < 60
    assert 20 < told["peak"] < 2_000


def test_the_explorer_is_clicked_in_every_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(PROJECT)
    from bench import explore, explore_kernel, explore_page
    from bench.made_up_national import make_project

    make_project(tmp_path / "made_up", PROJECT / "data" / "reference", 2568, AGENCIES, (2567, 2568))
    explore_kernel.main(tmp_path / "made_up")
    times = json.loads(capsys.readouterr().out)
    assert list(times) == ["first click", *explore_page.CLICKS]
    assert all(0 < second < 60 for seconds in times.values() for second in seconds)
    explore.show("made up", {12: {"a click": [0.1, 0.3, 0.2]}, 1000: {"a click": [0.3, 0.3, 0.6]}})
    said = capsys.readouterr().out
    figures = "0.200 0.300 0.67 1.00 0.300 0.600 1.00 2.00 1.50"
    assert figures.split() == next(line for line in said.splitlines() if "a click" in line).split()[2:]
    assert "0.600 s, 2.00 × the aim" in said
