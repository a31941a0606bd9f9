"""ITA scores: who passed, how far from the mark, where the points went."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.kpis import pass_rate
from itaanalysis.scoring import DECIMALS

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def distance_to_pass_mark(year: YearData) -> pd.DataFrame:
    """Each unit's ITA score against the pass mark of its year, best first, units without a score last.

    Columns: unit, name_th, name_en, score, distance (points above the mark, negative below it), passed.
    """
    scores = year.unit_scores[["unit", "name_th", "name_en", "score", "passed"]]
    scores = scores.sort_values("score", ascending=False, kind="stable", na_position="last").reset_index(drop=True)
    scores.insert(4, "distance", (scores["score"] - year.criteria.pass_mark).round(DECIMALS))
    return scores


def spread(year: YearData) -> pd.DataFrame:
    """How far the units lie apart: one row, none without scores.

    Columns: units (with a score), min, median, max, mean, passed (units at or above the mark), pass_rate (percent, two
    decimals, never 100.00 unless all passed).
    """
    distances = distance_to_pass_mark(year).dropna(subset="score")
    if distances.empty:
        return pd.DataFrame(columns=["units", "min", "median", "max", "mean", "passed", "pass_rate"])
    scores, rate = distances["score"], pass_rate(year)
    return pd.DataFrame(
        {
            "units": [len(scores)],
            "min": [scores.min()],
            "median": [round(scores.median(), DECIMALS)],
            "max": [scores.max()],
            "mean": [mean_score(scores)],
            "passed": [int(distances["passed"].sum())],
            "pass_rate": [math.nan if rate is None else float(rate[0])],
        }
    )


def mean_score(scores: pd.Series) -> float:
    """Mean of the scores that are there, free of binary dust; NaN without any.

    >>> mean_score(pd.Series([92.88, 86.67]))
    89.775
    """
    known = [float(score) for score in scores.dropna()]
    return round(math.fsum(known) / len(known), DECIMALS) if known else math.nan


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

    Columns: tool, score, weight, points (weight times score), lost (weight times what is missing to 100). The score is
    the one the total is made of, so that `points` add up to it; the parts of EIT are in `tool_parts`. A tool without a
    row of its own is taken from the list of units. Rows in the order of the weights; none without any tool score.
    """
    unit = unit or year.ops_unit
    found = year.tool_scores[year.tool_scores["unit"] == unit].drop_duplicates("tool").set_index("tool")["score"]
    listed = year.unit_scores[year.unit_scores["unit"] == unit].rename(columns=str.upper)
    tools = list(year.criteria.weights)
    scores = found.reindex(tools).astype("float64")
    if len(listed):
        scores = scores.fillna(listed[tools].iloc[0].astype("float64"))
    table = pd.DataFrame({"tool": tools, "score": scores.to_numpy()})
    table["weight"] = table["tool"].map(dict(year.criteria.weights)).astype("float64")
    table["points"] = (table["weight"] * table["score"]).round(DECIMALS)
    table["lost"] = (table["weight"] * (100 - table["score"])).round(DECIMALS)
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
    parts["lost"] = (parts["weight"] * (100 - parts["score"])).round(DECIMALS)
    return parts


def _with_indicator_names(year: YearData, table: pd.DataFrame) -> pd.DataFrame:
    known = year.criteria.indicators
    return table.assign(
        name_th=[known[number].name_th if number in known else "" for number in table["indicator"]],
        name_en=[known[number].name_en if number in known else "" for number in table["indicator"]],
    ).reset_index(drop=True)
