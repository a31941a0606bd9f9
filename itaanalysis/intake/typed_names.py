"""The name under which a unit stands in a row of the office's own sheets, which the tidy tables no longer tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from itaanalysis.intake.files import UnreadableFile, read_file
from itaanalysis.intake.sheet import Sheet, as_typed
from itaanalysis.units import Unit, Units

_PLACE = re.compile(r"^(?P<file>[^!]+)!(?P<sheet>.*)![A-Z]+(?P<row>\d+)$")


def typed_names(folder: Path, wanted: Iterable[tuple[str, str]], units: Units) -> dict[tuple[str, str], str]:
    """The spelling of each (unit, source) wanted, such as ("สศท.", "ita_scores.xlsx!คะแนน!A4"), found in its row.

    A unit that is not named in the row itself, or whose file is gone or cannot be read, is left out.
    """
    places: dict[str, dict[str, list[tuple[int, str, str]]]] = {}
    for unit, source in wanted:
        if found := _PLACE.match(source):
            sheets = places.setdefault(found["file"], {})
            sheets.setdefault(found["sheet"], []).append((int(found["row"]) - 1, unit, source))
    by_name = {unit.unit: unit for unit in units}
    names: dict[tuple[str, str], str] = {}
    for file, sheets in places.items():
        for sheet in _sheets(folder / file):
            for row, unit, source in sheets.get(sheet.name, []):
                typed = _named(sheet, row, by_name[unit], units) if unit in by_name else None
                if typed is not None:
                    names[unit, source] = typed
    return names


def _sheets(path: Path) -> list[Sheet]:
    try:
        return list(read_file(path))
    except UnreadableFile:
        return []


def _named(sheet: Sheet, row: int, unit: Unit, units: Units) -> str | None:
    cells = (as_typed(value) for value in sheet.row(row)) if row < sheet.height else ()
    return next((typed for typed in cells if units.find(typed) is unit), None)
