"""What the chart of the units over the years says: title, subtitle, alt text, source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.unit_names import both
from itaanalysis.charts.wording import Wording, records
from itaanalysis.summaries.years import criteria_of

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def title(words: Wording, table: pd.DataFrame) -> str:
    """Who passes in the last year, and what moved since the one before, where the two compare."""
    last = table["fiscal_year"].max()
    now = table[table["fiscal_year"] == last]
    passed, units = words.brief(int(now["passed"].sum())), words.units(len(now))
    lead = words(
        f"{passed} จาก {units}ผ่านเกณฑ์ในปี {words.in_digits(str(last))}",
        f"{passed} of {units} pass in FY{words.in_digits(str(last))}",
    )
    moved = _moved(words, now[now["before_year"] == now["before_year"].max()])
    return lead + moved


def _moved(words: Wording, now: pd.DataFrame) -> str:
    if now.empty:
        return ""
    then = words.in_digits(str(now["before_year"].iloc[0]))
    known = now.dropna(subset="change")
    if known.empty:
        return words(
            f" แต่เทียบกับปี {then} ไม่ได้ ({now['break_th'].iloc[0]})",
            f"; they do not compare with FY{then} ({now['break_en'].iloc[0]})",
        )
    rose, fell = int((known["change"] > 0).sum()), int((known["change"] < 0).sum())
    if not rose and not fell:
        return words(f" ทุกหน่วยงานเท่ากับปี {then}", f"; all score as in FY{then}")
    counted_th = f"เพิ่มขึ้น {words.brief(rose)} ลดลง {words.brief(fell)} หน่วยงาน"
    counted_en = f"{words.brief(rose)} rose and {words.brief(fell)} fell"
    most = max(records(known), key=lambda row: (abs(row["change"]), row["change"] < 0))
    size, name = words.difference(abs(most["change"])), most["short"]
    since = "จากปีก่อน" if most["before_year"] == most["fiscal_year"] - 1 else f"จากปี {then}"
    side = "ลดลง" if most["change"] < 0 else "เพิ่มขึ้น"
    return words(
        f" {counted_th}{since} เปลี่ยนมากที่สุดคือ {name} {side} {size} คะแนน",
        f"; since FY{then} {counted_en}, most of all {name}, {'down' if most['change'] < 0 else 'up'} {size}",
    )


def span(words: Wording, table: pd.DataFrame) -> str:
    """The years of the table: “๒๕๖๖–๒๕๖๘”."""
    first, last = words.in_digits(str(table["fiscal_year"].min())), words.in_digits(str(table["fiscal_year"].max()))
    return first if first == last else f"{first}–{last}"


def subtitle(words: Wording, table: pd.DataFrame) -> str:
    """What is drawn, and what a dashed line means."""
    return words(
        f"คะแนนรวม ITA รายหน่วยงานปี {span(words, table)} เทียบกับเกณฑ์ผ่านและค่าเฉลี่ยทั้งประเทศ (เส้นประสีเข้ม) "
        "เส้นหน่วยงานที่เป็นเส้นประคือช่วงที่เทียบกันไม่ได้",
        f"ITA totals of the units, FY{span(words, table)}, against the pass mark and the national mean (dark dashes); "
        "where a unit's line is dashed the years do not compare",
    )


def unnamed(words: Wording, count: int) -> list[str]:
    """A note on lines without a name."""
    if not count:
        return []
    units = words.units(count)
    return [words(f"อีก {units}เป็นเส้นที่ไม่ได้ลงชื่อ", f"The lines of {units} more carry no name")]


def source(words: Wording, year: YearData, table: pd.DataFrame) -> str:
    """The sheets of the scores and, where the country is drawn, of its mean."""
    line = words.sheets(table)
    rows = year.national[year.national["fiscal_year"].isin(table["fiscal_year"])].dropna(subset="mean_score")
    return f"{line}; {words.publications('national.csv', rows['source'].dropna())}" if len(rows) else line


def alt(words: Wording, year: YearData, table: pd.DataFrame, means: pd.DataFrame) -> str:
    """The lines, the ends of the last year, and what does not compare."""
    last = int(table["fiscal_year"].max())
    now = records(table[table["fiscal_year"] == last].sort_values("score", ascending=False, kind="stable"))
    best, lowest = now[0], now[-1]
    mark = words.brief(criteria_of(year, last).pass_mark)
    parts = [
        words(
            f"กราฟเส้นคะแนน ITA ของ {words.units(table['unit'].nunique())}ปี {span(words, table)} "
            f"เทียบกับเกณฑ์ผ่าน {mark} ในปีสุดท้ายสูงสุดคือ {best['short']} {words.score(best['score'])} "
            f"ต่ำสุดคือ {lowest['short']} {words.score(lowest['score'])}",
            f"Line chart of the ITA scores of {words.units(table['unit'].nunique())}, FY{span(words, table)}, against "
            f"the pass mark of {mark}: in the last year from {best['short']} at {words.score(best['score'])} "
            f"down to {lowest['short']} at {words.score(lowest['score'])}.",
        )
    ]
    mean = means.iloc[-1]
    told = words(f"ค่าเฉลี่ยของหน่วยงาน {words.number(mean['mean'])}", f"The units average {words.number(mean['mean'])}")
    if not pd.isna(mean["national_mean"]):
        country = words.number(mean["national_mean"])
        told += words(f" ทั้งประเทศ {country}", f", the country {country}")
    parts.append(told + words("", "."))
    breaks = [
        words.in_digits(str(one.fiscal_year))
        for one in year.criteria.breaks_between(int(table["fiscal_year"].min()), last)
    ]
    if breaks:
        named = words.listed(breaks)
        parts.append(words(f"วิธีวัดเปลี่ยนในปี {named}", f"The measure changed in FY{named}."))
    return " ".join(parts)


def told(words: Wording, year: YearData, row: dict[str, Any]) -> str:
    """What the point of a unit in a year tells: its whole name, its score, the change where the years compare."""
    name, now = both(words.unit(year, row["unit"]), row["short"]), words.in_digits(str(row["fiscal_year"]))
    said = words(
        f"{name} ปี {now}: {score(words, year, row)} คะแนน", f"{name}, FY{now}: {score(words, year, row)} points"
    )
    if pd.isna(row["change"]):
        return said
    change, then = words.signed(row["change"]), words.in_digits(str(row["before_year"]))
    return said + words(f" ({change} จากปี {then})", f" ({change} on FY{then})")


def told_means(words: Wording, fiscal_year: int, units: float | None, country: float | None) -> list[tuple[float, str]]:
    """What the means of a year tell, each with its value: that of the units and that of the country, if drawn."""
    now = words.in_digits(str(fiscal_year))
    known = [(units, "เฉลี่ยของหน่วยงาน", "Mean of the units"), (country, "เฉลี่ยทั้งประเทศ", "National mean")]
    return [
        (mean, words(f"{th} ปี {now}: {words.number(mean)} คะแนน", f"{en}, FY{now}: {words.number(mean)} points"))
        for mean, th, en in known
        if mean is not None
    ]


def score(words: Wording, year: YearData, row: dict[str, Any]) -> str:
    """The score of a unit in a year; one below the pass mark of that year never reads as if it met it."""
    return words.score(row["score"], criteria_of(year, int(row["fiscal_year"])).pass_mark)
