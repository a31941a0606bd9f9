"""Changes that would reach a mark, said in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from itaanalysis.words import Words

if TYPE_CHECKING:
    import pandas as pd

POSSIBLE = ("enough", "unknown")
"""Outcomes of a change that may reach the mark: it does, or the score it starts from is not known."""


def said_changes(words: Words, changes: pd.DataFrame, unit: bool = True) -> str | None:
    """What one tool alone would have to add, smallest first: “OIT 1.00, IIT 1.34 or EIT 1.34 points”.

    `changes` has the columns tool, change and outcome, for one unit and mark. A tool that would have to pass 100 is
    left out. Without `unit` the word points is left to a heading. None when no tool can do it alone.
    """
    possible = changes[changes["outcome"].isin(POSSIBLE) & changes["change"].notna()]
    possible = possible.sort_values("change", kind="stable")
    said = [f"{tool} {words.number(points)}" for tool, points in zip(possible["tool"], possible["change"], strict=True)]
    points = words.pick(" คะแนน", " points") if unit else ""
    return f"{either(words, said)}{points}" if said else None


def either(words: Words, names: Iterable[str]) -> str:
    """Things of which one is enough: “IIT หรือ EIT”, “OIT, IIT or EIT”.

    >>> either(Words(), ["IIT", "EIT"]), either(Words("en"), ["OIT", "IIT", "EIT"])
    ('IIT หรือ EIT', 'OIT, IIT or EIT')
    """
    *first, last = names
    if words.lang == "th" or not first:
        return " หรือ ".join([*first, last])
    return f"{', '.join(first)} or {last}"
