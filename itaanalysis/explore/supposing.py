"""What if: a slider for each tool and indicator of a unit, and what the total, the level and the distance become."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Button, Dropdown, FloatSlider, HBox, Layout, VBox

from itaanalysis.explore.names import Names
from itaanalysis.passing import Measure, levers
from itaanalysis.thai.numbers import round_half_up
from itaanalysis.whatif import TOTAL, Supposed, what_if

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_WIDE = Layout(width="30rem")


class WhatIf(VBox):
    """A unit to choose, its sliders, and the result, which follows every move.

    Moving a tool sets aside what was supposed of its parts and indicators, and the other way round. A score nobody has
    counts for nothing until its slider is moved; it starts at the pass mark.
    """

    def __init__(self, year: YearData, names: Names) -> None:
        self.year, self.names = year, names
        self.supposed: dict[Measure, float] = {}
        self._setting = False
        self.unit = Dropdown(layout=_WIDE)
        self.reset = Button(icon="undo")
        self.result = HTML()
        self.sliders = {lever.measure: _slider() for lever in levers(year.criteria)}
        self._levers = {lever.measure: lever for lever in levers(year.criteria)}
        self._headings = {kind: HTML() for kind in ("tools", "indicators")}
        for measure, slider in self.sliders.items():
            slider.observe(lambda change, measure=measure: self._moved(measure, change["new"]), names="value")
        self.unit.observe(lambda change: self.start_again(), names="value")
        self.reset.on_click(lambda button: self.start_again())
        tools = [slider for measure, slider in self.sliders.items() if self._levers[measure].kind != "indicator"]
        indicators = [slider for measure, slider in self.sliders.items() if self._levers[measure].kind == "indicator"]
        columns = HBox(
            [VBox([self._headings["tools"], *tools]), VBox([self._headings["indicators"], *indicators])],
            layout=Layout(flex_flow="row wrap"),
        )
        super().__init__([HBox([self.unit, self.reset]), self.result, columns])
        self.say(names)

    def say(self, names: Names) -> None:
        """Speak the language of `names`."""
        self.names = names
        with self._quietly():
            value = self.unit.value
            self.unit.options = [(names.unit_in_full(unit), unit) for unit in self._units()]
            self.unit.value = value if value in self._units() else self._first()
        self.unit.description, self.reset.description = names.control("unit"), names.control("reset")
        for kind, heading in self._headings.items():
            heading.value = f"<b>{html.escape(names.control(kind))}</b>"
        for measure, slider in self.sliders.items():
            slider.description = names.measure(measure)
        self.start_again()

    def start_again(self) -> None:
        """Every slider where its score is, nothing supposed."""
        self.supposed = {}
        self._show()

    def _units(self) -> list[str]:
        """Units that have any score, in source order."""
        return [unit for unit, scores in self.year.scores_by_unit.items() if scores]

    def _first(self) -> str | None:
        units = self._units()
        return self.year.ops_unit if self.year.ops_unit in units else next(iter(units), None)

    def _moved(self, measure: Measure, value: float) -> None:
        if self._setting:
            return
        tool, kind = self._levers[measure].tool, self._levers[measure].kind
        aside = [one for one, lever in self._levers.items() if lever.tool == tool and lever.kind != kind]
        self.supposed = {one: score for one, score in self.supposed.items() if one not in aside} | {measure: value}
        self._show()

    def _show(self) -> None:
        if self.unit.value is None:
            self.result.value = html.escape(self.names.control("nothing"))
            return
        found = what_if(self.year, self.unit.value, self.supposed)
        known = self.year.scores_by_unit[self.unit.value]
        with self._quietly():
            for measure, slider in self.sliders.items():
                now = self.supposed.get(measure, found.tools.get(str(measure), known.get(measure)))
                # As the slider can hold it: what it rounds by itself would come back as a move.
                slider.value = float(round_half_up(self.year.criteria.pass_mark if now is None else now))
                slider.readout = now is not None
        self.result.value = _told(found, self.year, self.names)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Sliders set in here are not taken for moves of a hand."""
        self._setting = True
        try:
            yield
        finally:
            self._setting = False


def _slider() -> FloatSlider:
    return FloatSlider(
        min=0,
        max=100,
        step=0.01,
        readout_format=".2f",
        layout=_WIDE,
        style={"description_width": "14rem"},
        continuous_update=True,
    )


def _told(found: Supposed, year: YearData, names: Names) -> str:
    """Total, level, distance and change as one line of figures, and why something is not known."""
    words, unknown = names.words, names.control("unknown")
    mark = words.brief(year.criteria.pass_mark)

    def figure(value: float | None, spell: Any) -> str:
        return unknown if value is None else spell(value)

    cells = [
        (names.measure(TOTAL), figure(found.total, words.score)),
        (names.control("level"), year.criteria.level_name(found.level, words.lang)),
        (names.control("distance", mark=mark), figure(found.distance, words.signed)),
        (names.control("change"), figure(found.change, words.signed)),
    ]
    shown = "".join(
        f'<div><div style="font-size: 0.85em">{html.escape(label)}</div>'
        f'<div style="font-size: 1.4em; font-weight: 600">{html.escape(text)}</div></div>'
        for label, text in cells
    )
    reason = found.reason(words.lang)
    below = f"<div>{html.escape(reason)}</div>" if reason else ""
    return (
        f'<div class="ita-what-if" style="display: flex; gap: 2rem; flex-wrap: wrap" role="status">{shown}</div>{below}'
    )
