"""What if: totals worked out by hand, what is missing stays missing, and what cannot be supposed is told."""

from __future__ import annotations

import math
import time
from decimal import Decimal
from typing import Any

import pytest

import itaanalysis as ita
from itaanalysis.criteria import criteria
from itaanalysis.errors import UserError
from itaanalysis.whatif import suppose
from itaanalysis.year import YearData

# The office in FY2568: IIT 92.89, EIT (92.88 + 86.67) / 2 = 89.775, OIT 95, total 92.7995.
WHOLE = {number: 80.0 for number in range(1, 11)} | {"IIT": 80.0, "EIT": 80.0, "OIT": 80.0, "total": 80.0}


@pytest.mark.parametrize(
    ("changes", "total"),
    [
        ({}, 92.7995),
        ({"OIT": 100}, 94.7995),  # + 0.4 × 5
        ({"IIT": 82.89}, 89.7995),  # - 0.3 × 10
        ({"EIT2": 92.88}, 93.731),  # EIT 92.88: + 0.3 × 3.105
        ({"EIT1": 100, "EIT2": 100}, 95.867),  # + 0.3 × 10.225
        ({4: 99.10}, 93.3995),  # indicator 4 from 89.10: IIT + 2, + 0.6
        ({6: 95.71}, 93.0995),  # indicator 6 from 92.71: EIT + 1, + 0.3
        ({"OIT": 0}, 54.7995),
        ({"OIT": 100, 1: 94.44, "EIT2": 86.67}, 94.7995),
    ],
)
def test_totals_of_the_office(real_year: YearData, changes: dict[Any, float], total: float) -> None:
    made = ita.what_if(real_year, "สป.", changes)
    assert made.total == pytest.approx(total, abs=1e-9)
    assert made.before == 92.7995
    assert made.distance == pytest.approx(total - 85, abs=1e-9)
    assert made.change == pytest.approx(total - 92.7995, abs=1e-9)
    assert made.passed is (total >= 85)


def test_a_change_by_nothing_changes_nothing(real_year: YearData) -> None:
    known = {"IIT": 92.89, "EIT": 89.775, "OIT": 95.0}
    for changes in ({}, known, {1: 94.44, 4: 89.10}, {"EIT1": 92.88}):
        made = ita.what_if(real_year, "สป.", changes)
        assert made.tools == known and made.change == 0


def test_the_level_follows_the_tools(real_year: YearData) -> None:
    assert ita.what_if(real_year, "สป.", {"OIT": 100}).level == "ผ่านดี"
    # 0.3 × 84 + 0.3 × 89.775 + 0.4 × 95 = 90.1325, but IIT lies under 85
    assert ita.what_if(real_year, "สป.", {"IIT": 84}).level == "ผ่าน"
    assert ita.what_if(real_year, "สป.", {"IIT": 95, "EIT": 95}).level == "ผ่านดีเยี่ยม"
    assert ita.what_if(real_year, "สป.", {"OIT": 0}).level == "ต้องปรับปรุงโดยด่วน"


def test_where_only_the_total_is_known_a_tool_alone_says_nothing(real_year: YearData) -> None:
    alone = ita.what_if(real_year, "สศท.", {"OIT": 90})
    assert (alone.total, alone.level, alone.passed, alone.distance, alone.change) == (None, "unknown", None, None, None)
    assert (alone.before, dict(alone.tools)) == (84.6, {"IIT": None, "EIT": None, "OIT": 90.0})
    assert alone.missing == ("IIT", "EIT")
    assert "IIT, EIT" in str(alone.reason("th")) and "IIT, EIT" in str(alone.reason("en"))
    # 0.3 × 85 + 0.3 × 80 + 0.4 × 90 = 85.5
    three = ita.what_if(real_year, "สศท.", {"OIT": 90, "IIT": 85, "EIT": 80})
    assert (three.total, three.level, three.reason()) == (85.5, "ผ่าน", None)


def test_the_total_stands_where_nothing_is_supposed(real_year: YearData) -> None:
    made = ita.what_if(real_year, "คต.", {})
    assert (made.total, made.passed, made.level, made.missing) == (95.44, True, "unknown", ("IIT", "EIT", "OIT"))
    assert made.reason("en") == "The level is unknown without the score of IIT, EIT, OIT."


def test_a_listed_total_moves_with_the_tools_that_are_known() -> None:
    method = criteria(2568)
    made = suppose(method, "made_up", {"total": 84.6, "OIT": 80.0}, {"OIT": 81.0})
    assert (made.total, made.passed) == (85.0, True)
    assert suppose(method, "made_up", {"OIT": 80.0}, {"OIT": 81.0}).total is None


def test_a_zero_is_a_score_and_a_missing_one_is_not() -> None:
    method = criteria(2568)
    assert suppose(method, "made_up", WHOLE | {"OIT": 0.0}, {}).total == 48
    missing = {measure: score for measure, score in WHOLE.items() if measure not in ("OIT", 9, "total")}
    made = suppose(method, "made_up", missing, {10: 100.0})
    assert made.total is None and made.tools["OIT"] is None and made.missing == ("OIT",)
    assert suppose(method, "made_up", missing, {9: 60.0}).tools["OIT"] == 70


@pytest.mark.parametrize(("number", "of_tool", "of_total"), [(1, 0.2, 0.06), (6, 1 / 3, 0.1), (10, 0.5, 0.2)])
def test_an_indicator_moves_its_tool_by_its_share(number: int, of_tool: float, of_total: float) -> None:
    method = criteria(2568)
    tool = method.indicators[number].tool
    made = suppose(method, "made_up", WHOLE, {number: 90.0})
    assert made.tools[tool] == pytest.approx(80 + 10 * of_tool, abs=1e-9)
    assert made.total == pytest.approx(80 + 10 * of_total, abs=1e-9)


def test_a_tool_never_leaves_the_scale() -> None:
    # EIT 99 beside indicators that are lower: the indicator can rise by more than the tool has room for.
    made = suppose(criteria(2568), "made_up", WHOLE | {"EIT": 99.0, 6: 10.0}, {6: 100.0})
    assert made.tools["EIT"] == 100


def test_units_and_measures_as_people_type_them(real_year: YearData) -> None:
    same = ita.what_if(real_year, "สป.", {4: 99.1, "OIT": 100})
    assert ita.what_if(real_year, "สำนักงานปลัดกระทรวงพาณิชย์", {"๔": Decimal("99.1"), "oit": 100}) == same
    assert ita.what_if(real_year, "SACIT", {}).unit == "สศท."


@pytest.mark.parametrize(
    ("unit", "changes", "told"),
    [
        ("สปx", {}, ("สปx", "สป.", "units.csv")),
        ("สป.", {"XIT": 90}, ("XIT", "IIT", "10")),
        ("สป.", {11: 90}, ("11", "2568")),
        ("สป.", {True: 90}, ("True",)),
        ("สป.", {"OIT": 100.01}, ("OIT", "100.01")),
        ("สป.", {"OIT": -0.01}, ("OIT", "-0.01")),
        ("สป.", {9: math.nan}, ("9", "nan")),
        ("สป.", {9: None}, ("9", "None")),
        ("สป.", {9: "90"}, ("9", "90")),
        ("สป.", {9: True}, ("9", "True")),
        ("สป.", {"OIT": 90, 9: 80}, ("OIT", "9")),
        ("สป.", {"EIT1": 90, 6: 80}, ("EIT1", "6")),
        ("สป.", {9: 90, "9": 80}, ("9",)),
    ],
)
def test_what_cannot_be_supposed_is_told_in_both_languages(
    real_year: YearData, unit: str, changes: dict[Any, Any], told: tuple[str, ...]
) -> None:
    with pytest.raises(UserError) as error:
        ita.what_if(real_year, unit, changes)
    thai, english = str(error.value).splitlines()
    assert any("ก" <= letter <= "๙" for letter in thai)
    assert all(text in thai and text in english for text in told)


def test_parts_of_eit_are_no_measure_of_a_year_without_them() -> None:
    with pytest.raises(UserError, match="EIT1"):
        suppose(criteria(2565), "made_up", WHOLE, {"EIT1": 90.0})


def test_it_keeps_up_with_a_slider(real_year: YearData) -> None:
    ita.what_if(real_year, "สป.", {})
    start = time.perf_counter()
    for score in range(101):
        ita.what_if(real_year, "สป.", {"OIT": score, 4: score})
    assert (time.perf_counter() - start) / 101 < 0.003


def test_the_year_is_left_as_it_was(real_year: YearData) -> None:
    before = real_year.tool_scores.copy()
    ita.what_if(real_year, "สป.", {"OIT": 1})
    assert real_year.tool_scores.equals(before)
    assert ita.what_if(real_year, "สป.", {}).total == 92.7995


def test_what_comes_of_it_reads_as_sentences(real_year: YearData) -> None:
    """0.3 × 92.89 + 0.3 × 89.775 + 0.4 × 100 = 94.7995, which is 2.00 more and 9.80 above the mark of 85."""
    said = repr(ita.what_if(real_year, "สป.", {"OIT": 100})).splitlines()
    assert said[:2] == ["สป. ปีงบประมาณ พ.ศ. ๒๕๖๘ ถ้า OIT ได้ ๑๐๐.๐๐ คะแนน", "คะแนนรวม ๙๔.๘๐ (เดิม ๙๒.๘๐ เปลี่ยนไป +๒.๐๐)"]
    assert said[2:4] == ["ระดับ: ผ่านดี", "ห่างจากเกณฑ์ ๘๕ คะแนน: +๙.๘๐"]


def test_what_stays_unknown_is_said_with_its_reason(real_year: YearData, capsys: pytest.CaptureFixture[str]) -> None:
    ita.show(ita.what_if(real_year, "สศท.", {"OIT": 99}), lang="en")
    said = capsys.readouterr().out
    assert "supposing OIT at 99.00 points" in said and "Total: not known (before: 84.60)" in said
    assert "unknown without the score of IIT, EIT" in said
