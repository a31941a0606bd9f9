"""The sheet a chart is drawn on, and the finishing step that gives every chart its title, subtitle and source.

Everything is laid out in points from the top left corner of the body, so that text can be measured before it is placed
and the page grows with its rows instead of squeezing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from itaanalysis.charts import stamp
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.measure import break_lines
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, font, halo_box, middle, page_setting, page_width, role
from itaanalysis.charts.wording import Wording
from itaanalysis.marks import Mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BODY_GAP = 9.0
"""Points between the subtitle and the body, and between the body and the source."""

_UP = 1 + 1e-9
"""Keeps a whole number of pixels from being cut to the one below."""


class TooNarrow(Exception):
    """What has to stand beside a plot leaves it no width: the chart needs smaller text."""


class Page:
    """A figure with a title above, a source below, and a body of `height` points between them.

    `notes` are lines of small print over the source: what the reader must know to read the figures rightly.
    """

    def __init__(self, title: str, subtitle: str, source: str, height: float, notes: Sequence[str] = ()) -> None:
        from matplotlib.figure import Figure

        self.title, self.subtitle, self.source = title, subtitle, source
        self.margin = page_setting("margin")
        self.width = page_width() - 2 * self.margin
        head = [(line, "title") for line in break_lines(title, "title", self.width)]
        head += [(line, "subtitle") for line in break_lines(subtitle, "subtitle", self.width) if subtitle]
        self._stamp = sheet().stamp
        foot = self._foot([*notes, source])
        foot_height = max(sum(role(name).line for _, name in foot), stamp.HEIGHT if self._stamp else 0)
        self.top = self.margin + sum(role(name).line for _, name in head) + _BODY_GAP
        needed = self.top + height + _BODY_GAP + foot_height + self.margin
        self.whole = _whole_height(needed)
        self.height = height
        self._marks: list[Mark] = []
        self.figure = Figure(figsize=(page_width() / 72 * _UP, self.whole / 72 * _UP))
        self._stack(head, -self.top + self.margin)
        # In a frame the small print stands at its foot.
        self._stack(foot, height + _BODY_GAP + (self.whole - needed if sheet().height else 0.0))

    def _foot(self, texts: Sequence[str]) -> list[tuple[str, str]]:
        """Small print in lines that leave a stamp its room at the right."""
        width = self.width - stamp.room(self._stamp)
        return [(line, "source") for text in texts if text for line in break_lines(text, "source", width)]

    def _stack(self, lines: list[tuple[str, str]], y: float) -> None:
        for line, name in lines:
            self.text(0, y + role(name).line / 2, line, name)
            y += role(name).line

    def text(
        self,
        x: float,
        y: float,
        text: str,
        role_name: str,
        ha: str = "left",
        halo: bool = False,
        ink: str | None = None,
    ) -> None:
        """Set one line of text with its letters' middle at `y`; `x` is its left, right or centre as `ha` says.

        A `halo`, a patch of paper behind the letters, keeps them clear of a line that runs there. `ink` is a colour of
        the theme to use instead of the role's.
        """
        setting = role(role_name)
        self.figure.text(
            (x + self.margin) / page_width(),
            1 - (y + middle(setting.size) + self.top) / self.whole,
            text,
            ha=ha,
            va="baseline",
            bbox=halo_box(halo),
            **font(role_name) | ({"color": colour(ink)} if ink else {}),
        )

    def rule(self, left: float, right: float, y: float) -> None:
        """A thin line across the body at `y`."""
        self.line(left, right, y, color=colour("rule"), lw=0.8)

    def line(self, left: float, right: float, y: float, **look: Any) -> None:
        """A line from `left` to `right` at `y` of the body; `look` as matplotlib has it."""
        from matplotlib.lines import Line2D

        height = 1 - (y + self.top) / self.whole
        ends = [(x + self.margin) / page_width() for x in (left, right)]
        self.figure.add_artist(Line2D(ends, [height, height], **look))

    def box(self, left: float, right: float, top: float, bottom: float, fill: str) -> None:
        """A filled rectangle on the body; `fill` as matplotlib has it."""
        from matplotlib.patches import Rectangle

        corner = (left + self.margin) / page_width(), 1 - (bottom + self.top) / self.whole
        size = (right - left) / page_width(), (bottom - top) / self.whole
        self.figure.add_artist(Rectangle(corner, *size, facecolor=fill, edgecolor="none", linewidth=0))

    def mark(self, left: float, right: float, top: float, bottom: float, text: str) -> None:
        """A part of the body (points) that tells `text` where there is a pointer; what lies beyond the body is cut."""
        left, right = (min(max(x, 0.0), self.width) for x in (left, right))
        top, bottom = (min(max(y, 0.0), self.height) for y in (top, bottom))
        shares = (left + self.margin) / page_width(), (top + self.top) / self.whole
        self._marks.append(Mark(*shares, (right - left) / page_width(), (bottom - top) / self.whole, text))

    def mark_rows(self, ends: Sequence[float], texts: Iterable[str | None]) -> None:
        """Rows between `ends` across the whole body, each telling its text; None is a row that tells nothing."""
        for top, bottom, text in zip(ends, ends[1:], texts, strict=False):
            if text is not None:
                self.mark(0.0, self.width, top, bottom, text)

    def axes(
        self,
        left: float,
        right: float,
        top: float,
        bottom: float,
        xlim: tuple[float, float],
        ylim: tuple[float, float] | None = None,
    ) -> Axes:
        """Axes over a part of the body (points). Without `ylim`, y is in points of the body, downwards.

        Raises TooNarrow where nothing is left between `left` and `right`.
        """
        if right <= left:
            raise TooNarrow
        axes = self.figure.add_axes(
            (
                (left + self.margin) / page_width(),
                1 - (bottom + self.top) / self.whole,
                (right - left) / page_width(),
                (bottom - top) / self.whole,
            )
        )
        axes.set_xlim(*xlim)
        axes.set_ylim(*(ylim or (bottom, top)))
        axes.set_xticks([])
        axes.set_yticks([])
        return axes

    def finish(self, name: str, words: Wording, alt: str) -> Chart:
        """The finished chart: stamped where a stamp was asked for, with the words that belong to it.

        An English one has `_en` after its name, and one of another size than "full" that size, so that all fit one
        folder.
        """
        on = sheet()
        if on.stamp:
            said = words(on.stamp["th"], on.stamp["en"])
            stamp.draw(self, said)
            alt = words(f"{said} {alt}", f"{said}. {alt}")
        tail = words("", "_en") + ("" if on.size.name == "full" else f"_{on.size.name}")
        texts = (self.title, self.subtitle, alt, self.source)
        return Chart(self.figure, name + tail, *texts, on.size.name, on.scale, words.lang, name, tuple(self._marks))


def _whole_height(needed: float) -> float:
    """Points a page is tall that needs so many: a whole number of pixels, or its frame when it fits in."""
    on = sheet()
    if on.height is not None and needed <= on.height + 1:
        return on.height
    return -(-(needed - 1e-6) // on.pixel) * on.pixel


def plot_height(points: float) -> float:
    """How tall a plot without rows is, from what it needs: in a frame it takes what the frame has left."""
    return points + sheet().stretch
