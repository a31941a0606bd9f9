"""Where the tables of a sheet are, and what each of its rows is: title, header, group, data, total or note.

A table is found by the words of its header row, wherever it starts and whatever the file and the sheet are called.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import numpy as np

from itaanalysis.intake.blocks import Block, RowKind
from itaanalysis.intake.codes import canonical_code
from itaanalysis.intake.header_match import Header
from itaanalysis.intake.sheet import Sheet, as_typed, is_blank
from itaanalysis.intake.side_by_side import tables_apart
from itaanalysis.intake.stacked_units import parted_by_unit
from itaanalysis.intake.stated_years import settle_years, year_in
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.text import match_key

_PAGE_NUMBER = re.compile(r"[-(]?(?:หน้า(?:ที่)?|page)?\d{1,3}[-)]?", re.IGNORECASE)


def find_blocks(sheet: Sheet, vocabulary: Vocabulary) -> list[Block]:
    """The tables of a sheet from the top, every non-empty row of the sheet accounted for in one of them.

    An empty list when the sheet has no header row that is known.
    """
    blocks = [
        block
        for part, headers in tables_apart(sheet, vocabulary)
        for block in _blocks_below_each_other(part, headers, vocabulary)
    ]
    settle_years(blocks)
    return [part for block in blocks for part in parted_by_unit(block, vocabulary)]


def _blocks_below_each_other(sheet: Sheet, headers: list[Header], vocabulary: Vocabulary) -> list[Block]:
    blocks: list[Block] = []
    for position, header in enumerate(headers):
        above = headers[position - 1].last + 1 if position else 0
        titles = _titles(sheet, above, header.first, vocabulary) if position else _filled(sheet, 0, header.first)
        named = blocks and titles and (blocks[-1].of_titled_unit or _names_a_year(sheet, titles))
        if position and _same_layout(blocks[-1], header) and not named:
            block = blocks[-1]
        else:
            block = Block(sheet, header.table, list(header.columns), list(header.unknown))
            blocks.append(block)
        block.kinds.update(dict.fromkeys(titles, "title"))
        block.kinds.update(dict.fromkeys(_filled(sheet, header.first, header.last + 1), "header"))
        end = headers[position + 1].first if position + 1 < len(headers) else sheet.height
        if position + 1 < len(headers):
            next_titles = _titles(sheet, header.last + 1, end, vocabulary)
            end = min(next_titles, default=end)
        _classify(block, header.last + 1, end, vocabulary)
    for block in blocks:
        _settle_groups(block)
    return blocks


def _names_a_year(sheet: Sheet, titles: list[int]) -> bool:
    return any(year_in(as_typed(value)) for row in titles for value in sheet.row(row))


def _same_layout(block: Block, header: Header) -> bool:
    """Whether a header only repeats the one of `block`, as after a page break."""
    return block.table == header.table and [(c.index, c.heading) for c in block.columns] == [
        (c.index, c.heading) for c in header.columns
    ]


def _filled(sheet: Sheet, start: int, end: int) -> list[int]:
    first, last = np.searchsorted(sheet.filled_rows, (start, end))
    rows: list[int] = sheet.filled_rows[first:last].tolist()
    return rows


def _titles(sheet: Sheet, start: int, end: int, vocabulary: Vocabulary) -> list[int]:
    """Rows right above a later header that are its title rather than the end of the table above."""
    titles: list[int] = []
    for row in range(end - 1, start - 1, -1):
        filled = [value for value in sheet.row(row) if not is_blank(value)]
        if not filled:
            if titles:
                break
            continue
        alone = len(filled) == 1 and isinstance(filled[0], str)
        if not alone or vocabulary.starts_with("note_row", filled[0]):
            break
        titles.append(row)
    return titles[::-1]


def _classify(block: Block, start: int, end: int, vocabulary: Vocabulary) -> None:
    """What each row is. Most are data: only a lone cell and a row that begins with a telling word are looked at."""
    sheet = block.sheet
    rows = np.array(_filled(sheet, start, end), dtype=int)
    filled = sheet.filled[rows]
    begun = np.column_stack([sheet.codes[rows, filled.argmax(axis=1)], sheet.codes[rows][:, _named_in(block)]])
    telling = np.zeros(len(sheet.values), dtype=bool)
    telling[begun] = True
    telling[telling] = [_is_telling(sheet.values[code], vocabulary) for code in np.flatnonzero(telling)]
    looked_at = rows[(filled.sum(axis=1) == 1) | telling[begun].any(axis=1)]
    block.kinds.update(dict.fromkeys(rows.tolist(), "data"))
    block.kinds.update({row: _kind(block, row, vocabulary) for row in looked_at.tolist()})


def _named_in(block: Block) -> list[int]:
    """The columns that say what a row is of: a total may be named there, behind its own figure in the first column."""
    role = {"activities": "name", "expenses": "item", "scores": "unit"}.get(block.table)
    return [column.index for column in block.columns if column.heading.role == role]


def _is_telling(value: Any, vocabulary: Vocabulary) -> bool:
    kinds = ("note_row", "total_row") if isinstance(value, str) else ()
    return any(vocabulary.starts_with(kind, value) for kind in kinds)


def _kind(block: Block, row: int, vocabulary: Vocabulary) -> RowKind:
    cells = block.cells(row)
    first = cells[0][1]
    text = first if isinstance(first, str) else ""
    if text and vocabulary.starts_with("note_row", text):
        return "note"
    if len(cells) == 1:
        kind = _lone(block, *cells[0], vocabulary)
        if kind != "numbered":
            return kind
        block.numbered.append(row)
        return "note"
    if text and _is_total(block, row, text, vocabulary):
        return "total"
    named = [value for index, value in cells[1:] if index in _named_in(block) and isinstance(value, str)]
    return "total" if any(_names_total(block, row, value, vocabulary) for value in named) else "data"


def _lone(block: Block, index: int, value: Any, vocabulary: Vocabulary) -> RowKind | Literal["numbered"]:
    """What a row of a single cell is. A lone text heads a group; `_settle_groups` makes it a note if nothing follows.

    A unit, tool or indicator that stands alone in its column waits for its figures: it is data. A number that counts
    rows waits for all of them.
    """
    role = next((column.heading.role for column in block.columns if column.index == index), "")
    if role in ("serial", "code") and canonical_code(value) and not any(map(str.isalpha, as_typed(value))):
        return "numbered"
    if not isinstance(value, str):
        return "data"
    if _PAGE_NUMBER.fullmatch(match_key(value)):
        return "note"
    readers: dict[str, Callable[[str], object]] = {
        "unit": vocabulary.unit,
        "tool": vocabulary.tool,
        "indicator": vocabulary.indicator,
    }
    return "data" if role in readers and readers[role](value) else "group"


def _is_total(block: Block, row: int, text: str, vocabulary: Vocabulary) -> bool:
    """A total row begins with a word for it; `รวมพลัง…` behind a code is the name of an activity."""
    if vocabulary.word("total_row", text):
        return True
    if block.table == "targets":
        return False  # `คะแนนเฉลี่ย ITA …` is a KPI
    label, _, _ = text.partition("(")
    named_by_code = block.has("code") and not is_blank(block.value(row, "code"))
    begins = vocabulary.starts_with("total_row", label) is not None
    return begins and (not named_by_code or block.value(row, "code") == text)


def _names_total(block: Block, row: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text behind other cells names a total: a word for it, or beginning with one where no code stands."""
    if block.table == "scores":
        return vocabulary.word("total_row", text) is not None  # no unit is called so
    numbered = [column for role in ("code", "serial") if (column := block.column(role))]
    if any(not is_blank(block.sheet.cell(row, column.index)) for column in numbered):
        return False
    return vocabulary.word("total_row", text) is not None or (
        bool(numbered) and vocabulary.starts_with("total_row", text) is not None
    )


def _settle_groups(block: Block) -> None:
    """A lone text with no data below it in its table is a note."""
    last = max(block.rows("data"), default=-1)
    block.kinds.update({row: "note" for row in block.rows("group") if row > last})
