"""Where a Thai line may break: between words, which are written without spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from itaanalysis.thai.dictionary import Dictionary

if TYPE_CHECKING:
    from pythainlp.util import Trie

_RUNS = re.compile(r"[ก-ฮฯะ-ฺเ-๎]+|\s+|[^ก-ฮฯะ-ฺเ-๎\s]+")
_THAI = re.compile("[ก-ฮฯะ-ฺเ-๎]")
_BREAKING_SPACES = re.compile("[ \t\r\f\v]+")  # a no-break space is left alone: it says "do not break here"

_NOUN_MAKERS = ("การ", "ความ")
# Words of the field that the dictionary lacks, and words in it that swallow the head of the one after them.
_TERMS = (
    "ตัวชี้วัด", "ดัชนีคุณธรรม", "ความโปร่งใส", "ผู้มีส่วนได้เสีย", "ผู้มีส่วนได้ส่วนเสีย", "มีส่วนร่วม", "ข้อร้องเรียน",
    "คอร์รัปชัน", "พนักงานราชการ", "ธุรกิจการค้า", "ภาพที่", "ตารางที่",
)  # fmt: skip
_SWALLOWERS = (
    "ทางการ", "ธรรมการ", "งานการ", "เป็นการ", "ให้การ", "กระทำการ", "ผลการ", "กิจการค้า", "ทางใน", "ร่วมใน",
)  # fmt: skip

_OPENING = "([{<«“‘฿$"
_CLOSING = ")]}>»”’,.:;!?%…/\u2010-–—ๆฯ๚๛\u00a0"
_MARKS = "ัิ-ฺ็-๎"
# What is never torn apart even inside a word too long for the line: a consonant with its vowels and marks.
_CLUSTER = re.compile(
    rf"[{re.escape(_OPENING)}]*[เ-ไ]?.[{_MARKS}]*[ะาำๅ]?(?: *[{_MARKS}{re.escape(_CLOSING)}])*", re.DOTALL
)


def visible_width(text: str) -> int:
    """Characters of `text` that take room on the line; marks above and below take none.

    >>> visible_width("ที่นี่")
    2
    """
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf") for char in text)


def words(text: str) -> list[str]:
    """`text` cut at Thai word boundaries; spaces, numbers and Latin words are pieces of their own.

    Joined together again the pieces are `text`. Where two readings of a phrase part it differently
    (`โครง|การพัฒนา`, `โครงการ|พัฒนา`) it stays whole, and a noun keeps its `การ` or `ความ`.

    >>> words("ผลการประเมิน ITA ๙๒.๘๐")
    ['ผล', 'การประเมิน', ' ', 'ITA', ' ', '๙๒.๘๐']
    """
    return [word for run in _RUNS.findall(text) for word in (_thai_words(run) if _THAI.match(run) else [run])]


def _thai_words(run: str) -> list[str]:
    from pythainlp.tokenize import word_tokenize

    readings = [word_tokenize(run, engine="newmm", custom_dict=dictionary) for dictionary in _dictionaries()]
    ends = sorted(set.intersection(*(set(accumulate(map(len, reading))) for reading in readings)))
    pieces: list[str] = []
    for start, end in zip([0, *ends], ends, strict=False):
        if pieces and pieces[-1] in _NOUN_MAKERS:
            pieces[-1] += run[start:end]
        else:
            pieces.append(run[start:end])
    return pieces


@cache
def _dictionaries() -> tuple[Trie, Trie]:
    """Two dictionaries that read the same text: with nouns such as `การพัฒนา` as words, and without them.

    Neither alone is right: the first reads `โครงการพัฒนา` as `โครง|การพัฒนา`, the second `รายงานการประเมิน` as
    `ราย|งานการ|ประเมิน`.
    """
    from pythainlp.corpus import thai_words

    known = thai_words() | set(_TERMS)
    made = {maker + word for maker in _NOUN_MAKERS for word in known} | set(_SWALLOWERS)
    # A Dictionary answers the one question that newmm asks of a Trie.
    return cast("Trie", Dictionary(known)), cast("Trie", Dictionary(known - made))


def wrap(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` visible characters, broken only between words.

    A line break typed in `text` stays one. No line begins with closing punctuation, `ๆ` or `ฯ`, or ends
    with an opening bracket. Only a word that is itself longer than `width` is torn, and then never between
    a consonant and its marks. Raises ValueError for a width below 1.
    """
    if width < 1:
        raise ValueError(f"the width of a line must be at least 1, not {width}")
    return [line for paragraph in text.split("\n") for line in _fill(_unbreakable(paragraph), width)]


@lru_cache(maxsize=2048)  # a text is wrapped again and again in search of a width that suits it
def _unbreakable(paragraph: str) -> tuple[tuple[str, bool], ...]:
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
    return tuple(parts)


def _belong_together(left: str, right: str, spaced: bool) -> bool:
    if right[0] in _CLOSING or left[-1] in _OPENING or unicodedata.category(right[0]) == "Mn":
        return True
    if spaced:
        return False
    # Without a space after it a dot belongs to an abbreviation (พ.ศ.), and a straight quote closes what it
    # follows.
    return left[-1] in ".\u00a0" or left in "\"'" or right[0] in "\"'"


def _fill(parts: tuple[tuple[str, bool], ...], width: int) -> list[str]:
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
