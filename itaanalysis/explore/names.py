"""What the explorer calls units, measures and its own controls, in Thai and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from itaanalysis.explore.scores import TOTAL
from itaanalysis.passing import Measure
from itaanalysis.words import Words

if TYPE_CHECKING:
    from itaanalysis.year import YearData

CONTROLS: Mapping[str, tuple[str, str]] = {
    "language": ("ภาษา", "Language"),
    "years": ("ปีงบประมาณ", "Fiscal years"),
    "units": ("หน่วยงาน", "Units"),
    "measures": ("รายการคะแนน", "Scores of"),
    "threshold": ("เกณฑ์", "Mark"),
    "everything": ("เลือกทุกหน่วยงาน", "All units"),
    "save_chart": ("บันทึกแผนภูมิ", "Save the chart"),
    "save_table": ("บันทึกตาราง", "Save the table"),
    "saved": ("บันทึกแล้ว: {path}", "Saved: {path}"),
    "scores": ("คะแนน", "Scores"),
    "what_if": ("ถ้าคะแนนเปลี่ยน", "What if"),
    "unit": ("หน่วยงาน", "Unit"),
    "reset": ("กลับค่าเดิม", "Reset"),
    "tools": ("เครื่องมือ", "Tools"),
    "indicators": ("ตัวชี้วัด", "Indicators"),
    "total": ("คะแนนรวม", "Total"),
    "level": ("ระดับ", "Level"),
    "distance": ("ห่างจากเกณฑ์ {mark}", "From the mark of {mark}"),
    "change": ("เปลี่ยนไป", "Change"),
    "unknown": ("ยังไม่ทราบ", "not known"),
    "nothing": ("ไม่มีคะแนนในส่วนที่เลือก", "There are no scores in what is chosen."),
    "score": ("คะแนน", "Score"),
    "source": ("เซลล์ต้นทาง", "Cell"),
    "fiscal_year": ("ปีงบประมาณ", "Fiscal year"),
    "more": (
        "แสดง {shown} แถวแรกจาก {rows} แถว ไฟล์ที่บันทึกมีครบทุกแถว",
        "The first {shown} of {rows} rows; the saved file has them all.",
    ),
}


class Names:
    """The names of a year's units and measures in one language."""

    def __init__(self, year: YearData, lang: str) -> None:
        self.words = Words.of(lang, None, year.criteria.pass_mark)
        self._indicators = year.criteria.indicators
        self._units = {
            str(row["unit"]): (self.words.short_name(row), self.words.full_name(row))
            for row in year.units.to_dict("records")
        }

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
        """ITA total, IIT, indicator 4 with its name."""
        if measure == TOTAL:
            return self.words.pick("คะแนนรวม ITA", "ITA total")
        indicator = self._indicators.get(measure) if isinstance(measure, int) else None
        if indicator is None:
            return str(measure)
        number = self.words.in_digits(str(measure))
        called = self.words.pick(f"ตัวชี้วัดที่ {number}", f"Indicator {number}")
        return called if short else f"{called} {self.words.pick(indicator.name_th, indicator.name_en)}"
