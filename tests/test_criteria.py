"""The ITA method: published results are reproduced, and every level starts exactly where its manual says."""

from __future__ import annotations

import csv
import math
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from statistics import fmean

import pytest

from itaanalysis.criteria import UNKNOWN_LEVEL, CriteriaError, criteria

BEFORE, AFTER = 2565, 2568

MADE_UP_METHOD = """
[[method]]
fiscal_years = [2570]
provisional = [2570]
pass_mark = 88
weights = { IIT = 0.25, EIT = 0.25, OIT = 0.50 }
eit_parts = []
ethics_indicators = [1, 2]
levels = [
    { name_th = "ทอง", name_en = "Gold", total = 80, every_tool = 80 },
    { name_th = "เงิน", name_en = "Silver", total = 0 },
]
source = "made up"
[method.sources]
pass_mark = "made up"
"""


def published_rows(repository: Path) -> list[dict[str, str]]:
    with (repository / "data" / "reference" / "published_rows.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def tools_of(indicators: dict[int, float], fiscal_year: int) -> dict[str, float]:
    """Each tool's score: the mean of its indicators, as the criteria part them."""
    by_tool: dict[str, list[float]] = {}
    for number, indicator in criteria(fiscal_year).indicators.items():
        by_tool.setdefault(indicator.tool, []).append(indicators[number])
    return {tool: fmean(scores) for tool, scores in by_tool.items()}


@pytest.mark.parametrize("number", range(6))
def test_published_totals_follow_from_their_ten_indicators(repository: Path, number: int) -> None:
    row = published_rows(repository)[number]
    fiscal_year = int(row["fiscal_year"] or BEFORE)
    indicators = {i: float(row[f"i{i}"]) for i in range(1, 11)}
    total = criteria(fiscal_year).total(tools_of(indicators, fiscal_year))
    assert total == pytest.approx(float(row["total"]), abs=0.01)
    if row["level"]:
        assert criteria(fiscal_year).level(total) == row["level"]


def test_six_rows_are_published_and_the_mean_of_ten_would_miss_them(repository: Path) -> None:
    rows = published_rows(repository)
    assert len(rows) == 6
    assert all(abs(fmean(float(row[f"i{i}"]) for i in range(1, 11)) - float(row["total"])) > 0.1 for row in rows)


def test_the_office_in_fy2568() -> None:
    tools = {"IIT": 92.89, "EIT": (92.88 + 86.67) / 2, "OIT": 95.0}
    # 0.3 × 92.89 = 27.867, 0.3 × 89.775 = 26.9325, 0.4 × 95 = 38
    assert criteria(AFTER).total(tools) == 92.7995
    assert criteria(AFTER).level(92.7995, tools) == "ผ่านดี"


@pytest.mark.parametrize(
    ("total", "level"),
    [
        (100, "AA"), (95, "AA"), (94.999, "A"), (85, "A"), (84.999, "B"), (75, "B"), (74.999, "C"), (65, "C"),
        (64.999, "D"), (55, "D"), (54.999, "E"), (50, "E"), (49.999, "F"), (0, "F"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("fiscal_year", [2562, 2563, 2564, 2565])
def test_levels_to_fy2565_need_no_tools(fiscal_year: int, total: float, level: str) -> None:
    assert criteria(fiscal_year).level(total) == level


@pytest.mark.parametrize(
    ("total", "tools", "level"),
    [
        (95, (95, 95, 95), "ผ่านดีเยี่ยม"),
        (100, (100, 100, 100), "ผ่านดีเยี่ยม"),
        (95, (94.999, 95, 96), "ผ่านดี"),
        (94.999, (95, 95, 95), "ผ่านดี"),
        (96, (100, 84.999, 100), "ผ่าน"),
        (85, (85, 85, 85), "ผ่านดี"),
        (85, (84.999, 85, 86), "ผ่าน"),
        (84.999, (95, 95, 70), "ต้องปรับปรุง"),
        (70, (70, 70, 70), "ต้องปรับปรุง"),
        (69.999, (69, 70, 70), "ต้องปรับปรุงโดยด่วน"),
        (0, (0, 0, 0), "ต้องปรับปรุงโดยด่วน"),
    ],
)
@pytest.mark.parametrize("fiscal_year", [2566, 2567, 2568])
def test_levels_from_fy2566_need_every_tool(
    fiscal_year: int, total: float, tools: tuple[float, float, float], level: str
) -> None:
    assert criteria(fiscal_year).level(total, dict(zip(("IIT", "EIT", "OIT"), tools, strict=True))) == level


@pytest.mark.parametrize(
    ("total", "tools"),
    [
        (97.43, None),
        (85, None),
        (85, {}),
        (90, {"IIT": 90, "EIT": 90}),
        (96, {"IIT": 96, "EIT": 96}),
        (90, {"IIT": 90, "EIT": 90, "OIT": math.nan}),
        (math.nan, {"IIT": 90, "EIT": 90, "OIT": 90}),
    ],
)
def test_level_is_not_guessed_where_tools_are_missing(total: float, tools: dict[str, float] | None) -> None:
    assert criteria(AFTER).level(total, tools) == UNKNOWN_LEVEL == "unknown"


def test_what_is_known_of_the_tools_is_used() -> None:
    # below 95 in one tool, the best level is out of reach; below 85 in one, so is the next: no third tool can help
    assert criteria(AFTER).level(90, {"OIT": 84}) == "ผ่าน"
    # below 85 in total no tool is asked for
    assert criteria(AFTER).level(84.6) == "ต้องปรับปรุง"
    assert criteria(AFTER).level(69.99) == "ต้องปรับปรุงโดยด่วน"


def test_85_passes_and_a_hair_less_does_not() -> None:
    for fiscal_year in (BEFORE, AFTER):
        assert criteria(fiscal_year).passes(85)
        assert not criteria(fiscal_year).passes(84.9999)
    # 84.995 shows as 85.00 but is below the mark
    assert not criteria(AFTER).passes(84.995)


def test_a_total_of_exactly_85_passes_whatever_the_binary_dust() -> None:
    assert criteria(AFTER).passes(criteria(AFTER).total({"IIT": 85.1, "EIT": 85.1, "OIT": 84.85}))
    assert criteria(AFTER).total({"IIT": 85, "EIT": 85, "OIT": 85}) == 85


def test_total_of_a_missing_tool_is_nan_and_of_none_an_error() -> None:
    assert math.isnan(criteria(AFTER).total({"IIT": 90, "EIT": math.nan, "OIT": 90}))
    with pytest.raises(KeyError):
        criteria(AFTER).total({"IIT": 90, "EIT": 90})


@pytest.mark.parametrize("fiscal_year", range(2562, 2570))
def test_weights_indicators_and_ethics_of_every_year(fiscal_year: int) -> None:
    method = criteria(fiscal_year)
    assert method.weights == {"IIT": 0.30, "EIT": 0.30, "OIT": 0.40}
    assert method.pass_mark == 85
    assert method.ethics_indicators == (1, 2, 3, 4, 6)
    assert [method.indicators[number].tool for number in range(1, 11)] == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2
    assert method.fiscal_year == fiscal_year


def test_names_of_the_ten_indicators_in_order() -> None:
    assert [criteria(AFTER).indicators[number].name_th for number in range(1, 11)] == [
        "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
        "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
    ]  # fmt: skip


def test_eit_comes_in_two_parts_from_fy2566() -> None:
    assert criteria(2565).eit_parts == ()
    assert criteria(2566).eit_parts == ("EIT1", "EIT2")


def test_breaks_of_a_trend() -> None:
    assert [(b.fiscal_year, b.kind) for b in criteria(AFTER).breaks] == [(2566, "levels"), (2567, "questionnaire")]


def test_names_of_levels_in_both_languages() -> None:
    after = criteria(AFTER)
    assert after.level_name("ผ่านดี", "en") == "Good pass"
    assert after.level_name("ผ่านดี", "th") == "ผ่านดี"
    assert after.level_name(UNKNOWN_LEVEL, "en") == "unknown"
    assert after.level_name(UNKNOWN_LEVEL, "th") == "ยังระบุไม่ได้"
    assert criteria(BEFORE).level_name("AA", "en") == "AA"


@pytest.mark.parametrize("fiscal_year", [2560, 2561, 2590])
def test_a_year_without_criteria_says_which_file_to_edit(fiscal_year: int) -> None:
    with pytest.raises(CriteriaError) as error:
        criteria(fiscal_year)
    thai, english = str(error.value).splitlines()
    for text in (thai, english):
        assert str(fiscal_year) in text
        assert "criteria.toml" in text
        assert "2562" in text


def test_goals_begin_with_the_pass_mark_whatever_the_levels_are_called() -> None:
    assert [(goal.name_th, goal.total, goal.every_tool) for goal in criteria(BEFORE).goals] == [
        ("A", 85, None),
        ("AA", 95, None),
    ]
    # A year that would pass at 80 has no level beginning there.
    lower = replace(criteria(AFTER), pass_mark=80.0)
    assert lower.marks == (80, 85, 95)
    assert (lower.goals[0].name_th, lower.goals[0].total, lower.goals[0].every_tool) == ("80 คะแนน", 80, None)


def test_every_part_of_a_method_says_where_it_is_written() -> None:
    data = tomllib.loads((files("itaanalysis") / "criteria.toml").read_text(encoding="utf-8"))
    parts = ("pass_mark", "weights", "eit_parts", "ethics_indicators", "levels")
    assert all(len(method["sources"][part]) > 20 for method in data["method"] for part in parts)
    assert all(len(one["source"]) > 10 for one in data["break"])
    assert len(data["indicators_source"]) > 20


def test_a_year_is_added_without_touching_code(tmp_path: Path, repository: Path) -> None:
    """A made-up method of FY2570 in a copy of the package: other weights, another pass mark, levels of its own."""
    shutil.copytree(repository / "itaanalysis", tmp_path / "itaanalysis", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "itaanalysis" / "criteria.toml"
    path.write_text(path.read_text(encoding="utf-8") + MADE_UP_METHOD, encoding="utf-8")
    code = (
        "import pandas as pd, itaanalysis as ita\n"
        "from itaanalysis.criteria import criteria\n"
        "from itaanalysis.passing import levers\n"
        "rows = [{'fiscal_year': 2570, 'unit': 'u', 'indicator': n, 'score': 80.0 if n > 8 else 90.0}"
        " for n in range(1, 11)]\n"
        "made = ita.score_units(pd.DataFrame(rows)).iloc[0]\n"
        "print(made['score'], made['level'], made['passed'], criteria(2570).marks, levers(criteria(2570))[2].weight)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    # 0.25 × 90 + 0.25 × 90 + 0.5 × 80
    assert done.stdout.split() == ["85.0", "ทอง", "False", "(88.0,)", "0.5"]
