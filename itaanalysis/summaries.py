"""Answers to an analyst's questions about one year, as small DataFrames: who spent, who came, who passed.

Every function takes a year (`itaanalysis.load(2568)`) and returns a new DataFrame; none of them changes the year.
A table without rows gives an answer without rows. What is missing in the data stays missing: a sum is NaN only where
nothing at all is stated, and no event, expense or unit is left out because its partner in another table is lacking.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.fiscal import FiscalYear
from itaanalysis.thai import baht
from itaanalysis.thai.numbers import round_share

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_DUST = 9
"""Decimals kept of a computed score: beyond any published one, and free of binary dust."""


def events(year: YearData) -> pd.DataFrame:
    """Activities joined with what they cost, in source order.

    Columns: code, group, group_name, name, start_date, end_date, participants, amount_baht,
    cost_per_participant_baht (only where both are known and someone took part), listed (False for spending on a code
    that no activity has; such rows stand last, named by their expense item). Several expenses of one code are added up;
    an activity without expenses has a missing amount.
    """
    spent = (
        year.expenses.groupby("code", dropna=False, sort=False)
        .agg(item=("item", "first"), amount_baht=("amount_baht", _sum_baht))
        .reset_index()
    )
    columns = ["code", "group", "group_name", "name", "start_date", "end_date", "participants"]
    listed = year.activities[columns].merge(spent[["code", "amount_baht"]], on="code", how="left").assign(listed=True)
    unlisted = spent[~spent["code"].isin(year.activities["code"])]
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
    cost = (listed["amount_baht"].astype("float64") / people.where(people > 0)).round(_DUST)
    listed.insert(listed.columns.get_loc("amount_baht") + 1, "cost_per_participant_baht", cost)
    return listed


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

    Columns: date, code, name, amount_baht, cumulative_baht. Only rows with an amount above zero. Spending whose event has
    no date stands last, with a missing date and a missing cumulative_baht: it belongs to the year, not to a day.
    """
    spent = events(year).query("amount_baht > 0")
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
    months = pd.DatetimeIndex(pd.to_datetime(_months(year)))
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

    Events whose sheet names no province stand last under a missing province. Provinces that followed online are counted,
    not named, in the data: see `online_reach`.
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


def distance_to_pass_mark(year: YearData) -> pd.DataFrame:
    """Each unit's ITA score against the pass mark of its year, best first, units without a score last.

    Columns: unit, name_th, name_en, score, distance (points above the mark, negative below it), passed.
    The mark is inclusive and met by the unrounded score (NACC ITA manual).
    """
    scores = year.unit_scores[["unit", "name_th", "name_en", "score"]]
    scores = scores.sort_values("score", ascending=False, kind="stable", na_position="last").reset_index(drop=True)
    passed = (scores["score"] >= year.criteria.pass_mark).astype("boolean").where(scores["score"].notna())
    return scores.assign(distance=(scores["score"] - year.criteria.pass_mark).round(_DUST), passed=passed)


def spread(year: YearData) -> pd.DataFrame:
    """How far the units lie apart: one row, none without scores.

    Columns: units (with a score), min, median, max, mean, passed (units at or above the mark), pass_rate (percent, two
    decimals, never 100.00 unless all passed).
    """
    distances = distance_to_pass_mark(year).dropna(subset="score")
    if distances.empty:
        return pd.DataFrame(columns=["units", "min", "median", "max", "mean", "passed", "pass_rate"])
    scores = distances["score"]
    passed = int(distances["passed"].sum())
    return pd.DataFrame(
        {
            "units": [len(scores)],
            "min": [scores.min()],
            "median": [round(scores.median(), _DUST)],
            "max": [scores.max()],
            "mean": [mean_score(scores)],
            "passed": [passed],
            "pass_rate": [float(round_share(passed, len(scores)))],
        }
    )


def mean_score(scores: pd.Series) -> float:
    """Mean of the scores that are there, free of binary dust; NaN without any.

    >>> mean_score(pd.Series([92.88, 86.67]))
    89.775
    """
    known = [float(score) for score in scores.dropna()]
    return round(math.fsum(known) / len(known), _DUST) if known else math.nan


def weakest_indicator(year: YearData, unit: str | None = None) -> pd.DataFrame:
    """The indicator on which a unit (the OPS unless told) scored lowest; all of them where several tie.

    Columns: unit, indicator, name_th, name_en, score. No row for a unit without indicator scores.
    """
    scores = year.indicator_scores
    scores = scores[scores["unit"] == (unit or year.ops_unit)].dropna(subset="score")
    weakest = scores[scores["score"] == scores["score"].min()]
    return _with_indicator_names(year, weakest)[["unit", "indicator", "name_th", "name_en", "score"]]


def ethics_dimensions(year: YearData) -> pd.DataFrame:
    """The indicators of the ethics index, one row each, one column for every entity that has scores.

    Columns: indicator, name_th, name_en, then the entities (such as พณ. and สป.) in source order. Which indicators
    belong to the index comes from the year's criteria; one that nobody has a score for is left out.
    """
    scores = year.indicator_scores
    scores = scores[scores["indicator"].isin(year.criteria.ethics_indicators)].dropna(subset="score")
    table = scores.pivot_table(index="indicator", columns="unit", values="score", aggfunc="first", sort=False)
    table = table.sort_index().rename_axis(columns=None).reset_index()
    names = _with_indicator_names(year, table[["indicator"]])
    return pd.concat([names, table.drop(columns="indicator")], axis="columns")


def tool_losses(year: YearData, unit: str | None = None) -> pd.DataFrame:
    """How many of the 100 points each ITA tool cost a unit (the OPS unless told).

    Columns: tool, score, weight, points (weight times score), lost (weight times what is missing to 100). EIT stands once,
    as the mean of its parts (FY2566 on). Rows in the order of the criteria's weights; none without any tool score.
    """
    unit = unit or year.ops_unit
    found = year.tool_scores[year.tool_scores["unit"] == unit].set_index("tool")["score"]
    whole = year.unit_scores[year.unit_scores["unit"] == unit]
    scores = {}
    for tool in year.criteria.weights:
        parts = found[[bool(re.fullmatch(rf"{tool}\d+", name)) for name in found.index]].dropna()
        if len(parts):
            scores[tool] = mean_score(parts)
        elif tool in found.index:
            scores[tool] = float(found[tool])
        else:
            scores[tool] = float(whole[tool.lower()].iloc[0]) if len(whole) else math.nan
    table = pd.DataFrame({"tool": list(scores), "score": list(scores.values())})
    table["weight"] = table["tool"].map(dict(year.criteria.weights)).astype("float64")
    table["points"] = (table["weight"] * table["score"]).round(_DUST)
    table["lost"] = (table["weight"] * (100 - table["score"])).round(_DUST)
    return table if table["score"].notna().any() else table.iloc[:0]


def tool_parts(year: YearData, unit: str | None = None) -> pd.DataFrame:
    """The parts of a tool that comes in several (EIT1, EIT2), each with its share of what the tool cost.

    Columns: tool, part, score, weight (the tool's, divided evenly), lost. No rows where no tool has parts.
    """
    found = year.tool_scores[year.tool_scores["unit"] == (unit or year.ops_unit)].dropna(subset="score")
    parts = found.assign(part=found["tool"], tool=found["tool"].str.extract(r"^(\D+)\d+$", expand=False))
    parts = parts.dropna(subset="tool")[["tool", "part", "score"]].reset_index(drop=True)
    weights = parts["tool"].map(dict(year.criteria.weights)).astype("float64")
    parts["weight"] = weights / parts.groupby("tool")["part"].transform("size")
    parts["lost"] = (parts["weight"] * (100 - parts["score"])).round(_DUST)
    return parts


def group_order(group: object) -> tuple[int, str]:
    """Sort key of a sub-activity: by its number, what has none last."""
    text = "" if pd.isna(group) else str(group)
    return (int(text), "") if text.isdecimal() else (10**9, text)


def _by_group(table: pd.DataFrame) -> pd.api.typing.DataFrameGroupBy:
    return table.groupby("group", dropna=False, sort=False)


def _in_group_order(groups: pd.DataFrame) -> pd.DataFrame:
    order = sorted(range(len(groups)), key=lambda row: group_order(groups["group"].iloc[row]))
    return groups.iloc[order].reset_index(drop=True)


def _group_of(code: str) -> str:
    return re.split(r"[.(]", code, maxsplit=1)[0].strip()


def _sum_baht(amounts: pd.Series) -> float:
    return float(baht.total(amounts.dropna())) if amounts.notna().any() else math.nan


def _months(year: YearData) -> list[pd.Timestamp]:
    return list(pd.date_range(FiscalYear(year.fiscal_year).start, periods=12, freq="MS"))


def _with_indicator_names(year: YearData, table: pd.DataFrame) -> pd.DataFrame:
    known = year.criteria.indicators
    return table.assign(
        name_th=[known[number].name_th if number in known else "" for number in table["indicator"]],
        name_en=[known[number].name_en if number in known else "" for number in table["indicator"]],
    ).reset_index(drop=True)
