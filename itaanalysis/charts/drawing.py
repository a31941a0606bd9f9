"""What makes a function that lays out a chart into one that draws it at any size, stamped or not."""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, cast

from itaanalysis.charts.chart import Chart
from itaanalysis.charts.page import TooNarrow
from itaanalysis.charts.sheet import Sheet, drawing_on, size_named, stamp_words
from itaanalysis.charts.theme import theme
from itaanalysis.errors import UserError

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_STEP, _STEPS = 0.94, 32
"""In a frame the text gets smaller step by step until everything fits: to a seventh of its largest."""

_GUESSES = 4


class NothingToDraw(UserError, TypeError):
    """A chart is asked of the number of a year, not of a year in hand."""

    def __init__(self, what: int | str) -> None:
        super().__init__(
            f"แผนภูมิวาดจากปีที่อ่านแล้ว โปรดเขียน ita.load({what}) แทน {what} · "
            f"A chart is drawn from a year in hand: write ita.load({what}) in place of {what}."
        )


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
        (full, half, slide, square); `stamp` "draft", "final" or None. Raises UnknownWording for any other,
        NothingToDraw for the mere number of a year.
        """


def chart(lay_out: Callable[..., Chart]) -> Draw:
    """Decorates a function that lays out a chart, of a year, a language and digits, in the theme on the sheet there is.

    The chart it makes takes a `size` and a `stamp` too. Where the size has a height, it is laid out several times: with
    the largest text that lets everything fit, and once more to fill the frame.
    """

    @functools.wraps(lay_out)
    def draw(*year: Any, size: str = "full", stamp: str | None = None, **more: Any) -> Chart:
        if year and isinstance(year[0], int | str):
            raise NothingToDraw(year[0])
        place = size_named(size)
        on = Sheet(place, place.scale, stamp=stamp_words(stamp))
        with theme():
            asked = functools.partial(lay_out, *year, **more)
            return _unframed(asked, on) if place.slope is None else _framed(asked, on, place.slope)

    signature = inspect.signature(lay_out)
    added = {"size": "full", "stamp": None}
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default) for name, default in added.items()
    ]
    # What help() and an editor show.
    draw.__dict__["__signature__"] = signature.replace(parameters=[*signature.parameters.values(), *options])
    return cast(Draw, draw)


def _laid_out(lay_out: Callable[[], Chart], on: Sheet) -> Chart:
    with drawing_on(on):
        return lay_out()


def _smaller(on: Sheet) -> list[Sheet]:
    """The sheet, and those on which its text is smaller, step by step."""
    return [replace(on, scale=on.scale * _STEP**step) for step in range(_STEPS)]


def _unframed(lay_out: Callable[[], Chart], on: Sheet) -> Chart:
    """The chart as tall as it needs to be; its text is made smaller only where a plot would have no width."""
    for one in _smaller(on)[:-1]:
        try:
            return _laid_out(lay_out, one)
        except TooNarrow:
            continue
    return _laid_out(lay_out, _smaller(on)[-1])


def _framed(lay_out: Callable[[], Chart], on: Sheet, slope: float) -> Chart:
    """The chart in its frame, its text as large as fits."""
    sheets = _smaller(on)
    spare: dict[int, float] = {}
    first, last, tried = 0, _STEPS - 1, 0
    while first < last or last not in spare:
        height = _height(lay_out, sheets[tried])
        spare[tried] = sheets[tried].width * slope - height
        first, last = (first, tried) if spare[tried] >= 0 else (min(tried + 1, last), last)
        # Where it would fit if it stayed as tall; after some tries in the middle of what is left.
        fits = math.ceil(math.log(sheets[0].width * slope / height, _STEP)) if math.isfinite(height) else first
        tried = (first + last) // 2 if len(spare) > _GUESSES else min(max(fits, first), max(first, last - 1))
    fitting = sheets[last]
    return _laid_out(lay_out, replace(fitting, height=fitting.width * slope, stretch=max(0.0, spare[last])))


def _height(lay_out: Callable[[], Chart], on: Sheet) -> float:
    """Points the chart is tall on a sheet; infinite where a plot would have no width."""
    try:
        return float(_laid_out(lay_out, on).figure.get_size_inches()[1]) * 72
    except TooNarrow:
        return math.inf
