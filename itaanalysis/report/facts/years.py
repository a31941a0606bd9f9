"""The scores of the units in this fiscal year and in those before it that the project holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis import summaries
from itaanalysis.report.facts.fact import Found, cells
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def years(year: YearData, words: Words) -> dict[str, Found]:
    """The year before, how many years of unit scores there are, which, and those whose data cannot be read."""
    earlier = summaries.earlier_years(year)
    scores = summaries.unit_scores_by_year(year, earlier)
    before = earlier.get(year.fiscal_year - 1)
    unreadable = (words.fiscal_year(fiscal_year) for fiscal_year, data in earlier.items() if data is None)
    found = sorted({int(fiscal_year) for fiscal_year in scores["fiscal_year"]})
    source = cells(scores["source"])
    return {
        "year_before": Found(None if before is None else before.fiscal_year),
        "unit_years_unreadable": Found(words.listed(unreadable)),
        "unit_years_total": Found(len(found), source),
        "unit_years_before": Found(sum(one < year.fiscal_year for one in found), source),
        "unit_years_list": Found(words.listed(words.fiscal_year(fiscal_year) for fiscal_year in found), source),
    }
