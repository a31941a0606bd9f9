"""The look for faults in Office files finds each kind of fault, put into a sound file on purpose."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from docx import Document

from .open_xml import faults


@pytest.fixture(scope="module")
def made_up_docx() -> bytes:
    document = Document()
    document.add_paragraph("ข้อความสมมติ", style="Heading 1")
    document.add_table(rows=1, cols=2)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def changed(package: bytes, part: str, old: str, new: str) -> bytes:
    """`package` with `old` replaced once in a part of it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode("utf-8", "surrogateescape")
            assert name != part or old in data
            target.writestr(
                name, (data.replace(old, new, 1) if name == part else data).encode("utf-8", "surrogateescape")
            )
    return written.getvalue()


def test_a_sound_file_has_none(made_up_docx: bytes) -> None:
    assert faults(made_up_docx) == []


_DEFAULT = '<Default Extension="xml" ContentType="application/xml"/>'
_CELL = '<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="4320"/></w:tcPr><w:p/></w:tc>'


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("[Content_Types].xml", _DEFAULT, 2 * _DEFAULT, "content type of xml is there 2 times"),
        ("[Content_Types].xml", 'PartName="/word/styles.xml"', 'PartName="/word/other.xml"', "told of word/other.xml"),
        (
            "word/_rels/document.xml.rels",
            'Target="styles.xml"',
            'Target="other.xml"',
            "nothing leads to word/styles.xml",
        ),
        ("word/document.xml", 'w:val="Heading1"', 'w:val="Heading99"', "style Heading99 is not there"),
        (
            "word/document.xml",
            '<w:pStyle w:val="Heading1"/>',
            '<w:keepNext/><w:pStyle w:val="Heading1"/>',
            "keepNext pStyle",
        ),
        ("word/document.xml", "<w:p/></w:tc>", "</w:tc>", "does not end in a paragraph"),
        ("word/document.xml", "<w:p><w:pPr>", '<w:bookmarkStart w:id="7" w:name="a"/><w:p><w:pPr>', "bookmark 7"),
        (
            *("word/document.xml", "<w:r><w:t>", '<w:hyperlink w:anchor="nowhere"/><w:r><w:t>'),
            "a link leads to the bookmark nowhere",
        ),
        ("word/document.xml", "<w:r><w:t>", '<w:hyperlink r:id="rId99"/><w:r><w:t>', "points at rId99"),
        ("word/document.xml", "<w:r><w:t>", '<w:numId w:val="99"/><w:r><w:t>', "list 99 is not there"),
    ],
)
def test_each_fault_is_found(made_up_docx: bytes, part: str, old: str, new: str, told: str) -> None:
    found = faults(changed(made_up_docx, part, old, new))
    assert any(told in fault for fault in found), found


def test_a_font_out_of_order_is_found() -> None:
    written = io.BytesIO()
    openpyxl.Workbook().save(written)  # openpyxl writes the name first
    assert [fault for fault in faults(written.getvalue()) if "x:font" in fault]
