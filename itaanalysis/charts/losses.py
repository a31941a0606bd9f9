"""What each ITA tool cost a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.labels import label
from itaanalysis.charts.measure import text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.rows import lay_rows
from itaanalysis.charts.theme import colour
from itaanalysis.charts.wording import Wording, records
from itaanalysis.terms import TOOLS

if TYPE_CHECKING:
    from itaanalysis.year import YearData


@chart
def tool_losses(year: YearData, lang: str = "th", digits: str | None = None, unit: str | None = None) -> Chart:
    """Points of the 100 that each tool cost a unit (the OPS unless told), the dearest first.

    A bar is the tool's weight times what its score lacks to 100; under a tool measured in parts, a thinner bar for each
    part. Tools without a score stand last and say so.
    """
    words = Wording.of(lang, digits)
    unit = unit or year.ops_unit or ""
    name = words.unit_short(year, unit)
    losses = summaries.tool_losses(year, unit)
    if losses.empty:
        return no_data(
            "tool_losses", words, f"คะแนนรายเครื่องมือของ {name}", f"the tool scores of {name}", year.fiscal_year
        )
    losses = losses.sort_values("lost", ascending=False, kind="stable", na_position="last")
    bars = _with_parts(losses, summaries.tool_parts(year, unit))
    rows = lay_rows([_bar_label(words, bar) for bar in records(bars)], width=190, gap=9)
    page = Page(
        title=_title(words, losses, name),
        subtitle=words(
            f"คะแนนที่เสียไปจาก 100 คะแนนของแต่ละเครื่องมือ {words.fiscal_year(year.fiscal_year)} "
            "(น้ำหนัก × คะแนนที่ขาดจาก 100)".replace("100", words.brief(100)),
            f"Points of 100 lost on each tool, {words.fiscal_year(year.fiscal_year)} "
            f"(weight × what the score lacks to {words.brief(100)})",
        ),
        source=words.sheets(_source(year, unit)),
        height=rows.bottom,
    )
    rows.draw(page)
    longest = max(bars["lost"].max(), 0.01)
    axes = page.axes(
        rows.marks_from(14), page.width - text_width("๑๐๐.๐๐", "strong") - 10, 0, rows.bottom, (0, longest)
    )
    for bar, y in zip(records(bars), rows.centres, strict=True):
        if pd.isna(bar["lost"]):
            label(axes, 0, y, words("ยังไม่มีคะแนน", "no score yet"), "quiet", dx=6)
            continue
        axes.barh([y], [bar["lost"]], height=8 if bar["part"] else 15, color=colour("light" if bar["part"] else "main"))
        label(axes, bar["lost"], y, words.number(bar["lost"]), "quiet" if bar["part"] else "strong", dx=5)
    axes.axvline(0, color=colour("ink"), lw=1.0)
    page.mark_rows(rows.ends, (_told(words, bar) for bar in records(bars)))
    return page.finish("tool_losses", words, _alt(words, losses, name))


def _source(year: YearData, unit: str) -> pd.DataFrame:
    """Rows the scores came from: those by tool, or else the unit's line among the totals."""
    by_tool = year.tool_scores[year.tool_scores["unit"] == unit]
    return by_tool if len(by_tool) else year.unit_scores[year.unit_scores["unit"] == unit]


def _with_parts(losses: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """Tools, each followed by its parts; `part` is the empty text for a tool."""
    pieces = []
    for _, tool in losses.groupby("tool", sort=False):
        pieces.append(tool.assign(part=""))
        pieces.append(parts[parts["tool"] == tool["tool"].iloc[0]])
    return pd.concat([piece for piece in pieces if len(piece)], ignore_index=True)


def _bar_label(words: Wording, bar: dict[str, Any]) -> list[tuple[str, str]]:
    if bar["part"]:
        number = words.in_digits(str(bar["part"]).removeprefix(str(bar["tool"])))
        score = words.number(bar["score"])
        return [(words(f"ส่วนที่ {number} ได้ {score}", f"Part {number}: {score}"), "quiet")]
    known = not pd.isna(bar["score"])
    weight = words.brief(round(100 * bar["weight"], 6))
    score = words.number(bar["score"]) if known else "–"
    names = TOOLS.get(str(bar["tool"]), (str(bar["tool"]), str(bar["tool"])))
    return [
        (words(*names), "strong"),
        (words(f"ได้ {score} น้ำหนักร้อยละ {weight}", f"Score {score}, weight {weight}%"), "quiet"),
    ]


def _told(words: Wording, bar: dict[str, Any]) -> str:
    """What the row of a bar tells: its label, with the tool a part belongs to, and the points lost."""
    name, *more = (text for text, _ in _bar_label(words, bar))
    said = f"{bar['tool']} {name}" if bar["part"] else f"{name}: {' '.join(more)}"
    if pd.isna(bar["lost"]):
        return f"{said} {words('ยังไม่มีคะแนน', 'no score yet')}"
    lost = words.number(bar["lost"])
    return words(f"{said} เสียไป {lost} คะแนน", f"{said}, {lost} points lost")


def _title(words: Wording, losses: pd.DataFrame, name: str) -> str:
    known = losses.dropna(subset="lost")
    total = round(float(known["lost"].sum()), 9)
    if total <= 0:
        return words(f"{name} ไม่เสียคะแนนในเครื่องมือใดเลย", f"{name} lost no points on any tool")
    most = known[known["lost"] == known["lost"].max()]["tool"].tolist()
    lost, whole = words.number(known["lost"].max()), words.number(total)
    if len(known) == 1:
        return words(f"{name} เสียคะแนนที่ {most[0]} {lost} คะแนน", f"{name} lost {lost} points on {most[0]}")
    if len(most) == len(known):
        return words(
            f"{name} เสียคะแนนเท่ากันทุกเครื่องมือ เครื่องมือละ {lost} คะแนน รวม {whole} คะแนน",
            f"{name} lost {lost} points on every tool, {whole} in all",
        )
    tools = words.listed(most)
    each = words("เครื่องมือละ " if len(most) > 1 else "", " each" if len(most) > 1 else "")
    return words(
        f"{name} เสียคะแนนมากที่สุดที่ {tools} {each}{lost} จาก {whole} คะแนนที่เสียไปทั้งหมด",
        f"{name} lost most on {tools}: {lost}{each} of the {whole} points it lost in all",
    )


def _alt(words: Wording, losses: pd.DataFrame, name: str) -> str:
    known = losses.dropna(subset="lost")
    each = [
        words(f"{row['tool']} {words.number(row['lost'])} คะแนน", f"{row['tool']} {words.number(row['lost'])}")
        for row in records(known)
    ]
    total = words.number(round(float(known["lost"].sum()), 9))
    return words(
        f"แผนภูมิแท่งแสดงคะแนนที่ {name} เสียไปในแต่ละเครื่องมือ {words.listed(each)} รวม {total} คะแนน",
        f"Bar chart of the points {name} lost on each tool: {words.listed(each)}; {total} in all.",
    )
