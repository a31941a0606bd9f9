"""From an office's spreadsheets to the annual ITA analysis report.

>>> import itaanalysis as ita
>>> year = ita.load(2568)                # the tidy tables of a fiscal year          # doctest: +SKIP
>>> year.kpis()                          # computed, with the reported values beside # doctest: +SKIP
>>> ita.show(year.checks())              # a table in words, figures with units  # doctest: +SKIP
>>> ita.styled(year.kpis())              # the same as pandas' Styler, to go on with  # doctest: +SKIP
>>> ita.charts.unit_scores(year)         # a chart whose title is the finding        # doctest: +SKIP
>>> ita.what_if(year, "สป.", {"OIT": 99}) # the total and level if a score were so   # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from itaanalysis import charts, summaries
    from itaanalysis.display.show import show
    from itaanalysis.display.styled import styled
    from itaanalysis.explore.explorer import Explorer
    from itaanalysis.fiscal import FiscalYear
    from itaanalysis.report.prose import Report
    from itaanalysis.scoring import score_units
    from itaanalysis.whatif import what_if
    from itaanalysis.year import YearData, load

__version__ = "0.1.0"
__all__ = [
    "Explorer",
    "FiscalYear",
    "Report",
    "YearData",
    "charts",
    "load",
    "score_units",
    "show",
    "styled",
    "summaries",
    "what_if",
]

# Importing the package takes a blink: what needs pandas or matplotlib is imported when it is first asked for.
_WHERE = {
    "Explorer": "itaanalysis.explore.explorer",
    "FiscalYear": "itaanalysis.fiscal",
    "YearData": "itaanalysis.year",
    "load": "itaanalysis.year",
    "Report": "itaanalysis.report.prose",
    "show": "itaanalysis.display.show",
    "styled": "itaanalysis.display.styled",
    "score_units": "itaanalysis.scoring",
    "what_if": "itaanalysis.whatif",
    **dict.fromkeys(("load_ipython_extension", "unload_ipython_extension"), "itaanalysis.display.extension"),
}


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(importlib.import_module(_WHERE[name]), name)
    if name in ("charts", "summaries"):
        return importlib.import_module(f"itaanalysis.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
