"""The cells a figure comes from can be read beside it."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from itaanalysis.report.html_tables import table
from itaanalysis.report.prose import Report
from itaanalysis.report.to_html import to_html
from itaanalysis.report.traces import Traces


@pytest.fixture(scope="module")
def report() -> Report:
    return Report(2568, "th")


def html_of(report: Report) -> str:
    return report.blocks[-1]._repr_mimebundle_()["text/html"]


def test_a_figure_in_a_sentence_names_its_cells(report: Report) -> None:
    report.say(th="ได้ {ita_score_ops} คะแนน")
    cells = re.findall(r'<span class="traced" title="([^"]+)">๙๒.๘๐</span>', html_of(report))
    assert len(cells) == 1
    assert "scores.xlsx!" in cells[0]
    assert cells[0].endswith(" (เซลล์แรกของแถวต้นทาง)")


def test_markdown_and_terminal_show_the_sentence_alone(report: Report) -> None:
    report.say(th="ได้ {ita_score_ops} คะแนน")
    bundle = report.blocks[-1]._repr_mimebundle_()
    assert bundle["text/markdown"].strip() == bundle["text/plain"].strip() == "ได้ ๙๒.๘๐ คะแนน"


def test_a_figure_inside_a_phrase_keeps_its_cells(report: Report) -> None:
    report.phrase("made_up_phrase", th="คะแนน {ita_score_ops}")
    report.say(th="สมมติ {made_up_phrase}")
    assert 'class="traced"' in html_of(report)


def test_the_money_of_an_event_comes_from_the_expense_sheet(report: Report) -> None:
    report.each_event(th="{code} {name}[[ ค่าใช้จ่าย {spent} บาท]][[ ผู้เข้าร่วม {participants} คน]]", en="")
    spent = re.search(r'title="([^"]+)">๗๓,๐๖๐</span>', html_of(report))
    people = re.search(r'title="([^"]+)">๕๒</span>', html_of(report))
    assert spent and spent[1].startswith("expenses.xlsx!")
    assert people and people[1].startswith("activities.xlsx!")


def test_the_score_of_a_unit_in_a_table_names_its_cell(report: Report) -> None:
    report.units_table(caption_th="คะแนน", caption_en="Scores")
    assert re.search(r'title="ita_scores.xlsx![^"]+">๙๗.๔๓</span>', html_of(report))


def test_annex_b_says_that_it_names_the_first_cell_of_the_row(report: Report) -> None:
    """“expenses.xlsx!เบิกจ่าย!A24” is the row whose third cell holds the total."""
    report.say(th="{spent_reported_baht}")
    report.sources_table(caption_th="ที่มา", caption_en="Sources")
    assert '<th scope="col">เซลล์แรกของแถวต้นทาง</th>' in html_of(report)


def test_no_mark_is_left_in_what_is_shown(report: Report) -> None:
    report.say(th="{pass_rate} {spent_baht} {ita_level_ops}")
    assert not re.search("[\ue000-\uf8ff]", "".join(report.blocks[-1]._repr_mimebundle_().values()))


def test_cells_are_escaped() -> None:
    traces = Traces()
    marked = traces.mark("5", 'made_up".xlsx!<b>!A1')
    assert traces.html(marked) == '<span class="traced" title="made_up&quot;.xlsx!&lt;b&gt;!A1">5</span>'


def test_text_that_brings_marks_of_its_own_traces_nothing() -> None:
    traces = Traces()
    assert traces.html("\ue0000\ue001x\ue002") == "x"


def test_a_column_without_origins_shows_its_cells_plainly() -> None:
    made = table(pd.DataFrame({"a": [1]}), "made up", origins={"b": ["x"]})
    assert "traced" not in made.html()


def test_the_page_shows_cells_to_the_keyboard_too(sample_document_html: str) -> None:
    assert '<span class="traced" tabindex="0" data-cells="made_up.xlsx!s!A1">' in sample_document_html


@pytest.fixture
def sample_document_html() -> str:
    from itaanalysis.report.document import read_document

    span = '<p><span class="traced" title="made_up.xlsx!s!A1">5</span></p>'
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": span}}
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [output]}
    return to_html(read_document({"cells": [cell], "metadata": {}}))
