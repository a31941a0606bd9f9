"""Made-up sheets of other offices: what they type otherwise, and what must not be taken for something else."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from itaanalysis.intake.privacy import masked
from itaanalysis.intake.sheet import encode

INDICATORS = [
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
]  # fmt: skip
TEN = list(range(90, 100))
"""IIT 92, EIT 96, OIT 98.5; ITA 95.80."""


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in table[list(columns)].astype(object).itertuples(index=False)]


# headers


def test_a_row_of_targets_with_words_of_another_header_is_a_row(made_up: Any) -> None:
    typed = [
        ["ระดับ", "ประเภท", "ตัวชี้วัด", "ค่าเป้าหมาย", "ผลลัพธ์"],
        ["โครงการ", "เชิงปริมาณ", "จำนวนผู้เข้าร่วมกิจกรรม", "ไม่น้อยกว่า ๙๒ คน", "1,871"],
        ["กิจกรรม", "เชิงคุณภาพ", "ร้อยละการรับรู้", "ทุกครั้ง ร้อยละ ๘๐", None],
        ["กิจกรรม", "เชิงปริมาณ", "จำนวนผู้เข้าร่วม", None, None],
    ]
    made_up.add("made_up.xlsx", "เป้าหมาย", typed)
    assert list(made_up.read().tables["targets"]["name"]) == [row[2] for row in typed[1:]]
    assert list(made_up.read().accounting["header"]) == [1]


def test_numbers_of_indicators_above_their_names_are_one_header(made_up: Any) -> None:
    head = [["หน่วยงาน", *[f"ตัวชี้วัดที่ {n}" for n in range(1, 11)], "คะแนนรวม"], [None, *INDICATORS]]
    made_up.add("made_up.xlsx", "คะแนน", [*head, ["สป.", *TEN, 95.8]], merge=["A1:A2", "L1:L2"])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "eit", "oit") == [("สป.", 95.8, 92, 96, 98.5)]
    assert list(made_up.read().accounting["header"]) == [2]


def test_what_a_column_is_measured_in_is_no_part_of_its_heading(made_up: Any) -> None:
    typed = [["หน่วยงาน", "IIT (30 คะแนน)", "EIT (30 คะแนน)", "OIT (40 คะแนน)", "คะแนนรวม (100 คะแนน)"]]
    made_up.add("made_up.xlsx", "คะแนน", [*typed, ["สป.", 27, 26.4, 38.4, 91.8]])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "oit") == [("สป.", 91.8, 90.0, 96.0)]
    assert [problem.place.cell for problem in made_up.problems("weighted-points")] == ["B2"]


def test_people_asked_are_no_score_of_the_tool(made_up: Any) -> None:
    typed = [["หน่วยงาน", "จำนวนผู้ตอบ IIT", "IIT", "EIT", "OIT"], ["สป.", 45, 90, 88, 96]]
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit") == [("สป.", 91.8, 90.0)]
    assert [problem.place.cell for problem in made_up.problems("column-unknown")] == ["B1"]


def test_the_result_beside_a_score_is_its_level(made_up: Any) -> None:
    for position, head in enumerate((["หน่วยงาน", "คะแนน", "ผลการประเมิน"], ["หน่วยงาน", "ผลการประเมิน", "คะแนน"])):
        values = {"หน่วยงาน": ("สป.", "คต.")[position], "คะแนน": 80, "ผลการประเมิน": "ต้องปรับปรุง"}
        made_up.add("made_up.xlsx", str(position), [head, [values[name] for name in head]])
    assert rows(made_up.table("reported_levels"), "unit", "level") == [("สป.", "ต้องปรับปรุง"), ("คต.", "ต้องปรับปรุง")]
    assert list(made_up.table("unit_scores")["score"]) == [80.0, 80.0]


# tools, indicators and totals in one column


def check_ten(made_up: Any) -> None:
    assert [row[2] for row in rows(made_up.table("indicator_scores"), "unit", "indicator", "score")] == TEN
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "eit", "oit") == [("คน.", 95.8, 92, 96, 98.5)]


def test_tools_beside_their_indicators(made_up: Any) -> None:
    """The tool is merged, as a group; the score of each row is its indicator's."""
    tool = {0: "IIT", 5: "EIT", 8: "OIT"}
    body = [[tool.get(i), f"{i + 1}. {name}", TEN[i]] for i, name in enumerate(INDICATORS)]
    typed = [["ผลคะแนน กรมการค้าภายใน"], ["แบบวัด", "ตัวชี้วัด", "คะแนน"], *body, ["คะแนนรวม", None, 95.8]]
    made_up.add("made_up.xlsx", "คะแนน", typed, merge=["A3:A7", "A8:A10", "A11:A12"])
    check_ten(made_up)


def test_tools_as_headings_of_their_indicators_in_one_column(made_up: Any) -> None:
    scores = dict(zip(INDICATORS, TEN, strict=True))
    body = [["IIT", 92], *[[name, scores[name]] for name in INDICATORS[:5]], ["แบบวัด EIT", 96]]
    body += [[name, scores[name]] for name in INDICATORS[5:8]] + [["OIT", 98.5]]
    body += [[name, scores[name]] for name in INDICATORS[8:]]
    typed = [["ผลคะแนน กรมการค้าภายใน"], ["ตัวชี้วัด", "คะแนน"], *body, ["คะแนนรวม", 95.8]]
    made_up.add("made_up.xlsx", "คะแนน", typed)
    check_ten(made_up)


def test_a_total_below_the_weighted_scores_is_the_units(made_up: Any) -> None:
    head = ["เครื่องมือ", "น้ำหนัก", "คะแนน", "คะแนนถ่วงน้ำหนัก", "ระดับ"]
    body = [["IIT", 30, 90, 27, None], ["EIT", 30, 88, 26.4, None], ["OIT", 40, 96, 38.4, None]]
    made_up.add("made_up.xlsx", "1", [["สป."], head, *body, ["รวม", 100, None, 91.79, "ผ่านดี"]])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit") == [("สป.", 91.79, 90.0)]
    assert rows(made_up.table("reported_levels"), "unit", "level") == [("สป.", "ผ่านดี")]


def test_totals_among_the_tools_of_several_units(made_up: Any) -> None:
    typed = [
        ["หน่วยงาน", "เครื่องมือ", "คะแนน"],
        ["สป.", "IIT", 90], [None, "EIT", 88], [None, "OIT", 96], [None, "รวม", 91.79],
        ["คต.", "IIT", 80], ["คต.", "EIT", 80], ["คต.", "OIT", 80], ["คต.", "คะแนนรวม", 80.01],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert sorted(rows(made_up.table("unit_scores"), "unit", "score")) == [("คต.", 80.01), ("สป.", 91.79)]


def test_full_marks_typed_beside_make_scores_of_100(made_up: Any) -> None:
    body = [["IIT", 30, 27], ["EIT", 30, 26.4], ["OIT", 40, 38.4]]
    made_up.add("made_up.xlsx", "1", [["สป."], ["เครื่องมือ", "คะแนนเต็ม", "คะแนนที่ได้"], *body])
    assert rows(made_up.table("tool_scores"), "tool", "score") == [("IIT", 90.0), ("EIT", 88.0), ("OIT", 96.0)]
    assert [problem.place.cell for problem in made_up.problems("weighted-points")] == ["B3"]


# several years


def several_years(made_up: Any) -> list[tuple[Any, ...]]:
    assert made_up.problems("other-fiscal-year") == []
    return sorted(rows(made_up.table("unit_scores"), "fiscal_year", "unit", "score"))


EXPECTED_YEARS = [(2567, "คต.", 80.0), (2567, "สป.", 90.0), (2568, "คต.", 85.0), (2568, "สป.", 92.8)]


def test_years_as_tables_of_their_own(made_up: Any) -> None:
    head = ["หน่วยงาน", "คะแนน"]
    typed = [
        ["ปีงบประมาณ พ.ศ. ๒๕๖๗"], head, ["สป.", 90], ["คต.", 80],
        [None], ["ปีงบประมาณ พ.ศ. ๒๕๖๘"], head, ["สป.", 92.8], ["คต.", 85],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert several_years(made_up) == EXPECTED_YEARS


def test_years_as_headings_of_groups(made_up: Any) -> None:
    typed = [["หน่วยงาน", "คะแนน"], ["ปี ๒๕๖๗"], ["สป.", 90], ["คต.", 80], ["ปี ๒๕๖๘"], ["สป.", 92.8], ["คต.", 85]]
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert several_years(made_up) == EXPECTED_YEARS


def test_years_as_columns(made_up: Any) -> None:
    typed = [["หน่วยงาน", "คะแนน ITA", None], [None, "ปี ๒๕๖๗", 2568], ["สป.", 90, 92.8], ["คต.", 80, 85]]
    made_up.add("made_up.xlsx", "คะแนน", typed, merge=["A1:A2", "B1:C1"])
    assert several_years(made_up) == EXPECTED_YEARS


def test_years_typed_once_above_their_units(made_up: Any) -> None:
    typed = [["ปี", "หน่วยงาน", "คะแนน"], [2567, "สป.", 90], [None, "คต.", 80], [2568, "สป.", 92.8], [None, "คต.", 85]]
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert several_years(made_up) == EXPECTED_YEARS


# headings above each other


def test_scores_and_weighted_scores_below_each_tool(made_up: Any) -> None:
    head = [
        ["หน่วยงาน", "IIT", None, "EIT", None, "OIT", None, "คะแนนรวม"],
        [None, "ถ่วงน้ำหนัก", "คะแนน", "ถ่วงน้ำหนัก", "คะแนน", "ถ่วงน้ำหนัก", "คะแนน"],
    ]
    merge = ["A1:A2", "B1:C1", "D1:E1", "F1:G1", "H1:H2"]
    made_up.add("made_up.xlsx", "คะแนน", [*head, ["สป.", 27, 90, 26.4, 88, 38.4, 96, 91.8]], merge=merge)
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "eit", "oit") == [("สป.", 91.8, 90, 88, 96)]
    assert [problem.place.cell for problem in made_up.problems("column-unknown")] == ["B1", "D1", "F1"]


def test_a_sum_below_a_tool_is_the_tools(made_up: Any) -> None:
    head = [["หน่วยงาน", "OIT", None, None, "รวม"], [None, *INDICATORS[8:], "รวม", None]]
    made_up.add("made_up.xlsx", "1", [*head, ["สป.", 98, 99, 98.5, 90]], merge=["A1:A2", "B1:D1", "E1:E2"])
    assert rows(made_up.table("unit_scores"), "unit", "score", "oit") == [("สป.", 90.0, 98.5)]


def test_a_column_that_the_layout_has_no_place_for_is_told(made_up: Any) -> None:
    head = [["ประเด็น", "คะแนน", None], [None, "ทุกหน่วยงาน", "สป."]]
    made_up.add("made_up.xlsx", "1", [*head, [INDICATORS[0], 95, 90]], merge=["A1:A2", "B1:C1"])
    assert rows(made_up.table("indicator_scores"), "unit", "indicator", "score") == [("สป.", 1, 90.0)]
    assert [problem.place.cell for problem in made_up.problems("column-unknown")] == ["B1"]


def test_units_across_with_totals_and_levels_down(made_up: Any) -> None:
    typed = [["หน่วยงาน", "สป.", "คต."], ["คะแนน ITA", 92.8, "N/A"], ["ระดับ", "ผ่านดี", None]]
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert rows(made_up.table("unit_scores"), "unit", "score") == [("สป.", 92.8)]
    assert rows(made_up.table("reported_levels"), "unit", "level") == [("สป.", "ผ่านดี")]


# single cells


def test_points_without_a_total_are_known_by_their_weights(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "IIT", "EIT", "OIT"], ["สป.", 27, 26.4, 38.4], ["คต.", 27, 35, 38]])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit") == [("สป.", 91.8, 90.0), ("คต.", 33.8, 27.0)]
    assert [problem.value for problem in made_up.problems("weighted-points")] == ["สป."]


def test_a_score_that_is_not_there_yet_is_missing_and_zero_is_a_score(made_up: Any) -> None:
    typed = [["หน่วยงาน", "คะแนน"], ["สป.", "N/A"], ["คต.", "รอผล"], ["คน.", "ไม่ได้รับการประเมิน"], ["จร.", 0.00]]
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert list(made_up.table("unit_scores")["score"].isna()) == [True, True, True, False]


def test_a_unit_may_be_counted_and_named_twice_but_not_by_two_names(made_up: Any) -> None:
    typed = ["๑. กรมการค้าภายใน", "กรมทรัพย์สินทางปัญญา (ทป.)", "กรมการค้าต่างประเทศ (คน.)"]
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนน"], *[[name, 90] for name in typed]])
    assert list(made_up.read().tables["unit_scores"]["unit"]) == ["คน.", "ทป."]
    assert [problem.place.cell for problem in made_up.problems("unit-unknown")] == ["A4"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("โทร +66 81 000 0000", "โทร +xx xx xxx xxxx"),
        ("(02) 000-0000", "(xx) xxx-xxxx"),
        ("ข้อ (1) 12 (2) 34 (3) 5678", None),
        ("01/10/2567-30/09/2568", None),
    ],
)
def test_telephone_numbers_of_any_form_are_masked_and_dates_are_not(typed: str, shown: str | None) -> None:
    assert masked(typed) == shown


# targets


@pytest.mark.parametrize(
    ("typed", "operator", "target"),
    [
        ("มากกว่าหรือเท่ากับ 80", ">=", 80.0),
        ("เท่ากับ 80", "=", 80.0),
        ("> ๕ ชิ้น", ">", 5.0),
        ("=> 5 ชิ้น", ">=", 5.0),
        ("สูงกว่า ๘๕", ">", 85.0),
        ("น้อยกว่าหรือเท่ากับ 3 เรื่อง", "<=", 3.0),
        ("ตั้งแต่ 85 คะแนน", ">=", 85.0),
    ],
)
def test_a_target_with_words_of_comparison(made_up: Any, typed: str, operator: str, target: float) -> None:
    made_up.add("made_up.xlsx", "1", [["ตัวชี้วัด", "เป้าหมาย", "ผล"], ["จำนวนสื่อ", f" {typed}", 7]])
    assert rows(made_up.table("targets"), "operator", "target") == [(operator, target)]


def test_a_target_that_cannot_be_read_is_told_as_typed(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["ตัวชี้วัด", "เป้าหมาย", "ผล"], ["จำนวนสื่อ", "ไม่น้อยกว่า 5 - 10", 7]])
    assert [problem.value for problem in made_up.problems("quantity-in-words")] == ["ไม่น้อยกว่า 5 - 10"]
    assert rows(made_up.table("targets"), "name", "operator", "reported") == [("จำนวนสื่อ", ">=", 7.0)]


def test_units_of_targets_in_a_column_of_their_own(made_up: Any) -> None:
    typed = [["ตัวชี้วัด", "หน่วยนับ", "เป้าหมาย", "ผล"], ["ความพึงพอใจ", "ร้อยละ", 80, 0.855], ["เครือข่าย", "คน", 5, 6]]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("targets"), "unit", "target", "reported") == [("percent", 80, 85.5), ("people", 5, 6)]
    assert made_up.problems("column-unknown") == []


def test_a_count_of_complaints_is_no_share_of_complaints(made_up: Any) -> None:
    typed = [["ตัวชี้วัด", "เป้าหมาย", "ผล"], ["จำนวนข้อร้องเรียนเจ้าหน้าที่ที่ถูกชี้มูลว่าทุจริต", "ไม่เกิน 3 เรื่อง", 0]]
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("targets")["kpi"].isna()) == [True]


# head-counts over several columns


HEAD = ["ที่", "กิจกรรม", "วันที่"]


def test_men_and_women_make_up_the_head_count(made_up: Any) -> None:
    typed = [[*HEAD, "ผู้เข้าร่วม (ชาย)", "ผู้เข้าร่วม (หญิง)"], ["1", "ก", "1 ต.ค. 67", 20, "๓๒ คน"], ["2", "ข", None, 5, "-"]]
    made_up.add("made_up.xlsx", "1", [*typed, ["รวมทั้งสิ้น", None, None, 25, 32]])
    assert list(made_up.table("activities")["participants"]) == [52, 5]
    assert rows(made_up.table("totals"), "column", "reported") == [("participants", 57.0)]
    assert made_up.problems("column-repeated") == []


def test_a_head_count_beside_its_parts_is_taken_and_held_against_them(made_up: Any) -> None:
    head = [[*HEAD, "ผู้เข้าร่วม (คน)", None, None], [None, None, None, "ชาย", "หญิง", "รวม"]]
    body = [["1", "ก", "1 ต.ค. 67", 20, 32, 52], ["2", "ข", "2 ต.ค. 67", 10, 12, 23]]
    made_up.add("made_up.xlsx", "1", [*head, *body], merge=["A1:A2", "B1:B2", "C1:C2", "D1:F1"])
    assert list(made_up.table("activities")["participants"]) == [52, 23]
    assert [(problem.place.cell, problem.value) for problem in made_up.problems("total-differs")] == [("F4", "23")]


def test_whole_numbers_of_an_old_workbook_are_numbers_like_others() -> None:
    rows_read = [["ปี", 2567, 1.0], [True, 1, 0]]
    values = encode(lambda: rows_read, 3)["values"]
    assert {type(value) for value in values} == {str, float, bool}


# money over several columns


SPENT = ["รหัสกิจกรรม", "รายการ", "ผลการเบิกจ่าย", None, None, None, None]
QUARTERS = [None, None, *[f"ไตรมาส {n}" for n in range(1, 5)], "รวม"]


def test_spending_by_quarter_is_summed_to_the_satang_and_held_against_its_sum(made_up: Any) -> None:
    body = [["1.1", "ก", 0.10, 0.20, None, "-", 0.30], ["1.2", "ข", "1,000.05", None, 20, 300, 1320.06], ["1.3", "ค"]]
    body += [["รวมทั้งสิ้น", None, 1000.15, 0.2, 20, 300, 1320.36]]
    made_up.add("made_up.xlsx", "1", [SPENT, QUARTERS, *body], merge=["A1:A2", "B1:B2", "C1:G1"])
    amounts = made_up.read().tables["expenses"]["amount_baht"]
    assert list(amounts)[:2] == [0.30, 1320.06]
    assert [problem.place.cell for problem in made_up.problems("total-differs")] == ["G4", "G6"]
    assert [problem.place.cell for problem in made_up.problems("number-missing")] == ["G5"]
    assert made_up.problems("column-repeated") == []


@pytest.mark.parametrize(
    "head",
    [
        ["รหัส", "รายการ", "เบิกจ่ายไตรมาสที่ ๑", "เบิกจ่ายไตรมาสที่ ๒"],
        ["รหัส", "รายการ", "ไตรมาส 1 (ต.ค. - ธ.ค. 67)", "ไตรมาส 2 (ม.ค. - มี.ค. 68)"],
        ["รหัส", "รายการ", "ต.ค. 67", "พ.ย. 67"],
    ],
)
def test_parts_of_the_year_without_a_sum_make_up_the_spending(made_up: Any, head: list[str]) -> None:
    made_up.add("made_up.xlsx", "1", [head, ["1.1", "ก", 10.25, 20.5], ["รวม", None, 10.25, 20.5]])
    assert list(made_up.table("expenses")["amount_baht"]) == [30.75]
    assert rows(made_up.table("totals"), "column", "reported") == [("amount_baht", 30.75)]


def test_quarters_of_another_year_or_within_each_other_are_not_summed(made_up: Any) -> None:
    for sheet, periods in {"1": ["ไตรมาส 4/2567", "ไตรมาส 1/2568"], "2": ["ไตรมาส 1", "ต.ค. 67"]}.items():
        head = [["รหัส", "รายการ", "ผลการเบิกจ่าย", None], [None, None, *periods]]
        made_up.add("made_up.xlsx", sheet, [*head, [f"1.{sheet}", "ก", 10, 20]], merge=["A1:A2", "B1:B2", "C1:D1"])
    assert list(made_up.table("expenses")["amount_baht"]) == [20.0, 10.0]
    assert [problem.place.sheet for problem in made_up.problems("column-unknown")] == ["1"]
    assert [problem.place.sheet for problem in made_up.problems("column-repeated")] == ["2"]


@pytest.mark.parametrize("parts", [["ณ สถานที่จัด (คน)", "ออนไลน์ (คน)"], ["ออนไลน์ (คน)", "ณ สถานที่จัด (คน)", "รวม"]])
def test_people_online_are_told_and_not_counted_at_the_venue(made_up: Any, parts: list[str]) -> None:
    people = {"ณ สถานที่จัด (คน)": 40, "ออนไลน์ (คน)": 300, "รวม": 340}
    head = [[*HEAD, "จำนวนผู้เข้าร่วม", *parts[1:]], [None, None, None, *parts]]
    head[0][4:] = [None] * (len(parts) - 1)
    body = ["1", "ก", "1 ต.ค. 67", *[people[part] for part in parts]]
    merge = ["A1:A2", "B1:B2", "C1:C2", "D1:E1" if len(parts) == 2 else "D1:F1"]
    made_up.add("made_up.xlsx", "1", [*head, body], merge=merge)
    assert list(made_up.table("activities")["participants"]) == [40]
    assert len(made_up.problems("people-online")) == len(parts) - 1
    assert made_up.problems("column-repeated") == []


def test_a_date_that_is_not_stated_is_missing(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [[*HEAD, "ผู้เข้าร่วม"], ["1", "ก", "N/A", 5]])
    assert list(made_up.table("activities")["start_date"].isna()) == [True]


# tables beside each other


@pytest.mark.parametrize("gap", [[None], [], [None, None]])
def test_two_tables_beside_each_other_are_both_read(made_up: Any, gap: list[None]) -> None:
    left = [["หน่วยงาน", "คะแนน"], ["สป.", 92.8], ["คต.", 85], [None, None]]
    right = [["หน่วยงาน", "คะแนน"], ["คน.", 90.5], ["จร.", 80], ["ทป.", 99]]
    typed = [["คะแนน ITA ปี ๒๕๖๘"], *[[*one, *gap, *other] for one, other in zip(left, right, strict=True)]]
    made_up.add("made_up.xlsx", "1", typed)
    scores = {"สป.": 92.8, "คต.": 85.0, "คน.": 90.5, "จร.": 80.0, "ทป.": 99.0}
    assert dict(rows(made_up.table("unit_scores"), "unit", "score")) == scores
    assert {problem.code for problem in made_up.read().problems} & {"column-repeated", "cell-outside-columns"} == set()
    assert list(made_up.read().accounting["data"]) == [3]
    source = made_up.table("unit_scores").set_index("unit")["source"]["ทป."]
    assert source == f"made_up.xlsx!1!{'CDE'[len(gap)]}5"


def test_tables_of_two_kinds_beside_each_other_have_one_title(made_up: Any) -> None:
    left = [["เครื่องมือ", "คะแนน"], ["IIT", 90], ["EIT", 88], ["OIT", 96]]
    right = [["หน่วยงาน", "คะแนน"], ["คน.", 90.5], ["จร.", 80], ["ทป.", 99]]
    typed = [["ผลคะแนน สป. ปีงบประมาณ ๒๕๖๗"], *[[*one, None, *other] for one, other in zip(left, right, strict=True)]]
    made_up.add("made_up.xlsx", "1", typed)
    assert [row[1] for row in rows(made_up.table("tool_scores"), "tool", "score")] == [90.0, 88.0, 96.0]
    assert len(made_up.problems("other-fiscal-year")) == 1


def test_a_table_with_a_column_twice_is_one_table(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "คะแนน", None, "คะแนน"], ["สป.", 92.8, None, 90]])
    assert rows(made_up.table("unit_scores"), "unit", "score") == [("สป.", 92.8)]
    assert [problem.place.cell for problem in made_up.problems("column-repeated")] == ["D1"]


@pytest.mark.parametrize("corner", ["ตัวชี้วัด", "ตัวชี้วัดที่"])
def test_indicators_across_for_the_unit_in_the_title(made_up: Any, corner: str) -> None:
    typed = [["ผลคะแนน กรมการค้าภายใน"], [corner, *range(1, 11)], ["คะแนน", *TEN], ["น้ำหนัก", *[10] * 10]]
    made_up.add("made_up.xlsx", "1", typed)
    assert [row[2] for row in rows(made_up.table("indicator_scores"), "unit", "indicator", "score")] == TEN
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit") == [("คน.", 95.8, 92)]
    assert [problem.place.cell for problem in made_up.problems("row-not-scores")] == ["A4"]


def test_tools_across_for_the_unit_in_the_title(made_up: Any) -> None:
    typed = [["ผลคะแนน กรมการค้าภายใน"], ["เครื่องมือ", "IIT", "EIT", "OIT", "คะแนนรวม"], ["คะแนนที่ได้", 90, 88, 96, 91.79]]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "oit") == [("คน.", 91.79, 90, 96)]


def test_scores_across_without_a_unit_in_the_title_are_an_error(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["ตัวชี้วัด", *range(1, 11)], ["คะแนน", *TEN]])
    assert made_up.errors() == ["unit-not-stated"]


# what is no problem


def test_the_number_of_an_indicator_beside_its_name_counts_rows(made_up: Any) -> None:
    body = [[n, f"{n}. {name}", score] for n, (name, score) in enumerate(zip(INDICATORS, TEN, strict=True), start=1)]
    typed = [["ผลคะแนน กรมการค้าภายใน"], ["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"], *body]
    made_up.add("made_up.xlsx", "1", typed)
    assert [row[2] for row in rows(made_up.table("indicator_scores"), "unit", "indicator", "score")] == TEN
    assert made_up.problems("column-repeated") == []


@pytest.mark.parametrize(
    ("typed", "reported", "status"),
    [("บรรลุ", 90, "above"), ("บรรลุเป้าหมาย", 85, "as_planned"), ("บรรลุ", None, "as_planned"), ("ไม่บรรลุ", 80, "below")],
)
def test_a_target_reached_is_as_planned_or_above(made_up: Any, typed: str, reported: Any, status: str) -> None:
    head = ["ตัวชี้วัด", "เป้าหมาย", "ผล", "สถานะ"]
    made_up.add("made_up.xlsx", "1", [head, ["คะแนน ITA สป.", "ไม่น้อยกว่า 85", reported, typed]])
    assert list(made_up.table("targets")["reported_status"]) == [status]


def test_marks_of_footnotes_are_no_part_of_a_name(made_up: Any) -> None:
    typed = ["กรมการค้าภายใน*", "กรมทรัพย์สินทางปัญญา **", "สป.¹", "กรมการค้าต่างประเทศ ๑/"]
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "คะแนน"], *[[name, 90] for name in typed]])
    assert list(made_up.table("unit_scores")["unit"]) == ["คน.", "ทป.", "สป.", "คต."]


def test_full_marks_name_their_unit(made_up: Any) -> None:
    body = [["เครื่องมือ", "คะแนนเต็ม", "คะแนนที่ได้"], ["IIT", 30, 27], ["EIT", 30, 26.4], ["OIT", 40, 38.4]]
    made_up.add("made_up.xlsx", "แผ่น ๙", [["ผลคะแนน กรมการค้าภายใน"], *body])
    assert ["คน." in problem.message_th for problem in made_up.problems("weighted-points")] == [True]


def test_the_nearest_heading_is_no_number(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["1,234.50", "หน่วยงานน", "คะแนนน", "เดือนน"]])
    (problem,) = made_up.problems("file-without-table")
    assert "หน่วยงานน" in problem.message_th


def test_weighted_scores_within_rounding_are_no_difference(made_up: Any) -> None:
    head = ["เครื่องมือ", "น้ำหนัก", "คะแนน", "คะแนนถ่วงน้ำหนัก"]
    made_up.add(
        "made_up.xlsx", "1", [["สป."], head, ["IIT", 0.3, 92.89, 27.87], ["EIT", "30%", 89.77, 26.93], ["OIT", 40, 95]]
    )
    assert made_up.problems("weighted-differs") == []


def test_a_header_with_nothing_below_is_told_unless_it_is_a_form_of_a_year_not_begun(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "คะแนน"], [None, None]])
    made_up.add("made_up_form.xlsx", "1", [["รหัส", "รายการ", "ค่าใช้จ่าย"]])
    made_up.add("made_up_form.xlsx", "คำอธิบาย", [["วิธีกรอก"]])
    assert [problem.place.file for problem in made_up.problems("table-not-filled-in")] == ["made_up.xlsx"]
    made_up.add("made_up.xlsx", "2", [["หน่วยงาน", "คะแนน"], ["สป.", 90]])
    told = [str(problem.place) for problem in made_up.problems("table-not-filled-in")]
    assert told == ["made_up.xlsx!1!A1", "made_up_form.xlsx!1!A1"]
