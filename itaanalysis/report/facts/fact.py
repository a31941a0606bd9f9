"""A figure with its name, wording, formula and cells; and the catalogue of all names in facts.toml."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from itaanalysis.thai.numbers import read_number
from itaanalysis.words import Words, present

Value = float | int | str | datetime.date | None

UNITS = {
    "money": ("บาท", "baht"),
    "score": ("คะแนน", "points"),
    "total": ("คะแนน", "points"),
    "mark": ("คะแนน", "points"),
    "points": ("คะแนน", "points"),
    "percent": ("ร้อยละ", "percent"),
    "percent_set": ("ร้อยละ", "percent"),
    "percentage_points": ("จุดร้อยละ", "percentage points"),
    "people": ("คน", "people"),
}


@dataclass(frozen=True)
class Fact:
    """One figure of the report.

    `text` is ready for a sentence, without its unit; `value` is the number, date or text itself, None where
    there is none yet. `sources` are the cells it was made from, `basis` says whether it was computed or
    only reported.
    """

    name: str
    text: str
    value: Value
    unit: str
    label: str
    formula: str
    sources: tuple[str, ...] = ()
    basis: str = "computed"

    @property
    def has_value(self) -> bool:
        """Whether the figure is there at all; zero is."""
        return self.value is not None


@dataclass(frozen=True)
class Found:
    """A value worked out from the tables, before it is put into words.

    `formula` is how it is made, in Thai and English, where that depends on the data; else facts.toml tells it.
    """

    value: Any
    sources: tuple[str, ...] = ()
    basis: str = "computed"
    formula: tuple[str, str] | None = None


@dataclass(frozen=True)
class Entry:
    """What facts.toml says of a name."""

    name: str
    kind: str
    label_th: str
    label_en: str
    formula_th: str = ""
    formula_en: str = ""


NOT_THERE = Found(None)


@cache
def catalogue() -> dict[str, tuple[Entry, ...]]:
    """The sections of facts.toml."""
    text = (files("itaanalysis.report.facts") / "facts.toml").read_text(encoding="utf-8")
    return {section: tuple(Entry(*line) for line in lines) for section, lines in tomllib.loads(text).items()}


def as_fact(entry: Entry, found: Found, words: Words) -> Fact:
    """A value in words, with the label, unit and formula of its name."""
    value = found.value if present(found.value) else None
    return Fact(
        name=entry.name,
        text=words.missing if value is None else spell(value, entry.kind, words),
        value=value,
        unit=words.pick(*UNITS.get(entry.kind, ("", ""))),
        label=words.in_digits(words.pick(entry.label_th, entry.label_en)),
        formula=words.in_digits(words.pick(*(found.formula or (entry.formula_th, entry.formula_en)))),
        sources=() if value is None else tuple(dict.fromkeys(found.sources)),
        basis=found.basis,
    )


def spell(value: float | int | str | datetime.date, kind: str, words: Words) -> str:
    """A value of a kind as it stands in a sentence."""
    if isinstance(value, str):
        return words.in_digits(value)
    if isinstance(value, datetime.date):
        return words.date(value)
    match kind:
        case "year":
            return words.in_digits(str(value))
        case "total":
            return words.score(value)
        case "score":
            return words.number(value)
        case "points" | "percentage_points":
            return words.difference(value)
        case "percent":
            return words.share(value)
        case "percent_set":
            return words.set_share(value)
        case "money" | "mark":
            return words.brief(value)
    return words.number(value, 0)


def apart(left: float, right: float, words: Words) -> float:
    """How far `left` lies above `right`, as the two are shown: a reader who subtracts gets the same.

    >>> apart(92.7995, 93.82, Words())
    -1.02
    >>> apart(84.998, 85, Words(pass_mark=85))
    -0.01
    """
    return float(read_number(words.score(left)) - read_number(words.score(right)))


def cells(*sources: Iterable[str]) -> tuple[str, ...]:
    """Source cells of several columns of tables, each once, missing ones left out."""
    return tuple(dict.fromkeys(cell for column in sources for cell in column if present(cell)))
