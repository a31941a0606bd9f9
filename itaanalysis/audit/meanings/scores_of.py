"""The scores that a year has of what a memo names: a KPI and its target, a unit, a tool, an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.named.subjects import Mention, Subjects
from itaanalysis.audit.phrases import Topic


class ScoresOf:
    """Looks up scores. A unit is an abbreviation of units.csv, '' where none is named."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self.known = known
        self.ministry, self.ops = subjects.ministry, subjects.ops

    def kpis(self, topic: Topic, unit: str) -> tuple[str, ...]:
        """The KPIs a topic stands for beside a unit."""
        if topic.kpi:
            return (topic.kpi,)
        if unit == self.ministry and topic.ministry:
            return (topic.ministry,)
        if unit == self.ops and topic.ops:
            return (topic.ops,)
        return () if unit else topic.kpis

    def kpis_named(self, named: Sequence[Mention]) -> list[str]:
        """The KPIs of all topics named, each beside the unit named last."""
        unit = next((mention.unit for mention in reversed(named) if mention.unit), "")
        topics = dict.fromkeys(mention.topic for mention in named if mention.topic)
        return [kpi for topic in topics for kpi in self.kpis(topic, unit)]

    def results(self, kpis: Iterable[str]) -> list[Known]:
        """What came of KPIs."""
        return [known for kpi in kpis for known in self.known.kpis.get(kpi, ())]

    def targets(self, kpis: Iterable[str]) -> list[Known]:
        """What was to come of them."""
        return [self.known.targets[kpi] for kpi in kpis if kpi in self.known.targets]

    def is_single(self, unit: str) -> bool:
        """Whether it is one of the units that were scored, not the ministry they belong to."""
        return unit in self.known.unit_scores and unit != self.ministry

    def unit(self, unit: str) -> list[Known]:
        """The total of a unit."""
        return [self.known.unit_scores[unit]] if unit in self.known.unit_scores else []

    def anything_of(self, unit: str) -> list[Known]:
        """Every score of a unit."""
        return [known for known in self.known.everything if known.family == "share" and known.unit == unit]

    def tool(self, tool: str, unit: str) -> list[Known]:
        """The score of a tool, of all units that have one where none or the ministry is named."""
        if unit and unit != self.ministry:
            return list(self.known.tool_scores.get((unit, tool), ()))
        return [known for (_, its), scores in self.known.tool_scores.items() if its == tool for known in scores]

    def indicator(self, number: int, unit: str) -> list[Known]:
        """The score of an indicator; of any unit that has one, unless one other than the office is named."""
        if (unit, number) in self.known.indicator_scores:
            return [self.known.indicator_scores[unit, number]]
        if unit in self.known.unit_scores and unit != self.ops:
            return []
        return [score for (_, its), score in self.known.indicator_scores.items() if its == number]

    def indicators(self, unit: str) -> list[Known]:
        """The scores of all indicators of a unit, or of all units where none is named."""
        return [score for (its, _), score in self.known.indicator_scores.items() if its == unit or not unit]
