"""What can only be seen by looking over whole tables: unknown columns, duplicates, rows that belong to nothing."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.header_parts import PART_ALONE, PEOPLE_ONLINE
from itaanalysis.intake.problems import Place, place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.intake.stated_years import year_in, year_of_name
from itaanalysis.intake.suggestions import heading_suggestion
from itaanalysis.stated import rows_added_up
from itaanalysis.thai.baht import total
from itaanalysis.thai.text import match_key, to_arabic_digits

_YEARS = ("fiscal_year", "year_value")
_TOO_MANY_FOR_A_TITLE = 3
"""Filled cells of a row above a header that make it look like data."""
_TOLD_AS = {PEOPLE_ONLINE: "people-online", PART_ALONE: "people-part-alone"}
Rows = list[dict[str, Any]]


def look_at_columns(block: Block, reading: Reading) -> None:
    """Report headings that are not known, cells outside every heading, and titles that speak of another year."""
    header = block.rows("header")[0]
    sheet = block.sheet
    for column in block.unknown:
        if column.heading.role in _TOLD_AS:
            reading.problems.add(_TOLD_AS[column.heading.role], place(sheet, header, column.index), column.label)
            continue
        if column.heading.role == "serial":
            continue
        if column.heading.role:
            reading.problems.add("column-repeated", place(sheet, header, column.index), column.label)
            continue
        suggestion = heading_suggestion(block.table, column.label, reading.vocabulary)
        reading.problems.add("column-unknown", place(sheet, header, column.index), column.label, **suggestion)
    headed = {column.index for column in [*block.columns, *block.unknown]}
    outside = [index for index in range(sheet.filled.shape[1]) if index not in headed]
    rows = [*block.rows("data"), *block.rows("total")]
    counting = [index for index in outside if sheet.filled[rows, index].any() and _counts_rows(block, index)]
    for down, across in np.argwhere(sheet.filled[rows][:, outside]).tolist():
        row, index = rows[down], outside[across]
        value = sheet.cell(row, index)
        names_total = block.kinds[row] == "total" and reading.vocabulary.starts_with("total_row", as_typed(value))
        if not names_total and index not in counting:
            reading.problems.add("cell-outside-columns", place(sheet, row, index), value)
    for row, text in block.texts("title"):
        speaks_of_money = reading.vocabulary.word_within("allocation", text)
        if len(block.cells(row)) >= _TOO_MANY_FOR_A_TITLE and not speaks_of_money:
            index, value = block.cells(row)[0]
            reading.problems.add("row-outside-table", place(sheet, row, index), value)
    if block.numbered:
        index, value = block.cells(block.numbered[0])[0]
        rows_told = ", ".join(str(row + 1) for row in block.numbered)
        reading.problems.add("rows-not-filled-in", place(sheet, block.numbered[0], index), value, rows=rows_told)
    titles = block.texts("title")
    named = None if any(year_in(text) for _, text in titles) or block.has(*_YEARS) else year_of_name(block)
    if named and named not in (reading.fiscal_year.year, block.fiscal_year):
        told = {"stated": named, "year": reading.fiscal_year.year}
        _tell_once(reading, Place(sheet.file, sheet.name), f"{sheet.file} {sheet.name}", **told)
    for row, text in titles:
        stated = year_in(text)
        if stated and stated not in (reading.fiscal_year.year, block.fiscal_year):
            where, year = place(sheet, row, block.cells(row)[0][0]), reading.fiscal_year.year
            _tell_once(reading, where, text, stated=stated, year=year)


def _tell_once(reading: Reading, where: Place, text: str, **told: int) -> None:
    """Tell of another year; one title may stand above two tables beside each other."""
    if all((one.code, one.place) != ("other-fiscal-year", where) for one in reading.problems.found):
        reading.problems.add("other-fiscal-year", where, text, **told)


def _counts_rows(block: Block, index: int) -> bool:
    """Whether a column without a heading only counts the rows: 1, 2, 3 …"""
    typed = [block.sheet.cell(row, index) for row in block.rows("data")]
    filled = [to_arabic_digits(as_typed(value)).strip(" .") for value in typed if not is_blank(value)]
    return filled == [str(number) for number in range(1, len(filled) + 1)]


def look_over(rows: dict[str, Rows], reading: Reading) -> None:
    """Report duplicate codes, expenses that belong to no activity, and stated totals that do not add up."""
    _duplicate_activities(rows["activities"], reading)
    for column in ("venue", "province"):
        _near_duplicates(rows["activities"], column, reading)
    _unnamed_groups(rows["activities"], reading)
    _unused_aliases(reading)
    _repeated_targets(rows["targets"], reading)
    _repeated_expenses(rows["expenses"], reading)
    if rows["activities"]:
        _expenses_without_activity(rows["activities"], rows["expenses"], reading)
    if rows["expenses"] and reading.stated("expenses", "allocation_baht") is None:
        where = _where(rows["expenses"][0])
        reading.problems.add("allocation-missing", Place(where.file, where.sheet))
    for table, column in (("activities", "participants"), ("expenses", "amount_baht")):
        _stated_totals(table, column, rows[table], reading)


def _where(row: dict[str, Any]) -> Place:
    return Place(*row["source"].rsplit("!", 2))


def _duplicate_activities(rows: Rows, reading: Reading) -> None:
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        other = first.setdefault(row["code"], row) if row["code"] else row
        if other is not row:
            reading.problems.add("duplicate-key", _where(row), row["code"], other=other["source"])


def _repeated_targets(rows: Rows, reading: Reading) -> None:
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        other = first.setdefault(row["kpi"], row) if row["kpi"] else row
        if other is not row:
            reading.problems.add("duplicate-key", _where(row), row["name"], other=other["source"])


def _near_duplicates(rows: Rows, column: str, reading: Reading) -> None:
    """Names that differ only in spaces, dots or marks are reported once each."""
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row[column] is None:
            continue
        other = first.setdefault(match_key(row[column]), row)
        if other[column] != row[column]:
            first[match_key(row[column])] = row
            reading.problems.add(
                "near-duplicate",
                row["_places"][column],
                row[column],
                other=other[column],
                other_cell=other["_places"][column],
            )


def _unnamed_groups(rows: Rows, reading: Reading) -> None:
    named = {row["group"] for row in rows if row["group_name"]}
    unnamed = [row for row in rows if row["group"] and row["group"] not in named]
    groups = list(dict.fromkeys(row["group"] for row in unnamed))
    if groups:
        reading.problems.add("group-unnamed", _where(unnamed[0]), ", ".join(groups), first=groups[0])


def _unused_aliases(reading: Reading) -> None:
    unused = [
        alias
        for unit in reading.vocabulary.units
        for alias in unit.aliases
        if match_key(alias) not in reading.spellings_seen
    ]
    if reading.spellings_seen and unused:
        reading.problems.add("alias-unused", Place("data/reference/units.csv"), ", ".join(unused))


def _repeated_expenses(rows: Rows, reading: Reading) -> None:
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        other = first.setdefault(row["code"], row) if row["code"] else row
        if other is row:
            continue
        kind = "duplicate-key" if other["item"] == row["item"] else "code-repeated"
        reading.problems.add(kind, _where(row), row["code"], other=other["source"])


def _expenses_without_activity(activities: Rows, expenses: Rows, reading: Reading) -> None:
    codes = {row["code"] for row in activities if row["code"]}
    # Money may be typed for a whole group or series, whose code begins those of its events.
    parents = {re.sub(r"\(\d+\)$", "", code) for code in codes}
    parents |= {code.rsplit(".", 1)[0] for code in parents}
    for row in expenses if codes else ():
        if row["code"] and row["code"] not in codes | parents:
            reading.problems.add("expense-without-activity", _where(row), row["code"])


def _stated_totals(table: str, column: str, rows: Rows, reading: Reading) -> None:
    stated = [row for row in reading.totals if (row["table"], row["column"]) == (table, column)]
    sources = [row["source"] for row in rows]
    typed_amounts = [row[column] for row in rows]
    for one in stated:
        mine = rows_added_up(
            one["source"], [other["source"] for other in stated], sources, typed_amounts, one["reported"]
        )
        amounts = [row[column] for row, added in zip(rows, mine, strict=True) if added and row[column] is not None]
        computed, reported = float(total(amounts)), one["reported"]
        if not amounts or computed == reported:
            continue
        said = (f"{number:,.2f}".removesuffix(".00") for number in (reported, computed, abs(computed - reported)))
        typed, added_up, difference = said
        reading.problems.add(
            "total-differs", one["_cell"], typed, stated=typed, computed=added_up, difference=difference
        )
