"""Word and LibreOffice files: nothing a reader sees is lost, nothing a reader does not see is read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from itaanalysis.audit.reading import read_memo


def test_word_file_comes_out_block_by_block(made_up_docx: Path) -> None:
    assert read_memo(made_up_docx).split("\n\n") == [
        "สำเนาคู่ฉบับ ๕๐๐ ชุด",
        "ผลการดำเนินงาน",
        "ใช้จ่าย ๗๓,๐๖๐ บาท\tร้อยละ ๙๙.๙๒",
        "หน่วยงาน\tคะแนน\tผล\nสป.\t๙๒.๘๐\tผ่าน\nรวมทั้งสิ้น\t\t๑ แห่ง",
        "ข้างกล่อง",
        "ในกล่อง ๑๒ คน",
    ]


def test_odt_file_comes_out_block_by_block(made_up_odt: Callable[..., Path]) -> None:
    assert read_memo(made_up_odt()).split("\n\n") == [
        "สำเนาคู่ฉบับ",
        "ผลการดำเนินงาน",
        "ใช้จ่าย ๗๓,๐๖๐ บาท\tร้อยละ ๙๙.๙๒",
        "ปัดเศษ ๒ ตำแหน่ง",
        "หน่วยงาน\tคะแนน\tผล\nรวม ทั้งสิ้น\t\t๑ แห่ง",
        "ข้างกล่อง",
        "ในกล่อง ๑๒ คน",
        "ในรูป ๑๓ คน",
        "ก่อนหลัง",
    ]


def test_footnotes_of_word_stand_after_their_paragraph(made_up_docx: Path, tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>รวมค่าเดินทาง ๙ บาท</w:t></w:r></w:p></w:footnote>'
    noted = tmp_path / "noted.docx"
    with zipfile.ZipFile(made_up_docx) as old, zipfile.ZipFile(noted, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = text.replace("ข้างกล่อง</w:t>".encode(), 'ข้างกล่อง</w:t><w:footnoteReference w:id="7"/>'.encode())
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", f"<w:footnotes {space}>{note}</w:footnotes>")
    assert "ข้างกล่อง\n\nรวมค่าเดินทาง ๙ บาท\n\nในกล่อง" in read_memo(noted)


def test_word_file_in_the_strict_form_is_read(made_up_docx: Path, tmp_path: Path) -> None:
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(made_up_docx) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            new.writestr(
                name, old.read(name).replace(transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    assert read_memo(strict) == read_memo(made_up_docx)


def test_cells_merged_downward_keep_the_columns(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "สป.", "๙๒.๘๐", "๙๓.๗๘"
    table.cell(0, 0).merge(table.cell(1, 0))
    document.save(str(tmp_path / "made_up.docx"))
    assert read_memo(tmp_path / "made_up.docx") == "สป.\t๙๒.๘๐\n\t๙๓.๗๘"


def made_up_list(tmp_path: Path, levels: list[tuple[int, str, str]], paragraphs: list[tuple[int, str]]) -> str:
    """A Word file whose paragraphs (level, text) are one list, as read. A level is (start, format, how it looks)."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        "</w:lvl>"
        for depth, (start, form, text) in enumerate(levels)
    )
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for name in ("abstractNum", "num"):
        for element in numbering.findall(qn(f"w:{name}")):
            numbering.remove(element)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbering.append(parse_xml(f'<w:abstractNum {space} w:abstractNumId="4">{written}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {space} w:numId="9"><w:abstractNumId w:val="4"/></w:num>'))
    for level, text in paragraphs:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        if level >= 0:
            reference = f'<w:numPr {space}><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>'
            properties.append(parse_xml(reference))
    document.save(str(tmp_path / "made_up_list.docx"))
    return read_memo(tmp_path / "made_up_list.docx")


def test_numbers_word_gives_to_lists_are_read(tmp_path: Path) -> None:
    levels = [(2, "thaiNumbers", "%1."), (1, "thaiNumbers", "%1.%2"), (1, "thaiLetters", "(%3)"), (1, "bullet", "•")]
    read = made_up_list(
        tmp_path,
        levels,
        [
            (0, "สอง"), (1, "สองหนึ่ง"), (-1, "คั่น"), (1, "สองสอง"), (2, "ก"), (2, "ข"), (2, "ค"), (3, "จุด"),
            (0, "สาม"), (1, "สามหนึ่ง"), (2, "ก อีก"),
        ],
    )  # fmt: skip
    assert read.split("\n\n") == [
        "๒. สอง", "๒.๑ สองหนึ่ง", "คั่น", "๒.๒ สองสอง", "(ก) ก", "(ข) ข", "(ค) ค", "จุด", "๓. สาม", "๓.๑ สามหนึ่ง", "(ก) ก อีก",
    ]  # fmt: skip


def test_roman_and_latin_numbers_of_lists(tmp_path: Path) -> None:
    levels = [(14, "upperRoman", "%1"), (27, "lowerLetter", "%2"), (9, "decimalZero", "%3"), (1, "none", "%4")]
    assert made_up_list(tmp_path, levels, [(0, "x"), (1, "x"), (2, "x"), (3, "x")]) == "XIV x\n\naa x\n\n09 x\n\nx"


def test_styles_number_their_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("หนึ่ง", "สอง"):
        document.add_paragraph(text, style="List Number")
    document.save(str(tmp_path / "made_up.docx"))
    assert read_memo(tmp_path / "made_up.docx") == "1. หนึ่ง\n\n2. สอง"
