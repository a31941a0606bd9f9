"""A DataFrame as an accessible HTML table: caption, column widths, header scopes, figures right-aligned.

Every cell comes from a spreadsheet, so all of it is escaped; a line break in a cell stays one.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from itaanalysis.report.cell_text import DASH, cell_text, decimals_of, is_numeric
from itaanalysis.report.traces import traced
from itaanalysis.words import Words

_FIGURE = ' class="num" style="text-align: right"'


@dataclass(frozen=True)
class Column:
    """One column as shown: where it comes from, its header, and how its cells are written.

    `decimals`, `verbatim` and `year` are those of `cell_text`.
    """

    name: str
    header: str
    numeric: bool
    decimals: int | None = None
    verbatim: bool = False
    year: bool = False

    def text(self, value: Any, words: Words, missing: str) -> str:
        """One of its values as it is shown."""
        return cell_text(value, words, decimals=self.decimals, verbatim=self.verbatim, year=self.year, missing=missing)


@dataclass(frozen=True)
class Table:
    """Columns and rows of text, ready to be written as HTML or plain text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    caption: str
    id: str
    wide: bool = False
    empty: str = field(default="")
    origins: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def html(self) -> str:
        """One `<table class="ita-table">`; without an `id` of its own when that is empty."""
        anchor = f' id="{html.escape(self.id)}"' if self.id else ""
        return "\n".join(
            [
                f'<table class="ita-table{" wide" if self.wide else ""}"{anchor}>',
                f"<caption>{_inline(self.caption)}</caption>",
                "<colgroup>" + "".join(f'<col style="width: {width}%">' for width in self.widths) + "</colgroup>",
                "<thead><tr>" + "".join(map(_header, self.columns)) + "</tr></thead>",
                "<tbody>",
                *(self._row(place, row) for place, row in enumerate(self.rows or [self._no_rows()])),
                "</tbody>",
                "</table>",
            ]
        )

    def plain(self) -> str:
        """The caption and the cells, parted by tabs, for a terminal."""
        lines = [self.caption, "\t".join(column.header for column in self.columns)]
        lines += ["\t".join(cell.replace("\n", " / ") for cell in row) for row in self.rows or [self._no_rows()]]
        return "\n".join(lines)

    def _no_rows(self) -> tuple[str, ...]:
        return (self.empty, *("" for _ in self.columns[1:]))

    def _row(self, place: int, row: Sequence[str]) -> str:
        cells = []
        for column, cell in zip(self.columns, row, strict=True):
            look = _FIGURE if column.numeric and self.rows else ""
            cells.append(f"<td{look}>{self._traced(column.name, place, _inline(cell))}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def _traced(self, column: str, place: int, markup: str) -> str:
        origin = self.origins[column][place] if column in self.origins and self.rows else ""
        return traced(markup, origin) if origin else markup


def table(
    frame: pd.DataFrame,
    caption: str,
    *,
    columns: Mapping[str, str] | None = None,
    widths: Sequence[float] | None = None,
    decimals: Mapping[str, int] | None = None,
    verbatim: Sequence[str] = ("source",),
    years: Sequence[str] = (),
    right: Sequence[str] = (),
    lang: str = "th",
    digits: str | None = None,
    wide: bool = False,
    id: str = "table",
    missing: str = DASH,
    empty: str | None = None,
    origins: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """The rows of `frame` as a Table in the words and digits of `lang`.

    `columns` names the columns shown, in order, with their headers (all of them under their own names
    unless told). `widths` are shares of the page, brought to percent that add to 100; without them they
    follow the text. Numbers have two decimals, or none in columns of whole numbers; `decimals` says
    otherwise for a column. `years` are columns of years, `verbatim` those whose digits stay as typed, `right`
    texts that stand to the right as figures do; `origins` says for each row of a column which cells it comes
    from, to be told on hovering. Missing cells show `missing`, a frame without rows one line that says so.
    Raises KeyError for a column that is not there, ValueError when there are not as many widths as columns.
    """
    words = Words.of(lang, digits)
    shown = tuple(
        Column(
            name,
            str(header),
            name in right or is_numeric(frame[name]),
            (decimals or {}).get(name, decimals_of(frame[name])),
            name in verbatim,
            name in years,
        )
        for name, header in (columns or {name: name for name in frame.columns}).items()
    )
    if widths is not None and len(widths) != len(shown):
        raise ValueError(f"{len(shown)} columns need as many widths, not {len(widths)}")
    rows = tuple(
        tuple(column.text(value, words, missing) for value, column in zip(row, shown, strict=True))
        for row in frame[[column.name for column in shown]].itertuples(index=False, name=None)
    )
    shares = percentages(widths if widths is not None else _text_widths(shown, rows))
    return Table(shown, rows, shares, caption, id, wide, words.missing if empty is None else empty, origins or {})


def percentages(shares: Sequence[float]) -> tuple[int, ...]:
    """Whole percentages in these proportions that add to exactly 100, none of them zero.

    >>> percentages([1, 1, 1])
    (34, 33, 33)
    """
    whole = sum(shares)
    exact = [100 * share / whole for share in shares]
    found = [max(1, int(share)) for share in exact]
    # The largest remainders get what rounding down left over.
    order = sorted(range(len(shares)), key=lambda place: found[place] - exact[place])
    for step in range(100 - sum(found)):
        found[order[step % len(order)]] += 1
    widest = found.index(max(found))
    found[widest] -= max(0, sum(found) - 100)
    return tuple(found)


def _header(column: Column) -> str:
    return f'<th scope="col"{_FIGURE if column.numeric else ""}>{_inline(column.header)}</th>'


def _inline(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _text_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[float]:
    """Room by the longest line of each column, within limits, so that no column is starved by a long one."""
    longest = [
        max(len(line) for cell in (column.header, *(row[place] for row in rows)) for line in (cell.split("\n") or [""]))
        for place, column in enumerate(columns)
    ]
    return [float(min(max(length, 6), 40)) for length in longest]
