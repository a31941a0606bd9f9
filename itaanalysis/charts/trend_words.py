"""What the chart of the national trend says: title, alt text, small print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.charts.wording import Wording

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def span(words: Wording, means: dict[int, float]) -> str:
    """The years of a line: “๒๕๖๒–๒๕๖๘”; nothing without any."""
    if not means:
        return ""
    first, last = words.in_digits(str(min(means))), words.in_digits(str(max(means)))
    return first if first == last else f"{first}–{last}"


def subtitle(words: Wording, year: YearData, means: dict[int, float], ministry: dict[int, float]) -> str:
    """What is drawn: the country's line, the ministry's where it has several years, the units of the year."""
    line = words(f" ค่าเฉลี่ยของกระทรวงปี {span(words, ministry)}", f", the ministry's mean, FY{span(words, ministry)},")
    line = line if len(ministry) > 1 else words("", ",")
    now = words.in_digits(str(year.fiscal_year))
    return words(
        f"คะแนน ITA เฉลี่ยทั้งประเทศปี {span(words, means)}{line} และคะแนนของหน่วยงานในกระทรวงปี {now}",
        f"National mean ITA score, FY{span(words, means)}{line} and the units of the ministry in FY{now}",
    )


def notes(words: Wording, national: pd.DataFrame) -> list[str]:
    """Small print on the years whose figures are not as published."""
    if national["note"].isna().all():
        return []
    years = [words.in_digits(str(year)) for year in national[national["note"].notna()]["fiscal_year"]]
    return [
        words(
            f"บางตัวเลขของปี {words.listed(years)} ปัดเศษหรือคำนวณจากผลต่างที่เผยแพร่ รายละเอียดใน national.csv",
            f"Some figures of FY{words.listed(years)} are rounded or derived from published changes; see national.csv",
        )
    ]


def title(words: Wording, year: YearData, means: dict[int, float], ministry: dict[int, float]) -> str:
    """The ministry against the country in the same year; the country against the year before, if measured alike."""
    now = year.fiscal_year if year.fiscal_year in means else max(means)
    named, level = words.in_digits(str(now)), words.number(means[now])
    moved = ""
    if now - 1 in means and year.criteria.comparable(now - 1, now):
        change = round(means[now] - means[now - 1], 9)
        size = words.difference(abs(change)) if change else ""
        rose = words("เพิ่มขึ้น" if change > 0 else "ลดลง", "up" if change > 0 else "down")
        moved = words(f" {rose}จากปีก่อน {size} คะแนน", f" ({rose} {size} on the year before)")
        moved = moved if change else words(" เท่ากับปีก่อน", " (as the year before)")
    own = ministry.get(year.fiscal_year)
    if own is None or year.fiscal_year != now:
        return words(
            f"คะแนนเฉลี่ยทั้งประเทศปี {named} คือ {level}{moved}", f"The national mean of FY{named} is {level}{moved}"
        )
    gap = round(own - means[now], 9)
    against = (
        words(
            f"{'สูงกว่า' if gap > 0 else 'ต่ำกว่า'}ค่าเฉลี่ยทั้งประเทศ", f"{'above' if gap > 0 else 'below'} the national mean"
        )
        if gap
        else words("เท่ากับค่าเฉลี่ยทั้งประเทศ", "the same as the national mean")
    )
    by = words.difference(abs(gap)) if gap else ""
    return words(
        f"กระทรวงเฉลี่ย {words.number(own)} {against}" + (f" {by} คะแนน" if gap else "") + f" ทั้งประเทศ {level}{moved}",
        f"The ministry averages {words.number(own)}, {by + ' ' if gap else ''}{against} of {level}{moved}",
    )


def told(words: Wording, fiscal_year: int, national: float | None, ministry: float | None) -> str:
    """What a year tells: the national mean and the ministry's; the empty text without either."""
    said = []
    if national is not None:
        said.append(words(f"ทั้งประเทศ {words.number(national)} คะแนน", f"national mean {words.number(national)}"))
    if ministry is not None and not pd.isna(ministry):
        said.append(words(f"กระทรวงเฉลี่ย {words.number(ministry)} คะแนน", f"ministry mean {words.number(ministry)}"))
    now = words.in_digits(str(fiscal_year))
    return words(f"ปี {now}: {' '.join(said)}", f"FY{now}: {', '.join(said)}") if said else ""


def alt(words: Wording, year: YearData, means: dict[int, float], ministry: dict[int, float]) -> str:
    """The line, the ministry and the breaks, in three sentences."""
    first, last = min(means), max(means)
    parts = [
        words(
            f"กราฟเส้นคะแนนเฉลี่ยทั้งประเทศ ปี {words.in_digits(str(first))} {words.number(means[first])} "
            f"ถึงปี {words.in_digits(str(last))} {words.number(means[last])}",
            f"Line chart of the national mean, from {words.number(means[first])} in FY{words.in_digits(str(first))} "
            f"to {words.number(means[last])} in FY{words.in_digits(str(last))}.",
        )
    ]
    if year.fiscal_year in ministry:
        own = words.number(ministry[year.fiscal_year])
        parts.append(words(f"ค่าเฉลี่ยของกระทรวงปีนี้ {own}", f"The ministry's mean this year is {own}."))
    breaks = [words.in_digits(str(found.fiscal_year)) for found in year.criteria.breaks_between(first, last)]
    if breaks:
        parts.append(
            words(
                f"วิธีวัดเปลี่ยนในปี {words.listed(breaks)} จึงไม่ควรเทียบข้ามช่วง",
                f"The measure changed in FY{words.listed(breaks)}, so do not compare across.",
            )
        )
    return " ".join(parts)
