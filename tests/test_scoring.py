"""Scores of many units and years at once: published totals, what is missing, and the same results as one at a time."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import itaanalysis as ita
from itaanalysis.criteria import CriteriaError, criteria
from itaanalysis.scoring import levels, totals
from itaanalysis.year import YearData

INDICATORS = range(1, 11)


def rows_of(fiscal_year: int, unit: str, scores: dict[int, float | None]) -> list[dict[str, Any]]:
    return [
        {"fiscal_year": fiscal_year, "unit": unit, "indicator": number, "score": score}
        for number, score in scores.items()
    ]


def one(*rows: dict[str, Any], tools: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """The one line that these scores make."""
    made = ita.score_units(pd.DataFrame(list(rows)), None if tools is None else pd.DataFrame(tools))
    assert len(made) == 1
    return made.to_dict("records")[0]


def test_the_six_published_rows_at_once(repository: Path) -> None:
    with (repository / "data/reference/published_rows.csv").open(encoding="utf-8-sig", newline="") as file:
        published = list(csv.DictReader(file))
    assert len(published) == 6
    rows = [
        row
        for line in published
        for row in rows_of(
            int(line["fiscal_year"] or 2565),
            line["agency"],
            {number: float(line[f"i{number}"]) for number in INDICATORS},
        )
    ]
    made = ita.score_units(pd.DataFrame(rows))
    assert list(made["unit"]) == [line["agency"] for line in published]
    assert list(made["fiscal_year"]) == [2563, 2564, 2563, 2564, 2564, 2565]
    for total, line in zip(made["score"], published, strict=True):
        assert total == pytest.approx(float(line["total"]), abs=0.01)
    # 0.3 × 75.404 + 0.3 × 80.35 + 0.4 × 100 = 86.7262
    assert made.iloc[-1][["IIT", "EIT", "OIT", "score"]].tolist() == [75.404, 80.35, 100, 86.7262]
    assert list(made["level"]) == ["B", "B", "C", "B", "B", "A"]
    assert list(made["passed"]) == [False] * 5 + [True]
    assert list(made["missing"]) == [""] * 6


def test_the_office_in_fy2568_from_its_tools(real_year: YearData) -> None:
    made = ita.score_units(real_year.indicator_scores, real_year.tool_scores).set_index("unit")
    assert made.loc["สป.", "score"] == 92.7995
    assert made.loc["สป.", "level"] == "ผ่านดี"
    # The ministry has five indicators: four of IIT, one of EIT.
    assert made.loc["พณ.", ["IIT", "EIT", "OIT", "score"]].isna().all()
    assert (made.loc["พณ.", "level"], made.loc["พณ.", "missing"]) == ("unknown", "IIT, EIT, OIT")
    assert pd.isna(made.loc["พณ.", "passed"])


def test_a_missing_indicator_is_not_a_zero() -> None:
    whole = dict.fromkeys(INDICATORS, 90.0)
    assert one(*rows_of(2568, "ก", whole))["score"] == 90
    without = one(*rows_of(2568, "ก", {**whole, 7: None}))
    assert math.isnan(without["EIT"]) and math.isnan(without["score"]) and without["missing"] == "EIT"
    assert (without["IIT"], without["OIT"], without["level"]) == (90, 90, "unknown")
    # 0.3 × 90 + 0.3 × 60 + 0.4 × 90
    zero = one(*rows_of(2568, "ก", {**whole, 7: 0.0}))
    assert (zero["EIT"], zero["score"], zero["level"]) == (60, 81, "ต้องปรับปรุง")


def test_all_zeros_are_a_result() -> None:
    made = one(*rows_of(2568, "ก", dict.fromkeys(INDICATORS, 0.0)))
    assert (made["score"], made["level"], made["passed"], made["missing"]) == (0, "ต้องปรับปรุงโดยด่วน", False, "")


def test_parts_make_eit_only_in_the_years_that_have_them() -> None:
    def tools(fiscal_year: int) -> list[dict[str, Any]]:
        scores = {"IIT": 92.89, "EIT1": 92.88, "EIT2": 86.67, "OIT": 95.0}
        return [
            {"fiscal_year": fiscal_year, "unit": "ก", "tool": tool, "score": score} for tool, score in scores.items()
        ]

    nothing = {"fiscal_year": 2568, "unit": "ก", "indicator": 1, "score": None}
    assert one(nothing, tools=tools(2568))["EIT"] == 89.775
    assert one(nothing, tools=tools(2565))["missing"] == "EIT"


def test_a_tool_that_is_given_stands_and_the_first_of_two_counts() -> None:
    indicators = rows_of(2568, "ก", dict.fromkeys(INDICATORS, 80.0))
    tools = [{"fiscal_year": 2568, "unit": "ก", "tool": "OIT", "score": score} for score in (90.0, 10.0)]
    made = one(*indicators, tools=tools)
    assert (made["IIT"], made["OIT"], made["score"]) == (80, 90, 84)


def test_years_are_judged_each_by_its_own_criteria() -> None:
    scores = dict.fromkeys(INDICATORS, 95.0) | {1: 94.0, 2: 96.0, 9: 84.0, 10: 100.0}
    made = ita.score_units(pd.DataFrame([*rows_of(2565, "ก", scores), *rows_of(2568, "ก", scores)]))
    # IIT 95, EIT 95, OIT 92: total 93.8
    assert list(made["score"]) == [93.8, 93.8]
    assert list(made["level"]) == ["A", "ผ่านดี"]


def test_a_year_without_criteria_names_the_file() -> None:
    with pytest.raises(CriteriaError, match=r"criteria\.toml"):
        ita.score_units(pd.DataFrame(rows_of(2590, "ก", {1: 90.0})))


def test_nothing_gives_nothing() -> None:
    empty = pd.DataFrame(columns=["fiscal_year", "unit", "indicator", "score"])
    assert ita.score_units(empty).empty
    assert "score" in ita.score_units(empty)


SCORES = st.one_of(st.just(math.nan), st.sampled_from([0, 69.999, 70, 84.999, 85, 94.999, 95, 100]), st.floats(0, 100))


@given(st.lists(st.tuples(SCORES, SCORES, SCORES), min_size=1, max_size=8), st.sampled_from([2562, 2568]))
@settings(max_examples=60, deadline=None)
def test_many_at_once_are_as_each_alone(rows: list[tuple[float, float, float]], fiscal_year: int) -> None:
    method, tools = criteria(fiscal_year), np.array(rows, dtype=float)
    total = totals(method, tools)
    for line, found, level in zip(rows, total, levels(method, total, tools), strict=True):
        alone = dict(zip(method.weights, line, strict=True))
        assert found == pytest.approx(method.total(alone), abs=1e-9, nan_ok=True)
        assert level == method.level(float(found), alone)


def test_eight_thousand_units_over_three_years_are_scored_at_once() -> None:
    units, years = 8_000, (2566, 2567, 2568)
    scores = np.random.default_rng(7).uniform(60, 100, units * len(years) * 10).round(2)
    table = pd.DataFrame(
        {
            "fiscal_year": np.repeat(years, units * 10),
            "unit": np.tile(np.repeat([f"made_up_{number}" for number in range(units)], 10), len(years)),
            "indicator": np.tile(np.arange(1, 11), units * len(years)),
            "score": scores,
        }
    )
    made = ita.score_units(table)
    assert len(made) == units * len(years) and made["score"].notna().all()
    first = scores[:10]
    by_hand = 0.3 * first[:5].mean() + 0.3 * first[5:8].mean() + 0.4 * first[8:].mean()
    assert made["score"].iloc[0] == pytest.approx(by_hand, abs=1e-9)


def test_the_mean_of_the_ten_is_no_figure_of_a_result() -> None:
    scores = {number: 50.0 + 4.7 * number for number in INDICATORS}
    made = one(*rows_of(2568, "ก", scores))
    mean = sum(scores.values()) / 10
    assert not [name for name, value in made.items() if isinstance(value, float) and abs(value - mean) < 0.01]
