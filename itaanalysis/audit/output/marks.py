"""The memo cut into lines and cells whose figures are marked, ready to be written as a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from itaanalysis.audit.finding import Finding
from itaanalysis.audit.output.names import VERDICTS

_ORDER = {verdict: position for position, verdict in enumerate(VERDICTS)}
_LINE = re.compile(r"[^\n]*")
_CELL = re.compile(r"[^\t]*")


@dataclass(frozen=True)
class Mark:
    """One place of the memo with all that was found there, the gravest first."""

    start: int
    end: int
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """The gravest verdict."""
        return self.findings[0].verdict


@dataclass(frozen=True)
class Piece:
    """Text of one line or cell, marked or plain. A mark that runs over a line end is several pieces."""

    text: str
    mark: Mark | None = None
    begins: bool = False
    ends: bool = False


@dataclass(frozen=True)
class Line:
    """A line of the memo by its 1-based number; a table row has several cells."""

    number: int
    cells: tuple[tuple[Piece, ...], ...]

    @property
    def is_row(self) -> bool:
        """Whether the line is the row of a table."""
        return len(self.cells) > 1


@dataclass
class Block:
    """Lines of text, or the rows of one table."""

    is_table: bool
    lines: list[Line] = field(default_factory=list)


def marks(findings: Sequence[Finding]) -> list[Mark]:
    """The places of the findings in order; findings that overlap share one."""
    found: list[Mark] = []
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        if found and finding.start < found[-1].end:
            last = found.pop()
            together = sorted((*last.findings, finding), key=lambda one: _ORDER[one.verdict])
            found.append(Mark(last.start, max(last.end, finding.end), tuple(together)))
        else:
            found.append(Mark(finding.start, finding.end, (finding,)))
    return found


def marked_blocks(text: str, places: Sequence[Mark]) -> list[Block]:
    """The memo block by block. Blank lines are kept; a table is the rows that follow one another."""
    blocks: list[Block] = []
    for line in _lines(text, places):
        if not blocks or blocks[-1].is_table != line.is_row:
            blocks.append(Block(line.is_row))
        blocks[-1].lines.append(line)
    return blocks


def _lines(text: str, places: Sequence[Mark]) -> Iterator[Line]:
    start, number, first = 0, 1, 0
    while start <= len(text):
        line = _LINE.match(text, start)
        assert line is not None  # the pattern matches an empty line too
        while first < len(places) and places[first].end <= start:
            first += 1
        cells, at = [], start
        for cell in line[0].split("\t"):
            cells.append(tuple(_pieces(text, at, at + len(cell), places[first:])))
            at += len(cell) + 1
        yield Line(number, tuple(cells))
        start, number = line.end() + 1, number + 1


def _pieces(text: str, start: int, end: int, places: Sequence[Mark]) -> Iterator[Piece]:
    at = start
    for mark in places:
        if mark.start >= end:
            break
        left, right = max(mark.start, start), min(mark.end, end)
        if left >= right:
            continue
        if at < left:
            yield Piece(text[at:left])
        yield Piece(text[left:right], mark, begins=left == mark.start, ends=right == mark.end)
        at = right
    if at < end:
        yield Piece(text[at:end])
