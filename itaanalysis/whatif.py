"""What a unit's result would be if some of its scores were others."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from itaanalysis.criteria import UNKNOWN_LEVEL, Criteria
from itaanalysis.passing import Lever, Measure
from itaanalysis.supposition import HIGHEST, LOWEST, SuppositionError, asked_of, unit_named

if TYPE_CHECKING:
    from itaanalysis.year import YearData

__all__ = ["HIGHEST", "LOWEST", "TOTAL", "Scores", "Supposed", "SuppositionError", "suppose", "what_if"]

Scores = Mapping[Measure, float]
TOTAL = "total"
"""The measure under which `YearData.scores_by_unit` keeps a unit's ITA total."""
_DECIMALS = 9


@dataclass(frozen=True)
class Supposed:
    """A unit's ITA result under a supposition. Points of 100, unrounded; what cannot be known is None.

    `before` is the total without the supposition, `distance` how far `total` lies above the pass mark (negative below
    it), `tools` each tool's score. `level` is a level of the year's criteria, by its Thai name, or `unknown`. `missing`
    names the tools without whose scores the total or the level stays unknown. `changes` are the scores supposed. In a
    notebook and at a prompt it reads as sentences; `ita.show(…, lang="en")` for those in English.
    """

    fiscal_year: int
    unit: str
    total: float | None
    before: float | None
    tools: Mapping[str, float | None]
    level: str
    passed: bool | None
    distance: float | None
    missing: tuple[str, ...]
    changes: Mapping[Measure, float] = field(default_factory=dict)

    def __repr__(self) -> str:
        from itaanalysis.display.supposed import heading, lines
        from itaanalysis.words import Words

        return "\n".join([heading(self, Words()), *lines(self, Words())])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from itaanalysis.display.show import shown

        return shown(self)._repr_mimebundle_()

    @property
    def change(self) -> float | None:
        """Points by which the supposition moves the total."""
        if self.total is None or self.before is None:
            return None
        return round(self.total - self.before, _DECIMALS)

    def reason(self, lang: str = "th") -> str | None:
        """Why the total or the level is unknown, in one sentence; None when both are known."""
        if not self.missing:
            return None
        tools = ", ".join(self.missing)
        if lang == "th":
            what = "คะแนนรวมและระดับ" if self.total is None else "ระดับ"
            return f"ยังไม่ทราบ{what} เพราะไม่มีคะแนน {tools}"
        what = "The total and the level are" if self.total is None else "The level is"
        return f"{what} unknown without the score of {tools}."


def what_if(year: YearData, unit: str, changes: Mapping[Any, float]) -> Supposed:
    """The result of a unit if these scores were so, everything else as it is.

    `unit` may be typed as units.csv has it, by name or abbreviation. `changes` maps a tool (IIT, EIT, OIT), a part of
    one (EIT1) or the number of an indicator (1 to 10) to a score from 0 to 100; 0.00 is a score.

    A changed part or indicator moves its tool by its share, so that a change by nothing changes nothing; where the
    tool or the old score is not known, the tool is the mean of its parts or indicators once all are known. The total
    is that of the three tools; where one is not known, the listed total moved by weight times change. What is missing
    stays missing: a total is never made up from tools nobody has. The rule is that of `itaanalysis.passing`.

    Raises SuppositionError for an unknown unit or measure, a score that is no number from 0 to 100, and for changing a
    tool together with one of its own parts or indicators.

    >>> what_if(load(2568), "สป.", {"OIT": 100}).total                      # doctest: +SKIP
    94.7995
    """
    name = unit_named(year, unit)
    return suppose(year.criteria, name, year.scores_by_unit.get(name, {}), changes)


def suppose(method: Criteria, unit: str, known: Scores, changes: Mapping[Any, float]) -> Supposed:
    """As `what_if`, from the scores there are: {measure: score}, the total under `total`."""
    asked = asked_of(method, changes)
    before = {tool: known.get(tool) for tool in method.weights}
    after = {tool: _tool(tool, known, [lever for lever in asked if lever.tool == tool], asked) for tool in before}
    old, listed = _total(method, before), known.get(TOTAL)
    old = listed if old is None else old
    new = _total(method, after)
    new = _moved(method, old, before, after) if new is None else new
    there = {tool: score for tool, score in after.items() if score is not None}
    level = UNKNOWN_LEVEL if new is None else method.level(new, there)
    return Supposed(
        fiscal_year=method.fiscal_year,
        unit=unit,
        total=new,
        before=old,
        tools=after,
        level=level,
        passed=None if new is None else method.passes(new),
        distance=None if new is None else round(new - method.pass_mark, _DECIMALS),
        missing=tuple(tool for tool in after if tool not in there) if level == UNKNOWN_LEVEL else (),
        changes={lever.measure: score for lever, score in asked.items()},
    )


def _tool(tool: str, known: Scores, mine: list[Lever], asked: Mapping[Lever, float]) -> float | None:
    """A tool's score when these of its levers are changed."""
    old = known.get(tool)
    if not mine:
        return old
    if mine[0].kind == "tool":
        return asked[mine[0]]
    if old is not None and all(lever.measure in known for lever in mine):
        moved = old + math.fsum(lever.share * (asked[lever] - known[lever.measure]) for lever in mine)
        return round(min(HIGHEST, max(LOWEST, moved)), _DECIMALS)
    scores = {**known, **{lever.measure: asked[lever] for lever in mine}}
    whole = mine[0].beside
    if not all(measure in scores for measure in whole):
        return None
    return round(math.fsum(scores[measure] for measure in whole) / len(whole), _DECIMALS)


def _total(method: Criteria, tools: Mapping[str, float | None]) -> float | None:
    known = {tool: score for tool, score in tools.items() if score is not None}
    return method.total(known) if len(known) == len(tools) else None


def _moved(
    method: Criteria, total: float | None, before: Mapping[str, float | None], after: Mapping[str, float | None]
) -> float | None:
    """A listed total moved by the tools that change; None when one of them is not known before and after."""
    moves = []
    for tool, weight in method.weights.items():
        old, new = before[tool], after[tool]
        if old == new:
            continue
        if old is None or new is None:
            return None
        moves.append(weight * (new - old))
    return None if total is None else round(math.fsum([total, *moves]), _DECIMALS)
