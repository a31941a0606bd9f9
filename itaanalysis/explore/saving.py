"""What is on the screen as files: the drawing as SVG and PNG in figures/YEAR, the table as a workbook beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from itaanalysis.explore.names import Names
from itaanalysis.explore.picture import Picture
from itaanalysis.report.fonts import folder as font_folder

_DOTS_PER_INCH = 300
_STEM = "explore"


def save_picture(picture: Picture, folder: Path) -> list[Path]:
    """Write `explore_N.svg` and `explore_N.png` (300 dpi) with the next free N. Returns the paths."""
    import typst

    stem = _free(folder)
    svg, png = stem.with_suffix(".svg"), stem.with_suffix(".png")
    svg.write_text(picture.svg, encoding="utf-8")
    page = f'#set page(width: auto, height: auto, margin: 0pt)\n#image("{svg.name}", width: 16cm)'
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])
    made = typst.Compiler(page.encode(), root=folder, font_paths=fonts).compile(format="png", ppi=_DOTS_PER_INCH)
    assert isinstance(made, bytes)  # a list only for several pages
    png.write_bytes(made)
    return [svg, png]


def save_table(table: pd.DataFrame, names: Names, folder: Path) -> Path:
    """Write the chosen scores as `explore_N.xlsx`, texts as texts and scores as numbers. Returns the path."""
    from openpyxl import Workbook

    from itaanalysis.workbook_files import workbook_bytes, write_text

    path = _free(folder).with_suffix(".xlsx")
    book = Workbook()
    sheet = book.worksheets[0]
    headings = ("fiscal_year", "units", "measures", "score", "distance", "source")
    mark = names.words.brief(table["score"].iloc[0] - table["distance"].iloc[0]) if len(table) else ""
    for column, heading in enumerate(headings, start=1):
        write_text(sheet.cell(1, column), names.control(heading, mark=mark))
    for row, score in enumerate(table.to_dict("records"), start=2):
        sheet.cell(row, 1, int(score["fiscal_year"]))
        write_text(sheet.cell(row, 2), names.unit_in_full(score["unit"]))
        write_text(sheet.cell(row, 3), names.measure(score["measure"]))
        for column, name in ((4, "score"), (5, "distance")):
            sheet.cell(row, column, float(score[name])).number_format = "0.00"
        write_text(sheet.cell(row, 6), str(score["source"]))
    for letter, width in zip("ABCDEF", (12, 44, 40, 10, 20, 44), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    path.write_bytes(workbook_bytes(book))
    return path


def _free(folder: Path) -> Path:
    """The path, without ending, of a file nobody has written yet: explore_1, explore_2 …"""
    folder.mkdir(parents=True, exist_ok=True)
    taken = [found for path in folder.iterdir() if (found := re.fullmatch(rf"{_STEM}_(\d+)", path.stem))]
    return folder / f"{_STEM}_{max((int(found[1]) for found in taken), default=0) + 1}"
