"""The words found on sheets and what they mean: headings, tools, indicators, units, total rows.

The words are data: data/reference/headers.csv, words.csv and units.csv, which an office can edit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from itaanalysis.criteria import Criteria, Indicator
from itaanalysis.intake.measure_names import indicator_named, tool_named
from itaanalysis.intake.unit_names import unit_named
from itaanalysis.reference import ReferenceTableError, read_reference
from itaanalysis.thai.text import match_key, normalise, suggest, to_arabic_digits
from itaanalysis.units import Unit, Units
from itaanalysis.workspace import Workspace

# `ค่าใช้จ่าย (พันบาท)`, `คะแนนรวม (100 คะแนน)`: what a column is measured in is no part of its name.
_MEASURED = re.compile(
    r"\s*[(\[]\s*(?:(?:หน่วย\s*:?\s*)?(?:(?:พัน|หมื่น|แสน|ล้าน)?\s*บาท|(?:thousand|million)?\s*baht|คน|ราย|คะแนน|ร้อยละ|%)"
    r"|(?:เต็ม\s*)?\d+\s*(?:คะแนน|%)|(?:เต็ม|ร้อยละ)\s*\d+)\s*[)\]]",
    re.IGNORECASE,
)
_SHORT = 2
_YEAR = re.compile(
    r"[(\[]?\s*(?:ประจำ)?(?:FY|ปีงบประมาณ|ปี)?\s*(?:พ\.?\s?ศ\.?)?\s*(2[56]\d\d)(?!\d)\s*[)\]]?", re.IGNORECASE
)


@dataclass(frozen=True)
class Heading:
    """What a heading means: a column of a table, or one unit, tool or indicator that has its own column.

    `year` is the fiscal year a column says it is of, where that is another than the one being read.
    """

    role: str
    key: str | int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Vocabulary:
    """Every word the intake understands."""

    units: Units
    criteria: Criteria
    headers: dict[str, dict[str, str]] = field(repr=False)
    words: dict[str, dict[str, str]] = field(repr=False)
    second_meanings: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    """The other column a heading may stand for, by table and key: `ผลการประเมิน` beside `คะแนน` is the level."""
    ranks: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)
    """How far a heading gives way to others of the same meaning, by table and key; 0 where nothing is said."""
    _headings: dict[tuple[str, str], Heading | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, workspace: Workspace, criteria: Criteria) -> Vocabulary:
        """The vocabulary of a project folder. Raises WorkspaceError when a reference table is not there."""
        headers: dict[str, dict[str, str]] = defaultdict(dict)
        second_meanings: dict[tuple[str, str], str] = {}
        ranks: dict[tuple[str, str], int] = {}
        for line in read_reference(workspace.reference("headers.csv"), ("table", "column", "header"), ("rank",)):
            key = match_key(line["header"])
            ranks[line["table"], key] = _rank(line["rank"], line["header"])
            if headers[line["table"]].setdefault(key, line["column"]) != line["column"]:
                second_meanings.setdefault((line["table"], key), line["column"])
        words: dict[str, dict[str, str]] = defaultdict(dict)
        for line in read_reference(workspace.reference("words.csv"), ("kind", "meaning", "word")):
            words[line["kind"]].setdefault(match_key(line["word"]), line["meaning"])
        unknown = [meaning for meaning in words["indicator"].values() if not _is_indicator(meaning, criteria)]
        if unknown:
            raise ReferenceTableError(
                f"words.csv: ไม่มีตัวชี้วัดที่ {', '.join(unknown)}\nwords.csv: there is no indicator {', '.join(unknown)}."
            )
        units = Units.read(workspace.reference("units.csv"))
        return cls(units, criteria, dict(headers), dict(words), second_meanings, ranks)

    def heading(self, table: str, label: str) -> Heading | None:
        """What a heading means in a table; None when it is not known."""
        key = (table, label)
        if key not in self._headings:
            self._headings[key] = self._look_up(table, label)
        return self._headings[key]

    def _look_up(self, table: str, label: str) -> Heading | None:
        column = self._column(table, label)
        if column:
            return Heading(column)
        if stated := _YEAR.search(to_arabic_digits(normalise(label))):
            return self._of_year(table, int(stated[1]), _YEAR.sub(" ", to_arabic_digits(normalise(label)), count=1))
        if table != "scores" or self.word_within("not_a_score", label):
            return None
        if unit := self.units.find(label):
            return Heading("unit_value", unit.unit)
        if indicator := self.indicator(label):
            return Heading("indicator_value", indicator.number)
        if tool := self.tool(label):
            return Heading("tool_value", tool)
        return None

    def _column(self, table: str, label: str) -> str | None:
        known = self.headers.get(table, {})
        return known.get(match_key(label)) or known.get(
            match_key(_MEASURED.sub("", to_arabic_digits(normalise(label))))
        )

    def rank(self, table: str, label: str) -> int:
        """How far a known heading gives way to others of the same meaning: `จำนวนเงิน` to `เบิกจ่ายจริง`."""
        keys = (match_key(label), match_key(_MEASURED.sub("", to_arabic_digits(normalise(label)))))
        return next((self.ranks[table, key] for key in keys if (table, key) in self.ranks), 0)

    def _of_year(self, table: str, year: int, label: str) -> Heading | None:
        """A column of one year: of scores those of any year, of other tables this year's."""
        column = self._column(table, label) if label.strip() else None
        if table == "scores":
            return Heading("year_value", year) if column == "score" or not label.strip() else None
        return Heading(column) if column and year == self.criteria.fiscal_year else None

    @cached_property
    def heading_keys(self) -> set[str]:
        """Every known heading as a key, whatever its table."""
        return {key for table in self.headers.values() for key in table}

    def nearest_heading(self, table: str, label: str) -> tuple[str, str] | None:
        """A known heading of the table that looks like `label`, with its column; for the text of a problem only."""
        known = self.headers.get(table, {}) if any(map(str.isalpha, label)) else {}
        if self.word_within("not_actual", label):  # a plan or what is left is never to be taken for what was spent
            known = {key: column for key, column in known.items() if column != "amount_baht"}
        near = suggest(label, known)
        return (near, known[match_key(near)]) if near else None

    def word(self, kind: str, typed: str) -> str | None:
        """Meaning of a word of `kind` typed in a cell; None when it is not known."""
        return self.words.get(kind, {}).get(match_key(typed))

    def word_within(self, kind: str, text: str) -> str | None:
        """Meaning of the longest word of `kind` that occurs in `text`; None when none does."""
        key = match_key(text)
        found = [word for word in self.words.get(kind, {}) if word in key and _stands_alone(word, key)]
        return self.words[kind][max(found, key=len)] if found else None

    def starts_with(self, kind: str, text: str) -> str | None:
        """Meaning of the longest word of `kind` that `text` begins with; None when none does."""
        key = match_key(text)
        if not key.startswith(tuple(self.words.get(kind, {}))):
            return None
        found = [word for word in self.words[kind] if key.startswith(word)]
        return self.words[kind][max(found, key=len)] if found else None

    def ends_with(self, kind: str, text: str) -> bool:
        """Whether `text` ends in a word of `kind`, which may stand in brackets."""
        return match_key(_MEASURED.sub("", normalise(text))).rstrip(")]").endswith(tuple(self.words.get(kind, {})))

    def sums_up(self, text: str) -> bool:
        """Whether a heading says that it sums up others: `รวม`, `รวม (คน)`, `ผู้เข้าร่วมรวม`, `Total`."""
        known = self.words.get("total_row", {})
        key = match_key(_MEASURED.sub("", normalise(text))).rstrip(")]")
        found = [word for word in known if key.startswith(word) or key.endswith(word)]
        return bool(found) and known[max(found, key=len)] == "sum"

    def is_bare_sum(self, text: str) -> bool:
        """Whether a heading sums up and does not say what: `รวม`, `รวมทั้งสิ้น`, but not `คะแนนรวม`."""
        return self.word("total_row", text) == "sum" and self.word_within("kpi_unit", text) is None

    def unit(self, typed: str) -> Unit | None:
        """The unit typed in a cell; None when it is not known."""
        return unit_named(typed, self.units)

    def tool(self, typed: str) -> str | None:
        """IIT, EIT1, EIT2, EIT or OIT, however it is typed; None when it is neither.

        `External (EIT) ส่วนที่ ๑` is EIT1.
        """
        return tool_named(typed, self.words.get("tool", {}), self.criteria)

    def indicator(self, typed: str) -> Indicator | None:
        """The indicator typed in a cell, by its name, or by its number where only a number stands.

        The number in front of a name only counts the rows of a list: `๕) คุณภาพการดำเนินงาน` is indicator 6.
        """
        return indicator_named(typed, self._indicator_names, self.criteria)

    @cached_property
    def _indicator_names(self) -> dict[str, int]:
        names = {key: int(number) for key, number in self.words.get("indicator", {}).items()}
        for number, indicator in self.criteria.indicators.items():
            names[match_key(indicator.name_th)] = names[match_key(indicator.name_en)] = number
        return names

    def nearest_indicator(self, typed: str) -> str | None:
        """The indicator name nearest to what was typed, for the text of a problem only."""
        return suggest(typed, [indicator.name_th for indicator in self.criteria.indicators.values()])


def _stands_alone(word: str, key: str) -> bool:
    """Whether a word of so few Latin letters that others hold it by chance is one of its own: `PO`, not `Report`."""
    short = word.isascii() and word.isalpha() and len(word) <= _SHORT
    return not short or re.search(rf"(?<![a-z]){word}(?![a-z])", key) is not None


def _rank(typed: str, header: str) -> int:
    if not typed.isdecimal() and typed:
        raise ReferenceTableError(
            f"headers.csv: rank ของ “{header}” ต้องเป็นจำนวนเต็มหรือเว้นว่าง ไม่ใช่ {typed}\n"
            f"headers.csv: the rank of “{header}” is a whole number or blank, not {typed}."
        )
    return int(typed or 0)


def _is_indicator(meaning: str, criteria: Criteria) -> bool:
    return meaning.isdecimal() and int(meaning) in criteria.indicators
