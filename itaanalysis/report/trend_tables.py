"""The tables of years side by side: units, tools, indicators and KPIs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.trend_notes import remarks
from itaanalysis.report import benchmark_tables
from itaanalysis.report.standing import Standing, signed
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Row = Mapping[Hashable, Any]


def units_over_years(year: YearData, words: Words) -> Standing:
    """The score of every unit, one column a fiscal year, best of the latest year first.

    A year that does not compare with the one before it in the table says what changed; a remark says of a unit in which
    years it has no score, and under which other name it was listed.
    """
    table = summaries.units_over_years(year)
    said: dict[str, list[str]] = {}
    for notes in (summaries.units_missing(year), summaries.units_renamed(year)):
        for unit, remark in remarks(words, notes).items():
            said.setdefault(unit, []).append(remark)
    made = _side_by_side(
        table.sort_values(["fiscal_year", "score"], ascending=[True, False], kind="stable"),
        year,
        words,
        keys={"unit": (words.pick("หน่วยงาน", "Unit"), lambda row: words.unit(year, row["unit"]))},
        figure=lambda row: benchmark_tables.total(words, year, row),
    )
    if not said:
        return made
    units = {words.unit(year, unit): "\n".join(texts) for unit, texts in said.items()}
    rows = made.rows.assign(remark=made.rows["unit"].map(units))
    columns = {**made.columns, "remark": words.pick("ข้อสังเกต", "Remark")}
    return Standing(rows, columns, (*made.widths, 26), right=made.right, origins=made.origins)


def tools_over_years(year: YearData, words: Words) -> Standing:
    """The score of every unit on every tool, one column a fiscal year, and the change to the latest."""
    parts = {part: tool for tool in year.criteria.weights for part in year.criteria.parts(tool)}

    def named(row: Row) -> str:
        tool = parts.get(row["tool"])
        number = str(row["tool"]).removeprefix(str(tool))
        return words.pick(f"{tool} ส่วนที่ {number}", f"{tool} part {number}") if tool else str(row["tool"])

    keys = {"unit": _unit_column(year, words), "tool": (words.pick("เครื่องมือ", "Tool"), named)}
    return _side_by_side(
        summaries.tools_over_years(year), year, words, keys, lambda row: words.number(row["score"]), True
    )


def indicators_over_years(year: YearData, words: Words) -> Standing:
    """The score of every unit on every indicator, one column a fiscal year, and the change to the latest."""

    def named(row: Row) -> str:
        known = year.criteria.indicators.get(int(row["indicator"]))
        return (
            f"{words.brief(int(row['indicator']))} {words.pick(known.name_th, known.name_en) if known else ''}".strip()
        )

    keys = {"unit": _unit_column(year, words), "indicator": (words.pick("ตัวชี้วัด", "Indicator"), named)}
    table = summaries.indicators_over_years(year)
    return _side_by_side(table, year, words, keys, lambda row: words.number(row["score"]), True)


def kpis_over_years(year: YearData, words: Words) -> Standing:
    """Every KPI, one column a fiscal year, and the change to the latest in its unit."""
    keys = {"kpi": (words.pick("ตัวชี้วัด", "KPI"), lambda row: words.pick(row["name_th"], row["name_en"]))}
    table = summaries.kpis_over_years(year)
    return _side_by_side(table, year, words, keys, lambda row: words.measure(row["value"], row["unit"]), True)


TABLES: dict[str, Callable[[YearData, Words], Standing]] = {
    "units": units_over_years,
    "tools": tools_over_years,
    "indicators": indicators_over_years,
    "kpis": kpis_over_years,
    "ranks": benchmark_tables.ranks_table,
    "ministry": benchmark_tables.ministry_table,
    "national": benchmark_tables.national_table,
}
"""What `report.trend_table` can show."""


def _side_by_side(
    table: pd.DataFrame,
    year: YearData,
    words: Words,
    keys: Mapping[str, tuple[str, Callable[[Row], str]]],
    figure: Callable[[Row], str],
    change: bool = False,
) -> Standing:
    """A row for each of the `keys` (header and text of each), the latest year first; a column a fiscal year."""
    years = sorted({int(one) for one in table["fiscal_year"]})
    ordered = table.sort_values("fiscal_year", ascending=False, kind="stable")
    rows: dict[tuple[Any, ...], dict[str, str | None]] = {}
    cells: dict[tuple[Any, ...], dict[str, str]] = {}
    for row in ordered.to_dict("records"):
        key = tuple(row[name] for name in keys)
        shown = rows.setdefault(key, {name: text(row) for name, (_, text) in keys.items()})
        shown[str(row["fiscal_year"])] = figure(row)
        cells.setdefault(key, {})[str(row["fiscal_year"])] = str(row.get("source", ""))
        if change and int(row["fiscal_year"]) == years[-1]:
            shown["change"] = signed(row["change"], words, row.get("unit", "points") if "kpi" in keys else "points")
    headers = {name: header for name, (header, _) in keys.items()} | _years(years, year, words)
    right = [str(one) for one in years]
    widths = [*(46 // len(keys) for _ in keys), *(max(10, 50 // max(len(years), 1)) for _ in years)]
    if change and len(years) > 1:
        headers["change"] = words.pick("เปลี่ยนแปลง", "Change")
        right.append("change")
        widths.append(16)
    origins = {str(one): [its.get(str(one), "") for its in cells.values()] for one in years}
    made = pd.DataFrame(list(rows.values()), columns=list(headers))
    return Standing(made, headers, tuple(widths), right=tuple(right), origins={} if "kpi" in keys else origins)


def _unit_column(year: YearData, words: Words) -> tuple[str, Callable[[Row], str]]:
    return words.pick("หน่วยงาน", "Unit"), lambda row: words.unit(year, row["unit"])


def _years(fiscal_years: list[int], year: YearData, words: Words) -> dict[str, str]:
    named = {str(fiscal_year): words.fiscal_year(fiscal_year) for fiscal_year in fiscal_years}
    for earlier, later in pairwise(fiscal_years):
        changed = ", ".join(words.pick(b.note_th, b.note_en) for b in year.criteria.breaks_between(earlier, later))
        named[str(later)] += words.pick(f" ({changed})", f", {changed}") if changed else ""
    return named
