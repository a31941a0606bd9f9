"""A year whose events have no codes: every baht is counted once, and nothing is called by a missing code."""

from __future__ import annotations

import re
from typing import Any

import pytest

import itaanalysis as ita
from itaanalysis import charts, summaries
from itaanalysis.report.event_sentences import lines
from itaanalysis.words import Words

MISSING = re.compile(r"\b(nan|None|NaT)\b|<NA>")


@pytest.fixture
def year(made_up: Any) -> Any:
    """Made up: three events that cost 1,000 and 2,000.50 and nothing, in two sub-activities, and an item apart."""
    events = [["ประชุม", "๓ มี.ค. ๖๘", 30, 1000], ["สัมมนา", "๕ มี.ค. ๖๘", 40, 2000.5], ["ศึกษาดูงาน", "๙ เม.ย. ๖๘", 20, "-"]]
    headings = ["ชื่อกิจกรรม", "วันที่จัด", "จำนวนคน", "ค่าใช้จ่าย"]
    typed = [headings, ["กิจกรรมที่ ๑ เครือข่าย"], *events[:2], ["กิจกรรมที่ ๒ คุณธรรม"], events[2]]
    made_up.add("made_up.xlsx", "1", typed)
    made_up.add("made_up_items.xlsx", "2", [["รายการ", "จำนวนเงิน"], ["ค่าวัสดุ", 499.5], ["ค่าไปรษณีย์", 100]])
    return made_up.year()


def test_every_baht_is_counted_once(year: Any) -> None:
    events = summaries.events(year)
    assert events[["name", "amount_baht", "listed"]].values.tolist() == [
        ["ประชุม", 1000.0, True],
        ["สัมมนา", 2000.5, True],
        ["ศึกษาดูงาน", 0.0, True],
        ["ค่าวัสดุ", 499.5, False],
        ["ค่าไปรษณีย์", 100.0, False],
    ]
    assert events["amount_baht"].sum() == year.expenses["amount_baht"].sum() == 3600.0
    assert events["cost_per_participant_baht"].round(2).tolist()[:3] == [33.33, 50.01, 0.0]


def test_a_sub_activity_spent_what_its_events_spent(year: Any) -> None:
    groups = summaries.spending_by_group(year)
    assert groups["amount_baht"].tolist() == [3000.5, 0.0, 599.5]
    # 3,000.50 of 3,600.00 is 83.347 %
    assert groups["share"].tolist() == [83.35, 0.0, 16.65]


def test_the_sentences_tell_what_each_event_cost(year: Any) -> None:
    told = {line.texts["name"]: line.texts["spent"] for line in lines(year, Words("en")) if line.kind == "event"}
    assert told == {"ประชุม": "1,000", "สัมมนา": "2,000.50", "ศึกษาดูงาน": None}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", charts.ALL)
def test_no_chart_says_a_missing_code(name: str, lang: str, year: Any) -> None:
    chart = charts.ALL[name](year, lang=lang)
    drawn = [text.get_text() for text in chart.figure.findobj(lambda part: hasattr(part, "get_text"))]
    said = [chart.title, chart.subtitle, chart.alt, chart.source, *drawn, *(mark.text for mark in chart.marks)]
    assert not [text for text in said if MISSING.search(text)]


def test_the_report_says_no_missing_code(year: Any) -> None:
    report = ita.Report(year.fiscal_year, "th", root=year.workspace.root)
    said = [str(fact.value) for fact in report.facts.values() if fact.value is not None]
    assert not [text for text in said if re.search(r"\bnan\b|<NA>", text)]
