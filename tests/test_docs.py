"""The generated pages say what the files they are made from say, and every command shown can be run."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

import pytest

from itaanalysis.cli import main

PROJECT = Path(__file__).parent.parent
COMMAND = re.compile(r"`?\bita ((?:check|clean|figures|new-year)\b[^`|\n]*)")
SHOWN = [
    (page, command)
    for page in ("README.md", "README.th.md", "docs/add-a-year.md")
    for command in sorted(set(COMMAND.findall((PROJECT / page).read_text(encoding="utf-8"))))
]


def generated() -> dict:
    spec = importlib.util.spec_from_file_location("generate", PROJECT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PAGES


@pytest.mark.parametrize("name", ["data-dictionary.md", "problems.md"])
def test_generated_page_is_in_step(name: str) -> None:
    assert (PROJECT / "docs" / name).read_text(encoding="utf-8") == generated()[name](), "run `make docs`"


@pytest.mark.parametrize(("page", "command"), SHOWN)
def test_commands_shown_are_commands_there_are(page: str, command: str, tmp_path: Path) -> None:
    for folder in ("data", "notebooks"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    words = [word for word in re.sub(r"\[.*?\]", "", command).replace("YEAR", "2569").split() if word.isascii()]
    first, *rest = words
    years = [word for word in rest if word.isdecimal()]
    if first != "new-year" and "2569" in years:
        assert main(["new-year", "2569", "--root", str(tmp_path)]) == 0
    assert main([first, *years, "--root", str(tmp_path)]) == 0
