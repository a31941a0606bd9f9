"""What if: a slider for each tool and indicator of a unit, and what the total, the level and the distance become."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Button, Dropdown, HBox, VBox

from itaanalysis.explore.names import Names
from itaanalysis.explore.offers import classed
from itaanalysis.explore.score_slider import ScoreSlider
from itaanalysis.explore.scores import in_order
from itaanalysis.passing import Measure, levers
from itaanalysis.thai.rounding import round_half_up
from itaanalysis.whatif import TOTAL, Supposed, what_if

if TYPE_CHECKING:
    from itaanalysis.year import YearData


class WhatIf(VBox):
    """A unit to choose, its sliders, and the result, which follows every move.

    Moving a tool sets aside what was supposed of its parts and indicators, and the other way round. A score nobody has
    counts for nothing until its slider is moved, which begins at the pass mark.
    """

    def __init__(self, year: YearData, names: Names) -> None:
        self.year, self.names = year, names
        self.supposed: dict[Measure, float] = {}
        self._setting = False
        self.unit, self.reset = Dropdown(), Button(icon="undo")
        self.result = classed(HTML(), "ita-result")
        self._levers = {lever.measure: lever for lever in levers(year.criteria)}
        start = year.criteria.pass_mark
        self.sliders = {measure: ScoreSlider(names, None, start) for measure in in_order(levers(year.criteria))}
        self._headings = {kind: classed(HTML(), "ita-kind") for kind in ("tools", "indicators")}
        for measure, slider in self.sliders.items():
            slider.observe(lambda change, measure=measure: self._moved(measure, change["new"]), names="value")
        self.unit.observe(lambda change: self._chosen(), names="value")
        self.reset.on_click(lambda button: self.start_again())
        unit = classed(HBox([self.unit, self.reset]), "ita-unit")
        super().__init__([unit, self.result, classed(HBox(self._columns()), "ita-sliders")])
        self.say(names)

    def say(self, names: Names) -> None:
        """Speak the language of `names`."""
        self.names = names
        with self._quietly():
            value = self.unit.value
            self.unit.options = [(names.unit_in_full(unit), unit) for unit in self._units()]
            self.unit.value = value if value in self._units() else self._first()
            for measure, slider in self.sliders.items():
                slider.say(names, names.measure(measure))
        self.unit.description, self.reset.description = names.control("unit"), names.control("reset")
        for kind, heading in self._headings.items():
            heading.value = html.escape(names.control(kind))
        self._show()

    def _columns(self) -> list[VBox]:
        indicators = [slider for measure, slider in self.sliders.items() if self._levers[measure].kind == "indicator"]
        tools = [slider for slider in self.sliders.values() if slider not in indicators]
        return [VBox([self._headings["tools"], *tools]), VBox([self._headings["indicators"], *indicators])]

    def start_again(self) -> None:
        """Every slider where its score is, nothing supposed."""
        self.supposed = {}
        self._show()

    def _chosen(self) -> None:
        # A list that is worded anew forgets for a moment what was chosen: nobody has chosen another unit.
        if not self._setting:
            self.start_again()

    def _units(self) -> list[str]:
        """Units that have any score, in source order."""
        return [unit for unit, scores in self.year.scores_by_unit.items() if scores]

    def _first(self) -> str | None:
        units = self._units()
        return self.year.ops_unit if self.year.ops_unit in units else next(iter(units), None)

    def _moved(self, measure: Measure, value: float | None) -> None:
        if self._setting or value is None:
            return
        tool, kind = self._levers[measure].tool, self._levers[measure].kind
        aside = [one for one, lever in self._levers.items() if lever.tool == tool and lever.kind != kind]
        self.supposed = {one: score for one, score in self.supposed.items() if one not in aside} | {measure: value}
        self._show()

    def _show(self) -> None:
        if self.unit.value is None:
            self.result.value = html.escape(self.names.control("no_scores"))
            return
        found = what_if(self.year, self.unit.value, self.supposed)
        known = self.year.scores_by_unit[self.unit.value]
        with self._quietly():
            for measure, slider in self.sliders.items():
                now = self.supposed.get(measure, found.tools.get(str(measure), known.get(measure)))
                slider.value = None if now is None else float(round_half_up(now))
        self.result.value = _told(found, self.year, self.names)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Sliders set in here are not taken for moves of a hand."""
        self._setting = True
        try:
            yield
        finally:
            self._setting = False


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
        f"<div><span>{html.escape(label)}</span><strong>{html.escape(text)}</strong></div>" for label, text in cells
    )
    reason = found.reason(words.lang)
    below = f"<div>{html.escape(reason)}</div>" if reason else ""
    return f'<div class="ita-what-if" role="status"><div class="ita-figures">{shown}</div>{below}</div>'
