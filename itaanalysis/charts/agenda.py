"""The calendar of the year's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.months import every_month, month_scale, name_months
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, middle, role
from itaanalysis.charts.wording import Wording, records
from itaanalysis.fiscal import FiscalYear

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
    labels: list[list[Paragraph]] = [
        [(" ".join(str(part) for part in (words.in_digits(str(code)), name) if not pd.isna(part)), "small")]
        for code, name in zip(events["code"], events["name"], strict=True)
    ]
    rows = lay_rows(labels, width=225, top=top, gap=2.5)
    by_event = rows.natural <= sheet().size.tallest and not sheet().narrow
    groups = events.drop_duplicates("group")
    if not by_event:
        rows = lay_rows([[(words.group(group), "strong")] for group in groups["group"]], width=225, top=top, gap=9)
    page = Page(
        title=_title(words, year),
        subtitle=_subtitle(words, year, by_event),
        source=words.sheets(year.activities),
        height=rows.bottom + (4 if by_event else 0),
    )
    rows.draw(page)
    if by_event:
        _draw_events(page, words, year, rows, events)
    else:
        _draw_months(page, words, year, rows, groups)
    return page.finish("calendar", words, _alt(words, year))


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
    start, end = event["start_date"], event["end_date"]
    start, end = (end, end) if pd.isna(start) else (start, start if pd.isna(end) else end)
    if pd.isna(start):
        label(axes, first, y, words("ไม่ระบุวันที่", "no date"), "quiet", dx=4)
        return
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


def _draw_months(page: Page, words: Wording, year: YearData, rows: Rows, groups: pd.DataFrame) -> None:
    """Counts by sub-activity and month as a shaded table; the darker the cell, the more events."""
    import seaborn as sns
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.transforms import ScaledTranslation

    months = list(FiscalYear(year.fiscal_year).months)
    began = year.activities["start_date"].dt.strftime("%Y-%m")
    keys = [f"{month:%Y-%m}" for month in months]
    columns = began.where(began.isin(keys), "")
    if (columns == "").any():
        keys.append("")
    order = year.activities["group"].fillna("")
    table = pd.crosstab(order, columns).reindex(index=groups["group"].fillna(""), columns=keys, fill_value=0)
    axes = page.axes(rows.marks_from(12), page.width, rows.top, rows.bottom, (0, len(keys)), (len(table), 0))
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
    column = (page.width - rows.marks_from(12)) / len(keys)
    none = words("ไม่ระบุ", "none") if len(keys) > len(months) else ""
    width = text_width(none, "small")
    page.text(page.width - max(column, width) / 2, rows.top - 8, none, "small", ha="center")
    # A wide last heading takes room from the month before it.
    end = page.width - max(column, width + 6) if none else page.width
    for place, month in list(enumerate(months))[:: every_month(words, months, column * len(months))]:
        middle_of = rows.marks_from(12) + (place + 0.5) * column
        if middle_of + text_width(words.month(month), "small") / 2 <= end:
            label(axes, place + 0.5, 0, words.month(month), "small", ha="center", dy=-8)


def _counted(year: YearData) -> tuple[pd.DataFrame, int]:
    """Events by month, and how many have no date in the year."""
    return summaries.events_by_month(year), len(summaries.events_outside_months(year))


def _title(words: Wording, year: YearData) -> str:
    months, outside = _counted(year)
    total = len(year.activities)
    events = words(f"{words.brief(total)} รายการ", f"{words.brief(total)} {'event' if total == 1 else 'events'}")
    if outside == total:
        return words(
            f"มีกิจกรรม {events} แต่ยังไม่มีรายการใดระบุวันที่ในปีงบประมาณ", f"{events}, none with a date in the fiscal year"
        )
    if total == 1:
        event = year.activities.iloc[0]
        end = event["start_date"] if pd.isna(event["end_date"]) else event["end_date"]
        days = words.during(event["start_date"], end)
        return words(f"จัดกิจกรรม {events} {days}", f"{events}, {days}")
    most = int(months["events"].max())
    busiest = [words.date(month, "month_year") for month in months[months["events"] == most]["month"]]
    every = bool((months["events"] > 0).all())
    lead = words(
        f"จัดกิจกรรมทุกเดือน รวม {events}" if every else f"จัดกิจกรรม {events}",
        f"{events}" + (", some in every month" if every else ""),
    )
    if len(busiest) > 3:
        return (
            lead
            if len(busiest) == 12
            else words(f"{lead} เดือนละไม่เกิน {words.brief(most)} รายการ", f"{lead}, at most {words.brief(most)} a month")
        )
    each = words("เดือนละ " if len(busiest) > 1 else "", " each" if len(busiest) > 1 else "")
    return words(
        f"{lead} มากที่สุดในเดือน{words.listed(busiest)} {each}{words.brief(most)} รายการ",
        f"{lead}; most in {words.listed(busiest)}, {words.brief(most)}{each}",
    )


def _subtitle(words: Wording, year: YearData, by_event: bool) -> str:
    _, outside = _counted(year)
    what = (
        words("วันจัดกิจกรรมและจำนวนผู้เข้าร่วม", "Days of the events and their participants")
        if by_event
        else words("จำนวนกิจกรรมที่เริ่มในแต่ละเดือน", "Events that began in each month")
    )
    missing = words(f" (ไม่ระบุวันที่ในปี {words.brief(outside)})", f" ({words.brief(outside)} without a date in it)")
    return f"{what}{words(' ', ', ')}{words.fiscal_year(year.fiscal_year)}" + (missing if outside else "")


def _alt(words: Wording, year: YearData) -> str:
    months, outside = _counted(year)
    busy = months.sort_values("events", ascending=False, kind="stable").iloc[0]
    total = words.brief(len(year.activities))
    first = words(
        f"ปฏิทินของกิจกรรม {total} รายการใน{words.fiscal_year(year.fiscal_year)}",
        f"Calendar of {total} events in {words.fiscal_year(year.fiscal_year)}.",
    )
    parts = [first]
    if busy["events"]:
        month, count = words.date(busy["month"], "month_year"), words.brief(int(busy["events"]))
        parts.append(words(f"เดือนที่มีมากที่สุดคือ{month} {count} รายการ", f"The busiest month is {month} with {count}."))
    if outside:
        parts.append(
            words(f"ไม่ระบุวันที่ในปี {words.brief(outside)} กิจกรรม", f"{words.brief(outside)} without a date in the year.")
        )
    return " ".join(parts)
