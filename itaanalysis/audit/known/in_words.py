"""What a year's data say in words: the levels a unit may have, whether it passed, how a KPI stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from itaanalysis import kpis
from itaanalysis.audit.known.facts import COMPUTED, Known, Row, cells, present, text_of
from itaanalysis.audit.known.scores import ScoreFigures
from itaanalysis.cell_ranges import ranges
from itaanalysis.criteria import UNKNOWN_LEVEL


@dataclass(frozen=True)
class Saying:
    """What may be said of something: `possible` are the values the data leave, and `figures` what they follow from."""

    what: str
    possible: frozenset[str]
    source: str
    figures: tuple[Known, ...] = ()


class WordFacts(ScoreFigures):
    """Levels, verdicts and statuses of a year."""

    @cached_property
    def levels(self) -> dict[str, Saying]:
        """The levels each unit may have. Without tool scores there may be several."""
        rows = self.rows("unit_scores", "score")
        return {row["unit"]: Saying("unit_scores.level", self._levels(row), self._cells(row), self._score(row))
                for row in rows}  # fmt: skip

    @cached_property
    def units_of_level(self) -> dict[str, Known]:
        """How many units have each level, by its Thai name, where no unit without tool scores leaves it open."""
        rows = self.rows("unit_scores", "score")
        names = {name for saying in self.levels.values() for name in saying.possible}
        may = {name: [row for row in rows if name in self.levels[row["unit"]].possible] for name in names}
        return {name: Known("unit_scores.level", "units", Decimal(len(those)), cells(those), COMPUTED)
                for name, those in may.items()
                if all(len(self.levels[row["unit"]].possible) == 1 for row in those)}  # fmt: skip

    @cached_property
    def verdicts(self) -> dict[str, Saying]:
        """Whether each unit passed."""
        said = {True: frozenset(("passed",)), False: frozenset(("failed",))}
        rows = self.rows("unit_scores", "passed")
        return {row["unit"]: Saying("unit_scores.passed", said[bool(row["passed"])], row["source"], self._score(row))
                for row in rows}  # fmt: skip

    @cached_property
    def statuses(self) -> dict[str, Saying]:
        """How each KPI with a target stands: by its value, and as the office reported it where the two differ."""
        reported = {row["kpi"]: row for row in self.rows("targets", "target") if present(row["kpi"])}
        rows: list[Row] = self.year.kpis().to_dict("records")
        found = {}
        for row in (row for row in rows if row["kpi"] in reported and present(row["status"])):
            target = reported[row["kpi"]]
            possible = {text_of(row["status"]), text_of(target["reported_status"])} - {""}
            cells = "; ".join(ranges((*kpis.source_cells(self.year, row["kpi"]), str(target["source"]))))
            figures = (*self.kpis.get(row["kpi"], ())[:1], self.targets[row["kpi"]])
            found[str(row["kpi"])] = Saying(str(row["kpi"]), frozenset(possible), cells, figures)
        return found

    def _levels(self, row: Row) -> frozenset[str]:
        method, total = self.year.criteria, float(row["score"])
        tools = [float(row[tool.lower()]) for tool in method.weights if present(row[tool.lower()])]
        possible = {text_of(row["level"])} - {"", UNKNOWN_LEVEL}
        for level in method.levels:
            every = level.every_tool
            if total < level.total or (every is not None and any(score < every for score in tools)):
                continue
            possible.add(level.name_th)
            if every is None or len(tools) == len(method.weights):
                break  # it is sure, and no lower one is
        return frozenset(possible)

    def _cells(self, row: Row) -> str:
        of_tools = (str(tool["source"]) for tool in self.rows("tool_scores", "score") if tool["unit"] == row["unit"])
        return "; ".join(ranges((str(row["source"]), *of_tools)))

    def _score(self, row: Row) -> tuple[Known, ...]:
        return (self.unit_scores[row["unit"]],) if row["unit"] in self.unit_scores else ()
