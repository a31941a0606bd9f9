"""Fiscal years from left to right, and the breaks between them: where they stand and how they are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from itaanalysis.charts.labels import flag_labels, label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording
from itaanalysis.criteria import Break, Criteria

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_EDGE = 0.3
"""Years of room before the first."""

DOTTED: dict[str, Any] = {"lw": 0.9, "ls": (0, (1, 2))}
DASHED: Any = (0, (3, 2))


@dataclass(frozen=True)
class YearAxis:
    """The years `first` to `last` over `left` to `right` (points of the body), under the breaks between them."""

    words: Wording
    criteria: Criteria
    first: int
    last: int
    left: float
    right: float
    after: float = _EDGE
    """Years of room after the last."""
    names_to: float | None = None
    """Where the names of the breaks end at the latest (points of the body), by default at `right`."""

    @property
    def limits(self) -> tuple[float, float]:
        """The x limits of the axes, in years."""
        return self.first - _EDGE, self.last + self.after

    @property
    def breaks(self) -> tuple[Break, ...]:
        """What changed between the years shown."""
        return self.criteria.breaks_between(self.first, self.last)

    def place(self, fiscal_year: float) -> float:
        """Where a year stands, in points of the body."""
        low, high = self.limits
        return self.left + (fiscal_year - low) / (high - low) * (self.right - self.left)

    @property
    def head(self) -> float:
        """Points that the names of the breaks take over the plot."""
        return (max((level for _, _, _, level in self.flags), default=-1) + 1) * role("small").line + 6

    @property
    def flags(self) -> list[tuple[Break, str, float, int]]:
        """Each break with its name, the left edge of the name and its level over the plot, 0 the lowest."""
        texts = self._texts()
        lines = [(self.place(one.fiscal_year - 0.5), text) for one, text in zip(self.breaks, texts, strict=True)]
        places = flag_labels(lines, "small", 0, self.right if self.names_to is None else self.names_to)
        return [(one, text, *place) for one, text, place in zip(self.breaks, texts, places, strict=True)]

    @property
    def names(self) -> dict[int, str]:
        """What each year is called under the axes."""
        in_digits = self.words.in_digits
        return {one: self.words(in_digits(str(one)), f"FY{in_digits(str(one))}") for one in self.years}

    def draw_breaks(self, page: Page, top: float, bottom: float) -> None:
        """A dotted line before each year from which scores are not measured as before, named over the plot."""
        for found, text, start, level in self.flags:
            y = top - 10 - level * role("small").line
            self.draw_break(page, found, y + 6, bottom)
            page.text(start, y, text, "small", halo=True)

    def draw_break(self, page: Page, found: Break, top: float, bottom: float) -> None:
        """The dotted line of one break."""
        x = self.place(found.fiscal_year - 0.5)
        axes = page.axes(x - 1, x + 1, top, bottom, (0, 2))
        axes.plot([1, 1], [top, bottom], color=colour("muted"), **DOTTED)

    def name_years(self, axes: Axes) -> None:
        """The years under the axes; some of them only where there are many."""
        names = list(self.names.values())
        room = (self.right - self.left) / (len(names) - 1 + _EDGE + self.after)
        step = max(1, -(-(max(text_width(name, "quiet") for name in names) + 4) // room))
        for one, name in list(zip(self.years, names, strict=True))[:: int(step)]:
            label(axes, one, axes.get_ylim()[0], name, "quiet", ha="center", dy=10)

    @property
    def years(self) -> range:
        """The years from first to last."""
        return range(self.first, self.last + 1)

    def _texts(self) -> list[str]:
        return [
            self.words(
                f"ปี {self.words.in_digits(str(one.fiscal_year))} {one.note_th}",
                f"FY{self.words.in_digits(str(one.fiscal_year))}: {one.note_en}",
            )
            for one in self.breaks
        ]


def draw_line(
    axes: Axes,
    scores: Mapping[int, float],
    criteria: Criteria,
    *,
    lw: float,
    color: str,
    zorder: float,
    marks: Mapping[str, Any],
) -> None:
    """Points joined by a line, thinner and dashed where a break or a missing year lies between two of them.

    `color` and the colours of the `marks` (color, mfc, mec) are names of the theme.
    """
    for before, after in pairwise(sorted(scores)):
        whole = after == before + 1 and criteria.comparable(before, after)
        ends = [before, after], [scores[before], scores[after]]
        look: dict[str, Any] = {"lw": lw, "ls": "-"} if whole else {"lw": 0.75 * lw, "ls": DASHED}
        axes.plot(*ends, color=colour(color), zorder=zorder, **look)
    named: dict[str, Any] = {
        name: colour(value) if name in ("color", "mfc", "mec") else value for name, value in marks.items()
    }
    axes.plot(list(scores), list(scores.values()), ls="", zorder=zorder, clip_on=False, **named)
