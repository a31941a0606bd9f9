"""From single scores to unit_scores, tool_scores and indicator_scores, each year by its own criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from itaanalysis.criteria import criteria
from itaanalysis.intake.observations import TOTAL, Measure, Observations, Scores
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_grid import ScoreGrid, computed_totals, points_to_scores, tool_rows
from itaanalysis.scoring import levels
from itaanalysis.tables import frame

_MOST_TOLD = 20
"""Units, and totals, that the sentence about computed totals spells out."""


@dataclass(frozen=True)
class _Work:
    """What every step needs: the scores kept, their grid, and what their numbers stand for."""

    scores: Scores
    lines: np.ndarray
    """Line of the grid of each score."""
    stated: pd.DataFrame
    grid: ScoreGrid
    found: Observations
    reading: Reading

    @cached_property
    def _sources(self) -> Any:
        return pd.array(self.found.sources, dtype="str")

    def unit(self, line: int) -> str:
        """Abbreviation of the unit of a line."""
        return self.reading.vocabulary.units.all[self.grid.units[line]].unit

    def frame(self, table: str, lines: np.ndarray, score: np.ndarray, source: np.ndarray, **more: Any) -> pd.DataFrame:
        """A tidy table with a row for each of `lines`, and `more` columns of its own."""
        columns = {
            "fiscal_year": self.grid.years[lines],
            "unit": _texts([unit.unit for unit in self.reading.vocabulary.units], self.grid.units[lines]),
            "score": score,
            "source": self._sources.take(source),
        }
        return frame(table, columns | more)


def score_tables(found: Observations, reading: Reading) -> dict[str, pd.DataFrame]:
    """The three score tables. A score typed twice for the same unit and measure is a problem unless both agree."""
    every = found.scores()
    for fiscal_year in {reading.fiscal_year.year, *np.unique(every.fiscal_year).tolist()}:
        method = criteria(fiscal_year)
        measures: list[Measure] = [TOTAL, "EIT", *method.weights, *method.eit_parts, *method.indicators]
        for measure in measures:
            found.number(measure)
    work = _side_by_side(every, _stated_below_tools(found, reading), found, reading)
    scores = work.scores
    _tell_points(work)
    tools = tool_rows(work.grid)
    tools["source"] = scores.source[tools["row"]]
    totals = _totals(work, tools)
    number = np.array([measure if isinstance(measure, int) else 0 for measure in found.measures])
    its = number[scores.measure] > 0
    line, tool, score, source = (tools[column].to_numpy() for column in ("line", "tool", "score", "source"))
    return {
        "unit_scores": _unit_scores(work, totals),
        "tool_scores": work.frame(
            "tool_scores", line, score, source, tool=_texts([str(measure) for measure in found.measures], tool)
        ),
        "indicator_scores": work.frame(
            "indicator_scores",
            work.lines[its],
            scores.score[its],
            scores.source[its],
            indicator=number[scores.measure[its]],
        ),
    }


def _stated_below_tools(found: Observations, reading: Reading) -> pd.DataFrame:
    """Totals typed below a unit's own tools. Columns: fiscal_year, unit, score, source."""
    positions = reading.vocabulary.units.positions
    rows = [
        (row["fiscal_year"], positions[row["column"][len("score[") : -1]], row["reported"], row["source"])
        for row in reading.totals
        if row["table"] == "tool_scores" and row["column"].startswith("score[")
    ]
    table = pd.DataFrame(rows, columns=["fiscal_year", "unit", "score", "source"])
    table["source"] = found.cite(list(table["source"]))
    return table.astype({"fiscal_year": "int64", "unit": "int64", "score": "float64"})


def _side_by_side(scores: Scores, stated: pd.DataFrame, found: Observations, reading: Reading) -> _Work:
    """Every unit and year a line of the grid, in the order found; what stands twice is told and taken once."""
    scores = scores.where(~np.isnan(scores.score) | (scores.measure == found.number(TOTAL)))
    units = len(reading.vocabulary.units.all)
    keys = np.concatenate([one.fiscal_year.astype("int64") * units + one.unit for one in (scores, stated)])
    lines, both = pd.factorize(keys)
    of_scores, of_stated = lines[: len(scores)], lines[len(scores) :]
    grid = ScoreGrid.empty(found.measures, *np.divmod(both, units))
    grid.fill(of_scores, scores)
    first = grid.rows[of_scores, scores.measure]
    its = first == np.arange(len(scores))
    if not its.all():
        for again in np.flatnonzero(~its).tolist():
            _tell_duplicate(scores, again, int(first[again]), found, reading)
        scores, of_scores = scores.where(its), of_scores[its]
        grid.fill(of_scores, scores)
    return _Work(scores, of_scores, stated.assign(line=of_stated), grid, found, reading)


def _tell_duplicate(scores: Scores, again: int, first: int, found: Observations, reading: Reading) -> None:
    """A problem, unless the same score stands in another sheet."""
    where, there = (found.place(int(scores.source[row]), int(scores.column[row])) for row in (again, first))
    agrees = np.array_equal(scores.score[again], scores.score[first], equal_nan=True)
    if not agrees or (where.file, where.sheet) == (there.file, there.sheet):
        unit = reading.vocabulary.units.all[scores.unit[again]].unit
        reading.problems.add("duplicate-key", where, unit, other=there)


def _tell_points(work: _Work) -> None:
    grid, scores = work.grid, work.scores
    totals = grid.scores[:, grid.columns[TOTAL]].copy()
    totals[work.stated["line"]] = work.stated["score"]
    for line in np.sort(points_to_scores(grid, totals)).tolist():
        weights = criteria(int(grid.years[line])).weights
        row = grid.first_row(np.array([line]), list(weights))[0]
        where = work.found.place(int(scores.source[row]), int(scores.column[row]))
        full = ", ".join(f"{tool} {weight * 100:g}" for tool, weight in weights.items())
        work.reading.problems.add("weighted-points", where, work.unit(line), unit=work.unit(line), full=full)


def _totals(work: _Work, tools: pd.DataFrame) -> pd.DataFrame:
    """Each unit's total: as listed, else as typed below its own tools, else as its tools make it up.

    Columns: line, score, source; those with a total listed first, in that order.
    """
    grid, scores = work.grid, work.scores
    its = scores.measure == grid.columns[TOTAL]
    listed = pd.DataFrame({"line": work.lines[its], "score": scores.score[its], "source": scores.source[its]})
    typed = pd.concat([listed, work.stated[list(listed)]])
    without = tools[~tools["line"].isin(typed.dropna()["line"])].drop_duplicates("line")
    computed = without.assign(score=computed_totals(grid)[without["line"]])[list(listed)].dropna()
    _tell_computed(work, computed)
    every = pd.concat([typed, computed], ignore_index=True)
    best = every.iloc[np.argsort(every["score"].isna(), kind="stable")].drop_duplicates("line").set_index("line")
    return best.loc[every["line"].unique()].reset_index()


def _tell_computed(work: _Work, computed: pd.DataFrame) -> None:
    """One warning a sheet names the units whose totals had to be computed."""
    sources = work.found.sources
    sheets = [sources[source].rpartition("!")[0] for source in computed["source"]]
    for _, rows in computed.groupby(sheets, sort=False):
        units = list(dict.fromkeys(map(work.unit, rows["line"])))
        totals = [f"{total:g}" for total in rows["score"].head(_MOST_TOLD + 1)]
        where = _place(sources[rows["source"].iloc[0]])
        work.reading.problems.add("total-computed", where, _told(units), computed=_told(totals))


def _told(texts: list[str]) -> str:
    return ", ".join(texts[:_MOST_TOLD]) + (" …" if texts[_MOST_TOLD:] else "")


def _unit_scores(work: _Work, totals: pd.DataFrame) -> pd.DataFrame:
    """A row a unit. The ministry's own row is the mean of its units, not one more of them: it is stated instead."""
    grid, units = work.grid, work.reading.vocabulary.units.all
    its = np.array([unit.kind == "ministry" for unit in units], dtype=bool)[grid.units[totals["line"]]]
    for line, score, source in totals[its].dropna().itertuples(index=False):
        where, year = _place(work.found.sources[source]), int(grid.years[line])
        work.reading.state("unit_scores", f"score[{work.unit(line)}]", float(score), where, fiscal_year=year)
    lines, score, source = (totals[column].to_numpy()[~its] for column in ("line", "score", "source"))
    level = np.full(len(lines), None, dtype=object)
    passed = np.zeros(len(lines), dtype=bool)
    for method, of_method in grid.by_method():
        its = np.flatnonzero(np.isin(lines, of_method))
        tools = grid.scores[np.ix_(lines[its], grid.of(list(method.weights)))]
        level[its] = levels(method, score[its], tools)
        passed[its] = score[its] >= method.pass_mark
    level[np.isnan(score)] = None
    return work.frame(
        "unit_scores",
        lines,
        score,
        source,
        name_th=_texts([unit.name_th for unit in units], grid.units[lines]),
        name_en=_texts([unit.name_en for unit in units], grid.units[lines]),
        level=level,
        passed=pd.arrays.BooleanArray(passed, np.isnan(score)),
        **{tool.lower(): grid.scores[lines, grid.columns[tool]] for tool in ("IIT", "EIT", "OIT")},
    )


def _texts(texts: Sequence[str], positions: np.ndarray) -> Any:
    """Texts by their positions. Each is one object however often it stands: a column of a million takes little room."""
    return pd.array(list(texts), dtype="str").take(positions)


def _place(source: str) -> Place:
    return Place(*source.rsplit("!", 2))
