from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itaanalysis.thai.baht import format_baht, in_words, read_words, total
from itaanalysis.thai.numbers import read_number
from itaanalysis.thai.rounding import NumberError

relaxed = settings(deadline=None, max_examples=200)

SPENT_FY2568 = [
    73060, 342150.02, 150319, 244549.20, 342630, 8930, 400, 43500, 8650.00, 1400, 58700, 1225, 13486,
]  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (1, "หนึ่งบาทถ้วน"),
        (10, "สิบบาทถ้วน"),
        (11, "สิบเอ็ดบาทถ้วน"),
        (20, "ยี่สิบบาทถ้วน"),
        (21, "ยี่สิบเอ็ดบาทถ้วน"),
        (100, "หนึ่งร้อยบาทถ้วน"),
        (101, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (212, "สองร้อยสิบสองบาทถ้วน"),
        (73060, "เจ็ดหมื่นสามพันหกสิบบาทถ้วน"),
        (1290000, "หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน"),  # as the FY2568 report has it
        (1289999.22, "หนึ่งล้านสองแสนแปดหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าบาทยี่สิบสองสตางค์"),
        (Decimal("1288999.22"), "หนึ่งล้านสองแสนแปดหมื่นแปดพันเก้าร้อยเก้าสิบเก้าบาทยี่สิบสองสตางค์"),
        (1000001, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (11000000, "สิบเอ็ดล้านบาทถ้วน"),
        (21_000_021, "ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน"),
        (10**12, "หนึ่งล้านล้านบาทถ้วน"),
        (3_700_000_000_000, "สามล้านเจ็ดแสนล้านบาทถ้วน"),
        (0.25, "ยี่สิบห้าสตางค์"),
        (0.01, "หนึ่งสตางค์"),
        (-5.5, "ลบห้าบาทห้าสิบสตางค์"),
        (Decimal("0.005"), "หนึ่งสตางค์"),
    ],
)
def test_in_words(amount, words):
    assert in_words(amount) == words


@relaxed
@given(st.integers(-(10**15), 10**15) | st.integers(-(10**4), 10**4))
def test_words_there_and_back(satang):
    amount = Decimal(satang).scaleb(-2)
    assert read_words(in_words(amount)) == amount


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("(หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน)", "1290000"),
        ("หนึ่งล้าน สองแสน เก้าหมื่น บาทถ้วน", "1290000"),
        ("หนึ่งร้อยหนึ่งบาท", "101"),
        ("ร้อยบาท", "100"),
        ("ล้านบาทถ้วน", "1000000"),
        ("พันสองร้อยบาท", "1200"),
        ("ห้าสิบสตางค์", "0.50"),
        ("ลบหนึ่งบาทถ้วน", "-1"),
    ],
)
def test_read_words_in_other_forms(words, amount):
    assert read_words(words) == Decimal(amount)


@pytest.mark.parametrize(
    "words",
    [
        "", "ลบ", "บาท", "บาทถ้วน", "หนึ่งล้าน", "เอ็ดบาท", "สองสิบบาท", "หนึ่งสิบบาท", "ยี่บาท", "พันร้อยบาท",
        "ร้อยพันบาท", "หนึ่งบาทร้อยสตางค์", "หนึ่งบาทถ้วนยี่สิบสตางค์", "ศูนย์ร้อยบาท", "หนึ่งล้านศูนย์บาท", "1290000 บาท",
        "หนึ่งบาทสองบาท", "ไม่มีค่าใช้จ่าย",
    ],
)  # fmt: skip
def test_what_is_no_amount_in_words_is_refused(words):
    with pytest.raises(NumberError) as caught:
        read_words(words)
    assert caught.value.reason_th and caught.value.reason_en


pieces = st.sampled_from(
    ["หนึ่ง", "สอง", "ยี่", "สิบ", "เอ็ด", "ร้อย", "พัน", "แสน", "ล้าน", "บาท", "ถ้วน", "สตางค์", "ลบ", "ศูนย์", "x"]
)


@relaxed
@given(st.lists(pieces, max_size=8).map("".join))
def test_words_are_an_amount_or_a_number_error(words):
    try:
        amount = read_words(words)
    except NumberError:
        return
    assert read_words(in_words(amount)) == amount


def test_the_items_of_fy2568_add_up_to_what_the_report_does_not_say():
    assert total(SPENT_FY2568) == Decimal("1288999.22")
    assert total(pd.Series(SPENT_FY2568)) == Decimal("1288999.22")
    assert Decimal("1289999.22") - total(SPENT_FY2568) == Decimal("1000.00")


def test_total_leaves_out_what_is_missing():
    assert total([0.1] * 10 + [None, float("nan"), Decimal("NaN")]) == Decimal("1.00")
    assert total(pd.Series([0.1, None, 0.2])) == Decimal("0.30")
    assert total(pd.Series([1, None], dtype="Int64")) == 1
    assert str(total([])) == "0.00"
    with pytest.raises(NumberError):
        total([1.0, float("inf")])
    with pytest.raises(NumberError):
        total(["1"])


@relaxed
@given(st.lists(st.integers(-(10**11), 10**11), max_size=40))
def test_totals_are_exact_to_the_satang(satangs):
    expected = Fraction(sum(satangs), 100)
    assert Fraction(total([satang / 100 for satang in satangs])) == expected
    assert Fraction(total(pd.Series([satang / 100 for satang in satangs], dtype=float))) == expected


def test_format_baht():
    assert format_baht(1288999.22) == "๑,๒๘๘,๙๙๙.๒๒ บาท"
    assert format_baht(1290000.0) == "๑,๒๙๐,๐๐๐ บาท"
    assert format_baht(244549.2) == "๒๔๔,๕๔๙.๒๐ บาท"
    assert format_baht(1290000, satang=True) == "๑,๒๙๐,๐๐๐.๐๐ บาท"
    assert format_baht(1288999.5, satang=False, unit=False) == "๑,๒๘๙,๐๐๐"
    assert format_baht(Decimal("1000"), digits="arabic") == "1,000 บาท"
    assert format_baht(1288999.22, lang="en") == "1,288,999.22 baht"
    assert format_baht(0.001) == "๐ บาท"


@relaxed
@given(st.decimals(-(10**10), 10**10, places=2))
def test_an_amount_written_is_read_back(amount):
    assert read_number(format_baht(amount)) == amount
