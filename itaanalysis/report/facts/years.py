"""The scores of the units in this fiscal year and in those before it that the project holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.intake.problems import InputErrors
from itaanalysis.report.facts.fact import Found, cells
from itaanalysis.report.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def unit_scores_by_year(year: YearData) -> pd.DataFrame:
    """Rows of unit_scores with a score, of this year and every earlier one in data/raw.

    Columns: fiscal_year, unit, score, source. A year whose files hold errors is left out; `ita check` names them.
    """
    earlier = [before for before in year.workspace.years() if before < year.fiscal_year]
    tables = [*(_unit_scores(before, year) for before in earlier), year.unit_scores]
    columns = ["fiscal_year", "unit", "score", "source"]
    return pd.concat([table[columns] for table in tables], ignore_index=True).dropna(subset=["score"])


def years(year: YearData, words: Words) -> dict[str, Found]:
    """How many years of unit scores there are, and which."""
    scores = unit_scores_by_year(year)
    found = sorted({int(fiscal_year) for fiscal_year in scores["fiscal_year"]})
    source = cells(scores["source"])
    return {
        "unit_years_total": Found(len(found), source),
        "unit_years_before": Found(len([before for before in found if before < year.fiscal_year]), source),
        "unit_years_list": Found(words.listed(words.fiscal_year(fiscal_year) for fiscal_year in found), source),
    }


def _unit_scores(fiscal_year: int, year: YearData) -> pd.DataFrame:
    from itaanalysis.year import load

    try:
        return load(fiscal_year, year.workspace.root).unit_scores
    except InputErrors:
        return year.unit_scores.iloc[:0]
