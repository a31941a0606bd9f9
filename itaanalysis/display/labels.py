"""Labels of rows and columns that are each there once, as pandas' Styler needs them."""

from __future__ import annotations

from itertools import count, repeat
from typing import Any

import pandas as pd
from pandas.api.types import is_integer_dtype

from itaanalysis.words import present


def only_counts(index: pd.Index) -> bool:
    """Whether an index says nothing of its rows: whole numbers without a name."""
    return index.names == [None] and is_integer_dtype(index.dtype)


def with_unique_labels(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` as they are, each column and each row under a label of its own.

    Columns of the same name get a number behind; an index whose labels come twice becomes columns, unless it only
    counts or the columns hold it already.
    """
    named = frame.set_axis(_numbered(frame.columns), axis=1)
    if frame.index.is_unique:
        return named
    of_index = [" " * place if name is None else name for place, name in enumerate(frame.index.names)]
    if only_counts(frame.index) or set(of_index) & set(named.columns):
        return named.reset_index(drop=True)
    return named.set_axis(frame.index.set_names(of_index)).reset_index()


def _numbered(labels: pd.Index) -> pd.Index:
    found: dict[Any, None] = {}
    for label in labels:
        given = label if isinstance(label, tuple) or present(label) else str(label)
        found[next(one for one in map(_with_number, repeat(given), count(1)) if one not in found)] = None
    if labels.nlevels > 1:
        return pd.MultiIndex.from_tuples(list(found), names=labels.names)
    return labels if list(found) == list(labels) else pd.Index(list(found), name=labels.name)


def _with_number(label: Any, number: int) -> Any:
    if number == 1:
        return label
    return (*label[:-1], _with_number(label[-1], number)) if isinstance(label, tuple) else f"{label} ({number})"
