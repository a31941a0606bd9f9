"""The words of the calendar: its finding, what is drawn, its text description, what its rows and cells tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.wording import Wording

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def _counted(year: YearData) -> tuple[pd.DataFrame, int]:
    """Events by month, and how many have no date in the year."""
    return summaries.events_by_month(year), len(summaries.events_outside_months(year))


def title(words: Wording, year: YearData) -> str:
    """The finding: how many events there were, and the busiest months."""
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
    if len(busiest) > 3 or most == 1:
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


def subtitle(words: Wording, year: YearData, by_event: bool) -> str:
    """What is drawn, and how many events have no day in the year."""
    _, outside = _counted(year)
    what = (
        words("วันจัดกิจกรรมและจำนวนผู้เข้าร่วม", "Days of the events and their participants")
        if by_event
        else words("จำนวนกิจกรรมที่เริ่มในแต่ละเดือน", "Events that began in each month")
    )
    missing = words(
        f" (ไม่มีวันที่ในปีงบประมาณ {words.brief(outside)} รายการ)", f" ({words.brief(outside)} without a date in it)"
    )
    return f"{what}{words(' ', ', ')}{words.fiscal_year(year.fiscal_year)}" + (missing if outside else "")


def alt(words: Wording, year: YearData) -> str:
    """How many events, the busiest month, and those without a date."""
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
            words(
                f"ไม่มีวันที่ในปีงบประมาณ {words.brief(outside)} รายการ",
                f"{words.brief(outside)} without a date in the year.",
            )
        )
    return " ".join(parts)


def days_of(event: dict[str, Any]) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """First and last day of an event, one of them standing for both where the other is missing; None without any."""
    known = [day for day in (event["start_date"], event["end_date"]) if not pd.isna(day)]
    return (known[0], known[-1]) if known else None


def told(words: Wording, event: dict[str, Any]) -> str:
    """What the row of an event tells: its whole name, its days with their year, its head-count."""
    held = days_of(event)
    days = words.dates(*held) if held else words("ไม่ระบุวันที่", "no date")
    count = event["participants"]
    people = words("ไม่ระบุจำนวนผู้เข้าร่วม", "no head-count") if pd.isna(count) else words.people(int(count))
    return f"{words.event(event)}: {days}{words(' ', ', ')}{people}"


def told_month(words: Wording, group: Any, month: date | None, count: int) -> str:
    """What a cell of the table of months tells; without a month, of the events that have no date in the year."""
    when = (
        words("ไม่มีวันที่ในปีงบประมาณ", "without a date in the year") if month is None else words.date(month, "month_year")
    )
    events = words(f"{words.brief(count)} รายการ", f"{words.brief(count)} {'event' if count == 1 else 'events'}")
    return f"{words.group(group)}{words(' ', ', ')}{when}: {events}"
