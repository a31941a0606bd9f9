"""The verdict on what a memo claims in words."""

from __future__ import annotations

from dataclasses import replace

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.figures.figure import LEVEL, PASSED, WEEKDAY
from itaanalysis.audit.finding import AGREES, CONTRADICTS, DIFFERS, UNCHECKED, Finding
from itaanalysis.audit.judging import remarks
from itaanalysis.audit.judging.remarks import NOTHING, Remark
from itaanalysis.audit.judging.told import Teller
from itaanalysis.audit.known.in_words import Saying
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.in_words import WordReadings
from itaanalysis.audit.named.subjects import Subjects
from itaanalysis.terms import STATUSES
from itaanalysis.thai.calendar import WEEKDAYS_EN, WEEKDAYS_TH

_COVERED = {"met": frozenset(("as_planned", "above")), "missed": frozenset(("below",))}
_JUDGED = {"passed": ("ผ่านเกณฑ์", "passed"), "failed": ("ไม่ผ่านเกณฑ์", "did not pass")}


class WordJudge:
    """Holds claims in words against what the data leave possible."""

    def __init__(self, known: KnownFigures, subjects: Subjects, teller: Teller) -> None:
        self._readings = WordReadings(known, subjects)
        self._criteria = known.year.criteria
        self._teller = teller

    def judge(self, context: Context) -> Finding | None:
        """The finding of a claim; None when it is in doubt what it is of."""
        if context.figure.family == WEEKDAY:
            return self._of_weekday(context)
        saying = self._readings.read(context)
        if saying is None:
            return None
        claimed = _COVERED.get(str(context.figure.value), frozenset((str(context.figure.value),)))
        if claimed.isdisjoint(saying.possible):
            names = self._names(context.figure.family, saying)
            finding = self._teller.finding(context, DIFFERS, None, remarks.should_say(names, saying), saying.what)
            meant = " / ".join(name[1 if context.figure.typed.isascii() else 0] for name in names)
            return replace(finding, source=saying.source, meant=meant)
        verdict = AGREES if saying.possible <= claimed else UNCHECKED
        finding = self._teller.finding(context, verdict, None, NOTHING, saying.what)
        return replace(finding, source=saying.source)

    def _of_weekday(self, context: Context) -> Finding:
        """A weekday that is not that of the date behind it; which of the two is wrong nobody can tell."""
        day = int(str(context.figure.value))
        remark = remarks.another_weekday(WEEKDAYS_TH[day], WEEKDAYS_EN[day])
        meant = WEEKDAYS_EN[day] if context.figure.typed.isascii() else f"วัน{WEEKDAYS_TH[day]}"
        finding = self._teller.finding(context, CONTRADICTS, None, remark)
        return replace(finding, source=f"line {finding.line}", meant=meant)

    def _names(self, family: str, saying: Saying) -> list[Remark]:
        """What may be said, in Thai and English, the best first."""
        if family == LEVEL:
            levels = [level for level in self._criteria.levels if level.name_th in saying.possible]
            return [(level.name_th, level.name_en) for level in levels]
        words = _JUDGED if family == PASSED else STATUSES
        return [words[value] for value in words if value in saying.possible]
