"""What makes a function that lays out a chart into one that draws it at any size, stamped or not."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, cast

from itaanalysis.charts.chart import Chart
from itaanalysis.charts.sheet import Sheet, drawing_on, size_named, stamp_words
from itaanalysis.charts.theme import theme

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_STEP, _STEPS = 0.94, 32
"""In a frame the text gets smaller step by step until everything fits: to a seventh of its largest."""


class Draw(Protocol):
    """A chart function, `charts.unit_scores` and its like."""

    __name__: str

    def __call__(
        self,
        year: YearData,
        lang: str = "th",
        digits: str | None = None,
        *,
        size: str = "full",
        stamp: str | None = None,
        **more: Any,
    ) -> Chart:
        """Draw the chart of a year.

        `lang` is "th" or "en"; `digits` "thai", "arabic" or None for the language's own; `size` a size of theme.toml
        (full, half, slide, square); `stamp` "draft", "final" or None. Raises UnknownWording for any other.
        """


def chart(lay_out: Callable[..., Chart]) -> Draw:
    """Decorates a function that lays out a chart, of a year, a language and digits, on the sheet there is.

    The chart it makes takes a `size` and a `stamp` too. Where the size has a height, it is laid out several times: with
    the largest text that lets everything fit, and once more to fill the frame.
    """

    @functools.wraps(lay_out)
    def draw(*year: Any, size: str = "full", stamp: str | None = None, **more: Any) -> Chart:
        place = size_named(size)
        on = Sheet(place, place.scale, stamp=stamp_words(stamp))
        with theme():
            if place.slope is None:
                return _laid_out(lay_out, on, *year, **more)
            return _framed(functools.partial(lay_out, *year, **more), on, place.slope)

    signature = inspect.signature(lay_out)
    added = {"size": "full", "stamp": None}
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default) for name, default in added.items()
    ]
    # What help() and an editor show.
    draw.__dict__["__signature__"] = signature.replace(parameters=[*signature.parameters.values(), *options])
    return cast(Draw, draw)


def _laid_out(lay_out: Callable[..., Chart], on: Sheet, *year: Any, **more: Any) -> Chart:
    with drawing_on(on):
        return lay_out(*year, **more)


def _framed(lay_out: Callable[[], Chart], on: Sheet, slope: float) -> Chart:
    """The chart in its frame, its text as large as fits."""
    sheets = [replace(on, scale=on.scale * _STEP**step) for step in range(_STEPS)]
    spare: dict[int, float] = {}
    first, last = 0, _STEPS - 1
    while first < last or last not in spare:
        tried = (first + last) // 2
        height = _laid_out(lay_out, sheets[tried]).figure.get_size_inches()[1] * 72
        spare[tried] = sheets[tried].width * slope - height
        first, last = (first, tried) if spare[tried] >= 0 else (tried + 1, last)
    fitting = sheets[last]
    return _laid_out(lay_out, replace(fitting, height=fitting.width * slope, stretch=max(0.0, spare[last])))
