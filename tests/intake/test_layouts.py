"""Made-up workbooks laid out in other ways: the same rows must come out, whatever stands around them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

HEAD = ["ที่", "กิจกรรม", "วัน เดือน ปี", "สถานที่", "ผู้เข้าร่วม (คน)"]
EVENTS = [
    ["๑.๑", "สัมมนาเครือข่าย", "๓ กันยายน ๒๕๖๘", "ห้องประชุม ก", "๕๒ คน"],
    ["1.2 (1)", "อบรมรุ่นที่ ๑", "31 ก.ค. - 1 ส.ค. 2568", "ห้องประชุม ข", 40],
    ["๒", "ทำบุญตักบาตร", "4/8/2568", None, "-"],
]
EXPECTED = [
    ("1.1", "1", "สัมมนาเครือข่าย", "2025-09-03", "2025-09-03", "ห้องประชุม ก", 52),
    ("1.2(1)", "1", "อบรมรุ่นที่ ๑", "2025-07-31", "2025-08-01", "ห้องประชุม ข", 40),
    ("2", "2", "ทำบุญตักบาตร", "2025-08-04", "2025-08-04", None, None),
]
ROWS = ["code", "group", "name", "start_date", "end_date", "venue", "participants"]


def plain(table: pd.DataFrame, columns: list[str]) -> list[tuple[Any, ...]]:
    """Rows as tuples: dates in ISO, missing values as None."""

    def cell(value: Any) -> Any:
        if pd.isna(value):
            return None
        return value.date().isoformat() if isinstance(value, pd.Timestamp) else value

    return [tuple(map(cell, row)) for row in table[columns].astype(object).itertuples(index=False)]


def activities(project: Any) -> list[tuple[Any, ...]]:
    return plain(project.table("activities"), ROWS)


def accounted(project: Any) -> dict[str, int]:
    """How many rows of each kind, over all sheets; all of them must be of one."""
    accounting = project.read().accounting
    kinds = accounting[["title", "header", "group", "data", "total", "note", "problem"]]
    assert (kinds.sum(axis=1) == accounting["rows"]).all()
    return {str(kind): int(count) for kind, count in kinds.sum().items() if count}


# where a table starts, and what it is called


@pytest.mark.parametrize("at", [(1, 1), (1, 4), (9, 1), (12, 7)])
def test_a_table_may_start_anywhere(made_up: Any, at: tuple[int, int]) -> None:
    made_up.add("made_up.xlsx", "กิจกรรม", [HEAD, *EVENTS], at=at)
    assert activities(made_up) == EXPECTED
    column = "ABCDEFGHIJ"[at[1] - 1]
    assert made_up.table("activities")["source"][0] == f"made_up.xlsx!กิจกรรม!{column}{at[0] + 1}"


def test_blank_rows_and_columns_within_a_table(made_up: Any) -> None:
    rows = [HEAD, [None], EVENTS[0], [None], [None], *EVENTS[1:]]
    spread = [[cell for value in row for cell in (value, None)] for row in rows]
    made_up.add("made_up.xlsx", "กิจกรรม", spread, at=(3, 2))
    assert activities(made_up) == EXPECTED
    assert accounted(made_up) == {"header": 1, "data": 3}


@pytest.mark.parametrize("file", ["สรุปกิจกรรม ปี ๖๘ (แก้ไข).xlsx", "1.xlsx", "made up - final!.XLSX"])
@pytest.mark.parametrize("sheet", ["Sheet1", "แผ่น ๑", "ต.ค.-ก.ย.", "a'b", "เงิน!"])
def test_files_and_sheets_may_have_any_name(made_up: Any, file: str, sheet: str) -> None:
    made_up.add(file, sheet, [HEAD, *EVENTS])
    assert activities(made_up) == EXPECTED
    assert made_up.table("activities")["source"][0] == f"{file}!{sheet}!A2"


def test_columns_in_another_order_with_others_between(made_up: Any) -> None:
    order = [4, 2, 0, 3, 1]
    rows = [[row[i] for i in order] + ["เก็บไว้"] for row in [HEAD, *EVENTS]]
    rows[0][-1] = "ผู้รายงาน"
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert activities(made_up) == EXPECTED
    (unknown,) = made_up.problems("column-unknown")
    assert (unknown.value, unknown.place.cell) == ("ผู้รายงาน", "F1")


@pytest.mark.parametrize(
    "head",
    [
        ["Code", "Activity", "Date", "Venue", "Participants"],
        ["รหัส กิจกรรม", "ชื่อกิจกรรม", "วัน/เดือน/ปี", "สถานที่จัด", "จำนวนผู้เข้าร่วม(คน)"],
        ["ข้อ", "โครงการ/กิจกรรม", "ว/ด/ป", "สถานที่ดําเนินการ", "ผู้เข้าร่วม\nกิจกรรม"],
        ["  ลำดับ ", "กิจกรรม", "วันที่จัดกิจกรรม", "สถานที่", "จำนวน (คน)"],
    ],
)
def test_headings_typed_in_other_words(made_up: Any, head: list[str]) -> None:
    made_up.add("made_up.xlsx", "กิจกรรม", [head, *EVENTS])
    assert activities(made_up) == EXPECTED


def test_an_office_adds_its_own_word_for_a_heading(made_up: Any) -> None:
    head = ["ที่", "กิจกรรม", "วันจัดงาน", "สถานที่", "หัวคน"]
    made_up.add("made_up.xlsx", "กิจกรรม", [head, *EVENTS])
    unknown = [problem.value for problem in made_up.problems("column-unknown")]
    assert unknown == ["วันจัดงาน", "หัวคน"]
    with (made_up.reference / "headers.csv").open("a", encoding="utf-8") as file:
        file.write("activities,date,วันจัดงาน\nactivities,participants,หัวคน\n")
    assert activities(made_up) == EXPECTED


# how deep the header is


def test_two_header_rows_merged(made_up: Any) -> None:
    rows = [
        ["ที่", "กิจกรรม", "วัน เดือน ปี", "สถานที่", "ผู้เข้าร่วม", None],
        [None, None, None, None, "ณ สถานที่จัด", "ออนไลน์ (จังหวัด)"],
        *[[*event, "๗๖ จังหวัด"] for event in EVENTS],
    ]
    made_up.add("made_up.xlsx", "กิจกรรม", rows, merge=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"])
    assert activities(made_up) == EXPECTED
    assert list(made_up.table("activities")["online_provinces"]) == [76, 76, 76]
    assert accounted(made_up) == {"header": 2, "data": 3}


def test_two_header_rows_not_merged(made_up: Any) -> None:
    rows = [
        ["ที่", "กิจกรรม", "วัน เดือน ปี", "สถานที่", "ผู้เข้าร่วม", None],
        [None, None, None, None, "ณ สถานที่จัด", "ออนไลน์ (จังหวัด)"],
        *[[*event, None] for event in EVENTS],
    ]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert activities(made_up) == EXPECTED
    assert made_up.table("activities")["online_provinces"].isna().all()


def test_three_header_rows(made_up: Any) -> None:
    rows = [
        ["ที่", "กิจกรรม", "การดำเนินงาน", None, None, None],
        [None, None, "วัน เดือน ปี", "สถานที่", "ผู้เข้าร่วม", None],
        [None, None, None, None, "ณ สถานที่จัด", "ออนไลน์ (จังหวัด)"],
        *[[*event, 3] for event in EVENTS],
    ]
    merge = ["A1:A3", "B1:B3", "C1:F1", "C2:C3", "D2:D3", "E2:F2"]
    made_up.add("made_up.xlsx", "กิจกรรม", rows, merge=merge)
    assert activities(made_up) == EXPECTED
    assert list(made_up.table("activities")["online_provinces"]) == [3, 3, 3]
    assert accounted(made_up) == {"header": 3, "data": 3}


# where the pages break


@pytest.mark.parametrize(
    "between",
    [
        [],
        [[None], [None]],
        [["หน้า ๒"]],
        [["- ๒ -"]],
        [[None], ["สรุปกิจกรรม (ต่อ)"]],
    ],
)
def test_the_header_is_repeated_after_a_page_break(made_up: Any, between: list[Any]) -> None:
    rows = [
        ["สรุปกิจกรรม"],
        HEAD,
        ["กิจกรรมย่อยที่ ๑ เครือข่าย"],
        EVENTS[0],
        *between,
        HEAD,
        EVENTS[1],
        ["กิจกรรมย่อยที่ ๒ ศาสนา"],
        EVENTS[2],
        ["รวมทั้งสิ้น", None, None, None, 92],
    ]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert activities(made_up) == EXPECTED
    assert list(made_up.table("activities")["group_name"]) == ["เครือข่าย", "เครือข่าย", "ศาสนา"]
    assert plain(made_up.table("totals"), ["table", "column", "reported"]) == [("activities", "participants", 92.0)]
    accounted(made_up)


# how groups are told


GROUP_NAMES = ["เครือข่าย", "เครือข่าย", "ศาสนา"]


def grouped_by_merged_rows(made_up: Any) -> None:
    rows = [HEAD, ["กิจกรรมย่อยที่ ๑ เครือข่าย"], *EVENTS[:2], ["กิจกรรมย่อยที่ ๒ ศาสนา"], EVENTS[2]]
    made_up.add("made_up.xlsx", "กิจกรรม", rows, merge=["A2:E2", "A5:E5"])


def grouped_by_plain_rows(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "กิจกรรม", [HEAD, ["๑. เครือข่าย"], *EVENTS[:2], [None, "๒) ศาสนา"], EVENTS[2]])


def grouped_by_rows_with_codes(made_up: Any) -> None:
    events = [*EVENTS[:2], ["๒.๑", *EVENTS[2][1:]]]
    made_up.add("made_up.xlsx", "กิจกรรม", [HEAD, ["๑", "เครือข่าย"], *events[:2], ["๒", "ศาสนา"], events[2]])


def grouped_by_a_column(made_up: Any) -> None:
    groups = ["กิจกรรมย่อยที่ ๑ เครือข่าย", "กิจกรรมย่อยที่ ๑ เครือข่าย", "กิจกรรมย่อยที่ ๒ ศาสนา"]
    rows = [[*HEAD, "กิจกรรมย่อย"], *([*event, group] for event, group in zip(EVENTS, groups, strict=True))]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)


def grouped_by_a_merged_column(made_up: Any) -> None:
    groups = ["๑ เครือข่าย", None, "๒ ศาสนา"]
    rows = [["กลุ่มกิจกรรม", *HEAD], *([group, *event] for event, group in zip(EVENTS, groups, strict=True))]
    made_up.add("made_up.xlsx", "กิจกรรม", rows, merge=["A2:A3"])


def grouped_by_a_column_typed_once(made_up: Any) -> None:
    groups = ["๑ เครือข่าย", None, "๒ ศาสนา"]
    rows = [["กลุ่มกิจกรรม", *HEAD], *([group, *event] for event, group in zip(EVENTS, groups, strict=True))]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)


@pytest.mark.parametrize(
    "lay_out",
    [
        grouped_by_merged_rows, grouped_by_plain_rows, grouped_by_rows_with_codes, grouped_by_a_column,
        grouped_by_a_merged_column, grouped_by_a_column_typed_once,
    ],
)  # fmt: skip
def test_groups(made_up: Any, lay_out: Any) -> None:
    lay_out(made_up)
    table = made_up.table("activities")
    assert plain(table, ["group", "group_name", "name"]) == [
        (number, group, event[1]) for number, group, event in zip("112", GROUP_NAMES, EVENTS, strict=True)
    ]
    accounted(made_up)


def test_a_group_column_of_numbers_only(made_up: Any) -> None:
    rows = [["กิจกรรมย่อย", *HEAD], *([number, *event] for number, event in zip((1, 1, 2), EVENTS, strict=True))]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert plain(made_up.table("activities"), ["group", "group_name"]) == [("1", None), ("1", None), ("2", None)]


# totals, subtotals and notes


def test_subtotals_and_notes_are_no_events(made_up: Any) -> None:
    rows = [
        ["สรุปกิจกรรม"],
        ["ปีงบประมาณ พ.ศ. ๒๕๖๘"],
        HEAD,
        ["กิจกรรมย่อยที่ ๑ เครือข่าย"],
        *EVENTS[:2],
        ["รวมกิจกรรมย่อยที่ ๑", None, None, None, "๙๒ คน"],
        ["กิจกรรมย่อยที่ ๒ ศาสนา"],
        EVENTS[2],
        ["รวม", None, None, None, "-"],
        ["รวมทั้งสิ้น", None, None, None, "๙๒ คน"],
        [None],
        ["หมายเหตุ : ข้อมูล ณ วันที่ ๑๖ ตุลาคม ๒๕๖๘"],
        ["ผู้รายงาน ศูนย์ปฏิบัติการ"],
        ["ที่มา: แบบรายงาน", None, "ฉบับแก้ไข"],
    ]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert activities(made_up) == EXPECTED
    assert plain(made_up.table("totals"), ["column", "reported", "source"]) == [
        ("participants[1]", 92.0, "made_up.xlsx!กิจกรรม!A7"),
        ("participants", 92.0, "made_up.xlsx!กิจกรรม!A11"),
    ]
    assert accounted(made_up) == {"title": 2, "header": 1, "group": 2, "data": 3, "total": 3, "note": 3}


def test_subtotals_that_all_say_the_same_are_no_grand_total(made_up: Any) -> None:
    rows = [
        HEAD,
        EVENTS[0],
        ["รวม", None, None, None, 52],
        ["๓", "อบรม", "5/8/2568", None, 8],
        ["รวม", None, None, None, 8],
    ]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert plain(made_up.table("totals"), ["column", "reported"]) == [
        ("participants[1]", 52.0),
        ("participants[3]", 8.0),
    ]
    assert made_up.problems("total-differs") == []


def test_an_event_whose_name_begins_like_a_total_is_an_event(made_up: Any) -> None:
    rows = [HEAD, ["๑.๑", "รวมพลังต่อต้านการทุจริต", "๓ กันยายน ๒๕๖๘", None, 5], ["รวม", None, None, None, 5]]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert plain(made_up.table("activities"), ["code", "name"]) == [("1.1", "รวมพลังต่อต้านการทุจริต")]
    assert list(made_up.table("totals")["reported"]) == [5.0]


def test_a_total_typed_in_the_second_column(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "กิจกรรม", [HEAD, *EVENTS, [None, "รวมทั้งสิ้น", None, None, 92]])
    assert activities(made_up) == EXPECTED
    assert list(made_up.table("totals")["reported"]) == [92.0]


def test_a_merged_name_does_not_flow_into_other_columns(made_up: Any) -> None:
    """An event without date and place, its name written across their columns."""
    made_up.add("made_up.xlsx", "กิจกรรม", [HEAD, *EVENTS[:2], ["๒", "จัดทำวารสาร"]], merge=["B4:E4"])
    assert activities(made_up)[2] == ("2", "2", "จัดทำวารสาร", None, None, None, None)


def test_dates_in_a_column_for_each_end(made_up: Any) -> None:
    rows = [
        ["ที่", "กิจกรรม", "วันที่เริ่ม", "วันที่สิ้นสุด"],
        ["๑", "ก", "๗ กุมภาพันธ์ ๒๕๖๘", "๑๐ ก.พ. ๖๘"],
        ["๒", "ข", "3/3/2568", None],
    ]
    made_up.add("made_up.xlsx", "กิจกรรม", rows)
    assert plain(made_up.table("activities"), ["start_date", "end_date"]) == [
        ("2025-02-07", "2025-02-10"),
        ("2025-03-03", "2025-03-03"),
    ]


# expenses


EXPENSE_HEAD = ["รหัสกิจกรรม", "รายการ", "ค่าใช้จ่าย (บาท)", "หมายเหตุ"]
EXPENSES = [
    ["๑.๑", "สัมมนา", "๗๓,๐๖๐ บาท", None],
    ["1.2 (1)", "อบรม", 150319.25, "เงินยืม"],
    ["๒", "ทำบุญ", "ไม่มีค่าใช้จ่าย", None],
]
EXPECTED_EXPENSES = [
    ("1.1", "สัมมนา", 73060.0, None),
    ("1.2(1)", "อบรม", 150319.25, "เงินยืม"),
    ("2", "ทำบุญ", 0.0, None),
]


def expenses(project: Any) -> list[tuple[Any, ...]]:
    return plain(project.table("expenses"), ["code", "item", "amount_baht", "note"])


def test_expenses_with_groups_and_subtotals(made_up: Any) -> None:
    rows = [
        ["รายงานการใช้จ่าย"],
        ["งบประมาณที่ได้รับ ๒๕๐,๐๐๐ บาท"],
        EXPENSE_HEAD,
        ["กิจกรรมย่อยที่ ๑"],
        *EXPENSES[:2],
        ["รวมกิจกรรมย่อยที่ ๑", None, "๒๒๓,๓๗๙.๒๕"],
        ["กิจกรรมย่อยที่ ๒"],
        EXPENSES[2],
        ["รวม", None, "-"],
        ["รวมทั้งสิ้น", None, "๒๒๓,๓๗๙.๒๕ บาท", "คิดเป็น ๘๙.๓๕%"],
    ]
    made_up.add("made_up.xlsx", "เบิกจ่าย", rows)
    assert expenses(made_up) == EXPECTED_EXPENSES
    assert plain(made_up.table("totals"), ["table", "column", "reported"]) == [
        ("expenses", "allocation_baht", 250000.0),
        ("expenses", "amount_baht[1]", 223379.25),
        ("expenses", "amount_baht", 223379.25),
        ("expenses", "budget_utilisation", 89.35),
    ]
    assert accounted(made_up) == {"title": 2, "header": 1, "group": 2, "data": 3, "total": 3}


def test_expense_groups_typed_with_code_and_subtotal_are_not_counted_twice(made_up: Any) -> None:
    rows = [EXPENSE_HEAD, ["๑", "เครือข่าย", "๒๒๓,๓๗๙.๒๕"], *EXPENSES[:2], EXPENSES[2], ["รวม", None, 223379.25]]
    made_up.add("made_up.xlsx", "เบิกจ่าย", rows)
    assert expenses(made_up) == EXPECTED_EXPENSES
    assert plain(made_up.table("totals"), ["column", "reported"]) == [
        ("amount_baht[1]", 223379.25),
        ("amount_baht", 223379.25),
    ]


def test_several_items_of_one_event_are_all_kept(made_up: Any) -> None:
    rows = [EXPENSE_HEAD, ["๑.๑", "ค่าอาหาร", 100], ["๑.๑", "ค่าวิทยากร", 200.5]]
    made_up.add("made_up.xlsx", "เบิกจ่าย", rows)
    assert expenses(made_up) == [("1.1", "ค่าอาหาร", 100.0, None), ("1.1", "ค่าวิทยากร", 200.5, None)]
    (repeated,) = made_up.problems("code-repeated")
    assert repeated.severity == "warning"


def test_expenses_in_a_column_of_the_activities(made_up: Any) -> None:
    amounts = ["๗๓,๐๖๐", "150,319.25", "ไม่มี"]
    rows = [[*HEAD, "งบประมาณที่ใช้ (บาท)"], *([*event, amount] for event, amount in zip(EVENTS, amounts, strict=True))]
    made_up.add("made_up.xlsx", "กิจกรรม", [*rows, ["รวม", None, None, None, 92, "223,379.25"]])
    assert activities(made_up) == EXPECTED
    assert plain(made_up.table("expenses"), ["code", "amount_baht"]) == [
        ("1.1", 73060.0),
        ("1.2(1)", 150319.25),
        ("2", 0.0),
    ]
    assert set(plain(made_up.table("totals"), ["table", "column", "reported"])) == {
        ("activities", "participants", 92.0),
        ("expenses", "amount_baht", 223379.25),
    }


@pytest.mark.parametrize(
    "title",
    [
        ["วงเงินที่ได้รับจัดสรร ๑,๒๙๐,๐๐๐ บาท"],
        ["ได้รับจัดสรรงบประมาณจำนวน 1290000 บาท (หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน)"],
        ["วงเงินที่ได้รับจัดสรร ๑.๒๙ ล้านบาท"],
        ["วงเงินที่ได้รับจัดสรร (บาท)", 1290000],
        ["วงเงินที่ได้รับจัดสรร", None, "๑,๒๙๐,๐๐๐"],
        ["งบประมาณที่ได้รับจัดสรร 1,290,000.- บาท"],
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_allocation_in_a_title_or_a_note(made_up: Any, title: list[Any], below: bool) -> None:
    table = [EXPENSE_HEAD, *EXPENSES]
    note = [f"หมายเหตุ {title[0]}", *title[1:]]
    made_up.add("made_up.xlsx", "เบิกจ่าย", [*table, [None], note] if below else [title, [None], *table])
    assert plain(made_up.table("totals"), ["column", "reported"]) == [("allocation_baht", 1290000.0)]
    assert expenses(made_up) == EXPECTED_EXPENSES


# targets


def test_targets_without_merged_cells_and_in_another_order(made_up: Any) -> None:
    rows = [
        ["ตัวชี้วัดโครงการ ปีงบประมาณ พ.ศ. ๒๕๖๘"],
        ["ลำดับ", "ตัวชี้วัดความสำเร็จ", "เป้าหมาย", "ผลการดำเนินงาน", "ผลเทียบเป้าหมาย", "ประเภทตัวชี้วัด", "ระดับตัวชี้วัด"],
        [1, "จำนวนผู้เข้าร่วมโครงการ", "ไม่น้อยกว่า 1,100 คน", "๑,๘๓๗ คน", "มากกว่าแผน", "ปริมาณ", "ระดับกิจกรรม"],
        [2, "ร้อยละการใช้จ่ายงบประมาณ ไม่เกิน", "ร้อยละ ๑๐๐", 99.99, "เป็นไปตามแผน", "ปริมาณ", "ระดับโครงการ"],
    ]
    made_up.add("made_up.xlsx", "KPI", rows)
    columns = ["kpi", "tier", "kind", "operator", "target", "unit", "reported", "reported_status"]
    assert plain(made_up.table("targets"), columns) == [
        ("participants", "activity", "quantity", ">=", 1100.0, "people", 1837.0, "above"),
        ("budget_utilisation", "project", "quantity", "<=", 100.0, "percent", 99.99, "as_planned"),
    ]


def test_a_year_that_has_only_begun_has_targets_without_results(made_up: Any) -> None:
    rows = [["ระดับ", "ประเภท", "ตัวชี้วัด", "ค่าเป้าหมาย", "ผลลัพธ์", "สถานะ"],
            ["กิจกรรม", "เชิงปริมาณ", "จำนวนกลุ่มเป้าหมายที่เข้าร่วมโครงการ ไม่น้อยกว่า", "๑,๑๐๐ ราย", None, None]]  # fmt: skip
    made_up.add("made_up.xlsx", "KPI", rows)
    assert plain(made_up.table("targets"), ["kpi", "target", "reported", "reported_status"]) == [
        ("participants", 1100.0, None, None)
    ]
    kpi = made_up.year().kpis().iloc[0]
    assert (kpi["kpi"], kpi["target"]) == ("participants", 1100)
    assert pd.isna(kpi["value"])


# everything in one place


SCORES = [["หน่วยงาน", "คะแนน ITA"], ["สป.", "๙๒.๘๐"], ["คต.", 95.44]]
TARGETS = [
    ["ตัวชี้วัด", "ค่าเป้าหมาย", "ผลลัพธ์"],
    ["จำนวนผู้เข้าร่วมโครงการ", "๑,๑๐๐ ราย", "๑,๘๓๗ ราย"],
]


def all_four(project: Any) -> None:
    assert activities(project) == EXPECTED
    assert expenses(project) == EXPECTED_EXPENSES
    assert plain(project.table("unit_scores"), ["unit", "score", "passed"]) == [
        ("สป.", 92.8, True),
        ("คต.", 95.44, True),
    ]
    assert plain(project.table("targets"), ["kpi", "target", "reported"]) == [("participants", 1100.0, 1837.0)]
    assert project.problems("table-missing") == []
    accounted(project)


def test_all_four_tables_in_one_workbook(made_up: Any) -> None:
    for sheet, rows in (("1", [HEAD, *EVENTS]), ("2", [EXPENSE_HEAD, *EXPENSES]), ("3", SCORES), ("4", TARGETS)):
        made_up.add("made_up.xlsx", sheet, rows)
    all_four(made_up)


def test_all_four_tables_on_one_sheet(made_up: Any) -> None:
    rows = [
        ["กิจกรรม"], HEAD, *EVENTS, [None],
        ["ค่าใช้จ่าย"], EXPENSE_HEAD, *EXPENSES, [None],
        ["คะแนน"], *SCORES, [None],
        ["ตัวชี้วัด"], *TARGETS,
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "ทั้งหมด", rows)
    all_four(made_up)


def test_all_four_tables_as_csv(made_up: Any) -> None:
    for name, rows in (("a", [HEAD, *EVENTS]), ("b", [EXPENSE_HEAD, *EXPENSES]), ("c", SCORES), ("d", TARGETS)):
        lines = [",".join(f'"{"" if cell is None else cell}"' for cell in row) for row in rows]
        (made_up.raw / f"made_up_{name}.csv").write_text("\n".join(lines), "utf-8-sig")
    all_four(made_up)


def test_a_table_parted_over_two_workbooks(made_up: Any) -> None:
    made_up.add("made_up_1.xlsx", "Sheet1", [HEAD, *EVENTS[:2]])
    made_up.add("made_up_2.xlsx", "Sheet1", [HEAD, *EVENTS[2:]])
    assert activities(made_up) == EXPECTED
    assert list(made_up.table("activities")["source"].str.partition("!")[0]) == ["made_up_1.xlsx"] * 2 + [
        "made_up_2.xlsx"
    ]


# totals elsewhere than below their rows, or named elsewhere than in the first column


def test_a_total_on_top_of_its_rows_with_the_figure_before_its_word(made_up: Any) -> None:
    rows = [
        ["จำนวนเงิน (บาท)", "รายการ", "รหัส"],
        ["๓๐๐.๕๐ บาท", "รวมทั้งสิ้น", None],
        [100, "ค่าอาหาร", "1.1"],
        [200.5, "รวมพลังจัดงาน", "1.2"],
    ]
    made_up.add("made_up.xlsx", "เงิน", rows)
    assert plain(made_up.table("expenses"), ["code", "item", "amount_baht"]) == [
        ("1.1", "ค่าอาหาร", 100.0),
        ("1.2", "รวมพลังจัดงาน", 200.5),
    ]
    assert plain(made_up.table("totals"), ["column", "reported"]) == [("amount_baht", 300.5)]
    assert made_up.problems("total-differs") == []


def test_two_tables_of_one_kind_each_with_its_total_on_top(made_up: Any) -> None:
    head = ["รหัส", "กิจกรรม", "วันที่", "จำนวนคน"]
    rows = [
        ["ครึ่งปีแรก"], head, [None, "รวม", None, 30], ["๑", "ก", "๗ ม.ค. ๖๘", 10], ["๒", "ข", "๘ ม.ค. ๖๘", 20], [None],
        ["ครึ่งปีหลัง"], head, [None, "รวม", None, 7], ["๓", "ค", "๗ พ.ค. ๖๘", 7],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "คน", rows)
    assert plain(made_up.table("activities"), ["code", "participants"]) == [("1", 10), ("2", 20), ("3", 7)]
    assert made_up.problems("total-differs") == []


def test_a_total_above_a_repeated_header_is_no_part_of_it(made_up: Any) -> None:
    head = ["จำนวนคน", "กิจกรรม", "รหัส", "วันที่"]
    first, second = [10, "ก", "๑", "๗ ม.ค. ๖๘"], [20, "ข", "๒", "๘ ม.ค. ๖๘"]
    for total in ("๑๐", "10", "-"):
        made_up.add(f"made_up_{total}.xlsx", "คน", [head, first, [total, "รวม"], head, second])
        assert plain(made_up.table("activities"), ["code", "participants"]) == [("1", 10), ("2", 20)]
        (made_up.raw / f"made_up_{total}.xlsx").unlink()
