"""Which events of the year a passage speaks of, from where on: one sign after the other narrows the choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.known.agreement import agreement
from itaanalysis.audit.known.facts import Event
from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.named.signs import NARROWS, NONE, STARTS, Codes, Sign, Signs, UnitNamed

_SHORT_ITEM = 160
"""Characters; a shorter item of a list may go on with the event of the one before it."""


@dataclass(frozen=True)
class Focus:
    """What is spoken of from `start` on: events, whether the text leaves no doubt, and whether it says so itself."""

    start: int
    codes: Codes
    sure: bool
    own: bool = True


class EventsNamed:
    """Finds the events a memo's passages speak of; `everyday` are words that point to none, such as names of units."""

    def __init__(self, events: Sequence[Event], everyday: Iterable[str], passages: Sequence[Passage]) -> None:
        self._events = {event.code: event for event in events}
        self._signs = Signs(events, everyday, passages)
        self._wide: tuple[Codes, ...] = ()
        self._last: tuple[Focus, ...] = ()
        self._shape = ""
        self._items: list[Codes] = []

    def focus(
        self, passage: Passage, units: Sequence[UnitNamed], items: Sequence[tuple[int, Figure]] = ()
    ) -> tuple[Focus, ...]:
        """What a passage speaks of, from where on. Passages come in order.

        `units` are the units it names, `items` where it goes on to another event and the date of that.
        """
        signs = self._signs.of(passage.text, passage.label, units)
        focus = list(self._carried(passage, signs))
        ends = sorted(items, key=lambda item: item[0])
        for sign in signs:
            while ends and ends[0][0] <= sign.start:
                focus.append(self._dated(*ends.pop(0)))
            focus += _step(focus[-1] if focus and focus[-1].codes else None, sign)
        focus += [self._dated(*item) for item in ends]
        if focus and len(focus[-1].codes) > 1 and passage.opens:
            self._wide = (*(wide for wide in self._wide if wide > focus[-1].codes), focus[-1].codes)
        elif not focus and passage.opens and passage.label:
            self._wide = ()
        self._last = tuple(focus)
        self._keep(passage)
        return self._last

    def row_focus(self, row: Sequence[str], heading_codes: Codes, units: Sequence[str]) -> tuple[Focus, ...]:
        """What a row of a table speaks of, by its cells; a code in a cell of its own settles it."""
        for cell in row:
            if (code := cell.replace(" ", "").strip(".")) in self._events and not code.isdecimal():
                return (Focus(0, frozenset((code,)), True),)
        text = " ".join(cell for cell in row if cell)
        focus: list[Focus] = [Focus(0, heading_codes, False)] if heading_codes else []
        for sign in self._signs.of(text, "", [(0, 0, unit) for unit in units]):
            focus += _step(focus[-1] if focus else None, sign)
        # Cells of a row stand side by side: the narrowest choice holds for all of them.
        return (Focus(0, focus[-1].codes, focus[-1].sure),) if focus else ()

    def _carried(self, passage: Passage, signs: Sequence[Sign]) -> Iterator[Focus]:
        """What the passage before leaves: the event of a sentence that runs on, or the activity of its events."""
        if passage.totals and (summed := self._listed()):
            yield Focus(0, summed, False)
            return
        label = self._signs.labelled(passage.label)
        for wide in reversed(self._wide):
            if wide & label:
                yield Focus(0, wide & label, False)
                return
        if self._wide and any(sign.codes & self._wide[-1] for sign in signs):
            yield Focus(0, self._wide[-1], False)
        elif self._last and (not passage.opens or (len(passage.text) < _SHORT_ITEM and not passage.label)):
            last = self._last[-1]
            yield Focus(0, last.codes, last.sure and (passage.follows or passage.opens), own=False)

    def _keep(self, passage: Passage) -> None:
        """The items of a list as they come: the single event each is of, or none."""
        if not passage.opens:
            return
        shape = passage.shape
        codes = {code for focus in self._last if focus.sure and focus.own for code in focus.codes}
        if shape != self._shape:
            self._shape, self._items = shape, []
        self._items.append(frozenset(codes))

    def _listed(self) -> Codes:
        """The events of the list before a total, when each of its items is of one."""
        return frozenset().union(*self._items) if all(len(codes) == 1 for codes in self._items) else NONE

    def _dated(self, start: int, day: Figure) -> Focus:
        """Another event begins: perhaps one of its date."""
        codes = (code for code, event in self._events.items()
                 if any(agreement(day, known) for known in event.of("date")))  # fmt: skip
        return Focus(start, frozenset(codes), False)


def _step(now: Focus | None, sign: Sign) -> Iterator[Focus]:
    """Where a sign leads from what is spoken of: to fewer of the same events, to others, or nowhere."""
    common = now.codes & sign.codes if now else NONE
    if now and common:
        if common != now.codes and (sign.length >= NARROWS or sign.sure):
            alone = len(common) == 1 and (len(sign.codes) == 1 or sign.sure or now.sure)
            yield Focus(sign.start, common, alone or (now.sure and len(common) == 1))
        elif len(common) == 1 and not now.sure and (sign.length >= STARTS or sign.sure):
            yield Focus(sign.start, common, True)
    elif sign.length >= (2 * STARTS if now and now.sure and now.own and len(sign.codes) > 1 else STARTS):
        yield Focus(sign.start, sign.codes, len(sign.codes) == 1)
