"""Value, target, reported result and status of every KPI."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

from itaanalysis.kpi_catalogue import Kpi, kpi_catalogue
from itaanalysis.kpis import as_reported, formula, source_cells
from itaanalysis.report.facts.fact import NOT_THERE, Entry, Fact, Found, as_fact, cells
from itaanalysis.report.facts.money import stated
from itaanalysis.report.facts.scores import office_total
from itaanalysis.terms import STATUSES
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

AS_TYPED = ("ตามแผ่นงาน", "as on the sheet")
APART = ("ค่าที่คำนวณได้เทียบกับค่าที่รายงาน", "computed against reported")
AGAINST = ("ผลเทียบกับเป้าหมาย", "result against target")

KINDS = {"percent": "percent", "points": "score", "people": "people"}
TARGETS = {"percent": "percent_set", "points": "mark", "people": "people"}
DIFFERENCES = {"percent": "percentage_points", "points": "points", "people": "people"}
"""The kind of a KPI's value, of its target, and of the difference of two such values, by the KPI's unit."""

Row = Mapping[Hashable, Any]


def kpis(year: YearData, words: Words) -> dict[str, Fact]:
    """Facts named after each KPI, with _name, _target, _reported, _difference, _status, _status_reported."""
    known = {row["kpi"]: row for row in year.kpis().to_dict("records")}
    typed = {row["kpi"]: row for row in year.targets.to_dict("records")}
    return {
        name + suffix: as_fact(_entry(kpi, suffix, about), found, words)
        for name, kpi in kpi_catalogue().items()
        for suffix, (about, found) in _found(kpi, known.get(name, {}), typed.get(name, {}), year, words).items()
    }


def status_name(status: Any, words: Words) -> str | None:
    """below, as_planned or above as said in a sentence; None for anything else."""
    return words.pick(*STATUSES[status]) if present(status) and status in STATUSES else None


About = tuple[str, str, str, str]
"""Kind, what of the KPI it is in Thai and English, and how it is made."""


def _found(kpi: Kpi, row: Row, typed: Row, year: YearData, words: Words) -> dict[str, tuple[About, Found]]:
    """What is known of one KPI, by the end of the name it gets."""
    typed_in = cells([typed["source"]]) if typed else stated(year, "expenses", kpi.kpi).sources
    office = office_total(year) if kpi.kpi == "ita_score_ops" else NOT_THERE
    computed = "reported" not in (row.get("basis"), office.basis)
    made = office.sources or cells(source_cells(year, kpi.kpi)) or typed_in
    kind = KINDS[kpi.unit]
    gap = row.get("difference")
    as_typed = words.pick(*AS_TYPED)
    method = formula(kpi, year, words.lang) if computed else as_reported(words.lang)
    result = Found(row.get("value"), made, "computed" if computed else "reported")
    return {
        "": (("total", "", "", method), office) if present(office.value) else ((kind, "", "", method), result),
        "_name": (("text", "ชื่อ", "name", ""), Found(words.pick(kpi.name_th, kpi.name_en))),
        "_target": ((TARGETS[kpi.unit], "เป้าหมาย", "target", as_typed), Found(row.get("target"), typed_in, "reported")),
        "_reported": ((kind, "ผลที่รายงาน", "as reported", as_typed), Found(row.get("reported"), typed_in, "reported")),
        "_difference": (
            (DIFFERENCES[kpi.unit], "ผลต่าง", "difference", words.pick(*APART)),
            Found(abs(gap) if present(gap) and gap else None, made + typed_in),
        ),
        "_status": (
            ("text", "สถานะ", "status", words.pick(*AGAINST)),
            Found(status_name(row.get("status"), words), made + typed_in),
        ),
        "_status_reported": (
            ("text", "สถานะที่รายงาน", "status as reported", as_typed),
            Found(status_name(typed.get("reported_status"), words), typed_in, "reported"),
        ),
    }


def _entry(kpi: Kpi, suffix: str, about: About) -> Entry:
    kind, th, en, method = about
    label_th, label_en = (f"{kpi.name_th} ({th})", f"{kpi.name_en} ({en})") if th else (kpi.name_th, kpi.name_en)
    return Entry(kpi.kpi + suffix, kind, label_th, label_en, method, method)
