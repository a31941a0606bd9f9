"""What a score or a percentage may mean: a KPI, its target, the total of a unit, a tool, an indicator, a mark."""

from __future__ import annotations

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.agreement import distance
from itaanalysis.audit.known.facts import TARGET, Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.eit_parts import part_by_place, part_named
from itaanalysis.audit.meanings.named_last import is_mean_of, last_unit, subject_of, topic_id
from itaanalysis.audit.meanings.readings import FOREIGN, MORE, Readings
from itaanalysis.audit.meanings.scores_loosely import MONEY, loosely
from itaanalysis.audit.meanings.scores_of import ScoresOf
from itaanalysis.audit.meanings.series import up_to_its_own
from itaanalysis.audit.meanings.shares import POINTS, shares_of_money, shares_of_units
from itaanalysis.audit.meanings.units_counted import UnitsCounted
from itaanalysis.audit.named.subjects import Mention, Subjects
from itaanalysis.audit.phrases import Topic, phrases

SILENT = frozenset(("participants", "unspent"))
"""Topics that no score or percentage is stated of."""
_Found = tuple[list[Known], tuple[str, ...]]


class ScoreReadings:
    """Reads scores and percentages by the last topic, indicator and unit named before them."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self.known = known
        self.of = ScoresOf(known, subjects)
        self._counted = UnitsCounted(known)

    def read(self, context: Context) -> Readings:
        """Figures the number has to equal, figures it may equal, and what it is about."""
        foreign = [mention for mention in context.named_in_lead if topic_id(mention) == FOREIGN]
        if foreign:
            return Readings(about=(FOREIGN, context.passage.text[foreign[-1].start : foreign[-1].end]))
        named, paired = up_to_its_own(
            context, [mention for mention in context.named if topic_id(mention) not in SILENT]
        )
        behind = [mention for mention in context.named_next if topic_id(mention) not in SILENT]
        if not named:
            named = behind[:2]
        if in_order := self._part_by_place(context, named):
            return Readings(tuple(in_order), (), ("tool", in_order[0].source))
        if (counted := self._of_units_counted(context, named)) is not None:
            return counted
        sure, about = self._about(context, context.in_brackets or named)
        if context.names_the_mark and about[0] in ("pass_rate", "ita_score", "unit") and named:
            sure = [*self.known.thresholds[:1], *self.of.targets(self.of.kpis_named(named))]
            if about[0] == "pass_rate" and _is_percentage(context):
                slips = [known for known in sure if distance(context.figure, known) <= 1]
                of_all = any(topic_id(mention) == "national" for mention in named)
                sure = [] if of_all else [*self.of.results(["pass_rate"]), *slips]
        others = [known for mention in behind for known in self._about(context, [mention])[0]]
        if not paired and not context.names_the_mark and self._spent_up(context, named):
            sure, others, about = [], [*sure, *others], (*about, MORE)
        if context.is_beyond and not context.is_target and not context.role:
            # More than a hundred percent of something, and no score at all.
            sure, others = [], [*sure, *others]
        return Readings(tuple(sure), tuple(self._perhaps(context, named, sure, others)), about)

    def _about(self, context: Context, named: list[Mention]) -> _Found:
        """The scores of what is named last, and what that is."""
        subject = subject_of(named)
        if subject and topic_id(subject) == "pass_rate" and is_mean_of(context, subject):
            return [], ("some_mean",)
        unit = last_unit(named)
        if subject and subject.indicator:
            return self._of_indicator(context, subject, unit), ("indicator", str(subject.indicator), unit)
        topic = subject.topic if subject else None
        if topic is None:
            return [] if context.is_target else self.of.unit(unit), ("unit", unit)
        of_unit = topic.id in ("pass_rate", "mean", "national", *MONEY) and self.of.is_single(unit)
        if of_unit and named[-1].unit:
            return self.of.unit(unit), ("unit", unit)
        about = topic.id, topic.tool, unit, "target" if context.is_target else ""
        return self._of_topic(context, topic, unit), about

    def _of_indicator(self, context: Context, subject: Mention, unit: str) -> list[Known]:
        """The score of an indicator, and what else its name may stand for (การใช้งบประมาณ) when it is named alone."""
        of_index = any(
            other.indicator != subject.indicator if other.indicator else topic_id(other) in ("ethics_index", "parts")
            for other in (*context.inherited, *context.mentions)
        )
        both = self._of_topic(context, subject.topic, unit) if subject.topic and not of_index else []
        return [*self.of.indicator(subject.indicator, unit), *both]

    def _of_topic(self, context: Context, topic: Topic, unit: str) -> list[Known]:
        if topic.id in (FOREIGN, "some_mean"):
            return []
        if topic.id == "national":
            return [known for known in self.known.national if known.family == "share"]
        if topic.id == "mean":
            return list(self.known.mean_score)
        if topic.tool:
            part = part_named(context, topic, self.known.year.criteria.parts(topic.tool))
            return self.of.tool(part or topic.tool, unit)
        if topic.id == "parts":
            return self.of.indicators(unit)
        kpis = self.of.kpis(topic, unit)
        if topic.kpi == "budget_utilisation" and not context.is_target:
            return [] if context.is_extreme else [*self.of.results(kpis), *shares_of_money(context, self.known)]
        if context.is_bound and not context.is_target:
            return self.of.targets(kpis) if context.names_the_mark else []
        if context.is_target:
            return self.of.targets(kpis)
        if topic.id == "pass_rate" and context.figure.unit in POINTS:
            return []  # a score, not how many passed
        if topic.id == "ita_score" and self.of.is_single(unit):
            return self.of.unit(unit)
        return self.of.results(kpis)

    def _of_units_counted(self, context: Context, named: list[Mention]) -> Readings | None:
        """What so many units right before a percentage are of all."""
        subject = subject_of(named)
        of_units = subject is not None and topic_id(subject) in ("ita_score", "pass_rate")
        if not of_units or self.of.is_single(last_unit(context.named_in_lead)) or context.is_target or context.is_bound:
            return None
        return shares_of_units(context, self._counted)

    def _part_by_place(self, context: Context, named: list[Mention]) -> list[Known]:
        """The score of the part that a number's place tells: EIT ๙๒.๘๘ และ ๘๖.๖๗ are the first and the second."""
        subject = subject_of(named)
        tool = subject.topic if subject and subject.topic and subject.topic.tool else None
        parts = self.known.year.criteria.parts(tool.tool) if tool else ()
        if tool is None or part_named(context, tool, parts):
            return []
        part = part_by_place(context, parts, self.known)
        return self.of.tool(part, last_unit(named)) if part else []

    def _spent_up(self, context: Context, named: list[Mention]) -> bool:
        """Whether another score has already been stated of what is named, and no word says that this is one too."""
        if not named or context.role or (context.passage.column >= 0 and context.in_cell):
            return False
        told = context.is_target or context.is_result
        if named[-1] in context.inherited:
            return not (told or context.in_cell)
        between = [other for other in context.before if named[-1].end <= other.start and other.family in ("share", "")]
        last = named[-1].topic
        paired = last is not None and bool(self.known.year.criteria.parts(last.tool))
        return bool(between) and not (told or paired)

    def _perhaps(self, context: Context, named: list[Mention], sure: list[Known], others: list[Known]) -> list[Known]:
        """What else the number may be, by whether it is a target or a result where the words leave no doubt."""
        if context.plays == "target" and sure and not context.names_the_mark:
            return []  # the target of nothing else
        marks = self.known.thresholds if context.is_bound or context.is_target or context.cue("mark") else ()
        perhaps = [*others, *loosely(context, named, self.of), *marks]
        if context.plays:
            return [known for known in perhaps if (known.role == TARGET) == (context.plays == "target")]
        return perhaps


def _is_percentage(context: Context) -> bool:
    """Whether ผ่านเกณฑ์ร้อยละ … may tell how many passed, rather than the mark."""
    return context.figure.unit in phrases().firm and not context.cue("bound_after", context.just_behind)
