"""The numbers of a passage: figures with what they count, amounts in words, dates, and what is no number at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from itaanalysis.audit.figures.amounts_in_words import amounts_in_words
from itaanalysis.audit.figures.counted import counted
from itaanalysis.audit.figures.dates import dates, months_and_times
from itaanalysis.audit.figures.figure import COUNTED, Figure
from itaanalysis.audit.figures.not_claimed import claims_nothing, is_list
from itaanalysis.audit.phrases import any_word

_TOKEN = re.compile(r"(?<![0-9])[0-9]+(?:[.,]{1,2}[0-9]+)*")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_IN_A_ROW = re.compile(r"[0-9]+\.[0-9]+(?:,[0-9]+\.[0-9]+)+")
_FRACTION = re.compile(rf"(?<![0-9./])([0-9]{{1,3}}) ?/ ?([0-9]{{1,3}})(?= ?{any_word('of_units')})")


def figures(text: str) -> list[Figure]:
    """Every number that may be claimed in a passage (tidy text), in order; years, codes and ordinals are left out."""
    found = [*amounts_in_words(text), *dates(text), *_fractions(text)]
    taken = bytearray(len(text) + 1)
    for start, end in (*((figure.start, figure.end) for figure in found), *months_and_times(text)):
        taken[start:end] = b"\1" * (end - start)
    for token in _TOKEN.finditer(text):
        if not any(taken[token.start() : token.end()]):
            found += _of_token(text, token)
    return sorted((figure for figure in found if figure.family != "none"), key=lambda figure: figure.start)


def _fractions(text: str) -> Iterator[Figure]:
    """So many of all units: ผ่าน ๑๑/๑๒ หน่วยงาน."""
    for found in _FRACTION.finditer(text):
        for part in (1, 2):
            start, end = found.span(part)
            yield Figure(start, end, found[part], Decimal(found[part]), "units", unit_end=end)


def _of_token(text: str, token: re.Match[str]) -> Iterable[Figure]:
    typed, start = token.group(), token.start()
    if not _IN_A_ROW.fullmatch(typed):
        return _figure(text, typed, start)
    parts = re.finditer(r"[^,]+", typed)  # scores in a row with no space between
    return (figure for part in parts for figure in _figure(text, part.group(), start + part.start()))


def _figure(text: str, typed: str, start: int) -> Iterator[Figure]:
    end = start + len(typed)
    by_word = counted(text, start, end)
    family, unit = by_word.family, by_word.unit
    if claims_nothing(text, typed, start, family):
        return
    if not _NUMBER.fullmatch(typed):
        if family != "none" and not is_list(typed) and (family or "," in typed):
            yield Figure(start, end, typed, None, family, unit=unit, unit_end=by_word.end)
        return
    decimals = len(typed.partition(".")[2])
    if decimals and family in COUNTED and by_word.scale == 1:
        return  # a mean (69.3 คน), or the number of a section before a word (3.4 กิจกรรม…)
    number, worth = Decimal(typed.replace(",", "")), Decimal(by_word.scale)
    yield Figure(start, end, typed, number * worth, family, worth.scaleb(-decimals), unit, unit_end=by_word.end)
