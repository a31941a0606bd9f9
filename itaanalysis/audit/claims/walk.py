"""The claims of a memo: every number that says something, with what it stands among."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.claims.bare import family_of_bare
from itaanalysis.audit.claims.columns import MEAN, TOTAL, Columns
from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.claims.in_words import WordClaims
from itaanalysis.audit.claims.section import Section
from itaanalysis.audit.figures.dates import wrong_weekdays
from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.figures.numbers import figures
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.memo.memo import Memo
from itaanalysis.audit.memo.passage import BULLETS, Passage
from itaanalysis.audit.named.events import EventsNamed, Focus
from itaanalysis.audit.named.headings import Heading, Headings
from itaanalysis.audit.named.subjects import Mention, Subjects, spans
from itaanalysis.audit.phrases import any_word, occurrences, phrases

_LONGEST_LABEL = 200
_LONGEST_HEADING = 90
_MOST_ITEMS = 40
_INTRODUCES = re.compile(rf"(?:{any_word('introduces')}|:)[ :]*$")
_GOES_ON = re.compile(rf"[0-9]|{any_word('goes_on')}")


class Claims:
    """Walks through a memo in order: what one passage speaks of, the next may go on with."""

    def __init__(self, memo: Memo, known: KnownFigures, subjects: Subjects) -> None:
        self._memo = memo
        self._subjects = subjects
        self._year = known.year
        self._events = EventsNamed(known.events, subjects.everyday, memo.passages)
        self._headings = Headings(known.year.workspace, known.year.fiscal_year)
        self._before: list[Mention] = []
        self._section = Section()
        self._words = WordClaims(known.year.criteria)
        self._focus: tuple[Focus, ...] = ()
        self._columns = Columns(self._headings)
        self._items: defaultdict[str, deque[Decimal]] = defaultdict(lambda: deque(maxlen=_MOST_ITEMS))
        self._lead: tuple[str, list[Mention]] = ("", [])
        self._table = -1
        self._table_focus: tuple[Focus, ...] = ()
        self._rows: dict[tuple[str, ...], tuple[Focus, ...]] = {}

    def __iter__(self) -> Iterator[Context]:
        for passage in self._memo.passages:
            yield from self._cell(passage) if passage.column >= 0 else self._prose(passage)
            yield from self._in_words(passage)

    def _prose(self, passage: Passage) -> Iterator[Context]:
        mentions = self._subjects.mentions(passage.text)
        focus = self._focus = self._events.focus(passage, spans(mentions), _new_items(figures(passage.text)))
        subjects = [mention for mention in mentions if mention.topic or mention.indicator]
        inherited = self._before if self._goes_on(passage) else self._section.named
        inherited = [*inherited, *self._introduced(passage)]
        claims = list(self._contexts(passage, mentions, inherited, focus, Heading()))
        for claim in claims:
            if passage.opens and isinstance(claim.figure.value, Decimal):
                self._items[claim.figure.family].append(claim.figure.value)
        yield from claims
        if not claims and len(passage.text) <= _LONGEST_HEADING:
            self._section = self._section.under(passage, mentions, self._year.fiscal_year)
        if subjects or not self._goes_on(passage):
            self._before = [*subjects[-1:], *[mention for mention in mentions if mention.unit][-1:]]

    def _in_words(self, passage: Passage) -> Iterator[Context]:
        """What the passage claims in words, each with the numbers that stand around it."""
        mentions, heading = self._subjects.mentions(passage.text), self._headings.read(passage.heading)
        said = () if self._section.is_aim else self._words.of(passage, heading, mentions)
        for claim in (*said, *wrong_weekdays(passage.text)):
            focus = () if passage.column >= 0 else self._focus
            yield Context(passage, claim, figures(passage.text), mentions, self._year.fiscal_year, focus=focus,
                          role=heading.role, other_year=heading.year)  # fmt: skip

    def _introduced(self, passage: Passage) -> list[Mention]:
        """The unit whose figures a list gives item by item: ๓.๒ สำนักงานปลัดฯ … ประกอบด้วย, then (๑) …, (๒) …"""
        shape, units = self._lead
        mine = passage.shape
        introduces = passage.opens and _INTRODUCES.search(passage.text)
        if introduces or (passage.opens and mine == shape):
            units = (
                [mention for mention in self._subjects.mentions(passage.text) if mention.unit][-1:]
                if introduces
                else []
            )
            self._lead = mine, units
            return []
        return units if passage.opens else []

    def _goes_on(self, passage: Passage) -> bool:
        """Whether a passage says more of what the one before it named: `➤ ผลการดำเนินการ ร้อยละ …`."""
        if passage.label:
            return False
        head = passage.text.lstrip(f"{BULLETS}* ")[:24]
        at = min((start for start, _, _ in occurrences(phrases().cues["result"], head)), default=99)
        return at <= 2 or bool(_GOES_ON.match(head)) or (passage.follows and not passage.opens)

    def _cell(self, passage: Passage) -> Iterator[Context]:
        heading = self._headings.read(passage.heading)
        label = " | ".join(cell for cell in passage.row[: passage.column] if len(cell) <= _LONGEST_LABEL)
        inherited = [*self._section.named, *self._subjects.mentions(passage.heading), *self._subjects.mentions(label)]
        mentions = self._subjects.mentions(passage.text)
        yield from self._contexts(passage, mentions, inherited, self._row_focus(passage), heading)

    def _row_focus(self, passage: Passage) -> tuple[Focus, ...]:
        """The event of a row. A row that names a sub-activity only holds for the rows under it."""
        if passage.table != self._table:
            self._table, self._table_focus, self._rows = passage.table, (), {}
        if passage.row not in self._rows:
            mentions = self._subjects.mentions(" | ".join(passage.row))
            wide = self._table_focus[0].codes if self._table_focus else frozenset()
            focus = self._events.row_focus(passage.row, wide, [mention.unit for mention in mentions if mention.unit])
            self._rows[passage.row] = focus
            if focus and len(focus[0].codes) > 1:
                self._table_focus = focus
        return self._rows[passage.row]

    def _contexts(
        self, passage: Passage, mentions: Sequence[Mention], inherited: Sequence[Mention], focus: Sequence[Focus],
        heading: Heading,
    ) -> Iterator[Context]:  # fmt: skip
        found = figures(passage.text)
        counted: list[Figure] = []
        for figure in found:
            if figure.bare:
                family = family_of_bare(passage, figure, counted, mentions, inherited, heading)
                if not family:
                    continue
                figure = replace(figure, family=family, unit_end=figure.end)
            counted.append(figure)
        kind = self._columns.kind(passage)
        for figure in counted:
            in_table = passage.column >= 0
            year = heading.year or (self._section.year if passage.opens and not in_table else 0)
            items = self._columns.subtotals(passage) if in_table else tuple(self._items[figure.family])
            context = Context(passage, figure, counted, mentions, self._year.fiscal_year, inherited, tuple(focus),
                              heading.role, kind == TOTAL, year, self._columns.above(passage), items,
                              kind == MEAN)  # fmt: skip
            if context.in_cell and isinstance(figure.value, Decimal):
                self._columns.add(passage, figure.value)
            if not (heading.silent and context.in_cell):
                yield context


def _new_items(found: Sequence[Figure]) -> list[tuple[int, Figure]]:
    """Where a text goes on to another event: behind the people or money of one, when another date follows."""
    items, last = [], -1
    for figure in found:
        if figure.family in ("people", "money"):
            last = figure.unit_end
        elif figure.family == "date" and last >= 0:
            items.append((last, figure))
            last = -1
    return items
