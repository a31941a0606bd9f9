"""Units over the years, their panels and the heat map: what is drawn of many years, of one, and of odd ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from itaanalysis import charts, tables
from itaanalysis.charts.theme import colour
from itaanalysis.workspace import Workspace

Maker = Callable[..., Any]
DRAWN = ("unit_trend", "unit_panels", "indicator_heatmap")


@pytest.fixture
def make_up_years(make_up_year: Maker, make_up_scores: Maker, repository: Any) -> Maker:
    """Makes a year whose sheets state several: {fiscal year: scores in the order of the made-up units}."""

    def make(scores: dict[int, list[float | None]], long_names: bool = False, **changes: Any) -> SimpleNamespace:
        last = max(scores)
        rows = {one: make_up_scores(its, long_names) for one, its in scores.items()}
        year = make_up_year(fiscal_year=last, unit_scores=rows.pop(last), **changes)
        others = [
            {"fiscal_year": one, "source": f"made_up.xlsx!S!A{place}", **row}
            for one, its in rows.items()
            for place, row in enumerate(its, 2)
        ]
        year.workspace = Workspace(repository)
        year.other_years = lambda table: tables.frame(table, others if table == "unit_scores" else [])
        return year

    return make


def many(units: int, years: int) -> dict[int, list[float | None]]:
    """Made-up scores that cross one another."""
    return {
        2568 - back: [round(99.9 - (unit * 7 + back * 3) % 23 - unit / 100, 2) for unit in range(units)]
        for back in range(years)
    }


STRAINS: dict[str, dict[str, Any]] = {
    "three_units": {"scores": many(3, 2)},
    "forty_units": {"scores": many(40, 3)},
    "forty_long_names": {"scores": many(40, 2), "long_names": True},
    "twelve_years": {"scores": {one: [90.0, 84.0, 99.0] for one in range(2562, 2570)}},
    "equal": {"scores": {2567: [85.0] * 12, 2568: [85.0] * 12}},
    "all_failing": {"scores": {2567: [10.0] * 20, 2568: [20.0] * 20}},
    "missing": {"scores": {2566: [90.0, None, 80.0], 2567: [None, 91.0, None], 2568: [88.0, None, 86.0]}},
    "one_unit": {"scores": {2567: [84.0], 2568: [85.0]}},
    "perfect": {"scores": {2567: [100.0, 100.0], 2568: [100.0, 100.0]}},
    "forty_units_one_year": {"scores": many(40, 1), "long_names": True},
}


@pytest.mark.parametrize("strain", list(STRAINS))
@pytest.mark.parametrize("name", ["unit_trend", "unit_panels"])
def test_nothing_is_displaced(
    name: str, strain: str, make_up_years: Maker, misplaced: Maker, misplaced_regions: Maker
) -> None:
    year = make_up_years(**STRAINS[strain])
    # English names are longer where they have no abbreviation, Thai words everywhere else.
    lang = "en" if STRAINS[strain].get("long_names") else "th"
    chart = charts.ALL[name](year, lang=lang)
    assert misplaced(chart.figure) == [] == misplaced_regions(chart)
    assert chart.figure.get_size_inches()[1] * 2.54 < 24.7, "taller than the text of an A4 page"


@pytest.mark.parametrize("name", ["unit_trend", "unit_panels"])
def test_every_score_of_every_year_is_told(name: str, make_up_years: Maker) -> None:
    scores = {2566: [90.25, None, 80.5], 2567: [None, 91.75, 84.999], 2568: [88.0, None, 86.125]}
    texts = [mark.text for mark in charts.ALL[name](make_up_years(scores), lang="en").marks]
    for fiscal_year, its in scores.items():
        for short, told in zip(("OPS", "DOP", "Department of Data"), its, strict=True):
            if told is None:
                continue
            # One below the pass mark never reads as if it met it.
            figure = "84.99" if told == 84.999 else "86.13" if told == 86.125 else f"{told:.2f}"
            line = rf"{short}\b.*FY{fiscal_year}:? {figure}\b"
            assert sum(bool(re.search(line, text)) for text in texts) == 1, (line, texts)
    changes = [text for text in texts if "Department of Data" in text and "FY2568" in text]
    assert "(+1.13" in changes[0], "FY2567 compares with FY2568, FY2566 does not with FY2567"


@pytest.mark.parametrize(
    ("name", "size", "years"),
    [(name, "half", years) for name in DRAWN for years in (1, 3)] + [(name, "slide", 2) for name in DRAWN],
)
def test_other_sizes_hold_them(
    name: str, size: str, years: int, make_up_years: Maker, made_up_matrix: Maker, misplaced: Maker
) -> None:
    year = make_up_years(many(7, years), indicator_scores=made_up_matrix(7, 4))
    assert misplaced(charts.ALL[name](year, size=size).figure) == []


@pytest.fixture
def made_up_matrix(make_up_scores: Maker) -> Maker:
    """Makes indicator scores, the weakest of every unit being indicator 4; some cells are missing."""

    def make(units: int, indicators: int = 10) -> list[dict[str, Any]]:
        return [
            {
                "unit": row["unit"],
                "indicator": number,
                "score": 70.0 + unit % 5 if number == 4 else 80.0 + number + unit % 9,
            }
            for unit, row in enumerate(make_up_scores([90.0] * units))
            for number in range(1, indicators + 1)
            if (unit, number) != (1, 7)
        ]

    return make


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(("units", "indicators"), [(1, 1), (1, 10), (3, 5), (40, 10)])
def test_the_heat_map_fits(
    units: int, indicators: int, lang: str, make_up_year: Maker, make_up_scores: Maker, made_up_matrix: Maker,
    misplaced: Maker,
) -> None:  # fmt: skip
    scores = make_up_scores([90.0] * units, units == 3)
    year = make_up_year(unit_scores=scores, indicator_scores=made_up_matrix(units, indicators))
    chart = charts.indicator_heatmap(year, lang=lang)
    assert misplaced(chart.figure) == []
    assert chart.figure.get_size_inches()[1] * 2.54 < 24.7, "taller than the text of an A4 page"


def test_the_heat_map_prints_every_score_and_frames_the_weakest(
    make_up_year: Maker, make_up_scores: Maker, written: Maker
) -> None:
    cells = {("สป.", 1): 90.0, ("สป.", 4): 81.5, ("กก.", 1): 77.25, ("กก.", 4): 77.25, ("กข.", 1): 99.0}
    rows = [{"unit": unit, "indicator": number, "score": score} for (unit, number), score in cells.items()]
    year = make_up_year(unit_scores=make_up_scores([91.0, 92.0, 93.0, 94.0]), indicator_scores=rows)
    chart = charts.indicator_heatmap(year, lang="en")
    shown = written(chart.figure)
    figures = [text for text in shown if text.replace(".", "").isdigit() and "." in text]
    assert figures == ["99.00", "77.25", "77.25", "90.00", "81.50"]
    assert shown.count("–") == 1, "a cell without a score"
    framed = [
        patch for patch in chart.figure.findobj(Rectangle) if patch.get_edgecolor()[:3] == to_rgb(colour("alert"))
    ]
    # Both of two equal lowest; none where a unit has one score only.
    assert len(framed) == 3
    assert chart.title == "Of the scores by indicator the lowest is DOP on performance of duties, 77.25"
    assert "1 unit more have a total but no scores by indicator" in shown
    assert "There are no scores of indicator 2, 3, 5, 6, 7, 8, 9 and 10" in shown


def test_the_indicator_most_units_are_weakest_in_is_named(
    make_up_year: Maker, make_up_scores: Maker, made_up_matrix: Maker
) -> None:
    year = make_up_year(unit_scores=make_up_scores([90.0] * 6), indicator_scores=made_up_matrix(6))
    assert charts.indicator_heatmap(year).title == (
        "การใช้ทรัพย์สินของราชการเป็นตัวชี้วัดที่อ่อนที่สุดของ ๖ จาก ๖ หน่วยงาน ต่ำสุดคือ สป. ด้านการใช้ทรัพย์สินของราชการ ๗๐.๐๐ คะแนน"
    )


def test_figures_in_the_heat_map_are_legible_and_its_steps_apart_in_greyscale() -> None:
    def luminance(name: str) -> float:
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour(name))]
        return float(np.dot(parts, [0.2126, 0.7152, 0.0722]))

    def contrast(one: str, other: str) -> float:
        high, low = sorted((luminance(one), luminance(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    steps = [f"heat_{step}" for step in range(1, 6)]
    assert all(contrast(step, "ink") >= 4.5 for step in steps[:3])
    assert all(contrast(step, "paper") >= 4.5 for step in steps[3:])
    assert all(contrast(pale, dark) > 1.25 for pale, dark in pairwise(steps))


def test_changes_are_told_of_years_measured_alike(make_up_years: Maker) -> None:
    def title(scores: dict[int, list[float | None]], lang: str = "en") -> str:
        return charts.unit_trend(make_up_years(scores), lang=lang).title

    assert title({2567: [84.0, 90.0, 95.0], 2568: [85.0, 88.5, 95.0]}) == (
        "3 of 3 units pass in FY2568; since FY2567 1 rose and 1 fell, most of all DOP, down 1.50"
    )
    assert title({2567: [84.0, 90.0, 95.0], 2568: [85.0, 88.5, 95.0]}, "th") == (
        "๓ จาก ๓ หน่วยงานผ่านเกณฑ์ในปี ๒๕๖๘ เพิ่มขึ้น ๑ ลดลง ๑ หน่วยงานจากปีก่อน เปลี่ยนมากที่สุดคือ กก. ลดลง ๑.๕๐ คะแนน"
    )
    assert title({2567: [90.0], 2568: [90.0]}) == "1 of 1 unit pass in FY2568; all score as in FY2567"
    assert title({2566: [84.0, 90.0], 2567: [85.0, 60.0]}) == (
        "1 of 2 units pass in FY2567; they do not compare with FY2566 (questionnaire changed)"
    )
    # Not every unit has a score in both.
    assert title({2567: [None, 90.0], 2568: [80.0, 91.0]}) == (
        "1 of 2 units pass in FY2568; since FY2567 1 rose and 0 fell, most of all DOP, up 1.00"
    )


def test_one_year_is_held_against_the_country(make_up_years: Maker, written: Maker) -> None:
    # The made-up national mean of FY2568 is 83.25.
    chart = charts.unit_trend(make_up_years({2568: [84.0, 80.25, 90.0, 90.0]}), lang="en")
    assert (
        chart.title == "3 of 4 units lie above the national mean of 83.25; furthest is Department of Data, 6.75 above"
    )
    assert "scores of one year only" in chart.subtitle
    shown = written(chart.figure)
    assert {"+6.75", "−3.00", "+0.75"} <= {*shown}
    # กก. and กข. are the departments of units.csv; the unit that it does not hold has no rank.
    assert {"office 1/1", "department 1/2", "department 2/2", "–"} <= {*shown}


def test_equal_scores_share_a_rank(make_up_years: Maker, written: Maker) -> None:
    shown = written(charts.unit_trend(make_up_years({2568: [84.0, 90.0, 90.001]})).figure)
    assert shown.count("กรม ๑/๒") == 2 and not any("๒/๒" in text for text in shown)


def test_without_a_national_mean_of_the_year_nothing_is_held_against_it(make_up_years: Maker, written: Maker) -> None:
    scores: dict[int, list[float | None]] = {2562: [90.0, 80.0]}
    chart = charts.unit_trend(make_up_years(scores), lang="en")
    assert chart.title == "1 of 2 units meet the pass mark of 85"
    assert not any("national" in text.lower() for text in written(chart.figure))


def test_small_print_tells_of_missing_years_and_of_the_ceiling(make_up_years: Maker, written: Maker) -> None:
    scores: dict[int, list[float | None]] = {2567: [90.0, None, 80.0], 2568: [95.0, 95.0, 94.99]}
    shown = " ".join(written(charts.unit_panels(make_up_years(scores), lang="en").figure))
    assert "No score in some years: DOP (2567)" in shown
    assert "Ceiling effect: in FY2568 2 of 3 units (66.66%) score 95 or more" in shown or "(66.67%)" in shown
    half: dict[int, list[float | None]] = {2568: [95.0, 94.99]}
    assert "Ceiling" not in " ".join(written(charts.unit_panels(make_up_years(half), lang="en").figure))


def test_panels_judge_every_year_by_its_own_mark(make_up_years: Maker) -> None:
    scores: dict[int, list[float | None]] = {2566: [85.0, 84.99, None], 2567: [90.0, 90.0, 90.0], 2568: [90.0] * 3}
    assert charts.unit_panels(make_up_years(scores), lang="en").title == (
        "2 of 3 units pass in every year they have a score in, FY2566–2568; not DOP"
    )


def test_lines_across_a_break_are_dashed_and_gaps_are_not_filled(make_up_years: Maker) -> None:
    year = make_up_years({2565: [90.0], 2566: [91.0], 2567: [92.0], 2568: [93.0]})
    figure = charts.unit_panels(year).figure
    joins = {
        tuple(map(int, line.get_xdata())): line.get_linestyle()
        for axes in figure.axes
        for line in axes.lines
        if line.get_color() == colour("main") and len(line.get_xdata()) == 2
    }
    assert joins == {(2565, 2566): "--", (2566, 2567): "--", (2567, 2568): "-"}


def test_the_series_of_the_country_alone_is_no_trend_of_units(make_up_empty: SimpleNamespace) -> None:
    assert charts.unit_trend(make_up_empty, lang="en").title.startswith("No data yet")


@pytest.fixture
def make_up_empty(made_up_empty_year: SimpleNamespace) -> SimpleNamespace:
    made_up_empty_year.national = pd.DataFrame({"fiscal_year": [2568], "mean_score": [90.0]}).reindex(
        columns=made_up_empty_year.national.columns
    )
    return made_up_empty_year


@pytest.mark.parametrize("mean", [81.25, 83.5, 84.6, 85.0, 86.2])
def test_no_figure_of_the_country_cuts_the_line_of_the_pass_mark(mean: float, make_up_year: Maker) -> None:
    rows = [(2563, 67.9), (2564, mean), (2565, 87.57), (2568, 93.0)]
    national = pd.DataFrame(rows, columns=["fiscal_year", "mean_score"]).assign(source="a", note=None)
    figure = charts.national_trend(make_up_year(national=national)).figure
    axes = figure.axes[0]
    figure.draw_without_rendering()
    height = axes.transData.transform((2563, 85.0))[1]
    papers = [text.get_bbox_patch().get_window_extent() for text in axes.texts if text.get_bbox_patch()]
    assert len(papers) >= 4
    assert not [box for box in papers if box.y0 < height < box.y1]
