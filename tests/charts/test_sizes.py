"""Sizes, stamps and formats: every chart keeps its text apart in all of them, and its files are what they say."""

import inspect
import io
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image

from itaanalysis import charts
from itaanalysis.charts.drawing import chart as drawn_at_any_size
from itaanalysis.charts.page import Page
from itaanalysis.charts.settings import settings
from itaanalysis.charts.sheet import Sheet, drawing_on, sheet, size_named, sizes
from itaanalysis.charts.theme import role
from itaanalysis.charts.wording import Wording
from itaanalysis.year import YearData

SVG = "{http://www.w3.org/2000/svg}"
SIZES = list(sizes())
NAMES = list(charts.ALL)
CENTIMETRES = {"full": (16.0, None), "half": (7.8, None), "slide": (33.867, 19.05), "square": (16.0, 16.0)}
LEAST_PRINTED = 6.5
"""Points on paper under which no text of the real year may fall."""


def test_there_are_the_sizes_a_memo_a_slide_and_a_post_need() -> None:
    assert {name: (size.width_cm, size.height_cm) for name, size in sizes().items()} == CENTIMETRES


@pytest.mark.parametrize(("size", "lang"), [("half", "th"), ("half", "en"), ("slide", "th"), ("square", "en")])
@pytest.mark.parametrize("name", NAMES)
def test_fy2568_at_every_size(
    name: str, size: str, lang: str, real_year: YearData, misplaced: Callable[[Any], Any]
) -> None:
    chart = charts.ALL[name](real_year, lang=lang, size=size)
    assert misplaced(chart.figure) == []
    width, height = chart.figure.get_size_inches() * 2.54 * chart.scale
    assert width == pytest.approx(CENTIMETRES[size][0], abs=0.01)
    assert height == pytest.approx(CENTIMETRES[size][1], abs=0.01) if CENTIMETRES[size][1] else height < 24.7
    assert role("small").size * chart.scale >= LEAST_PRINTED


# Every strained year at one size and in one language each, so that all of them come up in a few seconds.
def test_strained_data_at_a_size(
    strained: tuple[str, Any], misplaced: Callable[[Any], Any], request: pytest.FixtureRequest
) -> None:
    name, year = strained
    number = sum(map(ord, request.node.name))
    size, lang = ("half", "slide", "half", "square")[number % 4], ("th", "en")[number // 4 % 2]
    chart = charts.ALL[name](year, lang=lang, size=size)
    assert misplaced(chart.figure) == [], (size, lang)
    if size != "half":
        width, height = chart.figure.get_size_inches()
        assert height / width == pytest.approx(CENTIMETRES[size][1] / CENTIMETRES[size][0], rel=0.001)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_year_in_half_the_width(
    name: str, made_up_empty_year: SimpleNamespace, misplaced: Callable[[Any], Any]
) -> None:
    assert misplaced(charts.ALL[name](made_up_empty_year, size="half").figure) == []


def test_text_of_a_slide_is_as_large_as_fits(make_up_year: Callable[..., Any], make_up_scores: Any) -> None:
    few, many = (
        charts.unit_scores(make_up_year(unit_scores=make_up_scores([90.0 - n / 4 for n in range(count)])), size="slide")
        for count in (3, 30)
    )
    assert few.scale > many.scale
    assert few.scale <= size_named("slide").scale


@pytest.mark.parametrize("size", SIZES)
def test_a_plot_without_width_is_laid_out_with_smaller_text(size: str) -> None:
    @drawn_at_any_size
    def made_up_chart(year: object, lang: str = "th", digits: str | None = None) -> charts.Chart:
        page = Page("หัวเรื่อง", "", "", height=100)
        page.axes(440, page.width, 0, 100, (0, 1))
        return page.finish("made_up", Wording.of(lang, digits), "")

    made = made_up_chart(None, size=size)
    assert made.figure.get_figwidth() * 72 > 440
    width = made.figure.get_figwidth() * 2.54 * made.scale
    assert width == pytest.approx(CENTIMETRES[size][0], abs=0.01)


def test_names_tell_the_size_so_that_all_fit_one_folder(made_up_year: SimpleNamespace) -> None:
    names = {charts.tool_losses(made_up_year, lang=lang, size=size).name for lang in ("th", "en") for size in SIZES}
    assert len(names) == 8
    assert {"tool_losses", "tool_losses_en", "tool_losses_half", "tool_losses_en_slide"} <= names


def test_another_size_or_stamp_is_refused(made_up_year: SimpleNamespace) -> None:
    with pytest.raises(ValueError, match='there is no "poster"'):
        charts.calendar(made_up_year, size="poster")
    with pytest.raises(ValueError, match='there is no "secret"'):
        charts.calendar(made_up_year, stamp="secret")


@pytest.mark.parametrize("name", ["unit_scores", "national_trend", "provinces_reached"])
@pytest.mark.parametrize(("stamp", "thai", "english"), [("draft", "ฉบับร่าง", "Draft"), ("final", "ฉบับสมบูรณ์", "Final")])
def test_a_stamp_is_seen_and_read_and_stands_clear(
    name: str,
    stamp: str,
    thai: str,
    english: str,
    made_up_year: SimpleNamespace,
    written: Callable[[Any], list[str]],
    misplaced: Callable[[Any], Any],
) -> None:
    draft = charts.ALL[name](made_up_year, stamp=stamp, size="half")
    assert thai in written(draft.figure) and draft.alt.startswith(thai)
    assert misplaced(draft.figure) == []
    assert english in written(charts.ALL[name](made_up_year, lang="en", stamp=stamp).figure)
    assert thai not in written(charts.ALL[name](made_up_year).figure), "no stamp unless asked for"


@pytest.mark.parametrize("size", SIZES)
def test_a_png_is_as_large_as_its_size_at_300_dpi(size: str, made_up_year: SimpleNamespace) -> None:
    with Image.open(io.BytesIO(charts.tool_losses(made_up_year, size=size).render("png"))) as image:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        width, height = CENTIMETRES[size]
        assert image.width == round(width / 2.54 * 300)
        assert height is None or image.height == round(height / 2.54 * 300)


@pytest.mark.parametrize("size", SIZES)
def test_svg_and_pdf_are_as_large_as_their_size(size: str, made_up_year: SimpleNamespace) -> None:
    chart = charts.tool_losses(made_up_year, size=size)
    points = CENTIMETRES[size][0] / 2.54 * 72
    root = ElementTree.fromstring(chart.render("svg"))
    assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(points, abs=0.3)
    document = pypdfium2.PdfDocument(chart.render("pdf"))
    assert len(document) == 1
    width, height = document[0].get_size()
    assert width == pytest.approx(points, abs=0.3)
    assert height / width == pytest.approx(
        float(root.attrib["height"].removesuffix("pt")) / float(root.attrib["width"].removesuffix("pt")), rel=0.001
    )


def test_a_pdf_is_accessible_vector_and_always_the_same(made_up_year: SimpleNamespace) -> None:
    chart = charts.unit_scores(made_up_year)
    written = chart.render("pdf")
    assert written == charts.unit_scores(made_up_year).render("pdf")
    document = pypdfium2.PdfDocument(written)
    assert document.get_metadata_value("Title") == chart.title
    assert b"pdfuaid:part" in written, "declares PDF/UA"
    kinds = {item.type for item in document[0].get_objects(max_depth=5)}
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in kinds and pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
    assert not re.search(rb"/CreationDate|/ModDate", written)


def test_letters_of_an_svg_are_text_where_asked(made_up_year: SimpleNamespace) -> None:
    chart = charts.unit_scores(made_up_year)
    root = ElementTree.fromstring(chart.render("svg", real_text=True))
    texts = ["".join(item.itertext()) for item in root.findall(f".//{SVG}text")]
    assert chart.title in " ".join(texts) and "กรมก้าวหน้า" in texts
    fonts = {item.attrib["style"] for item in root.findall(f".//{SVG}text")}
    assert all("'Sarabun'" in font for font in fonts) and any("font-weight: 600" in font for font in fonts)
    assert chart.render("svg", real_text=True) == chart.render("svg", real_text=True)


def test_a_sheet_is_put_away_after_drawing(made_up_year: SimpleNamespace) -> None:
    before = sheet()
    charts.unit_scores(made_up_year, size="slide")
    assert sheet() == before == Sheet(size_named("full"), 1.0)
    with drawing_on(Sheet(size_named("half"), 0.85)):
        assert sheet().narrow
    assert not sheet().narrow


def test_help_tells_the_options() -> None:
    for draw in charts.ALL.values():
        options = inspect.signature(draw).parameters
        assert next(iter(options)) == "year" and {"lang", "digits", "size", "stamp"} <= set(options)


def test_every_size_and_stamp_has_words_in_both_languages() -> None:
    assert all(size.th and size.en and not size.en.startswith(size.th) for size in sizes().values())
    assert all(set(words) == {"th", "en"} for words in settings()["stamps"].values())
