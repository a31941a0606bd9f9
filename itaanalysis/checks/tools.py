"""Each tool as reported against the mean of what it is made of: its parts, its indicators."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from itaanalysis.checks.comparison import Row, compare
from itaanalysis.passing import Measure
from itaanalysis.thai.rounding import exact
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

ROUNDING = Decimal("0.01")
"""Points by which a total or a tool may miss the one made of its parts: both are published rounded to two decimals."""
_SAME = Decimal("0.000000001")


def tool_checks(year: YearData) -> list[Row]:
    """A row for every tool that stands beside all of its parts, and one for every tool beside all of its indicators."""
    method, cells = year.criteria, _cells(year)
    rows = []
    for unit, scores in year.scores_by_unit.items():
        name = Words("en").unit_short(year, unit)
        for tool in method.weights:
            if (unit, tool) not in cells:
                continue
            made_of: list[tuple[str, str, str, tuple[Measure, ...]]] = [
                (f"{tool.lower()}:{unit}", "ค่าเฉลี่ยของส่วนต่าง ๆ", "the mean of its parts", method.parts(tool)),
                (f"tool:{unit}:{tool}", "ค่าเฉลี่ยของตัวชี้วัด", "the mean of its indicators", method.indicators_of(tool)),
            ]
            for check, mean_th, mean_en, measures in made_of:
                if not measures or not all(measure in scores for measure in measures):
                    continue
                mean = sum((exact(scores[measure]) for measure in measures), Decimal(0)) / len(measures)
                sources = [cells[unit, measure] for measure in measures]
                reported = cells[unit, tool]
                # A tool that no sheet states was made of these very cells by the reading.
                if reported in sources and abs(mean - exact(scores[tool])) <= _SAME:
                    continue
                th, en = f"คะแนน {tool} ของ {unit} จาก{mean_th}", f"{tool} as {mean_en} ({name})"
                against = {"reported": scores[tool], "source": reported}
                rows.append(compare(check, th, en, mean, sources, against, within=ROUNDING))
    return rows


def _cells(year: YearData) -> dict[tuple[str, Measure], str]:
    """Where each score of a tool, a part or an indicator stands."""
    found: dict[tuple[str, Measure], str] = {}
    for table, key in ((year.tool_scores, "tool"), (year.indicator_scores, "indicator")):
        there = table.dropna(subset="score")
        for unit, measure, source in zip(there["unit"], there[key].tolist(), there["source"], strict=True):
            found.setdefault((unit, measure), source)
    return found
