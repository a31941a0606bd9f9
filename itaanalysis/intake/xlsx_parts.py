"""What an .xlsx says of its sheets and the cell reader does not tell: area, hidden rows, formulas without value."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LAST_ROW = re.compile(rb'<row[^>]* r="(\d+)"')
_TWO_LETTERS = re.compile(rb'<c r="([A-Z]{2,3})\d')
_HIDDEN_ROW = re.compile(rb'<row(?=[^>]* hidden="(?:1|true)")[^>]* r="(\d+)"')
_FORMULA_ALONE = re.compile(
    rb'<c(?=[^>]* r="([A-Z]{1,3})(\d+)")(?![^>]* t="str")[^>]*>'
    rb"\s*<f(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_ERROR = re.compile(
    rb'<c(?=[^>]* r="([A-Z]{1,3})(\d+)")(?=[^>]* t="e")[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>'
)
_ONE_LETTER_COLUMNS = 26


class TooLarge(Exception):
    """The file unpacks to more than it may."""


@dataclass(frozen=True)
class SheetParts:
    """Of one sheet, 0-based: hidden rows, formulas without value, errors as (row, column, text): (7, 2, '#REF!')."""

    hidden_rows: frozenset[int] = frozenset()
    formulas_without_value: tuple[tuple[int, int], ...] = ()
    errors: tuple[tuple[int, int, str], ...] = ()


def sheet_files(path: Path, largest: int) -> dict[str, str]:
    """The file in the package that holds each sheet, by its name; none for a workbook of another make (.xlsb, .ods).

    Raises TooLarge when the file unpacks to more than `largest` bytes, zipfile.BadZipFile when it is damaged.
    """
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > largest:
            raise TooLarge
        return _sheet_files(package)


def sheet_xml(path: Path, part: str) -> bytes:
    """A sheet's file in the package. Raises zipfile.BadZipFile when it is damaged."""
    with zipfile.ZipFile(path) as package:
        return package.read(part)


def read(xml: bytes) -> SheetParts:
    """What the file of a sheet says of its rows and cells."""
    # Looking for what few sheets have is quick; taking it apart is not.
    hidden = _HIDDEN_ROW.findall(xml) if b" hidden=" in xml else []
    alone = _FORMULA_ALONE.findall(xml) if _has_formulas(xml) else []
    errors = _ERROR.findall(xml) if b't="e"' in xml else []
    return SheetParts(
        hidden_rows=frozenset(int(number) - 1 for number in hidden),
        formulas_without_value=tuple((int(line) - 1, _number(letters) - 1) for letters, line in alone),
        errors=tuple((int(line) - 1, _number(letters) - 1, text.decode()) for letters, line, text in errors),
    )


def _sheet_files(package: zipfile.ZipFile) -> dict[str, str]:
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    try:
        relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        workbook = ElementTree.fromstring(package.read("xl/workbook.xml"))
    except ElementTree.ParseError as error:
        raise zipfile.BadZipFile(str(error)) from error
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    files = {}
    for sheet in workbook.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in names:
            files[sheet.get("name", "")] = part
    return files


def area(xml: bytes) -> int:
    """Cells between A1 and the last row and column that the file of a sheet names."""
    last = xml.rfind(b"<row ")
    row = _LAST_ROW.match(xml, last) if last >= 0 else None
    return (int(row[1]) if row else 0) * _last_column(xml)


def _has_formulas(xml: bytes) -> bool:
    # Nothing else between the rows of numbers and shared texts is written with an f, and one byte is found at once.
    return xml.find(b"f", xml.find(b"<sheetData"), xml.rfind(b"</sheetData")) >= 0 and b"<f" in xml


def _last_column(xml: bytes) -> int:
    """Number of the last column with a cell. The sheet is gone through once, from each column to one beyond it."""
    last = position = 0
    while last < _ONE_LETTER_COLUMNS:
        beyond = re.compile(rb'<c r="([%c-Z]|[A-Z]{2,3})\d' % (ord("A") + last))
        found = beyond.search(xml, position)
        if not found:
            return last
        last, position = _number(found[1]), found.end()
    return max(map(_number, _TWO_LETTERS.findall(xml)), default=last)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
