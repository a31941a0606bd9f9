"""The report for `jupyter nbconvert` and JupyterLab's menu: `--to ita_html`, `--to ita_docx`, `--to ita_pdf`.

Each takes an executed notebook; with `--execute` nbconvert runs it first. One that was never run has nothing to show
but its prose, and the document says so under its title.
"""

from __future__ import annotations

import abc
import datetime
from dataclasses import replace
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import Bool, Enum, Float, Unicode, default

from itaanalysis.report.document import Document, read_document

NEVER_RUN = (
    "สมุดงานนี้ยังไม่ได้สั่งให้ทำงาน จึงไม่มีตาราง แผนภูมิ และตัวเลข โปรดเลือกเมนู Run → Run All Cells แล้วส่งออกใหม่ · "
    "This notebook has not been run, so tables, charts and figures are missing: choose Run → Run All Cells, "
    "then export again."
)


class ItaExporter(Exporter):
    """What the three formats share: the notebook is read as a document, without code, prompts or noise."""

    lang = Enum(
        ["", "th", "en"],
        default_value="",
        help="Language of the document's own words, its page numbers and its line breaks: th or en. "
        "Empty: the one the notebook names in its metadata or its parameters, else th.",
    ).tag(config=True)
    contents = Bool(True, help="Begin with a list of contents when there are more than three headings.").tag(
        config=True
    )

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """The finished file, as text or bytes, and nbconvert's resources."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        document = read_document(nb, name=resources["metadata"].get("name", ""), lang=self.lang or None)
        if _never_run(nb):
            document = replace(document, body=f"<blockquote><p>{NEVER_RUN}</p></blockquote>{document.body}")
        return self.write(document), resources

    @abc.abstractmethod
    def write(self, document: Document) -> str | bytes:
        """The file that `document` makes in this format."""


def _never_run(notebook: NotebookNode) -> bool:
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    return bool(code) and not any(cell.outputs or cell.execution_count for cell in code)


class ItaHTMLExporter(ItaExporter):
    """One web page that opens anywhere without the network."""

    export_from_notebook = "ITA report (HTML)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension(self) -> str:
        return ".html"

    def write(self, document: Document) -> str:
        from itaanalysis.report.to_html import to_html

        return to_html(document, contents=self.contents)


class ItaDocxExporter(ItaExporter):
    """A Word file in the office's styles, with its font inside."""

    export_from_notebook = "ITA report (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @default("file_extension")
    def _file_extension(self) -> str:
        return ".docx"

    def write(self, document: Document) -> bytes:
        from itaanalysis.report.to_docx import to_docx

        return to_docx(document, contents=self.contents)


class ItaPdfExporter(ItaExporter):
    """A PDF for printing, set without LaTeX or a browser."""

    export_from_notebook = "ITA report (PDF)"
    output_mimetype = "application/pdf"

    archived = Unicode(
        "", help="Write PDF/A-2a for the archive, dated this day (YYYY-MM-DD). Empty: PDF/UA-1 without a date."
    ).tag(config=True)
    font_size = Float(16.0, min=8, max=24, help="Size of the body text in points.").tag(config=True)

    @default("file_extension")
    def _file_extension(self) -> str:
        return ".pdf"

    def write(self, document: Document) -> bytes:
        from itaanalysis.report.to_pdf import to_pdf

        day = datetime.date.fromisoformat(self.archived) if self.archived else None
        return to_pdf(document, font_size=self.font_size, contents=self.contents, archived=day)
