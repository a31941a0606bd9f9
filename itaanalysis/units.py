"""The units of a ministry: abbreviations, names and the other ways they are typed, from units.csv."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from itaanalysis.reference import ReferenceTableError, read_reference
from itaanalysis.thai.text import match_key, normalise, suggest

_BRACKETED = re.compile(r"(.+?)\s*\((?:([A-Z]+)|[^()]+)\)")
"""A name, and the abbreviation in the brackets behind it."""
_LONGEST_ABBREVIATION = 8
"""Characters; a longer spelling is a name and may stand anywhere in a text."""


@dataclass(frozen=True)
class Unit:
    """One unit. `kind` is ministry, office, department, state enterprise or public organisation."""

    unit: str
    name_th: str
    name_en: str
    kind: str
    aliases: tuple[str, ...]
    source: str

    @property
    def probable(self) -> bool:
        """Whether the list itself says that this abbreviation is not confirmed."""
        return self.source.strip().lower().startswith("probable")

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way the unit may be typed."""
        return tuple(name for name in (self.unit, self.name_th, self.name_en, *self.aliases) if name)


@dataclass(frozen=True)
class Units:
    """All units of a ministry, found by any of their spellings. A near match is never taken for a match."""

    all: tuple[Unit, ...]

    @classmethod
    def read(cls, path: Path) -> Units:
        """Read units.csv: unit, name_th, name_en, kind, aliases (parted by |), source.

        Raises ReferenceTableError when one spelling stands for two units.
        """
        rows = read_reference(path, ("unit", "name_th", "name_en", "kind", "aliases", "source"))
        units = cls(
            tuple(
                Unit(
                    unit=row["unit"],
                    name_th=row["name_th"],
                    name_en=row["name_en"],
                    kind=row["kind"],
                    aliases=tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip()),
                    source=row["source"],
                )
                for row in rows
            )
        )
        units._refuse_ambiguity(path)
        return units

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.all)

    def find(self, typed: str) -> Unit | None:
        """The unit typed so, after Thai normalisation; None when the list does not hold it.

        Of a name that ends in brackets, what stands before them and an abbreviation in them is the unit too, if no
        other's.
        """
        return self._by_spelling.get(match_key(typed))

    def mentioned(self, text: str) -> Unit | None:
        """The unit a sentence or title speaks of: the longest spelling that occurs in it.

        The ministry named beside a unit only says where the unit belongs. An abbreviation counts with its dot or as a
        word of its own: there is no จร. in ทุจริต.
        """
        found = [
            (unit.kind != "ministry", len(spelling), unit)
            for unit in self.all
            for spelling in unit.spellings
            if _occurs(spelling, text)
        ]
        return max(found, key=lambda match: match[:2])[2] if found else None

    def suggestion(self, typed: str) -> str | None:
        """The known spelling nearest to what was typed, for the text of a problem only."""
        return suggest(typed, [spelling for unit in self.all for spelling in unit.spellings])

    def of_kind(self, kind: str) -> Unit | None:
        """The first unit of a kind, such as the ministry itself."""
        return next((unit for unit in self.all if unit.kind == kind), None)

    @cached_property
    def _by_spelling(self) -> dict[str, Unit]:
        listed = {key: unit for key, _, unit in self._spelled}
        return {**{key: unit for key, unit in self._in_short.items() if key not in listed}, **listed}

    @cached_property
    def _in_short(self) -> dict[str, Unit]:
        """Names without the brackets behind them, and the abbreviation in those: `Department of Foreign Trade`, `DFT`.

        Only what is one unit's alone.
        """
        parts = [
            (match_key(part), unit)
            for unit in self.all
            for name in (unit.name_th, unit.name_en)
            if (found := _BRACKETED.fullmatch(normalise(name)))
            for part in filter(None, found.groups())
        ]
        often = Counter(key for key, _ in dict.fromkeys((key, unit.unit) for key, unit in parts))
        return {key: unit for key, unit in parts if often[key] == 1}

    @cached_property
    def _spelled(self) -> list[tuple[str, str, Unit]]:
        return [(match_key(spelling), spelling, unit) for unit in self.all for spelling in unit.spellings]

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each unit stands in the list, by its abbreviation."""
        return {unit.unit: position for position, unit in enumerate(self.all)}

    def _refuse_ambiguity(self, path: Path) -> None:
        seen: dict[str, Unit] = {}
        for key, spelling, unit in self._spelled:
            other = seen.setdefault(key, unit)
            if other is not unit:
                raise ReferenceTableError(
                    f"{path.name}: “{spelling}” เป็นชื่อของทั้ง {other.unit} และ {unit.unit} โปรดแก้ให้เหลือหน่วยงานเดียว\n"
                    f"{path.name}: “{spelling}” stands for both {other.unit} and {unit.unit}; leave it to one."
                )


def _occurs(spelling: str, text: str) -> bool:
    if len(spelling) > _LONGEST_ABBREVIATION:
        return match_key(spelling) in match_key(text)
    if "." in spelling and spelling in normalise(text):
        return True
    word = re.escape(spelling.replace(".", ""))
    # คน is also the word for people: without its dot a Thai abbreviation needs brackets around it.
    alone = rf"\b{word}\b" if spelling.isascii() else rf"[(\[]\s*{word}\s*[)\]]"
    return re.search(alone, normalise(text), re.IGNORECASE) is not None
