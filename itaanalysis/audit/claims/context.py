"""A claim: a number with all that its sentence, list or table says of it."""

from __future__ import annotations

import re
from functools import cached_property

from itaanalysis.audit.claims.names import Names
from itaanalysis.audit.claims.roles import Roles
from itaanalysis.audit.claims.times import Times


class Context(Roles, Names, Times):
    """The part a number plays, what is named beside it, and the event and year it is of."""

    @cached_property
    def spelled_out(self) -> Context | None:
        """The context of the figure that an amount in words repeats: ๑,๒๙๐,๐๐๐ บาท (หนึ่งล้าน…บาทถ้วน)."""
        if not self.figure.in_words:
            return None
        behind = next((other for other in self.figures if other.start >= self.figure.end), None)
        if behind and behind.family == "money" and self._text(self.figure.end, behind.start).strip() == "(":
            return self.of(behind)
        if not self.before or self.before[-1].family != "money":
            return None
        between = self._text(self.before[-1].unit_end, self.figure.start)
        return self.of(self.before[-1]) if re.fullmatch(r"[ (\-:]*", between) else None

    def _text(self, start: int, end: int) -> str:
        return self.passage.text[start:end]
