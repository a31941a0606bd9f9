"""Tables beside each other on one sheet: each is read as if the others were not there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from itaanalysis.intake.header_match import Header
from itaanalysis.intake.headings import find_headers
from itaanalysis.intake.sheet import Sheet
from itaanalysis.intake.vocabulary import Vocabulary

_TITLE_CELLS = 1


def tables_apart(sheet: Sheet, vocabulary: Vocabulary) -> list[tuple[Sheet, list[Header]]]:
    """The sheet with its headers; where tables stand beside each other, the sheet once for each, with its own cells.

    Only a header that repeats itself is looked at (`หน่วยงาน | คะแนน | หน่วยงาน | คะแนน`), and it is parted only where
    each part is the header of a table and no other table of the sheet reaches over the cut.
    """
    headers = list(find_headers(sheet, vocabulary))
    for header in headers:
        if not any(column.heading.role for column in header.unknown):
            continue
        cuts = _cuts(sheet, header)
        parts = [_part(sheet, start, stop, header.first) for start, stop in pairwise(cuts)]
        apart = [(part, list(find_headers(part, vocabulary))) for part in parts]
        each_is_table = all(any(own.first == header.first for own in its) for _, its in apart)
        if len(apart) > 1 and each_is_table and all(_fits(other, header, cuts) for other in headers):
            return apart
    return [(sheet, headers)]


def _cuts(sheet: Sheet, header: Header) -> list[int]:
    """The columns where the parts of a header begin, and the end of the sheet: where its first heading stands again."""
    typed = sheet.row(header.first)
    first = min(column.index for column in [*header.columns, *header.unknown])
    again = [index for index in range(first + 1, sheet.width) if typed[index] == typed[first]]
    if not again:  # other tables begin behind an empty column
        filled: list[bool] = np.any(sheet.filled, axis=0).tolist()
        again = [index for index in range(first + 1, sheet.width) if filled[index] and not filled[index - 1]]
    return [0, *again, sheet.width]


def _fits(other: Header, header: Header, cuts: list[int]) -> bool:
    """Whether another header lies within one part, or is parted in the same way."""
    indexes = [column.index for column in [*other.columns, *other.unknown]]
    within = len(set(np.searchsorted(cuts, indexes, side="right").tolist())) == 1
    same = [(column.index, column.label) for column in header.columns]
    return within or [(column.index, column.label) for column in other.columns] == same


def _part(sheet: Sheet, start: int, stop: int, header: int) -> Sheet:
    """The sheet with the cells of some columns only, and the titles above them or, where they have none, above all."""
    codes = np.full_like(sheet.codes, len(sheet.values))
    codes[:, start:stop] = sheet.codes[:, start:stop]
    if not sheet.filled[:header, start:stop].any():
        for row in np.flatnonzero(sheet.filled[:header].sum(axis=1) == _TITLE_CELLS).tolist():
            codes[row] = sheet.codes[row]
    merges = [merge for merge in sheet.merges if start <= merge[1] < stop]
    return replace(sheet, values=[*sheet.values, ""], codes=codes, merges=merges)
