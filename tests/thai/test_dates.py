from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaanalysis.thai.dates import DateError, EndBeforeStart, format_date, format_date_range, read_dates

relaxed = settings(deadline=None, max_examples=150)
days = st.dates(date(1958, 1, 1), date(2156, 12, 31))
this_century = st.dates(date(1957, 1, 1), date(2056, 12, 31))  # B.E. 2500 to 2599


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        # cells of the FY2568 workbooks, and the days the report gives for them
        ("๒๕ ตุลาคม ๒๕๖๗", "2024-10-25"),
        ("๓ กันยายน ๒๕๖๘", "2025-09-03"),
        (datetime(2024, 12, 9), "2024-12-09"),
        ("6 ก.ย. 2568", "2025-09-06"),
        ("18 พ.ย. 67", "2024-11-18"),
        (datetime(2025, 7, 21), "2025-07-21"),
        ("4/8/2568", "2025-08-04"),
        ("20/08/2568", "2025-08-20"),
        ("24 ธ.ค. 2567", "2024-12-24"),
        (datetime(2567, 12, 14), "2024-12-14"),
        ("๒๐ ม.ค. ๖๘", "2025-01-20"),
        # the two eras, and the order of the parts
        ("2025-07-21", "2025-07-21"),
        ("2568-09-03", "2025-09-03"),
        ("2568/08/20", "2025-08-20"),
        ("2025-07-21 00:00:00", "2025-07-21"),
        ("2025-07-21T09:30:00Z", "2025-07-21"),
        ("๑๓.๑.๖๘", "2025-01-13"),
        ("4 / 8 / 2568", "2025-08-04"),
        ("4-8-2568", "2025-08-04"),
        ("18-Nov-67", "2024-11-18"),
        ("7/2/2025", "2025-02-07"),
        (date(2568, 9, 3), "2025-09-03"),
        (pd.Timestamp("2025-09-03 09:30"), "2025-09-03"),
        ("29 ก.พ. 2567", "2024-02-29"),
        # words around the date
        ("วันที่ ๓ เดือนกันยายน พ.ศ. ๒๕๖๘", "2025-09-03"),
        ("เมื่อวันที่ ๓ กันยายน ๒๕๖๘", "2025-09-03"),
        ("ณ วันที่ ๑๖ ตุลาคม ๒๕๖๘", "2025-10-16"),
        ("วันพุธที่ ๓ กันยายน ปี พ.ศ.๒๕๖๘", "2025-09-03"),
        ("3 กันยายน ค.ศ. 2025", "2025-09-03"),
        ("3 กันยายน ปี 2568", "2025-09-03"),
        ("๓ ก.ย. ๖๘ เวลา ๐๙.๐๐ - ๑๖.๓๐ น.", "2025-09-03"),
        ("18 พ.ย. 67.", "2024-11-18"),
        # spellings of the months
        ("6 ก.ย 2568", "2025-09-06"),
        ("6 กย 68", "2025-09-06"),
        ("6 ก. ย. 68", "2025-09-06"),
        ("6ก.ย.68", "2025-09-06"),
        ("6 กันยา 68", "2025-09-06"),
        ("25 กรกฏาคม 2568", "2025-07-25"),
        ("7 กุมภาพันธุ์ 2568", "2025-02-07"),
        ("18 พฤษจิกายน 2567", "2024-11-18"),
        ("1 มี.ค. 68", "2025-03-01"),
        ("1 มิย. 68", "2025-06-01"),
        ("1 เม.ย.68", "2025-04-01"),
        ("3 September 2025", "2025-09-03"),
        ("3rd of Sept. 2568", "2025-09-03"),
        ("September 3, 2025", "2025-09-03"),
        ("Wed, 3 Sep 2025", "2025-09-03"),
        ("3 September 2568 BE", "2025-09-03"),
        # serial numbers: 25569 is 1 January 1970, as every converter has it
        (25569, "1970-01-01"),
        (45859.0, "2025-07-21"),
        (45859.75, "2025-07-21"),
        (243966, "2024-12-14"),  # typed as 14 December 2567
    ],
)
def test_a_single_day(typed, day):
    span = read_dates(typed)
    assert (span.start, span.end) == (date.fromisoformat(day), date.fromisoformat(day))
    assert span.days == (span.start,)
    assert span.weekday_mismatch is None


MONTHS = [
    ("มกราคม", "ม.ค.", "January"), ("กุมภาพันธ์", "ก.พ.", "February"), ("มีนาคม", "มี.ค.", "March"),
    ("เมษายน", "เม.ย.", "April"), ("พฤษภาคม", "พ.ค.", "May"), ("มิถุนายน", "มิ.ย.", "June"),
    ("กรกฎาคม", "ก.ค.", "July"), ("สิงหาคม", "ส.ค.", "August"), ("กันยายน", "ก.ย.", "September"),
    ("ตุลาคม", "ต.ค.", "October"), ("พฤศจิกายน", "พ.ย.", "November"), ("ธันวาคม", "ธ.ค.", "December"),
]  # fmt: skip


def test_every_month_in_every_form():
    for month, forms in enumerate(MONTHS, start=1):
        for form in [*forms, forms[1].replace(".", ""), forms[1][:-1], forms[2][:3], forms[2].upper()]:
            assert read_dates(f"9 {form} 2568").start == date(2025, month, 9), form
        assert read_dates(f"9/{month}/2568").start == date(2025, month, 9)


@pytest.mark.parametrize(
    ("typed", "start", "end", "count"),
    [
        ("๗ - ๘ กุมภาพันธ์ ๒๕๖๘", "2025-02-07", "2025-02-08", 2),
        ("๒๔ – ๒๕ มีนาคม ๒๕๖๘", "2025-03-24", "2025-03-25", 2),
        ("16-17 พ.ค. 2568", "2025-05-16", "2025-05-17", 2),
        ("๓๑ กรกฎาคม-๑ สิงหาคม ๒๕๖๘", "2025-07-31", "2025-08-01", 2),
        ("31 กรกฎาคม-10 สิงหาคม 2568", "2025-07-31", "2025-08-10", 11),
        ("๓๐ ธันวาคม ๒๕๖๗ - ๓ มกราคม ๒๕๖๘", "2024-12-30", "2025-01-03", 5),
        ("31/12/2567 - 3/1/2568", "2024-12-31", "2025-01-03", 4),
        ("7-8/2/2568", "2025-02-07", "2025-02-08", 2),
        ("2025-07-21 - 2025-07-23", "2025-07-21", "2025-07-23", 3),
        ("ตั้งแต่วันที่ 1 ถึงวันที่ 3 มกราคม 2568", "2025-01-01", "2025-01-03", 3),
        ("ระหว่างวันที่ ๗ และ ๙ กุมภาพันธ์ ๒๕๖๘", "2025-02-07", "2025-02-09", 3),
        ("30 April - 2 May 2025", "2025-04-30", "2025-05-02", 3),
        # the year stands once, and New Year lies between
        ("30 ธ.ค. - 3 ม.ค. 2568", "2024-12-30", "2025-01-03", 5),
        ("๓๐ ธันวาคม ถึง ๓ มกราคม ๖๘", "2024-12-30", "2025-01-03", 5),
        ("30/12 – 3/1/2568", "2024-12-30", "2025-01-03", 5),
        ("1 ตุลาคม — 30 กันยายน 2568", "2024-10-01", "2025-09-30", 365),
        ("31/7-1/8/2568", "2025-07-31", "2025-08-01", 2),
        ("30 ธ.ค. 2024 ~ 3 ม.ค. 2568", "2024-12-30", "2025-01-03", 5),
        ("วันจันทร์ที่ 30 ธันวาคม - วันศุกร์ที่ 3 มกราคม 2568", "2024-12-30", "2025-01-03", 5),
        ("Feb 7-8, 2025", "2025-02-07", "2025-02-08", 2),
    ],
)
def test_a_range(typed, start, end, count):
    span = read_dates(typed)
    assert (span.start.isoformat(), span.end.isoformat(), len(span.days)) == (start, end, count)
    assert span.days == tuple(span.start + timedelta(days=n) for n in range(count))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("๗, ๑๔ และ ๒๑ มกราคม ๒๕๖๙", ["2026-01-07", "2026-01-14", "2026-01-21"]),
        ("๗, ๑๔ มกราคม และ ๔ กุมภาพันธ์ ๒๕๖๙", ["2026-01-07", "2026-01-14", "2026-02-04"]),
        ("๒๔ ธันวาคม ๒๕๖๗ และ ๗ มกราคม ๒๕๖๘", ["2024-12-24", "2025-01-07"]),
        ("7-8, 14 ก.พ. 2568", ["2025-02-07", "2025-02-08", "2025-02-14"]),
        ("๗ ก.พ. ๒๕๖๘\n๑๔ ก.พ. ๒๕๖๘", ["2025-02-07", "2025-02-14"]),
        ("14, 7 และ 14 ก.พ. 68", ["2025-02-07", "2025-02-14"]),
    ],
)
def test_a_list(typed, days):
    span = read_dates(typed)
    assert [day.isoformat() for day in span.days] == days
    assert (span.start.isoformat(), span.end.isoformat()) == (days[0], days[-1])


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        # a month, from its first day to its last
        ("เดือนตุลาคม ๒๕๖๗", "2024-10-01", "2024-10-31"),
        ("มกราคม ๒๕๖๘", "2025-01-01", "2025-01-31"),
        ("ก.พ. ๖๗", "2024-02-01", "2024-02-29"),
        ("กพ 68", "2025-02-01", "2025-02-28"),
        ("ภายในเดือนกันยายน พ.ศ. 2568", "2025-09-01", "2025-09-30"),
        ("ม.ค.-68", "2025-01-01", "2025-01-31"),
        ("Sep 2025", "2025-09-01", "2025-09-30"),
        ("12/2567", "2024-12-01", "2024-12-31"),
        ("๑๑/๒๕๖๗ - ๑/๒๕๖๘", "2024-11-01", "2025-01-31"),
        # several months
        ("ต.ค. ๖๗ - ก.ย. ๖๘", "2024-10-01", "2025-09-30"),
        ("ต.ค.67-ก.ย.68", "2024-10-01", "2025-09-30"),
        ("ตุลาคม 2567 ถึง กันยายน 2568", "2024-10-01", "2025-09-30"),
        ("ตั้งแต่เดือนตุลาคม ๒๕๖๗ จนถึงเดือนมีนาคม ๒๕๖๘", "2024-10-01", "2025-03-31"),
        ("ต.ค. – มี.ค. 2568", "2024-10-01", "2025-03-31"),
        ("มกราคม – มีนาคม ๒๕๖๘", "2025-01-01", "2025-03-31"),
        ("ระหว่างเดือนมกราคม และ มีนาคม ๒๕๖๘", "2025-01-01", "2025-03-31"),
        ("พ.ย. 2024 ~ ก.พ. 2568", "2024-11-01", "2025-02-28"),
        ("15 ธ.ค. - ม.ค. 2568", "2024-12-15", "2025-01-31"),
        ("ม.ค. - 15 ก.พ. 68", "2025-01-01", "2025-02-15"),
        ("ม.ค.-15 ก.พ. 68", "2025-01-01", "2025-02-15"),
        # quarters of the fiscal year, which begins in October
        ("ไตรมาสที่ 1/2568", "2024-10-01", "2024-12-31"),
        ("ไตรมาสที่ 2/2568", "2025-01-01", "2025-03-31"),
        ("ไตรมาส ๓ ปีงบประมาณ พ.ศ. ๒๕๖๘", "2025-04-01", "2025-06-30"),
        ("ไตรมาสที่ ๔ ของปี ๖๘", "2025-07-01", "2025-09-30"),
        ("ไตรมาสที่ ๑ - ๒ ปี ๒๕๖๘", "2024-10-01", "2025-03-31"),
        ("ไตรมาสที่ 1 ถึงไตรมาสที่ 4/2568", "2024-10-01", "2025-09-30"),
        ("Q2/2025", "2025-01-01", "2025-03-31"),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 67)", "2024-10-01", "2024-12-31"),
        ("ไตรมาสที่ ๒/๒๕๖๘ (มกราคม - มีนาคม ๒๕๖๘)", "2025-01-01", "2025-03-31"),
        ("ไตรมาสที่ ๓ - ๔ (เม.ย. ถึง ก.ย. ๖๘)", "2025-04-01", "2025-09-30"),
        # a fiscal year
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๘", "2024-10-01", "2025-09-30"),
        ("ตลอดทั้งปีงบประมาณ 2568", "2024-10-01", "2025-09-30"),
        ("ปีงบประมาณ พ.ศ.๒๕๖๘", "2024-10-01", "2025-09-30"),
        ("FY2568", "2024-10-01", "2025-09-30"),
        ("throughout the fiscal year 2025", "2024-10-01", "2025-09-30"),
    ],
)
def test_whole_months_stand_for_all_their_days(typed, start, end):
    span = read_dates(typed)
    assert (span.start.isoformat(), span.end.isoformat()) == (start, end)
    assert len(span.days) == (span.end - span.start).days + 1
    assert span.whole_months


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("ตลอดปีงบประมาณ", "2024-10-01", "2025-09-30"),
        ("ตลอดทั้งปี", "2024-10-01", "2025-09-30"),
        ("ตลอดปี", "2024-10-01", "2025-09-30"),
        ("ทั้งปีงบประมาณ", "2024-10-01", "2025-09-30"),
        ("ไตรมาส ๑", "2024-10-01", "2024-12-31"),
        ("ไตรมาสที่ ๒", "2025-01-01", "2025-03-31"),
        ("ไตรมาส 3-4", "2025-04-01", "2025-09-30"),
        ("เดือนตุลาคม", "2024-10-01", "2024-10-31"),
        ("ก.ย.", "2025-09-01", "2025-09-30"),
        ("พ.ย. - ก.พ.", "2024-11-01", "2025-02-28"),
        ("มกราคม, มีนาคม", "2025-01-01", "2025-03-31"),
        ("ตลอดปีงบประมาณ ๒๕๖๙", "2025-10-01", "2026-09-30"),  # what is typed stands
    ],
)
def test_months_typed_without_a_year_are_of_the_fiscal_year_handed_in(typed, start, end):
    span = read_dates(typed, 2568)
    assert (span.start.isoformat(), span.end.isoformat()) == (start, end)


def test_a_list_of_months_leaves_out_those_between():
    days = read_dates("มกราคม และ มีนาคม ๒๕๖๘").days
    assert len(days) == 31 + 31
    assert date(2025, 2, 14) not in days


def test_a_day_without_a_year_is_not_guessed():
    with pytest.raises(DateError, match="ไม่มีปี"):
        read_dates("๗ กุมภาพันธ์", 2568)


@relaxed
@given(st.integers(2500, 2599), st.integers(1, 4))
def test_the_quarters_make_up_the_fiscal_year(year, quarter):
    span = read_dates(f"ไตรมาสที่ {quarter}/{year}")
    whole = read_dates("ตลอดปีงบประมาณ", year)
    assert (whole.start, whole.end) == (date(year - 544, 10, 1), date(year - 543, 9, 30))
    assert set(span.days) < set(whole.days)
    assert sum(len(read_dates(f"ไตรมาส {n}", year).days) for n in (1, 2, 3, 4)) == len(whole.days)


def test_serial_numbers_as_a_csv_file_holds_them():
    assert read_dates("45859").start == read_dates("๔๕๘๕๙").start == read_dates(" 45859.75 ").start == date(2025, 7, 21)


def test_a_year_of_two_digits_is_reported():
    assert read_dates("ต.ค. ๖๗").two_digit_year
    assert read_dates("ไตรมาส ๑/๖๘").two_digit_year
    assert not read_dates("ต.ค. ๒๕๖๗").two_digit_year
    assert read_dates("18 พ.ย. 67").two_digit_year
    assert read_dates("18/11/67").two_digit_year
    assert not read_dates("18 พ.ย. 2567").two_digit_year
    assert read_dates("๗ - ๘ ก.พ. ๖๘").two_digit_year


def test_a_weekday_that_is_not_that_of_the_date_is_reported():
    assert read_dates("วันพุธที่ ๓ กันยายน ๒๕๖๘").weekday_mismatch is None  # 3 September 2025 was a Wednesday
    assert read_dates("วันอังคารที่ ๓ กันยายน ๒๕๖๘").weekday_mismatch == "อังคาร"
    assert read_dates("พฤ. 4 ก.ย. 68").weekday_mismatch is None
    assert read_dates("ศ. 4 ก.ย. 68").weekday_mismatch == "ศ."
    assert read_dates("Tuesday 3 September 2025").weekday_mismatch == "tuesday"
    assert read_dates("๓ กันยายน ๒๕๖๘ (วันพุธ)").weekday_mismatch is None
    assert read_dates("วันศุกร์ - วันเสาร์ที่ ๗ - ๘ กุมภาพันธ์ ๒๕๖๘").weekday_mismatch is None
    assert read_dates("วันศุกร์ที่ ๗ - วันอาทิตย์ที่ ๘ กุมภาพันธ์ ๒๕๖๘").weekday_mismatch == "อาทิตย์"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "blank"),
        (None, "blank"),
        (float("nan"), "blank"),
        (pd.NaT, "blank"),
        ("-", "a dash, no date stated"),
        ("–", "a dash, no date stated"),
        ("๓๒ กุมภาพันธ์ ๒๕๖๘", "February 2025 has no day 32"),
        ("29 ก.พ. 2568", "February 2025 has no day 29"),
        ("0/4/2568", "April 2025 has no day 0"),
        (datetime(2568, 2, 29), "February 2025 has no day 29"),  # a day of the Gregorian year 2568 only
        ("4/13/2568", "there is no month 13"),
        ("4/0/2568", "there is no month 0"),
        ("เดือนมกราคม", "the year is missing"),
        ("ตลอดปีงบประมาณ", "the year is missing"),
        ("ไตรมาสที่ ๒", "the year is missing"),
        ("ไตรมาสที่ ๕/๒๕๖๘", "“ไตรมาสที่ 5/2568” is not understood"),
        ("ไตรมาส ๓ - ๒/๒๕๖๘", "the last quarter is before the first"),
        ("๗ กุมภาพันธ์", "the year is missing"),
        ("๗, ๑๔", "the month is missing"),
        ("2568", "“2568” stands where a day or month should"),
        ("3 ก.ย. 256", "the year “256” must have two or four digits"),
        ("3 ก.ย. ค.ศ. 25", "the year “25” must have two or four digits"),
        ("3 ก.ย. 3568", "the year 3568 is not plausible"),
        (date(1600, 1, 1), "the year 1600 is not plausible"),
        ("3 กันยายน พ.ศ. 2025", "the year 2025 does not belong to the era typed beside it"),
        ("3 กันยายน ค.ศ. 2568", "the year 2568 does not belong to the era typed beside it"),
        ("8-7 ก.พ. 2568", "the last day is not after the first"),
        ("20 มี.ค. - 18 ก.พ. 2568", "the last day is not after the first"),
        ("31 ก.ค. - 1 มิ.ย. 2568", "the last day is not after the first"),
        ("มี.ค. - ก.พ. 2568", "the last day is not after the first"),
        ("ต.ค. 2567 - ก.ย. 2567", "the last day is not after the first"),
        ("30 ธ.ค. 2568 - 3 ม.ค. 2568", "the last day is not after the first"),
        ("1 ม.ค. - 3", "the month is missing"),
        ("1 - 2 - 3 ก.พ. 2568", "a range within a range"),
        ("7-12/2567", "the figures may be days or months"),
        ("13/2567", "there is no month 13"),
        ("ไตรมาส 1 (ม.ค. - มี.ค. 68)", "the months in brackets are not those of the quarter"),
        ("ไตรมาส 1/2568 (ต.ค. - ธ.ค. 66)", "the months in brackets are not those of the quarter"),
        ("ต้นเดือนมกราคม ๒๕๖๘", "“ต้นเดือน” names no day; type the days, or the month alone if all of it is meant"),
        ("ปลายเดือน ก.ย. 68", "“ปลายเดือน” names no day; type the days, or the month alone if all of it is meant"),
        ("7 ก.พ. 2568 -", "a dash or comma with no day after it"),
        ("- 7 ก.พ. 2568", "a dash or comma with no day before it"),
        ("7 8 ก.พ. 2568", "figures side by side with no dash or comma between"),
        ("เร็ว ๆ นี้", "“เร็ว ๆ นี้” is not understood"),
        ("3 ก.ย. 2568 (ออนไลน์)", "“(ออนไลน์)” is not understood"),
        ("วันพุธ", "no day in it"),
        (2568, "the number 2568 is not a date"),
        (1e9, "the number 1e+09 is not a date"),
        (True, "a bool, not a date"),
        ([1], "a list, not a date"),
    ],
)
def test_what_is_not_a_date_is_refused_with_its_reason(typed, reason):
    with pytest.raises(DateError) as caught:
        read_dates(typed)
    assert caught.value.reason_en == reason
    assert any("ก" <= char <= "๛" for char in caught.value.reason_th)


def test_a_range_the_wrong_way_round_is_told_from_other_unreadable_dates():
    with pytest.raises(EndBeforeStart):
        read_dates("๓ มกราคม ๒๕๖๘ - ๓๐ ธันวาคม ๒๕๖๗")
    with pytest.raises(DateError) as caught:
        read_dates("๓๒ มกราคม ๒๕๖๘")
    assert not isinstance(caught.value, EndBeforeStart)


def test_the_thai_reason_speaks_thai():
    with pytest.raises(DateError) as caught:
        read_dates("32 ก.พ. 68")
    assert caught.value.reason_th == "เดือนกุมภาพันธ์ ๒๕๖๘ ไม่มีวันที่ ๓๒"


pieces = st.sampled_from([
    "๗", "8", "31", "2568", "๖๘", "2025", "/", "-", "–", ".", ",", "และ", "ถึง", "วันที่", "พุธ", "ที่", "ม.ค.", "กุมภาพันธ์",
    "พ.ศ.", "Sep", "ไตรมาส", "ตลอดปีงบประมาณ", "เดือน", "(", ")", "เวลา", "09.00", "น.", "ระหว่าง", "\n",
])  # fmt: skip


@relaxed
@given(st.text(max_size=30) | st.lists(pieces, max_size=10).map(" ".join) | st.lists(pieces, max_size=10).map("".join))
def test_a_text_is_a_date_or_a_date_error(text):
    try:
        span = read_dates(text)
    except DateError as error:
        assert error.reason_th and error.reason_en
    else:
        assert span.start == span.days[0] <= span.days[-1] == span.end


def test_format_date():
    day = date(2025, 9, 3)
    assert format_date(day) == "๓ กันยายน ๒๕๖๘"
    assert format_date(day, "short") == "๓ ก.ย. ๖๘"
    assert format_date(day, "month_year") == "กันยายน ๒๕๖๘"
    assert format_date(day, "month_year_short") == "ก.ย. ๖๘"
    assert format_date(day, digits="arabic") == "3 กันยายน 2568"
    assert format_date(day, lang="en") == "3 September 2025"
    assert format_date(day, "short", lang="en") == "3 Sep 2025"
    assert format_date(date(2156, 1, 1), "short") == "๑ ม.ค. ๒๖๙๙"  # ๙๙ would be read as 2599
    with pytest.raises(ValueError, match="no such style"):
        format_date(day, "brief")


def test_format_date_range():
    def thai(*days, **options):
        return format_date_range(*(date.fromisoformat(day) for day in days), **options)

    assert thai("2025-02-07", "2025-02-08") == "๗ - ๘ กุมภาพันธ์ ๒๕๖๘"
    assert thai("2025-07-31", "2025-08-01") == "๓๑ กรกฎาคม - ๑ สิงหาคม ๒๕๖๘"
    assert thai("2024-12-30", "2025-01-03") == "๓๐ ธันวาคม ๒๕๖๗ - ๓ มกราคม ๒๕๖๘"
    assert thai("2025-02-07", "2025-02-07") == "๗ กุมภาพันธ์ ๒๕๖๘"
    assert thai("2025-02-07", "2025-02-08", lang="en") == "7–8 February 2025"
    assert thai("2025-07-31", "2025-08-01", lang="en") == "31 July – 1 August 2025"
    assert thai("2024-10-01", "2025-09-30", style="month_year") == "ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘"
    assert thai("2025-01-01", "2025-03-31", style="month_year") == "มกราคม - มีนาคม ๒๕๖๘"
    assert thai("2025-01-01", "2025-01-31", style="month_year") == "มกราคม ๒๕๖๘"
    with pytest.raises(ValueError, match="before it starts"):
        thai("2025-02-08", "2025-02-07")


@relaxed
@given(
    days, st.sampled_from(["long", "short"]), st.sampled_from(["th", "en"]), st.sampled_from([None, "thai", "arabic"])
)
def test_a_date_written_is_read_back(day, style, lang, digits):
    assert read_dates(format_date(day, style, lang, digits)).days == (day,)


@relaxed
@given(this_century, st.integers(0, 400), st.sampled_from(["long", "short"]), st.sampled_from(["th", "en"]))
def test_a_range_written_is_read_back(start, length, style, lang):
    end = min(start + timedelta(days=length), date(2056, 12, 31))
    span = read_dates(format_date_range(start, end, style, lang))
    assert (span.start, span.end, len(span.days)) == (start, end, (end - start).days + 1)


@relaxed
@given(days)
def test_a_day_is_the_same_in_either_era_and_as_a_serial_number(day):
    buddhist = day.year + 543
    same = {
        read_dates(text).start
        for text in (day.isoformat(), f"{day.day}/{day.month}/{buddhist}", f"{buddhist}-{day.month}-{day.day}")
    }
    assert same == {day}
    assert read_dates((day - date(1970, 1, 1)).days + 25569).start == day
