"""Tools and indicators as lists have them: by letters, names or numbers, with parts and weights beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from itaanalysis.criteria import Criteria, Indicator
from itaanalysis.intake.unit_names import ENUMERATION
from itaanalysis.thai.text import match_key, normalise, to_arabic_digits

_INDICATOR_NUMBER = re.compile(r"^(?:ตัวชี้วัด(?:ที่)?|ข้อ(?:ที่)?|indicator|i)?(\d{1,2})$")
_TOOL = re.compile(r"IIT|EIT|OIT", re.IGNORECASE)
# A digit behind EIT is its part; a larger number, or one with a percent sign, is its weight.
_EIT_PART = re.compile(r"(?:ส่วนที่|ตอนที่|part)\s*(\d)(?!\d)|EIT\W*(\d)(?!\d|\s*%)", re.IGNORECASE)
_EIT_SURVEY_PARTS = {"public": "1", "survey": "2"}


def tool_named(typed: str, known: Mapping[str, str], criteria: Criteria) -> str | None:
    """IIT, EIT1, EIT2, EIT or OIT; None when it is neither. `known` has the tools by their names as keys."""
    text = to_arabic_digits(normalise(typed))
    codes = {code.upper() for code in _TOOL.findall(text)}
    if len(codes) == 1:
        tool = codes.pop()
    else:
        key = match_key(text)
        named = [word for word in known if key.startswith(word)]
        if codes or not named:
            return None
        tool = known[max(named, key=len)]
    if tool != "EIT":
        return tool
    part = _EIT_PART.search(text)
    number = next((digit for digit in part.groups() if digit), "") if part else ""
    number = number or next((n for word, n in _EIT_SURVEY_PARTS.items() if word in text.lower()), "")
    tool = f"EIT{number}"
    return tool if not number or tool in criteria.eit_parts else None


def indicator_named(typed: str, names: Mapping[str, int], criteria: Criteria) -> Indicator | None:
    """The indicator typed by name, or by number where only a number stands. `names` has the numbers by name as keys."""
    text = to_arabic_digits(normalise(typed))
    name = ENUMERATION.sub("", text)
    for candidate in (name, re.sub(r"^ตัวชี้วัด(ที่)?\s*\d{1,2}\s*[:.)]?\s*", "", name)):
        number = names.get(match_key(candidate))
        if number:
            return criteria.indicators[number]
    alone = _INDICATOR_NUMBER.match(match_key(text))
    return criteria.indicators.get(int(alone[1])) if alone else None
