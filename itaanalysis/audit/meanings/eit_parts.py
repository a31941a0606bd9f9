"""Which part of a tool's score a number is of: by its name, or by its place in a row of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.phrases import Topic, any_word
from itaanalysis.thai.rounding import exact


def part_named(context: Context, tool: Topic, parts: Sequence[str]) -> str:
    """The part that is named by its number: EIT ส่วนที่ ๑; '' where none is."""
    starts = [mention.start for mention in context.mentions
              if mention.topic == tool and mention.end <= context.figure.start]  # fmt: skip
    said = context.passage.text[starts[-1] : context.figure.start] if starts else context.label
    named = re.findall(rf"(?:{any_word('part')}|{tool.tool}) ?([1-9])(?![0-9])", said, re.IGNORECASE)
    return parts[int(named[-1]) - 1] if named and int(named[-1]) <= len(parts) else ""


def part_by_place(context: Context, parts: Sequence[str], known: KnownFigures) -> str:
    """The part by its place, where the numbers in a row are the parts' scores of a unit, in whatever order."""
    place, many = context.place_in_series
    if many != len(parts) or many < 2 or context.cue("span", context.wide_lead):
        return ""
    scores = known.tool_scores
    typed = sorted(context.series_values)
    units = {unit for unit, tool in scores if tool in parts}
    theirs = ([exact(scores[unit, part][0].value) for part in parts if (unit, part) in scores] for unit in units)
    return parts[place] if any(sorted(values) == typed for values in theirs) else ""
