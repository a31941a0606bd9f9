"""A total, tool or level that is reported and the one that is computed, side by side with their cells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from itaanalysis.tables import frame
from itaanalysis.year import YearData

# Ten indicators: IIT (90 + 80 + 85 + 75 + 70) / 5 = 80, EIT (90 + 60 + 75) / 3 = 75, OIT (100 + 50) / 2 = 75.
MADE_UP_TEN = [90, 80, 85, 75, 70, 90, 60, 75, 100, 50]
TOTAL = 76.5  # 0.3 × 80 + 0.3 × 75 + 0.4 × 75
NUMBERS = [f"i{number}" for number in range(1, 11)]


def check(year: Any, name: str) -> dict[str, Any]:
    table = year.checks().astype(object)
    (row,) = table[table["check"] == name].to_dict("records")
    return {str(column): None if pd.isna(value) else value for column, value in row.items()}


def names(year: Any) -> set[str]:
    return set(year.checks()["check"])


def wide(made_up: Any, **columns: Any) -> Any:
    """A year of one sheet with one unit: its ten indicators and whatever else is typed beside them."""
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", *NUMBERS, *columns], ["สป.", *MADE_UP_TEN, *columns.values()]])
    return made_up.year()


def test_what_agrees(made_up: Any) -> None:
    year = wide(made_up, คะแนนรวม=TOTAL, IIT=80, EIT=75, OIT=75)
    row = check(year, "ita_total:สป.")
    assert (row["verdict"], row["left"], row["right"], row["difference"]) == ("agrees", "76.50", "76.50", 0)


@pytest.mark.parametrize(("tool", "typed", "computed"), [("IIT", 81.5, 80), ("EIT", 74, 75), ("OIT", 95, 75)])
def test_a_tool_that_is_not_the_mean_of_its_indicators(made_up: Any, tool: str, typed: float, computed: float) -> None:
    row = check(wide(made_up, **{tool: typed}), f"tool:สป.:{tool}")
    assert (row["verdict"], row["left"], row["right"]) == ("differs", f"{computed:.2f}", f"{typed:.2f}")
    assert row["difference"] == computed - typed
    for message, unit in ((row["message_th"], "สป."), (row["message_en"], "(OPS)")):
        assert all(text in message for text in (tool, unit, f"{computed:.2f}", f"{typed:.2f}", "made_up.xlsx!คะแนน!A2"))


def test_a_total_that_does_not_follow_from_its_tools(made_up: Any) -> None:
    row = check(wide(made_up, คะแนนรวม=78.0), "ita_total:สป.")
    assert (row["verdict"], row["left"], row["right"], row["difference"]) == ("differs", "76.50", "78.00", -1.5)


def test_eit_beside_its_parts_in_one_row(made_up: Any) -> None:
    head = ["หน่วยงาน", "IIT", "EIT ส่วนที่ ๑", "EIT ส่วนที่ ๒", "EIT", "OIT"]
    made_up.add("made_up.xlsx", "คะแนน", [head, ["สป.", 80, 70, 80, 77, 90], ["คต.", 80, 70, 80, 75, 90]])
    year = made_up.year()
    row = check(year, "eit:สป.")
    assert (row["verdict"], row["left"], row["right"]) == ("differs", "75.00", "77.00")
    assert check(year, "ita_total:สป.")["left"] == "83.10"  # 24 + 0.3 × 77 + 36: what is typed stands
    assert "eit:คต." not in names(year) or check(year, "eit:คต.")["verdict"] == "agrees"


def test_a_tool_nobody_typed_is_not_held_against_itself(made_up: Any) -> None:
    assert not any(name.startswith(("tool:", "eit:")) for name in names(wide(made_up)))


def test_a_tool_beside_an_indicator_that_is_missing_is_not_compared(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", *NUMBERS, "OIT"], ["สป.", *MADE_UP_TEN[:9], None, 10]])
    assert "tool:สป.:OIT" not in names(made_up.year())


def test_published_figures_that_rounding_parts_agree(made_up: Any) -> None:
    # A published row: from its rounded indicators 67.5346, which reads 67.53, where 67.54 is published.
    published = [92.17, 85.44, 88.74, 84.05, 86.51, 84.62, 83.70, 81.88, 51.68, 29.82]
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนนรวม", *NUMBERS], ["สป.", 67.54, *published]])
    row = check(made_up.year(), "ita_total:สป.")
    assert (row["verdict"], row["left"], row["right"]) == ("agrees", "67.53", "67.54")
    assert row["difference"] == pytest.approx(-0.01)
    assert "ปัดเศษ" in row["message_th"] and "rounding" in row["message_en"]


def test_more_than_rounding_can_part_differs(made_up: Any) -> None:
    assert check(wide(made_up, คะแนนรวม=76.51), "ita_total:สป.")["verdict"] == "agrees"
    made_up.edit("made_up.xlsx", "คะแนน", {"L2": 76.52})
    row = check(made_up.year(), "ita_total:สป.")
    assert row["verdict"] == "differs" and "rounding" not in row["message_en"]


def test_a_level_that_cannot_be_known_says_why(made_up: Any) -> None:
    made_up.add(
        "made_up.xlsx",
        "คะแนน",
        [
            ["หน่วยงาน", "คะแนนรวม", "OIT", "ระดับ"],
            ["สป.", 92.8, 95, "ผ่านดี"],
            ["คต.", None, None, "ผ่าน"],
            ["คน.", 80, None, "ผ่าน"],
        ],
    )
    year = made_up.year()
    row = check(year, "level:สป.")
    assert (row["verdict"], row["left"], row["right"]) == ("unchecked", "unknown", "ผ่านดี")
    assert "เพราะไม่มีคะแนน IIT, EIT" in row["message_th"] and "without the score of IIT, EIT" in row["message_en"]
    assert "เพราะไม่มีคะแนนรวม" in check(year, "level:คต.")["message_th"]
    # Below 85 no tool is asked for.
    assert (check(year, "level:คน.")["verdict"], check(year, "level:คน.")["left"]) == ("differs", "ต้องปรับปรุง")


def test_a_tool_of_zero_is_compared(made_up: Any) -> None:
    row = check(wide(made_up, OIT=0), "tool:สป.:OIT")
    assert (row["verdict"], row["left"], row["right"]) == ("differs", "75.00", "0.00")


def test_a_whole_country_is_checked_at_once(real_year: YearData) -> None:
    units = [f"made_up_{number}" for number in range(4_000)]
    tools = {"IIT": 90.0, "EIT": 80.0, "OIT": 85.0}  # 0.3 × 90 + 0.3 × 80 + 0.4 × 85 = 85
    listed = [{"fiscal_year": 2568, "unit": unit, "score": 85.0, "source": "made_up.xlsx!a!A1"} for unit in units]
    by_tool = [
        {"fiscal_year": 2568, "unit": unit, "tool": tool, "score": score, "source": "made_up.xlsx!b!A1"}
        for unit in units
        for tool, score in tools.items()
    ]
    levels = [{"fiscal_year": 2568, "unit": unit, "level": "ผ่าน", "source": "made_up.xlsx!a!A1"} for unit in units]
    made = {"unit_scores": listed, "tool_scores": by_tool, "indicator_scores": [], "reported_levels": levels}
    year = replace(real_year, **{name: frame(name, rows) for name, rows in made.items()})
    checks = year.checks()
    assert (checks["check"].str.startswith("ita_total:") & (checks["verdict"] == "agrees")).sum() == len(units)
