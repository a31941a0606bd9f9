"""A number, or a claim in words, as a memo states it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

COUNTED = frozenset(("people", "provinces", "units", "groups", "activities", "events", "dimensions"))
"""Families whose numbers are whole."""
LEVEL, STATUS, PASSED, WEEKDAY = "level", "status", "passed", "weekday"
"""Families of what is claimed in words."""
IN_WORDS = frozenset((LEVEL, STATUS, PASSED, WEEKDAY))


@dataclass(frozen=True)
class Figure:
    """A number of a passage from `start` to `end`, or words that claim something.

    `family` is what it counts (money, share, people, … date), '' for a bare number. `value` is None for what is no
    number, and a text for a claim in words (a level, a status). `step` is the worth of its last digit: 0.01 for 96.42,
    10000 for 1.29 million. `unit` is the word that says what it counts, and `unit_end` where that ends. `last` ends a
    range of days.
    """

    start: int
    end: int
    typed: str
    value: Decimal | date | str | None
    family: str
    step: Decimal = Decimal(1)
    unit: str = ""
    last: date | None = None
    in_words: bool = False
    unit_end: int = 0

    @property
    def malformed(self) -> bool:
        return self.value is None

    @property
    def bare(self) -> bool:
        """Whether no word says what it counts."""
        return not self.family
