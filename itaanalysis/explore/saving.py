"""What is on the screen as files: the drawing as SVG and PNG in figures/YEAR, the table as a workbook beside it.

Nothing that lies there is written over, also where two pages save at the same time.
"""

from __future__ import annotations

import re
import tempfile
from itertools import count
from pathlib import Path

import pandas as pd

from itaanalysis.explore.names import Names
from itaanalysis.explore.picture import Picture
from itaanalysis.report.fonts import folder as font_folder
from itaanalysis.thai.rounding import round_half_up

_DOTS_PER_INCH = 300
_STEM = "explore"
_WIDTHS = {"fiscal_year": 12, "unit": 44, "measure": 40, "score": 10, "distance": 20, "source": 44}


def save_picture(picture: Picture, folder: Path) -> list[Path]:
    """Write `explore_N.svg` and `explore_N.png` (300 dpi) with the next free N. Returns the paths.

    Raises OSError where the folder cannot be written to.
    """
    made = _png(picture)
    svg = _write(folder, ".svg", picture.svg.encode())
    png = svg.with_suffix(".png")
    png.write_bytes(made)
    return [svg, png]


def save_table(table: pd.DataFrame, names: Names, threshold: float, folder: Path) -> Path:
    """Write scores as told by `chosen` as `explore_N.xlsx`, texts as texts and scores as numbers. Returns the path.

    Raises OSError where the folder cannot be written to.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    from itaanalysis.workbook_files import workbook_bytes, write_text

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = names.control("scores")
    for column, (heading, width) in enumerate(_WIDTHS.items(), start=1):
        cell = sheet.cell(1, column)
        write_text(cell, names.control(heading, mark=names.words.brief(threshold)))
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for row, score in enumerate(table.to_dict("records"), start=2):
        sheet.cell(row, 1, int(score["fiscal_year"]))
        write_text(sheet.cell(row, 2), names.unit_in_full(score["unit"]))
        write_text(sheet.cell(row, 3), names.measure(score["measure"]))
        shown = f"0.{'0' * _decimals(score['score'], threshold)}"
        for column, name in ((4, "score"), (5, "distance")):
            sheet.cell(row, column, float(score[name])).number_format = shown
        write_text(sheet.cell(row, 6), str(score["source"]))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return _write(folder, ".xlsx", workbook_bytes(book))


def _decimals(score: float, mark: float) -> int:
    """Two, and as many more as it takes that a score below the mark does not read as if it met it."""
    return next(decimals for decimals in count(2) if not score < mark <= round_half_up(score, decimals))


def _png(picture: Picture) -> bytes:
    import typst

    page = '#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg", width: 16cm)'
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])
    with tempfile.TemporaryDirectory(prefix="ita-drawing-") as scratch:
        (Path(scratch) / "drawing.svg").write_text(picture.svg, encoding="utf-8")
        made = typst.Compiler(page.encode(), root=scratch, font_paths=fonts).compile(format="png", ppi=_DOTS_PER_INCH)
    assert isinstance(made, bytes)  # a list only for several pages
    return made


def _write(folder: Path, ending: str, content: bytes) -> Path:
    """Write a file under the first name behind all that are taken: explore_1, explore_2 …"""
    folder.mkdir(parents=True, exist_ok=True)
    taken = [found for path in folder.iterdir() if (found := re.fullmatch(rf"{_STEM}_(\d+)", path.stem))]
    for number in count(max((int(found[1]) for found in taken), default=0) + 1):
        path = folder / f"{_STEM}_{number}{ending}"
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:  # somebody else has just taken the name
            continue
        return path
    raise AssertionError("numbers do not end")
