"""The numbers Word puts before paragraphs by itself: `๒.๑`, `(ก)`, `•`. They are in no text of the file.

ECMA-376 part 1, 17.9: a paragraph, or its style, names a list (`numId`) and a level; the list says how each level is
written and where it starts. A level starts anew after a paragraph of a level above it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from itaanalysis.thai.text import to_thai_digits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"  # without ฃ and ฅ, which are out of use
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


def _letter(letters: str) -> Callable[[int], str]:
    # After the last letter each is doubled: z, aa, bb.
    return lambda number: letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "thaiNumbers": lambda number: to_thai_digits(str(number)),
    "thaiLetters": _letter(_THAI_LETTERS),
    "lowerLetter": _letter(_LATIN),
    "upperLetter": _letter(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str


class ListNumbers:
    """Counts the paragraphs of a Word file in order; made from the roots of its parts `numbering` and `styles`."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = _lists(numbering) if numbering is not None else {}
        self._of_style = _of_styles(styles) if styles is not None else {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Element) -> str:
        """What Word writes before the paragraph, which is counted by asking; '' for nothing or a bullet."""
        name, depth = self._list_of(paragraph)
        of, levels = self._lists.get(name, ("", {}))
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[of]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for below in [other for other in counts if other > depth]:
            del counts[below]
        if level.form in ("bullet", "none"):
            return ""

        def written(place: re.Match[str]) -> str:
            other = levels.get(int(place[1]) - 1, level)
            count = counts.get(int(place[1]) - 1, other.start)
            return _FORMATS.get(other.form, str)(max(count, 0))

        return _PLACE.sub(written, level.text)

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name, depth = self._of_style.get(_value(style), ("", 0))
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        return _reference(own, name, depth) if own is not None else (name, depth)


def _value(element: Element | None, otherwise: str = "") -> str:
    return otherwise if element is None else element.get(f"{_W}val", otherwise)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def _reference(element: Element, name: str, depth: int) -> tuple[str, int]:
    """List and level a `numPr` names; what it does not name stays."""
    return (
        _value(element.find(f"{_W}numId"), name),
        _number(_value(element.find(f"{_W}ilvl")), depth),
    )


def _lists(numbering: Element) -> dict[str, tuple[str, dict[int, _Level]]]:
    """By `numId`: the abstract list, whose count all its lists share, and its levels."""
    abstract = {one.get(f"{_W}abstractNumId", ""): _levels(one) for one in numbering.iter(f"{_W}abstractNum")}
    lists = {}
    for one in numbering.iter(f"{_W}num"):
        name, of = one.get(f"{_W}numId", ""), _value(one.find(f"{_W}abstractNumId"))
        restarted = one.find(f"{_W}lvlOverride") is not None
        lists[name] = (f"num {name}" if restarted else of, abstract.get(of, {}))
    return lists


def _levels(element: Element) -> dict[int, _Level]:
    return {
        _number(level.get(f"{_W}ilvl", ""), 0): _Level(
            _number(_value(level.find(f"{_W}start")), 1),
            _value(level.find(f"{_W}numFmt"), "decimal"),
            _value(level.find(f"{_W}lvlText")),
        )
        for level in element.iter(f"{_W}lvl")
    }


def _of_styles(styles: Element) -> dict[str, tuple[str, int]]:
    """List and level that paragraph styles name, by the style's id."""
    found = {}
    for style in styles.iter(f"{_W}style"):
        reference = style.find(f"{_W}pPr/{_W}numPr")
        if reference is not None:
            found[style.get(f"{_W}styleId", "")] = _reference(reference, "", 0)
    return found
