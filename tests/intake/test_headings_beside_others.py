"""Made-up headings that say too little: another column says more, or nothing says what they are of."""

from __future__ import annotations

from typing import Any

import pytest

from itaanalysis.reference import ReferenceTableError

from .tidy_rows import rows

DAY = "๑๑ พ.ย. ๖๗"
DOWN = ["A1:A2", "B1:B2"]
"""Headings of one row beside those of two are merged."""


@pytest.mark.parametrize(
    ("head", "row", "baht"),
    [
        (["จำนวนเงิน", "เบิกจ่ายจริง"], [5000, 4000], 4000),
        (["เบิกจ่ายจริง", "จำนวนเงิน"], [4000, 5000], 4000),
        (["จำนวนเงิน (บาท)", "ผลการเบิกจ่าย (บาท)"], [5000, 4000], 4000),
        (["งบประมาณที่ใช้จ่าย", "ผลเบิกจ่ายจริง"], [5000, 4000], 4000),
        (["งบประมาณใช้จ่าย", "เบิกจ่าย"], [5000, 4000], 4000),
        (["ค่าใช้จ่าย", "จ่ายจริง"], [5000, 4000], 4000),
        (["เป็นเงิน", "เบิกจ่ายแล้ว"], [5000, 4000], 4000),
        (["Amount", "Disbursed"], [5000, 4000], 4000),
        (["จำนวนเงิน", "หมายเหตุ"], [5000, "ก"], 5000),
    ],
)
@pytest.mark.parametrize("what", [["รายการ"], ["กิจกรรม", "วันที่"]])
def test_the_amount_that_says_it_was_spent(
    made_up: Any, head: list[str], row: list[Any], baht: float, what: list[str]
) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", *what, *head], ["1.1", *["ก", DAY][: len(what)], *row]])
    if what[1:] and head[0] in ("เป็นเงิน", "Amount"):
        baht = row[1]  # no headings of money in a table of activities, where the other is the only one
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", baht)]


@pytest.mark.parametrize(
    ("above", "below", "row", "baht"),
    [
        (["งบประมาณที่ได้รับ", "ผลการเบิกจ่าย"], ["จำนวนเงิน", "จำนวนเงิน"], [1000, 900], 900),
        (["ผลการเบิกจ่าย", "งบประมาณที่ได้รับ"], ["จำนวนเงิน", "จำนวนเงิน"], [900, 1000], 900),
        (["งบประมาณ", "ผลการเบิกจ่าย"], ["จำนวนเงิน", "จำนวนเงิน"], [1000, 900], 900),
        (["วงเงินที่ได้รับจัดสรร", "ผลการใช้จ่าย"], ["บาท", "บาท"], [1000, 900], 900),
        (["งบประมาณ", None], ["ได้รับจัดสรร", "เบิกจ่าย"], [1000, 900], 900),
        (["งบประมาณที่ได้รับ", None], ["จัดสรร", "เบิกจ่าย"], [1000, 900], 900),
        (["งบประมาณ", None], ["แผน", "ผล"], [1000, 900], 900),
        (["วงเงินงบประมาณ", None], ["แผน", "ผล"], [1000, 900], 900),
        (["ผลการเบิกจ่าย", None], ["ร้อยละ", "จำนวนเงิน"], [90, 900], 900),
        (["ผลการเบิกจ่าย", None, None, None], ["จัดสรร", "เบิกจ่าย", "ก่อหนี้ผูกพัน", "รวม"], [20, 10, 5, 15], 10),
        (["ผลการเบิกจ่าย", None, None, None], ["รวม", "PO", "กันเงิน", "เบิกจ่าย"], [15, 2, 3, 10], 10),
        (["ผลการเบิกจ่าย", None, None], ["เบิกจ่าย", "ค้างจ่าย", "รวม"], [10, 5, 15], 10),
        (["ค่าใช้จ่าย", None, None], ["ค่าตอบแทน", "ค่าใช้สอย", "รวมทั้งสิ้น"], [10, 5, 15], 15),
        (["Expenditure", None, None], ["Travel", "Report printing", "Total"], [10, 5, 15], 15),
    ],
)
def test_the_amount_below_a_heading_of_what_was_spent(
    made_up: Any, above: list[Any], below: list[str], row: list[Any], baht: float
) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "รายการ", *above], [None, None, *below], ["1.1", "ก", *row]], merge=DOWN)
    assert rows(made_up.table("expenses"), "code", "amount_baht") == [("1.1", baht)]


@pytest.mark.parametrize("above", ["งบประมาณ", "งบประมาณที่ได้รับ", "Budget (Baht)", "ได้รับจัดสรร"])
def test_what_was_given_was_not_spent(made_up: Any, above: str) -> None:
    typed = [["รหัส", "รายการ", above], [None, None, "จำนวนเงิน"], ["1.1", "ก", 5000]]
    made_up.add("made_up.xlsx", "1", typed, merge=DOWN)
    assert made_up.errors() == ["file-without-table"]


@pytest.mark.parametrize(
    "general",
    [
        "คะแนนรายตัวชี้วัด",
        "คะแนนตัวชี้วัด",
        "คะแนนเฉลี่ยรายตัวชี้วัด",
        "คะแนนตามตัวชี้วัด",
        "คะแนนรายแบบวัด",
        "คะแนนรายเครื่องมือ",
        "คะแนนแบบวัด",
        "คะแนนเครื่องมือ",
        "คะแนนเฉลี่ยรายแบบวัด",
        "คะแนนเฉลี่ยรายเครื่องมือ",
        "คะแนนตามแบบวัด",
        "คะแนนรายด้าน",
        "คะแนนเฉลี่ยรายด้าน",
        "คะแนนรายหน่วยงาน",
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_total_of_a_unit_is_its_score(made_up: Any, general: str, turned: bool) -> None:
    pairs = [(general, 80.2), ("คะแนนรวม", 92.8)]
    head, row = zip(*(pairs[::-1] if turned else pairs), strict=True)
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", *head], ["สป.", *row]])
    assert rows(made_up.table("unit_scores"), "unit", "score", "passed") == [("สป.", 92.8, True)]


@pytest.mark.parametrize("head", [["คะแนนรายแบบวัด", "คะแนนรวม"], ["คะแนนรวม", "คะแนนรายแบบวัด"], ["คะแนน", "คะแนนรวม"]])
def test_the_score_of_a_tool_is_its_own(made_up: Any, head: list[str]) -> None:
    typed = [["สป."], ["แบบวัด", *head]]
    own = head.index("คะแนนรวม") == 1
    scores = {"IIT": 90, "EIT": 91, "OIT": 92}
    typed += [[tool, *((score, None) if own else (None, score))] for tool, score in scores.items()]
    typed[2][1 + own] = 91.1
    made_up.add("made_up.xlsx", "1", typed, merge=["C3:C5" if own else "B3:B5"])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "eit", "oit") == [("สป.", 91.1, 90, 91, 92)]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["ข้าราชการ", "ลูกจ้าง", "รวมทั้งสิ้น"], [50, 30, 80]),
        (["ข้าราชการ", "ลูกจ้าง", "รวม"], [50, 30, 80]),
        (["Officials", "Employees", "Total"], [50, 30, 80]),
        (["เรื่องร้องเรียน", "ผล"], [12, 3]),
        (["คะแนนรายตัวชี้วัด"], [80.2]),
        (["รวมทั้งสิ้น"], [80]),
    ],
)
def test_counts_are_no_scores(made_up: Any, head: list[str], row: list[Any]) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", *head], ["สป.", *row], ["คน.", *row]])
    assert made_up.errors() == ["file-without-table"]


def test_a_sum_beside_tools_is_the_score(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "1", [["หน่วยงาน", "IIT", "EIT", "OIT", "รวมทั้งสิ้น"], ["คน.", 90, 91, 92, 91.1]])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit") == [("คน.", 91.1, 90)]


@pytest.mark.parametrize(
    ("head", "row", "name"),
    [
        (["โครงการ", "กิจกรรม", "วันที่"], ["โครงการ ก", "อบรม", DAY], "อบรม"),
        (["ชื่อโครงการ", "ชื่อกิจกรรม", "วันที่"], ["โครงการ ก", "อบรม", DAY], "อบรม"),
        (["ผลการดำเนินกิจกรรม", "วันที่", "ชื่อกิจกรรม"], ["สำเร็จ", DAY, "อบรม"], "อบรม"),
        (["โครงการ", "วันที่"], ["โครงการ ก", DAY], "โครงการ ก"),
        (["Activity", "Activity name", "Date"], ["A", "อบรม", DAY], "อบรม"),
    ],
)
def test_the_name_is_that_of_the_activity(made_up: Any, head: list[str], row: list[Any], name: str) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", *head], ["1.1", *row]])
    assert rows(made_up.table("activities"), "name", "start_date") == [(name, "2024-11-11")]


@pytest.mark.parametrize("head", [["กิจกรรม", "วันที่"], ["รายการ", "เบิกจ่าย"]])
def test_the_code_is_that_of_the_activity(made_up: Any, head: list[str]) -> None:
    rest = DAY if head[0] == "กิจกรรม" else 100
    typed = [["รหัสโครงการ", "รหัสกิจกรรม", *head], ["1", "1.1", "ก", rest], ["1", "1.2", "ข", rest]]
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("activities" if head[0] == "กิจกรรม" else "expenses")["code"]) == ["1.1", "1.2"]
    assert made_up.errors() == []


@pytest.mark.parametrize(
    ("general", "exact"),
    [
        ("โครงการ", "รายการ"),
        ("ชื่อโครงการ", "รายการ"),
        ("ประเภทรายจ่าย", "รายการ"),
        ("หมวดรายจ่าย", "รายการ"),
        ("Activity", "Description"),
        ("Description", "Item"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_item_is_what_was_paid_for(made_up: Any, general: str, exact: str, turned: bool) -> None:
    cells = [(general, "ของกลาง", "ของกลาง"), (exact, "ค่าวิทยากร", "ค่าอาหาร")]
    head, *body = zip(*(cells[::-1] if turned else cells), strict=True)
    typed = [["รหัส", *head, "เบิกจ่าย"], ["1.1", *body[0], 100], ["1.1", *body[1], 200]]
    made_up.add("made_up.xlsx", "1", typed)
    assert list(made_up.table("expenses")["item"]) == ["ค่าวิทยากร", "ค่าอาหาร"]
    assert made_up.errors() == []


@pytest.mark.parametrize(
    ("head", "row", "people"),
    [
        (["ผู้เข้าร่วมทั้งหมด", "ผู้เข้าร่วมจริง"], [48, 45], 45),
        (["ผู้เข้าร่วมจริง", "ผู้เข้าร่วมทั้งสิ้น"], [45, 48], 45),
        (["ชาย", "หญิง", "LGBTQ", "รวม"], [12, 15, 4, 31], 31),
        (["Male", "Female", "Total"], [12, 15, 27], 27),
        (["ชาย", "หญิง", "ออนไลน์", "รวม"], [12, 15, 4, 31], 27),
        (["ชาย", "หญิง"], [12, 15], 27),
        (["ชาย", "ผู้เข้าร่วมทั้งหมด"], [12, 27], 27),
        (["ชาย", "หญิง", "ผู้เข้าร่วม"], [12, 15, 28], 28),
    ],
)
def test_the_people_who_came(made_up: Any, head: list[str], row: list[int], people: int) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "วันที่", *head], ["1.1", "ก", DAY, *row]])
    assert list(made_up.table("activities")["participants"]) == [people]
    assert made_up.problems("total-differs") == []


@pytest.mark.parametrize(
    ("above", "below", "row", "people"),
    [
        ("ผู้เข้าร่วม", ["สมัคร", "เข้าร่วมจริง", "ไม่มา", "รวม"], [50, 45, 5, 100], 45),
        ("ผู้เข้าร่วม", ["รวม", "สมัคร", "ขาด", "เข้าร่วมจริง"], [100, 50, 5, 45], 45),
        ("Participants", ["Staff", "Public", "Total"], [12, 15, 27], 27),
        ("จำนวนผู้เข้าร่วม (คน)", ["ชาย", "หญิง", "LGBTQ", "รวม"], [12, 15, 4, 31], 31),
    ],
)
def test_the_people_below_one_heading(made_up: Any, above: str, below: list[str], row: list[int], people: int) -> None:
    head = [["รหัส", "กิจกรรม", "วันที่", above], [None, None, None, *below]]
    made_up.add("made_up.xlsx", "1", [*head, ["1.1", "ก", DAY, *row]], merge=[*DOWN, "C1:C2"])
    assert list(made_up.table("activities")["participants"]) == [people]
    assert made_up.problems("total-differs") == []


@pytest.mark.parametrize("head", ["ชาย", "Male", "Female"])
def test_some_of_the_people_are_not_all_of_them(made_up: Any, head: str) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "วันที่", head], ["1.1", "ก", DAY, 12]])
    assert rows(made_up.table("activities"), "participants") == [(None,)]
    assert [problem.place.cell for problem in made_up.problems("people-part-alone")] == ["D1"]


@pytest.mark.parametrize("head", ["ผู้เข้าร่วมประชุม", "ผู้เข้าประชุม", "ผู้ร่วมงาน", "Attendees"])
def test_a_list_of_people_is_no_count(made_up: Any, head: str) -> None:
    made_up.add("made_up.xlsx", "1", [["รหัส", "กิจกรรม", "วันที่", head], ["1.1", "ก", DAY, "ฝ่ายก, ฝ่ายข"]])
    assert rows(made_up.table("activities"), "participants") == [(None,)]
    assert made_up.errors() == []


def test_headings_may_come_without_ranks(made_up: Any) -> None:
    path = made_up.reference / "headers.csv"
    path.write_text(
        "table,column,header\nexpenses,item,รายการ\nexpenses,amount_baht,จำนวนเงิน\nexpenses,amount_baht,จ่าย\n", "utf-8"
    )
    made_up.add("made_up.xlsx", "1", [["รายการ", "จำนวนเงิน", "จ่าย"], ["ก", 5000, 4000]])
    assert list(made_up.table("expenses")["amount_baht"]) == [5000]


def test_a_rank_is_a_number(made_up: Any) -> None:
    with (made_up.reference / "headers.csv").open("a", encoding="utf-8") as file:
        file.write("expenses,item,งาน,last\n")
    with pytest.raises(ReferenceTableError, match="the rank of “งาน” is a whole number or blank, not last"):
        made_up.read()
