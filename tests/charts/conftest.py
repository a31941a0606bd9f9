"""Made-up years to draw, none of their figures real, and where the text of a figure really lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from itaanalysis import tables
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.provinces import provinces
from itaanalysis.charts.theme import theme
from itaanalysis.criteria import criteria
from itaanalysis.year import YearData

DPI = 144

DUST = 1e-9

SLACK = 2.0
"""Pixels that two boxes of text may share: they hold room above and below the letters."""

NATIONAL_COLUMNS = ["fiscal_year", "agencies", "respondents", "mean_score", "passed", "pass_rate", "source", "note"]

MADE_UP_UNITS = [
    ("กต.", "กระทรวงตัวอย่าง", "Ministry of Samples", "ministry"),
    ("สป.", "สำนักงานปลัดกระทรวงตัวอย่าง", "Office of the Permanent Secretary (OPS)", "office"),
    ("กก.", "กรมก้าวหน้า", "Department of Progress (DOP)", "department"),
    ("กข.", "กรมข้อมูล", "Department of Data", "department"),
]


def _made_up_year(**changes: Any) -> SimpleNamespace:
    """A small year with every table filled; keyword arguments replace tables or other attributes.

    A table may be given as a list of dicts; `fiscal_year` and `source` are filled in.
    """
    year: dict[str, Any] = {
        "fiscal_year": 2568,
        "units": pd.DataFrame(MADE_UP_UNITS, columns=["unit", "name_th", "name_en", "kind"]),
        "national": pd.DataFrame(
            [
                (2566, 80.0, "https://www.example.org/a"),
                (2567, 81.5, "some paper; https://www.example.org/a"),
                (2568, 83.25, "https://www.example.org/b"),
            ],
            columns=["fiscal_year", "mean_score", "source"],
        )
        .reindex(columns=NATIONAL_COLUMNS)
        .astype({"note": "str"}),
        "ministry_unit": "กต.",
        "ops_unit": "สป.",
        "allocation_baht": 1000.0,
        "criteria": criteria(2568),
        "activities": _made_up_activities(),
        "expenses": [
            {"code": "1.1", "item": "ค่าอาหาร", "amount_baht": 100.10},
            {"code": "1.1", "item": "ค่าห้อง", "amount_baht": 200.20},
            {"code": "2", "item": "ค่าวิทยากร", "amount_baht": 400.0},
            {"code": "2.9", "item": "ไม่มีในแผน", "amount_baht": 50.0},
        ],
        "unit_scores": _made_up_scores([96.0, 91.5, 84.0]),
        "tool_scores": [
            {"unit": "สป.", "tool": "IIT", "score": 90.0},
            {"unit": "สป.", "tool": "EIT1", "score": 80.0},
            {"unit": "สป.", "tool": "EIT2", "score": 90.0},
            {"unit": "สป.", "tool": "EIT", "score": 85.0},
            {"unit": "สป.", "tool": "OIT", "score": 99.0},
        ],
        "indicator_scores": [
            {"unit": unit, "indicator": indicator, "score": score}
            for unit, scores in {"กต.": [95, 96, 97, 94, 93], "สป.": [94, 97, 95, 88, 93]}.items()
            for indicator, score in zip((1, 2, 3, 4, 6), scores, strict=True)
        ],
        "targets": [
            {"kpi": "participants", "operator": ">=", "target": 100, "unit": "people"},
            {"kpi": "ethics_index_ops", "operator": ">=", "target": 92.5, "unit": "points"},
        ],
        "totals": [{"table": "activities", "column": "participants", "reported": 120}],
        "kpi_rows": _made_up_kpis([66.67, 93.4, 115], ["below", "above", "above"]),
    } | changes
    for name in ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals"):
        if isinstance(year[name], list):
            year[name] = _made_up_table(name, year[name], year["fiscal_year"])
    scores = year["unit_scores"]["score"]
    passed = (scores >= year["criteria"].pass_mark).astype("boolean").where(scores.notna())
    year["unit_scores"] = year["unit_scores"].assign(passed=passed)
    rows = year.pop("kpi_rows")
    year["kpis"] = lambda: tables.frame("kpis", [{"fiscal_year": year["fiscal_year"], **row} for row in rows])
    made = SimpleNamespace(workspace=SimpleNamespace(root=None, years=lambda: [year["fiscal_year"]]), **year)
    made.unit_rows = {row["unit"]: row for row in made.units.to_dict("records")}
    made.other_years = lambda table: tables.frame(table, [])
    made.stated_row, made.stated = partial(YearData.stated_row, made), partial(YearData.stated, made)
    return made


def _made_up_table(name: str, rows: list[dict[str, Any]], fiscal_year: int = 2568) -> pd.DataFrame:
    """A tidy table from rows that name only what matters."""
    return tables.frame(
        name,
        [
            {"fiscal_year": fiscal_year, "source": f"made_up.xlsx!{name}!A{number}", **row}
            for number, row in enumerate(rows, 2)
        ],
    )


def _made_up_activities() -> list[dict[str, Any]]:
    """Four events: one over two days, one without a date, one without a head-count."""
    day = pd.Timestamp
    return [
        event("1.1", "1", "อบรมเจ้าหน้าที่ใหม่", day("2024-11-04"), day("2024-11-05"), 40, province="สงขลา"),
        event("1.2", "1", "ประกาศนโยบาย", day("2025-01-10"), day("2025-01-10"), None),
        event("2", "2", "สัมมนาประจำปี", day("2025-01-20"), day("2025-01-20"), 75, online_provinces=12),
        event("3", "3", "จัดทำวารสาร", None, None, None),
    ]


def event(code: str, group: str, name: str, start: Any, end: Any, people: int | None, **more: Any) -> dict[str, Any]:
    """One row of activities."""
    names = {"1": "การเสริมสร้างความรู้", "2": "การประชุมสัมมนา", "3": "การจัดทำสื่อ"}
    return {
        "code": code,
        "group": group,
        "group_name": names.get(group, f"งานกลุ่มที่ {group}"),
        "name": name,
        "start_date": start,
        "end_date": end,
        "participants": people,
        **more,
    }


def _made_up_scores(scores: list[float | None], long_names: bool = False) -> list[dict[str, Any]]:
    """Unit scores; beyond the units of `MADE_UP_UNITS`, numbered departments."""
    rows = []
    for number, score in enumerate(scores):
        unit, name_th, name_en = (
            MADE_UP_UNITS[number + 1][:3]
            if number + 1 < len(MADE_UP_UNITS)
            else (f"ก{number}.", f"กรมตัวอย่างที่ {number}", f"Department {number} (D{number})")
        )
        if long_names:
            name_th += " เพื่อส่งเสริมและพัฒนาการค้าระหว่างประเทศและการลงทุนในภูมิภาคตะวันออกเฉียงเหนือ (องค์การมหาชน)"
            name_en = "Institute for the Promotion and Development of International Trade and Investment of " + name_en
        rows.append({"unit": unit, "name_th": name_th, "name_en": name_en, "score": score})
    return rows


def _made_up_kpis(values: list[float | None], statuses: list[str | None]) -> list[dict[str, Any]]:
    """KPI rows with targets that fit the statuses given."""
    units = ["percent", "points", "people"]
    known = {"below": 1.2, "as_planned": 1.0, "above": 0.9}
    return [
        {
            "kpi": f"made_up_{number}",
            "name_th": f"ตัวชี้วัดสมมติ {'กขค'[number % 3]}",
            "name_en": f"Made-up KPI {number}",
            "value": value,
            "unit": units[number % 3],
            "target": None if status is None or value is None else round(value * known[status], 2),
            "operator": ">=",
            "status": status,
        }
        for number, (value, status) in enumerate(zip(values, statuses, strict=True))
    ]


def _made_up_empty_year() -> SimpleNamespace:
    """A year whose tables have no rows at all."""
    names = ("activities", "expenses", "unit_scores", "tool_scores", "indicator_scores", "targets", "totals")
    empty: dict[str, Any] = {name: [] for name in names}
    national = pd.DataFrame(columns=NATIONAL_COLUMNS).astype({"mean_score": "float64", "note": "str"})
    return _made_up_year(**empty, kpi_rows=[], national=national, allocation_baht=None)


MANY_EVENTS = [
    event(
        f"{group}.{number}",
        str(group),
        f"กิจกรรมครั้งที่ {number} เพื่อส่งเสริมการมีส่วนร่วม",
        pd.Timestamp("2024-10-01") + pd.Timedelta(days=(group * 37 + number * 9) % 365),
        pd.Timestamp("2024-10-01") + pd.Timedelta(days=(group * 37 + number * 9) % 365),
        number * 3,
    )
    for group in range(1, 11)
    for number in range(1, 21)
]
"""Two hundred made-up events in ten sub-activities."""

MADE_UP_EXTREMES: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "forty_units": (
        ("unit_scores", "national_trend"),
        {"unit_scores": _made_up_scores([99.5 - number * 0.7 for number in range(40)])},
    ),
    "long_names": (("unit_scores",), {"unit_scores": _made_up_scores([97.0, 85.0, 84.999, 60.0], long_names=True)}),
    "equal_scores": (("unit_scores", "national_trend"), {"unit_scores": _made_up_scores([88.0] * 6)}),
    "one_unit": (("unit_scores", "national_trend"), {"unit_scores": _made_up_scores([84.996])}),
    "none_failing": (("unit_scores",), {"unit_scores": _made_up_scores([95.0, 90.0, 85.0])}),
    "all_failing": (("unit_scores", "national_trend"), {"unit_scores": _made_up_scores([84.0, 50.0, 12.5])}),
    "some_missing": (
        ("unit_scores", "tool_losses", "ethics_dimensions", "kpi_targets", "cumulative_spending"),
        {
            "unit_scores": _made_up_scores([95.0, None, 80.0, None]),
            "tool_scores": [
                {"unit": "สป.", "tool": "IIT", "score": 90.0},
                {"unit": "สป.", "tool": "OIT", "score": None},
            ],
            "indicator_scores": [{"unit": "สป.", "indicator": 4, "score": 88.0}],
            "kpi_rows": _made_up_kpis([None, 93.4, None], [None, None, None]),
            "allocation_baht": None,
        },
    ),
    "perfect": (
        ("unit_scores", "tool_losses", "ethics_dimensions", "kpi_targets", "national_trend"),
        {
            "unit_scores": _made_up_scores([100.0, 100.0]),
            "tool_scores": [{"unit": "สป.", "tool": tool, "score": 100.0} for tool in ("IIT", "EIT", "OIT")],
            "indicator_scores": [
                {"unit": unit, "indicator": number, "score": 100.0}
                for unit in ("กต.", "สป.")
                for number in (1, 2, 3, 4, 6)
            ],
            "kpi_rows": _made_up_kpis([100.0, 95.0, 10], ["as_planned", "above", "above"]),
            "allocation_baht": 750.30,
        },
    ),
    "one_event": (
        ("calendar", "participants", "provinces_reached"),
        {"activities": _made_up_activities()[:1], "expenses": []},
    ),
    "two_hundred_events": (
        ("calendar", "participants", "spending_by_group", "cumulative_spending", "cost_per_participant"),
        {
            "activities": MANY_EVENTS,
            "expenses": [{"code": row["code"], "item": "ค่าใช้จ่าย", "amount_baht": 1234.56} for row in MANY_EVENTS],
            "allocation_baht": 100_000.0,
        },
    ),
    "everywhere": (
        ("provinces_reached",),
        {
            "activities": [
                event(f"1.{number}", "1", "จัดทุกจังหวัด", None, None, number * 1000, province=place.name_th)
                for number, place in enumerate(provinces())
            ]
        },
    ),
    "places_of_no_map": (
        ("provinces_reached",),
        {
            "activities": [
                event("1.1", "1", "ในแผนที่", None, None, 1_234_567, province="จังหวัดพระนครศรีอยุธยา"),
                *(
                    event(
                        f"1.{number}", "1", "นอกแผนที่", None, None, None, province=f"จังหวัดสมมติที่มีชื่อยาวมากลำดับที่ {number}"
                    )
                    for number in range(2, 8)
                ),
            ]
        },
    ),
    "dear_people": (
        ("cost_per_participant",),
        {
            "activities": [
                event(
                    f"1.{n}",
                    "1",
                    "กิจกรรมที่มีชื่อยาวมากเพื่อส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐทุกระดับ " * 2,
                    None,
                    None,
                    n,
                )
                for n in range(1, 9)
            ],
            "expenses": [
                {"code": f"1.{n}", "item": "ค่าใช้จ่าย", "amount_baht": 10.0 ** (n + 1) + 0.25} for n in range(1, 8)
            ],
        },
    ),
    "same_cost": (
        ("cost_per_participant",),
        {
            "activities": [event(f"1.{n}", "1", "เท่ากัน", None, None, 10) for n in range(1, 4)],
            "expenses": [{"code": f"1.{n}", "item": "ค่าใช้จ่าย", "amount_baht": 100.0} for n in range(1, 4)],
        },
    ),
    "no_dates": (
        ("calendar", "cumulative_spending"),
        {"activities": [{**row, "start_date": None, "end_date": None} for row in _made_up_activities()]},
    ),
    "outside_the_year": (
        ("calendar", "participants", "cumulative_spending"),
        {"activities": [event("1", "1", "ก่อนปี", pd.Timestamp("2024-09-01"), pd.Timestamp("2024-09-02"), 3)]},
    ),
    "overspent": (("cumulative_spending",), {"allocation_baht": 500.0}),
    "no_spending": (
        ("spending_by_group", "cumulative_spending"),
        {"expenses": [{"code": "1.1", "item": "ค่าอาหาร", "amount_baht": 0.0}]},
    ),
    "first_day": (
        ("calendar", "participants", "spending_by_group", "cumulative_spending"),
        {
            "activities": [
                event("1.1", "1", "วันแรก", pd.Timestamp("2024-10-01"), pd.Timestamp("2024-10-01"), 1000),
                event("1.2", "1", "วันสุดท้าย", pd.Timestamp("2025-09-30"), pd.Timestamp("2025-09-30"), 10),
            ],
            "expenses": [
                {"code": "1.1", "item": "ก้อนแรก", "amount_baht": 900_000_000.25},
                {"code": "1.2", "item": "ก้อนหลัง", "amount_baht": 99_999_999.74},
            ],
            "allocation_baht": 1_000_000_000.0,
        },
    ),
}
"""Data that strain a chart, by name: the keyword arguments of `made_up_year`."""


@pytest.fixture
def make_up_year() -> Callable[..., SimpleNamespace]:
    """Makes a year; tables and other attributes given by name take the place of the made-up ones."""
    return _made_up_year


@pytest.fixture
def made_up_year() -> SimpleNamespace:
    """A small year with every table filled."""
    return _made_up_year()


@pytest.fixture
def made_up_empty_year() -> SimpleNamespace:
    """A year whose tables have no rows at all."""
    return _made_up_empty_year()


@pytest.fixture(
    params=[(name, chart) for name, (names, _) in MADE_UP_EXTREMES.items() for chart in names], ids="-".join
)
def strained(request: pytest.FixtureRequest) -> tuple[str, SimpleNamespace]:
    """The name of a chart and a year whose data strain it, one after another."""
    name, chart = request.param
    return chart, _made_up_year(**MADE_UP_EXTREMES[name][1])


@pytest.fixture
def make_up_scores() -> Callable[..., list[dict[str, Any]]]:
    """Makes unit scores."""
    return _made_up_scores


@pytest.fixture
def make_up_kpis() -> Callable[..., list[dict[str, Any]]]:
    """Makes KPI rows."""
    return _made_up_kpis


@pytest.fixture
def make_up_event() -> Callable[..., dict[str, Any]]:
    """Makes one event."""
    return event


@pytest.fixture
def written() -> Callable[[Any], list[str]]:
    """Everything that is written on a figure."""
    return lambda figure: [text for text, _ in _text_boxes(figure)]


@pytest.fixture
def written_at() -> Callable[[Any, str], list[tuple[float, float]]]:
    """Where a text stands on a figure: the middle of each, in shares from the upper left corner."""
    return _written_at


@pytest.fixture
def misplaced_regions() -> Callable[[Chart], list[str]]:
    """Regions of a chart that are empty, leave it or lie on one another."""
    return _misplaced_regions


@pytest.fixture
def misplaced() -> Callable[[Any], list[str]]:
    """Texts that leave a figure or lie on one another."""
    return _misplaced


def _text_boxes(figure: Any) -> list[tuple[str, Any]]:
    """(text, box in pixels) of everything that is written on the figure."""
    with theme():
        figure.set_dpi(DPI)
        renderer = FigureCanvasAgg(figure).get_renderer()
        figure.draw_without_rendering()
        written = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
        return [(text.get_text(), Text.get_window_extent(text, renderer)) for text in written]


def _misplaced_regions(chart: Chart) -> list[str]:
    """Regions that are empty, leave the picture or lie on another, as sentences."""
    wrong = [
        f"“{mark.text}” is no part of the picture"
        for mark in chart.marks
        if not mark.text.strip() or min(mark.left, mark.top) < 0 or min(mark.width, mark.height) <= 0
        or mark.left + mark.width > 1 + DUST or mark.top + mark.height > 1 + DUST
    ]  # fmt: skip
    return wrong + [
        f"“{a.text}” lies on “{b.text}”"
        for a, b in combinations(chart.marks, 2)
        if min(a.left + a.width, b.left + b.width) - max(a.left, b.left) > DUST
        and min(a.top + a.height, b.top + b.height) - max(a.top, b.top) > DUST
    ]


def _written_at(figure: Any, text: str) -> list[tuple[float, float]]:
    """The middle of every text that reads exactly so, in shares of the figure from the upper left corner."""
    width, height = figure.get_size_inches() * DPI
    boxes = [box for said, box in _text_boxes(figure) if said == text]
    return [((box.x0 + box.x1) / 2 / width, 1 - (box.y0 + box.y1) / 2 / height) for box in boxes]


def _misplaced(figure: Any) -> list[str]:
    """Texts that leave the figure or lie on another, as sentences."""
    boxes = _text_boxes(figure)
    width, height = figure.get_size_inches() * DPI
    outside = [
        f"“{text}” leaves the figure"
        for text, box in boxes
        if box.x0 < -SLACK or box.y0 < -SLACK or box.x1 > width + SLACK or box.y1 > height + SLACK
    ]
    return outside + [
        f"“{first}” lies on “{second}”"
        for (first, a), (second, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > SLACK and min(a.y1, b.y1) - max(a.y0, b.y0) > SLACK
    ]
