"""A score to slide or to type."""

from __future__ import annotations

import html
from typing import Any

from ipywidgets import HTML, FloatSlider, HBox, Layout, Text
from traitlets import Float

from itaanalysis.explore.names import Names
from itaanalysis.thai.numbers import read_number
from itaanalysis.thai.rounding import NumberError, round_half_up
from itaanalysis.whatif import HIGHEST, LOWEST

_WIDE = Layout(width="auto")


class ScoreSlider(HBox):
    """A slider from 0 to 100 and beside it the figure, in the digits of the language, which can be typed in any.

    `value` is the score with two decimals, None where there is none; then the slider stands at `start` until it is
    moved. The slider itself stands at the nearest `step`, so that keys move it a fair way; what is typed is kept as it
    is. What is not a score is refused in words.
    """

    value = Float(None, allow_none=True)

    def __init__(self, names: Names, value: float | None, start: float, step: float = 0.1) -> None:
        self.names, self._start = names, start
        self.slider = FloatSlider(min=LOWEST, max=HIGHEST, step=step, readout=False, layout=_WIDE)
        self.entry = Text(continuous_update=False, layout=_WIDE)
        self.refusal = HTML()
        super().__init__([self.slider, self.entry, self.refusal])
        self.add_class("ita-score")
        self.value = value
        self._show()
        self.slider.observe(self._slid, names="value")
        self.entry.observe(self._typed, names="value")
        self.observe(lambda change: self._show(), names="value")

    @property
    def description(self) -> str:
        """What it is the score of."""
        return str(self.slider.description)

    def say(self, names: Names, description: str) -> None:
        """Speak the language of `names`, and be the score of what `description` says."""
        self.names = names
        self.slider.description = self.entry.description = description
        self.slider.tooltip = self.entry.tooltip = description
        self._show()

    def _show(self) -> None:
        (self.add_class if self.value is None else self.remove_class)("ita-unknown")
        self.slider.value, self.entry.value, self.refusal.value = self._stand(), self._figure(), ""

    def _stand(self) -> float:
        """Where the slider stands: its own steps are all it knows, and it would tell another place as a move."""
        score = self._start if self.value is None else self.value
        return float(min(HIGHEST, round(round(score / self.slider.step) * self.slider.step, 6)))

    def _figure(self) -> str:
        return "–" if self.value is None else self.names.words.number(self.value)

    def _slid(self, change: dict[str, Any]) -> None:
        if abs(change["new"] - self._stand()) > self.slider.step / 2:
            self.value = float(round_half_up(change["new"]))

    def _typed(self, change: dict[str, Any]) -> None:
        typed = change["new"]
        if typed == self._figure():
            return
        score = _score(typed)
        if score is not None:
            self.value = score
        self._show()
        if score is None:
            low, high = (self.names.words.brief(end) for end in (LOWEST, HIGHEST))
            said = self.names.control("refused", typed=typed, low=low, high=high)
            self.refusal.value = f'<span role="alert">{html.escape(said)}</span>'


def _score(typed: str) -> float | None:
    """The score typed, in Thai or Arabic digits; None when it is none."""
    try:
        score = float(round_half_up(read_number(typed)))
    except NumberError:
        return None
    return score if LOWEST <= score <= HIGHEST else None
