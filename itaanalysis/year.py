"""One fiscal year in hand: its tidy tables, its KPIs, its checks."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from itaanalysis import checks as _checks
from itaanalysis import kpis as _kpis
from itaanalysis import store
from itaanalysis.criteria import Criteria, criteria
from itaanalysis.intake import Intake
from itaanalysis.reference import ReferenceTableError, read_reference
from itaanalysis.tables import frame
from itaanalysis.units import Units
from itaanalysis.workspace import Workspace


@dataclass(frozen=True)
class YearData:
    """The tidy tables of one fiscal year. Each is a DataFrame with the columns of tables.toml.

    `accounting` has one row a sheet: file, sheet, and how many of its non-empty rows are title, header, group, data,
    total, note or problem.
    """

    fiscal_year: int
    activities: pd.DataFrame
    expenses: pd.DataFrame
    unit_scores: pd.DataFrame
    tool_scores: pd.DataFrame
    indicator_scores: pd.DataFrame
    targets: pd.DataFrame
    totals: pd.DataFrame
    reported_levels: pd.DataFrame
    corrections: pd.DataFrame
    problems: pd.DataFrame
    accounting: pd.DataFrame
    workspace: Workspace = field(repr=False)
    _other_years: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, intake: Intake, workspace: Workspace) -> YearData:
        """The year a reading gives, whatever problems it found."""
        tables = {**intake.tables, "problems": intake.problems.table(), "accounting": intake.accounting}
        return cls.of_tables(intake.fiscal_year, tables, workspace)

    @classmethod
    def of_tables(cls, fiscal_year: int, tables: dict[str, pd.DataFrame], workspace: Workspace) -> YearData:
        """The year whose stored tables these are. Their rows of other fiscal years stand in `other_years`."""
        own, other = dict(tables), {}
        for name, table in tables.items():
            its = table["fiscal_year"] == fiscal_year if "fiscal_year" in table else None
            if its is not None and not its.all():
                own[name], other[name] = table[its].reset_index(drop=True), table[~its].reset_index(drop=True)
        return cls(fiscal_year, **own, workspace=workspace, _other_years=other)

    def __repr__(self) -> str:
        from itaanalysis.display.overview import row_counts

        rows = ", ".join(f"{name}: {count}" for name, count in row_counts(self).items())
        return f"YearData({self.fiscal_year}; rows of {rows})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """What a notebook shows: the year at a glance."""
        from itaanalysis.display.show import shown

        return shown(self)._repr_mimebundle_()

    def other_years(self, table: str) -> pd.DataFrame:
        """Rows of other fiscal years that the sheets of this year hold: columns of the table, in source order.

        Scores typed for several years in one sheet end here, each row judged by the criteria of its own year.
        """
        return self._other_years.get(table, frame(table, []))

    @property
    def scores(self) -> pd.DataFrame:
        """The ITA result of each unit, the same as `unit_scores`."""
        return self.unit_scores

    @property
    def criteria(self) -> Criteria:
        """Weights, pass mark, levels and indicators of this year."""
        return criteria(self.fiscal_year)

    @cached_property
    def _units(self) -> Units:
        return Units.read(self.workspace.reference("units.csv"))

    @property
    def known_units(self) -> Units:
        """The units of the ministry, found by any of their spellings."""
        return self._units

    @cached_property
    def scores_by_unit(self) -> dict[str, dict[int | str, float]]:
        """Every score there is of each unit: by tool or part (IIT, EIT1), number of the indicator, or `total`."""
        found: dict[str, dict[int | str, float]] = {}
        listed = self.unit_scores
        columns = {"total": listed["score"]} | {
            tool: listed[tool.lower()] for tool in self.criteria.weights if tool.lower() in listed
        }
        tables = [(listed["unit"], [measure] * len(listed), scores) for measure, scores in columns.items()]
        for table, key in ((self.tool_scores, "tool"), (self.indicator_scores, "indicator")):
            tables.append((table["unit"], table[key].tolist(), table["score"]))
        for units, measures, scores in tables:
            for unit, measure, score, there in zip(units, measures, scores.tolist(), scores.notna(), strict=True):
                own = found.setdefault(unit, {})
                if there:
                    own.setdefault(measure, score)
        return found

    @property
    def units(self) -> pd.DataFrame:
        """The units of the ministry: unit, name_th, name_en, kind, aliases, source."""
        columns = ["unit", "name_th", "name_en", "kind", "aliases", "source"]
        rows = read_reference(self.workspace.reference("units.csv"), tuple(columns))
        return pd.DataFrame(rows, columns=columns, dtype="str").replace("", None)

    @cached_property
    def unit_rows(self) -> dict[str, dict[Any, Any]]:
        """The rows of `units`, each a dict by column, found by abbreviation."""
        return {row["unit"]: row for row in self.units.to_dict("records")}

    @property
    def national(self) -> pd.DataFrame:
        """National ITA results, one row a year: fiscal_year, agencies, respondents, mean_score, passed, pass_rate …"""
        whole, shares, words = (
            ["fiscal_year", "agencies", "respondents", "passed"],
            ["mean_score", "pass_rate"],
            ["source", "note"],
        )
        path = self.workspace.reference("national.csv")
        columns = ["fiscal_year", "agencies", "respondents", "mean_score", "passed", "pass_rate", *words]
        national = pd.DataFrame(read_reference(path, tuple(columns)), columns=columns, dtype="str").replace("", None)
        try:
            numbers = national[[*whole, *shares]].apply(pd.to_numeric)
        except ValueError as error:
            raise ReferenceTableError(f"{path.name}: อ่านตัวเลขไม่ได้ ({error})\n{path.name}: {error}.") from error
        return national.assign(**numbers).astype(dict.fromkeys(whole, "Int64") | dict.fromkeys(words, "str"))

    @property
    def ministry_unit(self) -> str | None:
        """Abbreviation of the ministry itself, such as พณ.; None when units.csv names none."""
        unit = self._units.of_kind("ministry")
        return unit.unit if unit else None

    @property
    def ops_unit(self) -> str | None:
        """Abbreviation of the Office of the Permanent Secretary, such as สป.; None when units.csv names none."""
        unit = self._units.of_kind("office")
        return unit.unit if unit else None

    @property
    def allocation_baht(self) -> float | None:
        """The budget allocated, in baht, as stated on the expense sheet; None when it is not."""
        return self.stated("expenses", "allocation_baht")

    def stated_row(self, table: str, column: str) -> pd.Series | None:
        """The row of `totals` that states a figure; None when the sheets do not. Of several, the first."""
        rows = self.totals[(self.totals["table"] == table) & (self.totals["column"] == column)]
        return None if rows.empty else rows.iloc[0]

    def stated(self, table: str, column: str) -> float | None:
        """A figure the sheets state; None when they do not."""
        row = self.stated_row(table, column)
        return None if row is None else float(row["reported"])

    def kpis(self) -> pd.DataFrame:
        """The KPIs: computed where the rows exist, the reported value beside them. Columns of table `kpis`."""
        return _kpis.kpis(self)

    def checks(self) -> pd.DataFrame:
        """Reported against computed, what agrees and what differs. Columns of table `checks`."""
        return _checks.checks(self)


def load(fiscal_year: int | None = None, root: str | os.PathLike[str] | None = None) -> YearData:
    """One fiscal year (Buddhist era), by default the latest in data/raw.

    The tidy tables are taken from data/processed when they were made from the raw files as they are now; otherwise the
    raw files are read afresh (nothing is written). Raises WorkspaceError when there is neither, InputErrors when the
    raw files hold errors.

    >>> year = load(2568)                                               # doctest: +SKIP
    >>> year.kpis()[["kpi", "value", "status"]]                         # doctest: +SKIP
    """
    workspace = Workspace.find(root)
    fiscal_year = workspace.year(fiscal_year)
    return YearData.of_tables(fiscal_year, store.read(workspace, fiscal_year), workspace)
