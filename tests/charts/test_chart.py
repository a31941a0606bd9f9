"""What a chart can do: save, render, show itself in a notebook."""

import base64
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

from itaanalysis import charts
from itaanalysis.charts.theme import theme

SVG = "{http://www.w3.org/2000/svg}"


def test_save_writes_a_png_16_cm_wide_at_300_dpi_and_an_svg(made_up_year: SimpleNamespace, tmp_path: Path) -> None:
    written = charts.unit_scores(made_up_year).save(tmp_path / "figures")
    assert written == [tmp_path / "figures" / "unit_scores.png", tmp_path / "figures" / "unit_scores.svg"]
    with Image.open(written[0]) as image:
        assert image.width == 1890  # 16 cm / 2.54 * 300
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    root = ElementTree.parse(written[1]).getroot()
    assert root.attrib["width"] == "453.6pt"


def test_only_the_formats_asked_for_are_written(made_up_year: SimpleNamespace, tmp_path: Path) -> None:
    assert charts.calendar(made_up_year).save(tmp_path, formats=["svg"]) == [tmp_path / "calendar.svg"]
    assert [path.name for path in tmp_path.iterdir()] == ["calendar.svg"]


def test_both_languages_fit_one_folder(made_up_year: SimpleNamespace, tmp_path: Path) -> None:
    charts.participants(made_up_year).save(tmp_path, ["png"])
    charts.participants(made_up_year, lang="en").save(tmp_path, ["png"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["participants.png", "participants_en.png"]


def test_another_format_is_refused_by_name(made_up_year: SimpleNamespace, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match='not "gif"'):
        charts.calendar(made_up_year).save(tmp_path, ["gif"])


# An SVG holds every line of a chart and is quick to write; the other formats are made from the same figure.
SAME = {"svg": list(charts.ALL), "png": ["unit_scores", "calendar"], "pdf": ["unit_scores", "provinces_reached"]}


@pytest.mark.parametrize("format", list(SAME))
def test_the_same_data_give_the_same_bytes(format: str, make_up_year: Callable[..., SimpleNamespace]) -> None:
    for draw in (charts.ALL[name] for name in SAME[format]):
        assert draw(make_up_year()).render(format) == draw(make_up_year()).render(format), draw.__name__
    chart = charts.unit_scores(make_up_year())
    assert chart.render(format) == chart.render(format), "rendered twice"


def test_files_carry_no_date_and_no_program(made_up_year: SimpleNamespace) -> None:
    chart = charts.tool_losses(made_up_year)
    with Image.open(io.BytesIO(chart.render("png"))) as image:
        assert "Software" not in image.info
        assert image.info["Description"] == chart.alt
    svg = chart.render("svg").decode("utf-8")
    assert "dc:date" not in svg and "dc:creator" not in svg
    assert chart.alt in svg


def test_the_palette_of_a_png_changes_no_pixel_that_anyone_could_see(made_up_year: SimpleNamespace) -> None:
    with theme():
        # Those with the rarest colours.
        for name in ("unit_scores", "kpi_targets", "provinces_reached"):
            chart, drawn = charts.ALL[name](made_up_year), io.BytesIO()
            chart.figure.savefig(drawn, format="png", dpi=300)
            packed = chart.render("png")
            with Image.open(io.BytesIO(packed)) as image, Image.open(drawn) as whole:
                assert image.mode == "P"
                apart = ImageChops.difference(image.convert("RGB"), whole.convert("RGB"))
            assert max(high for _, high in apart.getextrema()) <= 4, "of 255 steps of a colour"
            assert len(packed) < drawn.getbuffer().nbytes / 2


def test_letters_in_the_svg_are_outlines_so_that_no_font_is_needed(made_up_year: SimpleNamespace) -> None:
    root = ElementTree.fromstring(charts.unit_scores(made_up_year).render("svg"))
    assert root.findall(f".//{SVG}text") == []
    assert len(root.findall(f".//{SVG}use")) > 50


def test_a_notebook_is_given_both_pictures_with_their_words(made_up_year: SimpleNamespace) -> None:
    chart = charts.ethics_dimensions(made_up_year)
    data, metadata = chart._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]) == chart.render("png")
    assert data["image/svg+xml"].encode("utf-8") == chart.render("svg")
    marks = [list(mark) for mark in chart.marks]
    words = {"alt": chart.alt, "title": chart.title, "name": "ethics_dimensions", "marks": marks}
    assert metadata == {"image/png": words, "image/svg+xml": words}


def test_charts_drawn_in_threads_are_the_same(make_up_year: Callable[..., SimpleNamespace]) -> None:
    some = list(charts.ALL.values())[:6]
    expected = [draw(make_up_year(), size="half").render("svg") for draw in some]
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda draw: draw(make_up_year(), size="half").render("svg"), some))
    assert drawn == expected


def test_at_a_prompt_a_chart_says_what_it_is_in_a_line(made_up_year: SimpleNamespace) -> None:
    chart = charts.unit_scores(made_up_year, lang="en")
    assert repr(chart) == f"Chart(unit_scores_en: “{chart.title}”; size full, {len(chart.marks)} marks)"
