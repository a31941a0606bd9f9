"""The ITA method of a fiscal year: weights, pass mark, levels, indicators. The figures are in criteria.toml."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from itaanalysis.errors import UserError
from itaanalysis.thai.text import match_key

UNKNOWN_LEVEL = "unknown"
"""Level of a score that needs tool scores which are not there."""


class CriteriaError(UserError):
    """A fiscal year has no criteria yet. The text is one sentence in Thai and one in English."""


@dataclass(frozen=True)
class Indicator:
    """One of the ten indicators and the tool that measures it."""

    number: int
    name_th: str
    name_en: str
    tool: str


@dataclass(frozen=True)
class Level:
    """A level: reached from `total` upwards when every tool has at least `every_tool` (None: whatever the tools)."""

    name_th: str
    name_en: str
    total: float
    every_tool: float | None = None


@dataclass(frozen=True)
class Break:
    """A fiscal year from which a series is not measured as before."""

    fiscal_year: int
    kind: str
    note_th: str
    note_en: str


@dataclass(frozen=True)
class Criteria:
    """The method of one fiscal year."""

    fiscal_year: int
    provisional: bool
    pass_mark: float
    weights: Mapping[str, float]
    eit_parts: tuple[str, ...]
    ethics_indicators: tuple[int, ...]
    indicators: Mapping[int, Indicator]
    levels: tuple[Level, ...]
    breaks: tuple[Break, ...]
    unusual_change: Mapping[str, float]
    ceiling: Mapping[str, float]
    source: str

    def passes(self, score: float) -> bool:
        """Whether an unrounded total reaches the pass mark, which is inclusive."""
        return score >= self.pass_mark

    @property
    def marks(self) -> tuple[float, ...]:
        """The totals worth reaching, lowest first: the pass mark and every band that begins above it.

        >>> criteria(2568).marks
        (85.0, 95.0)
        """
        bands = (float(level.total) for level in self.levels if level.total >= self.pass_mark)
        return tuple(sorted({self.pass_mark, *bands}))

    @property
    def goals(self) -> tuple[Level, ...]:
        """What there is to reach, the nearest first: each of the marks as a total, then the levels it has with a floor.

        A mark that is no level of its own without a floor is named by its points.

        >>> [(goal.name_en, goal.total, goal.every_tool) for goal in criteria(2568).goals]
        [('Pass', 85, None), ('Good pass', 85, 85), ('95 points', 95, None), ('Excellent pass', 95, 95)]
        """
        goals = []
        for mark in self.marks:
            at_mark = [level for level in reversed(self.levels) if level.total == mark]
            plain = [level for level in at_mark if level.every_tool is None]
            goals += plain or [Level(f"{mark:g} คะแนน", f"{mark:g} points", mark)]
            goals += [level for level in at_mark if level.every_tool is not None]
        return tuple(goals)

    def indicators_of(self, tool: str) -> tuple[int, ...]:
        """Numbers of the indicators whose mean is a tool."""
        return tuple(number for number, indicator in self.indicators.items() if indicator.tool == tool)

    def parts(self, tool: str) -> tuple[str, ...]:
        """The parts whose mean is a tool: those of EIT, none of any other.

        >>> criteria(2568).parts("EIT"), criteria(2568).parts("OIT"), criteria(2565).parts("EIT")
        (('EIT1', 'EIT2'), (), ())
        """
        return tuple(part for part in self.eit_parts if part.rstrip("0123456789") == tool)

    def total(self, tools: Mapping[str, float]) -> float:
        """ITA total of the three tools: 0.30 IIT + 0.30 EIT + 0.40 OIT. NaN when one is missing.

        Raises KeyError when `tools` lacks one altogether.
        """
        # Nine decimals are beyond any published score and rid 85 of the binary dust that would fail it.
        return round(math.fsum(weight * tools[tool] for tool, weight in self.weights.items()), 9)

    def level(self, total: float, tools: Mapping[str, float] | None = None) -> str:
        """Name of the level of a total, given what is known of the tools; `unknown` where that does not decide it.

        >>> criteria(2568).level(92.80, {"IIT": 92.89, "EIT": 89.775, "OIT": 95.0})
        'ผ่านดี'
        >>> criteria(2568).level(92.80)
        'unknown'
        >>> criteria(2565).level(92.80)
        'A'
        """
        scores = [(tools or {}).get(tool, math.nan) for tool in self.weights]
        for level in self.levels:
            if not total >= level.total:
                continue
            if level.every_tool is None or all(score >= level.every_tool for score in scores):
                return level.name_th
            if not any(score < level.every_tool for score in scores):
                return UNKNOWN_LEVEL
        return UNKNOWN_LEVEL

    def level_named(self, typed: str) -> str:
        """The level typed, by its name in either language and with or without ระดับ; as typed when it is none of them.

        >>> criteria(2568).level_named("ระดับ ผ่านดี"), criteria(2568).level_named("Good pass")
        ('ผ่านดี', 'ผ่านดี')
        """
        key = match_key(typed).removeprefix("ระดับ")
        names = {match_key(name): level.name_th for level in self.levels for name in (level.name_th, level.name_en)}
        return names.get(key, typed)

    def breaks_between(self, earlier: int, later: int) -> tuple[Break, ...]:
        """The breaks after one fiscal year up to and with a later one: what changed between the two."""
        return tuple(known for known in self.breaks if earlier < known.fiscal_year <= later)

    def comparable(self, earlier: int, later: int) -> bool:
        """Whether two fiscal years were measured alike, so that their difference is a change of the result.

        >>> criteria(2568).comparable(2567, 2568), criteria(2568).comparable(2566, 2567)
        (True, False)
        """
        return not self.breaks_between(earlier, later)

    def level_name(self, level: str, lang: str = "th") -> str:
        """A level as said in `lang`; `unknown` is said as such."""
        if level == UNKNOWN_LEVEL:
            return "ยังระบุไม่ได้" if lang == "th" else "unknown"
        names = {known.name_th: known.name_en for known in self.levels}
        return names.get(level, level) if lang == "en" else level


@cache
def criteria(fiscal_year: int) -> Criteria:
    """The criteria of a fiscal year (Buddhist era).

    Raises CriteriaError, naming the file to edit, for a year that is not there.
    """
    data = _read()
    for method in data["method"]:
        if fiscal_year in method["fiscal_years"]:
            return _criteria(fiscal_year, method, data)
    years = sorted(year for method in data["method"] for year in method["fiscal_years"])
    raise CriteriaError(
        f"ยังไม่มีเกณฑ์การประเมินของปีงบประมาณ พ.ศ. {fiscal_year} (มีปี {years[0]} ถึง {years[-1]}) "
        "โปรดเพิ่มปีในไฟล์ itaanalysis/criteria.toml\n"
        f"There are no criteria for FY{fiscal_year} (only FY{years[0]} to FY{years[-1]}): "
        "add the year to itaanalysis/criteria.toml."
    )


def _criteria(fiscal_year: int, method: dict[str, Any], data: dict[str, Any]) -> Criteria:
    return Criteria(
        fiscal_year=fiscal_year,
        provisional=fiscal_year in method["provisional"],
        pass_mark=float(method["pass_mark"]),
        weights=method["weights"],
        eit_parts=tuple(method["eit_parts"]),
        ethics_indicators=tuple(method["ethics_indicators"]),
        indicators={int(number): Indicator(int(number), **rest) for number, rest in data["indicators"].items()},
        levels=tuple(Level(**level) for level in method["levels"]),
        breaks=tuple(Break(b["fiscal_year"], b["kind"], b["note_th"], b["note_en"]) for b in data["break"]),
        unusual_change=data["unusual_change"],
        ceiling=data["ceiling"],
        source=method["source"],
    )


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((files("itaanalysis") / "criteria.toml").read_text(encoding="utf-8"))
