"""From single scores to unit_scores, tool_scores and indicator_scores, each year by its own criteria."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from itaanalysis.criteria import criteria
from itaanalysis.intake.observations import TOTAL, Measure, Observations
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.score_grid import NOWHERE, ScoreGrid, levels, points_to_scores, tool_rows
from itaanalysis.tables import frame

_UNIT_BITS = 32
"""Room for the position of a unit in the number that stands for a unit and a year."""


def score_tables(found: Observations, reading: Reading) -> dict[str, pd.DataFrame]:
    """The three score tables. A score typed twice for the same unit and measure is a problem unless both agree."""
    scores = found.table()
    for fiscal_year in {reading.fiscal_year.year, *scores["fiscal_year"].unique().tolist()}:
        method = criteria(fiscal_year)
        measures: list[Measure] = [TOTAL, "EIT", *method.weights, *method.eit_parts, *method.indicators]
        for measure in measures:
            found.number(measure)
    scores = _without_duplicates(scores, found, reading)
    stated = _stated_below_tools(found, reading)
    grid = _grid(scores, stated, found)
    _tell_points(grid, scores, stated, found, reading)
    tools = tool_rows(grid)
    tools["source"] = scores["source"].to_numpy()[tools["row"]]
    totals = _totals(grid, scores, stated, tools, found, reading)
    number = np.array([measure if isinstance(measure, int) else 0 for measure in found.measures])
    name = pd.array([str(measure) for measure in found.measures], dtype="str")
    indicators = scores[number[scores["measure"]] > 0]
    return {
        "unit_scores": _unit_scores(grid, totals, found, reading),
        "tool_scores": _frame("tool_scores", grid, tools, found, reading, tool=name.take(tools["tool"].to_numpy())),
        "indicator_scores": _frame(
            "indicator_scores", grid, indicators, found, reading, indicator=number[indicators["measure"]]
        ),
    }


def _without_duplicates(table: pd.DataFrame, found: Observations, reading: Reading) -> pd.DataFrame:
    table = table[table["score"].notna() | (table["measure"] == found.number(TOTAL))]
    key = (table["fiscal_year"] * len(found.measures) + table["measure"]) * 2**_UNIT_BITS + table["unit"]
    repeated = key.duplicated()
    first = table[~repeated].set_index(key[~repeated])
    again, before = table[repeated], first.loc[key[repeated]]
    agrees = (again["score"].to_numpy() == before["score"].to_numpy()) | (
        again["score"].isna().to_numpy() & before["score"].isna().to_numpy()
    )
    wrong = ~agrees | (again["sheet"].to_numpy() == before["sheet"].to_numpy())
    cell = ["row", "column", "sheet"]
    for unit, one, other in zip(
        again["unit"][wrong], again[cell][wrong].to_numpy(), before[cell][wrong].to_numpy(), strict=True
    ):
        name = reading.vocabulary.units.all[unit].unit
        reading.problems.add("duplicate-key", found.place(*one.tolist()), name, other=found.place(*other.tolist()))
    return first.reset_index(drop=True)


def _stated_below_tools(found: Observations, reading: Reading) -> pd.DataFrame:
    """Totals typed below a unit's own tools. Columns: fiscal_year, unit, score, source."""
    positions = reading.vocabulary.units.positions
    rows = [
        (row["fiscal_year"], positions[row["column"][len("score[") : -1]], row["reported"], row["source"])
        for row in reading.totals
        if row["table"] == "tool_scores" and row["column"].startswith("score[")
    ]
    table = pd.DataFrame(rows, columns=["fiscal_year", "unit", "score", "source"])
    return table.assign(source=found.cite(list(table["source"]))).astype(
        {"fiscal_year": "int64", "unit": "int64", "score": "float64"}
    )


def _grid(scores: pd.DataFrame, stated: pd.DataFrame, found: Observations) -> ScoreGrid:
    """The grid of both tables; each gets a column `line`, the line of the grid that its rows belong to."""
    both = pd.concat([scores[["fiscal_year", "unit"]], stated[["fiscal_year", "unit"]]])
    lines, keys = pd.factorize(both["fiscal_year"].to_numpy() * 2**_UNIT_BITS + both["unit"].to_numpy())
    scores["line"], stated["line"] = lines[: len(scores)], lines[len(scores) :]
    shape = (len(keys), len(found.measures))
    years, units = np.divmod(keys, 2**_UNIT_BITS)
    grid = ScoreGrid(found.measures, years, units, np.full(shape, np.nan), np.full(shape, NOWHERE))
    grid.scores[scores["line"], scores["measure"]] = scores["score"]
    grid.rows[scores["line"], scores["measure"]] = np.arange(len(scores))
    return grid


def _tell_points(
    grid: ScoreGrid, scores: pd.DataFrame, stated: pd.DataFrame, found: Observations, reading: Reading
) -> None:
    totals = grid.scores[:, grid.columns[TOTAL]].copy()
    totals[stated["line"]] = stated["score"]
    for line in np.sort(points_to_scores(grid, totals)).tolist():
        weights = criteria(int(grid.years[line])).weights
        row = scores.iloc[int(grid.first_row(np.array([line]), list(weights))[0])]
        unit = reading.vocabulary.units.all[grid.units[line]].unit
        full = ", ".join(f"{tool} {weight * 100:g}" for tool, weight in weights.items())
        where = found.place(int(row["row"]), int(row["column"]), int(row["sheet"]))
        reading.problems.add("weighted-points", where, unit, unit=unit, full=full)


def _totals(
    grid: ScoreGrid,
    scores: pd.DataFrame,
    stated: pd.DataFrame,
    tools: pd.DataFrame,
    found: Observations,
    reading: Reading,
) -> pd.DataFrame:
    """Each unit's total: as listed, else as typed below its own tools, else as its tools make it up.

    Columns: line, score, source; those with a total listed first, in that order.
    """
    columns = ["line", "score", "source"]
    typed = pd.concat([scores.loc[scores["measure"] == grid.columns[TOTAL], columns], stated[columns]])
    without = tools[~tools["line"].isin(typed.dropna()["line"])].drop_duplicates("line")
    computed = []
    for line, source in zip(without["line"], without["source"], strict=True):
        method = criteria(int(grid.years[line]))
        total = method.total(dict(zip(method.weights, grid.scores[line, grid.of(list(method.weights))], strict=True)))
        if not np.isnan(total):
            computed.append((line, total, source))
            unit = reading.vocabulary.units.all[grid.units[line]].unit
            reading.problems.add("total-computed", _place(found.sources[source]), unit, computed=total)
    every = pd.concat([typed, pd.DataFrame(computed, columns=columns).astype(typed.dtypes)], ignore_index=True)
    best = every.iloc[np.argsort(every["score"].isna(), kind="stable")].drop_duplicates("line").set_index("line")
    return best.loc[every["line"].unique()].reset_index()


def _unit_scores(grid: ScoreGrid, totals: pd.DataFrame, found: Observations, reading: Reading) -> pd.DataFrame:
    """A row a unit. The ministry's own row is the mean of its units, not one more of them: it is stated instead."""
    units = reading.vocabulary.units.all
    its = np.array([unit.kind == "ministry" for unit in units], dtype=bool)[grid.units[totals["line"]]]
    for line, score, source in totals[its].dropna().itertuples(index=False):
        unit, year = units[grid.units[line]].unit, int(grid.years[line])
        where = _place(found.sources[source])
        reading.state("unit_scores", f"score[{unit}]", float(score), where, fiscal_year=year)
    totals = totals[~its].reset_index(drop=True)
    level = np.full(len(totals), None, dtype=object)
    passed = pd.array([None] * len(totals), dtype="boolean")
    for method, lines in grid.by_year():
        its = np.flatnonzero(np.isin(totals["line"], lines))
        score = totals["score"].to_numpy()[its]
        tools = grid.scores[np.ix_(totals["line"].to_numpy()[its], grid.of(list(method.weights)))]
        level[its] = levels(method, score, tools)
        passed[its[~np.isnan(score)]] = score[~np.isnan(score)] >= method.pass_mark
    position = grid.units[totals["line"]]
    tool = {name.lower(): grid.scores[totals["line"], grid.columns[name]] for name in ("IIT", "EIT", "OIT")}
    name_th, name_en = (
        pd.array(names, dtype="str").take(position)
        for names in ([unit.name_th for unit in units], [unit.name_en for unit in units])
    )
    return _frame(
        "unit_scores",
        grid,
        totals,
        found,
        reading,
        name_th=name_th,
        name_en=name_en,
        **tool,
        level=level,
        passed=passed,
    )


def _frame(
    table: str, grid: ScoreGrid, rows: pd.DataFrame, found: Observations, reading: Reading, **more: Any
) -> pd.DataFrame:
    """A tidy table of `rows` (line, score, source) with `more` columns."""
    lines = rows["line"].to_numpy()
    names = pd.array([unit.unit for unit in reading.vocabulary.units], dtype="str")
    columns = {
        "fiscal_year": grid.years[lines],
        "unit": names.take(grid.units[lines]),
        "score": rows["score"].to_numpy(),
        "source": pd.array(found.sources, dtype="str").take(rows["source"].to_numpy()),
        **more,
    }
    return frame(table, pd.DataFrame(columns, copy=False))


def _place(source: str) -> Place:
    return Place(*source.rsplit("!", 2))
