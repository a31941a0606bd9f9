"""The real FY2568 folder: what the report of that year says, event by event, is what must come out of the workbooks."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pytest

from itaanalysis.intake import Intake

# code, first day, last day, head-count, hosting unit: as the annual report of FY2568 tells them
EVENTS = [
    ("1.1", "2024-10-25", "2024-10-25", None, None),
    ("1.2", "2025-09-03", "2025-09-03", 52, None),
    ("1.3(1)", "2024-12-09", "2024-12-09", 50, None),
    ("1.3(2)", "2025-09-06", "2025-09-06", 5, None),
    ("1.4", "2024-11-18", "2024-11-18", 66, None),
    ("2.1(1)", "2025-02-07", "2025-02-08", 84, None),
    ("2.1(2)", "2025-03-24", "2025-03-25", 54, None),
    ("2.1(3)", "2025-05-16", "2025-05-17", 55, None),
    ("2.1(4)", "2025-07-31", "2025-08-01", 67, None),
    ("2.2", "2024-12-17", "2024-12-17", 172, None),
    ("3.1(1)", "2025-07-21", "2025-07-21", 40, None),
    ("3.1(2)", "2025-07-25", "2025-07-25", 40, None),
    ("3.2(1)", "2025-08-04", "2025-08-04", 6, None),
    ("3.2(2)", "2025-08-20", "2025-08-20", 29, None),
    ("3.3", "2024-12-24", "2024-12-24", 155, None),
    ("3.4(1)", "2025-01-31", "2025-01-31", 150, "สป."),
    ("3.4(2)", "2025-02-28", "2025-02-28", 150, "คต."),
    ("3.4(3)", "2025-03-28", "2025-03-28", 100, "คน."),
    ("3.4(4)", "2025-04-25", "2025-04-25", 80, "จร."),
    ("3.4(5)", "2025-05-30", "2025-05-30", 80, "ทป."),
    ("3.4(6)", "2025-06-27", "2025-06-27", 80, "พค."),
    ("3.4(7)", "2025-07-25", "2025-07-25", 100, "สค."),
    ("3.4(8)", "2025-08-29", "2025-08-29", 80, "สนค."),
    ("3.4(9)", "2025-09-26", "2025-09-26", 69, "อคส."),
    ("4.1", "2024-12-14", "2024-12-14", 32, None),
    ("4.2", "2025-03-26", "2025-03-27", 40, None),
    ("5", "2025-01-20", "2025-01-20", 35, None),
    ("6", None, None, None, None),
]
GROUPS = {"1": 5, "2": 5, "3": 14, "4": 2, "5": 1, "6": 1}
# code and baht, as the report tells them; 0 where it says that nothing was spent
EXPENSES = [
    ("1.1", 0),
    ("1.2", 73_060),
    ("1.3(1)", 0),
    ("1.3(2)", 0),
    ("1.4", 0),
    ("2.1(1)", 342_150.02),
    ("2.1(2)", 150_319),
    ("2.1(3)", 244_549.20),
    ("2.1(4)", 342_630),
    ("2.2", 8_930),
    ("3.1(1)", 400),
    ("3.1(2)", 0),
    ("3.2(1)", 0),
    ("3.2(2)", 43_500),
    ("3.3", 8_650),
    ("4.1", 1_400),
    ("4.2", 58_700),
    ("5", 1_225),
    ("6", 13_486),
]
UNIT_SCORES = [
    ("สนค.", 97.43),
    ("จร.", 96.59),
    ("ทป.", 96.50),
    ("คน.", 95.97),
    ("อคส.", 95.89),
    ("คต.", 95.44),
    ("พค.", 95.38),
    ("สค.", 94.53),
    ("สวอ.", 93.36),
    ("สป.", 92.80),
    ("สพค.", 91.25),
    ("สศท.", 84.60),
]


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Rows as tuples, missing values as None."""
    picked = table[list(columns)].astype(object)
    return [tuple(None if pd.isna(value) else value for value in row) for row in picked.itertuples(index=False)]


@pytest.fixture(scope="module")
def activities(fy2568: Intake) -> pd.DataFrame:
    return fy2568.tables["activities"]


@pytest.fixture(scope="module")
def problems(fy2568: Intake) -> pd.DataFrame:
    return fy2568.problems.table()


def test_every_event_of_the_report_with_its_days_heads_and_host(activities: pd.DataFrame) -> None:
    found = activities.assign(
        start=activities["start_date"].dt.strftime("%Y-%m-%d"), end=activities["end_date"].dt.strftime("%Y-%m-%d")
    )
    assert rows(found, "code", "start", "end", "participants", "host") == EVENTS


def test_28_activities_in_six_groups(activities: pd.DataFrame) -> None:
    assert len(activities) == 28
    assert Counter(activities["group"]) == GROUPS
    names = activities.groupby("group")["group_name"].unique()
    assert [len(of_group) for of_group in names] == [1] * 6
    assert names["1"][0] == "การส่งเสริมการรวมพลังเครือข่ายในการต่อต้านและเฝ้าระวังการทุจริต"
    assert names["6"][0] == "การจัดทำสื่อประชาสัมพันธ์เชิงสร้างสรรค์เพื่อรณรงค์ต่อต้านการกระทำทุจริต"


def test_head_counts_sum_to_1871_and_two_events_went_online(activities: pd.DataFrame) -> None:
    assert activities["participants"].sum() == 1871
    online = activities.dropna(subset=["online_provinces"])
    assert rows(online, "code", "online_provinces") == [("2.2", 76), ("3.3", 76)]


def test_texts_keep_their_words(activities: pd.DataFrame) -> None:
    by_code = activities.set_index("code")
    assert by_code.loc["2.1(1)", "venue"] == "โรงแรมบุรีศรีภูมิ อำเภอหาดใหญ่"
    assert by_code.loc["2.1(1)", "province"] == "สงขลา"
    assert by_code.loc["2.1(1)", "note"] == "๑๔ จังหวัด"
    assert by_code.loc["1.3(1)", "name"] == "เข้าร่วมงานวันต่อต้านคอร์รัปชันสากล (ประเทศไทย)"


def test_source_is_the_first_cell_of_the_row(activities: pd.DataFrame) -> None:
    by_code = activities.set_index("code")["source"]
    assert by_code["1.3(1)"] == "activities.xlsx!ผลการดำเนินงาน!A9"
    assert by_code["6"] == "activities.xlsx!ผลการดำเนินงาน!A39"


def test_dtypes_are_those_of_the_contract(activities: pd.DataFrame, fy2568: Intake) -> None:
    assert str(activities["fiscal_year"].dtype) == "Int64"
    assert str(activities["participants"].dtype) == "Int64"
    assert str(activities["start_date"].dtype) == "datetime64[ns]"
    assert str(fy2568.tables["unit_scores"]["passed"].dtype) == "boolean"
    assert str(fy2568.tables["expenses"]["amount_baht"].dtype) == "float64"


def test_every_expense_of_the_report(fy2568: Intake) -> None:
    expenses = fy2568.tables["expenses"]
    assert rows(expenses, "code", "amount_baht") == EXPENSES
    assert round(sum(expenses["amount_baht"]), 2) == 1_288_999.22
    assert rows(expenses.dropna(subset=["note"]), "code", "note") == [("6", "E-Book")]


def test_totals_hold_what_the_sheets_state(fy2568: Intake) -> None:
    totals = fy2568.tables["totals"]
    assert set(rows(totals, "table", "column", "reported", "source")) == {
        ("activities", "participants", 1837.0, "activities.xlsx!ผลการดำเนินงาน!A40"),
        ("expenses", "amount_baht", 1_289_999.22, "expenses.xlsx!เบิกจ่าย!A24"),
        ("expenses", "allocation_baht", 1_290_000.0, "expenses.xlsx!เบิกจ่าย!A2"),
        ("expenses", "budget_utilisation", 99.99, "expenses.xlsx!เบิกจ่าย!A24"),
        ("tool_scores", "score[สป.]", 92.80, "ita_scores.xlsx!สป. รายเครื่องมือ!A7"),
        ("indicator_scores", "mean[พณ.]", 96.42, "ita_scores.xlsx!ดัชนีคุณธรรม!A9"),
        ("indicator_scores", "mean[สป.]", 93.78, "ita_scores.xlsx!ดัชนีคุณธรรม!A9"),
    }


def test_twelve_units_eleven_passed(fy2568: Intake) -> None:
    units = fy2568.tables["unit_scores"]
    assert rows(units, "unit", "score") == UNIT_SCORES
    assert rows(units[~units["passed"]], "unit", "score") == [("สศท.", 84.60)]
    assert units["passed"].sum() == 11
    names = units.set_index("unit")
    assert names.loc["คต.", "name_th"] == "กรมการค้าต่างประเทศ"
    assert names.loc["คต.", "name_en"] == "Department of Foreign Trade (DFT)"
    assert units["name_th"].notna().all()
    assert units["name_en"].notna().all()


def test_level_is_known_only_where_tools_or_the_total_decide_it(fy2568: Intake) -> None:
    levels = fy2568.tables["unit_scores"].set_index("unit")["level"]
    assert levels["สป."] == "ผ่านดี"
    assert levels["สศท."] == "ต้องปรับปรุง"
    assert set(levels.drop(["สป.", "สศท."])) == {"unknown"}


def test_tool_scores_of_the_office(fy2568: Intake) -> None:
    tools = fy2568.tables["tool_scores"]
    assert set(rows(tools, "unit", "tool", "score")) == {
        ("สป.", "OIT", 95.0),
        ("สป.", "IIT", 92.89),
        ("สป.", "EIT1", 92.88),
        ("สป.", "EIT2", 86.67),
        ("สป.", "EIT", 89.775),
    }
    ops = fy2568.tables["unit_scores"].set_index("unit").loc["สป."]
    assert (ops["iit"], ops["eit"], ops["oit"]) == (92.89, 89.775, 95.0)


def test_indicator_scores_of_ministry_and_office(fy2568: Intake) -> None:
    scores = fy2568.tables["indicator_scores"].pivot(index="indicator", columns="unit", values="score")
    assert list(scores.index) == [1, 2, 3, 4, 6]  # the list's fifth line is indicator 6
    assert list(scores["พณ."]) == [96.90, 97.11, 99.26, 95.44, 93.37]
    assert list(scores["สป."]) == [94.44, 94.25, 98.39, 89.10, 92.71]


def test_seven_targets_with_merged_tiers_filled(fy2568: Intake) -> None:
    targets = fy2568.tables["targets"]
    assert rows(targets, "kpi", "tier", "kind", "target", "unit", "reported", "reported_status") == [
        ("pass_rate", "ministry", "quantity", 100.0, "percent", 91.67, "below"),
        ("ethics_index_ministry", "ministry", "quantity", 92.18, "points", 96.42, "above"),
        ("ita_score_ops", "project", "quantity", 85.0, "points", 92.80, "above"),
        ("ethics_index_ops", "project", "quantity", 92.18, "points", 93.78, "above"),
        ("no_complaint_rate", "project", "quantity", 100.0, "percent", 100.0, None),
        ("awareness_rate", "project", "quality", 80.0, "percent", 98.31, "above"),
        ("participants", "activity", "quantity", 1100.0, "people", 1837.0, "above"),
    ]
    assert set(targets["operator"]) == {">="}


def test_levels_and_verdicts_typed_on_the_sheets(fy2568: Intake) -> None:
    typed = fy2568.tables["reported_levels"]
    passed = typed.dropna(subset=["passed"])
    assert list(passed.loc[passed["passed"], "unit"]) == [unit for unit, score in UNIT_SCORES if score >= 85]
    assert list(passed.loc[~passed["passed"], "unit"]) == ["สศท."]
    assert rows(typed.dropna(subset=["level"]), "unit", "level") == [("สป.", "ผ่านดี"), ("สป.", "ผ่านดี")]


def test_no_errors_and_the_warnings_a_careful_reader_would_raise(problems: pd.DataFrame) -> None:
    assert set(problems["severity"]) == {"warning"}
    told = set(rows(problems, "code", "cell"))
    saturdays = {address for code, address in told if code == "weekend"}
    # 6 Sep 2025, 8 Feb 2025, 17 May 2025 and 14 Dec 2024
    assert saturdays == {"C10", "C13", "C15", "C34"}
    assert ("unit-probable", "B14") in told
    assert ("total-differs", "G40") in told
    assert ("total-differs", "C24") in told


def test_the_saturday_meeting_is_told_in_words(problems: pd.DataFrame) -> None:
    assert date(2024, 12, 14).weekday() == 5
    told = problems[(problems["code"] == "weekend") & (problems["cell"] == "C34")].iloc[0]
    assert "วันเสาร์ที่ ๑๔ ธันวาคม ๒๕๖๗" in told["message_th"]
    assert "Saturday (14 December 2024)" in told["message_en"]
    assert (told["file"], told["sheet"]) == ("activities.xlsx", "ผลการดำเนินงาน")


def test_probable_unit_names_what_it_was_taken_for(problems: pd.DataFrame) -> None:
    told = problems[problems["code"] == "unit-probable"]
    assert list(told["value"]) == ["สพค."]
    assert "สถาบันระหว่างประเทศเพื่อการค้าและการพัฒนา" in told["message_th"].iloc[0]


def test_stated_totals_that_do_not_add_up_are_told_with_the_distance(problems: pd.DataFrame) -> None:
    told = problems[problems["code"] == "total-differs"].set_index("cell")["message_en"]
    assert all(figure in told["G40"] for figure in ("1,837", "1,871", "34"))
    assert all(figure in told["C24"] for figure in ("1,289,999.22", "1,288,999.22", "1,000"))


def test_every_non_empty_row_is_accounted_for(fy2568: Intake, repository: Any) -> None:
    counted = {}
    for path in sorted((repository / "data" / "raw" / "2568").glob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            filled = sum(any(value is not None for value in row) for row in sheet.iter_rows(values_only=True))
            counted[path.name, sheet.title] = filled
    accounting = fy2568.accounting
    kinds = ["title", "header", "group", "data", "total", "note", "problem"]
    assert {(row.file, row.sheet): row.rows for row in accounting.itertuples()} == counted
    assert (accounting[kinds].sum(axis=1) == accounting["rows"]).all()
    assert sum(counted.values()) == 104
    assert accounting["problem"].sum() == 0


def test_what_the_rows_of_each_sheet_are(fy2568: Intake) -> None:
    kinds = ("title", "header", "group", "data", "total", "note")
    assert {row[0]: row[1:] for row in rows(fy2568.accounting, "sheet", *kinds)} == {
        "ผลการดำเนินงาน": (2, 2, 6, 28, 1, 1),
        "เบิกจ่าย": (2, 1, 0, 19, 1, 0),
        "คะแนนรายหน่วยงาน": (1, 1, 2, 12, 0, 0),
        "สป. รายเครื่องมือ": (1, 1, 0, 4, 1, 0),
        "ดัชนีคุณธรรม": (1, 2, 0, 5, 1, 0),
        "ตัวชี้วัด": (1, 1, 0, 7, 0, 0),
    }
