"""Figures that a header splits over several columns: head-counts by people, amounts by quarters or months."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from itaanalysis.intake.blocks import PART_OF, TableColumn
from itaanalysis.intake.header_times import period_of
from itaanalysis.intake.vocabulary import Heading, Vocabulary

PEOPLE_ONLINE = "people_online"
PART_ALONE = "part_alone"
"""The column of some of the people, where no other column counts the rest."""
_SEVERAL = 2


def with_parts(
    role: str,
    columns: list[TableColumn],
    unknown: list[TableColumn],
    labels: dict[int, list[str]],
    vocabulary: Vocabulary,
) -> tuple[list[TableColumn], list[TableColumn]]:
    """A figure split over columns: `รวม` is the figure and the others its parts; else they make it up.

    Head-counts are split by people, amounts by quarters or months of the year; both by anything else below one heading
    that has its sum there.
    """
    every = [column for column in [*columns, *unknown] if column.heading.role == role]
    if role == "participants":
        parts = [column for column in every if vocabulary.ends_with("part_of_people", column.label)]
        other = [column for column in every if column not in parts]
        whole = [column for column in other if vocabulary.sums_up(column.label)]
    else:
        parts, other = _by_period(every, unknown, labels, vocabulary)
        whole = [column for column in other if vocabulary.sums_up(column.label) or _is_plain(column, labels)]
    if parts and not other:
        between, whole = _summed_up(parts, columns, unknown, vocabulary)
        parts, other = [*parts, *between], whole
    if len(parts) + len(whole) < _SEVERAL or not parts or len(other) > len(whole[:1]):
        parts, whole = _under_one_heading(every, labels, vocabulary)
    if not parts:
        return _without_lone_part(columns, unknown, labels, vocabulary)
    every = [*every, *parts, *whole]
    kept = [column for column in columns if column not in every]
    kept += [replace(column, heading=Heading(role)) for column in whole]
    kept += [replace(column, heading=Heading(PART_OF[role], number)) for number, column in enumerate(parts)]
    return (
        sorted(kept, key=lambda column: column.index),
        [column for column in unknown if column not in every],
    )


def _under_one_heading(
    every: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """The columns below one heading that are summed up in one of them, and that one; none where they are not."""
    above = {tuple(labels[column.index][:-1]) for column in every}
    whole = [column for column in every if vocabulary.sums_up(labels[column.index][-1])]
    shares = [one for one in every if vocabulary.word_within("kpi_unit", labels[one.index][-1]) == "percent"]
    parts = [column for column in every if column not in (*whole, *shares)]
    if len(above) != 1 or () in above or len(whole) != 1 or len(parts) < _SEVERAL:
        return [], []
    if any(_is_figure(labels[column.index][-1], vocabulary) for column in parts):
        return [], []  # `เบิกจ่าย | ก่อหนี้ | รวม`: one of them is the figure itself, and the sum is of more than that
    return parts, whole


def _is_figure(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading names the whole of a figure: `เบิกจ่าย`, `เข้าร่วมจริง`, but not `ชาย`."""
    known = [vocabulary.heading(table, label) for table in ("activities", "expenses")]
    of_part = vocabulary.ends_with("part_of_people", label)
    return not of_part and any(heading is not None and heading.role in PART_OF for heading in known)


def _without_lone_part(
    columns: list[TableColumn], unknown: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """`ชาย` with no column for the others counts some of the people, which is not how many there were."""
    lone = [
        replace(column, heading=Heading(PART_ALONE))
        for column in columns
        if column.heading.role == "participants"
        and any(
            vocabulary.ends_with("part_of_people", text) and vocabulary.heading("activities", text) == column.heading
            for text in labels[column.index]
        )
    ]
    told = {column.index for column in lone}
    return [column for column in columns if column.index not in told], unknown + lone


def _summed_up(
    parts: list[TableColumn], columns: list[TableColumn], unknown: list[TableColumn], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """`ชาย | หญิง | LGBTQ | รวม`: the sum that closes a row of parts, and the columns not known that it adds up too."""
    between: list[TableColumn] = []
    last = max(column.index for column in parts)
    for column in sorted([*columns, *unknown], key=lambda one: one.index):
        if column.index <= last:
            continue
        if column.heading.role or vocabulary.word_within("people_online", column.label):
            return [], []
        if vocabulary.is_bare_sum(column.label):
            return between, [column]
        if not vocabulary.word_within("not_actual", column.label):
            between.append(column)
    return [], []


def without_online(
    columns: list[TableColumn], unknown: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """Head-counts are those at the venue: people online have no column of ours, nor have they with the others."""
    every = [column for column in [*columns, *unknown] if column.heading.role == "participants"]
    online = [column for column in every if vocabulary.word_within("people_online", labels[column.index][-1])]
    venue = [column for column in every if column not in online and not vocabulary.sums_up(labels[column.index][-1])]
    if not online or not venue:
        return columns, unknown
    left_out = [column for column in every if column not in venue]
    kept = [column for column in columns if column not in every]
    kept.append(replace(venue[0], heading=Heading("participants")))
    told = [replace(column, heading=Heading(PEOPLE_ONLINE)) for column in left_out]
    rest = [column for column in unknown if column not in every]
    return sorted(kept, key=lambda column: column.index), [*rest, *venue[1:], *told]


def _by_period(
    every: list[TableColumn], unknown: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """The columns of amounts that are each of a part of the year, and the others.

    Quarters without a word of spending above them count where nothing but their sum says what was spent.
    """
    periods = {column: period_of(labels[column.index], vocabulary) for column in every}
    other = [column for column, period in periods.items() if period is None]
    if len(other) == len(every) and all(vocabulary.sums_up(column.label) for column in other):
        alone = [column for column in unknown if not column.heading.role and len(labels[column.index]) == 1]
        periods |= {column: period_of(labels[column.index], vocabulary) for column in alone}
    spans = sorted(((period, column) for column, period in periods.items() if period), key=lambda one: one[0])
    overlapping = any(later[0] <= sooner[1] for (sooner, _), (later, _) in pairwise(spans))
    parts = [] if overlapping else [column for _, column in spans]
    return parts, other if parts else every


def _is_plain(column: TableColumn, labels: dict[int, list[str]]) -> bool:
    """Whether a column has one heading that names no period of any year: `ผลการเบิกจ่าย`."""
    return len(labels[column.index]) == 1 and not any(map(str.isdigit, column.label))
