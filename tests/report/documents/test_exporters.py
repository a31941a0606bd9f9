"""The three formats as nbconvert and JupyterLab see them."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from nbconvert.exporters import get_exporter
from nbconvert.exporters.base import ExporterNameError

from itaanalysis.report.exporters import NEVER_RUN, ItaDocxExporter, ItaExporter, ItaHTMLExporter, ItaPdfExporter

EXPORTERS = {"ita_html": ItaHTMLExporter, "ita_docx": ItaDocxExporter, "ita_pdf": ItaPdfExporter}


@pytest.mark.parametrize(("name", "exporter"), EXPORTERS.items())
def test_nbconvert_finds_them_by_a_name_the_menu_can_use(name: str, exporter: type[ItaExporter]) -> None:
    assert get_exporter(name) is exporter
    assert re.fullmatch(r"\w+", name)
    assert exporter.export_from_notebook
    assert exporter.output_mimetype
    assert exporter().file_extension == f".{name.removeprefix('ita_')}"


def test_an_unknown_name_is_nbconverts_own_error() -> None:
    with pytest.raises(ExporterNameError):
        get_exporter("ita_odt")


@pytest.mark.parametrize("exporter", EXPORTERS.values())
def test_every_option_has_a_help_text(exporter: type[ItaExporter]) -> None:
    own = exporter.class_own_traits(config=True) | ItaExporter.class_own_traits(config=True)
    assert all(trait.help for name, trait in own.items() if name in ("lang", "contents", "font_size"))
    assert "contents" in own


def test_each_exporter_makes_the_file_its_function_makes(sample: Any, pdf: bytes, docx: bytes, page: str) -> None:
    made = {name: exporter().from_notebook_node(sample.notebook())[0] for name, exporter in EXPORTERS.items()}
    assert made == {"ita_html": page, "ita_docx": docx, "ita_pdf": pdf}


def test_the_extension_reaches_nbconverts_writer(sample: Any) -> None:
    _, resources = ItaHTMLExporter().from_notebook_node(sample.notebook())
    assert resources["output_extension"] == ".html"


def test_language_option_overrules_the_notebook(sample: Any) -> None:
    made, _ = ItaHTMLExporter(lang="en").from_notebook_node(sample.notebook())
    assert '<html lang="en">' in made


def test_contents_can_be_left_out(sample: Any) -> None:
    made, _ = ItaHTMLExporter(contents=False).from_notebook_node(sample.notebook())
    assert "<nav" not in made


def test_the_notebook_itself_is_not_changed(sample: Any) -> None:
    notebook = sample.notebook()
    ItaHTMLExporter().from_notebook_node(notebook)
    assert notebook == sample.notebook()


def test_a_notebook_that_was_never_run_says_so(sample: Any) -> None:
    notebook = sample.notebook()
    assert NEVER_RUN not in ItaHTMLExporter().from_notebook_node(notebook)[0]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    made, _ = ItaHTMLExporter().from_notebook_node(notebook)
    assert NEVER_RUN in made and f"<title>{html.escape(sample.title)}</title>" in made
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    assert NEVER_RUN not in ItaHTMLExporter().from_notebook_node(notebook)[0]
