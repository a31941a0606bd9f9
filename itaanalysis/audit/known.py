"""The figures a fiscal year knows: what a memo may be held against, each with the cell it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import kpis
from itaanalysis.cell_ranges import ranges
from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.thai import baht
from itaanalysis.thai.numbers import NumberError, exact, read_quantity, round_share

if TYPE_CHECKING:
    from itaanalysis.year import YearData

COMPUTED, REPORTED, TARGET, TYPED, MEMO = "computed", "reported", "target", "typed", "memo"


@dataclass(frozen=True)
class Known:
    """A figure of the year. `role`: computed from rows, reported beside them, a target, typed as it stands, or
    another place of the memo.

    `family` is what it counts, as in phrases.toml. `last` ends a range of days. `other` is the figure that the sheets state
    for the same thing, or add up to, where the two disagree. `unrounded` is a share before it was rounded, `unit` the unit a score is of.
    """

    what: str
    family: str
    value: Decimal | date
    source: str
    role: str = TYPED
    last: date | None = None
    other: Decimal | None = None
    unrounded: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class Event:
    """A row of activities, as far as an audit needs it, with what it cost."""

    code: str
    group: str
    group_name: str
    texts: tuple[str, ...]
    province: str
    host: str
    source: str
    facts: tuple[Known, ...]

    def of(self, family: str) -> tuple[Known, ...]:
        """What is known of it in one family: people, money, date, provinces …"""
        return tuple(known for known in self.facts if known.family == family)


class KnownFigures:
    """Every figure of a year by what it speaks of. Each look-up gives the figures a claim may equal, best first."""

    def __init__(self, year: YearData) -> None:
        self.year = year
        self._read: dict[tuple[str, str], list[dict[Any, Any]]] = {}

    @cached_property
    def kpis(self) -> dict[str, tuple[Known, ...]]:
        """The result of each KPI: computed, then as reported where that differs, then as it follows from stated totals."""
        found = {}
        for row in self.year.kpis().to_dict("records"):
            family = {"people": "people", "baht": "money"}.get(str(row["unit"]), "share")
            values = list(_results(self.year, row, family))
            if values:
                found[str(row["kpi"])] = tuple(values)
        if "budget_utilisation" in found:
            found["budget_utilisation"] = (*self._spent_shares(), *found["budget_utilisation"])
        return found

    def _spent_shares(self) -> Iterable[Known]:
        """What each total of spending is of the allocation: a share of a stated total follows from it."""
        for whole in self.allocation:
            for spent in self.spent:
                if exact(whole.value) > 0:
                    yield Known("budget_utilisation", "share", round_share(exact(spent.value), exact(whole.value)),
                                f"{spent.source} ÷ {whole.source}", spent.role,
                                unrounded=exact(spent.value) / exact(whole.value) * 100)  # fmt: skip

    @cached_property
    def targets(self) -> dict[str, Known]:
        """The target of each KPI."""
        return {
            row["kpi"]: Known("targets.target", "people" if row["unit"] == "people" else "share",
                              exact(row["target"]), row["source"], TARGET)
            for row in self.year.targets.to_dict("records")
            if _there(row["kpi"]) and _there(row["target"])
        }  # fmt: skip

    @cached_property
    def unit_scores(self) -> dict[str, Known]:
        """ITA total of each unit."""
        return {
            row["unit"]: _known("unit_scores.score", "share", row, "score")
            for row in self._rows("unit_scores", "score")
        }

    @cached_property
    def tool_scores(self) -> dict[tuple[str, str], tuple[Known, ...]]:
        """Scores by unit and tool; EIT has those of its parts as well."""
        single = {
            (row["unit"], row["tool"]): _known("tool_scores.score", "share", row, "score")
            for row in self._rows("tool_scores", "score")
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
            for row in self._rows("indicator_scores", "score")
        }

    @cached_property
    def weights(self) -> dict[str, Known]:
        """What each tool counts in the total, percent."""
        return {tool: Known("criteria.weights", "share", exact(weight * 100), "criteria.toml")
                for tool, weight in self.year.criteria.weights.items()}  # fmt: skip

    @cached_property
    def group_sums(self) -> tuple[Known, ...]:
        """Money and people of each sub-activity, and its share of all spending."""
        found: list[Known] = []
        for group in dict.fromkeys(event.group for event in self.events):
            for family in ("money", "people"):
                parts = [known for event in self.events if event.group == group for known in event.of(family)]
                if parts:
                    total = sum((exact(part.value) for part in parts), Decimal(0))
                    found.append(Known(parts[0].what, family, total, "; ".join(ranges(part.source for part in parts))))
        shares = [Known("expenses.amount_baht", "share", round_share(exact(part.value), exact(whole.value)), part.source,
                        unrounded=exact(part.value) / exact(whole.value) * 100)
                  for part in found if part.family == "money" for whole in self.spent if whole.value]  # fmt: skip
        return (*found, *shares)

    @cached_property
    def thresholds(self) -> tuple[Known, ...]:
        """The pass mark and the bounds of the levels: what “ขึ้นไป” and “ต่ำกว่า” may name."""
        criteria = self.year.criteria
        marks = {criteria.pass_mark: None, **{level.total: None for level in criteria.levels}}
        marks |= {level.every_tool: None for level in criteria.levels if level.every_tool is not None}
        return tuple(Known("criteria.pass_mark", "share", exact(mark), "criteria.toml", TARGET) for mark in marks)

    @cached_property
    def national(self) -> tuple[Known, ...]:
        """The national results of the year: mean, share of agencies that passed, their number."""
        rows = self.year.national
        rows = rows[rows["fiscal_year"] == self.year.fiscal_year].to_dict("records")
        families = {
            "mean_score": "share",
            "pass_rate": "share",
            "agencies": "units",
            "passed": "units",
            "respondents": "people",
        }
        return tuple(
            Known(
                f"national.{column}",
                family,
                exact(float(row[column])),
                f"data/reference/national.csv ({row['fiscal_year']})",
            )
            for row in rows
            for column, family in families.items()
            if _there(row[column])
        )

    @cached_property
    def mean_score(self) -> tuple[Known, ...]:
        """The mean of the units' scores."""
        scores = [exact(known.value) for known in self.unit_scores.values()]
        if not scores:
            return ()
        cells = "; ".join(ranges(known.source for known in self.unit_scores.values()))
        return (Known("unit_scores.score", "share", sum(scores, Decimal(0)) / len(scores), cells, COMPUTED),)

    @cached_property
    def spent(self) -> tuple[Known, ...]:
        """All spending: the sum of the rows, then as stated."""
        rows = self._rows("expenses", "amount_baht")
        total = baht.total(row["amount_baht"] for row in rows) if rows else None
        return self._both("expenses.amount_baht", "money", total, rows, self._stated("expenses", "amount_baht"))

    @cached_property
    def allocation(self) -> tuple[Known, ...]:
        """The budget allocated."""
        stated = self._stated("expenses", "allocation_baht")
        return (Known("expenses.allocation_baht", "money", stated[0], stated[1]),) if stated else ()

    @cached_property
    def unspent(self) -> tuple[Known, ...]:
        """What is left of the allocation, by the sum of the rows and by the stated total."""
        return tuple(
            Known("expenses.allocation_baht", "money", exact(whole.value) - exact(spent.value),
                  f"{whole.source} − {spent.source}", COMPUTED)
            for whole in self.allocation
            for spent in self.spent
        )  # fmt: skip

    @cached_property
    def units(self) -> dict[str, Known]:
        """How many units passed, failed and were scored."""
        rows = self._rows("unit_scores", "passed")
        cells = "; ".join(ranges(row["source"] for row in rows))
        counts = {"passed": sum(bool(row["passed"]) for row in rows), "all": len(rows)}
        counts["failed"] = counts["all"] - counts["passed"]
        what = {"passed": "unit_scores.passed", "failed": "unit_scores.passed", "all": "unit_scores.unit"}
        return (
            {name: Known(what[name], "units", Decimal(count), cells, COMPUTED) for name, count in counts.items()}
            if rows
            else {}
        )

    @cached_property
    def counts(self) -> dict[str, tuple[Known, ...]]:
        """How many sub-activities, activities (codes without what stands in brackets) and rows were held."""
        events = self.events
        if not events:
            return {}
        rows = Known("activities.name", "events", Decimal(len(events)), self._activity_cells, COMPUTED)
        codes = len({main_code(event.code) for event in events})
        groups = len({event.group for event in events})
        return {
            "groups": (Known("activities.group", "groups", Decimal(groups), self._activity_cells, COMPUTED),),
            "activities": (Known("activities.code", "activities", Decimal(codes), self._activity_cells, COMPUTED), rows),
            "events": (rows,),
            "dimensions": (Known("criteria.ethics_indicators", "dimensions", Decimal(len(self.year.criteria.ethics_indicators)),
                                 "criteria.toml"),),
        }  # fmt: skip

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The activities in source order."""
        return tuple(self._event(row) for row in self.year.activities.to_dict("records"))

    @cached_property
    def events_by_code(self) -> dict[str, Event]:
        """The activities by their code."""
        return {event.code: event for event in self.events}

    @cached_property
    def everything(self) -> tuple[Known, ...]:
        """All of it in one list, to see whether a number is some figure of the year."""
        grouped: list[Iterable[Known]] = [*self.kpis.values(), *self.tool_scores.values(), *self.counts.values(),
                                          *(event.facts for event in self.events)]  # fmt: skip
        single = [self.targets, self.unit_scores, self.indicator_scores, self.units]
        flat = [known for group in grouped for known in group] + [known for table in single for known in table.values()]
        return (
            *flat,
            *self.group_sums,
            *self.weights.values(),
            *self.thresholds,
            *self.national,
            *self.mean_score,
            *self.spent,
            *self.allocation,
            *self.unspent,
        )

    def _event(self, row: dict[Any, Any]) -> Event:
        paid = [cost for cost in self._rows("expenses", "amount_baht") if cost["code"] == row["code"]]
        facts = list(_own_facts(row))
        if paid:
            cells = "; ".join(ranges(cost["source"] for cost in paid))
            facts.append(
                Known("expenses.amount_baht", "money", baht.total(cost["amount_baht"] for cost in paid), cells)
            )
        texts = [row["name"], *(cost["item"] for cost in paid)]
        return Event(
            str(row["code"]), _text(row["group"]), _text(row["group_name"]), tuple(_text(text) for text in texts if _there(text)),
            _text(row["province"]), _text(row["host"]), str(row["source"]), tuple(facts),
        )  # fmt: skip

    @cached_property
    def _activity_cells(self) -> str:
        return "; ".join(ranges(self.year.activities["source"]))

    def _rows(self, table: str, column: str) -> list[dict[Any, Any]]:
        """The rows of a table that state a column."""
        if (table, column) not in self._read:
            rows = getattr(self.year, table).to_dict("records")
            self._read[table, column] = [row for row in rows if _there(row[column])]
        return self._read[table, column]

    def _stated(self, table: str, column: str) -> tuple[Decimal, str] | None:
        row = self.year.stated_row(table, column)
        return None if row is None else (exact(float(row["reported"])), str(row["source"]))

    @staticmethod
    def _both(what: str, family: str, computed: Decimal | None, rows: list[dict[Any, Any]],
              stated: tuple[Decimal, str] | None) -> tuple[Known, ...]:  # fmt: skip
        found = []
        differ = computed is not None and stated is not None and computed != stated[0]
        if computed is not None:
            cells = "; ".join(ranges(row["source"] for row in rows))
            found.append(Known(what, family, computed, cells, COMPUTED, other=stated[0] if differ and stated else None))
        if stated is not None and (differ or computed is None):
            found.append(Known(what, family, stated[0], stated[1], REPORTED, other=computed if differ else None))
        return tuple(found)


def main_code(code: str) -> str:
    """The code without what stands in brackets: 2.1(3) is part of 2.1."""
    return re.sub(r"\(.*", "", code)


def _results(year: YearData, row: dict[Any, Any], family: str) -> Iterable[Known]:
    kpi = str(row["kpi"])
    unit_sources = kpis.source_cells(year, kpi)
    of_unit = {"ministry": year.ministry_unit, "ops": year.ops_unit}.get(kpi_catalogue()[kpi].of) or ""
    target = year.targets[year.targets["kpi"] == kpi]
    stated_row = year.stated_row("expenses", kpi) if target.empty else target.iloc[0]
    reported = exact(float(row["reported"])) if _there(row["reported"]) else None
    reported_cell = "" if stated_row is None else str(stated_row["source"])
    if row["basis"] == "computed" and _there(row["value"]):
        value = exact(row["value"])
        differ = reported is not None and reported != value
        rate = kpis.pass_rate(year) if kpi == "pass_rate" else None
        yield Known(kpi, family, value, "; ".join(ranges(unit_sources)) or str(row["formula"]), COMPUTED,
                    other=reported if differ else None, unrounded=exact(rate[1]) if rate else None, unit=of_unit)  # fmt: skip
        if differ and reported is not None:
            yield Known(kpi, family, reported, reported_cell, REPORTED, other=value, unit=of_unit)
    elif reported is not None:
        yield Known(kpi, family, reported, reported_cell, unit=of_unit)


def _own_facts(row: dict[Any, Any]) -> Iterable[Known]:
    source = row["source"]
    if _there(row["start_date"]):
        first, last = (row[day].date() if _there(row[day]) else None for day in ("start_date", "end_date"))
        yield Known("activities.start_date", "date", first, source, last=last or first)
    for column, family in (("participants", "people"), ("online_provinces", "provinces")):
        if _there(row[column]):
            yield Known(f"activities.{column}", family, exact(row[column]), source)
    if _there(row["note"]):
        try:
            value, unit = read_quantity(str(row["note"]))
        except NumberError:
            return
        if unit == "จังหวัด":
            yield Known("activities.note", "provinces", value, source)


def _known(what: str, family: str, row: dict[Any, Any], column: str) -> Known:
    return Known(what, family, exact(row[column]), str(row["source"]), unit=str(row["unit"]))


def _there(value: Any) -> bool:
    return value is not None and not pd.isna(value)


def _text(value: Any) -> str:
    return str(value) if _there(value) else ""


KPI_NAMES = {name: (kpi.name_th, kpi.name_en) for name, kpi in kpi_catalogue().items()}
