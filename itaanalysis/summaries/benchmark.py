"""Units beside one another, the pass mark and the country, in every year at hand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.intake.typed_names import typed_names
from itaanalysis.scoring import DECIMALS
from itaanalysis.summaries.changes import change, units_over_years, with_change
from itaanalysis.summaries.scores import mean_score
from itaanalysis.summaries.years import Earlier, criteria_of, scores_with_folder, unit_scores_by_year
from itaanalysis.thai.rounding import round_half_up, round_share
from itaanalysis.thai.text import match_key
from itaanalysis.units import Units

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def unit_benchmark(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """Every unit in every year it has a score in, beside its kind, the pass mark and the country of that year.

    Columns: those of `units_over_years`, then kind (of units.csv), rank (among the units of that kind, 1 the best;
    scores that read the same share a rank), of (how many have a score), passed, national_mean, distance (points above
    it, negative below). The ministry as a whole is no unit. What units.csv or national.csv does not tell is missing.
    """
    table = units_over_years(year, earlier)
    table = table[table["unit"] != year.ministry_unit].reset_index(drop=True)
    marks = {one: criteria_of(year, one).pass_mark for one in _years(table)}
    table["kind"] = table["unit"].map(_kinds(year)).astype("str")
    table["passed"] = table["score"] >= table["fiscal_year"].map(marks)
    # Two units that read the same are not told apart by decimals nobody sees.
    shown = table.assign(score=[float(round_half_up(score)) for score in table["score"]])
    peers = shown.groupby(["fiscal_year", "kind"])["score"]
    table["rank"] = peers.rank(ascending=False, method="min").astype("Int64")
    table["of"] = peers.transform("size").astype("Int64")
    means = year.national.dropna(subset="mean_score").set_index("fiscal_year")["mean_score"]
    table["national_mean"] = table["fiscal_year"].map(means).astype("float64")
    table["distance"] = _apart(table["score"], table["national_mean"])
    return table


def ministry_by_year(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """The units of the ministry taken together, one row a year with scores.

    Columns: fiscal_year, units, mean, passed (at or above the pass mark of the year), pass_mark, pass_rate (percent),
    top_mark (where the highest level begins), top (units at or above it), top_rate (percent), ceiling (whether so many
    are that the scores no longer tell them apart: a larger share than criteria.toml calls most), national_mean,
    distance (mean above the national one), national_pass_rate, before_year, before, change (of the mean),
    pass_rate_change (percentage points), break_th, break_en.
    """
    scores = unit_scores_by_year(year, earlier)
    scores = scores[scores["unit"] != year.ministry_unit]
    rows = []
    for fiscal_year in _years(scores):
        its, method = scores[scores["fiscal_year"] == fiscal_year]["score"], criteria_of(year, fiscal_year)
        passed, top, units = int((its >= method.pass_mark).sum()), int((its >= method.levels[0].total).sum()), len(its)
        rows.append(
            {
                "fiscal_year": fiscal_year,
                **{"units": units, "mean": mean_score(its), "passed": passed, "pass_mark": method.pass_mark},
                "pass_rate": float(round_share(passed, units)),
                **{"top_mark": method.levels[0].total, "top": top, "top_rate": float(round_share(top, units))},
                "ceiling": top > method.ceiling["share"] * units,
            }
        )
    columns = ["fiscal_year", "units", "mean", "passed", "pass_mark", "pass_rate"]
    table = pd.DataFrame(rows, columns=[*columns, "top_mark", "top", "top_rate", "ceiling"])
    national = year.national.set_index("fiscal_year")
    table["national_mean"] = table["fiscal_year"].map(national["mean_score"]).astype("float64")
    table["distance"] = _apart(table["mean"], table["national_mean"])
    table["national_pass_rate"] = table["fiscal_year"].map(national["pass_rate"]).astype("float64")
    table = with_change(table.assign(series="ministry"), ["series"], "mean", year.criteria).drop(columns="series")
    rates = [change(now, then) for now, then in zip(table["pass_rate"], table["pass_rate"].shift(), strict=True)]
    table["pass_rate_change"] = pd.Series(rates, table.index, dtype="float64").where(table["change"].notna())
    return table


def indicator_matrix(year: YearData) -> pd.DataFrame:
    """Scores of the year, one row a unit and one column an indicator that any unit has a score of.

    The ministry stands first, then the units from the best total down, those without a total last. What is missing in
    the data is missing here.
    """
    scores = year.indicator_scores
    scores = scores[scores["indicator"].isin(list(year.criteria.indicators))].dropna(subset="score")
    table = scores.pivot_table(index="unit", columns="indicator", values="score", aggfunc="first", sort=False)
    totals = year.unit_scores.drop_duplicates("unit").set_index("unit")["score"].reindex(table.index)
    totals[table.index == year.ministry_unit] = math.inf
    order = totals.sort_values(ascending=False, kind="stable", na_position="last").index
    return table.loc[order, sorted(table.columns)].rename_axis(index=None, columns=None)


def units_missing(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """The years in which a unit that has a score in some year has none. Columns: unit, fiscal_year."""
    scores = unit_scores_by_year(year, earlier)
    scores = scores[scores["unit"] != year.ministry_unit]
    known = set(zip(scores["unit"], scores["fiscal_year"], strict=True))
    rows = [(unit, one) for unit in scores["unit"].unique() for one in _years(scores) if (unit, one) not in known]
    return pd.DataFrame(rows, columns=["unit", "fiscal_year"])


def units_renamed(year: YearData, earlier: Earlier | None = None) -> pd.DataFrame:
    """The years in which a unit was listed under another name than in its latest one.

    Columns: unit, fiscal_year, typed (the name as it stands in the raw sheet). It is one of the aliases in units.csv,
    by which the unit is still the same unit. Sheets that are gone tell nothing.
    """
    scores = scores_with_folder(year, "unit_scores", earlier)
    if len(_years(scores)) < 2:
        return pd.DataFrame(columns=["unit", "fiscal_year", "typed"])
    units = Units.read(year.workspace.reference("units.csv"))
    aliases = {unit.unit: {match_key(alias) for alias in unit.aliases} for unit in units if unit.aliases}
    scores = scores[scores["unit"].isin(aliases)]
    rows = []
    for folder in sorted({int(one) for one in scores["folder"]}):
        its = scores[scores["folder"] == folder]
        names = typed_names(year.workspace.raw(folder), zip(its["unit"], its["source"], strict=True), units)
        for unit, fiscal_year, source in zip(its["unit"], its["fiscal_year"], its["source"], strict=True):
            rows.append((unit, fiscal_year, names.get((unit, source))))
    table = pd.DataFrame(rows, columns=["unit", "fiscal_year", "typed"]).dropna().sort_values("fiscal_year")
    latest = table.groupby("unit")["typed"].transform("last").map(match_key)
    keys = table["typed"].map(match_key)
    old = [key in aliases[unit] and key != last for unit, key, last in zip(table["unit"], keys, latest, strict=True)]
    return table[pd.Series(old, table.index, dtype="bool")].reset_index(drop=True)


def _years(table: pd.DataFrame) -> list[int]:
    return sorted(int(one) for one in table["fiscal_year"].unique())


def _kinds(year: YearData) -> dict[str, str]:
    units = year.units.dropna(subset="kind")
    return dict(zip(units["unit"], units["kind"], strict=True))


def _apart(left: pd.Series, right: pd.Series) -> pd.Series:
    """How far two figures lie apart as they are shown."""
    gaps = [change(one, other) for one, other in zip(left, right, strict=True)]
    return pd.Series(gaps, left.index, dtype="float64").round(DECIMALS)
