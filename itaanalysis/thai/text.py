"""One spelling for Thai text, keys for exact look-ups, and Thai dictionary order.

Two people type the same Thai word with different characters and see the same word on the screen: `ำ` or `ํ`
+ `า`, the tone before the vowel or after it, `แ` or `เ` twice. Unicode's own forms do not help: NFC keeps
the two spellings of sara am apart and NFKC splits the good one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from itaanalysis.thai.words import visible_width, words, wrap

__all__ = [
    "in_digits", "match_key", "normalise", "sort_key", "suggest", "to_arabic_digits", "to_thai_digits", "unify_dashes",
    "visible_width", "words", "wrap",
]  # fmt: skip

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_THAI_DIGIT = re.compile(f"[{THAI_DIGITS}]")
_TO_ARABIC = str.maketrans(THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", THAI_DIGITS)

# The order in which the marks of one consonant are typed (the Thai input standard WTT 2.0): a vowel above
# or below first, the tone after it, the killer last. Phinthu leads because Unicode's canonical order puts
# it there.
_MARKS_BY_RANK = ("\u0e3a", "ัิีึืุู็", "\u0e4d", "่้๊๋", "์\u0e4e")
_MARK_RANK = {mark: rank for rank, marks in enumerate(_MARKS_BY_RANK) for mark in marks}
_MARKS = re.compile(f"[{''.join(_MARK_RANK)}]{{2,}}")
_TONE_AFTER_VOWEL = re.compile(f"([ก-ฮ][{''.join(_MARK_RANK)}]*)([ะาำ])([่้๊๋]+)")
_SPLIT_SARA_AM = re.compile("\u0e4d([่้๊๋]*)[าำ]")
_LONE_LAKKHANGYAO = re.compile("(?<![ฤฦ])ๅ")  # the long ๅ belongs to ฤๅ and ฦๅ; elsewhere it stands for า
# Whatever is repaired holds one of these. Most words hold none, and one look is ten times as quick as five repairs.
_NOT_ASCENDING = [f"[{marks}][{''.join(_MARKS_BY_RANK[: rank + 1])}]" for rank, marks in enumerate(_MARKS_BY_RANK)]
_TO_REPAIR = re.compile("|".join([*_NOT_ASCENDING, "[ะาำ][่้๊๋]", "[ๅ\u0e4d]", "เเ"]))

# Thai Windows fonts of the 1990s drew shifted marks and cut-off letters from a private area (U+F700 to
# U+F71A); text copied out of old PDF files still carries them.
_PRIVATE_GLYPHS = {0xF700 + i: char for i, char in enumerate("ฐ" + "ิีึื" + "่้๊๋์" + "่้๊๋์" + "ญ" + "ั\u0e4d็" + "่้๊๋์" + "ุู\u0e3a")}

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SPACES = re.compile(r"\s+")

# Share of characters two keys must have in common; two letters right of three just reach it (2/3).
_NEAR = 0.66


def to_arabic_digits(text: str) -> str:
    """`text` with Thai digits turned into Arabic ones.

    >>> to_arabic_digits("๑,๒๙๐ บาท")
    '1,290 บาท'
    """
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def to_thai_digits(text: str) -> str:
    """`text` with Arabic digits turned into Thai ones.

    >>> to_thai_digits("1,290 บาท")
    '๑,๒๙๐ บาท'
    """
    return text.translate(_TO_THAI)


def in_digits(text: str, lang: str, digits: str | None = None) -> str:
    """`text`, typed in Arabic digits, in the `digits` named ("thai" or "arabic"), else in those of its language.

    >>> in_digits("7 ก.พ. 68", "th"), in_digits("7 Feb 2025", "en"), in_digits("7 ก.พ. 68", "th", "arabic")
    ('๗ ก.พ. ๖๘', '7 Feb 2025', '7 ก.พ. 68')
    """
    return to_thai_digits(text) if (digits or ("thai" if lang == "th" else "arabic")) == "thai" else text


def unify_dashes(text: str) -> str:
    """`text` with every dash and minus sign (en, em, figure, U+2212 …) as the plain hyphen-minus."""
    return text if text.isascii() else _DASHES.sub("-", text)


def normalise(text: str) -> str:
    """The one spelling of `text`. A correctly typed word comes back unchanged, and so does a normalised text.

    Sara am becomes U+0E33 however it was typed, marks stand in order (vowel before tone), doubled marks
    become one, `เ` twice becomes `แ`; invisible characters go (zero-width, BOM, soft hyphen, controls),
    every kind of space and line break becomes a plain space, runs of spaces become one, and the ends are
    stripped.

    >>> normalise("นํ้า") == normalise("นำ้") == "น้ำ"
    True
    >>> normalise("เเผน  งาน\\u200b")
    'แผน งาน'
    """
    # Long sheets are mostly clean: only what is not printable holds glyphs of the private area, invisible characters
    # or odd spaces, and only what is not ASCII holds Thai to repair.
    if not text.isprintable():
        text = _SPACES.sub(" ", text.translate(_PRIVATE_GLYPHS))
        text = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf"))
    clean = text.isascii() or (unicodedata.is_normalized("NFC", text) and not _TO_REPAIR.search(text))
    previous = text if clean else None
    while text != previous:  # one repair can lay open another: a tone moved left may meet its double there
        previous, text = text, _repair(text)
    return " ".join(text.split())


def _repair(text: str) -> str:
    text = _MARKS.sub(_in_order, unicodedata.normalize("NFC", text))
    text = _LONE_LAKKHANGYAO.sub("า", text)
    text = _TONE_AFTER_VOWEL.sub(r"\1\3\2", text)
    text = _SPLIT_SARA_AM.sub(r"\1ำ", text)
    return text.replace("เเ", "แ")


def _in_order(found: re.Match[str]) -> str:
    return _ordered(found.group())


@lru_cache(maxsize=1_000)
def _ordered(marks: str) -> str:
    return "".join(dict.fromkeys(sorted(marks, key=_MARK_RANK.__getitem__)))


@lru_cache(maxsize=100_000)
def match_key(text: str) -> str:
    """The key under which headers and unit names are looked up: equal keys mean the same name.

    On top of `normalise`: Arabic digits, one case, no white space, one kind of dash, no dots.

    >>> match_key("สป. พณ.") == match_key("สปพณ")
    True
    """
    key = unify_dashes(to_arabic_digits(normalise(text))).casefold()
    return key.replace(" ", "").replace(".", "")


def suggest(text: str, candidates: Iterable[str]) -> str | None:
    """The candidate nearest to `text` by `match_key`, or None when none is near enough.

    For the wording of a problem only: one vowel can part two real units, so a near match is never applied.

    >>> suggest("กรมการค้าภายไน", ["กรมการค้าต่างประเทศ", "กรมการค้าภายใน"])
    'กรมการค้าภายใน'
    """
    from difflib import get_close_matches

    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(match_key(candidate), candidate)
    nearest = get_close_matches(match_key(text), [key for key in by_key if key], n=1, cutoff=_NEAR)
    return by_key[nearest[0]] if nearest else None


_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_SECOND_LEVEL = frozenset("็่้๊๋์\u0e4e")


def sort_key(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """A key that sorts texts in Thai dictionary order (the Royal Society's).

    A leading vowel counts after the consonant it is spoken with, tone marks decide only between words
    otherwise alike, and a Thai digit sorts with its Arabic twin, before the letters.

    >>> sorted(["ไก่", "ขา", "เก", "ก้า", "กา", "การ"], key=sort_key)
    ['กา', 'ก้า', 'การ', 'เก', 'ไก่', 'ขา']
    """
    spelled = normalise(text)
    letters: list[str] = []
    marks: list[str] = []
    for char in _LEADING_VOWEL.sub(r"\2\1", to_arabic_digits(spelled).casefold()):
        if char in _SECOND_LEVEL and letters:
            marks[-1] += char
        else:
            letters.append(char)
            marks.append("")
    return tuple(letters), tuple(marks), spelled
