"""A Word file as blocks: text, tables, text boxes and notes where they stand, headers before and footers after.

Read straight from the XML of the package (ECMA-376 part 1, chapter 17): converters drop text boxes or headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from itaanalysis.audit.formats.lines import Cell, one_line, paragraph, table
from itaanalysis.audit.formats.package import DamagedFile, Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_HEAD_OR_FOOT = re.compile(r"word/(header|footer)\d*\.xml")
_LETTER = re.compile(r"[^\W\d_]")

_SKIPPED = {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr"))}
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "ptab": "\t"}
_TEXT, _PARAGRAPH, _RUN, _TABLE, _BOX = (_W + name for name in ("t", "p", "r", "tbl", "txbxContent"))
_NOTE_MARKS = {_W + "footnoteReference": "footnotes", _W + "endnoteReference": "endnotes"}

Notes = dict[str, dict[str, list[str]]]


def docx_blocks(path: Path) -> list[str]:
    """The paragraphs and tables of a .docx file. Deletions that are tracked, hidden text and comments are left out.

    Raises DamagedFile, LockedFile or TooLargeFile.
    """
    with Package(path) as package:
        names = package.names
        notes = {kind: _notes(package, kind) for kind in _NOTE_MARKS.values() if f"word/{kind}.xml" in names}
        body = package.xml(_BODY).find(_W + "body")
        if body is None:
            raise DamagedFile
        edges: dict[str, list[str]] = {"header": [], "footer": []}
        for name in names:
            if found := _HEAD_OR_FOOT.fullmatch(name):
                blocks = edges[found[1]]
                # Every section repeats them; one without a letter is the number of the page.
                its = _blocks(package.xml(name), {})
                blocks += [block for block in its if block not in blocks and _LETTER.search(block)]
        return [*edges["header"], *_blocks(body, notes), *edges["footer"]]


def _notes(package: Package, kind: str) -> dict[str, list[str]]:
    return {note.get(_W + "id", ""): _blocks(note, {}) for note in package.xml(f"word/{kind}.xml")}


def _blocks(parent: Element, notes: Notes) -> list[str]:
    blocks: list[str] = []
    for child in parent:
        if child.tag == _PARAGRAPH:
            blocks += _paragraph(child, notes)
        elif child.tag == _TABLE:
            blocks += table(_rows(child, notes))
        elif child.tag not in _SKIPPED:
            blocks += _blocks(child, notes)
    return blocks


def _paragraph(element: Element, notes: Notes) -> list[str]:
    """A paragraph, then the blocks of the text boxes and notes that hang on it."""
    text: list[str] = []
    hanging: list[str] = []

    def walk(parent: Element) -> None:
        for child in parent:
            if child.tag == _TEXT or child.tag.endswith("/math}t"):
                text.append(child.text or "")
            elif child.tag in _SIGNS:
                text.append(_SIGNS[child.tag])
            elif child.tag == _BOX:
                hanging.extend(_blocks(child, notes))
            elif child.tag in _NOTE_MARKS:
                hanging.extend(notes.get(_NOTE_MARKS[child.tag], {}).get(child.get(_W + "id", ""), []))
            elif child.tag not in _SKIPPED and not _is_hidden(child):
                walk(child)

    walk(element)
    return paragraph("".join(text)) + hanging


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish") if run.tag == _RUN else None
    return vanish is not None and vanish.get(_W + "val", "true") not in ("0", "false", "off")


def _rows(element: Element, notes: Notes) -> Iterator[list[Cell]]:
    for row in _inside(element, "tr"):
        yield [_cell(cell, notes) for cell in _inside(row, "tc")]


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those wrapped into content controls or tracked as inserted."""
    for child in parent:
        if child.tag == _W + name:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _inside(child, name)


def _cell(element: Element, notes: Notes) -> Cell:
    span = element.find(f"{_W}tcPr/{_W}gridSpan")
    columns = span.get(_W + "val", "1") if span is not None else "1"
    # A cell merged with the one above it is a cell of its own in the file, and empty.
    return Cell(one_line(_blocks(element, notes)), int(columns) if columns.isdecimal() else 1)
