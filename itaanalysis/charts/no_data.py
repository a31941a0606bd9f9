"""What stands in the place of a chart whose table has no rows yet."""

from __future__ import annotations

from typing import Any

from itaanalysis.charts.chart import Chart
from itaanalysis.charts.page import Page
from itaanalysis.charts.theme import colour, page_width, role
from itaanalysis.charts.wording import Wording


def no_data(name: str, words: Wording, what_th: str, what_en: str, fiscal_year: int) -> Chart:
    """The chart of a table without rows: it says what is missing and for which year."""
    title = words(
        f"ยังไม่มีข้อมูล{what_th} {words.fiscal_year(fiscal_year)}",
        f"No data yet on {what_en}, {words.fiscal_year(fiscal_year)}",
    )
    height = 3 * role("label").line
    page = Page(title, "", "", height)
    page.figure.add_artist(_frame(page))
    page.text(
        page.width / 2,
        height / 2,
        words("เมื่อกรอกข้อมูลแล้ว แผนภูมิจะปรากฏที่นี่", "The chart appears here once the data are filled in."),
        "quiet",
        ha="center",
    )
    return page.finish(name, words, title)


def _frame(page: Page) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle(
        (page.margin / page_width(), 1 - (page.height + page.top) / page.whole),
        page.width / page_width(),
        page.height / page.whole,
        facecolor="none",
        edgecolor=colour("rule"),
        linewidth=0.8,
        linestyle=(0, (2, 3)),
    )
