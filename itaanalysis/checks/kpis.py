"""Each KPI and its status against what the office reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import kpis
from itaanalysis.checks.comparison import Row, compare, row
from itaanalysis.terms import STATUSES
from itaanalysis.thai.rounding import exact

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def kpi_checks(year: YearData) -> list[Row]:
    """Two rows a KPI that has a target, its value and its status; one for any other."""
    rows = []
    for kpi in kpis.kpis(year).to_dict("records"):
        target = year.targets[year.targets["kpi"] == kpi["kpi"]]
        reported = year.stated_row("expenses", kpi["kpi"]) if target.empty else target.iloc[0]
        computed = exact(kpi["value"]) if kpi["basis"] == "computed" else None
        cells = list(kpis.source_cells(year, kpi["kpi"]))
        decimals = 0 if kpi["unit"] == "people" else 2
        names = kpi["name_th"], kpi["name_en"]
        rows.append(compare(f"kpi:{kpi['kpi']}", *names, computed, cells, reported, decimals))
        if not target.empty:
            rows.append(_status(kpi, target.iloc[0]))
    return rows


def _status(kpi: dict[Any, Any], target: pd.Series) -> Row:
    computed, reported = kpi["status"], target["reported_status"]
    missing = pd.isna(computed) or pd.isna(reported)
    (left_th, left_en), (right_th, right_en) = _name(computed), _name(reported)
    return row(
        f"status:{kpi['kpi']}",
        "unchecked" if missing else "agrees" if computed == reported else "differs",
        None if pd.isna(computed) else computed,
        None if pd.isna(reported) else reported,
        None,
        f"สถานะของ{kpi['name_th']}: ตามผล {left_th} รายงานไว้ {right_th}",
        f"Status of “{kpi['name_en']}”: {left_en} by its value, {right_en} as reported",
        [target["source"]],
    )


def _name(status: Any) -> tuple[str, str]:
    return ("ไม่ได้ระบุ", "not stated") if pd.isna(status) else STATUSES[status]
