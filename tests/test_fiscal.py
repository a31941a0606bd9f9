from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaanalysis.fiscal import FiscalYear, FiscalYearError

relaxed = settings(deadline=None, max_examples=100)


def test_fy2568_runs_from_october_2024_to_september_2025():
    year = FiscalYear(2568)
    assert (year.start, year.end) == (date(2024, 10, 1), date(2025, 9, 30))
    assert year.months[0] == date(2024, 10, 1)
    assert year.months[3] == date(2025, 1, 1)
    assert year.months[-1] == date(2025, 9, 1)
    assert len(year.months) == 12 and list(year.months) == sorted(year.months)


def test_days_in_and_out_of_the_year():
    year = FiscalYear(2568)
    assert date(2024, 10, 1) in year and date(2025, 9, 30) in year
    assert date(2024, 9, 30) not in year and date(2025, 10, 1) not in year
    assert datetime(2025, 9, 30, 23, 59) in year
    assert pd.Timestamp("2025-01-20") in year
    assert pd.NaT not in year and None not in year and "2025-01-20" not in year


def test_labels():
    year = FiscalYear(2568)
    assert year.label() == "ปีงบประมาณ พ.ศ. ๒๕๖๘"
    assert year.label("th", "arabic") == "ปีงบประมาณ พ.ศ. 2568"
    assert year.label("en") == "FY2568 (October 2024 – September 2025)"
    assert year.short_label() == "ปีงบประมาณ ๒๕๖๘"
    assert year.short_label("en") == "FY2568 (2025)"
    assert (str(year), int(year)) == ("2568", 2568)


def test_years_stand_in_order():
    assert FiscalYear(2567) < FiscalYear(2568) == FiscalYear(2567).next
    assert FiscalYear(2568).previous == FiscalYear(2567)
    assert {FiscalYear(2568), FiscalYear(2568)} == {FiscalYear(2568)}


@pytest.mark.parametrize(
    "typed",
    ["2568", "๒๕๖๘", "FY2568", "fy 2568", " 2568\u00a0", "ปีงบประมาณ พ.ศ. ๒๕๖๘", "ปีงบประมาณ ๒๕๖๘", "พ.ศ. 2568", 2568],
)
def test_parse(typed):
    assert FiscalYear.parse(typed) == FiscalYear(2568)


@pytest.mark.parametrize(
    "typed",
    [
        "../2568",
        "..",
        "2568/../..",
        "68",
        "12345",
        "2025",
        "2499",
        "2701",
        "",
        "abc",
        "2568.0",
        "-2568",
        "2568 2569",
        "٢٥٦٨",
        True,
        68,
        None,
    ],
)
def test_parse_refuses_in_one_sentence_of_each_language(typed):
    with pytest.raises(ValueError) as caught:
        FiscalYear.parse(typed)
    assert isinstance(caught.value, FiscalYearError)
    assert "is not a fiscal year" in caught.value.reason_en and "ไม่ใช่ปีงบประมาณ" in caught.value.reason_th
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("number", [2499, 2701, 68, 2025, "2568", 2568.0, True, None])
def test_a_year_is_a_plausible_buddhist_one(number):
    with pytest.raises(FiscalYearError):
        FiscalYear(number)


def test_the_first_and_last_years_have_no_neighbour_beyond():
    with pytest.raises(FiscalYearError):
        _ = FiscalYear(2700).next
    with pytest.raises(FiscalYearError):
        _ = FiscalYear(2500).previous


@relaxed
@given(st.dates(date(1956, 10, 1), date(2157, 9, 30)))
def test_every_day_is_in_the_one_year_it_is_of(day):
    year = FiscalYear.of(day)
    assert day in year
    assert FiscalYear.parse(str(year)) == year
    assert day.replace(day=1) in year.months
    assert year.end + timedelta(days=1) not in year
