"""Made-up sheets of other offices: what they type otherwise, and what must not be taken for something else."""

from __future__ import annotations

from typing import Any

import pandas as pd

INDICATORS = [
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
]  # fmt: skip
TEN = list(range(90, 100))
"""IIT 92, EIT 96, OIT 98.5; ITA 95.80."""


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in table[list(columns)].astype(object).itertuples(index=False)]


# headers


def test_a_row_of_targets_with_words_of_another_header_is_a_row(made_up: Any) -> None:
    typed = [
        ["ระดับ", "ประเภท", "ตัวชี้วัด", "ค่าเป้าหมาย", "ผลลัพธ์"],
        ["โครงการ", "เชิงปริมาณ", "จำนวนผู้เข้าร่วมกิจกรรม", "ไม่น้อยกว่า ๙๒ คน", "1,871"],
        ["กิจกรรม", "เชิงคุณภาพ", "ร้อยละการรับรู้", "ทุกครั้ง ร้อยละ ๘๐", None],
        ["กิจกรรม", "เชิงปริมาณ", "จำนวนผู้เข้าร่วม", None, None],
    ]
    made_up.add("made_up.xlsx", "เป้าหมาย", typed)
    assert list(made_up.read().tables["targets"]["name"]) == [row[2] for row in typed[1:]]
    assert list(made_up.read().accounting["header"]) == [1]


def test_numbers_of_indicators_above_their_names_are_one_header(made_up: Any) -> None:
    head = [["หน่วยงาน", *[f"ตัวชี้วัดที่ {n}" for n in range(1, 11)], "คะแนนรวม"], [None, *INDICATORS]]
    made_up.add("made_up.xlsx", "คะแนน", [*head, ["สป.", *TEN, 95.8]], merge=["A1:A2", "L1:L2"])
    assert rows(made_up.table("unit_scores"), "unit", "score", "iit", "eit", "oit") == [("สป.", 95.8, 92, 96, 98.5)]
    assert list(made_up.read().accounting["header"]) == [2]
