"""Titles are findings worked out from the data, and stay true for other data."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from itaanalysis import charts
from itaanalysis.criteria import CriteriaError
from itaanalysis.year import YearData

Maker = Callable[..., Any]

FY2568_TITLES = {
    "unit_scores": "๑๑ จาก ๑๒ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน มีเพียง สศท. ที่ไม่ผ่าน ขาดไป ๐.๔๐ คะแนน",
    "ethics_dimensions": "สป. ได้คะแนนต่ำกว่า พณ. ทั้ง ๕ ด้าน ห่างกันมากที่สุดด้านการใช้ทรัพย์สินของราชการ ๖.๓๔ คะแนน",
    "tool_losses": "สป. เสียคะแนนมากที่สุดที่ EIT ๓.๐๗ จาก ๗.๒๐ คะแนนที่เสียไปทั้งหมด",
    "spending_by_group": "กิจกรรมย่อยที่ ๒ ใช้จ่ายมากที่สุด ๑,๐๘๘,๕๗๘.๒๒ บาท คิดเป็นร้อยละ ๘๔.๔๕ ของค่าใช้จ่ายทั้งหมด",
    "cumulative_spending": (
        "ใช้จ่ายร้อยละ ๙๙.๙๒ ของวงเงินจัดสรร เหลือ ๑,๐๐๐.๗๘ บาท ใช้จ่ายถึงครึ่งหนึ่งของวงเงินเมื่อวันที่ ๑๗ พฤษภาคม ๒๕๖๘"
    ),
    "participants": "มีผู้เข้าร่วม ๑,๘๗๑ คน จากเป้าหมาย ๑,๑๐๐ คน สูงกว่าเป้าหมาย ๗๗๑ คน เฉพาะกิจกรรมย่อยที่ ๓ ก็สูงกว่าเป้าหมาย",
    "calendar": "จัดกิจกรรมทุกเดือน รวม ๒๘ รายการ มากที่สุดในเดือนธันวาคม ๒๕๖๗ และกรกฎาคม ๒๕๖๘ เดือนละ ๔ รายการ",
    "national_trend": "กระทรวงเฉลี่ย ๙๔.๑๕ สูงกว่าค่าเฉลี่ยทั้งประเทศ ๐.๓๓ คะแนน ทั้งประเทศ ๙๓.๘๒ เพิ่มขึ้นจากปีก่อน ๐.๗๗ คะแนน",
}


@pytest.mark.parametrize("name", list(FY2568_TITLES))
def test_findings_of_fy2568(name: str, real_year: YearData) -> None:
    assert charts.ALL[name](real_year).title == FY2568_TITLES[name]


def test_kpis_of_fy2568(real_year: YearData) -> None:
    title = charts.kpi_targets(real_year).title
    assert title.startswith("๖ จาก ๗ ตัวชี้วัดถึงเป้าหมาย ที่ไม่ถึงคือ “")
    assert title.endswith("” ได้ร้อยละ ๙๑.๖๗ จากเป้าหมายร้อยละ ๑๐๐")


def test_sources_name_files_and_sheets(real_year: YearData) -> None:
    assert charts.ethics_dimensions(real_year).source == "ที่มา: ita_scores.xlsx (ดัชนีคุณธรรม)"
    assert charts.unit_scores(real_year).source.startswith("ที่มา: ita_scores.xlsx (คะแนนรายหน่วยงาน); national.csv (")


@pytest.mark.parametrize(
    ("scores", "thai", "english"),
    [
        (
            [95.0, 90.0, 85.0],
            "ทั้ง ๓ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน ต่ำสุดคือ กข. ได้ ๘๕.๐๐ คะแนน",
            "All 3 units meet the pass mark of 85; lowest is Department of Data with 85.00",
        ),
        (
            [84.0, 80.0, 80.0],
            "ไม่มีหน่วยงานใดจากทั้งหมด ๓ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน สูงสุดคือ สป. ได้ ๘๔.๐๐ คะแนน",
            "None of the 3 units meets the pass mark of 85; best is OPS with 84.00",
        ),
        (
            [90.0, 86.0, 86.0],
            "ทั้ง ๓ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน ต่ำสุดคือ กก. และ กข. ได้ ๘๖.๐๐ คะแนน",
            "All 3 units meet the pass mark of 85; lowest is DOP and Department of Data with 86.00",
        ),
        (
            [88.0, 88.0],
            "ทั้ง ๒ หน่วยงานได้ ๘๘.๐๐ คะแนนเท่ากัน ผ่านเกณฑ์ ๘๕ คะแนน",
            "All 2 units score 88.00 and meet the pass mark of 85",
        ),
        ([84.996], "สป. ได้ ๘๔.๙๙ คะแนน ไม่ผ่านเกณฑ์ ๘๕ คะแนน", "OPS scores 84.99 and misses the pass mark of 85"),
        (
            [90.0, 84.999],
            "๑ จาก ๒ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน มีเพียง กก. ที่ไม่ผ่าน ขาดไป ๐.๐๑ คะแนน",
            "1 of 2 units meet the pass mark of 85; only DOP falls short, by 0.01",
        ),
        (
            [90.0, 80.0, None, 70.0],
            "๑ จาก ๓ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน ที่ไม่ผ่านคือ กก. และก3.",
            "1 of 3 units meet the pass mark of 85; DOP and D3 fall short",
        ),
        (
            [90.0, 80.0, 79.0, 78.0, 60.0],
            "๑ จาก ๕ หน่วยงานผ่านเกณฑ์ ๘๕ คะแนน ไม่ผ่าน ๔ หน่วยงาน ต่ำสุดคือ ก4. ได้ ๖๐.๐๐ คะแนน",
            "1 of 5 units meet the pass mark of 85; 4 fall short, the furthest D4 with 60.00",
        ),
    ],
)
def test_unit_scores(
    scores: list[float | None], thai: str, english: str, make_up_year: Maker, make_up_scores: Maker
) -> None:
    year = make_up_year(unit_scores=make_up_scores(scores))
    assert charts.unit_scores(year).title == thai
    assert charts.unit_scores(year, lang="en").title == english


def test_the_pass_mark_comes_from_the_criteria_of_the_year(make_up_year: Maker, written: Maker) -> None:
    criteria = replace(make_up_year().criteria, pass_mark=92.0)
    chart = charts.unit_scores(make_up_year(criteria=criteria))
    assert chart.title == "๑ จาก ๓ หน่วยงานผ่านเกณฑ์ ๙๒ คะแนน ที่ไม่ผ่านคือ กก. และ กข."
    assert "เกณฑ์ผ่าน ๙๒" in written(chart.figure)


def test_many_units_and_kpis_are_counted_with_their_own_classifiers(
    make_up_year: Maker, make_up_scores: Maker, make_up_kpis: Maker
) -> None:
    units = charts.unit_scores(make_up_year(unit_scores=make_up_scores([90.0, 80.0, 79.0, 78.0, 60.0])))
    assert "ไม่ผ่านเกณฑ์ ๔ หน่วยงาน คือ กก. กข. และอีก ๒ หน่วยงาน" in units.alt
    kpis = charts.kpi_targets(make_up_year(kpi_rows=make_up_kpis([90.0, 95.0, 8, 7.0], ["below"] * 4)))
    assert kpis.alt.endswith("และอีก ๒ ตัวชี้วัด")


def test_a_unit_stands_at_its_row_with_name_and_abbreviation(made_up_year: SimpleNamespace, written: Maker) -> None:
    thai, english = (written(charts.unit_scores(made_up_year, lang=lang).figure) for lang in ("th", "en"))
    assert {"กรมก้าวหน้า", "กก."} <= set(thai)
    assert {"Office of the Permanent Secretary", "OPS", "Department of Progress", "DOP"} <= set(english)
    assert english.count("Department of Data") == 1, "a unit without an abbreviation stands by its name alone"


def test_a_failing_unit_is_told_apart_without_colour(made_up_year: SimpleNamespace, written: Maker) -> None:
    figure = charts.unit_scores(made_up_year).figure
    markers = {
        (float(line.get_xdata()[0]), line.get_marker())
        for line in figure.axes[0].lines
        if line.get_marker() not in ("None", None, "")
    }
    assert markers == {(96.0, "o"), (91.5, "o"), (84.0, "D")}
    assert "ไม่ผ่าน" in written(figure)


def test_units_without_a_score_are_listed_and_not_counted(
    make_up_year: Maker, make_up_scores: Maker, written: Maker
) -> None:
    chart = charts.unit_scores(make_up_year(unit_scores=make_up_scores([96.0, None, 90.0])))
    assert chart.title.startswith("ทั้ง ๒ หน่วยงานผ่านเกณฑ์")
    assert "กรมก้าวหน้า" in written(chart.figure) and "ยังไม่มีคะแนน" in written(chart.figure)
    assert "ยังไม่มีคะแนน ๑ หน่วยงาน" in chart.alt


def test_ethics_dimensions_say_who_is_ahead(make_up_year: Maker) -> None:
    def title(ministry: list[float], ops: list[float], lang: str = "th") -> str:
        rows = [
            {"unit": unit, "indicator": indicator, "score": score}
            for unit, scores in {"กต.": ministry, "สป.": ops}.items()
            for indicator, score in zip((1, 2, 3), scores, strict=True)
        ]
        return charts.ethics_dimensions(make_up_year(indicator_scores=rows), lang=lang).title

    assert title([90, 90, 90], [95, 91, 92]).startswith("สป. ได้คะแนนสูงกว่า กต. ทั้ง ๓ ด้าน ห่างกันมากที่สุดด้านการปฏิบัติหน้าที่ ๕.๐๐")
    assert title([90, 90, 90], [80, 91, 85]).startswith("สป. ได้คะแนนต่ำกว่า กต. ๒ จาก ๓ ด้าน")
    assert title([90, 80, 70], [90, 80, 70]) == "สป. ได้คะแนนเท่ากับ กต. ทุกด้าน"
    assert title([90, 80, 70], [80, 80, 75], "en") == (
        "OPS is below the ministry on 1 of 3 dimensions; the widest gap is 10.00 points, in performance of duties"
    )


def test_there_is_no_index_where_a_dimension_is_missing(
    made_up_year: SimpleNamespace, make_up_year: Maker, written: Maker
) -> None:
    def chart(without: dict[str, int], lang: str = "th") -> Any:
        rows = made_up_year.indicator_scores.to_dict("records")
        kept = [row for row in rows if without.get(row["unit"]) != row["indicator"]]
        return charts.ethics_dimensions(make_up_year(indicator_scores=kept), lang=lang)

    index, note = "ดัชนี (ค่าเฉลี่ยทุกด้าน)", "หมายเหตุ: ยังคิดดัชนีของ สป. ไม่ได้ เพราะมีคะแนนไม่ครบทุกด้าน"
    # Means by hand: (95 + 96 + 97 + 94 + 93) / 5 = 95.00 and (94 + 97 + 95 + 88 + 93) / 5 = 93.40.
    assert {index, "๙๕.๐๐", "๙๓.๔๐", "−๑.๖๐"} <= set(written(chart({}).figure))
    one = written(chart({"สป.": 4}).figure)
    assert {index, "๙๕.๐๐", note} <= set(one) and "๙๔.๗๕" not in one, "94.75 is the mean of the four that are there"
    assert chart({"สป.": 4}).alt.count("ค่าเฉลี่ย กต. ๙๕.๐๐ ") == 1
    none = written(chart({"กต.": 1, "สป.": 4}).figure)
    assert index not in none and not any(text.startswith("เป้าหมาย") for text in none)
    assert any("กต. และ สป." in text for text in none)
    alone = make_up_year(indicator_scores=[{"unit": "สป.", "indicator": 4, "score": 88.0}])
    assert charts.ethics_dimensions(alone).title == "คะแนนของ สป. ด้านที่ต่ำสุดคือการใช้ทรัพย์สินของราชการ ๘๘.๐๐ คะแนน"


def test_only_ethics_indicators_count(made_up_year: SimpleNamespace, make_up_year: Maker) -> None:
    rows = [*made_up_year.indicator_scores.to_dict("records"), {"unit": "สป.", "indicator": 5, "score": 1.0}]
    assert (
        charts.ethics_dimensions(make_up_year(indicator_scores=rows)).title
        == charts.ethics_dimensions(made_up_year).title
    )


def test_tool_losses_take_eit_once(made_up_year: SimpleNamespace, written: Maker) -> None:
    # IIT 0.3 * 10 = 3.00; EIT 0.3 * (100 - (80 + 90) / 2) = 4.50; OIT 0.4 * 1 = 0.40; together 7.90.
    chart = charts.tool_losses(made_up_year)
    assert chart.title == "สป. เสียคะแนนมากที่สุดที่ EIT ๔.๕๐ จาก ๗.๙๐ คะแนนที่เสียไปทั้งหมด"
    assert {"๓.๐๐", "๔.๕๐", "๐.๔๐", "๑.๕๐"} <= set(written(chart.figure)), "and each part of EIT: 0.15 * 20, 0.15 * 10"


def test_tool_losses_of_another_unit_come_from_its_scores(make_up_year: Maker, make_up_scores: Maker) -> None:
    rows = make_up_scores([96.0, 91.5])
    rows[1] |= {"iit": 100.0, "eit": 90.0, "oit": 90.0}
    assert charts.tool_losses(make_up_year(unit_scores=rows), unit="กก.").title == (
        "กก. เสียคะแนนมากที่สุดที่ OIT ๔.๐๐ จาก ๗.๐๐ คะแนนที่เสียไปทั้งหมด"
    )


@pytest.mark.parametrize(
    ("values", "statuses", "title"),
    [
        ([90.0, 95.0], ["above", "as_planned"], "All 2 KPIs reached the target"),
        ([90.0, 95.0], ["below", "below"], "None of the 2 KPIs reached the target"),
        ([90.0, 95.0, 8], ["below", "below", "above"], "1 of 3 KPIs reached the target; 2 are below plan"),
        ([90.0, None], ["above", None], "The one KPI reached its target"),
        ([90.0, None], ["below", None], "The one KPI did not reach its target"),
        ([90.0, 5.0], [None, None], "Results for 2 KPIs, no targets to hold them against"),
        ([90.0, None], [None, None], "Results for 1 KPI, no targets to hold it against"),
    ],
)
def test_kpi_targets(
    values: list[float | None], statuses: list[str | None], title: str, make_up_year: Maker, make_up_kpis: Maker
) -> None:
    assert charts.kpi_targets(make_up_year(kpi_rows=make_up_kpis(values, statuses)), lang="en").title == title


def test_one_kpi_is_told_as_one(make_up_year: Maker, make_up_kpis: Maker) -> None:
    chart = charts.kpi_targets(make_up_year(kpi_rows=make_up_kpis([90.0], ["above"])), lang="en")
    assert chart.alt.startswith("Bars of 1 KPI against its target. ")


def test_results_and_targets_carry_their_units(make_up_year: Maker, make_up_kpis: Maker, written: Maker) -> None:
    # The made-up units are percent, points and people; a target below plan is 1.2 times the result.
    year = make_up_year(kpi_rows=make_up_kpis([90.0, 92.5, 8], ["as_planned", "as_planned", "below"]))
    thai, english = (charts.kpi_targets(year, lang=lang) for lang in ("th", "en"))
    assert {"ร้อยละ ๙๐", "๙๒.๕๐ คะแนน", "๘ คน", "๙.๖๐ คน"} <= set(written(thai.figure))
    assert {"90%", "92.50 points", "8 people"} <= set(written(english.figure))
    assert thai.title.endswith("ได้ ๘ คน จากเป้าหมาย ๙.๖๐ คน")


def test_a_result_just_below_its_target_is_not_rounded_onto_it(make_up_year: Maker, written: Maker) -> None:
    row = {
        "kpi": "x",
        "name_th": "ก",
        "name_en": "K",
        "value": 99.9961,
        "target": 100.0,
        "unit": "percent",
        "status": "below",
    }
    figure = charts.kpi_targets(make_up_year(kpi_rows=[row]), lang="en").figure
    assert "99.99%" in written(figure) and "100%" in written(figure), "the result and the target"
    assert written(figure).count("100%") == 1


def test_spending_without_an_activity_is_shown(made_up_year: SimpleNamespace) -> None:
    # Group 1: 100.10 + 200.20; group 2: 400.00 and 50.00 of the code 2.9 that no activity has; 450 / 750.30 = 59.976 %.
    assert charts.spending_by_group(made_up_year).title == (
        "กิจกรรมย่อยที่ ๒ ใช้จ่ายมากที่สุด ๔๕๐ บาท คิดเป็นร้อยละ ๕๙.๙๘ ของค่าใช้จ่ายทั้งหมด"
    )


def test_cumulative_spending_against_the_allocation(make_up_year: Maker) -> None:
    def title(allocation: float | None) -> str:
        return charts.cumulative_spending(make_up_year(allocation_baht=allocation), lang="en").title

    # 300.30 by 5 November, 700.30 by 20 January, 50.00 without a date: 750.30 in all.
    assert title(1000.0) == "75.03% of the allocation was spent, 249.70 baht is left; half was spent by 20 January 2025"
    assert title(750.30) == "The whole allocation was spent; half was spent by 20 January 2025"
    assert title(500.0) == "Spending exceeds the allocation by 250.30 baht, 150.06% of it was used"
    assert title(2000.0) == "37.52% of the allocation was spent, 1,249.70 baht is left"
    assert title(None) == "750.30 baht spent in all"


def test_all_but_a_satang_is_not_all(make_up_year: Maker) -> None:
    year = make_up_year(expenses=[{"code": "1.1", "amount_baht": 999_999.99}], allocation_baht=1_000_000.0)
    assert charts.cumulative_spending(year).title.startswith("ใช้จ่ายร้อยละ ๙๙.๙๙ ของวงเงินจัดสรร เหลือ ๐.๐๑ บาท")


def test_the_line_and_the_undated_block_add_up_to_all_spending(made_up_year: SimpleNamespace, written: Maker) -> None:
    figure = charts.cumulative_spending(made_up_year).figure
    steps, block = figure.axes[0].lines, figure.axes[0].patches
    top = max(line.get_ydata().max() for line in steps if len(line.get_ydata()) > 2)
    assert top == pytest.approx(700.30)
    assert [(patch.get_y(), patch.get_height()) for patch in block] == [(pytest.approx(700.30), 50.0)]
    assert "๗๕๐.๓๐" in written(figure) and "๕๐.๐๐" in written(figure)


@pytest.mark.parametrize(
    ("target", "title"),
    [
        (100, "115 people took part, 15 more than the target of 100"),
        (115, "115 people took part, exactly the target"),
        (116, "115 people took part, 1 short of the target of 116"),
        (60, "115 people took part, 55 more than the target of 60; Sub-activity 2 alone exceeds it"),
        (None, "115 people took part, most of them in Sub-activity 2: 75"),
    ],
)
def test_participants(target: float | None, title: str, make_up_year: Maker) -> None:
    targets = [] if target is None else [{"kpi": "participants", "target": target}]
    assert charts.participants(make_up_year(targets=targets), lang="en").title == title


def test_participants_and_their_target_in_thai(make_up_year: Maker) -> None:
    def title(target: float) -> str:
        return charts.participants(make_up_year(targets=[{"kpi": "participants", "target": target}])).title

    assert title(100) == "มีผู้เข้าร่วม ๑๑๕ คน จากเป้าหมาย ๑๐๐ คน สูงกว่าเป้าหมาย ๑๕ คน"
    assert title(116) == "มีผู้เข้าร่วม ๑๑๕ คน จากเป้าหมาย ๑๑๖ คน ต่ำกว่าเป้าหมาย ๑ คน"
    assert title(60).endswith("สูงกว่าเป้าหมาย ๕๕ คน เฉพาะกิจกรรมย่อยที่ ๒ ก็สูงกว่าเป้าหมาย")


def test_a_typed_total_that_differs_is_said_under_the_chart(
    made_up_year: SimpleNamespace, make_up_year: Maker, written: Maker
) -> None:
    note = "หมายเหตุ: ยอดรวมที่พิมพ์ไว้ในตารางคือ ๑๒๐ ผลรวมของรายการน้อยกว่า ๕"
    assert note in written(charts.participants(made_up_year).figure)
    agreeing = make_up_year(totals=[{"table": "activities", "column": "participants", "reported": 115}])
    assert not any(text.startswith("หมายเหตุ") for text in written(charts.participants(agreeing).figure))


def test_calendar(make_up_year: Maker, make_up_event: Maker, made_up_year: SimpleNamespace, written: Maker) -> None:
    assert charts.calendar(made_up_year).title == "จัดกิจกรรม ๔ รายการ มากที่สุดในเดือนมกราคม ๒๕๖๘ ๒ รายการ"
    assert {"๔–๕ พ.ย.", "๑๐ ม.ค.", "๒๐ ม.ค.", "ไม่ระบุวันที่"} <= set(written(charts.calendar(made_up_year).figure))
    day = pd.Timestamp("2025-02-28")
    one = make_up_year(activities=[make_up_event("1", "1", "งานเดียว", day, day, 5)])
    assert charts.calendar(one, lang="en").title == "1 event, on 28 February 2025"
    assert charts.calendar(one).title == "จัดกิจกรรม ๑ รายการ เมื่อวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘"
    days = make_up_year(activities=[make_up_event("1", "1", "งานเดียว", pd.Timestamp("2025-02-26"), day, 5)])
    assert charts.calendar(days).title == "จัดกิจกรรม ๑ รายการ ระหว่างวันที่ ๒๖ ถึง ๒๘ กุมภาพันธ์ ๒๕๖๘"
    undated = make_up_year(activities=[make_up_event("1", "1", "งานเดียว", None, None, 5)])
    assert charts.calendar(undated, lang="en").title == "1 event, none with a date in the fiscal year"
    apart = make_up_year(activities=[make_up_event(str(m), "1", "ก", f"2025-0{m}-03", None, 1) for m in (1, 3, 6)])
    assert charts.calendar(apart).title == "จัดกิจกรรม ๓ รายการ เดือนละไม่เกิน ๑ รายการ", "a month with one is no finding"
    mixed = make_up_year(activities=[*apart.activities.to_dict("records"), *undated.activities.to_dict("records")])
    assert charts.calendar(mixed).subtitle.endswith("(ไม่มีวันที่ในปีงบประมาณ ๑ รายการ)")


def test_a_long_calendar_becomes_a_table_of_months_that_loses_no_event(
    make_up_year: Maker, make_up_event: Maker, written: Maker
) -> None:
    start = pd.Timestamp("2024-10-01")
    rows = [
        make_up_event(f"{n}", f"{n % 7}", "งาน", start + pd.Timedelta(days=n), start + pd.Timedelta(days=n), 1)
        for n in range(150)
    ] + [make_up_event("x", "9", "งาน", None, None, 1)]
    figure = charts.calendar(make_up_year(activities=rows), lang="en").figure
    counts = [int(text.get_text()) for text in figure.axes[0].texts if text.get_text().isdigit()]
    assert sum(counts) == 151
    assert "Sub-activity 9" in written(figure)


def test_national_trend(make_up_year: Maker, make_up_scores: Maker) -> None:
    def title(scores: list[float], lang: str = "en", fiscal_year: int = 2568) -> str:
        year = make_up_year(unit_scores=make_up_scores(scores), fiscal_year=fiscal_year)
        return charts.national_trend(year, lang=lang).title

    # The made-up national means are 80.00, 81.50 and 83.25; FY2567 is a break, FY2568 is not.
    assert title([84.0, 85.0]) == (
        "The ministry averages 84.50, 1.25 above the national mean of 83.25 (up 1.75 on the year before)"
    )
    assert title([80.0]).startswith("The ministry averages 80.00, 3.25 below the national mean of 83.25")
    assert title([83.25]).startswith("The ministry averages 83.25, the same as the national mean of 83.25")
    assert title([]) == "The national mean of FY2568 is 83.25 (up 1.75 on the year before)"
    assert title([90.0], fiscal_year=2567) == "The ministry averages 90.00, 8.50 above the national mean of 81.50", (
        "across a break no change is given"
    )


def test_the_trend_marks_breaks_and_joins_nothing_across_them(made_up_year: SimpleNamespace, written: Maker) -> None:
    figure = charts.national_trend(made_up_year).figure
    assert any(text.startswith("ปี ๒๕๖๗ ") for text in written(figure))
    joins = {
        tuple(line.get_xdata()): line.get_linestyle()
        for line in figure.axes[0].lines
        if len(line.get_xdata()) == 2 and line.get_xdata()[1] - line.get_xdata()[0] == 1
    }
    assert joins == {(2566, 2567): "--", (2567, 2568): "-"}


def test_the_ministry_is_drawn_over_the_years_the_project_holds(
    make_up_year: Maker, make_up_scores: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = make_up_year(unit_scores=make_up_scores([84.0, 85.0]))
    earlier = make_up_year(fiscal_year=2567, unit_scores=make_up_scores([80.0, 83.0]))
    year.workspace.years = lambda: [2566, 2567, 2568]
    known = {2567: earlier}

    def load(fiscal_year: int, root: object) -> SimpleNamespace:
        if fiscal_year in known:
            return known[fiscal_year]
        raise CriteriaError("a year that cannot be read")

    monkeypatch.setattr("itaanalysis.year.load", load)
    # Means by hand: (84 + 85) / 2 and (80 + 83) / 2.
    chart = charts.national_trend(year)
    assert ministry_line(chart.figure) == [(2567, 81.5), (2568, 84.5)]
    assert "ค่าเฉลี่ยของกระทรวงปี ๒๕๖๗–๒๕๖๘" in chart.subtitle
    known.clear()
    assert ministry_line(charts.national_trend(year).figure) == [], "one year makes no line"


def ministry_line(figure: Any) -> list[tuple[int, float]]:
    """Points of the line drawn with diamonds over the years."""
    return [
        (int(x), float(y))
        for line in figure.axes[0].lines
        if line.get_marker() == "D"
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]
