"""Amounts of baht: sums exact to the satang, in figures and in the words of a Thai cheque."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Literal

from itaanalysis.thai.rounding import Digits, NumberError, exact, format_number, round_half_up
from itaanalysis.thai.text import normalise

_FIGURES = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")
_MILLION = 10**6
_VALUES = {word: value for value, word in enumerate(_FIGURES) if word}
_DIGIT = "|".join(_VALUES)
_BELOW_MILLION = re.compile(
    "".join(f"(?:(?P<n{10**power}>{_DIGIT}){_PLACES[5 - power]})?" for power in (5, 4, 3, 2))
    + rf"(?:(?P<n10>ยี่|{_DIGIT.replace('หนึ่ง|สอง|', '')}|)(?P<tens>สิบ))?(?P<n1>เอ็ด|{_DIGIT})?"
)
_WIDE = Context(prec=60)  # room for any sum of money without rounding


def total(values: Iterable[object]) -> Decimal:
    """The sum of amounts in baht, exact to the satang; 0.00 for none.

    Takes floats, ints, Decimals, or a pandas Series of them; missing values (None, NaN) add nothing. Each
    float counts as the amount it shows (0.10 is ten satang). Raises NumberError for an infinite amount or
    one that is no number.

    >>> total([0.10, 0.20, None, 342150.02])
    Decimal('342150.32')
    """
    present = values.dropna() if hasattr(values, "dropna") else values
    amounts = (exact(value) for value in present if value is not None and value == value)
    return round_half_up(_sum(amounts))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    result = Decimal(0)
    for amount in amounts:
        result = _WIDE.add(result, amount)
    return result


def format_baht(
    amount: Decimal | float,
    digits: Digits | None = None,
    unit: bool = True,
    satang: bool | None = None,
    lang: Literal["th", "en"] = "th",
) -> str:
    """An amount of baht in figures. Satang show where there are any, unless `satang` says True or False.

    `digits` are Thai in Thai text and Arabic in English text unless named. Raises NumberError for what is
    no number.

    >>> format_baht(1288999.22), format_baht(1290000), format_baht(1290000, satang=True, unit=False)
    ('๑,๒๘๘,๙๙๙.๒๒ บาท', '๑,๒๙๐,๐๐๐ บาท', '๑,๒๙๐,๐๐๐.๐๐')
    """
    rounded = round_half_up(amount, 2)
    if satang is None:
        satang = rounded != int(rounded)
    text = format_number(amount, 2 if satang else 0, digits=digits or ("thai" if lang == "th" else "arabic"))
    return f"{text} {'บาท' if lang == 'th' else 'baht'}" if unit else text


def in_words(amount: Decimal | float) -> str:
    """An amount of baht in words, rounded half up to the satang.

    A one after a higher place is `เอ็ด`, as the Royal Society writes it. Raises NumberError for what is no
    number.

    >>> in_words(1290000)
    'หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน'
    >>> in_words(Decimal("-101.21"))
    'ลบหนึ่งร้อยเอ็ดบาทยี่สิบเอ็ดสตางค์'
    """
    rounded = round_half_up(amount, 2)
    baht, satang = divmod(int(abs(rounded).scaleb(2, _WIDE)), 100)
    words = f"{_words(baht)}บาท" if baht or not satang else ""
    words += f"{_words(satang)}สตางค์" if satang else "ถ้วน"
    return f"ลบ{words}" if rounded < 0 else words


def _words(number: int) -> str:
    if number >= _MILLION:
        millions, rest = divmod(number, _MILLION)
        return f"{_words(millions)}ล้าน{_below_million(rest, 'เอ็ด') if rest else ''}"
    return _below_million(number, "หนึ่ง") if number else "ศูนย์"


def _below_million(number: int, lone_one: str) -> str:
    words = ""
    for figure, place in zip(map(int, f"{number:06}"), _PLACES, strict=True):
        if place == "สิบ" and figure in (1, 2):
            words += {1: "", 2: "ยี่"}[figure] + place
        elif not place and figure == 1:
            words += "เอ็ด" if words else lone_one
        elif figure:
            words += _FIGURES[figure] + place
    return words


def read_words(text: str) -> Decimal:
    """The amount of baht that `in_words` would write as `text`. Brackets around it and spaces are read over.

    `หนึ่ง` for a last `เอ็ด` (`หนึ่งร้อยหนึ่ง`), a leading `ร้อย` or `พัน` without its `หนึ่ง`, and a
    missing `ถ้วน` are read too. Raises NumberError for anything else.

    >>> read_words("(หนึ่งล้านสองแสนเก้าหมื่นบาทถ้วน)")
    Decimal('1290000.00')
    """
    spelled = re.sub(r"\s", "", normalise(text))
    if spelled.startswith("(") and spelled.endswith(")"):
        spelled = spelled[1:-1]
    positive = spelled.removeprefix("ลบ")
    found = re.fullmatch(r"(?:(?P<baht>.+?)บาท(?:ถ้วน)?)?(?:(?P<satang>.+)สตางค์)?", positive)
    if not positive or not found or (found["satang"] and "บาทถ้วน" in positive):
        raise NumberError("ไม่ใช่จำนวนเงินที่เขียนเป็นตัวอักษร", "not an amount of baht in words")
    satang = _value(found["satang"] or "ศูนย์")
    if satang >= 100:
        raise NumberError("สตางค์ต้องไม่ถึงหนึ่งร้อย", "satang must be below one hundred")
    amount = Decimal(_value(found["baht"] or "ศูนย์") * 100 + satang).scaleb(-2, _WIDE)
    return _WIDE.minus(amount) if positive != spelled and amount else amount


def _value(words: str, higher: bool = False) -> int:
    """The number in words; `higher` says that a place above stands before them."""
    if words == "ศูนย์" and not higher:
        return 0
    millions, million, rest = words.rpartition("ล้าน")
    if million:
        # `ล้านบาท` alone is one million; anything before the word is a number of its own.
        return (_value(millions) if millions else 1) * _MILLION + (_value(rest, higher=True) if rest else 0)
    if not higher and words.startswith(("แสน", "หมื่น", "พัน", "ร้อย")):
        words = f"หนึ่ง{words}"
    found = _BELOW_MILLION.fullmatch(words)
    if not words or not found:
        raise NumberError(f"อ่าน “{words}” เป็นจำนวนไม่ได้", f"“{words}” is not a number in words")
    value = sum(_VALUES[found[f"n{10**power}"]] * 10**power for power in (5, 4, 3, 2) if found[f"n{10**power}"])
    if found["tens"]:
        value += {"": 1, "ยี่": 2, **_VALUES}[found["n10"]] * 10
    if found["n1"] == "เอ็ด" and not (value or higher):
        raise NumberError("“เอ็ด” ต้องอยู่หลังหลักที่สูงกว่า", "“เอ็ด” stands only after a higher place")
    return value + (_VALUES.get(found["n1"], 1) if found["n1"] else 0)
