"""The KPIs of a fiscal year: computed from the rows where they exist, otherwise as reported."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.kpi_catalogue import Kpi, kpi_catalogue
from itaanalysis.tables import frame
from itaanalysis.thai import baht
from itaanalysis.thai.rounding import exact, round_half_up, round_share
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Figure = tuple[Decimal, float]
"""A result as shown (rounded once, half up) and unrounded, as it is held against its target."""


def kpis(year: YearData) -> pd.DataFrame:
    """Columns of table `kpis`, one row a KPI in the order of the report.

    `value` is rounded once, half up, to two decimals; `status` is judged on the unrounded value. A KPI whose rows are
    not there takes the reported value, and `basis` says so. One with neither is left out.
    """
    rows = []
    for kpi in kpi_catalogue().values():
        target = year.targets[year.targets["kpi"] == kpi.kpi]
        stated = target.iloc[0] if len(target) else None
        reported = year.stated("expenses", kpi.kpi) if stated is None else _number(stated["reported"])
        computed = _COMPUTED[kpi.kpi](year) if kpi.kpi in _COMPUTED else None
        if computed is None and reported is None and stated is None:
            continue
        value, exact = computed or (None, reported)
        if value is None and reported is not None:
            value = round_share(reported, 100) if kpi.unit == "percent" else round_half_up(reported)
        goal = None if stated is None else _number(stated["target"])
        operator = None if stated is None else stated["operator"]
        rows.append(
            {
                "fiscal_year": year.fiscal_year,
                "kpi": kpi.kpi,
                "name_th": kpi.name_th,
                "name_en": kpi.name_en,
                "value": None if value is None else float(value),
                "unit": kpi.unit,
                "target": goal,
                "operator": operator,
                "status": status(exact, operator, goal),
                "basis": "reported" if computed is None else "computed",
                "reported": reported,
                "difference": _difference(value, reported),
                "formula": formula(kpi, year, "th") if computed is not None else as_reported("th"),
            }
        )
    return frame("kpis", rows)


def status(value: float | None, operator: str | None, target: float | None) -> str | None:
    """`below`, `as_planned` or `above` plan, judged on the unrounded value; None when there is no target.

    Where less is better (`<=`, `<`), a value under the target is above plan.
    """
    if value is None or target is None or operator is None:
        return None
    if math.isclose(value, target, rel_tol=0, abs_tol=1e-9):
        return "as_planned"
    better = value < target if operator in ("<=", "<") else value > target
    return "above" if better else "below"


def formula(kpi: Kpi, year: YearData, lang: str) -> str:
    """How the KPI is made, in one line."""
    criteria = year.criteria
    unit = {"ministry": year.ministry_unit, "ops": year.ops_unit}.get(kpi.of, "")
    return (kpi.formula_th if lang == "th" else kpi.formula_en).format(
        unit="" if unit is None else unit if lang == "th" else Words("en").unit(year, unit),
        indicators=", ".join(str(number) for number in criteria.ethics_indicators),
        weights=" + ".join(f"{weight:.2f}·{tool}" for tool, weight in criteria.weights.items()),
    )


def as_reported(lang: str) -> str:
    """The formula of a figure that is only reported."""
    return "ตามที่หน่วยงานรายงาน" if lang == "th" else "as reported by the office"


def pass_rate(year: YearData) -> Figure | None:
    """Share of scored units at or above the pass mark, percent."""
    passed = year.unit_scores["passed"].dropna()
    if passed.empty:
        return None
    part, whole = int(passed.sum()), len(passed)
    return round_share(part, whole), part / whole * 100


def ethics_index(year: YearData, unit: str | None) -> Figure | None:
    """Mean of the ethics indicators of a unit, points; None unless all are there."""
    scores = year.indicator_scores[year.indicator_scores["unit"] == unit].set_index("indicator")["score"]
    wanted = [scores.get(number) for number in year.criteria.ethics_indicators]
    exact = [Decimal(str(score)) for score in wanted if score is not None and not pd.isna(score)]
    if len(exact) < len(wanted):
        return None
    mean = sum(exact, Decimal(0)) / len(exact)
    return round_half_up(mean), float(mean)


def ita_total(year: YearData, unit: str | None) -> Figure | None:
    """ITA total of a unit from its tools; where they are not all there, the total typed. Points."""
    total = total_from_tools(year, unit)
    if total is not None:
        return round_half_up(total), float(total)
    typed = year.unit_scores.loc[year.unit_scores["unit"] == unit, "score"].dropna()
    return None if typed.empty else (round_half_up(float(typed.iloc[0])), float(typed.iloc[0]))


def total_from_tools(year: YearData, unit: str | None) -> Decimal | None:
    """ITA total of a unit from its three tools, unrounded points; None when one is missing."""
    tools = year.tool_scores[year.tool_scores["unit"] == unit].set_index("tool")["score"].dropna()
    if not all(tool in tools for tool in year.criteria.weights):
        return None
    return exact(year.criteria.total({tool: tools[tool] for tool in year.criteria.weights}))


def source_cells(year: YearData, kpi: str) -> tuple[str, ...]:
    """The cells a KPI is computed from; none for one that is only reported."""
    of_unit = {"ministry": year.ministry_unit, "ops": year.ops_unit}.get(kpi_catalogue()[kpi].of)
    rows = {
        "pass_rate": year.unit_scores,
        "ethics_index_ministry": year.indicator_scores[year.indicator_scores["unit"] == of_unit],
        "ethics_index_ops": year.indicator_scores[year.indicator_scores["unit"] == of_unit],
        "ita_score_ops": year.tool_scores[year.tool_scores["unit"] == of_unit],
        "participants": year.activities,
        "budget_utilisation": year.expenses,
    }.get(kpi)
    cells = () if rows is None else tuple(rows["source"])
    allocation = year.stated_row("expenses", "allocation_baht") if kpi == "budget_utilisation" else None
    return cells if allocation is None else (*cells, str(allocation["source"]))


def participants(year: YearData) -> Figure | None:
    """Sum of the head-counts at the venues, people."""
    counts = year.activities["participants"].dropna()
    return None if counts.empty else (Decimal(int(counts.sum())), float(counts.sum()))


def budget_utilisation(year: YearData) -> Figure | None:
    """Share of the allocation that was spent, percent."""
    amounts = year.expenses["amount_baht"].dropna()
    allocation = year.allocation_baht
    if amounts.empty or allocation is None or allocation <= 0:
        return None
    spent, whole = baht.total(amounts), Decimal(str(allocation))
    return round_share(spent, whole), float(spent / whole * 100)


_COMPUTED: dict[str, Callable[[YearData], Figure | None]] = {
    "pass_rate": pass_rate,
    "ethics_index_ministry": lambda year: ethics_index(year, year.ministry_unit),
    "ita_score_ops": lambda year: ita_total(year, year.ops_unit),
    "ethics_index_ops": lambda year: ethics_index(year, year.ops_unit),
    "participants": participants,
    "budget_utilisation": budget_utilisation,
}


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _difference(value: Decimal | None, reported: float | None) -> float | None:
    if value is None or reported is None:
        return None
    return float(round_half_up(value - Decimal(str(reported)), 2))
