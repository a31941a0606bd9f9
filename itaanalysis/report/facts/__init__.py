"""The figures of a fiscal year by name, ready for sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis.report.facts.dimensions import dimensions, indicator_entries
from itaanalysis.report.facts.events import events
from itaanalysis.report.facts.fact import NOT_THERE, Fact, Found, as_fact, catalogue
from itaanalysis.report.facts.identity import identity
from itaanalysis.report.facts.kpis import kpis
from itaanalysis.report.facts.money import money
from itaanalysis.report.facts.national import national
from itaanalysis.report.facts.passing import passing
from itaanalysis.report.facts.quality import quality
from itaanalysis.report.facts.scores import scores
from itaanalysis.report.facts.years import years
from itaanalysis.thai.rounding import Digits
from itaanalysis.words import Lang, Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

__all__ = ["Fact", "Found", "facts"]

ROOMS = (identity, money, events, scores, passing, dimensions, national, years, quality)


def facts(year: YearData, lang: Lang = "th", digits: Digits | None = None) -> dict[str, Fact]:
    """Every figure a sentence may name, as {name: Fact}.

    The names are those of facts.toml, whatever the data: a figure that a half-filled year does not have says
    "ยังไม่มีข้อมูล" or "not available yet" and has the value None.
    """
    words = Words(lang, digits, year.criteria.pass_mark)
    found: dict[str, Found] = {}
    for room in ROOMS:
        found |= room(year, words)
    entries = [entry for lines in catalogue().values() for entry in lines]
    named = {
        entry.name: as_fact(entry, found.get(entry.name, NOT_THERE), words)
        for entry in [*entries, *indicator_entries(year)]
    }
    return named | kpis(year, words)
