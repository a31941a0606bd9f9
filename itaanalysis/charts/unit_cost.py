"""What one participant cost, event by event."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import flag_labels
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records
from itaanalysis.thai import baht

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_MOST_CODES = 6
"""More events than these are counted in a note instead of named."""


@chart
def cost_per_participant(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Baht for each participant of every event that spent money and states a head-count, the dearest first.

    A line marks the mean, all that these events spent for each of their participants. Events without spending, without
    a head-count or with neither are no bars of zero: a note says which they are. Where not all bars fit the page, the
    dearest are drawn and the subtitle tells how many.
    """
    words = Wording.of(lang, digits)
    events = summaries.events(year)
    spent = events["amount_baht"] > 0
    table = events[spent & events["cost_per_participant_baht"].notna()].sort_values(
        "cost_per_participant_baht", ascending=False, kind="stable"
    )
    if table.empty:
        return no_data("cost_per_participant", words, "ค่าใช้จ่ายต่อผู้เข้าร่วม", "the cost of a participant", year.fiscal_year)
    mean = _mean(table)
    rows = _rows(words, table)
    drawn = table.head(len(rows.lines))
    page = Page(
        title=_title(words, table, mean),
        subtitle=_subtitle(words, year, len(drawn), len(table)),
        source=words.sheets(year.expenses, year.activities),
        height=rows.bottom,
        notes=_notes(words, events, len(table)),
    )
    rows.draw(page)
    _draw(page, words, drawn, rows, mean)
    page.mark_rows(rows.ends, (_told(words, row) for row in records(drawn)))
    return page.finish("cost_per_participant", words, _alt(words, table, mean))


def _mean(table: pd.DataFrame) -> float:
    """Baht a participant over all events of the table together."""
    return float(baht.total(table["amount_baht"]) / Decimal(int(table["participants"].sum())))


def _rows(words: Wording, table: pd.DataFrame) -> Rows:
    """A row for each event, or for as many of the dearest as fit the page."""
    labels: list[list[Paragraph]] = [[(words.event(row), "label")] for row in records(table)]
    top = role("small").line + 6
    rows = lay_rows(labels, width=205, top=top)
    while rows.natural > sheet().size.tallest and len(labels) > 1:
        labels = labels[: max(1, int(len(labels) * sheet().size.tallest / rows.natural))]
        rows = lay_rows(labels, width=205, top=top)
    return rows


def _told(words: Wording, row: dict[str, Any]) -> str:
    """What the row of an event tells: its whole name, what a participant cost, and of what that is the quotient."""
    cost = words.number(row["cost_per_participant_baht"])
    spent, people = words.baht(row["amount_baht"]), words.people(int(row["participants"]))
    return words(
        f"{words.event(row)}: {cost} บาทต่อคน ({spent} {people})",
        f"{words.event(row)}: {cost} baht each ({spent}, {people})",
    )


def _draw(page: Page, words: Wording, drawn: pd.DataFrame, rows: Rows, mean: float) -> None:
    headings = words("คน", "People"), words("รวม (บาท)", "Total (baht)")
    people = [words.brief(int(count)) for count in drawn["participants"]]
    totals = [words.number(amount) for amount in drawn["amount_baht"]]
    costs = [words.number(cost) for cost in drawn["cost_per_participant_baht"]]
    total_width = max(text_width(text, "quiet") for text in (headings[1], *totals))
    people_right = page.width - total_width - 12
    side = people_right - max(text_width(text, "quiet") for text in (headings[0], *people)) - 10
    head = rows.top - 9
    page.text(page.width, head, headings[1], "small", ha="right")
    page.text(people_right, head, headings[0], "small", ha="right")
    left = rows.marks_from(14)
    right = side - max(text_width(text, "label") for text in costs) - 5
    dearest = max(drawn["cost_per_participant_baht"].max(), mean)
    axes = page.axes(left, right, rows.top, rows.bottom, (0, dearest))
    line = left + mean / dearest * (right - left)
    name = words(f"เฉลี่ย {words.number(mean)}", f"Mean {words.number(mean)}")
    [(start, _)] = flag_labels([(line, name)], "small", 0, side)
    page.text(start, head, name, "small")
    axes.plot([mean, mean], [rows.top - 4, rows.bottom], color=colour("ink"), lw=1.0, ls=(0, (3, 2)), clip_on=False)
    for place, (cost, y) in enumerate(zip(drawn["cost_per_participant_baht"], rows.centres, strict=True)):
        axes.barh([y], [cost], height=11, color=colour("main" if cost > mean else "light"), zorder=2)
        x = left + cost / dearest * (right - left)
        page.text(x + 5, y, costs[place], "label", halo=True)
        page.text(people_right, y, people[place], "quiet", ha="right")
        page.text(page.width, y, totals[place], "quiet", ha="right")
    axes.axvline(0, color=colour("ink"), lw=1.0)


def _title(words: Wording, table: pd.DataFrame, mean: float) -> str:
    rows = records(table)
    dearest, cheapest = rows[0], rows[-1]
    high, low = (words.number(row["cost_per_participant_baht"]) for row in (dearest, cheapest))
    code = words.event_code(dearest)
    if len(rows) == 1:
        return words(
            f"กิจกรรม {code} ใช้จ่าย {high} บาทต่อผู้เข้าร่วมหนึ่งคน", f"Event {code} spent {high} baht for each participant"
        )
    if high == low:
        return words(
            f"{words.brief(len(rows))} รายการใช้จ่ายเท่ากัน {high} บาทต่อคน",
            f"{words.brief(len(rows))} events spent the same, {high} baht for each participant",
        )
    return words(
        f"ค่าใช้จ่ายต่อผู้เข้าร่วมเฉลี่ย {words.number(mean)} บาท สูงสุด {high} บาทในกิจกรรม {code} ต่ำสุด {low} บาท",
        f"A participant cost {words.number(mean)} baht on average, from {low} to {high} baht in event {code}",
    )


def _subtitle(words: Wording, year: YearData, drawn: int, known: int) -> str:
    what = words(
        f"ค่าใช้จ่ายของกิจกรรมหารด้วยจำนวนผู้เข้าร่วม (บาทต่อคน) {words.fiscal_year(year.fiscal_year)}",
        f"Spending of an event by its head-count (baht each), {words.fiscal_year(year.fiscal_year)}",
    )
    if drawn == known:
        return what
    shown, all_of_them = words.brief(drawn), words.brief(known)
    return what + words(f" แสดง {shown} รายการที่สูงสุดจาก {all_of_them}", f"; the {shown} dearest of {all_of_them}")


def _notes(words: Wording, events: pd.DataFrame, known: int) -> list[str]:
    """The events the mean is over, and those that are no bar, by reason."""
    money, people = events["amount_baht"], events["participants"].astype("float64")
    none = ~(people > 0)
    reasons = [
        (money.gt(0) & none, "มีค่าใช้จ่ายแต่ไม่ระบุจำนวนผู้เข้าร่วม", "spent money but state no head-count"),
        (money.eq(0), "ไม่มีค่าใช้จ่าย", "spent nothing"),
        (money.lt(0), "มียอดใช้จ่ายติดลบ", "were paid back more than they spent"),
        (money.isna(), "ไม่มีข้อมูลค่าใช้จ่าย", "have no record of spending"),
    ]
    notes = [
        words(
            f"ค่าเฉลี่ยคิดจาก {words.brief(known)} รายการที่ใช้จ่ายและระบุจำนวนผู้เข้าร่วม โดยหารค่าใช้จ่ายรวมด้วยผู้เข้าร่วมรวม",
            "The mean is the spending of all events with spending and a head-count, divided by their participants: "
            f"{words.brief(known)} {'event' if known == 1 else 'events'}",
        )
    ]
    for which, thai, english in reasons:
        codes = [words.event_code(event) for event in records(events[which])]
        count = words.brief(len(codes))
        named = "" if len(codes) > _MOST_CODES else f": {words.listed(codes)}"
        if codes:
            notes.append(
                words(
                    f"ไม่อยู่ในแผนภูมิเพราะ{thai} {count} รายการ{named}",
                    f"Not drawn, because they {english}: {count} {'event' if len(codes) == 1 else 'events'}{named}",
                )
            )
    return notes


def _alt(words: Wording, table: pd.DataFrame, mean: float) -> str:
    each = [
        words(
            f"{words.event_code(row)} {words.number(row['cost_per_participant_baht'])} บาท",
            f"{words.event_code(row)} {words.number(row['cost_per_participant_baht'])}",
        )
        for row in records(table.head(3))
    ]
    count = words.brief(len(table))
    return words(
        f"แผนภูมิแท่งแสดงค่าใช้จ่ายต่อผู้เข้าร่วมของ {count} รายการ เฉลี่ย {words.number(mean)} บาท มากไปน้อย: {' '.join(each)}",
        f"Bar chart of the cost of a participant in {count} {'event' if len(table) == 1 else 'events'}, "
        f"{words.number(mean)} baht on average. Dearest first: {'; '.join(each)}.",
    )
