"""Runs of a page put together into lines, and cells that stand side by side into table rows.

Text is taken in the order the PDF draws it, which is the order it was written in: a table cell with all its lines,
then the cell to its right. Sorting all glyphs by height would mix the lines of neighbouring cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from itaanalysis.audit.formats.pdf_glyphs import SAME_LINE, Glyph, Run, joined, runs
from itaanalysis.audit.formats.pdf_paragraphs import paragraphs

_MARGIN = 0.5
"""Font sizes by which a line may begin left of its cell and still be in it."""

_BULLET = re.compile(r"[^\w(]{1,2}")
_NUMBER = re.compile(r"\(?[\d.]{1,8}[.)]")

Cell = list[Run]
"""Runs one below the other."""


def page_lines(glyphs: Iterable[Glyph], width: float) -> list[str]:
    """Paragraphs, and lines that may be one, in the order they are drawn; cells side by side are a line with tabs.

    `width` is that of the page: a page of short lines has no line that shows how far its text may go.
    """
    page = runs(glyphs)
    edges = [(run.left, run.right) for run in page]
    margin = max([width - min(left for left, _ in edges), *(right for _, right in edges)]) if edges else 0.0
    lines: list[str] = []
    row: list[Cell] = []
    above: list[Run] = []  # lines of text since the last row; the last of them may prove to be a row's first cell
    for run in page:
        if row and _goes_on(row[-1], run):
            row[-1].append(run)
        elif row and _stands_beside(row[-1], run):
            row.append([run])
        else:
            lines += [_row_line(row)] if row else []
            row = []
            beside = _beside(above, run)
            if beside:
                lines += paragraphs(above[: -len(beside)], margin)
                row, above = [beside, [run]], []
            else:
                above.append(run)
    return [*lines, *([_row_line(row)] if row else []), *paragraphs(above, margin)]


def _row_line(row: list[Cell]) -> str:
    """The cells with tabs between them. What looks like two cells may be an item of a list behind its bullet."""
    texts = [joined(cell) for cell in row]
    if len(texts) == 2 and _BULLET.fullmatch(texts[0]):
        return f"- {texts[1]}"
    return (" " if len(texts) == 2 and _NUMBER.fullmatch(texts[0]) else "\t").join(texts)


def _goes_on(cell: Cell, run: Run) -> bool:
    """Whether `run` is the next line of `cell`: just below its last, and not left of it."""
    left = min(other.left for other in cell)
    return cell[-1].is_above(run) and run.left >= left - _MARGIN * cell[-1].size


def _stands_beside(cell: Cell, run: Run) -> bool:
    """Whether `run` begins a cell to the right of this one: not below its last line."""
    return run.left >= max(other.right for other in cell) and run.base >= cell[-1].base - SAME_LINE * cell[-1].size


def _beside(above: list[Run], run: Run) -> Cell:
    """The last of the lines `above` that form a cell `run` stands beside."""
    cell: Cell = []
    for other in reversed(above):
        level = run.base - other.base >= -SAME_LINE * other.size
        if not (level and run.left >= other.right and (not cell or other.is_above(cell[0]))):
            break
        cell.insert(0, other)
    return cell
