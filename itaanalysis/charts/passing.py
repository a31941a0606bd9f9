"""What it takes to pass: the points one tool alone would have to add for each unit to reach the next mark."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.passing_words import alt, notes, subtitle, title, told
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.scales import nice_ticks, x_ticks
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records
from itaanalysis.passing_words import POSSIBLE, either

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_MOST_FULL_NAMES = 20
"""With more units than this, rows carry abbreviations only, so that the chart still fits a page."""

Line = tuple[dict[str, Any], float, pd.DataFrame]
"""What a row shows: its unit (empty for the name of a mark), where it stands, and the unit's changes."""

_MOST_ROWS = 40
"""Units that are drawn; of more, those that come first are, and a note says so."""

_TALLEST = 520.0
"""Points the rows of abbreviations may take; they move closer together to stay within."""

_SIGN = 14.0
"""Points a sign takes before the heading of its column."""

_MARKERS = ("s", "o", "^", "D")
"""One for each different weight, the heaviest first."""


@chart
def points_to_pass(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Points that one tool alone would have to add, for every unit under the highest mark of the year's criteria.

    Units are grouped by the mark that is next for them: the pass mark, then the bands above it; the nearest stands
    first. Tools of the same weight share a sign, filled where the tool has the room and open where its own score is
    not known. A tool that would have to pass 100 is written as not enough.
    """
    words = Wording.of(lang, digits, year.criteria.pass_mark)
    scored = year.unit_scores.dropna(subset="score")
    if scored.empty:
        return no_data("points_to_pass", words, "คะแนน ITA รายหน่วยงาน", "the ITA scores of units", year.fiscal_year)
    changes = summaries.to_next_mark(year)
    units = changes.drop_duplicates("unit").head(_MOST_ROWS)
    shown = changes[changes["unit"].isin(units["unit"])]
    rows = _rows(words, units)
    page = Page(
        title=title(words, year, changes),
        subtitle=subtitle(words, year),
        source=words.sheets(year.unit_scores, year.tool_scores),
        height=rows.bottom + (14 if len(units) else 2 * role("label").line),
        notes=notes(words, year, changes, len(units)),
    )
    if units.empty:
        page.text(0, role("label").line, words("ไม่มีหน่วยงานที่ต้องเพิ่มคะแนน", "No unit has points to add."), "quiet")
    else:
        rows.draw(page)
        _draw(page, words, year, shown, rows)
        page.mark_rows(rows.ends, told(words, shown))
    return page.finish("points_to_pass", words, alt(words, year, changes))


def _rows(words: Wording, units: pd.DataFrame) -> Rows:
    """A row a unit, and over the first unit of each mark a row that names the mark."""
    many = len(units) > _MOST_FULL_NAMES
    of_unit = "small" if many else "label"
    labels: list[list[Paragraph]] = []
    for mark, group in units.groupby("mark", sort=False):
        labels.append([(_heading(words, float(str(mark))), "strong")])
        labels += [_label(words, row, of_unit, many or sheet().narrow) for row in records(group)]
    gap = min(3.0, max(0.0, _TALLEST / max(len(labels), 1) - role(of_unit).line)) if many else None
    return lay_rows(labels, width=185, top=role("small").line + 6, gap=gap, run_on=True, short_beside=False)


def _heading(words: Wording, mark: float) -> str:
    return words(f"ยังไม่ถึง {words.brief(mark)} คะแนน", f"Below {words.brief(mark)} points")


def _label(words: Wording, row: dict[str, Any], of_unit: str, short: bool) -> list[Paragraph]:
    name, abbreviation = words.full_name(row), words.short_name(row)
    return [(abbreviation, of_unit)] if short or name == abbreviation else [(name, of_unit), (abbreviation, "quiet")]


def _draw(page: Page, words: Wording, year: YearData, changes: pd.DataFrame, rows: Rows) -> None:
    weights = year.criteria.weights
    alike = [
        [tool for tool in weights if weights[tool] == weight] for weight in sorted(set(weights.values()), reverse=True)
    ]
    lines = _lines(changes, rows)
    columns_from = _draw_columns(page, words, alike, lines, rows.top - 8)
    left, right = rows.marks_from(16, least=4), columns_from - 6
    most = max([*changes["change"][changes["outcome"].isin(POSSIBLE)], 1.0])
    axes = page.axes(left, right, rows.top, rows.bottom, (0, most * 1.06))
    x_ticks(axes, nice_ticks(0, most * 1.06, 4), words.tick)
    axes.axvline(0, color=colour("ink"), lw=1.0)
    page.text(left, rows.top - 8, words("คะแนนที่ต้องเพิ่ม", "Points to add"), "small")
    for row, y, own in lines:
        if row:
            _draw_unit(axes, own, alike, y)
        else:
            page.rule(0, page.width, y)


def _draw_columns(page: Page, words: Wording, alike: list[list[str]], lines: list[Line], head: float) -> float:
    """What is missing and each change as figures at the right, under their headings. Returns where they begin."""
    units = [(row, y, own) for row, y, own in lines if row]
    figures = "small" if len(units) > _MOST_FULL_NAMES else "label"
    no = words("ไม่พอ", "not enough")
    columns = [
        [words("ขาด", "Missing"), *(words.difference(row["missing"]) for row, _, _ in units)],
        *([either(words, tools), *(_said(words, own, tools) or no for _, _, own in units)] for tools in alike),
    ]
    signs = page.axes(0, page.width, 0, head + 8, (0, page.width))
    signs.set_facecolor("none")
    end = page.width
    for place, (heading, *texts) in reversed(list(enumerate(columns))):
        page.text(end, head, heading, "small", ha="right")
        if place:
            _sign(signs, end - text_width(heading, "small") - _SIGN / 2, head, place - 1, known=True)
        for text, (_, y, _) in zip(texts, units, strict=True):
            page.text(end, y, text, "quiet" if text == no else figures, ha="right")
        end -= max(text_width(heading, "small") + _SIGN, *(text_width(text, "label") for text in texts)) + 10
    return end


def _lines(changes: pd.DataFrame, rows: Rows) -> list[Line]:
    """What is drawn in each row: nothing but a rule under the name of a mark, or the changes of a unit."""
    found: list[Line] = []
    middles, edges = iter(rows.centres), iter(pairwise(rows.ends))
    for _, group in changes.groupby("mark", sort=False):
        next(middles)
        found.append(({}, next(edges)[1], group.iloc[:0]))
        for _, of_unit in group.groupby("unit", sort=False):
            next(edges)
            found.append((records(of_unit)[0], next(middles), of_unit))
    return found


def _draw_unit(axes: Axes, known: pd.DataFrame, alike: list[list[str]], y: float) -> None:
    possible = known[known["outcome"].isin(POSSIBLE)]
    if possible.empty:
        return
    axes.plot([0, possible["change"].max()], [y, y], color=colour("light"), lw=1.6, zorder=2)
    for place, tools in enumerate(alike):
        own = possible[possible["tool"].isin(tools)]
        if len(own):
            _sign(axes, float(own["change"].iloc[0]), y, place, known=bool((own["outcome"] == "enough").any()))


def _sign(axes: Axes, x: float, y: float, place: int, known: bool) -> None:
    """The sign of a weight: filled where the change is known to be enough, open where that is not known."""
    ink = colour("main" if place == 0 else "muted")
    axes.plot(
        [x],
        [y],
        ls="",
        marker=_MARKERS[place % len(_MARKERS)],
        ms=5.5,
        mfc=ink if known else colour("paper"),
        mec=ink,
        mew=1.4,
        zorder=3,
        clip_on=False,
    )


def _said(words: Wording, own: pd.DataFrame, tools: list[str]) -> str:
    """The change of tools of one weight, with their names where not all of them have the room; empty without any."""
    possible = own[own["tool"].isin(tools) & own["outcome"].isin(POSSIBLE)]
    if possible.empty:
        return ""
    points = words.signed(float(possible["change"].iloc[0]))
    return points if len(possible) == len(tools) else f"{either(words, possible['tool'])} {points}"
