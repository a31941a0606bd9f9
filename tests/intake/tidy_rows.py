"""Rows of a tidy table as plain values, to be held against what was typed."""

from __future__ import annotations

from typing import Any

import pandas as pd


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns, row by row: days as ISO text, None where nothing is known."""

    def plain(value: Any) -> Any:
        if pd.isna(value):
            return None
        return value.date().isoformat() if isinstance(value, pd.Timestamp) else value

    return [tuple(map(plain, row)) for row in table[list(columns)].astype(object).itertuples(index=False)]
