"""Room for texts inside a plot: what is taken, and which of some places is free."""

from __future__ import annotations

from collections.abc import Iterable

from itaanalysis.charts.measure import text_width
from itaanalysis.charts.theme import role

Place = tuple[float, float]
"""The middle of a text, in points from the lower left corner of a plot."""


class Room:
    """A plot of `width` points in which texts find places that touch neither one another nor marks, and stay inside."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._taken: list[tuple[float, float, float, float]] = []

    def take(self, place: Place, width: float, height: float) -> None:
        """Nothing is placed here any more."""
        self._taken.append(_box(place, width, height))

    def place(self, text: str, role_name: str, places: Iterable[Place]) -> Place | None:
        """The first of `places` where the text touches nothing, which is then taken; None where there is none."""
        width, height = text_width(text, role_name), role(role_name).line - 1
        for place in places:
            left, right, low, high = _box(place, width, height)
            inside = left >= 0 and right <= self.width
            if inside and not any(a < right and left < b and c < high and low < d for a, b, c, d in self._taken):
                self.take(place, width, height)
                return place
        return None


def _box(place: Place, width: float, height: float) -> tuple[float, float, float, float]:
    x, y = place
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2
