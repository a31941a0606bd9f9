"""Money and head-counts: the sum of the rows against the totals typed below them, and group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.checks.comparison import Row, compare
from itaanalysis.stated import rows_added_up
from itaanalysis.thai import baht

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_SUMMED = (
    ("expenses_total", "expenses", "amount_baht", 2, "ผลรวมค่าใช้จ่ายทุกรายการ (บาท)", "sum of the expenses (baht)"),
    ("participants_total", "activities", "participants", 0, "ผลรวมผู้เข้าร่วมทุกกิจกรรม (คน)", "sum of the head-counts"),
    (
        "online_provinces_total",
        "activities",
        "online_provinces",
        0,
        "ผลรวมจังหวัดที่รับชมออนไลน์ทุกกิจกรรม",
        "sum of the provinces that followed online",
    ),
)


def total_checks(year: YearData) -> list[Row]:
    """A row for every stated total and subtotal; where none is stated, one that says so if there is a sum to tell."""
    rows = []
    for check, table, column, decimals, th, en in _SUMMED:
        data: pd.DataFrame = getattr(year, table)
        stated = year.totals[year.totals["table"] == table]
        whole = stated[stated["column"] == column]
        amounts = data[column].to_numpy(dtype="float64", na_value=float("nan")).tolist()
        for _, total in whole.iterrows():
            added = rows_added_up(
                total["source"], list(whole["source"]), list(data["source"]), amounts, total["reported"]
            )
            mine = data.loc[added]
            rows.append(_added_up(check, th, en, mine, column, total, decimals))
        for _, total in stated[stated["column"].str.startswith(f"{column}[")].iterrows():
            group = total["column"].removeprefix(f"{column}[").removesuffix("]")
            mine = data[data["code"].str.extract(r"^(\d+)", expand=False) == group]
            names = f"{th} กลุ่ม {group}", f"{en}, group {group}"
            rows.append(_added_up(f"{check}:{group}", *names, mine, column, total, decimals))
        if whole.empty and column != "online_provinces" and data[column].notna().any():
            rows.append(_added_up(check, th, en, data, column, None, decimals))
    return rows


def _added_up(
    check: str, th: str, en: str, mine: pd.DataFrame, column: str, total: pd.Series | None, decimals: int
) -> Row:
    computed = baht.total(mine[column]) if mine[column].notna().any() else None
    return compare(check, th, en, computed, list(mine["source"]), total, decimals)
