"""What the heading of a column says of the numbers under it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from itaanalysis.audit.phrases import any_word, occurrences, phrases
from itaanalysis.reference import read_reference
from itaanalysis.thai.dates import BUDDHIST_ERA
from itaanalysis.thai.text import match_key
from itaanalysis.workspace import Workspace

_BY_COLUMN = {
    "participants": "people", "amount_baht": "money", "score": "share", "online_provinces": "provinces",
    "date": "date", "start_date": "date", "end_date": "date",
}  # fmt: skip
_SILENT = frozenset(("serial", "code", "weight", "weighted", "fiscal_year", "group", "level"))
_SO_MANY = re.compile(rf"\(.*?\)|\*|[0-9]+ ?{any_word('so_many')}")
_YEAR = re.compile(r"(?<![0-9])2[0-9]{3}(?![0-9])")


@dataclass(frozen=True)
class Heading:
    """What stands under a heading.

    `family` is that of its bare numbers ('' when it does not say), `role` target or result, `silent` says that they are
    to be left alone, and `year` is the other fiscal year they are of (0 for none). `of_levels` says that levels stand
    under it, `of_verdicts` that ผ่าน may be of the ITA.
    """

    family: str = ""
    role: str = ""
    silent: bool = False
    year: int = 0
    of_levels: bool = False
    of_verdicts: bool = True


class Headings:
    """Reads headings by headers.csv of the office and the words of phrases.toml."""

    def __init__(self, workspace: Workspace, fiscal_year: int) -> None:
        self._path = workspace.reference("headers.csv")
        self._words = workspace.reference("words.csv")
        self._fiscal_year = fiscal_year
        self._known: dict[str, Heading] = {}

    @cached_property
    def _columns(self) -> dict[str, set[str]]:
        """The columns a heading may stand over, in any table: ผล may be a score or an amount."""
        found: dict[str, set[str]] = defaultdict(set)
        rows = read_reference(self._path, ("table", "column", "header")) if self._path.is_file() else ()
        for row in rows:
            found[match_key(row["header"])].add(row["column"])
        return found

    @cached_property
    def _total_labels(self) -> set[str]:
        rows = read_reference(self._words, ("kind", "meaning", "word")) if self._words.is_file() else ()
        totals = [
            row["word"] for row in rows if row["kind"] in ("total_row", "grand_total") and row["meaning"] == "sum"
        ]
        return {match_key(word) for word in (*phrases().headings["total_row"], *totals)}

    def is_total(self, label: str) -> bool:
        """Whether a row's label says that it adds up the rows above it: รวม, รวมทั้งสิ้น (บาท)."""
        return match_key(re.sub(r"\(.*?\)|\*", "", label)) in self._total_labels

    def is_mean(self, label: str) -> bool:
        """Whether a row's label says that it is the mean of the rows above it: เฉลี่ย, ค่าเฉลี่ย ๕ ด้าน."""
        plain = match_key(_SO_MANY.sub("", label))
        return plain in {match_key(word) for word in phrases().headings["mean_row"]}

    def read(self, heading: str) -> Heading:
        """What a heading, or several one over the other (`ผลลัพธ์ | เป้าหมาย`, the nearest first), means."""
        if heading not in self._known:
            self._known[heading] = self._read(heading)
        return self._known[heading]

    def _read(self, heading: str) -> Heading:
        nearest = heading.partition(" | ")[0]
        key = match_key(nearest)
        columns = self._columns.get(key, set())
        families = {_BY_COLUMN.get(column, "") for column in columns}
        skipped = [match_key(word) for word in phrases().headings["skip"]]
        silent = (
            (bool(columns) and columns <= _SILENT)
            or key in skipped
            or any(word in key for word in skipped if len(word) > 4)
        )
        years = [int(year) for year in _YEAR.findall(heading)]
        other = next((year for year in years if year not in (self._fiscal_year, self._fiscal_year - BUDDHIST_ERA)), 0)
        family = families.pop() if len(families) == 1 else ""
        levels = next(occurrences(phrases().headings["level"], nearest), None) is not None
        return Heading(family or _family(nearest), _role(nearest), silent, other, levels, _is_of_verdicts(nearest))


def _family(heading: str) -> str:
    words = {word: family for family, words in phrases().columns.items() for word in words}
    found = [words[word] for _, _, word in sorted(occurrences(words, heading))]
    measured = next(occurrences(phrases().headings["measure"], heading), None)  # ร้อยละของงบประมาณ is no money
    return "share" if measured else found[-1] if found else ""


def _is_of_verdicts(heading: str) -> bool:
    """Whether ผ่าน under a heading may be of the ITA: under ผลการประเมิน, or no heading, but not ผลการอบรม."""
    words = phrases().headings
    found = {word for _, _, word in occurrences((*words["verdict"], *words["no_verdict"]), heading)}
    return not heading or (bool(found & {*words["verdict"]}) and not found & {*words["no_verdict"]})


def _role(heading: str) -> str:
    for role in ("target", "result"):
        if next(occurrences(phrases().headings[role], heading), None):
            return role
    return ""
