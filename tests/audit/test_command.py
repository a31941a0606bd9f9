"""`ita audit` as it is used: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from itaanalysis.cli import main

# Figures of FY2568 in words of their own.
MADE_UP_RIGHT = "ผลคะแนน ITA ของ สป. ได้ ๙๒.๘๐ คะแนน\n"
MADE_UP_WRONG = "ผลคะแนน ITA ของ สป. ได้ ๙๒.๙๐ คะแนน\n"


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "made_up.txt"
    path.write_text(MADE_UP_WRONG, encoding="utf-8")
    return path


def ita(office: Any, *arguments: Any) -> int:
    year = [] if "--year" in arguments else ["--year", "2568"]
    return main(["audit", "--root", str(office.root), *year, *map(str, arguments)])


def test_a_wrong_figure_is_told_and_the_status_is_1(office: Any, memo: Path, capsys: Any) -> None:
    assert ita(office, memo, "--year", "2568") == 1
    out = capsys.readouterr().out
    assert "»๙๒.๙๐«" in out
    assert "๙๒.๘๐" in out
    assert "ita_scores.xlsx" in out


def test_right_figures_give_status_0(office: Any, memo: Path, capsys: Any) -> None:
    memo.write_text(MADE_UP_RIGHT, encoding="utf-8")
    assert ita(office, memo) == 0
    assert "✓ ตรงกัน (agrees) 1" in capsys.readouterr().out


def test_json_is_printed_whole_and_alone(office: Any, memo: Path, capsys: Any) -> None:
    assert ita(office, memo, "--format", "json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["claimed"], found["expected"], found["verdict"], found["line"]) == (92.9, 92.8, "differs", 1)


@pytest.mark.parametrize("form", ["text", "csv", "json", "html"])
def test_every_format_can_be_written_to_a_file(office: Any, memo: Path, tmp_path: Path, form: str, capsys: Any) -> None:
    output = tmp_path / f"found.{form}"
    assert ita(office, memo, "--format", form, "--output", output) == 1
    assert "๙๒.๙๐" in output.read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"เขียนแล้ว · written: {output}\n"


def test_csv_has_a_row_a_finding(office: Any, memo: Path, tmp_path: Path) -> None:
    ita(office, memo, "--format", "csv", "--output", tmp_path / "found.csv")
    with (tmp_path / "found.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["typed"], row["expected"], row["verdict_th"]) == ("๙๒.๙๐", "92.8", "ไม่ตรงกัน")


def test_the_latest_year_is_the_default(project: Any, memo: Path, capsys: Any) -> None:
    (project.root / "data" / "raw" / "2569").mkdir()
    assert project.ita("audit", str(memo)) == 0  # no data yet to differ from
    assert project.ita("audit", str(memo), "--year", "๒๕๖๘") == 1


def test_the_memo_and_the_data_are_never_written_over(project: Any, memo: Path, capsys: Any) -> None:
    before = project.fingerprint()
    assert project.ita("audit", str(memo), "--format", "json", "--output", str(memo)) == 2
    target = project.raw / "expenses.xlsx"
    assert project.ita("audit", str(memo), "--format", "json", "--output", str(target)) == 2
    assert "expenses.xlsx" in capsys.readouterr().err
    assert project.fingerprint() == before
    assert memo.read_text(encoding="utf-8") == MADE_UP_WRONG


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        (None, b"", 2),
        ("made_up.xlsx", b"x", 2),
        ("made_up.docx", b"no package", 1),
        ("made_up.pdf", b"%PDF-1.7", 1),
        ("made_up.txt", b"", 1),
    ],
)
def test_what_cannot_be_read_is_two_sentences(
    office: Any, tmp_path: Path, name: str | None, content: bytes, status: int, capsys: Any
) -> None:
    path = tmp_path / (name or "nowhere.txt")
    if name:
        path.write_bytes(content)
    assert ita(office, path) == status
    captured = capsys.readouterr()
    assert len(captured.err.strip().splitlines()) == 2
    assert path.name in captured.err
    assert captured.out == ""


def test_errors_in_the_workbooks_are_told(project: Any, memo: Path, capsys: Any) -> None:
    project.edit("expenses.xlsx", "เบิกจ่าย", {"C6": "12,3x4"})
    assert project.ita("audit", str(memo)) == 1
    assert "C6" in capsys.readouterr().out


def test_a_year_that_is_not_there_is_wrong_usage(office: Any, memo: Path, capsys: Any) -> None:
    assert ita(office, memo, "--year", "2560") == 2
    assert "2560" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_a_sentence(office: Any, memo: Path, tmp_path: Path, capsys: Any) -> None:
    assert ita(office, memo, "--format", "json", "--output", tmp_path / "no" / "folder.json") == 1
    assert "folder.json" in capsys.readouterr().err


PAGES = Path(__file__).parents[2]
SHOWN = [
    (page, command)
    for page in ("README.md", "README.th.md", "docs/audit.md")
    for command in re.findall(r"^ita audit (.+)$", (PAGES / page).read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize(("page", "command"), SHOWN)
def test_commands_shown_can_be_run(
    page: str, command: str, office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_paragraph(MADE_UP_RIGHT)
    document.save("memo.docx")
    assert ita(office, *command.split()) == 0
    if "--output" in command:
        assert Path(command.split()[-1]).is_file()


def test_every_page_for_users_shows_the_command() -> None:
    assert {page for page, _ in SHOWN} == {"README.md", "README.th.md", "docs/audit.md"}


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--format", "xml"], ["a.txt", "--year", "68"], ["a.txt", "b.txt"]])
def test_unknown_words_are_wrong_usage(office: Any, arguments: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as end:
        ita(office, *arguments)
    assert end.value.code == 2


def test_a_memo_of_another_year_is_told_so(office: Any, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "made_up.txt"
    path.write_text("บันทึกสมมติ ปีงบประมาณ พ.ศ. ๒๕๖๗ ใช้จ่ายครบถ้วน\nปีงบประมาณ ๒๕๖๗ และแผนปีงบประมาณ ๒๕๖๘\n", encoding="utf-8")
    ita(office, path)
    said = capsys.readouterr()
    assert "FY2568" in said.out
    assert "--year 2567" in said.err
