"""What moves an ITA total and by how much: tools, their parts and their indicators, as arithmetic without tables.

A tool moves the total by its weight. An indicator moves its tool by 1/n, n being the indicators of the tool. Where EIT
comes in two parts the rule still holds for a published indicator, which is the mean of both parts: EIT is the mean of
the parts and each part the mean of the same indicators, so the order of the two means does not matter. To move a
published indicator through one part alone takes twice as much there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from itaanalysis.criteria import Criteria

Measure = int | str
_CENTS = 100
_DUST = 7
"""Decimals of a hundredth of a point that are kept: beyond any score, and free of binary dust."""


@dataclass(frozen=True)
class Lever:
    """One score that can change: a tool, a part of one, or an indicator.

    `measure` is the tool or part by its name, or the indicator by its number; `share` is how far the tool moves when
    the lever moves by one point, `weight` how far the total does. `beside` are the measures whose mean the tool is, the
    lever among them.
    """

    kind: str
    measure: Measure
    tool: str
    share: float
    weight: float
    beside: tuple[Measure, ...]


def levers(method: Criteria) -> tuple[Lever, ...]:
    """Every lever of a year's method: tools, then parts, then indicators, each in the order of the criteria."""
    tools = [Lever("tool", tool, tool, 1.0, weight, (tool,)) for tool, weight in method.weights.items()]
    parts = [
        _share("part", part, method, tool, method.parts(tool)) for tool in method.weights for part in method.parts(tool)
    ]
    indicators = [
        _share("indicator", number, method, indicator.tool, method.indicators_of(indicator.tool))
        for number, indicator in method.indicators.items()
    ]
    return (*tools, *parts, *indicators)


def _share(kind: str, measure: Measure, method: Criteria, tool: str, whole: tuple[Measure, ...]) -> Lever:
    return Lever(kind, measure, tool, 1 / len(whole), method.weights[tool] / len(whole), whole)


def rounded_up(change: np.ndarray) -> np.ndarray:
    """Changes with two decimals that are never too small: 1.3333 is 1.34, and 1.00 stays 1.00. NaN stays NaN.

    >>> rounded_up(np.array([(85 - 84.60) / 0.4, (85 - 84.60) / 0.3]))
    array([1.  , 1.34])
    """
    up: np.ndarray = np.ceil(np.round(change * _CENTS, _DUST)) / _CENTS
    return up
