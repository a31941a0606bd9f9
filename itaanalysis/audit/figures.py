"""The numbers of a passage: figures with what they count, amounts in words, dates, and what is no number at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from itaanalysis.audit.phrases import family_of, phrases
from itaanalysis.thai.baht import read_words
from itaanalysis.thai.calendar import MONTH_PATTERN
from itaanalysis.thai.dates import DateError, read_dates
from itaanalysis.thai.numbers import NumberError

_SCALES = {"ล้าน": 10**6, "แสน": 10**5, "หมื่น": 10**4, "พัน": 10**3, "พันล้าน": 10**9, "million": 10**6}
COUNTED = frozenset(("people", "provinces", "units", "groups", "activities", "events", "dimensions"))
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_TOKEN = re.compile(r"(?<![0-9])[0-9]+(?:[.,]{1,2}[0-9]+)*")
_YEAR = re.compile(r"(?:1[89]|2[0-9])[0-9]{2}")

_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_ERA = r"(?:(?:ปี ?)?(?:พ\. ?ศ\. ?|ค\. ?ศ\. ?)?)"
_LINK = r" ?(?:-|,|และ|ถึงวันที่|ถึง|to|and) ?"
_DATES = re.compile(
    rf"""(?<![0-9./])(?<!ครั้งที่)(?<!ครั้งที่\ )(?<!รุ่นที่)(?<!รุ่นที่\ )(?:
      {_DAY}(?:{_LINK}{_DAY})* ?(?:เดือน ?)?(?:{MONTH_PATTERN}),? ?{_ERA}(?:[0-9]{{4}}|[0-9]{{2}}(?!\.?[0-9]))?
        (?:{_LINK}{_DAY} ?(?:เดือน ?)?(?:{MONTH_PATTERN}),? ?{_ERA}(?:[0-9]{{4}}|[0-9]{{2}}(?!\.?[0-9]))?)?
    | (?:{MONTH_PATTERN})\ {_DAY}(?:\ ?-\ ?{_DAY})?,?\ [0-9]{{4}}
    | [0-3]?[0-9]/[01]?[0-9]/(?:[0-9]{{4}}|[0-9]{{2}})
    | [12][0-9]{{3}}-[01][0-9]-[0-3][0-9]
    )(?![0-9/])""".replace(" ?", r"\ ?"),
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_AND_YEAR = re.compile(rf"(?:{MONTH_PATTERN}) ?{_ERA}(?:[0-9]{{4}}|[0-9]{{2}}(?!\.?[0-9]))", re.IGNORECASE)
_NUMERAL = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน|ศูนย์"
_IN_WORDS = re.compile(
    rf"(?:(?:{_NUMERAL}) ?){{2,}}บาท(?: ?ถ้วน| ?(?:(?:{_NUMERAL}) ?)+สตางค์)?|(?:(?:{_NUMERAL}) ?)+บาท ?ถ้วน"
)
_MOST_ITEMS = 30
"""Items that a sentence may number."""
_FRACTION = re.compile(r"(?<![0-9./])([0-9]{1,3}) ?/ ?([0-9]{1,3})(?= ?(?:หน่วย|แห่ง|units|agencies))")
_CLOCK = re.compile(r"[0-2]?[0-9][.:][0-5][0-9] ?(?:น\.|นาฬิกา)")


@dataclass(frozen=True)
class Figure:
    """A number of a passage from `start` to `end`.

    `family` is what it counts (money, share, people, … date), '' for a bare number. `value` is None for what is no
    number. `step` is the worth of its last digit: 0.01 for 96.42, 10000 for 1.29 million. `last` ends a range of days.
    """

    start: int
    end: int
    typed: str
    value: Decimal | date | None
    family: str
    step: Decimal = Decimal(1)
    unit: str = ""
    last: date | None = None
    in_words: bool = False
    unit_end: int = 0

    @property
    def malformed(self) -> bool:
        return self.value is None

    @property
    def bare(self) -> bool:
        """Whether no word says what it counts."""
        return not self.family


def figures(text: str) -> list[Figure]:
    """Every number that may be claimed in a passage (tidy text), in order; years, codes and ordinals are left out."""
    found = [*_in_words(text), *_dates(text), *_fractions(text)]
    taken = bytearray(len(text) + 1)
    for figure in found:
        taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
    for pattern in (_MONTH_AND_YEAR, _CLOCK):
        for other in pattern.finditer(text):
            taken[other.start() : other.end()] = b"\1" * (other.end() - other.start())
    for token in _TOKEN.finditer(text):
        if not any(taken[token.start() : token.end()]):
            found += _of_token(text, token)
    return sorted((figure for figure in found if figure.family != "none"), key=lambda figure: figure.start)


def _in_words(text: str) -> Iterator[Figure]:
    for found in _IN_WORDS.finditer(text):
        typed = found.group()
        try:
            value: Decimal | None = read_words(typed)
        except NumberError:
            value = None
        step = Decimal("0.01") if "สตางค์" in typed else Decimal(1)
        yield Figure(
            found.start(), found.end(), typed, value, "money", step, "บาท", in_words=True, unit_end=found.end()
        )


def _dates(text: str) -> Iterator[Figure]:
    for found in _DATES.finditer(text):
        typed = found.group().rstrip(" ,-")
        try:
            span = read_dates(typed)
        except DateError:
            # A day without a year, or one that the calendar does not have: nothing to hold against a table.
            yield Figure(found.start(), found.end(), typed, Decimal(0), "none")
            continue
        end = found.start() + len(typed)
        yield Figure(found.start(), end, typed, span.start, "date", last=span.end, unit_end=end)


def _fractions(text: str) -> Iterator[Figure]:
    """So many of all units: ผ่าน ๑๑/๑๒ หน่วยงาน."""
    for found in _FRACTION.finditer(text):
        for part in (1, 2):
            value = Decimal(found[part])
            yield Figure(found.start(part), found.end(part), found[part], value, "units", unit_end=found.end(part))


def _of_token(text: str, token: re.Match[str]) -> Iterator[Figure]:
    typed, start, end = token.group(), token.start(), token.end()
    if re.fullmatch(r"[0-9]+\.[0-9]+(?:,[0-9]+\.[0-9]+)+", typed):  # scores in a row with no space between
        for part in re.finditer(r"[^,]+", typed):
            yield from _figure(text, part.group(), start + part.start(), start + part.end())
        return
    yield from _figure(text, typed, start, end)


def _figure(text: str, typed: str, start: int, end: int) -> Iterator[Figure]:
    before = text[max(0, start - 40) : start]
    family, unit, scale, unit_end = _counted(text, before, end)
    if (
        re.match("0[0-9]", typed)
        or _is_part(before, text[end : end + 12])
        or _is_ordinal(typed, before, family)
        or _is_label(text, typed, start, family)
    ):
        return
    if not _PLAIN.fullmatch(typed):
        if family != "none" and not _is_list(typed) and (family or "," in typed):
            yield Figure(start, end, typed, None, family, unit=unit, unit_end=unit_end)
        return
    worth = Decimal(_SCALES.get(scale, 1))
    decimals = len(typed.partition(".")[2])
    if decimals and family in COUNTED and worth == 1:
        return  # a mean (69.3 คน), or the number of a section before a word (3.4 กิจกรรม…)
    number = Decimal(typed.replace(",", "")) * worth
    yield Figure(start, end, typed, number, family, worth.scaleb(-decimals), unit, unit_end=unit_end)


def _counted(text: str, before: str, end: int) -> tuple[str, str, str, int]:
    """What a number counts, the word that says so, its scale (ล้าน), and where that word ends."""
    after = _after().match(text, end)
    lead = _before().search(before)
    scale, unit = (after["scale"] or "", after["unit"] or "") if after else ("", "")
    firm = lead is not None and lead["unit"].lower() in phrases().firm and family_of(unit, "after") in COUNTED
    if (unit or scale) and not firm:  # ร้อยละ ๙๑.๖๗ หน่วยงานที่ผ่าน… counts no units
        return family_of(unit, "after") if unit else "money", unit, scale, after.end() if after else end
    return (family_of(lead["unit"], "before"), lead["unit"], "", end) if lead else ("", "", "", end)


def _is_list(typed: str) -> bool:
    """`1,2,3` is several numbers, `2.1.1` the number of a section."""
    parts = typed.split(",")
    return (len(parts) > 2 and all(len(part) < 3 for part in parts)) or bool(
        re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2}){2,}", typed)
    )


def _is_part(before: str, after: str) -> bool:
    """Inside a word (EIT1), a number of a document or telephone, or one end of a range."""
    if re.search(r"[A-Za-z][-/]?$|[0-9ก-ฮ.]/$|[0-9] ?- ?$|[0-9] ?\($|[0-9]\.$", before):
        return True
    return bool(
        re.match(r"[A-Za-z]|/[0-9]| ?- ?[0-9]| [0-9]{3,4} [0-9]{3,4}", after) or re.search(r"[0-9]{4} $", before)
    )


def _is_ordinal(typed: str, before: str, family: str) -> bool:
    if _YEAR.fullmatch(typed) and family in ("", "none"):
        return True
    if _ordinal("always").search(before) and not _ordinal("never").search(before):
        return True
    return not family and bool(_ordinal("unless_counted").search(before))


def _is_label(text: str, typed: str, start: int, family: str) -> bool:
    """The number of an item: `1) …`, `2. …`, or `2.1 …` at the head of a line."""
    behind = text[start + len(typed) :]
    head = not text[:start].strip("*-•➤( ")
    if re.fullmatch("[0-9]{1,2}", typed) and re.match(r"\)|\.(?: |[ก-๙A-Z]|$)", behind):
        if behind.startswith(")"):  # a bracket that was opened before the number closes behind it
            return text[:start].count("(") <= text[:start].count(")") or (text[start - 1] == "(" and not family)
        return head or (int(typed) <= _MOST_ITEMS and behind != ".")
    return (
        head
        and not family
        and bool(re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})*", typed))
        and float(typed.split(".")[0]) < 20
        and (re.match(r" ?\(?[^0-9\s]", text[start + len(typed) :]) is not None)
    )


@cache
def _after() -> re.Pattern[str]:
    scales = "|".join(sorted(_SCALES, key=len, reverse=True))
    return re.compile(rf"(?: ?\.?-)? ?\)? ?(?P<scale>{scales})? ?(?P<unit>{phrases().after_pattern})?", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<unit>{phrases().before_pattern})(?:ละ)? ?:? ?\(?$", re.IGNORECASE)


@cache
def _ordinal(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(phrases().ordinal[kind], key=len, reverse=True)))
    return re.compile(rf"(?:{words}) ?\(?$", re.IGNORECASE)
