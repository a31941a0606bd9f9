"""A sentence that points at a figure says its number and leads to it, in every format."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from pypdf import PdfReader

from itaanalysis.report.document import Document
from itaanalysis.report.to_docx import to_docx
from itaanalysis.report.to_html import to_html
from itaanalysis.report.to_pdf import to_pdf
from itaanalysis.thai.text import normalise

SENTENCE = '<p>ดู<a href="#figure-made_up">แผนภูมิสมมติ</a> และ<a href="#figure-missing">ภาพที่ไม่มี</a></p>'


@pytest.fixture(scope="module")
def document(sample: Any) -> Document:
    import base64

    png = base64.b64encode(sample.png(60, 30)).decode()
    picture = f'<img src="data:image/png;base64,{png}" alt="สมมติ">'
    caption = "<figcaption>ภาพที่ ๓ แผนภูมิสมมติ</figcaption>"
    return sample.document(SENTENCE, f'<figure id="figure-made_up" class="ita-figure">{picture}{caption}</figure>')


def test_the_page_links_to_the_figure_by_its_number(document: Document) -> None:
    page = to_html(document)
    assert 'ดู<a href="#figure-made_up">ภาพที่ ๓</a> และภาพที่ไม่มี' in page
    assert 'id="figure-made_up"' in page


def test_the_pdf_has_the_link_and_its_place(document: Document) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(document)))
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert len(links) == 1
    assert "ดูภาพที่๓" in normalise(reader.pages[0].extract_text()).replace(" ", "").replace("\n", "")


def test_in_word_the_link_leads_to_a_bookmark(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        xml = package.read("word/document.xml").decode()
    assert '<w:hyperlink w:anchor="figure-made_up">' in xml
    assert 'w:name="figure-made_up"' in xml
