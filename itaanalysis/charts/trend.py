"""The national mean over the years, with this ministry beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import trend_units, trend_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page, plot_height
from itaanalysis.charts.placing import Place, Room
from itaanalysis.charts.scales import nice_ticks, y_ticks
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records
from itaanalysis.charts.year_axis import DASHED, DOTTED, YearAxis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.criteria import Criteria
    from itaanalysis.year import YearData

_PLOT_HEIGHT = 215.0


@chart
def national_trend(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """The national mean ITA score year by year, the pass mark, and the units of this ministry in the year shown.

    Years from which scores are not measured as before are marked, and the line across such a break is dashed: the
    figures on its two sides should not be compared. Where the project holds earlier years of the ministry, the mean of
    its units is a second line.
    """
    words = Wording.of(lang, digits, year.criteria.pass_mark)
    national = year.national.dropna(subset="mean_score").sort_values("fiscal_year")
    means = {int(row["fiscal_year"]): float(row["mean_score"]) for row in records(national)}
    if not means:
        return no_data("national_trend", words, "คะแนนเฉลี่ยทั้งประเทศ", "the national mean", year.fiscal_year)
    by_year = summaries.unit_scores_by_year(year)
    by_year = by_year[by_year["unit"] != year.ministry_unit]  # the ministry as a whole is no unit
    ministry = {
        one: summaries.mean_score(by_year.loc[by_year["fiscal_year"] == one, "score"])
        for one in sorted(map(int, by_year["fiscal_year"].unique()))
    }
    scores = summaries.distance_to_pass_mark(year).dropna(subset="score")
    scores = scores[scores["unit"] != year.ministry_unit]
    page = Page(
        title=trend_words.title(words, year, means, ministry),
        subtitle=trend_words.subtitle(words, year, means, ministry),
        source=words.sheets(by_year)
        + (";" if len(by_year) else words("ที่มา:", "Source:"))
        + " "
        + words.publications("national.csv", national["source"].dropna()),
        height=plot_height(_PLOT_HEIGHT) + 22,
        notes=trend_words.notes(words, national),
    )
    _draw(page, words, year, means, ministry, scores)
    return page.finish("national_trend", words, trend_words.alt(words, year, means, ministry))


def _draw(
    page: Page,
    words: Wording,
    year: YearData,
    means: dict[int, float],
    ministry: dict[int, float],
    scores: pd.DataFrame,
) -> None:
    first, last = min([*means, *ministry]), max([*means, *ministry])
    mark = year.criteria.pass_mark
    everything = [*means.values(), *ministry.values(), *scores["score"], mark]
    low = min(everything) - max(100 - min(everything), 1) * 0.12
    ticks = nice_ticks(low, max(100.0, *everything), 6)
    left = max(text_width(words.brief(tick), "quiet") for tick in ticks) + 8
    beside = trend_units.named(words, scores, ministry.get(year.fiscal_year))
    side = max((text_width(text, name) for _, text, name in beside), default=0) + (32 if beside else 10)
    right, bottom = page.width - side, plot_height(_PLOT_HEIGHT)

    axis = YearAxis(words, year.criteria, first, last, left, right, names_to=page.width)
    limits, top = axis.limits, axis.head
    axes = page.axes(left, right, top, bottom, limits, (low, max(100.0, *everything)))
    y_ticks(axes, ticks, words.tick)
    for found, text, start, level in axis.flags:
        y = top - 10 - level * role("small").line
        page.text(start, y, text, "small", halo=True)
        x = found.fiscal_year - 0.5
        low_y, high_y = axes.get_ylim()
        reach = (top - y - 6) / (bottom - top) * (high_y - low_y)
        axes.plot([x, x], [low_y, high_y + reach], color=colour("muted"), clip_on=False, **DOTTED)
    axes.plot(limits, [mark, mark], color=colour("ink"), lw=1.0, zorder=1.5)

    _draw_line(axes, means, year.criteria, "main", "o")
    if len(ministry) > 1:
        _draw_line(axes, ministry, year.criteria, "alert", "D")
    low_y, high_y = axes.get_ylim()
    per_year, per_score = (right - left) / (limits[1] - limits[0]), (bottom - top) / (high_y - low_y)
    room = Room(right - left)
    # Nothing lies on the line of the pass mark, or the paper behind its letters would cut it.
    room.take(((right - left) / 2, (mark - low_y) * per_score), right - left, 4)
    for line in (means, ministry if len(ministry) > 1 else {}):
        for one, mean in line.items():
            room.take(((one - limits[0]) * per_year, (mean - low_y) * per_score), 7, 7)
    for one, text in _spaced({one: words.number(mean) for one, mean in means.items()}, "label", per_year):
        x, y = (one - limits[0]) * per_year, (means[one] - low_y) * per_score
        free = room.place(text, "label", _around(one, means, ministry, (per_year, per_score), (x, y)))
        if free:
            label(axes, one, means[one], text, "label", ha="center", dx=free[0] - x, dy=y - free[1], halo=True)
    text = words.mark_line(mark)
    own, y = text_width(text, "small"), (mark - low_y) * per_score
    steps = range(0, max(1, int(right - left - own - 8)), 6)
    free = room.place(text, "small", ((4 + own / 2 + step, y + side) for side in (8, -8) for step in steps))
    x, y_text = free or (4 + own / 2, y - 8)
    label(axes, limits[0], mark, text, "small", ha="center", dx=x, dy=y - y_text, halo=True)
    for one, name in _spaced(axis.names, "quiet", per_year):
        label(axes, one, axes.get_ylim()[0], name, "quiet", ha="center", dy=10)
    for one in axis.years:
        if text := trend_words.told(words, one, means.get(one), ministry.get(one)):
            page.mark(max(axis.place(one - 0.5), left), min(axis.place(one + 0.5), right), top, bottom + 18, text)
    trend_units.draw(page, words, axes, scores, ministry.get(year.fiscal_year), beside, right, (top, bottom))


def _spaced(texts: Mapping[int, str], role_name: str, per_year: float) -> list[tuple[int, str]]:
    """The texts of all years, or of as many as have room where a year has `per_year` points, back from the last."""
    widest = max(text_width(text, role_name) for text in texts.values())
    step = math.ceil((widest + 5) / per_year)
    return [(one, text) for one, text in texts.items() if (max(texts) - one) % step == 0]


def _around(
    one: int, means: Mapping[int, float], ministry: Mapping[int, float], per: tuple[float, float], point: Place
) -> Iterator[Place]:
    """Places for the figure of a year, best first.

    It stands over its point, or under it where the ministry's line runs above; where the line is steep on that side, a
    little beside it.
    """
    mean, (x, y) = means[one], point
    under = len(ministry) > 1 and ministry.get(one, mean) > mean
    climb = mean - means.get(one - 1, mean) if under else means.get(one + 1, mean) - mean
    aside, up = (15 if climb * per[1] > 0.4 * per[0] else 0), (-12 if under else 12)
    side = aside if under else -aside
    for across, over in ((side, up), (-side, -up), (0, up), (0, -up), (14, up), (14, -up), (-14, up), (-14, -up)):
        yield x + across, y + over


def _draw_line(axes: Axes, means: dict[int, float], criteria: Criteria, ink: str, marker: str) -> None:
    """Points joined by a line, dashed where a break or a missing year lies between two of them."""
    years = list(means)
    for before, after in pairwise(years):
        whole = after == before + 1 and criteria.comparable(before, after)
        axes.plot(
            [before, after],
            [means[before], means[after]],
            color=colour(ink),
            lw=2.0 if whole else 1.4,
            ls="-" if whole else DASHED,
            zorder=4,
        )
    axes.plot(years, list(means.values()), ls="", marker=marker, ms=6, color=colour(ink), zorder=5, clip_on=False)
