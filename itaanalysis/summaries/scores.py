"""ITA scores: who passed, how far from the mark, where the points went."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.summaries.activities import DUST
from itaanalysis.thai.numbers import round_share

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def distance_to_pass_mark(year: YearData) -> pd.DataFrame:
    """Each unit's ITA score against the pass mark of its year, best first, units without a score last.

    Columns: unit, name_th, name_en, score, distance (points above the mark, negative below it), passed.
    The mark is inclusive and met by the unrounded score (NACC ITA manual).
    """
    scores = year.unit_scores[["unit", "name_th", "name_en", "score"]]
    scores = scores.sort_values("score", ascending=False, kind="stable", na_position="last").reset_index(drop=True)
    passed = (scores["score"] >= year.criteria.pass_mark).astype("boolean").where(scores["score"].notna())
    return scores.assign(distance=(scores["score"] - year.criteria.pass_mark).round(DUST), passed=passed)


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
            "median": [round(scores.median(), DUST)],
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
    return round(math.fsum(known) / len(known), DUST) if known else math.nan


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

    Columns: tool, score, weight, points (weight times score), lost (weight times what is missing to 100). EIT stands
    once, as the mean of its parts (FY2566 on). Rows in the order of the weights; none without any tool score.
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
    table["points"] = (table["weight"] * table["score"]).round(DUST)
    table["lost"] = (table["weight"] * (100 - table["score"])).round(DUST)
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
    parts["lost"] = (parts["weight"] * (100 - parts["score"])).round(DUST)
    return parts


def _with_indicator_names(year: YearData, table: pd.DataFrame) -> pd.DataFrame:
    known = year.criteria.indicators
    return table.assign(
        name_th=[known[number].name_th if number in known else "" for number in table["indicator"]],
        name_en=[known[number].name_en if number in known else "" for number in table["indicator"]],
    ).reset_index(drop=True)
