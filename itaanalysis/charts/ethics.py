"""The dimensions of the ethics index: the ministry against the OPS."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import kpis, summaries
from itaanalysis.charts import ethics_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Rows, lay_rows
from itaanalysis.charts.scales import nice_ticks, x_ticks
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData


@chart
def ethics_dimensions(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Each dimension of the ethics index as two joined marks, ministry (dot) and OPS (open diamond), widest gap first.

    A last row gives the index itself, the mean of the dimensions, and names the target where the year has one; there
    is no index where a dimension is missing. With scores of one of the two only, that one is drawn alone.
    """
    words = Wording.of(lang, digits)
    table = summaries.ethics_dimensions(year)
    entities = [unit for unit in (year.ministry_unit, year.ops_unit) if unit and unit in table.columns]
    if not entities:
        return no_data(
            "ethics_dimensions",
            words,
            "คะแนนรายด้านของดัชนีคุณธรรม",
            "the dimensions of the ethics index",
            year.fiscal_year,
        )
    table = table.dropna(subset=entities, how="all")
    table = table.assign(gap=_gap(table, entities)).sort_values(
        "gap", key=abs, ascending=False, kind="stable", na_position="last"
    )
    index = {unit: figure[1] for unit in entities if (figure := kpis.ethics_index(year, unit))}
    names = {unit: words.unit_short(year, unit) for unit in entities}
    labels = [[(words.name(row), "label")] for row in records(table)]
    lines = [*records(table), *_index_row(index, entities)]
    if index:
        goals = ethics_words.goals(words, year, list(index), names)
        labels.append([(words.name(lines[-1]), "strong"), *((goal, "quiet") for goal in goals)])
    rows = lay_rows(labels, width=170, top=role("small").line + 10, gap=13)
    page = Page(
        title=ethics_words.title(words, table, entities, names, index),
        subtitle=words(
            f"คะแนนรายด้านของดัชนีคุณธรรมและจริยธรรมของบุคลากรภาครัฐ {words.fiscal_year(year.fiscal_year)}",
            f"Scores by dimension of the ethics index of public officials, {words.fiscal_year(year.fiscal_year)}",
        ),
        source=words.sheets(year.indicator_scores[year.indicator_scores["unit"].isin(entities)]),
        height=rows.bottom + 14,
        notes=ethics_words.notes(words, [names[unit] for unit in entities if unit not in index]),
    )
    rows.draw(page)
    _draw(page, words, lines, rows, entities, names)
    if index:
        page.rule(0, page.width, rows.ends[-2])
    page.mark_rows(rows.ends, (ethics_words.told(words, row, names) for row in lines))
    return page.finish("ethics_dimensions", words, ethics_words.alt(words, table, entities, names, index))


def _gap(table: pd.DataFrame, entities: list[str]) -> pd.Series:
    """OPS less ministry; missing where one of them is."""
    if len(entities) < 2:
        return pd.Series(math.nan, index=table.index)
    return (table[entities[1]] - table[entities[0]]).round(9)


def _index_row(index: dict[str, float], entities: list[str]) -> list[dict[str, Any]]:
    """The index as a row like those of the dimensions; none without it."""
    means = {unit: index.get(unit, math.nan) for unit in entities}
    gap = round(means[entities[-1]] - means[entities[0]], 9)
    return [{**ethics_words.INDEX, **means, "gap": gap}] if index else []


def _draw(
    page: Page,
    words: Wording,
    lines: list[dict[str, Any]],
    rows: Rows,
    entities: list[str],
    names: dict[str, str],
) -> None:
    scores = [float(row[unit]) for row in lines for unit in entities if not pd.isna(row[unit])]
    lowest, highest = min(scores), max(100.0, *scores)
    low = lowest - max(highest - lowest, 10.0) * 0.2
    heading = words("ส่วนต่าง", "Gap")
    two = len(entities) == 2
    left = rows.marks_from(30, text_width(words.number(lowest), "label"))
    right = (
        page.width - (text_width(heading, "small") + 16 if two else 0) - text_width(words.number(highest), "label") - 10
    )
    axes = page.axes(left, right, rows.top, rows.bottom, (low, highest))
    x_ticks(axes, nice_ticks(low, highest), words.tick)
    if two:
        page.text(page.width, rows.top - 9, heading, "small", ha="right")
    for number, (row, y) in enumerate(zip(lines, rows.centres, strict=True)):
        _draw_row(axes, words, {unit: row[unit] for unit in entities if not pd.isna(row[unit])}, y, entities)
        if number == 0:
            scored = sorted((float(row[unit]), names[unit]) for unit in entities if not pd.isna(row[unit]))
            marks = [(left + (score - low) / (highest - low) * (right - left), name) for score, name in scored]
            _name_marks(
                page,
                marks,
                rows.top - 9 if rows.over else y - 15,
                page.width - (text_width(heading, "small") + 10 if two else 0),
            )
        if two and not pd.isna(row["gap"]):
            weight = "quiet" if "indicator" in row else "strong"
            page.text(page.width, y, words.signed(row["gap"]), weight, ha="right")


def _draw_row(axes: Axes, words: Wording, scores: dict[str, float], y: float, entities: list[str]) -> None:
    axes.plot([min(scores.values()), max(scores.values())], [y, y], color=colour("light"), lw=2.2, zorder=2)
    for unit, score in scores.items():
        axes.plot([score], [y], ls="", zorder=3, clip_on=False, **_mark(unit == entities[-1] and len(entities) == 2))
    # Each figure stands on the outer side of its mark; two equal scores share one figure.
    for score in {min(scores.values()), max(scores.values())}:
        lower = score == min(scores.values()) and len(set(scores.values())) == 2
        label(axes, score, y, words.number(score), "label", ha="right" if lower else "left", dx=-7 if lower else 7)


def _mark(second: bool) -> dict[str, Any]:
    if second:
        return {"marker": "D", "ms": 6, "mfc": colour("paper"), "mec": colour("alert"), "mew": 1.8}
    return {"marker": "o", "ms": 7, "color": colour("main")}


def _name_marks(page: Page, marks: list[tuple[float, str]], y: float, right: float) -> None:
    """Names over the marks of the first row, from (points from the left, name) in the order of the scores.

    The lower one ends at its mark and the higher one begins at its own, so that they do not meet; two marks in one
    place share a line. Nothing goes beyond `right`.
    """
    if len(marks) == 2 and marks[0][0] == marks[1][0]:
        marks = [(marks[0][0], " · ".join(name for _, name in marks))]
    start = right
    for x, name in reversed(marks):
        width = text_width(name, "strong")
        highest = start == right
        start = min(x - 4, right - width) if highest else min(x + 4 - width, start - 6 - width)
        page.text(start, y, name, "strong")
