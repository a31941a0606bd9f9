"""What a score or a percentage may mean: a KPI, its target, the total of a unit, a tool, an indicator, a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from itaanalysis.audit.context import Context
from itaanalysis.audit.known import TARGET, Known
from itaanalysis.audit.known_figures import KnownFigures
from itaanalysis.audit.known_money import share_of
from itaanalysis.audit.phrases import Topic
from itaanalysis.audit.subjects import Mention, Subjects
from itaanalysis.thai.numbers import exact, round_share

SILENT = frozenset(("participants", "unspent"))
"""Topics that no score or percentage is stated of."""
_MONEY = frozenset(("spent", "allocation"))
FOREIGN = "foreign"
MORE = "more"
"""Another number of what has had its own."""
_NEAR = 45
"""Characters between what is scored and its score that leave no room for something else."""
_BESIDE = 16
"""Characters between a unit and its own score: กรม… ได้คะแนน."""
_PART = re.compile(r"(?:ส่วนที่|ตอนที่|part|EIT) ?([1-9])(?![0-9])", re.IGNORECASE)
_JOINED = re.compile(r" ?(?:และ|กับ|,|and) ?(?:ของ)? ?")
Found = tuple[list[Known], list[Known], tuple[str, ...]]


class ScoreReadings:
    """Reads scores and percentages by the last topic, indicator and unit named before them."""

    def __init__(self, known: KnownFigures, subjects: Subjects) -> None:
        self.known = known
        self.subjects = subjects

    def read(self, context: Context) -> Found:
        """Figures the number has to equal, figures it may equal, and what it is about."""
        named = [mention for mention in context.named if not _silent(mention)]
        foreign = [mention for mention in context.named_in_lead if mention.topic and mention.topic.id == "foreign"]
        if foreign:
            return [], [], (FOREIGN, context.passage.text[foreign[-1].start : foreign[-1].end])
        named, paired = self._paired(context, named)
        behind = [mention for mention in context.named_next if not _silent(mention)]
        if not named:
            named = behind[:2]
        sure, about = self._about(context, context.in_brackets or named)
        if context.names_the_mark and about[0] in ("pass_rate", "ita_score", "unit") and named:
            sure = [*self.known.thresholds[:1], *self._targets(self._kpis_named(named))]
        others = [known for mention in behind for known in self._about(context, [mention])[0]]
        if not paired and not context.names_the_mark and self._spent_up(context, named):
            sure, others, about = [], [*sure, *others], (*about, MORE)
        if (
            context.is_beyond and not context.is_target and not context.role
        ):  # more than a hundred percent of something, and no score at all
            sure, others = [], [*sure, *others]
        marks = self.known.thresholds if context.is_bound or context.is_target or context.cue("mark") else ()
        perhaps = [*others, *self._perhaps(context, named), *marks]
        if context.plays == "target" and sure and not context.names_the_mark:
            perhaps = []  # the target of nothing else
        if context.plays:  # no doubt whether a number is the target or the result
            perhaps = [known for known in perhaps if (known.role == TARGET) == (context.plays == "target")]
        return sure, perhaps, about

    @staticmethod
    def _paired(context: Context, named: list[Mention]) -> tuple[list[Mention], bool]:
        """What is named up to the one that a number of a series belongs to: สวอ. และ สพค. ได้ ๙๓.๓๖ และ ๙๑.๒๕ ตามลำดับ.

        And whether the number is of such a series.
        """
        place, many = context.place_in_series
        series = [mention for mention in named if mention not in context.inherited][-many:]
        kinds = {(bool(mention.unit), bool(mention.indicator)) for mention in series}
        if many < 2 or len(series) < many or len(kinds) > 1 or (series[-1].topic and not series[-1].topic.tool):
            return named, False
        told = context.cue("respectively", context.after_series)
        joined = all(_JOINED.fullmatch(context.passage.text[one.end : two.start]) for one, two in pairwise(series))
        return (named[: len(named) - many + place + 1], True) if told or joined else (named, False)

    def _about(self, context: Context, named: list[Mention]) -> tuple[list[Known], tuple[str, ...]]:
        subject = next((mention for mention in reversed(named) if mention.topic or mention.indicator), None)
        if subject and subject.topic and subject.topic.id == "some_mean":  # the index is a mean itself
            indices = [mention for mention in named if mention.topic and mention.topic.id == "ethics_index"]
            subject = indices[-1] if indices else subject
        if subject and subject.topic and subject.topic.id == "pass_rate" and self._is_mean_of(context, subject):
            return [], ("some_mean",)
        unit = next((mention.unit for mention in reversed(named) if mention.unit), "")
        last_is_unit = bool(named) and bool(named[-1].unit)
        if subject and subject.topic and subject.topic.tool:
            subject = self._bracketed_tool(named, subject) or subject
        if subject and subject.indicator:
            of_index = any(mention.indicator != subject.indicator if mention.indicator else _of_index(mention)
                        for mention in (*context.inherited, *context.mentions))  # fmt: skip
            both = self._topic(context, subject.topic, unit) if subject.topic and not of_index else []
            return [*self._indicator(subject.indicator, unit), *both], ("indicator", str(subject.indicator), unit)
        topic = subject.topic if subject else None
        if topic is None:
            return [] if context.is_target else self._unit(unit), ("unit", unit)
        if topic.id in ("pass_rate", "mean", "national", *_MONEY) and last_is_unit and self._is_single(unit):
            return self._unit(unit), ("unit", unit)
        return self._topic(context, topic, unit), (topic.id, topic.tool, unit, "target" if context.is_target else "")

    @staticmethod
    def _is_mean_of(context: Context, subject: Mention) -> bool:
        """Whether it is a mean of those named: คะแนนเฉลี่ยของหน่วยงานที่ผ่านเกณฑ์."""
        means = [mention for mention in context.mentions if mention.topic and mention.topic.id in ("mean", "some_mean")]
        return any(0 <= subject.start - mention.end <= _BESIDE for mention in means)

    @staticmethod
    def _bracketed_tool(named: list[Mention], tool: Mention) -> Mention | None:
        """The indicator that a tool in brackets only places: การใช้ทรัพย์สินของราชการ (IIT)."""
        before = [mention for mention in named if mention.indicator and mention.end <= tool.start <= mention.end + 2]
        return before[-1] if before else None

    def _topic(self, context: Context, topic: Topic, unit: str) -> list[Known]:
        if topic.id in ("foreign", "some_mean"):
            return []
        if topic.id == "national":
            return [known for known in self.known.national if known.family == "share"]
        if topic.id == "mean":
            return list(self.known.mean_score)
        if topic.tool:
            return self._tool(self._part(context, topic), unit)
        if topic.id == "parts":
            return [score for (its, _), score in self.known.indicator_scores.items() if its == unit or not unit]
        if topic.kpi == "budget_utilisation" and context.is_extreme:
            return []
        if topic.kpi == "budget_utilisation":
            return [*self.known.kpis.get(topic.kpi, ()), *self._shares_of_money(context)]
        kpis = self.kpis_of(topic, unit)
        if context.is_bound and not context.is_target:
            return self._targets(kpis) if context.names_the_mark else []
        if context.is_target:
            return self._targets(kpis)
        if topic.id == "ita_score" and self._is_single(unit):
            return self._unit(unit)
        if topic.id in ("ita_score", "pass_rate") and (shares := self._shares_of_units(context)):
            return shares
        return [known for kpi in kpis for known in self.known.kpis.get(kpi, ())]

    def kpis_of(self, topic: Topic, unit: str) -> tuple[str, ...]:
        """The KPIs a topic stands for beside a unit ('' for none named)."""
        if topic.kpi:
            return (topic.kpi,)
        if unit == self.subjects.ministry and topic.ministry:
            return (topic.ministry,)
        if unit == self.subjects.ops and topic.ops:
            return (topic.ops,)
        return () if unit else topic.kpis

    def _targets(self, kpis: Iterable[str]) -> list[Known]:
        return [self.known.targets[kpi] for kpi in kpis if kpi in self.known.targets]

    def _unit(self, unit: str) -> list[Known]:
        return [self.known.unit_scores[unit]] if unit in self.known.unit_scores else []

    def _tool(self, tool: str, unit: str) -> list[Known]:
        if unit and unit != self.subjects.ministry:
            return list(self.known.tool_scores.get((unit, tool), ()))
        return [known for (_, its), scores in self.known.tool_scores.items() if its == tool for known in scores]

    def _part(self, context: Context, topic: Topic) -> str:
        """The part of EIT a number is told to be of: EIT ส่วนที่ ๑."""
        starts = [mention.start for mention in context.mentions
                  if mention.topic == topic and mention.end <= context.figure.start]  # fmt: skip
        said = context.passage.text[starts[-1] : context.figure.start] if starts else context.label
        named, parts = _PART.findall(said), self.known.year.criteria.eit_parts
        return (
            parts[int(named[-1]) - 1] if topic.tool == "EIT" and named and int(named[-1]) <= len(parts) else topic.tool
        )

    def _indicator(self, number: int, unit: str) -> list[Known]:
        if (unit, number) in self.known.indicator_scores:
            return [self.known.indicator_scores[unit, number]]
        known = [score for (_, its), score in self.known.indicator_scores.items() if its == number]
        return [] if unit in self.known.unit_scores and unit != self.subjects.ops else known

    def _is_single(self, unit: str) -> bool:
        return unit in self.known.unit_scores and unit != self.subjects.ministry

    def _spent_up(self, context: Context, named: list[Mention]) -> bool:
        """Whether another score has already been stated of what is named, and no word says that this is one too."""
        if not named or context.role or (context.passage.column >= 0 and context.in_cell):
            return False
        if named[-1] in context.inherited:
            return not (context.is_target or context.is_result or context.in_cell)
        between = [
            figure
            for figure in context.figures
            if named[-1].end <= figure.start and figure.end <= context.figure.start and figure.family in ("share", "")
        ]
        told = context.is_target or context.is_result
        paired = named[-1].topic is not None and named[-1].topic.tool == "EIT"
        return bool(between) and not (told or paired)

    def _perhaps(self, context: Context, named: list[Mention]) -> list[Known]:
        """Everything else that was named in the passage: the number may belong to any of it."""
        kpis = self._kpis_named(named)
        found = [known for kpi in kpis for known in self.known.kpis.get(kpi, ())]
        found += self._targets(kpis)
        if any(mention.topic and mention.topic.id in _MONEY for mention in named):
            found += [*self._shares_of_money(context), *self.known.group_sums]
        found += [self.known.weights[mention.topic.tool] for mention in named[-1:]
                  if mention.topic and mention.topic.tool in self.known.weights]  # fmt: skip
        if any(mention.topic and mention.topic.id in ("mean", "some_mean") for mention in named):
            found += [*self.known.mean_score, *self.known.national]
        if any(mention.topic and mention.topic.id == "national" for mention in named) or context.in_cell:
            found += [known for known in self.known.national if known.value == context.figure.value]
        found += self._loosely_of_unit(context, named)
        if context.is_target:
            found += self.known.targets.values()
        return [known for known in found if known.family == "share"]

    def _loosely_of_unit(self, context: Context, named: list[Mention]) -> list[Known]:
        """Any score of the unit named, unless what is scored is named right before the number."""
        unit = next((mention.unit for mention in reversed(named) if mention.unit), "")
        subject = next((mention for mention in reversed(named) if mention.topic or mention.indicator), None)
        beside = bool(named) and bool(named[-1].unit) and 0 <= context.figure.start - named[-1].end <= _BESIDE
        if beside and subject is None and not context.in_cell and named[-1] not in context.inherited:
            return self._unit(unit)
        if subject is not None and (subject in context.inherited or context.figure.start - subject.end <= _NEAR):
            return [] if subject.indicator or (subject.topic and subject.topic.tool) else self._unit(unit)
        return [known for known in self.known.everything if known.family == "share" and known.unit == unit]

    def _shares_of_units(self, context: Context) -> list[Known]:
        """What a number of units right before a percentage is of all units: ผ่าน ๑๑ แห่ง (ร้อยละ ๙๑.๖๗)."""
        before = [figure for figure in context.figures if figure.end <= context.figure.start]
        counts = self.known.units
        if not before or before[-1].family != "units" or len(context.lead) > _NEAR or not counts:
            return []
        shares = [share_of(counts[which], counts["all"]) for which in ("passed", "failed")]
        return [replace(share, what="pass_rate") for share in shares]

    def _kpis_named(self, named: list[Mention]) -> list[str]:
        """The KPIs of all topics named, each beside the unit named last."""
        unit = next((mention.unit for mention in reversed(named) if mention.unit), "")
        topics = dict.fromkeys(mention.topic for mention in named if mention.topic)
        return [kpi for topic in topics for kpi in self.kpis_of(topic, unit)]

    def _shares_of_money(self, context: Context) -> list[Known]:
        """What an amount stated before is of the allocation or of all spending: it may be told of any event."""
        wholes = [*self.known.allocation, *self.known.spent]
        amounts = [
            figure.value
            for figure in context.figures
            if figure.family == "money" and figure.value is not None and figure.end <= context.figure.start
        ]
        if context.in_cell:  # of the row's event
            codes = context.sure_events
            amounts = [known.value for code in codes for known in self.known.events_by_code[code].of("money")]
        return [
            Known("expenses.amount_baht", "share", round_share(exact(amount), exact(whole.value)), whole.source,
                  unrounded=exact(amount) / exact(whole.value) * 100)
            for amount in amounts[-1:]
            for whole in wholes
            if exact(whole.value) > 0 and exact(amount) != exact(whole.value)
        ]  # fmt: skip


def _of_index(mention: Mention) -> bool:
    """Whether the dimensions of the ethics index are spoken of."""
    return mention.topic is not None and mention.topic.id in ("ethics_index", "parts")


def _silent(mention: Mention) -> bool:
    return mention.topic is not None and mention.topic.id in SILENT
