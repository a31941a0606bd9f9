"""Reported against computed: what differs, by how much, and in which cells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from itaanalysis.tables import columns
from itaanalysis.year import YearData


def by_check(year: YearData) -> dict[str, dict[str, Any]]:
    table = year.checks().astype(object)
    return {row["check"]: {k: None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")}


@pytest.fixture(scope="module")
def of_2568(real_year: YearData) -> dict[str, dict[str, Any]]:
    return by_check(real_year)


def test_columns(real_year: YearData) -> None:
    assert list(real_year.checks().columns) == columns("checks")


def test_the_items_are_one_thousand_baht_short_of_the_stated_total(of_2568: dict[str, dict[str, Any]]) -> None:
    row = of_2568["expenses_total"]
    assert (row["verdict"], row["left"], row["right"], row["difference"]) == (
        "differs", "1288999.22", "1289999.22", -1000.0,
    )  # fmt: skip
    assert row["source"] == "expenses.xlsx!เบิกจ่าย!A5:A23; expenses.xlsx!เบิกจ่าย!A24"
    for message in (row["message_th"], row["message_en"]):
        assert all(text in message for text in ("1,288,999.22", "1,289,999.22", "1,000.00", "A5:A23", "A24"))


def test_the_heads_are_34_more_than_stated(of_2568: dict[str, dict[str, Any]]) -> None:
    row = of_2568["participants_total"]
    assert (row["verdict"], row["left"], row["right"], row["difference"]) == ("differs", "1871", "1837", 34.0)
    # the rows of the events, without the headings of the six groups between them
    events = "activities.xlsx!ผลการดำเนินงาน!A7:A11, A13:A17, A19:A32, A34:A35, A37, A39"
    assert row["source"] == f"{events}; activities.xlsx!ผลการดำเนินงาน!A40"
    assert all(text in row["message_en"] for text in ("1,871", "1,837", "34 apart"))


def test_verdicts_of_fy2568(of_2568: dict[str, dict[str, Any]]) -> None:
    by_verdict: dict[str, set[str]] = {}
    for check, row in of_2568.items():
        by_verdict.setdefault(row["verdict"], set()).add(check)
    assert by_verdict["differs"] == {
        "expenses_total",
        "participants_total",
        "kpi:participants",
        "kpi:budget_utilisation",
    }
    assert by_verdict["unchecked"] == {"kpi:no_complaint_rate", "status:no_complaint_rate", "kpi:awareness_rate"}
    assert {
        "ita_total:สป.", "unit_list:สป.", "ethics_index:พณ.", "ethics_index:สป.", "kpi:pass_rate", "status:pass_rate",
        "status:participants", "pass_list", "fail_list", "level:สป.",
    } <= by_verdict["agrees"]  # fmt: skip


def test_utilisation_is_told_in_points_apart(of_2568: dict[str, dict[str, Any]]) -> None:
    row = of_2568["kpi:budget_utilisation"]
    assert (row["left"], row["right"], row["difference"]) == ("99.92", "99.99", pytest.approx(-0.07))


def test_the_office_total_from_its_tools(of_2568: dict[str, dict[str, Any]]) -> None:
    row = of_2568["ita_total:สป."]
    assert (row["left"], row["right"]) == ("92.80", "92.80")
    assert row["source"] == "ita_scores.xlsx!สป. รายเครื่องมือ!A3:A6; ita_scores.xlsx!สป. รายเครื่องมือ!A7"


def test_lists_of_passing_and_failing_units(of_2568: dict[str, dict[str, Any]]) -> None:
    assert of_2568["fail_list"]["left"] == of_2568["fail_list"]["right"] == "สศท."
    assert of_2568["pass_list"]["left"].count(",") == 10


def test_every_source_names_cells_of_the_raw_files(real_year: YearData) -> None:
    cells = r"[A-Z]+\d+(:[A-Z]+\d+)?"
    cell = rf"[^!;]+\.xlsx![^!;]+!{cells}(, {cells})*"
    for source in real_year.checks()["source"]:
        assert re.fullmatch(rf"{cell}(; {cell})*", source), source


def test_both_directions_are_told(real_year: YearData) -> None:
    """A total stated too low differs just as one stated too high."""
    totals = real_year.totals.copy()
    totals.loc[totals["column"] == "amount_baht", "reported"] = 1_288_999.21
    row = by_check(replace(real_year, totals=totals))["expenses_total"]
    assert (row["verdict"], row["difference"]) == ("differs", pytest.approx(0.01))


def test_the_right_total_agrees(real_year: YearData) -> None:
    totals = real_year.totals.copy()
    totals.loc[totals["column"] == "amount_baht", "reported"] = 1_288_999.22
    totals.loc[totals["column"] == "participants", "reported"] = 1871.0
    checks = by_check(replace(real_year, totals=totals))
    assert checks["expenses_total"]["verdict"] == checks["participants_total"]["verdict"] == "agrees"


def test_a_unit_in_the_wrong_list_is_named(real_year: YearData) -> None:
    levels = real_year.reported_levels.copy()
    levels.loc[levels["unit"] == "สศท.", "passed"] = True
    checks = by_check(replace(real_year, reported_levels=levels))
    assert checks["pass_list"]["verdict"] == checks["fail_list"]["verdict"] == "differs"
    assert "สศท." in checks["pass_list"]["message_th"].split("ต่างกันที่")[1]


def test_a_level_typed_wrong_differs(real_year: YearData) -> None:
    levels = real_year.reported_levels.copy()
    levels.loc[levels["level"].notna(), "level"] = "ผ่านดีเยี่ยม"
    row = by_check(replace(real_year, reported_levels=levels))["level:สป."]
    assert (row["verdict"], row["left"], row["right"]) == ("differs", "ผ่านดี", "ผ่านดีเยี่ยม")


def test_a_level_that_cannot_be_known_is_unchecked(real_year: YearData) -> None:
    levels = real_year.reported_levels.copy()
    levels.loc[levels["unit"] == "คต.", "level"] = "ผ่านดี"
    row = by_check(replace(real_year, reported_levels=levels))["level:คต."]
    assert (row["verdict"], row["left"], row["right"]) == ("unchecked", "unknown", "ผ่านดี")


def test_a_status_typed_wrong_differs(real_year: YearData) -> None:
    targets = real_year.targets.copy()
    targets.loc[targets["kpi"] == "pass_rate", "reported_status"] = "above"
    row = by_check(replace(real_year, targets=targets))["status:pass_rate"]
    assert (row["verdict"], row["left"], row["right"]) == ("differs", "below", "above")


def test_where_no_total_is_stated_the_sum_stands_unchecked(real_year: YearData) -> None:
    row = by_check(replace(real_year, totals=real_year.totals.iloc[:0]))["expenses_total"]
    assert (row["verdict"], row["left"], row["right"]) == ("unchecked", "1288999.22", None)


def test_a_total_nobody_typed_is_not_reported(made_up: Any) -> None:
    """A unit's total worked out from its tools is not held against itself."""
    made_up.add(
        "made_up_scores.xlsx",
        "คะแนน",
        [["หน่วยงาน", "IIT", "EIT ส่วนที่ ๑", "EIT ส่วนที่ ๒", "OIT"], ["สป.", 92.89, 92.88, 86.67, 95]],
    )
    row = by_check(made_up.year())["ita_total:สป."]
    assert (row["verdict"], row["left"], row["right"]) == ("unchecked", "92.80", None)


def test_a_blank_in_the_list_of_units_does_not_contradict_the_own_sheet(made_up: Any) -> None:
    made_up.add("made_up_scores.xlsx", "รายชื่อ", [["ที่", "หน่วยงาน", "คะแนน"], [1, "สป.", None], [2, "คต.", 90]])
    made_up.add(
        "made_up_scores.xlsx",
        "รายเครื่องมือ",
        [["ผลของ สป."], ["เครื่องมือ", "คะแนน"], ["IIT", 92.89], ["EIT1", 92.88], ["EIT2", 86.67], ["OIT", 95],
         ["คะแนนรวม", 92.80]],
    )  # fmt: skip
    checks = by_check(made_up.year())
    assert {row["verdict"] for check, row in checks.items() if check.endswith("สป.")} == {"agrees"}


def test_own_sheet_and_list_of_units_that_disagree(project: Any) -> None:
    project.edit("ita_scores.xlsx", "คะแนนรายหน่วยงาน", {"C13": "๙๒.๓๐"})
    checks = by_check(project.year())
    assert checks["ita_total:สป."]["verdict"] == "agrees"
    assert (checks["unit_list:สป."]["left"], checks["unit_list:สป."]["right"]) == ("92.30", "92.80")
    assert checks["unit_list:สป."]["verdict"] == "differs"


def test_group_totals_are_checked_one_by_one(made_up: Any) -> None:
    made_up.add(
        "made_up_activities.xlsx",
        "กิจกรรม",
        [
            ["ที่", "กิจกรรม", "วันที่", "ผู้เข้าร่วม (คน)"],
            ["กิจกรรมย่อยที่ ๑ เครือข่าย"],
            ["๑.๑", "ก", "๓ กันยายน ๒๕๖๘", 10],
            ["๑.๒", "ข", "๔ กันยายน ๒๕๖๘", 20],
            ["รวมกิจกรรมย่อยที่ ๑", None, None, 30],
            ["กิจกรรมย่อยที่ ๒ ความรู้"],
            ["๒.๑", "ค", "๕ กันยายน ๒๕๖๘", 5],
            ["รวมกิจกรรมย่อยที่ ๒", None, None, 6],
            ["รวมทั้งสิ้น", None, None, 36],
        ],
    )
    checks = by_check(made_up.year())
    assert {
        name: (row["verdict"], row["left"], row["right"])
        for name, row in checks.items()
        if name.startswith("participants_total")
    } == {
        "participants_total": ("differs", "35", "36"),
        "participants_total:1": ("agrees", "30", "30"),
        "participants_total:2": ("differs", "5", "6"),
    }


def test_an_empty_year_has_no_checks(made_up: Any) -> None:
    table = made_up.year().checks()
    assert len(table) == 0
    assert list(table.columns) == columns("checks")
