"""Scores: totals from tools, means from indicators, the lists of units that pass and fail, levels."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import kpis
from itaanalysis.checks.comparison import Row, compare, row
from itaanalysis.checks.tools import ROUNDING, tool_checks
from itaanalysis.criteria import UNKNOWN_LEVEL
from itaanalysis.thai.numbers import exact

if TYPE_CHECKING:
    from itaanalysis.year import YearData


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
    rows = []
    for unit in dict.fromkeys(year.tool_scores["unit"]):
        tools = year.tool_scores[year.tool_scores["unit"] == unit]
        listed = year.unit_scores[year.unit_scores["unit"] == unit]
        own = year.stated_row("tool_scores", f"score[{unit}]")
        th, en = f"คะแนนรวม ITA ของ {unit} จากคะแนนรายเครื่องมือ", f"ITA total of {unit} from its tools"
        against = own if own is not None else _as_stated(listed, year)
        computed = kpis.total_from_tools(year, unit)
        cells = list(tools["source"])
        rows.append(compare(f"ita_total:{unit}", th, en, computed, cells, against, within=ROUNDING))
        if own is not None and not listed.empty and listed["source"].iloc[0] != own["source"]:
            rows.append(
                compare(
                    f"unit_list:{unit}",
                    f"คะแนนรวม ITA ของ {unit} ในรายชื่อหน่วยงานกับในแผ่นงานของหน่วยงานเอง",
                    f"ITA total of {unit} in the list of units against its own sheet",
                    exact(listed["score"].iloc[0]),
                    [listed["source"].iloc[0]],
                    own,
                )
            )
    return rows


def _as_stated(listed: pd.DataFrame, year: YearData) -> pd.Series | None:
    """A unit's total as it is listed; None when the list has none and the total was computed."""
    told = year.problems.loc[year.problems["code"] == "total-computed", "value"]
    computed = {unit for units in told for unit in units.split(", ")}
    if listed.empty or listed["unit"].iloc[0] in computed or pd.isna(listed["score"].iloc[0]):
        return None
    return pd.Series({"reported": listed["score"].iloc[0], "source": listed["source"].iloc[0]})


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
    rows = []
    for unit in dict.fromkeys(year.indicator_scores["unit"]):
        computed = kpis.ethics_index(year, unit)
        stated = year.stated_row("indicator_scores", f"mean[{unit}]")
        if computed is None or stated is None:
            continue
        its = year.indicator_scores.loc[year.indicator_scores["unit"] == unit, "source"]
        th, en = f"ค่าเฉลี่ยดัชนีคุณธรรมของ {unit}", f"mean of the ethics indicators of {unit}"
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
        apart = ", ".join(sorted(set(computed["unit"]) ^ set(reported["unit"])))
        rows.append(
            row(
                check,
                "differs" if apart else "agrees",
                ", ".join(computed["unit"]),
                ", ".join(reported["unit"]),
                float(len(computed) - len(reported)),
                f"{th}: ตามคะแนน {len(computed)} หน่วยงาน ตามแผ่นงาน {len(reported)} หน่วยงาน"
                + (f" ต่างกันที่ {apart}" if apart else ""),
                f"{en}: {len(computed)} by score, {len(reported)} on the sheet"
                + (f"; they differ in {apart}" if apart else ""),
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
    for unit, reported in dict.fromkeys(zip(typed["unit"], typed["level"], strict=True)):
        lines = typed[(typed["unit"] == unit) & (typed["level"] == reported)]
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
                f"level of {unit}: by the criteria {said_en}{why_en}, "
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
