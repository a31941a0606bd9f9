"""Tables that set a year beside the one before, and the corrections made to its raw cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.standing import Standing, signed
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def kpi_changes_table(year: YearData, words: Words) -> Standing:
    """Every KPI with a value in both years: now, the year before, the change with its unit, and a remark."""
    changes = summaries.kpi_changes(year)
    rows = [
        {
            "kpi": words.pick(kpi["name_th"], kpi["name_en"]),
            "value": words.measure(kpi["value"], kpi["unit"]),
            "before": words.measure(kpi["before"], kpi["unit"]),
            "change": signed(kpi["change"], words, kpi["unit"]),
            "remark": _remark(kpi, words),
        }
        for kpi in changes.to_dict("records")
    ]
    return _beside(rows, {"kpi": words.pick("ตัวชี้วัด", "KPI")}, "value", year, words)


def unit_changes_table(year: YearData, words: Words) -> Standing:
    """Every unit with a score in either year: now, the year before, the change in points, and a remark."""
    changes = summaries.unit_changes(year)
    rows = [
        {
            "unit": words.unit(year, unit["unit"]),
            "score": words.score(unit["score"]) if present(unit["score"]) else None,
            "before": words.score(unit["before"]) if present(unit["before"]) else None,
            "change": signed(unit["change"], words, "points"),
            "remark": _remark(unit, words),
        }
        for unit in changes.to_dict("records")
    ]
    return _beside(rows, {"unit": words.pick("หน่วยงาน", "Unit")}, "score", year, words)


def corrections_table(year: YearData, words: Words) -> Standing:
    """Every correction applied over a raw cell: the cell, what stood there, what was put, why, who was told, when."""
    headers = {
        "source": words.pick("เซลล์", "Cell"),
        "expect": words.pick("ค่าเดิม", "Was"),
        "value": words.pick("แก้เป็น", "Now"),
        "reason": words.pick("เหตุผล", "Reason"),
        "reported_to": words.pick("แจ้งผู้ใด", "Told"),
        "date": words.pick("วันที่", "Date"),
    }
    return Standing(year.corrections[list(headers)], headers, (26, 14, 14, 24, 12, 10), verbatim=tuple(headers))


def _beside(
    rows: list[dict[str, str | None]], first: dict[str, str], value: str, year: YearData, words: Words
) -> Standing:
    headers = {
        **first,
        value: words.in_digits(str(year.fiscal_year)),
        "before": words.in_digits(str(year.fiscal_year - 1)),
        "change": words.pick("เปลี่ยนแปลง", "Change"),
        "remark": words.pick("ข้อสังเกต", "Remark"),
    }
    table = pd.DataFrame(rows, columns=list(headers))
    return Standing(table, headers, (34, 14, 14, 18, 20), right=(value, "before", "change"))


def _remark(row: dict[Any, Any], words: Words) -> str | None:
    """Why there is no change, or that it is an unusual one."""
    note = row[f"break_{words.lang}"]
    if present(note):
        return words.pick(f"เทียบไม่ได้ ({note})", f"not comparable ({note})")
    return words.pick("ควรตรวจทาน", "check again") if row["unusual"] else None
