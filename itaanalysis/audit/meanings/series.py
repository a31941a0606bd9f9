"""Which of several names a number of a row of numbers belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import any_word

_JOINED = re.compile(rf" ?{any_word('and')} ?(?:ของ)? ?")


def up_to_its_own(context: Context, named: list[Mention]) -> tuple[list[Mention], bool]:
    """What is named up to the one that a number of a series belongs to, and whether it is of such a series.

    สวอ. และ สพค. ได้ ๙๓.๓๖ และ ๙๑.๒๕ ตามลำดับ: the first number is of the first name.
    """
    place, many = context.place_in_series
    series = [mention for mention in named if mention not in context.inherited][-many:]
    kinds = {(bool(mention.unit), bool(mention.indicator)) for mention in series}
    if many < 2 or len(series) < many or len(kinds) > 1 or (series[-1].topic and not series[-1].topic.tool):
        return named, False
    if context.cue("respectively", context.after_series) or _are_joined(context, series):
        return named[: len(named) - many + place + 1], True
    return named, False


def _are_joined(context: Context, series: Sequence[Mention]) -> bool:
    return all(_JOINED.fullmatch(context.passage.text[one.end : two.start]) for one, two in pairwise(series))
