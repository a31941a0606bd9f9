"""What it takes to pass: figures worked out by hand, and changes that are enough and no larger than they need be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from itaanalysis import summaries
from itaanalysis.criteria import criteria
from itaanalysis.passing import levers, rounded_up
from itaanalysis.tables import frame
from itaanalysis.year import YearData

Scores = dict[Any, float | None]
MakeUp = Callable[..., YearData]


@pytest.fixture
def make_up(real_year: YearData) -> MakeUp:
    """Makes a year from {unit: {"total": …, "IIT": …, 1: …}}; nothing in it is real but its fiscal year's criteria."""

    def make(units: dict[str, Scores], fiscal_year: int = 2568) -> YearData:
        def rows(kind: type, key: str) -> list[dict[str, Any]]:
            return [
                {"fiscal_year": fiscal_year, "unit": unit, key: measure, "score": score}
                for unit, scores in units.items()
                for measure, score in scores.items()
                if isinstance(measure, kind) and measure != "total"
            ]

        listed = [
            {"fiscal_year": fiscal_year, "unit": unit, "name_th": unit, "name_en": unit, "score": scores.get("total")}
            for unit, scores in units.items()
        ]
        return replace(
            real_year,
            fiscal_year=fiscal_year,
            unit_scores=frame("unit_scores", listed),
            tool_scores=frame("tool_scores", rows(str, "tool")),
            indicator_scores=frame("indicator_scores", rows(int, "indicator")),
        )

    return make


def change(year: YearData, unit: str, measure: str, mark: float, every_tool: float | None = None) -> tuple[Any, str]:
    """What a measure has to add to reach a mark, and the outcome."""
    table = summaries.smallest_changes(year)
    floor = table["every_tool"].isna() if every_tool is None else table["every_tool"] == every_tool
    (row,) = table[(table["unit"] == unit) & (table["measure"] == measure) & (table["mark"] == mark) & floor].to_dict(
        "records"
    )
    return row["change"], row["outcome"]


def missing(year: YearData, unit: str, goal: str) -> dict[str, Any]:
    table = summaries.points_missing(year)
    (row,) = table[(table["unit"] == unit) & (table["goal"] == goal)].to_dict("records")
    return {str(name): value for name, value in row.items()}


@pytest.mark.parametrize(
    ("measure", "points"),
    [("OIT", 1.00), ("IIT", 1.34), ("EIT", 1.34), ("1", 6.67), ("5", 6.67), ("6", 4.00), ("8", 4.00), ("9", 2.00)],
)
def test_the_unit_that_failed_in_fy2568(real_year: YearData, measure: str, points: float) -> None:
    # 0.40 points short: 0.40 ÷ 0.4, 0.40 ÷ 0.3 = 1.333…, and for an indicator times 5, 3 or 2. No tool score is known.
    assert change(real_year, "สศท.", measure, 85) == (points, "unknown")


def test_points_missing_in_fy2568(real_year: YearData) -> None:
    assert missing(real_year, "สศท.", "ผ่าน")["missing"] == 0.4
    assert missing(real_year, "สศท.", "95 คะแนน")["missing"] == 10.4
    passed = missing(real_year, "คต.", "ผ่าน")
    assert (passed["missing"], passed["reached"]) == (0, True)
    # 95.44 is at 95 by its total; whether every tool is, nobody knows.
    assert missing(real_year, "คต.", "95 คะแนน")["reached"] is True
    best = missing(real_year, "คต.", "ผ่านดีเยี่ยม")
    assert pd.isna(best["reached"]) and best["tools_unknown"] == "IIT, EIT, OIT" and best["tools_below"] == ""
    office = missing(real_year, "สป.", "ผ่านดีเยี่ยม")
    assert (office["missing"], office["tools_below"], office["reached"]) == (2.2, "IIT, EIT", False)


def test_a_row_for_every_unit_and_goal_in_source_order(real_year: YearData) -> None:
    table = summaries.points_missing(real_year)
    assert list(table["unit"].unique()) == list(real_year.unit_scores["unit"])
    assert list(table["goal"].head(4)) == ["ผ่าน", "ผ่านดี", "95 คะแนน", "ผ่านดีเยี่ยม"]
    assert list(table["mark"].head(4)) == [85, 85, 95, 95]
    assert len(table) == 4 * 12


def test_the_office_and_the_mark_of_95(real_year: YearData) -> None:
    # 2.20 short: 2.20 ÷ 0.3 = 7.333…, 2.20 ÷ 0.4 = 5.5. IIT 92.89 and OIT 95 would pass 100, EIT 89.775 would not.
    assert change(real_year, "สป.", "EIT", 95) == (7.34, "enough")
    assert change(real_year, "สป.", "IIT", 95) == (7.34, "over_100")
    assert change(real_year, "สป.", "OIT", 95) == (5.5, "over_100")
    # A part of two counts half: 14.666…, and 86.67 has no room for it.
    assert change(real_year, "สป.", "EIT2", 95) == (14.67, "over_100")
    # For the level that asks 95 of every tool one tool alone is not enough: IIT and EIT both lie under it.
    best, outcome = change(real_year, "สป.", "EIT", 95, every_tool=95)
    assert np.isnan(best) and outcome == "other_tool"


def test_the_floor_of_a_level_can_ask_more_than_its_total(make_up: MakeUp) -> None:
    # 0.3 × 84 + 0.3 × 90 + 0.4 × 95 = 90.2: passed, but IIT lies a point under the floor of the next level.
    year = make_up({"ก": {"total": 90.2, "IIT": 84.0, "EIT": 90.0, "OIT": 95.0, 1: 84.0, 2: 99.0}})
    assert change(year, "ก", "IIT", 85) == (0, "reached")
    assert change(year, "ก", "IIT", 85, every_tool=85) == (1, "enough")
    assert change(year, "ก", "1", 85, every_tool=85) == (5, "enough")
    assert change(year, "ก", "2", 85, every_tool=85) == (5, "over_100")
    assert change(year, "ก", "OIT", 85, every_tool=85)[1] == "other_tool"
    assert missing(year, "ก", "ผ่านดี")["tools_below"] == "IIT"
    assert missing(year, "ก", "ผ่านดี")["reached"] is False


def test_what_is_known_of_the_floors_is_used(make_up: MakeUp) -> None:
    year = make_up({"ก": {"total": 84.0, "IIT": 80.0}, "ข": {"total": 84.0, "OIT": 90.0}})
    # To pass, the room of OIT is unknown; for the level above, IIT under its floor already decides.
    assert change(year, "ก", "OIT", 85) == (2.5, "unknown")
    assert change(year, "ก", "OIT", 85, every_tool=85)[1] == "other_tool"
    assert change(year, "ก", "IIT", 85) == (3.34, "enough")
    assert change(year, "ก", "IIT", 85, every_tool=85) == (5, "unknown")
    assert change(year, "ข", "OIT", 85) == (2.5, "enough")
    assert change(year, "ข", "OIT", 85, every_tool=85) == (2.5, "unknown")


def test_exactly_to_100_is_possible_and_a_hair_more_is_not(make_up: MakeUp) -> None:
    year = make_up({"ก": {"total": 83.0, "OIT": 95.0}, "ข": {"total": 82.9996, "OIT": 95.0}})
    assert change(year, "ก", "OIT", 85) == (5, "enough")
    assert change(year, "ข", "OIT", 85) == (5.01, "over_100")


def test_more_than_100_is_impossible_even_where_the_score_is_unknown(make_up: MakeUp) -> None:
    year = make_up({"ก": {"total": 30.0}})
    assert change(year, "ก", "OIT", 85) == (137.5, "over_100")


def test_a_unit_without_a_total_is_unknown_and_a_zero_is_not(make_up: MakeUp) -> None:
    year = make_up({"ก": {"total": None}, "ข": {"total": 0.0, "IIT": 0.0, "EIT": 0.0, "OIT": 0.0}})
    nothing, outcome = change(year, "ก", "OIT", 85)
    assert np.isnan(nothing) and outcome == "unknown"
    assert np.isnan(missing(year, "ก", "ผ่าน")["missing"]) and pd.isna(missing(year, "ก", "ผ่าน")["reached"])
    assert missing(year, "ข", "ผ่าน")["missing"] == 85
    assert missing(year, "ข", "ผ่านดี")["tools_below"] == "IIT, EIT, OIT"
    assert change(year, "ข", "OIT", 85) == (212.5, "over_100")


def test_years_to_2565_have_no_floors(make_up: MakeUp) -> None:
    year = make_up({"ก": {"total": 94.0, "IIT": 70.0, "EIT1": 50.0}}, fiscal_year=2565)
    table = summaries.points_missing(year)
    assert list(table["goal"]) == ["A", "AA"] and table["every_tool"].isna().all()
    assert change(year, "ก", "OIT", 95) == (2.5, "unknown")
    # A part is no measure of a year whose EIT has none.
    assert "part" not in set(summaries.smallest_changes(year)["kind"])


def test_changes_are_enough_and_a_hundredth_less_is_not(make_up: MakeUp) -> None:
    """Checked in exact fractions on many made-up units, for every lever and goal."""
    random = np.random.default_rng(85)
    units: dict[str, Scores] = {}
    for number in range(60):
        scores: Scores = {i: round(float(random.uniform(55, 100)), 2) for i in range(1, 11)}
        tools = {
            tool: round(sum(scores[i] or 0 for i in numbers) / len(numbers), 9)
            for tool, numbers in {"IIT": range(1, 6), "EIT": range(6, 9), "OIT": range(9, 11)}.items()
        }
        units[f"made_up_{number}"] = {**scores, **tools, "total": criteria(2568).total(tools)}
    year = make_up(units)
    weights = {"IIT": Fraction(3, 10), "EIT": Fraction(3, 10), "OIT": Fraction(4, 10)}
    counts = {"IIT": 5, "EIT": 3, "OIT": 2}
    seen = set()

    def reaches(row: dict[str, Any], add: Fraction) -> bool:
        known, tool = units[row["unit"]], row["tool"]
        move = add / (1 if row["kind"] == "tool" else counts[tool])
        tools = {name: Fraction(str(known[name])) + (move if name == tool else 0) for name in weights}
        total = Fraction(str(known["total"])) + weights[tool] * move
        floors = np.isnan(row["every_tool"]) or min(tools.values()) >= row["every_tool"]
        return total >= row["mark"] and bool(floors)

    cent, dust = Fraction(1, 100), Fraction(1, 10**8)
    for row in summaries.smallest_changes(year).to_dict("records"):
        seen.add(row["outcome"])
        room = Fraction(100) - Fraction(str(row["score"]))
        if row["outcome"] == "enough":
            add = Fraction(str(round(row["change"], 2)))
            assert reaches(row, add + dust), row
            assert not reaches(row, add - cent - dust), row
        elif row["outcome"] == "reached":
            assert row["change"] == 0 and reaches(row, dust), row
        else:
            assert not reaches(row, room - dust), row
    assert seen == {"reached", "enough", "over_100", "other_tool"}


def test_rounding_up_is_free_of_binary_dust() -> None:
    assert rounded_up(np.array([0.1 + 0.2, (85 - 84.6) / 0.4, 1.3333, 0.0001, 0.0])).tolist() == [0.3, 1, 1.34, 0.01, 0]


def test_indicators_that_cost_most_of_the_office(real_year: YearData) -> None:
    table = summaries.costliest_indicators(real_year, "สป.")
    # 7.29 × 0.3 ÷ 3, 10.90 × 0.3 ÷ 5, 5.75, 5.56 and 1.61 × 0.06
    assert list(zip(table["indicator"], table["lost"], strict=True)) == [
        (6, 0.729), (4, 0.654), (2, 0.345), (1, 0.3336), (3, 0.0966),
    ]  # fmt: skip
    assert list(table["rank"]) == [1, 2, 3, 4, 5]
    assert table["name_th"].iloc[0] == "คุณภาพการดำเนินงาน"
    everyone = summaries.costliest_indicators(real_year)
    assert list(everyone["unit"].unique()) == ["พณ.", "สป."] and len(everyone) == 10


def test_equal_losses_share_a_rank_and_a_missing_score_costs_nothing(make_up: MakeUp) -> None:
    table = summaries.costliest_indicators(make_up({"ก": {1: 90.0, 2: 90.0, 3: None, 9: 0.0}}))
    assert list(zip(table["indicator"], table["lost"], table["rank"], strict=True)) == [
        (9, 20, 1), (1, 0.6, 2), (2, 0.6, 2),
    ]  # fmt: skip


def test_losses_of_ten_indicators_add_up_to_what_the_total_lacks(make_up: MakeUp) -> None:
    scores = dict(zip(range(1, 11), (91.5, 80.0, 77.7, 95.2, 60.0, 88.8, 90.1, 70.0, 100.0, 40.0), strict=True))
    lost = summaries.costliest_indicators(make_up({"ก": dict(scores)}))["lost"].sum()
    total = 0.3 * sum(list(scores.values())[:5]) / 5 + 0.3 * sum(list(scores.values())[5:8]) / 3 + 0.4 * 70
    assert lost == pytest.approx(100 - total)


def test_shares_of_the_levers_add_up() -> None:
    for fiscal_year in (2562, 2568):
        method = criteria(fiscal_year)
        for kind in {lever.kind for lever in levers(method)} - {"part"}:
            weights = [lever.weight for lever in levers(method) if lever.kind == kind]
            assert sum(weights) == pytest.approx(1)
    assert [lever.measure for lever in levers(criteria(2562)) if lever.kind == "part"] == []
    assert [lever.weight for lever in levers(criteria(2568)) if lever.kind == "part"] == [0.15, 0.15]


@pytest.mark.parametrize("make", [summaries.points_missing, summaries.smallest_changes, summaries.costliest_indicators])
def test_a_year_without_scores_gives_no_rows(make_up: MakeUp, make: Callable[[YearData], pd.DataFrame]) -> None:
    assert make(make_up({})).empty
    assert "unit" in make(make_up({}))


def test_thousands_of_units_take_no_time(make_up: MakeUp) -> None:
    from time import perf_counter

    year = make_up({f"made_up_{number}": {"total": 60 + number % 40, "OIT": 80.0} for number in range(8_000)})
    start = perf_counter()
    assert len(summaries.smallest_changes(year)) == 8_000 * 4 * 13
    assert len(summaries.points_missing(year)) == 8_000 * 4
    assert perf_counter() - start < 5
