"""The time a heading speaks of: another year, a part of this one, what was only planned."""

from __future__ import annotations

import re
from datetime import date

from itaanalysis.fiscal import PLAUSIBLE_YEARS, FiscalYear
from itaanalysis.intake.vocabulary import Heading, Vocabulary
from itaanalysis.thai.dates import DateError, read_dates
from itaanalysis.thai.text import normalise, to_arabic_digits

_OF_ALL_THE_YEAR = {"participants", "target", "reported"}
"""What is not added up over the parts of a year; amounts are."""
_BUDDHIST_YEAR = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
_MONTHS_SO_FAR = re.compile(r"(?<!\d)(?:[1-9]|1[01])\s*(?:เดือน|months?\b)", re.IGNORECASE)
"""`รอบ ๖ เดือน`: what had been reached by then; of twelve months it is the year's."""
_QUARTER = re.compile(r"(?:ไตรมาส|quarter|\bq\s?[1-4๑-๔]).*$", re.IGNORECASE)


def is_of_another_time(texts: list[str], heading: Heading, vocabulary: Vocabulary) -> bool:
    """Whether headings above each other are of another year, or of a part of this one where only all of it counts."""
    years = [int(year) for text in texts for year in _BUDDHIST_YEAR.findall(to_arabic_digits(text))]
    if any(year in PLAUSIBLE_YEARS and year != vocabulary.criteria.fiscal_year for year in years):
        return period_of(texts, vocabulary) is None  # `ต.ค. ๒๕๖๗` lies in the fiscal year 2568
    part = period_of(texts, vocabulary) is not None or any(map(_MONTHS_SO_FAR.search, map(to_arabic_digits, texts)))
    return heading.role in _OF_ALL_THE_YEAR and part


def is_planned(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a heading above that of a column says that what stands there was planned: `แผน` over `ช่วงเวลา`."""
    *above, own = texts
    said = [vocabulary.starts_with("not_actual", text) and not vocabulary.word_within("actual", text) for text in above]
    return any(said) and not vocabulary.word_within("actual", own)  # `วงเงินงบประมาณ` over `แผน` and `ผล`


def is_of_budget(table: str, index: int, labels: dict[int, list[str]], vocabulary: Vocabulary) -> bool:
    """Whether a heading above an amount says that it was given or asked for: `งบประมาณที่ได้รับ` over `จำนวนเงิน`.

    Under `งบประมาณ` alone what speaks of spending was spent. A heading over plans and others speaks of all of them.
    """
    *above, own = labels[index]
    if vocabulary.word_within("actual", own):
        return False
    spent = vocabulary.word_within("spending", own)
    for depth, text in enumerate(above):
        if vocabulary.heading(table, text) or vocabulary.word_within("actual", text):
            continue
        given = vocabulary.word_within("not_actual", text)
        if (given or (vocabulary.starts_with("budget", text) and not spent)) and not any(
            texts[: depth + 1] == above[: depth + 1] and vocabulary.word_within("not_actual", texts[-1])
            for texts in labels.values()
            if len(texts) > depth + 1
        ):
            return True
    return False


def period_of(texts: list[str], vocabulary: Vocabulary) -> tuple[date, date] | None:
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
