"""The report object: what it shows, in which language, with which numbers, and what it refuses."""

import base64
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from itaanalysis.report.errors import BrokenTemplate, UnknownPlaceholder
from itaanalysis.report.prose import Report
from itaanalysis.words import UnknownWording
from itaanalysis.year import YearData

EVENT = (
    "{code} {name}[[ เมื่อวันที่ {date}]][[ ณ {venue}]][[ {province_label}]][[ โดย{host} เป็นเจ้าภาพ]]"
    "[[ มีผู้เข้าร่วม {participants} คน]][[ และออนไลน์ {online_provinces} จังหวัด]][[ ค่าใช้จ่าย {spent} บาท]]"
    "[[{free_of_charge} โดยไม่มีค่าใช้จ่าย]]"
)
HEADINGS = {
    "group_th": "#### กิจกรรมย่อยที่ {group} {group_name}",
    "several_th": "{code} {count} ครั้ง[[ {participants} คน]][[ {spent} บาท]]",
}


class MadeUpChart:
    """A chart of one red pixel."""

    drawn_by = "made_up"
    title = "แท่ง <สูง>"
    alt = 'แผนภูมิ "สมมุติ" & อื่น ๆ'
    marks = ()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict[str, str], dict[str, Any]]:
        return {"image/png": "UE5H", "image/svg+xml": "<svg>ก</svg>"}, {"image/png": {"alt": self.alt}}


@pytest.fixture
def report(made_up_year: YearData) -> Report:
    return Report(made_up_year)


def shown(report: Report, kind: str = "text/markdown") -> list[str]:
    """What the report has shown of one media type."""
    found = [block._repr_mimebundle_() for block in report.blocks]
    bundles = [bundle[0] if isinstance(bundle, tuple) else bundle for bundle in found]
    return [bundle[kind] for bundle in bundles if kind in bundle]


def test_say_fills_and_shows(report: Report, capsys: pytest.CaptureFixture[str]) -> None:
    report.say(th="ผ่านร้อยละ {pass_rate}", en="{pass_rate}% passed")
    assert shown(report) == ["ผ่านร้อยละ ๖๖.๖๗"]
    assert capsys.readouterr().out == "ผ่านร้อยละ ๖๖.๖๗\n\n"


def test_english_says_the_english_wording(made_up_year: YearData) -> None:
    report = Report(made_up_year, "en")
    report.say(th="ผ่านร้อยละ {pass_rate}", en="{pass_rate}% passed")
    report.say(th="ไม่มีภาษาอังกฤษ")
    assert shown(report) == ["66.67% passed", "ไม่มีภาษาอังกฤษ"]


def test_digits_can_be_chosen(made_up_year: YearData) -> None:
    report = Report(made_up_year, "th", digits="arabic")
    report.say(th="ร้อยละ {pass_rate}")
    assert shown(report) == ["ร้อยละ 66.67"]


@pytest.mark.parametrize("wrong", [{"lang": "fr"}, {"digits": "roman"}])
def test_other_languages_and_digits_are_refused(made_up_year: YearData, wrong: dict[str, str]) -> None:
    with pytest.raises(UnknownWording, match=r"fr|roman"):
        Report(made_up_year, **wrong)


def test_nothing_is_said_when_it_does_not_hold_but_mistakes_are_still_told(report: Report) -> None:
    report.say(th="ไม่ผ่าน {failed_list}", when=False)
    assert report.blocks == [] and report.facts_used == {}
    with pytest.raises(UnknownPlaceholder):
        report.say(th="{no_such_figure}", when=False)
    with pytest.raises(BrokenTemplate):
        report.say(th="[[ {pass_rate}", when=False)


def test_has_is_about_figures_that_are_there_and_not_zero(report: Report) -> None:
    assert report.has("units_failed", "failed_list")
    assert not report.has("errors_total")  # 0
    assert not report.has("national_respondents")  # not stated
    assert not report.has("units_failed", "overspent_baht")
    with pytest.raises(UnknownPlaceholder):
        report.has("unit_failed")


def test_a_figure_above_zero_is_left_out_at_zero_and_said_otherwise(report: Report) -> None:
    facts = report.facts
    assert (facts["corrections_total"].value, facts["units_total"].value) == (0, 3)
    said = report.text(th="มี {units_total>0} หน่วยงาน[[ แก้ {corrections_total>0} เซลล์]][[ ปัญหา {corrections_total}]]")
    assert said == "มี ๓ หน่วยงาน ปัญหา ๐"
    assert "units_total" in report.facts_used


def test_figures_used_are_kept_in_their_order_without_those_left_out(report: Report) -> None:
    report.say(th="{units_failed}[[ {overspent_baht}||{spent_baht}]] {pass_rate} {units_failed}")
    assert list(report.facts_used) == ["units_failed", "spent_baht", "pass_rate"]


def test_a_phrase_is_said_by_its_name(report: Report) -> None:
    report.phrase("project", th="โครงการของ{ministry}", en="project")
    report.say(th="{project} *สำคัญ*")
    assert shown(report) == ["โครงการของกระทรวงสมมุติ *สำคัญ*"]


def test_the_lines_of_a_phrase_are_those_of_its_source_only(report: Report) -> None:
    report.phrase(
        "advice",
        th="""[[ควรติดตาม {failed_list}||ควรรักษาไว้]]
        และเผยแพร่ {units_total}
        หน่วยงาน""",
    )
    report.say(th="๑ {advice}")
    assert shown(report, "text/plain") == shown(report) == ["๑ ควรติดตาม กข. (๘๔.๙๙) และเผยแพร่ ๓ หน่วยงาน"]
    assert list(report.facts_used) == ["failed_list", "units_total"]


def test_text_for_cells_keeps_its_lines_and_is_not_escaped(report: Report) -> None:
    assert report.text(th="ผ่าน {units_passed}\nไม่ผ่าน {units_failed} *") == "ผ่าน ๒\nไม่ผ่าน ๑ *"


def test_events_are_told_group_by_group(report: Report) -> None:
    report.each_event(th=EVENT, **HEADINGS)
    assert shown(report, "text/plain")[0].splitlines() == [
        "#### กิจกรรมย่อยที่ ๑ กลุ่มสมมุติ ๑",
        "",
        "๑.๑ ประกาศเจตนารมณ์ เมื่อวันที่ ๒๕ ตุลาคม ๒๕๖๗ โดยไม่มีค่าใช้จ่าย",
        "",
        "๑.๒ ๒ ครั้ง ๑๐๐ คน ๙๐๐.๓๐ บาท",
        "",
        "- ๑.๒ (๑) อบรม ครั้งที่ ๑ เมื่อวันที่ ๗ - ๘ กุมภาพันธ์ ๒๕๖๘ ณ หอประชุม จังหวัดสงขลา มีผู้เข้าร่วม ๘๔ คน ค่าใช้จ่าย ๓๐๐.๑๐ บาท",
        "- ๑.๒ (๒) อบรม ครั้งที่ ๒ เมื่อวันที่ ๒๔ มีนาคม ๒๕๖๘ กรุงเทพมหานคร โดยกรมก้อนเมฆ เป็นเจ้าภาพ"
        " มีผู้เข้าร่วม ๑๖ คน และออนไลน์ ๗๖ จังหวัด ค่าใช้จ่าย ๖๐๐.๒๐ บาท",
        "",
        "#### กิจกรรมย่อยที่ ๒ กลุ่มสมมุติ ๒",
        "",
        "๒ วารสาร <b>*เมฆ*</b> ค่าใช้จ่าย ๙๙.๖๔ บาท",
    ]


def test_names_of_events_cannot_become_markup(report: Report) -> None:
    report.each_event(th="{name}", group_th="", several_th="")
    assert shown(report)[0].splitlines()[-1] == r"วารสาร \<b\>\*เมฆ\*\</b\>"


def test_events_in_english_name_provinces_and_hosts_in_english(made_up_year: YearData) -> None:
    report = Report(made_up_year, "en")
    report.each_event(en="{code}[[, {date}]][[, {province_label}]][[, {host}]]", group_en="", several_en="")
    assert shown(report)[0].splitlines()[2:4] == [
        "- 1.2 (1), 7–8 February 2025, Songkhla Province",
        "- 1.2 (2), 24 March 2025, Bangkok, Department of Clouds",
    ]


def test_mistakes_in_event_sentences_are_told_even_without_events(made_up_empty_year: YearData) -> None:
    with pytest.raises(UnknownPlaceholder, match="vanue"):
        Report(made_up_empty_year).each_event(th="{vanue}")
    with pytest.raises(UnknownPlaceholder, match="name"):
        Report(made_up_empty_year).each_event(th="{code}", several_th="{name}")


def test_a_year_without_events_says_so(made_up_empty_year: YearData) -> None:
    report = Report(made_up_empty_year)
    report.each_event(th=EVENT, **HEADINGS)
    assert shown(report) == ["ยังไม่มีข้อมูล"]


def test_captions_are_numbered_apart_and_stay_when_a_cell_is_run_again(report: Report) -> None:
    frame = pd.DataFrame({"a": ["ก"]})
    report.table(frame, "ตารางแรก", "first")
    report.figure(MadeUpChart(), "ภาพแรก", "first")
    report.table(frame, "ตารางสอง ปี {fiscal_year}", "second")
    report.table(frame, "ตารางแรก", "first")
    captions = [markup.partition("<caption>")[2].partition("</caption>")[0] for markup in shown(report, "text/html")]
    assert [caption for caption in captions if caption] == [
        "ตารางที่ ๑ ตารางแรก",
        "ตารางที่ ๒ ตารางสอง ปี ๒๕๖๘",
        "ตารางที่ ๑ ตารางแรก",
    ]
    assert 'id="table-2"' in shown(report, "text/html")[2]


def test_a_figure_follows_the_contract(report: Report) -> None:
    report.figure(MadeUpChart())
    bundle, metadata = report.blocks[0]._repr_mimebundle_()
    svg = base64.b64encode("<svg>ก</svg>".encode()).decode()
    assert bundle["text/html"] == (
        f'<figure id="figure-made_up" class="ita-figure"><img src="data:image/svg+xml;base64,{svg}"'
        ' data-png="data:image/png;base64,UE5H"'
        ' alt="แผนภูมิ &quot;สมมุติ&quot; &amp; อื่น ๆ">'
        "<figcaption>ภาพที่ ๑ แท่ง &lt;สูง&gt;</figcaption></figure>"
    )
    assert bundle["image/png"] == "UE5H" and metadata["image/png"]["alt"] == MadeUpChart.alt


def test_headers_of_a_table_follow_the_language(made_up_year: YearData) -> None:
    for lang, header in (("th", "หน่วยงาน"), ("en", "Unit")):
        report = Report(made_up_year, lang)
        report.table(pd.DataFrame({"unit": ["กก."]}), "ก", "a", columns={"unit": ("หน่วยงาน", "Unit")})
        assert f'<th scope="col">{header}</th>' in shown(report, "text/html")[0]


def test_the_kpi_table_ticks_one_of_three_boxes(report: Report) -> None:
    report.kpi_table("ผล", "results", {"pass_rate": {"th": "ได้แก่ {passed_list}", "en": ""}})
    rows = shown(report, "text/plain")[0].splitlines()[2:]
    assert rows == [
        "ระดับกระทรวง · เชิงปริมาณ / ผ่านเกณฑ์\tไม่น้อยกว่าร้อยละ ๑๐๐\tร้อยละ ๖๖.๖๗"
        "\t☑ ต่ำกว่าแผน / ☐ ตามแผน / ☐ สูงกว่าแผน\tได้แก่ กก. (๙๕.๕๐) และ สปม. (๙๐.๐๐)",
        "ระดับกิจกรรม · เชิงปริมาณ / ผู้เข้าร่วม\tไม่น้อยกว่า ๑๐๐ คน\t๑๐๐ คน\t☐ ต่ำกว่าแผน / ☑ ตามแผน / ☐ สูงกว่าแผน\t–",
    ]
    assert 'class="ita-table wide"' in shown(report, "text/html")[0]


def test_results_stand_beside_what_is_reported(report: Report) -> None:
    report.results_table("ผล", "results")
    assert shown(report, "text/plain")[0].splitlines()[2:] == [
        "ผ่านเกณฑ์\tร้อยละ ๖๖.๖๗\tร้อยละ ๑๐๐\tร้อยละ ๖๖.๖๗\t๐.๐๐ จุดร้อยละ",
        "ผู้เข้าร่วม\t๑๐๐ คน\t๑๐๐ คน\t๙๘ คน\t+๒ คน",
        "ใช้จ่าย\tร้อยละ ๙๙.๙๙\t–\t–\t–",
    ]


def test_units_stand_best_first_with_their_distance(report: Report) -> None:
    report.units_table("คะแนน", "scores")
    assert shown(report, "text/plain")[0].splitlines()[2:] == [
        "๑\tกก.\tกรมก้อนเมฆ\t๙๕.๕๐\t+๑๐.๕๐\tยังระบุไม่ได้\tผ่าน",
        "๒\tสปม.\tสำนักงานปลัดกระทรวงสมมุติ\t๙๐.๐๐\t+๕.๐๐\tผ่าน\tผ่าน",
        "๓\tกข.\tกรมขนนก\t๘๔.๙๙\t−๐.๐๑\tต้องปรับปรุง\tไม่ผ่าน",
    ]


def test_years_of_unit_scores(report: Report) -> None:
    report.years_table("คะแนน", "scores")
    assert shown(report, "text/plain")[0].splitlines()[1:3] == ["หน่วยงาน\tปีงบประมาณ พ.ศ. ๒๕๖๘", "กรมก้อนเมฆ\t๙๕.๕๐"]


def test_the_cipp_table_holds_its_rows(report: Report) -> None:
    row = report.cipp("input", frame_th="บุคลากร", th="เข้าร่วม {participants} คน")
    report.cipp_table(row, caption_th="ผล", caption_en="result")
    assert shown(report, "text/plain")[0].splitlines()[2:] == ["ด้านปัจจัยนำเข้า (Input)\tบุคลากร\tเข้าร่วม ๑๐๐ คน"]
    with pytest.raises(KeyError, match="output"):
        report.cipp_table(report.cipp("output"), caption_th="", caption_en="")


def test_checks_that_differ_are_shown_with_their_cells(report: Report) -> None:
    report.checks_table("ไม่ตรงกัน", "differ")
    rows = shown(report, "text/plain")[0].splitlines()[2:]
    assert len(rows) == 1 and rows[0].startswith("ผู้เข้าร่วมไม่ตรงกัน")
    report.checks_table("ทั้งหมด", "all", verdict=None)
    verdicts = [row.partition("\t")[0] for row in shown(report, "text/plain")[1].splitlines()[2:]]
    assert verdicts == ["ไม่ตรงกัน", "ตรงกัน"]


def test_the_annex_lists_each_figure_used_with_formula_and_cells(report: Report) -> None:
    report.say(th="{spent_baht} {ministry} {pass_rate_status} {units_failed}")
    report.each_event(th=EVENT, **HEADINGS)
    report.sources_table("ที่มา", "sources")
    assert shown(report, "text/plain")[-1].splitlines()[2:] == [
        "ค่าใช้จ่ายรวม\t๙๙๙.๙๔ บาท\tผลรวมค่าใช้จ่ายทุกรายการ\tคำนวณ\texpenses.xlsx!จ่าย!A5:A8",
        "จำนวนหน่วยงานที่ไม่ผ่านเกณฑ์\t๑\tจำนวนหน่วยงานที่ได้คะแนนต่ำกว่าเกณฑ์\tคำนวณ\tita.xlsx!คะแนน!A7",
        "ข้อความรายกิจกรรม\t๔\tวันที่ สถานที่ ผู้เข้าร่วม และค่าใช้จ่ายตามแผ่นงาน\tคำนวณ"
        "\tactivities.xlsx!งาน!A5:A7, A9 / expenses.xlsx!จ่าย!A5:A8",
    ]


def test_differences_in_the_annex_have_the_unit_of_a_difference(make_up_year: Callable[..., YearData]) -> None:
    kpis = [
        {"kpi": kpi, "name_th": kpi, "unit": unit, "value": value, "reported": 90.0, "difference": value - 90.0,
         "basis": "computed"}
        for kpi, unit, value in (
            ("pass_rate", "percent", 90.5), ("ita_score_ops", "points", 89.25), ("participants", "people", 92.0),
        )
    ]  # fmt: skip
    for lang, said in (
        ("th", ["๐.๕๐ จุดร้อยละ", "๐.๗๕ คะแนน", "๒ คน", "๐.๐๑ คะแนน"]),
        ("en", ["0.50 percentage points", "0.75 points", "2 people", "0.01 points"]),
    ):
        report = Report(make_up_year(kpis=kpis), lang)
        report.say(th="{pass_rate_difference} {ita_score_ops_difference} {participants_difference} {lowest_shortfall}")
        report.sources_table("ที่มา", "sources")
        assert [row.split("\t")[1] for row in shown(report, "text/plain")[-1].splitlines()[2:]] == said


@pytest.mark.parametrize(("lang", "said"), [("th", "ร้อยละ ๖๖.๖๗"), ("en", "66.67%")])
def test_a_share_in_the_annex_reads_as_in_the_text(made_up_year: YearData, lang: str, said: str) -> None:
    report = Report(made_up_year, lang)
    report.say(th="{pass_rate}")
    report.sources_table("ที่มา", "sources")
    assert shown(report, "text/plain")[-1].splitlines()[2].split("\t")[1] == said


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_table_copes_with_a_year_without_data(made_up_empty_year: YearData, lang: str) -> None:
    report = Report(made_up_empty_year, lang)
    report.kpi_table("ก", "a")
    report.results_table("ข", "b")
    report.units_table("ค", "c")
    report.years_table("ง", "d")
    report.checks_table("จ", "e")
    report.sources_table("ฉ", "f")
    missing = {"th": "ยังไม่มีข้อมูล", "en": "not available yet"}[lang]
    assert [text.count(missing) for text in shown(report, "text/plain")] == [1] * 6


def test_a_fiscal_year_is_loaded_by_its_number(repository: Any) -> None:
    report = Report(2568, root=repository)
    assert report.year.fiscal_year == 2568 and report.facts["spent_baht"].text == "๑,๒๘๘,๙๙๙.๒๒"


def test_a_mistake_in_ipython_is_one_line_and_prose_is_displayed(repository: Any) -> None:
    code = (
        f"import itaanalysis as ita; report = ita.Report(2568, root={str(repository)!r}); "
        "report.say(th='ร้อยละ {pass_rate}'); report.say(th='{pas_rate}')"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "IPython", "--no-banner", "--colors=NoColor", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert ran.stdout.splitlines()[0] == "ร้อยละ ๙๑.๖๗"
    assert "UnknownPlaceholder: ไม่มีข้อมูลชื่อ {pas_rate} ในรายงาน หมายถึง {pass_rate} หรือไม่" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr
