"""The pieces a drawing is made of: SVG written by hand, so that it is there at once."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from itaanalysis.charts.settings import settings
from itaanalysis.explore.names import Names
from itaanalysis.passing import Measure

WIDTH = 760
_MARGIN, _HEAD = 12, 6

_COLOURS = settings()["colours"]
_HALO = f'stroke="{_COLOURS["paper"]}" stroke-width="4" paint-order="stroke"'
# Written on each mark: a style sheet inside the drawing would restyle the page it stands in.
LOOK = {
    "title": f'font-size="18" font-weight="600" fill="{_COLOURS["ink"]}"',
    "strong": f'font-weight="600" fill="{_COLOURS["ink"]}"',
    "heading": f'font-weight="600" fill="{_COLOURS["ink"]}" {_HALO}',
    "label": f'fill="{_COLOURS["ink"]}"',
    "quiet": f'fill="{_COLOURS["muted"]}"',
    "small": f'font-size="13" fill="{_COLOURS["muted"]}"',
    "grid": f'stroke="{_COLOURS["grid"]}"',
    "mark": f'stroke="{_COLOURS["ink"]}" stroke-width="1.5"',
    "way": f'stroke="{_COLOURS["light"]}" stroke-width="2"',
    "before": f'fill="{_COLOURS["paper"]}" stroke="{_COLOURS["muted"]}" stroke-width="1.5"',
    "dot": f'fill="{_COLOURS["main"]}"',
    "below": f'fill="{_COLOURS["alert"]}"',
    "short": f'fill="{_COLOURS["paper"]}" stroke="{_COLOURS["alert"]}" stroke-width="2"',
}


def text(x: float, y: float, words: str, role: str, anchor: str = "start") -> str:
    """One line of text in one of the roles of LOOK."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" {LOOK[role]}>{html.escape(words)}</text>'


def hovered(mark: str, told: str) -> str:
    """A mark that tells something when it is pointed at."""
    return f"<g>{mark}<title>{html.escape(told)}</title></g>"


def told(score: Any, mark: float, names: Names) -> str:
    """What a row of `chosen` tells: whose score, of what, when, how much and how far from the mark."""
    figure = f"{names.score(score.score, mark)} ({names.distance(score.distance)})"
    measure, year = names.measure(as_measure(score.measure)), names.year(score.fiscal_year)
    return f"{names.unit_in_full(score.unit)} · {measure} {year}: {figure}"


def as_measure(measure: Any) -> Measure:
    """A measure as it comes out of a table."""
    return measure if isinstance(measure, str) else int(measure)


def svg(parts: Iterable[str], height: float, alt: str) -> str:
    """The finished drawing on paper of its own."""
    across = WIDTH + 2 * _MARGIN
    size = f'width="{across}" height="{height + _HEAD:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_MARGIN} {-_HEAD} {across} {height + _HEAD:g}" {size} '
        f'role="img" aria-label="{html.escape(alt)}" '
        f'font-family="Sarabun, sans-serif" font-size="14" style="max-width: 100%; height: auto">'
        f'<rect x="{-_MARGIN}" y="{-_HEAD}" {size} fill="{_COLOURS["paper"]}"/>{"".join(parts)}</svg>'
    )
