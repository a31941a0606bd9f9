"""The text of a memo and its passages in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.memo.prose import Paragraphs
from itaanalysis.audit.memo.tables import Cells, cells, is_lone_cell, table


@dataclass(frozen=True)
class Memo:
    """The text of a memo, its passages, and where its lines end."""

    text: str
    passages: tuple[Passage, ...]
    _line_ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Memo:
        """Cut a text up. Lines with tabs are rows of a table, the others prose; `\\f` parts pages."""
        return cls(text, tuple(_passages(text)), tuple(found.start() for found in re.finditer("\n", text)))

    def line(self, offset: int) -> int:
        """The 1-based line of a place in the text; a page break does not begin a line of its own."""
        return 1 + bisect_left(self._line_ends, offset)


def _passages(text: str) -> Iterator[Passage]:
    prose = Paragraphs()
    rows: list[Cells] = []
    tables = 0
    lines = [*_lines(text), ("", len(text))]
    for number, (line, at) in enumerate(lines):
        if "\t" in line or (rows and is_lone_cell(lines, number)):
            yield from prose.end()
            rows.append(cells(line, at))
            continue
        if rows:
            yield from table(rows, tables)
            rows, tables = [], tables + 1
        yield from prose.add(line, at)
    yield from prose.end()


def _lines(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in re.split(r"[\n\f]", text):
        yield line, at
        at += len(line) + 1
