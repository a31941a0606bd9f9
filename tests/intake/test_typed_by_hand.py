"""Made-up workbooks typed as offices type them, each with the tables a careful reader would have written down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from itaanalysis.report.event_sentences import lines
from itaanalysis.words import Words

from .tidy_rows import rows

INDICATORS = [
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
]  # fmt: skip
TEN = list(range(90, 100))
"""IIT 92, EIT 96, OIT 98.5; ITA 95.80."""
SCORES = ("fiscal_year", "unit", "score", "iit", "eit", "oit")


def codes(made_up: Any) -> list[str]:
    """Kinds of the problems that stand on a sheet or in a cell, but for what every made-up folder lacks."""
    always = {"table-missing", "alias-unused", "weekend", "group-unnamed", "allocation-missing", "unit-probable"}
    return [problem.code for problem in made_up.problems() if problem.code not in always]


# activity codes


def test_activities_without_codes_are_kept_without_them(made_up: Any) -> None:
    typed = [
        ["ชื่อกิจกรรม", "วันที่จัด", "จำนวนคน", "ค่าใช้จ่าย"],
        ["กิจกรรมที่ ๑ เครือข่าย"],
        ["ประชุม", "๑๑ พ.ย. ๖๗", 30, 1000],
        ["อบรม", "๑๘ พ.ย. ๖๗", 40, 2000.5],
        ["กิจกรรมที่ ๒ คุณธรรม"],
        ["ดูงาน", "๑๘-๑๙ ธ.ค. ๖๗", 20, "-"],
        ["รวม", None, 90, 3000.5],
    ]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("activities"), "code", "group", "group_name", "name", "start_date", "participants") == [
        (None, "1", "เครือข่าย", "ประชุม", "2024-11-11", 30),
        (None, "1", "เครือข่าย", "อบรม", "2024-11-18", 40),
        (None, "2", "คุณธรรม", "ดูงาน", "2024-12-18", 20),
    ]
    assert rows(made_up.table("expenses"), "code", "item", "amount_baht") == [
        (None, "ประชุม", 1000.0), (None, "อบรม", 2000.5), (None, "ดูงาน", 0.0),
    ]  # fmt: skip
    assert codes(made_up) == ["codes-missing"]


def test_items_of_spending_without_codes_are_summed(made_up: Any) -> None:
    typed = [
        ["วงเงินที่ได้รับจัดสรร", "๒๐,๐๐๐", "บาท"], ["รายการ", "จำนวนเงิน"], ["หมวดค่าตอบแทน"], ["ค่าวิทยากร", 12000],
        ["ค่าเบี้ยประชุม", 3000], ["รวมหมวดค่าตอบแทน", 15000], ["หมวดค่าใช้สอย"], ["ค่าอาหารว่าง", "๔,๕๐๐.๒๕ บ."],
        ["รวมทั้งสิ้น", 19500.25],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("expenses")["amount_baht"]) == [12000.0, 3000.0, 4500.25]
    assert codes(made_up) == ["codes-missing"]
    year = made_up.year()
    assert {check.check: check.verdict for check in year.checks().itertuples()}["expenses_total"] == "agrees"
    assert year.kpis().set_index("kpi")["value"]["budget_utilisation"] == 97.5  # 19,500.25 of 20,000


def test_codes_below_a_heading_not_known_are_not_given_up(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["งานที่", "กิจกรรม", "วันที่"], ["1.1", "ก", None], ["1.2", "ข", None]])
    assert made_up.errors() == ["column-missing"]


def test_running_numbers_with_a_dot_are_codes_of_the_spending(made_up: Any) -> None:
    typed = [
        ["ลำดับ", "รายการ", "เบิกจ่าย"],
        [1, "กิจกรรมที่ 1", None],
        [1.1, "ก", 50],
        [1.2, "ข", "(20)"],
        ["รวม", None, 30],
    ]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", 50.0), ("1.2", -20.0)]


def test_the_zero_a_spreadsheet_drops_from_a_code_is_put_back(made_up: Any) -> None:
    typed = [["รหัส", "กิจกรรม", "วันที่"], *[[code, "ก", "๑๑ พ.ย. ๖๗"] for code in (1.1, "1.8", 1.9, 1.1, 1.11, 1.19, 1.2)]]
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("activities")["code"]) == ["1.1", "1.8", "1.9", "1.10", "1.11", "1.19", "1.20"]
    assert [problem.place.cell for problem in made_up.problems("code-without-zero")] == ["A5", "A8"]


def test_a_code_merged_over_occasions_numbers_them(made_up: Any) -> None:
    typed = [
        ["รหัสกิจกรรม", "ชื่อกิจกรรม", "วันที่", "จังหวัด", "จำนวน (คน)"],
        ["1.1", "รณรงค์", "๑๑ พ.ย. ๖๗", "ตาก", 30], [None, None, "๑๘ พ.ย. ๖๗", "เลย", 40],
        ["กิจกรรมที่ 1.2 ครั้งที่ 1", "ประชุม", "๒ ธ.ค. ๖๗", "น่าน", 10],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "1", typed, merge=["A2:A3", "B2:B3"])
    assert rows(made_up.table("activities"), "code", "name", "province", "participants") == [
        ("1.1(1)", "รณรงค์", "ตาก", 30), ("1.1(2)", "รณรงค์", "เลย", 40), ("1.2(1)", "ประชุม", "น่าน", 10),
    ]  # fmt: skip


def test_events_without_codes_are_told_of_one_by_one(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["กิจกรรม", "วันที่"], ["ประชุม", "๑๑ พ.ย. ๖๗"], ["อบรม", "๑๘ พ.ย. ๖๗"]])
    told = list(lines(made_up.year(), Words("th")))
    assert [(line.kind, line.texts["name"], line.texts["code"]) for line in told] == [
        ("event", "ประชุม", None), ("event", "อบรม", None),
    ]  # fmt: skip


def test_rows_of_a_form_not_filled_in_are_told_once(made_up: Any) -> None:
    typed = [["รหัส", "กิจกรรม", "วันที่"], ["1.1", "ก", "๑๑ พ.ย. ๖๗"], ["1.2"], [1.3], ["๒.๑ (๑)"], ["2.2", "ข", None]]
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("activities")["code"]) == ["1.1", "2.2"]
    assert [problem.message_en.count("rows 3, 4, 5") for problem in made_up.problems("rows-not-filled-in")] == [1]


def test_running_numbers_without_headings_are_told_once(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["ลำดับ", "กิจกรรม", "วันที่"], *[[n, "ก", "๑๑ พ.ย. ๖๗"] for n in (1, 2, 3)]])
    assert [problem.value for problem in made_up.problems("group-unnamed")] == ["1, 2, 3"]


# dates


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("28 ธ.ค. 67 - 5 ม.ค. 68", "2024-12-28", "2025-01-05"),
        ("10-Jan-25", "2025-01-10", "2025-01-10"),
        ("1/12/24", "2024-12-01", "2024-12-01"),
        ("๑๐ ม.ค. ๖๘ (๐๙.๐๐-๑๒.๐๐ น.)", "2025-01-10", "2025-01-10"),
        ("รุ่นที่ ๑: ๑๐ ม.ค. ๖๘\nรุ่นที่ ๒: ๑๗ ม.ค. ๖๘", "2025-01-10", "2025-01-17"),
        ("๑๐ ม.ค. ๖๘ (รุ่นที่ ๑)", "2025-01-10", "2025-01-10"),
        ("(๑๐ ม.ค. ๖๘)*", "2025-01-10", "2025-01-10"),
    ],
)
def test_a_day_with_what_is_typed_around_it(made_up: Any, typed: str, start: str, end: str) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "วัน/เวลา"], ["1.1", "ก", typed]])
    assert rows(made_up.table("activities"), "start_date", "end_date") == [(start, end)]
    assert codes(made_up) == []


@pytest.mark.parametrize("typed", ["ทุกเดือน", "เดือนละ ๑ ครั้ง", "ยกเลิก", "ยังไม่ดำเนินการ", "งดจัด"])
def test_words_that_state_no_date_leave_it_out_and_are_told(made_up: Any, typed: str) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "วันที่"], ["1.1", "ก", typed]])
    assert rows(made_up.table("activities"), "name", "start_date") == [("ก", None)]
    assert codes(made_up) == ["date-not-stated"]


def test_a_year_of_two_digits_far_from_the_fiscal_year_is_of_the_buddhist_era(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "วันที่"], ["1.1", "ก", "10 Jan 21"]])
    assert made_up.errors() == ["date-outside-year"]


def test_a_plan_beside_what_was_done_is_left_out(made_up: Any) -> None:
    typed = [
        ["ที่", "กิจกรรม", "แผน", None, "ผล", None, None],
        [None, None, "ช่วงเวลา", "งบประมาณ", "วันที่ดำเนินการ", "ผู้เข้าร่วม (คน)", "เบิกจ่าย (บาท)"],
        ["๑.๑", "อบรม", "ต.ค. - ธ.ค. ๖๗", 10000, "๑๑ - ๑๒ พ.ย. ๖๗", "๔๘", "๙,๕๐๐.๕๐"],
    ]
    made_up.add("made_up.xlsx", "1", typed, merge=["A1:A2", "B1:B2", "C1:D1", "E1:G1"])
    assert rows(made_up.table("activities"), "start_date", "end_date", "participants") == [
        ("2024-11-11", "2024-11-12", 48)
    ]
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", 9500.5)]


# figures


@pytest.mark.parametrize(
    ("typed", "baht", "told"),
    [
        ("๕๐,๐๐๐ บาท (ห้าหมื่นบาทถ้วน)", 50_000, []),
        ("50,000.00*", 50_000, []),
        ("๕๐๐ บ.", 500, []),
        ("1.5 ล.บ.", 1_500_000, []),
        ("500 บาท (เงินรายได้)", 500, ["remark-left-out"]),
        ("500 (450)", None, ["number-unreadable"]),
        ("ห้าหมื่น (50,000)", None, ["number-unreadable"]),
    ],
)
def test_an_amount_with_what_is_typed_around_it(made_up: Any, typed: str, baht: float | None, told: list[str]) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "รายการ", "จำนวนเงิน"], ["1.1", "ก", typed], ["1.2", "ข", 1]])
    assert rows(made_up.read().tables["expenses"], "amount_baht")[0] == (baht,)
    assert codes(made_up) == told


def test_an_amount_merged_over_two_items_is_counted_once(made_up: Any) -> None:
    typed = [["รหัส", "รายการ", "จำนวนเงิน"], ["1.1", "ก", 500], ["1.2", "ข", None], ["รวม", None, 500]]
    made_up.add("made_up.xlsx", "1", typed, merge=["C2:C3"])
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", 500.0), ("1.2", None)]
    assert codes(made_up) == ["amount-shared"]


def test_headings_and_counts_in_english(made_up: Any) -> None:
    typed = [
        [
            "Activity code",
            "Activity",
            "Start date",
            "End date",
            "Host",
            "No. of participants",
            "Spent (Baht)",
            "Remarks",
        ],
        ["1.1", "Kick-off", "11 Nov 2024", "12 Nov 2024", "DIT", "40 persons", "9,500.25", "ok"],
        ["Total", None, None, None, None, 40, 9500.25, None],
    ]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("activities"), "code", "start_date", "end_date", "host", "participants", "note") == [
        ("1.1", "2024-11-11", "2024-11-12", "คน.", 40, "ok")
    ]
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", 9500.25)]
    assert codes(made_up) == []


def test_kinds_of_spending_beside_their_sum(made_up: Any) -> None:
    head = [["รหัส", "กิจกรรม", "ค่าใช้จ่าย (บาท)", None, None, None], [None, None, "ค่าตอบแทน", "ค่าใช้สอย", "ค่าวัสดุ", "รวม"]]
    body = [["1.1", "ก", 100, 200, 300, 600], ["1.2", "ข", "-", 50, None, 55], ["รวม", None, 100, 250, 300, 655]]
    made_up.add("made_up.xlsx", "1", [*head, *body], merge=["A1:A2", "B1:B2", "C1:F1"])
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", 600.0), ("1.2", 55.0)]
    told = [(problem.place.cell, problem.value) for problem in made_up.problems("total-differs")]
    assert told == [("F4", "55"), ("F5", "655")]


def test_kinds_of_people_beside_their_sum(made_up: Any) -> None:
    head = [["รหัส", "กิจกรรม", "วันที่", "จำนวนผู้เข้าร่วม (คน)", None, None], [None, None, None, "ข้าราชการ", "นักเรียน", "รวม"]]
    body = [["1.1", "ก", "๑๑ พ.ย. ๖๗", 10, 20, 30], ["1.2", "ข", "๑๒ พ.ย. ๖๗", 5, "-", 5]]
    made_up.add("made_up.xlsx", "1", [*head, *body], merge=["A1:A2", "B1:B2", "C1:C2", "D1:F1"])
    assert list(made_up.table("activities")["participants"]) == [30, 5]
    assert codes(made_up) == []


def test_months_beside_their_sum(made_up: Any) -> None:
    head = ["รหัส", "รายการ", "ต.ค. 67", "พ.ย. 67", "ธ.ค. 67", "รวม"]
    made_up.add("made_up.xlsx", "1", [head, ["1.1", "ก", 100, 100, 50.25, 250.25], ["1.2", "ข", 1, 2, 3, 7]])
    assert list(made_up.table("expenses")["amount_baht"]) == [250.25, 7.0]
    assert [problem.place.cell for problem in made_up.problems("total-differs")] == ["F3"]


def test_the_result_of_an_indicator_is_no_money(made_up: Any) -> None:
    head = [["ที่", "โครงการ", "ตัวชี้วัดเชิงปริมาณ", None], [None, None, "เป้าหมาย", "ผล"]]
    made_up.add("made_up.xlsx", "1", [*head, [1, "อบรม", "50 คน", 48]], merge=["A1:A2", "B1:B2", "C1:D1"])
    assert made_up.errors() == ["file-without-table"]


def test_a_column_that_counts_rows_needs_no_heading_and_a_total_no_column(made_up: Any) -> None:
    body = [[1, "ก", "๑๑ พ.ย. ๖๗", 5], ["๒.", "ข", "๑๒ พ.ย. ๖๗", 6], ["รวม", None, None, 11]]
    made_up.add("made_up.xlsx", "1", [[None, "กิจกรรม", "วันที่", "จำนวนคน"], *body])
    assert list(made_up.table("activities")["participants"]) == [5, 6]
    assert codes(made_up) == ["codes-missing"]


# targets


def test_targets_in_words_keep_their_row(made_up: Any) -> None:
    typed = [
        ["ตัวชี้วัด", "เป้าหมาย", "ผล"],
        ["ระดับความสำเร็จของแผน", "ระดับ ๕", "ระดับ 4"],
        ["คุณภาพแผน", "ระดับดี", "ระดับ A"],
        ["จำนวนสื่อ", "ประมาณ 50", "30 ชิ้น/วัน"],
        ["จำนวนเครือข่าย", "๒ - ๓ เครือข่าย", "๓ เครือข่าย"],
        ["จำนวนเรื่องร้องเรียน", "ไม่เกิน 3 เรื่อง", "ไม่มี"],
        ["จำนวนผู้เข้าร่วมกิจกรรม", "อย่างน้อย 30 คน", "ไม่มี"],
    ]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("targets"), "operator", "target", "reported") == [
        (">=", 5.0, 4.0), (">=", None, None), (">=", None, None), (">=", None, 3.0), ("<=", 3.0, 0.0),
        (">=", 30.0, None),
    ]  # fmt: skip
    told = made_up.problems("quantity-in-words")
    assert [problem.place.cell for problem in told] == ["B3", "C3", "B4", "C4", "B5", "C7"]


@pytest.mark.parametrize("typed", ["1O0", "1,10", "92..5", "ร้อยละ 9O"])
def test_a_target_mistyped_is_an_error(made_up: Any, typed: str) -> None:
    made_up.add("made_up.xlsx", "1", [["ตัวชี้วัด", "เป้าหมาย", "ผล"], ["จำนวนสื่อ", typed, 7]])
    assert made_up.errors() == ["number-unreadable"]


def test_the_tier_stands_in_titles_and_headings_and_the_result_is_that_of_the_year(made_up: Any) -> None:
    typed = [
        ["ตัวชี้วัดระดับกระทรวง"],
        ["ที่", "ตัวชี้วัด", "เป้าหมาย", "ผลการดำเนินงาน", None, "สถานะ"],
        [None, None, None, "รอบ ๖ เดือน", "รอบ ๑๒ เดือน", None],
        [1, "ร้อยละหน่วยงานที่ผ่านเกณฑ์ ITA", "≥ ร้อยละ 100", "-", "91.67", "ไม่บรรลุ"],
        ["ระดับโครงการ (เชิงปริมาณ)"],
        [2, "จำนวนผู้เข้าร่วมกิจกรรม", ">1,100 คน", "500", "1,871 คน", "บรรลุ"],
    ]
    made_up.add("made_up.xlsx", "1", typed, merge=["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"])
    assert rows(made_up.table("targets"), "kpi", "tier", "kind", "operator", "target", "reported") == [
        ("pass_rate", "ministry", None, ">=", 100.0, 91.67),
        ("participants", "project", "quantity", ">", 1100.0, 1871.0),
    ]  # fmt: skip


# scores


def test_scores_that_are_shares_of_one_become_points_of_a_hundred(made_up: Any) -> None:
    typed = [
        ["หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม"],
        ["คน.", 0.9, 0.9, 0.925, 0.91], ["คต.", "๐.๘๐", 0.8, 0.85, 0.82], ["สป.", 1, 0.9, 0.95, 0.95],
        ["เฉลี่ย", None, None, None, 0.8933],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == [
        ("คน.", 91.0, 90.0, 90.0, 92.5), ("คต.", 82.0, 80.0, 80.0, 85.0), ("สป.", 95.0, 100.0, 90.0, 95.0),
    ]  # fmt: skip
    assert rows(made_up.table("totals"), "column", "reported") == [("mean", 89.33)]
    assert [problem.place.cell for problem in made_up.problems("scores-of-one")] == ["E2"]


def test_a_single_score_below_one_is_no_scale(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "คะแนน"], ["คน.", 91], ["คต.", 0.5]])
    assert list(made_up.table("unit_scores")["score"]) == [91.0, 0.5]
    assert codes(made_up) == ["score-below-one"]


def wide_table(unit: str) -> list[list[Any]]:
    """A unit's ten indicators with the score of each, of their tools and of the unit, as typed into merged cells."""
    tools, totals = {0: ("IIT", 92), 5: ("EIT", 96), 8: ("OIT", 98.5)}, {0: 95.8}
    return [
        [unit if i == 0 else None, totals.get(i), *tools.get(i, (None, None)), f"{i + 1}) {name}", TEN[i]]
        for i, name in enumerate(INDICATORS)
    ]


@pytest.mark.parametrize("merged", [True, False])
def test_scores_of_tools_and_of_the_unit_beside_those_of_indicators(made_up: Any, merged: bool) -> None:
    head = [["หน่วยงาน", "คะแนน ITA", "แบบวัด", "คะแนนรายแบบวัด", "ตัวชี้วัด", "คะแนนรายตัวชี้วัด"]]
    merge = [
        f"{column}{first + top}:{column}{first + bottom}"
        for first in (2, 12)
        for columns, spans in (("AB", [(0, 9)]), ("CD", [(0, 4), (5, 7), (8, 9)]))
        for column in columns
        for top, bottom in spans
    ]
    made_up.add("made_up.xlsx", "1", [*head, *wide_table("คน."), *wide_table("คต.")], merge=merge if merged else [])
    expected = [(unit, 95.8, 92.0, 96.0, 98.5) for unit in ("คน.", "คต.")]
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == expected
    assert list(made_up.table("indicator_scores")["score"]) == [*TEN, *TEN]
    assert codes(made_up) == []


def test_a_total_merged_over_the_tools_of_a_titled_unit(made_up: Any) -> None:
    typed = [
        ["กรมการค้าภายใน"],
        ["แบบวัด", "คะแนน", "คะแนนรวม", "ระดับ"],
        ["IIT", 90, 91, "ผ่านดี"],
        ["EIT", 90],
        ["OIT", 92.5],
    ]
    made_up.add("made_up.xlsx", "1", typed, merge=["C3:C5", "D3:D5"])
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == [("คน.", 91.0, 90.0, 90.0, 92.5)]
    assert rows(made_up.table("reported_levels"), "unit", "level") == [("คน.", "ผ่านดี")]


def test_a_level_below_the_tools_stands_in_any_column(made_up: Any) -> None:
    head = ["แบบวัด", "น้ำหนัก", "คะแนนที่ได้ (เต็ม 100)", "คะแนนถ่วงน้ำหนัก"]
    body = [["IIT", "30%", 90, 27], ["EIT", "30%", 90, 27], ["OIT", "40%", 92.5, 37]]
    end = [["คะแนนรวมทั้งสิ้น", "100%", None, 91], ["ระดับ", None, None, "ผ่านดี"]]
    made_up.add("made_up.xlsx", "กรมการค้าภายใน", [head, *body, *end])
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == [("คน.", 91.0, 90.0, 90.0, 92.5)]
    assert rows(made_up.table("reported_levels"), "unit", "level") == [("คน.", "ผ่านดี")]


def test_one_table_of_tools_that_goes_on_from_unit_to_unit(made_up: Any) -> None:
    tools = [["IIT", 90], ["EIT", 90], ["OIT", 92.5], ["คะแนนรวม", 91]]
    typed = [
        ["ผล ITA กระทรวงพาณิชย์"],
        ["แบบวัด", "คะแนน"],
        ["กรมการค้าภายใน"],
        *tools,
        ["หน่วยงาน : กรมการค้าต่างประเทศ"],
        *tools,
    ]
    made_up.add("made_up.xlsx", "1", typed)
    expected = [(unit, 91.0, 90.0, 90.0, 92.5) for unit in ("คน.", "คต.")]
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == expected
    accounting = made_up.read().accounting
    assert rows(accounting, "title", "header", "group", "data", "total", "rows") == [(1, 1, 2, 6, 2, 12)]


def test_units_across_under_a_heading_for_all_of_them(made_up: Any) -> None:
    typed = [
        ["ตัวชี้วัด", "หน่วยงาน", None],
        [None, "คน.", "คต."],
        *[[name, TEN[i], 80] for i, name in enumerate(INDICATORS)],
    ]
    made_up.add("made_up.xlsx", "1", typed, merge=["A1:A2", "B1:C1"])
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == [
        ("คน.", 95.8, 92.0, 96.0, 98.5), ("คต.", 80.0, 80.0, 80.0, 80.0),
    ]  # fmt: skip


@pytest.mark.parametrize("merge", [[], ["A1:D1"]])
def test_a_title_that_is_a_heading_elsewhere_is_a_title(made_up: Any, merge: list[str]) -> None:
    typed = [["ส่วนราชการ"], ["หน่วยงาน", "IIT", "EIT", "OIT"], ["คน.", 90, 90, 92.5]]
    made_up.add("made_up.xlsx", "1", typed, merge=merge)
    assert rows(made_up.table("unit_scores"), *SCORES[1:]) == [("คน.", 91.0, 90.0, 90.0, 92.5)]
    assert codes(made_up) == ["total-computed"]


def test_people_asked_are_no_scores(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "ผู้ตอบ", [["หน่วยงาน", "จำนวนผู้ตอบ IIT", "จำนวนผู้ตอบ EIT", "รวม"], ["คน.", 20, 30, 50]])
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนน"], ["คน.", 91]])
    assert rows(made_up.table("unit_scores"), "unit", "score") == [("คน.", 91.0)]
    assert codes(made_up) == ["sheet-without-table"]


@pytest.mark.parametrize(
    "typed",
    ["Department of Internal Trade", "DIT", "กรมการค้าภายใน : คน.", "คน. - กรมการค้าภายใน", "๑) คน. กรมการค้าภายใน*"],
)
def test_a_unit_by_any_of_its_names(made_up: Any, typed: str) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "คะแนน"], [typed, 91], ["คต. - กรมการค้าภายใน", 90]])
    assert list(made_up.read().tables["unit_scores"]["unit"]) == ["คน."]
    assert [problem.place.cell for problem in made_up.problems("unit-unknown")] == ["A3"]


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("สนง.ปลัดกระทรวงพาณิชย์", "สป."),
        ("สำนักงานปลัดกระทรวงฯ", "สป."),
        ("สถาบันส่งเสริมศิลปหัตถกรรมไทย", "สศท."),
        ("กรมการค้าฯ", None),
    ],
)
def test_a_name_shortened_is_known_where_it_can_be_one_units_only(made_up: Any, typed: str, unit: str | None) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "คะแนน"], [typed, 91]])
    assert list(made_up.read().tables["unit_scores"]["unit"]) == ([unit] if unit else [])


# several years


def test_tools_under_several_years(made_up: Any) -> None:
    head = [["หน่วยงาน", "ปีงบประมาณ พ.ศ. ๒๕๖๗", None, None, None, 2568], [None, *["IIT", "EIT", "OIT", "รวม"] * 2]]
    body = [["คน.", 90, 90, 92.5, 91, 91, 90, 92.5, 91.3]]
    made_up.add("made_up.xlsx", "1", [*head, *body], merge=["A1:A2", "B1:E1", "F1:I1"])
    assert rows(made_up.table("unit_scores"), *SCORES) == [
        (2567, "คน.", 91.0, 90.0, 90.0, 92.5), (2568, "คน.", 91.3, 91.0, 90.0, 92.5),
    ]  # fmt: skip


def test_the_verdict_beside_totals_of_years_is_no_score(made_up: Any) -> None:
    typed = [["หน่วยงาน", "คะแนน ITA 2568", "คะแนน ITA 2567", "ผลการประเมิน"], ["คน.", "๙๑.๐๐ (ผ่านดี)", 90, "ผ่าน"]]
    made_up.add("made_up.xlsx", "1", typed)
    assert rows(made_up.table("unit_scores"), "fiscal_year", "score") == [(2568, 91.0), (2567, 90.0)]
    assert rows(made_up.table("reported_levels"), "level") == [("ผ่านดี",), ("ผ่าน",)]


@pytest.mark.parametrize("where", ["sheet", "title", "file"])
def test_sheets_laid_out_alike_are_each_of_the_year_they_name(made_up: Any, where: str) -> None:
    for year, score in ((2567, 90), (2568, 91)):
        title = [[f"ผลการประเมิน ปี {year}"]] if where == "title" else []
        file, sheet = (
            f"made_up_{year if where == 'file' else ''}.xlsx",
            f"ปี {year % 100}" if where == "sheet" else str(score),
        )
        made_up.add(file, sheet, [*title, ["หน่วยงาน", "คะแนน"], ["คน.", score], ["คต.", 80]])
    expected = [(2567, "คน.", 90.0), (2567, "คต.", 80.0), (2568, "คน.", 91.0), (2568, "คต.", 80.0)]
    assert rows(made_up.table("unit_scores"), "fiscal_year", "unit", "score") == expected
    assert codes(made_up) == []


def test_a_year_left_over_in_a_title_is_told_and_not_believed(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["ปี 2568"], ["หน่วยงาน", "คะแนน"], ["คน.", 91]])
    made_up.add("made_up.xlsx", "2", [["ปี 2567"], ["หน่วยงาน", "คะแนน"], ["คต.", 80]])
    assert list(made_up.table("unit_scores")["fiscal_year"]) == [2568, 2568]
    assert codes(made_up) == ["other-fiscal-year"]


def test_a_file_named_for_another_year_is_told(made_up: Any) -> None:
    made_up.add("made_up ปี 2567.xlsx", "1", [["หน่วยงาน", "คะแนน"], ["คน.", 91]])
    made_up.add("made_up ข้อมูล ณ 31 ธ.ค. 2567.xlsx", "1", [["รหัส", "รายการ", "จำนวนเงิน"], ["1.1", "ก", 5]])
    assert [problem.place.file for problem in made_up.problems("other-fiscal-year")] == ["made_up ปี 2567.xlsx"]


def test_plan_and_result_of_each_quarter(made_up: Any) -> None:
    """Two columns of the same quarter under one heading are no two parts of the year."""
    head = [["รหัส", "กิจกรรม", "ไตรมาส 1", None, "ไตรมาส 2", None, "รวม", None], [None, None, *["แผน", "ผล"] * 3]]
    made_up.add(
        "made_up.xlsx",
        "1",
        [*head, ["1.1", "ก", 100, 90, 200, 210.5, 300, 300.5]],
        merge=["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"],
    )
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", 300.5)]


def test_a_csv_of_the_thai_code_page_with_semicolons(made_up: Any) -> None:
    text = 'รหัส;กิจกรรม;วันที่;ผู้เข้าร่วม\n1.1;ประชุม;11/11/2567;30\n1.10;"อบรม; รุ่น 1";15/1/68 - 16/1/68;1,200\n'
    Path(made_up.raw / "made_up.csv").write_bytes(text.encode("cp874"))
    assert rows(made_up.table("activities"), "code", "name", "start_date", "end_date", "participants") == [
        ("1.1", "ประชุม", "2024-11-11", "2024-11-11", 30), ("1.10", "อบรม; รุ่น 1", "2025-01-15", "2025-01-16", 1200),
    ]  # fmt: skip
