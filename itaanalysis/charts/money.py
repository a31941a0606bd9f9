"""Money: which sub-activity spent it, and how it adds up to the allocation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import lay_rows
from itaanalysis.charts.sub_activities import group_label, group_named, reported_note
from itaanalysis.charts.theme import colour
from itaanalysis.charts.wording import Wording, records
from itaanalysis.thai import baht

if TYPE_CHECKING:
    from itaanalysis.year import YearData


@chart
def spending_by_group(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Baht spent by each sub-activity as bars, the largest first, with its share of all spending.

    A sub-activity for which no amount is stated stands last and says so.
    """
    words = Wording.of(lang, digits)
    groups = summaries.spending_by_group(year).sort_values(
        "amount_baht", ascending=False, kind="stable", na_position="last"
    )
    if groups["amount_baht"].isna().all():
        return no_data("spending_by_group", words, "ค่าใช้จ่าย", "spending", year.fiscal_year)
    total = baht.total(groups["amount_baht"].dropna())
    rows = lay_rows([group_label(words, row) for row in records(groups)], width=200, top=18, gap=9)
    page = Page(
        title=_group_title(words, groups, float(total)),
        subtitle=words(
            f"ค่าใช้จ่ายของแต่ละกิจกรรมย่อย {words.fiscal_year(year.fiscal_year)} รวม {words.baht(total)}",
            f"Spending by sub-activity, {words.fiscal_year(year.fiscal_year)}, {words.baht(total)} in all",
        ),
        source=words.sheets(year.expenses, year.activities),
        height=rows.bottom,
        notes=reported_note(words, year, "expenses", "amount_baht", total),
    )
    rows.draw(page)
    headings = words("บาท", "Baht"), words("ร้อยละ", "Share")
    shares = ["" if pd.isna(share) else words.number(share) + words("", "%") for share in groups["share"]]
    amounts = ["" if pd.isna(amount) else words.number(amount) for amount in groups["amount_baht"]]
    share_width = max(text_width(text, "quiet") for text in (headings[1], *shares))
    amount_right = page.width - share_width - 14
    amount_width = max(text_width(text, "label") for text in (headings[0], *amounts))
    page.text(amount_right, 9, headings[0], "small", ha="right")
    page.text(page.width, 9, headings[1], "small", ha="right")
    axes = page.axes(
        rows.marks_from(14),
        amount_right - amount_width - 12,
        rows.top,
        rows.bottom,
        (0, max(groups["amount_baht"].max(), 1)),
    )
    for place, (amount, y) in enumerate(zip(groups["amount_baht"], rows.centres, strict=True)):
        if pd.isna(amount):
            page.text(amount_right, y, words("ไม่มีข้อมูล", "no data"), "quiet", ha="right")
            continue
        axes.barh([y], [amount], height=14, color=colour("main" if place == 0 else "light"))
        page.text(amount_right, y, amounts[place], "strong" if place == 0 else "label", ha="right")
        page.text(page.width, y, shares[place], "quiet", ha="right")
    axes.axvline(0, color=colour("ink"), lw=1.0)
    page.mark_rows(rows.ends, (_told(words, row) for row in records(groups)))
    return page.finish("spending_by_group", words, _group_alt(words, groups, total))


def _told(words: Wording, row: dict[str, Any]) -> str:
    """What the row of a sub-activity tells: its whole name, its spending and what share of all that is."""
    name = group_named(words, row)
    if pd.isna(row["amount_baht"]):
        return words(f"{name}: ไม่มีข้อมูลค่าใช้จ่าย", f"{name}: no data on spending")
    amount = words.baht(row["amount_baht"])
    if pd.isna(row["share"]):
        return f"{name}: {amount}"
    share = words.number(row["share"])
    return words(f"{name}: {amount} คิดเป็นร้อยละ {share} ของทั้งหมด", f"{name}: {amount}, {share}% of all")


def _group_title(words: Wording, groups: pd.DataFrame, total: float) -> str:
    top = groups.iloc[0]
    if total <= 0:
        return words("ไม่มีกิจกรรมย่อยใดมีค่าใช้จ่าย", "No sub-activity spent any money")
    spent = groups[groups["amount_baht"] > 0]
    named = words.group(top["group"])
    if len(spent) == 1:
        return words(
            f"{named} ใช้จ่ายเพียงกิจกรรมย่อยเดียว {words.baht(top['amount_baht'])}",
            f"{named} alone spent money: {words.baht(top['amount_baht'])}",
        )
    if spent["amount_baht"].nunique() == 1:
        return words(
            f"{words.brief(len(spent))} กิจกรรมย่อยใช้จ่ายเท่ากัน กิจกรรมละ {words.baht(top['amount_baht'])}",
            f"{words.brief(len(spent))} sub-activities spent the same, {words.baht(top['amount_baht'])} each",
        )
    share = words.percent(top["amount_baht"], total)
    return words(
        f"{named} ใช้จ่ายมากที่สุด {words.baht(top['amount_baht'])} คิดเป็น{share} ของค่าใช้จ่ายทั้งหมด",
        f"{named} spent the most: {words.baht(top['amount_baht'])}, {share} of all spending",
    )


def _group_alt(words: Wording, groups: pd.DataFrame, total: object) -> str:
    known = groups.dropna(subset="amount_baht")
    each = [f"{words.group(row['group'])} {words.baht(row['amount_baht'])}" for row in records(known)]
    return words(
        f"แผนภูมิแท่งแสดงค่าใช้จ่ายของ {words.brief(len(known))} กิจกรรมย่อย รวม {words.baht(total)} "
        f"มากไปน้อย: {' '.join(each[:3])}",
        f"Bar chart of the spending of {words.brief(len(known))} sub-activities, {words.baht(total)} in all, "
        f"largest first: {'; '.join(each[:3])}.",
    )
