"""Fiscal years named in titles and headings: several years may stand below each other on one sheet."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import numpy as np

from itaanalysis.criteria import CriteriaError, criteria
from itaanalysis.intake.blocks import Block, TableColumn
from itaanalysis.intake.columns import ColumnReader
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_cells import read_fiscal_year
from itaanalysis.intake.sheet import as_typed, is_blank
from itaanalysis.intake.vocabulary import Heading
from itaanalysis.thai.dates import speaks_of_month
from itaanalysis.thai.text import match_key, normalise, to_arabic_digits

_FISCAL_YEAR = re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(2[45]\d\d|26\d\d)(?!\d)")
_YEAR_OF_NAME = re.compile(r"(?<!\d)(2[56]\d\d)(?!\d)|(?:ปี|งบ|FY|พ\.?ศ\.?)\s*(\d\d)(?!\d)", re.IGNORECASE)
_SEVERAL = 2
NONE = -1
"""No unit, no year, no measure."""


def year_in(text: str) -> int | None:
    """The fiscal year a text speaks of; None when it names none.

    >>> year_in("ผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๘")
    2568
    """
    stated = _FISCAL_YEAR.search(to_arabic_digits(normalise(text)))
    return int(stated[1]) if stated else None


def settle_years(blocks: list[Block]) -> None:
    """Where the titles of a sheet's score tables name several years, each table is of its own."""
    titled = [(block, _title_year(block)) for block in blocks if block.table == "scores"]
    if len({year for _, year in titled if year}) >= _SEVERAL:
        for block, year in titled:
            block.fiscal_year = year


def _title_year(block: Block) -> int | None:
    years = [year for _, text in block.texts("title") if (year := year_in(text))]
    return years[-1] if years else None


def settle_years_of_sheets(blocks: list[Block], this: int) -> None:
    """Sheets laid out alike, with the same units and other years in their titles or names, are each of its own year.

    A year left over in the title of a table that has no like is not believed; it is told.
    """
    alike: defaultdict[tuple[Heading, ...], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.table == "scores" and not block.fiscal_year and not block.has("fiscal_year", "year_value"):
            alike[tuple(column.heading for column in block.columns)].append(block)
    for its in alike.values():
        years = [_title_year(block) or year_of_name(block) or this for block in its]
        if len(set(years)) < _SEVERAL:
            continue
        units = [_units_in(block) for block in its]
        for block, year, own in zip(its, years, units, strict=True):
            if any(other != year and own & theirs for other, theirs in zip(years, units, strict=True)):
                block.fiscal_year = year


def year_of_name(block: Block) -> int | None:
    """The one fiscal year that the name of a table's sheet, or else of its file, says; None where it tells a day."""
    for name in (block.sheet.name, block.sheet.file):
        text = to_arabic_digits(normalise(name))
        found = {int(whole or f"25{short}") for whole, short in _YEAR_OF_NAME.findall(text)}
        if len(found) == 1 and not speaks_of_month(text):
            return found.pop()
    return None


def _units_in(block: Block) -> set[str]:
    """What names the units of a table, as keys."""
    if block.of_titled_unit:
        return {match_key(block.naming_unit[0])}
    rows = block.rows("data") if block.has("unit") else []
    own = {str(column.heading.key) for column in block.keyed("unit_value")}
    return own | {match_key(as_typed(block.value(row, "unit"))) for row in rows}


def years_of_headings(block: Block, rows: np.ndarray, otherwise: int) -> np.ndarray:
    """For each of `rows` the year that the group heading above it names, else that of the table, else `otherwise`."""
    headings = [(row, year) for row, text in block.texts("group") if (year := year_in(text))]
    years = np.array([block.fiscal_year or otherwise, *(year for _, year in headings)])
    under: np.ndarray = years[np.searchsorted([row for row, _ in headings], rows)]
    return under


def settle_year_columns(block: Block, this: int) -> None:
    """Of a table with one score a row, only this year's column is its score; the others are left out and told.

    A table with a unit a row has all of them read.
    """
    years = block.keyed("year_value")
    if not years or (block.has("unit") and not block.has("tool", "indicator")):
        return
    score = Heading("score")
    own = next((column for column in years if column.heading.key == this), None)
    renamed: list[TableColumn] = [replace(column, heading=score) for column in years]
    block.columns = [
        replace(column, heading=score) if column is own else column
        for column in block.columns
        if column not in years or column is own
    ]
    block.unknown += [column for column, year in zip(renamed, years, strict=True) if year is not own]


def read_years(block: Block, rows: np.ndarray, own_unit: np.ndarray, reading: Reading) -> np.ndarray:
    """Fiscal year of each row; NONE where it cannot be read or has no criteria.

    A row that states none is of the year its heading, its title or else the folder names, or of the year above when its
    unit too is the one above or years group the units.
    """
    this = reading.fiscal_year.year
    years = years_of_headings(block, rows, this)
    column = block.column("fiscal_year")
    if column:
        years = _typed_years(block, column, rows, own_unit, years, reading)
    for year in np.unique(years[(years != NONE) & (years != this)]).tolist():
        its = years == year
        if not has_criteria(year, block.place(int(rows[its][0]), "fiscal_year"), int(its.sum()), reading):
            years[its] = NONE
    return years


def has_criteria(year: int, where: Place, rows: int, reading: Reading) -> bool:
    """Whether there are criteria for the year of some rows; a problem is reported when there are none."""
    try:
        criteria(year)
    except CriteriaError:
        reading.problems.add("year-without-criteria", where, year, rows=rows)
        return False
    return True


def _typed_years(
    block: Block, column: TableColumn, rows: np.ndarray, own_unit: np.ndarray, otherwise: np.ndarray, reading: Reading
) -> np.ndarray:
    """As typed in a column. One left of the units, mostly blank, groups them: each year holds on."""

    def read(value: Any, where: Place) -> int:
        return 0 if is_blank(value) else read_fiscal_year(value, where, reading) or NONE

    read_years = ColumnReader(block.sheet, read, reading.problems)
    years = read_years.numbers(rows, column.index, block.codes(rows, "fiscal_year")).astype(int)
    unit = block.column("unit")
    its = (years == 0) & own_unit
    if unit is not None and column.index < unit.index and its.sum() >= (years != 0).sum():
        its[:] = False
    years[its] = otherwise[its]
    carried = carried_down(years, years != 0)
    first = np.cumsum(years != 0) == 0
    carried[first] = otherwise[first]
    return carried


def carried_down(values: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Each row's own value, else that of the nearest row above with one; NONE above the first."""
    nearest = np.maximum.accumulate(np.where(own, np.arange(len(own)), -1))
    carried: np.ndarray = np.where(nearest < 0, NONE, values[nearest])
    return carried
