"""From single score observations to unit_scores, tool_scores and indicator_scores."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from itaanalysis.criteria import Criteria
from itaanalysis.intake.problems import Place
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.scores import TOTAL, Observation

Rows = list[dict[str, Any]]

_ROUNDING = 0.05
"""Points by which a sum of rounded scores may miss a rounded total."""


def score_tables(observations: list[Observation], reading: Reading) -> dict[str, Rows]:
    """The three score tables. A score typed twice for the same unit and measure is a problem unless both agree."""
    kept = _of_hundred(_without_duplicates(observations, reading), reading)
    criteria = reading.vocabulary.criteria
    fiscal_year = reading.fiscal_year.year
    indicators = [
        {
            "fiscal_year": fiscal_year,
            "unit": o.unit,
            "indicator": o.measure,
            "score": o.score,
            "source": o.source,
        }
        for o in kept
        if isinstance(o.measure, int)
    ]
    tools = _tool_rows(kept, criteria, fiscal_year)
    return {
        "unit_scores": _unit_rows(kept, tools, reading),
        "tool_scores": tools,
        "indicator_scores": indicators,
    }


def _without_duplicates(observations: list[Observation], reading: Reading) -> list[Observation]:
    first: dict[tuple[str, str | int], Observation] = {}
    for one in observations:
        if one.score is None and one.measure != TOTAL:
            continue
        other = first.setdefault((one.unit, one.measure), one)
        if other is not one and (other.score != one.score or _sheet(other) == _sheet(one)):
            reading.problems.add("duplicate-key", one.where, one.unit, other=other.where)
    return list(first.values())


def _sheet(one: Observation) -> tuple[str, str]:
    return one.where.file, one.where.sheet


def _of_hundred(kept: list[Observation], reading: Reading) -> list[Observation]:
    """Tools typed as weighted points (of 30, 30 and 40) turned into scores of 100, and said.

    They are known by the total beside them: the points add up to it, the weighted scores would not.
    """
    weights = reading.vocabulary.criteria.weights
    stated = {f"score[{one.unit}]": one.score for one in kept if one.measure == TOTAL}
    stated |= {row["column"]: row["reported"] for row in reading.totals if row["table"] == "tool_scores"}
    scored = {(one.unit, one.measure): one.score for one in kept}
    weighted = set()
    for unit in dict.fromkeys(one.unit for one in kept):
        points = {tool: scored.get((unit, tool)) for tool in weights}
        known = {tool: point for tool, point in points.items() if point is not None}
        total = stated.get(f"score[{unit}]")
        if total is None or len(known) < len(weights) or any(known[t] > weights[t] * 100 for t in weights):
            continue
        adds_up = abs(sum(known.values()) - total) <= _ROUNDING
        if adds_up and abs(reading.vocabulary.criteria.total(known) - total) > _ROUNDING:
            weighted.add(unit)
            where = next(one.where for one in kept if one.unit == unit and one.measure in weights)
            full = ", ".join(f"{tool} {weight * 100:g}" for tool, weight in weights.items())
            reading.problems.add("weighted-points", where, unit, unit=unit, full=full)
    return [
        replace(one, score=round(one.score / weights[one.measure], 9))
        if one.unit in weighted and isinstance(one.measure, str) and one.measure in weights and one.score is not None
        else one
        for one in kept
    ]


def _tool_rows(kept: list[Observation], criteria: Criteria, fiscal_year: int) -> Rows:
    """Tool scores as typed, then each unit's EIT from its parts and the tools its indicators make up."""
    typed: dict[str, dict[str, Observation]] = {}
    by_indicator: dict[str, dict[int, Observation]] = {}
    for one in kept:
        if isinstance(one.measure, int):
            by_indicator.setdefault(one.unit, {})[one.measure] = one
        elif one.measure != TOTAL:
            typed.setdefault(one.unit, {})[one.measure] = one
    rows: Rows = []

    def add(unit: str, tool: str, score: float | None, source: str) -> None:
        rows.append({"fiscal_year": fiscal_year, "unit": unit, "tool": tool, "score": score, "source": source})

    for unit in dict.fromkeys([*typed, *by_indicator]):
        tools = typed.get(unit, {})
        for tool, one in tools.items():
            add(unit, tool, one.score, one.source)
        parts = [one for tool, one in tools.items() if tool in criteria.eit_parts and one.score is not None]
        if "EIT" not in tools and len(parts) == len(criteria.eit_parts) and parts:
            mean = sum(one.score for one in parts if one.score is not None) / len(parts)
            add(unit, "EIT", round(mean, 9), parts[0].source)
        for tool in criteria.weights:
            its = [number for number, indicator in criteria.indicators.items() if indicator.tool == tool]
            scored = [by_indicator.get(unit, {}).get(number) for number in its]
            known = [one for one in scored if one is not None and one.score is not None]
            if len(known) == len(its) and not any(row["unit"] == unit and row["tool"] == tool for row in rows):
                mean = sum(one.score for one in known if one.score is not None) / len(known)
                add(unit, tool, round(mean, 9), known[0].source)
    return rows


def _unit_rows(kept: list[Observation], tools: Rows, reading: Reading) -> Rows:
    """A row a unit: those with a total typed, in that order, then those whose total its tools make up."""
    criteria, units = reading.vocabulary.criteria, reading.vocabulary.units
    by_tool: dict[str, dict[str, float]] = {}
    for row in tools:
        if row["tool"] in criteria.weights:
            by_tool.setdefault(row["unit"], {})[row["tool"]] = row["score"]
    totals = _totals(kept, tools, by_tool, reading)
    rows: Rows = []
    for unit, (score, source) in totals.items():
        about = units.find(unit)
        if about and about.kind == "ministry":
            # The ministry's own row is the mean of its units, not one more of them.
            if score is not None:
                reading.state("unit_scores", f"score[{unit}]", score, _place(source))
            continue
        scores = by_tool.get(unit, {})
        rows.append(
            {
                "fiscal_year": reading.fiscal_year.year,
                "unit": unit,
                "name_th": about.name_th if about else None,
                "name_en": about.name_en if about else None,
                "score": score,
                "iit": scores.get("IIT"),
                "eit": scores.get("EIT"),
                "oit": scores.get("OIT"),
                "level": None if score is None else criteria.level(score, scores),
                "passed": None if score is None else criteria.passes(score),
                "source": source,
            }
        )
    return rows


def _totals(
    kept: list[Observation], tools: Rows, by_tool: dict[str, dict[str, float]], reading: Reading
) -> dict[str, tuple[float | None, str]]:
    """Each unit's total and its source: as listed, else as typed below its own tools, else as its tools make it up."""
    totals = {one.unit: (one.score, one.source) for one in kept if one.measure == TOTAL}
    for row in reading.totals:
        if row["table"] == "tool_scores" and row["column"].startswith("score["):
            unit = row["column"].removeprefix("score[").removesuffix("]")
            if totals.get(unit, (None, ""))[0] is None:
                totals[unit] = (row["reported"], row["source"])
    criteria = reading.vocabulary.criteria
    for unit, scores in by_tool.items():
        if totals.get(unit, (None, ""))[0] is None and len(scores) == len(criteria.weights):
            source = next(row["source"] for row in tools if row["unit"] == unit)
            totals[unit] = (criteria.total(scores), source)
            reading.problems.add("total-computed", _place(source), unit, computed=criteria.total(scores))
    return totals


def _place(source: str) -> Place:
    return Place(*source.rsplit("!", 2))
