"""The ITA scores of the units, and the tools of the office of the permanent secretary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.facts.fact import NOT_THERE, Found, cells
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

TOOL_COLUMNS = {"iit_ops": "iit", "eit_ops": "eit", "oit_ops": "oit"}


def scores(year: YearData, words: Words) -> dict[str, Found]:
    """Who passed, the ends and the mean of the scores, and the office's level and tools."""
    return {**_units(year, words), **_office(year, words), "weights_list": Found(_weights(year, words))}


def assessed(year: YearData) -> pd.DataFrame:
    """Rows of unit_scores with a score, best first; the ministry as a whole is no unit."""
    rows = year.unit_scores.dropna(subset=["score"])
    return rows[rows["unit"] != year.ministry_unit].sort_values("score", ascending=False, kind="stable")


def _units(year: YearData, words: Words) -> dict[str, Found]:
    units = assessed(year)
    if units.empty:
        return {}
    mark = year.criteria.pass_mark
    passed, failed = units[units["score"] >= mark], units[units["score"] < mark]
    best, last = units.iloc[0], units.iloc[-1]
    every = cells(units["source"])
    return {
        "units_total": Found(len(units), every),
        "units_passed": Found(len(passed), cells(passed["source"])),
        "units_failed": Found(len(failed), cells(failed["source"]) or every),
        "passed_list": Found(_scored(passed, year, words), cells(passed["source"])),
        "failed_list": Found(_scored(failed, year, words), cells(failed["source"])),
        "failed_names": Found(words.listed(words.unit(year, u) for u in failed["unit"]), cells(failed["source"])),
        "highest_unit": Found(words.unit(year, best["unit"]), (best["source"],)),
        "highest_score": Found(float(best["score"]), (best["source"],)),
        "lowest_unit": Found(words.unit(year, last["unit"]), (last["source"],)),
        "lowest_score": Found(float(last["score"]), (last["source"],)),
        "lowest_shortfall": Found(_points(mark - last["score"]), (last["source"],)) if len(failed) else NOT_THERE,
        "score_spread": Found(_points(best["score"] - last["score"]), (best["source"], last["source"])),
        "unit_mean": Found(summaries.mean_score(units["score"]), every),
    }


def _scored(units: pd.DataFrame, year: YearData, words: Words) -> str | None:
    return words.listed(
        f"{words.unit_short(year, unit)} ({words.score(score)})"
        for unit, score in zip(units["unit"], units["score"], strict=True)
    )


def _office(year: YearData, words: Words) -> dict[str, Found]:
    rows = assessed(year)
    rows = rows[rows["unit"] == year.ops_unit]
    if rows.empty:
        return {}
    office = rows.iloc[0]
    tools = year.tool_scores[year.tool_scores["unit"] == year.ops_unit].dropna(subset=["score"])
    found = {f"{tool.lower()}_ops": _tool(tools, tool) for tool in tools["tool"]}
    for name, column in TOOL_COLUMNS.items():
        if name not in found and present(office[column]):
            measured = tools[tools["tool"].str.startswith(column.upper())]
            found[name] = Found(float(office[column]), cells(measured["source"]) or (office["source"],))
    every = cells(rows["source"], tools["source"])
    return {
        **found,
        "ita_level_ops": Found(_level(year, office, words), every),
        **_margin(year, office, words),
        **_costliest(year, found),
    }


def _margin(year: YearData, office: pd.Series, words: Words) -> dict[str, Found]:
    """How far the office lies from the pass mark and on which side; nothing is said of a score right on it."""
    gap, cell = _points(office["score"] - year.criteria.pass_mark), (office["source"],)
    if not gap:
        return {}
    side = words.pick("สูงกว่า", "above") if gap > 0 else words.pick("ต่ำกว่า", "below")
    return {"ita_margin_ops": Found(abs(gap), cell), "ita_margin_ops_side": Found(side, cell)}


def _points(difference: float) -> float:
    """A difference of scores without the dust of binary fractions."""
    return round(float(difference), 9)


def _tool(tools: pd.DataFrame, tool: str) -> Found:
    row = tools[tools["tool"] == tool].iloc[0]
    return Found(float(row["score"]), (row["source"],), "reported")


def _level(year: YearData, office: pd.Series, words: Words) -> str | None:
    return year.criteria.level_name(office["level"], words.lang) if present(office["level"]) else None


def _costliest(year: YearData, found: dict[str, Found]) -> dict[str, Found]:
    """The tool on which the total loses most: weight × (100 - score)."""
    losses = summaries.tool_losses(year).dropna(subset=["lost"])
    if losses.empty:
        return {}
    most = losses.sort_values("lost", ascending=False, kind="stable").iloc[0]
    cell = found.get(f"{most['tool'].lower()}_ops", NOT_THERE).sources
    return {
        "costliest_tool_ops": Found(most["tool"], cell),
        "costliest_tool_score_ops": Found(float(most["score"]), cell),
        "costliest_tool_loss_ops": Found(float(most["lost"]), cell),
    }


def _weights(year: YearData, words: Words) -> str | None:
    shares = ((tool, words.share(100 * weight)) for tool, weight in year.criteria.weights.items())
    return words.listed(words.pick(f"{tool} ร้อยละ {share}", f"{tool} {share}%") for tool, share in shares)
