"""What holds for every chart, whatever the data."""

import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import matplotlib
import pytest

from itaanalysis import charts
from itaanalysis.year import YearData

NAMES = list(charts.ALL)
THAI_LETTERS = range(0x0E01, 0x0E5C)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_strained_data_displace_no_text(lang: str, strained: tuple[str, Any], misplaced: Callable[[Any], Any]) -> None:
    name, year = strained
    chart = charts.ALL[name](year, lang=lang)
    assert misplaced(chart.figure) == []
    assert chart.figure.get_size_inches()[1] * 2.54 < 24.7, "taller than the text of an A4 page"


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_no_text_leaves_the_figure_or_lies_on_another(
    name: str,
    lang: str,
    made_up_year: SimpleNamespace,
    made_up_empty_year: SimpleNamespace,
    misplaced: Callable[[Any], Any],
) -> None:
    assert misplaced(charts.ALL[name](made_up_year, lang=lang).figure) == []
    assert misplaced(charts.ALL[name](made_up_empty_year, lang=lang).figure) == []


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_fy2568_fits_the_page(name: str, lang: str, real_year: YearData, misplaced: Callable[[Any], Any]) -> None:
    chart = charts.ALL[name](real_year, lang=lang)
    assert misplaced(chart.figure) == []
    width, height = chart.figure.get_size_inches() * 2.54
    assert width == pytest.approx(16.0, abs=0.01)
    assert height < 24.7, "taller than the text of an A4 page"


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_year_says_so_in_both_languages(name: str, made_up_empty_year: SimpleNamespace) -> None:
    thai, english = (charts.ALL[name](made_up_empty_year, lang=lang) for lang in ("th", "en"))
    assert thai.title.startswith("ยังไม่มีข้อมูล") and thai.title.endswith("ปีงบประมาณ พ.ศ. ๒๕๖๘")
    assert english.title.startswith("No data yet on ") and english.title.endswith("FY2568 (2025)")
    assert thai.alt == thai.title


@pytest.mark.parametrize("name", NAMES)
def test_digits_and_words_follow_the_language(
    name: str, made_up_year: SimpleNamespace, written: Callable[[Any], list[str]]
) -> None:
    thai = " ".join(written(charts.ALL[name](made_up_year).figure))
    mixed = [word for word in thai.split() if word.isascii() and word.isdigit()]
    assert mixed == [], "Arabic digits in a Thai chart"
    arabic = charts.ALL[name](made_up_year, digits="arabic")
    assert not any(digit in arabic.title + arabic.subtitle + arabic.alt for digit in "๐๑๒๓๔๕๖๗๘๙")
    english = charts.ALL[name](made_up_year, lang="en")
    assert not any(ord(letter) in THAI_LETTERS for letter in english.title + english.subtitle + english.alt)
    assert english.source.startswith("Source: made_up.xlsx (")


@pytest.mark.parametrize("name", NAMES)
def test_alt_text_is_one_to_three_sentences_with_a_figure(name: str, made_up_year: SimpleNamespace) -> None:
    english = charts.ALL[name](made_up_year, lang="en").alt
    assert 1 <= english.count(". ") + english.endswith(".") <= 3
    assert any(letter.isdigit() for letter in english)
    thai = charts.ALL[name](made_up_year).alt
    assert any(digit in thai for digit in "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize("name", NAMES)
def test_drawing_changes_no_setting_of_matplotlib(name: str, made_up_year: SimpleNamespace) -> None:
    before = dict(matplotlib.rcParams)
    charts.ALL[name](made_up_year).render("svg")
    assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize("name", NAMES)
def test_settings_of_the_user_change_no_chart(name: str, made_up_year: SimpleNamespace) -> None:
    plain = charts.ALL[name](made_up_year).render("svg")
    with matplotlib.rc_context({"font.size": 30, "axes.grid": True, "lines.linewidth": 9, "svg.hashsalt": "other"}):
        assert charts.ALL[name](made_up_year).render("svg") == plain


@pytest.mark.parametrize("name", NAMES)
def test_the_year_is_left_as_it_was(name: str, made_up_year: SimpleNamespace) -> None:
    tables = ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals")
    before = {table: getattr(made_up_year, table).copy() for table in tables}
    charts.ALL[name](made_up_year)
    assert all(getattr(made_up_year, table).equals(before[table]) for table in tables)


@pytest.mark.parametrize("name", NAMES)
def test_another_language_or_digits_is_refused(name: str, made_up_year: SimpleNamespace) -> None:
    with pytest.raises(ValueError, match='there is no "de"'):
        charts.ALL[name](made_up_year, lang="de")
    with pytest.raises(ValueError, match='there is no "roman"'):
        charts.ALL[name](made_up_year, digits="roman")


def test_names_are_those_of_the_functions() -> None:
    assert all(getattr(charts, name) is chart and chart.__name__ == name for name, chart in charts.ALL.items())


def test_importing_the_charts_loads_neither_matplotlib_nor_seaborn() -> None:
    code = (
        "import sys, itaanalysis.charts; print([m for m in ('matplotlib', 'seaborn', 'pythainlp') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
