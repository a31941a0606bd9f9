"""A made-up year half typed: its report draws what it can and says in each place what is not there yet."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itaanalysis.cli import main


def type_below(path: Path, sheet: str, heading: str, rows: list[list[Any]]) -> None:
    """Type rows below a header."""
    book = openpyxl.load_workbook(path)
    cells = (cell for row in book[sheet].iter_rows() for cell in row)
    header = next(cell for cell in cells if cell.value == heading)
    for down, row in enumerate(rows, start=1):
        for across, value in enumerate(row):
            header.offset(down, across).value = value
    book.save(path)


def scores_only(raw: Path) -> None:
    """The first unit passes and the second does not."""
    type_below(raw / "ita_scores.xlsx", "คะแนนรายหน่วยงาน", "คะแนน ITA", [[90.25], [80]])


def activities_only(raw: Path) -> None:
    rows = [["กิจกรรมย่อยที่ ๑ เครือข่ายสมมุติ", None, None], ["๑.๑", "สัมมนาสมมุติ", "๓ กันยายน ๒๕๖๙"]]
    type_below(raw / "activities.xlsx", "ผลการดำเนินงาน", "ที่", rows)


SCORES = ["ร้อยละ ๕๐", "๙๐.๒๕ คะแนน"]
NO_SCORES = ["ยังไม่มีคะแนนรายหน่วยงาน", "ยังไม่มีผลการประเมิน ITA รายหน่วยงาน"]
NO_ACTIVITIES = ["ยังไม่มีข้อมูลกิจกรรม", "ยังไม่มีข้อมูลผู้เข้าร่วม"]
NO_MONEY_NO_INDEX = ["ยังไม่มีข้อมูลการใช้จ่าย", "ยังไม่มีดัชนีของกระทรวง"]


@pytest.mark.parametrize(
    ("fill", "said", "not_said"),
    [
        (scores_only, SCORES + NO_ACTIVITIES + NO_MONEY_NO_INDEX, NO_SCORES),
        (activities_only, ["สัมมนาสมมุติ", *NO_SCORES, *NO_MONEY_NO_INDEX], SCORES + NO_ACTIVITIES[:1]),
    ],
    ids=["scores", "activities"],
)
def test_the_report_of_a_half_filled_year_says_what_is_not_there_yet(
    tmp_path: Path,
    copy_project: Callable[[Path], Path],
    fill: Callable[[Path], None],
    said: list[str],
    not_said: list[str],
) -> None:
    copy_project(tmp_path)
    assert main(["new-year", "2569", "--root", str(tmp_path)]) == 0
    fill(tmp_path / "data/raw/2569")
    assert main(["clean", "2569", "--root", str(tmp_path)]) == 0
    notebook = tmp_path / "notebooks/90_report.ipynb"
    notebook.write_text(notebook.read_text("utf-8").replace("fiscal_year = 2568", "fiscal_year = 2569"), "utf-8")
    jupyter = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "ita_html", "--execute"]
    command = [*jupyter, str(notebook), "--output-dir", str(tmp_path)]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "90_report.html").read_text(encoding="utf-8").partition("<body")[2]
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    assert [words for words in said if words not in text] == []
    assert [words for words in not_said if words in text] == []
    assert "<img" in page or "<svg" in page
    assert not re.search(r"\b(?:nan|None|NaT)\b", text)
