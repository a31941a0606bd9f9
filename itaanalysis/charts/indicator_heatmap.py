"""Units against the ten indicators in one year: every score printed, dark where it is high, the weakest framed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import heatmap_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.heatmap_cells import STEPS, draw_cells, mark_cells
from itaanalysis.charts.labels import label
from itaanalysis.charts.legend import Entry, draw_legend, legend_height
from itaanalysis.charts.measure import break_lines, text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Rows, lay_rows
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, page_setting, role
from itaanalysis.charts.wording import Wording
from itaanalysis.thai.words import words as thai_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_WIDTHS = (0.5, 1.0, 2.5, 5.0, 10.0, 20.0)
"""Points a colour may stand for."""
_MOST_BELOW = 0.25
"""Share of the scores that may lie below the lowest point at which the colour changes."""

_MOST_FULL_NAMES = 20
"""With more units than this, rows carry abbreviations only."""
_MOST_LINES = 4
_GAP = 6.0
"""Points between two labels."""


@chart
def indicator_heatmap(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """The score of every unit on every indicator that has scores, the ministry first, then the best total first.

    The weakest indicator of each unit is framed; a cell without a score has a dash. Colours run from pale
    (low) to dark (high) in steps that stay apart in greyscale.
    """
    words = Wording.of(lang, digits)
    table = summaries.indicator_matrix(year)
    if table.empty:
        what = "คะแนนรายตัวชี้วัด", "the scores by indicator"
        return no_data("indicator_heatmap", words, *what, year.fiscal_year)
    brief, left = _labels_room(words, year, table)
    cell = (sheet().width - 2 * page_setting("margin") - left) / len(table.columns)
    decimals = 2 if _fits(words, cell) else 1
    crowded = len(table) > _MOST_FULL_NAMES
    names = None if crowded else _names(words, year, [int(one) for one in table.columns], cell)
    edges = _edges(table)
    legend = _legend(words, edges)
    legend_end = legend_height(legend, sheet().width - 2 * page_setting("margin"))
    top = legend_end + 8 + _head(names)
    rows = _rows(words, year, table, brief, top)
    page = Page(
        title=heatmap_words.title(words, year, table),
        subtitle=heatmap_words.subtitle(words, year, decimals),
        source=words.sheets(year.indicator_scores),
        height=rows.bottom + 2,
        notes=heatmap_words.notes(words, year, table, keyed=names is None),
    )
    rows.draw(page)
    draw_legend(page, legend)
    axes = page.axes(left, page.width, rows.top, rows.bottom, (0, len(table.columns)))
    _draw_heads(axes, words, year, table, names)
    draw_cells(axes, words, table, rows, edges, decimals)
    mark_cells(page, words, year, table, rows, (left, cell))
    return page.finish("indicator_heatmap", words, heatmap_words.alt(words, year, table))


def _labels_room(words: Wording, year: YearData, table: pd.DataFrame) -> tuple[bool, float]:
    """Whether the rows carry abbreviations only, and where the cells begin: wide enough for two decimals if need be."""
    for brief in (len(table) > _MOST_FULL_NAMES, True):
        left = _rows(words, year, table, brief, 0.0).marks_from(10)
        if _fits(words, (sheet().width - 2 * page_setting("margin") - left) / len(table.columns)):
            return brief, left
    return True, left


def _fits(words: Wording, cell: float) -> bool:
    """Whether a figure with two decimals has room in a cell."""
    return text_width(words.number(99.99), "strong") + 3 <= cell and text_width(words.number(100), "small") + 2 <= cell


def _rows(words: Wording, year: YearData, table: pd.DataFrame, brief: bool, top: float) -> Rows:
    """The rows with their labels; many rows move closer together, so that they fit the page."""
    crowded = len(table) > _MOST_FULL_NAMES
    labels = [heatmap_words.row_label(words, year, str(unit), brief, crowded) for unit in table.index]
    room = (sheet().size.tallest - top) / len(table) - role("small" if crowded else "label").line
    return lay_rows(labels, width=150, top=top, gap=min(_GAP, max(0.0, room)), run_on=True)


def _edges(table: pd.DataFrame) -> list[float]:
    """Round scores at which the colour changes, evenly down from 100; few scores lie below the lowest."""
    scores = table.stack()
    edges: list[float] = []
    for width in _WIDTHS:
        edges = [100 - width * place for place in range(len(STEPS) - 1, 0, -1)]
        if (scores < edges[0]).mean() <= _MOST_BELOW:
            break
    return edges


def _names(words: Wording, year: YearData, indicators: list[int], cell: float) -> list[list[str]] | None:
    """The name of each indicator in lines as wide as its column; None where a word would have to be cut."""
    known, room = year.criteria.indicators, cell - 4
    names = [words(known[one].name_th, known[one].name_en) for one in indicators]
    if any(text_width(word, "small") > room for name in names for word in thai_words(name)):
        return None
    lines = [break_lines(name, "small", room) for name in names]
    return lines if all(len(name) <= _MOST_LINES for name in lines) else None


def _head(names: list[list[str]] | None) -> float:
    """Points over the cells: the tool, the number, the name."""
    lines = 0 if names is None else max(map(len, names))
    return (2 + lines) * role("small").line + 6


def _legend(words: Wording, edges: list[float]) -> list[Entry]:
    """What each colour stands for, and the frame."""
    texts = [words(f"ต่ำกว่า {words.brief(edges[0])}", f"under {words.brief(edges[0])}")]
    texts += [words(f"{words.brief(one)} ขึ้นไป", f"{words.brief(one)} and up") for one in edges]
    square: dict[str, Any] = {"ls": "", "marker": "s", "ms": 8, "mew": 0.6, "mec": colour("rule")}
    entries = [(text, {**square, "mfc": colour(step)}) for text, step in zip(texts, STEPS, strict=True)]
    framed = {**square, "mfc": "none", "mec": colour("alert"), "mew": 1.6}
    return [*entries, (words("ต่ำสุดของหน่วยงาน", "weakest of the unit"), framed)]


def _draw_heads(axes: Axes, words: Wording, year: YearData, table: pd.DataFrame, names: list[list[str]] | None) -> None:
    """The tool over its indicators, and over each column its number and, where it fits, its name."""
    line, top = role("small").line, axes.get_ylim()[1]
    lines = 0 if names is None else max(map(len, names))
    tools = [year.criteria.indicators[int(one)].tool for one in table.columns]
    for tool in dict.fromkeys(tools):
        first, count = tools.index(tool), tools.count(tool)
        y = top - (1 + lines) * line - 5
        label(axes, first + count / 2, top, tool, "quiet", ha="center", dy=-(1.5 + lines) * line - 5)
        axes.plot([first + 0.06, first + count - 0.06], [y, y], color=colour("rule"), lw=0.8, clip_on=False)
    for place, one in enumerate(table.columns):
        said = [words.brief(int(one)), *(names[place] if names else [])]
        for number, text in enumerate(said):
            dy = -(len(said) - number - 0.5) * line - 3 - (lines + 1 - len(said)) * line
            label(axes, place + 0.5, top, text, "strong" if number == 0 else "small", ha="center", dy=dy)
