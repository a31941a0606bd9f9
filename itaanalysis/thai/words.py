"""Where a Thai line may break: between words, which are written without spaces."""

from __future__ import annotations

import re
import unicodedata

_RUNS = re.compile(r"[ก-ฮฯะ-ฺเ-๎]+|\s+|[^ก-ฮฯะ-ฺเ-๎\s]+")
_THAI = re.compile("[ก-ฮฯะ-ฺเ-๎]")
_BREAKING_SPACES = re.compile("[ \t\r\f\v]+")  # a no-break space is left alone: it says "do not break here"

_OPENING = "([{<«“‘฿$"
_CLOSING = ")]}>»”’,.:;!?%…/\u2010-–—ๆฯ๚๛\u00a0"
_MARKS = "ัิ-ฺ็-๎"
# What is never torn apart even inside a word too long for the line: a consonant with its vowels and marks.
_CLUSTER = re.compile(
    rf"[{re.escape(_OPENING)}]*[เ-ไ]?.[{_MARKS}]*[ะาำๅ]?[{_MARKS}]*(?: *[{re.escape(_CLOSING)}])*", re.DOTALL
)


def visible_width(text: str) -> int:
    """Characters of `text` that take room on the line; marks above and below take none.

    >>> visible_width("ที่นี่")
    2
    """
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf") for char in text)


def words(text: str) -> list[str]:
    """`text` cut at Thai word boundaries; spaces, numbers and Latin words are pieces of their own.

    Joined together again the pieces are `text`.

    >>> words("ผลการประเมิน ITA")
    ['ผล', 'การประเมิน', ' ', 'ITA']
    """
    from pythainlp.tokenize import word_tokenize

    pieces: list[str] = []
    for run in _RUNS.findall(text):
        pieces += word_tokenize(run, engine="newmm") if _THAI.match(run) else [run]
    return pieces


def wrap(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` visible characters, broken only between words.

    A line break typed in `text` stays one. No line begins with closing punctuation, `ๆ` or `ฯ`, or ends
    with an opening bracket. Only a word that is itself longer than `width` is torn, and then never between
    a consonant and its marks. Raises ValueError for a width below 1.
    """
    if width < 1:
        raise ValueError(f"the width of a line must be at least 1, not {width}")
    return [line for paragraph in text.split("\n") for line in _fill(_unbreakable(paragraph), width)]


def _unbreakable(paragraph: str) -> list[tuple[str, bool]]:
    """The parts of a paragraph between which a line may break, each with whether a space stands before it."""
    parts: list[tuple[str, bool]] = []
    for chunk in _BREAKING_SPACES.split(paragraph.strip(" \t\r\f\v")):
        for i, piece in enumerate(words(chunk)):
            spaced = i == 0 and bool(parts)
            if parts and _belong_together(parts[-1][0], piece, spaced):
                head, before = parts[-1]
                parts[-1] = (head + (" " if spaced else "") + piece, before)
            else:
                parts.append((piece, spaced))
    return parts


def _belong_together(left: str, right: str, spaced: bool) -> bool:
    if right[0] in _CLOSING or unicodedata.category(right[0]) == "Mn":
        return True
    if spaced:
        return False
    # Without a space after it a dot belongs to an abbreviation (พ.ศ.), and a straight quote closes what it
    # follows.
    return left[-1] in _OPENING + ".\u00a0" or left in "\"'" or right[0] in "\"'"


def _fill(parts: list[tuple[str, bool]], width: int) -> list[str]:
    lines = [""]
    for part, spaced in parts:
        longer = lines[-1] + (" " if spaced and lines[-1] else "") + part
        if visible_width(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for cluster in _CLUSTER.findall(part) if visible_width(part) > width else [part]:
            if lines[-1] and visible_width(lines[-1] + cluster) > width:
                lines[-1] = lines[-1].rstrip(" ")
                lines.append("")
            lines[-1] += cluster.lstrip(" ") if not lines[-1] else cluster
    return lines
