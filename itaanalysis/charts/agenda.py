"""The calendar of the year's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import agenda_words
from itaanalysis.charts.agenda_months import draw_months
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.months import month_scale, name_months
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData


@chart
def calendar(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Every event on its day, one row each with its code and head-count, a rule between sub-activities.

    Events without a date say so. When the rows would not fit the page, the calendar is a table of months instead:
    how many events of each sub-activity began in each month.
    """
    words = Wording.of(lang, digits)
    if year.activities.empty:
        return no_data("calendar", words, "กิจกรรม", "events", year.fiscal_year)
    top = role("small").line + 6
    events = _in_group_order(year.activities)
    labels: list[list[Paragraph]] = [[(words.event(event), "small")] for event in records(events)]
    rows = lay_rows(labels, width=225, top=top, gap=2.5)
    by_event = rows.natural <= sheet().size.tallest and not sheet().narrow
    groups = events.drop_duplicates("group")
    if not by_event:
        rows = lay_rows([[(words.group(group), "strong")] for group in groups["group"]], width=225, top=top, gap=9)
    page = Page(
        title=agenda_words.title(words, year),
        subtitle=agenda_words.subtitle(words, year, by_event),
        source=words.sheets(year.activities),
        height=rows.bottom + (4 if by_event else 0),
    )
    rows.draw(page)
    if by_event:
        _draw_events(page, words, year, rows, events)
        page.mark_rows(rows.ends, (agenda_words.told(words, event) for event in records(events)))
    else:
        draw_months(page, words, year, rows, groups)
    return page.finish("calendar", words, agenda_words.alt(words, year))


def _in_group_order(activities: pd.DataFrame) -> pd.DataFrame:
    """Events by the number of their sub-activity, otherwise in source order."""
    order = sorted(range(len(activities)), key=lambda row: summaries.group_order(activities["group"].iloc[row]))
    return activities.iloc[order]


def _draw_events(page: Page, words: Wording, year: YearData, rows: Rows, events: pd.DataFrame) -> None:
    heading = words("คน", "People")
    counts = ["–" if pd.isna(count) else words.brief(int(count)) for count in events["participants"]]
    column = max(text_width(text, "small") for text in (heading, *counts))
    axes = page.axes(
        rows.marks_from(10), page.width - column - 10, rows.top, rows.bottom, month_scale(year.fiscal_year)
    )
    name_months(axes, words, year.fiscal_year, at_top=True)
    page.text(page.width, rows.top - 9, heading, "small", ha="right")
    before = object()
    for event, count, y, edge in zip(records(events), counts, rows.centres, rows.ends, strict=False):
        group = "" if pd.isna(event["group"]) else event["group"]
        if group != before:
            page.rule(0, page.width, edge)
        before = group
        page.text(page.width, y, count, "small", ha="right")
        _draw_event(axes, words, event, y)


def _draw_event(axes: Axes, words: Wording, event: dict[str, Any], y: float) -> None:
    first, last = axes.get_xlim()
    held_on = agenda_words.days_of(event)
    if held_on is None:
        label(axes, first, y, words("ไม่ระบุวันที่", "no date"), "quiet", dx=4)
        return
    start, end = held_on
    if end.toordinal() < first or start.toordinal() >= last:
        held = words.dates(start, end, "short")
        text = words(f"นอกปีงบประมาณ: {held}", f"outside the year: {held}")
        label(axes, first, y, text, "quiet", dx=4)
        return
    # Noon of each day, so that a one-day event stands in the middle of its day.
    days = [min(max(day.toordinal() + 0.5, first), last) for day in (start, end)]
    axes.plot(days, [y, y], color=colour("main"), lw=4.5, marker="o", ms=6, zorder=3, clip_on=False)
    early = (days[1] - first) / (last - first) < 0.72
    text = _day_and_month(words, start, end)
    if early:
        label(axes, days[1], y, text, "small", dx=7, halo=True)
    else:
        label(axes, days[0], y, text, "small", ha="right", dx=-7, halo=True)


def _day_and_month(words: Wording, start: pd.Timestamp, end: pd.Timestamp) -> str:
    """Days without their year, which the scale shows: “๗ – ๘ ก.พ.”."""
    ends = f"{words.brief(end.day)} {words.month(end)}"
    if start == end:
        return ends
    if (start.year, start.month) == (end.year, end.month):
        return f"{words.brief(start.day)}–{ends}"
    return f"{words.brief(start.day)} {words.month(start)} – {ends}"
