"""How spending added up over the fiscal year, against the allocation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts import cumulative_words
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.cumulative_months import mark_months
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import break_lines, text_width
from itaanalysis.charts.months import month_scale, name_months
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page, plot_height
from itaanalysis.charts.scales import nice_ticks, y_ticks
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.sub_activities import reported_note
from itaanalysis.charts.theme import colour, page_setting, page_width, role
from itaanalysis.charts.wording import Wording
from itaanalysis.thai import baht

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_PLOT_HEIGHT = 230.0
_UNDATED_WIDTH = 16.0
"""Points that the block of spending without a date is wide."""
_MOST_NAMED = 4
"""Steps that are named, the largest."""
_LEAST_ROOM = 75.0
"""Points a name of a step needs left of its rise."""
_KEY = 26.0
"""Points that the sample of a line takes before its name."""
_PACE: dict[str, Any] = {"color": colour("alert"), "lw": 1.4, "ls": (0, (1, 1.6))}


@chart
def cumulative_spending(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Money spent so far as a stepped line over the months of the fiscal year, the allocation as a line across.

    Where there is an allocation, a dotted line shows an even pace: the same amount every day. It is no plan, for the
    sheets hold none.

    An event's money counts from its last day. Spending without a date is a hatched block after September, so that the
    end of the line and the block together are all that was spent. The largest steps are named.
    """
    words = Wording.of(lang, digits)
    steps = summaries.cumulative_spending(year)
    amounts = year.expenses["amount_baht"].dropna()
    if amounts.empty:
        return no_data("cumulative_spending", words, "ค่าใช้จ่าย", "spending", year.fiscal_year)
    total = float(baht.total(amounts))
    allocation = None if year.allocation_baht is None or pd.isna(year.allocation_baht) else float(year.allocation_baht)
    key = 0 if allocation is None else 4 + len(_pace_key(words)) * role("small").line
    page = Page(
        title=cumulative_words.title(words, steps, total, allocation),
        subtitle=words(
            f"ค่าใช้จ่ายสะสมตามวันสิ้นสุดกิจกรรม {words.fiscal_year(year.fiscal_year)} (บาท)",
            f"Cumulative spending by the last day of each event, {words.fiscal_year(year.fiscal_year)} (baht)",
        ),
        source=words.sheets(year.expenses, year.activities),
        height=plot_height(_PLOT_HEIGHT) + 20 + key,
        notes=reported_note(words, year, "expenses", "amount_baht", baht.total(amounts)),
    )
    _draw(page, words, year, steps, total, allocation)
    return page.finish("cumulative_spending", words, cumulative_words.alt(words, steps, total, allocation))


def _draw(
    page: Page, words: Wording, year: YearData, steps: pd.DataFrame, total: float, allocation: float | None
) -> None:
    highest = max(total, allocation or 0, 1.0)
    ticks = nice_ticks(0, highest, 7)
    left = max(text_width(words.brief(tick), "quiet") for tick in ticks) + 8
    undated = float(baht.total(steps[steps["date"].isna()]["amount_baht"]))
    end_lines = cumulative_words.end_lines(words, total, allocation, undated)
    side, bottom = max(text_width(text, name) for text, name in end_lines), plot_height(_PLOT_HEIGHT)
    # On a narrow page these lines stand over the plot, or the plot would have no width.
    over = sum(role(name).line for _, name in end_lines) if sheet().narrow else 0.0
    right, top = page.width - _UNDATED_WIDTH - (2 if over else side + 10), 14 + over
    axes = page.axes(left, right, top, bottom, month_scale(year.fiscal_year), (0, highest * 1.04))
    y_ticks(axes, ticks, words.tick)
    name_months(axes, words, year.fiscal_year)

    first, last = axes.get_xlim()
    dated = steps.dropna(subset="date")
    days = [min(max(_day(date), first), last) for date in dated["date"]]
    x, y = [first, *days, last], [0.0, *dated["cumulative_baht"], dated["cumulative_baht"].max() if days else 0.0]
    axes.fill_between(x, y, step="post", color=colour("light"), alpha=0.35, lw=0)
    axes.step(x, y, where="post", color=colour("main"), lw=2.2, zorder=3)
    _name_steps(page, axes, words, dated, days, (left, right))

    per_point = (last - first) / (right - left)
    block = last + _UNDATED_WIDTH * per_point
    if undated:
        axes.bar(
            [last],
            [undated],
            bottom=y[-1],
            width=block - last,
            align="edge",
            facecolor=colour("paper"),
            edgecolor=colour("main"),
            hatch="////",
            clip_on=False,
            zorder=3,
        )
    if allocation is not None:
        axes.plot(
            [first, block], [allocation] * 2, color=colour("ink"), lw=1.0, ls=(0, (4, 2)), clip_on=False, zorder=4
        )
        text = words(f"วงเงินจัดสรร {words.brief(allocation)}", f"Allocation {words.brief(allocation)}")
        label(axes, first, allocation, text, "small", dx=4, dy=-8)
        axes.plot([first, last], [0, allocation], zorder=2, **_PACE)
        page.line(0, 20, bottom + 30, **_PACE)
        for row, line in enumerate(_pace_key(words)):
            page.text(_KEY, bottom + 30 + row * role("small").line, line, "small")
    axes.plot([first, last], [0, 0], color=colour("ink"), lw=1.0, clip_on=False, zorder=4)

    mark_months(page, words, year.fiscal_year, steps, allocation, (left, right), (top, bottom + 18))
    if undated:
        page.mark(right, right + _UNDATED_WIDTH, top, bottom + 18, cumulative_words.told_undated(words, undated, total))
    height = top + (highest * 1.04 - total) / (highest * 1.04) * (bottom - top)
    place = role("strong").line / 2 if over else max(height, top + role("strong").line / 2)
    for text, name in end_lines:
        page.text(page.width if over else page.width - side, place, text, name, ha="right" if over else "left")
        place += role(name).line


def _pace_key(words: Wording) -> list[str]:
    """What the even pace is: a reference, for the sheets hold an allocation but no plan by month."""
    text = words(
        "เส้นเทียบ: ใช้เท่ากันทุกวันจนครบวงเงิน ไม่ใช่แผนของหน่วยงาน",
        "For comparison: the same amount every day; not a plan of the office",
    )
    return break_lines(text, "small", page_width() - 2 * page_setting("margin") - _KEY)


def _name_steps(
    page: Page, axes: Axes, words: Wording, dated: pd.DataFrame, days: list[float], span: tuple[float, float]
) -> None:
    """Names the largest steps in the empty space above the line, left of the rise and no taller than it."""
    first, last = axes.get_xlim()
    _, highest = axes.get_ylim()
    points_per_baht = axes.get_position().height * page.whole / highest
    largest = dated["amount_baht"].nlargest(_MOST_NAMED).index
    for day, (row, step) in zip(days, dated.iterrows(), strict=True):
        room = min((day - first) / (last - first) * (span[1] - span[0]) - 10, 240)
        lines = int((step["amount_baht"] * points_per_baht) // role("small").line)
        if row not in largest or not lines or room < _LEAST_ROOM:
            continue
        amount = "+" + words.number(step["amount_baht"])
        event = step.to_dict()
        named = [*break_lines(words.event(event), "small", room), amount]
        coded = [*break_lines(words.event_code(event), "small", room), amount]
        texts = next((texts for texts in (named, coded) if len(texts) <= lines), [amount])
        for place, text in enumerate(texts):
            dy = (place + 0.5) * role("small").line
            label(axes, day, step["cumulative_baht"], text, "small", ha="right", dx=-6, dy=dy, halo=True)


def _day(date: pd.Timestamp) -> float:
    # An event's money is spent when its last day is over.
    return float(date.toordinal() + 1)
