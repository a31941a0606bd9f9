"""Scores a number may be though nothing says so for certain: of whatever else its passage names."""

from __future__ import annotations

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.meanings.named_last import BESIDE, MEANS, last_topic, last_unit, topic_id
from itaanalysis.audit.meanings.scores_of import ScoresOf
from itaanalysis.audit.meanings.shares import shares_of_money
from itaanalysis.audit.named.subjects import Mention

MONEY = frozenset(("spent", "allocation"))
"""Topics whose percentages are shares of money."""
_NEAR = 45
"""Characters between what is scored and its score that leave no room for something else."""


def loosely(context: Context, named: list[Mention], of: ScoresOf) -> list[Known]:
    """Everything that was named in the passage: the number may belong to any of it."""
    known, kpis, topics = of.known, of.kpis_named(named), {topic_id(mention) for mention in named}
    found = [*of.results(kpis), *of.targets(kpis)]
    if topics & MONEY:
        found += [*shares_of_money(context, known), *known.group_sums]
    found += [known.weights[mention.topic.tool] for mention in named[-1:]
              if mention.topic and mention.topic.tool in known.weights]  # fmt: skip
    if topics & MEANS:
        found += [*known.mean_score, *known.national]
    if "national" in topics or context.in_cell:
        found += [one for one in known.national if one.value == context.figure.value]
    found += _of_unit(context, named, of)
    if context.is_target:
        found += known.targets.values()
    return [one for one in found if one.family == "share"]


def _of_unit(context: Context, named: list[Mention], of: ScoresOf) -> list[Known]:
    """Any score of the unit named, unless what is scored is named right before the number."""
    unit, subject = last_unit(named), last_topic(named)
    beside = bool(named) and bool(named[-1].unit) and 0 <= context.figure.start - named[-1].end <= BESIDE
    if beside and subject is None and not context.in_cell and named[-1] not in context.inherited:
        return of.unit(unit)
    if subject is not None and (subject in context.inherited or context.figure.start - subject.end <= _NEAR):
        return [] if subject.indicator or (subject.topic and subject.topic.tool) else of.unit(unit)
    return of.anything_of(unit)
