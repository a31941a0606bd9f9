"""Whether a sentence leaves in doubt what a claim in words is of, or that it is claimed at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import any_word, occurrences, phrases

AHEAD = 30
"""Characters before a name in which a word may say that nothing is claimed, or that a part of it is meant."""
_OF_WHOLE = frozenset(("", "pass_rate", "ita_score"))
_SENTENCE_END = re.compile(r"(?<=[A-Za-z0-9”\")%])[.;!?] (?=[A-Z“]|$)")
_WHICH = re.compile(rf"{any_word('which_ones')} ?$", re.IGNORECASE)
_ONLY = re.compile(any_word("only_one"), re.IGNORECASE)
_PART = re.compile(any_word("parts"), re.IGNORECASE)
_SOME_UNITS = re.compile(any_word("of_units"), re.IGNORECASE)


def is_wished(text: str, hiding: Iterable[str]) -> bool:
    """Whether a word says that something ought to be, might be, or is excepted; not one that is part of a level."""
    cues = phrases().cues["unclaimed"]
    return any(word in cues for _, _, word in occurrences((*cues, *hiding), text))


def in_sentence(text: str, start: int, end: int) -> str:
    """The text from a place on, without the sentence that may end in it. Thai has no sign for that, English has."""
    return _SENTENCE_END.split(text[max(0, start) : end])[-1]


def ends_in(text: str, start: int, end: int) -> bool:
    """Whether an English sentence ends in a stretch of the text."""
    return _SENTENCE_END.search(text, start, end) is not None


def is_of_some(between: str) -> bool:
    """Whether the words from a name to a claim lead to others: หน่วยงานที่ …; but not หน่วยงานเดียวที่ …"""
    plain = _ONLY.sub("", between)
    return _SOME_UNITS.search(plain) is not None or (is_relative(plain) and _WHICH.fullmatch(plain.strip()) is None)


def is_relative(between: str) -> bool:
    """Whether a claim only says which ones are meant: ตัวชี้วัดที่บรรลุเป้าหมาย."""
    return _WHICH.search(between) is not None


def tells_of_a_part(text: str) -> bool:
    """Whether a word says that a part of a unit or of its result is meant: ด้าน…ของ สป., บุคลากรของ สป."""
    return _PART.search(text) is not None


def names_a_part(mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether something named in a stretch is a part of a unit's result: a tool, an indicator, or another topic."""
    return any(
        start <= mention.start < end and (mention.indicator or (mention.topic and mention.topic.id not in _OF_WHOLE))
        for mention in mentions
    )
