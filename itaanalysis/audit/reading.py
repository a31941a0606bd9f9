"""Reading a memo: its text line by line, whatever program wrote it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from itaanalysis.audit.formats.kinds import kind_of
from itaanalysis.audit.formats.lines import mend
from itaanalysis.audit.formats.package import DamagedFile, LockedFile, TooLargeFile
from itaanalysis.errors import UserError
from itaanalysis.workspace import WorkspaceError

LARGEST_FILE = 200_000_000
"""Bytes of a memo with its pictures."""
LARGEST_TEXT = 5_000_000
"""Characters of a memo: more than a thousand pages."""


class MemoError(UserError):
    """A memo that cannot be read. One sentence in Thai and one in English."""


class NoMemoError(WorkspaceError):
    """What was named is no memo: not there, a folder, or of a kind that is not read. A sentence in either language."""


@dataclass(frozen=True)
class MemoFile:
    """A memo as read: the name of its file, its text, and what of it could not be read, in Thai and English."""

    name: str
    text: str
    unread: tuple[str, str] | None = None


def read_memo(path: str | os.PathLike[str]) -> str:
    """The text of a memo: .txt, .md, .docx, .odt, .html, or .pdf with a text layer.

    Of .txt and .md every line is the line of the file. Otherwise a paragraph is a line with an empty one after it; of
    .pdf a paragraph, or a line of one, is a line. A table row is a line with tabs between its cells. Lines end in
    `\\n`, Thai is in its one spelling.

    Raises NoMemoError when there is no such file or its kind is not read, MemoError when it cannot be read.
    """
    return open_memo(path).text


def open_memo(path: str | os.PathLike[str]) -> MemoFile:
    """The memo with its name and what of it could not be read; the rest as `read_memo`."""
    path = Path(path)
    reader = _reader(path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TooLargeFile
        text, unread = reader(path)
        if len(text) > LARGEST_TEXT:
            raise TooLargeFile
    except TooLargeFile as error:
        raise MemoError(f"{path.name}: ไฟล์ใหญ่เกินไป โปรดแบ่งเป็นไฟล์ย่อย\n{path.name} is too large: split it.") from error
    except LockedFile as error:
        raise MemoError(
            f"{path.name}: ไฟล์ตั้งรหัสผ่านไว้ โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน\n"
            f"{path.name} is locked with a password: save it without one."
        ) from error
    except (DamagedFile, RecursionError) as error:
        raise _damaged(path) from error
    text = mend(text)
    if not text.strip():
        raise _empty(path)
    return MemoFile(path.name, text, unread)


def _empty(path: Path) -> MemoError:
    return MemoError(f"{path.name}: ไม่มีข้อความในไฟล์\n{path.name} holds no text.")


def _damaged(path: Path) -> MemoError:
    """A file that is empty, of another kind than its name says, or broken."""
    name, kind = path.name, kind_of(path)
    if not path.stat().st_size:
        return _empty(path)
    if kind in _READERS and kind != path.suffix.lower():
        return MemoError(
            f"{name}: เนื้อในเป็นไฟล์ {kind} ไม่ตรงกับนามสกุล โปรดเปลี่ยนนามสกุลเป็น {kind}\n"
            f"{name} is a {kind} file inside: let its name end in {kind}."
        )
    if kind not in _READERS and kind:
        return MemoError(
            f"{name}: เนื้อในเป็นไฟล์ {kind} ซึ่งอ่านไม่ได้ โปรดบันทึกใหม่เป็น .docx หรือ .pdf\n"
            f"{name} is a {kind} file inside, which is not read: save it as .docx or .pdf."
        )
    return MemoError(
        f"{name}: เปิดอ่านไม่ได้ ไฟล์เสียหรือเนื้อในไม่ตรงกับนามสกุล โปรดบันทึกใหม่จากโปรแกรมเดิม\n"
        f"{name} cannot be read: it is damaged or not what its ending says; save it anew from its program."
    )


_PARAGRAPH_END = "\n\n"
_Read = tuple[str, tuple[str, str] | None]


def _reader(path: Path) -> Callable[[Path], _Read]:
    if path.is_dir():
        raise NoMemoError(
            f"{path} เป็นโฟลเดอร์ โปรดระบุไฟล์บันทึกหรือรายงาน\n{path} is a folder: name the file of a memo or report."
        )
    if not path.exists():
        raise NoMemoError(f"ไม่พบไฟล์ {path} โปรดตรวจชื่อและที่เก็บ\nThere is no file {path}: check its name and place.")
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(_READERS)
        raise NoMemoError(
            f"{path.name}: อ่านไฟล์นามสกุลนี้ไม่ได้ โปรดบันทึกเป็นแบบใดแบบหนึ่งใน {known}\n"
            f"{path.name}: this kind of file is not read; save it as one of {known}."
        )
    return reader


def _plain(path: Path) -> str:
    from itaanalysis.reference import decode

    content = path.read_bytes()
    text = None if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")) else decode(content)
    if text is None:
        raise DamagedFile
    return text


def _text(path: Path) -> _Read:
    return _plain(path), None


def _markdown(path: Path) -> _Read:
    from itaanalysis.audit.formats.markdown import plain_lines

    return plain_lines(mend(_plain(path))), None


def _html(path: Path) -> _Read:
    from itaanalysis.audit.formats.html import html_blocks

    return _PARAGRAPH_END.join(html_blocks(_plain(path))), None


def _docx(path: Path) -> _Read:
    from itaanalysis.audit.formats.docx import docx_blocks

    return _PARAGRAPH_END.join(docx_blocks(path)), None


def _odt(path: Path) -> _Read:
    from itaanalysis.audit.formats.odt import odt_blocks

    return _PARAGRAPH_END.join(odt_blocks(path)), None


def _pdf(path: Path) -> _Read:
    from itaanalysis.audit.formats.pdf import pdf_lines

    lines, blank = pdf_lines(path)
    if not lines:
        raise MemoError(
            f"{path.name}: ไม่มีข้อความในไฟล์ น่าจะเป็นภาพสแกน โปรดใช้ไฟล์ต้นฉบับหรือทำ OCR ก่อน\n"
            f"{path.name} holds no text; it seems to be a scan: use the original file, or run OCR on it first."
        )
    if not blank:
        return "\n".join(lines), None
    pages = ", ".join(map(str, blank))
    return "\n".join(lines), (f"หน้า {pages} ไม่มีข้อความ จึงไม่ได้ตรวจ", f"page {pages} holds no text and was not read")


_READERS: dict[str, Callable[[Path], _Read]] = {
    ".txt": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".docx": _docx,
    ".odt": _odt,
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
}
