"""A table that every report has, before it is laid out, and how differences read in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from itaanalysis.report.facts.fact import UNITS
from itaanalysis.words import Words, present


@dataclass(frozen=True)
class Standing:
    """Rows with their headers and the shares of the page their columns take.

    `origins` tells, for columns of figures, the cells each figure comes from: as many texts as there are rows.
    """

    rows: pd.DataFrame
    columns: dict[str, str]
    widths: tuple[int, ...]
    verbatim: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    empty: str | None = None
    origins: Mapping[str, Sequence[str]] = field(default_factory=dict)


def signed(difference: Any, words: Words, unit: str = "") -> str | None:
    """A difference with its sign, and for figures of a `unit` with its own: +๑.๒๐, −๖.๖๗ จุดร้อยละ, +๓๔ คน.

    >>> signed(-6.67, Words("en"), "percent"), signed(34, Words("en"), "people"), signed(0.4, Words("en"), "points")
    ('−6.67 percentage points', '+34 people', '+0.40 points')
    """
    if not present(difference):
        return None
    if unit == "people":
        return ("−" if difference < 0 else "+" if difference > 0 else "") + words.people(abs(difference))
    named = {"percent": UNITS["percentage_points"], "points": UNITS["points"], "baht": UNITS["money"]}.get(unit)
    return words.signed(difference) + (f" {words.pick(*named)}" if named else "")
