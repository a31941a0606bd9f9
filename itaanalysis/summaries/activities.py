"""Events, money and people: what was held, what it cost, who came."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.fiscal import FiscalYear
from itaanalysis.scoring import DECIMALS
from itaanalysis.thai import baht
from itaanalysis.thai.rounding import round_share

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def events(year: YearData) -> pd.DataFrame:
    """Activities joined with what they cost, in source order.

    Columns: code, group, group_name, name, start_date, end_date, participants, amount_baht,
    cost_per_participant_baht (only where both are known and someone took part), listed (False for spending on a code
    that no activity has; such rows stand last, named by their expense item). Several expenses of one code are added up;
    an activity without expenses has a missing amount.
    """
    spent = (
        year.expenses.groupby(booking(year.expenses), sort=False)
        .agg(code=("code", "first"), item=("item", "first"), amount_baht=("amount_baht", _sum_baht))
        .rename_axis("booking")
        .reset_index()
    )
    held = year.activities.assign(booking=booking(year.activities))
    columns = ["code", "group", "group_name", "name", "start_date", "end_date", "participants"]
    listed = held.merge(spent[["booking", "amount_baht"]], on="booking", how="left").assign(listed=True)
    listed = listed[[*columns, "amount_baht", "listed"]]
    unlisted = spent[~spent["booking"].isin(held["booking"])]
    if len(unlisted):
        group_names = year.activities.drop_duplicates("group").set_index("group")["group_name"]
        groups = unlisted["code"].map(_group_of, na_action="ignore").astype("str")
        rows = pd.DataFrame(
            {
                "code": unlisted["code"],
                "group": groups,
                "group_name": groups.map(group_names).astype("str"),
                "name": unlisted["item"],
                "start_date": pd.NaT,
                "end_date": pd.NaT,
                "participants": pd.NA,
                "amount_baht": unlisted["amount_baht"],
                "listed": False,
            }
        ).astype(listed.dtypes.to_dict())
        listed = pd.concat([listed, rows], ignore_index=True) if len(listed) else rows.reset_index(drop=True)
    people = listed["participants"].astype("float64")
    cost = (listed["amount_baht"].astype("float64") / people.where(people > 0)).round(DECIMALS)
    listed["cost_per_participant_baht"] = cost
    return listed[[*columns, "amount_baht", "cost_per_participant_baht", "listed"]]


def booking(table: pd.DataFrame) -> pd.Series:
    """What ties an expense to its event: the code both have, or without one the row of the sheet that states both.

    One text a row of `activities` or `expenses`.
    """
    return table["code"].fillna(table["source"])


def spending_by_group(year: YearData) -> pd.DataFrame:
    """Baht spent by each sub-activity, in the order of their numbers.

    Columns: group, group_name, events, amount_baht (NaN where no amount is stated), share (percent of all spending,
    two decimals). Spending whose group is unknown stands last under a missing group.
    """
    everything = events(year)
    groups = _by_group(everything).agg(
        group_name=("group_name", "first"), events=("listed", "sum"), amount_baht=("amount_baht", _sum_baht)
    )
    whole = baht.total(everything["amount_baht"].dropna())
    groups["share"] = [
        math.nan if pd.isna(amount) or not whole else float(round_share(amount, whole))
        for amount in groups["amount_baht"]
    ]
    return _in_group_order(groups.reset_index())


def participants_by_group(year: YearData) -> pd.DataFrame:
    """Head-count of each sub-activity, in the order of their numbers.

    Columns: group, group_name, events, participants (missing where no event of the group states one),
    not_stated (events without a head-count).
    """
    groups = _by_group(year.activities).agg(
        group_name=("group_name", "first"),
        events=("code", "size"),
        participants=("participants", lambda people: people.sum(min_count=1)),
        not_stated=("participants", lambda people: int(people.isna().sum())),
    )
    return _in_group_order(groups.reset_index().astype({"participants": "Int64"}))


def cumulative_spending(year: YearData) -> pd.DataFrame:
    """Money spent so far, event by event, by the last day of each event.

    Columns: date, code, name, amount_baht, cumulative_baht. Rows of zero baht are left out; money paid back (an amount
    below zero) takes the sum down again. Spending whose event has no date stands last, with a missing date and a
    missing cumulative_baht: it belongs to the year, not to a day.
    """
    spent = events(year).query("amount_baht != 0").dropna(subset="amount_baht")
    spent = spent.assign(date=spent["end_date"].fillna(spent["start_date"])).sort_values(
        "date", kind="stable", na_position="last"
    )
    # Whole satang add up without the error that fractions of a baht gather.
    satang = (spent["amount_baht"] * 100).round().cumsum()
    spent["cumulative_baht"] = (satang / 100).where(spent["date"].notna())
    return spent[["date", "code", "name", "amount_baht", "cumulative_baht"]].reset_index(drop=True)


def events_by_month(year: YearData) -> pd.DataFrame:
    """How many events began in each of the twelve months of the fiscal year, October first.

    Columns: month (its first day), events, participants (missing where none is stated). Events without a date, or with
    one outside the year, are in `events_outside_months`.
    """
    months = pd.date_range(FiscalYear(year.fiscal_year).start, periods=12, freq="MS")
    began = year.activities["start_date"].dt.to_period("M").dt.to_timestamp()
    found = year.activities.groupby(began).agg(
        events=("code", "size"), participants=("participants", lambda people: people.sum(min_count=1))
    )
    counts = found.reindex(months).rename_axis("month").reset_index()
    counts["events"] = counts["events"].fillna(0).astype("Int64")
    return counts.astype({"participants": "Int64"})


def events_outside_months(year: YearData) -> pd.DataFrame:
    """Activities without a start date, or with one outside the fiscal year: columns code, name, start_date."""
    span = FiscalYear(year.fiscal_year)
    began = year.activities["start_date"]
    inside = began.between(pd.Timestamp(span.start), pd.Timestamp(span.end))
    return year.activities.loc[~inside, ["code", "name", "start_date"]].reset_index(drop=True)


def reach_by_province(year: YearData) -> pd.DataFrame:
    """Where the events were held: columns province, events, participants; most events first.

    Events whose sheet names no province stand last under a missing province. Provinces that followed online are
    counted, not named, in the data: see `online_reach`.
    """
    found = (
        year.activities.groupby("province", dropna=False, sort=False)
        .agg(events=("code", "size"), participants=("participants", lambda people: people.sum(min_count=1)))
        .reset_index()
        .astype({"participants": "Int64"})
    )
    found = found.sort_values(["events", "participants"], ascending=False, kind="stable")
    return pd.concat([found[found["province"].notna()], found[found["province"].isna()]], ignore_index=True)


def online_reach(year: YearData) -> pd.DataFrame:
    """Events followed online: columns code, name, online_provinces."""
    online = year.activities[year.activities["online_provinces"].notna()]
    return online[["code", "name", "online_provinces"]].reset_index(drop=True)


def group_order(group: Any) -> tuple[int, str]:
    """Sort key of a sub-activity: by its number, what has none last."""
    if pd.isna(group):
        return (10**9 + 1, "")
    return (int(group), "") if str(group).isdecimal() else (10**9, str(group))


def _by_group(table: pd.DataFrame) -> pd.api.typing.DataFrameGroupBy:
    return table.groupby("group", dropna=False, sort=False)


def _in_group_order(groups: pd.DataFrame) -> pd.DataFrame:
    order = sorted(range(len(groups)), key=lambda row: group_order(groups["group"].iloc[row]))
    return groups.iloc[order].reset_index(drop=True)


def _group_of(code: str) -> str:
    return re.split(r"[.(]", code, maxsplit=1)[0].strip()


def _sum_baht(amounts: pd.Series) -> float:
    return float(baht.total(amounts.dropna())) if amounts.notna().any() else math.nan
