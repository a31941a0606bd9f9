from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from itaanalysis.thai.numbers import read_number, read_quantity, split_remark
from itaanalysis.thai.rounding import NumberError, exact, format_number, round_half_up, round_share

relaxed = settings(deadline=None, max_examples=200)
amounts = st.decimals(-(10**12), 10**12, places=2)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        # cells of the FY2568 workbooks
        ("๗๓,๐๖๐ บาท", "73060"),
        (342150.02, "342150.02"),
        ("150,319.-", "150319"),
        ("๒๔๔,๕๔๙.๒๐", "244549.20"),
        (342630, "342630"),
        (" 43,500 ", "43500"),
        ("๘,๖๕๐.๐๐", "8650.00"),
        ("๕๒ คน", "52"),
        ("๑๗๒ ท่าน", "172"),
        ("๒๙ ราย", "29"),
        ("76 จังหวัด", "76"),
        ("ร้อยละ ๙๙.๙๙", "99.99"),
        ("คะแนน ๙๒.๑๘", "92.18"),
        ("๑,๒๘๙,๙๙๙.๒๒", "1289999.22"),
        # other ways offices type
        ("๒112", "2112"),
        ("1,290,000 บาทถ้วน", "1290000"),
        ("จำนวน ๕๒ คน", "52"),
        ("รวมเป็นเงิน 1,400 บาท", "1400"),
        ("฿1,400", "1400"),
        ("๕๒คน", "52"),
        ("92.80%", "92.80"),
        ("150,319-", "150319"),
        ("150,319 .-", "150319"),
        ("150,319.– บาท", "150319"),
        ("1,400.=", "1400"),
        ("๑.๒๙ ล้านบาท", "1290000"),
        ("2 แสนบาท", "200000"),
        ("๘,๙๓๐ บาท ๕๐ สตางค์", "8930.50"),
        ("(500)", "-500"),
        ("(๕๐๐.๒๕) บาท", "-500.25"),
        ("(500 บาท)", "-500"),
        ("-500", "-500"),
        ("\u2212500", "-500"),
        ("+7", "7"),
        (".5", "0.5"),
        ("0", "0"),
        ("-0", "0"),
        ("5\u00a0ครั้ง", "5"),
        ("\u200b40\ufeff", "40"),
        ("๙ รูป", "9"),
        ("๑๒ หน่วยงาน", "12"),
        ("๓ ปี", "3"),
        (1234.0, "1234"),
        (-0.0, "0"),
        (Decimal("92.80"), "92.80"),
        (np.int64(172), "172"),
        (np.float64(93.37), "93.37"),
        (1289999.2200000002, "1289999.22"),  # a sum as a formula leaves it in the file
    ],
)
def test_read_number(typed, number):
    read = read_number(typed)
    assert isinstance(read, Decimal)
    assert read == Decimal(number)
    assert not str(read).startswith("-0")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "blank"),
        ("\u200b \u00a0", "blank"),
        (None, "blank"),
        (float("nan"), "blank"),
        ("-", "a dash, not a number"),
        ("–", "a dash, not a number"),
        ("ไม่มี", "no figure in it"),
        ("nan", "no figure in it"),
        ("inf", "no figure in it"),
        ("²", "no figure in it"),
        ("٣", "no figure in it"),
        ("12,3x4", "other characters among the figures"),
        ("5 - 10 คน", "other characters among the figures"),
        ("1 290 000", "other characters among the figures"),
        ("1e5", "other characters among the figures"),
        ("1,290,00", "a thousands comma in the wrong place"),
        ("๑,๒๙๐,๐๐", "a thousands comma in the wrong place"),
        ("12,34", "a thousands comma in the wrong place"),
        ("1,2345", "a thousands comma in the wrong place"),
        (",123", "a thousands comma in the wrong place"),
        ("0,123", "a thousands comma in the wrong place"),
        ("1234,567", "a thousands comma in the wrong place"),
        ("1.234,50", "a thousands comma in the wrong place"),
        ("1.2.3", "more than one decimal point"),
        ("5.", "a decimal point with no figure after it"),
        ("๙๒.๘๐ (ผ่านดี)", "words beside the figure that are not a known unit"),
        ("ปี ๒๕๖๘", "words beside the figure that are not a known unit"),
        ("ไม่น้อยกว่า 85", "words beside the figure that are not a known unit"),
        ("ประมาณ 50 คน", "words beside the figure that are not a known unit"),
        ("2.- ล้านบาท", "words beside the figure that are not a known unit"),
        ("-500-", "a dash both before and after the figure"),
        ("123456789012345678901", "too many figures in a row"),
        (True, "a bool, not a number"),
        (float("inf"), "not a finite number"),
        (Decimal("-Infinity"), "not a finite number"),
        ([1], "a list, not a number"),
    ],
)
def test_what_is_not_a_number_is_refused_with_its_reason(typed, reason):
    with pytest.raises(NumberError) as caught:
        read_number(typed)
    assert caught.value.reason_en == reason
    assert any("ก" <= char <= "๛" for char in caught.value.reason_th)


def test_quantities_keep_their_unit():
    assert read_quantity("๑๗๒ ท่าน") == (172, "ท่าน")
    assert read_quantity("ร้อยละ ๙๙.๙๙") == (Decimal("99.99"), "ร้อยละ")
    assert read_quantity("98.31 %") == (Decimal("98.31"), "%")
    assert read_quantity("๑.๒๙ ล้านบาท") == (1290000, "บาท")
    assert read_quantity("๑,๑๐๐ ราย") == (1100, "ราย")
    assert read_quantity("85") == (85, "")


def test_split_remark():
    assert split_remark("๙๒.๘๐ (ผ่านดี)") == ("๙๒.๘๐", "ผ่านดี")
    assert split_remark("คะแนน ๙๒.๘๐(ผ่านดี)") == ("คะแนน ๙๒.๘๐", "ผ่านดี")
    assert split_remark("๙๒.๘๐") == ("๙๒.๘๐", None)
    assert split_remark("(500)") == ("(500)", None)
    assert split_remark("") == ("", None)
    assert read_number(split_remark("๙๒.๘๐ (ผ่านดี)")[0]) == Decimal("92.80")


@relaxed
@given(st.text(max_size=30) | st.text("0123456789๐๑๒๙,.-+() บาทคนล้าร้ยะ%x", max_size=20))
def test_a_text_is_a_number_or_a_number_error(text):
    try:
        read = read_number(text)
    except NumberError as error:
        assert error.reason_th and error.reason_en
    else:
        assert read.is_finite()


@relaxed
@given(amounts, st.booleans(), st.sampled_from(["thai", "arabic"]), st.sampled_from(["", " บาท", " คน", ".-"]))
def test_what_is_written_is_read_back(amount, thousands, digits, ending):
    if ending == ".-":
        amount = abs(amount // 1)
    assert read_number(format_number(amount, thousands=thousands, digits=digits) + ending) == amount


@relaxed
@given(st.integers(-(10**14), 10**14))
def test_a_float_is_the_amount_it_shows(satang):
    assert exact(satang / 100) == Decimal(satang) / 100


@pytest.mark.parametrize(
    ("x", "decimals", "rounded"),
    [
        (92.7995, 2, "92.80"),
        (96.416, 2, "96.42"),
        (93.778, 2, "93.78"),
        (96.415, 2, "96.42"),  # as a float it lies just below the half
        (0.3 * 92.89 + 0.3 * (92.88 + 86.67) / 2 + 0.4 * 95, 3, "92.800"),
        (1.005, 2, "1.01"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.001, 2, "0.00"),
        (84.995, 2, "85.00"),
        (84.994999, 2, "84.99"),
        (1837, 0, "1837"),
        (Decimal("1e30"), 2, "1000000000000000000000000000000.00"),
    ],
)
def test_round_half_up(x, decimals, rounded):
    assert str(round_half_up(x, decimals)) == rounded


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (11, 12, "91.67"),
        (Decimal("1289999.22"), 1290000, "99.99"),  # 99.99993953 %
        (1288999.22, 1290000.0, "99.92"),  # 99.92242
        (1290000, 1290000, "100.00"),
        (1290000.01, 1290000, "100.01"),
        (0, 12, "0.00"),
        (1, 8, "12.50"),
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (25, 10, "250.00"),
    ],
)
def test_round_share(part, whole, share):
    assert str(round_share(part, whole)) == share


@pytest.mark.parametrize("whole", [0, -1, Decimal(0)])
def test_there_is_no_share_of_nothing(whole):
    with pytest.raises(NumberError) as caught:
        round_share(1, whole)
    assert "above zero" in caught.value.reason_en


@relaxed
@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 4))
def test_a_part_is_never_shown_as_the_whole(part, whole, decimals):
    share = round_share(part, whole, decimals)
    assert (share == 100) == (part == whole)
    assert abs(Fraction(share) - Fraction(100 * part, whole)) <= Fraction(1, 10**decimals)


@relaxed
@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_that_is_not_near_the_whole_is_rounded_half_up(part, whole):
    exactly = Fraction(100 * part, whole)
    assume(abs(exactly - 100) > Fraction(1, 100))
    assert abs(Fraction(round_share(part, whole)) - exactly) <= Fraction(1, 200)


def test_format_number():
    assert format_number(1289999.22) == "๑,๒๘๙,๙๙๙.๒๒"
    assert format_number(1837) == "๑,๘๓๗"
    assert format_number(92.8, decimals=2) == "๙๒.๘๐"
    assert format_number(Decimal("92.80"), digits="arabic") == "92.80"
    assert format_number(0.125, 2, digits="arabic") == "0.13"
    assert format_number(-1234.5, 1, thousands=False, digits="arabic") == "-1234.5"
    assert format_number(1e15, digits="arabic") == "1,000,000,000,000,000"
    with pytest.raises(NumberError):
        format_number(float("nan"))
