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

# Each cell by the error it must raise.
CELLS = {
    "UnknownPlaceholder": "report.say(th='ร้อยละ {pas_rate}', en='{pas_rate}%')",
    "BrokenTemplate": "report.say(th='ร้อยละ {pass_rate', en='{pass_rate%')",
    "UnknownWording": "ita.Report(report.year, 'de')",
    "SuppositionError": "ita.what_if(report.year, 'สป.', {'OIT': 101})",
    "LetterheadError": "report.memo_head()",
    "WorkspaceError": "ita.load(2599)",
    "InputErrors": "ita.load(2568)",
}
NAMED = {
    "UnknownPlaceholder": "{pass_rate}",
    "BrokenTemplate": "{pass_rate",
    "UnknownWording": '"de"',
    "SuppositionError": "101",
    "LetterheadError": "memo.toml",
    "WorkspaceError": "2599",
    "InputErrors": "ไม่ทราบ",
}


def test_every_mistake_is_told_without_a_traceback(project: Project, write_notebook: Callable[..., Path]) -> None:
    path = write_notebook("made_up.ipynb", "import itaanalysis as ita\nreport = ita.Report(2568)", "1", *CELLS.values())
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
    assert [error.ename for error in told] == list(CELLS)
    for error in told:
        shown = "\n".join(error.traceback)
        assert shown == f"{error.ename}: {error.evalue}"
        assert not re.search(r"Traceback|File |---->|\x1b", shown), shown
        assert NAMED[error.ename] in shown, shown
        assert re.search("[ก-๙]", shown) and len(shown.splitlines()) <= 2, shown


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
