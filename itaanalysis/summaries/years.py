"""The years at hand: scores and KPIs of this year and of every earlier one, row under row.

Earlier figures come from data/raw of their year; what it does not hold, from sheets of this year that state several,
and then from such sheets of the other years, the latest first. A year after the one in hand has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.criteria import Criteria, CriteriaError, criteria
from itaanalysis.intake.problems import InputErrors

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Earlier = Mapping[int, "YearData | None"]

_KEYS = {"unit_scores": ["unit"], "tool_scores": ["unit", "tool"], "indicator_scores": ["unit", "indicator"]}
"""What a score is of, beside its year."""


def earlier_years(year: YearData) -> dict[int, YearData | None]:
    """Every earlier fiscal year in data/raw with its data; None for one that cannot be read.

    Its files hold errors, which `ita check` names, or criteria.toml has no criteria for it.
    """
    return {before: _load(before, year) for before in year.workspace.years() if before < year.fiscal_year}


def year_before(year: YearData) -> YearData | None:
    """The fiscal year before, when the project holds it and its files can be read; else None."""
    return _load(year.fiscal_year - 1, year) if year.fiscal_year - 1 in year.workspace.years() else None


def criteria_of(year: YearData, fiscal_year: int) -> Criteria:
    """The criteria of a fiscal year, those of the year in hand as it has them."""
    return year.criteria if fiscal_year == year.fiscal_year else criteria(fiscal_year)


def unit_scores_by_year(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Rows of unit_scores with a score, of this year and every earlier one, by year.

    Columns: fiscal_year, unit, score, source. A year that cannot be read has no rows of its own; `earlier_years` tells
    which, and what it gave may be handed on as `earlier`.
    """
    return scores_with_folder(year, "unit_scores", earlier).drop(columns="folder")


def tool_scores_by_year(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Rows of tool_scores with a score, of this year and every earlier one, by year.

    Columns: fiscal_year, unit, tool, score, source.
    """
    return scores_with_folder(year, "tool_scores", earlier).drop(columns="folder")


def indicator_scores_by_year(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Rows of indicator_scores with a score, of this year and every earlier one, by year.

    Columns: fiscal_year, unit, indicator, score, source.
    """
    return scores_with_folder(year, "indicator_scores", earlier).drop(columns="folder")


def kpis_by_year(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Every KPI that has a value, of this year and every earlier one, by year.

    Columns: fiscal_year, kpi, name_th, name_en, unit, value. A year that only sheets of another year tell of has the
    KPIs its scores give.
    """
    known = [*_readable(year, earlier), year]
    columns = ["fiscal_year", "kpi", "name_th", "name_en", "unit", "value"]
    tables = [one.kpis()[columns] for one in [*known, *_told_elsewhere(year, known)]]
    kpis = pd.concat(tables).dropna(subset="value").drop_duplicates(["fiscal_year", "kpi"])
    return kpis.sort_values("fiscal_year", kind="stable", ignore_index=True)


def scores_with_folder(year: YearData, table: str, earlier: Earlier | None = None) -> pd.DataFrame:
    """The rows of a table of scores of all years at hand, and in `folder` the year of the raw folder they stand in."""
    known = _readable(year, earlier)
    own = [getattr(one, table).assign(folder=one.fiscal_year) for one in [*known, year]]
    aside = [one.other_years(table).assign(folder=one.fiscal_year) for one in [year, *reversed(known)]]
    keys = ["fiscal_year", *_KEYS[table]]
    rows = pd.concat([*own, *aside])[[*keys, "score", "source", "folder"]]
    rows = rows[rows["score"].notna() & (rows["fiscal_year"] <= year.fiscal_year)].drop_duplicates(keys)
    return rows.sort_values("fiscal_year", kind="stable", ignore_index=True)


def _readable(year: YearData, earlier: Earlier | None) -> list[YearData]:
    return [one for one in (earlier_years(year) if earlier is None else earlier).values() if one is not None]


def _told_elsewhere(year: YearData, known: list[YearData]) -> Iterator[YearData]:
    """Earlier years made of the scores that the sheets of other years state."""
    from itaanalysis.store import STORED_TABLES
    from itaanalysis.tables import frame
    from itaanalysis.year import YearData

    told = {name: pd.concat([one.other_years(name) for one in reversed(known)]) for name in STORED_TABLES}
    stated = pd.concat([told[name]["fiscal_year"] for name in _KEYS])
    for fiscal_year in sorted({int(one) for one in stated if one < year.fiscal_year}):
        its = {
            name: table[table["fiscal_year"] == fiscal_year] if len(table) else frame(name, [])
            for name, table in told.items()
        }
        for name, keys in _KEYS.items():
            its[name] = its[name].drop_duplicates(keys)
        yield YearData.of_tables(fiscal_year, its, year.workspace)


def _load(fiscal_year: int, year: YearData) -> YearData | None:
    from itaanalysis.year import load

    try:
        return load(fiscal_year, year.workspace.root)
    except (InputErrors, CriteriaError):
        return None
