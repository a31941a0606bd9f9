"""What was named beside a number, and which of several names it belongs to."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from itaanalysis.audit.claims.surroundings import Surroundings
from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import any_word

_OF = re.compile(rf" ?\(?{any_word('of')}", re.IGNORECASE)
_IN_A_ROW = re.compile(rf" ?{any_word('score')}? ?(?:{any_word('and')}|/)? ?(?:ได้)? ?{any_word('score')}? ?")
_BEHIND = 24
"""Characters behind a number in which a name may be what it is of, and behind a row of numbers."""


class Names(Surroundings):
    """Topics, indicators and units beside a number."""

    @cached_property
    def named(self) -> list[Mention]:
        """What was named before the number, oldest first, taken over or in the passage."""
        return [*self.inherited, *(mention for mention in self.mentions if mention.end <= self.figure.start)]

    @property
    def named_in_lead(self) -> list[Mention]:
        """What the words right before the number name."""
        start = self.figure.start - len(self.lead)
        return [mention for mention in self.mentions if start <= mention.start and mention.end <= self.figure.start]

    @cached_property
    def named_next(self) -> list[Mention]:
        """What the words right behind the number name: “ร้อยละ ๑๐๐ ของข้อร้องเรียน”."""
        if self.named and not _OF.match(self.trail):
            return []
        close = self.end + min(len(self.trail), _BEHIND)
        return [mention for mention in self.mentions if self.end <= mention.start < close]

    @cached_property
    def in_brackets(self) -> list[Mention]:
        """The unit in brackets right behind the number, whose it is: ต่ำสุด ๘๔.๖๐ (สศท.)."""
        bracket = re.match(r" ?\( ?", self.passage.text[self.end :])
        at = self.end + bracket.end() if bracket else -1
        found = [mention for mention in self.mentions if mention.unit and mention.start == at]
        return [mention for mention in found if re.match(r"(?: ?\([^()]*\))? ?\)", self.passage.text[mention.end :])]

    @property
    def place_in_series(self) -> tuple[int, int]:
        """Where the number stands among those in a row with it, and how many they are."""
        starts = [figure.start for figure in self._series]
        return (starts.index(self.figure.start) if self.figure.start in starts else 0), len(starts)

    @property
    def series_values(self) -> list[Decimal]:
        """The numbers in a row with this one, itself among them."""
        return [figure.value for figure in self._series if isinstance(figure.value, Decimal)]

    @property
    def after_series(self) -> str:
        """The words right behind the row of numbers."""
        return self.passage.text[self._series[-1].unit_end or self._series[-1].end :][:_BEHIND]

    @cached_property
    def _series(self) -> list[Figure]:
        """The numbers of the same kind that stand in a row with this one, parted by commas or และ."""
        same = [figure for figure in self.figures if figure.family == self.figure.family]
        at = next((i for i, figure in enumerate(same) if figure.start == self.figure.start), -1)
        first = last = max(at, 0)
        while first > 0 and self._in_a_row(same[first - 1], same[first]):
            first -= 1
        while last + 1 < len(same) and self._in_a_row(same[last], same[last + 1]):
            last += 1
        return same[first : last + 1] if at >= 0 else [self.figure]

    def _in_a_row(self, one: Figure, two: Figure) -> bool:
        return bool(_IN_A_ROW.fullmatch(self.passage.text[one.unit_end or one.end : two.start]))
