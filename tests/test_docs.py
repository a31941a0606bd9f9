"""The generated pages say what the files they are made from say, and every command shown can be run."""

from __future__ import annotations

import importlib.util
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from itaanalysis.cli import main
from itaanalysis.year import YearData

PROJECT = Path(__file__).parent.parent
COMMAND = re.compile(r"`?\bita ((?:check|clean|figures|new-year)\b[^`|\n]*)")
SHOWN = [
    (page, command)
    for page in ("README.md", "README.th.md", "docs/add-a-year.md")
    for command in sorted(set(COMMAND.findall((PROJECT / page).read_text(encoding="utf-8"))))
]


def generated(project: Path = PROJECT) -> dict:
    spec = importlib.util.spec_from_file_location("generate", project / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PAGES


@pytest.mark.parametrize("name", ["data-dictionary.md", "problems.md", "method.md", "charts.md"])
def test_generated_page_is_in_step(name: str) -> None:
    assert (PROJECT / "docs" / name).read_text(encoding="utf-8") == generated()[name](), "run `make docs`"


def test_a_changed_rule_changes_the_method(tmp_path: Path) -> None:
    """Another pass mark in a copy of the project is another page; what is written by hand stays."""
    for folder in ("docs", "itaanalysis"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    rules = tmp_path / "itaanalysis" / "criteria.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("pass_mark = 85", "pass_mark = 86"), encoding="utf-8")
    page = generated(tmp_path)["method.md"]()
    assert "| pass mark | 86, inclusive |" in page and "| pass mark | 85, inclusive |" not in page
    made = re.compile(r"<!-- (?P<name>[a-z-]+):start -->.*?<!-- (?P=name):end -->", re.DOTALL)
    assert made.sub("", page) == made.sub("", (PROJECT / "docs/method.md").read_text(encoding="utf-8"))
    assert "<!-- audit-recall:start -->" in page


def test_every_kpi_and_check_is_explained(made_up: Any, real_year: YearData) -> None:
    """Every name that a check can have stands in checks.toml, and each there can be made."""
    page = (PROJECT / "docs/method.md").read_text(encoding="utf-8")
    told = {"kpis.toml": ("inputs", "boundary"), "checks/checks.toml": ("computed", "reported", "agrees")}
    data = {name: tomllib.loads((PROJECT / "itaanalysis" / name).read_text(encoding="utf-8")) for name in told}
    for name, more in told.items():
        for entry, about in data[name].items():
            assert f"\n### {entry}" in page
            assert all(about[what] for what in (*more, "rounding", "does_not_measure", "source")), entry
    indicators = [f"i{number}" for number in range(1, 11)]
    parts = ["EIT ส่วนที่ ๑", "EIT ส่วนที่ ๒", "EIT", "IIT"]
    scores = [["หน่วยงาน", "คะแนนรวม", *indicators, *parts], ["สป.", 80, *[80] * 10, 70, 80, 77, 81], ["ค่าเฉลี่ย", 80]]
    events = [["ที่", "กิจกรรม", "วันที่", "ผู้เข้าร่วม (คน)", "จำนวนจังหวัดออนไลน์"], ["๑.๑", "ก", "๓ กันยายน ๒๕๖๘", 10, 5]]
    made_up.add("made_up.xlsx", "คะแนน", scores)
    made_up.add("made_up.xlsx", "กิจกรรม", [*events, ["รวม", None, None, 10, 6]])
    made = {check.partition(":")[0] for year in (made_up.year(), real_year) for check in year.checks()["check"]}
    assert made == set(data["checks/checks.toml"])


@pytest.mark.parametrize(("page", "command"), SHOWN)
def test_commands_shown_are_commands_there_are(page: str, command: str, tmp_path: Path, copy_project: Any) -> None:
    copy_project(tmp_path)
    words = [word for word in re.sub(r"\[.*?\]", "", command).replace("YEAR", "2569").split() if word.isascii()]
    first, *rest = words
    years = [word for word in rest if word.isdecimal()]
    if first != "new-year" and "2569" in years:
        assert main(["new-year", "2569", "--root", str(tmp_path)]) == 0
    assert main([first, *years, "--root", str(tmp_path)]) == 0
