"""True sentences of FY2568 that an audit once took for mistakes, and wrong ones beside them that it has to find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from itaanalysis.audit import Finding, audit
from itaanalysis.year import YearData

Wrong = Callable[[str], list[tuple[str, float | str | None]]]


@pytest.fixture
def found(real_year: YearData) -> Callable[[str], list[Finding]]:
    return lambda text: audit(text, real_year)


@pytest.fixture
def wrong(real_year: YearData) -> Wrong:
    return lambda text: [(one.typed, one.meant or one.expected) for one in audit(text, real_year) if one.wrong]


NEGATED = [
    "SACIT has not passed the assessment.",
    "SACIT never passed.",
    "SACIT didn't pass the assessment.",
    "SACIT was not rated Good pass.",
    "สศท. มิได้ผ่านเกณฑ์",
    "สศท. ไม่อาจผ่านเกณฑ์",
    "สศท. ไม่ได้ผ่านการประเมิน",
    "สศท. ยังไม่สามารถผ่านเกณฑ์การประเมิน",
    "สศท. เกือบผ่านเกณฑ์",
    "SACIT almost passed.",
    "สป. ไม่อยู่ในระดับผ่านดีเยี่ยม",
    "สป. มิใช่หน่วยงานระดับผ่านดีเยี่ยม",
    "จากเดิม สศท. ผ่านเกณฑ์",
    "สป. ไม่ถูกจัดอยู่ในระดับผ่านดีเยี่ยม",
    "สศท. ไม่มีโอกาสผ่านเกณฑ์",
    "Neither SACIT nor ITD was rated Excellent pass.",
    "participants exceeds its target, not below plan.",
    "The number of participants was not below target.",
    "ผู้เข้าร่วมกิจกรรม ๑,๘๗๑ คน ไม่ต่ำกว่าแผน",
]
MONTHS = [
    "มกราคม ๓๑ กุมภาพันธ์ ๓๐ มีนาคม ๒๐",
    "มกราคม ร้อยละ ๓๐ กุมภาพันธ์ ร้อยละ ๔๕",
    "January 31 February 30 March 20",
    "เดือนมกราคม ๔๐% ๓๐ กุมภาพันธ์",
    "ยอดสะสม ๓๑ กันยายน",
    "ทำบุญตักบาตร ครั้งที่ ๑ และ ๒ วันที่ ๓๑ มกราคม และ ๒๘ กุมภาพันธ์ ๒๕๖๘",
    "ทำบุญตักบาตร ครั้งที่ ๑ และ ๒ วันที่ ๓๑ มกราคม ๒๕๖๘ และ ๒๘ กุมภาพันธ์ ๒๕๖๘",
]
COUNTS = [
    "ผ่านดีเยี่ยม ๕ หน่วยงาน ผ่านดี ๖ หน่วยงาน",
    "หน่วยงานที่ผ่านเกณฑ์ ๕ หน่วยงานในระดับผ่านดีเยี่ยม",
    "ระดับต้องปรับปรุง ๑ หน่วยงาน",
    "ผ่านเกณฑ์ระดับผ่านดีเยี่ยม ๗ หน่วยงาน คิดเป็นร้อยละ ๕๘.๓๓",
    "หน่วยงานที่ได้คะแนน ๙๕ ขึ้นไป ๗ หน่วยงาน ร้อยละ ๕๘.๓๓",
    "ผ่านเกณฑ์ ๑๑ หน่วยงาน ไม่ผ่านเกณฑ์ ๑ หน่วยงาน คิดเป็นร้อยละ ๙๑.๖๗",
    "๑๒ หน่วยงาน ผ่านเกณฑ์ทั้งหมด ๑๑ หน่วยงาน",
    "หน่วยงานภาครัฐทั่วประเทศผ่านเกณฑ์ร้อยละ ๙๐",
    "11 of 12 units passed.",
    "1 in 12 units did not pass (8.33%).",
    "กระทรวงพาณิชย์มีหน่วยงานเข้ารับการประเมิน ๑๒ หน่วยงาน ผ่านเกณฑ์ร้อยละ ๙๑.๖๗",
    "หน่วยงาน ๑๒ หน่วยงาน ผ่านเกณฑ์ ๑๑ หน่วยงาน ไม่ผ่านเกณฑ์ ๑ หน่วยงาน คิดเป็นร้อยละ ๘.๓๓",
    "หน่วยงานในสังกัดผ่านเกณฑ์ร้อยละ ๘๕",
    "หน่วยงานผ่านเกณฑ์ร้อยละ ๙๑.๖๗\n\nสรุปหน่วยงานที่ประเมิน ๑๒ แห่ง คะแนนต่ำสุด ๘๔.๖๐ คะแนน",
    "การประเมิน ITA มีหน่วยงานผ่านการอบรม ๖ หน่วยงาน",
    "กิจกรรมรณรงค์ จังหวัดสงขลา ได้รับ ๓๕๐,๐๐๐ บาท ใช้ ๓๔๒,๑๕๐.๐๒ บาท คงเหลือ ๗,๘๔๙.๙๘ บาท",
    "จัดกิจกรรมใน ๕ จังหวัด",
    "จัดกิจกรรมใน ๑๔ จังหวัดภาคใต้",
    "จัดกิจกรรมรณรงค์ใน ๔ จังหวัด ได้แก่ สงขลา ราชบุรี นครพนม และเชียงใหม่",
]


@pytest.mark.parametrize("sentence", [*NEGATED, *MONTHS, *COUNTS])
def test_a_true_sentence_is_left_alone(wrong: Wrong, sentence: str) -> None:
    assert wrong(sentence) == []


@pytest.mark.parametrize(
    ("made_up", "typed", "meant"),
    [
        ("DBD has not passed the assessment.", "not passed", "passed"),
        ("จร. มิได้ผ่านเกณฑ์", "มิได้ผ่านเกณฑ์", "ผ่านเกณฑ์"),
        ("The number of participants was below plan.", "below plan", "above plan"),
        ("ผ่านเกณฑ์ ๑๐ หน่วยงาน ร้อยละ ๘๓.๓๓", "๘๓.๓๓", 91.67),
        ("ไม่ผ่านเกณฑ์ ๒ หน่วยงาน คิดเป็นร้อยละ ๑๖.๖๗", "๒", 1.0),
        ("ไม่ผ่านเกณฑ์ ๒ หน่วยงาน คิดเป็นร้อยละ ๑๖.๖๗", "๑๖.๖๗", 8.33),
        ("หน่วยงานในสังกัดผ่านเกณฑ์ร้อยละ ๙๐", "๙๐", 91.67),
        ("ระดับต้องปรับปรุง ๓ หน่วยงาน", "๓", 1.0),
        ("11 of 13 units passed.", "13", 12.0),
        ("ใช้จ่ายร้อยละ ๙๙.๙๙ ของงบประมาณ", "๙๙.๙๙", 99.92),
        ("จัดกิจกรรมใน ๖ จังหวัด", "๖", 5.0),
        ("Participants: 1,817.", "1,817", 1871.0),
        ("The office scored 92.80 points, level Excellent pass.", "Excellent pass", "Good pass"),
    ],
)
def test_a_mistake_in_such_words_is_found(wrong: Wrong, made_up: str, typed: str, meant: float | str) -> None:
    assert (typed, meant) in wrong(made_up)


MEMO = """ผลการดำเนินงานปีงบประมาณ พ.ศ. ๒๕๖๘

๑. สัมมนาเชิงปฏิบัติการ MOC Zero Corruption ป้องกันการทุจริตเชิงรุก
วันที่ ๓ กันยายน ๒๕๖๘ ผู้เข้าร่วม ๕๒ คน ค่าใช้จ่าย ๗๓,๐๖๐ บาท

๒. ผลการประเมิน ITA
หน่วยงานเข้ารับการประเมิน ๑๒ หน่วยงาน ผ่านเกณฑ์ ๑๑ หน่วยงาน คิดเป็นร้อยละ ๙๑.๖๗
{}
"""


def test_what_is_left_is_no_cost_of_an_event_named_before(wrong: Wrong) -> None:
    left = "เงินคงเหลือ ๑,๐๐๐.๗๘ บาท ({})"
    assert wrong(MEMO.format(left.format("หนึ่งพันบาทเจ็ดสิบแปดสตางค์"))) == []
    words = "หนึ่งพันบาทเจ็ดสิบเก้าสตางค์"
    assert wrong(left.format(words)) == [(words, 1000.78)]
    assert wrong(MEMO.format(left.format(words))) == [(words, 1000.78)]
    assert wrong(MEMO.replace("\n\n๒. ผลการประเมิน ITA", "").format(left.format(words))) == [(words, 1000.78)]


def test_what_is_left_is_called_so(found: Callable[[str], list[Finding]]) -> None:
    (left,) = found("เงินคงเหลือ ๑,๐๐๐.๗๘ บาท")
    assert (left.what, left.verdict) == ("expenses.unspent_baht", "agrees")


def test_a_wrong_count_is_no_proof_of_its_share(wrong: Wrong) -> None:
    failed = "ไม่ผ่านเกณฑ์ ๒ หน่วยงาน คิดเป็นร้อยละ ๑๖.๖๗"
    assert wrong(MEMO.format(failed)) == [("๒", 1.0), ("๑๖.๖๗", 8.33)]
    both = "จาก ๑๒ หน่วยงาน ผ่านเกณฑ์ ๑๐ หน่วยงาน คิดเป็นร้อยละ ๘๓.๓๓ "
    assert wrong(both + failed) == [("๑๐", 11.0), ("๘๓.๓๓", 91.67), ("๒", 1.0), ("๑๖.๖๗", 8.33)]
    assert wrong(MEMO.replace("๙๑.๖๗\n", "๙๑.๖๗ ").format(failed)) == [("๒", 1.0), ("๑๖.๖๗", 8.33)]


def test_a_share_of_a_stated_total_is_told_where_the_total_is_not(found: Callable[[str], list[Finding]]) -> None:
    (alone,) = found("ใช้จ่ายร้อยละ ๙๙.๙๙ ของงบประมาณ")
    assert (alone.verdict, alone.expected) == ("differs", 99.92)
    assert "99.92" in alone.remark_en and "๙๙.๙๒" in alone.remark_th
    total, share = found("ใช้งบประมาณทั้งสิ้น ๑,๒๘๙,๙๙๙.๒๒ บาท หรือร้อยละ ๙๙.๙๙")
    assert [(total.verdict, total.expected), (share.verdict, share.expected)] == [
        ("differs", 1288999.22),
        ("agrees", 99.99),
    ]
    assert "Cut off" in share.remark_en and "99.92" in share.remark_en


def test_two_dates_joined_by_and_are_two(found: Callable[[str], list[Finding]]) -> None:
    weekday, day = found("วันพุธที่ ๒๕ ตุลาคม ๒๕๖๗ และ ๓๑ กันยายน ๒๕๖๘")
    assert (weekday.typed, weekday.meant, weekday.verdict) == ("วันพุธ", "วันศุกร์", "contradicts")
    assert (day.typed, day.verdict) == ("๓๑ กันยายน ๒๕๖๘", "malformed")
    assert "The calendar has no 31 September 2025" in day.remark_en


def test_a_day_that_is_none_is_told_in_either_language(found: Callable[[str], list[Finding]]) -> None:
    (day,) = found("by 31 November 2025")
    assert "ปฏิทินไม่มีวันที่ ๓๑ พฤศจิกายน ๒๕๖๘" in day.remark_th


def test_a_year_in_which_every_unit_passed(real_year: YearData) -> None:
    scores = real_year.unit_scores
    made_up = replace(real_year, unit_scores=scores.assign(score=scores["score"].clip(lower=85), passed=True))
    stale = audit("ผ่านเกณฑ์ ๑๑ หน่วยงาน คิดเป็นร้อยละ ๙๑.๖๗", made_up)
    assert [(one.typed, one.expected) for one in stale if one.wrong] == [("๑๑", 12.0), ("๙๑.๖๗", 100.0)]
    assert not any(one.wrong for one in audit("ผ่านเกณฑ์ ๑๒ หน่วยงาน คิดเป็นร้อยละ ๑๐๐", made_up))
