"""The words of the chart of KPIs and targets: its finding, its columns, its text description, what its rows tell.

A row is one of the table of KPIs; the `judged` are those with a status.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from itaanalysis.charts.rows import Paragraph
from itaanalysis.charts.sheet import sheet
from itaanalysis.charts.wording import Wording, records
from itaanalysis.terms import STATUSES

_MOST_NAMED = 3

Cells = tuple[str, str, str]
"""Result, target and status in words."""


def cells(words: Wording, row: dict[str, Any]) -> Cells:
    """What the columns say of a KPI."""
    result = "–" if pd.isna(row["value"]) else _figure(words, row)
    target = "–" if pd.isna(row["target"]) else words.target(row["target"], row["unit"])
    if row["status"] in STATUSES:
        status = words(*STATUSES[row["status"]])
    elif pd.isna(row["value"]):
        status = words("ยังไม่มีผล", "no result yet")
    else:
        status = words("ไม่มีเป้าหมาย", "no target")
    return result, target, status


def label(words: Wording, row: dict[str, Any], cell: Cells) -> list[Paragraph]:
    """Name of a KPI; on a narrow page, which has no room for columns, result and target after it."""
    weight = "strong" if row["status"] == "below" else "label"
    if not sheet().narrow:
        return [(words.name(row), weight)]
    result = words(f"ผล {cell[0]} เป้าหมาย {cell[1]}", f"Result {cell[0]}, target {cell[1]}")
    return [(words.name(row), weight), (result, "quiet")]


def told(words: Wording, row: dict[str, Any], cell: Cells) -> str:
    """What the row of a KPI tells: its name, result and target, and how the two compare."""
    result, target, status = cell
    said = [] if pd.isna(row["value"]) else [words(f"ผล {result}", f"result {result}")]
    said += [] if pd.isna(row["target"]) else [words(f"เป้าหมาย {target}", f"target {target}")]
    return f"{words.name(row)}: {words(' ', ', ').join([*said, status])}"


def _figure(words: Wording, row: dict[str, Any]) -> str:
    """The result with its unit; one below its target is never rounded up onto it."""
    return words.measure(row["value"], row["unit"], row["target"] if row["status"] == "below" else None)


def _kpis(words: Wording, count: int) -> str:
    """How many KPIs: ๘ ตัวชี้วัด, 8 KPIs, 1 KPI."""
    return words(f"{words.brief(count)} ตัวชี้วัด", f"{words.brief(count)} {'KPI' if count == 1 else 'KPIs'}")


def title(words: Wording, judged: pd.DataFrame, table: pd.DataFrame) -> str:
    """The finding: how many KPIs reached their target, and which one did not."""
    total, below = len(judged), judged[judged["status"] == "below"]
    if not total:
        known = int(table["value"].notna().sum())
        return words(
            f"มีผลของ {_kpis(words, known)} แต่ยังไม่มีเป้าหมายให้เทียบ",
            f"Results for {_kpis(words, known)}, no targets to hold {'it' if known == 1 else 'them'} against",
        )
    count = _kpis(words, total)
    if below.empty:
        return words(
            f"ผลงานถึงเป้าหมายครบทั้ง {count}",
            f"All {count} reached the target" if total > 1 else "The one KPI reached its target",
        )
    if len(below) == total:
        return words(
            f"ไม่มีตัวชี้วัดใดถึงเป้าหมายจากทั้งหมด {count}",
            f"None of the {count} reached the target" if total > 1 else "The one KPI did not reach its target",
        )
    reached = words.brief(total - len(below))
    if len(below) == 1:
        row = records(below)[0]
        result, target = _figure(words, row), words.target(row["target"], row["unit"])
        # Thai parts words from figures by a space, not from other words.
        got, aim = (f"{'' if text.startswith('ร') else ' '}{text}" for text in (result, target))
        return words(
            f"{reached} จาก {count}ถึงเป้าหมาย ที่ไม่ถึงคือ “{words.name(row)}” ได้{got} จากเป้าหมาย{aim}",
            f"{reached} of {count} reached the target; below it is “{words.name(row)}”, {result} against {target}",
        )
    return words(
        f"{reached} จาก {count}ถึงเป้าหมาย ต่ำกว่าแผน {words.brief(len(below))} ตัวชี้วัด",
        f"{reached} of {count} reached the target; {words.brief(len(below))} are below plan",
    )


def alt(words: Wording, judged: pd.DataFrame) -> str:
    """How many KPIs there are of each status, and those below plan."""
    count = _kpis(words, len(judged))
    theirs = "its target" if len(judged) == 1 else "their targets"
    first = words(f"แผนภูมิแท่งเทียบผลกับเป้าหมายของ {count}", f"Bars of {count} against {theirs}.")
    counts = [
        words(f"{words(*STATUSES[status])} {words.brief(n)} ตัวชี้วัด", f"{words.brief(n)} {words(*STATUSES[status])}")
        for status in ("above", "as_planned", "below")
        if (n := int((judged["status"] == status).sum()))
    ]
    below = [f"{words.name(row)} {_figure(words, row)}" for row in records(judged[judged["status"] == "below"])]
    parts = [first]
    if counts:
        parts.append(f"{words.listed(counts)}" + words("", "."))
    if below:
        named = words.listed(below, _MOST_NAMED, "ตัวชี้วัด")
        parts.append(words(f"ต่ำกว่าแผน: {named}", f"Below plan: {named}."))
    return " ".join(parts)
