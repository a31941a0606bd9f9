"""A table that every report has, before it is laid out, and how differences read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from itaanalysis.words import Words, present


@dataclass(frozen=True)
class Standing:
    """Rows with their headers and the shares of the page their columns take."""

    rows: pd.DataFrame
    columns: dict[str, str]
    widths: tuple[int, ...]
    verbatim: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    empty: str | None = None


def signed(difference: Any, words: Words) -> str | None:
    """A difference with its sign: +๑.๒๐, −๐.๔๐."""
    return words.signed(difference) if present(difference) else None
