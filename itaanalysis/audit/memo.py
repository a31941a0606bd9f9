"""A memo's text cut into passages: paragraphs, list items and the cells of its tables.

A passage is one line of tidy text (one spelling, Arabic digits, single spaces) that still knows where each of its
characters stands in the memo, whatever lines and pages it runs over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from itaanalysis.thai.text import normalise, to_arabic_digits, unify_dashes

_PIECES = re.compile(r"[0-9๐-๙]+|[\s\u00a0\u200b\ufeff]+|[^\s\u00a0\u200b\ufeff0-9๐-๙]+")
_LABEL = re.compile(
    r"(?:\*\*)?\(?(?P<label>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?: ?\([0-9]{1,2}\))?)[.):]?(?=[ *]|[ก-๙A-Za-z])"
)
_BULLET = re.compile(r"(?:\*\*)?[-•●▪■◦➤►▶✓☑☐*·–—]+ ?\S")
_OPENER = re.compile(r"(?:ครั้งที่|กิจกรรมย่อยที่|กิจกรรมที่|ข้อที่|ส่วนที่|ด้านที่|ตารางที่|แผนภูมิที่|ภาคผนวก|เรื่อง |เรียน )")
_FIGURE_FIRST = re.compile(
    r"[0-9][0-9,]*(?:\.[0-9]+)? ?(?:(?:คะแนน|บาท|คน|ราย|ท่าน|แห่ง|ครั้ง|%|ล้านบาท)(?![ก-ฮ])|หน่วยงาน (?:ไม่|และ|ได้แก่))"
)
_UNFINISHED = re.compile(r"(?:จำนวน|ร้อยละ|ไม่น้อยกว่า|(?<![0-9] )(?<![0-9])คะแนน|เป็นเงิน|วันที่|พ\.ศ\.)$")
_BROKEN_NUMBER = re.compile(r"[0-9](?:,\n[0-9]{3}(?![0-9])|\.\n[0-9]{1,2}(?![0-9.)]))")
_ITEM = re.compile(r"[*(]*[0-9.]*[.)]?[-•●▪■◦➤►▶✓☑☐·–—]?")
_TOTAL = re.compile(r"(?:รวม(?!ถึง|กับ|พลัง)|total )", re.IGNORECASE)
_LONGEST_LINE = 140
"""Characters; a longer line was broken by no page: it is a paragraph of its own."""

_LONGEST_HEADING = 70
_HEADING_ROWS = 3
_WORDY = 8
"""Characters of a heading to each digit in it: ส่วนต่างจากเกณฑ์ ๘๕ is one, ร้อยละ ๑๐๐ is not."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, an item of a list or a cell, and the rows and headings it stands among.

    `offsets` holds the place in the memo of every character of `text`. `opens` says that a new item begins here,
    `label` is its number (`1.2`). A cell knows its row (`row`, the cells of it), and the `heading` of its column.
    """

    text: str
    offsets: Sequence[int]
    opens: bool = False
    label: str = ""
    follows: bool = False
    row: tuple[str, ...] = ()
    column: int = -1
    heading: str = ""
    table: int = -1

    @property
    def bullet(self) -> str:
        """What an item begins with: its number and brackets, or its bullet."""
        found = _ITEM.match(self.text)
        return found[0] if found else ""

    @property
    def totals(self) -> bool:
        """Whether it says what the items, or rows, before it add up to: รวมทั้ง ๔ ครั้ง …"""
        first = next((cell for cell in self.row if cell), "") if self.column >= 0 else self.text
        return _TOTAL.match(first) is not None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` stands in the memo."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True)
class Memo:
    """The text of a memo and its passages in order."""

    text: str
    passages: tuple[Passage, ...]
    _breaks: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str) -> Memo:
        """Cut a text up. Lines with tabs are rows of a table, the others prose; `\\f` parts pages."""
        breaks = tuple(found.end() for found in re.finditer(r"\n|\f", text))
        return cls(text, tuple(_passages(text)), breaks)

    def line(self, offset: int) -> int:
        """The 1-based line of a place in the text; a page break does not begin a line of its own."""
        return (
            self.text.count("\n", 0, offset) + 1
            if not self._breaks
            else 1 + sum(1 for at in self._breaks[: bisect_right(self._breaks, offset)] if self.text[at - 1] == "\n")
        )


def tidy(text: str, start: int = 0) -> tuple[str, list[int]]:
    """`text` on one line in one spelling with Arabic digits, and the place (from `start`) of each character of it.

    >>> tidy("จำนวน  ๑,๒๙๐ บาท")[0]
    'จำนวน 1,290 บาท'
    """
    shown: list[str] = []
    offsets: list[int] = []
    for piece in _PIECES.finditer(text):
        typed, at = piece.group(), start + piece.start()
        if typed[0].isdigit():
            spelled = to_arabic_digits(typed)
        elif typed.strip("\u200b\ufeff").strip() == "":
            spelled = " " if shown and shown[-1] != " " and typed.strip("\u200b\ufeff") else ""
        else:
            spelled = _spelled(typed)
        shown.extend(spelled)
        offsets.extend(at + min(i, len(typed) - 1) for i in range(len(spelled)))
    while shown and shown[-1] == " ":
        shown.pop(), offsets.pop()
    return "".join(shown), offsets


@lru_cache(maxsize=20_000)
def _spelled(typed: str) -> str:
    return unify_dashes(normalise(typed))


def _lines(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in re.split(r"[\n\f]", text):
        yield line, at
        at += len(line) + 1


def _passages(text: str) -> Iterator[Passage]:
    prose: list[tuple[str, list[int], bool]] = []
    rows: list[list[tuple[str, list[int]]]] = []
    gap, tables, last = True, 0, ""
    lines = [*_lines(text), ("", len(text))]
    for number, (line, at) in enumerate(lines):
        if "\t" in line or (rows and _parts_a_table(lines, number)):
            yield from _paragraph(prose)
            prose, last, gap = [], "", True
            rows.append(_cells(line, at))
            continue
        if rows:
            yield from _table(rows, tables)
            rows, tables = [], tables + 1
        shown, offsets = tidy(line, at)
        if not shown:
            gap = True
            continue
        joins = bool(prose) and _joins(last, shown, gap) and not (_opens(prose[0][0]) and _TOTAL.match(shown))
        if prose and not joins:
            yield from _paragraph(prose)
            prose = []
        prose.append((shown, offsets, gap))
        last, gap = shown, len(shown) > _LONGEST_LINE
    yield from _paragraph(prose)
    if rows:
        yield from _table(rows, tables)


def _parts_a_table(lines: Sequence[tuple[str, int]], number: int) -> bool:
    """Whether a line without a tab is a row of one cell: the rows before and after it have as many cells."""
    before, (line, _), after = lines[number - 1][0], lines[number], lines[number + 1 : number + 2]
    return bool(line.strip() and after) and before.count("\t") == after[0][0].count("\t") > 0


def _joins(last: str, line: str, gap: bool) -> bool:
    """Whether a line goes on with the sentence of the one before it."""
    if _FIGURE_FIRST.match(line) or _UNFINISHED.search(last) or _is_broken(last, line):
        return True
    return not gap and len(last) <= _LONGEST_LINE and not _opens(line)


def _is_broken(last: str, line: str) -> bool:
    """Whether a number goes on in the next line: 1,288, | 999.22."""
    return bool(_BROKEN_NUMBER.match(f"{last[-2:]}\n{line}"))


def _opens(line: str) -> bool:
    return bool(_BULLET.match(line) or _OPENER.match(line.lstrip("*- ")) or _label(line))


def _label(line: str) -> str:
    found = _LABEL.match(line)
    if not found or _FIGURE_FIRST.match(line):
        return ""
    return found["label"].replace(" ", "")


def _paragraph(lines: list[tuple[str, list[int], bool]]) -> Iterator[Passage]:
    if not lines:
        return
    shown, offsets = lines[0][0], list(lines[0][1])
    for text, places, _ in lines[1:]:
        if not _is_broken(shown, text):
            shown, offsets = shown + " ", [*offsets, places[0]]
        shown, offsets = shown + text, [*offsets, *places]
    first = lines[0][0]
    yield Passage(shown, offsets, opens=_opens(first), label=_label(first), follows=not lines[0][2])


def _cells(line: str, at: int) -> list[tuple[str, list[int]]]:
    cells = []
    for cell in line.split("\t"):
        cells.append(tidy(cell, at))
        at += len(cell) + 1
    return cells


def _table(rows: list[list[tuple[str, list[int]]]], number: int) -> Iterator[Passage]:
    headings: list[list[str]] = []
    body = False
    for cells in rows:
        shown = tuple(text for text, _ in cells)
        if (
            not body
            and len(headings) < _HEADING_ROWS
            and (_is_heading(shown) or (not headings and _names_a_mark(shown)))
        ):
            headings.append(_spread(shown) if not headings else list(shown))
            continue
        body = True
        for column, (text, offsets) in enumerate(cells):
            if text:
                yield Passage(text, offsets, opens=True, row=shown, column=column,
                              heading=_heading(headings, column), table=number)  # fmt: skip


def _is_heading(cells: Sequence[str]) -> bool:
    """A row of a few words in each cell, with no more figures than years and the numbers in brackets of a heading."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or max(map(len, filled)) > _LONGEST_HEADING:
        return False
    bare = [re.sub(r"\(.*?\)|(?:พ\.ศ\. ?)?2[0-9]{3}|FY[0-9]{4}", "", cell) for cell in filled]
    return all(len(re.findall("[0-9]", cell)) * _WORDY <= len(cell) for cell in bare)


def _names_a_mark(cells: Sequence[str]) -> bool:
    """A first row of words of which a single one names a number, such as the pass mark: ห่างจาก ๘๕."""
    filled = [cell for cell in cells if cell]
    numbered = [cell for cell in filled if re.search("[0-9]", cell)]
    words = [re.sub("[^ก-๙A-Za-z]", "", cell) for cell in numbered]
    return (
        len(filled) > _HEADING_ROWS and len(numbered) == 1 and len(words[0]) > 2 * len(re.findall("[0-9]", numbered[0]))
    )


def _spread(cells: Sequence[str]) -> list[str]:
    """A heading merged over several columns stands over each of them."""
    spread: list[str] = []
    for cell in cells:
        spread.append(cell or (spread[-1] if spread else ""))
    return spread


def _heading(headings: list[list[str]], column: int) -> str:
    """The headings over a column, the nearest first."""
    over = [row[column] for row in headings[::-1] if column < len(row) and row[column]]
    return " | ".join(dict.fromkeys(over))
