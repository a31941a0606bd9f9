"""The tables of the KPIs: target, result and status boxes; computed beside reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.report.facts.kpis import kpis as kpi_facts
from itaanalysis.report.standing import Standing, signed
from itaanalysis.report.traces import origin
from itaanalysis.terms import KINDS, OPERATORS, STATUSES, TIERS
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def kpi_table(year: YearData, words: Words, details: Mapping[str, str]) -> Standing:
    """Every KPI that has a target: target, result, the three status boxes, and what `details`, if any, says of it."""
    typed = year.targets.drop_duplicates("kpi").set_index("kpi")
    rows = [
        {
            "kpi": _kpi_name(kpi, typed, words),
            "target": target_text(kpi, words),
            "result": words.measure(kpi["value"], kpi["unit"]),
            "status": status_boxes(kpi["status"], words),
            "details": details.get(kpi["kpi"]) or None,
        }
        for kpi in year.kpis().to_dict("records")
        if present(kpi["target"])
    ]
    headers = {
        "kpi": words.pick("ตัวชี้วัด", "KPI"),
        "target": words.pick("ค่าเป้าหมาย", "Target"),
        "result": words.pick("ผลลัพธ์", "Result"),
        "status": words.pick("สถานะ", "Status"),
        "details": words.pick("ผลการดำเนินงานเมื่อสิ้นสุด", "At the end of the project"),
    }
    widths: tuple[int, ...] = (25, 14, 14, 15, 32)
    if not any(details.values()):
        del headers["details"]
        widths = (40, 20, 20, 20)
    aimed_at = [kpi["kpi"] for kpi in year.kpis().to_dict("records") if present(kpi["target"])]
    origins = _origins(aimed_at, {"target": "_target", "result": ""}, year, words)
    return Standing(pd.DataFrame(rows, columns=list(headers)), headers, widths, origins=origins)


def results_table(year: YearData, words: Words) -> Standing:
    """Every KPI: what it came to, its target, what is reported, and how far the two lie apart."""
    rows = [
        {"kpi": words.pick(kpi["name_th"], kpi["name_en"])}
        | {
            column: spell(kpi[column], kpi["unit"]) if present(kpi[column]) else None
            for column, spell in (("value", words.measure), ("target", words.target), ("reported", words.measure))
        }
        | {"difference": signed(kpi["difference"], words, kpi["unit"])}
        for kpi in year.kpis().to_dict("records")
    ]
    headers = {
        "kpi": words.pick("ตัวชี้วัด", "KPI"),
        "value": words.pick("ผลที่คำนวณได้", "Computed"),
        "target": words.pick("เป้าหมาย", "Target"),
        "reported": words.pick("ผลที่รายงาน", "Reported"),
        "difference": words.pick("ผลต่าง", "Difference"),
    }
    table = pd.DataFrame(rows, columns=list(headers))
    ends = {"value": "", "target": "_target", "reported": "_reported", "difference": "_difference"}
    origins = _origins(year.kpis()["kpi"].tolist(), ends, year, words)
    return Standing(table, headers, (36, 15, 15, 15, 19), right=tuple(headers)[1:], origins=origins)


def _origins(kpis: Sequence[str], ends: Mapping[str, str], year: YearData, words: Words) -> dict[str, list[str]]:
    """The cells of the figures in each column, by how the names of the column's figures end."""
    known = kpi_facts(year, words)
    return {column: [origin(known[kpi + end].sources) for kpi in kpis] for column, end in ends.items()}


def status_boxes(status: Any, words: Words) -> str:
    """The three statuses, each behind its box, the one that holds ticked."""
    return "\n".join(f"{'☑' if name == status else '☐'} {words.pick(*said)}" for name, said in STATUSES.items())


def target_text(kpi: Mapping[Any, Any], words: Words) -> str:
    """Target of a KPI (`target`, `unit`, `operator`): ไม่น้อยกว่าร้อยละ ๑๐๐, at least 92.18 points."""
    aim, operator = words.target(kpi["target"], kpi["unit"]), _said(OPERATORS, kpi.get("operator"), words)
    if operator is None:
        return aim
    # Thai parts words from figures by a space, not from other words.
    return f"{operator}{'' if words.lang == 'th' and kpi['unit'] == 'percent' else ' '}{aim}"


def _kpi_name(kpi: dict[Any, Any], typed: pd.DataFrame, words: Words) -> str:
    tier, kind = (typed.loc[kpi["kpi"], column] if kpi["kpi"] in typed.index else None for column in ("tier", "kind"))
    whose = _said(TIERS, tier, words)
    over = " · ".join(filter(None, (whose and words.pick(f"ระดับ{whose}", whose.title()), _said(KINDS, kind, words))))
    return "\n".join(filter(None, (over, words.pick(kpi["name_th"], kpi["name_en"]))))


def _said(names: Mapping[str, tuple[str, str]], value: Any, words: Words) -> str | None:
    return words.pick(*names[value]) if present(value) and value in names else None
