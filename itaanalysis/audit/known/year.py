"""Every figure of a year that a memo may be held against."""

from __future__ import annotations

from functools import cached_property

from itaanalysis.audit.known.events import EventFigures
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.known.in_words import WordFacts


class KnownFigures(WordFacts, EventFigures):
    """The scores, the money and the events of a year."""

    @cached_property
    def everything(self) -> tuple[Known, ...]:
        """All of it in one list, to see whether a number is some figure of the year."""
        several = [*self.kpis.values(), *self.tool_scores.values(), *self.counts.values()]
        single = [*self.targets.values(), *self.unit_scores.values(), *self.indicator_scores.values()]
        return (
            *(known for group in several for known in group), *single,
            *(known for event in self.events for known in event.facts),
            *self.units.values(), *self.weights.values(),
            *self.group_sums, *self.thresholds, *self.national, *self.mean_score,
            *self.spent, *self.allocation, *self.unspent,
        )  # fmt: skip
