"""A memo that cannot be read is told in one sentence in each language, never by a traceback."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from itaanalysis.audit import reading
from itaanalysis.audit.formats import package
from itaanalysis.audit.reading import MemoError, NoMemoError, read_memo
from itaanalysis.errors import UserError

Write = Callable[[str, "str | bytes"], Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET, TEXT = (f"application/vnd.oasis.opendocument.{kind}" for kind in ("spreadsheet", "text"))


def sentences(error: pytest.ExceptionInfo[UserError], *words: str) -> None:
    lines = str(error.value).split("\n")
    assert len(lines) == 2
    assert any("ก" <= char <= "๙" for char in lines[0])
    assert lines[1].isascii()
    for word in words:
        assert word in lines[1]


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoMemoError) as error:
        read_memo(tmp_path / "nowhere.docx")
    sentences(error, "nowhere.docx", "no file")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NoMemoError) as error:
        read_memo(tmp_path)
    sentences(error, "folder")


@pytest.mark.parametrize("name", ["made_up.doc", "made_up.xlsx", "made_up"])
def test_a_kind_that_is_not_read_names_those_that_are(write: Write, name: str) -> None:
    with pytest.raises(NoMemoError) as error:
        read_memo(write(name, "x"))
    sentences(error, name, ".docx", ".pdf")


def made_up_zip(**parts: str) -> bytes:
    import io

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x", "x")
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("made_up.docx", b"not a zip"),
        ("made_up.docx", b"PK\x03\x04 torn"),
        ("made_up.docx", OLE + b"an old Word file"),
        ("made_up.docx", made_up_zip()),
        ("made_up.docx", made_up_zip(word__document_xml="<w:document")),
        ("made_up.docx", made_up_zip(word__document_xml="<document/>")),
        ("made_up.docx", made_up_zip(word__document_xml='<?xml version="1.0" encoding="x"?><a/>')),
        ("made_up.odt", b"not a zip"),
        ("made_up.odt", made_up_zip(content_xml="<x/>")),
        ("made_up.pdf", b"%PDF-1.4 torn"),
        ("made_up.pdf", b"not a pdf"),
        ("made_up.txt", b"\x00\x01\x02\xff"),
        ("made_up.txt", b"\xff\xfe\x00\xd8junk"),
        ("made_up.html", b"\xfc\xfd\xfe\x80\x81"),
        ("made_up.docx", made_up_zip(word__document_xml="<a>" * 9000 + "</a>" * 9000)),
    ],
)
def test_damaged_files(write: Write, name: str, content: bytes) -> None:
    with pytest.raises(MemoError) as error:
        read_memo(write(name, content))
    sentences(error, name)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("made_up.docx", b"%PDF-1.7", ("a .pdf file inside", "end in .pdf")),
        ("made_up.pdf", made_up_zip(word__document_xml="<a/>"), ("a .docx file inside", "end in .docx")),
        ("made_up.txt", made_up_zip(word__document_xml="<a/>"), ("a .docx file inside",)),
        ("made_up.docx", b"<html><body></body></html>", ("a .html file inside",)),
        ("made_up.docx", made_up_zip(xl__workbook_xml="<a/>"), ("a .xlsx file inside", "save it as .docx")),
        ("made_up.docx", made_up_zip(mimetype=SHEET, content_xml="<a/>"), ("a .ods file inside", "save it as .docx")),
        ("made_up.odt", made_up_zip(mimetype=SHEET, content_xml="<a/>"), ("a .ods file inside", "save it as .docx")),
        ("made_up.docx", made_up_zip(mimetype=TEXT, content_xml="<a/>"), ("a .odt file inside", "end in .odt")),
        ("made_up.docx", OLE + b"an old Word file", ("a .doc file inside", "save it as .docx")),
        ("made_up.docx", b"", ("no text",)),
        ("made_up.pdf", b"", ("no text",)),
    ],
)
def test_a_file_that_is_of_another_kind_than_its_name_says(
    write: Write, name: str, content: bytes, words: tuple[str, ...]
) -> None:
    with pytest.raises(MemoError) as error:
        read_memo(write(name, content))
    sentences(error, name, *words)


def test_no_change_of_a_byte_is_more_than_a_sentence(made_up_docx: Path, made_up_odt: Callable[..., Path]) -> None:
    # Bytes all over the file in turn: names, sizes, checksums, packed text and the table at the end are all met.
    for path in (made_up_docx, made_up_odt()):
        whole = path.read_bytes()
        for place in range(0, len(whole), max(97, len(whole) // 25)):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
            try:
                assert read_memo(path)
            except UserError as error:
                assert len(str(error).split("\n")) == 2


@pytest.mark.parametrize("name", ["made_up.txt", "made_up.md", "made_up.html", "made_up.htm"])
@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff"])
def test_empty_files(write: Write, name: str, content: str) -> None:
    with pytest.raises(MemoError) as error:
        read_memo(write(name, content))
    sentences(error, name, "no text")


def test_a_scan_says_it_is_one(made_up_old_pdf: Callable[..., Path]) -> None:
    with pytest.raises(MemoError) as error:
        read_memo(made_up_old_pdf([], []))
    sentences(error, "scan", "OCR")


def test_files_with_a_password(
    write: Write, made_up_odt: Callable[..., Path], made_up_pdf: Callable[[str], Path], tmp_path: Path
) -> None:
    writer = pypdf.PdfWriter(clone_from=made_up_pdf("๕ บาท"))
    writer.encrypt("made-up", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    word = write("locked.docx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    for path in (tmp_path / "locked.pdf", word, made_up_odt(locked=True)):
        with pytest.raises(MemoError) as error:
            read_memo(path)
        sentences(error, path.name, "password")


def test_too_large_a_file(write: Write, made_up_docx: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_TEXT", 10)
    with pytest.raises(MemoError) as error:
        read_memo(write("made_up.txt", "ใช้จ่าย ๑,๒๙๐ บาท"))
    sentences(error, "too large")
    monkeypatch.setattr(package, "LARGEST_PART", 1000)
    with pytest.raises(MemoError) as error:
        read_memo(made_up_docx)
    sentences(error, "too large")
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    with pytest.raises(MemoError) as error:
        read_memo(write("made_up.md", "ใช้จ่าย ๑,๒๙๐ บาท"))
    sentences(error, "too large")


def test_what_is_no_memo_is_wrong_usage_and_what_cannot_be_read_is_not() -> None:
    from itaanalysis.workspace import WorkspaceError

    assert issubclass(NoMemoError, WorkspaceError)
    assert not issubclass(MemoError, WorkspaceError)
