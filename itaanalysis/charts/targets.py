"""KPI results against their targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records
from itaanalysis.terms import STATUSES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_MARKERS = {"below": "v", "as_planned": "o", "above": "^"}
_MOST_NAMED = 3
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
    cells = [_cells(words, row) for row in records(table)]
    labels = [_label(words, row, cell) for row, cell in zip(records(table), cells, strict=True)]
    rows = lay_rows(labels, width=152, top=4 if sheet().narrow else role("small").line + 6, gap=11, short_beside=False)
    page = Page(
        title=_title(words, judged, table),
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
    return page.finish("kpi_targets", words, _alt(words, judged))


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """KPIs below plan first, those that cannot be judged last, otherwise as they come."""
    rank = table["status"].map({"below": 0, "as_planned": 1, "above": 1}).fillna(2)
    return table.assign(rank=rank).sort_values("rank", kind="stable").reset_index(drop=True)


def _label(words: Wording, row: dict[str, Any], cell: tuple[str, str, str]) -> list[Paragraph]:
    """Name of a KPI; on a narrow page, which has no room for columns, result and target after it."""
    weight = "strong" if row["status"] == "below" else "label"
    if not sheet().narrow:
        return [(words.name(row), weight)]
    result = words(f"ผล {cell[0]} เป้าหมาย {cell[1]}", f"Result {cell[0]}, target {cell[1]}")
    return [(words.name(row), weight), (result, "quiet")]


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


def _cells(words: Wording, row: dict[str, Any]) -> tuple[str, str, str]:
    result = "–" if pd.isna(row["value"]) else _figure(words, row)
    target = "–" if pd.isna(row["target"]) else words.measure(row["target"], row["unit"])
    if row["status"] in STATUSES:
        status = words(*STATUSES[row["status"]])
    elif pd.isna(row["value"]):
        status = words("ยังไม่มีผล", "no result yet")
    else:
        status = words("ไม่มีเป้าหมาย", "no target")
    return result, target, status


def _figure(words: Wording, row: dict[str, Any]) -> str:
    """The result with its unit; one below its target is never rounded up onto it."""
    return words.measure(row["value"], row["unit"], row["target"] if row["status"] == "below" else None)


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


def _title(words: Wording, judged: pd.DataFrame, table: pd.DataFrame) -> str:
    total, below = len(judged), judged[judged["status"] == "below"]
    if not total:
        known = words.brief(int(table["value"].notna().sum()))
        return words(
            f"มีผลของ {known} ตัวชี้วัด แต่ยังไม่มีเป้าหมายให้เทียบ", f"Results for {known} KPIs, no targets to hold them against"
        )
    count = words(f"{words.brief(total)} ตัวชี้วัด", f"{words.brief(total)} {'KPI' if total == 1 else 'KPIs'}")
    if below.empty:
        return words(
            f"ผลงานถึงเป้าหมายครบทั้ง {count}",
            f"All {count} reached the target" if total > 1 else "The one KPI reached its target",
        )
    if len(below) == total:
        return words(f"ไม่มีตัวชี้วัดใดถึงเป้าหมายจากทั้งหมด {count}", f"None of the {count} reached the target")
    reached = words.brief(total - len(below))
    if len(below) == 1:
        row = records(below)[0]
        result, target = _figure(words, row), words.measure(row["target"], row["unit"])
        # Thai parts words from figures by a space, not from other words.
        got, aim = (f"{'' if text.startswith('ร') else ' '}{text}" for text in (result, target))
        return words(
            f"{reached} จาก {count}ถึงเป้าหมาย ที่ไม่ถึงคือ “{words.name(row)}” ได้{got} จากเป้าหมาย{aim}",
            f"{reached} of {count} reached the target; below it is “{words.name(row)}”, {result} against {target}",
        )
    return words(
        f"{reached} จาก {count}ถึงเป้าหมาย ต่ำกว่าแผน {words.brief(len(below))} ตัวชี้วัด",
        f"{reached} of {count} reached the target; {words.brief(len(below))} are below plan",
    )


def _alt(words: Wording, judged: pd.DataFrame) -> str:
    first = words(
        f"แผนภูมิแท่งเทียบผลกับเป้าหมายของ {words.brief(len(judged))} ตัวชี้วัด",
        f"Bars of {words.brief(len(judged))} KPIs against their targets.",
    )
    counts = [
        words(f"{words(*STATUSES[status])} {words.brief(n)} ตัวชี้วัด", f"{words.brief(n)} {words(*STATUSES[status])}")
        for status in ("above", "as_planned", "below")
        if (n := int((judged["status"] == status).sum()))
    ]
    below = [f"{words.name(row)} {_figure(words, row)}" for row in records(judged[judged["status"] == "below"])]
    parts = [first]
    if counts:
        parts.append(f"{words.listed(counts)}" + words("", "."))
    if below:
        named = words.listed(below, _MOST_NAMED, "ตัวชี้วัด")
        parts.append(words(f"ต่ำกว่าแผน: {named}", f"Below plan: {named}."))
    return " ".join(parts)
