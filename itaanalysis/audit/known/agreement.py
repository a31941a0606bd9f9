"""Whether a number as typed is a figure as known: to the digit, rounded, cut off, or all but one digit."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.known.facts import TARGET, Known
from itaanalysis.kpi_catalogue import kpi_catalogue
from itaanalysis.thai.rounding import exact

EXACT, ROUNDED, CUT = "exact", "rounded", "cut"
_WHOLE = Decimal(100)
_ABOUT = Decimal("0.05")
_MEANS = frozenset(("unit_scores.score",))
"""What has an unrounded figure and is no percentage."""
_SHORTEST, _LONG = 4, 8
"""Digits: of fewer, a number one digit off is another number as likely as a slip; in so many, two may be."""


def agreement(figure: Figure, known: Known, approximate: bool = False) -> str | None:
    """How a typed number agrees with a known figure: exact, rounded or cut off; None when it does not.

    A target is exact or wrong. A share is cut off or rounded to any decimals; a score to one decimal at the least;
    money to the baht, or to the last digit of its thousands and millions. `approximate` allows a twentieth.
    """
    if isinstance(figure.value, date) or isinstance(known.value, date):
        return _same_days(figure, known)
    if not isinstance(figure.value, Decimal):
        return None
    typed, value = figure.value, exact(known.value)
    if typed == value:
        cut_off = known.unrounded is not None and typed != _to(known.unrounded, figure.step, ROUND_HALF_UP)
        return CUT if cut_off else EXACT
    if known.role == TARGET:
        return None
    return _coarser(figure, known, typed, value) or (
        ROUNDED if approximate and value and abs(typed - value) <= _ABOUT * abs(value) else None
    )


def _coarser(figure: Figure, known: Known, typed: Decimal, value: Decimal) -> str | None:
    whole = known.unrounded if known.unrounded is not None else value
    if figure.family == "share":
        if typed == _WHOLE or (figure.step > Decimal("0.1") and not _is_percent(known)):
            return None
        if typed == _to(whole, figure.step, ROUND_HALF_UP):
            return EXACT if figure.step <= Decimal("0.01") else ROUNDED
        return (
            CUT
            if (_is_percent(known) or known.unrounded is not None) and typed == _to(whole, figure.step, ROUND_DOWN)
            else None
        )
    if figure.family == "money" or figure.step > 1:
        if figure.step < 1:
            return None
        if typed == _to(whole, figure.step, ROUND_HALF_UP):
            return ROUNDED
        return CUT if typed == _to(whole, figure.step, ROUND_DOWN) else None
    return None


def _to(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).quantize(Decimal(1), rounding=rounding) * step


def _is_percent(known: Known) -> bool:
    kpi = kpi_catalogue().get(known.what)
    return (
        (known.unrounded is not None and known.what not in _MEANS)
        or (kpi is not None and kpi.unit == "percent")
        or known.what == "national.pass_rate"
    )


def _same_days(figure: Figure, known: Known) -> str | None:
    first, last = known.value, known.last
    if not isinstance(figure.value, date) or not isinstance(first, date) or last is None or figure.last is None:
        return None
    single = figure.value == figure.last and first <= figure.value <= last  # one of several days is named
    return EXACT if single or (figure.value, figure.last) == (first, last) else None


def distance(figure: Figure, known: Known) -> int:
    """How many slips of the finger lie between: digits wrong, missing, too many or exchanged; for dates, parts."""
    if isinstance(known.value, date):
        return _date_distance(figure, known)
    decimals = (
        max(0, -int(figure.step.as_tuple().exponent))
        if figure.value is not None
        else len(figure.typed.partition(".")[2])
    )
    typed = (
        "".join(filter(str.isdigit, figure.typed)) if not figure.in_words and figure.step <= 1 else str(figure.value)
    )
    return slips(typed, _digits(exact(known.value), decimals))


def may_be_meant(figure: Figure, known: Known) -> bool:
    """Whether a wrong number may be meant for a figure: of its size, or one slip away. A date always may.

    What is far from it is a part of it, a difference or something else that no word gave away.
    """
    if not isinstance(figure.value, Decimal) or isinstance(known.value, date):
        return True
    value = exact(known.value)
    return value / 2 <= figure.value <= value * 2 or distance(figure, known) <= 1


def near_miss(figure: Figure, known: Known) -> bool:
    """Whether a number is so close to a figure that it was most likely meant to be it."""
    if isinstance(known.value, date):
        return _date_distance(figure, known) == 1
    typed, value = (
        "".join(filter(str.isdigit, figure.typed)),
        _digits(exact(known.value), 2 if "." in figure.typed else 0),
    )
    shortest = min(len(typed), len(value))
    return (
        shortest >= _SHORTEST - (len(typed) != len(value))
        and shortest >= 3
        and (distance(figure, known) <= (2 if shortest >= _LONG else 1))
    )


def _digits(value: Decimal, decimals: int) -> str:
    whole = value == value.to_integral_value()
    shown = (
        format(value, "f")
        if not whole and not decimals
        else format(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), "f")
    )
    return "".join(filter(str.isdigit, shown))


def _date_distance(figure: Figure, known: Known) -> int:
    if not isinstance(figure.value, date) or not isinstance(known.value, date):
        return 9
    last, known_last = figure.last or figure.value, known.last or known.value
    parts = [
        (figure.value.day, known.value.day),
        (figure.value.month, known.value.month),
        (figure.value.year, known.value.year),
    ]
    apart = sum(mine != theirs for mine, theirs in parts)
    if apart or last == figure.value:
        return apart
    return int((last.day, last.month, last.year) != (known_last.day, known_last.month, known_last.year))


def slips(typed: str, meant: str) -> int:
    """The least number of characters changed, left out, added, or exchanged with their neighbour.

    >>> slips("9652", "9642"), slips("129000", "1290000"), slips("1387", "1837")
    (1, 1, 1)
    """
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, mine in enumerate(typed, 1):
        before, row, above = row, [i], before
        for j, theirs in enumerate(meant, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and mine == meant[j - 2] and typed[i - 2] == theirs:
                best = min(best, above[j - 2] + 1)
            row.append(best)
    return row[-1]
