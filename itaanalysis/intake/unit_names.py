"""A unit as lists have it: counted, named twice, with the mark of a footnote, shortened as everybody shortens it."""

from __future__ import annotations

import re

from itaanalysis.thai.numbers import split_remark
from itaanalysis.thai.text import match_key, normalise, to_arabic_digits
from itaanalysis.units import Unit, Units

ENUMERATION = re.compile(r"^\s*[(]?\d{1,2}[.)]+\s*")
# `กรมการค้าภายใน*`: what points at a note below the table.
_FOOTNOTE = re.compile(r"\s*(?:[*†‡]+|[¹²³⁴⁵]+|[(]?[1-9๑-๙]/[)]?)\s*$")
_BETWEEN_NAMES = re.compile(r"\s*[:/|,]\s*|\s+-\s+|\s+")
_OFFICE = re.compile(r"^สนง\.?\s*")
_LEFT_OUT = "ฯ"
_FEWEST_KEPT = 8
"""Letters that a name cut off by ฯ must keep."""


def unit_named(typed: str, units: Units) -> Unit | None:
    """The unit typed in a cell; None when it is not known.

    It may be counted (`๑. กรมการค้าภายใน`), named twice (`กรมการค้าภายใน (คน.)`, `คน. กรมการค้าภายใน`), shortened
    (`สนง.ปลัดกระทรวงฯ`) and have the mark of a footnote.
    """
    return units.find(typed) or _in_list(typed, units) or _in_list(_FOOTNOTE.sub("", typed), units)


def _in_list(typed: str, units: Units) -> Unit | None:
    name = ENUMERATION.sub("", to_arabic_digits(normalise(typed)))
    before, remark = split_remark(name)
    unit = units.find(before)
    if unit:
        return unit if remark is None or units.find(remark) is unit else None
    return _named_twice(name, units) or _shortened(name, units)


def _named_twice(name: str, units: Units) -> Unit | None:
    for between in _BETWEEN_NAMES.finditer(name):
        unit = units.find(name[: between.start()])
        if unit and units.find(name[between.end() :].strip("()")) is unit:
            return unit
    return None


def _shortened(name: str, units: Units) -> Unit | None:
    """A name with `สนง.` for สำนักงาน, or with its end left out by ฯ where only one unit's name begins so."""
    whole = _OFFICE.sub("สำนักงาน", name)
    if not whole.endswith(_LEFT_OUT):
        return units.find(whole) if whole != name else None
    kept = match_key(whole.removesuffix(_LEFT_OUT))
    fitting = [unit for unit in units if match_key(unit.name_th).startswith(kept)]
    return fitting[0] if len(fitting) == 1 and len(kept) >= _FEWEST_KEPT else None
