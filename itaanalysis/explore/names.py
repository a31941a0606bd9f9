"""What the explorer calls units, measures and its own controls, in Thai and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from itaanalysis.explore.scores import TOTAL, Selection
from itaanalysis.passing import Measure
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

CONTROLS: Mapping[str, tuple[str, str]] = {
    "heading": ("สำรวจคะแนน ITA {year}", "Explore the ITA scores, {year}"),
    "hint": (
        "ชี้ที่จุดเพื่อดูค่า กดปุ่ม Ctrl ค้างเพื่อเลือกหลายรายการ สิ่งที่บันทึกจะอยู่ในโฟลเดอร์ {folder}",
        "Point at a mark to see its value; hold Ctrl to choose several. What is saved goes to {folder}.",
    ),
    "years": ("ปีงบประมาณ", "Fiscal years"),
    "units": ("หน่วยงาน", "Units"),
    "measures": ("รายการคะแนน", "Scores of"),
    "threshold": ("เกณฑ์", "Mark"),
    "everything": ("เลือกทุกหน่วยงาน", "All units"),
    "save_chart": ("บันทึกแผนภูมิ", "Save the chart"),
    "save_table": ("บันทึกตาราง", "Save the table"),
    "saving": ("กำลังบันทึก …", "Saving …"),
    "saved": ("บันทึกแล้ว: {path}", "Saved: {path}"),
    "not_saved": (
        "บันทึกไม่ได้ เขียนลงโฟลเดอร์ {folder} ไม่ได้ ({why}) โปรดตรวจสิทธิ์ของโฟลเดอร์และที่ว่างในดิสก์",
        "Not saved: {folder} cannot be written to ({why}). Check the folder's permissions and the room on the disk.",
    ),
    "scores": ("คะแนน", "Scores"),
    "what_if": ("ถ้าคะแนนเปลี่ยน", "What if"),
    "unit": ("หน่วยงาน", "Unit"),
    "reset": ("กลับค่าเดิม", "Reset"),
    "tools": ("เครื่องมือ", "Tools"),
    "indicators": ("ตัวชี้วัด", "Indicators"),
    "level": ("ระดับ", "Level"),
    "distance": ("ห่างจากเกณฑ์ {mark}", "From the mark of {mark}"),
    "change": ("เปลี่ยนไป", "Change"),
    "unknown": ("ยังไม่ทราบ", "not known"),
    "score": ("คะแนน", "Score"),
    "source": ("เซลล์แรกของแถวต้นทาง", "First cell of the row"),
    "fiscal_year": ("ปีงบประมาณ", "Fiscal year"),
    "measure": ("รายการคะแนน", "Score of"),
    "no_scores": ("ยังไม่มีคะแนนของหน่วยงานใด", "There are no scores of any unit yet."),
    "no_years": ("ยังไม่ได้เลือกปีงบประมาณ", "No fiscal year is chosen."),
    "no_units": ("ยังไม่ได้เลือกหน่วยงาน", "No unit is chosen."),
    "no_measures": ("ยังไม่ได้เลือกรายการคะแนน", "No score is chosen."),
    "nothing": ("ไม่มีคะแนนในส่วนที่เลือก", "There are no scores in what is chosen."),
    "refused": ("ไม่ใช่คะแนน: “{typed}” พิมพ์ตัวเลข {low} ถึง {high}", "Not a score: “{typed}”. Type {low} to {high}."),
    "breaks": (
        "วิธีวัดเปลี่ยนในปี {years} จึงไม่ควรเทียบข้ามช่วง",
        "The measure changed in FY{years}, so do not compare across.",
    ),
    "rings": ("วงกลมโปร่งคือปีก่อนหน้า", "Rings are earlier years"),
    "counted": ("{low} ถึง {high} คะแนน: {count} หน่วยงาน", "{low} to {high} points: {count} {units}"),
    "more": (
        "แสดง {shown} แถวแรกจาก {rows} แถว ไฟล์ที่บันทึกมีครบทุกแถว",
        "The first {shown} of {rows} rows; the saved file has them all.",
    ),
}
_PART = re.compile(r"([A-Z]+)(\d+)")
"""A part of a tool, such as EIT1."""


class Names:
    """The names of a year's units and measures in one language."""

    def __init__(self, year: YearData, lang: str) -> None:
        self.words = Words.of(lang, None, year.criteria.pass_mark)
        self._criteria = year.criteria
        self._units = {
            str(row["unit"]): (self.words.short_name(row), self.words.full_name(row))
            for row in year.units.to_dict("records")
        }
        # A thousand marks are told again at every click, mostly in the same figures.
        self.score, self.distance = cache(self.words.score), cache(self.words.signed)

    def control(self, name: str, **texts: str) -> str:
        """The wording of a control, its blanks filled."""
        return self.words.pick(*CONTROLS[name]).format(**texts)

    def year(self, fiscal_year: int) -> str:
        """๒๕๖๘, FY2568."""
        return self.words.pick(self.words.in_digits(str(fiscal_year)), f"FY{fiscal_year}")

    def unit(self, unit: str) -> str:
        """The abbreviation of a unit in this language."""
        return self._units.get(unit, (unit, unit))[0]

    def unit_in_full(self, unit: str) -> str:
        """Abbreviation and name of a unit."""
        short, name = self._units.get(unit, (unit, unit))
        return short if short == name else f"{short} {name}"

    def measure(self, measure: Measure, short: bool = False) -> str:
        """ITA total, IIT, EIT part 1, indicator 4 with its name."""
        if measure == TOTAL:
            return self.words.pick("คะแนนรวม ITA", "ITA total")
        indicator = self._criteria.indicators.get(measure) if isinstance(measure, int) else None
        if indicator is None:
            part = _PART.fullmatch(str(measure))
            named = self.words.pick("{} ส่วนที่ {}", "{} part {}")
            return named.format(part[1], self.words.in_digits(part[2])) if part else str(measure)
        number = self.words.in_digits(str(measure))
        called = self.words.pick(f"ตัวชี้วัดที่ {number}", f"Indicator {number}")
        return called if short else f"{called} {self.words.pick(indicator.name_th, indicator.name_en)}"

    def nothing(self, selection: Selection) -> str:
        """Why there is nothing to be seen: what has not been chosen, else that what is chosen has no scores."""
        kinds = {"years": selection.years, "units": selection.units, "measures": selection.measures}
        return self.control(next((f"no_{kind}" for kind, chosen in kinds.items() if not chosen), "nothing"))

    def counted(self, count: int, low: float, high: float, mark: float) -> str:
        """How many units have scores from `low` to `high`, held against a mark."""
        figures = {"low": self.score(low, mark), "high": self.score(high, mark)}
        return self.control(
            "counted", count=self.words.number(count, 0), units="unit" if count == 1 else "units", **figures
        )

    def comparable(self, earlier: int, later: int) -> bool:
        """Whether the scores of two years were measured alike."""
        return self._criteria.comparable(earlier, later)

    def breaks(self, first: int, last: int) -> list[str]:
        """A sentence on what changed in the measure between two years; none where nothing did."""
        years = [self.words.in_digits(str(one.fiscal_year)) for one in self._criteria.breaks_between(first, last)]
        return [self.control("breaks", years=self.words.listed(years) or "")] if years else []
