"""What a score or a percentage may mean: a KPI, its target, the total of a unit, a tool, an indicator, a mark."""

from __future__ import annotations

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.facts import TARGET, Known
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.eit_parts import part_by_place, part_named
from itaanalysis.audit.meanings.readings import FOREIGN, MORE, Readings
from itaanalysis.audit.meanings.scores_of import ScoresOf
from itaanalysis.audit.meanings.series import up_to_its_own
from itaanalysis.audit.meanings.shares import shares_of_money, shares_of_units
from itaanalysis.audit.named.subjects import Mention, Subjects
from itaanalysis.audit.phrases import Topic

SILENT = frozenset(("participants", "unspent"))
"""Topics that no score or percentage is stated of."""
_MONEY = frozenset(("spent", "allocation"))
_MEANS = frozenset(("mean", "some_mean"))
_NEAR = 45
"""Characters between what is scored and its score that leave no room for something else."""
_BESIDE = 16
"""Characters between a unit and its own score: กรม… ได้คะแนน."""
_Found = tuple[list[Known], tuple[str, ...]]


class ScoreReadings:
    """Reads scores and percentages by the last topic, indicator and unit named before them."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self.known = known
        self.of = ScoresOf(known, subjects)

    def read(self, context: Context) -> Readings:
        """Figures the number has to equal, figures it may equal, and what it is about."""
        foreign = [mention for mention in context.named_in_lead if _topic(mention) == FOREIGN]
        if foreign:
            return Readings(about=(FOREIGN, context.passage.text[foreign[-1].start : foreign[-1].end]))
        named, paired = up_to_its_own(context, [mention for mention in context.named if not _silent(mention)])
        behind = [mention for mention in context.named_next if not _silent(mention)]
        if not named:
            named = behind[:2]
        if in_order := self._part_by_place(context, named):
            return Readings(tuple(in_order), (), ("tool", in_order[0].source))
        sure, about = self._about(context, context.in_brackets or named)
        if context.names_the_mark and about[0] in ("pass_rate", "ita_score", "unit") and named:
            sure = [*self.known.thresholds[:1], *self.of.targets(self.of.kpis_named(named))]
        others = [known for mention in behind for known in self._about(context, [mention])[0]]
        if not paired and not context.names_the_mark and self._spent_up(context, named):
            sure, others, about = [], [*sure, *others], (*about, MORE)
        if context.is_beyond and not context.is_target and not context.role:
            # More than a hundred percent of something, and no score at all.
            sure, others = [], [*sure, *others]
        return Readings(tuple(sure), tuple(self._perhaps(context, named, sure, others)), about)

    def _about(self, context: Context, named: list[Mention]) -> _Found:
        """The scores of what is named last, and what that is."""
        subject = _subject(context, named)
        if subject and _topic(subject) == "pass_rate" and _is_mean_of(context, subject):
            return [], ("some_mean",)
        unit = _last_unit(named)
        if subject and subject.indicator:
            return self._of_indicator(context, subject, unit), ("indicator", str(subject.indicator), unit)
        topic = subject.topic if subject else None
        if topic is None:
            return [] if context.is_target else self.of.unit(unit), ("unit", unit)
        of_unit = topic.id in ("pass_rate", "mean", "national", *_MONEY) and self.of.is_single(unit)
        if of_unit and named[-1].unit:
            return self.of.unit(unit), ("unit", unit)
        about = topic.id, topic.tool, unit, "target" if context.is_target else ""
        return self._of_topic(context, topic, unit), about

    def _of_indicator(self, context: Context, subject: Mention, unit: str) -> list[Known]:
        """The score of an indicator, and what else its name may stand for (การใช้งบประมาณ) when it is named alone."""
        of_index = any(
            other.indicator != subject.indicator if other.indicator else _topic(other) in ("ethics_index", "parts")
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
        if topic.kpi == "budget_utilisation":
            return [] if context.is_extreme else [*self.of.results(kpis), *shares_of_money(context, self.known)]
        if context.is_bound and not context.is_target:
            return self.of.targets(kpis) if context.names_the_mark else []
        if context.is_target:
            return self.of.targets(kpis)
        if topic.id == "ita_score" and self.of.is_single(unit):
            return self.of.unit(unit)
        shares = shares_of_units(context, self.known) if topic.id in ("ita_score", "pass_rate") else []
        return shares or self.of.results(kpis)

    def _part_by_place(self, context: Context, named: list[Mention]) -> list[Known]:
        """The score of the part that a number's place tells: EIT ๙๒.๘๘ และ ๘๖.๖๗ are the first and the second."""
        subject = _subject(context, named)
        tool = subject.topic if subject and subject.topic and subject.topic.tool else None
        parts = self.known.year.criteria.parts(tool.tool) if tool else ()
        if tool is None or part_named(context, tool, parts):
            return []
        part = part_by_place(context, parts, self.known)
        return self.of.tool(part, _last_unit(named)) if part else []

    @staticmethod
    def _spent_up(context: Context, named: list[Mention]) -> bool:
        """Whether another score has already been stated of what is named, and no word says that this is one too."""
        if not named or context.role or (context.passage.column >= 0 and context.in_cell):
            return False
        told = context.is_target or context.is_result
        if named[-1] in context.inherited:
            return not (told or context.in_cell)
        between = [other for other in context.before if named[-1].end <= other.start and other.family in ("share", "")]
        paired = named[-1].topic is not None and named[-1].topic.tool == "EIT"
        return bool(between) and not (told or paired)

    def _perhaps(self, context: Context, named: list[Mention], sure: list[Known], others: list[Known]) -> list[Known]:
        """What else the number may be, by whether it is a target or a result where the words leave no doubt."""
        if context.plays == "target" and sure and not context.names_the_mark:
            return []  # the target of nothing else
        marks = self.known.thresholds if context.is_bound or context.is_target or context.cue("mark") else ()
        perhaps = [*others, *self._loosely(context, named), *marks]
        if context.plays:
            return [known for known in perhaps if (known.role == TARGET) == (context.plays == "target")]
        return perhaps

    def _loosely(self, context: Context, named: list[Mention]) -> list[Known]:
        """Everything else that was named in the passage: the number may belong to any of it."""
        kpis, topics = self.of.kpis_named(named), {_topic(mention) for mention in named}
        found = [*self.of.results(kpis), *self.of.targets(kpis)]
        if topics & _MONEY:
            found += [*shares_of_money(context, self.known), *self.known.group_sums]
        found += [self.known.weights[mention.topic.tool] for mention in named[-1:]
                  if mention.topic and mention.topic.tool in self.known.weights]  # fmt: skip
        if topics & _MEANS:
            found += [*self.known.mean_score, *self.known.national]
        if "national" in topics or context.in_cell:
            found += [known for known in self.known.national if known.value == context.figure.value]
        found += self._loosely_of_unit(context, named)
        if context.is_target:
            found += self.known.targets.values()
        return [known for known in found if known.family == "share"]

    def _loosely_of_unit(self, context: Context, named: list[Mention]) -> list[Known]:
        """Any score of the unit named, unless what is scored is named right before the number."""
        unit = _last_unit(named)
        subject = next((mention for mention in reversed(named) if mention.topic or mention.indicator), None)
        beside = bool(named) and bool(named[-1].unit) and 0 <= context.figure.start - named[-1].end <= _BESIDE
        if beside and subject is None and not context.in_cell and named[-1] not in context.inherited:
            return self.of.unit(unit)
        if subject is not None and (subject in context.inherited or context.figure.start - subject.end <= _NEAR):
            return [] if subject.indicator or (subject.topic and subject.topic.tool) else self.of.unit(unit)
        return self.of.anything_of(unit)


def _subject(context: Context, named: list[Mention]) -> Mention | None:
    """The topic or indicator named last; the index for its mean, the indicator for a tool that only places it."""
    subject = next((mention for mention in reversed(named) if mention.topic or mention.indicator), None)
    if subject is None:
        return None
    if _topic(subject) == "some_mean":  # the index is a mean itself
        return next((mention for mention in reversed(named) if _topic(mention) == "ethics_index"), subject)
    if subject.topic and subject.topic.tool:  # การใช้ทรัพย์สินของราชการ (IIT)
        placed = (mention for mention in reversed(named)
                  if mention.indicator and mention.end <= subject.start <= mention.end + 2)  # fmt: skip
        return next(placed, subject)
    return subject


def _is_mean_of(context: Context, subject: Mention) -> bool:
    """Whether it is a mean of those named: คะแนนเฉลี่ยของหน่วยงานที่ผ่านเกณฑ์."""
    means = [mention for mention in context.mentions if _topic(mention) in _MEANS]
    return any(0 <= subject.start - mention.end <= _BESIDE for mention in means)


def _last_unit(named: list[Mention]) -> str:
    return next((mention.unit for mention in reversed(named) if mention.unit), "")


def _topic(mention: Mention) -> str:
    return mention.topic.id if mention.topic else ""


def _silent(mention: Mention) -> bool:
    return _topic(mention) in SILENT
