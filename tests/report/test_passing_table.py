"""The table and the figures of what it takes to pass, in FY2568 and in made-up years."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from itaanalysis.report.facts import facts
from itaanalysis.report.passing_table import passing_table
from itaanalysis.tables import frame
from itaanalysis.words import Words
from itaanalysis.year import YearData


def made_up(real_year: YearData, scores: list[float | None], fiscal_year: int = 2568) -> YearData:
    """Units with these totals and no tool score, of a year that has no other table filled."""
    rows = [
        {"fiscal_year": fiscal_year, "unit": f"ก{number}.", "name_th": f"กรม {number}", "name_en": f"D{number}",
         "score": score, "passed": None if score is None else score >= 85, "source": f"made_up.xlsx!a!A{number}"}
        for number, score in enumerate(scores)
    ]  # fmt: skip
    empty = {name: frame(name, []) for name in ("tool_scores", "indicator_scores")}
    return replace(real_year, fiscal_year=fiscal_year, unit_scores=frame("unit_scores", rows), **empty)


def table(year: YearData, lang: Any = "th") -> list[dict[str, Any]]:
    made = passing_table(year, Words(lang, pass_mark=85))
    assert list(made.rows.columns) == list(made.columns)
    return [{str(name): value for name, value in row.items()} for row in made.rows.to_dict("records")]


@pytest.fixture(scope="module")
def both(real_year: YearData) -> tuple[Any, Any]:
    """The figures of FY2568 in Thai and in English."""
    return facts(real_year, "th"), facts(real_year, "en")


def test_the_unit_that_failed_and_the_office(real_year: YearData) -> None:
    rows = {row["unit"]: row for row in table(real_year)}
    assert next(iter(rows)) == "สนค." and list(rows)[-1] == "สศท."
    assert list(rows["สศท."].values()) == [
        "สศท.", "๘๔.๖๐", "๐.๔๐", "๑๐.๔๐", "OIT ๑.๐๐ หรือ IIT ๑.๓๔ หรือ EIT ๑.๓๔", "ไม่ทราบ",
    ]  # fmt: skip
    assert list(rows["สป."].values())[2:] == ["ถึงแล้ว", "๒.๒๐", "EIT ๗.๓๔", "IIT, EIT ต่ำกว่า ๙๕"]


def test_in_english(real_year: YearData) -> None:
    (row,) = [row for row in table(real_year, "en") if row["unit"] == "SACIT"]
    assert row["changes"] == "OIT 1.00, IIT 1.34 or EIT 1.34" and row["floors"] == "not known"


def test_years_without_floors_have_no_such_column(real_year: YearData) -> None:
    (row,) = table(made_up(real_year, [84.0], 2565))
    assert "floors" not in row and row["85.0"] == "๑.๐๐"


def test_a_unit_without_a_score_keeps_its_row(real_year: YearData) -> None:
    first, last = table(made_up(real_year, [None, 30.0]))
    assert (first["unit"], first["changes"]) == ("ก1.", "ไม่มีเครื่องมือใดพอ")
    assert last["score"] is None and last["85.0"] is None
    assert table(made_up(real_year, [])) == []


@pytest.mark.parametrize(
    ("name", "thai", "english"),
    [
        ("lowest_changes", "OIT ๑.๐๐ หรือ IIT ๑.๓๔ หรือ EIT ๑.๓๔ คะแนน", "OIT 1.00, IIT 1.34 or EIT 1.34 points"),
        ("next_mark", "๙๕", "95"),
        ("units_at_next_mark", "๗", "7"),
        ("units_below_next_mark", "๕", "5"),
        ("costliest_indicator_number_ops", "๖", "6"),
        ("costliest_indicator_name_ops", "คุณภาพการดำเนินงาน", "quality of operations"),
        ("costliest_indicator_loss_ops", "๐.๗๓", "0.73"),
    ],
)
def test_figures_of_fy2568(both: tuple[Any, Any], name: str, thai: str, english: str) -> None:
    assert (both[0][name].text, both[1][name].text) == (thai, english)


def test_where_all_pass_nothing_is_said_of_the_lowest(real_year: YearData) -> None:
    found = facts(made_up(real_year, [85.0, 95.0, 94.99]))
    assert not found["lowest_changes"].has_value
    assert (found["units_at_next_mark"].value, found["units_below_next_mark"].value) == (1, 2)
    assert not facts(made_up(real_year, []))["units_at_next_mark"].has_value
