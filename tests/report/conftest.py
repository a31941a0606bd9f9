"""Years of a ministry that does not exist, small enough to be worked out by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from itaanalysis.criteria import criteria
from itaanalysis.store import STORED_TABLES
from itaanalysis.tables import frame
from itaanalysis.workspace import Workspace
from itaanalysis.year import YearData

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


class MadeUpYear(YearData):
    """A year whose reference tables are made up as well, and whose KPIs and checks are those given, if any are."""

    made_up: dict[str, Any]

    @property
    def ministry_unit(self) -> str:
        return "มส."

    @property
    def ops_unit(self) -> str:
        return "สปม."

    @property
    def units(self) -> pd.DataFrame:
        return pd.DataFrame(MADE_UP_UNITS).assign(aliases=None, source="made up")

    @property
    def national(self) -> pd.DataFrame:
        return pd.DataFrame(self.made_up["national"], columns=NATIONAL)

    def kpis(self) -> pd.DataFrame:
        rows = self.made_up["kpis"]
        return super().kpis() if rows is None else frame("kpis", rows)

    def checks(self) -> pd.DataFrame:
        return frame("checks", self.made_up["checks"])


@pytest.fixture
def make_up_year(tmp_path: Path) -> Callable[..., MadeUpYear]:
    """Makes FY2568 of a made-up ministry; a table given by name takes the place of the made-up one.

    `kpis=None` has them worked out from the tables; `fiscal_year` is another year.
    """
    (tmp_path / "data" / "raw").mkdir(parents=True)
    return lambda fiscal_year=2568, **tables: _year(Workspace(tmp_path), fiscal_year, tables)


@pytest.fixture
def made_up_year(make_up_year: Callable[..., MadeUpYear]) -> MadeUpYear:
    """FY2568 of a made-up ministry."""
    return make_up_year()


@pytest.fixture
def made_up_empty_year(make_up_year: Callable[..., MadeUpYear]) -> MadeUpYear:
    """A year of which nothing has been typed yet."""
    return make_up_year(**{name: [] for name in _ROWS})


def _year(workspace: Workspace, fiscal_year: int, tables: dict[str, Any]) -> MadeUpYear:
    rows = {**_ROWS, **tables}
    rows["unit_scores"] = [
        {"passed": criteria(fiscal_year).passes(row["score"]) if "score" in row else None, **row}
        for row in rows["unit_scores"]
    ]
    year = MadeUpYear(
        fiscal_year,
        workspace=workspace,
        **{name: _table(name, rows.get(name, []), fiscal_year) for name in STORED_TABLES},
    )
    object.__setattr__(year, "made_up", {name: rows[name] for name in ("kpis", "checks", "national")})
    return year


def _table(name: str, rows: list[dict[str, Any]], fiscal_year: int) -> pd.DataFrame:
    table = frame(name, [])
    whole = [{"fiscal_year": fiscal_year, **row} if "fiscal_year" in table else row for row in rows]
    return frame(name, whole)


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
