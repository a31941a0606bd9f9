"""The chosen scores as a table."""

from __future__ import annotations

import pandas as pd

from itaanalysis.explore.names import Names
from itaanalysis.explore.scores import Selection
from itaanalysis.report.html_tables import table as html_table

ROWS_SHOWN = 100
"""Rows of the table on the screen; the saved file has them all."""
_COLUMNS = ("fiscal_year", "unit", "measure", "score", "distance", "source")


def table(scores: pd.DataFrame, selection: Selection, names: Names) -> str:
    """The first rows of `chosen` as HTML; nothing where nothing is chosen, the drawing says why."""
    if scores.empty:
        return ""
    words, mark = names.words, names.words.brief(selection.threshold)
    first = scores.head(ROWS_SHOWN)
    rows = first.assign(
        unit=first["unit"].map(names.unit_in_full),
        measure=[names.measure(measure) for measure in first["measure"]],
        score=[names.score(score, selection.threshold) for score in first["score"]],
        distance=[names.distance(distance) for distance in first["distance"]],
    )
    counts = {"shown": words.number(ROWS_SHOWN, 0), "rows": words.number(len(scores), 0)}
    made = html_table(
        rows,
        names.control("more", **counts) if len(scores) > ROWS_SHOWN else "",
        columns={column: names.control(column, mark=mark) for column in _COLUMNS},
        years=["fiscal_year"],
        right=["score", "distance"],
        verbatim=["unit", "measure", "source"],
        lang=words.lang,
        id="",
    )
    return made.html()
