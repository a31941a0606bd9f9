"""The scores of the units in this fiscal year and in those before it that the project holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis import summaries
from itaanalysis.charts.trend_notes import by_unit
from itaanalysis.report.facts.fact import NOT_THERE, Found, cells
from itaanalysis.report.facts.scores import compared
from itaanalysis.summaries.years import Earlier
from itaanalysis.terms import UNIT_KINDS
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def years(year: YearData, words: Words) -> dict[str, Found]:
    """The years of unit scores there are, what changed, where the units stand beside the country and one another."""
    earlier = summaries.earlier_years(year)
    return {**_at_hand(year, earlier, words), **_ministry(year, earlier, words), **_leaders(year, earlier, words)}


def _at_hand(year: YearData, earlier: Earlier, words: Words) -> dict[str, Found]:
    """The year before, which years have unit scores, which cannot be read, and what is odd about some units."""
    scores = summaries.unit_scores_by_year(year, earlier)
    found = sorted({int(fiscal_year) for fiscal_year in scores["fiscal_year"]})
    before = year.fiscal_year - 1
    known = earlier.get(before) is not None or before in found
    unreadable = (words.fiscal_year(fiscal_year) for fiscal_year, data in earlier.items() if data is None)
    missing, renamed = summaries.units_missing(year, earlier), summaries.units_renamed(year, earlier)
    source = cells(scores["source"])
    return {
        "year_before": Found(before if known else None),
        "unit_years_unreadable": Found(words.listed(unreadable)),
        "unit_years_total": Found(len(found), source),
        "unit_years_before": Found(sum(one < year.fiscal_year for one in found), source),
        "unit_years_list": Found(words.listed(words.fiscal_year(fiscal_year) for fiscal_year in found), source),
        "unit_years_missing_list": Found(words.listed(by_unit(words, year, missing)), source),
        "unit_years_renamed_list": Found(words.listed(by_unit(words, year, renamed)), source),
    }


def _ministry(year: YearData, earlier: Earlier, words: Words) -> dict[str, Found]:
    """The mean of the units beside the country and an earlier year, and whether most units reach the highest level."""
    top_mark = Found(year.criteria.levels[0].total)
    table = summaries.ministry_by_year(year, earlier)
    if table.empty or int(table["fiscal_year"].iloc[-1]) != year.fiscal_year:
        return {"top_mark": top_mark}
    now, source = table.iloc[-1], cells(year.unit_scores["source"])
    found = {
        "top_mark": top_mark,
        "ceiling_units": Found(int(now["top"]), source) if now["ceiling"] else NOT_THERE,
        "ceiling_rate": Found(float(now["top_rate"]), source) if now["ceiling"] else NOT_THERE,
        "unit_mean_break": Found(now[f"break_{words.lang}"]),
    }
    if present(now["national_mean"]):
        found |= compared("unit_mean_to_national", now["mean"], now["national_mean"], source, words)
    if present(now["change"]) and now["change"]:
        trend = words.pick("เพิ่มขึ้น", "rose") if now["change"] > 0 else words.pick("ลดลง", "fell")
        found |= {"unit_mean_change": Found(abs(now["change"]), source), "unit_mean_trend": Found(trend, source)}
        found["unit_mean_since"] = Found(words.fiscal_year(int(now["before_year"])))
    return found


def _leaders(year: YearData, earlier: Earlier, words: Words) -> dict[str, Found]:
    """The best unit of each kind that has more than one, units.csv saying of what kind each is."""
    table = summaries.unit_benchmark(year, earlier)
    best = table[(table["fiscal_year"] == year.fiscal_year) & (table["rank"] == 1) & (table["of"] > 1)]
    named = (
        f"{words.pick(*UNIT_KINDS.get(row['kind'], (row['kind'], row['kind'])))} "
        f"{words.unit_short(year, row['unit'])} ({words.score(row['score'])})"
        for row in best.to_dict("records")
    )
    return {"kind_leaders_list": Found(words.listed(named), cells(best["source"]))}
