"""Years beside each other: a change is told only where both were measured alike, and no year is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openpyxl
import pandas as pd
import pytest

from itaanalysis import summaries
from itaanalysis.report.prose import Report
from itaanalysis.year import YearData, load

SCORES = {
    2565: {"สป.": 90.00, "คน.": 84.00},
    2566: {"สป.": 91.00, "คน.": 84.10},
    2567: {"สป.": 88.125, "คน.": 90.00},
    2568: {"สป.": 88.25, "คต.": 70.00, "คน.": 84.99},
}
PEOPLE = {2565: 10, 2566: 20, 2567: 50, 2568: 76}


@pytest.fixture
def make_up_years(made_up_project: Callable[[], Any]) -> Callable[..., YearData]:
    """Makes a project that holds some made-up years; gives the last of them."""

    def make(*fiscal_years: int) -> YearData:
        root = made_up_project().root
        for fiscal_year in fiscal_years:
            book = openpyxl.Workbook()
            sheet = book.worksheets[0]
            for row in [["หน่วยงาน", "คะแนน ITA"], *SCORES[fiscal_year].items()]:
                sheet.append(list(row))
            events = book.create_sheet("กิจกรรม")
            for row in [["รหัส", "ชื่อกิจกรรม", "จำนวนคน"], ["1", "ประชุมสมมุติ", PEOPLE[fiscal_year]]]:
                events.append(row)
            folder = root / "data" / "raw" / str(fiscal_year)
            folder.mkdir(parents=True, exist_ok=True)
            book.save(folder / "made_up.xlsx")
        return load(fiscal_years[-1], root)

    return make


def plain(report: Report) -> list[str]:
    return report.blocks[-1].plain().splitlines()[1:]


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(None if pd.isna(value) else value for value in row) for row in table[list(columns)].to_numpy()]


def test_changes_of_years_measured_alike(make_up_years: Callable[..., YearData]) -> None:
    year = make_up_years(2567, 2568)
    assert rows(summaries.unit_changes(year), "unit", "before", "change", "unusual", "break_th") == [
        ("สป.", 88.125, 0.12, False, None),  # 88.25 and 88.13 as shown
        ("คน.", 90.0, -5.01, True, None),
        ("คต.", None, None, False, None),
    ]
    # 1 of 2 units passed: 50 %; 2 of 2 before. 76 people after 50 are more than half as many again.
    found = summaries.kpi_changes(year).set_index("kpi")
    assert rows(found.loc[["pass_rate"]], "value", "before", "change", "unusual") == [(33.33, 100.0, -66.67, True)]
    assert rows(found.loc[["participants"]], "value", "before", "change", "unusual") == [(76.0, 50.0, 26.0, True)]


def test_no_change_is_told_across_a_break(make_up_years: Callable[..., YearData]) -> None:
    year = make_up_years(2566, 2567)
    assert rows(summaries.unit_changes(year), "unit", "change", "unusual", "break_th", "break_en") == [
        ("คน.", None, False, "เปลี่ยนแบบสอบถาม", "questionnaire changed"),
        ("สป.", None, False, "เปลี่ยนแบบสอบถาม", "questionnaire changed"),
    ]
    found = summaries.kpi_changes(year).set_index("kpi")
    assert pd.isna(found.loc["ita_score_ops", "change"]) and pd.isna(found.loc["pass_rate", "change"])
    assert found.loc["participants", "change"] == 30  # heads are counted as before
    assert pd.isna(found.loc["participants", "break_th"])


def test_the_tables_say_why_there_is_no_change(make_up_years: Callable[..., YearData]) -> None:
    report = Report(make_up_years(2565, 2566, 2567))
    report.unit_changes_table("คะแนน", "scores")
    assert plain(report) == [
        "หน่วยงาน\t๒๕๖๗\t๒๕๖๖\tเปลี่ยนแปลง\tข้อสังเกต",
        "กรมการค้าภายใน\t๙๐.๐๐\t๘๔.๑๐\t–\tเทียบไม่ได้ (เปลี่ยนแบบสอบถาม)",
        "สำนักงานปลัดกระทรวงพาณิชย์\t๘๘.๑๓\t๙๑.๐๐\t–\tเทียบไม่ได้ (เปลี่ยนแบบสอบถาม)",
    ]
    report.kpi_changes_table("ผล", "results")
    remarks = {line.split("\t")[0]: line.split("\t")[3:] for line in plain(report)[1:]}
    assert remarks["จำนวนกลุ่มเป้าหมายที่เข้าร่วมโครงการ"] == ["+๓๐ คน", "ควรตรวจทาน"]
    assert remarks["คะแนน ITA ของสำนักงานปลัดกระทรวง"] == ["–", "เทียบไม่ได้ (เปลี่ยนแบบสอบถาม)"]
    report.years_table("คะแนน", "scores")
    assert plain(report)[0].split("\t")[1:] == [
        "ปีงบประมาณ พ.ศ. ๒๕๖๕",
        "ปีงบประมาณ พ.ศ. ๒๕๖๖ (เปลี่ยนเกณฑ์ระดับผลการประเมิน)",
        "ปีงบประมาณ พ.ศ. ๒๕๖๗ (เปลี่ยนแบบสอบถาม)",
    ]


def test_every_change_has_its_unit(make_up_years: Callable[..., YearData]) -> None:
    year = make_up_years(2567, 2568)
    for lang, units, changes in (
        ("th", ["+๐.๑๒ คะแนน", "−๕.๐๑ คะแนน", "–"], ["−๖๖.๖๗ จุดร้อยละ", "+๐.๑๒ คะแนน", "+๒๖ คน"]),
        ("en", ["+0.12 points", "−5.01 points", "–"], ["−66.67 percentage points", "+0.12 points", "+26 people"]),
    ):
        report = Report(year, lang)
        report.unit_changes_table("คะแนน", "scores")
        assert [line.split("\t")[3] for line in plain(report)[1:]] == units
        report.kpi_changes_table("ผล", "results")
        assert [line.split("\t")[3] for line in plain(report)[1:]] == changes


def test_a_year_between_that_is_missing_does_not_hide_a_break(make_up_years: Callable[..., YearData]) -> None:
    report = Report(make_up_years(2565, 2568), "en")
    report.years_table("คะแนน", "scores")
    assert plain(report)[0].split("\t")[2] == "FY2568 (2025), levels redefined, questionnaire changed"


def test_a_year_that_cannot_be_read_is_named(make_up_years: Callable[..., YearData]) -> None:
    year = make_up_years(2567, 2568)
    assert not Report(year).has("unit_years_unreadable") and Report(year).facts["year_before"].text == "๒๕๖๗"
    (year.workspace.raw(2567) / "made_up.xlsx").write_bytes(b"not a workbook")
    report = Report(year)
    assert summaries.earlier_years(year) == {2567: None}
    assert not report.has("unit_years_before") and not report.has("year_before")
    assert report.facts["unit_years_unreadable"].text == "ปีงบประมาณ พ.ศ. ๒๕๖๗"
    assert report.facts["unit_years_list"].text == "ปีงบประมาณ พ.ศ. ๒๕๖๘"


def test_years_typed_in_one_sheet_stand_apart_from_the_year_in_hand(made_up: Any) -> None:
    typed = [[fiscal_year, unit, score] for fiscal_year, scores in SCORES.items() for unit, score in scores.items()]
    made_up.add("made_up.xlsx", "คะแนน", [["ปีงบประมาณ", "หน่วยงาน", "คะแนน ITA"], *typed, [2569, "คน.", 99]])
    assert made_up.ita("clean") == 0
    for year in (made_up.year(), load(2568, made_up.root)):
        assert rows(year.unit_scores, "fiscal_year", "unit") == [(2568, "สป."), (2568, "คต."), (2568, "คน.")]
        assert len(year.other_years("unit_scores")) == 7
        assert year.other_years("tool_scores").empty
        by_year = rows(summaries.unit_scores_by_year(year), "fiscal_year", "unit", "score")
        assert by_year == [(y, unit, score) for y, scores in SCORES.items() for unit, score in scores.items()]
        assert list(year.kpis()["fiscal_year"].unique()) == [2568]


def test_the_folder_of_a_year_outranks_a_sheet_of_another(make_up_years: Callable[..., YearData]) -> None:
    year = make_up_years(2567, 2568)
    book = openpyxl.Workbook()
    for row in [["ปีงบประมาณ", "หน่วยงาน", "คะแนน"], [2567, "คน.", 1.5], [2567, "คต.", 77]]:
        book.worksheets[0].append(row)
    book.save(year.workspace.raw(2568) / "made_up_several_years.xlsx")
    by_year = summaries.unit_scores_by_year(load(2568, year.workspace.root))
    before = by_year[by_year["fiscal_year"] == 2567]
    assert rows(before, "unit", "score") == [("สป.", 88.125), ("คน.", 90.0), ("คต.", 77.0)]
