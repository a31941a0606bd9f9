"""The units of one year beside the national mean of that year: what can be drawn while there is no other year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.chart import Chart
from itaanalysis.charts.labels import flag_labels
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import Paragraph, Rows, lay_rows
from itaanalysis.charts.scales import nice_ticks, x_ticks
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.theme import colour, role
from itaanalysis.charts.unit_names import both, fitted
from itaanalysis.charts.unit_trend_words import source
from itaanalysis.charts.wording import Wording, records
from itaanalysis.charts.year_axis import DASHED
from itaanalysis.summaries.years import criteria_of
from itaanalysis.terms import UNIT_KINDS

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_TICK = 34.0
"""Points from one figure of the scale to the next, at least."""

_MOST_FULL_NAMES = 20
"""With more units than this, rows carry abbreviations only."""

_SHORT = 0.29
"""Share of the page that an abbreviation may take then."""

_TALLEST = 520.0
"""Points the rows of abbreviations may take; they move closer together to stay within."""


def unit_country(year: YearData, words: Wording, table: pd.DataFrame, notes: list[str]) -> Chart:
    """Every unit as a dot beside the national mean, by kind, best first, with its rank within its kind.

    `table` holds the rows of `unit_benchmark` of one year, with the name of each unit in `short`.
    """
    fiscal_year = int(table["fiscal_year"].iloc[0])
    places = {unit: place for place, unit in enumerate(year.units["kind"].unique())}
    table = table.assign(place=table["kind"].map(places), name=[words.unit(year, unit) for unit in table["unit"]])
    table = table.sort_values(["place", "score"], ascending=[True, False], kind="stable", na_position="last")
    mark, national = criteria_of(year, fiscal_year).pass_mark, table["national_mean"].iloc[0]
    brief = len(table) > _MOST_FULL_NAMES
    labels = [_label(row, brief) for row in records(table)]
    gap = min(3.0, max(0.0, _TALLEST / len(table) - role("label").line)) if brief else 5.0
    rows = lay_rows(labels, width=175, top=2 * role("small").line + 6, gap=gap, run_on=True)
    page = Page(
        title=_title(words, table, mark),
        subtitle=words(
            f"คะแนนรวม ITA {words.fiscal_year(fiscal_year)} แยกตามประเภทหน่วยงาน "
            "มีคะแนนรายหน่วยงานเพียงปีเดียว จึงยังไม่มีเส้นแนวโน้ม",
            f"ITA total, {words.fiscal_year(fiscal_year)}, by kind of unit. "
            "There are unit scores of one year only, so there is no trend line yet",
        ),
        source=source(words, year, table),
        height=rows.bottom + 14,
        notes=notes,
    )
    rows.draw(page)
    _draw(page, words, table, rows, mark, None if pd.isna(national) else float(national))
    page.mark_rows(rows.ends, (_told(words, row) for row in records(table)))
    return page.finish("unit_trend", words, _alt(words, table, mark))


def _label(row: dict[str, Any], brief: bool) -> list[Paragraph]:
    weight = "label" if row["passed"] else "strong"
    if brief:
        return [(fitted(row["short"], row["unit"], weight, _SHORT * sheet().width), weight)]
    if row["name"] == row["short"]:
        return [(row["name"], weight)]
    return [(row["name"], weight), (row["short"], "quiet")]


def _draw(page: Page, words: Wording, table: pd.DataFrame, rows: Rows, mark: float, national: float | None) -> None:
    head = rows.top - 9
    columns = _columns(words, table, national)
    right = page.width
    for heading, texts in columns:
        width = max(text_width(heading, "small"), *(text_width(text, "strong") for text in texts))
        page.text(right, head, heading, "small", ha="right")
        for y, text, passed in zip(rows.centres, texts, table["passed"], strict=True):
            page.text(right, y, text, "small" if passed else "strong", ha="right")
        right -= width + 12
    left = rows.marks_from(16, 6)
    lowest, highest = min(table["score"].min(), mark, national or mark), max(100.0, table["score"].max())
    low = lowest - (highest - lowest) * 0.08
    axes = page.axes(left, right, rows.top, rows.bottom, (low, highest))
    x_ticks(axes, nice_ticks(low, highest, max(1, int((right - left) / _TICK))), words.tick)
    lines: list[tuple[float, str, Any]] = [(mark, words.mark_line(mark), "-")]
    if national is not None:
        text = words(f"ทั้งประเทศ {words.number(national)}", f"National mean {words.number(national)}")
        lines.append((national, text, DASHED))
    lines.sort(key=lambda line: line[0])
    flags = [(left + (value - low) / (highest - low) * (right - left), text) for value, text, _ in lines]
    for (value, text, dashes), (start, level) in zip(lines, flag_labels(flags, "small", 0, right + 4), strict=True):
        y = head - level * role("small").line
        page.text(start, y, text, "small")
        axes.plot(
            [value, value], [y + 6, rows.bottom], color=colour("ink"), lw=1.0, ls=dashes, zorder=1.5, clip_on=False
        )
    for row, y in zip(records(table), rows.centres, strict=True):
        axes.plot(
            [mark if national is None else national, row["score"]], [y, y], color=colour("light"), lw=1.6, zorder=2
        )
        axes.plot([row["score"]], [y], ls="", zorder=3, clip_on=False, **_mark(row["passed"]))
    for edge, (before, after) in zip(rows.ends[1:], pairwise(table["place"]), strict=False):
        if before != after:
            page.rule(0, page.width, edge)


def _mark(passed: bool) -> dict[str, Any]:
    if passed:
        return {"marker": "o", "ms": 6, "color": colour("main")}
    return {"marker": "D", "ms": 5.5, "mfc": colour("paper"), "mec": colour("alert"), "mew": 1.8}


def _columns(words: Wording, table: pd.DataFrame, national: float | None) -> list[tuple[str, list[str]]]:
    """Heading and texts of the columns at the right, the outermost first; on a narrow page no more than two."""
    narrow = sheet().narrow
    rows = records(table)
    ranks = (
        words("อันดับ" if narrow else "อันดับในประเภท", "Rank" if narrow else "Rank in kind"),
        [_rank(words, row, narrow) for row in rows],
    )
    scores = (words("คะแนน", "Score"), [words.score(row["score"]) for row in rows])
    if national is None:
        return [ranks, scores]
    gaps = (words("จากประเทศ", "From national"), [words.signed(row["distance"]) for row in rows])
    return [ranks, gaps] if narrow else [ranks, gaps, scores]


def _rank(words: Wording, row: dict[str, Any], brief: bool) -> str:
    """“กรม ๒/๗”; a dash where units.csv does not say of what kind the unit is."""
    if pd.isna(row["rank"]):
        return "–"
    place = f"{words.brief(int(row['rank']))}/{words.brief(int(row['of']))}"
    return place if brief else f"{words(*UNIT_KINDS.get(row['kind'], (row['kind'], row['kind'])))} {place}"


def _told(words: Wording, row: dict[str, Any]) -> str:
    """What the row of a unit tells: its whole name, its score, how far that is from the country, its rank."""
    said = [words(f"{words.score(row['score'])} คะแนน", f"{words.score(row['score'])} points")]
    if not pd.isna(row["distance"]):
        said.append(words.beside(row["distance"], "ค่าเฉลี่ยทั้งประเทศ", "the national mean"))
    if not pd.isna(row["rank"]):
        said.append(words(f"อันดับในประเภท {_rank(words, row, False)}", f"rank: {_rank(words, row, False)}"))
    return f"{both(row['name'], row['short'])}: {words(' ', ', ').join(said)}"


def _title(words: Wording, table: pd.DataFrame, mark: float) -> str:
    """How many lie above the national mean, and which lies furthest from it; without one, how many pass."""
    known, units = records(table.dropna(subset="distance")), words.units(len(table))
    if not known:
        passed = words.brief(int(table["passed"].sum()))
        return words(
            f"{passed} จาก {units}ผ่านเกณฑ์ {words.brief(mark)} คะแนน",
            f"{passed} of {units} meet the pass mark of {words.brief(mark)}",
        )
    above, mean = sum(row["distance"] > 0 for row in known), words.number(known[0]["national_mean"])
    far = max(known, key=lambda row: (abs(row["distance"]), -row["distance"]))
    lead = words(
        f"{words.brief(above)} จาก {units}สูงกว่าค่าเฉลี่ยทั้งประเทศ {mean}",
        f"{words.brief(above)} of {units} lie above the national mean of {mean}",
    )
    if not far["distance"]:
        return lead
    size = words.difference(abs(far["distance"]))
    return lead + words(
        f" ห่างที่สุดคือ {far['short']} {'สูงกว่า' if far['distance'] > 0 else 'ต่ำกว่า'} {size} คะแนน",
        f"; furthest is {far['short']}, {size} {'above' if far['distance'] > 0 else 'below'}",
    )


def _alt(words: Wording, table: pd.DataFrame, mark: float) -> str:
    rows = sorted(records(table), key=lambda row: -row["score"])
    best, lowest = rows[0], rows[-1]
    first = words(
        f"แผนภูมิจุดแสดงคะแนน ITA ของ {words.units(len(rows))} แยกตามประเภท เทียบกับเกณฑ์ผ่าน {words.brief(mark)} "
        f"สูงสุดคือ {best['short']} {words.score(best['score'])} ต่ำสุดคือ {lowest['short']} {words.score(lowest['score'])}",
        f"Dot chart of the ITA scores of {words.units(len(rows))} by kind, against the pass mark of "
        f"{words.brief(mark)}: from {best['short']} at {words.score(best['score'])} down to {lowest['short']} at "
        f"{words.score(lowest['score'])}.",
    )
    known = [row for row in rows if not pd.isna(row["distance"])]
    if not known:
        return first
    above, mean = words.brief(sum(row["distance"] > 0 for row in known)), words.number(known[0]["national_mean"])
    return first + words(
        f" สูงกว่าค่าเฉลี่ยทั้งประเทศ {mean} {above} หน่วยงาน", f" {above} lie above the national mean of {mean}."
    )
