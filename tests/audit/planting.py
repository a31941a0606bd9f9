"""Mistakes planted in memos whose figures are right, and how many of them an audit finds.

A memo of `memos/` marks each of its figures with what it is: `[[people:๕๒]]`. A mistake is what a tired hand makes of
one figure: two digits exchanged, one left out, a Thai digit taken for another, a year shifted, the scores of two units
exchanged, a comma in the wrong place; or of one word: another level, a status turned round. A typing that still says
the same (๙๒.๘๐ without its zero) is no mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from itaanalysis.audit import Finding
from itaanalysis.audit.judging.auditor import Auditor
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.memo.memo import Memo
from itaanalysis.thai.text import to_arabic_digits, to_thai_digits
from itaanalysis.year import YearData

MEMOS = Path(__file__).parent / "memos"
ROUNDS = 3
"""A memo is audited this many times for each kind of mistake, a third of its figures spoilt each time."""
_MARK = re.compile(r"\[\[(?P<kind>[a-z]+):(?P<figure>[^\]]*)\]\]")
IN_WORDS = ("level", "status", "passed", "weekday")
"""Kinds of marks on words that claim something."""
NO_NUMBERS = ("words", "date", *IN_WORDS)
_LEVELS = (
    ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"),
    ("Excellent pass", "Good pass", "Pass", "Needs improvement", "Needs urgent improvement"),
    ("AA", "A", "B", "C", "D", "E", "F"),
)
_TURNED_ROUND = {
    "สูงกว่า": "ต่ำกว่า", "มากกว่า": "น้อยกว่า", "เกินเป้า": "ต่ำกว่าเป้า", "ไม่บรรลุ": "บรรลุ", "บรรลุ": "ไม่บรรลุ", "เป็นไปตาม": "ต่ำกว่า",
    "ตามแผน": "ต่ำกว่าแผน", "ต่ำกว่า": "สูงกว่า", "above": "below", "below": "above",
}  # fmt: skip
_VERDICTS = {"ไม่ผ่าน": "ผ่าน", "ผ่าน": "ไม่ผ่าน", "did not pass": "passed", "passed": "did not pass"}
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_SHORT_MONTH = re.compile(
    "กุมภาพันธ์|เมษายน|มิถุนายน|กันยายน|พฤศจิกายน|ก.พ.|เม.ย.|มิ.ย.|ก.ย.|พ.ย.|February|April|June|September|November"
)
_LOOK_ALIKES = str.maketrans("๓๗๕๔๖๐", "๗๓๔๕๐๖")


@dataclass(frozen=True)
class Marked:
    """A figure of a memo, what it is, and its place in the clean text."""

    kind: str
    figure: str
    start: int


@dataclass(frozen=True)
class Sample:
    """A memo without its marks, and its figures."""

    name: str
    text: str
    figures: tuple[Marked, ...]


@dataclass
class Tally:
    """How many mistakes of a kind were planted and found, and what was called wrong that was right."""

    planted: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)


@cache
def samples() -> tuple[Sample, ...]:
    """Every memo of the folder, in the order of their names."""
    return tuple(read_sample(path) for path in sorted(MEMOS.glob("*.txt")))


def read_sample(path: Path) -> Sample:
    marked, text, at = [], "", 0
    source = path.read_text(encoding="utf-8")
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        marked.append(Marked(mark["kind"], mark["figure"], len(text)))
        text += mark["figure"]
        at = mark.end()
    return Sample(path.stem, text + source[at:], tuple(marked))


def _exchanged(marked: Marked) -> str | None:
    """Two neighbouring digits exchanged: ๑,๘๗๑ becomes ๑,๗๘๑."""
    if marked.kind in NO_NUMBERS:
        return None
    for i in range(len(marked.figure) - 1, 0, -1):
        one, two = marked.figure[i - 1], marked.figure[i]
        if one.isdigit() and two.isdigit() and one != two and not (i == 1 and two in "0๐"):
            return marked.figure[: i - 1] + two + one + marked.figure[i + 1 :]
    return None


def _left_out(marked: Marked) -> str | None:
    """The second digit left out, the commas where they belong: ๗๓,๐๖๐ becomes ๗,๐๖๐."""
    places = [i for i, char in enumerate(marked.figure) if char.isdigit()]
    if marked.kind in NO_NUMBERS or len(places) < 2:
        return None
    rest = marked.figure[: places[1]] + marked.figure[places[1] + 1 :]
    whole, point, part = to_arabic_digits(rest).replace(",", "").partition(".")
    figure = f"{int(whole):,}{point}{part}"
    return figure if marked.figure.isascii() else to_thai_digits(figure)


def _look_alike(marked: Marked) -> str | None:
    """The last digit that looks like another taken for it: ๓ and ๗, ๕ and ๔, ๖ and ๐."""
    if marked.kind in NO_NUMBERS:
        return None
    for i in range(len(marked.figure) - 1, -1, -1):
        other = marked.figure[i].translate(_LOOK_ALIKES)
        if other != marked.figure[i] and not (i == 0 and other == "๐"):
            return marked.figure[:i] + other + marked.figure[i + 1 :]
    return None


def _shifted(marked: Marked) -> str | None:
    """The year before in a date: ๓ กันยายน ๒๕๖๗ for ๒๕๖๘."""
    if marked.kind != "date":
        return None
    digits = to_arabic_digits(marked.figure)
    year = re.search(r"[0-9]+$", digits)
    shifted = digits[: year.start()] + str(int(year[0]) - 1) if year else None
    return (
        shifted
        if shifted is None or marked.figure.isascii() or "1" in marked.figure
        else _as_typed(shifted, marked.figure)
    )


def _as_typed(figure: str, like: str) -> str:
    return to_thai_digits(figure) if re.search("[๐-๙]", like) else figure


def _other_day(marked: Marked) -> str | None:
    """The last digit of the first day one up or down: ๗ - ๘ becomes ๖ - ๘."""
    if marked.kind != "date":
        return None
    digits = to_arabic_digits(marked.figure)
    day = re.match(r"[0-9]+", digits)
    if not day:
        return None
    return _as_typed(f"{int(day[0]) - 1 if int(day[0]) > 1 else 2}{digits[day.end() :]}", marked.figure)


def _comma_moved(marked: Marked) -> str | None:
    """The last digit before the satang lost with the comma left where it was: ๑,๒๙๐,๐๐."""
    whole, point, part = marked.figure.partition(".")
    return f"{whole[:-1]}{point}{part}" if marked.kind in ("money", "people", "target") and "," in whole else None


def _in_words(marked: Marked) -> str | None:
    """One word of an amount in words changed: แปดหมื่น for เก้าหมื่น."""
    return marked.figure.replace("เก้าหมื่น", "แปดหมื่น") if marked.kind == "words" else None


def _another_level(marked: Marked) -> str | None:
    """The level above, below that for the best: ผ่านดีเยี่ยม for ผ่านดี."""
    names = next((names for names in _LEVELS if marked.figure in names), None) if marked.kind == "level" else None
    return names[names.index(marked.figure) - 1 if marked.figure != names[0] else 1] if names else None


def _turned_round(marked: Marked) -> str | None:
    """A status turned into its contrary: ต่ำกว่าเป้าหมาย for สูงกว่าเป้าหมาย."""
    begins = next((word for word in _TURNED_ROUND if marked.figure.startswith(word)), None)
    return marked.figure.replace(begins, _TURNED_ROUND[begins], 1) if begins and marked.kind == "status" else None


def _other_verdict(marked: Marked) -> str | None:
    """Passed for failed: ไม่ผ่านเกณฑ์ for ผ่านเกณฑ์."""
    begins = next((word for word in _VERDICTS if marked.figure.startswith(word)), None)
    return marked.figure.replace(begins, _VERDICTS[begins], 1) if begins and marked.kind == "passed" else None


def _no_such_day(marked: Marked) -> str | None:
    """A day that the month does not have: ๓๑ กันยายน."""
    if marked.kind != "date" or not _SHORT_MONTH.search(marked.figure):
        return None
    return _as_typed(re.sub(r"^[0-9]+", "31", to_arabic_digits(marked.figure)), marked.figure)


def _other_weekday(marked: Marked) -> str | None:
    """The weekday after the right one: วันศุกร์ for วันพฤหัสบดี."""
    if marked.kind != "weekday":
        return None
    return f"วัน{_WEEKDAYS[(_WEEKDAYS.index(marked.figure.removeprefix('วัน')) + 1) % 7]}"


MISTAKES: dict[str, Callable[[Marked], str | None]] = {
    "two digits exchanged": _exchanged,
    "a digit left out": _left_out,
    "Thai digits that look alike (๓/๗, ๕/๔, ๖/๐)": _look_alike,
    "the year of a date shifted": _shifted,
    "the day of a date changed": _other_day,
    "a comma in the wrong place": _comma_moved,
    "an amount in words changed": _in_words,
    "another level": _another_level,
    "a status turned round": _turned_round,
    "passed for failed": _other_verdict,
    "a day no month has": _no_such_day,
    "another weekday": _other_weekday,
}
UNITS_EXCHANGED = "the scores of two units exchanged"
PARTS_EXCHANGED = "the two parts of EIT exchanged"


def findings(text: str, known: KnownFigures) -> list[Finding]:
    """The audit of a text; the figures of the year are gathered once for all of them."""
    return Auditor(Memo.of(text), known.year, known).findings()


def recall(year: YearData) -> dict[str, Tally]:
    """Found and missed for each kind of mistake, over all memos; the clean memos stand first under "no mistake"."""
    known = KnownFigures(year)
    tallies = {"no mistake": Tally()}
    for sample in samples():
        for finding in findings(sample.text, known):
            if finding.wrong:
                tallies["no mistake"].false_alarms.append(_said(sample, finding))
    for kind, mistake in MISTAKES.items():
        tallies[kind] = Tally()
        for sample in samples():
            for spoilt in _spoilt(sample, mistake):
                _count(tallies[kind], sample, spoilt, known)
    for name, kind in ((UNITS_EXCHANGED, "score"), (PARTS_EXCHANGED, "part")):
        tallies[name] = Tally()
        for sample in samples():
            for spoilt in _exchanged_pairs(sample, kind):
                _count(tallies[name], sample, spoilt, known)
    return tallies


def _spoilt(sample: Sample, mistake: Callable[[Marked], str | None]) -> Iterator[dict[Marked, str]]:
    """Every third figure spoilt, in three rounds, so that what is spoilt stands among what is right."""
    wrong = [(marked, figure) for marked in sample.figures
             if (figure := mistake(marked)) and not same_number(marked.figure, figure)]  # fmt: skip
    for start in range(ROUNDS):
        if chosen := dict(wrong[start::ROUNDS]):
            yield chosen


def _exchanged_pairs(sample: Sample, kind: str) -> Iterator[dict[Marked, str]]:
    """Neighbouring scores of a kind exchanged, pair by pair."""
    scores = [marked for marked in sample.figures if marked.kind == kind]
    pairs = [(one, two) for one, two in zip(scores[::2], scores[1::2], strict=False) if one.figure != two.figure]
    for start in range(ROUNDS):
        if chosen := pairs[start::ROUNDS]:
            yield {one: other.figure for pair in chosen for one, other in (pair, pair[::-1])}


def same_number(typed: str, other: str) -> bool:
    """Whether two figures say the same number."""
    try:
        return float(to_arabic_digits(typed).replace(",", "")) == float(to_arabic_digits(other).replace(",", ""))
    except ValueError:
        return typed == other


def _count(tally: Tally, sample: Sample, spoilt: dict[Marked, str], known: KnownFigures) -> None:
    text, at, places = "", 0, {}
    for marked in sample.figures:
        text += sample.text[at : marked.start]
        at = marked.start + len(marked.figure)
        if marked in spoilt:
            places[len(text)] = (marked, spoilt[marked])
        text += spoilt.get(marked, marked.figure)
    wrong = [finding for finding in findings(text + sample.text[at:], known) if finding.wrong]
    found = {place for place, (_, figure) in places.items()
             if any(place <= finding.start < place + len(figure) for finding in wrong)}  # fmt: skip
    tally.planted += len(places)
    tally.found += len(found)
    tally.missed += [f"{sample.name}: {marked.figure} as {figure}" for place, (marked, figure) in places.items()
                     if place not in found]  # fmt: skip
    tally.false_alarms += [
        _said(sample, finding)
        for finding in wrong
        if not any(place <= finding.start < place + len(figure) for place, (_, figure) in places.items())
    ]


def _said(sample: Sample, finding: Finding) -> str:
    return f"{sample.name}:{finding.line} {finding.typed} {finding.verdict} {finding.expected}"


def table(tallies: dict[str, Tally]) -> str:
    """The tallies as a table of markdown."""
    alarms = sum(len(tally.false_alarms) for tally in tallies.values())
    lines = ["| mistake | planted | found | recall | false alarms |", "|---|---:|---:|---:|---:|"]
    for kind, tally in tallies.items():
        share = f"{tally.found / tally.planted:.1%}" if tally.planted else "–"
        planted, found = (tally.planted, tally.found) if tally.planted else ("–", "–")
        lines.append(f"| {kind} | {planted} | {found} | {share} | {len(tally.false_alarms)} |")
    planted, found = sum(tally.planted for tally in tallies.values()), sum(tally.found for tally in tallies.values())
    lines.append(f"| all | {planted} | {found} | {found / planted:.1%} | {alarms} |")
    return "\n".join(lines)
