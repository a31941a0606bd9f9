"""A LibreOffice text as blocks: text, tables, text boxes and notes where they stand, headers before and footers after.

Read straight from the XML of the package (OpenDocument 1.3 part 3): converters drop text boxes and headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from itaanalysis.audit.formats.lines import WIDEST_SPAN, Cell, one_line, paragraph, table
from itaanalysis.audit.formats.package import DamagedFile, LockedFile, Package

_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE, _DRAW, _STYLE = (
    f"{{{_OPEN}{name}:1.0}}" for name in ("office", "text", "table", "drawing", "style")
)
_SVG = f"{{{_OPEN}svg-compatible:1.0}}"
_PARAGRAPHS = {_TEXT + "p", _TEXT + "h"}
_SKIPPED = {
    *(_TEXT + name for name in ("tracked-changes", "page-number", "page-count", "note-citation", "hidden-text")),
    _OFFICE + "annotation", _SVG + "title", _SVG + "desc",
}  # fmt: skip
_HANGING = {_DRAW + "text-box", _TEXT + "note-body"}
_SPACES = re.compile(r"[ \t\r\n]+")
_LETTER = re.compile(r"[^\W\d_]")


def odt_blocks(path: Path) -> list[str]:
    """The paragraphs and tables of an .odt file. Tracked deletions and comments are left out.

    Raises DamagedFile, LockedFile or TooLargeFile.
    """
    with Package(path) as package:
        if "META-INF/manifest.xml" in package.names and _is_locked(package.xml("META-INF/manifest.xml")):
            raise LockedFile
        body = package.xml("content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise DamagedFile
        styles = package.xml("styles.xml") if "styles.xml" in package.names else None
        return [*_edge(styles, "header"), *_blocks(body), *_edge(styles, "footer")]


def _is_locked(manifest: Element) -> bool:
    return any(element.tag.endswith("}encryption-data") for element in manifest.iter())


def _edge(styles: Element | None, name: str) -> list[str]:
    """Headers or footers of all page styles, each once; one without a letter is the number of the page."""
    pages = styles.iter(f"{_STYLE}master-page") if styles is not None else ()
    kinds = (name, f"{name}-left", f"{name}-first")
    parts = (part for page in pages for kind in kinds for part in page.iter(_STYLE + kind))
    blocks = dict.fromkeys(block for part in parts for block in _blocks(part))
    return [block for block in blocks if _LETTER.search(block)]


def _blocks(parent: Element) -> list[str]:
    blocks: list[str] = []
    for child in parent:
        if child.tag in _PARAGRAPHS:
            blocks += _paragraph(child)
        elif child.tag == _TABLE + "table":
            blocks += table(_rows(child))
        elif child.tag not in _SKIPPED:
            blocks += _blocks(child)
    return blocks


def _paragraph(element: Element) -> list[str]:
    """A paragraph, then the blocks of the text boxes and notes that hang on it."""
    text: list[str] = []
    hanging: list[str] = []

    def walk(parent: Element) -> None:
        text.append(_SPACES.sub(" ", parent.text or ""))
        for child in parent:
            if child.tag in _HANGING:
                hanging.extend(_blocks(child))
            elif child.tag in _PARAGRAPHS:  # the text of a shape
                hanging.extend(_paragraph(child))
            elif child.tag == _TEXT + "s":
                text.append(" ")
            elif child.tag == _TEXT + "tab":
                text.append("\t")
            elif child.tag == _TEXT + "line-break":
                text.append("\n")
            elif child.tag not in _SKIPPED:
                walk(child)
            text.append(_SPACES.sub(" ", child.tail or ""))

    walk(element)
    return paragraph("".join(text)) + hanging


def _rows(parent: Element) -> Iterator[list[Cell]]:
    for child in parent:
        if child.tag == _TABLE + "table-row":
            yield [cell for element in child for cell in _cells(element)]
        elif child.tag not in _SKIPPED:  # header rows and groups of rows
            yield from _rows(child)


def _cells(element: Element) -> list[Cell]:
    """A cell as often as it is repeated. What a spanning cell covers is in the file as a covered cell."""
    if element.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        return []
    repeated = element.get(_TABLE + "number-columns-repeated", "1")
    times = min(int(repeated), WIDEST_SPAN) if repeated.isdecimal() else 1
    return [Cell(one_line(_blocks(element)))] * times
