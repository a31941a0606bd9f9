"""Glyphs of a page put together into lines, and cells that stand side by side into table rows.

Text is taken in the order the PDF draws it, which is the order it was written in: a table cell with all its lines,
then the cell to its right. Sorting all glyphs by height would mix the lines of neighbouring cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from itaanalysis.audit.formats.lines import one_line, paragraph

_SAME_LINE = 0.5
"""Difference of height, in font sizes, up to which glyphs stand on one line: raised footnote marks do."""
_CELL_GAP = 1.5
"""Room between glyphs, in font sizes, from which they stand in two cells. No justified line leaves as much."""
_BARE_GAP = 0.6
"""The same where no space was typed between them."""
_WORD_GAP = 0.15
"""Room between glyphs, in font sizes, that is a space where PDFium made one up or may have dropped one.

After a Thai vowel or tone it does both: it drops spaces that were typed and breaks words that are whole.
"""
_MARGIN = 0.5
"""Font sizes by which a line may begin left of its cell and still be in it."""
_LINE_PITCH = 2.2
"""Font sizes from one line of a cell to its next at most; what stands further below is another row."""

_MARK = re.compile("[ัิ-ฺ็-๎]")
_BETWEEN_THAI = re.compile("(?<=[ก-๎]) (?=[ก-๎])")
_LIST_LABEL = re.compile(r"[^\w(]{1,2}|\(?[\d.]{1,8}[.)]")  # a bullet, 1. or (1): no cell of a table
_FULL_SPACE = "\u3000"  # stands for a space that was typed while lines of a cell are joined


@dataclass(frozen=True)
class Glyph:
    """A character and its place, in points: left and right edge, base line counted from the bottom, font size."""

    char: str
    left: float
    right: float
    base: float
    size: float
    made_up: bool = False


@dataclass
class _Run:
    """Glyphs on one line without a wide gap between them."""

    left: float
    right: float
    base: float
    size: float
    chars: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.chars)


@dataclass
class _Cell:
    """Runs one below the other."""

    runs: list[_Run]

    @property
    def left(self) -> float:
        return min(run.left for run in self.runs)

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def text(self) -> str:
        """The lines as one. A Thai line may end inside a phrase, where there is no space."""
        lines = (one_line([run.text]).replace(" ", _FULL_SPACE) for run in self.runs)
        return _BETWEEN_THAI.sub("", " ".join(lines)).replace(_FULL_SPACE, " ")


def page_lines(glyphs: Iterable[Glyph]) -> list[str]:
    """Lines of a page in the order they are drawn; cells side by side are one line with tabs between them."""
    lines: list[str] = []
    row: list[_Cell] = []
    above: list[_Run] = []  # lines of text since the last row; the last of them may prove to be a row's first cell
    for run in _runs(glyphs):
        if row and _goes_on(row[-1], run):
            row[-1].runs.append(run)
        elif row and _stands_beside(row[-1].runs, run):
            row.append(_Cell([run]))
        else:
            if row:
                lines.append(_row_line(row))
                row = []
            beside = _beside(above, run)
            if beside:
                lines += [line for other in above[: -len(beside)] for line in paragraph(other.text)]
                row, above = [_Cell(beside), _Cell([run])], []
            else:
                above.append(run)
    lines += [_row_line(row)] if row else []
    return lines + [line for run in above for line in paragraph(run.text)]


def _row_line(row: list[_Cell]) -> str:
    texts = [cell.text for cell in row]
    return (" " if len(texts) == 2 and _LIST_LABEL.fullmatch(texts[0]) else "\t").join(texts)


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    typed = made_up = False  # whether a space was typed since the last glyph, or PDFium put one there
    for glyph in glyphs:
        if glyph.char.isspace() or glyph.char == "\0":
            typed = typed or not glyph.made_up
            made_up = made_up or glyph.char == " "
            continue
        last = runs[-1] if runs else None
        if last is None or not _continues(last, glyph, _CELL_GAP if typed else _BARE_GAP):
            runs.append(_Run(glyph.left, glyph.right, glyph.base, glyph.size, [glyph.char]))
        else:
            apart = glyph.left - last.right > _WORD_GAP * glyph.size and (made_up or _follows_mark(last, glyph))
            last.chars += [" ", glyph.char] if typed or apart else [glyph.char]
            last.right = max(last.right, glyph.right)
        typed = made_up = False
    return runs


def _continues(run: _Run, glyph: Glyph, widest: float) -> bool:
    size = max(run.size, glyph.size)
    on_line = abs(glyph.base - run.base) <= _SAME_LINE * size
    return on_line and -size <= glyph.left - run.right <= widest * size


def _follows_mark(run: _Run, glyph: Glyph) -> bool:
    return bool(_MARK.match(run.chars[-1])) and not _MARK.match(glyph.char)


def _goes_on(cell: _Cell, run: _Run) -> bool:
    """Whether `run` is the next line of `cell`: just below its last, and not left of it."""
    last = cell.runs[-1]
    return _is_next_line(last, run) and run.left >= cell.left - _MARGIN * last.size


def _is_next_line(above: _Run, below: _Run) -> bool:
    return _SAME_LINE * above.size < above.base - below.base <= _LINE_PITCH * above.size


def _stands_beside(runs: list[_Run], run: _Run) -> bool:
    """Whether `run` begins a cell to the right of the one these runs are in: not below its last line."""
    right = max(other.right for other in runs)
    last = runs[-1]
    return run.left >= right and run.base >= last.base - _SAME_LINE * last.size


def _beside(above: list[_Run], run: _Run) -> list[_Run]:
    """The last of the lines `above` that form a cell `run` stands beside."""
    cell: list[_Run] = []
    for other in reversed(above):
        level = run.base - other.base >= -_SAME_LINE * other.size
        if not (level and run.left >= other.right and (not cell or _is_next_line(other, cell[0]))):
            break
        cell.insert(0, other)
    return cell
