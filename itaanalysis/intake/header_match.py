"""What the labels of a header mean together: which table they head, and its columns, known and unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from itaanalysis.fiscal import PLAUSIBLE_YEARS
from itaanalysis.intake.blocks import PART_OF, TableColumn
from itaanalysis.intake.header_columns import of_levels, scores_of_titled_unit, units_across, used, without_head_counts
from itaanalysis.intake.header_parts import with_parts, without_online
from itaanalysis.intake.header_ranks import one_of_each
from itaanalysis.intake.header_times import is_of_another_time, is_of_budget, is_planned, period_in
from itaanalysis.intake.vocabulary import Heading, Vocabulary
from itaanalysis.thai.numbers import read_number
from itaanalysis.thai.rounding import NumberError
from itaanalysis.thai.text import match_key

NUMBERS_OF_INDICATORS = range(1, 11)
_ACTUAL = {"amount_baht", "participants", "date", "start_date", "end_date"}
"""What was spent, who came and when it was: a plan of these is something else."""


@dataclass(frozen=True)
class Header:
    """A header found: which table it heads, its rows (0-based, inclusive), and its columns, known and unknown."""

    table: str
    first: int
    last: int
    columns: tuple[TableColumn, ...]
    unknown: tuple[TableColumn, ...]


def match_header(
    table: str, labels: dict[int, list[str]], first: int, last: int, vocabulary: Vocabulary
) -> Header | None:
    """The header that `labels`, the texts of each column from the top, make of a table; None where they make none."""
    found: list[TableColumn] = []
    planned = {index for index, texts in labels.items() if is_planned(texts, vocabulary)}
    for index, texts in labels.items():
        whole = " ".join(texts)
        readings = [texts[-1], whole, *texts[:-1]]
        if table == "expenses":
            readings += [before for text in texts if (before := text.removesuffix(period_in(text)).strip())]
        heading = next((known for text in readings if (known := vocabulary.heading(table, text))), None)
        if heading and heading.role in _ACTUAL and vocabulary.word_within("not_actual", texts[-1]):
            heading = vocabulary.heading(table, texts[-1])  # `ค่าใช้จ่าย` over `แผน` and `ผล`: the plan was not spent
        if heading and heading.role == "amount_baht" and is_of_budget(table, index, labels, vocabulary):
            heading = None
        if heading and heading.role in _ACTUAL and index in planned and len(planned) < len(labels):
            heading = None
        elif table == "scores" and len(texts) > 1:
            heading = of_levels(texts, vocabulary)
        elif heading and len(texts) > 1 and is_of_another_time(texts, heading, vocabulary):
            heading = None
        second = vocabulary.second_meanings.get((table, match_key(whole)))
        if heading and second and _is_taken(table, heading, index, labels, found, vocabulary):
            heading = Heading(second)
        found.append(TableColumn(index, heading or Heading(""), whole))
    columns, unknown = one_of_each(table, found, labels, vocabulary)
    not_known = {one.index: [one.label] if one.heading.role else labels[one.index] for one in unknown}
    if table == "scores":
        columns, unknown = without_head_counts(columns, unknown, vocabulary)
        columns, unused = used(scores_of_titled_unit(units_across(columns)))
        unknown += [replace(column, heading=Heading("")) for column in unused]
    if table in ("activities", "expenses"):
        columns, unknown = without_online(columns, unknown, labels, vocabulary)
        for role in PART_OF:
            columns, unknown = with_parts(role, columns, unknown, labels, vocabulary)
    if not _is_table(table, {column.heading.role for column in columns}):
        return None
    if table == "expenses" and not _speaks_of_money(columns, labels, vocabulary):
        return None
    # `กิจกรรม | ผู้เข้าร่วม | ๑,๑๐๐ คน` is a row of data that happens to hold words of a header.
    if any(is_quantity(text) for column in unknown for text in not_known.get(column.index, ())):
        return None
    return Header(table, first, last, tuple(columns), tuple(unknown))


def _speaks_of_money(columns: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary) -> bool:
    """Whether what is taken for money is: `ผล` alone may be the result of anything, `ตัวชี้วัด` over it says so."""
    spent = [
        labels[column.index] for column in columns if column.heading.role in ("amount_baht", PART_OF["amount_baht"])
    ]
    if any(vocabulary.word_within("money", text) for texts in spent for text in texts):
        return True
    known = any(column.heading.role == "code" for column in columns)
    of_result = any(vocabulary.word_within("not_money", text) for texts in spent for text in texts)
    return known and not of_result


def _is_taken(
    table: str,
    heading: Heading,
    index: int,
    labels: dict[int, list[str]],
    found: list[TableColumn],
    vocabulary: Vocabulary,
) -> bool:
    """Whether another column of the header has a meaning already, before it or as its only one."""
    others = [" ".join(texts) for other, texts in labels.items() if other > index]
    only = [text for text in others if (table, match_key(text)) not in vocabulary.second_meanings]
    meant = [column.heading for column in found] + [vocabulary.heading(table, text) for text in only]
    of_a_year = heading.role == "score" and any(one and one.role == "year_value" for one in meant)
    return heading in meant or of_a_year


def _is_table(table: str, roles: set[str]) -> bool:
    """Whether these columns are enough to know the table by. What it still lacks is reported when it is read."""
    match table:
        case "activities":
            return "name" in roles and bool(roles & {"date", "start_date", "participants", "people_part", "venue"})
        case "expenses":
            return bool(roles & {"amount_baht", "amount_part"}) and bool(roles & {"code", "item"})
        case "targets":
            return {"name", "target"} <= roles
        case "scores":
            if "unit" in roles:
                return bool(roles & {"score", "weighted", "year_value", "tool_value", "indicator_value"})
            return bool(roles & {"tool", "indicator"}) and bool(
                roles & {"score", "weighted", "year_value", "unit_value"}
            )
    return False


def may_head(number: float) -> bool:
    """Whether a number may stand in a header: that of an indicator, or a year."""
    return number in NUMBERS_OF_INDICATORS or number in PLAUSIBLE_YEARS


def is_quantity(text: str) -> bool:
    """Whether a text is a number that no heading may be."""
    try:
        return not may_head(float(read_number(text)))
    except NumberError:
        return False
