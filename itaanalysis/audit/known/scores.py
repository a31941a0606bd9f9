"""The scores of a year: KPIs and targets, units, tools, indicators, marks, and the nation."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from itaanalysis import kpis
from itaanalysis.audit.known.facts import COMPUTED, REPORTED, TARGET, Known, Row, cells, present
from itaanalysis.audit.known.money import MoneyFigures
from itaanalysis.cell_ranges import ranges
from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.thai.rounding import exact, round_half_up

_NATIONAL = {
    "mean_score": "share",
    "pass_rate": "share",
    "agencies": "units",
    "passed": "units",
    "respondents": "people",
}


class ScoreFigures(MoneyFigures):
    """Results and what they are measured against. Each look-up gives the figures a claim may equal, best first."""

    @cached_property
    def kpis(self) -> dict[str, tuple[Known, ...]]:
        """Each KPI: as it follows from the totals of spending, computed, then as reported where that differs."""
        found: dict[str, tuple[Known, ...]] = {}
        rows: list[Row] = self.year.kpis().to_dict("records")
        for row in rows:
            values = tuple(self._results(row))
            if values:
                found[str(row["kpi"])] = values
        if "budget_utilisation" in found:
            found["budget_utilisation"] = (*self.spent_shares(), *found["budget_utilisation"])
        return found

    def _results(self, row: Row) -> Iterable[Known]:
        kpi, year = str(row["kpi"]), self.year
        family = {"people": "people", "baht": "money"}.get(str(row["unit"]), "share")
        unit = {"ministry": year.ministry_unit, "ops": year.ops_unit}.get(kpi_catalogue()[kpi].of) or ""
        target = year.targets[year.targets["kpi"] == kpi]
        stated = year.stated_row("expenses", kpi) if target.empty else target.iloc[0]
        reported = exact(float(row["reported"])) if present(row["reported"]) else None
        cell = "" if stated is None else str(stated["source"])
        if row["basis"] != "computed" or not present(row["value"]):
            if reported is not None:
                yield Known(kpi, family, reported, cell, unit=unit)
            return
        value = exact(row["value"])
        other = reported if reported != value else None
        rate = kpis.pass_rate(year) if kpi == "pass_rate" else None
        source = "; ".join(ranges(kpis.source_cells(year, kpi))) or str(row["formula"])
        yield Known(kpi, family, value, source, COMPUTED, other=other, unrounded=exact(rate[1]) if rate else None,
                    unit=unit)  # fmt: skip
        if other is not None:
            yield Known(kpi, family, other, cell, REPORTED, other=value, unit=unit)

    @cached_property
    def targets(self) -> dict[str, Known]:
        """The target of each KPI."""
        rows = [row for row in self.rows("targets", "target") if present(row["kpi"])]
        return {
            row["kpi"]: Known("targets.target", "people" if row["unit"] == "people" else "share",
                              exact(row["target"]), row["source"], TARGET)
            for row in rows
        }  # fmt: skip

    @cached_property
    def unit_scores(self) -> dict[str, Known]:
        """ITA total of each unit."""
        return {
            row["unit"]: _known("unit_scores.score", "share", row, "score") for row in self.rows("unit_scores", "score")
        }

    @cached_property
    def tool_scores(self) -> dict[tuple[str, str], tuple[Known, ...]]:
        """Scores by unit and tool; EIT has those of its parts as well."""
        single = {
            (row["unit"], row["tool"]): _known("tool_scores.score", "share", row, "score")
            for row in self.rows("tool_scores", "score")
        }
        parts = self.year.criteria.eit_parts
        return {
            (unit, tool): (known, *(single[unit, part] for part in parts if tool == "EIT" and (unit, part) in single))
            for (unit, tool), known in single.items()
        }

    @cached_property
    def indicator_scores(self) -> dict[tuple[str, int], Known]:
        """Scores by unit and number of indicator."""
        return {
            (row["unit"], int(row["indicator"])): _known("indicator_scores.score", "share", row, "score")
            for row in self.rows("indicator_scores", "score")
        }

    @cached_property
    def weights(self) -> dict[str, Known]:
        """What each tool counts in the total, percent."""
        return {tool: Known("criteria.weights", "share", exact(weight * 100), "criteria.toml")
                for tool, weight in self.year.criteria.weights.items()}  # fmt: skip

    @cached_property
    def thresholds(self) -> tuple[Known, ...]:
        """The pass mark first, then the bounds of the levels: what “ขึ้นไป” and “ต่ำกว่า” may name."""
        criteria = self.year.criteria
        bounds = [mark for level in criteria.levels for mark in (level.total, level.every_tool) if mark]
        marks = dict.fromkeys((criteria.pass_mark, *bounds))
        return tuple(Known("criteria.pass_mark", "share", exact(mark), "criteria.toml", TARGET) for mark in marks)

    @cached_property
    def national(self) -> tuple[Known, ...]:
        """The national results of the year: mean, share of agencies that passed, their number."""
        if not self.year.workspace.reference("national.csv").is_file():
            return ()
        rows: list[Row] = self.year.national.to_dict("records")
        source = f"data/reference/national.csv ({self.year.fiscal_year})"
        return tuple(
            Known(f"national.{column}", family, exact(float(row[column])), source)
            for row in rows
            if row["fiscal_year"] == self.year.fiscal_year
            for column, family in _NATIONAL.items()
            if present(row[column])
        )

    @cached_property
    def mean_score(self) -> tuple[Known, ...]:
        """The mean of the units' scores."""
        scores = [exact(known.value) for known in self.unit_scores.values()]
        if not scores:
            return ()
        cells = "; ".join(ranges(known.source for known in self.unit_scores.values()))
        mean = sum(scores, Decimal(0)) / len(scores)
        return (Known("unit_scores.score", "share", round_half_up(mean), cells, COMPUTED, unrounded=mean),)

    @cached_property
    def units(self) -> dict[str, Known]:
        """How many units passed, failed and were scored."""
        rows = self.rows("unit_scores", "passed")
        passed = sum(bool(row["passed"]) for row in rows)
        numbers = {"passed": passed, "failed": len(rows) - passed, "all": len(rows)}
        return {
            name: Known("unit_scores.passed", "units", Decimal(number), cells(rows), COMPUTED)
            for name, number in numbers.items()
            if rows
        }


def _known(what: str, family: str, row: Row, column: str) -> Known:
    return Known(what, family, exact(row[column]), str(row["source"]), unit=str(row["unit"]))
