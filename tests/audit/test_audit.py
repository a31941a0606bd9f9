"""What an audit says of a memo: the mistakes of the FY2568 report in other words, and what is no mistake."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal

import pytest

from itaanalysis.audit import Finding, audit
from itaanalysis.year import YearData

Findings = Callable[[str], list[Finding]]


@pytest.fixture
def of_memo(real_year: YearData) -> Findings:
    return lambda text: audit(text, real_year)


def wrong(found: list[Finding]) -> list[tuple[float | str | None, float | str | None, str]]:
    return [(finding.claimed, finding.expected, finding.verdict) for finding in found if finding.wrong]


MADE_UP_MEMO = """๑. เงินที่ใช้
ปีนี้ศูนย์ใช้งบประมาณรวม ๑,๒๙๙,๙๙๙.๒๒ บาท หรือร้อยละ ๙๙.๙๙ ของวงเงิน
ภายหลังตรวจแล้วสรุปว่าใช้งบประมาณทั้งสิ้น ๑,๒๘๙,๙๙๙.๒๒ บาท ตามวงเงินงบประมาณ ๑,๒๙๐,๐๐ บาท

๒. คนและกิจกรรม
กลุ่มเป้าหมายเข้าร่วมทั้งโครงการ ๑,๘๓๗ คน
โครงการประกอบด้วย ๕ กิจกรรมย่อย รวม ๑๕ กิจกรรม

๓. ดัชนีคุณธรรม
- ของกระทรวงพาณิชย์ ผลที่ได้ ๙๖.๕๒ คะแนน เป้าหมายไม่น้อยกว่า ๙๒ คะแนน
- ของ สป. ผลที่ได้ ๙๓.๑๘ คะแนน เป้าหมายไม่น้อยกว่า ๙๒.๑๘ คะแนน
"""


def test_mistakes_of_the_fy2568_report(of_memo: Findings) -> None:
    assert wrong(of_memo(MADE_UP_MEMO)) == [
        (1299999.22, 1289999.22, "differs"),
        (1289999.22, 1288999.22, "differs"),
        (None, 1290000.0, "malformed"),
        (1837.0, 1871.0, "differs"),
        (5.0, 6.0, "differs"),
        (15.0, 14.0, "differs"),
        (96.52, 96.42, "differs"),
        (92.0, 92.18, "differs"),
        (93.18, 93.78, "differs"),
    ]


def test_a_finding_tells_its_place_its_source_and_what_to_do(of_memo: Findings) -> None:
    found = {finding.typed: finding for finding in of_memo(MADE_UP_MEMO)}
    total = found["๑,๒๘๙,๙๙๙.๒๒"]
    assert (total.line, total.what) == (3, "expenses.amount_baht")
    assert MADE_UP_MEMO[total.start : total.end] == "๑,๒๘๙,๙๙๙.๒๒"
    assert total.source == "expenses.xlsx!เบิกจ่าย!A5:A23"
    assert "ต่างกัน ๑,๐๐๐" in total.remark_th and "1,000 apart" in total.remark_en
    assert found["๙๖.๕๒"].source == "ita_scores.xlsx!ดัชนีคุณธรรม!A4:A8"
    assert found["๙๒"].source == "targets.xlsx!ตัวชี้วัด!A4"
    assert "๓๔" in found["๑,๘๓๗"].remark_th


def test_a_share_of_the_stated_total_is_right_and_said_to_be_cut_off(of_memo: Findings) -> None:
    share = next(finding for finding in of_memo(MADE_UP_MEMO) if finding.typed == "๙๙.๙๙")
    assert share.verdict == "agrees"
    assert "Cut off instead of rounded" in share.remark_en


def test_a_total_the_sheets_disagree_about_is_told_once(of_memo: Findings) -> None:
    twice = "กลุ่มเป้าหมายเข้าร่วมทั้งโครงการ ๑,๘๓๗ คน\n\nสรุป มีกลุ่มเป้าหมายเข้าร่วมทั้งโครงการ ๑,๘๓๗ คน\n"
    first, second = of_memo(twice)
    assert (first.verdict, second.verdict) == ("differs", "agrees")
    assert "line 1" in second.remark_en


def test_a_memo_that_declares_the_disagreement_agrees(of_memo: Findings) -> None:
    declared = "ผู้เข้าร่วมรวม ๑,๘๗๑ คน ทั้งนี้ แผ่นงานระบุยอดรวมไว้ ๑,๘๓๗ คน ต่างจากผลรวม ๓๔ คน\n"
    assert wrong(of_memo(declared)) == []


@pytest.mark.parametrize(
    ("made_up", "claimed", "expected"),
    [
        ("กรมการค้าภายในได้คะแนน ITA ๙๒.๘๐ คะแนน", 92.8, 95.97),
        ("จร. ๙๕.๙๗ และ คน. ๙๖.๕๙", 95.97, 96.59),
        ("คะแนน IIT ของ สป. ๙๒.๙๘ คะแนน", 92.98, 92.89),
        ("EIT ส่วนที่ ๒ ของ สป. ได้ ๙๒.๘๘ คะแนน", 92.88, 86.67),
        ("การใช้ทรัพย์สินของราชการของ สป. ได้ ๘๙.๐๑ คะแนน", 89.01, 89.1),
        ("มีหน่วยงานผ่านเกณฑ์ ๑๒ หน่วยงาน", 12.0, 11.0),
        ("หน่วยงานไม่ผ่านเกณฑ์ ๒ หน่วยงาน", 2.0, 1.0),
        ("หน่วยงานที่ผ่านเกณฑ์คิดเป็นร้อยละ ๙๑.๗๖", 91.76, 91.67),
        ("สัมมนา MOC Zero Corruption ป้องกันการทุจริตเชิงรุก วันที่ ๓ กันยายน ๒๕๖๗", "2024-09-03", "2025-09-03"),
        ("อบรม Focal Point (สังกัดกลุ่มงาน) จัดอบรมเชิงปฏิบัติการเสริมสร้างศักยภาพ วันที่ ๒๖ - ๒๘ มีนาคม ๒๕๖๘",
         "2025-03-26", "2025-03-26"),
        ("รณรงค์กลุ่มจังหวัดภาคใต้ จังหวัดสงขลา ผู้เข้าร่วม ๘๔ คน จาก ๑๓ จังหวัด", 13.0, 14.0),
        ("รณรงค์กลุ่มจังหวัดภาคใต้ จังหวัดสงขลา ค่าใช้จ่าย ๓๔๒,๕๑๐.๐๒ บาท", 342510.02, 342150.02),
        ("ได้รับจัดสรรรวม ๑,๒๙๐,๐๐๐ บาท (หนึ่งล้านสองแสนแปดหมื่นบาทถ้วน)", 1280000.0, 1290000.0),
        ("ITA score of the Office of the Permanent Secretary: 92.08 points", 92.08, 92.8),
    ],
)  # fmt: skip
def test_one_wrong_figure(of_memo: Findings, made_up: str, claimed: float, expected: float) -> None:
    assert (claimed, expected, "differs") in wrong(of_memo(made_up))


@pytest.mark.parametrize(
    "made_up",
    [
        "ตามมาตรา ๗๖ ของพระราชบัญญัติ พ.ศ. ๒๕๖๑ ยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ - ๒๕๘๐) ประเด็นที่ ๒๑",
        "โทร. ๐ ๒๕๔๗ ๔๗๑๑ ต่อ ๑๐๕ ที่ พณ ๐๒๑๙/๔๕๖ ลงวันที่ ๓ กันยายน ๒๕๖๗ เวลา ๑๐.๓๐ น.",
        "ทุกหน่วยงานต้องได้ ๘๕ คะแนนขึ้นไป ระดับผ่านดีเยี่ยมต้องได้ ๙๕ คะแนนขึ้นไป",
        "ดัชนีการรับรู้การทุจริต (CPI) ของประเทศไทยสูงกว่าร้อยละ ๕๐",
        "ในปีงบประมาณ พ.ศ. ๒๕๖๗ ใช้งบประมาณทั้งสิ้น ๑,๑๕๐,๐๐๐ บาท ผู้เข้าร่วมรวม ๑,๕๐๐ คน",
        "ความพึงพอใจของผู้เข้าร่วมร้อยละ ๙๔.๒๐ ผลการทดสอบหลังอบรมเฉลี่ย ๘๑.๒๕ คะแนน",
        "สศท. ขาดอีก ๐.๔๐ คะแนน ต่ำกว่าค่าเฉลี่ยทั่วประเทศ ๙.๒๒ คะแนน",
        "ใช้จ่ายไปราว ๑.๒๙ ล้านบาท มีผู้เข้าร่วมเกือบ ๑,๙๐๐ คน",
        "หน่วยงานผ่านเกณฑ์ร้อยละ ๙๑.๖๖",
        "ศึกษาดูงาน ๒ ประเทศ มีข้าราชการเข้าร่วม ๑๘ คน ค่าใช้จ่าย ๔๕๐,๐๐๐ บาท",
        "ตัวชี้วัดที่ ๑,๒,๓,๔ และ ๖ รวม ๕ ด้าน",
        "มีเจ้าหน้าที่ ๕๒ คน. คน. ได้ ๙๕.๙๗ คะแนน",
        "ค่าวิทยากรชั่วโมงละ ๑,๒๐๐ บาท เฉลี่ยคนละ ๒,๓๐๐ บาท",
    ],
)
def test_what_is_no_mistake(of_memo: Findings, made_up: str) -> None:
    assert wrong(of_memo(made_up)) == []


def test_a_sentence_runs_over_lines_and_pages(of_memo: Findings) -> None:
    broken = (
        "ดัชนีคุณธรรมและจริยธรรมของบุคลากรของกระทรวง\nพาณิชย์ ต้องไม่น้อยกว่า\n\f\n๙๒ คะแนน\nใช้งบประมาณทั้งสิ้น ๑,๒๘๘,\n๙๙๙.๒๒ บาท\n"
    )
    target, spent = of_memo(broken)
    assert (target.line, target.claimed, target.expected) == (4, 92.0, 92.18)
    assert (spent.line, spent.claimed, spent.verdict) == (5, 1288999.22, "agrees")


def test_rows_of_a_table_are_read_by_their_headings(of_memo: Findings) -> None:
    table = (
        "ตัวชี้วัด\tเป้าหมาย\tผล\n"
        "ดัชนีคุณธรรมของ สป.\t๙๒.๑๘\t๙๓.๗๘\n"
        "ดัชนีคุณธรรมของ พณ.\t๙๖.๔๒\t๙๒.๑๘\n"
        "\n"
        "กิจกรรม\tผู้เข้าร่วม (คน)\tค่าใช้จ่าย (บาท)\n"
        "1.2 สัมมนา MOC Zero Corruption\t๕๒\t๗๓,๐๖๐.๐๐\n"
        "5 ประชุมชี้แจงเกณฑ์การประเมิน ITA\t๓๕\t๑,๒๕๒.๐๐\n"
        "รวม\t๘๗\t๗๔,๒๘๕.๐๐\n"
    )
    assert wrong(of_memo(table)) == [
        (96.42, 92.18, "differs"),
        (92.18, 96.42, "differs"),
        (1252.0, 1225.0, "differs"),
    ]


def test_a_total_that_is_not_the_sum_of_its_rows(of_memo: Findings) -> None:
    table = "หมวด\tจำนวนเงิน (บาท)\nค่าที่พัก\t๒,๐๐๐\nค่าพาหนะ\t๓,๐๐๐\nรวม\t๕,๕๐๐\n"
    assert wrong(of_memo(table)) == [(5500.0, 5000.0, "contradicts")]


def test_two_places_that_the_data_cannot_decide_between(made_up_year: YearData) -> None:
    memo = "ข้อร้องเรียนที่ไม่ถูกชี้มูลคิดเป็นร้อยละ ๙๘.๐๐\n\nสรุป ข้อร้องเรียนที่ไม่ถูกชี้มูลคิดเป็นร้อยละ ๘๙.๐๐\n"
    first, second = audit(memo, made_up_year)
    assert (first.verdict, second.verdict) == ("contradicts", "contradicts")
    assert (first.source, second.source) == ("line 3", "line 1")


def test_another_ministry(made_up_year: YearData) -> None:
    memo = "กรมก้อนเมฆได้ ๙๕.๕๐ คะแนน กรมขนนกได้ ๘๔.๘๙ คะแนน\nดัชนีคุณธรรมของ สปม. ๘๗.๒๐ คะแนน และของ มส. ๙๒.๐๐ คะแนน\n"
    assert wrong(audit(memo, made_up_year)) == [(84.89, 84.998, "differs")]


def test_a_year_of_which_nothing_is_known(made_up_empty_year: YearData) -> None:
    assert "differs" not in {finding.verdict for finding in audit(MADE_UP_MEMO, made_up_empty_year)}


def test_every_number_is_found_where_it_stands(of_memo: Findings) -> None:
    for finding in of_memo(MADE_UP_MEMO):
        assert MADE_UP_MEMO[finding.start : finding.end] == finding.typed
        assert MADE_UP_MEMO[: finding.start].count("\n") + 1 == finding.line
        assert "\n" not in finding.text and finding.typed in finding.text
    starts = [finding.start for finding in of_memo(MADE_UP_MEMO)]
    assert starts == sorted(starts)


def test_a_long_memo_takes_a_blink(of_memo: Findings) -> None:
    of_memo(MADE_UP_MEMO)
    start = time.process_time()
    of_memo(MADE_UP_MEMO * 60)
    assert time.process_time() - start < 6


def test_a_file_without_an_empty_line_takes_no_longer(of_memo: Findings) -> None:
    start = time.process_time()
    found = of_memo("ผลคะแนน ITA ของ สป. ได้ ๙๒.๘๐ คะแนน\n" * 2000)
    assert time.process_time() - start < 6
    assert {finding.verdict for finding in found} == {"agrees"}


def test_sums_are_exact(of_memo: Findings) -> None:
    memo = "ภาคใต้ (สงขลา) ๓๔๒,๑๕๐.๐๒ บาท ภาคกลาง (ราชบุรี) ๑๕๐,๓๑๙ บาท รวม ๔๙๒,๔๖๙.๐๒ บาท"
    assert Decimal("342150.02") + 150319 == Decimal("492469.02")
    assert of_memo(memo)[-1].verdict == "agrees"
