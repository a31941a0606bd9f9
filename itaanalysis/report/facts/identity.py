"""Which year, ministry and office the report is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis.fiscal import FiscalYear
from itaanalysis.report.facts.fact import NOT_THERE, Found
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def identity(year: YearData, words: Words) -> dict[str, Found]:
    """The fiscal year and its neighbours, the ministry, its office, the pass mark."""
    this = year.fiscal_year
    period = FiscalYear(this)
    near = {"": this, "next_": this + 1, "previous_": this - 1}
    return {
        **{f"{where}fiscal_year": Found(be) for where, be in near.items()},
        **{f"{where}fiscal_year_label": Found(words.fiscal_year(be)) for where, be in near.items()},
        "year_start": Found(period.start),
        "year_end": Found(period.end),
        "ministry": _unit(year, year.ministry_unit, words, short=False),
        "ministry_abbr": _unit(year, year.ministry_unit, words, short=True),
        "office": _unit(year, year.ops_unit, words, short=False),
        "office_abbr": _unit(year, year.ops_unit, words, short=True),
        "pass_mark": Found(year.criteria.pass_mark),
    }


def _unit(year: YearData, unit: str | None, words: Words, *, short: bool) -> Found:
    if unit is None:
        return NOT_THERE
    return Found(words.unit_short(year, unit) if short else words.unit(year, unit))
