"""Exact figures, the one rounding rule, and figures as text."""

from __future__ import annotations

import math
from decimal import Context, Decimal
from fractions import Fraction
from numbers import Integral, Real
from typing import Literal

from itaanalysis.thai.errors import ReadingError
from itaanalysis.thai.text import to_thai_digits

Digits = Literal["thai", "arabic"]


class NumberError(ReadingError):
    """A value that is not a number."""


def exact(value: object) -> Decimal:
    """A number as the Decimal a person sees: 342150.02 is Decimal('342150.02') and 1234.0 is Decimal('1234').

    Floats are taken to fifteen significant digits, all that a spreadsheet keeps or shows, so that the noise
    of a formula (1289999.2200000002) never reaches a figure. Raises NumberError for booleans, NaN,
    infinity, non-numbers.
    """
    if value is None or (isinstance(value, Real | Decimal) and value != value):
        raise NumberError("ว่าง ไม่มีตัวเลข", "blank")
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        raise NumberError(f"เป็น {type(value).__name__} ไม่ใช่ตัวเลข", f"a {type(value).__name__}, not a number")
    if not math.isfinite(value):
        raise NumberError("ไม่ใช่จำนวนที่มีค่าแน่นอน", "not a finite number")
    if isinstance(value, Decimal):
        return value
    if isinstance(value, Integral):
        return Decimal(int(value))
    shown = Decimal(format(float(value), ".15g"))
    return Decimal(int(shown)) if shown == int(shown) else shown


def round_half_up(x: Decimal | float, decimals: int = 2) -> Decimal:
    """`x` with `decimals` decimals, a half away from zero. Round once, at the end.

    >>> round_half_up(92.7995), round_half_up(96.415), round_half_up(-0.125)
    (Decimal('92.80'), Decimal('96.42'), Decimal('-0.13'))
    """
    number = exact(x)
    room = Context(prec=max(number.adjusted(), 0) + abs(decimals) + 3, rounding="ROUND_HALF_UP")
    rounded = number.quantize(Decimal(1).scaleb(-decimals), context=room)
    return rounded if rounded else abs(rounded)  # no minus sign before a zero


def round_share(part: Decimal | float, whole: Decimal | float, decimals: int = 2) -> Decimal:
    """`part` as a percentage of `whole`, never shown as the whole when it is not.

    99.99994 % is 99.99 and 100.00006 % is 100.01. Raises NumberError when `whole` is not above zero.

    >>> round_share(Decimal("1289999.22"), 1290000), round_share(11, 12)
    (Decimal('99.99'), Decimal('91.67'))
    """
    if exact(whole) <= 0:
        raise NumberError("จำนวนเต็มต้องมากกว่าศูนย์จึงคิดร้อยละได้", "the whole must be above zero to take a share of it")
    share = Fraction(exact(part)) / Fraction(exact(whole))
    step = Fraction(1, 10**decimals)
    steps = math.floor(abs(share) * 100 / step + Fraction(1, 2)) * (1 if share >= 0 else -1)
    if steps * step == 100 and share != 1:
        steps += 1 if share > 1 else -1
    return Decimal(steps).scaleb(-decimals)


def format_number(
    value: Decimal | float, decimals: int | None = None, thousands: bool = True, digits: Digits = "thai"
) -> str:
    """`value` as text: rounded half up to `decimals`, or with its own (a Decimal('92.80') shows both).

    >>> format_number(1289999.22), format_number(92.8, decimals=2), format_number(1837, digits="arabic")
    ('๑,๒๘๙,๙๙๙.๒๒', '๙๒.๘๐', '1,837')
    """
    number = exact(value) if decimals is None else round_half_up(value, decimals)
    text = format(number, ",f" if thousands else "f")
    return to_thai_digits(text) if digits == "thai" else text
