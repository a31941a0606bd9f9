"""Indicator scores of the ministry and of its office: each of them, the ethics dimensions, the weakest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis import summaries
from itaanalysis.report.facts.fact import NOT_THERE, Entry, Found, apart, cells
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

WHOSE = {"ministry": ("กระทรวง", "ministry"), "ops": ("สำนักงานปลัดกระทรวง", "office")}


def dimensions(year: YearData, words: Words) -> dict[str, Found]:
    """Scores by indicator, named `indicator_N_ministry` and `indicator_N_ops`, and what stands out."""
    units = {"ministry": year.ministry_unit, "ops": year.ops_unit}
    scores = {whose: _scores(year, unit) for whose, unit in units.items()}
    found = {"dimensions_total": Found(len(year.criteria.ethics_indicators))}
    for whose, unit in units.items():
        found |= {f"indicator_{number}_{whose}": score for number, score in scores[whose].items()}
        found |= _listed(year, scores[whose], whose, words) | _weakest(year, scores[whose], unit, whose, words)
    return found | _gap(scores["ministry"], scores["ops"], words)


def indicator_entries(year: YearData) -> list[Entry]:
    """The catalogue lines of the indicator names, which are as many as the year's criteria have."""
    return [
        Entry(
            f"indicator_{number}_{whose}",
            "score",
            f"ตัวชี้วัดที่ {number} {indicator.name_th} ({whose_th})",
            f"indicator {number}, {indicator.name_en.lower()} ({whose_en})",
            "ตามแผ่นงาน",
            "as on the sheet",
        )
        for number, indicator in year.criteria.indicators.items()
        for whose, (whose_th, whose_en) in WHOSE.items()
    ]


def _scores(year: YearData, unit: str | None) -> dict[int, Found]:
    rows = year.indicator_scores[year.indicator_scores["unit"] == unit].dropna(subset=["indicator", "score"])
    return {
        int(number): Found(float(score), (source,), "reported")
        for number, score, source in zip(rows["indicator"], rows["score"], rows["source"], strict=True)
    }


def _name(year: YearData, number: int, words: Words) -> str:
    indicator = year.criteria.indicators[number]
    return words.pick(indicator.name_th, indicator.name_en.lower())


def _listed(year: YearData, scores: dict[int, Found], whose: str, words: Words) -> dict[str, Found]:
    known = [number for number in year.criteria.ethics_indicators if number in scores]
    items = [f"{_name(year, number, words)} ({words.number(scores[number].value)})" for number in known]
    return {f"dimensions_list_{whose}": Found(words.listed(items), _cells(scores, known), "reported")}


def _weakest(year: YearData, scores: dict[int, Found], unit: str | None, whose: str, words: Words) -> dict[str, Found]:
    """The lowest indicator; where several tie, the names and numbers of all of them."""
    numbers = [int(number) for number in summaries.weakest_indicator(year, unit)["indicator"]] if unit else []
    if not numbers:
        return {}
    lowest = _cells(scores, numbers)
    tools = dict.fromkeys(year.criteria.indicators[number].tool for number in numbers)
    return {
        f"weakest_indicator_number_{whose}": Found(words.listed(str(number) for number in numbers), lowest),
        f"weakest_indicator_name_{whose}": Found(words.listed(_name(year, n, words) for n in numbers), lowest),
        f"weakest_indicator_tool_{whose}": Found(words.listed(tools), lowest),
        f"weakest_indicator_score_{whose}": Found(scores[numbers[0]].value, lowest),
    }


def _gap(ministry: dict[int, Found], office: dict[int, Found], words: Words) -> dict[str, Found]:
    """How far the office's weakest indicator lies below the ministry's; not there when it does not."""
    weakest = min(office, key=lambda number: office[number].value, default=None)
    if weakest is None or weakest not in ministry:
        return {}
    gap = apart(ministry[weakest].value, office[weakest].value, words)
    both = office[weakest].sources + ministry[weakest].sources
    return {"weakest_indicator_gap_ops": Found(gap, both) if gap > 0 else NOT_THERE}


def _cells(scores: dict[int, Found], numbers: list[int]) -> tuple[str, ...]:
    return cells(*(scores[number].sources for number in numbers))
