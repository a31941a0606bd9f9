"""Glyphs of a page put together into runs: what stands on one line without a wide gap in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SAME_LINE = 0.5
"""Difference of height, in font sizes, up to which glyphs stand on one line: raised footnote marks do."""
_CELL_GAP = 1.5
"""Room between glyphs, in font sizes, from which they stand in two cells. No justified line leaves as much."""
_BARE_GAP = 0.6
"""The same where no space was typed between them."""
_WORD_GAP = 0.15
"""Room between glyphs, in font sizes, that is a space where PDFium made one up or may have dropped one.

After a Thai vowel or tone it does both: it drops spaces that were typed and breaks words that are whole.
"""
_LINE_PITCH = 2.2
"""Font sizes from one line of a text to its next at most."""

_MARK = re.compile("[ัิ-ฺ็-๎]")
_BETWEEN_THAI = re.compile("(?<=[ก-๎]) (?=[ก-๎])")
_FULL_SPACE = "\u3000"  # stands for a space that was typed while lines are joined


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
class Run:
    """Glyphs on one line; `word` is the right edge of the first word."""

    left: float
    right: float
    base: float
    size: float
    text: str
    word: float

    @classmethod
    def of(cls, glyph: Glyph) -> Run:
        """The run that begins with a glyph."""
        return cls(glyph.left, glyph.right, glyph.base, glyph.size, glyph.char, glyph.right)

    def add(self, glyph: Glyph, space: bool) -> None:
        """Put a glyph, and a space before it, at the end."""
        self.text += f" {glyph.char}" if space else glyph.char
        self.right = max(self.right, glyph.right)
        if " " not in self.text:
            self.word = self.right

    def is_above(self, other: Run) -> bool:
        """Whether `other` is on the next line."""
        return SAME_LINE * self.size < self.base - other.base <= _LINE_PITCH * self.size


def runs(glyphs: Iterable[Glyph]) -> list[Run]:
    """The runs of a page in the order they are drawn."""
    found: list[Run] = []
    typed = made_up = False  # whether a space was typed since the last glyph, or PDFium put one there
    for glyph in glyphs:
        if glyph.char.isspace() or glyph.char == "\0":
            typed = typed or not glyph.made_up
            made_up = made_up or glyph.char == " "
            continue
        last = found[-1] if found else None
        if last is None or not _continues(last, glyph, _CELL_GAP if typed else _BARE_GAP):
            found.append(Run.of(glyph))
        else:
            apart = glyph.left - last.right > _WORD_GAP * glyph.size and (made_up or _follows_mark(last, glyph))
            last.add(glyph, space=typed or apart)
        typed = made_up = False
    return found


def joined(lines: Iterable[Run]) -> str:
    """Lines of one cell or paragraph as one. A Thai line may end inside a phrase, where there is no space."""
    texts = (" ".join(line.text.split()).replace(" ", _FULL_SPACE) for line in lines)
    return _BETWEEN_THAI.sub("", " ".join(texts)).replace(_FULL_SPACE, " ")


def _continues(run: Run, glyph: Glyph, widest: float) -> bool:
    size = max(run.size, glyph.size)
    on_line = abs(glyph.base - run.base) <= SAME_LINE * size
    return on_line and -size <= glyph.left - run.right <= widest * size


def _follows_mark(run: Run, glyph: Glyph) -> bool:
    return bool(_MARK.match(run.text[-1])) and not _MARK.match(glyph.char)
