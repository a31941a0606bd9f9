"""What the small charts of the units say: their finding, what a panel shows, their text description, what each tells.

`table` holds the rows of `unit_benchmark`, with the abbreviation of each unit in `short`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.charts.unit_names import both
from itaanalysis.charts.unit_trend_words import score, span
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def title(words: Wording, table: pd.DataFrame) -> str:
    """How many units passed in every year they have a score in, judged by the mark of each year; which did not."""
    years, units = table["fiscal_year"].nunique(), words.units(table["unit"].nunique())
    whole = table.groupby("unit", sort=False)["passed"].all()
    passed = words.brief(int(whole.sum()))
    if years == 1:
        lead = words(
            f"{passed} จาก {units}ผ่านเกณฑ์ในปี {span(words, table)}",
            f"{passed} of {units} pass in FY{span(words, table)}",
        )
    else:
        lead = words(
            f"{passed} จาก {units}ผ่านเกณฑ์ทุกปีที่มีคะแนน ในช่วงปี {span(words, table)}",
            f"{passed} of {units} pass in every year they have a score in, FY{span(words, table)}",
        )
    failed = table[table["unit"].isin(whole.index[~whole])].drop_duplicates("unit")["short"].tolist()
    if not failed or len(failed) == len(whole):
        return lead
    named = words.listed(failed, 3, "หน่วยงาน")
    return lead + words(f" ที่ไม่ผ่าน{'' if years == 1 else 'บางปี'}คือ {named}", f"; not {named}")


def subtitle(words: Wording, table: pd.DataFrame) -> str:
    """What a panel shows; with one year, why there is no line."""
    if table["fiscal_year"].nunique() == 1:
        return words(
            f"คะแนนรวม ITA ปี {span(words, table)} ของแต่ละหน่วยงาน มีคะแนนเพียงปีเดียว จึงเป็นจุด ยังไม่มีเส้น",
            f"ITA total of each unit, FY{span(words, table)}; scores of one year only, so a dot and no line yet",
        )
    return words(
        f"คะแนนรวม ITA ของแต่ละหน่วยงานปี {span(words, table)} ตัวเลขคือคะแนนปีสุดท้าย (เปลี่ยนแปลงจากปีก่อนหน้า) "
        "เส้นตั้งคือปีที่วิธีวัดเปลี่ยน",
        f"ITA total of each unit, FY{span(words, table)}; the figure is the last score (change on the one before), "
        "upright lines are years the measure changed",
    )


def alt(words: Wording, table: pd.DataFrame) -> str:
    """How many panels there are, and the best and lowest of the last year."""
    now = records(table[table["fiscal_year"] == table["fiscal_year"].max()].sort_values("score", kind="stable"))
    lowest, best = now[0], now[-1]
    count = words.units(table["unit"].nunique())
    return words(
        f"แผนภูมิย่อยของ {count} คะแนน ITA ปี {span(words, table)} ในปีสุดท้ายสูงสุดคือ {best['short']} "
        f"{words.score(best['score'])} ต่ำสุดคือ {lowest['short']} {words.score(lowest['score'])}",
        f"A small chart for each of {count}, ITA scores of FY{span(words, table)}; in the last year from "
        f"{best['short']} at {words.score(best['score'])} down to {lowest['short']} at {words.score(lowest['score'])}.",
    )


def told(words: Wording, year: YearData, its: pd.DataFrame) -> str:
    """What the panel of a unit tells: its whole name, and its score of each year with the change that compares.

    `its` are the rows of the unit.
    """
    unit = str(its["unit"].iloc[0])
    each = [
        words(f"ปี {words.in_digits(str(row['fiscal_year']))}", f"FY{words.in_digits(str(row['fiscal_year']))}")
        + f" {score(words, year, row)}"
        + ("" if pd.isna(row["change"]) else f" ({words.signed(row['change'])})")
        for row in records(its.sort_values("fiscal_year"))
    ]
    return (
        f"{both(words.unit(year, unit), words.unit_short(year, unit))}: {' · '.join(each)} {words('คะแนน', 'points')}"
    )
