"""Numbers that claim nothing: names, places and ordinals, parts of other numbers, the numbers of items."""

from __future__ import annotations

import re

from itaanalysis.audit.phrases import longest_first, phrases

_YEAR = re.compile(r"(?:1[89]|2[0-9])[0-9]{2}")
_LOOKED_AT = 40
"""Characters before a number in which a word may say that it is a name."""
_MOST_ITEMS = 30
"""Items that a sentence may number."""
_MOST_SECTIONS = 20
"""A number at the head of a line from here on is no section's."""


def _right_before(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first(phrases().ordinal[kind])}) ?\(?$", re.IGNORECASE)


_ALWAYS, _NEVER, _UNLESS_COUNTED = (_right_before(kind) for kind in ("always", "never", "unless_counted"))


def claims_nothing(text: str, typed: str, start: int, family: str) -> bool:
    """Whether the number `typed` at `start` is a name, an ordinal, the number of an item, or a part of another one.

    `family` is what it counts by the word beside it.
    """
    before, behind = text[max(0, start - _LOOKED_AT) : start], text[start + len(typed) :]
    return (
        re.match("0[0-9]", typed) is not None
        or _is_part(before, behind)
        or _is_ordinal(typed, before, family)
        or _is_label(text, typed, start, family)
    )


def is_list(typed: str) -> bool:
    """Whether it is several numbers (`1,2,3`), or the number of a section (`2.1.1`)."""
    parts = typed.split(",")
    return (len(parts) > 2 and all(len(part) < 3 for part in parts)) or bool(
        re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2}){2,}", typed)
    )


def _is_part(before: str, behind: str) -> bool:
    """Inside a word (EIT1), a number of a document or telephone, or one end of a range."""
    if re.search(r"[A-Za-z][-/]?$|[0-9ก-ฮ.]/$|[0-9] ?- ?$|[0-9] ?\($|[0-9]\.$|[0-9]{4} $", before):
        return True
    return re.match(r"[A-Za-z]|/[0-9]| ?- ?[0-9]| [0-9]{3,4} [0-9]{3,4}", behind) is not None


def _is_ordinal(typed: str, before: str, family: str) -> bool:
    if _YEAR.fullmatch(typed) and family in ("", "none"):
        return True
    if _ALWAYS.search(before) and not _NEVER.search(before):
        return True
    return not family and _UNLESS_COUNTED.search(before) is not None


def _is_label(text: str, typed: str, start: int, family: str) -> bool:
    """The number of an item: `1) …`, `2. …`, or `2.1 …` at the head of a line."""
    behind = text[start + len(typed) :]
    head = not text[:start].strip("*-•➤( ")
    if re.fullmatch("[0-9]{1,2}", typed) and re.match(r"\)|\.(?: |[ก-๙A-Z]|$)", behind):
        if behind.startswith(")"):  # a bracket that was opened before the number closes behind it
            return text[:start].count("(") <= text[:start].count(")") or (text[start - 1] == "(" and not family)
        return head or (int(typed) <= _MOST_ITEMS and behind != ".")
    section = re.fullmatch(r"([0-9]{1,2})(?:\.[0-9]{1,2})*", typed)
    if not head or family or not section or int(section[1]) >= _MOST_SECTIONS:
        return False
    return re.match(r" ?\(?[^0-9\s]", behind) is not None
