"""What a notebook in a real kernel shows an analyst: a year and its tables; of a mistake sentences, not a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

from itaanalysis.report.run import run_notebooks

if TYPE_CHECKING:
    from tests.conftest import Project

# What each cell holds, the error it must raise, and what that must name.
CELLS = [
    ("report.say(th='ร้อยละ {pas_rate}', en='{pas_rate}%')", "UnknownPlaceholder", "{pass_rate}"),
    ("report.facts['pas_rate'].value", "UnknownPlaceholder", "{pass_rate}"),
    ("report.say(th='ร้อยละ {pass_rate', en='{pass_rate%')", "BrokenTemplate", "{pass_rate"),
    ("report.table(report.year.unit_scores, 'ก', columns={'skore': 'คะแนน'})", "UnknownName", "score"),
    ("report.table(report.year.unit_scores, 'ก', widths=[1, 2])", "WrongWidths", "widths"),
    ("report.kpi_table('ก', 'a', details={'pas_rate': {'th': 'ก'}})", "UnknownName", "pass_rate"),
    ("report.checks_table('ก', 'a', verdict='differ')", "UnknownName", "differs"),
    ("report.trend_table('unit', 'ก', 'a')", "UnknownName", "units"),
    ("ita.Report(report.year, 'de')", "UnknownWording", '"de"'),
    ("ita.charts.unit_scores(report.year, 'de')", "UnknownWording", '"de"'),
    ("ita.charts.unit_scores(2568)", "NothingToDraw", "ita.load(2568)"),
    ("ita.show(2568)", "NothingToShow", "YearData"),
    ("ita.what_if(report.year, 'สป.', {'OIT': 101})", "SuppositionError", "101"),
    ("report.memo_head()", "LetterheadError", "memo.toml"),
    ("ita.load(2599)", "WorkspaceError", "2599"),
    ("ita.Explorer(2599)", "WorkspaceError", "2599"),
    ("ita.load(2568)", "InputErrors", "ไม่ทราบ"),
]


def test_every_mistake_is_told_without_a_traceback(project: Project, write_notebook: Callable[..., Path]) -> None:
    path = write_notebook(
        "made_up.ipynb", "import itaanalysis as ita\nreport = ita.Report(2568)", "1", *(cell for cell, _, _ in CELLS)
    )
    notebook = nbformat.read(path, as_version=4)
    # The year is loaded and read; then somebody spoils two of its files.
    notebook.cells[2].source = (
        "import openpyxl, os, pathlib\nraw = pathlib.Path(os.environ['ITA_ROOT'], 'data', 'raw', '2568')\n"
        "_ = (raw / 'memo.toml').write_text('made_up = 1', encoding='utf-8')\n"
        "book = openpyxl.load_workbook(raw / 'ita_scores.xlsx')\n"
        "book.worksheets[0]['C4'] = 'ไม่ทราบ'\nbook.save(raw / 'ita_scores.xlsx')"
    )
    for cell in notebook.cells[3:]:
        cell.metadata.tags = ["raises-exception"]
    nbformat.write(notebook, path)
    ran = run_notebooks([path], {}, project.root)["made_up"].cells[3:]
    told = [next(output for output in cell.outputs if output.output_type == "error") for cell in ran]
    assert [error.ename for error in told] == [name for _, name, _ in CELLS]
    for error, (_, _, named) in zip(told, CELLS, strict=True):
        shown = "\n".join(error.traceback)
        assert shown == f"{error.ename}: {error.evalue}"
        assert not re.search(r"Traceback|File |---->|\x1b", shown), shown
        assert named in shown, shown
        assert re.search("[ก-๙]{3}", shown) and re.search("[a-z]{2,} [a-z]{2,}", shown), shown
        assert len(shown.splitlines()) <= 2, shown


def test_a_year_and_its_tables_are_shown(repository: Path, write_notebook: Callable[..., Path]) -> None:
    path = write_notebook(
        "made_up.ipynb",
        "import itaanalysis as ita\nyear = ita.load(2568)\nyear",
        "ita.show(year.problems, lang='en')\nita.show(year.kpis())\nagain = ita.show",
    )
    glance, tables = run_notebooks([path], {}, repository)["made_up"].cells[1:]
    (output,) = glance.outputs
    assert set(output.data) == {"text/html", "text/plain"}
    assert 'class="ita-show glance"' in output.data["text/html"] and "▼ ต่ำกว่าแผน" in output.data["text/plain"]
    captions = [re.search("<caption>(.*?)</caption>", output.data["text/html"])[1] for output in tables.outputs]
    assert captions[0].startswith("Problems found while reading · ") and captions[1].startswith("ผลตามตัวชี้วัด ปีงบประมาณ")
