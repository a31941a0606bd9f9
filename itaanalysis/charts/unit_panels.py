"""A small chart for each unit, all to one scale: its own scores before those of all the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.charts import trend_notes, unit_panels_words, unit_trend_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.legend import Entry, draw_legend, legend_height
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import page_setting, role
from itaanalysis.charts.unit_panel import Panel, below, country_line, faint, mark_line
from itaanalysis.charts.unit_years import unit_years
from itaanalysis.charts.wording import Wording
from itaanalysis.summaries.years import criteria_of

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_WIDTHS = (104.0, 84.0, 68.0)
"""Points a panel may be wide, the best first; with many units they are narrower and lower."""
_HEIGHTS = (72.0, 22.0)
"""The tallest and the lowest a plot may be, in points."""
_ONE_YEAR = 46.0
"""A dot needs less height than a line."""
_CHANGE = 70.0
"""Points that a score and its change take beside the name."""
_GUTTER, _UNDER = 12.0, 12.0
"""Points between two panels, and under a row of them for the years."""


@chart
def unit_panels(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """A panel for every unit, best of the last year first: its scores over the years, the pass mark, the country.

    The faint lines are the other units. A score below the pass mark of its year is an open diamond. With the scores of
    one year each unit is a dot, for there is no line yet.
    """
    words = Wording.of(lang, digits, year.criteria.pass_mark)
    earlier, table = unit_years(year, words)
    if table.empty:
        what = "คะแนน ITA ของแต่ละหน่วยงาน", "the ITA scores of each unit"
        return no_data("unit_panels", words, *what, year.fiscal_year)
    units = _in_order(table)
    legend = _legend(words, year, table)
    inner = sheet().width - 2 * page_setting("margin")
    left = max(text_width(words.brief(mark), "quiet") for mark in (year.criteria.pass_mark, 100.0)) + 6
    head = legend_height(legend, inner) + 6
    columns, height = _grid(len(units), inner - left, sheet().size.tallest - head)
    if table["fiscal_year"].nunique() == 1:
        height = min(height, _ONE_YEAR)
    height += sheet().stretch / -(-len(units) // columns)
    tall = role("small").line + height + _UNDER
    page = Page(
        title=unit_panels_words.title(words, table),
        subtitle=unit_panels_words.subtitle(words, table),
        source=unit_trend_words.source(words, year, table),
        height=head + -(-len(units) // columns) * (tall + 4) + 2,
        notes=trend_notes.notes(words, year, earlier),
    )
    draw_legend(page, legend)
    width = (page.width - left + _GUTTER) / columns - _GUTTER
    changes = all(text_width(short, "strong") + _CHANGE <= width for short in table["short"])
    for place, unit in enumerate(units):
        row, column = divmod(place, columns)
        x, y = left + column * (width + _GUTTER), head + row * (tall + 4)
        Panel(page, words, year, table, (x, x + width), y, height).draw(unit, ticks=column == 0, changes=changes)
        page.mark(x, x + width, y, y + tall, unit_panels_words.told(words, year, table[table["unit"] == unit]))
    return page.finish("unit_panels", words, unit_panels_words.alt(words, table))


def _in_order(table: pd.DataFrame) -> list[str]:
    """The units, best of the last year first, those without a score in it last."""
    last = table[table["fiscal_year"] == table["fiscal_year"].max()]
    best = last.sort_values("score", ascending=False, kind="stable")["unit"]
    return list(dict.fromkeys([*best, *table["unit"]]))


def _grid(units: int, width: float, tallest: float) -> tuple[int, float]:
    """How many panels stand side by side, and how tall their plots are, so that all fit the page."""
    columns, height = 1, 0.0
    for wanted in _WIDTHS:
        columns = max(1, min(units, int((width + _GUTTER) / (wanted + _GUTTER))))
        height = tallest / -(-units // columns) - role("small").line - _UNDER - 4
        if height >= sum(_HEIGHTS) / 2:
            break
    return columns, min(max(height, _HEIGHTS[1]), _HEIGHTS[0])


def _legend(words: Wording, year: YearData, table: pd.DataFrame) -> list[Entry]:
    mark = criteria_of(year, int(table["fiscal_year"].max())).pass_mark
    entries: list[Entry] = [(words.mark_line(mark), mark_line())]
    if table["national_mean"].notna().any():
        entries.append((words("เฉลี่ยทั้งประเทศ", "National mean"), country_line()))
    if table["unit"].nunique() > 1:
        entries.append((words("หน่วยงานอื่น", "Other units"), faint(table["fiscal_year"].nunique() == 1)))
    if not table["passed"].all():
        entries.append((words("ต่ำกว่าเกณฑ์", "Below the mark"), below()))
    return entries
