"""Rows of tables: which of them are headings, and each cell below them under the heading of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.memo.spelling import tidy

Cells = list[tuple[str, list[int]]]

_HEADING_ROWS = 3
"""Rows of headings at most; a table of nothing but words has one."""
_LONGEST_HEADING = 70
_WORDY = 8
"""Characters of a heading to each digit in it: ส่วนต่างจากเกณฑ์ ๘๕ is one, ร้อยละ ๑๐๐ is not."""
_NO_FIGURE = re.compile(r"\(.*?\)|(?:พ\.ศ\. ?)?2[0-9]{3}|FY[0-9]{4}")


def cells(line: str, at: int) -> Cells:
    """The cells of a row that stands at the place `at`, each tidy and with its places."""
    found = []
    for cell in line.split("\t"):
        found.append(tidy(cell, at))
        at += len(cell) + 1
    return found


def is_lone_cell(lines: Sequence[tuple[str, int]], number: int) -> bool:
    """Whether a line without a tab is a row of one cell: the rows before and after it have as many cells."""
    before, (line, _), after = lines[number - 1][0], lines[number], lines[number + 1 : number + 2]
    return bool(line.strip() and after) and before.count("\t") == after[0][0].count("\t") > 0


def table(rows: Sequence[Cells], number: int) -> Iterator[Passage]:
    """The cells of the table of a `number`, row by row, without those of its headings and without empty ones."""
    words_only = all(_is_heading([text for text, _ in row]) for row in rows)
    headings: list[list[str]] = []
    body = False
    for row in rows:
        shown = tuple(text for text, _ in row)
        if not body and len(headings) < (1 if words_only else _HEADING_ROWS) and _heads(shown, first=not headings):
            headings.append(list(shown) if headings else _spread(shown))
            continue
        body = True
        for column, (text, offsets) in enumerate(row):
            if text:
                yield Passage(text, offsets, opens=True, row=shown, column=column,
                              heading=_heading(headings, column), table=number)  # fmt: skip


def _heads(row: Sequence[str], first: bool) -> bool:
    return _is_heading(row) or (first and _names_a_mark(row))


def _is_heading(row: Sequence[str]) -> bool:
    """A row of a few words in each cell, with no more figures than years and the numbers in brackets of a heading."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2 or max(map(len, filled)) > _LONGEST_HEADING:
        return False
    return all(len(re.findall("[0-9]", cell)) * _WORDY <= len(cell) for cell in (_NO_FIGURE.sub("", c) for c in filled))


def _names_a_mark(row: Sequence[str]) -> bool:
    """A first row of words of which a single one names a number, such as the pass mark: ห่างจาก ๘๕."""
    filled = [cell for cell in row if cell]
    numbered = [cell for cell in filled if re.search("[0-9]", cell)]
    if len(filled) <= _HEADING_ROWS or len(numbered) != 1:
        return False
    return len(re.sub("[^ก-๙A-Za-z]", "", numbered[0])) > 2 * len(re.findall("[0-9]", numbered[0]))


def _spread(row: Sequence[str]) -> list[str]:
    """A heading merged over several columns stands over each of them."""
    spread: list[str] = []
    for cell in row:
        spread.append(cell or (spread[-1] if spread else ""))
    return spread


def _heading(headings: Sequence[Sequence[str]], column: int) -> str:
    """The headings over a column, the nearest first."""
    over = [row[column] for row in headings[::-1] if column < len(row) and row[column]]
    return " | ".join(dict.fromkeys(over))
