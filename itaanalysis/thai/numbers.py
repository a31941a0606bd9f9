"""Numbers as offices type them; what they are rounded and written by stands in `rounding`.

A cell may hold `๕๒ คน`, `150,319.-`, `ร้อยละ ๙๙.๙๙` or a plain 342150.02. All become an exact `Decimal`;
what cannot be read raises `NumberError` and is never turned into a missing value.
"""

from __future__ import annotations

import re
from decimal import Decimal

from itaanalysis.thai.rounding import NumberError, exact
from itaanalysis.thai.text import normalise, to_arabic_digits, unify_dashes

# Counted or measured in, before or after the number.
_UNITS = (
    "บาทถ้วน|บาท|บ\\.|฿|baht|thb|ร้อยละ|เปอร์เซ็นต์|เปอร์เซนต์|percent|%|คะแนน|points?|"
    "คน|ราย|ท่าน|รูป|องค์|หน่วยงาน|หน่วย|แห่ง|จังหวัด|อำเภอ|ตำบล|กรม|กอง|สำนัก|ประเทศ|กลุ่ม|เครือข่าย|ครัวเรือน|"
    "ครั้ง|รุ่น|หลักสูตร|กิจกรรม|โครงการ|แผนงาน|เรื่อง|ข้อ|ประเด็น|ตัวชี้วัด|ด้าน|รายการ|ช่องทาง|"
    "ชุด|เล่ม|ฉบับ|แผ่น|หน้า|ชิ้น|อัน|ตัว|เครื่อง|คัน|คู่|ใบ|แบบ|"
    "persons?|people|participants?|provinces?|times?|events?|units?"
)
_AFTER_ONLY = "วัน|เดือน|ปี|ชั่วโมง|นาที"  # `ปี ๒๕๖๘` is the name of a year, `๓ ปี` is a length of time
_LEADS = "จำนวนเงิน|จำนวน|รวมเป็นเงิน|รวมทั้งสิ้น|รวม|เป็นเงิน|เงิน|วงเงิน"
_SCALES = {"พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6, "พันล้าน": 10**9, "แสนล้าน": 10**11, "": 1}
_SCALES |= dict.fromkeys(("ล", "ล."), 10**6)  # `๑.๕ ล.บ.`

_QUANTITY = re.compile(
    rf"(?:(?:{_LEADS})\s?)?(?P<before>{_UNITS})?\s?"
    r"(?P<sign>[+-])?(?P<figure>[0-9.,]*[0-9][0-9.,]*?)"
    r"(?:(?P<ending>\s?[.]?[-=]+)|\s?(?P<scale>พันล้าน|แสนล้าน|ล้าน|แสน|หมื่น|พัน|ล\.?(?=\s?บ\.)))?\s?"
    rf"(?:(?P<after>{_UNITS}|{_AFTER_ONLY})\.?)?",
    re.IGNORECASE,
)
_BAHT_AND_SATANG = re.compile(r"(?P<baht>[0-9.,]+)\s?บาท\s?(?P<satang>[0-9]{1,2})\s?(?P<unit>สตางค์)")
_PLAIN = re.compile(r"[0-9]*\.?[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_LONGEST = 20  # digits; more is no amount, and would outrun Decimal's working precision
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)(?P<outside>[^()0-9]*)")


def read_number(value: object) -> Decimal:
    """The number in a cell: an int, float or Decimal, or a text in Thai, Arabic or mixed digits.

    A text may carry a unit before or after (`ร้อยละ ๙๙.๙๙`, `๕๒ คน`, `๑.๒๙ ล้านบาท`), thousands separators
    in their places, `.-` or `-` after an amount, a sign, or brackets for a negative. Raises NumberError for
    anything else.

    >>> read_number("๑,๒๘๙,๙๙๙.๒๒ บาท")
    Decimal('1289999.22')
    >>> read_number("150,319.-"), read_number("(500)"), read_number(342150.02)
    (Decimal('150319'), Decimal('-500'), Decimal('342150.02'))
    """
    return read_quantity(value)[0] if isinstance(value, str) else exact(value)


def read_quantity(text: str) -> tuple[Decimal, str]:
    """The number in `text` and its unit as typed, '' when there is none. Raises NumberError as `read_number`.

    >>> read_quantity("๑๗๒ ท่าน")
    (Decimal('172'), 'ท่าน')
    >>> read_quantity("ร้อยละ ๙๙.๙๙")
    (Decimal('99.99'), 'ร้อยละ')
    """
    spelled = unify_dashes(normalise(to_arabic_digits(text)))
    if _PLAIN.fullmatch(spelled):
        return _figure(spelled), ""
    _refuse_blank(spelled)
    if both := _BAHT_AND_SATANG.fullmatch(spelled):
        return _figure(both["baht"]) + Decimal(both["satang"]) / 100, "บาท"
    bracketed = _IN_BRACKETS.fullmatch(spelled)
    if bracketed and not re.search("[+-][0-9]", spelled):
        number, unit = _quantity(bracketed["inside"].strip() + " " + bracketed["outside"].strip())
        return _negative(number), unit
    return _quantity(spelled)


def _quantity(spelled: str) -> tuple[Decimal, str]:
    found = _QUANTITY.fullmatch(spelled.strip())
    if not found:
        raise _not_a_number(spelled)
    if found["sign"] and found["ending"]:
        raise NumberError("มีขีดทั้งหน้าและหลังตัวเลข", "a dash both before and after the figure")
    number = _figure(found["figure"]) * _SCALES[found["scale"] or ""]
    unit = found["after"] or found["before"] or ""
    return (_negative(number) if found["sign"] == "-" else number), unit


def _negative(number: Decimal) -> Decimal:
    return -number if number else number


def _figure(typed: str) -> Decimal:
    if len(typed) > _LONGEST and sum(map(str.isdigit, typed)) > _LONGEST:
        raise NumberError("ตัวเลขยาวเกินไป", "too many figures in a row")
    if _PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    if typed.count(".") > 1:
        raise NumberError("มีจุดทศนิยมมากกว่าหนึ่งจุด", "more than one decimal point")
    if "," in typed:
        raise NumberError("เครื่องหมายจุลภาคคั่นหลักพันผิดตำแหน่ง", "a thousands comma in the wrong place")
    raise NumberError("มีจุดทศนิยมแต่ไม่มีตัวเลขตามหลัง", "a decimal point with no figure after it")


def _refuse_blank(spelled: str) -> None:
    if not spelled:
        raise NumberError("ว่าง ไม่มีตัวเลข", "blank")
    if not spelled.strip("-"):
        raise NumberError("เป็นขีด ไม่ใช่ตัวเลข", "a dash, not a number")


def _not_a_number(spelled: str) -> NumberError:
    if not re.search("[0-9]", spelled):
        return NumberError("ไม่มีตัวเลข", "no figure in it")
    if re.search("[0-9][^0-9.,]+[0-9]", spelled):
        return NumberError("มีอักษรหรือเครื่องหมายอื่นปนอยู่ระหว่างตัวเลข", "other characters among the figures")
    return NumberError("มีข้อความที่ไม่ใช่หน่วยนับอยู่กับตัวเลข", "words beside the figure that are not a known unit")


def split_remark(text: str) -> tuple[str, str | None]:
    """`text` without the bracketed remark at its end, and the remark (None when there is none).

    >>> split_remark("๙๒.๘๐ (ผ่านดี)")
    ('๙๒.๘๐', 'ผ่านดี')
    >>> split_remark("(500)")
    ('(500)', None)
    """
    spelled = normalise(text)
    found = re.fullmatch(r"(?P<text>.*?[^\s(])\s?\((?P<remark>[^()]+)\)", spelled)
    return (found["text"], found["remark"].strip()) if found else (spelled, None)
