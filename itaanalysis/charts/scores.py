"""Unit scores against the pass mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import scores_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import flag_labels, label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.scales import nice_ticks, x_ticks
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_MOST_FULL_NAMES = 20
"""With more units than this, rows carry abbreviations only, so that the chart still fits a page."""

_TALLEST = 540.0
"""Points the rows of abbreviations may take; they move closer together to stay within."""


@chart
def unit_scores(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """ITA score of every unit as a dot, the pass mark as a line, failing units as open diamonds left of it.

    Best unit first; units without a score stand last and say so. The national mean of the same year is drawn where
    national.csv has it.
    """
    words = Wording.of(lang, digits, year.criteria.pass_mark)
    table = summaries.distance_to_pass_mark(year)
    scored = table.dropna(subset="score")
    if scored.empty:
        return no_data("unit_scores", words, "คะแนน ITA รายหน่วยงาน", "the ITA scores of units", year.fiscal_year)
    mark = year.criteria.pass_mark
    national = _national_mean(year)
    short = len(table) > _MOST_FULL_NAMES or sheet().narrow
    labels = [_label(words, row, short) for row in records(table)]
    top, gap = 2 * role("small").line + 6, _gap(len(table)) if len(table) > _MOST_FULL_NAMES else None
    rows = lay_rows(labels, width=195, top=top, gap=gap, run_on=True)
    page = Page(
        title=scores_words.title(words, scored, mark),
        subtitle=words(
            f"คะแนนรวม ITA {words.fiscal_year(year.fiscal_year)} เรียงจากมากไปน้อย",
            f"ITA total, {words.fiscal_year(year.fiscal_year)}, best first",
        ),
        source=scores_words.source(words, year, national),
        height=rows.bottom + 14,
    )
    rows.draw(page)
    _draw(page, words, table, rows, mark, national)
    page.mark_rows(rows.ends, (scores_words.told(words, row) for row in records(table)))
    return page.finish("unit_scores", words, scores_words.alt(words, scored, table, mark, national))


def _label(words: Wording, row: dict[str, Any], short: bool) -> list[Paragraph]:
    """What stands at the row of a unit: its name, and as a quiet second text the abbreviation it has in the title."""
    name, abbreviation = words.full_name(row), words.short_name(row)
    weight = "label" if pd.isna(row["score"]) or row["passed"] else "strong"
    if short or name == abbreviation:
        return [(abbreviation, weight)]
    return [(name, weight), (abbreviation, "quiet")]


def _gap(units: int) -> float:
    """Points between the rows of many units."""
    return min(3.0, max(0.0, _TALLEST / units - role("label").line))


def _draw(page: Page, words: Wording, table: pd.DataFrame, rows: Rows, mark: float, national: float | None) -> None:
    score_heading, distance_heading = words("คะแนน", "Score"), words("ห่างจากเกณฑ์", "From mark")
    score_column = page.width - text_width(distance_heading, "small") - 14
    left = rows.marks_from(18)
    right = score_column - max(text_width(score_heading, "small"), text_width("๑๐๐.๐๐", "label")) - 16
    known = table["score"].dropna()
    lowest, highest = min(known.min(), mark, national or mark), max(100.0, known.max())
    low = lowest - (highest - lowest) * 0.12
    axes = page.axes(left, right, rows.top, rows.bottom, (low, highest))
    x_ticks(axes, nice_ticks(low, highest), words.tick)

    head = rows.top - 9
    page.text(score_column, head, score_heading, "small", ha="right")
    page.text(page.width, head, distance_heading, "small", ha="right")
    lines: list[tuple[float, str, Any, str]] = [(mark, words.mark_line(mark), "-", colour("ink"))]
    if national is not None:
        text = words(f"เฉลี่ยทั้งประเทศ {words.number(national)}", f"National mean {words.number(national)}")
        lines.append((national, text, (0, (3, 2)), colour("muted")))
    flags = [(left + (value - low) / (highest - low) * (right - left), text) for value, text, _, _ in lines]
    places = flag_labels(sorted(flags), "small", 0, right + 8)
    for (value, text, dashes, ink), (start, level) in zip(sorted(lines, key=lambda line: line[0]), places, strict=True):
        y = head - level * role("small").line
        page.text(start, y, text, "small")
        axes.plot([value, value], [y + 6, rows.bottom], color=ink, lw=1.0, ls=dashes, zorder=1.5, clip_on=False)

    named = False
    for row, y in zip(records(table), rows.centres, strict=True):
        if pd.isna(row["score"]):
            page.text(score_column, y, words("ยังไม่มีคะแนน", "no score yet"), "quiet", ha="right")
            continue
        _draw_unit(axes, row, y, mark)
        if not row["passed"] and not named:
            label(axes, mark, y, words("ไม่ผ่าน", "below"), "small", dx=7, halo=True)
            named = True
        page.text(score_column, y, words.score(row["score"]), "label" if row["passed"] else "strong", ha="right")
        page.text(page.width, y, words.signed(row["distance"]), "quiet" if row["passed"] else "strong", ha="right")


def _draw_unit(axes: Axes, row: dict[str, Any], y: float, mark: float) -> None:
    """A filled dot for a unit that passed; an open diamond for one that did not."""
    stem = [mark, row["score"]], [y, y]
    if row["passed"]:
        axes.plot(*stem, color=colour("light"), lw=1.6, zorder=2)
        axes.plot([row["score"]], [y], ls="", marker="o", ms=6.5, color=colour("main"), zorder=3, clip_on=False)
        return
    axes.plot(*stem, color=colour("alert"), lw=1.6, zorder=2)
    axes.plot([row["score"]], [y], ls="", marker="D", ms=6, mfc=colour("paper"), mec=colour("alert"), mew=1.8, zorder=3)


def _national_mean(year: YearData) -> float | None:
    rows = year.national[year.national["fiscal_year"] == year.fiscal_year]["mean_score"].dropna()
    return float(rows.iloc[0]) if len(rows) else None
