"""What is supposed, as it was typed: the unit, the scores that are to be others, and what cannot be followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from itaanalysis.criteria import Criteria
from itaanalysis.errors import UserError
from itaanalysis.passing import Lever, Measure, levers
from itaanalysis.thai.text import to_arabic_digits

if TYPE_CHECKING:
    from itaanalysis.year import YearData

LOWEST, HIGHEST = 0.0, 100.0


class SuppositionError(UserError, ValueError):
    """A supposition that cannot be followed: unknown unit or measure, a score outside 0 to 100, two that clash."""


def unit_named(year: YearData, typed: str) -> str:
    """Abbreviation of the unit typed in any of its spellings. Raises SuppositionError where there is no such unit."""
    if typed in year.scores_by_unit:
        return typed
    found = year.known_units.find(str(typed))
    if found is not None:
        return found.unit
    near = year.known_units.suggestion(str(typed))
    raise SuppositionError(
        f"ไม่รู้จักหน่วยงาน “{typed}”" + (f" หมายถึง “{near}” หรือไม่" if near else "") + " รายชื่อหน่วยงานอยู่ในไฟล์ units.csv\n"
        f"There is no unit “{typed}”" + (f"; is it “{near}”?" if near else "") + " The units are those of units.csv."
    )


def asked_of(method: Criteria, changes: Mapping[Any, float]) -> dict[Lever, float]:
    """The levers changed and their new scores. Raises SuppositionError as `what_if` tells."""
    every = {lever.measure: lever for lever in levers(method)}
    asked: dict[Lever, float] = {}
    for typed, score in changes.items():
        lever = every.get(_measure(typed))
        if lever is None:
            known = ", ".join(str(measure) for measure in every)
            raise SuppositionError(
                f"ไม่มีเครื่องมือหรือตัวชี้วัด “{typed}” ในปี {method.fiscal_year} เลือกได้จาก {known}\n"
                f"FY{method.fiscal_year} has no tool or indicator “{typed}”: choose from {known}."
            )
        _refuse_clash(lever, asked)
        asked[lever] = _score(lever, score)
    return asked


def _measure(typed: Any) -> Measure:
    if isinstance(typed, Integral) and not isinstance(typed, bool):
        return int(typed)
    text = to_arabic_digits(str(typed)).strip().upper()
    return int(text) if text.isdecimal() else text


def _score(lever: Lever, score: Any) -> float:
    number = isinstance(score, Real | Decimal) and not isinstance(score, bool)
    if not number or not LOWEST <= float(score) <= HIGHEST:
        raise SuppositionError(
            f"คะแนนของ {lever.measure} เป็น “{score}” ไม่ได้ ต้องเป็นตัวเลขตั้งแต่ {LOWEST:g} ถึง {HIGHEST:g}\n"
            f"The score of {lever.measure} cannot be “{score}”: type a number from {LOWEST:g} to {HIGHEST:g}."
        )
    return float(score)


def _refuse_clash(lever: Lever, asked: Iterable[Lever]) -> None:
    for other in asked:
        if other.tool == lever.tool and (other.kind != lever.kind or other == lever):
            raise SuppositionError(
                f"{other.measure} กับ {lever.measure} ต่างก็กำหนดคะแนน {lever.tool} โปรดเลือกอย่างใดอย่างหนึ่ง\n"
                f"{other.measure} and {lever.measure} both set {lever.tool}: give one of them."
            )
