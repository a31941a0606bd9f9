"""Opening the files of a raw folder: what each really is, and its sheets. Files are only ever read, never written."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import python_calamine

from itaanalysis.intake import ods_parts, xlsx_parts
from itaanalysis.intake.sheet import Sheet, encode
from itaanalysis.reference import decode

SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}
NOT_DATA = {"corrections.csv"}
"""Files of a raw folder that say something about the data and hold none."""

LARGEST_UNPACKED = 500_000_000
"""Bytes a file may hold once unpacked."""
LARGEST_AREA = 10_000_000
"""Cells between A1 and the last filled row and column of a sheet."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OF_ZIP = {".xlsx", ".xlsm", ".xlsb", ".ods"}


class UnreadableFile(Exception):
    """A file that cannot be read. `code` is the kind of problem, `reason` what the reader said of it."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason


def raw_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files of a folder in the order of their names: those to read, and those no table can be in.

    Hidden files and the lock files of office programs are left out.
    """
    if not folder.is_dir():
        return [], []
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    data = [path for path in files if path.suffix.lower() in SPREADSHEETS and path.name not in NOT_DATA]
    other = [path for path in files if path.suffix.lower() not in SPREADSHEETS | {".toml", ".md"}]
    return data, other


def read_file(path: Path) -> Iterator[Sheet]:
    """The sheets of a workbook, or the one table of a CSV file.

    Raises UnreadableFile for a file that is damaged, locked with a password, too large, or not what its ending says.
    """
    try:
        with path.open("rb") as file:
            start = file.read(8)
        if path.stat().st_size > LARGEST_UNPACKED:
            raise UnreadableFile("file-too-large")
        if path.suffix.lower() == ".csv":
            yield _csv(path, start)
        else:
            yield from _workbook(path, start)
    except OSError as error:
        raise UnreadableFile("file-unreadable", error.strerror or str(error)) from error


def _workbook(path: Path, start: bytes) -> Iterator[Sheet]:
    ending = path.suffix.lower()
    if start.startswith(_OLE) and ending in _OF_ZIP:
        # A password turns a workbook into an OLE container; so does saving an old .xls under a new ending.
        encrypted = b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00" in path.read_bytes()
        raise UnreadableFile("file-encrypted" if encrypted else "file-not-what-it-says")
    if (ending in _OF_ZIP) != start.startswith(_ZIP) or (ending == ".xls" and not start.startswith(_OLE)):
        raise UnreadableFile("file-not-what-it-says" if start else "file-unreadable", "" if start else "0 bytes")
    try:
        files = xlsx_parts.sheet_files(path, LARGEST_UNPACKED) if start.startswith(_ZIP) else {}
        told = ods_parts.read(path) if ending == ".ods" else {}
        with python_calamine.CalamineWorkbook.from_path(path) as book, ThreadPoolExecutor(max_workers=1) as beside:
            for position, about in enumerate(book.sheets_metadata):
                if about.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    name = about.name
                    xml = xlsx_parts.sheet_xml(path, files[name]) if name in files else b""
                    # The cell reader makes room for the whole area, so that this has to come before it.
                    if xlsx_parts.area(xml) > LARGEST_AREA:
                        raise UnreadableFile("file-too-large")
                    parts = beside.submit(xlsx_parts.read, xml)
                    cells = book.get_sheet_by_index(position)
                    yield _sheet(path, about, cells, told.get(name) or parts.result())
    except xlsx_parts.TooLarge as error:
        raise UnreadableFile("file-too-large") from error
    except python_calamine.PasswordError as error:
        raise UnreadableFile("file-encrypted") from error
    except (python_calamine.CalamineError, zipfile.BadZipFile, zlib.error, ValueError) as error:
        raise UnreadableFile("file-unreadable", str(error)) from error


def _sheet(
    path: Path,
    about: python_calamine.SheetMetadata,
    sheet: python_calamine.CalamineSheet,
    parts: xlsx_parts.SheetParts,
) -> Sheet:
    found = Sheet(
        file=path.name,
        name=about.name,
        **encode(sheet.iter_rows, sheet.width, left=sheet.start[1] if sheet.start else 0),
        merges=[(*first, *last) for first, last in sheet.merged_cell_ranges or []],
        visible=about.visible == python_calamine.SheetVisibleEnum.Visible,
        hidden_rows=parts.hidden_rows,
        formulas_without_value=parts.formulas_without_value,
    )
    for row, column, error in parts.errors:
        # The cell reader leaves these blank, and a blank would pass for "not stated".
        if row < found.height and column < found.width:
            found.put(row, column, error)
    return found


def _csv(path: Path, start: bytes) -> Sheet:
    """A CSV file as a sheet named after it. UTF-8 with or without BOM, UTF-16 with BOM, or the Thai code page cp874."""
    if start.startswith((_ZIP, _OLE)):
        raise UnreadableFile("file-not-what-it-says")
    content = path.read_bytes()
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("file-not-what-it-says")
    text = decode(content)
    if text is None:
        raise UnreadableFile("file-unreadable", "neither UTF-8 nor cp874")
    rows = _rows(text)
    return Sheet(path.name, path.stem, **encode(lambda: rows, len(rows[0]) if rows else 0))


def _rows(text: str) -> list[list[Any]]:
    separator = max(",;\t", key=text[:10_000].count)
    try:
        rows: list[list[Any]] = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableFile("file-unreadable", str(error)) from error
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
