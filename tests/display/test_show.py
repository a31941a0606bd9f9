"""What `ita.show` shows of a year and its tables: words, figures, signs, cells; nothing that a theme cannot wear."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pandas as pd
import pytest

import itaanalysis as ita
from itaanalysis.display.show import NothingToShow, shown
from itaanalysis.report.document import read_document
from itaanalysis.tables import contracts, frame
from itaanalysis.words import UnknownWording
from itaanalysis.year import YearData

HOSTILE = '<script>alert("made up")</script>'


def problem(**cells: Any) -> pd.DataFrame:
    return frame("problems", [{"severity": "warning", "code": "made-up", "value": "๗", **cells}])


def lines(of: Any, **options: Any) -> list[tuple[str, ...]]:
    """Headers and rows of the only table shown, as a terminal gets them."""
    (table, *_) = shown(of, **options).parts
    return [tuple(line.split("\t")) for line in repr(table).splitlines()[1:]]


def rows(of: Any, **options: Any) -> list[tuple[str, ...]]:
    """The cells of the only table shown."""
    return lines(of, **options)[1:]


def headers(of: Any, **options: Any) -> list[str]:
    return list(lines(of, **options)[0])


def test_a_year_at_a_glance(real_year: YearData) -> None:
    text = shown(real_year).plain()
    lines = text.splitlines()
    assert lines[0] == "ปีงบประมาณ พ.ศ. ๒๕๖๘ · กระทรวงพาณิชย์ · ๑ ตุลาคม ๒๕๖๗ - ๓๐ กันยายน ๒๕๖๘"
    # Eleven of the twelve units pass; all of them should.
    assert "สัดส่วนหน่วยงานที่ผ่านเกณฑ์การประเมิน ITA\tร้อยละ ๙๑.๖๗\tไม่น้อยกว่าร้อยละ ๑๐๐\t▼ ต่ำกว่าแผน" in lines
    assert "จำนวนกลุ่มเป้าหมายที่เข้าร่วมโครงการ\t๑,๘๗๑ คน\tไม่น้อยกว่า ๑,๑๐๐ คน\t▲ สูงกว่าแผน" in lines
    assert "ค่าใช้จ่าย\t๑๙\tyear.expenses" in lines and "กิจกรรม\t๒๘\tyear.activities" in lines
    assert re.search(r"× ข้อผิดพลาด ๐ · ! ข้อควรตรวจ [๑-๙]", text) and re.search(r"≠ ไม่ตรงกัน ๔ · \? ตรวจไม่ได้ ๓ ", text)


def test_every_table_of_the_year_is_listed_and_can_be_called_so(real_year: YearData) -> None:
    called = re.findall(r"year\.(\w+)$", shown(real_year).plain(), re.MULTILINE)
    assert called == [name for name in contracts() if name not in ("kpis", "checks")]
    assert all(isinstance(getattr(real_year, name), pd.DataFrame) for name in called)


def test_a_notebook_gets_the_glance_and_a_debugger_one_line(real_year: YearData) -> None:
    bundle = real_year._repr_mimebundle_()
    assert bundle == {"text/html": shown(real_year).html(), "text/plain": shown(real_year).plain()}
    assert repr(real_year).startswith("YearData(2568; rows of activities: 28, expenses: 19,")
    assert "\n" not in repr(real_year)


def test_a_year_without_rows_is_shown_too(real_year: YearData) -> None:
    nothing = {name: frame(name, []) for name in contracts() if name not in ("kpis", "checks")}
    text = shown(dataclasses.replace(real_year, **nothing)).plain()
    assert "กิจกรรม\t๐\tyear.activities" in text and "ยังไม่มีข้อมูล" not in text


def test_kpis_have_their_units_signs_and_formulas(real_year: YearData) -> None:
    found = {row[0]: row[1:] for row in rows(real_year.kpis())}
    assert found["จำนวนกลุ่มเป้าหมายที่เข้าร่วมโครงการ"] == (
        "๑,๘๗๑ คน",
        "ไม่น้อยกว่า ๑,๑๐๐ คน",
        "▲ สูงกว่าแผน",
        "คำนวณ",
        "๑,๘๓๗ คน",
        "+๓๔ คน",
        "ผลรวมผู้เข้าร่วม ณ สถานที่จัดของทุกกิจกรรม",
    )
    assert found["ร้อยละการใช้จ่ายงบประมาณ"][:6] == ("ร้อยละ ๙๙.๙๒", "–", "–", "คำนวณ", "ร้อยละ ๙๙.๙๙", "−๐.๐๗ จุดร้อยละ")


def test_english_says_the_same_in_its_own_words(real_year: YearData) -> None:
    found = {row[0]: row[1:] for row in rows(real_year.kpis(), lang="en")}
    assert found["Units that pass the ITA assessment"][:3] == ("91.67%", "at least 100%", "▼ below plan")
    assert headers(real_year.kpis(), lang="en")[:4] == ["Name", "Value", "Target", "Status"]
    assert not re.search("[ก-๙]", shown(real_year, lang="en").plain())


def test_digits_can_be_chosen(real_year: YearData) -> None:
    assert rows(real_year.kpis(), digits="arabic")[0][1:3] == ("ร้อยละ 91.67", "ไม่น้อยกว่าร้อยละ 100")


def test_headers_are_the_descriptions_without_their_examples(real_year: YearData) -> None:
    assert headers(real_year.expenses) == ["รหัสกิจกรรม", "รายการ", "จำนวนเงิน (บาท)", "หมายเหตุ", "เซลล์แรกของแถวต้นทาง"]
    assert headers(real_year.activities)[0] == "รหัสกิจกรรม"


def test_the_caption_names_table_year_and_rows(real_year: YearData) -> None:
    assert shown(real_year.expenses).plain().startswith("ค่าใช้จ่าย ปีงบประมาณ พ.ศ. ๒๕๖๘ · ๑๙ แถว\n")
    assert shown(real_year.expenses[["code"]].head(1), lang="en").plain().startswith("1 row\n")


def test_rows_of_several_years_keep_their_year() -> None:
    made_up = frame("unit_scores", [{"fiscal_year": year, "unit": "กก.", "score": 90.0} for year in (2567, 2568)])
    assert [row[0] for row in rows(made_up)] == ["๒๕๖๗", "๒๕๖๘"]
    assert rows(pd.DataFrame({"fiscal_year": [2568], "made_up": [1], "other": [2], "third": [3]}))[0][0] == "๒๕๖๘"


def test_a_year_that_is_the_same_in_every_row_is_told_once(real_year: YearData) -> None:
    some = real_year.kpis()[["fiscal_year", "kpi", "value", "unit"]].head(1)
    assert rows(some) == [("pass_rate", "ร้อยละ ๙๑.๖๗")]
    assert shown(some).plain().startswith("ปีงบประมาณ พ.ศ. ๒๕๖๘ · ๑ แถว\n")


def test_the_first_rows_are_shown_and_the_rest_counted() -> None:
    made_up = pd.DataFrame({"a": range(1234)})
    assert len(rows(made_up)) == 20
    assert shown(made_up).plain().endswith("แสดง ๒๐ แถวแรก ยังมีอีก ๑,๒๑๔ แถว ดูทั้งหมดด้วย  ita.show(…, rows=None)")
    assert len(rows(made_up, rows=None)) == 1234 and len(shown(made_up, rows=None).parts) == 1
    assert len(rows(made_up.head(20))) == 20 and len(shown(made_up.head(20)).parts) == 1


def test_what_differs_comes_first_and_keeps_its_order(real_year: YearData) -> None:
    verdicts = [row[0] for row in rows(real_year.checks(), rows=None)]
    assert verdicts == sorted(verdicts, key=["≠ ไม่ตรงกัน", "? ตรวจไม่ได้", "= ตรงกัน"].index)
    assert rows(real_year.checks())[0][1].startswith("ผลรวมค่าใช้จ่าย")


def test_a_finding_stands_beside_its_cells_and_does_not_repeat_them(real_year: YearData) -> None:
    check = rows(real_year.checks())[0]
    assert check[1].endswith("ต่างกัน ๑,๐๐๐.๐๐") and check[2] == "expenses.xlsx!เบิกจ่าย!A5:A23 / expenses.xlsx!เบิกจ่าย!A24"


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({"file": "a.xlsx", "sheet": "แผ่น: ๑", "cell": "C10"}, "a.xlsx แผ่นงาน “แผ่น: ๑” เซลล์ C10: “๗” ต้อง: ดี"),
        ({"file": "a.xlsx", "sheet": "แผ่น: ๑"}, "a.xlsx แผ่นงาน “แผ่น: ๑”: “๗” ต้อง: ดี"),
        ({"file": "a.xlsx"}, "a.xlsx: “๗” ต้อง: ดี"),
    ],
)
def test_a_problem_stands_beside_its_cell_as_it_was_typed(place: dict[str, str], message: str) -> None:
    source = "!".join(place.values())
    assert rows(problem(**place, message_th=message, source=source)) == [
        ("! ข้อควรตรวจ", "made-up", "๗", "“๗” ต้อง: ดี", source)
    ]


@pytest.mark.parametrize("columns", [None, ["fiscal_year", "unit", "score"]])
def test_a_total_below_the_pass_mark_never_reads_as_the_mark(columns: list[str] | None) -> None:
    made_up = frame("unit_scores", [{"fiscal_year": 2568, "unit": "กก.", "name_th": "กรมก้อนเมฆ", "score": 84.999}])
    shown_cells = rows(made_up[columns] if columns else made_up)[0]
    assert "๘๔.๙๙" in shown_cells and "๘๕.๐๐" not in shown_cells


def test_no_cell_or_name_of_a_column_becomes_markup() -> None:
    markup = shown(pd.DataFrame({HOSTILE: [HOSTILE]})).html()
    assert "<script" not in markup and markup.count("&lt;script&gt;") == 2


def test_any_table_can_be_shown(real_year: YearData) -> None:
    counts = real_year.checks()["verdict"].value_counts()
    assert ("≠ ไม่ตรงกัน", "๔") in rows(counts) and headers(counts) == ["verdict", "count"]
    unheard_of = pd.DataFrame({"verdict": [None, "made-up", "differs"]})
    assert rows(unheard_of) == [("≠ ไม่ตรงกัน",), ("–",), ("made-up",)]
    twice = pd.concat([pd.Series([1], name="a"), pd.Series([[2, "ข"]], name="a")], axis=1)
    assert headers(twice) == ["a", "a (2)"] and rows(twice) == [("๑", "๒, ข")]
    matrix = pd.DataFrame({1: [90.0], "kind": ["department"], "source": ["a!b!C1"]}, index=["กก."])
    assert headers(matrix) == ["", "๑", "kind", "เซลล์แรกของแถวต้นทาง"] and rows(matrix)[0][:3] == ("กก.", "๙๐.๐๐", "กรม")
    assert rows(real_year.unit_scores.describe())[0][:2] == ("count", "๑๒")
    levels = pd.MultiIndex.from_tuples([("ก", 1), ("ข", 2)])
    assert rows(pd.DataFrame({"a": [3, 4]}, index=levels)) == [("ก", "๑", "๓"), ("ข", "๒", "๔")]
    for name in ("distance_to_pass_mark", "spending_by_group", "events_by_month", "to_next_mark", "indicator_matrix"):
        assert len(rows(getattr(ita.summaries, name)(real_year), rows=None)) > 0


def test_a_table_without_rows_says_so(real_year: YearData) -> None:
    assert "ไม่มีแถว" in shown(real_year.expenses.iloc[:0]).plain()
    assert shown(pd.DataFrame()).plain() == "ยังไม่มีข้อมูล"


def test_anything_else_is_told_in_one_sentence() -> None:
    with pytest.raises(NothingToShow, match=r"ita\.show .* list"):
        ita.show([1, 2])
    with pytest.raises(UnknownWording):
        ita.show(pd.DataFrame(), lang="de")


def test_a_terminal_gets_it_printed(capsys: pytest.CaptureFixture[str], real_year: YearData) -> None:
    ita.show(real_year.targets)
    assert "ค่าเป้าหมายตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๘ · ๗ แถว" in capsys.readouterr().out


def test_a_document_takes_the_tables_and_leaves_the_looks(real_year: YearData) -> None:
    output = {"output_type": "display_data", "metadata": {}, "data": real_year._repr_mimebundle_()}
    cell = {"cell_type": "code", "metadata": {}, "source": "year", "outputs": [output]}
    body = read_document({"cells": [cell], "metadata": {}}).body
    assert body.count("<table") == 2 and "ตารางของปีนี้" in body
    # Nothing encloses them: a wide table has to find a page across.
    assert not re.search("color-mix|<div|article", body)


def test_it_wears_the_colours_of_the_theme(real_year: YearData, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    # As JupyterLab's dark theme dresses tables, texts to the right.
    page.set_content(
        "<!doctype html><style>body { font-size: 13px; background: rgb(17, 17, 17); color: rgb(255, 255, 255) }"
        ".jp-RenderedHTMLCommon:not(.jp-RenderedMarkdown) td { text-align: right; white-space: normal }</style>"
        f'<div class="jp-RenderedHTMLCommon">{shown(real_year).html()}{shown(real_year.activities).html()}</div>'
    )
    cells = page.eval_on_selector_all(
        "th, td, caption, p, code",
        "all => all.map(one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor])",
    )
    assert {ink for ink, _ in cells} == {"rgb(255, 255, 255)"}
    alphas = [float(match[1]) for _, paper in cells if (match := re.search(r"[,/] ?([\d.]+)\)$", paper))]
    assert len(alphas) == len(cells) and max(alphas) <= 0.12
    assert page.eval_on_selector("td", "cell => getComputedStyle(cell).textAlign") == "left"
    assert page.eval_on_selector("td.num", "cell => getComputedStyle(cell).textAlign") == "right"
    tops = page.eval_on_selector_all(".glance table", "all => all.map(one => one.getBoundingClientRect().top)")
    assert len(set(tops)) == 1  # side by side
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
