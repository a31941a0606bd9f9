"""What a reader of scores of several years must know: who is missing, who had another name, where scores crowd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.summaries.years import Earlier
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_MOST_NAMED = 6
"""With more units than this, a note counts the rest instead of naming them."""


def notes(words: Words, year: YearData, earlier: Earlier) -> list[str]:
    """Lines of small print under a chart of the units over the years; none where there is nothing to say."""
    unreadable = [one for one, data in earlier.items() if data is None]
    said = [unreadable_years(words, unreadable), ceiling(words, summaries.ministry_by_year(year, earlier))]
    missing = [
        f"{words.unit_short(year, str(unit))} ({words.listed(words.in_digits(str(one)) for one in its['fiscal_year'])})"
        for unit, its in summaries.units_missing(year, earlier).groupby("unit", sort=False)
    ]
    if missing:
        named = words.listed(missing, _MOST_NAMED, "หน่วยงาน")
        said.append(words.pick(f"ไม่มีคะแนนในบางปี: {named}", f"No score in some years: {named}"))
    renamed = by_unit(words, year, summaries.units_renamed(year, earlier))
    if renamed:
        named = words.listed(renamed, _MOST_NAMED, "หน่วยงาน")
        said.append(words.pick(f"นับเป็นหน่วยงานเดียวกันตาม units.csv: {named}", f"The same unit by units.csv: {named}"))
    return [text for text in said if text]


def by_unit(words: Words, year: YearData, table: pd.DataFrame) -> list[str]:
    """A phrase for each unit of `units_missing` or `units_renamed`: “คต. ไม่มีคะแนนปี ๒๕๖๖”."""
    return [f"{words.unit_short(year, unit)} {remark}" for unit, remark in remarks(words, table).items()]


def remarks(words: Words, table: pd.DataFrame) -> dict[str, str]:
    """What is to be said of each unit of `units_missing` or `units_renamed`."""
    said: dict[str, str] = {}
    if "typed" not in table:
        for unit, its in table.groupby("unit", sort=False):
            years = words.listed(words.in_digits(str(one)) for one in its["fiscal_year"])
            said[str(unit)] = words.pick(f"ไม่มีคะแนนปี {years}", f"no score in FY{years}")
        return said
    for unit, its in table.groupby("unit", sort=False):
        names = []
        for typed, same in its.groupby("typed", sort=False):
            years = words.listed(words.in_digits(str(one)) for one in same["fiscal_year"])
            names.append(words.pick(f"ปี {years} ใช้ชื่อ {typed}", f"listed in FY{years} as {typed}"))
        said[str(unit)] = words.listed(names) or ""
    return said


def ceiling(words: Words, overview: pd.DataFrame) -> str | None:
    """That most units of the latest year stand under the ceiling; None where they do not."""
    if overview.empty or not overview.iloc[-1]["ceiling"]:
        return None
    last = overview.iloc[-1]
    now, mark = words.in_digits(str(last["fiscal_year"])), words.brief(last["top_mark"])
    count, units, share = words.brief(last["top"]), words.brief(last["units"]), words.percent(last["top_rate"])
    return words.pick(
        f"คะแนนกระจุกใกล้เพดาน: ปี {now} มี {count} จาก {units} หน่วยงาน ({share}) ได้ตั้งแต่ {mark} คะแนนขึ้นไป "
        "คะแนนจึงแยกหน่วยงานเหล่านี้ออกจากกันได้น้อย",
        f"Ceiling effect: in FY{now} {count} of {units} units ({share}) score {mark} or more, "
        "so the scores hardly tell these units apart",
    )


def unreadable_years(words: Words, fiscal_years: list[int]) -> str | None:
    """That the data of these years cannot be read."""
    named = words.listed(words.in_digits(str(one)) for one in fiscal_years)
    return named and words.pick(
        f"อ่านข้อมูลของปี {named} ไม่ได้ จึงไม่อยู่ในแผนภูมิ", f"The data of FY{named} cannot be read and are left out"
    )
