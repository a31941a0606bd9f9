"""The list of contents of a Word file: there on opening, as Word makes its own."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document as open_docx

from itaanalysis.report.document import Document, read_document
from itaanalysis.report.exporters import ItaDocxExporter
from itaanalysis.report.letterhead import Letterhead
from itaanalysis.report.to_docx import to_docx
from itaanalysis.words import Words

from ...open_xml import faults

LONG = "<p>" + "ข้อความสมมติที่ยาวพอจะเต็มหน้ากระดาษ " * 300 + "</p>"
PARTS = f"<h2>บทสมมติ</h2><h3>๑. <em>ตอน</em> &amp; อื่น</h3><h4>๑.๑ ย่อย</h4>{LONG}<h3>๒. ตอน</h3>"
ANNEX = "<h2>ภาคผนวก ก</h2><p>จบ</p>"


def with_letter(*outputs: str) -> Document:
    head = Letterhead({name: "" for name in ("from", "number", "date", "subject", "to")}, Words("th"))
    parts = [head._repr_mimebundle_()["text/html"], "<p>บันทึกสมมติ</p>", "<h1>ชื่อสมมติ</h1>", *outputs]
    shown = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": part}} for part in parts]
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": shown}
    return read_document({"cells": [cell], "metadata": {}})


def part(docx: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(name).decode()


@pytest.fixture(scope="module")
def docx() -> bytes:
    return to_docx(with_letter(PARTS, ANNEX))


def listed(docx: bytes) -> list[tuple[str, str]]:
    """Style and text of the paragraphs of the list."""
    found = re.findall(r"<w:sdt>.*?</w:sdt>", part(docx, "word/document.xml"), re.DOTALL)
    return [
        (re.findall(r'w:pStyle w:val="(.*?)"', line)[0], "".join(re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", line)))
        for line in re.findall(r"<w:p>.*?</w:p>", found[0], re.DOTALL)
        if "<w:t" in line
    ]


def test_it_names_two_levels_of_headings_in_order(docx: bytes) -> None:
    assert listed(docx) == [
        ("TOCHeading", "สารบัญ"),
        ("toc1", "บันทึกข้อความ"),
        ("toc1", "บทสมมติ"),
        ("toc2", "๑. ตอน &amp; อื่น"),
        ("toc2", "๒. ตอน"),
        ("toc1", "ภาคผนวก ก"),
    ]


def test_it_follows_the_title(docx: bytes) -> None:
    word = part(docx, "word/document.xml")
    assert word.index('w:val="Title"') < word.index("<w:sdt>") < word.index('w:val="Heading1"')


def test_word_asks_nothing_on_opening_and_can_update_it(docx: bytes) -> None:
    assert faults(docx) == []  # every entry leads to a heading that is there
    word = part(docx, "word/document.xml")
    assert 'TOC \\o "1-2"' in word
    assert [word.count(f'fldCharType="{kind}"') for kind in ("begin", "separate", "end")] == [1, 1, 1]
    assert "w:dirty" not in word and "updateFields" not in part(docx, "word/settings.xml")


def test_it_tells_no_page_that_may_be_wrong(docx: bytes) -> None:
    assert "PAGEREF" not in part(docx, "word/document.xml")


@pytest.mark.parametrize(
    ("outputs", "contents"),
    [((PARTS, ANNEX), False), (("<h2>ก</h2><h2>ข</h2><h2>ค</h2><h2>ง</h2>",), True), (("<h2>ก</h2>", LONG), True)],
    ids=["switched off", "short", "one heading"],
)
def test_others_have_none(sample: Any, outputs: tuple[str, ...], contents: bool) -> None:
    assert "<w:sdt>" not in part(to_docx(sample.document(*outputs), contents=contents), "word/document.xml")


def test_the_exporter_has_a_switch_for_it(sample: Any) -> None:
    notebook = sample.notebook(rows=400)
    with_list, without = (ItaDocxExporter(contents=wanted).from_notebook_node(notebook)[0] for wanted in (True, False))
    assert listed(with_list)[1:3] == [("toc1", "๑. บทสรุป"), ("toc1", "๒. ผลการดำเนินงาน")]
    assert "<w:sdt>" not in part(without, "word/document.xml")


def test_an_annex_begins_on_a_page_of_its_own(docx: bytes, sample: Any) -> None:
    new = [p.text for p in open_docx(io.BytesIO(docx)).paragraphs if p.paragraph_format.page_break_before]
    assert new == ["ชื่อสมมติ", "ภาคผนวก ก"]
    wide = sample.table("กว้าง", ["ก", "ข"], [["1", "2"]], [50, 50], wide=True)
    lying = open_docx(io.BytesIO(to_docx(sample.document("<p>ก</p><h2>Annex A</h2>", wide))))
    assert not any(p.paragraph_format.page_break_before for p in lying.paragraphs)  # the landscape page is a new one
