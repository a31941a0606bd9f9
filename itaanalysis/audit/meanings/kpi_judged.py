"""Which KPI a status in words is claimed of."""

from __future__ import annotations

from collections.abc import Sequence

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.figures.numbers import figures
from itaanalysis.audit.known.agreement import agreement, near_miss
from itaanalysis.audit.meanings.doubt import AHEAD, ends_in, in_sentence, is_of_some, is_relative, is_wished
from itaanalysis.audit.meanings.scores_of import ScoresOf
from itaanalysis.audit.named.subjects import Mention, Subjects
from itaanalysis.audit.phrases import occurrences, phrases

_SAID = [word for value in ("above", "below", "met", "missed") for word in phrases().claims[value]]


class KpiJudged:
    """Finds the KPI by the topic and the unit named last, in the sentence or in the row."""

    def __init__(self, subjects: Subjects, of: ScoresOf, levels: list[str]) -> None:
        self._subjects = subjects
        self._of = of
        self._levels = levels

    def kpi(self, context: Context) -> str:
        """The KPI; '' when in doubt."""
        named = [mention for mention in context.mentions if mention.end <= context.figure.start]
        if context.passage.column < 0 or any(mention.topic for mention in named):
            subject, kpi = self._named_last(named)
            return kpi if subject and self._is_told(context, kpi, subject, named) else ""
        cells = context.passage.row[: context.passage.column]
        _, kpi = self._named_last(self._subjects.mentions(" | ".join(cells)))
        return kpi if self._fits(kpi, [figure for cell in cells for figure in figures(cell)]) else ""

    def _named_last(self, named: Sequence[Mention]) -> tuple[Mention | None, str]:
        """The topic named last and the KPI it stands for beside the unit named last."""
        subject = next((mention for mention in reversed(named) if mention.topic or mention.indicator), None)
        unit = next((mention.unit for mention in reversed(named) if mention.unit), "")
        if subject is None or subject.indicator or subject.topic is None or not (subject.topic.kpi or unit):
            return None, ""
        kpis = self._of.kpis(subject.topic, unit)
        return (subject, kpis[0]) if len(kpis) == 1 else (None, "")

    def _is_told(self, context: Context, kpi: str, subject: Mention, named: Sequence[Mention]) -> bool:
        """Whether a sentence tells of the KPI itself, as it is: not of a part of it, nor of what had its status."""
        text, at = context.passage.text, context.figure.start
        last = max(mention.end for mention in named if mention == subject or mention.unit)
        since = in_sentence(text, last, at)
        of_some = is_relative(since) if subject.topic and subject.topic.kpi else is_of_some(since)
        doubtful = (
            (any(focus.own for focus in context.spoken_of) and not self._states(kpi, context.before))
            or of_some
            or ends_in(text, last, at)
            or next(occurrences(_SAID, since), None) is not None
            or is_wished(in_sentence(text, subject.start - AHEAD, at), self._levels)
        )
        return not doubtful and self._fits(kpi, [figure for figure in context.before if figure.start >= last])

    def _states(self, kpi: str, stated: Sequence[Figure]) -> bool:
        """Whether one of the numbers before a status is the result of the KPI, whatever events are spoken of."""
        return any(agreement(figure, known) for figure in stated for known in self._of.results([kpi]))

    def _fits(self, kpi: str, stated: Sequence[Figure]) -> bool:
        """Whether one of the numbers before a status is of the KPI, where there are any."""
        own = [*self._of.results([kpi]), *self._of.targets([kpi])]
        numbers = [figure for figure in stated if figure.family in ("share", "people", "")]
        return not numbers or any(agreement(figure, known) or near_miss(figure, known)
                                  for figure in numbers for known in own)  # fmt: skip
