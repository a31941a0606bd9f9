"""Made-up sheets on which a plan, a share or a thousand could be taken for what was spent, who came or a baht."""

from __future__ import annotations

from typing import Any

import pytest


def amounts(made_up: Any) -> list[float]:
    return list(made_up.table("expenses")["amount_baht"])


def test_a_plan_under_the_heading_of_spending_was_not_spent(made_up: Any) -> None:
    head = [["รหัส", "รายการ", "ค่าใช้จ่าย (บาท)", None, None], [None, None, "แผน", "ผล", "คงเหลือ"]]
    made_up.add("made_up.xlsx", "1", [*head, ["1.1", "อบรม", 900, 850.5, 49.5]], merge=["A1:A2", "B1:B2", "C1:E1"])
    assert amounts(made_up) == [850.5]
    assert [problem.place.cell for problem in made_up.problems("column-unknown")] == ["C1", "E1"]


def test_money_in_brackets_between_two_headings(made_up: Any) -> None:
    head = [["ลำดับ", "กิจกรรม", "วันที่", "งบประมาณ\n(บาท)", None], [None, None, None, "ที่ได้รับ", "ที่ใช้จริง"]]
    typed = [*head, ["1.1", "อบรม", "2 มิ.ย. 2568", 900, 850.5], ["1.2", "สัมมนา", "3 มิ.ย. 2568", 100, "- บาท"]]
    made_up.add("made_up.xlsx", "1", typed, merge=["A1:A2", "B1:B2", "C1:C2", "D1:E1"])
    assert amounts(made_up) == [850.5, 0]
    (problem,) = made_up.problems("column-unknown")
    assert problem.place.cell == "D1"
    assert "amount_baht" not in problem.message_en


@pytest.mark.parametrize(
    ("title", "heading", "cell"),
    [
        ("ผลการใช้จ่าย", "ผล (พันบาท)", "C2"),
        ("ผลการใช้จ่าย (หน่วย : พันบาท)", "เบิกจ่าย", "A1"),
        ("หน่วย: พันบาท", "ค่าใช้จ่าย", "A1"),
    ],
)
def test_thousands_of_baht_become_baht_and_are_told(made_up: Any, title: str, heading: str, cell: str) -> None:
    body = [["1.1", "อบรม", 95.5], ["1.2", "สัมมนา", "๑,๐๕๐ บาท"], ["รวม", None, 96.55]]
    made_up.add("made_up.xlsx", "1", [[title], ["รหัส", "รายการ", heading], *body])
    assert amounts(made_up) == [95_500.0, 1_050.0]
    assert list(made_up.table("totals")["reported"]) == [96_550.0]
    assert [problem.place.cell for problem in made_up.problems("amounts-scaled")] == [cell]


def test_an_allocation_in_millions_says_nothing_of_the_amounts(made_up: Any) -> None:
    typed = [["วงเงินที่ได้รับจัดสรร ๑.๕ ล้านบาท"], ["รหัส", "รายการ", "ค่าใช้จ่าย"], ["1.1", "อบรม", 95.5]]
    made_up.add("made_up.xlsx", "1", typed)
    assert amounts(made_up) == [95.5]
    assert list(made_up.table("totals")["reported"]) == [1_500_000.0]


def test_running_numbers_of_activities_under_numbered_headings(made_up: Any) -> None:
    typed = [
        ["ลำดับ", "กิจกรรม", "วันที่", "แผนงบ"],
        [1, "เครือข่าย", None, 300], ["1.1)", "อบรม", "2 มิ.ย. 2568", 200], ["1.2)", "สัมมนา", None, 100],
        [2, "รณรงค์", None, 50], ["2.1)", "ตลาดนัด", None, 50],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "1", typed)
    told = made_up.table("activities")[["code", "group_name"]].to_numpy().tolist()
    assert told == [["1.1", "เครือข่าย"], ["1.2", "เครือข่าย"], ["2.1", "รณรงค์"]]


@pytest.mark.parametrize(
    ("name", "target", "kpi"),
    [
        ("คะแนนเฉลี่ย ITA ของกระทรวง", 85, None),
        ("คะแนน ITA ของกรมการค้าภายใน", 85, None),
        ("คะแนน ITA ของสำนักงานปลัดกระทรวง", 85, "ita_score_ops"),
        ("คะแนน ITA เฉลี่ยของหน่วยงานในสังกัด", 85, None),
        ("ร้อยละหน่วยงานที่ได้คะแนน ITA 85 ขึ้นไป", 100, "pass_rate"),
        ("ร้อยละความพึงพอใจของผู้เข้าร่วมโครงการ", 80, None),
        ("ความพึงพอใจผู้เข้าร่วม", "ร้อยละ 80", None),
        ("ผู้เข้าร่วมตามแผน", "80%", None),
        ("จำนวนหน่วยงานที่เข้าร่วมโครงการ", 12, None),
        ("จำนวนผู้เข้ารับการอบรม", "1,000 คน", "participants"),
        ("ร้อยละของข้อร้องเรียนที่ได้รับการแก้ไข", 100, None),
        ("ร้อยละของบุคลากรที่มีความตระหนักรู้ด้านการต่อต้านการทุจริต", 80, "awareness_rate"),
    ],
)
def test_a_target_of_something_else_is_not_held_against_a_kpi(made_up: Any, name: str, target: Any, kpi: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["ตัวชี้วัด", "เป้าหมาย", "ผล"], [name, target, 90]])
    assert list(made_up.table("targets")["kpi"].astype(object).where(lambda its: its.notna(), None)) == [kpi]
    assert len(made_up.problems("kpi-unknown")) == (kpi is None)


def test_a_row_with_activity_and_money_tells_its_problems_once(made_up: Any) -> None:
    body = [["๑.x", "อบรม", 5, 900], [None, "- วิทยากร", None, 500], ["1.2", "สัมมนา", 5, "#REF!"]]
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "ผู้เข้าร่วม", "ค่าใช้จ่าย"], *body])
    told = [(problem.code, problem.place.cell) for problem in made_up.read().problems.errors]
    assert sorted(told) == [("code-unreadable", "A2"), ("excel-error", "D4"), ("row-incomplete", "B3")]


def test_people_and_days_that_were_planned_are_not_those_that_were(made_up: Any) -> None:
    head = [["รหัส", "กิจกรรม", "วันที่", None, "ผู้เข้าร่วม (คน)", None], [None, None, *["แผน", "จริง"] * 2]]
    typed = [*head, ["1.1", "อบรม", "2 มิ.ย. 2568", "9 มิ.ย. 2568", 100, 98]]
    made_up.add("made_up.xlsx", "1", typed, merge=["A1:A2", "B1:B2", "C1:D1", "E1:F1"])
    table = made_up.table("activities")
    assert list(table["participants"]) == [98]
    assert list(table["start_date"].astype(str)) == ["2025-06-09"]
    assert [problem.place.cell for problem in made_up.problems("column-unknown")] == ["C1", "E1"]


def test_the_figures_of_last_year_beside_are_left_out(made_up: Any) -> None:
    head = [["ตัวชี้วัด", "เป้าหมาย", None, "ผล", None], [None, *["ปี 2567", "ปี ๒๕๖๘"] * 2]]
    made_up.add("made_up.xlsx", "1", [*head, ["จำนวนผู้เข้าร่วม", 90, 100, 80, 91]], merge=["A1:A2", "B1:C1", "D1:E1"])
    assert made_up.table("targets")[["target", "reported"]].to_numpy().tolist() == [[100, 91]]
    assert [problem.place.cell for problem in made_up.problems("column-unknown")] == ["B1", "D1"]


def test_a_quarter_is_not_the_result_of_the_year(made_up: Any) -> None:
    head = [["ตัวชี้วัด", "เป้าหมาย", "ผล", None, None], [None, None, "ไตรมาส 1", "ไตรมาส 2", "รวม"]]
    made_up.add("made_up.xlsx", "1", [*head, ["จำนวนผู้เข้าร่วม", 90, 10, 81, 91]], merge=["A1:A2", "B1:B2", "C1:E1"])
    assert list(made_up.table("targets")["reported"]) == [91]


def test_a_number_of_places_is_no_head_count(made_up: Any) -> None:
    head = ["ตัวชี้วัด", "หน่วยนับ", "เป้าหมาย", "ผล"]
    typed = [head, ["จำนวนผู้เข้าร่วมโครงการ", "แห่ง", 10, 12], ["จำนวนผู้เข้าร่วมโครงการ", "คน", 100, 98]]
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("targets")["kpi"].fillna("")) == ["", "participants"]


def test_the_highest_and_lowest_score_below_the_units_are_of_no_unit(made_up: Any) -> None:
    below = [["ค่าเฉลี่ย", 91], ["ค่าสูงสุด", 92], ["ต่ำสุด", 90], ["จำนวนหน่วยงานที่ผ่าน", 2], ["ร้อยละที่ผ่าน", 100]]
    made_up.add("made_up.xlsx", "1", [["จังหวัด/หน่วยงาน", "คะแนน"], ["สป.", 92], ["คต.", 90], *below])
    assert list(made_up.table("unit_scores")["unit"]) == ["สป.", "คต."]
    assert [problem.place.cell for problem in made_up.problems("row-not-scores")] == ["A5", "A6", "A7", "A8"]
    assert made_up.errors() == []


def test_the_mean_below_columns_of_years_is_stated_for_each(made_up: Any) -> None:
    head = ["หน่วยงาน", "คะแนน ปี 2567", "คะแนน ปี 2568"]
    made_up.add("made_up.xlsx", "1", [head, ["สป.", 92, 93], ["คต.", 90, 91], ["ค่าเฉลี่ย", 91, 92.5]])
    told = made_up.table("totals")[["fiscal_year", "column", "reported"]].to_numpy().tolist()
    assert told == [[2567, "mean", 91], [2568, "mean", 92.5]]
