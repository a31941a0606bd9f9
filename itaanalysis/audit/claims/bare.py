"""What a number without a unit counts, by its row and column, or by what stands right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from itaanalysis.audit.figures.figure import COUNTED, Figure
from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.named.headings import Heading
from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import any_word, family_of, occurrences, phrases

_NEAR, _CLOSE = 30, 2
"""Characters between a word and the number it still speaks of, and between a word and the number right behind it."""
_LOWEST, _HIGHEST = 50, 100
"""A whole number behind the name of a tool is a score only from the lowest level up; no target is a higher score."""
_UNIT = 14
_OF_TOPIC = {"participants": "people", "spent": "money", "allocation": "money", "unspent": "money"}
_PAIRED = re.compile(rf" ?(?:{any_word('and')}|/) ?")
_OF_UNITS = re.compile(
    rf" ?(?:{any_word('out_of')} ?{any_word('all')}? ?[0-9]+ ?{any_word('of_units')}|{any_word('judged_en')})"
)


def family_of_bare(
    passage: Passage, figure: Figure, before: Sequence[Figure], mentions: Sequence[Mention],
    inherited: Sequence[Mention], heading: Heading,
) -> str:  # fmt: skip
    """The family of a bare number; '' when nothing says it.

    `before` are the figures before it in the passage, `mentions` what the passage names, `inherited` what it takes over
    from the row's label, the column's heading or the passage before.
    """
    alone = passage.column >= 0 and len(passage.text) <= len(figure.typed) + _UNIT
    if alone and figure.step < 1 and heading.family in COUNTED:
        return ""  # a mean of people, or an amount for each
    if alone and (heading.family or heading.role):
        return heading.family or _of_row(passage, inherited, heading.role)
    if isinstance(figure.value, Decimal):
        named = any(mention.unit or mention.indicator for mention in inherited)
        if alone and _may_be_score(figure) and named:
            return "share"
        if _is_scored(passage, figure, before, mentions):
            return "share"
    if family := _of_aim(passage, figure, [*inherited, *mentions]) or _of_money(passage, figure):
        return family
    if _is_of_people(passage, figure, mentions):
        return "people"
    return "units" if figure.step == 1 and _OF_UNITS.match(passage.text, figure.end) else ""


def _may_be_score(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Decimal) and len(figure.typed.partition(".")[2]) == 2 and 1 < value <= _HIGHEST


def _is_scored(passage: Passage, figure: Figure, before: Sequence[Figure], mentions: Sequence[Mention]) -> bool:
    """Whether a number stands right behind the name of what is scored, or beside another score of it."""
    near = [mention for mention in mentions if figure.start - _NEAR <= mention.end <= figure.start]
    scored = any(
        mention.unit or mention.indicator or (mention.topic and mention.topic.id != "participants") for mention in near
    )
    between = passage.text[before[-1].unit_end : figure.start] if before else ""
    paired = bool(before) and before[-1].family == "share" and _PAIRED.fullmatch(between) is not None
    if _may_be_score(figure) and (scored or paired):
        return True
    tool = any(mention.topic and mention.topic.tool and figure.start - mention.end <= _CLOSE for mention in near)
    return tool and isinstance(figure.value, Decimal) and _LOWEST <= figure.value <= _HIGHEST


def _of_aim(passage: Passage, figure: Figure, mentions: Sequence[Mention]) -> str:
    """What a number right behind a word for a target is of: by the topic named last before it."""
    said = passage.text[max(0, figure.start - _NEAR) : figure.start]
    aims = [end for _, end, _ in occurrences(phrases().cues["target"], said)]
    topics = [mention.topic.id for mention in mentions if mention.topic and mention.start < figure.start]
    if not topics or not aims or len(said) - max(aims) > _CLOSE:
        return ""
    about = _OF_TOPIC.get(topics[-1], "share")
    if isinstance(figure.value, Decimal) and figure.value <= _HIGHEST:
        return "share" if about == "share" else "people" if figure.value == _HIGHEST else ""
    return "people" if "participants" in topics else ""


def _of_money(passage: Passage, figure: Figure) -> str:
    """Whether a number with commas stands right behind a word for money: งบ ๑,๒๙๐,๐๐๐ ใช้ ๑,๒๘๘,๙๙๙.๒๒."""
    said = passage.text[max(0, figure.start - _NEAR) : figure.start]
    words = [end for _, end, _ in occurrences(phrases().cues["money"], said)]
    return "money" if "," in figure.typed and words and len(said) - max(words) <= _CLOSE else ""


def _is_of_people(passage: Passage, figure: Figure, mentions: Sequence[Mention]) -> bool:
    """Whether a number with commas stands behind those who took part and a colon: Participants: 1,871."""
    close = [mention for mention in mentions if passage.text[mention.end : figure.start].strip() == ":"]
    return "," in figure.typed and any(mention.topic and mention.topic.id == "participants" for mention in close)


def _of_row(passage: Passage, inherited: Sequence[Mention], role: str) -> str:
    """What the numbers of a row count: a unit in a cell or in brackets, or what its topic is measured in."""
    cells = passage.row[: passage.column]
    label = " ".join(cells)
    if alone := next(filter(None, map(_unit, cells)), ""):
        return "" if alone == "none" else alone
    if next(occurrences(phrases().cues["numbered"], label), None):
        return ""
    if bracketed := next(filter(None, map(_unit, re.findall(r"\(([^()]*)\)", label))), ""):
        return bracketed
    topics = [mention.topic.id for mention in inherited if mention.topic]
    family = _OF_TOPIC.get(topics[-1], "share") if topics else ""
    return "" if family == "share" and "." not in passage.text and role != "target" else family


def _unit(word: str) -> str:
    return family_of(word, "after") or family_of(word, "before")
