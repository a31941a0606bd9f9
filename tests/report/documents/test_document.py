"""An executed notebook read as a document."""

from __future__ import annotations

import json
from typing import Any

import pytest

from itaanalysis.report.document import Document, read_document
from itaanalysis.report.markup import clean
from itaanalysis.report.notebook_cells import literals, parameters


def test_language_title_and_year_come_from_the_notebook(document: Document, sample: Any) -> None:
    assert (document.lang, document.fiscal_year, document.title) == ("th", 2568, sample.title)


def test_metadata_is_heard_before_the_parameters(sample: Any) -> None:
    told = read_document(sample.notebook(lang="en", title="A title", fiscal_year=2571))
    assert (told.lang, told.title, told.fiscal_year) == ("en", "A title", 2571)


def test_without_heading_the_name_of_the_notebook_is_the_title() -> None:
    assert read_document({"cells": [], "metadata": {}}, name="90_report").title == "90_report"


def test_code_streams_and_errors_are_not_in_the_body(document: Document) -> None:
    for noise in ("secret_code", "เสียงรบกวน", "ร่องรอยข้อผิดพลาด", "ข้อความล้วน", "fiscal_year"):
        assert noise not in document.body


def test_pictures_are_taken_out_of_the_body_in_both_forms(document: Document, sample: Any) -> None:
    assert "data:" not in document.body
    (picture,) = document.pictures.values()
    assert picture.alt == sample.alt
    assert picture.svg is not None and picture.svg.startswith(b"<svg")
    assert picture.png is not None and picture.png.startswith(b"\x89PNG")


def test_a_chart_shown_as_it_is_becomes_a_figure() -> None:
    told = {"alt": "กราฟ", "title": "ผลสมมติ"}
    output = {
        "output_type": "display_data",
        "data": {"image/svg+xml": "<svg xmlns='x'/>", "image/png": "iVBORw0KGgo="},
        "metadata": {"image/svg+xml": told, "image/png": told},
    }
    cell = {"cell_type": "code", "metadata": {}, "source": "chart", "outputs": [output]}
    made = read_document({"cells": [cell], "metadata": {}})
    assert made.pictures["picture-1"].alt == "กราฟ"
    assert "<figcaption>ผลสมมติ</figcaption>" in made.body


def test_cells_tagged_remove_cell_stay_out() -> None:
    cell = {"cell_type": "markdown", "metadata": {"tags": ["remove-cell"]}, "source": "วิธีใช้สมุดงานนี้"}
    assert "วิธีใช้" not in read_document({"cells": [cell], "metadata": {}}).body


@pytest.mark.parametrize(("lang", "title", "left_out"), [("th", "ผล", "Result"), ("en", "Results", "ผล")])
def test_a_cell_in_another_language_stays_out(lang: str, title: str, left_out: str) -> None:
    cells = [
        {"cell_type": "markdown", "metadata": {"tags": ["lang-th"]}, "source": "# ผล\n\nสมมติ"},
        {"cell_type": "markdown", "metadata": {"tags": ["lang-en"]}, "source": "# Results\n\nMade up"},
        {"cell_type": "markdown", "metadata": {}, "source": "OIT"},
    ]
    made = read_document({"cells": cells, "metadata": {"ita": {"lang": lang}}})
    assert made.title == title and "OIT" in made.body
    assert left_out not in made.title + made.body.replace(title, "")


def test_source_as_a_list_of_lines_is_one_text() -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": ["# หัว\n", "\n", "เนื้อความ"]}
    made = read_document({"cells": [cell], "metadata": {}})
    assert made.title == "หัว"
    assert "<p>เนื้อความ</p>" in made.body


def test_headings_carry_anchors_in_order(document: Document) -> None:
    assert [(heading.level, heading.text) for heading in document.headings] == [
        (2, "๑. บทสรุป"),
        (2, "๒. ผลการดำเนินงาน"),
        (3, "๒.๑ ข้อความที่ดูเหมือนคำสั่ง"),
        (2, "๓. รายละเอียด"),
        (2, "๔. ข้อเสนอแนะ"),
    ]
    assert len({heading.anchor for heading in document.headings}) == 5


def test_later_parameters_win() -> None:
    def cell(source: str, tag: str) -> dict[str, Any]:
        return {"cell_type": "code", "source": source, "metadata": {"tags": [tag]}, "outputs": []}

    cells = [cell("fiscal_year = 2568", "parameters"), cell("fiscal_year = 2570", "injected-parameters")]
    assert parameters({"cells": cells}) == {"fiscal_year": 2570}


def test_literals_keep_the_names_of_what_is_worked_out() -> None:
    assert literals("a = 1\nb: str = 'ข'\nc = a + 1\nprint(a)") == {"a": 1, "b": "ข", "c": None}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p onclick='x'>ก</p>", "<p>ก</p>"),
        ("<script>x</script><style>y</style>ข", "ข"),
        ("<a href='javascript:x'>ค</a>", "<a>ค</a>"),
        ("<a href='https://example.org'>ค</a>", '<a href="https://example.org">ค</a>'),
        ("<td style='text-align: right; color: red'>1", '<td style="text-align: right">1</td>'),
        ("<p><strong>ง</p>จ", "<p><strong>ง</strong></p>จ"),
        ("<svg><title>x</title></svg>ฉ", "ฉ"),
        ("&lt;script&gt; &amp; &#x0E01;", "&lt;script&gt; &amp; ก"),
        ("<img src='https://example.org/a.png' alt='ภาพ'>", '<img alt="ภาพ" src="https://example.org/a.png">'),
    ],
)
def test_clean_keeps_structure_and_text_only(given: str, kept: str) -> None:
    assert clean(given) == kept


def test_a_picture_that_would_have_to_be_fetched_is_told_by_its_text() -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": "![แผนที่](https://example.org/a.png)"}
    made = read_document({"cells": [cell], "metadata": {}})
    assert made.pictures == {}
    assert "[แผนที่]" in made.body and "https" not in made.body


def test_cleaning_twice_changes_nothing(document: Document) -> None:
    assert clean(document.body) == document.body


def test_the_sample_is_a_valid_notebook(sample: Any) -> None:
    from nbformat import validate

    validate(json.loads(json.dumps(sample.notebook())))
