"""What the columns of a header stand for when they are seen together: headings above each other, parts and sums."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from itaanalysis.fiscal import PLAUSIBLE_YEARS, FiscalYear
from itaanalysis.intake.blocks import PART_OF, TableColumn
from itaanalysis.intake.vocabulary import Heading, Vocabulary
from itaanalysis.thai.dates import DateError, read_dates
from itaanalysis.thai.text import match_key, normalise, to_arabic_digits

PEOPLE_ONLINE = "people_online"
_SEVERAL = 2
_SCORES_ACROSS = 3
"""Columns of tools or indicators that make a table of scores across: there are three tools."""
_OF_ALL_THE_YEAR = {"participants", "target", "reported"}
"""What is not added up over the parts of a year; amounts are."""
_BUDDHIST_YEAR = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
_BARE_SUMS = {"รวม", "total", "ผลรวม", "ยอดรวม"}
_MONTHS_SO_FAR = re.compile(r"(?<!\d)(?:[1-9]|1[01])\s*(?:เดือน|months?\b)", re.IGNORECASE)
"""`รอบ ๖ เดือน`: what had been reached by then; of twelve months it is the year's."""
_QUARTER = re.compile(r"(?:ไตรมาส|quarter|\bq\s?[1-4๑-๔]).*$", re.IGNORECASE)


def of_levels(texts: list[str], vocabulary: Vocabulary) -> Heading | None:
    """What a column of scores with headings above each other is of.

    `IIT` over `คะแนน` is the score of IIT, over `ระดับ` nothing known; `๒๕๖๗` over `คะแนน` is the total of that year,
    over `IIT` the IIT of that year.
    """
    whole = " ".join(texts)
    readings = [vocabulary.heading("scores", text) for text in texts]
    if readings[-1] is None and not vocabulary.word_within("not_a_score", whole):
        readings = [vocabulary.heading("scores", whole) or next(filter(None, readings), None)]
    known = [heading for heading in readings if heading]
    keyed = [heading for heading in known if heading.key is not None]
    of_year = next((heading.key for heading in keyed if heading.role == "year_value"), None)
    if not keyed:
        return known[-1] if known else None
    over = {"score", "weighted", "tool", "indicator"} | ({"unit"} if keyed[-1].role == "unit_value" else set())
    if any(heading.key is None and heading.role not in over for heading in known):
        return None
    if len(known) < len(readings) and (of_year or vocabulary.word_within("not_a_score", whole)):
        return None
    others = [heading for heading in keyed if heading.role != "year_value"]
    if of_year and others and of_year != vocabulary.criteria.fiscal_year:
        across = others[-1].role in ("tool_value", "indicator_value")
        return replace(others[-1], year=int(of_year)) if across else None
    return others[-1] if others else keyed[-1]


def is_of_another_time(texts: list[str], heading: Heading, vocabulary: Vocabulary) -> bool:
    """Whether headings above each other are of another year, or of a part of this one where only all of it counts."""
    years = [int(year) for text in texts for year in _BUDDHIST_YEAR.findall(to_arabic_digits(text))]
    if any(year in PLAUSIBLE_YEARS and year != vocabulary.criteria.fiscal_year for year in years):
        return _period(texts, vocabulary) is None  # `ต.ค. ๒๕๖๗` lies in the fiscal year 2568
    part = _period(texts, vocabulary) is not None or any(map(_MONTHS_SO_FAR.search, map(to_arabic_digits, texts)))
    return heading.role in _OF_ALL_THE_YEAR and part


def is_planned(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a heading above that of a column says that what stands there was planned: `แผน` over `ช่วงเวลา`."""
    return any(vocabulary.starts_with("not_actual", text) and "ผล" not in text for text in texts[:-1])


def without_head_counts(
    columns: list[TableColumn], unknown: list[TableColumn], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """`จำนวนผู้ตอบ IIT | จำนวนผู้ตอบ EIT | รวม`: a sum that does not say of what is no score beside columns of counts."""
    keyed = any(column.heading.key is not None for column in columns)
    if keyed or not any(vocabulary.word_within("not_a_score", column.label) for column in unknown):
        return columns, unknown
    sums = [one for one in columns if one.heading.role == "score" and vocabulary.word("grand_total", one.label)]
    sums += [one for one in columns if one.heading.role == "score" and match_key(one.label) in _BARE_SUMS]
    left = [replace(column, heading=Heading("")) for column in sums]
    return [column for column in columns if column not in sums], unknown + left


def units_across(columns: list[TableColumn]) -> list[TableColumn]:
    """With units as columns and no scores, `หน่วยงาน` only names the corner: below it stands what is scored."""
    roles = {column.heading.role for column in columns}
    if not {"unit", "unit_value"} <= roles or len(roles - {"serial", "note"}) > len(("unit", "unit_value")):
        return columns
    return [replace(one, heading=Heading("tool")) if one.heading.role == "unit" else one for one in columns]


def scores_of_titled_unit(columns: list[TableColumn]) -> list[TableColumn]:
    """`ตัวชี้วัด | 1 | 2 …` with no unit: its first column names what a row is, the scores of the unit in the title."""
    keyed = [column for column in columns if column.heading.role in ("tool_value", "indicator_value")]
    roles = {column.heading.role for column in columns if column not in keyed}
    corner = [column for column in columns if column.heading.role in ("tool", "indicator")]
    if len(keyed) < _SCORES_ACROSS or len(corner) != 1 or roles - {"tool", "indicator", "score", "serial", "note"}:
        return columns
    return [replace(one, heading=Heading("unit")) if one in corner else one for one in columns]


def used(columns: list[TableColumn]) -> tuple[list[TableColumn], list[TableColumn]]:
    """The columns that a table of scores is read by, and those that have no place in its layout."""
    roles = {column.heading.role for column in columns}
    by_row = roles & {"tool", "indicator"}
    if "unit" in roles:
        without = {"unit_value"} | ({"tool_value", "indicator_value"} if by_row else set())
    elif "unit_value" in roles:
        without = {"score", "weighted", "year_value", "tool_value", "indicator_value"}
    else:
        without = {"tool_value", "indicator_value"}
    used = [column for column in columns if column.heading.role not in without]
    return used, [column for column in columns if column.heading.role in without]


def with_parts(
    role: str,
    columns: list[TableColumn],
    unknown: list[TableColumn],
    labels: dict[int, list[str]],
    vocabulary: Vocabulary,
) -> tuple[list[TableColumn], list[TableColumn]]:
    """A figure split over columns: `รวม` is the figure and the others its parts; else they make it up.

    Head-counts are split by people, amounts by quarters or months of the year.
    """
    every = [column for column in [*columns, *unknown] if column.heading.role == role]
    if role == "participants":
        parts = [column for column in every if vocabulary.ends_with("part_of_people", column.label)]
        other = [column for column in every if column not in parts]
        whole = [column for column in other if _is_sum(column.label)]
    else:
        parts, other = _by_period(every, unknown, labels, vocabulary)
        whole = [column for column in other if _is_sum(column.label) or _is_plain(column, labels)]
    if len(parts) + len(whole) < _SEVERAL or not parts or len(other) > len(whole[:1]):
        return columns, unknown
    kept = [column for column in columns if column not in every]
    kept += [replace(column, heading=Heading(role)) for column in whole]
    kept += [replace(column, heading=Heading(PART_OF[role], number)) for number, column in enumerate(parts)]
    return (
        sorted(kept, key=lambda column: column.index),
        [column for column in unknown if column not in every and column not in parts],
    )


def without_online(
    columns: list[TableColumn], unknown: list[TableColumn], labels: dict[int, list[str]], vocabulary: Vocabulary
) -> tuple[list[TableColumn], list[TableColumn]]:
    """Head-counts are those at the venue: people online have no column of ours, nor have they with the others."""
    every = [column for column in [*columns, *unknown] if column.heading.role == "participants"]
    online = [column for column in every if vocabulary.word_within("people_online", labels[column.index][-1])]
    venue = [column for column in every if column not in online and not _is_sum(labels[column.index][-1])]
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
    periods = {column: _period(labels[column.index], vocabulary) for column in every}
    other = [column for column, period in periods.items() if period is None]
    if len(other) == len(every) and all(_is_sum(column.label) for column in other):
        alone = [column for column in unknown if not column.heading.role and len(labels[column.index]) == 1]
        periods |= {column: _period(labels[column.index], vocabulary) for column in alone}
    spans = sorted(((period, column) for column, period in periods.items() if period), key=lambda one: one[0])
    overlapping = any(later[0] <= sooner[1] for (sooner, _), (later, _) in pairwise(spans))
    parts = [] if overlapping else [column for _, column in spans]
    return parts, other if parts else every


def _period(texts: list[str], vocabulary: Vocabulary) -> tuple[date, date] | None:
    """The part of this fiscal year that one of the headings of a column names: `ไตรมาส 1`, `ต.ค. 67`."""
    year = FiscalYear(vocabulary.criteria.fiscal_year)
    for text in texts:
        try:
            span = read_dates(period_in(text), year.year)
        except DateError:
            continue
        within = span.start in year and span.end in year and (span.start, span.end) != (year.start, year.end)
        return (span.start, span.end) if span.whole_months and within else None
    return None


def period_in(label: str) -> str:
    """A heading from its quarter on: `ไตรมาสที่ ๑` of `ผลการเบิกจ่าย ไตรมาสที่ ๑`; all of it when it names none."""
    found = _QUARTER.search(normalise(label))
    return found[0] if found else label


def _is_plain(column: TableColumn, labels: dict[int, list[str]]) -> bool:
    """Whether a column has one heading that names no period of any year: `ผลการเบิกจ่าย`."""
    return len(labels[column.index]) == 1 and not any(map(str.isdigit, column.label))


def _is_sum(label: str) -> bool:
    """Whether a heading says that it sums up others: `รวม`, `รวม (คน)`, but not `ผู้เข้าร่วม`."""
    return "รวม" in label
