"""The sheet a chart is drawn on, and the finishing step that gives every chart its title, subtitle and source.

Everything is laid out in points from the top left corner of the body, so that text can be measured before it is placed
and the page grows with its rows instead of squeezing them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from itaanalysis.charts.chart import Chart
from itaanalysis.charts.measure import break_lines, text_width
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, middle, page_setting, page_width, role
from itaanalysis.charts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BODY_GAP = 9.0
"""Points between the subtitle and the body, and between the body and the source."""

_STAMP_HEIGHT, _STAMP_PAD, _STAMP_GAP = 14.0, 5.0, 18.0

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
        foot_height = max(sum(role(name).line for _, name in foot), _STAMP_HEIGHT if self._stamp else 0)
        self.top = self.margin + sum(role(name).line for _, name in head) + _BODY_GAP
        needed = self.top + height + _BODY_GAP + foot_height + self.margin
        self.whole = _whole_height(needed)
        self.height = height
        self.figure = Figure(figsize=(page_width() / 72 * _UP, self.whole / 72 * _UP))
        self._stack(head, -self.top + self.margin)
        # In a frame the small print stands at its foot.
        self._stack(foot, height + _BODY_GAP + (self.whole - needed if sheet().height else 0.0))

    def _foot(self, texts: Sequence[str]) -> list[tuple[str, str]]:
        """Small print in lines that leave a stamp its room at the right."""
        room = max((text_width(text, "stamp") for text in (self._stamp or {}).values()), default=-_STAMP_GAP)
        width = self.width - room - _STAMP_GAP
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
            bbox=_halo(halo),
            **_font(role_name) | ({"color": colour(ink)} if ink else {}),
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
            stamp = words(on.stamp["th"], on.stamp["en"])
            self._draw_stamp(stamp)
            alt = words(f"{stamp} {alt}", f"{stamp}. {alt}")
        tail = words("", "_en") + ("" if on.size.name == "full" else f"_{on.size.name}")
        texts = (self.title, self.subtitle, alt, self.source)
        return Chart(self.figure, name + tail, *texts, on.size.name, on.scale, words.lang, name)

    def _draw_stamp(self, stamp: str) -> None:
        """A framed word in the lower right corner."""
        from matplotlib.patches import FancyBboxPatch

        width = text_width(stamp, "stamp")
        y = self.whole - self.margin - self.top - _STAMP_HEIGHT / 2
        self.text(self.width - _STAMP_PAD, y, stamp, "stamp", ha="right")
        left, low = self.margin + self.width - width - 2 * _STAMP_PAD, self.margin + 0.5
        frame = FancyBboxPatch(
            (left, low),
            width + 2 * _STAMP_PAD - 0.5,
            _STAMP_HEIGHT - 1,
            boxstyle="round,pad=0,rounding_size=2",
            transform=self._points(),
            facecolor="none",
            edgecolor=colour("muted"),
            linewidth=0.8,
        )
        self.figure.add_artist(frame)

    def _points(self) -> Any:
        """The transform from points of the page, counted from its lower left corner."""
        from matplotlib.transforms import Affine2D

        return Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans


def _whole_height(needed: float) -> float:
    """Points a page is tall that needs so many: a whole number of pixels, or its frame when it fits in."""
    on = sheet()
    if on.height is not None and needed <= on.height + 1:
        return on.height
    return -(-(needed - 1e-6) // on.pixel) * on.pixel


def plot_height(points: float) -> float:
    """How tall a plot without rows is, from what it needs: in a frame it takes what the frame has left."""
    return points + sheet().stretch


def label(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    role_name: str,
    ha: str = "left",
    dx: float = 0,
    dy: float = 0,
    halo: bool = False,
) -> None:
    """Set one line of text beside a data point: its middle `dy` points under `y`, `dx` points right of `x`.

    A `halo`, a patch of paper behind the letters, keeps them clear of a line that runs there.
    """
    axes.annotate(
        text,
        (x, y),
        xytext=(dx, -dy - middle(role(role_name).size)),
        textcoords="offset points",
        ha=ha,
        va="baseline",
        annotation_clip=False,
        bbox=_halo(halo),
        **_font(role_name),
    )


def x_ticks(axes: Axes, ticks: Sequence[float], words: Callable[[float], str]) -> None:
    """Light vertical grid lines at `ticks`, named under the axes."""
    axes.set_xticks(list(ticks), [words(tick) for tick in ticks])
    axes.grid(axis="x")


def y_ticks(axes: Axes, ticks: Sequence[float], words: Callable[[float], str]) -> None:
    """Light horizontal grid lines at `ticks`, named left of the axes."""
    axes.set_yticks(list(ticks), [""] * len(ticks))
    axes.grid(axis="y")
    for tick in ticks:
        label(axes, axes.get_xlim()[0], tick, words(tick), "quiet", ha="right", dx=-6)


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """At most `most` + 1 round numbers from `low` to `high`."""
    from matplotlib.ticker import MaxNLocator

    ticks = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    slack = (high - low) * 1e-9
    return [float(tick) for tick in ticks if low - slack <= tick <= high + slack]


def spread_labels(
    wanted: Sequence[tuple[float, str]], role_name: str, left: float, right: float
) -> list[tuple[float, int]]:
    """Places for labels centred over positions on one line: (left edge in points, level), 0 the lowest level.

    A label that would leave `left`..`right` is moved in; one that would touch another goes a level higher.
    """
    placed: list[tuple[float, float, int]] = []
    gap = 6.0
    for centre, text in wanted:
        width = text_width(text, role_name)
        start = max(left, min(centre - width / 2, right - width))
        level = 0
        while any(level == taken and start < end + gap and begin < start + width + gap for begin, end, taken in placed):
            level += 1
        placed.append((start, start + width, level))
    return [(start, level) for start, _, level in placed]


def flag_labels(
    lines: Sequence[tuple[float, str]], role_name: str, left: float, right: float
) -> list[tuple[float, int]]:
    """Places for the names of upright lines, as `spread_labels`.

    The leftmost name ends at its line and the others begin at theirs, so that no line runs through a name; a name that
    has no room on its side stands on the other, a level higher if need be.
    """
    first = min((x for x, _ in lines), default=0.0)
    centred = []
    for x, text in lines:
        width = text_width(text, role_name)
        start = x - width if x == first and len(lines) > 1 else x
        if start < left or start + width > right:
            start = x if start < x else x - width
        centred.append((start + width / 2, text))
    return spread_labels(centred, role_name, left, right)


def no_data(name: str, words: Wording, what_th: str, what_en: str, fiscal_year: int) -> Chart:
    """The chart of a table without rows: it says what is missing and for which year."""
    title = words(
        f"ยังไม่มีข้อมูล{what_th} {words.fiscal_year(fiscal_year)}",
        f"No data yet on {what_en}, {words.fiscal_year(fiscal_year)}",
    )
    height = 3 * role("label").line
    page = Page(title, "", "", height)
    page.figure.add_artist(_frame(page))
    page.text(
        page.width / 2,
        height / 2,
        words("เมื่อกรอกข้อมูลแล้ว แผนภูมิจะปรากฏที่นี่", "The chart appears here once the data are filled in."),
        "quiet",
        ha="center",
    )
    return page.finish(name, words, title)


def _frame(page: Page) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle(
        (page.margin / page_width(), 1 - (page.height + page.top) / page.whole),
        page.width / page_width(),
        page.height / page.whole,
        facecolor="none",
        edgecolor=colour("rule"),
        linewidth=0.8,
        linestyle=(0, (2, 3)),
    )


def _halo(halo: bool) -> dict[str, Any] | None:
    return {"boxstyle": "square,pad=0.08", "facecolor": colour("paper"), "edgecolor": "none"} if halo else None


def _font(role_name: str) -> dict[str, Any]:
    setting = role(role_name)
    return {"family": setting.families, "size": setting.size, "color": setting.colour}
