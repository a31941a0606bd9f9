"""The command `ita`: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from itaanalysis.cli import main

HEAVY = {"pandas", "numpy", "matplotlib", "seaborn", "nbconvert", "pythainlp", "rich", "python_calamine", "openpyxl"}


def said(capsys: pytest.CaptureFixture[str]) -> str:
    printed = capsys.readouterr()
    return printed.out + printed.err


def test_check_of_the_real_year_succeeds_and_tells_what_differs(project: Any, capsys: Any) -> None:
    assert project.ita("check", "2568") == 0
    out = said(capsys)
    for text in (
        "activities.xlsx “ผลการดำเนินงาน” 40",  # the rows of a sheet and what became of them
        "28 data",
        "วันเสาร์ที่ ๑๔ ธันวาคม ๒๕๖๗",
        "1,288,999.22",
        "1,000.00 apart",
        "34 apart",
        "expenses.xlsx!เบิกจ่าย!A24",
        "errors: 0",
    ):
        assert text in out


def test_the_project_is_named_before_or_behind_the_command(
    project: Any, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    Path(elsewhere).mkdir()
    monkeypatch.chdir(elsewhere)
    root = str(project.root)
    for words in (["--root", root, "check"], ["check", "--root", root], ["--root", elsewhere, "check", "--root", root]):
        assert main(words) == 0
        assert "errors: 0" in said(capsys)
    assert main(["--root", elsewhere, "check"]) == 2


def test_a_project_that_was_not_named_is_told_when_the_user_stands_elsewhere(
    project: Any, tmp_path_factory: Any, monkeypatch: Any, capsys: Any
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("ITA_ROOT", str(project.root))
    assert main(["check"]) == 0
    assert f"the project in {project.root}" in capsys.readouterr().err
    for folder, words in ((project.root, ["check"]), (elsewhere, ["check", "--root", str(project.root)])):
        monkeypatch.chdir(folder)
        assert main(words) == 0
        assert capsys.readouterr().err == ""


def test_a_year_behind_archive_is_told_to_come_first(capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main(["report", "--archive", "2568"])
    assert "ita report 2568 --archive" in said(capsys)


def test_a_year_whose_method_is_not_published_yet_is_told(project: Any, capsys: Any) -> None:
    (project.root / "data" / "raw" / "2568").rename(project.root / "data" / "raw" / "2569")
    project.ita("check", "2569")
    assert "criteria.toml" in said(capsys)


def test_a_command_there_is_not_is_told_in_thai_too(capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["chekc"])
    assert ended.value.code == 2
    out = said(capsys)
    assert "ita --help" in out and "ไม่ถูกต้อง" in out and "'chekc'" in out


def test_check_writes_nothing(project: Any) -> None:
    before = project.fingerprint()
    project.ita("check")
    project.edit("expenses.xlsx", "เบิกจ่าย", {"C6": "12,3x4"})
    spoilt = project.fingerprint()
    assert project.ita("check") == 1
    assert project.fingerprint() == spoilt
    assert set(spoilt) == set(before)


def test_clean_writes_the_tables_and_says_where(project: Any, capsys: Any) -> None:
    assert project.ita("clean", "2568") == 0
    out = said(capsys)
    assert str(project.processed) in out
    assert "activities: 28" in out
    assert (project.processed / "activities.csv").is_file()


def test_clean_with_errors_tells_all_and_what_stood_there_still_stands(project: Any, capsys: Any) -> None:
    project.ita("clean")
    before = {name: hash for name, hash in project.fingerprint().items() if "raw" not in name}
    project.edit("activities.xlsx", "ผลการดำเนินงาน", {"C8": "๓๒ กุมภาพันธ์ ๒๕๖๘"})
    capsys.readouterr()
    assert project.ita("clean") == 1
    out = said(capsys)
    assert "C8" in out
    assert "nothing was written" in out
    assert {name: hash for name, hash in project.fingerprint().items() if "raw" not in name} == before


def test_a_year_with_errors_that_was_never_cleaned_leaves_no_folder(project: Any) -> None:
    project.edit("activities.xlsx", "ผลการดำเนินงาน", {"C8": "๓๒ กุมภาพันธ์ ๒๕๖๘"})
    assert project.ita("clean") == 1
    assert not project.processed.exists()


@pytest.mark.parametrize("command", ["check", "clean"])
@pytest.mark.parametrize("year", ["2568", "๒๕๖๘", "FY2568"])
def test_the_year_may_be_typed_in_several_ways(project: Any, command: str, year: str) -> None:
    assert project.ita(command, year) == 0


def test_the_latest_year_is_the_default(project: Any, capsys: Any) -> None:
    (project.root / "data" / "raw" / "2569").mkdir()
    assert project.ita("check") == 0
    assert "activities.xlsx" not in said(capsys)


def test_an_empty_year_is_no_error(made_up: Any, capsys: Any) -> None:
    assert made_up.ita("check") == 0
    assert made_up.ita("clean") == 0
    assert "errors: 0, warnings: 4" in said(capsys)


def test_the_folder_one_stands_in_is_the_default(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_ROOT", raising=False)
    monkeypatch.chdir(project.root / "data")
    assert main(["clean"]) == 0
    assert (project.processed / "activities.csv").is_file()


@pytest.mark.parametrize("year", ["../x", "..", "2568/../../etc", "68", "20250", "2025", "", "abc", "-1", "2568 2567"])
def test_what_is_no_year_is_wrong_usage(project: Any, year: str, capsys: Any) -> None:
    before = project.fingerprint()
    with pytest.raises(SystemExit) as end:
        project.ita("clean", year)
    assert end.value.code == 2
    assert "Traceback" not in said(capsys)
    assert project.fingerprint() == before


@pytest.mark.parametrize("command", ["check", "clean", "figures"])
def test_a_year_without_a_folder_is_wrong_usage(project: Any, command: str, capsys: Any) -> None:
    assert project.ita(command, "2567") == 2
    err = capsys.readouterr().err
    assert "2567" in err
    assert "2568" in err  # the year there is
    assert len(err.strip().splitlines()) == 2  # a sentence in each language


def test_a_folder_without_raw_data_is_wrong_usage(tmp_path: Path, capsys: Any) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "--root" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: Any) -> None:
    assert main(["check", "--root", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_year_without_criteria_names_the_file_to_edit(project: Any, capsys: Any) -> None:
    (project.root / "data" / "raw" / "2599").mkdir()
    assert project.ita("check", "2599") == 1
    assert "criteria.toml" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["clean", "--everything"], ["tidy"], ["check", "2568", "2567"], ["clean", "--lang", "de"]]
)
def test_unknown_words_are_wrong_usage(arguments: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_without_a_command_the_help_is_shown(capsys: Any) -> None:
    assert main([]) == 2
    out = said(capsys)
    assert all(command in out for command in ("check", "clean", "figures", "new-year"))


def test_version(capsys: Any) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert "ita 0." in said(capsys)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("units.csv", "unit,name_th\nสป.,สำนักงานปลัด\n".encode()),
        ("units.csv", b""),
        ("units.csv", b"\xff\xfe\x00\xd8junk"),
        ("headers.csv", b"\x00\x01\x02"),
        ("words.csv", "kind,meaning,word\nindicator,สิบ,คำ\n".encode()),
        ("words.csv", "kind,meaning,word\nindicator,11,การใช้งบประมาณ\n".encode()),
    ],
)
def test_a_spoilt_reference_table_is_told_in_a_sentence(project: Any, name: str, content: bytes, capsys: Any) -> None:
    (project.reference / name).write_bytes(content)
    assert project.ita("clean") in (1, 2)
    assert name in said(capsys)


def test_a_unit_listed_twice_is_told_in_a_sentence(project: Any, capsys: Any) -> None:
    path = project.reference / "units.csv"
    path.write_text(path.read_text("utf-8-sig").rstrip("\n") + "\nกก.,กรมก้อนเมฆ,Clouds,department,คต.,x\n", "utf-8")
    assert project.ita("check") in (1, 2)
    assert "คต." in said(capsys)


@pytest.mark.parametrize("name", ["units.csv", "headers.csv", "words.csv"])
def test_a_reference_table_saved_by_excel_in_its_thai_code_page_is_read(project: Any, name: str) -> None:
    path = project.reference / name
    text = path.read_text("utf-8-sig")
    for sign in ("≥", "≤"):  # not in that code page; Excel puts a question mark
        text = text.replace(sign, "?")
    path.write_bytes(text.encode("cp874"))
    assert project.ita("check") == 0


def test_where_nothing_can_be_written_a_sentence_says_so(project: Any, capsys: Any) -> None:
    (project.root / "data" / "processed").write_text("a file where a folder should be", "utf-8")
    assert project.ita("clean") in (1, 2)
    assert "processed" in said(capsys)


def modules_imported(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter imports while it runs `code`."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    names = [line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")]
    return {name.partition(".")[0] for name in names}


def test_importing_the_package_loads_nothing_heavy() -> None:
    imported = modules_imported("import itaanalysis")
    assert "itaanalysis" in imported
    assert imported & HEAVY == set()


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from itaanalysis.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    imported = modules_imported(code)
    assert "argparse" in imported
    assert imported & HEAVY == set()


def test_python_m_itaanalysis_is_the_same_command(project: Any) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "itaanalysis", "check", "--root", str(project.root)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0
    assert "1,288,999.22" in run.stdout
    assert run.stderr == ""
