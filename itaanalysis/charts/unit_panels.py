"""A small chart for each unit, all to one scale: its own scores before those of all the others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import trend_notes, unit_trend_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.legend import Entry, draw_legend, legend_height
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, page_setting, role
from itaanalysis.charts.unit_names import fitted
from itaanalysis.charts.wording import Wording, records
from itaanalysis.charts.year_axis import DASHED, YearAxis, draw_line
from itaanalysis.summaries.years import criteria_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
    earlier = summaries.earlier_years(year)
    table = summaries.unit_benchmark(year, earlier)
    if table.empty:
        what = "คะแนน ITA ของแต่ละหน่วยงาน", "the ITA scores of each unit"
        return no_data("unit_panels", words, *what, year.fiscal_year)
    table = table.assign(short=[words.unit_short(year, unit) for unit in table["unit"]])
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
        title=unit_trend_words.always_passed(words, table),
        subtitle=unit_trend_words.panels_subtitle(words, table),
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
        _Panel(page, words, year, table, (x, x + width), y, height).draw(unit, ticks=column == 0, changes=changes)
    return page.finish("unit_panels", words, unit_trend_words.panels_alt(words, table))


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
    entries: list[Entry] = [(words.mark_line(mark), _mark_line())]
    if table["national_mean"].notna().any():
        entries.append((words("เฉลี่ยทั้งประเทศ", "National mean"), _country_line()))
    if table["unit"].nunique() > 1:
        entries.append((words("หน่วยงานอื่น", "Other units"), _faint(table["fiscal_year"].nunique() == 1)))
    if not table["passed"].all():
        entries.append((words("ต่ำกว่าเกณฑ์", "Below the mark"), _below()))
    return entries


class _Panel:
    """One panel: its name and last score over a plot of `height` points."""

    def __init__(
        self,
        page: Page,
        words: Wording,
        year: YearData,
        table: pd.DataFrame,
        span: tuple[float, float],
        top: float,
        height: float,
    ) -> None:
        self.page, self.words, self.year, self.table = page, words, year, table
        self.left, self.right = span
        self.name_height, self.top, self.bottom = top + 4, top + role("small").line, top + role("small").line + height
        first, last = int(table["fiscal_year"].min()), int(table["fiscal_year"].max())
        self.axis = YearAxis(words, year.criteria, first, last, self.left, self.right)
        drawn = [*table["score"], *table["national_mean"].dropna(), year.criteria.pass_mark]
        lowest, highest = min(drawn), max(100.0, *drawn)
        self.everyone = _strung(table)
        self.limits = lowest - (highest - lowest) * 0.08, highest

    def draw(self, unit: str, ticks: bool, changes: bool) -> None:
        """Draw the panel of a unit; with `ticks`, the pass mark is named at the left, with `changes` what changed."""
        for found in self.axis.breaks:
            self.axis.draw_break(self.page, found, self.top, self.bottom)
        axes = self.page.axes(self.left, self.right, self.top, self.bottom, self.axis.limits, self.limits)
        self._draw_frame(axes, ticks)
        one_year = self.axis.first == self.axis.last
        axes.plot(*self.everyone, **_faint(one_year))
        its = self.table[self.table["unit"] == unit]
        scores = {int(one): float(score) for one, score in zip(its["fiscal_year"], its["score"], strict=True)}
        dots = {"marker": "o", "ms": 3.5 if len(scores) > 1 else 5, "color": "main"}
        draw_line(axes, scores, self.year.criteria, lw=1.8, color="main", zorder=4, marks=dots)
        below = its[~its["passed"]]
        axes.plot(below["fiscal_year"], below["score"], clip_on=False, zorder=5, **_below())
        self._write(records(its)[-1], changes)

    def _draw_frame(self, axes: Axes, ticks: bool) -> None:
        low, high = self.axis.limits
        for edge in self.limits:
            axes.plot([low, high], [edge, edge], color=colour("grid"), lw=0.8, clip_on=False)
        marks = {one: criteria_of(self.year, one).pass_mark for one in {*map(int, self.table["fiscal_year"])}}
        for one, mark in marks.items():
            axes.plot([one - 0.5, one + 0.5], [mark, mark], **_mark_line())
        national = self.table.drop_duplicates("fiscal_year").dropna(subset="national_mean")
        if self.axis.first == self.axis.last:
            for mean in national["national_mean"]:
                axes.plot([low, high], [mean, mean], **_country_line())
        else:
            axes.plot(national["fiscal_year"], national["national_mean"], **_country_line())
        if ticks:
            mark = marks[max(marks)]
            label(axes, low, mark, self.words.brief(mark), "quiet", ha="right", dx=-4)
            if (self.limits[1] - mark) / (self.limits[1] - self.limits[0]) * (self.bottom - self.top) > 12:
                label(axes, low, self.limits[1], self.words.brief(self.limits[1]), "quiet", ha="right", dx=-4)

    def _write(self, last: dict[str, Any], changes: bool) -> None:
        """Name, last score and, with `changes`, the change; the years under the plot."""
        told = self.words.score(last["score"])
        if changes and not pd.isna(last["change"]):
            told += f" ({self.words.signed(last['change'])})"
        if int(last["fiscal_year"]) != self.axis.last:
            told = self.words(
                f"ปี {self.words.in_digits(str(last['fiscal_year']))}",
                f"FY{self.words.in_digits(str(last['fiscal_year']))}",
            )
        room = self.right - self.left - text_width(told, "small") - 6
        self.page.text(self.left, self.name_height, fitted(last["short"], last["unit"], "strong", room), "strong")
        self.page.text(self.right, self.name_height, told, "small", ha="right")
        ends = {self.axis.first: "left", self.axis.last: "right"}
        if self.axis.first == self.axis.last:
            ends = {self.axis.first: "center"}
        for one, side in ends.items():
            x = {"left": self.left, "right": self.right, "center": (self.left + self.right) / 2}[side]
            self.page.text(x, self.bottom + 7, self.words.in_digits(str(one)), "quiet", ha=side)


def _strung(table: pd.DataFrame) -> tuple[list[float], list[float]]:
    """The lines of all units as one, parted where the next unit begins: quicker to draw by far."""
    lines = [its[["fiscal_year", "score"]].to_numpy(float).tolist() for _, its in table.groupby("unit", sort=False)]
    points = [point for line in lines for point in [*line, [math.nan, math.nan]]]
    return [x for x, _ in points], [y for _, y in points]


def _mark_line() -> dict[str, Any]:
    return {"color": colour("ink"), "lw": 0.9, "zorder": 2, "ls": "-"}


def _country_line() -> dict[str, Any]:
    return {"color": colour("muted"), "lw": 1.1, "zorder": 2.5, "ls": DASHED}


def _faint(one_year: bool) -> dict[str, Any]:
    if one_year:
        return {"ls": "", "marker": "o", "ms": 3, "mfc": "none", "mec": colour("rule"), "mew": 0.7, "zorder": 1}
    return {"color": colour("rule"), "lw": 0.5, "alpha": 0.6, "zorder": 1, "ls": "-"}


def _below() -> dict[str, Any]:
    return {"ls": "", "marker": "D", "ms": 4.5, "mfc": colour("paper"), "mec": colour("alert"), "mew": 1.5}
