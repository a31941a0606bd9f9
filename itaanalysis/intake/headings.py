"""Finding the header rows of a sheet by their words, one to three rows deep, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from itaanalysis.fiscal import PLAUSIBLE_YEARS
from itaanalysis.intake.blocks import PART_OF, TableColumn
from itaanalysis.intake.header_columns import (
    PEOPLE_ONLINE,
    is_of_another_time,
    is_planned,
    of_levels,
    period_in,
    scores_of_titled_unit,
    units_across,
    used,
    with_parts,
    without_head_counts,
    without_online,
)
from itaanalysis.intake.sheet import Sheet, as_typed, is_blank, is_dash
from itaanalysis.intake.vocabulary import Heading, Vocabulary
from itaanalysis.thai.numbers import NumberError, read_number
from itaanalysis.thai.text import match_key

_DEEPEST_HEADER = 3
_FEWEST_COUNTED = 3
_NUMBERS_OF_INDICATORS = range(1, 11)
_ACTUAL = {"amount_baht", "participants", "date", "start_date", "end_date"}
"""What was spent, who came and when it was: a plan of these is something else."""
_TABLES = ("activities", "expenses", "targets", "scores")


@dataclass(frozen=True)
class Header:
    """A header found: which table it heads, its rows (0-based, inclusive), and its columns, known and unknown."""

    table: str
    first: int
    last: int
    columns: tuple[TableColumn, ...]
    unknown: tuple[TableColumn, ...]


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
    merged = _merged_to(sheet, first)
    for last in range(first, min(first + _DEEPEST_HEADER, sheet.height)):
        if any(isinstance(value, float) and not _may_head(value) for value in sheet.row(last)):
            break
        labels = _labels(sheet, first, last)
        for table in _TABLES:
            header = _match(table, labels, first, last, vocabulary)
            if header and (best is None or _meanings(header) > _meanings(best) or best.last < last <= merged):
                best = header
    return best


def _merged_to(sheet: Sheet, first: int) -> int:
    """The lowest row that a heading of row `first` is merged down to, as far down as a header may reach."""
    bottoms = [bottom for top, _, bottom, _ in sheet.merges if top == first and bottom < first + _DEEPEST_HEADER]
    return max(bottoms, default=first)


def _may_head(number: float) -> bool:
    """Whether a number may stand in a header: that of an indicator, or a year."""
    return number in _NUMBERS_OF_INDICATORS or number in PLAUSIBLE_YEARS


def _is_figure(value: object) -> bool:
    """Whether a text is nothing but a number or a dash, which no heading is."""
    if not isinstance(value, str) or is_blank(value):
        return False
    return is_dash(value) or (match_key(value).replace(",", "").isdecimal() and _is_quantity(value))


def _is_quantity(text: str) -> bool:
    try:
        return not _may_head(float(read_number(text)))
    except NumberError:
        return False


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
                value in PLAUSIBLE_YEARS or ((row > first or counted) and value in _NUMBERS_OF_INDICATORS)
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
    return len(numbers) >= _FEWEST_COUNTED and counting and all(map(_NUMBERS_OF_INDICATORS.__contains__, numbers))


def _match(table: str, labels: dict[int, list[str]], first: int, last: int, vocabulary: Vocabulary) -> Header | None:
    columns: list[TableColumn] = []
    unknown: list[TableColumn] = []
    not_known: dict[int, list[str]] = {}
    planned = {index for index, texts in labels.items() if is_planned(texts, vocabulary)}
    for index, texts in labels.items():
        whole = " ".join(texts)
        readings = [texts[-1], whole, *texts[:-1]]
        if table == "expenses":
            readings += [before for text in texts if (before := text.removesuffix(period_in(text)).strip())]
        heading = next((found for text in readings if (found := vocabulary.heading(table, text))), None)
        if heading and heading.role in _ACTUAL and vocabulary.word_within("not_actual", texts[-1]):
            heading = vocabulary.heading(table, texts[-1])  # `ค่าใช้จ่าย` over `แผน` and `ผล`: the plan was not spent
        if heading and heading.role in _ACTUAL and index in planned and len(planned) < len(labels):
            heading = None
        elif table == "scores" and len(texts) > 1:
            heading = of_levels(texts, vocabulary)
        elif heading and len(texts) > 1 and is_of_another_time(texts, heading, vocabulary):
            heading = None
        second = vocabulary.second_meanings.get((table, match_key(whole)))
        if heading and second and _is_taken(table, heading, index, labels, columns, vocabulary):
            heading = Heading(second)
        if heading is None:
            unknown.append(TableColumn(index, Heading(""), whole))
            not_known[index] = texts
        elif all(heading != column.heading for column in columns):
            columns.append(TableColumn(index, heading, whole))
        else:
            unknown.append(TableColumn(index, heading, whole))
            not_known[index] = [whole]
    if table == "scores":
        columns, unknown = without_head_counts(columns, unknown, vocabulary)
        columns, unused = used(scores_of_titled_unit(units_across(columns)))
        unknown += [replace(column, heading=Heading("")) for column in unused]
    if table in ("activities", "expenses"):
        columns, unknown = without_online(columns, unknown, labels, vocabulary)
        for role in PART_OF:
            columns, unknown = with_parts(role, columns, unknown, labels, vocabulary)
    if not _is_table(table, {column.heading.role for column in columns}):
        return None
    # `กิจกรรม | ผู้เข้าร่วม | ๑,๑๐๐ คน` is a row of data that happens to hold words of a header.
    if any(_is_quantity(text) for column in unknown for text in not_known.get(column.index, ())):
        return None
    return Header(table, first, last, tuple(columns), tuple(unknown))


def _is_taken(
    table: str,
    heading: Heading,
    index: int,
    labels: dict[int, list[str]],
    columns: list[TableColumn],
    vocabulary: Vocabulary,
) -> bool:
    """Whether another column of the header has a meaning already, before it or as its only one."""
    others = [" ".join(texts) for other, texts in labels.items() if other > index]
    only = [text for text in others if (table, match_key(text)) not in vocabulary.second_meanings]
    meant = [column.heading for column in columns] + [vocabulary.heading(table, text) for text in only]
    of_a_year = heading.role == "score" and any(one and one.role == "year_value" for one in meant)
    return heading in meant or of_a_year


def _is_table(table: str, roles: set[str]) -> bool:
    """Whether these columns are enough to know the table by. What it still lacks is reported when it is read."""
    match table:
        case "activities":
            return "name" in roles and bool(roles & {"date", "start_date", "participants", "people_part", "venue"})
        case "expenses":
            return bool(roles & {"amount_baht", "amount_part"}) and bool(roles & {"code", "item"})
        case "targets":
            return {"name", "target"} <= roles
        case "scores":
            if "unit" in roles:
                return bool(roles & {"score", "weighted", "year_value", "tool_value", "indicator_value"})
            return bool(roles & {"tool", "indicator"}) and bool(
                roles & {"score", "weighted", "year_value", "unit_value"}
            )
    return False
