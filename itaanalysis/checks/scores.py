"""Scores: totals from tools, means from indicators, the lists of units that pass and fail, levels."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import kpis
from itaanalysis.checks.comparison import Reported, Row, compare, row
from itaanalysis.checks.tools import ROUNDING, tool_checks
from itaanalysis.criteria import UNKNOWN_LEVEL
from itaanalysis.thai.rounding import exact
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData


_ENGLISH = Words("en")


def score_checks(year: YearData) -> list[Row]:
    """Every comparison of scores that the sheets allow."""
    return [
        *_unit_totals(year),
        *tool_checks(year),
        *_unit_means(year),
        *_ethics_indices(year),
        *_verdict_lists(year),
        *_levels(year),
    ]


def _unit_totals(year: YearData) -> list[Row]:
    """Each unit's total: from its tools, in the list of units, and below its own tools."""
    cells: dict[str, list[str]] = {}
    tools: dict[str, dict[str, float]] = {}
    its = year.tool_scores
    for unit, tool, score, source in zip(its["unit"], its["tool"], its["score"], its["source"], strict=True):
        cells.setdefault(unit, []).append(source)
        tools.setdefault(unit, {}).setdefault(tool, score)
    below, listed, made = _stated(year, "tool_scores"), _listed(year), _totals_made(year)
    rows = []
    for unit, known in tools.items():
        own, in_list = below.get(f"score[{unit}]"), listed.get(unit)
        th, en = (
            f"คะแนนรวม ITA ของ {unit} จากคะแนนรายเครื่องมือ",
            f"ITA total from its tools ({_ENGLISH.unit_short(year, unit)})",
        )
        against = own or (None if unit in made else in_list)
        computed = _total(year, known)
        rows.append(compare(f"ita_total:{unit}", th, en, computed, cells[unit], against, within=ROUNDING))
        if own and in_list and in_list["source"] != own["source"]:
            rows.append(
                compare(
                    f"unit_list:{unit}",
                    f"คะแนนรวม ITA ของ {unit} ในรายชื่อหน่วยงานกับในแผ่นงานของหน่วยงานเอง",
                    f"ITA total in the list of units against its own sheet ({_ENGLISH.unit_short(year, unit)})",
                    exact(in_list["reported"]),
                    [in_list["source"]],
                    own,
                )
            )
    return rows


def _total(year: YearData, tools: dict[str, float]) -> Decimal | None:
    """The total of a unit's tools; None where one is missing."""
    known = {tool: tools.get(tool, math.nan) for tool in year.criteria.weights}
    total = year.criteria.total(known)
    return None if math.isnan(total) else exact(total)


def _stated(year: YearData, table: str) -> dict[str, Reported]:
    """What the sheets state of a table, by its column; of several, the first."""
    rows = year.totals[year.totals["table"] == table].drop_duplicates("column")
    return {
        str(row["column"]): {"reported": row["reported"], "source": row["source"]} for row in rows.to_dict("records")
    }


def _listed(year: YearData) -> dict[str, Reported]:
    """Each unit's total in the list of units; a unit without one is not in it."""
    rows = year.unit_scores.drop_duplicates("unit").dropna(subset="score")
    return {
        unit: {"reported": score, "source": source}
        for unit, score, source in zip(rows["unit"], rows["score"], rows["source"], strict=True)
    }


def _totals_made(year: YearData) -> set[str]:
    """Units whose total no sheet states: it was made of their tools."""
    told = year.problems.loc[year.problems["code"] == "total-computed", "value"]
    return {unit for units in told for unit in units.split(", ")}


def _unit_means(year: YearData) -> list[Row]:
    """The mean typed under the list of units, and the ministry's own row in it."""
    scores = year.unit_scores["score"].dropna()
    mean = None if scores.empty else sum(map(exact, scores), Decimal(0)) / len(scores)
    rows = []
    for column in ("mean", f"score[{year.ministry_unit}]"):
        stated = year.stated_row("unit_scores", column)
        if stated is not None:
            th, en = "ค่าเฉลี่ยคะแนนรวม ITA ของทุกหน่วยงาน", "mean of the ITA totals of all units"
            rows.append(compare(f"unit_mean:{column}", th, en, mean, list(year.unit_scores["source"]), stated))
    return rows


def _ethics_indices(year: YearData) -> list[Row]:
    """The mean of the ethics indicators against the mean typed below them, for every unit that has both."""
    rows, below = [], _stated(year, "indicator_scores")
    for unit in dict.fromkeys(year.indicator_scores["unit"]):
        stated = below.get(f"mean[{unit}]")
        computed = kpis.ethics_index(year, unit) if stated else None
        if computed is None:
            continue
        its = year.indicator_scores.loc[year.indicator_scores["unit"] == unit, "source"]
        th = f"ค่าเฉลี่ยดัชนีคุณธรรมของ {unit}"
        en = f"mean of the ethics indicators ({_ENGLISH.unit_short(year, unit)})"
        rows.append(compare(f"ethics_index:{unit}", th, en, computed[0], list(its), stated))
    return rows


def _verdict_lists(year: YearData) -> list[Row]:
    """The lists of units that pass and fail, as the sheet has them, against the pass mark."""
    listed = year.reported_levels.dropna(subset=["passed"])
    if listed.empty:
        return []
    scored = year.unit_scores.dropna(subset=["passed"])
    rows = []
    for check, passes, th, en in (
        ("pass_list", True, "รายชื่อหน่วยงานที่ผ่านเกณฑ์", "list of units that pass"),
        ("fail_list", False, "รายชื่อหน่วยงานที่ไม่ผ่านเกณฑ์", "list of units that fail"),
    ):
        computed, reported = scored[scored["passed"] == passes], listed[listed["passed"] == passes]
        apart = sorted(set(computed["unit"]) ^ set(reported["unit"]))
        rows.append(
            row(
                check,
                "differs" if apart else "agrees",
                ", ".join(computed["unit"]),
                ", ".join(reported["unit"]),
                float(len(computed) - len(reported)),
                f"{th}: ตามคะแนน {len(computed)} หน่วยงาน ตามแผ่นงาน {len(reported)} หน่วยงาน"
                + (f" ต่างกันที่ {', '.join(apart)}" if apart else ""),
                f"{en}: {len(computed)} by score, {len(reported)} on the sheet"
                + (f"; they differ in {', '.join(_ENGLISH.unit_short(year, unit) for unit in apart)}" if apart else ""),
                list(reported["source"]) or list(listed["source"]),
            )
        )
    return rows


def _levels(year: YearData) -> list[Row]:
    """Levels typed beside scores against the level of the year's criteria, once for each unit and level typed."""
    rows = []
    levels = year.unit_scores.set_index("unit")["level"]
    typed = year.reported_levels.dropna(subset=["level"])
    typed = typed.assign(level=typed["level"].map(year.criteria.level_named))
    seen: set[str] = set()
    for key, lines in typed.groupby(["unit", "level"], sort=False):
        unit, reported = map(str, key)
        computed = levels.get(unit, UNKNOWN_LEVEL)
        computed = UNKNOWN_LEVEL if pd.isna(computed) else computed
        known = computed != UNKNOWN_LEVEL
        said_th, said_en = (year.criteria.level_name(computed, lang) for lang in ("th", "en"))
        why_th, why_en = ("", "") if known else _why_unknown(year, unit)
        rows.append(
            row(
                f"level:{unit}:{reported}" if unit in seen else f"level:{unit}",
                "unchecked" if not known else "agrees" if computed == reported else "differs",
                computed,
                reported,
                None,
                f"ระดับผลการประเมินของ {unit}: ตามเกณฑ์ {said_th}{why_th} รายงานไว้ {reported}",
                f"level ({_ENGLISH.unit_short(year, unit)}): by the criteria {said_en}{why_en}, "
                f"reported {year.criteria.level_name(reported, 'en')}",
                list(lines["source"]),
            )
        )
        seen.add(unit)
    return rows


def _why_unknown(year: YearData, unit: str) -> tuple[str, str]:
    """Why a level cannot be told: no total, or no score of a tool that the level asks for."""
    known = year.scores_by_unit.get(unit, {})
    if "total" not in known:
        return " เพราะไม่มีคะแนนรวม", " without a total"
    lacking = ", ".join(tool for tool in year.criteria.weights if tool not in known)
    return f" เพราะไม่มีคะแนน {lacking}", f" without the score of {lacking}"
