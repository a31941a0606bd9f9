"""Value, target, reported result and status of every KPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.report.facts.fact import NOT_THERE, Entry, Fact, Found, as_fact, catalogue, cells
from itaanalysis.report.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

STATUSES = {
    "below": ("ต่ำกว่าแผน", "below plan"),
    "as_planned": ("ตามแผน", "as planned"),
    "above": ("สูงกว่าแผน", "above plan"),
}

KINDS = {"percent": "percent", "points": "score", "people": "people"}


def kpis(year: YearData, words: Words) -> dict[str, Fact]:
    """Facts named after each KPI, with _name, _target, _reported, _difference, _status, _status_reported."""
    table = year.kpis().drop_duplicates("kpi").set_index("kpi")
    return {
        fact.name: fact
        for entry in catalogue()["kpis"]
        for fact in _facts(entry, table.loc[entry.name] if entry.name in table.index else None, year, words)
    }


def status_name(status: Any, words: Words) -> str | None:
    """below, as_planned or above as said in a sentence; None for anything else."""
    return words.pick(*STATUSES[status]) if present(status) and status in STATUSES else None


def kpi_sources(year: YearData, kpi: str) -> tuple[str, ...]:
    """The cells a KPI is computed from; for one that is only reported, its line among the targets."""
    made_from = {
        "pass_rate": [year.unit_scores],
        "ethics_index_ministry": [_of(year.indicator_scores, year.ministry_unit)],
        "ethics_index_ops": [_of(year.indicator_scores, year.ops_unit)],
        "ita_score_ops": [_of(year.tool_scores, year.ops_unit)],
        "participants": [year.activities],
        "budget_utilisation": [year.expenses],
    }
    return cells(*(table["source"] for table in made_from.get(kpi, []))) or cells(_target_row(year, kpi)["source"])


def _of(table: pd.DataFrame, unit: str) -> pd.DataFrame:
    return table[table["unit"] == unit]


def _target_row(year: YearData, kpi: str) -> pd.DataFrame:
    return year.targets[year.targets["kpi"] == kpi]


def _facts(entry: Entry, row: pd.Series | None, year: YearData, words: Words) -> list[Fact]:
    targets = _target_row(year, entry.name)
    stated = cells(targets["source"])
    known = row if row is not None else pd.Series(dtype="object")
    basis = known.get("basis") if present(known.get("basis")) else "computed"
    made = Found(_number(known, "value"), kpi_sources(year, entry.name), basis)
    status_reported = targets["reported_status"].iloc[0] if len(targets) else None
    difference = _number(known, "difference")
    name = known.get(f"name_{words.lang}")
    found = [
        ("", entry.kind, "", made),
        (
            "_name",
            "text",
            ("ชื่อ", "name"),
            Found(name if present(name) else words.pick(entry.label_th, entry.label_en)),
        ),
        (
            "_target",
            "mark" if entry.kind == "score" else entry.kind,
            ("เป้าหมาย", "target"),
            Found(_number(known, "target"), stated, "reported"),
        ),
        (
            "_reported",
            entry.kind,
            ("ผลที่รายงาน", "as reported"),
            Found(_number(known, "reported"), stated, "reported"),
        ),
        (
            "_difference",
            entry.kind,
            ("ผลต่าง", "difference"),
            Found(abs(difference), stated) if difference else NOT_THERE,
        ),
        (
            "_status",
            "text",
            ("สถานะ", "status"),
            Found(status_name(known.get("status"), words), made.sources),
        ),
        (
            "_status_reported",
            "text",
            ("สถานะที่รายงาน", "status as reported"),
            Found(status_name(status_reported, words), stated, "reported"),
        ),
    ]
    formula = str(known["formula"]) if present(known.get("formula")) else ""
    return [
        as_fact(_named(entry, suffix, kind, what, formula), value if value.value is not None else NOT_THERE, words)
        for suffix, kind, what, value in found
    ]


def _named(entry: Entry, suffix: str, kind: str, what: tuple[str, str] | str, formula: str) -> Entry:
    what_th, what_en = what or ("", "")
    label_th = f"{entry.label_th} ({what_th})" if what_th else entry.label_th
    label_en = f"{entry.label_en} ({what_en})" if what_en else entry.label_en
    return Entry(entry.name + suffix, kind, label_th, label_en, formula, formula)


def _number(row: pd.Series, column: str) -> float | None:
    value = row.get(column)
    return float(value) if present(value) else None
