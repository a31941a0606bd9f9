"""Finding the header rows of a sheet by their words, one to three rows deep, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from itaanalysis.fiscal import PLAUSIBLE_YEARS
from itaanalysis.intake.header_match import NUMBERS_OF_INDICATORS, Header, is_quantity, match_header, may_head
from itaanalysis.intake.header_parts import PEOPLE_ONLINE
from itaanalysis.intake.sheet import Sheet, as_typed, is_blank, is_dash
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.text import match_key

_DEEPEST_HEADER = 3
_FEWEST_COUNTED = 3
_TABLES = ("activities", "expenses", "targets", "scores")


def find_headers(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Header]:
    """The headers of a sheet from the top."""
    below = 0
    for row in _with_known_heading(sheet, vocabulary):
        header = _best_header(sheet, row, vocabulary) if row >= below else None
        if header and not (below and _is_row_of_table(sheet, header)):
            yield header
            below = header.last + 1


def _is_row_of_table(sheet: Sheet, header: Header) -> bool:
    """Whether what looks like a header goes on the table above it and knows not even two thirds of its headings.

    The tier กิจกรรม and the KPI `จำนวนผู้เข้าร่วม` in a row of targets are headings of activities too.
    """
    above = sheet.filled[header.first - 1]
    return int(above.sum()) > 1 and 2 * len(header.unknown) >= len(header.columns)


def _with_known_heading(sheet: Sheet, vocabulary: Vocabulary) -> list[int]:
    """A cheap look: rows of which any cell holds a known heading. Long sheets have few."""
    known = [
        isinstance(value, str) and value != "" and match_key(value) in vocabulary.heading_keys for value in sheet.values
    ]
    rows: list[int] = np.flatnonzero(np.array(known, dtype=bool)[sheet.codes].any(axis=1)).tolist()
    return rows


def _best_header(sheet: Sheet, first: int, vocabulary: Vocabulary) -> Header | None:
    best: Header | None = None
    if any(map(_is_figure, sheet.row(first))):
        return None  # a total such as `๙๒ | รวม` right above a repeated header
    if _is_title(sheet, first) or _cuts_headings(sheet, first, vocabulary):
        return None
    merged = _merged_to(sheet, first)
    for last in range(first, min(first + _DEEPEST_HEADER, sheet.height)):
        if any(isinstance(value, float) and not may_head(value) for value in sheet.row(last)):
            break
        labels = _labels(sheet, first, last)
        for table in _TABLES:
            header = match_header(table, labels, first, last, vocabulary)
            if header and (best is None or _meanings(header) > _meanings(best) or best.last < last <= merged):
                best = header
    return best


def _is_title(sheet: Sheet, row: int) -> bool:
    """Whether a row holds one text, above all columns or the first: `ส่วนราชการ` over a list of them is no heading."""
    filled = np.flatnonzero(sheet.filled[row])
    below = np.flatnonzero(sheet.filled[row + 1]) if row + 1 < sheet.height else filled
    return len(filled) == 1 and bool(len(below) == 0 or filled[0] <= below[0])


def _cuts_headings(sheet: Sheet, first: int, vocabulary: Vocabulary) -> bool:
    """Whether headings merged down from above reach into a row: it is the lower half of a header, not all of one."""
    cut = (sheet.cell(top, left) for top, left, bottom, _ in sheet.merges if top < first <= bottom)
    return any(isinstance(text, str) and match_key(text) in vocabulary.heading_keys for text in cut)


def _merged_to(sheet: Sheet, first: int) -> int:
    """The lowest row that a heading of row `first` is merged down to, as far down as a header may reach."""
    bottoms = [bottom for top, _, bottom, _ in sheet.merges if top == first and bottom < first + _DEEPEST_HEADER]
    return max(bottoms, default=first)


def _is_figure(value: object) -> bool:
    """Whether a text is nothing but a number or a dash, which no heading is."""
    if not isinstance(value, str) or is_blank(value):
        return False
    return is_dash(value) or (match_key(value).replace(",", "").isdecimal() and is_quantity(value))


def _meanings(header: Header) -> int:
    online = [column for column in header.unknown if column.heading.role == PEOPLE_ONLINE]
    return len({column.heading for column in [*header.columns, *online]})


def _labels(sheet: Sheet, first: int, last: int) -> dict[int, list[str]]:
    """For each column the texts of its header cells from the top, merged cells showing what they hide."""
    labels: dict[int, list[str]] = {index: [] for index in range(sheet.width)}
    for row in range(first, last + 1):
        left, counted = "", _count_indicators(sheet.row(row))
        for index in range(sheet.width):
            value = sheet.cell(*sheet.shown.get((row, index), (row, index)))
            text = value if isinstance(value, str) and not is_blank(value) else ""
            if isinstance(value, float) and (
                value in PLAUSIBLE_YEARS or ((row > first or counted) and value in NUMBERS_OF_INDICATORS)
            ):
                text = as_typed(value)
            # A heading over several columns is not always merged; where there are words below, it reaches on.
            if not text and row < last and not is_blank(sheet.cell(last, index)):
                text = left
            left = text or left
            if text and (not labels[index] or labels[index][-1] != text):
                labels[index].append(text)
    return {index: texts for index, texts in labels.items() if texts}


def _count_indicators(typed: list[object]) -> bool:
    """Whether the numbers of a row count on, as those of indicators over their scores do: `1 | 2 | 3 | 4 | 6`."""
    numbers = [value for value in typed if isinstance(value, float)]
    counting = all(later > sooner for sooner, later in pairwise(numbers))
    return len(numbers) >= _FEWEST_COUNTED and counting and all(map(NUMBERS_OF_INDICATORS.__contains__, numbers))
