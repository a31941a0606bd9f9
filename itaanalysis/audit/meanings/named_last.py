"""What is named last before a number: its subject and its unit."""

from __future__ import annotations

from collections.abc import Sequence

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.named.subjects import Mention

MEANS = frozenset(("mean", "some_mean"))
"""Topics that are means."""
BESIDE = 16
"""Characters between a name and the number, or the other name, right behind it."""


def subject_of(named: Sequence[Mention]) -> Mention | None:
    """The topic or indicator named last; the index for its mean, the indicator for a tool that only places it."""
    subject = last_topic(named)
    if subject is None:
        return None
    if topic_id(subject) == "some_mean":  # the index is a mean itself
        return next((mention for mention in reversed(named) if topic_id(mention) == "ethics_index"), subject)
    if subject.topic and subject.topic.tool:  # การใช้ทรัพย์สินของราชการ (IIT)
        placed = (mention for mention in reversed(named)
                  if mention.indicator and mention.end <= subject.start <= mention.end + 2)  # fmt: skip
        return next(placed, subject)
    return subject


def last_topic(named: Sequence[Mention]) -> Mention | None:
    """The topic or indicator named last."""
    return next((mention for mention in reversed(named) if mention.topic or mention.indicator), None)


def last_unit(named: Sequence[Mention]) -> str:
    """The unit named last, '' where none is."""
    return next((mention.unit for mention in reversed(named) if mention.unit), "")


def topic_id(mention: Mention) -> str:
    """The id of a topic in phrases.toml, '' for an indicator or a unit."""
    return mention.topic.id if mention.topic else ""


def is_mean_of(context: Context, subject: Mention) -> bool:
    """Whether a number is a mean of those named: คะแนนเฉลี่ยของหน่วยงานที่ผ่านเกณฑ์."""
    means = [mention for mention in context.mentions if topic_id(mention) in MEANS]
    return any(0 <= subject.start - mention.end <= BESIDE for mention in means)
