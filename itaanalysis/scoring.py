"""From indicators to tools to total to level, for any number of units and fiscal years at once.

What is missing stays missing: a tool with one indicator lacking has no score, a total with one tool lacking is NaN. A
score of 0.00 is a score.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from itaanalysis.criteria import UNKNOWN_LEVEL, Criteria, criteria
from itaanalysis.passing import Measure

DECIMALS = 9
"""Decimals kept of a computed figure: beyond any published one; rids 85 of the binary dust that would fail it."""


def score_units(indicator_scores: pd.DataFrame, tool_scores: pd.DataFrame | None = None) -> pd.DataFrame:
    """The ITA result of every unit and year, worked out from single scores by the criteria of each year.

    `indicator_scores` has the columns fiscal_year, unit, indicator, score; `tool_scores` fiscal_year, unit, tool, score
    (IIT, EIT, OIT or a part such as EIT1). A tool that is given is taken as given; else it is the mean of its parts,
    else the mean of its indicators, and missing unless all of them are there. Of a score given twice the first counts.

    Returns a row a unit and year in the order found: fiscal_year, unit, a column for each tool (IIT, EIT, OIT), score
    (the weighted total), level, passed (missing without a total), missing (the tools the total lacks: "IIT, OIT").
    Raises CriteriaError for a year without criteria.
    """
    singles = [indicator_scores.rename(columns={"indicator": "measure"})]
    if tool_scores is not None:
        singles.append(tool_scores.rename(columns={"tool": "measure"}))
    columns = ["fiscal_year", "unit", "measure", "score"]
    scores = pd.concat([table[columns].astype({"measure": "object"}) for table in singles], ignore_index=True)
    grid = _Grid(scores)
    found = [_results(criteria(int(year)), grid, np.flatnonzero(grid.years == year)) for year in np.unique(grid.years)]
    if not found:
        return pd.DataFrame(columns=["fiscal_year", "unit", "score", "level", "passed", "missing"])
    return pd.concat(found).sort_index()


def tools_of(method: Criteria, scores: _Grid, lines: np.ndarray) -> np.ndarray:
    """Tool scores of some lines, a column each in the order of the weights; NaN where they cannot be known."""
    tools = []
    for tool in method.weights:
        made_of: tuple[tuple[Measure, ...], ...] = (method.parts(tool), method.indicators_of(tool))
        score = scores.column(tool)[lines]
        for measures in made_of:
            if measures:
                parts = np.column_stack([scores.column(measure)[lines] for measure in measures])
                score = np.where(np.isnan(score), np.round(parts.mean(axis=1), DECIMALS), score)
        tools.append(score)
    return np.column_stack(tools)


def totals(method: Criteria, tools: np.ndarray) -> np.ndarray:
    """ITA totals of tool scores (a column each, in the order of the weights); NaN where a tool is missing."""
    total: np.ndarray = np.round(tools @ np.array(list(method.weights.values())), DECIMALS)
    return total


def levels(method: Criteria, total: np.ndarray, tools: np.ndarray) -> np.ndarray:
    """Level of each total given the scores of its tools: `Criteria.level` for any number at once.

    `unknown` where the total is missing, or a tool whose floor decides.
    """
    level = np.full(len(total), UNKNOWN_LEVEL, dtype=object)
    still_open = ~np.isnan(total)
    for known in method.levels:
        reached = still_open & (total >= known.total)
        if known.every_tool is not None:
            below = (tools < known.every_tool).any(axis=1)
            undecided = reached & ~below & np.isnan(tools).any(axis=1)
            still_open &= ~undecided
            reached &= ~below & ~undecided
        level[reached] = known.name_th
        still_open &= ~reached
    return level


class _Grid:
    """Single scores as a line a unit and year, found by measure."""

    def __init__(self, scores: pd.DataFrame) -> None:
        scores = scores.dropna(subset="score")
        self.lines, keys = pd.factorize(pd.MultiIndex.from_frame(scores[["fiscal_year", "unit"]]))
        self.years = keys.get_level_values(0).to_numpy(dtype=int) if len(keys) else np.empty(0, dtype=int)
        self.units = keys.get_level_values(1)
        self._score = scores["score"].to_numpy(dtype=float)
        self._measure, self._measures = pd.factorize(scores["measure"])

    @cached_property
    def _where(self) -> dict[Measure, int]:
        return {measure: number for number, measure in enumerate(self._measures)}

    def column(self, measure: Measure) -> np.ndarray:
        """The score of every line on one measure, NaN where there is none."""
        scores = np.full(len(self.years), np.nan)
        # Backwards, so that the first of several stays.
        its = np.flatnonzero(self._measure == self._where.get(measure, -1))[::-1]
        scores[self.lines[its]] = self._score[its]
        return scores


def _results(method: Criteria, grid: _Grid, lines: np.ndarray) -> pd.DataFrame:
    tools = tools_of(method, grid, lines)
    total = totals(method, tools)
    return pd.DataFrame(
        {
            "fiscal_year": method.fiscal_year,
            "unit": grid.units[lines],
            **dict(zip(method.weights, tools.T, strict=True)),
            "score": total,
            "level": levels(method, total, tools),
            "passed": pd.arrays.BooleanArray(total >= method.pass_mark, np.isnan(total)),
            "missing": lacking(tools, list(method.weights)),
        },
        index=lines,
    )


def lacking(scores: np.ndarray, names: Sequence[str]) -> list[str]:
    """For each line the names of the columns without a score, such as "IIT, OIT"; the empty text where none lacks."""
    patterns, which = np.unique(np.isnan(scores), axis=0, return_inverse=True)
    said = [", ".join(name for name, lacks in zip(names, pattern, strict=True) if lacks) for pattern in patterns]
    return [said[kind] for kind in which.reshape(-1)]
