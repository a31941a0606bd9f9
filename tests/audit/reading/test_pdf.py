"""PDF files: lines and table rows put together from glyphs, Thai as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itaanalysis.audit.reading import open_memo, read_memo

Pdf = Callable[[str], Path]
OldPdf = Callable[..., Path]


def test_thai_text_comes_out_as_typed(made_up_pdf: Pdf) -> None:
    typed = [
        "ใช้จ่ายทั้งสิ้น ๑,๒๘๘,๙๙๙.๒๒ บาท กระทรวงพาณิชย์ ๙",
        "นนทบุรี สงขลา มี ๖ รายการ ผู้ปฏิบัติ น้ำ ที่นี้ ณ ที่นั้น สำนัก (ITA)",
    ]
    assert read_memo(made_up_pdf("".join(f"<p>{line}</p>" for line in typed))).split("\n")[1:] == typed


def test_the_lines_of_a_paragraph_are_one(made_up_pdf: Pdf) -> None:
    typed = "กระทรวงสมมติใช้จ่าย ๑,๒๘๘,๙๙๙.๒๒ บาท จากที่ได้รับจัดสรร ๑,๒๙๐,๐๐๐ บาท ของทั้งหมด และมีผู้เข้าร่วมจาก ๕ จังหวัด"
    lines = read_memo(made_up_pdf(f"<p>{typed}</p><p>{typed}</p><p>สั้น</p><p>{typed}</p>")).split("\n")[1:]
    assert [line.replace(" ", "") for line in lines] == [
        typed.replace(" ", ""), typed.replace(" ", ""), "สั้น", typed.replace(" ", ""),
    ]  # fmt: skip


FULL = "x" * 70  # as wide as a page of made-up glyphs gets here


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ([(70, 700, FULL), (70, 686, "7 goes on")], [f"{FULL} 7 goes on"]),
        ([(70, 700, FULL), (70, 686, "99.92 goes on")], [FULL, "99.92 goes on"]),  # or is it item 99.92?
        ([(70, 700, FULL), (70, 686, "2.1 another item")], [FULL, "2.1 another item"]),
        ([(70, 700, FULL), (70, 686, "– another item")], [FULL, "– another item"]),
        ([(70, 700, FULL), (100, 686, "indented")], [FULL, "indented"]),
        ([(70, 700, FULL), (70, 686, FULL), (70, 668, "far below")], [f"{FULL} {FULL}", "far below"]),
        ([(70, 700, "short"), (70, 686, "another")], ["short", "another"]),
        ([(70, 700, f"{FULL[:60]} . . . . 9"), (70, 686, "next")], [f"{FULL[:60]} . . . . 9", "next"]),  # contents
        ([(70, 700, f"– {FULL[:68]}"), (82, 686, "of the item")], [f"– {FULL[:68]} of the item"]),
        ([(70, 700, FULL[:66] + " ไม่"), (70, 686, "ผ่าน")], [FULL[:66] + " ไม่ผ่าน"]),
    ],
)  # fmt: skip
def test_a_line_goes_on_where_it_was_full(made_up_old_pdf: OldPdf, drawn: list[Any], read: list[str]) -> None:
    assert read_memo(made_up_old_pdf(drawn)).split("\n") == read


def test_a_cell_with_several_lines_is_one_cell(made_up_pdf: Pdf) -> None:
    table = """<table><colgroup><col style="width: 30%"><col style="width: 20%"><col style="width: 50%"></colgroup>
    <thead><tr><th>หน่วยงาน</th><th>คะแนน</th><th>ผลการดำเนินงาน</th></tr></thead><tbody>
    <tr><td>สำนักงานปลัดกระทรวงที่มีชื่อยาวมากเกินบรรทัด</td><td>๙๒.๘๐</td><td>ระดับผ่านดี</td></tr>
    <tr><td>พณ.</td><td>๙๓.๗๘</td><td>มีผู้เข้าร่วม ๕๒ คน และถ่ายทอดออนไลน์ไปยัง ๗๖ จังหวัด ในเดือนเดียวกัน</td></tr>
    </tbody></table><p>หลังตาราง ๕ บาท</p>"""
    assert read_memo(made_up_pdf(table)).split("\n")[1:] == [
        "หน่วยงาน\tคะแนน\tผลการดำเนินงาน",
        "สำนักงานปลัดกระทรวงที่มีชื่อยาวมากเกินบรรทัด\t๙๒.๘๐\tระดับผ่านดี",
        "พณ.\t๙๓.๗๘\tมีผู้เข้าร่วม ๕๒ คน และถ่ายทอดออนไลน์ไปยัง ๗๖ จังหวัด ในเดือนเดียวกัน",
        "หลังตาราง ๕ บาท",
    ]


def test_narrow_columns_stay_apart(made_up_old_pdf: OldPdf) -> None:
    # Glyphs are six points wide: seven points of room stand between the columns.
    drawn = [(70, 700, "1"), (83, 700, "97.43"), (120, 700, "+12.43"), (70, 680, "2"), (83, 680, "84.60")]
    assert read_memo(made_up_old_pdf(drawn)) == "1\t97.43\t+12.43\n2\t84.60"


def test_a_cell_set_a_little_lower_is_a_cell(made_up_old_pdf: OldPdf) -> None:
    drawn = [(70, 700, "92.80"), (250, 699, "☑ ผ่าน"), (250, 687, "☐ ไม่ผ่าน"), (400, 700, "สป.")]
    assert read_memo(made_up_old_pdf(drawn)) == "92.80\t☑ ผ่าน ☐ ไม่ผ่าน\tสป."


def test_page_numbers_are_left_out_and_figures_are_not(made_up_old_pdf: OldPdf) -> None:
    pages = [
        [(70, 800, "ใช้จ่าย ๕ บาท"), (290, 40, "๑")],
        [(70, 800, "๔๒"), (70, 780, "คน"), (290, 40, "๒")],
        [(70, 800, "หน้าสาม"), (290, 40, "๓")],
    ]
    assert read_memo(made_up_old_pdf(*pages)) == "ใช้จ่าย ๕ บาท\n๔๒\nคน\nหน้าสาม"


def test_page_numbers_between_dashes_are_left_out(made_up_old_pdf: OldPdf) -> None:
    page = [(280, 800, "- ๒ -"), (70, 770, "ใช้จ่าย ๕ บาท")]
    assert read_memo(made_up_old_pdf(page)) == "ใช้จ่าย ๕ บาท"


def test_glyphs_of_old_fonts_become_letters(made_up_old_pdf: OldPdf) -> None:
    page = [(70, 800, "ส ํานัก จ านวน ผู\uf70bเข\uf70bาร\uf70aวม นํ้า"), (70, 780, "๕ คน")]
    assert read_memo(made_up_old_pdf(page)) == "สำนัก จำนวน ผู้เข้าร่วม น้ำ\n๕ คน"


def test_rows_are_told_from_lines_by_where_they_stand(made_up_old_pdf: OldPdf) -> None:
    drawn = [
        (70, 800, "ก่อนตาราง"),
        (70, 780, "Focal Point of"), (70, 768, "the ministry"), (250, 780, "1,299"), (400, 780, "15 events"),
        (400, 768, "in 5 provinces"),
        (70, 740, "สป."), (250, 740, "92.80"), (400, 740, "ผ่าน"),
        (70, 710, "1."), (90, 710, "ข้อหนึ่ง"),
        (70, 690, "E-"), (70, 678, "Book"),
    ]  # fmt: skip
    assert read_memo(made_up_old_pdf(drawn)).split("\n") == [
        "ก่อนตาราง",
        "Focal Point of the ministry\t1,299\t15 events in 5 provinces",
        "สป.\t92.80\tผ่าน",
        "1. ข้อหนึ่ง",
        "E-",
        "Book",
    ]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_pages_that_lie_on_their_side_are_read(made_up_old_pdf: OldPdf, turned: int) -> None:
    drawn = [
        (70, 700, "สป. at"),
        (70, 688, "home"),
        (250, 700, "92.80"),
        (400, 700, "ผ่าน"),
        (70, 650, "ท้าย"),
        (70, 638, "หน้า"),
    ]
    assert read_memo(made_up_old_pdf(drawn, turned=turned)) == "สป. at home\t92.80\tผ่าน\nท้าย\nหน้า"


def test_characters_in_two_halves_are_put_together(made_up_old_pdf: OldPdf) -> None:
    text = read_memo(made_up_old_pdf([(70, 800, "ก\ud83d\ude00ข ๕"), (70, 700, "\ud83dจบ")]))
    assert text == "ก\U0001f600ข ๕\n\ufffdจบ"
    assert text.encode("utf-8")


def test_a_page_without_text_is_said(made_up_old_pdf: OldPdf) -> None:
    memo = open_memo(made_up_old_pdf([(70, 800, "๕ บาท")], [], [(70, 800, "๖ บาท")]))
    assert memo.text == "๕ บาท\n๖ บาท"
    assert memo.unread is not None
    assert [words for words in memo.unread if "2" in words] == list(memo.unread)
