"""The words of phrases.toml, and where they stand in a passage."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from itaanalysis.thai.text import normalise


@dataclass(frozen=True)
class Topic:
    """What a sentence may speak of: a KPI, two KPIs told apart by the unit named, a tool, or something else."""

    id: str
    kpi: str = ""
    ministry: str = ""
    ops: str = ""
    tool: str = ""

    @property
    def kpis(self) -> tuple[str, ...]:
        """The KPIs it may stand for."""
        return tuple(name for name in (self.kpi, self.ministry, self.ops) if name)


@dataclass(frozen=True)
class Phrases:
    """All of phrases.toml."""

    after: dict[str, str]
    before: dict[str, str]
    firm: frozenset[str]
    scales: dict[str, int]
    ordinal: dict[str, tuple[str, ...]]
    topics: tuple[tuple[str, Topic], ...]
    entities: dict[str, tuple[str, ...]]
    cues: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    claims: dict[str, tuple[str, ...]]
    cells: dict[str, tuple[str, ...]]
    headings: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    everyday: tuple[str, ...]


@cache
def phrases() -> Phrases:
    """The phrases as they stand in phrases.toml."""
    data = tomllib.loads((files("itaanalysis.audit") / "phrases.toml").read_text(encoding="utf-8"))
    topics = [
        (normalise(phrase), Topic(**{name: value for name, value in topic.items() if name != "phrases"}))
        for topic in data["topic"]
        for phrase in topic["phrases"]
    ]
    family = {side: {_key(word): name for name, words in data["family"].items() for word in words[side]}
              for side in ("after", "before")}  # fmt: skip
    return Phrases(
        after=family["after"],
        before=family["before"],
        firm=frozenset(word for words in data["family"].values() for word in words.get("firm", ())),
        scales=data["scale"],
        topics=tuple(topics),
        everyday=tuple(data["everyday"]["words"]),
        ordinal=_normalised(data["ordinal"]),
        entities=_normalised(data["entity"]),
        cues=_normalised(data["cue"]),
        words=_normalised(data["word"]),
        claims=_normalised(data["claim"]),
        cells=_normalised(data["cell"]),
        headings=_normalised(data["heading"]),
        columns=_normalised(data["column"]),
    )


def _normalised(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(normalise, words)) for name, words in lists.items()}


def any_word(name: str) -> str:
    """A pattern for any word of a list of [word], in a group of its own.

    >>> any_word("part")
    '(?:ส่วนที่|ตอนที่|part)'
    """
    return f"(?:{longest_first(phrases().words[name])})"


def longest_first(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space in one may be left out."""
    return "|".join(re.escape(word).replace(r"\ ", " ?") for word in sorted(words, key=len, reverse=True))


def family_of(word: str, side: str) -> str:
    """What a number beside `word` counts: money, share, people … or '' when the word says nothing."""
    known = phrases().after if side == "after" else phrases().before
    return known.get(_key(word), "")


def occurrences(words: Iterable[str], text: str) -> Iterator[tuple[int, int, str]]:
    """Where words occur in `text`: (start, end, word), longest first and never overlapping. Spaces are read over.

    >>> list(occurrences(["ITA", "ผลการประเมิน ITA"], "ผลการประเมินITA ปีนี้"))
    [(0, 15, 'ผลการประเมิน ITA')]
    """
    squeezed, places = dense(text)
    taken = bytearray(len(squeezed))
    for word in sorted(set(words), key=len, reverse=True):
        key = _key(word)
        at = squeezed.find(key)
        while at >= 0:
            end = at + len(key)
            if not any(taken[at:end]) and _whole(squeezed, places, at, end):
                taken[at:end] = b"\1" * len(key)
                yield places[at], places[end - 1] + 1, word
            at = squeezed.find(key, at + 1)


def dense(text: str) -> tuple[str, list[int]]:
    """`text` in small letters without its spaces, and the place of each character left."""
    places = [i for i, char in enumerate(text) if char != " "]
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose small form is longer would shift every place behind it
        lowered = text
    return "".join(lowered[i] for i in places), places


def _whole(squeezed: str, places: list[int], start: int, end: int) -> bool:
    """A Latin word counts only as a word of its own; Thai words are written together."""
    if start and _latin(squeezed[start]) and _latin(squeezed[start - 1]) and places[start] == places[start - 1] + 1:
        return False
    touches = end < len(squeezed) and places[end] == places[end - 1] + 1
    return not (touches and _latin(squeezed[end - 1]) and _latin(squeezed[end]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return normalise(word).replace(" ", "").lower()
