"""Every score at hand in one table, and the part of it somebody has chosen to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.passing import Lever, Measure, levers
from itaanalysis.scoring import DECIMALS

if TYPE_CHECKING:
    from itaanalysis.year import YearData

TOTAL = "total"


@dataclass(frozen=True)
class Selection:
    """What is to be seen: fiscal years, units, measures (`total`, IIT, EIT1, 9 …), the mark to hold them against."""

    years: tuple[int, ...]
    units: tuple[str, ...]
    measures: tuple[Measure, ...]
    threshold: float


def every_score(year: YearData) -> pd.DataFrame:
    """Every score of this year and the earlier ones at hand: fiscal_year, unit, measure, score, source."""
    earlier = summaries.earlier_years(year)
    totals = summaries.unit_scores_by_year(year, earlier).assign(measure=TOTAL)
    tools = summaries.tool_scores_by_year(year, earlier).rename(columns={"tool": "measure"})
    indicators = summaries.indicator_scores_by_year(year, earlier).rename(columns={"indicator": "measure"})
    tables = [table.astype({"measure": object}) for table in (totals, tools, indicators)]
    scores = pd.concat(tables, ignore_index=True)[["fiscal_year", "unit", "measure", "score", "source"]]
    return scores.astype({"fiscal_year": int})


def measures(year: YearData, scores: pd.DataFrame) -> list[Measure]:
    """The measures that have a score at all: the total, each tool with its parts, then the indicators."""
    there = set(scores["measure"])
    return [measure for measure in (TOTAL, *in_order(levers(year.criteria))) if measure in there]


def in_order(known: Sequence[Lever]) -> list[Measure]:
    """The measures of levers as they are read: each tool before its parts, indicators last."""
    tools = list(dict.fromkeys(lever.tool for lever in known if lever.kind == "tool"))
    return [
        lever.measure
        for lever in sorted(known, key=lambda one: (one.kind == "indicator", tools.index(one.tool), one.kind == "part"))
    ]


def chosen(scores: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The scores selected, with `distance` (points above the mark, negative below it) and `reached`.

    Measures in the order of the selection; within each the unit with the highest score of its latest year first.
    """
    kept = scores[
        scores["fiscal_year"].isin(selection.years)
        & scores["unit"].isin(selection.units)
        & scores["measure"].isin(selection.measures)
    ]
    order = {measure: place for place, measure in enumerate(selection.measures)}
    latest = kept.sort_values("fiscal_year").groupby(["measure", "unit"])["score"].transform("last")
    kept = kept.assign(
        distance=(kept["score"] - selection.threshold).round(DECIMALS),
        reached=kept["score"] >= selection.threshold,
        _measure=kept["measure"].map(order),
        _latest=-latest,
    )
    kept = kept.sort_values(["_measure", "_latest", "unit", "fiscal_year"], kind="stable", ignore_index=True)
    return kept.drop(columns=["_measure", "_latest"])
