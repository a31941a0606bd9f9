"""The tables every report has beside those of the KPIs: units, CIPP, checks, sources of figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.cell_ranges import ranges
from itaanalysis.report.facts.fact import UNITS, Fact
from itaanalysis.report.standing import Standing, signed
from itaanalysis.report.traces import FIRST_CELL
from itaanalysis.terms import BASES, VERDICTS
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

CIPP = {
    "context": ("ด้านบริบท (Context)", "Context"),
    "input": ("ด้านปัจจัยนำเข้า (Input)", "Input"),
    "process": ("ด้านกระบวนการ (Process)", "Process"),
    "product": ("ด้านผลผลิต (Product)", "Product"),
}


def units_table(year: YearData, words: Words) -> Standing:
    """Every unit, best first: score, distance to the pass mark, level, whether it passed."""
    units = summaries.distance_to_pass_mark(year)
    levels = year.unit_scores.set_index("unit")["level"]
    verdict = {True: words.pick("ผ่าน", "passed"), False: words.pick("ไม่ผ่าน", "did not pass")}
    rows = pd.DataFrame(
        {
            "rank": units["score"].rank(method="first", ascending=False).astype("Int64"),
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
        "passed": words.pick("ผล", "Verdict"),
    }
    cells = year.unit_scores.set_index("unit")["source"]
    origins = [str(cells.get(unit, "")) for unit in units["unit"]]
    return Standing(
        rows,
        headers,
        (8, 11, 33, 11, 13, 13, 11),
        right=("score", "distance"),
        origins={"score": origins, "distance": origins},
    )


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
    """The checks of one verdict (all for None): what was compared and what was found, with where its rows begin."""
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
    headers = {"finding": words.pick("ข้อค้นพบ", "Finding"), "source": words.pick(*FIRST_CELL)}
    widths: tuple[int, ...] = (54, 46)
    if verdict is None:
        headers, widths = {"verdict": words.pick("ผล", "Verdict"), **headers}, (14, 48, 38)
    return Standing(
        pd.DataFrame(found, columns=list(headers)),
        headers,
        widths,
        verbatim=("source",),
        empty=_none_of(checks, words),
    )


def _none_of(checks: pd.DataFrame, words: Words) -> str | None:
    """What a list of checks without rows says: there are none, unless nothing was checked at all."""
    return words.pick("ไม่มีรายการ", "none") if len(checks) else None


def sources_table(facts: Iterable[Fact], words: Words) -> Standing:
    """Each figure with its value, how it is made, and where the rows it comes from begin."""
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
        "basis": words.pick("ลักษณะของค่า", "Basis"),
        "source": words.pick(*FIRST_CELL),
    }
    return Standing(pd.DataFrame(rows, columns=list(headers)), headers, (24, 20, 19, 9, 28), verbatim=("source",))


def _with_unit(fact: Fact) -> tuple[str, str]:
    if fact.unit in UNITS["percent"]:
        return f"ร้อยละ {fact.text}", f"{fact.text}%"
    return f"{fact.text} {fact.unit}", f"{fact.text} {fact.unit}"


def _level(year: YearData, level: Any, words: Words) -> str | None:
    return year.criteria.level_name(level, words.lang) if present(level) else None
