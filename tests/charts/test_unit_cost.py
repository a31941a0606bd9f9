"""What a participant cost: the figures, the mean, and the events that are no bar."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from itaanalysis import charts
from itaanalysis.year import YearData

Maker = Callable[..., Any]

# Baht by head-count, from the two sheets.
FY2568 = {
    "2.1(4)": 342630.00 / 67, "2.1(3)": 244549.20 / 55, "2.1(1)": 342150.02 / 84, "2.1(2)": 150319.00 / 54,
    "3.2(2)": 43500 / 29, "4.2": 58700 / 40, "1.2": 73060 / 52, "3.3": 8650 / 155, "2.2": 8930 / 172,
    "4.1": 1400 / 32, "5": 1225 / 35, "3.1(1)": 400 / 40,
}  # fmt: skip
SPENT = 342630.00 + 244549.20 + 342150.02 + 150319 + 43500 + 58700 + 73060 + 8650 + 8930 + 1400 + 1225 + 400
PEOPLE = 67 + 55 + 84 + 54 + 29 + 40 + 52 + 155 + 172 + 32 + 35 + 40


def bars(figure: Any) -> list[float]:
    return [float(patch.get_width()) for patch in figure.axes[0].patches]


def test_fy2568(real_year: YearData, written: Maker) -> None:
    chart = charts.cost_per_participant(real_year, lang="en")
    assert bars(chart.figure) == pytest.approx(sorted(FY2568.values(), reverse=True))
    text = " ".join(written(chart.figure))
    assert f"Mean {SPENT / PEOPLE:,.2f}" in text
    assert chart.title == "A participant cost 1,565.05 baht on average, from 10.00 to 5,113.88 baht in event 2.1(4)"
    assert "spent money but state no head-count: 1 event: 6" in text
    assert "divided by their participants: 12 events" in text
    assert "spent nothing: 6 events: 1.1, 1.3(1), 1.3(2), 1.4, 3.1(2) and 3.2(1)" in text
    assert "have no record of spending: 9 events" in text


def made_up(make_up_year: Maker, make_up_event: Maker, costs: list[tuple[int | None, float | None]]) -> SimpleNamespace:
    """Events of (head-count, baht), 1.1 and on."""
    rows = [make_up_event(f"1.{n}", "1", "ก", None, None, people) for n, (people, _) in enumerate(costs, 1)]
    spent = [
        {"code": f"1.{n}", "item": "ข", "amount_baht": baht} for n, (_, baht) in enumerate(costs, 1) if baht is not None
    ]
    return make_up_year(activities=rows, expenses=spent)


def test_events_that_lack_a_figure_are_no_bar_of_zero(
    make_up_year: Maker, make_up_event: Maker, written: Maker
) -> None:
    costs = [(10, 100.0), (5, 500.0), (None, 70.0), (0, 30.0), (8, 0.0), (9, None), (3, -20.0)]
    chart = charts.cost_per_participant(made_up(make_up_year, make_up_event, costs))
    assert bars(chart.figure) == [100.0, 10.0]
    text = " ".join(written(chart.figure))
    assert "เฉลี่ย ๔๐.๐๐" in text, "600 baht for 15 people"
    assert "ไม่ระบุจำนวนผู้เข้าร่วม ๒ รายการ: ๑.๓ และ ๑.๔" in text
    assert "ไม่มีค่าใช้จ่าย ๑ รายการ: ๑.๕" in text and "ไม่มีข้อมูลค่าใช้จ่าย ๑ รายการ: ๑.๖" in text
    assert "มียอดใช้จ่ายติดลบ ๑ รายการ: ๑.๗" in text


def test_without_any_known_cost_it_says_so(make_up_year: Maker, make_up_event: Maker) -> None:
    chart = charts.cost_per_participant(made_up(make_up_year, make_up_event, [(None, 70.0), (8, 0.0)]))
    assert chart.title.startswith("ยังไม่มีข้อมูลค่าใช้จ่ายต่อผู้เข้าร่วม")


def test_one_event_and_equal_costs_read_as_such(make_up_year: Maker, make_up_event: Maker) -> None:
    one = charts.cost_per_participant(made_up(make_up_year, make_up_event, [(4, 10.0)]), lang="en")
    assert one.title == "Event 1.1 spent 2.50 baht for each participant"
    same = charts.cost_per_participant(made_up(make_up_year, make_up_event, [(4, 10.0), (2, 5.0)]))
    assert same.title == "๒ รายการใช้จ่ายเท่ากัน ๒.๕๐ บาทต่อคน"


def test_of_too_many_events_the_dearest_are_drawn_and_counted(make_up_year: Maker, make_up_event: Maker) -> None:
    costs = [(1, float(baht)) for baht in range(1, 151)]
    chart = charts.cost_per_participant(made_up(make_up_year, make_up_event, costs), lang="en")
    drawn = bars(chart.figure)
    assert drawn == [float(baht) for baht in range(150, 150 - len(drawn), -1)] and 20 < len(drawn) < 60
    assert chart.subtitle.endswith(f"; the {len(drawn)} dearest of 150")
    assert "75.50 baht on average" in chart.title, "of all, not of those drawn"
