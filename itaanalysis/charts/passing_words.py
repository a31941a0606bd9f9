"""The words of the chart of what it takes to pass: its finding, its small print, its text description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis.charts.unit_names import both
from itaanalysis.charts.wording import Wording, records
from itaanalysis.passing_words import said_changes

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_MOST_NAMED = 3


def title(words: Wording, year: YearData, changes: pd.DataFrame) -> str:
    """The finding: who is nearest to the next mark and what one tool would have to add."""
    units = changes.drop_duplicates("unit")
    mark = year.criteria.pass_mark
    if units.empty:
        top = words.brief(year.criteria.marks[-1])
        return words(f"ทุกหน่วยงานที่มีคะแนนได้ตั้งแต่ {top} คะแนนขึ้นไป", f"Every unit with a score has {top} points or more")
    first = units[units["mark"] == units["mark"].iloc[0]]
    nearest = records(first)[0]
    goal, passed = _goal(words, float(nearest["mark"]), mark)
    name, gap = words.short_name(nearest), words.difference(nearest["missing"])
    if len(first) > 1:
        count = words.brief(len(first))
        return passed + words(
            f"{count} หน่วยงานยังไม่ถึง{goal} ใกล้ที่สุดคือ {name} ขาด {gap} คะแนน",
            f"{count} units lie below {goal}, the nearest {name}, {gap} short",
        )
    said = said_changes(words, changes[changes["unit"] == nearest["unit"]])
    if said is None:
        return passed + words(
            f"{name} ขาด {gap} คะแนน เพิ่มเครื่องมือเดียวไม่พอให้ถึง{goal}",
            f"{name} is {gap} short of {goal}; no tool alone is enough",
        )
    return passed + words(
        f"{name} ขาด {gap} คะแนน จะถึง{goal} เมื่อเพิ่ม {said}", f"{name} is {gap} short of {goal}: {said} would do"
    )


def _goal(words: Wording, mark: float, pass_mark: float) -> tuple[str, str]:
    """A mark as the title names it, and what it says first where everyone has passed already."""
    points, passed = words.brief(mark), words.brief(pass_mark)
    if mark == pass_mark:
        return words(f"เกณฑ์ {points} คะแนน", f"the pass mark of {points}"), ""
    return words(f" {points} คะแนน", points), words(
        f"ทุกหน่วยงานผ่านเกณฑ์ {passed} คะแนน แต่ ", f"Every unit meets the pass mark of {passed}, but "
    )


def subtitle(words: Wording, year: YearData) -> str:
    """What is drawn, and the weights it rests on."""
    shares = words.listed(
        words(f"{tool} ร้อยละ {words.set_share(100 * weight)}", f"{tool} {words.set_share(100 * weight)}%")
        for tool, weight in year.criteria.weights.items()
    )
    return words(
        f"คะแนนที่เครื่องมือเดียวต้องเพิ่ม ให้คะแนนรวมถึงเกณฑ์ถัดไป {words.fiscal_year(year.fiscal_year)} น้ำหนัก {shares}",
        f"Points one tool alone would have to add to reach the next mark, {words.fiscal_year(year.fiscal_year)}; "
        f"weights: {shares}",
    )


def notes(words: Wording, year: YearData, changes: pd.DataFrame, drawn: int) -> list[str]:
    """What a reader must know: open signs, units that are not drawn, floors of the levels."""
    said = []
    if (units := changes["unit"].nunique()) > drawn:
        said.append(
            words(
                f"แสดง {words.brief(drawn)} จาก {words.units(units)} โดยเริ่มจากเกณฑ์ต่ำสุดและหน่วยงานที่ใกล้ที่สุด",
                f"{words.brief(drawn)} of {words.units(units)} are shown: the lowest mark and the nearest units first.",
            )
        )
    if (changes["outcome"] == "unknown").any():
        full = words.brief(100)
        said.append(
            words(
                f"เครื่องหมายโปร่ง: ไม่ทราบคะแนนเดิมของเครื่องมือ จึงยังไม่รู้ว่าเพิ่มได้เท่านั้นโดยไม่เกิน {full} หรือไม่",
                f"Open signs: the tool's own score is not known, so the change may go beyond {full}.",
            )
        )
    if (changes["outcome"] == "over_100").any():
        full = words.brief(100)
        said.append(words(f"ไม่พอ: เครื่องมือนั้นต้องได้เกิน {full}", f"Not enough: the tool would have to pass {full}."))
    top = year.criteria.marks[-1]
    at_top = int((year.unit_scores["score"] >= top).sum())
    without = int(year.unit_scores["score"].isna().sum())
    if at_top and len(changes):
        said.append(
            words(
                f"ไม่แสดง {words.units(at_top)}ที่ได้ {words.brief(top)} คะแนนขึ้นไป",
                f"Not shown: {words.units(at_top)} with {words.brief(top)} points or more.",
            )
        )
    if without:
        said.append(words(f"ยังไม่มีคะแนน {words.units(without)}", f"No score yet: {words.units(without)}."))
    floors = [goal for goal in year.criteria.goals if goal.every_tool is not None]
    if floors and len(changes):
        each = words.listed(
            words(
                f"{goal.name_th} {words.brief(goal.every_tool or 0)}",
                f"{goal.name_en} {words.brief(goal.every_tool or 0)}",
            )
            for goal in floors
        )
        said.append(words(f"ระดับมีเกณฑ์ของทุกเครื่องมือด้วย: {each}", f"Levels also ask a floor of every tool: {each}."))
    return said


def alt(words: Wording, year: YearData, changes: pd.DataFrame) -> str:
    """What a reader would see, in one to three sentences."""
    units = changes.drop_duplicates("unit")
    top = words.brief(year.criteria.marks[-1])
    if units.empty:
        return words(f"ไม่มีหน่วยงานใดได้ต่ำกว่า {top} คะแนน", f"No unit has less than {top} points.")
    first = words(
        f"แผนภูมิจุดแสดงคะแนนที่เครื่องมือเดียวต้องเพิ่มของ {words.units(len(units))}",
        f"Dot chart of the points one tool would have to add for {words.units(len(units))}.",
    )
    each = []
    for row in records(units.head(_MOST_NAMED)):
        said = said_changes(words, changes[changes["unit"] == row["unit"]])
        how = said or words("เครื่องมือเดียวไม่พอ", "no tool alone is enough")
        gap, mark = words.difference(row["missing"]), words.brief(row["mark"])
        each.append(
            words(
                f"{words.short_name(row)} ขาด {gap} คะแนนจาก {mark} ({how})",
                f"{words.short_name(row)} is {gap} short of {mark} ({how})",
            )
        )
    return f"{first} " + words(" ".join(each), f"{'; '.join(each)}.")


def told(words: Wording, changes: pd.DataFrame) -> Iterator[str | None]:
    """What each row tells: nothing under the name of a mark; for a unit its score, what it lacks and what would do."""
    for _, group in changes.groupby("mark", sort=False):
        yield None
        for _, own in group.groupby("unit", sort=False):
            row = records(own)[0]
            name = both(words.full_name(row), words.short_name(row))
            score, mark = words.score(row["score"], row["mark"]), words.brief(row["mark"])
            gap, said = words.difference(row["missing"]), said_changes(words, own)
            how = (
                words(f"ถึงได้เมื่อเพิ่ม {said}", f"{said} would do")
                if said
                else words("เพิ่มเครื่องมือเดียวไม่พอ", "no tool alone is enough")
            )
            yield words(
                f"{name}: {score} คะแนน ขาด {gap} จึงจะถึง {mark} {how}",
                f"{name}: {score} points, {gap} short of {mark}; {how}",
            )
