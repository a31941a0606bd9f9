"""What changed from one year to the next, and where no change can be told because the method changed between."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.criteria import Criteria
from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.summaries.years import (
    Earlier,
    indicator_scores_by_year,
    kpis_by_year,
    tool_scores_by_year,
    unit_scores_by_year,
)
from itaanalysis.thai.rounding import round_half_up

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_CHANGE = ["before_year", "before", "change", "break_th", "break_en"]
_BAHT_AND_PEOPLE = {"people", "baht"}


def units_over_years(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """The score of every unit in every year at hand beside its last earlier one.

    Columns: fiscal_year, unit, score, source, before_year, before (the last earlier score there is), change (points;
    missing without an earlier score or across a break), break_th, break_en (what changed between the two). By year, in
    source order.
    """
    return with_change(unit_scores_by_year(year, earlier), ["unit"], "score", year.criteria)


def tools_over_years(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """The score of every unit on every tool, as `units_over_years` with a column `tool`."""
    return with_change(tool_scores_by_year(year, earlier), ["unit", "tool"], "score", year.criteria)


def indicators_over_years(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """The score of every unit on every indicator, as `units_over_years` with a column `indicator`."""
    return with_change(indicator_scores_by_year(year, earlier), ["unit", "indicator"], "score", year.criteria)


def kpis_over_years(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Every KPI of every year at hand beside its last earlier value.

    Columns: fiscal_year, kpi, name_th, name_en, unit, value, before_year, before, change (points; percentage points of
    a share; people; baht), break_th, break_en. Only the KPIs the ITA measures have breaks.
    """
    assessed = [kpi.kpi for kpi in kpi_catalogue().values() if kpi.assessed]
    return with_change(kpis_by_year(year, earlier), ["kpi"], "value", year.criteria, assessed)


def with_change(
    table: pd.DataFrame, keys: Sequence[str], value: str, criteria: Criteria, assessed: Sequence[str] | None = None
) -> pd.DataFrame:
    """Rows of several years with the value before and the change from it: before_year, before, change, the breaks.

    `keys` name what is followed over the years. With `assessed`, breaks touch only rows whose first key is among them.
    """
    ordered = table.sort_values("fiscal_year", kind="stable").groupby([*keys], sort=False)
    before = ordered[["fiscal_year", value]].shift()
    years = [(None if pd.isna(then) else int(then)) for then in before["fiscal_year"].reindex(table.index)]
    table = table.assign(before_year=pd.array(years, dtype="Int64"), before=before[value])
    pairs = list(zip(years, table["fiscal_year"].astype(int), strict=True))
    breaks = {pair: criteria.breaks_between(pair[0], pair[1]) for pair in {*pairs} if pair[0] is not None}
    touched = [True] * len(table) if assessed is None else table[keys[0]].isin(assessed).tolist()
    between = [breaks.get(pair, ()) if its else () for pair, its in zip(pairs, touched, strict=True)]
    changes = [
        math.nan if parted else change(now, then)
        for now, then, parted in zip(table[value], table["before"], between, strict=True)
    ]
    notes = {
        "break_th": [", ".join(one.note_th for one in parted) or None for parted in between],
        "break_en": [", ".join(one.note_en for one in parted) or None for parted in between],
    }
    return table.assign(
        change=pd.Series(changes, table.index, dtype="float64"),
        **{name: pd.Series(said, table.index, dtype="str") for name, said in notes.items()},
    )


def kpi_changes(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Each KPI that has a value in this year and the one before.

    Columns: kpi, name_th, name_en, unit, value, before, change (points; percentage points of a share; people), unusual,
    break_th, break_en. No rows when the year before is not there. A change is unusual from the size criteria.toml says.
    A KPI of the ITA whose method changed between the two years has no change, and the break says why.
    """
    table = kpis_over_years(year, earlier)
    table = table[(table["fiscal_year"] == year.fiscal_year) & (table["before_year"] == year.fiscal_year - 1)]
    limits = year.criteria.unusual_change
    share = table["change"].abs() / table["before"].abs()
    unusual = (table["change"].abs() >= limits["points"]).where(
        ~table["unit"].isin(_BAHT_AND_PEOPLE), share >= limits["share"]
    )
    columns = ["kpi", "name_th", "name_en", "unit", "value", "before", "change", "unusual", "break_th", "break_en"]
    return table.assign(unusual=unusual)[columns].reset_index(drop=True)


def unit_changes(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Each unit with a score in this year or the one before, best of this year first.

    Columns: unit, score, before, change (points; missing where a score is, or across a break), unusual, break_th,
    break_en. No rows when the year before is not there.
    """
    columns = ["unit", "score", "before", "change", "unusual", "break_th", "break_en"]
    table = units_over_years(year, earlier)
    now = table[table["fiscal_year"] == year.fiscal_year]
    then = table[table["fiscal_year"] == year.fiscal_year - 1]
    if then.empty:
        return pd.DataFrame(columns=columns)
    # What stands beside this year's score here is the year before alone.
    now = now.assign(**now[_CHANGE].where(now["before_year"] == year.fiscal_year - 1))
    unscored = year.unit_scores.loc[~year.unit_scores["unit"].isin(now["unit"]), ["unit"]]
    gone = then.loc[~then["unit"].isin([*now["unit"], *unscored["unit"]]), ["unit"]]
    others = pd.concat([unscored, gone]).merge(then[["unit", "score"]].rename(columns={"score": "before"}), how="left")
    both = pd.concat([now, others]).sort_values("score", ascending=False, kind="stable")
    both["unusual"] = both["change"].abs() >= year.criteria.unusual_change["points"]
    return both[columns].reset_index(drop=True)


def change(later: float, earlier: float) -> float:
    """The change of two figures as they are shown, half up with two decimals; NaN where one is missing.

    A reader who subtracts what stands in a table gets what stands beside it.

    >>> change(92.805, 92.8), change(85, math.nan)
    (0.01, nan)
    """
    return math.nan if pd.isna(later) or pd.isna(earlier) else float(round_half_up(later) - round_half_up(earlier))
