"""The chosen scores as a drawing that is there at once, each mark told on hovering.

Up to `MOST_ROWS` scores it has a row for every unit; with more, a band for every measure and year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from itaanalysis.explore.axis import Axis
from itaanalysis.explore.bands import bands
from itaanalysis.explore.names import Names
from itaanalysis.explore.rows import label, rows
from itaanalysis.explore.scores import Selection
from itaanalysis.explore.svg import LOOK, svg, text

MOST_ROWS = 60
_LINE, _SCALE, _FOOT = 22, 52, 34


@dataclass(frozen=True)
class Picture:
    """A finished drawing: the SVG, its title (the finding) and the text for those who cannot see it."""

    svg: str
    title: str
    alt: str


def picture(table: pd.DataFrame, selection: Selection, names: Names) -> Picture:
    """The scores of `chosen` as a drawing, in the language of `names`."""
    title = _title(table, selection, names)
    if table.empty:
        return Picture(svg([text(0, 24, title, "title")], 48, title), title, title)
    several = table.groupby(["measure", "unit"], sort=False).ngroups
    draw = rows if several <= MOST_ROWS else bands
    years = table["fiscal_year"]
    below = [_subtitle(selection, names), *names.breaks(years.min(), years.max())]
    if draw is rows and years.nunique() > 1:
        below.append(names.control("rings"))
    top = _LINE * (1 + len(below)) + _SCALE
    axis = Axis.over(table, selection.threshold, (label(unit, names) for unit in table["unit"].unique()[:MOST_ROWS]))
    parts, bottom = draw(table, axis, names, top)
    frame = [text(0, _LINE, title, "title")]
    frame += [text(0, _LINE * place, line, "quiet") for place, line in enumerate(below, start=2)]
    frame += _scale(axis, top - 14, bottom, names)
    alt = " · ".join([title, *below])
    return Picture(svg([*frame, *parts], bottom + _FOOT, alt), title, alt)


def _title(table: pd.DataFrame, selection: Selection, names: Names) -> str:
    if table.empty:
        return names.nothing(selection)
    latest = table[table["fiscal_year"] == table["fiscal_year"].max()]
    reached, whole = (names.words.number(count, 0) for count in (int(latest["reached"].sum()), len(latest)))
    mark = names.words.brief(selection.threshold)
    if len(selection.measures) == 1:
        what = names.words.pick("หน่วยงาน", "unit reaches" if len(latest) == 1 else "units reach")
    else:
        what = names.words.pick("รายการ", "score reaches" if len(latest) == 1 else "scores reach")
    said = names.words.pick(
        f"{reached} จาก {whole} {what}ได้ {mark} คะแนนขึ้นไป", f"{reached} of {whole} {what} {mark} points"
    )
    if table["fiscal_year"].nunique() == 1:
        return said
    year = names.year(int(latest["fiscal_year"].iloc[0]))
    return names.words.pick(f"ปี {year} {said}", f"{said} in {year}")


def _subtitle(selection: Selection, names: Names) -> str:
    measures = [names.measure(measure, short=len(selection.measures) > 1) for measure in selection.measures]
    said = names.words.listed(measures, 4, names.words.pick("รายการ", "scores")) or ""
    years = ", ".join(names.year(year) for year in sorted(selection.years))
    return f"{said} · {names.words.pick('ปีงบประมาณ ', '')}{years}"


def _scale(axis: Axis, top: float, bottom: float, names: Names) -> Iterator[str]:
    for tick in axis.ticks():
        x = axis.at(tick)
        yield f'<path d="M{x} {top}V{bottom}" {LOOK["grid"]}/>'
        yield text(x, bottom + 16, names.words.brief(tick), "small", "middle")
    x = axis.at(axis.mark)
    yield f'<path d="M{x} {top}V{bottom}" {LOOK["mark"]}/>'
    yield text(x, top - 6, f"{names.control('threshold')} {names.words.brief(axis.mark)}", "small", "middle")
