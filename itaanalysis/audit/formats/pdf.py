"""A PDF with a text layer as lines, page after page.

What a PDF holds is glyphs at places. PDFium gives their characters; `pdf_glyphs` puts them together into runs,
`pdf_rows` runs into table rows, `pdf_paragraphs` lines into paragraphs.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from itaanalysis.audit.formats.package import DamagedFile, LockedFile
from itaanalysis.audit.formats.pdf_glyphs import Glyph
from itaanalysis.audit.formats.pdf_rows import page_lines
from itaanalysis.thai.text import to_arabic_digits

_Turn = Callable[[float, float], tuple[float, float]]
# From places on the sheet, whose edges are given, to places on the page, by how far the sheet is turned clockwise.
_TURNS: dict[int, Callable[[float, float, float, float], _Turn]] = {
    0: lambda left, bottom, right, top: lambda x, y: (x - left, y - bottom),
    90: lambda left, bottom, right, top: lambda x, y: (y - bottom, right - x),
    180: lambda left, bottom, right, top: lambda x, y: (right - x, top - y),
    270: lambda left, bottom, right, top: lambda x, y: (top - y, x - left),
}

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:หน้า\s*)?(\d{1,4})[-–—\s]*")
_DASHED = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]")
_HYPHEN_AT_LINE_END = "\x02"  # what PDFium leaves in place of the hyphen of a word parted by a line end


def pdf_lines(path: Path) -> tuple[list[str], list[int]]:
    """The lines of a PDF, and the numbers of its pages (from 1) that hold no text, such as scanned ones.

    Page numbers at the head or foot of a page are left out. Raises DamagedFile or LockedFile.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise LockedFile if "password" in str(error).lower() else DamagedFile from error
    try:
        pages = [_page(document, number) for number in range(len(document))]
    finally:
        document.close()
    blank = [number for number, lines in enumerate(pages, start=1) if not lines]
    return [line for page in _without_page_numbers(pages) for line in page], blank


def _page(document: Any, number: int) -> list[str]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise DamagedFile from error
    try:
        return [_whole(line) for line in page_lines(_glyphs(text, page), page.get_width())]
    finally:
        text.close()
        page.close()


def _whole(text: str) -> str:
    """Characters that PDFium gives in two halves put together; a half alone becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _glyphs(text: Any, page: Any) -> Iterator[Glyph]:
    """Every character of a page with its place, in points from the left and the bottom as the page is read."""
    left, bottom, right, top = page.get_bbox()
    turn = _TURNS[page.get_rotation()](left, bottom, right, top)
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        along, base = turn(x.value, y.value)
        edges = (turn(box.left, box.bottom)[0], turn(box.right, box.top)[0])
        yield Glyph(
            char="-" if char == _HYPHEN_AT_LINE_END else char,
            left=min(along, *edges) if edges[0] != edges[1] else along,
            right=max(along, *edges),
            base=base,
            size=raw.FPDFText_GetFontSize(text, index),
            # Spaces and line ends PDFium makes up where glyphs stand apart have no place of their own.
            made_up=bool(raw.FPDFText_IsGenerated(text, index)),
        )


def _without_page_numbers(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the line that only numbers them: in dashes, or as many ahead of the page on two pages or more."""
    ahead = Counter(
        number - position
        for position, lines in enumerate(pages)
        for number in {_page_number(line) for line in (*lines[:1], *lines[-1:])}
        if number is not None
    )

    def numbers_page(line: str, position: int) -> bool:
        number = _page_number(line)
        return number is not None and (bool(_DASHED.fullmatch(to_arabic_digits(line))) or ahead[number - position] > 1)

    return [
        [line for place, line in enumerate(lines) if place not in (0, len(lines) - 1) or not numbers_page(line, number)]
        for number, lines in enumerate(pages)
    ]


def _page_number(line: str) -> int | None:
    found = _PAGE_NUMBER.fullmatch(to_arabic_digits(line))
    return int(found[1]) if found else None
