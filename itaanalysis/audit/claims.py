"""The claims of a memo: every number that says something, with what it stands among."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.context import Context
from itaanalysis.audit.figures import COUNTED, Figure, figures
from itaanalysis.audit.headings import Heading, Headings
from itaanalysis.audit.known_figures import KnownFigures
from itaanalysis.audit.memo import Memo, Passage
from itaanalysis.audit.occasions import Focus, Occasions
from itaanalysis.audit.phrases import family_of, occurrences, phrases
from itaanalysis.audit.subjects import Mention, Subjects, spans

_LONGEST_LABEL = 200
_LONGEST_HEADING = 90
_NEAR = 30
_CLOSE = 2
_MOST_ITEMS = 40
_INTRODUCES = re.compile(r"(?:ประกอบด้วย|ดังนี้|ได้แก่|คือ|แบ่งเป็น|จำแนกเป็น|as follows|:)[ :]*$")
_LOWEST, _HIGHEST = 50, 100
"""A whole number behind the name of a tool is a score only from the lowest level up; no target is a higher score."""
_OF_UNITS = re.compile(
    r" ?(?:(?:จาก|ใน|of|out of) ?(?:ทั้งหมด|จำนวน|the)? ?[0-9]+ ?(?:หน่วยงาน|แห่ง|units|agencies)"
    r"|passed|failed|did not pass)"
)
_BULLETS = "-*•●▪■◦➤►▶✓☑☐·– "


class Claims:
    """Walks through a memo in order: what one passage speaks of, the next may go on with."""

    def __init__(self, memo: Memo, known: KnownFigures, subjects: Subjects) -> None:
        self._memo = memo
        self._subjects = subjects
        self._year = known.year
        self._occasions = Occasions(known.events, subjects.everyday, memo.passages)
        self._headings = Headings(known.year.workspace, known.year.fiscal_year)
        self._before: list[Mention] = []
        self._section: list[Mention] = []
        self._above: dict[tuple[int, int], tuple[Decimal, ...]] = {}
        self._items: defaultdict[str, deque[Decimal]] = defaultdict(lambda: deque(maxlen=_MOST_ITEMS))
        self._lead: tuple[str, list[Mention]] = ("", [])
        self._table = -1
        self._table_focus: tuple[Focus, ...] = ()
        self._rows: dict[tuple[str, ...], tuple[Focus, ...]] = {}

    def __iter__(self) -> Iterator[Context]:
        for passage in self._memo.passages:
            yield from self._cell(passage) if passage.column >= 0 else self._prose(passage)

    def _prose(self, passage: Passage) -> Iterator[Context]:
        mentions = self._subjects.mentions(passage.text)
        focus = self._occasions.focus(passage, spans(mentions), _new_items(figures(passage.text)))
        subjects = [mention for mention in mentions if mention.topic or mention.indicator]
        inherited = self._before if self._goes_on(passage) else self._section
        inherited = [*inherited, *self._introduced(passage)]
        claims = list(self._contexts(passage, mentions, inherited, focus, Heading()))
        for claim in claims:
            if passage.opens and isinstance(claim.figure.value, Decimal):
                self._items[claim.figure.family].append(claim.figure.value)
        yield from claims
        if not claims and len(passage.text) <= _LONGEST_HEADING:
            units = [mention for mention in mentions if mention.unit]
            self._section = [*[mention for mention in mentions if mention.topic][-1:], *units[-1:]]
        if subjects or not self._goes_on(passage):
            self._before = [*subjects[-1:], *[mention for mention in mentions if mention.unit][-1:]]

    def _introduced(self, passage: Passage) -> list[Mention]:
        """The unit whose figures a list gives item by item: ๓.๒ สำนักงานปลัดฯ … ประกอบด้วย, then (๑) …, (๒) …"""
        shape, units = self._lead
        mine = re.sub("[0-9]+", "0", passage.bullet)
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
        head = passage.text.lstrip(_BULLETS)[:24]
        at = min((start for start, _, _ in occurrences(phrases().cues["result"], head)), default=99)
        return at <= 2 or bool(re.match(r"[0-9]|จำนวน|ร้อยละ|คะแนน", head)) or (passage.follows and not passage.opens)

    def _cell(self, passage: Passage) -> Iterator[Context]:
        heading = self._headings.read(passage.heading)
        label = " | ".join(cell for cell in passage.row[: passage.column] if len(cell) <= _LONGEST_LABEL)
        inherited = [*self._section, *self._subjects.mentions(passage.heading), *self._subjects.mentions(label)]
        mentions = self._subjects.mentions(passage.text)
        yield from self._contexts(passage, mentions, inherited, self._row_focus(passage), heading)

    def _row_focus(self, passage: Passage) -> tuple[Focus, ...]:
        """The event of a row. A row that names a sub-activity only holds for the rows under it."""
        if passage.table != self._table:
            self._table, self._table_focus, self._rows = passage.table, (), {}
        if passage.row not in self._rows:
            mentions = self._subjects.mentions(" | ".join(passage.row))
            wide = self._table_focus[0].codes if self._table_focus else frozenset()
            focus = self._occasions.row_focus(passage.row, wide, [mention.unit for mention in mentions if mention.unit])
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
                family = self._family_of_bare(passage, figure, counted, [*mentions], inherited, heading)
                if not family:
                    continue
                figure = replace(figure, family=family, unit_end=figure.end)
            counted.append(figure)
        first = next((cell for cell in passage.row if cell), "")
        total, mean = (bool(first) and is_so(first) for is_so in (self._headings.is_total, self._headings.is_mean))
        for figure in counted:
            above = self._above.get((passage.table, passage.column), ())
            items = tuple(self._items[figure.family])
            context = Context(passage, figure, counted, mentions, self._year.fiscal_year, inherited, tuple(focus),
                              heading.role, total, heading.year, above, items, mean)  # fmt: skip
            if context.in_cell and isinstance(figure.value, Decimal):
                self._above[passage.table, passage.column] = () if total or mean else (*above, figure.value)
            if not (heading.silent and context.in_cell):
                yield context

    @staticmethod
    def _family_of_bare(
        passage: Passage, figure: Figure, before: Sequence[Figure], mentions: Sequence[Mention],
        inherited: Sequence[Mention], heading: Heading,
    ) -> str:  # fmt: skip
        """What a number without a unit counts: by its heading, or a score right behind the name of what has it."""
        alone = passage.column >= 0 and len(passage.text) <= len(figure.typed) + 14
        if alone and figure.step < 1 and heading.family in COUNTED:
            return ""  # a mean of people, or an amount for each
        if alone and (heading.family or heading.role):
            return heading.family or _family_of_row(passage, inherited, heading.role)
        if figure.value is None or not isinstance(figure.value, Decimal):
            return ""
        score = "." in figure.typed and len(figure.typed.partition(".")[2]) == 2 and 1 < figure.value <= 100
        if alone and score and (heading.role or any(mention.unit or mention.indicator for mention in inherited)):
            return "share"
        near = [mention for mention in mentions if figure.start - _NEAR <= mention.end <= figure.start]
        scored = any(
            mention.unit or mention.indicator or (mention.topic and mention.topic.id != "participants")
            for mention in near
        )
        paired = (
            bool(before)
            and before[-1].family == "share"
            and re.fullmatch(r" ?(?:และ|,|/|กับ|and) ?", passage.text[before[-1].unit_end : figure.start])
        )
        tool = any(mention.topic and mention.topic.tool and figure.start - mention.end <= _CLOSE for mention in near)
        if (score and (scored or paired)) or (tool and _LOWEST <= figure.value <= _HIGHEST):
            return "share"
        said = passage.text[max(0, figure.start - _NEAR) : figure.start]
        if family := _family_of_aim(figure, said, [*inherited, *mentions]):
            return family
        return "units" if figure.step == 1 and _OF_UNITS.match(passage.text, figure.end) else ""


def _family_of_aim(figure: Figure, said: str, mentions: Sequence[Mention]) -> str:
    """What a bare number right behind a word for a target, or for money, is of: by the topic named last before it."""
    families = {"participants": "people", "spent": "money", "allocation": "money", "unspent": "money"}
    topics = [mention.topic.id for mention in mentions if mention.topic and mention.start < figure.start]
    about = families.get(topics[-1], "share") if topics else ""
    aims = [end for _, end, _ in occurrences(phrases().cues["target"], said)]
    if about and aims and len(said) - max(aims) <= _CLOSE:
        large = isinstance(figure.value, Decimal) and figure.value > _HIGHEST
        return (
            "people"
            if about == "share" and large and "participants" in topics
            else ""
            if large == (about == "share")
            else about
        )
    return ""


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


def _family_of_row(passage: Passage, inherited: Sequence[Mention], role: str) -> str:
    """What the numbers of a row count: the unit in its label (ผู้เข้าร่วม (คน)), or what its topic is measured in."""
    cells = passage.row[: passage.column]
    label = " ".join(cells)
    if alone := next(
        (family for cell in cells if (family := family_of(cell, "after") or family_of(cell, "before"))), ""
    ):
        return "" if alone == "none" else alone
    if next(occurrences(phrases().cues["numbered"], label), None):
        return ""
    for unit in re.findall(r"\(([^()]*)\)", label):
        if family := family_of(unit, "after") or family_of(unit, "before"):
            return family
    topics = [mention.topic.id for mention in inherited if mention.topic]
    family = (
        {"participants": "people", "spent": "money", "allocation": "money"}.get(topics[-1], "share") if topics else ""
    )
    return "" if family == "share" and "." not in passage.text and role != "target" else family
