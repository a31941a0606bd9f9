"""`ita report` from beginning to end on the real FY2568 workbooks, and its three documents opened again.

The figures are those of the office's own report, or worked out from it by hand.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from itaanalysis.audit import audit
from itaanalysis.audit.reading import read_memo
from itaanalysis.year import YearData

from .open_xml import faults

# What every format must say: results, computed against stated, the failing unit, the weakest indicator.
HEADLINES = [
    "๙๑.๖๗",  # 11 of 12 units
    "๙๖.๔๒",  # ethics index, ministry
    "๙๒.๘๐",  # ITA score of the OPS
    "๙๓.๗๘",  # ethics index, OPS
    "๙๘.๓๑",  # awareness, reported
    "๑,๘๗๑",  # head-counts added up
    "๑,๘๓๗",  # head-count stated
    "๑,๒๘๘,๙๙๙.๒๒",  # expenses added up
    "๑,๒๘๙,๙๙๙.๒๒",  # total stated
    "๑,๒๙๐,๐๐๐",  # allocation
    "๙๙.๙๒",  # share spent
    "๘๔.๖๐",  # the unit that fails
    "๘๙.๑๐",  # weakest indicator of the OPS
    "ผ่านดี",
    "หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน",
]


def ita(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "itaanalysis", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, copy_project: Any) -> Path:
    root = copy_project(tmp_path_factory.mktemp("fy2568"))
    run = ita("report", "2568", "--root", str(root))
    assert run.returncode == 0, run.stdout + run.stderr
    return root


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_audited_it_has_no_wrong_figure(made: Path, real_year: YearData, kind: str) -> None:
    found = audit(read_memo(made / f"reports/2568/report.{kind}"), real_year)
    assert [finding for finding in found if finding.wrong] == []
    assert sum(finding.verdict == "agrees" for finding in found) > 200


def plain(text: str) -> str:
    """Text without the white space that line and page breaks put into it."""
    return re.sub(r"\s+", "", text)


def html_text(path: Path) -> str:
    body = path.read_text(encoding="utf-8").partition("<body")[2]
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


def docx_text(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        document = package.read("word/document.xml").decode("utf-8")
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|</w:p>", document)))


def pdf_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pdf_text(path: Path) -> str:
    return "\n".join(pdf_pages(path))


@pytest.fixture(scope="module")
def page(made: Path, browser: Any) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto((made / "reports/2568/report.html").as_uri())
    yield page
    page.close()


def test_the_page_has_no_accessibility_fault(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]] == []
    assert len(found["passes"]) > 30


def test_a_figure_shows_its_cells_when_the_keyboard_comes_to_it(page: Any) -> None:
    figure = page.locator(".traced", has_text="๙๑.๖๗").first
    assert page.evaluate("getComputedStyle(document.querySelector('.traced'), '::after').content") == "none"
    figure.focus()
    shown = figure.evaluate("its => getComputedStyle(its, '::after').content")
    assert "ita_scores.xlsx!คะแนนรายหน่วยงาน!A4:A14, A16" in shown


def test_a_phone_shows_the_page_without_scrolling_sideways(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_word_and_excel_open_them_without_a_word(made: Path) -> None:
    assert [
        fault
        for name in ("report.docx", "tables.xlsx")
        for fault in faults((made / "reports/2568" / name).read_bytes())
    ] == []


READERS = {"html": html_text, "docx": docx_text, "pdf": pdf_text}


@pytest.mark.parametrize("kind", READERS)
def test_every_format_says_the_headline_figures(made: Path, kind: str) -> None:
    text = plain(READERS[kind](made / f"reports/2568/report.{kind}"))
    missing = [figure for figure in HEADLINES if plain(figure) not in text]
    assert not missing


@pytest.mark.parametrize("kind", READERS)
def test_no_format_shows_code_or_a_blank_placeholder(made: Path, kind: str) -> None:
    text = READERS[kind](made / f"reports/2568/report.{kind}")
    assert "report.say(" not in text
    assert not re.search(r"\{[a-z_]+\}|\[\[|\]\]|\bnan\b|\bNaT\b|<NA>", text)


def test_documents_of_the_other_notebooks_say_their_figures(made: Path) -> None:
    said = {
        "01_clean": ["๒๘", "๑,๐๐๐", "สพค."],
        "02_kpis": ["๙๑.๖๗", "๙๖.๔๒", "๙๒.๘๐", "๙๙.๙๒"],
        "03_ita_scores": ["๘๔.๖๐", "๙๗.๔๓", "๘๙.๑๐"],
        "04_activities_budget": ["๑,๒๘๘,๙๙๙.๒๒", "๑,๘๗๑"],
        "05_trends": ["๙๓.๘๒", "๖๖.๗๕"],
    }
    for notebook, figures in said.items():
        text = plain(html_text(made / f"reports/2568/notebooks/{notebook}.html"))
        assert [figure for figure in figures if figure not in text] == [], notebook


def test_figures_are_made_as_png_and_svg(made: Path) -> None:
    files = {path.name for path in (made / "figures/2568").iterdir()}
    assert {"unit_scores.png", "unit_scores.svg", "calendar.png", "kpi_targets.svg"} <= files
    assert {path.rsplit(".")[0] for path in files if path.endswith("png")} == {
        path.rsplit(".")[0] for path in files if path.endswith("svg")
    }


def test_build_record_names_inputs_and_outputs(made: Path) -> None:
    import hashlib

    record = json.loads((made / "reports/2568/build.json").read_text(encoding="utf-8"))
    raw = made / "data/raw/2568/expenses.xlsx"
    assert record["inputs"]["data/raw/2568/expenses.xlsx"] == hashlib.sha256(raw.read_bytes()).hexdigest()
    for name, digest in record["outputs"].items():
        assert hashlib.sha256((made / "reports/2568" / name).read_bytes()).hexdigest() == digest
    assert record["checks"]["differs"] == 4
    assert "error" not in record["problems"]


def test_html_needs_nothing_from_elsewhere(made: Path) -> None:
    page = (made / "reports/2568/report.html").read_text(encoding="utf-8")
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert "<script" not in page
    assert "font/" in page or "application/font" in page


def test_pdf_is_a4_with_page_numbers_and_embedded_fonts(made: Path) -> None:
    from pypdf import PdfReader

    reader = PdfReader(made / "reports/2568/report.pdf")
    sizes = {
        tuple(sorted((round(float(page.mediabox.width)), round(float(page.mediabox.height))))) for page in reader.pages
    }
    assert sizes == {(595, 842)}
    pages = pdf_pages(made / "reports/2568/report.pdf")
    assert "-๒-" in plain(pages[1])
    assert all(plain(page) for page in pages), "an empty page"
    assert reader.trailer["/Root"]["/Lang"].startswith("th")


def test_in_english_and_for_the_archive(made: Path) -> None:
    from pypdf import PdfReader

    day = ["--archive", "๑๖ ตุลาคม ๒๕๖๘"]
    run = ita("report", "2568", "--lang", "en", "--to", "html,pdf", *day, "--root", str(made))
    assert run.returncode == 0, run.stdout + run.stderr
    text = html_text(made / "reports/2568/report.html")
    for figure in ("91.67", "96.42", "92.80", "1,288,999.22", "1,871", "84.60"):
        assert figure in text
    reader = PdfReader(made / "reports/2568/report.pdf")
    said = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2<" in said and "<pdfuaid:part>1<" in said
    assert reader.metadata is not None and str(reader.metadata.creation_date).startswith("2025-10-16")


def test_the_day_of_the_archive_has_to_be_one_day() -> None:
    run = ita("report", "2568", "--archive", "ตุลาคม ๒๕๖๘")
    assert run.returncode == 2 and "not one day" in run.stderr


def test_errors_in_raw_stop_the_report_and_leave_the_old_one(tmp_path: Path, copy_project: Any) -> None:
    import openpyxl

    root = copy_project(tmp_path)
    old = root / "reports/2568/report.html"
    old.parent.mkdir(parents=True)
    old.write_text("the older report", encoding="utf-8")
    path = root / "data/raw/2568/ita_scores.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C4"] = 101
    book.save(path)
    run = ita("report", "2568", "--root", str(root))
    assert run.returncode == 1
    assert "ita_scores.xlsx" in run.stdout and "C4" in run.stdout and "101" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert old.read_text(encoding="utf-8") == "the older report"


def test_nbconvert_knows_the_exporters_and_runs_them(tmp_path: Path, copy_project: Any) -> None:
    root = copy_project(tmp_path)
    jupyter = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "ita_pdf", "--execute"]
    command = [*jupyter, "notebooks/90_report.ipynb", "--output-dir", str(tmp_path / "out")]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert plain("๙๑.๖๗") in plain(pdf_text(tmp_path / "out" / "90_report.pdf"))
