"""What in a text points to events of the year: characters its name shares with it, its place, host and number.

Nothing is matched word for word: a memo says “สัมมนา MOC Zero Corruption เชิงรุก” where the sheet has a longer title. Runs
of characters that only some events have in common point to those events.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from itaanalysis.audit.known.facts import Event, main_code
from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.phrases import any_word, dense
from itaanalysis.thai.text import normalise, to_arabic_digits

STARTS, NARROWS = 11, 7
"""Characters in common that make a passage speak of an event, and that tell events already spoken of apart."""
_GRAM = 6
_AFTER_LABEL = 40
"""Characters: a number at the head of a passage is a code only if the name of its event follows at once."""
_COMMON = 4
"""A run of characters in more passages than this, over the number of its events, is everyday wording."""
_TIMES = re.compile(rf"{any_word('round')}(?:ที่| )? ?([0-9]{{1,2}})(?![0-9])")
_GROUP = re.compile(
    rf"{any_word('sub_activity')} ?(?P<group>[0-9]+)(?![0-9.]| ?{any_word('counts_activities')})", re.IGNORECASE
)
_PROVINCE = any_word("province_before")
_HOST = re.compile(any_word("host"), re.IGNORECASE)

Codes = frozenset[str]
NONE: Codes = frozenset()
UnitNamed = tuple[int, int, str]
"""Where a unit is named, from and to, and its abbreviation."""


@dataclass(frozen=True)
class Sign:
    """A stretch of a passage that points to events: `length` characters in common with all of `codes`."""

    start: int
    end: int
    codes: Codes
    length: int
    sure: bool = False


class Signs:
    """Finds signs of the events; `everyday` are words that point to none, such as names of units."""

    def __init__(self, events: Sequence[Event], everyday: Iterable[str], passages: Sequence[Passage]) -> None:
        self._codes = [event.code for event in events]
        self._grams = _distinctive(events, everyday, passages)
        self._provinces = _by(events, lambda event: event.province)
        self._hosts = _by(events, lambda event: event.host)
        self._groups = _by(events, lambda event: event.group)
        self._numbered = _by(events, _number)

    def of(self, text: str, label: str, units: Sequence[UnitNamed]) -> list[Sign]:
        """All signs in a text, in order. `label` is the number it begins with, `units` are those it names."""
        found = [*self._shared_runs(text, label), *self._marks(text), *self._hosts_named(text, units)]
        return sorted(found, key=lambda sign: sign.start)

    def labelled(self, label: str) -> set[str]:
        """The events numbered so, or of the activity numbered so."""
        return {code for code in self._codes if label and (code == label or main_code(code) == label)}

    def _marks(self, text: str) -> Iterator[Sign]:
        """Provinces, sub-activities and rounds (ครั้งที่ ๓)."""
        for province, codes in self._provinces.items():
            for found in re.finditer(rf"{_PROVINCE} ?{re.escape(province)}", text):
                yield Sign(*found.span(), codes, STARTS, sure=len(codes) == 1)
        for found in _GROUP.finditer(text):
            if codes := self._groups.get(found["group"], NONE):
                yield Sign(*found.span(), codes, STARTS, sure=len(codes) == 1)
        for found in _TIMES.finditer(text):
            if codes := self._numbered.get(str(int(found[1])), NONE):
                yield Sign(*found.span(), codes, NARROWS, sure=True)

    def _hosts_named(self, text: str, units: Sequence[UnitNamed]) -> Iterator[Sign]:
        if _HOST.search(text):
            for start, end, unit in units:
                if unit in self._hosts:
                    yield Sign(start, end, self._hosts[unit], NARROWS, sure=True)

    def _shared_runs(self, text: str, label: str) -> Iterator[Sign]:
        """Stretches that events have in common with the text, each with the events that have all of it."""
        squeezed, places = dense(text)
        labelled = self.labelled(label)
        at = 0
        while at + _GRAM <= len(squeezed):
            codes = self._grams.get(squeezed[at : at + _GRAM])
            if not codes:
                at += 1
                continue
            start, common = at, codes
            while (more := self._grams.get(squeezed[at + 1 : at + 1 + _GRAM])) and common & more:
                common, at = common & more, at + 1
            length = at - start + _GRAM
            at += 1
            if labelled & common and length >= NARROWS and places[start] <= _AFTER_LABEL:
                common, length = common & labelled, max(length, STARTS)
            length += sum(char.isascii() for char in squeezed[start : start + length]) // 2  # Latin words are rare
            if length >= NARROWS:
                end = places[min(at + _GRAM - 2, len(places) - 1)] + 1
                yield Sign(places[start], end, frozenset(common), length)


def _distinctive(events: Sequence[Event], everyday: Iterable[str], passages: Sequence[Passage]) -> dict[str, Codes]:
    """Runs of characters that point to events, each with the events that have it."""
    holders: dict[str, set[str]] = defaultdict(set)
    sizes = Counter(event.group for event in events)
    for event in events:
        # The name of a sub-activity of one event stands in every memo that tells of its aim.
        for text in (*event.texts, event.group_name) if sizes[event.group] > 1 else event.texts:
            for gram in _grams_of(text):
                holders[gram].add(event.code)
    for word in everyday:
        for gram in _grams_of(word):
            holders.pop(gram, None)
    seen: Counter[str] = Counter()
    for passage in passages:
        seen.update(set(_grams(dense(passage.text)[0])) & holders.keys())
    return {gram: frozenset(codes) for gram, codes in holders.items() if seen[gram] <= _COMMON + len(codes)}


def _number(event: Event) -> str:
    """The number its name states (ครั้งที่ ๓), or that in brackets of its code; '' for an event without one."""
    named = _TIMES.search(to_arabic_digits(normalise(" ".join(event.texts[:1]))))
    number = named or re.search(r"\(([0-9]+)\)$", event.code)
    return str(int(number[1])) if number else ""


def _by(events: Sequence[Event], key_of: Callable[[Event], str]) -> dict[str, Codes]:
    found: dict[str, set[str]] = defaultdict(set)
    for event in events:
        if key := key_of(event):
            found[key].add(event.code)
    return {key: frozenset(codes) for key, codes in found.items()}


def _grams_of(text: str) -> Iterator[str]:
    return _grams(dense(to_arabic_digits(normalise(text)))[0])


def _grams(squeezed: str) -> Iterator[str]:
    return (squeezed[i : i + _GRAM] for i in range(len(squeezed) - _GRAM + 1))
