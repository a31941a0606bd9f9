"""The national mean over the years, with this ministry beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.page import Page, label, nice_ticks, no_data, spread_labels, y_ticks
from itaanalysis.charts.theme import colour, role, theme
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from itaanalysis.year import YearData

_PLOT_HEIGHT = 215.0


def national_trend(
    year: YearData, lang: str = "th", digits: str | None = None, others: Sequence[YearData] = ()
) -> Chart:
    """The national mean ITA score year by year, the pass mark, and the units of this ministry in the year shown.

    Years from which scores are not measured as before are marked, and the line across such a break is dashed: the
    figures on its two sides should not be compared. `others` are further years of the same ministry, whose mean is
    drawn as well.
    """
    words = Wording(lang, digits)
    national = year.national.dropna(subset="mean_score").sort_values("fiscal_year")
    means = {int(row["fiscal_year"]): float(row["mean_score"]) for row in records(national)}
    if not means:
        with theme():
            return no_data("national_trend", words, "คะแนนเฉลี่ยทั้งประเทศ", "the national mean", year.fiscal_year)
    ministry = {
        one.fiscal_year: mean
        for one in sorted([*others, year], key=lambda one: one.fiscal_year)
        if not pd.isna(mean := summaries.mean_score(one.unit_scores["score"]))
    }
    scores = summaries.distance_to_pass_mark(year).dropna(subset="score")
    with theme():
        page = Page(
            title=_title(words, year, means, ministry),
            subtitle=words(
                f"คะแนน ITA เฉลี่ยทั้งประเทศ ปีงบประมาณ พ.ศ. {_span(words, means)} "
                f"และคะแนนของหน่วยงานในกระทรวงปี {words.code(str(year.fiscal_year))}",
                f"National mean ITA score, FY{_span(words, means)}, "
                f"and the units of the ministry in FY{words.code(str(year.fiscal_year))}",
            ),
            source=words.sheets(year.unit_scores)
            + (";" if len(year.unit_scores) else words("ที่มา:", "Source:"))
            + " "
            + words.publications("national.csv", national["source"].dropna()),
            height=_PLOT_HEIGHT + 22,
            notes=_notes(words, national),
        )
        _draw(page, words, year, means, ministry, scores)
        return page.finish("national_trend", words, _alt(words, year, means, ministry))


def _span(words: Wording, means: dict[int, float]) -> str:
    first, last = words.code(str(min(means))), words.code(str(max(means)))
    return first if first == last else f"{first}–{last}"


def _notes(words: Wording, national: pd.DataFrame) -> list[str]:
    if national["note"].isna().all():
        return []
    years = [words.code(str(year)) for year in national[national["note"].notna()]["fiscal_year"]]
    return [
        words(
            f"บางตัวเลขของปี {words.listing(years, 9)} ปัดเศษหรือคำนวณจากผลต่างที่เผยแพร่ รายละเอียดใน national.csv",
            f"Some figures of FY{words.listing(years, 9)} are rounded or derived from published changes; "
            "see national.csv",
        )
    ]


def _draw(
    page: Page,
    words: Wording,
    year: YearData,
    means: dict[int, float],
    ministry: dict[int, float],
    scores: pd.DataFrame,
) -> None:
    first, last = min([*means, *ministry]), max([*means, *ministry])
    mark = year.criteria.pass_mark
    everything = [*means.values(), *ministry.values(), *scores["score"], mark]
    low = min(everything) - max(100 - min(everything), 1) * 0.12
    ticks = nice_ticks(low, max(100.0, *everything), 6)
    left = max(text_width(words.number(tick), "quiet") for tick in ticks) + 8
    beside = _beside(words, scores, ministry.get(year.fiscal_year))
    side = max((text_width(text, name) for _, text, name in beside), default=0) + (32 if beside else 10)
    right = page.width - side

    breaks = [found for found in year.criteria.breaks if first < found.fiscal_year <= last]
    texts = [
        words(f"ปี {words.code(str(found.fiscal_year))} {found.note_th}", f"FY{found.fiscal_year}: {found.note_en}")
        for found in breaks
    ]
    limits = first - 0.3, last + 0.3

    def place(value: float) -> float:
        return left + (value - limits[0]) / (limits[1] - limits[0]) * (right - left)

    # The first note ends at its line, the others begin at theirs, so that no line runs through another's note.
    half = [text_width(text, "small") / 2 * (-1 if number == 0 else 1) for number, text in enumerate(texts)]
    centres = [place(found.fiscal_year - 0.5) + shift for found, shift in zip(breaks, half, strict=True)]
    places = spread_labels(list(zip(centres, texts, strict=True)), "small", 0, page.width)
    top = (max((level for _, level in places), default=-1) + 1) * role("small").line + 6
    axes = page.axes(left, right, top, _PLOT_HEIGHT, limits, (low, max(100.0, *everything)))
    y_ticks(axes, ticks, words.number)
    for found, text, (start, level) in zip(breaks, texts, places, strict=True):
        y = top - 10 - level * role("small").line
        page.text(start, y, text, "small")
        x = found.fiscal_year - 0.5
        low_y, high_y = axes.get_ylim()
        reach = (top - y - 6) / (_PLOT_HEIGHT - top) * (high_y - low_y)
        axes.plot([x, x], [low_y, high_y + reach], color=colour("muted"), lw=0.9, ls=(0, (1, 2)), clip_on=False)
    axes.plot(limits, [mark, mark], color=colour("ink"), lw=1.0, zorder=1.5)
    text = words(f"เกณฑ์ผ่าน {words.number(mark)}", f"Pass mark {words.number(mark)}")
    label(axes, limits[0], mark, text, "small", dx=4, dy=-8 if means.get(first, 0) < mark else 8, halo=True)

    _draw_line(axes, means, {found.fiscal_year for found in breaks}, "main", "o")
    if len(ministry) > 1:
        _draw_line(axes, ministry, {found.fiscal_year for found in breaks}, "alert", "D")
    low_y, high_y = axes.get_ylim()
    per_year, per_score = (right - left) / (limits[1] - limits[0]), (_PLOT_HEIGHT - top) / (high_y - low_y)
    for one, mean in means.items():
        # Where the line climbs steeply from a point, its figure stands a little left, off the line.
        steep = (means.get(one + 1, mean) - mean) * per_score > 0.4 * per_year
        label(axes, one, mean, words.score(mean), "label", ha="center", dx=-15 if steep else 0, dy=-12, halo=True)
    step = max(1, -(-(last - first + 1) // 12))
    for one in range(first, last + 1, step):
        name = words(words.code(str(one)), f"FY{words.code(str(one))}")
        label(axes, one, axes.get_ylim()[0], name, "quiet", ha="center", dy=10)
    _draw_units(page, axes, scores, ministry.get(year.fiscal_year), beside, right, (top, _PLOT_HEIGHT))


def _draw_line(axes: Axes, means: dict[int, float], breaks: set[int], ink: str, marker: str) -> None:
    """Points joined by a line, dashed where a break or a missing year lies between two of them."""
    years = list(means)
    for before, after in pairwise(years):
        whole = after == before + 1 and after not in breaks
        axes.plot(
            [before, after],
            [means[before], means[after]],
            color=colour(ink),
            lw=2.0 if whole else 1.4,
            ls="-" if whole else (0, (3, 2)),
            zorder=3,
        )
    axes.plot(years, list(means.values()), ls="", marker=marker, ms=6, color=colour(ink), zorder=4, clip_on=False)


def _beside(words: Wording, scores: pd.DataFrame, mean: float | None) -> list[tuple[float, str, str]]:
    """(score, text, role) of the labels beside the units: best, mean and lowest, from the top down."""
    if mean is None or scores.empty:
        return []
    rows = records(scores)
    named = [(mean, words(f"กระทรวงเฉลี่ย {words.score(mean)}", f"Ministry mean {words.score(mean)}"), "strong")]
    if len(rows) > 1:
        for row in (rows[0], rows[-1]):
            named.append((row["score"], f"{words.short_name(row)} {words.score(row['score'])}", "small"))
    return sorted(named, key=lambda entry: -entry[0])


def _draw_units(
    page: Page,
    axes: Axes,
    scores: pd.DataFrame,
    mean: float | None,
    beside: list[tuple[float, str, str]],
    right: float,
    span: tuple[float, float],
) -> None:
    """The units of the year as small rings right of the last year, their mean as a diamond, named beside it."""
    if mean is None or not beside:
        return
    low, high = axes.get_ylim()
    strip = page.axes(right + 4, right + 24, *span, (0, 1), (low, high))
    values = scores["score"]
    strip.plot([0.25, 0.25], [values.min(), values.max()], color=colour("rule"), lw=1.0, zorder=1)
    strip.plot(
        [0.25] * len(values), values, ls="", marker="o", ms=4, mfc="none", mec=colour("muted"), mew=0.9, zorder=2
    )
    strip.plot(
        [0.8],
        [mean],
        ls="",
        marker="D",
        ms=7,
        color=colour("alert"),
        mec=colour("ink"),
        mew=0.8,
        zorder=3,
        clip_on=False,
    )
    heights = [span[0] + (high - value) / (high - low) * (span[1] - span[0]) for value, _, _ in beside]
    for y, (_, text, name) in zip(_apart(heights, role("label").line), beside, strict=True):
        page.text(right + 30, y, text, name)


def _apart(heights: list[float], least: float) -> list[float]:
    """Heights from the top down, moved up as little as needed to lie `least` apart, the lowest one kept in place."""
    moved: list[float] = []
    for height in reversed(heights):
        moved.append(height if not moved else min(height, moved[-1] - least))
    return moved[::-1]


def _title(words: Wording, year: YearData, means: dict[int, float], ministry: dict[int, float]) -> str:
    """The ministry against the country in the same year; the country against the year before, if measured alike."""
    now = year.fiscal_year if year.fiscal_year in means else max(means)
    named, level = words.code(str(now)), words.score(means[now])
    moved = ""
    if now - 1 in means and now not in {found.fiscal_year for found in year.criteria.breaks}:
        change = round(means[now] - means[now - 1], 9)
        size = words.shortfall(abs(change)) if change else ""
        rose = words("เพิ่มขึ้น" if change > 0 else "ลดลง", "up" if change > 0 else "down")
        moved = words(f" {rose}จากปีก่อน {size} คะแนน", f" ({rose} {size} on the year before)")
        moved = moved if change else words(" เท่ากับปีก่อน", " (as the year before)")
    own = ministry.get(year.fiscal_year)
    if own is None or year.fiscal_year != now:
        return words(
            f"คะแนนเฉลี่ยทั้งประเทศปี {named} คือ {level}{moved}", f"The national mean of FY{named} is {level}{moved}"
        )
    gap = round(own - means[now], 9)
    against = (
        words(
            f"{'สูงกว่า' if gap > 0 else 'ต่ำกว่า'}ค่าเฉลี่ยทั้งประเทศ", f"{'above' if gap > 0 else 'below'} the national mean"
        )
        if gap
        else words("เท่ากับค่าเฉลี่ยทั้งประเทศ", "the same as the national mean")
    )
    by = words.shortfall(abs(gap)) if gap else ""
    return words(
        f"กระทรวงเฉลี่ย {words.score(own)} {against}" + (f" {by} คะแนน" if gap else "") + f" ทั้งประเทศ {level}{moved}",
        f"The ministry averages {words.score(own)}, {by + ' ' if gap else ''}{against} of {level}{moved}",
    )


def _alt(words: Wording, year: YearData, means: dict[int, float], ministry: dict[int, float]) -> str:
    first, last = min(means), max(means)
    parts = [
        words(
            f"กราฟเส้นคะแนนเฉลี่ยทั้งประเทศ ปี {words.code(str(first))} {words.score(means[first])} "
            f"ถึงปี {words.code(str(last))} {words.score(means[last])}",
            f"Line chart of the national mean, from {words.score(means[first])} in FY{words.code(str(first))} "
            f"to {words.score(means[last])} in FY{words.code(str(last))}.",
        )
    ]
    if year.fiscal_year in ministry:
        own = words.score(ministry[year.fiscal_year])
        parts.append(words(f"ค่าเฉลี่ยของกระทรวงปีนี้ {own}", f"The ministry's mean this year is {own}."))
    breaks = [words.code(str(found.fiscal_year)) for found in year.criteria.breaks if first < found.fiscal_year <= last]
    if breaks:
        parts.append(
            words(
                f"วิธีวัดเปลี่ยนในปี {words.listing(breaks, 9)} จึงไม่ควรเทียบข้ามช่วง",
                f"The measure changed in FY{words.listing(breaks, 9)}, so do not compare across.",
            )
        )
    return " ".join(parts)
