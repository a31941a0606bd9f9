"""`ita.styled`: a table in words as pandas' own Styler, so that an analyst goes on with pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from itaanalysis.display.cells import Reading, Row
from itaanalysis.display.columns import ShownColumn, header, shown_columns, shown_levels
from itaanalysis.display.known import ordered, title
from itaanalysis.display.labels import only_counts, with_unique_labels
from itaanalysis.display.styler import TableStyler, escaped
from itaanalysis.errors import UserError
from itaanalysis.report.cell_text import DASH
from itaanalysis.words import Words

_UPRIGHT = 6  # columns that fit on a page as it stands


class NotATable(UserError, TypeError):
    """Something else than a table was to be styled."""

    def __init__(self, what: object) -> None:
        kind = type(what).__name__
        super().__init__(
            f"ita.styled จัดรูปแบบได้เฉพาะตาราง (DataFrame, Series) ไม่ใช่ {kind}\n"
            f"ita.styled takes a table (DataFrame, Series), and this is of type {kind}."
        )


def styled(table: pd.DataFrame | pd.Series, lang: str = "th", digits: str | None = None) -> Styler:
    """A table as `ita.show` formats it, as pandas' Styler: go on with `.bar()`, `.highlight_max()`, `.to_html()` …

    Only what is shown is in words: its `data` are the rows of `table` with their own columns and numbers, so columns
    are named as ever (`subset="score"`) and `.to_excel()` writes numbers, and texts as texts, never as formulas. What
    another column says already is hidden.
    Checks that differ and errors come first; columns of the same name get a number behind, and an index whose labels
    come twice becomes columns, since pandas styles unique labels only. `lang` is "th" or "en", `digits` "thai" or
    "arabic", None for those of the language.

    Raises NotATable for anything but a table, UnknownWording for another language or kind of digits.

    >>> styled(year.unit_scores).bar(subset="score", vmin=70, vmax=100)     # doctest: +SKIP
    >>> styled(year.kpis(), lang="en").to_excel("kpis.xlsx")                # doctest: +SKIP
    """
    words = Words.of(lang, digits)
    if isinstance(table, pd.Series):
        table = table.to_frame()
    if not isinstance(table, pd.DataFrame):
        raise NotATable(table)
    return style(table, words)


def style(frame: pd.DataFrame, words: Words, rows: int | None = None, caption: str | None = None) -> TableStyler:
    """The first `rows` rows of a table (all for None) in words, under a caption that tells what the whole of it is."""
    named = ordered(with_unique_labels(frame))
    first = named if rows is None else named.head(max(rows, 1))
    return dressed(first, shown_columns(named, words), title(named, words) if caption is None else caption, words)


def dressed(frame: pd.DataFrame, columns: dict[Any, ShownColumn], caption: str, words: Words) -> TableStyler:
    """The rows of `frame` under a caption, each of its columns, whose labels are unique, shown as told."""
    made = TableStyler(frame, caption=escaped(caption))
    looks = [_look(shown) for shown in columns.values()]
    made.set_td_classes(pd.DataFrame([looks] * len(frame), index=frame.index, columns=frame.columns))
    hidden = [name for name, shown in columns.items() if shown.hidden]
    wide = " wide" if len(columns) - len(hidden) > _UPRIGHT else ""
    # A text of a spreadsheet is never mathematics, whatever dollars it names.
    made.set_table_attributes(f'class="ita-table ita-show mathjax_ignore tex2jax_ignore{wide}" lang="{words.lang}"')
    made.format_index(lambda name: escaped(_header(name, columns, words)), axis="columns")
    made.format_index_names(lambda name: escaped(header(name, words)), axis="columns")
    _write_cells(made, {name: shown.reading for name, shown in columns.items()})
    _write_index(made, words)
    if hidden:
        made.hide(hidden, axis="columns")
    return made


def _look(shown: ShownColumn) -> str:
    return "num" if shown.figures else "whole" if shown.whole else "text" if shown.long else ""


def _header(name: Any, columns: dict[Any, ShownColumn], words: Words) -> str:
    return columns[name].header if name in columns else header(name, words)


def _write_cells(made: TableStyler, readings: dict[Any, Reading]) -> None:
    made.format({name: _written(reading) for name, reading in readings.items()}, na_rep=DASH)
    for name, reading in readings.items():
        for labels, beside in _alike(made.data, reading):
            made.format(_written(reading, beside), subset=(labels, [name]), na_rep=DASH)


def _alike(frame: pd.DataFrame, reading: Reading) -> Iterator[tuple[pd.Index, Row]]:
    """Labels of the rows that hold the same beside a column, with what they hold; none where it reads by itself."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for place, row in enumerate(frame[list(reading.beside)].itertuples(index=False, name=None)):
        groups.setdefault(row, []).append(place)
    for held, places in groups.items() if reading.beside else ():
        yield frame.index[places], dict(zip(reading.beside, held, strict=True))


def _write_index(made: TableStyler, words: Words) -> None:
    if only_counts(made.data.index):
        made.hide(axis="index")
        return
    for level, shown in enumerate(shown_levels(made.data.index, words)):
        made.format_index(_written(shown.reading), axis="index", level=level, na_rep=DASH)
        made.format_index_names(lambda _, named=shown.header: escaped(named), axis="index", level=level)


def _written(reading: Reading, beside: Row | None = None) -> Callable[[Any], str]:
    return lambda value: escaped(reading.text(value, beside))
