"""One year beside those before it: scores and KPIs year by year, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.criteria import CriteriaError
from itaanalysis.intake.problems import InputErrors

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_BAHT_AND_PEOPLE = {"people", "baht"}


def year_before(year: YearData) -> YearData | None:
    """The fiscal year before, when the project holds it and its files can be read; else None."""
    return _load(year.fiscal_year - 1, year) if year.fiscal_year - 1 in year.workspace.years() else None


def unit_scores_by_year(year: YearData) -> pd.DataFrame:
    """Rows of unit_scores with a score, of this year and every earlier one in data/raw.

    Columns: fiscal_year, unit, score, source. A year whose files hold errors is left out; `ita check` names them.
    """
    earlier = [_load(before, year) for before in year.workspace.years() if before < year.fiscal_year]
    tables = [one.unit_scores for one in [*earlier, year] if one is not None]
    columns = ["fiscal_year", "unit", "score", "source"]
    return pd.concat([table[columns] for table in tables], ignore_index=True).dropna(subset=["score"])


def kpi_changes(year: YearData) -> pd.DataFrame:
    """Each KPI that has a value in this year and the one before.

    Columns: kpi, name_th, name_en, unit, value, before, change (points; percentage points of a share; people), unusual.
    No rows when the year before is not there. A change is unusual from the size criteria.toml says.
    """
    before = year_before(year)
    columns = ["kpi", "name_th", "name_en", "unit", "value", "before", "change", "unusual"]
    if before is None:
        return pd.DataFrame(columns=columns)
    earlier = before.kpis().set_index("kpi")["value"].rename("before")
    table = year.kpis().join(earlier, on="kpi").dropna(subset=["value", "before"])
    table["change"] = (table["value"] - table["before"]).round(2)
    limits = year.criteria.unusual_change
    share = table["change"].abs() / table["before"].abs()
    table["unusual"] = (table["change"].abs() >= limits["points"]).where(
        ~table["unit"].isin(_BAHT_AND_PEOPLE), share >= limits["share"]
    )
    return table[columns].reset_index(drop=True)


def unit_changes(year: YearData) -> pd.DataFrame:
    """Each unit with a score in this year or the one before, best of this year first.

    Columns: unit, score, before, change (points, missing where a score is), unusual. No rows when the year before is
    not there.
    """
    before = year_before(year)
    columns = ["unit", "score", "before", "change", "unusual"]
    if before is None:
        return pd.DataFrame(columns=columns)
    now = year.unit_scores.set_index("unit")["score"]
    table = pd.concat([now, before.unit_scores.set_index("unit")["score"].rename("before")], axis=1)
    table["change"] = (table["score"] - table["before"]).round(2)
    table["unusual"] = table["change"].abs() >= year.criteria.unusual_change["points"]
    return table.rename_axis("unit").reset_index().sort_values("score", ascending=False, kind="stable")[columns]


def _load(fiscal_year: int, year: YearData) -> YearData | None:
    from itaanalysis.year import load

    try:
        return load(fiscal_year, year.workspace.root)
    except (InputErrors, CriteriaError):
        return None
