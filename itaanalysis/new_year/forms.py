"""What the four workbooks of a year ask for."""

from __future__ import annotations

from typing import Any

from itaanalysis.criteria import Criteria
from itaanalysis.fiscal import FiscalYear
from itaanalysis.new_year.form import MONEY, SCORE, TEXT, WHOLE, Column, Form
from itaanalysis.terms import KINDS, OPERATORS, STATUSES, TIERS, Names
from itaanalysis.thai.rounding import format_number
from itaanalysis.thai.text import to_thai_digits
from itaanalysis.units import Unit, Units
from itaanalysis.year import YearData

_UNDERSTOOD = ">="
"""The usual condition of a target, which need not be written beside it."""
_UNIT_WORDS = {"percent": "ร้อยละ {}", "points": "คะแนน {}", "people": "{} ราย"}


def activities(fiscal_year: int, units: Units) -> Form:
    """The sheet of activities: no rows yet, hosts to choose from."""
    hosts = [unit.unit for unit in units if unit.kind != "ministry"]
    return Form(
        "ผลการดำเนินงาน",
        [["สรุปผลการดำเนินกิจกรรม"], [FiscalYear(fiscal_year).label("th")]],
        [
            Column("ที่", 10, TEXT, "รหัสกิจกรรม เช่น ๑.๓ (๒) หัวข้อกิจกรรมย่อยให้พิมพ์ไว้ในช่องนี้ช่องเดียวทั้งแถว"),
            Column("กิจกรรม", 48, TEXT, "ชื่อกิจกรรม หนึ่งแถวต่อการจัดหนึ่งครั้ง"),
            Column("วัน เดือน ปี", 26, TEXT, f"เช่น ๗ - ๘ กุมภาพันธ์ {to_thai_digits(str(fiscal_year))}"),
            Column("สถานที่", 32, TEXT, "ห้อง อาคาร หรือโรงแรมที่จัด ไม่ต้องพิมพ์จังหวัด"),
            Column("จังหวัด", 16, TEXT, "ชื่อจังหวัดที่จัด เช่น นนทบุรี"),
            Column("เจ้าภาพ", 14, TEXT, "เลือกหน่วยงานเจ้าภาพ", hosts),
            Column("ผู้เข้าร่วม ณ สถานที่จัด (คน)", 18, WHOLE, "จำนวนคน ไม่ทราบให้เว้นว่าง", at_most=1e6),
            Column("ออนไลน์ (จังหวัด)", 16, WHOLE, "จำนวนจังหวัดที่รับชมออนไลน์", at_most=1e3),
            Column("หมายเหตุ", 24, TEXT, "ข้อความเพิ่มเติม"),
        ],
        totals=True,
    )


def expenses(fiscal_year: int) -> Form:
    """The sheet of expenses, with a place for the allocation."""
    return Form(
        "เบิกจ่าย",
        [[f"รายงานการใช้จ่ายงบประมาณ {FiscalYear(fiscal_year).label('th')}"], ["วงเงินที่ได้รับจัดสรร (บาท)", None]],
        [
            Column("รหัสกิจกรรม", 26, TEXT, "รหัสเดียวกับในตารางกิจกรรม"),
            Column("รายการ", 40, TEXT, "สิ่งที่จ่าย หรือชื่อกิจกรรมที่ใช้เงิน"),
            Column("ค่าใช้จ่าย (บาท)", 20, MONEY, "จำนวนเงิน ไม่มีค่าใช้จ่ายให้พิมพ์ 0", at_most=1e12),
            Column("หมายเหตุ", 24, TEXT, "ข้อความเพิ่มเติม"),
        ],
        totals=True,
    )


def scores(method: Criteria, units: Units) -> list[Form]:
    """The sheets of scores: totals and tools of every unit; the indicators of the ethics index."""
    year = to_thai_digits(str(method.fiscal_year))
    tools = [tool for tool in method.weights if tool != "EIT"]
    parts = [f"EIT ส่วนที่ {to_thai_digits(part.removeprefix('EIT'))}" for part in method.eit_parts] or ["EIT"]
    score = "คะแนนเต็ม ๑๐๐"
    scored: list[Unit] = [unit for unit in units if unit.kind != "ministry"]
    entities = [unit.unit for unit in units if unit.kind in ("ministry", "office")]
    results = Form(
        "คะแนนรายหน่วยงาน",
        [[f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year}"]],
        [
            Column("ลำดับ", 8, WHOLE, "เลขลำดับของแถว ไม่ใช้คำนวณ", at_most=1e4),
            Column("หน่วยงาน", 16, TEXT, "อักษรย่อหน่วยงาน", [unit.unit for unit in scored]),
            *(Column(name, 16, SCORE, score, at_most=100) for name in ("คะแนน ITA", *tools, *parts)),
        ],
        [[number, unit.unit] for number, unit in enumerate(scored, start=1)],
    )
    indicators = [method.indicators[number].name_th for number in method.ethics_indicators]
    ethics = Form(
        "ดัชนีคุณธรรม",
        [[f"ดัชนีคุณธรรมและจริยธรรมของบุคลากรภาครัฐ ปีงบประมาณ พ.ศ. {year}"]],
        [
            Column("ด้าน", 36, TEXT, "ชื่อตัวชี้วัดที่ประกอบเป็นดัชนี พิมพ์ไว้ให้แล้ว ไม่ต้องแก้ไข"),
            *(Column(unit, 14, SCORE, score, at_most=100) for unit in entities),
        ],
        [[name] for name in indicators],
    )
    return [results, ethics]


def targets(fiscal_year: int, before: YearData | None) -> Form:
    """The sheet of KPIs and targets, with those of the year before."""
    rows = [] if before is None else [_target_row(row) for row in before.targets.to_dict("records")]
    return Form(
        "ตัวชี้วัด",
        [[f"ผลการดำเนินงานเมื่อสิ้นสุดโครงการ {FiscalYear(fiscal_year).label('th')}"]],
        [
            Column("ระดับ", 14, TEXT, "เลือกว่าเป็นตัวชี้วัดของใคร", [name_th for name_th, _ in TIERS.values()]),
            Column("ประเภท", 16, TEXT, "เลือกว่าวัดปริมาณหรือคุณภาพ", [name_th for name_th, _ in KINDS.values()]),
            Column("ตัวชี้วัด", 70, TEXT, "ชื่อตัวชี้วัดตามแผน หนึ่งแถวต่อหนึ่งตัวชี้วัด"),
            Column("ค่าเป้าหมาย", 16, TEXT, "เช่น ร้อยละ ๑๐๐ คะแนน ๘๕ หรือ ๑,๑๐๐ ราย"),
            Column("ผลลัพธ์", 20, TEXT, "ผลที่รายงาน เว้นว่างได้"),
            Column(
                "สถานะ",
                16,
                TEXT,
                "เลือกว่าผลเทียบกับเป้าหมายเป็นอย่างไร เว้นว่างได้",
                [name_th for name_th, _ in STATUSES.values()],
            ),
        ],
        rows,
    )


def _target_row(row: dict[Any, Any]) -> list[Any]:
    target = row["target"]
    number = "" if target != target else format_number(target)
    said = _UNIT_WORDS.get(row["unit"], "{}").format(number) if number else ""
    condition = "" if row["operator"] == _UNDERSTOOD else _thai(OPERATORS, row["operator"])
    if said and condition not in row["name"]:
        said = f"{condition}{said}"
    return [*(_thai(names, row[column]) for column, names in (("tier", TIERS), ("kind", KINDS))), row["name"], said]


def _thai(names: Names, value: Any) -> str:
    return names[value][0] if value in names else ""
