"""Numbers a memo works out from its own: sums, differences, shares of the figures before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import accumulate, permutations

from itaanalysis.audit.context import Context
from itaanalysis.audit.figures import Figure
from itaanalysis.audit.known import MEMO, Known

_BACK = 14
"""Figures before a number that it may be worked out from."""
_OUT_OF = re.compile(r" ?\( ?([0-9]+) ?(?:จาก|ใน|of|out of|/) ?([0-9]+)")
_NEAREST = 4
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
    if behind := _OUT_OF.match(context.passage.text, context.figure.unit_end or context.figure.end):
        part, whole = Decimal(behind[1]), Decimal(behind[2])
        if whole and _is_share(value, context.figure.step, part / whole):
            return _known(context, value)
    before = [figure for figure in context.figures if figure.end <= context.figure.start][-_BACK:]
    mended = [replace(figure, value=meant.get(figure, figure.value)) for figure in before]
    return _of_figures(context, value, before) or _of_figures(context, value, mended)


def _of_figures(context: Context, value: Decimal, before: Sequence[Figure]) -> Known | None:
    same = [figure.value for figure in before
            if figure.family == context.figure.family and isinstance(figure.value, Decimal)]  # fmt: skip
    if value in list(accumulate(reversed(same)))[1:] and context.cue("total", context.wide_lead):
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
    if not context.total or len(context.above) < 2 or apart:
        return None
    return _known(context, sum(context.above, Decimal(0)))


def _is_share(value: Decimal, step: Decimal, share: Decimal) -> bool:
    percent = share * 100 / step
    return value in {percent.quantize(Decimal(1), rounding) * step for rounding in (ROUND_HALF_UP, ROUND_DOWN)}


def _known(context: Context, value: Decimal) -> Known:
    return Known("", context.figure.family, value, "", MEMO)
