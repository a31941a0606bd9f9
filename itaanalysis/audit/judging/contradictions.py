"""Claims that the data cannot decide, and that say different things of one subject in two places of a memo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.finding import CONTRADICTS, UNCHECKED, Finding
from itaanalysis.audit.judging import remarks
from itaanalysis.audit.known.agreement import slips
from itaanalysis.audit.meanings.readings import FOREIGN, MORE, Readings

_TELLING = 4
"""Digits; of so many, two figures of what no table holds differ by one slip hardly by chance."""


def contradictions(found: Sequence[tuple[Finding, Readings]]) -> list[Finding]:
    """The findings, those that contradict one another as such, each with the line of the other.

    Figures of what is in the data's topics have to be the same. Of anything else (ความพึงพอใจ) there may be several:
    two contradict one another only if a single slip lies between.
    """
    places: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding, readings in found:
        if finding.verdict == UNCHECKED and _is_of_one(finding, readings):
            places[finding.what, *readings.about].append(finding)
    verdicts: dict[int, Finding] = {}
    for (what, *_), same in places.items():
        for finding in same:
            other = next(
                (one for one in same if one.claimed != finding.claimed and (what or _slipped(one, finding))), None
            )
            if other is not None and isinstance(other.claimed, float):
                remark_th, remark_en = remarks.contradiction(other.line, Decimal(str(other.claimed)))
                verdicts[id(finding)] = replace(
                    finding, verdict=CONTRADICTS, source=f"line {other.line}", remark_th=remark_th, remark_en=remark_en
                )
    return [verdicts.get(id(finding), finding) for finding, _ in found]


def _is_of_one(finding: Finding, readings: Readings) -> bool:
    """Whether the words leave no doubt what a figure is of."""
    about = readings.about
    return bool(about) and not {"difference", MORE} & set(about) and bool(finding.what or about[0] == FOREIGN)


def _slipped(one: Finding, two: Finding) -> bool:
    digits = ["".join(filter(str.isdigit, str(finding.claimed))) for finding in (one, two)]
    return min(map(len, digits)) >= _TELLING and slips(*digits) == 1
