"""Who held an event: a unit of the ministry, several of them, or somebody within one."""

from __future__ import annotations

import re

from itaanalysis.intake.blocks import Block
from itaanalysis.intake.reading import Reading
from itaanalysis.intake.sheet import as_typed, is_blank, is_dash, is_excel_error
from itaanalysis.thai.text import normalise

_SEVERAL = re.compile(r"\s*(?:[/,;+&]|และ|ร่วมกับ)\s*")


def read_host(block: Block, row: int, reading: Reading) -> str | None:
    """Abbreviation of the unit typed as host; None where the cell is blank or names none.

    The host decides no figure: a group within a unit (`กลุ่มงานจริยธรรม`) is left out with a warning. What looks like the
    name of a unit, though, or is no text at all, is an error.
    """
    value, where = block.value(row, "host"), block.place(row, "host")
    if is_blank(value) or is_dash(value):
        return None
    typed = as_typed(value)
    if reading.vocabulary.unit(typed) is None and isinstance(value, str) and not is_excel_error(value):
        several = [reading.vocabulary.unit(part) for part in _SEVERAL.split(normalise(typed))]
        if len(several) > 1 and (first := several[0]) and all(several):
            reading.problems.add("hosts-several", where, typed, first=first.unit)
            return first.unit
        if reading.vocabulary.units.suggestion(typed) is None:
            reading.problems.add("host-not-a-unit", where, typed)
            return None
    unit = reading.unit(typed, where)
    return unit.unit if unit else None
