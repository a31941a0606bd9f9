"""Values of a chart shown when the pointer rests on them: in the web page and in notebooks, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

from itaanalysis import charts
from itaanalysis.charts.chart import Chart
from itaanalysis.report.blocks import Figure
from itaanalysis.report.document import read_document
from itaanalysis.report.exporters import ItaHTMLExporter
from itaanalysis.report.markup import clean
from itaanalysis.report.to_docx import to_docx
from itaanalysis.report.to_html import to_html
from itaanalysis.report.to_pdf import to_pdf
from itaanalysis.year import YearData

CAPTION = "ภาพที่ ๑ คะแนนรายหน่วยงาน"
OPS = "(สป.): ๙๒.๘๐ คะแนน สูงกว่าเกณฑ์ ๗.๘๐"


@pytest.fixture(scope="module")
def chart(real_year: YearData) -> Chart:
    """The scores of the units of FY2568."""
    return charts.unit_scores(real_year)


@pytest.fixture(scope="module")
def figure(chart: Chart) -> str:
    """It as a notebook shows it in the report."""
    bundle, _ = Figure(chart, CAPTION, "figure-unit_scores")._repr_mimebundle_()
    return bundle["text/html"]


@pytest.fixture(scope="module")
def notebook(chart: Chart, figure: str) -> Any:
    """A notebook that shows the figure of the report and the bare chart."""
    data, metadata = chart._repr_mimebundle_()
    shown = [
        new_output("display_data", {"text/html": figure, "text/plain": "x"}),
        new_output("execute_result", data, metadata=metadata, execution_count=1),
    ]
    return new_notebook(cells=[new_code_cell("x", outputs=[output]) for output in shown])


def regions(page: str) -> list[str]:
    return re.findall(r'<span class="ita-mark"[^>]*>', page)


def test_a_notebook_shows_each_region_with_its_text_as_a_tooltip(chart: Chart, figure: str) -> None:
    assert len(regions(figure)) == len(chart.marks) == 12
    ops = next(region for region in regions(figure) if OPS in region)
    assert re.search(r'title="[^"]+" style="position: absolute; left: [\d.]+%; top: [\d.]+%; width: ', ops)


def test_every_exporter_shows_picture_description_and_regions_once(notebook: Any, chart: Chart) -> None:
    for exporter in (HTMLExporter(), ItaHTMLExporter()):
        page, _ = exporter.from_notebook_node(notebook)
        pictures = [tag for tag in re.findall(r"<img\b[^>]*>", page) if "image/svg+xml" in tag]
        assert len(pictures) == page.count(f'alt="{chart.alt}"') == 2, "the figure and the bare chart"
        assert len(regions(page)) == 2 * len(chart.marks)


def test_word_and_pdf_are_the_same_with_and_without_regions(figure: str, sample: Any) -> None:
    bare = re.sub(r"<span class=\"ita-mark\".*?</span>|<div class=\"ita-chart\"[^>]*>|</div>", "", figure)
    assert figure.count("<div") == 1 and "ita-" not in bare.replace("ita-figure", "")
    for write in (to_docx, to_pdf):
        assert write(sample.document(figure)) == write(sample.document(bare))


def test_the_page_takes_from_a_notebook_only_where_a_region_lies() -> None:
    hostile = (
        '<div class="ita-chart" style="position: fixed; left: 10%"><span class="ita-mark" onclick="x()" style="'
        "position: fixed; inset: 0; margin-left: 5%; left: 1.5%; top: 999%; width: 40%; max-width: 7%; height: 10vh;"
        ' background: url(x)">ก</span></div>'
    )
    assert clean(hostile, marks=True) == (
        '<div class="ita-chart" style="left: 10%"><span class="ita-mark" style="left: 1.5%; width: 40%">ก</span></div>'
    )
    assert clean(f"<p>{hostile}<b>ข") == "<p>ก<b>ข</b></p>"


@pytest.fixture(scope="module")
def address(figure: str, chart: Chart, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of the figure between paragraphs."""
    text = "".join(f"<p>ย่อหน้าที่ {number} {'ข้อความ ' * 40}</p>" for number in range(4))
    outputs = [new_output("display_data", {"text/html": part}) for part in ("<h1>สมมติ</h1>" + text, figure, text)]
    path: Path = tmp_path_factory.mktemp("hover") / "page.html"
    path.write_text(to_html(read_document(new_notebook(cells=[new_code_cell("x", outputs=outputs)]))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens the page in a window of a width, with a mouse or, `by_touch`, without."""
    opened = []

    def open_it(width: int, by_touch: bool = False) -> Any:
        window = browser.new_context(viewport={"width": width, "height": 700}, has_touch=by_touch, is_mobile=by_touch)
        opened.append(window)
        page = window.new_page()
        page.goto(address)
        return page

    yield open_it
    for window in opened:
        window.close()


SHOWN = """its => {
    const look = getComputedStyle(its, '::after');
    return { text: look.content, width: parseFloat(look.width), height: parseFloat(look.height) };
}"""


@pytest.mark.parametrize("width", [1100, 380])
def test_the_row_under_the_pointer_shows_its_score(open_page: Callable[..., Any], width: int) -> None:
    page = open_page(width)
    rows = page.locator(".ita-mark")
    ops = page.locator(f".ita-mark[data-says*='{OPS}']")
    assert ops.evaluate(SHOWN)["text"] == "none"
    ops.scroll_into_view_if_needed()
    before = page.screenshot()
    ops.hover()
    shown = ops.evaluate(SHOWN)
    assert OPS in shown["text"]
    assert 100 < shown["width"] <= width and 15 < shown["height"] < 100
    assert page.screenshot() != before
    assert page.evaluate("document.documentElement.scrollWidth") == width, "nothing sticks out sideways"
    assert [row.evaluate(SHOWN)["text"] == "none" for row in rows.all()].count(False) == 1, "one at a time"


def test_each_row_stands_over_its_part_of_the_picture(open_page: Callable[..., Any], chart: Chart) -> None:
    page = open_page(380)
    picture = page.locator(".ita-chart img").bounding_box()
    for row, mark in zip(page.locator(".ita-mark").all(), chart.marks, strict=True):
        box = row.bounding_box()
        assert box["y"] - picture["y"] == pytest.approx(mark.top * picture["height"], abs=0.5)
        assert box["height"] == pytest.approx(mark.height * picture["height"], abs=0.5)
        assert box["x"] - picture["x"] == pytest.approx(mark.left * picture["width"], abs=0.5)


def test_a_tap_shows_the_value_too(open_page: Callable[..., Any]) -> None:
    ops = open_page(380, by_touch=True).locator(f".ita-mark[data-says*='{OPS}']")
    ops.tap()
    assert OPS in ops.evaluate(SHOWN)["text"]


def test_regions_are_no_stops_of_the_keyboard_and_no_fault_of_access(open_page: Callable[..., Any]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(1100)
    page.keyboard.press("Tab")
    stops = set()
    for _ in range(5):
        page.keyboard.press("Tab")
        stops.add(page.evaluate("document.activeElement.className"))
    assert "ita-mark" not in stops
    page.locator(".ita-mark").first.hover()
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found] == []


def test_nothing_of_it_is_printed(open_page: Callable[..., Any]) -> None:
    page = open_page(1100)
    page.locator(".ita-mark").first.hover()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.ita-mark')).display") == "none"
