"""KPIs: the figures of FY2568 worked out by hand, and what happens where rows, targets or both are missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from itaanalysis.kpis import status
from itaanalysis.tables import columns, frame
from itaanalysis.year import YearData

KPIS = [
    "pass_rate", "ethics_index_ministry", "ita_score_ops", "ethics_index_ops", "no_complaint_rate", "awareness_rate",
    "participants", "budget_utilisation",
]  # fmt: skip


def by_kpi(year: YearData) -> dict[str, dict[str, Any]]:
    """Each KPI's row with missing values as None."""
    table = year.kpis().astype(object)
    return {row["kpi"]: {k: None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")}


@pytest.fixture(scope="module")
def of_2568(real_year: YearData) -> dict[str, dict[str, Any]]:
    return by_kpi(real_year)


def test_columns_and_order_of_the_report(real_year: YearData) -> None:
    table = real_year.kpis()
    assert list(table.columns) == columns("kpis")
    assert list(table["kpi"]) == KPIS
    assert set(table["fiscal_year"]) == {2568}


@pytest.mark.parametrize(
    ("kpi", "value", "target", "state", "basis", "reported"),
    [
        # 11 of 12 units
        ("pass_rate", 91.67, 100, "below", "computed", 91.67),
        # (96.90 + 97.11 + 99.26 + 95.44 + 93.37) / 5 = 96.416
        ("ethics_index_ministry", 96.42, 92.18, "above", "computed", 96.42),
        # 0.3 × 92.89 + 0.3 × (92.88 + 86.67) / 2 + 0.4 × 95 = 92.7995
        ("ita_score_ops", 92.80, 85, "above", "computed", 92.80),
        # (94.44 + 94.25 + 98.39 + 89.10 + 92.71) / 5 = 93.778
        ("ethics_index_ops", 93.78, 92.18, "above", "computed", 93.78),
        ("no_complaint_rate", 100, 100, "as_planned", "reported", 100),
        ("awareness_rate", 98.31, 80, "above", "reported", 98.31),
        ("participants", 1871, 1100, "above", "computed", 1837),
        # 1,288,999.22 / 1,290,000 = 99.9224 %
        ("budget_utilisation", 99.92, None, None, "computed", 99.99),
    ],
)
def test_fy2568(
    of_2568: dict[str, dict[str, Any]],
    kpi: str,
    value: float,
    target: float | None,
    state: str | None,
    basis: str,
    reported: float,
) -> None:
    row = of_2568[kpi]
    assert (row["value"], row["target"], row["status"]) == (value, target, state)
    assert (row["basis"], row["reported"]) == (basis, reported)


def test_difference_is_value_less_reported(of_2568: dict[str, dict[str, Any]]) -> None:
    assert of_2568["participants"]["difference"] == 34
    assert of_2568["budget_utilisation"]["difference"] == -0.07
    assert of_2568["pass_rate"]["difference"] == 0


def test_units_of_measure(of_2568: dict[str, dict[str, Any]]) -> None:
    assert {kpi: row["unit"] for kpi, row in of_2568.items()} == {
        "pass_rate": "percent",
        "ethics_index_ministry": "points",
        "ita_score_ops": "points",
        "ethics_index_ops": "points",
        "no_complaint_rate": "percent",
        "awareness_rate": "percent",
        "participants": "people",
        "budget_utilisation": "percent",
    }


def test_formulas_name_the_unit_the_indicators_and_the_weights(of_2568: dict[str, dict[str, Any]]) -> None:
    assert of_2568["ita_score_ops"]["formula"] == "0.30·IIT + 0.30·EIT + 0.40·OIT"
    assert "พณ." in of_2568["ethics_index_ministry"]["formula"]
    assert "1, 2, 3, 4, 6" in of_2568["ethics_index_ops"]["formula"]


@pytest.mark.parametrize(
    ("value", "operator", "target", "expected"),
    [
        (84.999, ">=", 85, "below"), (85, ">=", 85, "as_planned"), (85.001, ">=", 85, "above"),
        (0.1 + 0.2, ">=", 0.3, "as_planned"),
        (4, "<=", 5, "above"), (5, "<=", 5, "as_planned"), (6, "<=", 5, "below"),
        (4, "<", 5, "above"), (6, ">", 5, "above"),
        (None, ">=", 85, None), (90, ">=", None, None), (90, None, 85, None),
    ],
)  # fmt: skip
def test_status(value: float | None, operator: str | None, target: float | None, expected: str | None) -> None:
    assert status(value, operator, target) == expected


def test_status_is_judged_before_rounding(real_year: YearData) -> None:
    """84.996 rounds to 85.00 and is still below 85."""
    tools = real_year.tool_scores.assign(score=84.996)
    row = by_kpi(replace(real_year, tool_scores=tools))["ita_score_ops"]
    assert (row["value"], row["status"]) == (85.0, "below")


def test_nearly_the_whole_budget_is_not_shown_as_the_whole(real_year: YearData) -> None:
    """The stated 1,289,999.22 of 1,290,000 is 99.99994 %."""
    expenses = real_year.expenses.iloc[:1].assign(amount_baht=1_289_999.22)
    assert by_kpi(replace(real_year, expenses=expenses))["budget_utilisation"]["value"] == 99.99


def test_all_units_but_one_of_many_is_not_all(real_year: YearData) -> None:
    many = pd.concat([real_year.unit_scores.iloc[:11]] * 2000, ignore_index=True)
    table = pd.concat([many, real_year.unit_scores.iloc[11:]], ignore_index=True)
    row = by_kpi(replace(real_year, unit_scores=table))["pass_rate"]
    assert (row["value"], row["status"]) == (99.99, "below")


def test_a_unit_without_a_score_yet_is_not_counted(real_year: YearData) -> None:
    scores = real_year.unit_scores.copy()
    scores.loc[scores["unit"] == "สศท.", ["score", "passed"]] = None
    row = by_kpi(replace(real_year, unit_scores=scores))["pass_rate"]
    assert (row["value"], row["status"]) == (100, "as_planned")


def test_ethics_index_waits_for_all_five_indicators(real_year: YearData) -> None:
    four = real_year.indicator_scores[real_year.indicator_scores["indicator"] != 4]
    row = by_kpi(replace(real_year, indicator_scores=four))["ethics_index_ministry"]
    assert (row["value"], row["basis"]) == (96.42, "reported")


def test_ethics_index_leaves_the_other_indicators_out(real_year: YearData) -> None:
    extra = [
        {"fiscal_year": 2568, "unit": unit, "indicator": number, "score": 10.0, "source": "made up"}
        for unit in ("พณ.", "สป.")
        for number in (5, 7, 8, 9, 10)
    ]
    scores = pd.concat([real_year.indicator_scores, frame("indicator_scores", extra)], ignore_index=True)
    kpis = by_kpi(replace(real_year, indicator_scores=scores))
    assert kpis["ethics_index_ministry"]["value"] == 96.42
    assert kpis["ethics_index_ops"]["value"] == 93.78


def test_half_is_rounded_up(real_year: YearData) -> None:
    """90.125 is 90.13; a binary or an even rounding gives 90.12."""
    scores = real_year.indicator_scores.assign(score=90.125)
    assert by_kpi(replace(real_year, indicator_scores=scores))["ethics_index_ops"]["value"] == 90.13


def test_without_tools_the_typed_total_is_taken(real_year: YearData) -> None:
    row = by_kpi(replace(real_year, tool_scores=real_year.tool_scores.iloc[:0]))["ita_score_ops"]
    assert row["value"] == 92.80


def test_without_targets_the_computed_kpis_stand(real_year: YearData) -> None:
    kpis = by_kpi(replace(real_year, targets=real_year.targets.iloc[:0]))
    assert list(kpis) == [kpi for kpi in KPIS if kpi not in ("no_complaint_rate", "awareness_rate")]
    assert kpis["participants"]["value"] == 1871
    assert {row["status"] for row in kpis.values()} == {None}


def test_with_targets_alone_the_reported_values_stand(real_year: YearData) -> None:
    """A folder that holds targets.xlsx only."""
    nothing = {
        table: getattr(real_year, table).iloc[:0]
        for table in ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "totals")
    }
    kpis = by_kpi(replace(real_year, **nothing))
    assert list(kpis) == KPIS[:-1]
    assert {row["basis"] for row in kpis.values()} == {"reported"}
    assert kpis["participants"]["value"] == 1837


def test_a_target_without_any_result_keeps_its_row(real_year: YearData) -> None:
    targets = real_year.targets.assign(reported=float("nan"))
    nothing = real_year.activities.iloc[:0]
    row = by_kpi(replace(real_year, targets=targets, activities=nothing))["participants"]
    assert (row["value"], row["target"], row["status"]) == (None, 1100, None)


def test_an_empty_year_has_no_kpis(made_up: Any) -> None:
    table = made_up.year().kpis()
    assert len(table) == 0
    assert list(table.columns) == columns("kpis")


def test_the_ministry_itself_is_not_one_of_its_units(made_up: Any) -> None:
    """The ministry's own average, listed below its units, neither passes nor fails."""
    made_up.add(
        "made_up_scores.xlsx",
        "คะแนน",
        [["หน่วยงาน", "IIT", "EIT", "OIT"], ["สป.", 90, 90, 90], ["คต.", 80, 80, 80], ["พณ.", 85, 84, 85]],
    )
    assert by_kpi(made_up.year())["pass_rate"]["value"] == 50.0


def test_an_allocation_of_zero_gives_no_share(real_year: YearData) -> None:
    totals = real_year.totals.copy()
    totals.loc[totals["column"] == "allocation_baht", "reported"] = 0.0
    row = by_kpi(replace(real_year, totals=totals))["budget_utilisation"]
    assert (row["value"], row["basis"]) == (99.99, "reported")


def test_more_than_the_allocation_is_more_than_the_whole(real_year: YearData) -> None:
    expenses = real_year.expenses.iloc[:1].assign(amount_baht=1_290_000.01)
    row = by_kpi(replace(real_year, expenses=expenses))["budget_utilisation"]
    assert row["value"] == 100.01
