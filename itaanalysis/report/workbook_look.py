"""What the sheets of tables.xlsx share: the book in the making, its fonts, text, links and paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from itaanalysis.report.workbook_words import WORDS
from itaanalysis.words import Words
from itaanalysis.workbook_files import write_text

_FONT = "Leelawadee UI"  # the Thai font of Windows; elsewhere the program takes its own
BODY, BOLD = Font(name=_FONT, size=11), Font(name=_FONT, size=11, bold=True)
TITLE = Font(name=_FONT, size=15, bold=True)
TITLE_HEIGHT = 28  # points: vowels and tones stand above and below the line
_LINK = Font(name=_FONT, size=11, underline="single", color="0B4F8A")
_HEADER_FILL, _HEADER_LINE = PatternFill("solid", fgColor="E8EDF2"), Border(bottom=Side(style="thin", color="5F6B76"))


@dataclass
class Book:
    """The workbook in the making, and what had to be left out of its cells."""

    lang: str
    workbook: Workbook = field(default_factory=Workbook)
    removed: list[str] = field(default_factory=list)

    @property
    def told(self) -> dict[str, str]:
        """The workbook's own words."""
        return WORDS[self.lang]

    @property
    def words(self) -> Words:
        """How values read; figures of a workbook are in the digits it calculates with."""
        return Words.of(self.lang, "arabic")

    def text(self, cell: Cell, text: str, font: Font = BODY) -> Cell:
        """`text` as text, whatever it looks like; characters that cannot stand in an Excel file are left out, noted."""
        if write_text(cell, text) != text:
            self.removed.append(f"{cell.parent.title}!{cell.coordinate}")
        cell.font = font
        return cell

    def title(self, cell: Cell, text: str) -> None:
        """The title of a sheet, in a row that is high enough."""
        self.text(cell, text, TITLE).alignment = Alignment(vertical="center")
        cell.parent.row_dimensions[cell.row].height = TITLE_HEIGHT

    def header(self, cell: Cell, text: str, side: str = "left") -> None:
        """What stands above a column. Excel draws the table's own style over it; other programs know none."""
        self.text(cell, text, BOLD).alignment = Alignment(side, vertical="bottom", wrap_text=True, indent=1)
        cell.fill, cell.border = _HEADER_FILL, _HEADER_LINE

    def link(self, cell: Cell, text: str, sheet: str) -> None:
        """A link to the first cell of a sheet."""
        self.text(cell, text)
        cell.hyperlink = "#"  # openpyxl takes any link to lead out of the file
        cell.hyperlink.target, cell.hyperlink.location = None, f"'{sheet}'!A1"
        cell.font = _LINK


def fit_to_paper(sheet: Worksheet) -> None:
    """A4, one page across, as many down as it takes."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
