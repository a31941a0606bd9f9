"""JupyterLab in a browser: what a notebook shows, what the export menu calls the report formats, what it downloads."""

from __future__ import annotations

import json
import re
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from docx import Document
from jupyter_core.paths import jupyter_path
from jupyterlab_server.config import get_federated_extensions
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from itaanalysis.report.exporters import ItaDocxExporter, ItaHTMLExporter, ItaPdfExporter

from .running_jupyter import TOKEN, running_jupyter

ENGLISH = {
    "ita_html": ItaHTMLExporter.export_from_notebook,
    "ita_docx": ItaDocxExporter.export_from_notebook,
    "ita_pdf": ItaPdfExporter.export_from_notebook,
}
THAI = {"รายงาน ITA (HTML)", "รายงาน ITA (Word)", "รายงาน ITA (PDF)"}
NOTEBOOK = "made_up.ipynb"
ERROR = "application/vnd.jupyter.stderr"  # the media type JupyterLab renders the error of a cell as
MISTAKES = {
    "report.say(th='ร้อยละ {pas_rate}')": "UnknownPlaceholder",
    "ita.load(2599)": "WorkspaceError",
    "ita.load(2568, root='no such folder')": "WorkspaceError",
}
"""Cells by the error they show: a name that is none, a year and a folder that are not there."""


def test_the_names_are_those_of_the_exporters(repository: Path) -> None:
    script = (repository / "itaanalysis/jupyterlab/static/menu.js").read_text(encoding="utf-8")
    names = json.loads(re.search(r"NAMES = (\{.*?\n  \});", script, re.DOTALL)[1])
    assert {name: said["en"] for name, said in names.items()} == ENGLISH
    assert {said["th"] for said in names.values()} == THAI


def test_jupyterlab_finds_the_extension_of_this_version(repository: Path) -> None:
    version = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    found = get_federated_extensions(jupyter_path("labextensions"))["itaanalysis"]
    assert found["version"] == version
    assert (Path(found["ext_path"]) / found["jupyterlab"]["_build"]["load"]).is_file()


def test_what_is_installed_is_what_is_here(repository: Path) -> None:
    source = repository / "itaanalysis/jupyterlab"
    installed = Path(sys.prefix) / "share/jupyter/labextensions/itaanalysis"
    files = [path.relative_to(source) for path in source.rglob("*") if path.is_file()]
    assert len(files) == 3
    same = [
        (installed / file).is_file() and (installed / file).read_bytes() == (source / file).read_bytes()
        for file in files
    ]
    assert all(same), "the package was installed before this was last changed: make setup"


@pytest.fixture(scope="module")
def address(copy_project: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab on a copy of the project, at a made-up notebook."""
    root = copy_project(tmp_path_factory.mktemp("project"))
    nbformat.write(made_up_notebook(), root / "notebooks" / NOTEBOOK)
    with running_jupyter(root, tmp_path_factory.mktemp("jupyter"), extensions=["jupyterlab"]) as jupyter:
        yield f"{jupyter.address}lab/tree/notebooks/{NOTEBOOK}?token={TOKEN}&reset"


def made_up_notebook() -> nbformat.NotebookNode:
    """Prose, a table, and the mistakes of `MISTAKES`, each in a cell that need not succeed."""
    notebook = new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    shown = ["import itaanalysis as ita\nreport = ita.Report(2568)", "report.units_table('คะแนน', 'Scores')"]
    cells = [new_code_cell(source, metadata={"tags": ["raises-exception"]}) for source in [*shown, *MISTAKES]]
    notebook.cells = [new_markdown_cell("# สมุดงานสมมติ"), *cells]
    return notebook


@pytest.fixture(scope="module")
def lab(browser: Any, address: str) -> Iterator[Any]:
    """It in a browser that prefers English, all cells run."""
    page = browser.new_page(locale="en-US")
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if "itaanalysis" in said.text else None)
    page.goto(address)
    page.locator(".jp-Notebook h1").first.wait_for(timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.locator(f'[data-mime-type="{ERROR}"]').nth(len(MISTAKES) - 1).wait_for(timeout=60_000)
    yield page
    page.close()


def test_a_mistake_is_one_sentence_in_two_languages(lab: Any) -> None:
    told = lab.locator(f'[data-mime-type="{ERROR}"]').all_inner_texts()
    assert len(told) == len(MISTAKES)
    for text, name in zip(told, MISTAKES.values(), strict=True):
        assert text.startswith(f"{name}: ") and len(text.strip().splitlines()) <= 2
        assert re.search("[ก-๙]{3}", text) and re.search("[a-z]{2,} [a-z]{2,}", text)


def test_tables_have_text_to_the_left_and_figures_to_the_right(lab: Any) -> None:
    row = lab.locator("table.ita-table tbody tr").first.locator("td")
    stands = row.evaluate_all("cells => cells.map(cell => getComputedStyle(cell).textAlign)")
    by_header = dict(zip(lab.locator("table.ita-table thead th").all_inner_texts(), stands, strict=True))
    assert (by_header["หน่วยงาน"], by_header["คะแนน"]) == ("left", "right")


@contextmanager
def export_menu(page: Any) -> Iterator[Any]:
    """The entries of the menu Save and Export Notebook As, while it is open."""
    page.get_by_role("menuitem", name="File", exact=True).click()
    page.locator('.lm-Menu-item[data-type="submenu"]', has_text="Save and Export Notebook As").click()
    entries = page.locator("#jp-mainmenu-file-notebookexport .lm-Menu-itemLabel")
    entries.get_by_text("Markdown").wait_for()
    yield entries
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def test_the_menu_offers_the_formats_by_name(lab: Any) -> None:
    with export_menu(lab) as entries:
        names = entries.all_inner_texts()
    assert set(ENGLISH.values()) <= set(names)
    assert not [name for name in names if name.lower().startswith("ita_")]
    assert "HTML" in names and "PDF" in names  # JupyterLab's own are called as ever


def test_the_chosen_format_is_downloaded(lab: Any, tmp_path: Path) -> None:
    downloads: list[Any] = []
    # JupyterLab asks for the file in a new tab, which may or may not be there yet when the download begins.
    lab.on("download", lambda download: downloads.append(download))
    lab.context.on("page", lambda tab: tab.on("download", lambda download: downloads.append(download)))
    with export_menu(lab) as entries:
        entries.get_by_text(ENGLISH["ita_docx"]).click()
        deadline = time.monotonic() + 60
        while not downloads and time.monotonic() < deadline:
            lab.wait_for_timeout(100)
    (download,) = downloads
    assert download.suggested_filename == Path(NOTEBOOK).with_suffix(".docx").name
    download.save_as(tmp_path / "downloaded.docx")
    document = Document(tmp_path / "downloaded.docx")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "สมุดงานสมมติ" in text and "import itaanalysis" not in text and "UnknownPlaceholder" not in text
    assert "สำนักงานปลัดกระทรวงพาณิชย์" in [cell.text for cell in document.tables[0].column_cells(2)]


def test_the_palette_knows_them_too(lab: Any) -> None:
    lab.keyboard.press("Control+Shift+C")
    lab.locator(".lm-CommandPalette-input").fill("ITA report")
    found = lab.locator(".lm-CommandPalette-itemLabel", has_text="ITA report")
    found.first.wait_for()
    assert {name.split(": ")[1] for name in found.all_inner_texts()} == set(ENGLISH.values())
    lab.keyboard.press("Escape")


@pytest.mark.parametrize("lang", ["th", "th-TH"])
def test_where_the_language_is_thai_they_are_thai(lang: str, lab: Any) -> None:
    lab.evaluate("lang => { document.documentElement.lang = lang }", lang)
    with export_menu(lab) as entries:
        names = entries.all_inner_texts()
    lab.evaluate("document.documentElement.lang = 'en'")
    assert set(names) >= THAI and not set(names) & set(ENGLISH.values())


def test_nothing_went_wrong_on_the_page(lab: Any) -> None:
    assert lab.faults == []
