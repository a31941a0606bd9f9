"""A Word file as blocks: text, tables, text boxes and notes where they stand, headers before and footers after.

Read straight from the XML of the package (ECMA-376 part 1, chapter 17): converters drop text boxes or headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from itaanalysis.audit.formats.docx_numbers import ListNumbers
from itaanalysis.audit.formats.lines import Cell, one_line, paragraph, table
from itaanalysis.audit.formats.package import DamagedFile, Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_PARTS = {_BODY, *(f"word/{name}.xml" for name in ("footnotes", "endnotes", "numbering", "styles"))}
_EDGES = ("header", "footer")
_HEAD_OR_FOOT = re.compile(r"word/(header|footer)\d*\.xml")
_LETTER = re.compile(r"[^\W\d_]")

_SKIPPED = {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr"))}
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "ptab": "\t"}
_PARAGRAPH, _RUN, _TABLE, _BOX = (_W + name for name in ("p", "r", "tbl", "txbxContent"))
_TEXTS = {_W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_NOTE_MARKS = {_W + "footnoteReference": "footnotes", _W + "endnoteReference": "endnotes"}


def docx_blocks(path: Path) -> list[str]:
    """The paragraphs and tables of a .docx file, with the numbers Word gives to lists.

    Deletions that are tracked, hidden text and comments are left out. Raises DamagedFile, LockedFile or TooLargeFile.
    """
    with Package(path) as package:
        parts = {name: package.xml(name) for name in package.names if name in _PARTS or _HEAD_OR_FOOT.fullmatch(name)}
        body = parts[_BODY].find(_W + "body") if _BODY in parts else None
    if body is None:
        raise DamagedFile
    reader = _Reader(parts)
    edges = {kind: _edge(reader, [part for name, part in parts.items() if f"/{kind}" in name]) for kind in _EDGES}
    return [*edges["header"], *reader.blocks(body), *edges["footer"]]


def _edge(reader: _Reader, parts: Iterable[Element]) -> list[str]:
    """Blocks of headers or of footers, each once; one without a letter is the number of the page."""
    blocks = dict.fromkeys(block for part in parts for block in reader.blocks(part))
    return [block for block in blocks if _LETTER.search(block)]


class _Reader:
    """Reads blocks in the order of the file: the numbers of lists are counted on the way."""

    def __init__(self, parts: Mapping[str, Element]) -> None:
        self._numbers = ListNumbers(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
        self._notes = {
            (kind, note.get(_W + "id")): note
            for kind in _NOTE_MARKS.values()
            for note in parts.get(f"word/{kind}.xml", ())
        }

    def blocks(self, parent: Element) -> list[str]:
        """The paragraphs and tables inside an element."""
        blocks: list[str] = []
        for child in parent:
            if child.tag == _PARAGRAPH:
                blocks += self._paragraph(child)
            elif child.tag == _TABLE:
                blocks += table(self._rows(child))
            elif child.tag not in _SKIPPED:
                blocks += self.blocks(child)
        return blocks

    def _paragraph(self, element: Element) -> list[str]:
        """A paragraph, then the blocks of the text boxes and notes that hang on it."""
        text: list[str] = []
        hanging: list[str] = []

        def walk(parent: Element) -> None:
            for child in parent:
                if child.tag in _TEXTS:
                    text.append(child.text or "")
                elif child.tag in _SIGNS:
                    text.append(_SIGNS[child.tag])
                elif child.tag == _BOX:
                    hanging.extend(self.blocks(child))
                elif child.tag in _NOTE_MARKS:
                    note = self._notes.get((_NOTE_MARKS[child.tag], child.get(_W + "id")))
                    hanging.extend(self.blocks(note) if note is not None else [])
                elif child.tag not in _SKIPPED and not _is_hidden(child):
                    walk(child)

        walk(element)
        label = self._numbers.label(element)
        return [f"{label} {block}".lstrip() for block in paragraph("".join(text))] + hanging

    def _rows(self, element: Element) -> Iterator[list[Cell]]:
        for row in _inside(element, "tr"):
            yield [Cell(one_line(self.blocks(cell)), _columns(cell)) for cell in _inside(row, "tc")]


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish") if run.tag == _RUN else None
    return vanish is not None and vanish.get(_W + "val", "true") not in ("0", "false", "off")


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those wrapped into content controls or tracked as inserted."""
    for child in parent:
        if child.tag == _W + name:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _inside(child, name)


def _columns(cell: Element) -> int:
    """How many columns a cell spans. One merged with the cell above it is a cell of its own in the file, and empty."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    columns = span.get(_W + "val", "1") if span is not None else "1"
    return int(columns) if columns.isdecimal() else 1
