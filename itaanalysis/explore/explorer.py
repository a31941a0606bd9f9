"""The explorer: years, units, scores and the mark to choose, and the drawing and the table that follow."""

from __future__ import annotations

import html
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from ipywidgets import HTML, Button, HBox, Tab, ToggleButtons, VBox

from itaanalysis.explore.look import style
from itaanalysis.explore.names import Names
from itaanalysis.explore.offers import Offer, choice_list, classed, offer
from itaanalysis.explore.picture import Picture, picture
from itaanalysis.explore.saving import save_picture, save_table
from itaanalysis.explore.score_slider import ScoreSlider
from itaanalysis.explore.scores import Selection, chosen, every_score, measures
from itaanalysis.explore.supposing import WhatIf
from itaanalysis.explore.table import table
from itaanalysis.year import YearData, load

_LANGUAGES = (("ไทย", "th"), ("English", "en"))
_STEP = 0.5


class Explorer(VBox):
    """Scores to choose from with a drawing and a table that follow every click, and a second page for what-if.

    `year` is a fiscal year (Buddhist era) or its loaded data, `root` the folder that holds data/. Raises what
    `itaanalysis.load` raises, and UnknownWording for another language than "th" and "en".
    """

    def __init__(self, year: YearData | int, lang: str = "th", root: str | os.PathLike[str] | None = None) -> None:
        self.year = load(year, root) if isinstance(year, int) else year
        self._names = cache(lambda spoken: Names(self.year, spoken))
        self.names = self._names(lang)
        self.scores = every_score(self.year)
        self._quiet = False

        self.language = ToggleButtons(options=_LANGUAGES, value=lang, style={"button_width": "6rem"})
        self.years, self.units, self.measures = choice_list(), choice_list(), choice_list()
        mark = self.year.criteria.pass_mark
        self.threshold = ScoreSlider(self.names, mark, mark, _STEP)
        self.everything, self.save_chart, self.save_table = Button(), Button(), Button()
        self.heading, self.drawing, self.table, self.message = HTML(), HTML(), HTML(), HTML()
        self.what_if = WhatIf(self.year, self.names)
        self._pages = Tab([self._scores_page(), self.what_if])
        self._listen()
        self._offer()
        self.say(lang)
        super().__init__([HTML(style(), layout={"display": "none"}), self.heading, self.language, self._pages])
        self.add_class("ita-explore")

    @property
    def selection(self) -> Selection:
        """What is chosen now."""
        mark = self.year.criteria.pass_mark if self.threshold.value is None else self.threshold.value
        return Selection(tuple(self.years.value), tuple(self.units.value), tuple(self.measures.value), mark)

    @property
    def shown(self) -> pd.DataFrame:
        """The scores chosen: fiscal_year, unit, measure, score, source, distance, reached."""
        return chosen(self.scores, self.selection)

    @property
    def picture(self) -> Picture:
        """The drawing as it stands."""
        return picture(self.shown, self.selection, self.names)

    def say(self, lang: str) -> None:
        """Speak a language: th or en."""
        names = self.names = self._names(lang)
        self.show()
        self.threshold.say(names, names.control("threshold"))
        for name in ("years", "units", "measures", "everything", "save_chart", "save_table"):
            getattr(self, name).description = names.control(name)
        heading = names.control("heading", year=names.words.fiscal_year(self.year.fiscal_year))
        hint = names.control("hint", folder=f"figures/{self.year.fiscal_year}")
        self.heading.value = f'<h1 lang="{lang}">{html.escape(heading)}</h1><p lang="{lang}">{html.escape(hint)}</p>'
        self._pages.titles = [names.control("scores"), names.control("what_if")]
        self.message.value = html.escape(names.control("no_scores")) if self.scores.empty else ""
        # The words of what may be a thousand options come last: nobody waits for them.
        self._offer()
        self.what_if.say(names)

    def show(self) -> None:
        """Draw what is chosen."""
        if self._quiet:
            return
        selection = self.selection
        scores = chosen(self.scores, selection)
        self.save_chart.disabled = self.save_table.disabled = scores.empty
        if self.scores.empty:
            return
        self.drawing.value = picture(scores, selection, self.names).svg
        self.table.value = table(scores, selection, self.names)

    def _offer(self) -> None:
        with self._quietly():
            for control, options, first in self._offers():
                offer(control, options, first)

    def _offers(self) -> list[Offer]:
        """What there is to choose in each list, and what is chosen at the beginning."""
        years, units = sorted(self.scores["fiscal_year"].unique().tolist()), self.scores["unit"].unique().tolist()
        names, scored = self.names, measures(self.year, self.scores)
        return [
            (self.years, [(names.year(year), year) for year in years], years[-1:]),
            (self.units, [(names.unit_in_full(unit), unit) for unit in units], units),
            (self.measures, [(names.measure(measure), measure) for measure in scored], scored[:1]),
        ]

    def _scores_page(self) -> VBox:
        choices = [
            classed(VBox([self.years]), "ita-choice", "ita-years"),
            classed(VBox([self.units, self.everything]), "ita-choice", "ita-units"),
            classed(VBox([self.measures]), "ita-choice", "ita-measures"),
            classed(VBox([self.threshold]), "ita-choice", "ita-threshold"),
        ]
        buttons = classed(HBox([self.save_chart, self.save_table, self.message]), "ita-save")
        drawing, scores = classed(self.drawing, "ita-drawing"), classed(self.table, "ita-scores")
        return VBox([classed(HBox(choices), "ita-choices"), buttons, drawing, scores])

    def _listen(self) -> None:
        self.language.observe(lambda change: self.say(change["new"]), names="value")
        for control in (self.years, self.units, self.measures, self.threshold):
            control.observe(lambda change: self.show(), names="value")
        self.everything.on_click(self._choose_all)
        self.save_chart.on_click(lambda button: self._save(lambda folder: save_picture(self.picture, folder)[-1]))
        self.save_table.on_click(
            lambda button: self._save(
                lambda folder: save_table(self.shown, self.names, self.selection.threshold, folder)
            )
        )

    def _choose_all(self, button: Any) -> None:
        self.units.value = tuple(value for _, value in self.units.options)

    def _save(self, write: Any) -> None:
        folder: Path = self.year.workspace.figures(self.year.fiscal_year)
        self.message.value = html.escape(self.names.control("saving"))
        try:
            said = self.names.control("saved", path=str(write(folder)))
        except OSError as error:
            said = self.names.control("not_saved", folder=str(folder), why=str(error.strerror))
        self.message.value = f'<span role="status">{html.escape(said)}</span>'

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Nothing is drawn while several controls are set at once."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
