"""ITA scores in every layout offices use: units, tools and indicators as rows or as columns."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

# Two made-up sets of ten indicators, and the tools and totals they make up by hand:
# IIT = mean of 1-5, EIT = mean of 6-8, OIT = mean of 9-10, total = 0.3 IIT + 0.3 EIT + 0.4 OIT
TEN = {
    "สป.": [95, 94, 98, 89, 94, 93, 90, 87, 100, 90],  # IIT 94, EIT 90, OIT 95, total 93.2
    "คต.": [90, 80, 85, 70, 75, 82, 84, 80, 100, 60],  # IIT 80, EIT 82, OIT 80, total 80.6
}
TOOLS = {"สป.": (94.0, 90.0, 95.0, 93.2, "ผ่านดี", True), "คต.": (80.0, 82.0, 80.0, 80.6, "ต้องปรับปรุง", False)}
INDICATORS = [
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
]  # fmt: skip


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    picked = table[list(columns)].astype(object)
    return [tuple(None if pd.isna(value) else value for value in row) for row in picked.itertuples(index=False)]


def units(project: Any) -> list[tuple[Any, ...]]:
    return rows(project.table("unit_scores"), "unit", "score", "passed")


def tools(project: Any) -> set[tuple[Any, ...]]:
    return set(rows(project.table("tool_scores"), "unit", "tool", "score"))


def check_ten(project: Any) -> None:
    """Both made-up sets of ten, their tools, totals and levels; no row lost."""
    scores = project.table("indicator_scores").pivot(index="unit", columns="indicator", values="score")
    assert {unit: list(scores.loc[unit]) for unit in scores.index} == TEN
    by_unit = project.table("unit_scores").set_index("unit")
    assert set(by_unit.index) == set(TEN)
    for unit, expected in TOOLS.items():
        row = by_unit.loc[unit]
        assert tuple(row[["iit", "eit", "oit", "score", "level", "passed"]]) == expected
    accounting = project.read().accounting
    assert accounting["problem"].sum() == 0


# units as rows


@pytest.mark.parametrize(
    "head",
    [
        ["หน่วยงาน", "คะแนน ITA"],
        ["ชื่อหน่วยงาน", "คะแนนรวม"],
        ["อักษรย่อ", "ผลการประเมิน"],
        ["Agency", "Score"],
        ["ส่วนราชการ", "คะแนนเฉลี่ย"],
    ],
)
def test_unit_and_total(made_up: Any, head: list[str]) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [head, ["กรมการค้าต่างประเทศ", "๙๕.๔๔"], ["คน.", 85], ["สศท.", "84.60 คะแนน"]])
    assert units(made_up) == [("คต.", 95.44, True), ("คน.", 85.0, True), ("สศท.", 84.6, False)]
    assert tools(made_up) == set()


def test_a_score_with_its_level_in_brackets_or_in_a_column(made_up: Any) -> None:
    made_up.add(
        "made_up.xlsx",
        "คะแนน",
        [["หน่วยงาน", "คะแนน", "ระดับ"], ["สป.", "๙๒.๘๐ (ผ่านดี)", None], ["คต.", 84, "ต้องปรับปรุง"]],
    )
    assert units(made_up) == [("สป.", 92.8, True), ("คต.", 84.0, False)]
    assert rows(made_up.table("reported_levels"), "unit", "level") == [("สป.", "ผ่านดี"), ("คต.", "ต้องปรับปรุง")]


def test_units_that_have_no_score_yet_keep_their_row(made_up: Any) -> None:
    made_up.add(
        "made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนน"], ["สป.", None], ["คต.", 90], ["คน.", "-"], ["พค.", None]]
    )
    assert units(made_up) == [("สป.", None, None), ("คต.", 90.0, True), ("คน.", None, None), ("พค.", None, None)]


def test_a_score_of_zero_is_a_score(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนน"], ["สป.", 0], ["คต.", "๐"]])
    assert units(made_up) == [("สป.", 0.0, False), ("คต.", 0.0, False)]


def test_unit_with_tools_and_total(made_up: Any) -> None:
    made_up.add(
        "made_up.xlsx",
        "คะแนน",
        [
            ["ที่", "หน่วยงาน", "IIT", "EIT", "OIT", "รวม"],
            [1, "สป.", 90, 88, 96, 91.8],
            [2, "คต.", "๘๐", "๘๐", "๘๐", "๘๐.๐๐"],
        ],
    )
    assert units(made_up) == [("สป.", 91.8, True), ("คต.", 80.0, False)]
    assert rows(made_up.table("unit_scores"), "iit", "eit", "oit", "level") == [
        (90.0, 88.0, 96.0, "ผ่านดี"),
        (80.0, 80.0, 80.0, "ต้องปรับปรุง"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        ["IIT (30%)", "EIT (30%)", "OIT (40%)"],
        ["แบบวัด IIT ร้อยละ ๓๐", "แบบวัด EIT ร้อยละ ๓๐", "แบบตรวจ OIT ร้อยละ ๔๐"],
        ["Internal", "External", "Open Data"],
        ["การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก", "การเปิดเผยข้อมูลสาธารณะ"],
    ],
)
def test_tools_named_in_other_words(made_up: Any, head: list[str]) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", *head], ["สป.", 90, 88, 96]])
    assert tools(made_up) == {("สป.", "IIT", 90.0), ("สป.", "EIT", 88.0), ("สป.", "OIT", 96.0)}
    # 0.3 × 90 + 0.3 × 88 + 0.4 × 96
    assert units(made_up) == [("สป.", 91.8, True)]


@pytest.mark.parametrize(
    "parts",
    [
        ("EIT ส่วนที่ ๑", "EIT ส่วนที่ ๒"), ("EIT1", "EIT2"), ("EIT (1)", "EIT (2)"), ("EIT Part 1", "EIT Part 2"),
        ("EIT Public", "EIT Survey"), ("EIT ตอนที่ 1 (15%)", "EIT ตอนที่ 2 (15%)"),
    ],
)  # fmt: skip
def test_eit_in_two_parts_is_their_mean(made_up: Any, parts: tuple[str, str]) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "IIT", *parts, "OIT"], ["สป.", 92.89, 92.88, 86.67, 95]])
    assert tools(made_up) == {
        ("สป.", "IIT", 92.89),
        ("สป.", "EIT1", 92.88),
        ("สป.", "EIT2", 86.67),
        ("สป.", "EIT", 89.775),
        ("สป.", "OIT", 95.0),
    }
    assert units(made_up) == [("สป.", 92.7995, True)]


def test_one_part_of_eit_alone_is_not_eit(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "IIT", "EIT1", "OIT"], ["สป.", 90, 90, 90]])
    assert tools(made_up) == {("สป.", "IIT", 90.0), ("สป.", "EIT1", 90.0), ("สป.", "OIT", 90.0)}
    assert units(made_up) == []


@pytest.mark.parametrize(
    "head",
    [
        INDICATORS,
        [f"{number}. {name}" for number, name in enumerate(INDICATORS, start=1)],
        [f"i{number}" for number in range(1, 11)],
        [f"ตัวชี้วัดที่ {number}" for number in ["๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙", "๑๐"]],
        [f"ตัวชี้วัดที่ {number} {name}" for number, name in enumerate(INDICATORS, start=1)],
    ],
)
def test_unit_with_ten_indicators(made_up: Any, head: list[str]) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", *head], *([unit, *scores] for unit, scores in TEN.items())])
    check_ten(made_up)


def test_unit_with_ten_indicators_under_two_header_rows(made_up: Any) -> None:
    rows = [
        ["หน่วยงาน", "IIT", None, None, None, None, "EIT", None, None, "OIT", None],
        [None, *INDICATORS],
        *([unit, *scores] for unit, scores in TEN.items()),
    ]
    made_up.add("made_up.xlsx", "คะแนน", rows, merge=["A1:A2", "B1:F1", "G1:I1", "J1:K1"])
    check_ten(made_up)


def test_ten_indicators_numbered_by_excel_under_two_header_rows(made_up: Any) -> None:
    rows = [
        ["หน่วยงาน", "ตัวชี้วัดที่", *[None] * 9],
        [None, *range(1, 11)],
        *([unit, *scores] for unit, scores in TEN.items()),
    ]
    made_up.add("made_up.xlsx", "คะแนน", rows, merge=["A1:A2", "B1:K1"])
    check_ten(made_up)


@pytest.mark.parametrize("unit_in_every_row", [True, False])
def test_unit_indicator_and_score_in_long_rows(made_up: Any, unit_in_every_row: bool) -> None:
    rows: list[list[Any]] = [["หน่วยงาน", "ตัวชี้วัด", "คะแนน"]]
    for unit, scores in TEN.items():
        for number, (name, score) in enumerate(zip(INDICATORS, scores, strict=True)):
            rows.append([unit if unit_in_every_row or not number else None, name, score])
    merge = [] if unit_in_every_row else ["A2:A11", "A12:A21"]
    made_up.add("made_up.xlsx", "คะแนน", rows, merge=merge)
    check_ten(made_up)


def test_indicators_by_their_number_in_long_rows(made_up: Any) -> None:
    rows: list[list[Any]] = [["ตัวชี้วัดที่", "คะแนน", "หน่วยงาน"]]
    rows += [[number, score, unit] for unit, its in TEN.items() for number, score in enumerate(its, start=1)]
    made_up.add("made_up.xlsx", "คะแนน", rows)
    check_ten(made_up)


def test_unit_tool_and_score_in_long_rows(made_up: Any) -> None:
    rows = [
        ["หน่วยงาน", "เครื่องมือ", "คะแนน"],
        ["สป.", "IIT", 90],
        [None, "EIT", 88],
        [None, "OIT", 96],
        ["คต.", "IIT", 70],
    ]
    made_up.add("made_up.xlsx", "คะแนน", rows)
    assert tools(made_up) == {("สป.", "IIT", 90.0), ("สป.", "EIT", 88.0), ("สป.", "OIT", 96.0), ("คต.", "IIT", 70.0)}
    assert units(made_up) == [("สป.", 91.8, True)]


def test_verdicts_as_group_headings(made_up: Any) -> None:
    rows = [["หน่วยงาน", "คะแนน"], ["ผ่านเกณฑ์การประเมิน"], ["สป.", 90], ["ไม่ผ่านเกณฑ์ (ต่ำกว่า ๘๕)"], ["คต.", 80], ["คน.", 70]]
    made_up.add("made_up.xlsx", "คะแนน", rows)
    assert rows_of_levels(made_up) == [("สป.", True), ("คต.", False), ("คน.", False)]
    assert units(made_up) == [("สป.", 90.0, True), ("คต.", 80.0, False), ("คน.", 70.0, False)]


def rows_of_levels(project: Any) -> list[tuple[Any, ...]]:
    return rows(project.table("reported_levels"), "unit", "passed")


def test_a_mean_under_the_units_is_kept_as_stated(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนน"], ["สป.", 90], ["คต.", 80], ["เฉลี่ย", 85]])
    assert units(made_up) == [("สป.", 90.0, True), ("คต.", 80.0, False)]
    assert rows(made_up.table("totals"), "table", "column", "reported") == [("unit_scores", "mean", 85.0)]


def test_the_ministry_among_its_units_is_kept_apart(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "คะแนน"], ["สป.", 90], ["คต.", 80], ["กระทรวงพาณิชย์", 85]])
    assert units(made_up) == [("สป.", 90.0, True), ("คต.", 80.0, False)]
    assert rows(made_up.table("totals"), "table", "column", "reported") == [("unit_scores", "score[พณ.]", 85.0)]


def test_rows_of_several_years_keep_each_its_own(made_up: Any) -> None:
    """FY2565 has levels of letters, FY2567 levels that ask for every tool; 0.3 × 90 + 0.3 × 84 + 0.4 × 96 = 90.6."""
    rows_typed = [
        ["ปีงบประมาณ", "หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"],
        [2565, "สป.", 90, 84, 96, 90.6, "A"],
        ["๒๕๖๘", "สป.", 92, 90, 95, 92.6, None],
        ["ปี ๒๕๖๗", "สป.", 90, 84, 96, None, "ผ่าน"],
        [2567, "คต.", 60, 60, 60, 60, None],
        [None, "คต.", 96, 96, 96, 96, None],
        [2565, "กระทรวงพาณิชย์", None, None, None, 75.5, None],
    ]
    made_up.add("made_up.xlsx", "คะแนน", rows_typed)
    assert rows(made_up.table("unit_scores"), "fiscal_year", "unit", "score", "eit", "level", "passed") == [
        (2565, "สป.", 90.6, 84.0, "A", True),
        (2568, "สป.", 92.6, 90.0, "ผ่านดี", True),
        (2567, "สป.", 90.6, 84.0, "ผ่าน", True),
        (2567, "คต.", 60.0, 60.0, "ต้องปรับปรุงโดยด่วน", False),
        (2568, "คต.", 96.0, 96.0, "ผ่านดีเยี่ยม", True),
    ]
    assert rows(made_up.table("reported_levels"), "fiscal_year", "unit", "level") == [
        (2565, "สป.", "A"),
        (2567, "สป.", "ผ่าน"),
    ]
    assert rows(made_up.table("totals"), "fiscal_year", "column", "reported") == [(2565, "score[พณ.]", 75.5)]
    assert [problem.place.cell for problem in made_up.problems("total-computed")] == ["A4"]


def test_of_many_totals_not_typed_the_first_twenty_are_told(made_up: Any) -> None:
    """Tools of 90, 90 and 90 + n / 10 make up 0.3 × 90 + 0.3 × 90 + 0.4 × (90 + n / 10) = 90 + n / 25."""
    names = pd.read_csv(made_up.reference / "units.csv").query("kind != 'ministry'")["unit"].tolist()
    rows_typed = [
        [year, unit, 90, 90, 90 + number / 10] for number, unit in enumerate(names) for year in (2566, 2567, 2568)
    ]
    made_up.add("made_up.xlsx", "คะแนน", [["ปีงบประมาณ", "หน่วยงาน", "IIT", "EIT", "OIT"], *rows_typed])
    table = made_up.table("unit_scores")
    totals = [round(90 + number / 25, 2) for number in range(len(names)) for _ in range(3)]
    assert list(table["score"].round(9)) == totals
    (told,) = made_up.problems("total-computed")
    assert told.value == ", ".join(names[:20]) + (" …" if len(names) > 20 else "")
    assert ", ".join(f"{total:g}" for total in totals[:20]) + " …" in told.message_en


def test_parts_of_eit_count_in_the_years_that_have_them(made_up: Any) -> None:
    """EIT comes in two parts from FY2566 on: their mean is (90 + 80) / 2 = 85."""
    rows_typed = [
        ["ปีงบประมาณ", "หน่วยงาน", "IIT", "EIT1", "EIT2", "OIT"],
        *([year, "สป.", 90, 90, 80, 90] for year in (2565, 2566)),
    ]
    made_up.add("made_up.xlsx", "คะแนน", rows_typed)
    table = made_up.table("tool_scores")
    assert rows(table[table["tool"] == "EIT"], "fiscal_year", "score") == [(2566, 85.0)]
    assert rows(made_up.table("unit_scores"), "fiscal_year", "score") == [(2566, 88.5)]


def test_a_unit_and_year_typed_once_hold_for_the_rows_below(made_up: Any) -> None:
    rows_typed: list[list[Any]] = [["หน่วยงาน", "ปี", "ตัวชี้วัด", "คะแนน"]]
    for year, unit in ((2567, "สป."), (2568, "สป."), (2568, "คต.")):
        for position, (name, score) in enumerate(zip(INDICATORS, TEN[unit], strict=True)):
            rows_typed.append([None, None, name, score] if position else [unit, year, name, score])
    made_up.add("made_up.xlsx", "คะแนน", rows_typed)
    assert rows(made_up.table("unit_scores"), "fiscal_year", "unit", "score") == [
        (2567, "สป.", 93.2),
        (2568, "สป.", 93.2),
        (2568, "คต.", 80.6),
    ]
    assert len(made_up.table("indicator_scores")) == 30


def test_the_same_unit_twice_in_one_year_is_told(made_up: Any) -> None:
    rows_typed = [["ปี", "หน่วยงาน", "คะแนน"], [2567, "สป.", 90], [2568, "สป.", 90], [2567, "สป.", 91]]
    made_up.add("made_up.xlsx", "คะแนน", rows_typed)
    (told,) = made_up.problems("duplicate-key")
    assert told.place.cell == "C4"
    assert "C2" in told.message_en


# tools as rows


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("ผลการประเมิน ITA ของสำนักงานปลัดกระทรวงพาณิชย์ (สป.) ปี ๒๕๖๘", "1"),
        ("ผลการประเมินของ สป. รายเครื่องมือ", "1"),
        ("ผลการประเมินรายเครื่องมือ", "สป."),
    ],
)
def test_tools_as_rows_for_the_unit_a_title_or_the_sheet_names(made_up: Any, title: str, sheet: str) -> None:
    rows = [[title], ["เครื่องมือ", "คะแนน"], ["Open Data (OIT)", "๙๖"], ["Internal (IIT)", 90], ["External (EIT)", 88],
            ["คะแนนรวม", "๙๑.๘๐ (ผ่านดี)"]]  # fmt: skip
    made_up.add("made_up.xlsx", sheet, rows)
    assert tools(made_up) == {("สป.", "OIT", 96.0), ("สป.", "IIT", 90.0), ("สป.", "EIT", 88.0)}
    assert units(made_up) == [("สป.", 91.8, True)]


def test_a_table_of_tools_for_each_of_two_units_on_one_sheet(made_up: Any) -> None:
    rows = [
        ["ผลการประเมิน สป."], ["เครื่องมือ", "คะแนน"], ["IIT", 90], ["EIT", 88], ["OIT", 96], [None],
        ["ผลการประเมิน กรมการค้าต่างประเทศ"], ["เครื่องมือ", "คะแนน"], ["IIT", 80], ["EIT", 80], ["OIT", 80],
    ]  # fmt: skip
    made_up.add("made_up.xlsx", "เครื่องมือ", rows)
    assert units(made_up) == [("สป.", 91.8, True), ("คต.", 80.0, False)]


def test_tools_as_rows_and_units_as_columns(made_up: Any) -> None:
    rows = [
        ["เครื่องมือ", "สป.", "กรมการค้าต่างประเทศ"],
        ["IIT", 90, 80],
        ["EIT", 88, 80],
        ["OIT", 96, 80],
        ["คะแนนรวม", 91.8, 80],
    ]
    made_up.add("made_up.xlsx", "คะแนน", rows)
    assert units(made_up) == [("สป.", 91.8, True), ("คต.", 80.0, False)]


@pytest.mark.parametrize("weights", [None, (30, 30, 40), (0.3, 0.3, 0.4)])
def test_weighted_points_become_scores_of_100(made_up: Any, weights: tuple[float, ...] | None) -> None:
    points = {"IIT": 27.867, "EIT": 26.9325, "OIT": 38.0}
    head = ["เครื่องมือ", "คะแนนถ่วงน้ำหนัก"] if weights is None else ["เครื่องมือ", "น้ำหนัก", "คะแนนถ่วงน้ำหนัก"]
    body = [
        [tool, score] if weights is None else [tool, weights[i], score]
        for i, (tool, score) in enumerate(points.items())
    ]
    made_up.add("made_up.xlsx", "คะแนน", [["ผลของ สป."], head, *body])
    assert tools(made_up) == {("สป.", "IIT", 92.89), ("สป.", "EIT", 89.775), ("สป.", "OIT", 95.0)}
    assert units(made_up) == [("สป.", 92.7995, True)]


def test_points_of_30_30_and_40_beside_their_total_are_told(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "IIT", "EIT", "OIT", "รวม"], ["สป.", 27, 26.4, 38.4, 91.8]])
    assert tools(made_up) == {("สป.", "IIT", 90.0), ("สป.", "EIT", 88.0), ("สป.", "OIT", 96.0)}
    assert [problem.value for problem in made_up.problems("weighted-points")] == ["สป."]


def test_low_scores_are_not_taken_for_points(made_up: Any) -> None:
    """A unit with 30, 25 and 40 of 100 has a total of 32.5."""
    made_up.add("made_up.xlsx", "คะแนน", [["หน่วยงาน", "IIT", "EIT", "OIT", "รวม"], ["สป.", 30, 25, 40, 32.5]])
    assert tools(made_up) == {("สป.", "IIT", 30.0), ("สป.", "EIT", 25.0), ("สป.", "OIT", 40.0)}
    assert made_up.problems("weighted-points") == []


# indicators as rows


FIVE = ["๑) การปฏิบัติหน้าที่", "๒) การใช้งบประมาณ", "๓) การใช้อำนาจหน้าที่", "๔) การใช้ทรัพย์สินของราชการ", "๕) คุณภาพการดำเนินงาน"]
FIVE_SCORES = [(96.9, 94.44), (97.11, 94.25), (99.26, 98.39), (95.44, 89.1), (93.37, 92.71)]
EXPECTED_FIVE = {
    (unit, number, scores[column])
    for column, unit in enumerate(("พณ.", "สป."))
    for number, scores in zip((1, 2, 3, 4, 6), FIVE_SCORES, strict=True)
}


@pytest.mark.parametrize(
    ("head", "merge"),
    [
        ([["ด้าน", "พณ.", "สป."]], []),
        ([["ด้าน", "คะแนน", None], [None, "พณ.", "สป."]], ["A1:A2", "B1:C1"]),
        ([["ด้าน", "คะแนน", None], [None, "กระทรวงพาณิชย์", "สำนักงานปลัดกระทรวงพาณิชย์"]], []),
        ([["ตัวชี้วัด", "ผลการประเมิน", None], [None, "คะแนน", None], [None, "พณ.", "สป."]], ["A1:A3", "B1:C1", "B2:C2"]),
    ],
)
def test_dimensions_as_rows_and_units_as_columns(made_up: Any, head: list[list[Any]], merge: list[str]) -> None:
    body = [[name, *scores] for name, scores in zip(FIVE, FIVE_SCORES, strict=True)]
    made_up.add("made_up.xlsx", "ดัชนี", [*head, *body, ["เฉลี่ย", "๙๖.๔๒", 93.78]], merge=merge)
    assert set(rows(made_up.table("indicator_scores"), "unit", "indicator", "score")) == EXPECTED_FIVE
    assert set(rows(made_up.table("totals"), "table", "column", "reported")) == {
        ("indicator_scores", "mean[พณ.]", 96.42),
        ("indicator_scores", "mean[สป.]", 93.78),
    }
    assert units(made_up) == []
    assert list(made_up.read().accounting["header"]) == [len(head)]


def test_ten_indicators_as_rows_and_units_as_columns(made_up: Any) -> None:
    body = [[name, *(TEN[unit][number] for unit in TEN)] for number, name in enumerate(INDICATORS)]
    made_up.add("made_up.xlsx", "คะแนน", [["ตัวชี้วัด", *TEN], *body])
    check_ten(made_up)


def test_indicators_as_rows_for_the_unit_a_title_names(made_up: Any) -> None:
    for unit, scores in TEN.items():
        made_up.add("made_up.xlsx", f"คะแนน {unit}", [["ตัวชี้วัด", "คะแนน"], *zip(INDICATORS, scores, strict=True)])
    check_ten(made_up)


def test_the_number_in_front_of_a_name_only_counts_rows(made_up: Any) -> None:
    """`๕) คุณภาพการดำเนินงาน` is indicator 6, `๑. การเปิดเผยข้อมูล` is 9."""
    rows_typed = [["ด้าน", "สป."], ["๕) คุณภาพการดำเนินงาน", 90], ["๑. การเปิดเผยข้อมูล", 80], ["(2) การใช้อำนาจ", 70]]
    made_up.add("made_up.xlsx", "คะแนน", rows_typed)
    assert rows(made_up.table("indicator_scores"), "indicator", "score") == [(6, 90.0), (9, 80.0), (3, 70.0)]


# several tables together


def test_the_same_score_in_two_places_is_taken_once(made_up: Any) -> None:
    made_up.add("made_up_1.xlsx", "Sheet1", [["หน่วยงาน", "คะแนน"], ["สป.", 92.8]])
    made_up.add("made_up_2.xlsx", "Sheet1", [["หน่วยงาน", "คะแนน"], ["สป.", "๙๒.๘๐"], ["คต.", 90]])
    assert units(made_up) == [("สป.", 92.8, True), ("คต.", 90.0, True)]


def test_a_list_of_totals_and_tools_elsewhere_meet_in_one_row(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "รายชื่อ", [["หน่วยงาน", "คะแนน"], ["คต.", 90], ["สป.", 91.8]])
    made_up.add("made_up.xlsx", "เครื่องมือ", [["หน่วยงาน", "IIT", "EIT", "OIT"], ["สป.", 90, 88, 96]])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "level") == [
        ("คต.", 90.0, None, "unknown"),
        ("สป.", 91.8, 90.0, "ผ่านดี"),
    ]
    assert list(made_up.table("unit_scores")["source"]) == ["made_up.xlsx!รายชื่อ!A2", "made_up.xlsx!รายชื่อ!A3"]


@pytest.mark.parametrize(
    "typed",
    [
        [["คะแนน", "หน่วยงาน"], [90, "สป."], [80, "คต."], [85, "เฉลี่ย"]],
        [["ลำดับ", "ปี", "หน่วยงาน", "คะแนน"], [1, 2568, "สป.", 90], [2, 2568, "คต.", 80], [None, 2568, "เฉลี่ย", 85]],
    ],
)
def test_a_mean_named_behind_other_columns(made_up: Any, typed: list[list[Any]]) -> None:
    made_up.add("made_up.xlsx", "คะแนน", typed)
    assert units(made_up) == [("สป.", 90.0, True), ("คต.", 80.0, False)]
    assert rows(made_up.table("totals"), "table", "column", "reported") == [("unit_scores", "mean", 85.0)]
