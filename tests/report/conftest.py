"""Years of a ministry that does not exist, small enough to be worked out by hand."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from itaanalysis.criteria import criteria
from itaanalysis.tables import frame

MADE_UP_UNITS = [
    {"unit": "มส.", "name_th": "กระทรวงสมมุติ", "name_en": "Ministry of Make-Believe", "kind": "ministry"},
    {
        "unit": "สปม.",
        "name_th": "สำนักงานปลัดกระทรวงสมมุติ",
        "name_en": "Office of Make-Believe (OMB)",
        "kind": "office",
    },
    {"unit": "กก.", "name_th": "กรมก้อนเมฆ", "name_en": "Department of Clouds (DOC)", "kind": "department"},
    {"unit": "กข.", "name_th": "กรมขนนก", "name_en": "Department of Feathers (DOF)", "kind": "department"},
]

NATIONAL = ["fiscal_year", "agencies", "respondents", "mean_score", "passed", "pass_rate", "source", "note"]


@pytest.fixture
def make_up_year() -> Callable[..., SimpleNamespace]:
    """Makes FY2568 of a made-up ministry; a table given by name takes the place of the made-up one."""
    return _year


@pytest.fixture
def made_up_year() -> SimpleNamespace:
    """FY2568 of a made-up ministry."""
    return _year()


@pytest.fixture
def made_up_empty_year() -> SimpleNamespace:
    """A year of which nothing has been typed yet."""
    return _year(**{name: [] for name in _ROWS})


def _year(**tables: list[dict[str, Any]]) -> SimpleNamespace:
    rows = {**_ROWS, **tables}
    fiscal_year = 2568
    totals = {row["column"]: row["reported"] for row in rows["totals"]}
    national = [{"fiscal_year": fiscal_year} | row for row in rows["national"]]
    tidy = ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals")
    return SimpleNamespace(
        fiscal_year=fiscal_year,
        ministry_unit="มส.",
        ops_unit="สปม.",
        criteria=criteria(fiscal_year),
        units=pd.DataFrame(MADE_UP_UNITS).assign(aliases=None, source="made up"),
        national=pd.DataFrame(national, columns=NATIONAL),
        allocation_baht=totals.get("allocation_baht"),
        workspace=SimpleNamespace(root=None, years=lambda: [fiscal_year, fiscal_year + 1]),
        kpis=lambda: frame("kpis", rows["kpis"]),
        checks=lambda: frame("checks", rows["checks"]),
        problems=frame("problems", rows["problems"]),
        **{name: frame(name, [{"fiscal_year": fiscal_year} | row for row in rows[name]]) for name in tidy},
    )


def _event(row: int, code: str, name: str, **rest: Any) -> dict[str, Any]:
    return {
        "code": code,
        "group": code[0],
        "group_name": f"กลุ่มสมมุติ {code[0]}",
        "name": name,
        "source": f"activities.xlsx!งาน!A{row}",
        **{day: pd.Timestamp(rest.pop(day)) for day in ("start_date", "end_date") if day in rest},
        **rest,
    }


_ROWS: dict[str, list[dict[str, Any]]] = {
    "activities": [
        _event(5, "1.1", "ประกาศเจตนารมณ์", start_date="2024-10-25", end_date="2024-10-25"),
        _event(6, "1.2(1)", "อบรม ครั้งที่ ๑", start_date="2025-02-07", end_date="2025-02-08", venue="หอประชุม",
               province="สงขลา", participants=84),
        _event(7, "1.2(2)", "อบรม ครั้งที่ ๒", start_date="2025-03-24", end_date="2025-03-24", province="กรุงเทพมหานคร",
               host="กก.", participants=16, online_provinces=76),
        _event(9, "2", "วารสาร <b>*เมฆ*</b>"),
    ],
    "expenses": [
        {"code": "1.1", "amount_baht": 0.0, "source": "expenses.xlsx!จ่าย!A5"},
        {"code": "1.2(1)", "amount_baht": 300.10, "source": "expenses.xlsx!จ่าย!A6"},
        {"code": "1.2(2)", "amount_baht": 600.20, "source": "expenses.xlsx!จ่าย!A7"},
        {"code": "2", "amount_baht": 99.64, "source": "expenses.xlsx!จ่าย!A8"},
    ],
    "unit_scores": [
        {"unit": "กก.", "name_th": "กรมก้อนเมฆ", "score": 95.5, "level": "unknown", "source": "ita.xlsx!คะแนน!A4"},
        {"unit": "สปม.", "name_th": "สำนักงานปลัดกระทรวงสมมุติ", "score": 90.0, "iit": 80.0, "eit": 90.0, "oit": 97.5,
         "level": "ผ่าน", "source": "ita.xlsx!คะแนน!A5"},
        {"unit": "กข.", "name_th": "กรมขนนก", "score": 84.998, "level": "ต้องปรับปรุง", "source": "ita.xlsx!คะแนน!A7"},
    ],
    "tool_scores": [
        {"unit": "สปม.", "tool": "OIT", "score": 97.5, "source": "ita.xlsx!เครื่องมือ!A3"},
        {"unit": "สปม.", "tool": "IIT", "score": 80.0, "source": "ita.xlsx!เครื่องมือ!A4"},
        {"unit": "สปม.", "tool": "EIT1", "score": 88.0, "source": "ita.xlsx!เครื่องมือ!A5"},
        {"unit": "สปม.", "tool": "EIT2", "score": 92.0, "source": "ita.xlsx!เครื่องมือ!A6"},
    ],
    "indicator_scores": [
        {"unit": unit, "indicator": number, "score": score, "source": f"ita.xlsx!ดัชนี!{column}{number + 3}"}
        for unit, column, by_number in (
            ("มส.", "B", {1: 90.0, 2: 92.0, 3: 94.0, 4: 91.0, 6: 93.0}),
            ("สปม.", "C", {1: 88.0, 2: 80.5, 3: 94.0, 4: 80.5, 6: 93.0}),
        )
        for number, score in by_number.items()
    ],
    "targets": [
        {"kpi": "pass_rate", "tier": "ministry", "kind": "quantity", "name": "ผ่านเกณฑ์", "operator": ">=",
         "target": 100.0, "unit": "percent", "reported": 66.67, "reported_status": "below",
         "source": "targets.xlsx!เป้า!A3"},
        {"kpi": "participants", "tier": "activity", "kind": "quantity", "name": "ผู้เข้าร่วม", "operator": ">=",
         "target": 100.0, "unit": "people", "reported": 98.0, "reported_status": "below",
         "source": "targets.xlsx!เป้า!A4"},
    ],
    "totals": [
        {"table": "expenses", "column": "allocation_baht", "reported": 1000.0, "source": "expenses.xlsx!จ่าย!A2"},
        {"table": "expenses", "column": "amount_baht", "reported": 1009.94, "source": "expenses.xlsx!จ่าย!A9"},
        {"table": "activities", "column": "participants", "reported": 98.0, "source": "activities.xlsx!งาน!A10"},
    ],
    "kpis": [
        {"kpi": "pass_rate", "name_th": "ผ่านเกณฑ์", "name_en": "Units that pass", "value": 66.67, "unit": "percent",
         "target": 100.0, "operator": ">=", "status": "below", "basis": "computed", "reported": 66.67,
         "difference": 0.0, "formula": "2 ÷ 3 × 100"},
        {"kpi": "participants", "name_th": "ผู้เข้าร่วม", "name_en": "Participants", "value": 100.0, "unit": "people",
         "target": 100.0, "operator": ">=", "status": "as_planned", "basis": "computed", "reported": 98.0,
         "difference": 2.0, "formula": "84 + 16"},
        {"kpi": "budget_utilisation", "name_th": "ใช้จ่าย", "name_en": "Budget spent", "value": 99.99,
         "unit": "percent", "basis": "computed", "formula": "999.94 ÷ 1,000 × 100"},
    ],
    "checks": [
        {"check": "participants", "verdict": "differs", "left": "100", "right": "98", "difference": 2.0,
         "message_th": "ผู้เข้าร่วมไม่ตรงกัน (activities.xlsx!งาน!A10)", "message_en": "head-counts differ"},
        {"check": "pass_rate", "verdict": "agrees", "left": "66.67", "right": "66.67"},
    ],
    "problems": [],
    "national": [
        {"fiscal_year": 2567, "mean_score": 93.05, "pass_rate": 92.44},
        {"fiscal_year": 2568, "mean_score": 93.82, "pass_rate": 94.17, "agencies": 8317},
    ],
}  # fmt: skip
