"""The report folder of a year: made of notebooks, put in place whole."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itaanalysis.report.build import build_report, steps
from itaanalysis.report.manifest import git_state
from itaanalysis.report.notebooks import NotebookError

SAY = "from IPython.display import Markdown\nMarkdown(f'# รายงานสมมติ {fiscal_year} {lang}')"


@pytest.fixture
def made_up_office(project: Any, write_notebook: Callable[..., Path]) -> Any:
    """The real raw folder with two small notebooks."""
    write_notebook("90_report.ipynb", SAY)
    write_notebook("01_clean.ipynb", SAY)
    write_notebook("notes.ipynb", "raise SystemExit")  # no number, so no part of the report
    assert project.workspace.notebooks.is_dir()
    return project


def test_a_report_in_all_formats_with_its_manifest(made_up_office: Any) -> None:
    told: list[tuple[str, float | None]] = []
    workspace = made_up_office.workspace
    before = made_up_office.fingerprint()
    folder = build_report(workspace, 2568, progress=lambda step, seconds: told.append((step, seconds)))

    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    reports = {"report.html", "report.docx", "report.pdf", "tables.xlsx"}
    assert made == reports | {"build.json", "notebooks/01_clean.html"}
    assert "รายงานสมมติ 2568 th" in (folder / "report.html").read_text(encoding="utf-8")
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    assert zipfile.is_zipfile(folder / "report.docx")

    manifest = json.loads((folder / "build.json").read_text(encoding="utf-8"))
    assert manifest["fiscal_year"] == 2568 and manifest["lang"] == "th"
    assert manifest["outputs"] == {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in made - {"build.json"}
    }
    assert manifest["inputs"] == before
    assert {"python", "pandas", "matplotlib", "nbconvert", "pandoc", "typst", "itaanalysis"} <= set(
        manifest["versions"]
    )
    assert manifest["checks"] == made_up_office.year().checks()["verdict"].value_counts().to_dict()
    assert set(manifest["seconds"]) == set(steps(workspace))
    assert manifest["corrections"] == []

    begun = [step for step, seconds in told if seconds is None]
    assert sorted(begun) == sorted(steps(workspace)) == sorted(step for step, seconds in told if seconds is not None)
    untouched = made_up_office.fingerprint_of("data", "notebooks")
    assert untouched == before


def test_a_failure_leaves_the_older_report(made_up_office: Any, write_notebook: Callable[..., Path]) -> None:
    workspace = made_up_office.workspace
    older = workspace.reports(2568) / "report.html"
    older.parent.mkdir(parents=True)
    older.write_text("older", encoding="utf-8")
    write_notebook("01_clean.ipynb", "1/0")
    with pytest.raises(NotebookError, match=r"01_clean\.ipynb"):
        build_report(workspace, 2568, formats=("html",))
    assert [path.name for path in older.parent.iterdir()] == ["report.html"]
    assert older.read_text(encoding="utf-8") == "older"
    assert [path.name for path in older.parent.parent.iterdir()] == ["2568"]


def test_a_new_report_replaces_the_older_whole(made_up_office: Any) -> None:
    folder = made_up_office.workspace.reports(2568)
    folder.mkdir(parents=True)
    (folder / "report.pdf").write_text("older", encoding="utf-8")
    build_report(made_up_office.workspace, 2568, formats=("html",), lang="en")
    assert not (folder / "report.pdf").exists()
    assert '<html lang="en">' in (folder / "report.html").read_text(encoding="utf-8")


def test_an_unknown_format_is_refused_before_anything_runs(made_up_office: Any) -> None:
    with pytest.raises(ValueError, match="odt"):
        build_report(made_up_office.workspace, 2568, formats=("odt",))
    assert not made_up_office.workspace.reports(2568).exists()


def test_without_a_report_notebook_it_says_so(project: Any, write_notebook: Callable[..., Path]) -> None:
    write_notebook("01_clean.ipynb", "1")
    with pytest.raises(NotebookError, match="90_report"):
        steps(project.workspace)


def test_outside_git_there_is_no_commit(tmp_path: Path) -> None:
    assert git_state(tmp_path) is None
