"""How a value reads, in charts and in text alike: figures, days, and what units and places are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from itaanalysis.figure_words import DIGITS, LANGUAGES, MISSING, FigureWords, Lang, UnknownWording, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

__all__ = ["BANGKOK", "DIGITS", "LANGUAGES", "MISSING", "Lang", "UnknownWording", "Words", "present"]

BANGKOK = "กรุงเทพมหานคร"
"""The one province-level area that is not called a province."""

_SHORTENED = re.compile(r"[ก-๙]+\.")
_ABBREVIATION = re.compile(r"\s*\(([^()\s]+)\)\s*$")


@dataclass(frozen=True)
class Words(FigureWords):
    """The wording of values in one language, as FigureWords has it; names in the data are shown as typed."""

    def listed(self, items: Iterable[str], most: int | None = None, classifier: str = "รายการ") -> str | None:
        """Items in one sentence; None when there are none. Beyond `most`, the rest are counted with `classifier`.

        >>> Words("en").listed(["A", "B", "C"])
        'A, B and C'
        >>> Words().listed(["ก", "ข", "ค", "ง"], most=3, classifier="หน่วยงาน")
        'ก ข และอีก ๒ หน่วยงาน'
        >>> Words().listed(["กรมการค้าต่างประเทศ", "สพค."])
        'กรมการค้าต่างประเทศ และ สพค.'
        """
        named = list(items)
        if most is not None and len(named) > most:
            rest = len(named) - most + 1
            named[most - 1 :] = [self.pick(f"อีก {self.brief(rest)} {classifier}", f"{self.brief(rest)} more")]
        *first, last = named or [""]
        if not first:
            return last or None
        # Thai joins "และ" to a Thai word and parts it from figures, Latin letters and abbreviations.
        gap = "" if "ก" <= last[0] <= "์" and not _SHORTENED.match(last) else " "
        return self.pick(f"{' '.join(first)} และ{gap}{last}", f"{', '.join(first)} and {last}")

    def province(self, name: str) -> str:
        """A province as a place name: "จังหวัดสงขลา", "Songkhla Province"; Bangkok is none."""
        if self.lang == "th":
            return name if name == BANGKOK else f"จังหวัด{name}"
        english = _provinces().get(name, name)
        return english if name == BANGKOK else f"{english} Province"

    def name(self, row: Mapping[Any, Any]) -> str:
        """`name_th` or `name_en` of a row, the Thai name where there is no English one."""
        english = row["name_en"]
        return str(row["name_th"] if self.lang == "th" or not present(english) or not english else english)

    def full_name(self, row: Mapping[Any, Any]) -> str:
        """Name of a unit (`unit`, `name_th`, `name_en`), in English without the abbreviation in brackets behind it."""
        return self.name(row) if self.lang == "th" else _ABBREVIATION.sub("", self.name(row))

    def short_name(self, row: Mapping[Any, Any]) -> str:
        """Abbreviation of a unit, “สป.”; in English the one in brackets, “OPS”, or else the name."""
        bracketed = _ABBREVIATION.search(self.name(row))
        return str(row["unit"]) if self.lang == "th" else bracketed[1] if bracketed else self.name(row)

    def unit(self, year: YearData, unit: str) -> str:
        """Full name of a unit; a name that units.csv does not have stays as it is."""
        found = year.unit_rows.get(unit)
        return self.full_name(found) if found else unit

    def unit_short(self, year: YearData, unit: str) -> str:
        """Abbreviation of a unit; a name that units.csv does not have stays as it is."""
        found = year.unit_rows.get(unit)
        return self.short_name(found) if found else unit


@cache
def _provinces() -> dict[str, str]:
    from pythainlp.corpus import provinces

    return {place["name_th"]: place["name_en"] for place in provinces(details=True) if isinstance(place, dict)}
