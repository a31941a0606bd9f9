"""The tables every report has: KPIs with status boxes, units, checks, CIPP, sources of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.cells import ranges
from itaanalysis.report.facts.fact import Fact
from itaanalysis.report.facts.kpis import STATUSES
from itaanalysis.report.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

TIERS = {
    "ministry": ("ระดับกระทรวง", "Ministry"),
    "project": ("ระดับโครงการ", "Project"),
    "activity": ("ระดับกิจกรรม", "Activity"),
}
TYPES = {"quantity": ("เชิงปริมาณ", "quantity"), "quality": ("เชิงคุณภาพ", "quality")}
OPERATORS = {
    ">=": ("ไม่น้อยกว่า", "at least"),
    "<=": ("ไม่เกิน", "at most"),
    ">": ("มากกว่า", "more than"),
    "<": ("น้อยกว่า", "less than"),
    "=": ("เท่ากับ", "exactly"),
}
CIPP = {
    "context": ("ด้านบริบท (Context)", "Context"),
    "input": ("ด้านปัจจัยนำเข้า (Input)", "Input"),
    "process": ("ด้านกระบวนการ (Process)", "Process"),
    "product": ("ด้านผลผลิต (Product)", "Product"),
}
VERDICTS = {
    "agrees": ("ตรงกัน", "agrees"),
    "differs": ("ไม่ตรงกัน", "differs"),
    "unchecked": ("ตรวจไม่ได้", "unchecked"),
}
BASES = {"computed": ("คำนวณ", "computed"), "reported": ("ตามที่รายงาน", "reported")}


@dataclass(frozen=True)
class Standing:
    """Rows with their headers and the shares of the page their columns take."""

    rows: pd.DataFrame
    columns: dict[str, str]
    widths: tuple[int, ...]
    verbatim: tuple[str, ...] = ()


def kpi_table(year: YearData, words: Words, details: Mapping[str, str]) -> Standing:
    """Every KPI that has a target: target, result, the three status boxes, and what `details` says of it."""
    typed = year.targets.drop_duplicates("kpi").set_index("kpi")
    rows = [
        {
            "kpi": _kpi_name(kpi, typed, words),
            "target": " ".join(
                filter(
                    None,
                    (_said(OPERATORS, kpi["operator"], words), measure(kpi["target"], kpi["unit"], words)),
                )
            ),
            "result": measure(kpi["value"], kpi["unit"], words),
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
    return Standing(pd.DataFrame(rows, columns=list(headers)), headers, (27, 12, 11, 15, 35))


def status_boxes(status: Any, words: Words) -> str:
    """The three statuses, each behind its box, the one that holds ticked."""
    return "\n".join(f"{'☑' if name == status else '☐'} {words.pick(*said)}" for name, said in STATUSES.items())


def measure(value: Any, unit: Any, words: Words) -> str | None:
    """A KPI value with its unit: ร้อยละ ๙๑.๖๗, ๙๖.๔๒ คะแนน, ๑,๘๗๑ คน."""
    if not present(value):
        return words.missing
    if unit == "percent":
        return words.pick(f"ร้อยละ {words.share(value)}", f"{words.share(value)}%")
    if unit == "people":
        return words.pick(f"{words.number(value, 0)} คน", f"{words.number(value, 0)} people")
    return words.pick(f"{words.brief(value)} คะแนน", f"{words.brief(value)} points")


def units_table(year: YearData, words: Words) -> Standing:
    """Every unit, best first: score, distance to the pass mark, level, whether it passed."""
    units = summaries.distance_to_pass_mark(year)
    levels = year.unit_scores.set_index("unit")["level"]
    verdict = {True: words.pick("ผ่าน", "passed"), False: words.pick("ไม่ผ่าน", "did not pass")}
    rows = pd.DataFrame(
        {
            "rank": pd.Series(range(1, len(units) + 1), dtype="Int64"),
            "unit": [words.unit_short(year, unit) for unit in units["unit"]],
            "name": [words.unit(year, unit) for unit in units["unit"]],
            "score": [words.score(score) if present(score) else None for score in units["score"]],
            "distance": [signed(distance, words) for distance in units["distance"]],
            "level": [_level(year, levels.get(unit), words) for unit in units["unit"]],
            "passed": [verdict[bool(passed)] if present(passed) else None for passed in units["passed"]],
        }
    )
    headers = {
        "rank": words.pick("ลำดับ", "Rank"),
        "unit": words.pick("อักษรย่อ", "Unit"),
        "name": words.pick("หน่วยงาน", "Name"),
        "score": words.pick("คะแนน", "Score"),
        "distance": words.pick("ห่างจากเกณฑ์", "From pass mark"),
        "level": words.pick("ระดับ", "Level"),
        "passed": words.pick("ผลการประเมิน", "Verdict"),
    }
    return Standing(rows, headers, (7, 10, 38, 10, 11, 12, 12))


def signed(difference: Any, words: Words) -> str | None:
    """A difference with its sign: +๑.๒๐, −๐.๔๐."""
    if not present(difference):
        return None
    return ("−" if difference < 0 else "+" if difference > 0 else "") + words.difference(abs(difference))


def cipp_table(rows: Iterable[tuple[str, str, str]], words: Words) -> Standing:
    """The CIPP evaluation: dimension, what was looked at, what was found."""
    named = [(words.pick(*CIPP[dimension]), frame, result) for dimension, frame, result in rows]
    headers = {
        "dimension": words.pick("ด้าน", "Dimension"),
        "frame": words.pick("กรอบการประเมิน", "What was evaluated"),
        "result": words.pick("ผลการประเมิน", "Result"),
    }
    return Standing(pd.DataFrame(named, columns=list(headers), dtype="object"), headers, (18, 22, 60))


def checks_table(year: YearData, words: Words, verdict: str | None = "differs") -> Standing:
    """The checks of one verdict (all for None): what was compared and what was found, with the cells."""
    checks = year.checks()
    rows = checks if verdict is None else checks[checks["verdict"] == verdict]
    found = [
        {
            "verdict": words.pick(*VERDICTS[check["verdict"]]),
            # The cells stand in a column of their own.
            "finding": str(check[f"message_{words.lang}"]).removesuffix(f" ({check['source']})"),
            "source": str(check["source"]).replace("; ", "\n") if present(check["source"]) else None,
        }
        for check in rows.to_dict("records")
    ]
    headers = {
        "verdict": words.pick("ผล", "Verdict"),
        "finding": words.pick("ข้อค้นพบ", "Finding"),
        "source": words.pick("เซลล์ต้นทาง", "Cells"),
    }
    return Standing(pd.DataFrame(found, columns=list(headers)), headers, (12, 53, 35), verbatim=("source",))


def sources_table(facts: Iterable[Fact], words: Words) -> Standing:
    """Each figure with its value, how it is made, and the cells it comes from."""
    rows = [
        {
            "label": fact.label,
            "value": fact.text if not fact.unit else words.pick(*_with_unit(fact)),
            "formula": fact.formula,
            "basis": words.pick(*BASES.get(fact.basis, (fact.basis, fact.basis))),
            "source": "\n".join(ranges(fact.sources)),
        }
        for fact in facts
    ]
    headers = {
        "label": words.pick("รายการ", "Figure"),
        "value": words.pick("ค่า", "Value"),
        "formula": words.pick("ที่มาของค่า", "How it is made"),
        "basis": words.pick("ลักษณะ", "Basis"),
        "source": words.pick("เซลล์ต้นทาง", "Cells"),
    }
    return Standing(pd.DataFrame(rows, columns=list(headers)), headers, (24, 18, 22, 9, 27), verbatim=("source",))


def _with_unit(fact: Fact) -> tuple[str, str]:
    if fact.unit == "ร้อยละ":
        return f"{fact.unit} {fact.text}", ""
    return f"{fact.text} {fact.unit}", f"{fact.text} {fact.unit}"


def _kpi_name(kpi: dict[Any, Any], typed: pd.DataFrame, words: Words) -> str:
    tier, kind = (typed.loc[kpi["kpi"], column] if kpi["kpi"] in typed.index else None for column in ("tier", "kind"))
    over = " · ".join(filter(None, (_said(TIERS, tier, words), _said(TYPES, kind, words))))
    return "\n".join(filter(None, (over, words.pick(kpi["name_th"], kpi["name_en"]))))


def _said(names: Mapping[str, tuple[str, str]], value: Any, words: Words) -> str | None:
    return words.pick(*names[value]) if present(value) and value in names else None


def _level(year: YearData, level: Any, words: Words) -> str | None:
    return year.criteria.level_name(level, words.lang) if present(level) else None
