"""One year beside those before it: scores and KPIs year by year, and what changed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.criteria import CriteriaError
from itaanalysis.intake.problems import InputErrors
from itaanalysis.thai.numbers import round_half_up

if TYPE_CHECKING:
    from itaanalysis.year import YearData

MEASURED_BY_THE_ITA = ("pass_rate", "ethics_index_ministry", "ita_score_ops", "ethics_index_ops")
"""The KPIs that a change of the assessment's method touches; money, people and the office's own surveys go on."""

_CHANGE = ["change", "unusual", "break_th", "break_en"]
_BAHT_AND_PEOPLE = {"people", "baht"}


def earlier_years(year: YearData) -> dict[int, YearData | None]:
    """Every earlier fiscal year in data/raw with its data; None for one that cannot be read.

    Its files hold errors, which `ita check` names, or criteria.toml has no criteria for it.
    """
    return {before: _load(before, year) for before in year.workspace.years() if before < year.fiscal_year}


def year_before(year: YearData) -> YearData | None:
    """The fiscal year before, when the project holds it and its files can be read; else None."""
    return _load(year.fiscal_year - 1, year) if year.fiscal_year - 1 in year.workspace.years() else None


def unit_scores_by_year(year: YearData, earlier: Mapping[int, YearData | None] | None = None) -> pd.DataFrame:
    """Rows of unit_scores with a score, of this year and every earlier one, by year.

    Columns: fiscal_year, unit, score, source. Earlier scores come from data/raw of their year, else from sheets of this
    year that state several. A year that cannot be read has no rows of its own; `earlier_years` tells which, and what it
    gave may be handed on as `earlier`.
    """
    before = (earlier_years(year) if earlier is None else earlier).values()
    others = year.other_years("unit_scores")
    tables = [one.unit_scores for one in [*before, year] if one is not None]
    tables.append(others[others["fiscal_year"] < year.fiscal_year])
    columns = ["fiscal_year", "unit", "score", "source"]
    scores = pd.concat([table[columns] for table in tables]).dropna(subset=["score"])
    scores = scores.drop_duplicates(["fiscal_year", "unit"])
    return scores.sort_values("fiscal_year", kind="stable", ignore_index=True)


def kpi_changes(year: YearData) -> pd.DataFrame:
    """Each KPI that has a value in this year and the one before.

    Columns: kpi, name_th, name_en, unit, value, before, change (points; percentage points of a share; people), unusual,
    break_th, break_en. No rows when the year before is not there. A change is unusual from the size criteria.toml says.
    A KPI of the ITA whose method changed between the two years has no change, and the break says why.
    """
    before = year_before(year)
    columns = ["kpi", "name_th", "name_en", "unit", "value", "before"]
    if before is None:
        return pd.DataFrame(columns=[*columns, *_CHANGE])
    earlier = before.kpis().set_index("kpi")["value"].rename("before")
    table = year.kpis().join(earlier, on="kpi").dropna(subset=["value", "before"])
    table = _with_change(table, "value", table["kpi"].isin(MEASURED_BY_THE_ITA), year)
    limits = year.criteria.unusual_change
    share = table["change"].abs() / table["before"].abs()
    table["unusual"] = (table["change"].abs() >= limits["points"]).where(
        ~table["unit"].isin(_BAHT_AND_PEOPLE), share >= limits["share"]
    )
    return table[[*columns, *_CHANGE]].reset_index(drop=True)


def unit_changes(year: YearData) -> pd.DataFrame:
    """Each unit with a score in this year or the one before, best of this year first.

    Columns: unit, score, before, change (points; missing where a score is, or across a break), unusual, break_th,
    break_en. No rows when the year before is not there.
    """
    before = year_before(year)
    columns = ["unit", "score", "before"]
    if before is None:
        return pd.DataFrame(columns=[*columns, *_CHANGE])
    now = year.unit_scores.set_index("unit")["score"]
    table = pd.concat([now, before.unit_scores.set_index("unit")["score"].rename("before")], axis=1)
    table = _with_change(table, "score", table.notna().all(axis=1), year)
    table["unusual"] = table["change"].abs() >= year.criteria.unusual_change["points"]
    table = table.rename_axis("unit").reset_index().sort_values("score", ascending=False, kind="stable")
    return table[[*columns, *_CHANGE]].reset_index(drop=True)


def change(later: float, earlier: float) -> float:
    """The change of two figures as they are shown, half up with two decimals; NaN where one is missing.

    A reader who subtracts what stands in a table gets what stands beside it.

    >>> change(92.805, 92.8), change(85, math.nan)
    (0.01, nan)
    """
    return math.nan if pd.isna(later) or pd.isna(earlier) else float(round_half_up(later) - round_half_up(earlier))


def _with_change(table: pd.DataFrame, value: str, assessed: pd.Series, year: YearData) -> pd.DataFrame:
    """The table with `change`, and the break that keeps an `assessed` row from having one."""
    breaks = year.criteria.breaks_between(year.fiscal_year - 1, year.fiscal_year)
    apart = assessed if breaks else assessed & False
    changes = [change(later, earlier) for later, earlier in zip(table[value], table["before"], strict=True)]
    notes = {
        "break_th": ", ".join(one.note_th for one in breaks),
        "break_en": ", ".join(one.note_en for one in breaks),
    }
    table = table.assign(change=pd.Series(changes, table.index, dtype="float64").mask(apart))
    return table.assign(
        **{name: pd.Series(note, table.index, dtype="str").where(apart) for name, note in notes.items()}
    )


def _load(fiscal_year: int, year: YearData) -> YearData | None:
    from itaanalysis.year import load

    try:
        return load(fiscal_year, year.workspace.root)
    except (InputErrors, CriteriaError):
        return None
