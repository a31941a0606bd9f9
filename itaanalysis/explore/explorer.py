"""The explorer: years, units, scores and the mark to choose, and the drawing and the table that follow."""

from __future__ import annotations

import html
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pandas as pd
from ipywidgets import HTML, Button, FloatText, HBox, Layout, SelectMultiple, Tab, ToggleButtons, VBox

from itaanalysis.explore.names import Names
from itaanalysis.explore.picture import Picture, picture
from itaanalysis.explore.saving import save_picture, save_table
from itaanalysis.explore.scores import TOTAL, Selection, chosen, every_score, measures
from itaanalysis.explore.supposing import WhatIf
from itaanalysis.report.html_tables import table as html_table
from itaanalysis.year import YearData, load

ROWS_SHOWN = 100
"""Rows of the table on the screen; the saved file has them all."""
_LANGUAGES = (("ไทย", "th"), ("English", "en"))


class Explorer(VBox):
    """Scores to choose from with a drawing and a table that follow every click, and a second page for what-if.

    `year` is a fiscal year (Buddhist era) or its loaded data, `root` the folder that holds data/. Raises what
    `itaanalysis.load` raises, and UnknownWording for another language than "th" and "en".
    """

    def __init__(self, year: YearData | int, lang: str = "th", root: str | os.PathLike[str] | None = None) -> None:
        self.year = load(year, root) if isinstance(year, int) else year
        self.names = Names(self.year, lang)
        self.scores = every_score(self.year)
        self._all_units = self.scores["unit"].unique().tolist()
        self._all_years = sorted(self.scores["fiscal_year"].unique().tolist())
        self._all_measures = measures(self.year, self.scores)
        self._quiet = False

        self.language = ToggleButtons(options=_LANGUAGES, value=lang, style={"button_width": "6rem"})
        self.years = _list(4, "10rem")
        self.units = _list(8, "26rem")
        self.measures = _list(8, "24rem")
        self.threshold = FloatText(value=self.year.criteria.pass_mark, step=0.5, layout=Layout(width="10rem"))
        self.everything, self.save_chart, self.save_table = (Button(layout=Layout(width="auto")) for _ in range(3))
        self.drawing, self.table, self.message = HTML(), HTML(), HTML()
        self._labels = {name: HTML() for name in ("years", "units", "measures", "threshold")}
        self.what_if = WhatIf(self.year, self.names)
        self._pages = Tab([self._scores_page(), self.what_if])
        self._listen()
        self.say(lang)
        super().__init__([self.language, self._pages])

    @property
    def selection(self) -> Selection:
        """What is chosen now; where nothing is chosen of a kind, everything is."""
        return Selection(
            tuple(self.years.value or self._all_years),
            tuple(self.units.value or self._all_units),
            tuple(self.measures.value or self._all_measures[:1]),
            self.threshold.value,
        )

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
        names = self.names = Names(self.year, lang)
        with self._quietly():
            _offer(self.years, [(names.year(year), year) for year in self._all_years], self._all_years[-1:])
            _offer(self.units, [(names.unit_in_full(unit), unit) for unit in self._all_units], self._all_units)
            _offer(self.measures, [(names.measure(one), one) for one in self._all_measures], [TOTAL])
        for name, label in self._labels.items():
            label.value = f"<b>{html.escape(names.control(name))}</b>"
        for name in ("everything", "save_chart", "save_table"):
            getattr(self, name).description = names.control(name)
        self._pages.titles = [names.control("scores"), names.control("what_if")]
        self.message.value = ""
        self.what_if.say(names)
        self.show()

    def show(self) -> None:
        """Draw what is chosen."""
        if self._quiet:
            return
        selection = self.selection
        scores = chosen(self.scores, selection)
        self.drawing.value = picture(scores, selection, self.names).svg
        self.table.value = _table(scores, self.names, selection.threshold)

    def _scores_page(self) -> VBox:
        lists = [
            VBox([self._labels[name], getattr(self, name)]) for name in ("years", "units", "measures", "threshold")
        ]
        lists[1].children = (*lists[1].children, self.everything)
        buttons = HBox([self.save_chart, self.save_table, self.message])
        return VBox([HBox(lists, layout=Layout(flex_flow="row wrap")), self.drawing, buttons, self.table])

    def _listen(self) -> None:
        self.language.observe(lambda change: self.say(change["new"]), names="value")
        for control in (self.years, self.units, self.measures, self.threshold):
            control.observe(lambda change: self.show(), names="value")
        self.everything.on_click(self._choose_all)
        self.save_chart.on_click(self._save_chart)
        self.save_table.on_click(self._save_table)

    def _choose_all(self, button: Any) -> None:
        self.units.value = tuple(self._all_units)

    def _save_chart(self, button: Any) -> None:
        folder = self.year.workspace.figures(self.year.fiscal_year)
        self._tell_saved(save_picture(self.picture, folder)[-1])

    def _save_table(self, button: Any) -> None:
        folder = self.year.workspace.figures(self.year.fiscal_year)
        self._tell_saved(save_table(self.shown, self.names, folder))

    def _tell_saved(self, path: os.PathLike[str]) -> None:
        self.message.value = html.escape(self.names.control("saved", path=str(path)))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Nothing is drawn while several controls are set at once."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False


def _list(rows: int, width: str) -> SelectMultiple:
    return SelectMultiple(rows=rows, layout=Layout(width=width))


def _offer(control: SelectMultiple, options: Sequence[tuple[str, Any]], first: Sequence[Any]) -> None:
    """New wording for the options of a list; what was chosen stays chosen, and `first` is at the beginning."""
    known = {value for _, value in options}
    kept = tuple(value for value in control.value if value in known)
    begun = bool(control.options)
    control.options = tuple(options)
    control.value = kept if begun else tuple(value for value in first if value in known)


def _table(scores: pd.DataFrame, names: Names, threshold: float) -> str:
    mark = names.words.brief(threshold)
    rows = pd.DataFrame(
        {
            "fiscal_year": scores["fiscal_year"],
            "unit": scores["unit"].map(names.unit_in_full),
            "measure": [names.measure(measure) for measure in scores["measure"]],
            "score": scores["score"],
            "distance": [names.words.signed(distance) for distance in scores["distance"]],
            "source": scores["source"],
        }
    ).head(ROWS_SHOWN)
    wording = ("fiscal_year", "unit", "measures", "score", "distance", "source")
    headers = {column: names.control(name, mark=mark) for column, name in zip(rows.columns, wording, strict=True)}
    counts = {"shown": names.words.number(ROWS_SHOWN, 0), "rows": names.words.number(len(scores), 0)}
    caption = names.control("more", **counts) if len(scores) > ROWS_SHOWN else ""
    made = html_table(
        rows,
        caption,
        columns=headers,
        years=["fiscal_year"],
        right=["distance"],
        lang=names.words.lang,
        empty=names.control("nothing"),
    )
    return made.html()
