"""What it takes to pass: points missing to each mark, the smallest single change that reaches it, what costs most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from itaanalysis.criteria import Criteria, Level
from itaanalysis.passing import Lever, levers, rounded_up
from itaanalysis.scoring import DECIMALS, lacking

if TYPE_CHECKING:
    from itaanalysis.year import YearData

FULL = 100.0
"""The most a score can be."""


def points_missing(year: YearData) -> pd.DataFrame:
    """How far each unit is from each goal of the year's criteria: the pass mark, and every level above it.

    A row a unit and goal, units in source order, the nearest goal first. Columns: unit, name_th, name_en, score, goal
    (name of the level in Thai), mark (its total), every_tool (the floor each tool must reach; missing where there is
    none), missing (points of the total; 0 when the mark is reached, missing without a score), tools_below (tools known
    to lie under the floor: "IIT, EIT"), tools_unknown (tools whose score the floor asks for and nobody has), reached
    (missing where that cannot be known).
    """
    known = _Known.of(year)
    return known.by_unit([_missing_to(known, goal) for goal in year.criteria.goals])


def smallest_changes(year: YearData) -> pd.DataFrame:
    """The smallest single change in each tool, part and indicator that would bring each unit to each goal.

    A row a unit, goal and lever. Columns: unit, name_th, name_en, goal, mark, every_tool, kind (tool, part, indicator),
    measure (IIT, EIT1, 9 …), tool, score (of that measure, missing where not known), change (points to add, rounded up
    to two decimals), outcome:

    - `reached`: nothing to add;
    - `enough`: the change reaches the goal, everything else as it is;
    - `over_100`: the score would have to pass 100, so this change alone cannot do it;
    - `other_tool`: another tool lies under the floor of the goal, so no change of this one can do it (change missing);
    - `unknown`: the change is what the total asks for, but the measure's own score, or a tool the floor asks for, is
      not known, so that it may not have the room; without a total the change is missing too.

    From the total and the weights alone a change is known even where no tool score is (FY2568 สศท.: OIT +1.00, IIT or
    EIT +1.34). Parts are listed only where a unit has their scores.
    """
    known = _Known.of(year)
    every = levers(year.criteria)
    table = known.by_unit([_change_of(known, goal, lever) for goal in year.criteria.goals for lever in every])
    return table[(table["kind"] != "part") | table["score"].notna()].reset_index(drop=True)


def to_next_mark(year: YearData) -> pd.DataFrame:
    """What each tool alone would have to add for each unit to reach the next mark: the pass mark, then the bands above.

    A row a unit and tool, for units whose total lies under the highest mark; the lowest mark first, the nearest unit
    first. Columns: unit, name_th, name_en, score, mark, missing, tool, change, outcome (of `smallest_changes`). Floors
    of levels play no part here: see `points_missing`.
    """
    known = _Known.of(year)
    marks = [goal for goal in year.criteria.goals if goal.every_tool is None]
    tools = [lever for lever in levers(year.criteria) if lever.kind == "tool"]
    missing = known.by_unit([_missing_to(known, mark) for mark in marks])
    short = missing[missing["missing"] > 0].drop_duplicates("unit")
    changes = known.by_unit([_change_of(known, mark, tool) for mark in marks for tool in tools])
    units = short.sort_values(["mark", "missing"], kind="stable")
    columns = ["unit", "name_th", "name_en", "score", "mark", "missing"]
    return units[columns].merge(changes[["unit", "mark", "tool", "change", "outcome"]], on=["unit", "mark"])


def costliest_indicators(year: YearData, unit: str | None = None) -> pd.DataFrame:
    """The points of the total that each indicator costs, dearest first: weight times what its score lacks to 100.

    Columns: unit, indicator, tool, name_th, name_en, score, weight (of the indicator in the total: its tool's weight
    divided by the number of its indicators), lost, rank (1 for the dearest of the unit; equal losses share it). All
    units that have indicator scores, in source order, or the one asked for. An indicator without a score has no row.
    """
    scores = year.indicator_scores.dropna(subset="score").drop_duplicates(["unit", "indicator"])
    scores = scores[scores["indicator"].isin(year.criteria.indicators)]
    scores = scores if unit is None else scores[scores["unit"] == unit]
    weights = {lever.measure: lever.weight for lever in levers(year.criteria) if lever.kind == "indicator"}
    about = {number: (one.tool, one.name_th, one.name_en) for number, one in year.criteria.indicators.items()}
    names = [about[number] for number in scores["indicator"]]
    table = scores[["unit", "indicator", "score"]].assign(
        **{column: [name[place] for name in names] for place, column in enumerate(("tool", "name_th", "name_en"))},
        weight=scores["indicator"].map(weights).astype("float64"),
    )
    table["lost"] = (table["weight"] * (FULL - table["score"])).round(DECIMALS)
    table["rank"] = table.groupby("unit", sort=False)["lost"].rank(method="min", ascending=False).astype("Int64")
    position = table["unit"].map({name: place for place, name in enumerate(table["unit"].unique())})
    columns = ["unit", "indicator", "tool", "name_th", "name_en", "score", "weight", "lost", "rank"]
    return (
        table.assign(_position=position).sort_values(["_position", "rank", "indicator"])[columns].reset_index(drop=True)
    )


@dataclass(frozen=True)
class _Known:
    """The units of a year in source order with every score there is of them: arrays of one length."""

    units: pd.DataFrame
    method: Criteria
    total: np.ndarray
    scores: dict[str | int, np.ndarray]

    @classmethod
    def of(cls, year: YearData) -> _Known:
        method, rows = year.criteria, year.unit_scores.drop_duplicates("unit").reset_index(drop=True)
        by_tool, by_indicator = (
            _wide(year.tool_scores, "tool", rows["unit"]),
            _wide(year.indicator_scores, "indicator", rows["unit"]),
        )
        scores: dict[str | int, np.ndarray] = {}
        for lever in levers(method):
            table = by_indicator if lever.kind == "indicator" else by_tool
            found = table.get(lever.measure, pd.Series(np.nan, rows["unit"])).to_numpy(dtype=float)
            listed = rows.get(str(lever.measure).lower()) if lever.kind == "tool" else None
            scores[lever.measure] = found if listed is None else np.where(np.isnan(found), listed, found).astype(float)
        return cls(rows[["unit", "name_th", "name_en"]], method, rows["score"].to_numpy(dtype=float), scores)

    def tools(self, without: str | None = None) -> tuple[list[str], np.ndarray]:
        """Names and scores (a column each) of the tools, but for one."""
        names = [tool for tool in self.method.weights if tool != without]
        return names, np.column_stack([self.scores[tool] for tool in names]).reshape(len(self.units), len(names))

    def by_unit(self, pieces: list[pd.DataFrame]) -> pd.DataFrame:
        """Tables of a row a unit each as one, all rows of a unit together."""
        return pd.concat(pieces).sort_index(kind="stable").reset_index(drop=True)

    def about(self, goal: Level, **columns: Any) -> pd.DataFrame:
        """The units with a goal and some columns more."""
        floor = np.nan if goal.every_tool is None else float(goal.every_tool)
        about = {"goal": goal.name_th, "mark": float(goal.total), "every_tool": floor}
        return pd.concat([self.units, pd.DataFrame(about | columns, index=self.units.index)], axis=1)


def _missing_to(known: _Known, goal: Level) -> pd.DataFrame:
    missing = _gap(known, goal)
    names, tools = known.tools()
    floor = -np.inf if goal.every_tool is None else goal.every_tool
    below = lacking(np.where(tools < floor, np.nan, 0.0), names)
    unknown = lacking(tools if goal.every_tool is not None else np.zeros_like(tools), names)
    under, unsure = (np.array([bool(text) for text in texts], dtype=bool) for texts in (below, unknown))
    no = (missing > 0) | under
    table = known.about(
        goal,
        missing=missing,
        tools_below=below,
        tools_unknown=unknown,
        reached=pd.arrays.BooleanArray(~no, ~no & (unsure | np.isnan(missing))),
    )
    table.insert(3, "score", known.total)
    return table


def _change_of(known: _Known, goal: Level, lever: Lever) -> pd.DataFrame:
    """What one lever has to add, a row a unit."""
    own, tool, gap = known.scores[lever.measure], known.scores[lever.tool], _gap(known, goal)
    move = gap / known.method.weights[lever.tool]
    others = known.tools(without=lever.tool)[1]
    floor = -np.inf if goal.every_tool is None else goal.every_tool
    blocked = (others < floor).any(axis=1)
    unsure = np.full(len(gap), goal.every_tool is not None) & (np.isnan(others).any(axis=1) | np.isnan(tool))
    move = np.fmax(move, np.round(floor - tool, DECIMALS))
    change = rounded_up(move / lever.share)
    # Rounded to hundredths a score of exactly 100 may seem passed, so the room is judged on the unrounded change.
    over = np.fmax(own + move / lever.share, np.fmax(tool + move, move / lever.share)) > FULL + 10.0**-DECIMALS
    outcome = np.select(
        [np.isnan(gap), blocked, (change <= 0) & ~unsure, over, unsure | np.isnan(own)],
        ["unknown", "other_tool", "reached", "over_100", "unknown"],
        "enough",
    )
    change = np.where(blocked | np.isnan(gap), np.nan, np.maximum(change, 0.0))
    about = {"kind": lever.kind, "measure": str(lever.measure), "tool": lever.tool}
    return known.about(goal, **about, score=own, change=change, outcome=outcome)


def _gap(known: _Known, goal: Level) -> np.ndarray:
    """Points of the total missing to a goal, 0 where it is reached, NaN without a total."""
    gap: np.ndarray = np.maximum(np.round(goal.total - known.total, DECIMALS), 0.0)
    return gap


def _wide(table: pd.DataFrame, key: str, units: pd.Series) -> pd.DataFrame:
    """Scores with a row a unit and a column a measure."""
    first = table.dropna(subset="score").drop_duplicates(["unit", key])
    return first.pivot(index="unit", columns=key, values="score").reindex(units)
