"""The report as PDF, opened again."""

from __future__ import annotations

import base64
import io
import re
from itertools import accumulate
from typing import Any

import pytest
from pypdf import PdfReader

from itaanalysis.report.breaks import MARK, mark_breaks
from itaanalysis.report.document import Document
from itaanalysis.report.to_pdf import to_pdf
from itaanalysis.thai.text import normalise

CM = 72 / 2.54


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return normalise(" ".join(page.extract_text() for page in opened(pdf).pages))


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return opened(pdf)


@pytest.fixture(scope="module")
def pages(reader: PdfReader) -> list[str]:
    return [normalise(page.extract_text()) for page in reader.pages]


def test_metadata_and_bookmarks(reader: PdfReader, sample: Any) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == sample.title
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "th"
    assert "/StructTreeRoot" in root
    bookmarks = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert bookmarks == ["๑. บทสรุป", "๒. ผลการดำเนินงาน", "๓. รายละเอียด", "๔. ข้อเสนอแนะ"]


def test_pages_are_a4_and_the_wide_table_lies(reader: PdfReader, pages: list[str]) -> None:
    lying = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert sum(lying) == 1
    assert {round(min(page.mediabox.width, page.mediabox.height) / CM, 1) for page in reader.pages} == {21.0}
    assert "๓. รายละเอียด" in pages[lying.index(True)]  # the heading goes along


def test_text_keeps_to_the_margins(reader: PdfReader) -> None:
    for page in reader.pages:
        places: list[tuple[float, float]] = []

        def note(text: str, cm: Any, tm: Any, font: Any, size: Any, places: list[Any] = places) -> None:
            if text.strip():
                places.append((cm[4] + tm[4], cm[5] + tm[5]))

        page.extract_text(visitor_text=note)
        assert places
        left = 3 * CM if page.mediabox.height > page.mediabox.width else 2.5 * CM
        assert min(x for x, _ in places) >= left - 1
        assert max(x for x, _ in places) <= float(page.mediabox.width) - 2 * CM


def test_no_page_is_empty_and_all_but_the_first_are_numbered(pages: list[str]) -> None:
    assert all(len(text) > 40 for text in pages)
    assert not pages[0].startswith("-")
    thai = "๐๑๒๓๔๕๖๗๘๙"
    assert [text.split()[1] for text in pages[1:]] == [thai[i] for i in range(2, len(pages) + 1)]


def test_hostile_text_stands_as_it_was_typed(pages: list[str], sample: Any) -> None:
    text = " ".join(pages)
    for hostile in sample.hostile:
        assert f"แหล่ง {hostile}" in text


def test_thai_comes_out_as_it_went_in(pages: list[str], sample: Any) -> None:
    together = "".join(pages[0].split())
    assert "".join(normalise(sample.sentence).split()) in together


def test_no_invisible_characters_come_along(reader: PdfReader) -> None:
    text = "".join(page.extract_text() for page in reader.pages)
    assert not set(text) & {"\u200b", "\u2060", "\u00ad", "\ufffc", "\ufeff"}


def test_lines_break_between_words_only(reader: PdfReader, sample: Any) -> None:
    sentence = "".join(sample.sentence.split())
    marked = mark_breaks(normalise(sample.sentence)).replace("\u00a0", "")
    ends = set(accumulate(len("".join(word.split())) for word in marked.replace(" ", MARK).split(MARK)))
    lines = ["".join(normalise(line).split()) for line in (reader.pages[0].extract_text()).splitlines()]
    start = next(i for i, line in enumerate(lines) if line and sentence.startswith(line) and len(line) > 20)
    at, checked = 0, 0
    for line in lines[start:]:
        at += len(line)
        if at >= len(sentence):
            break
        assert at in ends, line
        checked += 1
    assert checked >= 3


def test_the_header_of_a_long_table_is_on_each_of_its_pages(pages: list[str]) -> None:
    with_rows = [text for text in pages if text.count("๑,๒๓๔.๕๐ สำนักงานสมมติ") > 1]
    assert len(with_rows) >= 3
    assert all("รหัส กิจกรรม" in text for text in with_rows)


def test_the_picture_is_described(pdf: bytes, sample: Any) -> None:
    alternatives = [
        entry["/Alt"]
        for entry in map(opened(pdf).get_object, range(1, 2000))
        if isinstance(entry, dict) and "/Alt" in entry
    ]
    assert sample.alt in alternatives


def test_only_the_report_s_own_fonts_are_used(reader: PdfReader) -> None:
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names == {"Sarabun-Regular", "Sarabun-Bold"}


def test_the_same_document_is_the_same_file(document: Document, pdf: bytes) -> None:
    assert to_pdf(document) == pdf
    assert b"/CreationDate" not in pdf


def test_a_long_word_stays_in_its_column(sample: Any) -> None:
    word = "activities.xlsx!" + "x" * 60
    table = sample.table("แคบ", ["แหล่ง", "ค่า"], [[word, "1"]], [20, 80])
    lines = opened(to_pdf(sample.document(table))).pages[0].extract_text().splitlines()
    assert not any(word in line for line in lines)
    assert word in "".join(lines)


def test_a_cell_that_begins_like_a_heading_or_a_list_stays_as_it_is(sample: Any) -> None:
    cells = ["= เท่ากับ", "== ก", "- ลบ", "+ บวก", "/ ก: ข", "1. หนึ่ง", "๑. หนึ่ง"]
    pdf = to_pdf(sample.document(sample.table("เครื่องหมาย", ["ข้อความ"], [[cell] for cell in cells], [100])))
    assert "".join("".join(cells).split()) in "".join(text_of(pdf).split())
    assert opened(pdf).outline == []


def test_a_table_without_widths_stays_on_the_page(sample: Any) -> None:
    long = "คำอธิบายสมมติที่ยาวมาก " * 20
    table = f"<table><tr><th>ก</th><th>ข</th><th>ค</th></tr><tr><td>1</td><td>{long}</td><td>{long}</td></tr></table>"
    assert "".join(long.split()) in "".join(text_of(to_pdf(sample.document(table))).split()).replace("1", "")


def test_a_row_taller_than_a_page_goes_on_on_the_next(sample: Any) -> None:
    tall = "ถ้อยคำสมมติ " * 900
    made = opened(to_pdf(sample.document(sample.table("สูง", ["ก"], [[tall]], [100]))))
    assert len(made.pages) >= 2
    assert sum(page.extract_text().count("ถ้อยคํา") for page in made.pages) == 900


def test_english_numbers_pages_in_arabic_digits(sample: Any) -> None:
    made = opened(to_pdf(sample.document("<p>Text. </p>" * 60, lang="en")))
    assert made.pages[1].extract_text().startswith("- 2 -")
    assert made.trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("งบประมาณรายจ่าย", ["งบประมาณ", "รายจ่าย"]),
        ("ได้ ๘๕ คะแนนขึ้นไป", ["ได้ ๘๕\u00a0คะแนน", "ขึ้นไป"]),
        ("๗ ตุลาคม มีผู้เข้าร่วม ๕ คน ปี ๑ ปีงบประมาณ", ["๗\u00a0ตุลาคม มี", "ผู้เข้าร่วม ๕\u00a0คน ปี ๑ ปีงบประมาณ"]),
        ("ทุก ๆ จังหวัด", ["ทุก\u00a0ๆ จังหวัด"]),
        ("พ.ศ. ๒๕๖๘", ["พ.ศ.\u00a0๒๕๖๘"]),
        ("ร้อยละ ๙๙.๙๙", ["ร้อยละ\u00a0๙๙.๙๙"]),
        ("กรุงเทพฯ", ["กรุงเทพฯ"]),
        ("กรมพัฒนาธุรกิจการค้า", ["กรม", "พัฒนา", "ธุรกิจการค้า"]),
        ("สำนักงานปลัดกระทรวง (องค์การมหาชน)", ["สำนักงาน", "ปลัดกระทรวง (องค์การ", "มหาชน)"]),
        ("กรมธรรม์", ["กรมธรรม์"]),
        ("English only", ["English only"]),
        (f"ก{MARK}ข", ["กข"]),
    ],
)
def test_marks_stand_between_words(text: str, parts: list[str]) -> None:
    assert mark_breaks(text).split(MARK) == parts


def test_cells_of_a_wide_table_begin_at_their_left_edge(sample: Any) -> None:
    rows = [["ab", "x"], ["abcdefgh", "yz"]]
    for wide in (False, True):
        places: dict[str, float] = {}

        def note(text: str, cm: Any, tm: Any, font: Any, size: Any, places: dict[str, float] = places) -> None:
            places.setdefault(text.strip(), cm[4] + tm[4])

        made = to_pdf(sample.document(sample.table("แถว", ["head", "other"], rows, [60, 40], wide=wide)))
        opened(made).pages[-1].extract_text(visitor_text=note)
        assert places["ab"] == pytest.approx(places["head"], abs=0.5)
        assert places["x"] == pytest.approx(places["other"], abs=0.5)


def test_a_number_in_a_narrow_column_is_not_torn(sample: Any) -> None:
    table = sample.table("แคบ", ["ผลลัพธ์", "ค่า"], [["ได้ร้อยละ ๙๑.๖๗", "1"]], [14, 86])
    assert "๙๑.๖๗" in text_of(to_pdf(sample.document(table)))


def test_a_long_word_in_a_narrow_column_keeps_its_place(sample: Any) -> None:
    table = sample.table("ตารางสมมติ", ["ก", "ข"], [["สำนักงานปลัดกระทรวงสมมติ", "x"]], [5, 95])
    text = text_of(to_pdf(sample.document(table)))
    assert "สำนักงานปลัดกระทรวงสมมติ" in re.sub(r"\s", "", text)


def test_short_texts_of_a_column_stand_on_one_line_each(sample: Any) -> None:
    rows = [["สำนักงานสมมติเพื่อการพัฒนาและส่งเสริมการค้าระหว่างประเทศ", "ยังระบุไม่ได้", "ไม่ผ่าน"]]
    text = text_of(to_pdf(sample.document(sample.table("แคบ", ["หน่วยงาน", "ระดับ", "ผล"], rows, [80, 10, 10]))))
    assert "ยังระบุไม่ได้" in text and "ไม่ผ่าน" in text


def test_a_traced_figure_is_held_together_with_what_it_counts(sample: Any) -> None:
    figure = 'ใช้จ่าย <span class="traced" title="made_up.xlsx!A!A1">๕๘,๗๐๐.๐๐</span> บาท'
    paragraphs = "".join(f"<p>{'คำ ' * words}{figure}</p>" for words in range(10, 40))
    assert text_of(to_pdf(sample.document(paragraphs))).count("๕๘,๗๐๐.๐๐ บาท") == 30


def test_an_annex_begins_on_a_page_of_its_own_unless_the_page_has_only_begun(sample: Any) -> None:
    def pages(lines: int, heading: str) -> int:
        body = "<h2>เนื้อหา</h2>" + "<p>ข้อความ</p>" * lines + f"<h2>{heading}</h2><p>จบ</p>"
        return len(opened(to_pdf(sample.document(body))).pages)

    assert [pages(12, heading) for heading in ("ภาคผนวก ก", "Annex A", "เนื้อหาต่อ")] == [2, 2, 1]
    assert pages(1, "ภาคผนวก ก") == 1


def test_a_table_too_crowded_to_stand_lies_and_its_figures_are_whole(sample: Any) -> None:
    header = ["ปีงบประมาณ", "ค่าเฉลี่ย", "การเปลี่ยนแปลง", "ผู้ตอบทั้งหมด", "ตัวชี้วัด", "หน่วยงานทั้งหมด", "ข้อสังเกตอื่น"]
    row = ["๒๕๖๘", "๙๓.๘๒", "+๑๓.๓๕ คะแนน", "๑,๓๕๐,๐๐๐", "๙๔.๑๗", "๘,๓๑๗", "มีหมายเหตุของที่มา"]
    (upright,) = opened(to_pdf(sample.document(sample.table("พอดี", header[:4], [row[:4]], [25] * 4)))).pages
    lying = opened(to_pdf(sample.document(sample.table("แน่น", header, [row], [16, 14, 14, 14, 14, 14, 14])))).pages[-1]
    assert upright.mediabox.height > upright.mediabox.width
    assert lying.mediabox.width > lying.mediabox.height
    text = normalise(lying.extract_text())
    assert [figure for figure in ("๒๕๖๘", "๙๓.๘๒", "+๑๓.๓๕", "๑,๓๕๐,๐๐๐", "๘,๓๑๗") if figure not in text] == []


def test_figures_are_whole_where_words_have_no_room(sample: Any) -> None:
    figures = [f"๑,๒๓๔,๕๖{i}.๐๐" for i in range(4)]
    header = ["หน่วยงานทั้งหมด", "กระทรวงพาณิชย์", "ผู้มีส่วนได้ส่วนเสีย", "คณะรัฐมนตรี"]
    text = text_of(
        to_pdf(sample.document(sample.table("แน่น", [*header, "หมายเหตุ"], [[*figures, "ก"]], [5] * 4 + [80])))
    )
    assert [figure for figure in figures if figure not in text] == []


@pytest.mark.parametrize("lines", [12, 14, 16, 18])
def test_a_picture_stands_where_it_is_shown_and_a_line_about_it_stays_with_it(sample: Any, lines: int) -> None:
    source = f"data:image/png;base64,{base64.b64encode(sample.png(1500, 1500)).decode()}"
    picture = f'<figure id="figure-1"><img src="{source}" alt="ก"><figcaption>ภาพที่ ๑</figcaption></figure>'
    before = "<p>ก่อนหน้า</p>" * lines + '<p>จังหวัดแสดงใน<a href="#figure-1">ภาพที่ ๑</a></p>'
    pages = [
        normalise(page.extract_text())
        for page in opened(to_pdf(sample.document(before + picture, "<p>ต่อท้าย</p>"))).pages
    ]
    (with_line,) = [text for text in pages if "จังหวัดแสดง" in text]
    assert "ภาพที่ ๑" in with_line.partition("จังหวัดแสดงในภาพที่ ๑")[2]
    assert "ต่อท้าย" in pages[-1]
