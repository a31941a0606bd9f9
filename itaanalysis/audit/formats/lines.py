"""Text as every format gives it: blocks that are a paragraph or a table, their Thai in its one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from itaanalysis.thai.text import normalise

WIDEST_SPAN = 100
"""Columns or rows a cell may span; a larger number is a slip or an attack."""

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
_OTHER_SPACES = re.compile(r"[^\S\n\t ]")
_WORDS = re.compile(r"\S+")
# A vowel or mark never begins a Thai word. Word's PDFs draw ำ in two parts and call the first one a space: ท างาน.
_SARA_AM_TORN = re.compile("(?<=[ก-ฮ])([่้๊๋]?) +\u0e4d?า")
_MARK_TORN_OFF = re.compile("(?<=[ก-ฮ]) +(?=[ัิ-ฺ็-๎ำ])|(?<=[่้๊๋]) +(?=ำ)")


@dataclass(frozen=True)
class Cell:
    """A table cell: its text, and how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


def mend(text: str) -> str:
    """`text` line by line as it was, with `\\n` between lines, plain spaces and tabs, and Thai in its one spelling.

    Glyphs of old Thai fonts become letters, a sara am torn in two is put together, marks stand in order, invisible
    characters go. No line is added or taken away, and spaces that part columns stay.

    >>> mend("จ านวน\\u200b  สํานัก\\r\\nน้ ํา")
    'จำนวน  สำนัก\\nน้ำ'
    """
    text = _OTHER_SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _MARK_TORN_OFF.sub("", _SARA_AM_TORN.sub(r"\1ำ", text))
    return _WORDS.sub(lambda word: normalise(word[0]), text)


def paragraph(text: str) -> list[str]:
    """One paragraph as a block, none where it is empty: no space at either end of a line, none doubled.

    Tabs inside part columns.
    """
    lines = ("\t".join(" ".join(part.split()) for part in line.strip().split("\t")) for line in text.split("\n"))
    text = "\n".join(line for line in lines if line)
    return [text] if text else []


def one_line(blocks: Iterable[str]) -> str:
    """The blocks of one cell as one piece of text."""
    return " ".join(" ".join(block.split()) for block in blocks).strip()


def table(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """One table as a block: a line a row, cells parted by tabs.

    A cell that spans several is written once, in the first of its places, and the others stay empty, so that a column
    keeps its position in every row. Rows without text are left out.
    """
    lines: list[str] = []
    below: dict[int, int] = {}  # column: rows it is still covered from above
    for row in rows:
        cells: dict[int, str] = {}
        column = 0
        covered = {place: left - 1 for place, left in below.items() if left > 1}
        for cell in row:
            while column in below:
                column += 1
            cells[column] = one_line([cell.text])
            for place in range(column, column + min(max(cell.columns, 1), WIDEST_SPAN)):
                if cell.rows > 1:
                    covered[place] = min(cell.rows, WIDEST_SPAN) - 1
                column = place + 1
        line = "\t".join(cells.get(place, "") for place in range(max(cells, default=-1) + 1))
        lines += [line.rstrip("\t")] if line.strip() else []
        below = covered
    return ["\n".join(lines)] if lines else []
