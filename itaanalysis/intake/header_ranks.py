"""Which of several columns with the same meaning a table is read by, whatever their order."""

from __future__ import annotations

from dataclasses import replace

from itaanalysis.intake.blocks import TableColumn
from itaanalysis.intake.vocabulary import Heading, Vocabulary

_OF_A_MEASURE = "measure_score"
_FIRST_OF_ALL = -1


def one_of_each(
    table: str, found: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """The columns a table is read by, one for each meaning, and the others; both from the left.

    The column whose heading has the lowest rank in headers.csv is taken; among those, one that says itself what it is
    (`เบิกจ่าย`) before one that only stands below such a heading (`รวม` under `ผลการเบิกจ่าย`); among those, the first.
    """
    by_row = any(column.heading.role in ("tool", "indicator") for column in found)
    ranked = [_of_rows(column, by_row) for column in found]
    best: dict[Heading, TableColumn] = {}
    for column in sorted(ranked, key=lambda one: _rank(table, one, labels[one.index], by_row, vocabulary)):
        if column.heading.role:
            best.setdefault(_meaning(column), column)
    taken = list(best.values())
    columns = [column for column in ranked if column in taken]
    unknown = [column for column in ranked if column not in taken]
    return [_plain(column) for column in columns], [_plain(column) for column in unknown]


def _of_rows(column: TableColumn, by_row: bool) -> TableColumn:
    """`คะแนนรายตัวชี้วัด` is a score where rows are of tools or indicators; of a unit it is none."""
    of_unit = column.heading.role == _OF_A_MEASURE and not by_row
    return replace(column, heading=Heading("")) if of_unit else column


def _meaning(column: TableColumn) -> Heading:
    return _plain(column).heading


def _plain(column: TableColumn) -> TableColumn:
    return replace(column, heading=Heading("score")) if column.heading.role == _OF_A_MEASURE else column


def _rank(
    table: str, column: TableColumn, texts: list[str], by_row: bool, vocabulary: Vocabulary
) -> tuple[int, bool, int]:
    """The lower, the sooner a column is taken. Beside rows of tools a score is the first: its total stands behind."""
    if by_row and column.heading.role in (_OF_A_MEASURE, "score"):
        return (_FIRST_OF_ALL if column.heading.role == _OF_A_MEASURE else 0, False, column.index)
    naming = [text for text in (column.label, *texts) if _names(table, text, column.heading, vocabulary)]
    rank = min((vocabulary.rank(table, text) for text in naming), default=0)
    own = column.label in naming and not vocabulary.sums_up(texts[-1])
    own = own or table == "scores" or _names(table, texts[-1], column.heading, vocabulary)
    return (rank, not own, column.index)


def _names(table: str, text: str, heading: Heading, vocabulary: Vocabulary) -> bool:
    known = vocabulary.heading(table, text)
    return known is not None and known.role == heading.role
