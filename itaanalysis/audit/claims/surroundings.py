"""A number in its sentence: the words before and behind it, and its row and heading in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Self

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.named.events import Focus
from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import occurrences, phrases

CLAUSE = 60
"""Characters before a number in which a word still speaks of it."""
_BEHIND = 20
"""Characters behind a number in which a word says that it is a mark."""


@dataclass(frozen=True)
class Surroundings:
    """A figure among the others of its passage, what the passage names, and what it takes over from around it.

    `inherited` are the mentions of the row's label and the column's heading, or of the passage before. `role` is what
    the heading says (target, result or ''), `total` that the row adds up the ones above it, `mean` that it is their
    mean, and `above` are the numbers of its column there; `items` are those of its kind in the list before it, or the
    subtotals of the column. `other_year` is the fiscal year in the heading, if it is another one.
    """

    passage: Passage
    figure: Figure
    figures: Sequence[Figure]
    mentions: Sequence[Mention]
    fiscal_year: int
    inherited: Sequence[Mention] = ()
    focus: Sequence[Focus] = ()
    role: str = ""
    total: bool = False
    other_year: int = 0
    above: tuple[Decimal, ...] = ()
    items: tuple[Decimal, ...] = ()
    mean: bool = False

    @property
    def end(self) -> int:
        """Where the number ends with the word that says what it counts."""
        return self.figure.unit_end or self.figure.end

    @cached_property
    def before(self) -> list[Figure]:
        """The figures of the passage before this one."""
        return [other for other in self.figures if other.end <= self.figure.start]

    @cached_property
    def alike_before(self) -> list[Figure]:
        """Those of them that count the same."""
        return [other for other in self.before if other.family == self.figure.family]

    @cached_property
    def lead(self) -> str:
        """The words before the number, back to the number before it."""
        start = self.figure.start
        ends = [other.unit_end for other in self.before]
        return self.passage.text[max([*ends[-1:], start - CLAUSE, 0]) : start]

    @cached_property
    def wide_lead(self) -> str:
        """The words before the number, over other numbers."""
        return self.passage.text[max(0, self.figure.start - CLAUSE) : self.figure.start]

    @cached_property
    def trail(self) -> str:
        """The words behind the number and its unit, up to the next number."""
        starts = [other.start for other in self.figures if other.start >= self.end]
        return self.passage.text[self.end : min([*starts[:1], self.end + CLAUSE])]

    @property
    def just_behind(self) -> str:
        """The characters right behind the number and its unit, over other numbers."""
        return self.passage.text[self.end :][:_BEHIND]

    @cached_property
    def label(self) -> str:
        """The cells in front of a cell."""
        return " ".join(self.passage.row[: self.passage.column]) if self.in_cell else ""

    @property
    def in_cell(self) -> bool:
        """Whether the number is nearly all that stands in a cell of a table."""
        return self.passage.is_short_cell

    def of(self, figure: Figure) -> Self:
        """The same of another figure of the passage."""
        return replace(self, figure=figure)

    def cue(self, name: str, text: str | None = None) -> bool:
        """Whether a word of a list of phrases.toml stands before the number (or in `text`)."""
        return next(occurrences(phrases().cues[name], self.lead if text is None else text), None) is not None

    def cue_just_before(self, name: str, reach: int = 14) -> bool:
        """Whether such a word stands right before the number."""
        return self.cue(name, self.lead[-reach:])
