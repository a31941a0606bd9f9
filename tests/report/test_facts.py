"""Facts: figures of FY2568 as in the office's report or worked out by hand, and years that lack or tie figures."""

import datetime
import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from itaanalysis.report.facts import Fact, facts
from itaanalysis.report.facts.fact import catalogue
from itaanalysis.report.prose import Report
from itaanalysis.year import YearData


@pytest.fixture(scope="module")
def thai(real_year: YearData) -> dict[str, Fact]:
    return facts(real_year, "th")


@pytest.fixture(scope="module")
def english(real_year: YearData) -> dict[str, Fact]:
    return facts(real_year, "en")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fiscal_year", "๒๕๖๘"),
        ("fiscal_year_label", "ปีงบประมาณ พ.ศ. ๒๕๖๘"),
        ("next_fiscal_year_label", "ปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("year_start", "๑ ตุลาคม ๒๕๖๗"),
        ("ministry", "กระทรวงพาณิชย์"),
        ("office_abbr", "สป."),
        ("pass_mark", "๘๕"),
        ("allocation_baht", "๑,๒๙๐,๐๐๐"),
        ("allocation_in_words", "หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน"),
        ("spent_baht", "๑,๒๘๘,๙๙๙.๒๒"),
        ("spent_reported_baht", "๑,๒๘๙,๙๙๙.๒๒"),
        ("spent_difference_baht", "๑,๐๐๐"),
        ("unspent_baht", "๑,๐๐๐.๗๘"),
        ("budget_utilisation", "๙๙.๙๒"),
        ("budget_utilisation_reported", "๙๙.๙๙"),
        ("largest_group_number", "๒"),
        ("largest_group_baht", "๑,๐๘๘,๕๗๘.๒๒"),
        ("groups_total", "๖"),
        ("activities_total", "๑๔"),
        ("events_total", "๒๘"),
        ("events_dated", "๒๗"),
        ("months_total", "๑๒"),
        ("last_event_date", "๒๖ กันยายน ๒๕๖๘"),
        ("hosts_total", "๙"),
        ("venue_provinces_list", "นนทบุรี สงขลา ราชบุรี นครพนม และเชียงใหม่"),
        ("participants", "๑,๘๗๑"),
        ("participants_reported", "๑,๘๓๗"),
        ("participants_difference", "๓๔"),
        ("participants_target", "๑,๑๐๐"),
        ("participants_status", "สูงกว่าแผน"),
        ("units_total", "๑๒"),
        ("units_passed", "๑๑"),
        ("units_failed", "๑"),
        ("failed_list", "สศท. (๘๔.๖๐)"),
        ("lowest_shortfall", "๐.๔๐"),
        ("pass_rate", "๙๑.๖๗"),
        ("pass_rate_target", "๑๐๐"),
        ("pass_rate_status", "ต่ำกว่าแผน"),
        ("ethics_index_ministry", "๙๖.๔๒"),
        ("ethics_index_ministry_target", "๙๒.๑๘"),
        ("ethics_index_ops", "๙๓.๗๘"),
        ("ita_score_ops", "๙๒.๘๐"),
        ("ita_level_ops", "ผ่านดี"),
        ("iit_ops", "๙๒.๘๙"),
        ("eit_ops", "๘๙.๗๘"),
        ("eit2_ops", "๘๖.๖๗"),
        ("oit_ops", "๙๕.๐๐"),
        ("costliest_tool_ops", "EIT"),
        ("costliest_tool_loss_ops", "๓.๐๗"),
        ("no_complaint_rate", "๑๐๐"),
        ("awareness_rate", "๙๘.๓๑"),
        ("weakest_indicator_number_ops", "๔"),
        ("weakest_indicator_name_ops", "การใช้ทรัพย์สินของราชการ"),
        ("weakest_indicator_score_ops", "๘๙.๑๐"),
        ("weakest_indicator_gap_ops", "๖.๓๔"),
        ("indicator_3_ministry", "๙๙.๒๖"),
        ("national_mean", "๙๓.๘๒"),
        ("national_mean_trend", "เพิ่มขึ้น"),
        ("national_mean_change", "๐.๗๗"),
        ("ops_to_national", "๑.๐๒"),
        ("ops_to_national_side", "ต่ำกว่า"),
        ("pass_rate_to_national", "๒.๕๐"),
        ("unit_years_total", "๑"),
    ],
)
def test_figures_of_fy2568(thai: dict[str, Fact], name: str, text: str) -> None:
    assert thai[name].text == text


def test_a_tool_that_no_cell_holds_is_computed_from_its_parts(thai: dict[str, Fact]) -> None:
    """EIT is (92.88 + 86.67) ÷ 2, in rows 5 and 6 of the sheet; IIT is typed there."""
    parts = thai["eit1_ops"].sources + thai["eit2_ops"].sources
    assert [cell.rpartition("!")[2] for cell in parts] == ["A5", "A6"]
    for name in ("eit_ops", "costliest_tool_score_ops"):
        assert (thai[name].basis, thai[name].formula, thai[name].sources) == ("computed", "ค่าเฉลี่ยของทุกส่วน", parts)
    assert thai["costliest_tool_loss_ops"].sources == parts
    assert (thai["iit_ops"].basis, thai["iit_ops"].formula) == ("reported", "ตามแผ่นงาน")


def test_a_tool_made_of_indicators_names_their_rows(real_year: YearData) -> None:
    """OIT is the mean of indicators 9 and 10 where no sheet states it."""
    tools, indicators = real_year.tool_scores, real_year.indicator_scores
    rows = [(9, 90.0, "made_up.xlsx!s!A9"), (10, 95.0, "made_up.xlsx!s!A10")]
    added = pd.DataFrame(rows, columns=["indicator", "score", "source"]).assign(
        fiscal_year=2568, unit=real_year.ops_unit
    )
    made = tools.assign(
        score=tools["score"].mask(tools["tool"] == "OIT", 92.5),
        source=tools["source"].mask(tools["tool"] == "OIT", "made_up.xlsx!s!A9"),
    )
    year = replace(real_year, tool_scores=made, indicator_scores=pd.concat([indicators, added], ignore_index=True))
    oit = facts(year, "en")["oit_ops"]
    assert (oit.text, oit.basis, oit.formula) == ("92.50", "computed", "mean of its indicators")
    assert oit.sources == ("made_up.xlsx!s!A9", "made_up.xlsx!s!A10")


def test_what_is_as_typed_is_reported_and_nothing_else_is(thai: dict[str, Fact]) -> None:
    told = [fact for fact in thai.values() if fact.sources]
    assert [fact.name for fact in told if fact.formula == "ตามแผ่นงาน" and fact.basis != "reported"] == []
    made = ("ผลรวม", "ค่าเฉลี่ย", "จำนวน", "คำอ่าน")
    assert [fact.name for fact in told if fact.formula.startswith(made) and fact.basis != "computed"] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fiscal_year_label", "FY2568 (2025)"),
        ("year_end", "30 September 2025"),
        ("office", "Office of the Permanent Secretary"),
        ("office_abbr", "OPS"),
        ("spent_baht", "1,288,999.22"),
        ("participants", "1,871"),
        ("failed_list", "SACIT (84.60)"),
        ("ita_level_ops", "Good pass"),
        ("weakest_indicator_name_ops", "use of government property"),
        ("pass_rate_status", "below plan"),
    ],
)
def test_figures_of_fy2568_in_english(english: dict[str, Fact], name: str, text: str) -> None:
    assert english[name].text == text


def test_digits_can_be_chosen_apart_from_the_language(real_year: YearData) -> None:
    assert facts(real_year, "th", "arabic")["spent_baht"].text == "1,288,999.22"
    assert facts(real_year, "th", "arabic")["year_start"].text == "1 ตุลาคม 2567"


def test_values_are_numbers_and_dates(thai: dict[str, Fact]) -> None:
    assert thai["spent_baht"].value == 1288999.22
    assert thai["units_failed"].value == 1
    assert thai["first_event_date"].value == datetime.date(2024, 10, 25)
    assert thai["spent_baht"].unit == "บาท" and thai["pass_rate"].unit == "ร้อยละ"


def test_every_figure_from_the_workbooks_names_its_cells(thai: dict[str, Fact]) -> None:
    assert thai["allocation_baht"].sources == ("expenses.xlsx!เบิกจ่าย!A2",)
    assert thai["spent_reported_baht"].sources == ("expenses.xlsx!เบิกจ่าย!A24",)
    assert len(thai["spent_baht"].sources) == 19
    assert thai["ita_score_ops"].sources[0] == "ita_scores.xlsx!สป. รายเครื่องมือ!A3"
    assert thai["failed_list"].sources == ("ita_scores.xlsx!คะแนนรายหน่วยงาน!A16",)
    assert thai["weakest_indicator_score_ops"].sources == ("ita_scores.xlsx!ดัชนีคุณธรรม!A7",)
    assert thai["national_mean"].sources == ("national.csv!A8",)


def test_basis_tells_computed_from_reported(thai: dict[str, Fact]) -> None:
    assert [thai[name].basis for name in ("participants", "participants_reported")] == ["computed", "reported"]
    assert [thai[name].basis for name in ("awareness_rate", "allocation_baht")] == ["reported", "reported"]


def test_labels_and_formulas_follow_the_language(thai: dict[str, Fact], english: dict[str, Fact]) -> None:
    assert thai["ita_score_ops"].formula == "๐.๓๐·IIT + ๐.๓๐·EIT + ๐.๔๐·OIT"
    assert english["budget_utilisation"].formula == "sum of expenses ÷ allocation × 100"
    assert all(fact.label for fact in thai.values())
    assert all(fact.label.isascii() for fact in english.values())


def test_passed_units_come_best_first(thai: dict[str, Fact]) -> None:
    listed = str(thai["passed_list"].value)
    assert listed.startswith("สนค. (๙๗.๔๓) จร. (๙๖.๕๙)") and listed.endswith("และ สพค. (๙๑.๒๕)")


def test_names_are_the_same_whatever_the_data(
    thai: dict[str, Fact], made_up_year: YearData, made_up_empty_year: YearData
) -> None:
    assert set(thai) == set(facts(made_up_year)) == set(facts(made_up_empty_year))


def test_every_name_of_the_catalogue_is_found_somewhere(thai: dict[str, Fact], made_up_year: YearData) -> None:
    # A name that neither year has a value for would be a name that nothing fills.
    # Those of several years are filled in tests/test_trends.py and tests/test_years_compared.py.
    elsewhere = {"overspent_baht", "year_before", "unit_years_unreadable", "national_mean_break", "break_note"}
    elsewhere |= {"unit_years_missing_list", "unit_years_renamed_list"}
    elsewhere |= {f"unit_mean_{name}" for name in ("change", "trend", "since", "break")}
    named = {entry.name for entries in catalogue().values() for entry in entries}
    made_up = facts(made_up_year)
    assert {name for name in named if not (thai[name].has_value or made_up[name].has_value)} == elsewhere


@pytest.mark.parametrize(("lang", "said"), [("th", "ยังไม่มีข้อมูล"), ("en", "not available yet")])
def test_a_year_without_data_says_so_and_raises_nothing(made_up_empty_year: YearData, lang: str, said: str) -> None:
    found = facts(made_up_empty_year, lang)
    for name in (
        "spent_baht",
        "pass_rate",
        "participants",
        "failed_list",
        "ita_level_ops",
        "national_mean",
        "first_event_date",
    ):
        assert found[name] == Fact(
            name, said, None, found[name].unit, found[name].label, found[name].formula, (), found[name].basis
        )
    assert found["fiscal_year"].has_value and found["ministry"].has_value


def test_a_score_just_below_the_mark_is_not_shown_as_the_mark(made_up_year: YearData) -> None:
    found = facts(made_up_year)
    assert found["failed_list"].text == "กข. (๘๔.๙๙)"  # 84.998
    assert found["lowest_score"].text == "๘๔.๙๙"
    assert found["lowest_shortfall"].text == "๐.๐๑"


def test_all_that_is_said_of_the_office_is_of_one_total(make_up_year: Callable[..., YearData]) -> None:
    # Listed with 84.00; its tools make 0.3 × 94 + 0.3 × 90 + 0.4 × 94 = 92.80.
    cell = "ita.xlsx!เครื่องมือ!A{}"
    found = facts(
        make_up_year(
            kpis=None,
            unit_scores=[{"unit": "สปม.", "score": 84.0, "level": "ต้องปรับปรุง", "source": "ita.xlsx!คะแนน!A5"}],
            tool_scores=[
                {"unit": "สปม.", "tool": tool, "score": score, "source": cell.format(row)}
                for row, (tool, score) in enumerate({"IIT": 94.0, "EIT": 90.0, "OIT": 94.0}.items(), start=3)
            ],
        )
    )
    names = ("ita_score_ops", "ita_margin_ops", "ita_margin_ops_side", "ita_level_ops")
    assert [found[name].text for name in names] == ["๙๒.๘๐", "๗.๘๐", "สูงกว่า", "ผ่านดี"]
    # The country's mean is 93.82.
    assert (found["ops_to_national_side"].text, found["ops_to_national"].text) == ("ต่ำกว่า", "๑.๐๒")
    assert {found[name].sources for name in names} == {tuple(cell.format(row) for row in (3, 4, 5))}
    assert found["units_passed"].value == 0  # the list of units says what the list says


def test_a_total_that_is_only_listed_is_of_the_list(made_up_year: YearData) -> None:
    found = facts(made_up_year)
    assert (found["ita_score_ops"].text, found["ita_margin_ops"].text) == ("๙๐.๐๐", "๕.๐๐")
    assert found["ita_score_ops"].sources == found["ita_margin_ops"].sources == ("ita.xlsx!คะแนน!A5",)
    assert found["ita_score_ops"].basis == "reported" and found["ita_score_ops"].formula == "ตามที่หน่วยงานรายงาน"


def test_distances_are_those_of_the_figures_as_shown(make_up_year: Callable[..., YearData]) -> None:
    # 92.795 reads 92.80, 1.02 below 93.82; the unrounded distance, 1.025, would read 1.03.
    scores = [{"unit": "สปม.", "score": 92.795, "source": "ita.xlsx!คะแนน!A5"}]
    found = facts(make_up_year(unit_scores=scores, tool_scores=[]))
    assert (found["ita_score_ops"].text, found["ops_to_national"].text) == ("๙๒.๘๐", "๑.๐๒")
    # 84.998 reads 84.99, since it does not pass.
    scores = [{"unit": "สปม.", "score": 84.998, "source": "ita.xlsx!คะแนน!A5"}]
    found = facts(make_up_year(unit_scores=scores, tool_scores=[]))
    assert [found[name].text for name in ("ita_score_ops", "ita_margin_ops", "lowest_shortfall")] == [
        "๘๔.๙๙", "๐.๐๑", "๐.๐๑",
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "note"), [("th", "เปลี่ยนแบบสอบถาม"), ("en", "questionnaire changed")])
def test_the_national_mean_is_not_said_to_move_across_a_break(
    make_up_year: Callable[..., YearData], lang: str, note: str
) -> None:
    national = [{"fiscal_year": 2566, "mean_score": 90.19}, {"fiscal_year": 2567, "mean_score": 93.05}]
    found = facts(make_up_year(2567, national=national), lang)
    assert not found["national_mean_change"].has_value and not found["national_mean_trend"].has_value
    assert found["national_mean_break"].text == found["break_note"].text == note
    alike = facts(make_up_year(2568, national=[{"fiscal_year": 2567, "mean_score": 93.05}, {"fiscal_year": 2568,
                                                "mean_score": 93.82}]), lang)  # fmt: skip
    assert alike["national_mean_change"].value == 0.77
    assert not alike["national_mean_break"].has_value and not alike["break_note"].has_value


def test_differences_have_the_unit_of_a_difference(thai: dict[str, Fact], english: dict[str, Fact]) -> None:
    shares = ("budget_utilisation_difference", "pass_rate_difference", "pass_rate_to_national")
    scores = ("ita_score_ops_difference", "ita_margin_ops", "score_spread", "national_mean_change", "ops_to_national")
    assert {thai[name].unit for name in shares} == {"จุดร้อยละ"}
    assert {english[name].unit for name in shares} == {"percentage points"}
    assert {thai[name].unit for name in scores} == {"คะแนน"}


def test_indicators_that_tie_are_all_named(made_up_year: YearData) -> None:
    found = facts(made_up_year)
    assert found["weakest_indicator_number_ops"].text == "๒ และ ๔"
    assert found["weakest_indicator_name_ops"].text == "การใช้งบประมาณ และการใช้ทรัพย์สินของราชการ"
    assert found["weakest_indicator_gap_ops"].text == "๑๑.๕๐"


def test_spending_beyond_the_budget_is_no_rest(make_up_year: Callable[..., YearData]) -> None:
    year = make_up_year(
        expenses=[{"code": "1.1", "amount_baht": 1000.25, "source": "expenses.xlsx!จ่าย!A5"}],
    )
    found = facts(year)
    assert found["overspent_baht"].text == "๐.๒๕"
    assert not found["unspent_baht"].has_value


def test_what_agrees_has_no_difference(make_up_year: Callable[..., YearData]) -> None:
    totals = [{"table": "expenses", "column": "amount_baht", "reported": 999.94, "source": "expenses.xlsx!จ่าย!A9"}]
    found = facts(make_up_year(totals=totals))
    assert found["spent_reported_baht"].has_value and not found["spent_difference_baht"].has_value


def test_a_year_that_all_passed_has_no_list_of_failures(make_up_year: Callable[..., YearData]) -> None:
    scores = [{"unit": "กก.", "score": 85.0, "source": "ita.xlsx!คะแนน!A4"}]
    found = facts(make_up_year(unit_scores=scores))
    assert (found["units_passed"].value, found["units_failed"].value) == (1, 0)
    assert not found["failed_list"].has_value and not found["lowest_shortfall"].has_value


def test_codes_in_brackets_are_one_activity(made_up_year: YearData) -> None:
    found = facts(made_up_year)
    assert [found[name].value for name in ("groups_total", "activities_total", "events_total")] == [2, 3, 4]


def test_earlier_years_of_unit_scores_are_counted_and_named(project: Any) -> None:
    earlier = project.workspace.raw(2567)
    earlier.mkdir(parents=True)
    shutil.copy(project.raw / "ita_scores.xlsx", earlier)
    report = Report(2568, root=project.root)
    assert report.facts["unit_years_list"].text == "ปีงบประมาณ พ.ศ. ๒๕๖๗ และปีงบประมาณ พ.ศ. ๒๕๖๘"
    assert report.has("unit_years_before")
    report.years_table("คะแนน", "scores")
    assert report.blocks[-1].plain().splitlines()[1:3] == [
        "หน่วยงาน\tปีงบประมาณ พ.ศ. ๒๕๖๗\tปีงบประมาณ พ.ศ. ๒๕๖๘",
        "สำนักงานนโยบายและยุทธศาสตร์การค้า\t๙๗.๔๓\t๙๗.๔๓",
    ]


def test_an_earlier_year_that_cannot_be_read_is_left_out(project: Any) -> None:
    earlier = project.workspace.raw(2567)
    earlier.mkdir(parents=True)
    (earlier / "ita_scores.xlsx").write_bytes(b"not a workbook")
    assert facts(project.year())["unit_years_list"].text == "ปีงบประมาณ พ.ศ. ๒๕๖๘"
