"""Numbers a memo works out from its own: sums, differences, shares of the figures before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import accumulate, permutations

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.known.facts import MEMO, Known
from itaanalysis.audit.phrases import any_word

_BACK = 14
"""Figures before a number that it may be worked out from."""
_OUT_OF = re.compile(rf" ?\( ?([0-9]+) ?(?:{any_word('out_of')}|/) ?([0-9]+)")
_PLAIN = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_COUNT = re.compile(r"(?<![0-9.,/])[0-9][0-9,]*(?![0-9.,/])")
_SENTENCE, _PAIR = 90, 2
_NEAREST = 4
_PROVED_BY_RIGHT_ONES = ("share", "units")
"""What follows from a wrong number here is wrong too: so many of twelve units, and what that is in percent."""
_PARTS = ("money", "people", "units", "events", "activities")


def worked_out(context: Context, meant: Mapping[Figure, Decimal], apart: Decimal) -> Known | None:
    """What a number is of the figures before it: their sum, how far two lie apart, or what one is of the other.

    `meant` are figures of the passage that were wrong, with what they should have been, and `apart` what the wrong ones
    of a column are off in all: a right total of wrong figures is right.
    """
    value = context.figure.value
    if not isinstance(value, Decimal):
        return None
    if context.total and context.above and value in (sum(context.above), sum(context.above) + apart):
        return _known(context, value)
    if context.mean and len(context.above) > 1 and value == _mean(context):
        return _known(context, value)
    if context.passage.totals and any(value in _last(parts) for parts in (context.above, context.items)):
        return _known(context, value)
    if behind := _OUT_OF.match(context.passage.text, context.figure.unit_end or context.figure.end):
        part, whole = Decimal(behind[1]), Decimal(behind[2])
        if whole and _is_share(value, context.figure.step, part / whole):
            return _known(context, value)
    if context.figure.family == "share" and context.figure.step < 1 and _of_counts(context, value, meant):
        return _known(context, value)
    if context.in_cell and not context.role and _of_row(context, value):
        return _known(context, value)
    before = context.before[-_BACK:]
    mended = [replace(figure, value=meant.get(figure, figure.value)) for figure in before]
    raw = None if context.figure.family in _PROVED_BY_RIGHT_ONES else _of_figures(context, value, before)
    return raw or _of_figures(context, value, mended)


def _of_counts(context: Context, value: Decimal, meant: Mapping[Figure, Decimal]) -> bool:
    """Whether a percentage is what one of two whole numbers right before it is of the other, whatever they count."""
    first, text = max(0, context.figure.start - _SENTENCE), context.passage.text
    mended = {figure.start: right for figure, right in meant.items()}
    found = [(count.start(), count[0]) for count in _COUNT.finditer(text[first : context.figure.start])]
    counts = [mended.get(first + at, Decimal(typed.replace(",", ""))) for at, typed in found][-_PAIR:]
    return len(counts) == _PAIR and any(
        0 < part < whole and _is_share(value, context.figure.step, part / whole) for part, whole in permutations(counts)
    )


def _last(parts: Sequence[Decimal]) -> list[Decimal]:
    """What the last two of some numbers add up to, the last three, and so on."""
    return list(accumulate(reversed(parts)))[1:]


def _of_row(context: Context, value: Decimal) -> bool:
    """Whether a cell says how far apart two others of its row are, or what one is of the other in percent."""
    row = context.passage.row[1:] if context.passage.row[0].isdecimal() else context.passage.row  # without its number
    cells = [Decimal(cell.replace(",", "")) for cell in row if _PLAIN.fullmatch(cell)]
    others = [cell for cell in cells if cell != value]
    apart = {abs(one - two) for one, two in permutations(others, 2)}
    shares = context.figure.family == "share" and any(
        one < two and _is_share(value, context.figure.step, one / two) for one, two in permutations(others, 2)
    )
    return (value in apart and value != 0) or shares


def _of_figures(context: Context, value: Decimal, before: Sequence[Figure]) -> Known | None:
    same = [figure.value for figure in before
            if figure.family == context.figure.family and isinstance(figure.value, Decimal)]  # fmt: skip
    if value in _last(same) and context.cue("total", context.wide_lead):
        return _known(context, value)
    if any(abs(one - two) == value and value for one, two in permutations(same[-_NEAREST:], 2)):
        return _known(context, value)
    if context.figure.family != "share":
        return None
    for family in _PARTS:
        parts = [figure.value for figure in before if figure.family == family and isinstance(figure.value, Decimal)]
        if any(
            whole and _is_share(value, context.figure.step, part / whole)
            for part, whole in permutations(parts[-_NEAREST:], 2)
        ):
            return _known(context, value)
    return None


def added_up(context: Context, apart: Decimal) -> Known | None:
    """What the column above a row of totals adds up to; None when a figure of it was wrong itself."""
    if not (context.total or context.mean) or len(context.above) < 2 or apart:
        return None
    if context.mean:
        return _known(context, _mean(context))
    total = sum(context.above, Decimal(0))
    if context.figure.family == "share" and _nearly(context, total):
        return None  # each of them was rounded
    return _known(context, total)


def _mean(context: Context) -> Decimal:
    """The mean of the column above, to the digits of the number."""
    return (sum(context.above, Decimal(0)) / len(context.above)).quantize(context.figure.step, ROUND_HALF_UP)


def _nearly(context: Context, total: Decimal) -> bool:
    """Whether a number is a sum but for the rounding of its parts."""
    value = context.figure.value
    return isinstance(value, Decimal) and abs(value - total) <= len(context.above) * context.figure.step / 2


def _is_share(value: Decimal, step: Decimal, share: Decimal) -> bool:
    percent = share * 100 / step
    return value in {percent.quantize(Decimal(1), rounding) * step for rounding in (ROUND_HALF_UP, ROUND_DOWN)}


def _known(context: Context, value: Decimal) -> Known:
    return Known("", context.figure.family, value, "", MEMO)
