"""Plain text, Markdown and HTML: the lines they come out as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from itaanalysis.audit.reading import read_memo

Write = Callable[[str, "str | bytes"], Path]
TEXT = "บันทึกข้อความ\r\n\r\n\tใช้จ่าย ๑,๒๙๐ บาท  ร้อยละ ๙๙\r\n"
READ = "บันทึกข้อความ\n\n\tใช้จ่าย ๑,๒๙๐ บาท  ร้อยละ ๙๙\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_text_is_read_in_every_encoding_thai_files_come_in(write: Write, encoding: str) -> None:
    assert read_memo(write("made_up.txt", TEXT.encode(encoding))) == READ


def test_lines_of_a_text_stay_its_lines(write: Write) -> None:
    text = read_memo(write("made_up.txt", "หนึ่ง\n\n\nสี่\fหน้าใหม่\x85\u2028เจ็ด"))
    assert text.split("\n")[3] == "สี่ หน้าใหม่"
    assert text.splitlines() == text.split("\n")  # nothing else is taken for a line end


@pytest.mark.parametrize(
    ("copied", "meant"),
    [
        ("จ านวน ๕ คน", "จำนวน ๕ คน"),  # sara am as Word's PDFs give it
        ("ส ํานัก น้ ำ", "สำนัก น้ำ"),
        ("สํานัก นํ้า", "สำนัก น้ำ"),  # in two parts
        ("ผู\uf70b\u200bเข\uf70bา", "ผู้เข้า"),  # marks shifted by an old font
        ("เเผน ที่ ดี", "แผน ที่ ดี"),
        ("ปี\u00a0๒๕๖๘", "ปี ๒๕๖๘"),
    ],
)
def test_thai_copied_from_old_files_is_spelled_right(write: Write, copied: str, meant: str) -> None:
    assert read_memo(write("made_up.txt", copied)) == meant


def test_columns_parted_by_spaces_stay_apart(write: Write) -> None:
    assert read_memo(write("made_up.txt", "สป.     ๙๒.๘๐\tผ่าน")) == "สป.     ๙๒.๘๐\tผ่าน"


def test_markdown_keeps_its_lines_and_loses_its_signs(write: Write) -> None:
    page = """# หัวเรื่อง #

ใช้จ่าย **๑,๒๙๐** บาท ([ที่มา](https://example.org/a_(b)) "x")
> ร้อยละ *๙๙.๙๒* ~~๙๙.๙๙~~ `๑๐๐` 2*3*4 <br>
![ภาพ ๕ คน](data:image/png;base64,AAAA)
<!-- ซ่อน ๑ บาท
ซ่อน ๒ บาท -->
| หน่วยงาน | คะแนน |
|:---|---:|
| **สป.** | ๙๒.๘๐ \\| ก |
- ข้อ ๑\\.
"""
    lines = read_memo(write("made_up.md", page)).split("\n")
    assert lines == [
        "หัวเรื่อง",
        "",
        'ใช้จ่าย ๑,๒๙๐ บาท (ที่มา "x")',
        "ร้อยละ ๙๙.๙๒ ๙๙.๙๙ ๑๐๐ 2*3*4 ",
        "",
        "",
        "",
        "หน่วยงาน\tคะแนน",
        "",
        "สป.\t๙๒.๘๐ | ก",
        "- ข้อ ๑.",
        "",
    ]


PAGE = """<!doctype html><html><head><title>ชื่อ ๑ บาท</title><style>p { width: 2px }</style>
<script>var a = "<p>๓ บาท</p>";</script></head><body>
<h1>ผลการ<b>ดำเนินงาน</b></h1>
<p>ใช้จ่าย <span>๗๓,</span>๐๖๐&nbsp;บาท<br>ร้อยละ
  ๙๙.๙๒ <span hidden>๔ บาท</span><del>๕ บาท</del><img src="data:image/png;base64,AA==" alt="๖ คน"></p>
<p style="display:none">๗ บาท</p>
<table><caption>ตาราง</caption><thead><tr><th>หน่วยงาน<th>คะแนน<th>ผล</thead>
<tr><td rowspan="2">สป.</td><td>๙๒.๘๐</td><td><p>ผ่าน</p><p>ดี</p></td></tr>
<tr><td colspan="2">รวม</td></tr></table>
ท้าย<ul><li>ก<li>ข</ul></body></html>"""


def test_html_gives_what_a_reader_sees(write: Write) -> None:
    assert read_memo(write("made_up.html", PAGE)).split("\n\n") == [
        "ผลการดำเนินงาน",
        "ใช้จ่าย ๗๓,๐๖๐ บาท\nร้อยละ ๙๙.๙๒",
        "ตาราง",
        "หน่วยงาน\tคะแนน\tผล\nสป.\t๙๒.๘๐\tผ่าน ดี\n\tรวม",
        "ท้าย",
        "ก",
        "ข",
    ]


def test_html_in_the_thai_code_page_is_read(write: Write) -> None:
    page = '<meta charset="tis-620"><p>ใช้จ่าย ๕ บาท</p>'
    assert read_memo(write("made_up.htm", page.encode("cp874"))) == "ใช้จ่าย ๕ บาท"


def test_a_table_within_a_table_and_what_is_never_closed(write: Write) -> None:
    page = "<table><tr><td>ก<table><tr><td>ข<td>ค</table>ง<td>จ<tr><td colspan=99999999>ฉ"
    assert read_memo(write("made_up.html", page)) == "ก ข ค ง\tจ\nฉ"
