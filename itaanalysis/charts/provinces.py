"""The 77 provinces as tiles: where each stands on the tile map, and which one a name in the data means.

The grid is our own: one tile a province, neighbours beside each other and north above south as far as tiles can keep
them. Names and abbreviations are those of the Department of Provincial Administration.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.wording import Wording, records
from itaanalysis.thai.text import match_key

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_CALLED = re.compile(r"^(?:จังหวัด|จ\.)\s*|\s+province$", re.IGNORECASE)


@dataclass(frozen=True)
class Province:
    """A province and its tile, counted from the top left corner of the map."""

    name_th: str
    name_en: str
    abbreviation_th: str
    abbreviation_en: str
    row: int
    column: int

    def name(self, words: Wording) -> str:
        """Its bare name."""
        return words(self.name_th, self.name_en)

    def abbreviation(self, words: Wording) -> str:
        """Two or three letters."""
        return words(self.abbreviation_th, self.abbreviation_en)


@cache
def _read() -> tuple[dict[str, Province], dict[str, Province]]:
    text = (files(__package__) / "provinces.csv").read_text(encoding="utf-8")
    by_name, by_key = {}, {}
    for row in csv.DictReader(text.splitlines()):
        found = Province(
            row["province"],
            row["name_en"],
            row["abbreviation_th"],
            row["abbreviation_en"],
            int(row["row"]),
            int(row["column"]),
        )
        by_name[found.name_th] = found
        for name in filter(None, (found.name_th, found.name_en, *row["aliases"].split("|"))):
            by_key[match_key(name)] = found
    return by_name, by_key


def provinces() -> list[Province]:
    """Every province, from the north-west tile to the south-east one."""
    return list(_read()[0].values())


def province_named(name: str) -> Province | None:
    """The province a name means, with or without “จังหวัด”; None for a name of none.

    >>> province_named("จ.สงขลา").name_en, province_named("กรุงเทพฯ").name_en, province_named("Atlantis")
    ('Songkhla', 'Bangkok', None)
    """
    return _read()[1].get(match_key(_CALLED.sub("", name.strip())))


@dataclass(frozen=True)
class Reached:
    """Where the events of a year were held.

    `held` has one row a province: province (a `Province`), events, participants (missing where none is stated), most
    events first. `unknown` are names that no province has; `unplaced` counts the events that name no province.
    """

    held: pd.DataFrame
    unknown: list[str]
    unplaced: int


def reached(year: YearData) -> Reached:
    """The provinces in which the year's events were held. Two spellings of one province are one."""
    table = summaries.reach_by_province(year)
    named = table.dropna(subset="province")
    found = [province_named(str(name)) for name in named["province"]]
    known = named.assign(province=pd.Series(found, named.index, dtype="object"))
    held = (
        known.dropna(subset="province")
        .groupby("province", sort=False)
        .agg(events=("events", "sum"), participants=("participants", lambda people: people.sum(min_count=1)))
        .reset_index()
        .sort_values(["events", "participants"], ascending=False, kind="stable", ignore_index=True)
    )
    unknown = [str(row["province"]) for row in records(named[known["province"].isna()])]
    return Reached(held, unknown, int(table[table["province"].isna()]["events"].sum()))
