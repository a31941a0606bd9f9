"""One reading of a year's raw folder: what every table reader shares and adds to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from itaanalysis.fiscal import FiscalYear
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.problems import Place, Problems
from itaanalysis.intake.suggestions import name_suggestion
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.thai.text import match_key
from itaanalysis.units import Unit

_NAMES = {
    "code": ("รหัสกิจกรรม", "activity code"),
    "name": ("ชื่อ", "name"),
    "item": ("รายการ", "item"),
    "amount_baht": ("จำนวนเงิน", "amount"),
    "unit": ("หน่วยงาน", "unit"),
    "date": ("วันที่", "date"),
    "participants": ("จำนวนผู้เข้าร่วม", "participants"),
    "tier": ("ระดับ", "tier"),
    "kind": ("ประเภท", "kind"),
    "reported_status": ("สถานะ", "status"),
    "weight": ("น้ำหนัก", "weight"),
    "tool": ("เครื่องมือ", "tool"),
    "indicator": ("ตัวชี้วัด", "indicator"),
    "reported": ("ผลลัพธ์", "result"),
    "target": ("ค่าเป้าหมาย", "target"),
    "score": ("คะแนน", "score"),
}
TABLE_NAMES = {
    "activities": ("กิจกรรม", "activities"),
    "expenses": ("ค่าใช้จ่าย", "expenses"),
    "scores": ("คะแนน ITA", "ITA scores"),
    "targets": ("ค่าเป้าหมายตัวชี้วัด", "targets"),
}


@dataclass
class Reading:
    """The year being read, the words it is read with, and what was found beside the rows themselves."""

    fiscal_year: FiscalYear
    vocabulary: Vocabulary
    problems: Problems = field(default_factory=Problems)
    totals: list[dict[str, Any]] = field(default_factory=list)
    levels: list[dict[str, Any]] = field(default_factory=list)
    units_seen: Counter[str] = field(default_factory=Counter)
    spellings_seen: set[str] = field(default_factory=set)

    def state(
        self,
        table: str,
        column: str,
        reported: float,
        where: Place,
        cell: Place | None = None,
        fiscal_year: int | None = None,
    ) -> None:
        """Note a figure that the sheet states, for totals.csv: its row begins at `where`, it stands in `cell`.

        It is of the year being read unless told.
        """
        self.totals.append(
            {
                "fiscal_year": fiscal_year or self.fiscal_year.year,
                "table": table,
                "column": column,
                "reported": reported,
                "source": str(where),
                "_cell": cell or where,
            }
        )

    def stated(self, table: str, column: str) -> dict[str, Any] | None:
        """The first figure stated so far for a column; None when there is none."""
        return next((row for row in self.totals if (row["table"], row["column"]) == (table, column)), None)

    def level(
        self, unit: str, level: str | None, passed: bool | None, where: Place, fiscal_year: int | None = None
    ) -> None:
        """Note a level or a verdict typed beside a score, for reported_levels.csv; of this year unless told."""
        self.levels.append(
            {
                "fiscal_year": fiscal_year or self.fiscal_year.year,
                "unit": unit,
                "level": level,
                "passed": passed,
                "source": str(where),
            }
        )

    def incomplete(self, block: Block, row: int, role: str) -> None:
        """Report a row that lacks what identifies it."""
        index, value = block.cells(row)[0]
        column_th, column_en = column_names(role)
        where = Place(block.sheet.file, block.sheet.name, block.sheet.address(row, index))
        self.problems.add("row-incomplete", where, value, column_th=column_th, column_en=column_en)

    def require(self, block: Block, *roles: str) -> None:
        """Report columns that a table cannot do without."""
        table_th, table_en = TABLE_NAMES[block.table]
        header = block.rows("header")[0]
        for role in roles:
            if not block.has(role):
                column_th, column_en = column_names(role)
                self.problems.add(
                    "column-missing",
                    block.first_cell(header),
                    table_th=table_th,
                    table_en=table_en,
                    column_th=column_th,
                    column_en=column_en,
                )

    def unit(self, typed: str, where: Place) -> Unit | None:
        """The unit typed; a problem when the list does not hold it, a warning when the list itself is not sure."""
        unit = self.vocabulary.unit(typed)
        self.spellings_seen.add(match_key(typed))
        if unit is None:
            near = self.vocabulary.units.suggestion(typed)
            self.problems.add("unit-unknown", where, typed, **name_suggestion(near))
            return None
        self.units_seen[unit.unit] += 1
        if unit.probable and self.units_seen[unit.unit] == 1:
            self.problems.add("unit-probable", where, typed, name_th=unit.name_th, name_en=unit.name_en)
        return unit


def column_names(role: str) -> tuple[str, str]:
    """Thai and English name of a column, for sentences."""
    return _NAMES.get(role, (role, role))
