"""The sheet a chart is laid out on: how wide its place is, and how large its text is printed there.

A chart is laid out in points of its own, in which text has the sizes of theme.toml; `scale` says how many points of
paper one of them is. So a slide and half a column hold the same chart, each in a layout that suits it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from itaanalysis.charts.settings import page_setting, settings
from itaanalysis.words import UnknownWording


@dataclass(frozen=True)
class Size:
    """A size of theme.toml: centimetres on paper, `height_cm` None where the chart is as tall as it needs to be."""

    name: str
    th: str
    en: str
    width_cm: float
    scale: float
    tallest: float
    height_cm: float | None = None

    def pixels(self, centimetres: float) -> int:
        """A length of the finished picture in pixels."""
        return round(centimetres / 2.54 * page_setting("dpi"))

    @property
    def slope(self) -> float | None:
        """Height by width, None where the height is free."""
        return None if self.height_cm is None else self.pixels(self.height_cm) / self.pixels(self.width_cm)


def sizes() -> dict[str, Size]:
    """Every size by its name, "full" first."""
    return {name: Size(name, **entry) for name, entry in settings()["sizes"].items()}


def size_named(name: str) -> Size:
    """The size of that name. Raises UnknownWording for another."""
    known = sizes()
    if name not in known:
        raise UnknownWording(name, known)
    return known[name]


def stamp_words(name: str | None) -> dict[str, str] | None:
    """The words of a stamp by language, None without one. Raises UnknownWording for a stamp the theme has not."""
    known = settings()["stamps"]
    if name is not None and name not in known:
        raise UnknownWording(name, known)
    return None if name is None else dict(known[name])


@dataclass(frozen=True)
class Sheet:
    """The sheet of one chart.

    `height` (points of the layout) is None where it is free; `stretch` are the points that rows and plots may take
    beyond what they need, so as to fill a frame.
    """

    size: Size
    scale: float
    height: float | None = None
    stretch: float = 0.0
    stamp: dict[str, str] | None = field(default=None, compare=False)

    @property
    def pixel(self) -> float:
        """Points of the layout that one pixel of the finished picture takes."""
        return 72 / (page_setting("dpi") * self.scale)

    @property
    def width(self) -> float:
        """Width in points of the layout, a whole number of pixels."""
        return self.size.pixels(self.size.width_cm) * self.pixel

    @property
    def narrow(self) -> bool:
        """Whether labels have no room beside their marks."""
        return self.width < page_setting("narrow")


_CURRENT: ContextVar[Sheet | None] = ContextVar("sheet", default=None)


def sheet() -> Sheet:
    """The sheet of the chart that is being drawn: the full width of the text where none was asked for."""
    current = _CURRENT.get()
    if current is None:
        full = size_named("full")
        return Sheet(full, full.scale)
    return current


@contextmanager
def drawing_on(new: Sheet) -> Iterator[None]:
    """Charts drawn inside this are laid out on `new`."""
    before = _CURRENT.set(new)
    try:
        yield
    finally:
        _CURRENT.reset(before)
