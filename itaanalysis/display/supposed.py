"""What comes of a supposition, in words: the total, the level, the distance to the mark, and what was supposed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from itaanalysis.criteria import criteria
from itaanalysis.display.shown import Line, Shown
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.passing import Measure
    from itaanalysis.whatif import Supposed


def supposed(result: Supposed, words: Words) -> Shown:
    """A heading that says of whom and what is supposed, and a line for each thing that follows."""
    return Shown(words.lang, tuple(map(Line, lines(result, words))), heading=heading(result, words))


def heading(result: Supposed, words: Words) -> str:
    """“สป. ปีงบประมาณ พ.ศ. ๒๕๖๘ ถ้า OIT ได้ ๑๐๐.๐๐ คะแนน”."""
    year = words.fiscal_year(result.fiscal_year)
    whose = words.pick(f"{result.unit} {year}", f"{result.unit}, {year}")
    changes = [
        f"{_named(one, words)} {words.pick('ได้', 'at')} {words.number(new)}" for one, new in result.changes.items()
    ]
    if not changes:
        return whose
    return whose + words.pick(f" ถ้า {words.listed(changes)} คะแนน", f", supposing {words.listed(changes)} points")


def lines(result: Supposed, words: Words) -> Iterator[str]:
    """The total before and after, the level, the distance to the mark, the tools, and why something is unknown."""
    method, unknown = criteria(result.fiscal_year), words.pick("ยังไม่ทราบ", "not known")
    mark = method.pass_mark
    before, after = (unknown if one is None else words.score(one, mark) for one in (result.before, result.total))
    moved = (
        ""
        if result.change is None
        else words.pick(f" เปลี่ยนไป {words.signed(result.change)}", f", {words.signed(result.change)}")
    )
    yield words.pick(f"คะแนนรวม {after} (เดิม {before}{moved})", f"Total: {after} (before: {before}{moved})")
    level = method.level_name(result.level, words.lang)
    yield words.pick(f"ระดับ: {level}", f"Level: {level}")
    if result.distance is not None:
        gap = words.signed(result.distance)
        yield words.pick(f"ห่างจากเกณฑ์ {words.brief(mark)} คะแนน: {gap}", f"From the mark of {words.brief(mark)}: {gap}")
    tools = (f"{tool} {unknown if score is None else words.number(score)}" for tool, score in result.tools.items())
    yield words.pick("เครื่องมือ: ", "Tools: ") + " · ".join(tools)
    reason = result.reason(words.lang)
    if reason:
        yield reason


def _named(measure: Measure, words: Words) -> str:
    if isinstance(measure, int):
        number = words.brief(measure)
        return words.pick(f"ตัวชี้วัดที่ {number}", f"indicator {number}")
    return measure
