"""Which event of the year a passage speaks of, by what its name, place, host and number share with the text.

Nothing is matched word for word: a memo says “สัมมนา MOC Zero Corruption เชิงรุก” where the sheet has a longer title. Runs
of characters that only some events have in common point to those events; one run after the other narrows the choice.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from itaanalysis.audit.agreement import agreement
from itaanalysis.audit.figures import Figure
from itaanalysis.audit.known import Event, main_code
from itaanalysis.audit.memo import Passage
from itaanalysis.audit.phrases import dense
from itaanalysis.thai.text import normalise, to_arabic_digits

_GRAM = 6
_STARTS, _NARROWS = 11, 7
"""Characters in common that make a passage speak of an event, and that tell events already spoken of apart."""
_AFTER_LABEL = 40
"""Characters: a number at the head of a passage is a code only if the name of its event follows at once."""
_COMMON = 4
"""A run of characters in more passages than this, over the number of its events, is everyday wording."""
_TIMES = re.compile(r"(?:ครั้ง|รุ่น|session|round)(?:ที่| )? ?([0-9]{1,2})(?![0-9])")
_GROUP = re.compile(r"กิจกรรมย่อย(?:ที่)? ?([0-9]+)(?![0-9.]| ?กิจกรรม)|sub-activity ([0-9]+)", re.IGNORECASE)
_SHORT_ITEM = 160

Codes = frozenset[str]
NONE: Codes = frozenset()


@dataclass(frozen=True)
class Sign:
    """A stretch of a passage that points to events: `length` characters in common with all of `codes`."""

    start: int
    end: int
    codes: Codes
    length: int
    sure: bool = False


@dataclass(frozen=True)
class Focus:
    """What is spoken of from `start` on: events, and whether the text leaves no doubt."""

    start: int
    codes: Codes
    sure: bool
    own: bool = True


class Occasions:
    """Finds the events a memo's passages speak of; `everyday` are words that point to none, such as names of units."""

    def __init__(self, events: Sequence[Event], everyday: Iterable[str], passages: Sequence[Passage]) -> None:
        self.events = {event.code: event for event in events}
        self._grams = self._distinctive(events, everyday, passages)
        self._provinces = _by(events, lambda event: event.province)
        self._hosts = _by(events, lambda event: event.host)
        self._groups = _by(events, lambda event: event.group)
        self._numbered = {event.code: _number(event) for event in events}
        self._wide: tuple[Codes, ...] = ()
        self._last: tuple[Focus, ...] = ()
        self._shape = ""
        self._items: list[Codes] = []

    @staticmethod
    def _distinctive(events: Sequence[Event], everyday: Iterable[str], passages: Sequence[Passage]) -> dict[str, Codes]:
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

    def focus(
        self, passage: Passage, units: Sequence[tuple[int, int, str]], items: Sequence[tuple[int, Figure]] = ()
    ) -> tuple[Focus, ...]:
        """What a passage speaks of, from where on. Passages come in order.

        `units` are the units it names, `items` where it goes on to another event and the date of that.
        """
        signs = sorted(self._signs(passage, passage.text, units), key=lambda sign: sign.start)
        focus = list(self._carried(passage, signs))
        ends = sorted(items, key=lambda item: item[0])
        for sign in signs:
            while ends and ends[0][0] <= sign.start:
                focus.append(self._dated(*ends.pop(0)))
            focus += self._step(focus[-1] if focus and focus[-1].codes else None, sign)
        focus += [self._dated(*item) for item in ends]
        if focus and len(focus[-1].codes) > 1 and passage.opens:
            self._wide = (*(wide for wide in self._wide if wide > focus[-1].codes), focus[-1].codes)
        elif not focus and passage.opens and passage.label:
            self._wide = ()
        self._last = tuple(focus)
        self._keep(passage)
        return self._last

    def _keep(self, passage: Passage) -> None:
        """The items of a list as they come: the single event each is of, or None."""
        if not passage.opens:
            return
        shape = re.sub("[0-9]+", "0", passage.bullet)
        codes = {code for focus in self._last if focus.sure and focus.own for code in focus.codes}
        if shape != self._shape:
            self._shape, self._items = shape, []
        self._items.append(frozenset(codes))

    def _listed(self) -> Codes:
        """The events of the list before a total, when each of its items is of one."""
        return frozenset().union(*self._items) if all(len(codes) == 1 for codes in self._items) else NONE

    def _dated(self, start: int, day: Figure) -> Focus:
        """Another event begins: perhaps one of its date."""
        codes = (
            code for code, event in self.events.items() if any(agreement(day, known) for known in event.of("date"))
        )
        return Focus(start, frozenset(codes), False)

    def row_focus(self, row: Sequence[str], heading_codes: Codes, units: Sequence[str]) -> tuple[Focus, ...]:
        """What a row of a table speaks of, by its cells; a code in a cell of its own settles it."""
        for cell in row:
            if (code := cell.replace(" ", "").strip(".")) in self.events and not code.isdecimal():
                return (Focus(0, frozenset((code,)), True),)
        text = " ".join(cell for cell in row if cell)
        passage = Passage(text, range(len(text)), opens=True)
        focus: list[Focus] = [Focus(0, heading_codes, False)] if heading_codes else []
        hosts = [(0, 0, unit) for unit in units]
        for sign in sorted(self._signs(passage, text, hosts), key=lambda sign: sign.start):
            focus += self._step(focus[-1] if focus else None, sign)
        # Cells of a row stand side by side: the narrowest choice holds for all of them.
        return (Focus(0, focus[-1].codes, focus[-1].sure),) if focus else ()

    def _carried(self, passage: Passage, signs: Sequence[Sign]) -> Iterator[Focus]:
        """What the passage before leaves: the event of a sentence that runs on, or the activity of its events."""
        if passage.totals and (summed := self._listed()):
            yield Focus(0, summed, False)
            return
        label = {code for code in self.events if passage.label and _belongs(code, passage.label)}
        for wide in reversed(self._wide):
            if wide & label:
                yield Focus(0, wide & label, False)
                return
        if self._wide and any(sign.codes & self._wide[-1] for sign in signs):
            yield Focus(0, self._wide[-1], False)
        elif self._last and (not passage.opens or (len(passage.text) < _SHORT_ITEM and not passage.label)):
            last = self._last[-1]
            yield Focus(0, last.codes, last.sure and (passage.follows or passage.opens), own=False)

    @staticmethod
    def _step(now: Focus | None, sign: Sign) -> Iterator[Focus]:
        common = now.codes & sign.codes if now else NONE
        if now and common:
            if common != now.codes and (sign.length >= _NARROWS or sign.sure):
                alone = len(common) == 1 and (len(sign.codes) == 1 or sign.sure or now.sure)
                yield Focus(sign.start, common, alone or (now.sure and len(common) == 1))
            elif len(common) == 1 and not now.sure and (sign.length >= _STARTS or sign.sure):
                yield Focus(sign.start, common, True)
        elif sign.length >= (2 * _STARTS if now and now.sure and now.own and len(sign.codes) > 1 else _STARTS):
            yield Focus(sign.start, sign.codes, len(sign.codes) == 1)

    def _signs(self, passage: Passage, text: str, units: Sequence[tuple[int, int, str]]) -> Iterator[Sign]:
        yield from self._shared_runs(text, passage.label)
        for province, codes in self._provinces.items():
            for found in re.finditer(rf"(?:จังหวัด|จ\. ?){re.escape(province)}", text):
                yield Sign(found.start(), found.end(), codes, _STARTS, sure=len(codes) == 1)
        for found in _GROUP.finditer(text):
            codes = self._groups.get(found[1] or found[2], NONE)
            if codes:
                yield Sign(found.start(), found.end(), codes, _STARTS, sure=len(codes) == 1)
        for found in _TIMES.finditer(text):
            codes = frozenset(code for code, number in self._numbered.items() if number == int(found[1]))
            if codes:
                yield Sign(found.start(), found.end(), codes, _NARROWS, sure=True)
        if "เจ้าภาพ" in text or "host" in text.lower():
            for start, end, unit in units:
                if unit in self._hosts:
                    yield Sign(start, end, self._hosts[unit], _NARROWS, sure=True)

    def _shared_runs(self, text: str, label: str) -> Iterator[Sign]:
        """Stretches that events have in common with the text, each with the events that have all of it."""
        squeezed, places = dense(text)
        labelled = {code for code in self.events if label and _belongs(code, label)}
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
            if labelled & common and length >= _NARROWS and places[start] <= _AFTER_LABEL:
                common, length = common & labelled, max(length, _STARTS)
            length += sum(char.isascii() for char in squeezed[start : start + length]) // 2  # Latin words are rare
            if length >= _NARROWS:
                yield Sign(places[start], places[min(at + _GRAM - 2, len(places) - 1)] + 1,
                           frozenset(common), length)  # fmt: skip


def _belongs(code: str, label: str) -> bool:
    """Whether an event is the one numbered so, or one of its parts: 2.1(3) is part of 2.1, but 2.1 is not of 2."""
    return code == label or main_code(code) == label


def _number(event: Event) -> int:
    """The number in brackets of a code, or the one its name states: ครั้งที่ ๓."""
    bracket = re.search(r"\(([0-9]+)\)$", event.code)
    named = _TIMES.search(to_arabic_digits(normalise(" ".join(event.texts[:1]))))
    return int(named[1]) if named else int(bracket[1]) if bracket else 0


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
