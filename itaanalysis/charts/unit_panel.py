"""One panel of the small charts: the scores of one unit before those of all the others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.unit_names import fitted
from itaanalysis.charts.wording import Wording, records
from itaanalysis.charts.year_axis import DASHED, YearAxis, draw_line
from itaanalysis.summaries.years import criteria_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData


class Panel:
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
        axes.plot(*self.everyone, **faint(one_year))
        its = self.table[self.table["unit"] == unit]
        scores = {int(one): float(score) for one, score in zip(its["fiscal_year"], its["score"], strict=True)}
        dots = {"marker": "o", "ms": 3.5 if len(scores) > 1 else 5, "color": "main"}
        draw_line(axes, scores, self.year.criteria, lw=1.8, color="main", zorder=4, marks=dots)
        failed = its[~its["passed"]]
        axes.plot(failed["fiscal_year"], failed["score"], clip_on=False, zorder=5, **below())
        self._write(records(its)[-1], changes)

    def _draw_frame(self, axes: Axes, ticks: bool) -> None:
        low, high = self.axis.limits
        for edge in self.limits:
            axes.plot([low, high], [edge, edge], color=colour("grid"), lw=0.8, clip_on=False)
        marks = {one: criteria_of(self.year, one).pass_mark for one in {*map(int, self.table["fiscal_year"])}}
        for one, mark in marks.items():
            axes.plot([one - 0.5, one + 0.5], [mark, mark], **mark_line())
        national = self.table.drop_duplicates("fiscal_year").dropna(subset="national_mean")
        if self.axis.first == self.axis.last:
            for mean in national["national_mean"]:
                axes.plot([low, high], [mean, mean], **country_line())
        else:
            axes.plot(national["fiscal_year"], national["national_mean"], **country_line())
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


def mark_line() -> dict[str, Any]:
    """The line of the pass mark."""
    return {"color": colour("ink"), "lw": 0.9, "zorder": 2, "ls": "-"}


def country_line() -> dict[str, Any]:
    """The line of the national mean."""
    return {"color": colour("muted"), "lw": 1.1, "zorder": 2.5, "ls": DASHED}


def faint(one_year: bool) -> dict[str, Any]:
    """The other units: lines, or rings where there is one year only."""
    if one_year:
        return {"ls": "", "marker": "o", "ms": 3, "mfc": "none", "mec": colour("rule"), "mew": 0.7, "zorder": 1}
    return {"color": colour("rule"), "lw": 0.5, "alpha": 0.6, "zorder": 1, "ls": "-"}


def below() -> dict[str, Any]:
    """A score below the pass mark of its year."""
    return {"ls": "", "marker": "D", "ms": 4.5, "mfc": colour("paper"), "mec": colour("alert"), "mew": 1.5}
