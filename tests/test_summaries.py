"""Summaries of a made-up year worked out by hand, and of FY2568 against the source report."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from itaanalysis import kpis, summaries, tables
from itaanalysis.criteria import criteria
from itaanalysis.summaries import changes
from itaanalysis.thai import baht
from itaanalysis.year import YearData

DAY = pd.Timestamp


def made_up(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return tables.frame(name, [{"fiscal_year": 2568, "source": "made_up.xlsx!S!A1", **row} for row in rows])


@pytest.fixture
def made_up_year() -> SimpleNamespace:
    """Four events in groups 2, 1 and 10; one expense of a code that no event has, one of no code at all."""
    return SimpleNamespace(
        fiscal_year=2568,
        workspace=SimpleNamespace(years=lambda: [2568, 2569]),
        other_years=lambda table: tables.frame(table, []),
        ops_unit="สป.",
        ministry_unit="พณ.",
        criteria=criteria(2568),
        units=pd.DataFrame({"unit": ["ก", "ข", "ค", "สป."], "kind": ["กรม", "กรม", "กรม", "office"]}),
        national=pd.DataFrame({"fiscal_year": [2568], "mean_score": [80.0], "pass_rate": [75.0]}),
        kpis=lambda: tables.frame("kpis", [{"fiscal_year": 2568, "kpi": "pass_rate", "value": 66.67}]),
        activities=made_up(
            "activities",
            [
                {"code": "2.1", "group": "2", "group_name": "สอง", "name": "ก", "start_date": DAY("2024-10-01"),
                 "end_date": DAY("2024-11-02"), "participants": 10, "province": "ตาก"},
                {"code": "1", "group": "1", "group_name": "หนึ่ง", "name": "ข", "start_date": DAY("2025-09-30"),
                 "end_date": DAY("2025-09-30"), "participants": 0, "online_provinces": 76},
                {"code": "10", "group": "10", "group_name": "สิบ", "name": "ค"},
                {"code": "2.2", "group": "2", "group_name": "สอง", "name": "ง", "start_date": DAY("2025-10-01"),
                 "end_date": DAY("2025-10-01"), "participants": 5, "province": "ตาก"},
            ],
        ),
        expenses=made_up(
            "expenses",
            [
                {"code": "2.1", "item": "อาหาร", "amount_baht": 0.10},
                {"code": "2.1", "item": "ห้อง", "amount_baht": 0.20},
                {"code": "1", "item": "ของ", "amount_baht": 7.00},
                {"code": "10", "item": "ยังไม่เบิก"},
                {"code": "2.9(1)", "item": "นอกแผน", "amount_baht": 2.70},
                {"item": "ไม่มีรหัส", "amount_baht": 1.00},
            ],
        ),
        unit_scores=made_up(
            "unit_scores",
            [
                {"unit": "ก", "name_th": "กอ", "score": 85.0, "passed": True},
                {"unit": "ข", "name_th": "ขอ"},
                {"unit": "ค", "name_th": "คอ", "score": 84.999999, "passed": False},
                {"unit": "สป.", "name_th": "สำนัก", "score": 97.5, "iit": 2.5, "eit": 3.5, "passed": True},
            ],
        ),
        tool_scores=made_up(
            "tool_scores",
            [
                {"unit": "สป.", "tool": "OIT", "score": 95.0},
                {"unit": "สป.", "tool": "EIT", "score": 81.0},
                {"unit": "สป.", "tool": "EIT1", "score": 90.0},
                {"unit": "สป.", "tool": "EIT2", "score": 80.5},
                {"unit": "ก", "tool": "IIT", "score": 2.0},
            ],
        ),
        indicator_scores=made_up(
            "indicator_scores",
            [
                {"unit": "สป.", "indicator": 6, "score": 80.0},
                {"unit": "สป.", "indicator": 1, "score": 80.0},
                {"unit": "สป.", "indicator": 5, "score": 90.0},
                {"unit": "พณ.", "indicator": 1, "score": 70.0},
            ],
        ),
    )  # fmt: skip


@pytest.fixture
def made_up_empty_year(made_up_year: SimpleNamespace) -> SimpleNamespace:
    made_up_tables = {name: table for name, table in vars(made_up_year).items() if isinstance(table, pd.DataFrame)}
    return SimpleNamespace(**{**vars(made_up_year), **{name: table.iloc[:0] for name, table in made_up_tables.items()}})


def column(table: pd.DataFrame, name: str) -> list[Any]:
    """Values of a column, None where missing."""
    return [None if pd.isna(value) else value for value in table[name]]


OTHERS = (
    "mean_score",
    "group_order",
    "earlier_years",
    "year_before",
    "kpis_by_year",
    "kpis_over_years",
    "indicator_matrix",
)
EVERY = [getattr(summaries, name) for name in summaries.__all__ if name not in OTHERS]


@pytest.mark.parametrize("summary", EVERY)
def test_an_empty_year_gives_no_rows(
    summary: Any, made_up_empty_year: SimpleNamespace, made_up_year: SimpleNamespace
) -> None:
    nothing, something = summary(made_up_empty_year), summary(made_up_year)
    if summary is summaries.events_by_month:
        assert column(nothing, "events") == [0] * 12
    else:
        assert nothing.empty
    assert set(nothing.columns) == set(something.columns) - {"พณ.", "สป."}


@pytest.mark.parametrize("summary", EVERY)
def test_the_year_is_left_as_it_was(summary: Any, made_up_year: SimpleNamespace) -> None:
    before = {name: table.copy() for name, table in vars(made_up_year).items() if isinstance(table, pd.DataFrame)}
    summary(made_up_year)
    assert all(getattr(made_up_year, name).equals(table) for name, table in before.items())


def test_events_keep_every_activity_and_every_expense(made_up_year: SimpleNamespace) -> None:
    events = summaries.events(made_up_year)
    assert column(events, "code") == ["2.1", "1", "10", "2.2", "2.9(1)", None]
    assert column(events, "amount_baht") == [0.30, 7.0, None, None, 2.7, 1.0]
    assert column(events, "listed") == [True, True, True, True, False, False]
    assert column(events, "name")[4:] == ["นอกแผน", "ไม่มีรหัส"]
    assert column(events, "group")[4:] == ["2", None]
    assert column(events, "group_name")[4:] == ["สอง", None]


def test_cost_per_participant_needs_both_and_someone_there(made_up_year: SimpleNamespace) -> None:
    # 0.30 baht / 10; then nobody came, nothing is known, no amount, no event, no code.
    assert column(summaries.events(made_up_year), "cost_per_participant_baht") == [0.03, None, None, None, None, None]


def test_spending_by_group_in_the_order_of_numbers(made_up_year: SimpleNamespace) -> None:
    groups = summaries.spending_by_group(made_up_year)
    assert column(groups, "group") == ["1", "2", "10", None]
    assert column(groups, "amount_baht") == [7.0, 3.0, None, 1.0]
    assert column(groups, "events") == [1, 2, 1, 0]
    assert column(groups, "share") == [63.64, 27.27, None, 9.09]  # of 11.00 baht


def test_no_spending_is_lost(made_up_year: SimpleNamespace) -> None:
    stated = baht.total(made_up_year.expenses["amount_baht"])
    assert baht.total(summaries.events(made_up_year)["amount_baht"]) == stated
    assert baht.total(summaries.spending_by_group(made_up_year)["amount_baht"]) == stated
    assert baht.total(summaries.cumulative_spending(made_up_year)["amount_baht"]) == stated


def test_participants_by_group(made_up_year: SimpleNamespace) -> None:
    groups = summaries.participants_by_group(made_up_year)
    assert column(groups, "group") == ["1", "2", "10"]
    assert column(groups, "participants") == [0, 15, None]
    assert column(groups, "not_stated") == [0, 0, 1]


def test_cumulative_spending_keeps_the_undated_apart(made_up_year: SimpleNamespace) -> None:
    steps = summaries.cumulative_spending(made_up_year)
    assert column(steps, "date") == [DAY("2024-11-02"), DAY("2025-09-30"), None, None]
    assert column(steps, "cumulative_baht") == [0.30, 7.30, None, None]
    assert column(steps, "amount_baht")[2:] == [2.7, 1.0]


def test_money_paid_back_takes_the_sum_down_again(made_up_year: SimpleNamespace) -> None:
    amounts = [{"code": "2.1", "amount_baht": 800.0}, {"code": "1", "amount_baht": -500.0}, {"amount_baht": -20.0},
               {"code": "10", "amount_baht": 0.0}]  # fmt: skip
    year = SimpleNamespace(**{**vars(made_up_year), "expenses": made_up("expenses", amounts)})
    steps = summaries.cumulative_spending(year)
    assert column(steps, "amount_baht") == [800.0, -500.0, -20.0]
    assert column(steps, "cumulative_baht") == [800.0, 300.0, None]
    # 800 - 500 - 20: the line and what stands beside it come to the total.
    assert baht.total(steps["amount_baht"]) == baht.total(year.expenses["amount_baht"]) == 280


def test_satang_add_up_exactly(made_up_year: SimpleNamespace) -> None:
    many = [{"code": "2.1", "amount_baht": 0.10}] * 30
    year = SimpleNamespace(**{**vars(made_up_year), "expenses": made_up("expenses", many)})
    assert column(summaries.cumulative_spending(year), "cumulative_baht") == [3.0]
    assert sum([0.10] * 30) != 3.0, "plain addition would not"


def test_events_by_month_from_october_to_september(made_up_year: SimpleNamespace) -> None:
    months = summaries.events_by_month(made_up_year)
    assert [f"{month:%Y-%m}" for month in months["month"]] == [
        *("2024-10", "2024-11", "2024-12"),
        *(f"2025-{month:02}" for month in range(1, 10)),
    ]
    assert column(months, "events") == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert column(months, "participants") == [10, *[None] * 10, 0]
    assert column(summaries.events_outside_months(made_up_year), "code") == ["10", "2.2"]


def test_reach_by_province_leaves_the_unnamed_for_last(made_up_year: SimpleNamespace) -> None:
    reach = summaries.reach_by_province(made_up_year)
    assert column(reach, "province") == ["ตาก", None]
    assert column(reach, "events") == [2, 2]
    assert column(reach, "participants") == [15, 0]
    assert column(summaries.online_reach(made_up_year), "online_provinces") == [76]


def test_the_pass_mark_is_inclusive_and_met_unrounded(made_up_year: SimpleNamespace) -> None:
    units = summaries.distance_to_pass_mark(made_up_year)
    assert column(units, "unit") == ["สป.", "ก", "ค", "ข"]
    assert column(units, "distance") == [12.5, 0.0, -0.000001, None]
    assert column(units, "passed") == [True, True, False, None]


def test_spread_never_rounds_a_share_up_to_the_whole(made_up_year: SimpleNamespace) -> None:
    [row] = summaries.spread(made_up_year).to_dict("records")
    assert (row["units"], row["min"], row["median"], row["max"], row["passed"]) == (3, 84.999999, 85.0, 97.5, 2)
    assert row["pass_rate"] == 66.67
    assert row["mean"] == pytest.approx(267.499999 / 3, abs=1e-9)


def test_mean_score_is_free_of_binary_dust() -> None:
    assert summaries.mean_score(pd.Series([92.88, 86.67, None])) == 89.775
    assert pd.isna(summaries.mean_score(pd.Series([], dtype="float64")))


def test_weakest_indicator_gives_all_that_tie(made_up_year: SimpleNamespace) -> None:
    assert column(summaries.weakest_indicator(made_up_year), "indicator") == [6, 1]
    assert column(summaries.weakest_indicator(made_up_year, "พณ."), "name_th") == ["การปฏิบัติหน้าที่"]
    assert summaries.weakest_indicator(made_up_year, "ก").empty


def test_ethics_dimensions_leave_out_other_indicators(made_up_year: SimpleNamespace) -> None:
    table = summaries.ethics_dimensions(made_up_year)
    assert column(table, "indicator") == [1, 6]
    assert column(table, "สป.") == [80.0, 80.0]
    assert column(table, "พณ.") == [70.0, None]


def test_tool_losses_take_the_scores_that_make_the_total(made_up_year: SimpleNamespace) -> None:
    table = summaries.tool_losses(made_up_year)
    assert column(table, "tool") == ["IIT", "EIT", "OIT"]
    # The EIT typed is what the total is made of, whatever its parts come to: 0.3 * 19 = 5.7. OIT: 0.4 * 5 = 2.
    # IIT has no row of its own and is taken from the list of units: 0.3 * 97.5 = 29.25.
    assert column(table, "score") == [2.5, 81.0, 95.0]
    assert column(table, "lost") == [29.25, 5.7, 2.0]
    assert column(table, "points") == [0.75, 24.3, 38.0]
    assert column(summaries.tool_parts(made_up_year), "lost") == [1.5, 2.925]  # 0.15 * 10, 0.15 * 19.5
    assert summaries.tool_losses(made_up_year, "ค").empty


def test_points_of_the_tools_add_up_to_the_total(made_up_year: SimpleNamespace) -> None:
    # A typed EIT that is not the mean of its parts, 85.25: 0.3 * 90 + 0.3 * 81 + 0.4 * 95 = 89.30, and not 90.575.
    tools = made_up_year.tool_scores.set_index("tool")["score"]
    iit = made_up("tool_scores", [{"unit": "สป.", "tool": "IIT", "score": 90.0}])
    year = SimpleNamespace(**{**vars(made_up_year), "tool_scores": pd.concat([made_up_year.tool_scores, iit])})
    assert tools["EIT1"] + tools["EIT2"] == 2 * 85.25
    assert round(summaries.tool_losses(year)["points"].sum(), 9) == 89.3 == kpis.ita_total(year, "สป.")[1]


@pytest.mark.parametrize(
    ("later", "earlier", "said"),
    [(92.805, 92.8, 0.01), (88.25, 88.125, 0.12), (85.125, 85.0, 0.13), (92.8, 92.8, 0.0), (1.115, 0.0, 1.12),
     (None, 3.0, None)],
)  # fmt: skip
def test_a_change_is_that_of_the_figures_as_shown(later: float | None, earlier: float, said: float | None) -> None:
    # 88.25 stands beside 88.13. In binary, 92.805 - 92.8 is a little below 0.005, and 1.115 a little below itself.
    change = changes.change(later, earlier)
    assert (None if pd.isna(change) else change) == said


def test_groups_sort_by_number_then_name_then_none() -> None:
    assert sorted(["10", "x", None, "2", "1"], key=summaries.group_order) == ["1", "2", "10", "x", None]


def test_fy2568_money(real_year: YearData) -> None:
    groups = summaries.spending_by_group(real_year).set_index("group")["amount_baht"]
    assert groups.to_dict() == {"1": 73060.0, "2": 1088578.22, "3": 52550.0, "4": 60100.0, "5": 1225.0, "6": 13486.0}
    steps = summaries.cumulative_spending(real_year)
    assert steps["cumulative_baht"].max() == 1275513.22
    assert steps[steps["date"].isna()]["amount_baht"].tolist() == [13486.0]


def test_fy2568_people(real_year: YearData) -> None:
    groups = summaries.participants_by_group(real_year)
    assert column(groups, "participants") == [173, 432, 1159, 72, 35, None]
    assert column(groups, "events") == [5, 5, 14, 2, 1, 1]
    assert column(summaries.events_by_month(real_year), "events") == [1, 1, 4, 2, 2, 3, 1, 2, 1, 4, 3, 3]
    assert column(summaries.online_reach(real_year), "online_provinces") == [76, 76]


def test_fy2568_scores(real_year: YearData) -> None:
    [row] = summaries.spread(real_year).to_dict("records")
    assert (row["units"], row["passed"], row["pass_rate"]) == (12, 11, 91.67)
    assert (row["min"], row["median"], row["max"], row["mean"]) == (84.60, 95.41, 97.43, 94.145)
    weakest = summaries.weakest_indicator(real_year)
    assert (column(weakest, "indicator"), column(weakest, "score")) == ([4], [89.10])
    losses = summaries.tool_losses(real_year)
    assert column(losses, "lost") == [2.133, 3.0675, 2.0]
    assert losses["points"].sum() == pytest.approx(92.7995)
    assert column(summaries.distance_to_pass_mark(real_year), "distance")[-1] == -0.4
