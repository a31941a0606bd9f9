"""The measuring tools of the office of the permanent secretary: as typed, or made of their parts or indicators."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.facts.fact import NOT_THERE, Found, cells
from itaanalysis.words import present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

AS_TYPED = ("ตามแผ่นงาน", "as on the sheet")
OF_PARTS = ("ค่าเฉลี่ยของทุกส่วน", "mean of its parts")
OF_INDICATORS = ("ค่าเฉลี่ยตัวชี้วัดของเครื่องมือ", "mean of its indicators")

Scores = Mapping[Hashable, tuple[float, str]]
"""Score and source of each tool or indicator."""


def tools(year: YearData) -> dict[str, Found]:
    """The tools of the office and the parts of EIT, as {"eit_ops": …}, each with the cells it rests on.

    A tool that has no row of its own stands as the list of units has it.
    """
    known = _scores(year.tool_scores, "tool", year.ops_unit)
    indicators = _scores(year.indicator_scores, "indicator", year.ops_unit)
    found = {tool: _tool(year, str(tool), known, indicators) for tool in known}
    listed = year.unit_scores[year.unit_scores["unit"] == year.ops_unit]
    for tool in year.criteria.weights:
        column = tool.lower()
        if tool not in found and len(listed) and column in listed and present(listed[column].iloc[0]):
            found[tool] = Found(float(listed[column].iloc[0]), cells(listed["source"]), "reported", AS_TYPED)
    return {f"{str(tool).lower()}_ops": its for tool, its in found.items()}


def costliest(year: YearData, found: Mapping[str, Found]) -> dict[str, Found]:
    """The tool on which the total loses most: weight × (100 - score)."""
    losses = summaries.tool_losses(year).dropna(subset=["lost"])
    if losses.empty:
        return {}
    most = losses.sort_values("lost", ascending=False, kind="stable").iloc[0]
    its = found.get(f"{most['tool'].lower()}_ops", NOT_THERE)
    return {
        "costliest_tool_ops": Found(most["tool"], its.sources),
        "costliest_tool_score_ops": Found(float(most["score"]), its.sources, its.basis, its.formula),
        "costliest_tool_loss_ops": Found(float(most["lost"]), its.sources),
    }


def _scores(rows: pd.DataFrame, measure: str, unit: str | None) -> Scores:
    its = rows[rows["unit"] == unit].dropna(subset=[measure, "score"]).drop_duplicates(measure)
    named = zip(its[measure], its["score"], its["source"], strict=True)
    return {one: (float(score), source) for one, score, source in named}


def _tool(year: YearData, tool: str, known: Scores, indicators: Scores) -> Found:
    """A tool as typed, unless it is what its parts or indicators make up: then it has no cell but theirs."""
    score, source = known[tool]
    for measures, scores, method in (
        (year.criteria.parts(tool), known, OF_PARTS),
        (year.criteria.indicators_of(tool), indicators, OF_INDICATORS),
    ):
        its = [scores[measure] for measure in measures if measure in scores]
        origins = cells(origin for _, origin in its)
        if len(its) < max(len(measures), 1) or source not in origins:
            continue
        if math.isclose(score, summaries.mean_score(pd.Series([part for part, _ in its])), abs_tol=1e-9):
            return Found(score, origins, "computed", method)
    return Found(score, (source,), "reported", AS_TYPED)
