"""KPI results against their targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts import targets_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Rows, lay_rows
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records
from itaanalysis.terms import STATUSES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_MARKERS = {"below": "v", "as_planned": "o", "above": "^"}
_OUT_OF_100 = ("percent", "points")


@chart
def kpi_targets(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Every KPI of the year as a bar, its target as an upright stroke, its status in words and as a triangle or dot.

    Percentages and points are drawn on a scale to 100, other KPIs each on a scale of their own. KPIs below plan come
    first and have open, hatched bars; KPIs without a result or a target are listed last and say so.
    """
    words = Wording.of(lang, digits)
    table = year.kpis()
    if table["value"].isna().all():
        return no_data("kpi_targets", words, "ผลตามตัวชี้วัด", "KPI results", year.fiscal_year)
    table = _in_order(table)
    judged = table[table["status"].notna()]
    cells = [targets_words.cells(words, row) for row in records(table)]
    labels = [targets_words.label(words, row, cell) for row, cell in zip(records(table), cells, strict=True)]
    rows = lay_rows(labels, width=152, top=4 if sheet().narrow else role("small").line + 6, gap=11, short_beside=False)
    page = Page(
        title=targets_words.title(words, judged, table),
        subtitle=words(
            f"ผลตามตัวชี้วัดเทียบกับเป้าหมาย {words.fiscal_year(year.fiscal_year)} เส้นตั้งคือเป้าหมาย",
            f"KPI results against target, {words.fiscal_year(year.fiscal_year)}; the upright stroke is the target",
        ),
        source=words.sheets(
            year.targets,
            year.unit_scores,
            year.tool_scores,
            year.indicator_scores,
            year.activities,
            year.expenses,
        ),
        height=rows.bottom,
    )
    rows.draw(page)
    _draw(page, words, table, rows, cells)
    told = (targets_words.told(words, row, cell) for row, cell in zip(records(table), cells, strict=True))
    page.mark_rows(rows.ends, told)
    return page.finish("kpi_targets", words, targets_words.alt(words, judged))


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """KPIs below plan first, those that cannot be judged last, otherwise as they come."""
    rank = table["status"].map({"below": 0, "as_planned": 1, "above": 1}).fillna(2)
    return table.assign(rank=rank).sort_values("rank", kind="stable").reset_index(drop=True)


def _draw(page: Page, words: Wording, table: pd.DataFrame, rows: Rows, cells: Sequence[tuple[str, str, str]]) -> None:
    headings = [words("ผล", "Result"), words("เป้าหมาย", "Target"), words("สถานะ", "Status")]
    widths = [
        max(text_width(heading, "small"), *(text_width(row[place], "label") for row in cells))
        for place, heading in enumerate(headings)
    ]
    status_left = page.width - widths[2]
    target_right = status_left - 22
    result_right = target_right - widths[1] - 10
    column = target_right if rows.over else result_right - widths[0] - 10
    if not rows.over:
        head = rows.top - 9
        page.text(result_right, head, headings[0], "small", ha="right")
        page.text(target_right, head, headings[1], "small", ha="right")
        page.text(status_left, head, headings[2], "small")
    bars = page.axes(rows.marks_from(12), column, rows.top, rows.bottom, (0, 1))
    marks = page.axes(status_left - 14, status_left - 4, rows.top, rows.bottom, (0, 10))
    for row, (result, target, status), y in zip(records(table), cells, rows.centres, strict=True):
        _draw_bar(bars, row, y)
        weight = "strong" if row["status"] == "below" else "label"
        if not rows.over:
            page.text(result_right, y, result, weight, ha="right")
            page.text(target_right, y, target, "quiet", ha="right")
        page.text(status_left, y, status, weight if row["status"] in STATUSES else "quiet")
        if row["status"] in STATUSES:
            marks.plot([5], [y], ls="", clip_on=False, **_mark(row["status"]))


def _draw_bar(axes: Axes, row: dict[str, Any], y: float) -> None:
    known = [float(row[name]) for name in ("value", "target") if not pd.isna(row[name])]
    full = max([100.0, *known] if row["unit"] in _OUT_OF_100 else [*known, 1e-9])
    axes.barh([y], [1], height=11, color=colour("grid"), zorder=1)
    if not pd.isna(row["value"]):
        below = row["status"] == "below"
        axes.barh(
            [y],
            [max(float(row["value"]), 0) / full],
            height=11,
            color=colour("alert_light" if below else "main" if row["status"] in STATUSES else "light"),
            edgecolor=colour("alert") if below else "none",
            hatch="////" if below else None,
            linewidth=1.0 if below else 0,
            zorder=2,
        )
    if not pd.isna(row["target"]):
        # A rim of paper keeps the stroke visible on a dark bar and at its end.
        place = [float(row["target"]) / full] * 2
        axes.plot(place, [y - 9, y + 9], color=colour("paper"), lw=3.4, zorder=3, clip_on=False)
        axes.plot(place, [y - 9, y + 9], color=colour("ink"), lw=1.8, zorder=4, clip_on=False)


def _mark(status: str) -> dict[str, Any]:
    if status == "below":
        return {"marker": "v", "ms": 6, "mfc": colour("paper"), "mec": colour("alert"), "mew": 1.6}
    return {"marker": _MARKERS[status], "ms": 6, "color": colour("main")}
