"""How many activities there were, when, where and for how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.report.facts.fact import NOT_THERE, Found, cells
from itaanalysis.report.facts.money import stated
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def activity_code(events: pd.DataFrame) -> pd.Series:
    """The activity each event belongs to: its code without the number in brackets, 1.3(2) is part of 1.3.

    An event without a code is an activity of its own, known by its source.
    """
    return events["code"].str.replace(r"\(\d+\)$", "", regex=True).fillna(events["source"])


def events(year: YearData, words: Words) -> dict[str, Found]:
    """Counts of sub-activities, activities and events, their days, provinces and hosts."""
    rows = year.activities
    if rows.empty:
        return {"participants_stated": stated(year, "activities", "participants")}
    dated, online = rows.dropna(subset=["start_date"]), rows.dropna(subset=["online_provinces"])
    placed, hosted = rows.dropna(subset=["province"]), rows.dropna(subset=["host"])
    every = cells(rows["source"])
    return {
        "groups_total": Found(int(rows["group"].nunique()), every),
        "activities_total": Found(int(activity_code(rows).nunique()), every),
        "events_total": Found(len(rows), every),
        "events_dated": Found(len(dated), cells(dated["source"])),
        "events_counted": Found(int(rows["participants"].notna().sum()), every),
        "months_total": Found(int(dated["start_date"].dt.to_period("M").nunique()), cells(dated["source"])),
        "first_event_date": _day(rows["start_date"], rows["source"], first=True),
        "last_event_date": _day(rows["end_date"].fillna(rows["start_date"]), rows["source"], first=False),
        "venue_provinces_total": Found(int(placed["province"].nunique()), cells(placed["source"])),
        "venue_provinces_list": Found(words.listed(_provinces(placed, words)), cells(placed["source"])),
        "hosts_total": Found(int(hosted["host"].nunique()), cells(hosted["source"])),
        "online_events_total": Found(len(online), cells(online["source"])),
        "online_provinces_most": Found(
            None if online.empty else int(online["online_provinces"].max()), cells(online["source"])
        ),
        "participants_stated": stated(year, "activities", "participants"),
    }


def _provinces(placed: pd.DataFrame, words: Words) -> list[str]:
    names = placed["province"].drop_duplicates()
    return [name if words.lang == "th" else words.province(name).removesuffix(" Province") for name in names]


def _day(days: pd.Series, sources: pd.Series, *, first: bool) -> Found:
    known = sorted(zip(days.dropna(), sources[days.notna()], strict=True), reverse=not first)
    return Found(known[0][0].date(), cells([known[0][1]])) if known else NOT_THERE
