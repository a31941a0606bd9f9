"""The words of the chart of the ethics index: its finding, its target, its small print, its text description.

`table` is one of `summaries.ethics_dimensions` with the column `gap`, `entities` are its columns of scores (ministry
before OPS), `names` their short names, and `index` the mean of each that has a score on every dimension.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis.charts.wording import Wording, mid_sentence, records

if TYPE_CHECKING:
    from itaanalysis.year import YearData


INDEX = {"name_th": "ดัชนี (ค่าเฉลี่ยทุกด้าน)", "name_en": "Index (mean of the dimensions)"}
"""What the last row is called."""


def goals(words: Wording, year: YearData, entities: list[str], names: dict[str, str]) -> list[str]:
    """The target of the index in words: one line, nothing without a target."""
    kpi = {str(year.ministry_unit): "ethics_index_ministry", str(year.ops_unit): "ethics_index_ops"}
    targets = year.targets.drop_duplicates("kpi").set_index("kpi")["target"].dropna()
    goals = {unit: words.target(targets[kpi[unit]], "points") for unit in entities if kpi[unit] in targets.index}
    if len(goals) == len(entities) and len(set(goals.values())) == 1:
        return [words("เป้าหมาย ", "Target ") + next(iter(goals.values()))]
    each = [f"{names[unit]} {goal}" for unit, goal in goals.items()]
    return [words("เป้าหมาย ", "Target ") + (words.listed(each) or "")] if each else []


def notes(words: Wording, without: list[str]) -> list[str]:
    """A line of small print where there are scores but no index."""
    if not without:
        return []
    named = words.listed(without)
    return [
        words(
            f"หมายเหตุ: ยังคิดดัชนีของ {named} ไม่ได้ เพราะมีคะแนนไม่ครบทุกด้าน",
            f"Note: there is no index for {named} yet, as a dimension has no score",
        )
    ]


def title(
    words: Wording, table: pd.DataFrame, entities: list[str], names: dict[str, str], index: dict[str, float]
) -> str:
    """The finding: on how many dimensions the OPS lies below or above the ministry, and the widest gap."""
    known = table.dropna(subset="gap")
    if known.empty:
        unit = entities[0]
        lowest = _lowest(table, unit)
        low = words(
            f"ด้านที่ต่ำสุดคือ{words.name(lowest)} {words.number(lowest[unit])} คะแนน",
            f"lowest is {mid_sentence(words.name(lowest))}, {words.number(lowest[unit])}",
        )
        if unit not in index:
            return words(f"คะแนนของ {names[unit]} {low}", f"Of the scores of {names[unit]} the {low}")
        mean = words.number(index[unit])
        return words(
            f"{names[unit]} ได้ดัชนีคุณธรรม {mean} คะแนน {low}", f"{names[unit]} has an ethics index of {mean}; {low}"
        )
    ministry, ops = words(names[entities[0]], "the ministry"), names[entities[1]]
    below, above = int((known["gap"] < 0).sum()), int((known["gap"] > 0).sum())
    widest = records(known)[0]
    gap, total = words.difference(abs(widest["gap"])) if widest["gap"] else "", words.brief(len(known))
    if not below and not above:
        return words(f"{ops} ได้คะแนนเท่ากับ {ministry} ทุกด้าน", f"{ops} and {ministry} score the same on every dimension")
    direction = words("ต่ำกว่า" if below >= above else "สูงกว่า", "below" if below >= above else "above")
    count = max(below, above)
    how_many = words(
        f"ทั้ง {total} ด้าน" if count == len(known) else f"{words.brief(count)} จาก {total} ด้าน",
        f"on all {total} dimensions" if count == len(known) else f"on {words.brief(count)} of {total} dimensions",
    )
    dimension = words.name(widest)
    return words(
        f"{ops} ได้คะแนน{direction} {ministry} {how_many} ห่างกันมากที่สุดด้าน{dimension} {gap} คะแนน",
        f"{ops} is {direction} {ministry} {how_many}; the widest gap is {gap} points, in {mid_sentence(dimension)}",
    )


def alt(
    words: Wording, table: pd.DataFrame, entities: list[str], names: dict[str, str], index: dict[str, float]
) -> str:
    """How many dimensions, the means, and the lowest dimension of each."""
    means = words.listed(f"{names[unit]} {words.number(mean)}" for unit, mean in index.items())
    first = words(
        f"แผนภูมิจุดเปรียบเทียบคะแนน {words.brief(len(table))} ด้านของดัชนีคุณธรรม" + (f" ค่าเฉลี่ย {means}" if means else ""),
        f"Dot chart of {words.brief(len(table))} dimensions of the ethics index"
        + (f"; mean: {means}." if means else "."),
    )
    lows = []
    for unit in entities:
        row = _lowest(table, unit)
        lows.append(f"{names[unit]} {words.name(row)} {words.number(row[unit])}")
    return first + " " + words(f"ด้านที่ต่ำสุด: {words.listed(lows)}", f"Lowest: {words.listed(lows)}.")


def told(words: Wording, row: dict[str, Any], names: dict[str, str]) -> str:
    """What a row tells: the dimension, the score of each, and how far the OPS lies from the ministry."""
    parts = [f"{name} {words.number(row[unit])}" for unit, name in names.items() if not pd.isna(row[unit])]
    if not pd.isna(row["gap"]):
        parts.append(words(f"ส่วนต่าง {words.signed(row['gap'])}", f"gap {words.signed(row['gap'])}"))
    return f"{words.name(row)}: {words(' ', ', ').join(parts)}"


def _lowest(table: pd.DataFrame, unit: str) -> dict[str, Any]:
    """The dimension on which an entity scored lowest."""
    return min(records(table.dropna(subset=[unit])), key=lambda row: row[unit])
