"""The memorandum before the report's title, in every format."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from itaanalysis.report.document import Document, read_document
from itaanalysis.report.letterhead import Letterhead, Signature
from itaanalysis.report.to_docx import to_docx
from itaanalysis.report.to_html import to_html
from itaanalysis.report.to_pdf import UndescribedPicture, to_pdf
from itaanalysis.thai.text import normalise
from itaanalysis.words import Words

from ...open_xml import faults

TEXTS = {"from": "ศูนย์สมมติ", "number": "", "date": "", "subject": "รายงานสมมติ", "to": "ปลัดกระทรวงสมมติ"}


@pytest.fixture(scope="module")
def letter() -> Document:
    head = Letterhead(TEXTS, Words("th"))._repr_mimebundle_()["text/html"]
    sign = Signature("หัวหน้าศูนย์สมมติ")._repr_mimebundle_()["text/html"]
    parts = [head, "<h3>๑. ความเป็นมา</h3><p>ย่อหน้าของบันทึกสมมติ</p>", sign, "<h1>ชื่อรายงานสมมติ</h1><h2>เนื้อหา</h2><p>ต่อ</p>"]
    outputs = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": part}} for part in parts]
    cells = [{"cell_type": "code", "source": "", "metadata": {}, "outputs": [output]} for output in outputs]
    return read_document({"cells": cells, "metadata": {}}, lang="th")


def test_the_memorandum_comes_before_the_title(letter: Document) -> None:
    assert letter.title == "ชื่อรายงานสมมติ"
    assert "บันทึกข้อความ" in letter.letter
    assert "ชื่อรายงานสมมติ" not in letter.letter + letter.body
    assert [heading.text for heading in letter.headings] == ["บันทึกข้อความ", "๑. ความเป็นมา", "เนื้อหา"]


def test_in_word_the_title_begins_a_new_page_after_the_signature(letter: Document) -> None:
    word = open_docx(io.BytesIO(to_docx(letter)))
    styles = [(p.style.name if p.style else "", p.text.strip()) for p in word.paragraphs if p.text.strip()]
    names = [name for name, _ in styles]
    assert names == [
        *("Memo Title", "Memo Line", "Memo Halves", "Memo Line", "Memo Line", "Heading 2", "Letter Text"),
        *("Memo Signature", "Memo Position", "Title", "Heading 1", "First Paragraph"),
    ]
    title = next(p for p in word.paragraphs if p.style and p.style.name == "Title")
    assert title.paragraph_format.page_break_before


def test_word_opens_it_without_a_word(letter: Document) -> None:
    assert faults(to_docx(letter)) == []


def test_in_word_what_is_left_open_is_a_dotted_line(letter: Document) -> None:
    word = open_docx(io.BytesIO(to_docx(letter)))
    halves = next(p for p in word.paragraphs if p.style and p.style.name == "Memo Halves")
    assert halves.text.count("\t") == 2
    assert halves.style is not None
    stops = halves.style.paragraph_format.tab_stops
    assert [str(stop.leader) for stop in stops] == ["DOTS (1)"] * 2


def test_in_the_pdf_the_memorandum_has_a_page_of_its_own(letter: Document) -> None:
    first, second = (normalise(page.extract_text()) for page in PdfReader(io.BytesIO(to_pdf(letter))).pages)
    assert first.index("บันทึกข้อความ") < first.index("ศูนย์สมมติ") < first.index("ย่อหน้าของบันทึกสมมติ")
    assert "ชื่อรายงานสมมติ" in second


def test_the_page_shows_title_contents_and_memorandum(letter: Document) -> None:
    page = to_html(letter)
    assert page.index("<h1>ชื่อรายงานสมมติ") < page.index('class="memo-title"') < page.index("เนื้อหา</h2>")


def test_text_before_the_title_without_a_head_is_no_letter() -> None:
    parts = ["<p>ข้อความนำสมมติ</p>", "<h1>หัวข้อสมมติ</h1>"]
    outputs = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": part}} for part in parts]
    cells = [{"cell_type": "code", "source": "", "metadata": {}, "outputs": [output]} for output in outputs]
    document = read_document({"cells": cells, "metadata": {}}, name="made_up")
    assert (document.letter, document.title) == ("", "made_up")
    assert "หัวข้อสมมติ" in document.body


def test_the_pdf_claims_the_standard_it_keeps(letter: Document) -> None:
    plain = PdfReader(io.BytesIO(to_pdf(letter)))
    archived = PdfReader(io.BytesIO(to_pdf(letter, archived=datetime.date(2025, 10, 16))))
    said = [reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode() for reader in (plain, archived)]
    assert ["<pdfuaid:part>1<" in text for text in said] == [True, True]
    assert ["<pdfaid:part>2<" in text and "<pdfaid:conformance>A<" in text for text in said] == [False, True]
    assert archived.metadata is not None and archived.metadata.creation_date is not None
    assert archived.metadata.creation_date.date() == datetime.date(2025, 10, 16)


def test_a_document_without_a_title_is_called_a_document(sample: Any) -> None:
    document = read_document({"cells": [], "metadata": {}}, lang="en")
    metadata = PdfReader(io.BytesIO(to_pdf(document))).metadata
    assert metadata is not None and metadata.title == "Document"


def test_a_picture_without_a_description_is_refused(sample: Any) -> None:
    import base64

    png = base64.b64encode(sample.png(30, 30)).decode()
    document = sample.document(f'<figure><img src="data:image/png;base64,{png}" alt=""></figure>')
    with pytest.raises(UndescribedPicture, match="ภาพที่ 1"):
        to_pdf(document)


def test_a_short_report_has_no_list_of_contents_on_paper(letter: Document) -> None:
    text = " ".join(normalise(page.extract_text()) for page in PdfReader(io.BytesIO(to_pdf(letter))).pages)
    assert "สารบัญ" not in text
