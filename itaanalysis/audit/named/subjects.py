"""What a passage names: topics of phrases.toml, indicators, and units of the ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from itaanalysis.audit.known.facts import text_of
from itaanalysis.audit.phrases import Topic, any_word, family_of, occurrences, phrases
from itaanalysis.reference import read_reference
from itaanalysis.thai.text import match_key, normalise
from itaanalysis.year import YearData

_BEFORE_ABBREVIATION = re.compile(rf"(?:^|[^ก-๎A-Za-z0-9.]|[0-9]\)?[ ,]|{any_word('unit_before')}|\.)$")
_COUNTED = re.compile(r"[0-9] ?$")
_LONG_NAME = 8


@dataclass(frozen=True)
class Mention:
    """A topic, indicator or unit named from `start` to `end` of a passage; some words are both topic and indicator."""

    start: int
    end: int
    topic: Topic | None = None
    indicator: int = 0
    unit: str = ""


class Subjects:
    """Spots what phrases.toml, the criteria and units.csv of a year have names for."""

    def __init__(self, year: YearData) -> None:
        self.ministry = year.ministry_unit or ""
        self.ops = year.ops_unit or ""
        self._year = year
        self._found: dict[str, list[Mention]] = {}

    @cached_property
    def _units(self) -> list[dict[str, str]]:
        """The rows of units.csv as texts."""
        return [{str(key): text_of(value) for key, value in row.items()} for row in self._year.units.to_dict("records")]

    @cached_property
    def _named(self) -> dict[str, Mention]:
        """Every phrase with what it names. A person's post names nothing and hides the unit in it."""
        named = {phrase: Mention(0, 0, topic=topic) for phrase, topic in phrases().topics}
        for name, number in self._indicator_names():  # การใช้งบประมาณ is an indicator, and what is spent
            named[name] = Mention(0, 0, topic=named[name].topic if name in named else None, indicator=number)
        for kind, unit in (("ops", self.ops), ("ministry", self.ministry)):
            if unit:
                named |= {phrase: Mention(0, 0, unit=unit) for phrase in phrases().entities[kind]}
        for row in self._units:
            named |= {name: Mention(0, 0, unit=row["unit"]) for name in _long_names(row)}
        return named | {phrase: Mention(0, 0) for phrase in phrases().entities["none"]}

    @cached_property
    def _abbreviations(self) -> list[tuple[str, str]]:
        short = [(name, row["unit"]) for row in self._units for name in _short_names(row)]
        return sorted(short, key=lambda pair: len(pair[0]), reverse=True)

    @property
    def everyday(self) -> list[str]:
        """Words that tell no event from another: names of units, of topics and of indicators, and common ones."""
        named = [name for name, mention in self._named.items() if mention.unit or mention.topic or mention.indicator]
        return [*named, *phrases().everyday]

    def mentions(self, text: str) -> list[Mention]:
        """Everything named in a text, in order."""
        if text not in self._found:  # headings and labels are read again for each cell
            self._found[text] = self._mentions(text)
        return self._found[text]

    def _mentions(self, text: str) -> list[Mention]:
        found = []
        for start, end, phrase in occurrences(self._named, text):
            about = self._named[phrase]
            if about.topic or about.indicator or about.unit:
                found.append(Mention(start, end, about.topic, about.indicator, about.unit))
        found += self._abbreviated(text)
        return sorted(found, key=lambda mention: (mention.start, mention.end))

    def _abbreviated(self, text: str) -> Iterator[Mention]:
        taken: set[int] = set()
        for short, unit in self._abbreviations:
            at = text.find(short)
            while at >= 0:
                end = at + len(short)
                if not taken & set(range(at, end)) and _stands_alone(text, at, end, short):
                    taken |= set(range(at, end))
                    yield Mention(at, end, unit=unit)
                at = text.find(short, end)
        key = match_key(text.strip("()[] "))
        if not taken and len(key) <= _LONG_NAME:
            for short, unit in self._abbreviations:
                if match_key(short) == key:
                    yield Mention(0, len(text), unit=unit)
                    return

    def _indicator_names(self) -> Iterator[tuple[str, int]]:
        for number, indicator in self._year.criteria.indicators.items():
            yield normalise(indicator.name_th), number
            yield indicator.name_en, number
        path = self._year.workspace.reference("words.csv")
        for row in read_reference(path, ("kind", "meaning", "word")) if path.is_file() else ():
            if row["kind"] == "indicator" and row["meaning"].isdecimal():
                yield normalise(row["word"]), int(row["meaning"])


def _stands_alone(text: str, start: int, end: int, short: str) -> bool:
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    if _COUNTED.search(before) and family_of(short.strip("."), "after"):
        return False  # ๕๒ คน. counts people
    if short.isascii():
        return not re.search(r"[A-Za-z]$", before) and not re.match(r"[A-Za-z]", after)
    if not short.endswith("."):
        return bool(re.search(r"[(\[] ?$", before)) and after in (")", "]")
    return bool(_BEFORE_ABBREVIATION.search(before))


def _long_names(row: dict[str, str]) -> set[str]:
    names = {row["name_th"], row["name_en"], *row["aliases"].split("|")}
    names |= {re.sub(r" *\(.*?\)", "", name) for name in names}
    whole = (row["name_th"], row["name_en"])
    return {normalise(name) for name in names if len(name) > _LONG_NAME or (name and name in whole)}


def _short_names(row: dict[str, str]) -> set[str]:
    """The abbreviation with and without its dots, the English one in brackets, and short aliases."""
    english = re.search(r"\(([A-Z]{2,8})\)", row["name_en"])
    names = {
        row["unit"],
        row["unit"].replace(".", ""),
        *(alias for alias in row["aliases"].split("|") if len(alias) <= _LONG_NAME),
    }
    return {normalise(name) for name in names | ({english[1]} if english else set()) if name}


def spans(mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """The units among mentions, as (start, end, unit)."""
    return [(mention.start, mention.end, mention.unit) for mention in mentions if mention.unit]
