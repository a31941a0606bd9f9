"""The units over the years, against the pass mark and the country; with one year, beside the country of that year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import trend_notes, unit_trend_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.measure import shorten, text_width
from itaanalysis.charts.page import Page, nice_ticks, no_data, plot_height, y_ticks
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role, theme
from itaanalysis.charts.unit_country import unit_country
from itaanalysis.charts.wording import Wording, records
from itaanalysis.charts.year_axis import DASHED, YearAxis, draw_line
from itaanalysis.summaries.years import criteria_of

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_PLOT_HEIGHT = 250.0
_LEADER = 16.0
"""Points between the last year and the names, for the thin lines that lead from one to the other."""

_WIDEST = 0.4
"""Share of the page that the names may take."""

_ABOVE: dict[str, Any] = {"marker": "o", "ms": 4}
_BELOW: dict[str, Any] = {"marker": "D", "ms": 5, "mfc": "white", "mew": 1.6}


@chart
def unit_trend(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """A line for every unit over the years there are, named at its end, with the pass mark and the national mean.

    Units below the pass mark in the last year are drawn in orange with an open diamond, the others in blue. Years from
    which scores are not measured as before are marked, and no line crosses them unbroken. With the scores of one year
    there is no trend: the units then stand as dots beside the national mean of that year.
    """
    words = Wording.of(lang, digits, year.criteria.pass_mark)
    earlier = summaries.earlier_years(year)
    table = summaries.unit_benchmark(year, earlier)
    with theme():
        if table.empty:
            what = "คะแนน ITA รายหน่วยงานแต่ละปี", "the ITA scores of units over the years"
            return no_data("unit_trend", words, *what, year.fiscal_year)
        table = table.assign(short=[words.unit_short(year, unit) for unit in table["unit"]])
        if table["fiscal_year"].nunique() == 1:
            return unit_country(year, words, table, trend_notes.notes(words, year, earlier))
        lines = [{int(one): float(score) for one, score in zip(its["fiscal_year"], its["score"], strict=True)}
                 for _, its in table.groupby("unit", sort=False)]
        first, last = int(table["fiscal_year"].min()), int(table["fiscal_year"].max())
        national = _national(year, first, last)
        named = _named(words, year, table, national)
        tall = plot_height(max(_PLOT_HEIGHT, len(named) * role("small").line + 24))
        side = max(text_width(text, name) for _, text, name in named) + _LEADER + 5
        mark = {one: criteria_of(year, one).pass_mark for one in range(first, last + 1) if one in set(table["fiscal_year"])}
        low, high = _limits([*table["score"], *national.values(), *mark.values()])
        ticks = nice_ticks(low, high, 6)
        left = max(text_width(words.brief(tick), "quiet") for tick in ticks) + 8
        end = int(table["fiscal_year"].max())
        hidden = int((table["fiscal_year"] == end).sum()) - sum(name != "strong" for _, _, name in named)
        raise NotImplementedError(lines, left, side, tall, hidden)
