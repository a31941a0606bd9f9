"""Corrections of raw cells: data/raw/YEAR/corrections.csv, applied over what was read, never in the file.

Each line names a cell, what is expected to stand there, and what it should read, with the reason and who was told. A
correction whose cell no longer holds what was expected is an error: the source has changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from itaanalysis.intake.privacy import masked
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.sheet import Sheet, as_typed
from itaanalysis.reference import decode, table_reader
from itaanalysis.thai.text import normalise, to_arabic_digits

FILE = "corrections.csv"
COLUMNS = ("file", "sheet", "cell", "expect", "value", "reason", "reported_to", "date")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([1-9]\d{0,6})")


@dataclass(frozen=True)
class Correction:
    """One line of corrections.csv."""

    file: str
    sheet: str
    cell: str
    expect: str
    value: str
    reason: str
    reported_to: str
    date: str

    @property
    def place(self) -> Place:
        """The cell it corrects."""
        return Place(self.file, self.sheet, self.cell)


def read_corrections(folder: Path, problems: Problems) -> list[Correction]:
    """The corrections of a year; none when it has no corrections.csv."""
    path = folder / FILE
    if not path.is_file():
        return []
    text = decode(path.read_bytes())
    reader = table_reader(text or "")
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        problems.add("correction-columns", Place(FILE), ", ".join(missing), columns=", ".join(COLUMNS))
        return []
    lines = [Correction(*((row[column] or "").strip() for column in COLUMNS)) for row in reader]
    for number, line in enumerate(lines, start=2):
        if not (line.reason and line.expect):
            problems.add("correction-incomplete", Place(FILE, "", f"A{number}"), str(line.place))
    return lines


def apply_corrections(sheets: list[Sheet], corrections: list[Correction], problems: Problems) -> list[dict[str, Any]]:
    """Put the corrected values into the sheets read. Returns those applied, as rows of table `corrections`."""
    applied = []
    for line in corrections:
        sheet = next((sheet for sheet in sheets if (sheet.file, sheet.name) == (line.file, line.sheet)), None)
        address = _ADDRESS.fullmatch(line.cell)
        if sheet is None or address is None:
            problems.add("correction-without-cell", Place(FILE), str(line.place))
            continue
        row, column = int(address[2]) - 1, _column(address[1])
        found = as_typed(sheet.cell(row, column))
        if _same(found) != _same(line.expect):
            problems.add("correction-outdated", line.place, _shown(found), expect=_shown(line.expect))
            continue
        if row >= sheet.height or column >= sheet.width:
            problems.add("correction-without-cell", Place(FILE), str(line.place))
            continue
        sheet.put(row, column, line.value)
        told = {column: _shown(getattr(line, column)) for column in COLUMNS}
        applied.append({**told, "source": str(line.place)})
    return applied


def _shown(text: str) -> str:
    return masked(text) or text


def _same(text: str) -> str:
    return to_arabic_digits(normalise(text)).replace(",", "")


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
