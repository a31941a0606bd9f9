"""The scores of each unit and year side by side, and what the criteria of that year make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from itaanalysis.criteria import Criteria, criteria
from itaanalysis.intake.observations import TOTAL, Measure, Scores

NOWHERE = 2**31 - 1
"""Row of a score that is not there; later than any."""
ROUNDING = 0.05
"""Points by which a sum of rounded scores may miss a rounded total."""
_DECIMALS = 9
"""Beyond any published score; rids a mean of the binary dust that would part it from the same mean typed."""


@dataclass
class ScoreGrid:
    """One line a unit and year, one column a measure: `scores` (NaN where there is none) and the `rows` they are from.

    `columns` has the measures, `years` and `units` (positions in units.csv) the lines.
    """

    columns: dict[Measure, int]
    years: np.ndarray
    units: np.ndarray
    scores: np.ndarray
    rows: np.ndarray

    @classmethod
    def empty(cls, columns: dict[Measure, int], years: np.ndarray, units: np.ndarray) -> ScoreGrid:
        """A grid without scores."""
        shape = (len(years), len(columns))
        # Measures are looked at one by one: each lies in one piece.
        scores, rows = np.full(shape, np.nan, order="F"), np.full(shape, NOWHERE, dtype="int32", order="F")
        return cls(columns, years, units, scores, rows)

    def fill(self, lines: np.ndarray, scores: Scores) -> None:
        """Put scores into their lines; `rows` has the first of several in one place, `scores` any of them."""
        places = scores.measure.astype("int64") * len(self.years) + lines
        np.minimum.at(self.rows.reshape(-1, order="F"), places, np.arange(len(scores), dtype=self.rows.dtype))
        self.scores.reshape(-1, order="F")[places] = scores.score

    def of(self, measures: Sequence[Measure]) -> np.ndarray:
        """Columns of measures."""
        return np.array([self.columns[measure] for measure in measures], dtype=int)

    def by_method(self) -> Iterator[tuple[Criteria, np.ndarray]]:
        """The lines of all years with the same criteria, and those criteria."""
        shared: list[tuple[Criteria, list[int]]] = []
        for year in np.unique(self.years).tolist():
            its = criteria(year)
            for method, years in shared:
                if replace(its, fiscal_year=method.fiscal_year, provisional=method.provisional) == method:
                    years.append(year)
                    break
            else:
                shared.append((its, [year]))
        for method, years in shared:
            yield method, np.flatnonzero(np.isin(self.years, years))

    def complete(self, lines: np.ndarray, measures: Sequence[Measure]) -> np.ndarray:
        """Those of `lines` that have a score for every measure."""
        complete = np.ones(len(lines), dtype=bool)
        for column in self.of(measures):
            complete &= np.isfinite(self.scores[lines, column])
        its: np.ndarray = lines[complete]
        return its

    def first_row(self, lines: np.ndarray, measures: Sequence[Measure]) -> np.ndarray:
        """For each of `lines` the first row with any of the measures."""
        first = np.full(len(lines), NOWHERE, dtype=self.rows.dtype)
        for column in self.of(measures):
            np.minimum(first, self.rows[lines, column], out=first)
        return first


def points_to_scores(grid: ScoreGrid, totals: np.ndarray) -> np.ndarray:
    """Turn tools typed as weighted points (of 30, 30 and 40) into scores of 100. Returns the lines that were.

    They are known by the total beside them (`totals`, a line each): the points add up to it, weighted scores would not.
    Where no total is typed, by no tool passing its weight: no unit has three scores as low as that.
    """
    found = [np.empty(0, dtype=int)]
    for method, lines in grid.by_method():
        lines = grid.complete(lines, list(method.weights))
        cells = np.ix_(lines, grid.of(list(method.weights)))
        weights, points = np.array(list(method.weights.values())), grid.scores[cells]
        within = (points <= weights * 100).all(axis=1)
        adds_up = np.abs(points.sum(axis=1) - totals[lines]) <= ROUNDING
        without = np.isnan(totals[lines]) & points.any(axis=1)
        are_points = within & (without | (adds_up & (np.abs(points @ weights - totals[lines]) > ROUNDING)))
        points[are_points] = np.round(points[are_points] / weights, _DECIMALS)
        grid.scores[cells] = points
        found.append(lines[are_points])
    return np.concatenate(found)


def tool_rows(grid: ScoreGrid) -> pd.DataFrame:
    """Tool scores as typed, then each unit's EIT from its parts and the tools its indicators make up.

    Columns: line, tool (a column of the grid), score, row (the first observation it rests on). What a line's indicators
    make up is put into the grid too.
    """
    tools = [measure for measure in grid.columns if isinstance(measure, str) and measure != TOTAL]
    indicators = [measure for measure in grid.columns if isinstance(measure, int)]
    everything = np.arange(len(grid.years))
    typed, indicated = grid.first_row(everything, tools), grid.first_row(everything, indicators)
    parts = []

    def add(lines: np.ndarray, tool: int, rows: np.ndarray, order: np.ndarray | int) -> None:
        parts.append(
            pd.DataFrame({"line": lines, "tool": tool, "score": grid.scores[lines, tool], "row": rows, "order": order})
        )

    def make_up(lines: np.ndarray, tool: int, measures: Sequence[Measure], rows: np.ndarray, order: int) -> None:
        whole = sum(grid.scores[lines, column] for column in grid.of(measures))
        grid.scores[lines, tool] = np.round(whole / len(measures), _DECIMALS)
        add(lines, tool, rows, order)

    for tool in grid.of(tools).tolist():
        its = np.flatnonzero(grid.rows[:, tool] != NOWHERE)
        add(its, tool, grid.rows[its, tool], grid.rows[its, tool])
    last = int(grid.rows.max(where=grid.rows != NOWHERE, initial=0)) + 1
    for method, lines in grid.by_method():
        if method.eit_parts:
            without = lines[np.isnan(grid.scores[lines, grid.columns["EIT"]])]
            its = grid.complete(without, method.eit_parts)
            make_up(its, grid.columns["EIT"], method.eit_parts, grid.first_row(its, method.eit_parts), last)
        for order, tool in enumerate(method.weights, start=last + 1):
            numbers = [number for number, indicator in method.indicators.items() if indicator.tool == tool]
            if not numbers:
                continue
            without = lines[np.isnan(grid.scores[lines, grid.columns[tool]])]
            its = grid.complete(without, numbers)
            make_up(its, grid.columns[tool], numbers, grid.first_row(its, numbers[:1]), order)
    rows = pd.concat(parts, ignore_index=True)
    # Units with tools typed come first, in the order of those; then units that have indicators only.
    rank = np.where(typed != NOWHERE, typed, last + indicated.astype("int64"))
    return rows.iloc[np.lexsort((rows["order"], rank[rows["line"]]))].drop(columns="order").reset_index(drop=True)


def computed_totals(grid: ScoreGrid) -> np.ndarray:
    """`Criteria.total` of each line by the criteria of its year; NaN where a tool is missing."""
    totals = np.full(len(grid.years), np.nan)
    for method, lines in grid.by_method():
        weighted = [weight * grid.scores[lines, grid.columns[tool]] for tool, weight in method.weights.items()]
        totals[lines] = np.round(sum(weighted), _DECIMALS)
    return totals
