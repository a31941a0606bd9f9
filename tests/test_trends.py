"""Any number of years side by side: changes, ranks, the country, the ceiling, and units that are missing or renamed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openpyxl
import pandas as pd
import pytest

from itaanalysis import summaries
from itaanalysis.report.prose import Report
from itaanalysis.year import YearData, load

Scores = dict[str, float]
Maker = Callable[[dict[int, Scores]], YearData]


@pytest.fixture
def make_up_years(made_up_project: Callable[[], Any]) -> Maker:
    """Makes a project with a folder of made-up scores for each year, units as they are typed; gives the last year."""

    def make(years: dict[int, Scores]) -> YearData:
        root = made_up_project().root
        for fiscal_year, scores in years.items():
            book = openpyxl.Workbook()
            sheet = book.worksheets[0]
            for row in [["หน่วยงาน", "คะแนน ITA"], *scores.items()]:
                sheet.append(list(row))
            folder = root / "data" / "raw" / str(fiscal_year)
            folder.mkdir(parents=True, exist_ok=True)
            book.save(folder / "made_up.xlsx")
        return load(max(years), root)

    return make


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(None if pd.isna(value) else value for value in row) for row in table[list(columns)].to_numpy()]


def plain(report: Report) -> list[str]:
    return report.blocks[-1].plain().splitlines()[1:]


def test_a_change_is_from_the_last_year_there_is_and_never_across_a_break(make_up_years: Maker) -> None:
    year = make_up_years({2562: {"คน.": 60.0, "คต.": 70.0}, 2563: {"คต.": 71.5}, 2564: {"คน.": 66.25, "คต.": 71.0},
                          2566: {"คน.": 80.0}, 2567: {"คน.": 81.0}, 2568: {"คน.": 80.5}})  # fmt: skip
    table = summaries.units_over_years(year)
    assert rows(table[table["unit"] == "คน."], "fiscal_year", "before_year", "change", "break_en") == [
        (2562, None, None, None),
        (2564, 2562, 6.25, None),
        (2566, 2564, None, "levels redefined"),
        (2567, 2566, None, "questionnaire changed"),
        (2568, 2567, -0.5, None),
    ]
    assert rows(table[table["unit"] == "คต."], "fiscal_year", "change") == [(2562, None), (2563, 1.5), (2564, -0.5)]


def test_equal_scores_share_a_rank_among_units_of_their_kind(make_up_years: Maker) -> None:
    year = make_up_years({2568: {"คน.": 90.0, "คต.": 95.0, "จร.": 90.0, "พค.": 89.0, "สป.": 50.0, "สวอ.": 70.0}})
    found = summaries.unit_benchmark(year)
    assert {unit: (kind, rank, of) for unit, kind, rank, of in rows(found, "unit", "kind", "rank", "of")} == {
        "คต.": ("department", 1, 4), "คน.": ("department", 2, 4), "จร.": ("department", 2, 4),
        "พค.": ("department", 4, 4), "สป.": ("office", 1, 1), "สวอ.": ("public organisation", 1, 1),
    }  # fmt: skip
    # The national mean of FY2568 is 93.82.
    assert dict(rows(found, "unit", "distance"))["คต."] == 1.18
    assert dict(rows(found, "unit", "distance"))["สป."] == -43.82


def test_each_year_is_held_against_its_own_mark_and_country(make_up_years: Maker) -> None:
    year = make_up_years(
        {2567: {"คน.": 85.0, "คต.": 84.99, "จร.": 97.0}, 2568: {"คน.": 95.0, "คต.": 95.5, "จร.": 80.0}}
    )
    then, now = summaries.ministry_by_year(year).to_dict("records")
    assert (then["units"], then["mean"], then["passed"], then["pass_rate"]) == (3, 88.996666667, 2, 66.67)
    assert (then["national_mean"], then["distance"], then["national_pass_rate"]) == (93.05, -4.05, 92.44)
    assert (then["top"], then["top_rate"], then["ceiling"]) == (1, 33.33, False)
    assert (now["mean"], now["distance"], now["top"], now["ceiling"]) == (90.166666667, -3.65, 2, True)
    assert (now["change"], now["pass_rate_change"]) == (1.17, 0.0)  # 90.17 and 89.00 as shown


def test_half_the_units_at_the_top_are_not_most(make_up_years: Maker) -> None:
    year = make_up_years({2568: {"คน.": 95.0, "คต.": 94.99}})
    assert not summaries.ministry_by_year(year)["ceiling"].any()


def test_the_ministry_as_a_whole_is_no_unit(make_up_years: Maker) -> None:
    year = make_up_years({2568: {"พณ.": 20.0, "คน.": 90.0}})
    assert summaries.ministry_by_year(year)["mean"].tolist() == [90.0]
    assert summaries.unit_benchmark(year)["unit"].tolist() == ["คน."]


def test_missing_and_renamed_units_are_told(make_up_years: Maker) -> None:
    # ศ.ศ.ป. is the name of สศท. before its decree, GIT another of สวอ.; both are aliases in units.csv.
    year = make_up_years(
        {2567: {"ศ.ศ.ป.": 90.0, "คน.": 80.0, "GIT": 91.0}, 2568: {"สศท.": 92.0, "คต.": 85.0, "GIT": 91.0}}
    )
    assert rows(summaries.units_missing(year), "unit", "fiscal_year") == [("คน.", 2568), ("คต.", 2567)]
    assert rows(summaries.units_renamed(year), "unit", "fiscal_year", "typed") == [("สศท.", 2567, "ศ.ศ.ป.")]
    found = summaries.units_over_years(year)
    assert dict(rows(found[found["fiscal_year"] == 2568], "unit", "change"))["สศท."] == 2.0
    report = Report(year)
    report.trend_table("units", "คะแนน", "scores")
    remarks = {line.split("\t")[0]: line.split("\t")[-1] for line in plain(report)}
    assert remarks["สถาบันส่งเสริมศิลปหัตถกรรมไทย (องค์การมหาชน)"] == "ปี ๒๕๖๗ ใช้ชื่อ ศ.ศ.ป."
    assert remarks["กรมการค้าภายใน"] == "ไม่มีคะแนนปี ๒๕๖๘"
    assert report.facts["unit_years_renamed_list"].text == "สศท. ปี ๒๕๖๗ ใช้ชื่อ ศ.ศ.ป."
    assert report.facts["unit_years_missing_list"].text == "คน. ไม่มีคะแนนปี ๒๕๖๘ และ คต. ไม่มีคะแนนปี ๒๕๖๗"


def test_a_name_that_no_raw_file_tells_any_more_is_no_rename(make_up_years: Maker) -> None:
    year = make_up_years({2567: {"ศ.ศ.ป.": 90.0}, 2568: {"สศท.": 92.0}})
    earlier = summaries.earlier_years(year)
    (year.workspace.raw(2567) / "made_up.xlsx").unlink()
    assert summaries.units_renamed(year, earlier).empty


def test_years_in_sheets_of_other_years_count_too(made_up_project: Callable[[], Any]) -> None:
    made = made_up_project()
    typed = {2567: {"คน.": 85.0}, 2566: {"คน.": 80.0}}
    heads = ["ปีงบประมาณ", "หน่วยงาน", "IIT", "EIT", "OIT", "คะแนน ITA"]
    folder = made.workspace.raw(2567)
    folder.mkdir(parents=True)
    for place, stated in ((folder, typed), (made.raw, {2568: {"คน.": 90.0}, 2567: {"คน.": 1.0}, 2565: {"คน.": 70.0}})):
        book = openpyxl.Workbook()
        for row in [heads, *([one, unit, s, s, s, s] for one, its in stated.items() for unit, s in its.items())]:
            book.worksheets[0].append(row)
        book.save(place / "made_up.xlsx")
    year = load(2568, made.root)
    # The folder of FY2567 outranks what FY2568 says of it; only its sheet tells of FY2566.
    assert rows(summaries.unit_scores_by_year(year), "fiscal_year", "score") == [
        (2565, 70.0), (2566, 80.0), (2567, 85.0), (2568, 90.0),
    ]  # fmt: skip
    tools = summaries.tools_over_years(year)
    assert rows(tools[tools["tool"] == "OIT"], "fiscal_year", "score") == [
        (2565, 70.0), (2566, 80.0), (2567, 85.0), (2568, 90.0),
    ]  # fmt: skip
    rates = summaries.kpis_over_years(year)
    rates = rates[rates["kpi"] == "pass_rate"]
    assert rows(rates, "fiscal_year", "value", "change") == [
        (2565, 0.0, None), (2566, 0.0, None), (2567, 100.0, None), (2568, 100.0, 0.0),
    ]  # fmt: skip


def test_indicators_side_by_side(made_up_project: Callable[[], Any]) -> None:
    made = made_up_project()
    for fiscal_year, score in ((2567, 80.0), (2568, 85.75)):
        folder = made.workspace.raw(fiscal_year)
        folder.mkdir(parents=True, exist_ok=True)
        book = openpyxl.Workbook()
        for row in [["ตัวชี้วัด", "สป."], ["การใช้งบประมาณ", score]]:
            book.worksheets[0].append(row)
        book.save(folder / "made_up.xlsx")
    year = load(2568, made.root)
    found = summaries.indicators_over_years(year)
    assert rows(found, "fiscal_year", "indicator", "score", "change") == [(2567, 2, 80.0, None), (2568, 2, 85.75, 5.75)]
    report = Report(year, "en")
    report.trend_table("indicators", "ก", "a")
    assert plain(report)[-1] == "Office of the Permanent Secretary\t2 Use of budget\t80.00\t85.75\t+5.75 points"


def test_facts_of_the_mean_follow_the_years(make_up_years: Maker) -> None:
    report = Report(make_up_years({2567: {"คน.": 90.0}, 2568: {"คน.": 89.0}}), "en")
    named = ("unit_mean_trend", "unit_mean_change", "unit_mean_since", "unit_mean_to_national", "top_mark")
    assert [report.facts[name].text for name in named] == ["fell", "1.00", "FY2567 (2024)", "4.82", "95"]
    assert not report.has("unit_mean_break") and not report.has("ceiling_units")
    across = Report(make_up_years({2566: {"คน.": 90.0}, 2567: {"คน.": 96.0}}), "en")
    assert across.facts["unit_mean_break"].text == "questionnaire changed"
    assert not across.has("unit_mean_change")
    assert (across.facts["ceiling_units"].text, across.facts["ceiling_rate"].text) == ("1", "100")


def test_a_sheet_of_this_year_makes_the_year_before_known(made_up: Any) -> None:
    made_up.add("made_up.xlsx", "คะแนน", [["ปีงบประมาณ", "หน่วยงาน", "คะแนน"], [2568, "คน.", 90], [2567, "คน.", 88.5]])
    report = Report(made_up.year())
    assert report.facts["year_before"].text == "๒๕๖๗"
    report.unit_changes_table("คะแนน", "scores")
    assert plain(report)[-1].split("\t")[1:4] == ["๙๐.๐๐", "๘๘.๕๐", "+๑.๕๐ คะแนน"]


def test_fy2568_beside_the_country(real_year: YearData) -> None:
    thai, english = Report(real_year), Report(real_year, "en")
    assert thai.facts["kind_leaders_list"].text == "กรม สนค. (๙๗.๔๓) และองค์การมหาชน สวอ. (๙๓.๓๖)"
    assert [thai.facts[name].text for name in ("ceiling_units", "ceiling_rate")] == ["๗", "๕๘.๓๓"]
    thai.trend_table("ranks", "ก", "a")
    assert "องค์การมหาชน\t๓/๓\tสถาบันส่งเสริมศิลปหัตถกรรมไทย (องค์การมหาชน)\t๘๔.๖๐\t−๙.๒๒ คะแนน" in plain(thai)
    english.trend_table("ministry", "ก", "a")
    assert plain(english)[-1].split("\t") == [
        "2568", "94.15", "93.82", "+0.33", "91.67% (11 of 12)", "94.17%", "58.33% (7 of 12)", "ceiling effect",
    ]  # fmt: skip


def test_the_country_is_told_in_the_language_of_the_report(real_year: YearData) -> None:
    thai, english = Report(real_year), Report(real_year, "en")
    for report in (thai, english):
        report.trend_table("national", "ก", "a")
    by_year = {line.split("\t")[0]: line.split("\t")[1:] for line in plain(thai)}
    assert by_year["๒๕๖๗"][-1] == "เปลี่ยนแบบสอบถาม / มีหมายเหตุของที่มา (national.csv!A7)"
    assert by_year["๒๕๖๘"][:4] == ["๙๓.๘๒", "+๐.๗๗ คะแนน", "๙๔.๑๗", "+๑.๗๓ จุดร้อยละ"]
    assert (by_year["๒๕๖๗"][1], by_year["๒๕๖๗"][3], by_year["๒๕๖๔"][1]) == ("–", "–", "+๑๓.๓๕ คะแนน")
    assert "derived" not in " ".join(plain(thai)) and "rounded by the source" in plain(english)[-1]


def test_another_kind_of_table_is_refused(real_year: YearData) -> None:
    with pytest.raises(KeyError):
        Report(real_year).trend_table("colours", "ก", "a", when=False)
