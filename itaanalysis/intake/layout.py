"""Where the tables of a sheet are, and what each of its rows is: title, header, group, data, total or note.

A table is found by the words of its header row, wherever it starts and whatever the file and the sheet are called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.sheet import Sheet, is_blank
from itaanalysis.intake.vocabulary import Heading, Vocabulary
from itaanalysis.thai.text import match_key

RowKind = Literal["title", "header", "group", "data", "total", "note"]
ROW_KINDS: tuple[RowKind, ...] = ("title", "header", "group", "data", "total", "note")

_DEEPEST_HEADER = 3
_TABLES = ("activities", "expenses", "targets", "scores")


@dataclass(frozen=True)
class TableColumn:
    """A column of a found table: where it is, what it means, and its heading as typed."""

    index: int
    heading: Heading
    label: str


@dataclass
class Block:
    """One table found on a sheet: its columns, and what each of its non-empty rows is."""

    sheet: Sheet
    table: str
    columns: list[TableColumn]
    unknown: list[TableColumn]
    kinds: dict[int, RowKind] = field(default_factory=dict)

    def rows(self, kind: RowKind) -> list[int]:
        """0-based rows of a kind, from the top."""
        return sorted(row for row, its in self.kinds.items() if its == kind)

    def column(self, role: str) -> TableColumn | None:
        """The column with a meaning; None when the table has none."""
        return next((column for column in self.columns if column.heading.role == role), None)

    def keyed(self, role: str) -> list[TableColumn]:
        """The columns that stand for one unit, tool or indicator each."""
        return [column for column in self.columns if column.heading.role == role]

    def has(self, *roles: str) -> bool:
        """Whether the table has any of these columns."""
        return any(column.heading.role in roles for column in self.columns)

    def value(self, row: int, role: str) -> Any:
        """The cell of `row` in a column; '' when the table has no such column."""
        column = self.column(role)
        return self.sheet.cell(row, column.index) if column else ""

    def place(self, row: int, role: str) -> Place:
        """Where that cell is; the first cell of the row when the table has no such column."""
        column = self.column(role)
        return place(self.sheet, row, column.index) if column else self.first_cell(row)

    def first_cell(self, row: int) -> Place:
        """The first cell of a row of the table, which stands for the row as its source."""
        return place(self.sheet, row, min(column.index for column in self.columns))

    def cells(self, row: int) -> list[tuple[int, Any]]:
        """The non-empty cells of a row with their columns."""
        return [(index, value) for index, value in enumerate(self.sheet.rows[row]) if not is_blank(value)]

    def texts(self, kind: RowKind) -> list[tuple[int, str]]:
        """The rows of a kind with their text, cells joined by a space."""
        return [
            (row, " ".join(str(value) for _, value in self.cells(row) if isinstance(value, str)))
            for row in self.rows(kind)
        ]

    def grouped(self) -> Iterator[tuple[int, int | None]]:
        """Data rows, each with the row of the group heading it stands under (None before the first)."""
        group: int | None = None
        for row in sorted(self.kinds):
            if self.kinds[row] == "group":
                group = row
            elif self.kinds[row] == "data":
                yield row, group


@dataclass(frozen=True)
class _Header:
    table: str
    first: int
    last: int
    columns: tuple[TableColumn, ...]
    unknown: tuple[TableColumn, ...]


def find_blocks(sheet: Sheet, vocabulary: Vocabulary) -> list[Block]:
    """The tables of a sheet from the top, every non-empty row of the sheet accounted for in one of them.

    An empty list when the sheet has no header row that is known.
    """
    headers = list(_headers(sheet, vocabulary))
    blocks: list[Block] = []
    for position, header in enumerate(headers):
        above = headers[position - 1].last + 1 if position else 0
        titles = _titles(sheet, above, header.first, vocabulary) if position else _filled(sheet, 0, header.first)
        if position and not titles and _same_layout(blocks[-1], header):
            block = blocks[-1]
        else:
            block = Block(sheet, header.table, list(header.columns), list(header.unknown))
            blocks.append(block)
            block.kinds.update(dict.fromkeys(titles, "title"))
        block.kinds.update(dict.fromkeys(_filled(sheet, header.first, header.last + 1), "header"))
        end = headers[position + 1].first if position + 1 < len(headers) else len(sheet.rows)
        if position + 1 < len(headers):
            next_titles = _titles(sheet, header.last + 1, end, vocabulary)
            end = min(next_titles, default=end)
        _classify(block, header.last + 1, end, vocabulary)
    for block in blocks:
        _settle_groups(block)
    return blocks


def _headers(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[_Header]:
    shown = sheet.spread_merges()
    known: dict[str, bool] = {}
    row = 0
    while row < len(sheet.rows):
        header = None
        if _may_be_header(sheet.rows[row], vocabulary, known):
            header = _best_header(sheet, row, shown, vocabulary)
        if header:
            yield header
            row = header.last + 1
        else:
            row += 1


def _may_be_header(cells: list[Any], vocabulary: Vocabulary, known: dict[str, bool]) -> bool:
    """A cheap look: does any cell hold a known heading? Long sheets have few rows that do."""
    for value in cells:
        if isinstance(value, str) and value:
            if value not in known:
                known[value] = match_key(value) in vocabulary.heading_keys
            if known[value]:
                return True
    return False


def _best_header(
    sheet: Sheet, first: int, shown: dict[tuple[int, int], tuple[int, int]], vocabulary: Vocabulary
) -> _Header | None:
    best: _Header | None = None
    for last in range(first, min(first + _DEEPEST_HEADER, len(sheet.rows))):
        labels = _labels(sheet, first, last, shown)
        for table in _TABLES:
            header = _match(table, labels, first, last, vocabulary)
            if header and (best is None or _meanings(header) > _meanings(best)):
                best = header
    return best


def _meanings(header: _Header) -> int:
    return len({column.heading for column in header.columns})


def _labels(sheet: Sheet, first: int, last: int, shown: dict[tuple[int, int], tuple[int, int]]) -> dict[int, list[str]]:
    """For each column the texts of its header cells from the top, merged cells showing what they hide."""
    width = max(len(sheet.rows[row]) for row in range(first, last + 1))
    labels: dict[int, list[str]] = {index: [] for index in range(width)}
    for row in range(first, last + 1):
        left = ""
        for index in range(width):
            value = sheet.cell(*shown.get((row, index), (row, index)))
            text = value if isinstance(value, str) and not is_blank(value) else ""
            # A heading over several columns is not always merged; where there are words below, it reaches on.
            if not text and row < last and not is_blank(sheet.cell(last, index)):
                text = left
            left = text or left
            if text and (not labels[index] or labels[index][-1] != text):
                labels[index].append(text)
    return {index: texts for index, texts in labels.items() if texts}


def _match(table: str, labels: dict[int, list[str]], first: int, last: int, vocabulary: Vocabulary) -> _Header | None:
    columns: list[TableColumn] = []
    unknown: list[TableColumn] = []
    for index, texts in labels.items():
        whole = " ".join(texts)
        readings = [texts[-1], whole, *texts[:-1]]
        heading = next((found for text in readings if (found := vocabulary.heading(table, text))), None)
        if heading is None:
            unknown.append(TableColumn(index, Heading(""), whole))
        elif all(heading != column.heading for column in columns):
            columns.append(TableColumn(index, heading, whole))
        else:
            unknown.append(TableColumn(index, heading, whole))
    if not _is_table(table, {column.heading.role for column in columns}):
        return None
    return _Header(table, first, last, tuple(columns), tuple(unknown))


def _is_table(table: str, roles: set[str]) -> bool:
    """Whether these columns are enough to know the table by. What it still lacks is reported when it is read."""
    match table:
        case "activities":
            return "name" in roles and bool(roles & {"date", "start_date", "participants", "venue"})
        case "expenses":
            return "amount_baht" in roles and bool(roles & {"code", "item"})
        case "targets":
            return {"name", "target"} <= roles
        case "scores":
            if "unit" in roles:
                return bool(roles & {"score", "weighted", "tool_value", "indicator_value"})
            return bool(roles & {"tool", "indicator"}) and bool(roles & {"score", "weighted", "unit_value"})
    return False


def _same_layout(block: Block, header: _Header) -> bool:
    """Whether a header only repeats the one of `block`, as after a page break."""
    return block.table == header.table and [(c.index, c.heading) for c in block.columns] == [
        (c.index, c.heading) for c in header.columns
    ]


def _filled(sheet: Sheet, start: int, end: int) -> list[int]:
    return [row for row in range(start, end) if any(not is_blank(value) for value in sheet.rows[row])]


def _titles(sheet: Sheet, start: int, end: int, vocabulary: Vocabulary) -> list[int]:
    """Rows right above a later header that are its title rather than the end of the table above."""
    titles: list[int] = []
    for row in range(end - 1, start - 1, -1):
        filled = [value for value in sheet.rows[row] if not is_blank(value)]
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
    for row in _filled(block.sheet, start, end):
        cells = block.cells(row)
        first = cells[0][1]
        text = first if isinstance(first, str) else ""
        if text and vocabulary.starts_with("note_row", text):
            block.kinds[row] = "note"
        elif len(cells) == 1:
            # A lone text heads a group; `_settle_groups` makes it a note when nothing follows.
            block.kinds[row] = "group" if text else "data"
        elif text and _is_total(block, row, text, vocabulary):
            block.kinds[row] = "total"
        else:
            block.kinds[row] = "data"


def _is_total(block: Block, row: int, text: str, vocabulary: Vocabulary) -> bool:
    """A total row begins with a word for it; `รวมพลัง…` behind a code is the name of an activity."""
    if vocabulary.word("total_row", text):
        return True
    label, _, _ = text.partition("(")
    named_by_code = block.has("code") and not is_blank(block.value(row, "code"))
    begins = vocabulary.starts_with("total_row", label) is not None
    return begins and (not named_by_code or block.value(row, "code") == text)


def _settle_groups(block: Block) -> None:
    """A lone text with no data below it in its table is a note."""
    followed = False
    for row in sorted(block.kinds, reverse=True):
        if block.kinds[row] == "data":
            followed = True
        elif block.kinds[row] == "group" and not followed:
            block.kinds[row] = "note"
