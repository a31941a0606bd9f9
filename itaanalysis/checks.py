"""Reported against computed: every figure that stands in two places is compared, and both directions are told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import kpis
from itaanalysis.comparison import Row, cells_of, compare, row
from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.tables import frame
from itaanalysis.thai import baht
from itaanalysis.thai.numbers import round_half_up

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_STATUS_NAMES = {
    "below": ("ต่ำกว่าแผน", "below plan"),
    "as_planned": ("ตามแผน", "as planned"),
    "above": ("สูงกว่าแผน", "above plan"),
}


def checks(year: YearData) -> pd.DataFrame:
    """Columns of table `checks`; `left` is computed, `right` reported, `source` the cells of both.

    A verdict is `agrees`, `differs`, or `unchecked` where one of the two is not there.
    """
    rows = [
        *_stated_totals(year),
        *_unit_totals(year),
        *_ethics_indices(year),
        *_kpis(year),
        *_verdict_lists(year),
        *_levels(year),
    ]
    return frame("checks", [{"fiscal_year": year.fiscal_year, **row} for row in rows])


def _stated_totals(year: YearData) -> list[Row]:
    """Money and head-counts: the sum of the rows against the total typed below them, and group by group."""
    rows = []
    for check, table, column, decimals, th, en in (
        ("expenses_total", "expenses", "amount_baht", 2, "ผลรวมค่าใช้จ่ายทุกรายการ (บาท)", "sum of the expenses (baht)"),
        ("participants_total", "activities", "participants", 0, "ผลรวมผู้เข้าร่วมทุกกิจกรรม (คน)", "sum of the head-counts"),
    ):
        data: pd.DataFrame = getattr(year, table)
        places = cells_of(data["source"])
        for scope, total in _totals(year, table, column):
            amounts = data.loc[_group_of(data) == scope, column] if scope else data[column]
            computed = baht.total(amounts) if amounts.notna().any() else None
            name = f"{check}:{scope}" if scope else check
            group_th, group_en = (f" กลุ่ม {scope}", f", group {scope}") if scope else ("", "")
            rows.append(compare(name, th + group_th, en + group_en, computed, places, total, decimals))
        if not _totals(year, table, column) and data[column].notna().any():
            rows.append(compare(check, th, en, baht.total(data[column]), places, None, decimals))
    return rows


def _group_of(data: pd.DataFrame) -> pd.Series:
    return data["code"].str.extract(r"^(\d+)", expand=False)


def _totals(year: YearData, table: str, column: str) -> list[tuple[str, pd.Series]]:
    """Stated totals of a column with their scope: '' for everything, else the group."""
    stated = year.totals[year.totals["table"] == table]
    found = stated["column"].str.extract(rf"^{column}(?:\[(.+)\])?$")[0].fillna("")
    mine = stated["column"].str.match(rf"^{column}(?:\[.+\])?$")
    return [(found[index], stated.loc[index]) for index in stated.index[mine]]


def _unit_totals(year: YearData) -> list[Row]:
    """Each unit's total: from its tools, in the list of units, and below its own tools."""
    rows = []
    for unit in dict.fromkeys([*year.tool_scores["unit"]]):
        computed = _from_tools(year, unit)
        tools = cells_of(year.tool_scores.loc[year.tool_scores["unit"] == unit, "source"])
        listed = year.unit_scores[year.unit_scores["unit"] == unit]
        own = _stated(year, "tool_scores", f"score[{unit}]")
        th, en = f"คะแนนรวม ITA ของ {unit} จากคะแนนรายเครื่องมือ", f"ITA total of {unit} from its tools"
        against = own if own is not None else _as_stated(listed, year)
        rows.append(compare(f"ita_total:{unit}", th, en, computed, tools, against))
        if own is not None and not listed.empty and listed["source"].iloc[0] != own["source"]:
            rows.append(
                compare(
                    f"unit_list:{unit}",
                    f"คะแนนรวม ITA ของ {unit} ในรายชื่อหน่วยงานกับในแผ่นงานของหน่วยงานเอง",
                    f"ITA total of {unit} in the list of units against its own sheet",
                    Decimal(str(listed["score"].iloc[0])),
                    listed["source"].iloc[0],
                    own,
                )
            )
    return rows


def _from_tools(year: YearData, unit: str) -> Decimal | None:
    tools = year.tool_scores[year.tool_scores["unit"] == unit].set_index("tool")["score"].dropna()
    if not all(tool in tools for tool in year.criteria.weights):
        return None
    return round_half_up(year.criteria.total({tool: tools[tool] for tool in year.criteria.weights}))


def _ethics_indices(year: YearData) -> list[Row]:
    """The mean of the ethics indicators against the mean typed below them, for every unit that has them."""
    rows = []
    for unit in dict.fromkeys(year.indicator_scores["unit"]):
        computed = kpis.ethics_index(year, unit)
        stated = _stated(year, "indicator_scores", f"mean[{unit}]")
        if computed is None or stated is None:
            continue
        its = year.indicator_scores["unit"] == unit
        rows.append(
            compare(
                f"ethics_index:{unit}",
                f"ค่าเฉลี่ยดัชนีคุณธรรมของ {unit}",
                f"mean of the ethics indicators of {unit}",
                computed[0],
                cells_of(year.indicator_scores.loc[its, "source"]),
                stated,
            )
        )
    return rows


def _kpis(year: YearData) -> list[Row]:
    """Each KPI and its status against what the office reports."""
    rows = []
    for _, kpi in kpis.kpis(year).iterrows():
        name_th, name_en = kpi["name_th"], kpi["name_en"]
        target = year.targets[year.targets["kpi"] == kpi["kpi"]]
        if target.empty:
            reported = _stated(year, "expenses", kpi["kpi"])
        else:
            reported = pd.Series({"reported": target["reported"].iloc[0], "source": target["source"].iloc[0]})
        computed = Decimal(str(kpi["value"])) if kpi["basis"] == "computed" else None
        cells = _kpi_cells(year, kpi["kpi"])
        decimals = 0 if kpi["unit"] == "people" else 2
        rows.append(compare(f"kpi:{kpi['kpi']}", name_th, name_en, computed, cells, reported, decimals))
        if not target.empty:
            rows.append(_status(kpi, target.iloc[0]))
    return rows


def _kpi_cells(year: YearData, kpi: str) -> str:
    """The cells a KPI is computed from."""
    of = {"ministry": year.ministry_unit, "ops": year.ops_unit}.get(kpi_catalogue()[kpi].of)
    rows = {
        "pass_rate": year.unit_scores,
        "ethics_index_ministry": year.indicator_scores[year.indicator_scores["unit"] == of],
        "ethics_index_ops": year.indicator_scores[year.indicator_scores["unit"] == of],
        "ita_score_ops": year.tool_scores[year.tool_scores["unit"] == of],
        "participants": year.activities,
        "budget_utilisation": year.expenses,
    }.get(kpi)
    return "" if rows is None else cells_of(rows["source"])


def _status(kpi: pd.Series, target: pd.Series) -> Row:
    computed, reported = kpi["status"], target["reported_status"]
    missing = pd.isna(computed) or pd.isna(reported)
    verdict = "unchecked" if missing else "agrees" if computed == reported else "differs"
    (left_th, left_en), (right_th, right_en) = _status_name(computed), _status_name(reported)
    return row(
        f"status:{kpi['kpi']}",
        verdict,
        None if pd.isna(computed) else computed,
        None if pd.isna(reported) else reported,
        None,
        f"สถานะของ{kpi['name_th']}: คำนวณได้ {left_th} รายงานไว้ {right_th}",
        f"status of {kpi['name_en']}: computed {left_en}, reported {right_en}",
        target["source"],
    )


def _status_name(status: Any) -> tuple[str, str]:
    return ("ไม่ได้ระบุ", "not stated") if pd.isna(status) else _STATUS_NAMES[status]


def _verdict_lists(year: YearData) -> list[Row]:
    """The lists of units that pass and fail, as the sheet has them, against the pass mark."""
    listed = year.reported_levels.dropna(subset=["passed"])
    rows = []
    for check, passes, th, en in (
        ("pass_list", True, "รายชื่อหน่วยงานที่ผ่านเกณฑ์", "list of units that pass"),
        ("fail_list", False, "รายชื่อหน่วยงานที่ไม่ผ่านเกณฑ์", "list of units that fail"),
    ):
        if listed.empty:
            continue
        scored = year.unit_scores.dropna(subset=["passed"])
        computed = scored[scored["passed"] == passes]
        reported = listed[listed["passed"] == passes]
        differing = sorted(set(computed["unit"]) ^ set(reported["unit"]))
        left, right = ", ".join(computed["unit"]), ", ".join(reported["unit"])
        rows.append(
            row(
                check,
                "differs" if differing else "agrees",
                left,
                right,
                float(len(computed) - len(reported)),
                f"{th}: ตามคะแนน {len(computed)} หน่วยงาน ตามแผ่นงาน {len(reported)} หน่วยงาน"
                + (f" ต่างกันที่ {', '.join(differing)}" if differing else ""),
                f"{en}: {len(computed)} by score, {len(reported)} on the sheet"
                + (f"; they differ in {', '.join(differing)}" if differing else ""),
                cells_of(reported["source"]) or cells_of(listed["source"]),
            )
        )
    return rows


def _levels(year: YearData) -> list[Row]:
    """Levels typed beside scores against the level of the year's criteria."""
    rows = []
    typed = year.reported_levels.dropna(subset=["level"])
    levels = year.unit_scores.set_index("unit")["level"]
    for _, line in typed.iterrows():
        unit, reported = line["unit"], line["level"]
        computed = levels.get(unit)
        known = computed is not None and not pd.isna(computed) and computed != "unknown"
        verdict = "unchecked" if not known else "agrees" if computed == reported else "differs"
        rows.append(
            row(
                f"level:{unit}",
                verdict,
                computed if known else "unknown",
                reported,
                None,
                f"ระดับผลการประเมินของ {unit}: ตามเกณฑ์ {computed if known else 'ยังระบุไม่ได้'} รายงานไว้ {reported}",
                f"level of {unit}: by the criteria {computed if known else 'unknown'}, reported {reported}",
                line["source"],
            )
        )
    return rows


def _stated(year: YearData, table: str, column: str) -> pd.Series | None:
    rows = year.totals[(year.totals["table"] == table) & (year.totals["column"] == column)]
    return None if rows.empty else rows.iloc[0]


def _as_stated(listed: pd.DataFrame, year: YearData) -> pd.Series | None:
    """A unit's total as it is listed; None when the list has none and the total was computed."""
    computed = year.problems.loc[year.problems["code"] == "total-computed", "value"]
    if listed.empty or listed["unit"].iloc[0] in set(computed) or pd.isna(listed["score"].iloc[0]):
        return None
    return pd.Series({"reported": listed["score"].iloc[0], "source": listed["source"].iloc[0]})
