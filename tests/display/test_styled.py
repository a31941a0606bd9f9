"""`ita.styled`: pandas' Styler of a table in words, with which an analyst goes on in pandas."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from pandas.io.formats.style import Styler

import itaanalysis as ita
from itaanalysis.display.show import shown
from itaanalysis.display.styled import NotATable
from itaanalysis.display.styler import OnlyOpenpyxl
from itaanalysis.report.document import read_document
from itaanalysis.tables import frame
from itaanalysis.words import UnknownWording
from itaanalysis.year import YearData

HOSTILE = '<script>alert("made up")</script>'
EVENTS = pd.MultiIndex.from_tuples([("ก", 1), ("ก", 2)], names=["made_up", None])


def words(styler: Styler) -> list[list[str]]:
    """What a terminal gets below the caption: headers, then rows."""
    return [line.split("\t") for line in repr(styler).splitlines()[1:]]


def markup(styler: Styler) -> str:
    return str(styler.to_html(exclude_styles=True))


def test_it_is_a_styler_whose_data_are_the_table(real_year: YearData) -> None:
    made = ita.styled(real_year.unit_scores)
    assert isinstance(made, Styler)
    pd.testing.assert_frame_equal(made.data, real_year.unit_scores)
    assert words(made)[1][:3] == ["สนค.", "สำนักงานนโยบายและยุทธศาสตร์การค้า", "๙๗.๔๓"]


def test_it_reads_as_what_is_shown(real_year: YearData) -> None:
    for table in (real_year.kpis(), real_year.checks(), real_year.problems, real_year.activities):
        for options in ({}, {"lang": "en"}, {"digits": "arabic"}):
            made = ita.styled(table, **options)
            assert shown(table, rows=None, **options).plain() == repr(made)
            assert markup(made) in shown(table, rows=None, **options).html()


def test_an_analyst_goes_on_with_pandas(real_year: YearData) -> None:
    made = ita.styled(real_year.unit_scores).bar(subset="score", vmin=0, vmax=100)
    made = made.highlight_max(subset="score", props="font-weight: bold")
    page = made.to_html()
    best, worst = (f"{real_year.unit_scores['score'].agg(most):.1f}%" for most in ("max", "min"))
    assert f"#d65f5f {best}" in page and f"#d65f5f {worst}" in page and page.count("font-weight: bold") == 1
    assert "๙๗.๔๓" in page and page.count("<style") == 2  # its own looks and those asked for


def test_a_column_can_be_formatted_anew(real_year: YearData) -> None:
    made = ita.styled(real_year.unit_scores).format("{:.0f} points", subset="score")
    assert words(made)[1][2] == "97 points" and words(made)[1][0] == "สนค."


def test_excel_gets_the_numbers(real_year: YearData) -> None:
    file = io.BytesIO()
    ita.styled(real_year.unit_scores).highlight_min(subset="score").to_excel(file, index=False)
    header, *rows = openpyxl.load_workbook(file).worksheets[0].iter_rows()
    place = [cell.value for cell in header].index("score")
    assert [row[place].value for row in rows] == real_year.unit_scores["score"].tolist()
    assert [row[0].row - 2 for row in rows if row[place].fill.start_color.rgb == "00FFFF00"] == [11]


def test_excel_never_runs_a_text_as_a_formula(tmp_path: Path) -> None:
    table = pd.DataFrame({"=made_up": ['=HYPERLINK("http://made-up.example")', "+1", "@SUM(1)"], "score": [-1.5, 2, 3]})
    made = ita.styled(table.set_index(pd.Index(["=1", "=2", "ก"], name="=3"))).highlight_max(subset="score")
    with pd.ExcelWriter(tmp_path / "made_up.xlsx", engine="openpyxl") as writer:
        writer.book.create_sheet("made up")["F1"] = "=1+1"
        made.to_excel(writer, sheet_name="made up", startrow=2)
    made.to_excel(tmp_path / "alone.xlsx")
    ours, alone = (openpyxl.load_workbook(tmp_path / name).worksheets[0] for name in ("made_up.xlsx", "alone.xlsx"))
    assert ours["F1"].data_type == "f"  # the analyst's own
    for rows in (ours.iter_rows(min_row=3, max_col=3), alone.iter_rows()):
        cells = [[cell.value for cell in row] for row in rows]
        assert cells[0] == ["=3", "=made_up", "score"]
        assert cells[1] == ["=1", '=HYPERLINK("http://made-up.example")', -1.5]
    assert {cell.data_type for row in ours.iter_rows(min_row=3, max_col=3) for cell in row} == {"s", "n"}
    assert {cell.data_type for row in alone.iter_rows() for cell in row} == {"s", "n"}
    assert alone["C4"].fill.start_color.rgb == "00FFFF00"


def test_excel_is_written_by_what_can_keep_texts_apart_from_formulas(tmp_path: Path) -> None:
    with pytest.raises(OnlyOpenpyxl, match=r"ไม่ใช่ xlsxwriter(?s:.*)not xlsxwriter"):
        ita.styled(pd.DataFrame({"made_up": [1]})).to_excel(tmp_path / "made_up.xlsx", engine="xlsxwriter")


def test_pandas_says_it_when_a_reader_points_at_a_cell(real_year: YearData) -> None:
    told = pd.DataFrame({"item": ["made-up remark"]})
    page = ita.styled(real_year.expenses.head(2)).set_tooltips(told).to_html()
    assert 'content: "made-up remark"' in page and "&lt;span" not in page


def test_what_another_column_says_is_hidden_and_not_gone(real_year: YearData) -> None:
    made = ita.styled(real_year.kpis(), lang="en")
    assert words(made)[0] == ["Name", "Value", "Target", "Status", "Basis", "Reported", "Difference"]
    assert made.data.columns.tolist() == real_year.kpis().columns.tolist()


def test_a_figure_is_told_by_what_stands_beside_it(real_year: YearData) -> None:
    made_up = frame(
        "unit_scores",
        [
            {"fiscal_year": 2568, "unit": "กก.", "score": 84.999, "level": "ผ่านดี"},
            {"fiscal_year": 2565, "unit": "กก.", "score": 85.0, "level": "A"},
        ],
    )
    first, second = words(ita.styled(made_up, lang="en"))[1:]
    assert first[3] == "84.99" and second[3] == "85.00"
    assert first[7] == "Good pass" and second[7] == "A"


def test_headers_have_scopes_and_figures_stand_to_the_right(real_year: YearData) -> None:
    page = markup(ita.styled(real_year.expenses))
    assert "<caption>ค่าใช้จ่าย ปีงบประมาณ พ.ศ. ๒๕๖๘ · ๑๙ แถว</caption>" in page
    assert '<th class="num" scope="col" style="text-align: right">จำนวนเงิน (บาท)</th>' in page
    assert '<td class="num" style="text-align: right">๗๓,๐๖๐.๐๐</td>' in page
    assert page.count('scope="col"') == page.count("<th ") == 5 and "id=" not in page


def test_an_index_that_says_something_heads_the_rows() -> None:
    made_up = pd.DataFrame({"score": [1.5, None]}, index=pd.Index(["กก.", "กข."], name="unit"))
    page = markup(ita.styled(made_up))
    assert '<tr><th scope="col">unit</th><th class="num" scope="col"' in page  # one row of headers, not two
    assert '<tr><th scope="row">กก.</th><td class="num" style="text-align: right">๑.๕๐</td></tr>' in page
    assert words(ita.styled(made_up)) == [["unit", "score"], ["กก.", "๑.๕๐"], ["กข.", "–"]]
    assert ita.styled(made_up).data.index.tolist() == ["กก.", "กข."]


def test_levels_of_headers_span_their_cells_in_a_page_and_repeat_in_a_terminal() -> None:
    columns = pd.MultiIndex.from_tuples([("score", "mean"), ("score", "max")])
    made = ita.styled(pd.DataFrame([[1.0, 2.0], [3.0, 4.5]], index=EVENTS, columns=columns))
    page = markup(made)
    assert '<th scope="col" colspan="2">score</th>' in page and '<th scope="row" rowspan="2">ก</th>' in page
    assert "<th></th>" not in page and "&nbsp;" not in page
    assert words(made) == [
        ["", "", "score", "score"],
        ["made_up", "", "mean", "max"],
        ["ก", "๑", "๑.๐๐", "๒.๐๐"],
        ["ก", "๒", "๓.๐๐", "๔.๕๐"],
    ]


def test_names_of_rows_and_of_columns_do_not_share_a_header() -> None:
    pivot = pd.DataFrame([[1, 2]], index=pd.Index(["กก."], name="unit"), columns=pd.Index(["IIT", "OIT"], name="tool"))
    assert words(ita.styled(pivot)) == [["tool", "IIT", "OIT"], ["unit", "", ""], ["กก.", "๑", "๒"]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (pd.DataFrame([[1, 2, 3]], columns=["a", "a", "b"]), [["a", "a (2)", "b"], ["๑", "๒", "๓"]]),
        (pd.DataFrame([[1, 2, 3]], columns=["a", "a", "a (2)"]), [["a", "a (2)", "a (2) (2)"], ["๑", "๒", "๓"]]),
        (pd.DataFrame([[1, 2]], columns=[np.nan, None]), [["nan", "nan (2)"], ["๑", "๒"]]),
        (pd.DataFrame({"a": [1, 2]}, index=["ก", "ก"]), [["", "a"], ["ก", "๑"], ["ก", "๒"]]),
        (pd.DataFrame({"a": [1, 2]}, index=[0, 0]), [["a"], ["๑"], ["๒"]]),
        (pd.DataFrame({"a": [1, 2]}, index=pd.Index(["ก", "ก"], name="a")), [["a"], ["๑"], ["๒"]]),
        (pd.DataFrame({"{0}": ["{made_up}"]}), [["{0}"], ["{made_up}"]]),
        (pd.DataFrame({"a": [np.inf, 1.5]}), [["a"], ["inf"], ["๑.๕๐"]]),
        (pd.DataFrame({"score": ["n/a", 1]}), [["คะแนน"], ["n/a"], ["๑.๐๐"]]),
        (pd.DataFrame({"before_year": [2567], "x": [1000]}), [["before_year", "x"], ["๒๕๖๗", "๑,๐๐๐"]]),
        (pd.DataFrame({"fiscal_year": [1999], "score": [84.999]}), [["ปีงบประมาณ พ.ศ.", "คะแนน"], ["๑๙๙๙", "๘๕.๐๐"]]),
        (pd.DataFrame({"a": [{"ก": 1}, None, ["ข", 2.5]]}), [["a"], ["ก"], ["–"], ["ข, ๒.๕๐"]]),
        (
            pd.DataFrame({"kind": pd.Categorical(["made-up"]), "b": [1], "c": [2]}),
            [["kind", "b", "c"], ["made-up", "๑", "๒"]],
        ),
        (pd.DataFrame(columns=pd.MultiIndex.from_tuples([("a", "b")])), [["a"], ["b"]]),
    ],
)
def test_tables_of_every_kind_can_be_styled(table: pd.DataFrame, expected: list[list[str]]) -> None:
    assert words(ita.styled(table)) == expected
    ita.styled(table).highlight_null().to_html()  # pandas refuses labels that come twice


def test_fifty_columns_are_shown() -> None:
    assert words(ita.styled(pd.DataFrame([range(50)]), lang="en"))[1] == [str(number) for number in range(50)]


def test_a_column_alone_is_a_table(real_year: YearData) -> None:
    assert words(ita.styled(real_year.expenses["amount_baht"]))[:2] == [["จำนวนเงิน (บาท)"], ["๐.๐๐"]]


def test_nothing_becomes_markup() -> None:
    columns = pd.MultiIndex.from_tuples([(HOSTILE, "a")], names=[HOSTILE, None])
    rows = pd.Index([HOSTILE], name=HOSTILE)
    for made_up in (
        pd.DataFrame([[HOSTILE]], columns=columns, index=rows),
        pd.DataFrame({HOSTILE: [HOSTILE]}, index=rows),
    ):
        made = ita.styled(made_up)
        assert "<script" not in made.to_html() and made.to_html().count("&lt;script&gt;") >= 4
        assert repr(made).count(HOSTILE) >= 4  # and a terminal gets it as it was typed


def test_anything_else_is_told_in_one_sentence(real_year: YearData) -> None:
    with pytest.raises(NotATable, match=r"ita\.styled .* list"):
        ita.styled([1, 2])
    with pytest.raises(NotATable, match="YearData"):
        ita.styled(real_year)
    with pytest.raises(UnknownWording):
        ita.styled(pd.DataFrame(), lang="de")


def test_a_document_keeps_caption_scopes_sides_and_words(real_year: YearData) -> None:
    made = ita.styled(real_year.expenses).bar(subset="amount_baht")
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": made._repr_html_()}}
    cell = {"cell_type": "code", "metadata": {}, "source": "styled", "outputs": [output]}
    body = read_document({"cells": [cell], "metadata": {}}).body
    assert "<caption>ค่าใช้จ่าย" in body and "linear-gradient" not in body and "<style" not in body
    assert re.search(r'<td [^>]*style="text-align: right"[^>]*>๗๓,๐๖๐.๐๐</td>', body)
    assert len(re.findall(r'<th [^>]*scope="col"', body)) == 5


def test_screen_readers_find_nothing_amiss(real_year: YearData, browser: Any) -> None:
    page = browser.new_page()
    tables = [real_year.checks(), ita.summaries.indicator_matrix(real_year), pd.DataFrame([[1.0], [2.0]], index=EVENTS)]
    shows = "".join([shown(real_year).html(), *(ita.styled(table).to_html() for table in tables)])
    page.set_content(
        f'<!doctype html><html lang="th"><title>made up</title><main><h1>made up</h1>{shows}</main></html>'
    )
    assert Axe().run(page).response["violations"] == []
    page.close()


def test_it_wears_the_theme_outside_of_a_show_too(real_year: YearData, browser: Any) -> None:
    page = browser.new_page()
    page.set_content(
        "<!doctype html><style>body { background: rgb(17, 17, 17); color: rgb(255, 255, 255) }"
        ".jp-RenderedHTMLCommon:not(.jp-RenderedMarkdown) td { text-align: right }</style>"
        f'<div class="jp-RenderedHTMLCommon">{ita.styled(real_year.expenses).to_html()}</div>'
    )
    inks = page.eval_on_selector_all("th, td, caption", "all => all.map(one => getComputedStyle(one).color)")
    assert set(inks) == {"rgb(255, 255, 255)"}
    assert page.eval_on_selector("td", "cell => getComputedStyle(cell).textAlign") == "left"
    assert page.eval_on_selector("td.num", "cell => getComputedStyle(cell).textAlign") == "right"
    page.close()
