"""What a number counts, by the word beside it: ๕๒ คน, ร้อยละ ๙๑.๖๗, ๑.๒๙ ล้านบาท."""

from __future__ import annotations

import re
from dataclasses import dataclass

from itaanalysis.audit.figures.figure import COUNTED
from itaanalysis.audit.phrases import family_of, longest_first, phrases

_SCALES = phrases().scales
_AFTER = re.compile(
    rf"(?: ?\.?-)? ?\)? ?(?P<scale>{longest_first(_SCALES)})? ?(?P<unit>{longest_first(phrases().after)})?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<unit>{longest_first(phrases().before)})(?:ละ)? ?:? ?\(?$", re.IGNORECASE)
_LOOKED_AT = 40
"""Characters before a number in which its word is looked for."""


@dataclass(frozen=True)
class Counted:
    """What a number counts (`family`, '' when no word says it), that word, where it ends, and its scale (ล้าน: 10⁶)."""

    family: str
    unit: str
    end: int
    scale: int = 1


def counted(text: str, start: int, end: int) -> Counted:
    """What the number from `start` to `end` counts: by the word behind it, else by the one before it."""
    after = _AFTER.match(text, end)
    lead = _BEFORE.search(text, max(0, start - _LOOKED_AT), start)
    scale, unit = (after["scale"] or "", after["unit"] or "") if after else ("", "")
    firm = lead is not None and lead["unit"].lower() in phrases().firm and family_of(unit, "after") in COUNTED
    if after and (unit or scale) and not firm:  # ร้อยละ ๙๑.๖๗ หน่วยงานที่ผ่าน… counts no units
        family = family_of(unit, "after") if unit else "money"
        return Counted(family, unit, after.end(), _SCALES.get(scale, 1))
    return Counted(family_of(lead["unit"], "before"), lead["unit"], end) if lead else Counted("", "", end)
