"""What the data say of what a claim in words is of: the unit of a level or verdict, the KPI of a status.

A word is claimed of what is named last before it, and only where the sentence leaves no doubt: not of what ought to be
(เพื่อให้ สป. ได้ระดับ…), not of so many units or KPIs, not of a tool or an indicator of the unit.
"""

from __future__ import annotations

import re

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.figures.figure import LEVEL, PASSED, STATUS
from itaanalysis.audit.known.in_words import Saying
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.kpi_judged import KpiJudged
from itaanalysis.audit.meanings.scores_of import ScoresOf
from itaanalysis.audit.meanings.unit_judged import UnitJudged
from itaanalysis.audit.named.subjects import Subjects
from itaanalysis.audit.phrases import any_word
from itaanalysis.thai.text import normalise

_COUNT = rf"{any_word('so_many_are')}? ?[0-9]+"
_SO_MANY = re.compile(rf" ?(?:{any_word('all_of')}|{_COUNT} ?{any_word('counts_things')})", re.IGNORECASE)
_NUMBERED = re.compile(rf"[ :]*{_COUNT}(?![.0-9]| ?{any_word('score')})", re.IGNORECASE)


class WordReadings:
    """Reads claims in words."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self._known = known
        self._of = ScoresOf(known, subjects)
        levels = [normalise(name) for level in known.year.criteria.levels for name in (level.name_th, level.name_en)]
        self._unit, self._kpi = UnitJudged(subjects, known.unit_scores, levels), KpiJudged(subjects, self._of, levels)

    def read(self, context: Context) -> Saying | None:
        """What the data say; None when it is in doubt of what."""
        text, family = context.passage.text, context.figure.family
        if context.of_other_year or _SO_MANY.match(text, context.end):
            return None
        if family == STATUS:
            return self._known.statuses.get(self._kpi.kpi(context))
        if family == PASSED and _NUMBERED.match(text, context.end):
            return None  # so many did
        unit = self._unit.of(context)
        if not self._of.is_single(unit):
            return None
        return (self._known.levels if family == LEVEL else self._known.verdicts).get(unit)
