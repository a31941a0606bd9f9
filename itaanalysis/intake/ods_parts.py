"""What an .ods says of its sheets and the cell reader does not tell: hidden rows and error values."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from itaanalysis.intake.xlsx_parts import SheetParts

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_KIND_OF_VALUE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"


def read(path: Path) -> dict[str, SheetParts]:
    """The parts of each sheet by its name.

    Raises zipfile.BadZipFile when the file is damaged, ValueError when its content is not XML.
    """
    with zipfile.ZipFile(path) as package:
        if "content.xml" not in package.namelist():
            return {}
        content = package.read("content.xml")
    try:
        document = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    return {table.get(f"{_TABLE}name", ""): _parts(table) for table in document.iter(f"{_TABLE}table")}


def _parts(table: ElementTree.Element) -> SheetParts:
    hidden: set[int] = set()
    errors: list[tuple[int, int, str]] = []
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        if line.get(f"{_TABLE}visibility", "visible") != "visible" and any(text.text for text in line.iter(_PARAGRAPH)):
            hidden.add(row)
        errors += [(row, column, text) for column, text in _errors(line)]
        row += int(line.get(f"{_TABLE}number-rows-repeated", 1))
    return SheetParts(hidden_rows=frozenset(hidden), errors=tuple(errors))


def _errors(line: ElementTree.Element) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in line:
        if cell.tag not in _CELLS:
            continue
        if cell.get(_KIND_OF_VALUE) == "error":
            yield column, "".join(cell.itertext())
        column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
