"""What a chart tells where the pointer rests: every value of its table, in the region in which it is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from itaanalysis import charts
from itaanalysis.charts.chart import Chart
from itaanalysis.year import YearData

NAMES = list(charts.ALL)
Misplaced = Callable[[Chart], list[str]]
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize("name", NAMES)
def test_regions_lie_side_by_side_inside_the_picture(
    name: str, real_year: YearData, misplaced_regions: Misplaced
) -> None:
    for options in ({}, {"lang": "en"}, {"size": "half"}):
        chart = charts.ALL[name](real_year, **options)
        assert chart.marks and misplaced_regions(chart) == []


@pytest.mark.parametrize("name", ["unit_scores", "tool_losses", "provinces_reached"])
def test_a_frame_and_a_stamp_displace_no_region(name: str, real_year: YearData, misplaced_regions: Misplaced) -> None:
    chart = charts.ALL[name](real_year, size="slide", stamp="draft")
    assert chart.marks and misplaced_regions(chart) == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_strained_data_displace_no_region(lang: str, strained: tuple[str, Any], misplaced_regions: Misplaced) -> None:
    name, year = strained
    assert misplaced_regions(charts.ALL[name](year, lang=lang)) == []


@pytest.mark.parametrize("name", NAMES)
def test_without_data_nothing_is_told(name: str, made_up_empty_year: SimpleNamespace) -> None:
    assert charts.ALL[name](made_up_empty_year).marks == ()


def figure(value: Any, decimals: int = 2) -> str:
    """A number as charts print it, in Arabic digits."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,}"


def brief(value: Any) -> str:
    return figure(value, 0 if float(value).is_integer() else 2)


def of_units(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.unit_scores.dropna(subset="score").to_dict("records"):
        yield row["unit"], figure(row["score"])


def above_or_below(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.unit_scores.dropna(subset="score").to_dict("records"):
        side = "สูงกว่าเกณฑ์" if row["score"] > 85 else "ต่ำกว่าเกณฑ์"
        yield row["unit"], row["name_th"], figure(row["score"]), f"{side} {figure(abs(round(row['score'] - 85, 6)))}"


def under_the_highest_mark(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.unit_scores.to_dict("records"):
        if row["score"] < 95:
            yield row["unit"], figure(row["score"]), figure(round((85 if row["score"] < 85 else 95) - row["score"], 6))


def of_indicators(year: Any) -> Iterator[tuple[str, ...]]:
    names = {number: known.name_th for number, known in year.criteria.indicators.items()}
    for row in year.indicator_scores.dropna(subset="score").to_dict("records"):
        yield names[row["indicator"]], row["unit"], figure(row["score"])


def of_tools(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.tool_scores[year.tool_scores["unit"] == year.ops_unit].to_dict("records"):
        yield row["tool"].rstrip("12"), figure(row["score"])


def of_kpis(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.kpis().to_dict("records"):
        known = [brief(row[column]) for column in ("value", "target") if not pd.isna(row[column])]
        yield row["name_th"], *known


def of_groups(year: Any) -> Iterator[tuple[str, ...]]:
    spent = year.expenses.dropna(subset="amount_baht")
    for group, amounts in spent.groupby(spent["code"].str[0])["amount_baht"]:
        yield f"กิจกรรมย่อยที่ {group}", brief(amounts.sum().round(2))


def of_months(year: Any) -> Iterator[tuple[str, ...]]:
    ends = year.activities.drop_duplicates("code").set_index("code")["end_date"]
    spent = year.expenses[year.expenses["amount_baht"].fillna(0) != 0]
    dates = spent["code"].map(ends)
    for month, amounts in spent.groupby(dates.dt.to_period("M"))["amount_baht"]:
        so_far = spent.loc[dates <= month.end_time, "amount_baht"].sum()
        yield f"{month.year + 543}:", brief(amounts.sum().round(2)), brief(so_far.round(2))
    yield "ไม่ระบุวันที่", brief(spent.loc[dates.isna(), "amount_baht"].sum().round(2))


def of_people(year: Any) -> Iterator[tuple[str, ...]]:
    for group, people in year.activities.dropna(subset="participants").groupby("group")["participants"]:
        yield f"กิจกรรมย่อยที่ {group}", f"{brief(people.sum())} คน"
    yield "รวมทุกกิจกรรมย่อย", f"{brief(year.activities['participants'].sum())} คน"


def of_costs(year: Any) -> Iterator[tuple[str, ...]]:
    spent = year.expenses.groupby("code")["amount_baht"].sum().round(2)
    for row in year.activities.dropna(subset="participants").to_dict("records"):
        if spent.get(row["code"], 0) > 0 and row["participants"]:
            yield row["code"], figure(round(spent[row["code"]] / row["participants"], 6)), brief(row["participants"])


def of_events(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.activities.to_dict("records"):
        days = [f"{row[day].day} " for day in ("start_date", "end_date") if not pd.isna(row[day])]
        people = [] if pd.isna(row["participants"]) else [f"{brief(row['participants'])} คน"]
        yield row["code"], row["name"].translate(THAI_DIGITS), *days, *people


def of_provinces(year: Any) -> Iterator[tuple[str, ...]]:
    for province, held in year.activities.dropna(subset="province").groupby("province"):
        yield province.removeprefix("จังหวัด"), f"{len(held)} รายการ", f"{brief(held['participants'].sum())} คน"


def of_the_country(year: Any) -> Iterator[tuple[str, ...]]:
    for row in year.national.dropna(subset="mean_score").to_dict("records"):
        yield f"ปี {row['fiscal_year']}", f"ทั้งประเทศ {figure(row['mean_score'])}"
    yield from of_units(year)


TOLD: dict[str, Callable[[Any], Iterator[tuple[str, ...]]]] = {
    "unit_scores": above_or_below,
    "points_to_pass": under_the_highest_mark,
    "ethics_dimensions": of_indicators,
    "tool_losses": of_tools,
    "kpi_targets": of_kpis,
    "spending_by_group": of_groups,
    "cumulative_spending": of_months,
    "participants": of_people,
    "cost_per_participant": of_costs,
    "calendar": of_events,
    "provinces_reached": of_provinces,
    "national_trend": of_the_country,
    "unit_trend": of_units,
    "unit_panels": of_units,
    "indicator_heatmap": of_indicators,
}
"""What belongs together in the tidy tables, worked out here once more; all of it has to stand in one region."""


def untold(chart: Chart, year: Any) -> list[tuple[str, ...]]:
    """What no region of a chart tells; digits are Thai or not alike."""
    texts = [mark.text.translate(THAI_DIGITS) for mark in chart.marks]
    wanted = [[part.translate(THAI_DIGITS) for part in parts] for parts in TOLD[chart.drawn_by](year)]
    assert wanted, "nothing to look for"
    return [tuple(parts) for parts in wanted if not any(all(part in text for part in parts) for text in texts)]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_the_tables_is_told(name: str, real_year: YearData, made_up_year: SimpleNamespace) -> None:
    for year in (real_year, made_up_year):
        assert untold(charts.ALL[name](year), year) == []


@pytest.mark.parametrize("name", NAMES)
def test_english_tells_the_same_figures_in_its_own_words(name: str, real_year: YearData) -> None:
    thai, english = charts.ALL[name](real_year), charts.ALL[name](real_year, lang="en")
    assert len(thai.marks) == len(english.marks)
    for th, en in zip(thai.marks, english.marks, strict=True):
        numbers = [number.translate(THAI_DIGITS) for number in re.findall(r"\d[\d,]*\.\d+", en.text)]
        assert all(number in th.text for number in numbers), (th.text, en.text)
        assert not re.search(r"[0-9](?=[^A-Za-z]*(คะแนน|บาท|คน|รายการ))", th.text), th.text


DRAWN: dict[str, list[tuple[str, str]]] = {
    "unit_scores": [("97.43", "(TPSO): 97.43"), ("84.60", "(SACIT): 84.60")],
    "points_to_pass": [("0.40", "0.40 short"), ("3.75", "3.75 short")],
    "ethics_dimensions": [("99.26", "Use of power"), ("89.10", "Use of government property")],
    "tool_losses": [("3.07", "3.07 points lost"), ("1.07", "EIT Part 1")],
    "kpi_targets": [("91.67%", "result 91.67%"), ("1,871 people", "Participants")],
    "spending_by_group": [("1,088,578.22", "Sub-activity 2"), ("1,225.00", "Sub-activity 5")],
    "cumulative_spending": [("Oct", "October 2024"), ("Aug", "August 2025")],
    "participants": [("1,159", "Sub-activity 3"), ("35", "Sub-activity 5")],
    "cost_per_participant": [("5,113.88", "2.1(4)"), ("10.00", "3.1(1)")],
    "calendar": [("172", "172 people"), ("25 Oct", "25 October 2024")],
    "provinces_reached": [("NBI", "Nonthaburi: 4 events"), ("RBR", "Ratchaburi: 1 event")],
    "national_trend": [("93.82", "FY2568"), ("66.75", "FY2562")],
    "unit_trend": [("97.43", "97.43"), ("84.60", "84.60")],
    "unit_panels": [("97.43", "97.43"), ("84.60", "84.60")],
    "indicator_heatmap": [("99.26", "99.26"), ("89.10", "89.10 points, weakest of the unit")],
}
"""Of the highest and the lowest of FY2568: what is written beside the mark, and what its region tells."""


@pytest.mark.parametrize("name", NAMES)
def test_a_region_lies_where_its_value_is_drawn(
    name: str, real_year: YearData, written_at: Callable[[Any, str], list[tuple[float, float]]]
) -> None:
    chart = charts.ALL[name](real_year, lang="en")
    for drawn, told in DRAWN[name]:
        (region,) = (mark for mark in chart.marks if told in mark.text)
        places = written_at(chart.figure, drawn)
        inside = [0 <= x - region.left <= region.width and 0 <= y - region.top <= region.height for x, y in places]
        assert any(inside), (drawn, region, places)


def test_months_of_many_events_tell_their_counts(make_up_year: Callable[..., Any], make_up_event: Any) -> None:
    days = ["2024-10-01", "2024-10-31", "2025-09-30", "2024-09-30", None]
    events = [make_up_event(f"{number}", str(number % 2), "สมมติ " * 20, *[day and pd.Timestamp(day)] * 2, None)
              for number, day in enumerate(days * 12)]  # fmt: skip
    chart = charts.calendar(make_up_year(activities=events), lang="en")
    counts = {"October 2024": 12, "September 2025": 6, "without a date in the year": 12}
    assert sorted(mark.text for mark in chart.marks) == [
        f"Sub-activity {group}, {month}: {count} events" for group in (0, 1) for month, count in counts.items()
    ]


def test_a_point_among_many_is_told_where_it_lies(make_up_year: Callable[..., Any], make_up_scores: Any) -> None:
    """On the strip of units beside the national mean, from the best at the top to the lowest."""
    scores = [99.5 - number * 0.7 for number in range(40)]
    chart = charts.national_trend(make_up_year(unit_scores=make_up_scores(scores)), lang="en")
    strip = [mark for mark in chart.marks if not mark.text.startswith("FY")]
    tops = [mark.top for mark in strip]
    assert tops == sorted(tops)
    told = [found for mark in strip for found in re.findall(r"^(?!Ministry).*: ([0-9.]+) points$", mark.text, re.M)]
    assert told == [figure(score) for score in scores]


def test_equal_scores_share_a_region_and_all_are_told(make_up_year: Callable[..., Any], make_up_scores: Any) -> None:
    chart = charts.national_trend(make_up_year(unit_scores=make_up_scores([88.0] * 6)))
    (strip,) = (mark for mark in chart.marks if not mark.text.startswith("ปี"))
    assert strip.text.count("๘๘.๐๐ คะแนน") == 7, "six units and their mean"
