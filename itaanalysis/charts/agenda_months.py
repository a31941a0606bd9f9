"""The calendar of many events: a table of months, how many events of each sub-activity began in each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.charts.agenda_words import told_month
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.months import every_month
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Rows
from itaanalysis.charts.theme import colour, middle, role
from itaanalysis.charts.wording import Wording
from itaanalysis.fiscal import FiscalYear

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def draw_months(page: Page, words: Wording, year: YearData, rows: Rows, groups: pd.DataFrame) -> None:
    """Counts by sub-activity and month as a shaded table; the darker the cell, the more events.

    Events without a date in the year have a last column, which is there only with them.
    """
    import seaborn as sns
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.transforms import ScaledTranslation

    months = list(FiscalYear(year.fiscal_year).months)
    table = _counts(year, groups, months)
    keys = len(table.columns)
    axes = page.axes(rows.marks_from(12), page.width, rows.top, rows.bottom, (0, keys), (len(table), 0))
    sns.heatmap(
        table,
        ax=axes,
        cmap=LinearSegmentedColormap.from_list("events", [colour("paper"), colour("light"), colour("main")]),
        vmin=0,
        annot=[[words.brief(count) if count else "" for count in row] for row in table.to_numpy().tolist()],
        fmt="",
        annot_kws={"size": role("label").size, "family": role("label").families, "va": "baseline"},
        linewidths=1.5,
        linecolor=colour("paper"),
        cbar=False,
        xticklabels=False,
        yticklabels=False,
    )
    axes.set(xlabel="", ylabel="")
    drop = ScaledTranslation(0, -middle(role("label").size) / 72, page.figure.dpi_scale_trans)
    for text in axes.texts:
        text.set_transform(axes.transData + drop)
    column = (page.width - rows.marks_from(12)) / keys
    none = words("ไม่ระบุ", "none") if keys > len(months) else ""
    width = text_width(none, "small")
    page.text(page.width - max(column, width) / 2, rows.top - 8, none, "small", ha="center")
    # A wide last heading takes room from the month before it.
    end = page.width - max(column, width + 6) if none else page.width
    for place, month in list(enumerate(months))[:: every_month(words, months, column * len(months))]:
        middle_of = rows.marks_from(12) + (place + 0.5) * column
        if middle_of + text_width(words.month(month), "small") / 2 <= end:
            label(axes, place + 0.5, 0, words.month(month), "small", ha="center", dy=-8)
    height = (rows.bottom - rows.top) / len(table)
    for down, (group, counts) in enumerate(table.iterrows()):
        for across, count in enumerate(counts):
            if count:
                left, top = rows.marks_from(12) + across * column, rows.top + down * height
                began = months[across] if across < len(months) else None
                page.mark(left, left + column, top, top + height, told_month(words, group, began, int(count)))


def _counts(year: YearData, groups: pd.DataFrame, months: list[date]) -> pd.DataFrame:
    """Events by sub-activity and month; a last column for those without a date in the year, where there are any."""
    began = year.activities["start_date"].dt.strftime("%Y-%m")
    keys = [f"{month:%Y-%m}" for month in months]
    columns = began.where(began.isin(keys), "")
    if (columns == "").any():
        keys.append("")
    order = year.activities["group"].fillna("")
    return pd.crosstab(order, columns).reindex(index=groups["group"].fillna(""), columns=keys, fill_value=0)
