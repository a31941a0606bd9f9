"""A web page as blocks of text: what a reader sees of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from itaanalysis.audit.formats.lines import Cell, one_line, paragraph, table


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSEEN = _names("""
    audio canvas datalist del head iframe math noscript object s script select strike style svg template textarea title
    video
""")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_INLINE = _names("""
    a abbr b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark meter nobr output q ruby s
    samp small span strike strong sub sup time tt u var wbr
""")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DATA = re.compile(r"""\bsrc(?:set)?\s*=\s*(?:"data:[^"]*"|'data:[^']*')""", re.IGNORECASE)


def html_blocks(markup: str) -> list[str]:
    """The paragraphs and tables of an HTML page.

    Scripts, styles, hidden and struck-out parts and pictures with their alternative texts are left out.
    """
    page = _Page()
    page.feed(_DATA.sub("", markup))
    page.close()
    return page.blocks()


@dataclass
class _Table:
    """A table that is open: the blocks read before it, its rows, and what the open cell spans."""

    outside: list[str]
    rows: list[list[Cell]] = field(default_factory=list)
    cell: tuple[int, int] | None = None


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[str] = []
        self._text: list[str] = []
        self._tables: list[_Table] = []
        self._dropping: list[str] = []
        self._preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropping:
            if tag == self._dropping[0]:
                self._dropping.append(tag)
            return
        given = {name: value or "" for name, value in attrs}
        unseen = tag in _UNSEEN or "hidden" in given or _HIDDEN.search(given.get("style", ""))
        if unseen and tag not in _VOID:
            self._end_block(tag not in _INLINE)
            self._dropping.append(tag)
            return
        if tag == "br":
            self._text.append("\n")
        self._end_block(tag not in _INLINE and tag != "br")
        self._preformatted += tag == "pre"
        if tag == "table":
            self._tables.append(_Table(outside=self._done))
            self._done = []
        elif tag == "tr" and self._tables:
            self._end_cell()
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._end_cell()
            self._tables[-1].cell = (_number(given.get("colspan")), _number(given.get("rowspan")))

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag == self._dropping[0]:
                self._dropping.pop()
            return
        self._end_block(tag not in _INLINE and tag != "br")
        if tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag in ("td", "th", "tr") and self._tables:
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self._text.append(data if self._preformatted else re.sub(r"\s+", " ", data))

    def blocks(self) -> list[str]:
        self._end_block(True)
        while self._tables:
            self._end_table()
        return self._done

    def _end_block(self, ends: bool) -> None:
        if ends and self._text:
            self._done += paragraph("".join(self._text))
            self._text = []

    def _end_cell(self) -> None:
        its = self._tables[-1]
        if its.cell is None:
            # Text between rows, such as a caption, stands by itself before the table.
            its.outside += self._done
        else:
            columns, rows = its.cell
            its.rows = its.rows or [[]]
            its.rows[-1].append(Cell(one_line(self._done), columns, rows))
            its.cell = None
        self._done = []

    def _end_table(self) -> None:
        self._end_cell()
        its = self._tables.pop()
        self._done = its.outside + table(its.rows)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else 1
