"""The framed word in the lower right corner of a chart that is a draft or final."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from itaanalysis.charts.measure import text_width
from itaanalysis.charts.theme import colour

if TYPE_CHECKING:
    from itaanalysis.charts.page import Page

HEIGHT = 14.0
_PAD, _GAP = 5.0, 18.0


def room(words: Mapping[str, str] | None) -> float:
    """Points that small print leaves to a stamp, which may be in any of its languages; none without a stamp."""
    return max(text_width(text, "stamp") for text in words.values()) + _GAP if words else 0.0


def draw(page: Page, text: str) -> None:
    """Set the word and its frame."""
    from matplotlib.patches import FancyBboxPatch
    from matplotlib.transforms import Affine2D

    width = text_width(text, "stamp")
    page.text(page.width - _PAD, page.whole - page.margin - page.top - HEIGHT / 2, text, "stamp", ha="right")
    # Points of the page, counted from its lower left corner.
    points = Affine2D().scale(1 / 72) + page.figure.dpi_scale_trans
    left, low = page.margin + page.width - width - 2 * _PAD, page.margin + 0.5
    frame = FancyBboxPatch(
        (left, low),
        width + 2 * _PAD - 0.5,
        HEIGHT - 1,
        boxstyle="round,pad=0,rounding_size=2",
        transform=points,
        facecolor="none",
        edgecolor=colour("muted"),
        linewidth=0.8,
    )
    page.figure.add_artist(frame)
