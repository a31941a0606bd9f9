"""The report as a Word file, opened again."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document as open_docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.styles.style import ParagraphStyle

from itaanalysis.report import fonts
from itaanalysis.report.document import Document
from itaanalysis.report.to_docx import printed_width, to_docx

from ...open_xml import faults


@pytest.fixture(scope="module")
def word(docx: bytes) -> WordDocument:
    return open_docx(io.BytesIO(docx))


@pytest.fixture(scope="module")
def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_word_opens_it_without_a_word(docx: bytes, sample: Any) -> None:
    wide = sample.table("กว้าง", ["ก", "ข"], [["1", "2"]], [50, 50], wide=True)
    lists = "<ul><li>ก<ol><li>ข</li></ol></li></ul><blockquote><p>ค</p></blockquote><pre>ง</pre><hr>"
    assert faults(docx) == []
    assert faults(to_docx(sample.document("<h2>ก</h2><p>ข</p>", wide))) == []
    assert faults(to_docx(sample.document(wide, f"<p><a href='https://ab.example'>ก</a></p>{lists}", lang="en"))) == []


def test_title_and_headings_are_real_ones(word: WordDocument, sample: Any) -> None:
    styled = [(p.style.name, p.text) for p in word.paragraphs if p.style and p.style.name.startswith(("Ti", "Head"))]
    assert styled == [
        ("Title", sample.title),
        ("Heading 1", "๑. บทสรุป"),
        ("Heading 1", "๒. ผลการดำเนินงาน"),
        ("Heading 2", "๒.๑ ข้อความที่ดูเหมือนคำสั่ง"),
        ("Heading 1", "๓. รายละเอียด"),
        ("Heading 1", "๔. ข้อเสนอแนะ"),
    ]
    assert word.core_properties.title == sample.title
    assert word.core_properties.language == "th"


def test_hostile_text_stands_as_it_was_typed(word: WordDocument, sample: Any) -> None:
    cells = [row.cells[1].text for row in word.tables[1].rows]
    assert cells == ["ข้อความ", *sample.hostile]


def test_pages_are_a4_with_the_margins_of_an_official_letter(word: WordDocument) -> None:
    first, wide, last = word.sections
    paper = (first.page_width, first.page_height)
    margins = (first.left_margin, first.right_margin, first.top_margin, first.bottom_margin)
    wanted = [Cm(centimetres) for centimetres in (21, 29.7, 3, 2, 2.5, 2)]
    assert [*paper, *margins] == pytest.approx(wanted, abs=Cm(0.01))
    assert wide.orientation == WD_ORIENTATION.LANDSCAPE
    assert wide.page_width > wide.page_height
    assert last.page_width == first.page_width


def test_only_the_very_first_page_has_no_number(word: WordDocument) -> None:
    assert [section.different_first_page_header_footer for section in word.sections] == [True, False, False]
    assert "PAGE" in word.sections[-1].header._element.xml
    formats = {section._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) for section in word.sections}
    assert formats == {"thaiNumbers"}


def test_tables_repeat_their_header_keep_rows_whole_and_fill_the_page(word: WordDocument) -> None:
    for table, width in zip(word.tables, (9071, 9071, 14287), strict=True):
        assert table.rows[0]._tr.xml.count("<w:tblHeader") == 1
        assert all("<w:cantSplit" in row._tr.xml for row in table.rows)
        columns = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert abs(sum(columns) - width) <= len(columns)
        assert {p.style.name for row in table.rows for cell in row.cells for p in cell.paragraphs if p.style} == {
            "Table Text"
        }


def test_figures_stand_at_the_right(word: WordDocument) -> None:
    numbers = word.tables[0].rows[1].cells[2].paragraphs[0]
    assert "right" in numbers._p.xml


def test_body_is_sixteen_points_in_both_scripts(parts: dict[str, bytes]) -> None:
    defaults = re.search(r"<w:rPrDefault>.*?</w:rPrDefault>", parts["word/styles.xml"].decode(), re.DOTALL)
    assert defaults is not None
    assert 'w:sz w:val="32"' in defaults[0] and 'w:szCs w:val="32"' in defaults[0]
    assert 'w:cs="Sarabun"' in defaults[0]
    assert 'w:bidi="th-TH"' in defaults[0]


def test_the_font_inside_is_sarabun_as_it_came(parts: dict[str, bytes]) -> None:
    table = parts["word/fontTable.xml"].decode()
    for style in fonts.STYLES:
        key = fonts.font_key(style)
        assert f"<w:embed{style}" in table and f'w:fontKey="{key}"' in table
        assert fonts.scrambled(parts[f"word/fonts/{style}.odttf"], key) == fonts.font_bytes(style)
    assert b"embedTrueTypeFonts" in parts["word/settings.xml"]
    assert b"odttf" in parts["[Content_Types].xml"]


def test_the_picture_is_described_and_fits(word: WordDocument, sample: Any) -> None:
    (shape,) = word.inline_shapes
    assert shape._inline.docPr.get("descr") == sample.alt
    assert shape.width <= Cm(16)
    assert {"Captioned Figure", "Image Caption"} <= {p.style.name for p in word.paragraphs if p.style}


@pytest.mark.parametrize(
    ("width", "height", "dots", "printed"),
    [(1500, 750, 300, 12.7), (300, 150, 150, 5.08), (600, 4000, 300, 600 / 4000 * 21)],
)
def test_a_picture_is_as_wide_as_its_resolution_says(
    sample: Any, width: int, height: int, dots: int, printed: float
) -> None:
    assert printed_width(sample.png(width, height, dots)) == pytest.approx(printed, rel=1e-3)


def test_no_clock_and_no_address_in_the_file(docx: bytes, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
    assert b"dcterms:created" not in parts["docProps/core.xml"]
    assert b'TargetMode="External"' not in parts["word/_rels/document.xml.rels"]


def test_the_same_document_is_the_same_file(document: Document, docx: bytes) -> None:
    assert to_docx(document) == docx


def test_a_report_that_ends_with_a_wide_table_ends_on_its_page(sample: Any) -> None:
    wide = sample.table("กว้าง", ["ก", "ข"], [["1", "2"]], [50, 50], wide=True)
    word = open_docx(io.BytesIO(to_docx(sample.document("<p>ก่อน</p>", wide))))
    assert [section.orientation for section in word.sections] == [WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE]


def test_english_numbers_pages_in_arabic_digits(sample: Any) -> None:
    word = open_docx(io.BytesIO(to_docx(sample.document("<ol><li>one</li></ol>", lang="en"))))
    assert word.sections[0]._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "decimal"


def test_a_bold_line_stays_with_what_it_heads(sample: Any) -> None:
    word = open_docx(io.BytesIO(to_docx(sample.document("<p><strong>๒.๑ หัวข้อ</strong></p><p>เนื้อ</p>"))))
    (line,) = [p for p in word.paragraphs if p.text == "๒.๑ หัวข้อ"]
    assert isinstance(line.style, ParagraphStyle)
    assert line.style.paragraph_format.keep_with_next


def test_a_column_too_narrow_for_its_figures_is_widened(sample: Any) -> None:
    rows = [["๑๒๓,๔๕๖.๗๘", "หน่วยงานสมมติ"]]
    word = open_docx(io.BytesIO(to_docx(sample.document(sample.table("แคบ", ["บาท", "ชื่อ"], rows, [3, 97])))))
    narrow, wide = (int(column.get(qn("w:w"))) for column in word.tables[0]._tbl.tblGrid.findall(qn("w:gridCol")))
    assert narrow > 9071 * 0.15  # eleven letters and the room around them need more than 3 %
    assert narrow + wide == pytest.approx(9071, abs=2)


def test_marks_for_line_breaks_are_gone(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        text = package.read("word/document.xml").decode()
    assert not set(text) & {"\u200b", "\u00a0"}
    assert "พ.ศ. ๒๕๖๘" in text


def test_the_font_of_official_letters_is_named_where_it_is_installed(sample: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("itaanalysis.report.docx_fonts.installed_families", lambda: ["Arial", "TH SarabunPSK"])
    with zipfile.ZipFile(io.BytesIO(to_docx(sample.document("<p>สมมติ</p>")))) as package:
        styles, table = (package.read(f"word/{name}.xml").decode() for name in ("styles", "fontTable"))
    assert 'w:cs="TH SarabunPSK"' in styles and 'w:cs="Sarabun"' not in styles
    assert '<w:font w:name="TH SarabunPSK"><w:altName w:val="Sarabun"/>' in table
    assert "fontRegular" in table  # Sarabun goes along all the same
