"""Which unit a level or a verdict in words is claimed of."""

from __future__ import annotations

from collections.abc import Mapping

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.figures.figure import LEVEL, PASSED
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.meanings.doubt import AHEAD, in_sentence, is_of_some, is_wished, names_a_part, tells_of_a_part
from itaanalysis.audit.named.subjects import Mention, Subjects

_REACH = 120
"""Characters between a unit and what is claimed of it."""
_BESIDE = 30
"""Characters between a score and the level it has."""
_BEHIND = 15
"""Characters behind a verdict in which a part of the result may be named: ผ่านเกณฑ์ OIT."""


class UnitJudged:
    """Finds the unit; `scores` are the totals of the units; the words of `levels`, their names, say nothing else."""

    def __init__(self, subjects: Subjects, scores: Mapping[str, Known], levels: list[str]) -> None:
        self._subjects = subjects
        self._scores = scores
        self._levels = levels

    def of(self, context: Context) -> str:
        """The unit that stands at the claim, in brackets behind it, before it, or in its row; '' when in doubt."""
        at = context.figure.start
        here = context.in_brackets or [one for one in context.mentions if one.unit and one.start == at]
        if here:
            said = in_sentence(context.passage.text, at - _REACH, at)
            return "" if is_wished(said, self._levels) else here[-1].unit
        before = [mention for mention in context.mentions if mention.unit and mention.end <= at]
        if before:
            return "" if self._is_in_doubt(context, before[-1]) else before[-1].unit
        return self._of_row(context) if context.passage.column >= 0 else self._of_score(context)

    def _is_in_doubt(self, context: Context, unit: Mention) -> bool:
        text, at = context.passage.text, context.figure.start
        ahead, between = in_sentence(text, unit.start - AHEAD, unit.start), in_sentence(text, unit.end, at)
        if context.figure.family == LEVEL and (
            context.cue("beyond", between)
            or context.cue("target", between)
            or context.cue("bound_after", context.just_behind)
        ):
            return True
        behind = _BEHIND if context.figure.family == PASSED else 0
        return (
            at - unit.end > _REACH
            or is_of_some(between)
            or is_wished(ahead + between, self._levels)
            or tells_of_a_part(ahead + between)
            or names_a_part(context.mentions, unit.start - AHEAD, context.end + behind)
        )

    def _of_score(self, context: Context) -> str:
        """The only unit that has the score stated right before, where nothing else is named: 92.80 points, level …"""
        text, at = context.passage.text, context.figure.start
        scores = [figure for figure in context.before[-1:] if figure.family == "share" and figure.step < 1]
        if not scores or at - scores[0].end > _BESIDE or names_a_part(context.mentions, 0, context.end + _BEHIND):
            return ""
        said = in_sentence(text, at - _REACH, at)
        if scores[0].typed not in said or is_wished(said, self._levels) or context.cue("beyond", said):
            return ""
        units = [unit for unit, known in self._scores.items() if known.value == scores[0].value]
        return units[0] if len(units) == 1 else ""

    def _of_row(self, context: Context) -> str:
        """The only unit that the cells in front of a cell name, unless the heading says that a part of it is judged."""
        passage = context.passage
        label = self._subjects.mentions(" | ".join(passage.row[: passage.column]))
        units = {mention.unit for mention in label if mention.unit}
        part = names_a_part(self._subjects.mentions(passage.heading), 0, len(passage.heading))
        return units.pop() if len(units) == 1 and not part else ""
