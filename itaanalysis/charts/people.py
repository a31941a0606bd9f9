"""Participants of each sub-activity, adding up to the total and held against the target."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import spread_labels
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Rows, lay_rows
from itaanalysis.charts.sub_activities import group_label, group_named, reported_note
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from itaanalysis.year import YearData


@chart
def participants(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Head-count of each sub-activity, largest first, each bar beginning where the one above ends, then the total.

    The target of the KPI `participants` is a line across all bars. Sub-activities that state no head-count say so.
    """
    words = Wording.of(lang, digits)
    groups = summaries.participants_by_group(year).sort_values(
        "participants", ascending=False, kind="stable", na_position="last"
    )
    if groups["participants"].isna().all():
        return no_data("participants", words, "จำนวนผู้เข้าร่วม", "participants", year.fiscal_year)
    total = int(groups["participants"].sum())
    target = _target(year)
    labels = [group_label(words, row) for row in records(groups)]
    labels.append([(words("รวมทุกกิจกรรมย่อย", "All sub-activities"), "strong")])
    rows = lay_rows(labels, width=200, top=role("small").line + 6, gap=9)
    page = Page(
        title=_title(words, groups, total, target),
        subtitle=words(
            f"จำนวนผู้เข้าร่วม ณ สถานที่จัด รายกิจกรรมย่อย {words.fiscal_year(year.fiscal_year)}",
            f"Participants on site by sub-activity, {words.fiscal_year(year.fiscal_year)}",
        ),
        source=words.sheets(year.activities, year.targets[year.targets["kpi"] == "participants"]),
        height=rows.bottom,
        notes=[*_notes(words, groups), *reported_note(words, year, "activities", "participants", Decimal(total))],
    )
    rows.draw(page)
    _draw(page, words, groups, rows, total, target)
    page.rule(0, page.width, rows.ends[-2])
    page.mark_rows(rows.ends, [*(_told(words, row) for row in records(groups)), _told_total(words, total, target)])
    return page.finish("participants", words, _alt(words, groups, total, target))


def _target(year: YearData) -> float | None:
    found = year.targets[year.targets["kpi"] == "participants"]["target"].dropna()
    return float(found.iloc[0]) if len(found) else None


def _draw(page: Page, words: Wording, groups: pd.DataFrame, rows: Rows, total: int, target: float | None) -> None:
    left, centres, span = rows.marks_from(14), rows.centres, (rows.top, rows.bottom)
    heading = words("คน", "People")
    counts = [*groups["participants"], total]
    texts = [words("ไม่ระบุ", "not stated") if pd.isna(count) else words.brief(int(count)) for count in counts]
    column = max(text_width(text, "strong") for text in (heading, *texts))
    right = page.width - column - 14
    axes = page.axes(left, right, *span, (0, max(total, target or 0, 1)))
    page.text(page.width, span[0] - 9, heading, "small", ha="right")
    begun = 0
    for place, (count, text, y) in enumerate(zip(counts, texts, centres, strict=True)):
        last = place == len(counts) - 1
        page.text(page.width, y, text, "quiet" if pd.isna(count) else "strong" if last else "label", ha="right")
        if pd.isna(count):
            continue
        axes.barh([y], [int(count)], left=0 if last else begun, height=14, color=colour("main" if last else "light"))
        begun += int(count)
        if not last and not pd.isna(counts[place + 1]):
            axes.plot([begun, begun], [y, centres[place + 1]], color=colour("rule"), lw=0.8, zorder=0.5)
    axes.axvline(0, color=colour("ink"), lw=1.0)
    if target is not None:
        x = left + target / axes.get_xlim()[1] * (right - left)
        text = words(f"เป้าหมาย {words.people(int(target))}", f"Target {words.people(int(target))}")
        [(start, _)] = spread_labels([(x, text)], "small", 0, right + 8)
        page.text(start, span[0] - 9, text, "small")
        # Where the names stand over the bars, the line crosses the bars alone.
        stretches = [(y - 10, y + 10) for y in rows.centres] if rows.over else [(rows.top - 3, rows.bottom)]
        for stretch in stretches:
            axes.plot([target, target], stretch, color=colour("paper"), lw=2.6, zorder=3, clip_on=False)
            axes.plot([target, target], stretch, color=colour("ink"), lw=1.2, zorder=4, clip_on=False)


def _told(words: Wording, row: dict[str, Any]) -> str:
    """What the row of a sub-activity tells: its whole name, its head-count and of how many events that is."""
    name, stated = group_named(words, row), int(row["events"]) - int(row["not_stated"])
    if pd.isna(row["participants"]):
        return words(f"{name}: ไม่ระบุจำนวนผู้เข้าร่วม", f"{name}: no head-count stated")
    people = words.people(int(row["participants"]))
    return words(
        f"{name}: {people} จาก {words.brief(stated)} รายการที่ระบุจำนวน",
        f"{name}: {people} in {words.brief(stated)} {'event' if stated == 1 else 'events'} with a head-count",
    )


def _told_total(words: Wording, total: int, target: float | None) -> str:
    said = words(f"รวมทุกกิจกรรมย่อย: {words.people(total)}", f"All sub-activities: {words.people(total)}")
    if target is None:
        return said
    return said + words(f" เป้าหมาย {words.people(int(target))}", f", target {words.people(int(target))}")


def _title(words: Wording, groups: pd.DataFrame, total: int, target: float | None) -> str:
    top = groups.iloc[0]
    named = words.group(top["group"])
    if target is None:
        return words(
            f"มีผู้เข้าร่วม {words.people(total)} มากที่สุดคือ{named} {words.people(int(top['participants']))}",
            f"{words.people(total)} took part, most of them in {named}: {words.brief(int(top['participants']))}"
            if len(groups) > 1
            else f"{words.people(total)} took part",
        )
    goal = words.brief(int(target))
    if total < target:
        gap = words.people(int(target) - total)
        return words(
            f"มีผู้เข้าร่วม {words.people(total)} จากเป้าหมาย {goal} คน ต่ำกว่าเป้าหมาย {gap}",
            f"{words.people(total)} took part, {words.brief(int(target) - total)} short of the target of {goal}",
        )
    if total == target:
        return words(
            f"มีผู้เข้าร่วม {words.people(total)} เท่ากับเป้าหมายพอดี", f"{words.people(total)} took part, exactly the target"
        )
    alone = len(groups) > 1 and top["participants"] > target
    tail = words(f" เฉพาะ{named} ก็สูงกว่าเป้าหมาย", f"; {named} alone exceeds it") if alone else ""
    over = total - int(target)
    return words(
        f"มีผู้เข้าร่วม {words.people(total)} จากเป้าหมาย {goal} คน สูงกว่าเป้าหมาย {words.people(over)}{tail}",
        f"{words.people(total)} took part, {words.brief(over)} more than the target of {goal}{tail}",
    )


def _notes(words: Wording, groups: pd.DataFrame) -> list[str]:
    note = words(
        "นับทุกครั้งที่จัดรวมกัน คนเดียวกันอาจถูกนับมากกว่าหนึ่งครั้ง",
        "Attendances are added up; one person may be counted more than once",
    )
    missing = int(groups["not_stated"].sum())
    if missing:
        note += words(
            f" มี {words.brief(missing)} กิจกรรมที่ไม่ระบุจำนวนผู้เข้าร่วม",
            f"; {words.brief(missing)} {'event states' if missing == 1 else 'events state'} no head-count",
        )
    return [note]


def _alt(words: Wording, groups: pd.DataFrame, total: int, target: float | None) -> str:
    known = groups.dropna(subset="participants")
    each = [f"{words.group(row['group'])} {words.people(int(row['participants']))}" for row in records(known)]
    first = words(
        f"แผนภูมิแท่งแสดงจำนวนผู้เข้าร่วม {words.brief(len(known))} กิจกรรมย่อย รวม {words.people(total)}",
        f"Bars of participants in {words.brief(len(known))} sub-activities, {words.people(total)} in all",
    )
    if target is not None:
        first += words(f" เป้าหมาย {words.people(int(target))}", f" against a target of {words.brief(int(target))}")
    return first + words(f" มากไปน้อย: {' '.join(each[:3])}", f". Largest first: {'; '.join(each[:3])}.")
