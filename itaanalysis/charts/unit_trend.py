"""The units over the years, against the pass mark and the country; with one year, beside the country of that year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import trend_notes, unit_trend_words
from itaanalysis.charts.bands import mark_column
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.end_labels import Label, draw_end_labels, room
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page, plot_height
from itaanalysis.charts.scales import nice_ticks, y_ticks
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.unit_country import unit_country
from itaanalysis.charts.unit_names import fitted
from itaanalysis.charts.unit_years import unit_years
from itaanalysis.charts.wording import Wording, records
from itaanalysis.charts.year_axis import DASHED, YearAxis, draw_line
from itaanalysis.summaries.years import criteria_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_PLOT_HEIGHT = 235.0
_WIDEST = 0.3
"""Share of the page that the name of a unit may take."""

_PASSING: dict[str, Any] = {
    "lw": 1.3,
    "color": "light",
    "zorder": 3,
    "marks": {"marker": "o", "ms": 3.5, "color": "main"},
}
_FAILING: dict[str, Any] = {
    "lw": 1.8,
    "color": "alert",
    "zorder": 4,
    "marks": {"marker": "o", "ms": 4, "color": "alert"},
}
_MEAN: dict[str, Any] = {
    "lw": 2.6,
    "color": "main",
    "zorder": 3.5,
    "marks": {"marker": "s", "ms": 5.5, "color": "main"},
}


@chart
def unit_trend(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """A line for every unit over the years there are, named at its end, with the pass mark and the national mean.

    Units below the pass mark in the last year are drawn in orange; a score below the mark of its year is an open
    diamond; the mean of the units is the thick line. Years from which scores are not measured as before are marked, and
    a line across them is dashed. With the scores of one year there is no trend: the units then stand as dots beside the
    national mean of that year.
    """
    words = Wording.of(lang, digits, year.criteria.pass_mark)
    earlier, table = unit_years(year, words)
    if table.empty:
        what = "คะแนน ITA รายหน่วยงานแต่ละปี", "the ITA scores of units over the years"
        return no_data("unit_trend", words, *what, year.fiscal_year)
    notes = trend_notes.notes(words, year, earlier)
    if table["fiscal_year"].nunique() == 1:
        return unit_country(year, words, table, notes)
    means = summaries.ministry_by_year(year, earlier)
    labels, unnamed = _labels(words, year, table, means)
    page = Page(
        title=unit_trend_words.title(words, table),
        subtitle=unit_trend_words.subtitle(words, table),
        source=unit_trend_words.source(words, year, table),
        height=_height(labels) + 22,
        notes=[*unit_trend_words.unnamed(words, unnamed), *notes],
    )
    _draw(page, words, year, table, means, labels)
    return page.finish("unit_trend", words, unit_trend_words.alt(words, year, table, means))


def _height(labels: list[Label]) -> float:
    """Points of the plot: tall enough for a name on a line of its own."""
    return plot_height(max(_PLOT_HEIGHT, (len(labels) + 4) * role("strong").line))


def _labels(words: Wording, year: YearData, table: pd.DataFrame, means: pd.DataFrame) -> tuple[list[Label], int]:
    """What stands at the right: the units of the last year, their mean, the country, the mark; how many have no name.

    Where there are more units than lines of text, the best, the lowest and those below the mark are named.
    """
    last = int(table["fiscal_year"].max())
    units = table[table["fiscal_year"] == last].sort_values("score", ascending=False, kind="stable")
    mark = criteria_of(year, last).pass_mark
    others: list[Label] = [(mark, words.mark_line(mark), "small")]
    national = units["national_mean"].iloc[0]
    if not pd.isna(national):
        text = words(f"ทั้งประเทศ {words.number(national)}", f"National mean {words.number(national)}")
        others.append((float(national), text, "small"))
    if len(units) > 1:
        mean = float(means["mean"].iloc[-1])
        others.append((mean, words(f"เฉลี่ย {words.number(mean)}", f"Mean {words.number(mean)}"), "strong"))
    most = int(min(sheet().size.tallest, 470) / role("strong").line) - 4 - len(others)
    named = units
    if len(units) > most:
        failing = int((~units["passed"]).sum())
        lowest = min(max(failing, 1), most - 1)
        named = pd.concat([units.head(min(most - lowest, 3)), units.tail(lowest)])
    widest = _WIDEST * sheet().width
    labels: list[Label] = [
        (
            float(row["score"]),
            f"{fitted(row['short'], row['unit'], 'small', widest)} {words.score(row['score'])}",
            "small" if row["passed"] else "strong",
        )
        for row in records(named)
    ]
    return [*labels, *others], len(units) - len(named)


def _draw(
    page: Page, words: Wording, year: YearData, table: pd.DataFrame, means: pd.DataFrame, labels: list[Label]
) -> None:
    first, last = int(table["fiscal_year"].min()), int(table["fiscal_year"].max())
    marks = {int(one): criteria_of(year, int(one)).pass_mark for one in means["fiscal_year"]}
    national = _national(year, first, last)
    everything = [*table["score"], *national.values(), *marks.values()]
    low, high = min(everything), max(everything)
    low, high = low - max(high - low, 1) * 0.08, min(max(100.0, high), high + max(high - low, 1) * 0.08)
    ticks = nice_ticks(low, high, 6)
    left = max(text_width(words.tick(tick), "quiet") for tick in ticks) + 8
    axis = YearAxis(words, year.criteria, first, last, left, page.width - room(labels), after=0.1)
    bottom = _height(labels)
    axis.draw_breaks(page, axis.head, bottom)
    axes = page.axes(left, axis.right, axis.head, bottom, axis.limits, (low, high))
    y_ticks(axes, ticks, words.tick)
    axis.name_years(axes)
    _draw_marks(axes, marks, axis.limits)
    axes.plot(list(national), list(national.values()), color=colour("ink"), lw=1.3, ls=DASHED, zorder=2.5)
    failing = set(table.loc[(table["fiscal_year"] == last) & ~table["passed"], "unit"])
    for unit, its in table.groupby("unit", sort=False):
        scores = {int(one): float(score) for one, score in zip(its["fiscal_year"], its["score"], strict=True)}
        look = _FAILING if unit in failing else _PASSING
        draw_line(axes, scores, year.criteria, **look)
        below = its[~its["passed"]]
        axes.plot(below["fiscal_year"], below["score"], ls="", zorder=look["zorder"], clip_on=False, **diamond())
    mean: dict[int, float] = {}
    if any(text_role == "strong" for _, _, text_role in labels) and len(means) > 1 and table["unit"].nunique() > 1:
        mean = {int(one): float(value) for one, value in zip(means["fiscal_year"], means["mean"], strict=True)}
        draw_line(axes, mean, year.criteria, **_MEAN)

    def place(value: float) -> float:
        return axis.head + (high - value) / (high - low) * (bottom - axis.head)

    draw_end_labels(page, labels, axis.right, (axis.head, bottom), place)
    for one in axis.years:
        rows = records(table[table["fiscal_year"] == one])
        points = [(place(row["score"]), unit_trend_words.told(words, year, row)) for row in rows]
        told = unit_trend_words.told_means(words, one, mean.get(one), national.get(one))
        points += [(place(value), text) for value, text in told]
        mark_column(page, axis.place(one - 0.5), min(axis.place(one + 0.5), axis.right), (axis.head, bottom), points)


def diamond() -> dict[str, Any]:
    """The mark of a score below the pass mark."""
    return {"marker": "D", "ms": 5, "mfc": colour("paper"), "mec": colour("alert"), "mew": 1.6}


def _draw_marks(axes: Axes, marks: dict[int, float], limits: tuple[float, float]) -> None:
    """The pass mark of each year, a step where it changed."""
    years = sorted(marks)
    edges = [limits[0], *((before + after) / 2 for before, after in pairwise(years)), limits[1]]
    heights = [marks[one] for one in years]
    axes.plot(edges, [heights[0], *heights], color=colour("ink"), lw=1.0, ds="steps-pre", zorder=2)


def _national(year: YearData, first: int, last: int) -> dict[int, float]:
    rows = year.national.dropna(subset="mean_score").sort_values("fiscal_year")
    rows = rows[rows["fiscal_year"].between(first, last)]
    return {int(one): float(mean) for one, mean in zip(rows["fiscal_year"], rows["mean_score"], strict=True)}
