"""The chosen scores as a drawing that is there at once: SVG written by hand, each mark told on hovering.

Up to `_MOST_ROWS` scores it has a row for every unit; with more, a band for every measure and year in which the units
are dots that stack where scores are alike.
"""

from __future__ import annotations

import html
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from itaanalysis.charts.settings import settings
from itaanalysis.explore.names import Names
from itaanalysis.explore.scores import Selection
from itaanalysis.passing import Measure
from itaanalysis.thai.words import visible_width

WIDTH = 760
_ROW, _BAND, _HEADING, _TOP, _FOOT = 24, 96, 30, 96, 34
_MARGIN, _RIGHT = 12, 90
_LABEL, _NARROWEST, _WIDEST = 8.2, 90, 250  # width of a letter of a label; least and most room for labels
_MOST_ROWS = 60
_STEPS = (1, 2, 5, 10, 20, 50)
_DOT, _STACK = 5.5, 5.0

_COLOURS = settings()["colours"]
# Written on each mark: a style sheet inside the drawing would restyle the page it stands in.
_LOOK = {
    "title": f'font-size="18" font-weight="600" fill="{_COLOURS["ink"]}"',
    "strong": f'font-weight="600" fill="{_COLOURS["ink"]}"',
    "label": f'fill="{_COLOURS["ink"]}"',
    "quiet": f'fill="{_COLOURS["muted"]}"',
    "small": f'font-size="13" fill="{_COLOURS["muted"]}"',
    "grid": f'stroke="{_COLOURS["grid"]}"',
    "mark": f'stroke="{_COLOURS["ink"]}" stroke-width="1.5"',
    "way": f'stroke="{_COLOURS["light"]}" stroke-width="2"',
    "before": f'fill="{_COLOURS["paper"]}" stroke="{_COLOURS["muted"]}" stroke-width="1.5"',
    "dot": f'fill="{_COLOURS["main"]}"',
    "below": f'fill="{_COLOURS["alert"]}"',
    "short": f'fill="{_COLOURS["paper"]}" stroke="{_COLOURS["alert"]}" stroke-width="2"',
}


@dataclass(frozen=True)
class Picture:
    """A finished drawing: the SVG, its title (the finding) and the text for those who cannot see it."""

    svg: str
    title: str
    alt: str


@dataclass(frozen=True)
class _Axis:
    """Scores from `low` to `high` along the width between the labels, which end at `left`, and the right edge."""

    low: float
    high: float
    left: float

    @classmethod
    def over(cls, table: pd.DataFrame, threshold: float, labels: Iterable[str]) -> _Axis:
        low, high = min(table["score"].min(), threshold), max(100.0, table["score"].max())
        wanted = _LABEL * max(map(visible_width, labels), default=0) + 24
        return cls(5 * math.floor((low - 1) / 5), high, min(max(wanted, _NARROWEST), _WIDEST))

    def at(self, score: float) -> float:
        share = (score - self.low) / (self.high - self.low)
        return round(self.left + share * (WIDTH - self.left - _RIGHT), 1)

    def ticks(self) -> list[float]:
        step = next(step for step in _STEPS if (self.high - self.low) / step <= 8)
        first = step * math.ceil(self.low / step)
        return [first + step * i for i in range(int((self.high - first) / step) + 1)]


def picture(table: pd.DataFrame, selection: Selection, names: Names) -> Picture:
    """The scores of `chosen` as a drawing, in the language of `names`."""
    title = _title(table, selection, names)
    if table.empty:
        return Picture(_svg([_text(0, 24, title, "title")], 48, title), title, title)
    axis = _Axis.over(table, selection.threshold, (_label(unit, names) for unit in table["unit"].unique()[:_MOST_ROWS]))
    rows = table.groupby(["measure", "unit"], sort=False).ngroups
    parts, bottom = (_rows if rows <= _MOST_ROWS else _bands)(table, axis, names)
    alt = f"{title} {_subtitle(selection, names)}"
    frame = [_text(0, 22, title, "title"), _text(0, 44, _subtitle(selection, names), "quiet")]
    frame += _scale(axis, selection.threshold, bottom, names)
    return Picture(_svg([*frame, *parts], bottom + _FOOT, alt), title, alt)


def _title(table: pd.DataFrame, selection: Selection, names: Names) -> str:
    if table.empty:
        return names.control("nothing")
    latest = table[table["fiscal_year"] == table["fiscal_year"].max()]
    reached, whole = (names.words.number(count, 0) for count in (int(latest["reached"].sum()), len(latest)))
    mark = names.words.brief(selection.threshold)
    if len(selection.measures) == 1:
        return names.words.pick(
            f"{reached} จาก {whole} หน่วยงานได้ {mark} คะแนนขึ้นไป", f"{reached} of {whole} units reach {mark} points"
        )
    return names.words.pick(
        f"{reached} จาก {whole} รายการได้ {mark} คะแนนขึ้นไป", f"{reached} of {whole} scores reach {mark} points"
    )


def _subtitle(selection: Selection, names: Names) -> str:
    measures = [names.measure(measure, short=len(selection.measures) > 1) for measure in selection.measures]
    said = names.words.listed(measures, 4, names.words.pick("รายการ", "scores")) or ""
    years = ", ".join(names.year(year) for year in sorted(selection.years))
    return f"{said} · {names.words.pick('ปีงบประมาณ ', '')}{years}"


def _scale(axis: _Axis, threshold: float, bottom: float, names: Names) -> Iterator[str]:
    for tick in axis.ticks():
        x = axis.at(tick)
        yield f'<path d="M{x} {_TOP - 14}V{bottom}" {_LOOK["grid"]}/>'
        yield _text(x, bottom + 16, names.words.brief(tick), "small", "middle")
    x = axis.at(threshold)
    yield f'<path d="M{x} {_TOP - 14}V{bottom}" {_LOOK["mark"]}/>'
    yield _text(x, _TOP - 20, f"{names.control('threshold')} {names.words.brief(threshold)}", "small", "middle")


def _rows(table: pd.DataFrame, axis: _Axis, names: Names) -> tuple[list[str], float]:
    """A row for each unit under the heading of each measure: earlier years as rings, the latest as a mark."""
    parts: list[str] = []
    y: float = _TOP
    several = table["measure"].nunique() > 1
    for measure, its in table.groupby("measure", sort=False):
        if several:
            parts.append(_text(0, y + 10, names.measure(_as_measure(measure)), "strong"))
            y += _HEADING
        for unit, scores in its.groupby("unit", sort=False):
            parts += _row(str(unit), scores.to_dict("records"), y, axis, names)
            y += _ROW
    return parts, y


def _row(unit: str, scores: list[dict[Any, Any]], y: float, axis: _Axis, names: Names) -> Iterator[str]:
    *earlier, latest = scores
    yield _text(axis.left - 14, y + 4, _label(unit, names), "label", "end")
    ends = [axis.at(score["score"]) for score in (scores[0], latest)]
    if earlier:
        yield f'<path d="M{ends[0]} {y}H{ends[1]}" {_LOOK["way"]}/>'
    for score in earlier:
        yield f'<g><circle cx="{axis.at(score["score"])}" cy="{y}" r="4" {_LOOK["before"]}/>{_hover(score, names)}</g>'
    yield f"<g>{_mark(axis.at(latest['score']), y, latest['reached'])}{_hover(latest, names)}</g>"
    weight = "label" if latest["reached"] else "strong"
    yield _text(WIDTH, y + 4, names.words.score(latest["score"], None), weight, "end")


def _bands(table: pd.DataFrame, axis: _Axis, names: Names) -> tuple[list[str], float]:
    """A band for each measure and year, its units as dots on top of one another where they would overlap."""
    parts: list[str] = []
    y: float = _TOP
    for _, its in table.groupby(["measure", "fiscal_year"], sort=False):
        first = its.iloc[0]
        heading = f"{names.measure(_as_measure(first['measure']))} {names.year(int(first['fiscal_year']))}"
        parts.append(_text(0, y + 6, heading, "strong"))
        base, stacked = y + _BAND - 10, Counter[int]()
        tallest = its.groupby((its["score"].map(axis.at) // _DOT).astype(int)).size().max()
        step = min(_STACK, (_BAND - 34) / max(1, tallest))
        for score in its.to_dict("records"):
            place = int(axis.at(score["score"]) // _DOT)
            height = base - stacked[place] * step
            stacked[place] += 1
            look = _LOOK["dot" if score["reached"] else "below"]
            dot = f'<circle cx="{place * _DOT + _DOT / 2:.1f}" cy="{height:.1f}" r="2.6" {look}/>'
            parts.append(f"<g>{dot}{_hover(score, names)}</g>")
        y += _BAND
    return parts, y


def _label(unit: str, names: Names) -> str:
    """The short name of a unit, cut where a label has no more room; hovering tells the whole."""
    name, most = names.unit(unit), int((_WIDEST - 24) / _LABEL)
    return name if visible_width(name) <= most else f"{name[: most - 1]}…"


def _as_measure(measure: Any) -> Measure:
    return measure if isinstance(measure, str) else int(measure)


def _mark(x: float, y: float, reached: bool) -> str:
    if reached:
        return f'<circle cx="{x}" cy="{y}" r="5.5" {_LOOK["dot"]}/>'
    return f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" {_LOOK["short"]}/>'


def _hover(score: dict[Any, Any], names: Names) -> str:
    words, year = names.words, names.year(score["fiscal_year"])
    figure = f"{words.number(score['score'])} ({words.signed(score['distance'])})"
    told = f"{names.unit_in_full(score['unit'])} · {names.measure(_as_measure(score['measure']))} {year}: {figure}"
    return f"<title>{html.escape(told)}</title>"


def _text(x: float, y: float, text: str, role: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" {_LOOK[role]}>{html.escape(text)}</text>'


def _svg(parts: list[str], height: float, alt: str) -> str:
    across = WIDTH + 2 * _MARGIN
    size = f'viewBox="{-_MARGIN} 0 {across} {height:g}" width="{across}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{html.escape(alt)}" '
        f'font-family="Sarabun, sans-serif" font-size="14" style="max-width: 100%; height: auto">'
        f'<rect x="{-_MARGIN}" width="{across}" height="{height:g}" fill="{_COLOURS["paper"]}"/>{"".join(parts)}</svg>'
    )
