"""Claims in words: levels, statuses, verdicts on units, days of the calendar; and words that claim nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from itaanalysis.audit import Finding, audit
from itaanalysis.audit.output.data import to_csv, to_json
from itaanalysis.audit.output.page import to_html as audit_page
from itaanalysis.audit.output.terminal import show_findings
from itaanalysis.audit.reading import MemoFile, read_memo
from itaanalysis.report.document import Document
from itaanalysis.report.to_docx import to_docx
from itaanalysis.report.to_html import to_html
from itaanalysis.report.to_pdf import to_pdf
from itaanalysis.year import YearData

OLDER_MEMO = Path(__file__).parent / "older_memos" / "made_up_fy2565.txt"
Found = Callable[[str], list[Finding]]


@pytest.fixture
def found(real_year: YearData) -> Found:
    return lambda text: audit(text, real_year)


def wrong(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.typed, finding.meant, finding.verdict) for finding in findings if finding.wrong]


@pytest.mark.parametrize(
    ("made_up", "typed", "meant"),
    [
        ("สป. อยู่ในระดับผ่านดีเยี่ยม", "ผ่านดีเยี่ยม", "ผ่านดี"),
        ("สป. ได้ ๙๒.๘๐ คะแนน จัดอยู่ในระดับ ผ่าน", "ผ่าน", "ผ่านดี"),
        ("สศท. ๘๔.๖๐ คะแนน (ระดับต้องปรับปรุงโดยด่วน)", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง"),
        ("สพค. ๙๑.๒๕ คะแนน ระดับ “ผ่านดีเยี่ยม”", "ผ่านดีเยี่ยม", "ผ่านดี / ผ่าน"),  # its tools are not known
        ("OPS was rated Excellent pass with 92.80 points.", "Excellent pass", "Good pass"),
        ("กรมการค้าภายในไม่ผ่านเกณฑ์การประเมิน", "ไม่ผ่านเกณฑ์", "ผ่านเกณฑ์"),
        ("สศท. ได้ ๘๔.๖๐ คะแนน ผ่านเกณฑ์และอยู่ลำดับสุดท้าย", "ผ่านเกณฑ์", "ไม่ผ่านเกณฑ์"),
        ("SACIT passed the assessment.", "passed", "did not pass"),
        ("หน่วยงานที่ไม่ผ่านเกณฑ์ ได้แก่ สศท. และ สพค.", "สพค.", "ผ่านเกณฑ์"),
        ("สัดส่วนหน่วยงานที่ผ่านเกณฑ์ร้อยละ ๙๑.๖๗ บรรลุเป้าหมาย", "บรรลุเป้าหมาย", "ต่ำกว่าแผน"),
        ("ผู้เข้าร่วมกิจกรรม ๑,๘๗๑ คน ซึ่งต่ำกว่าเป้าหมาย ๑,๑๐๐ คน", "ต่ำกว่าเป้าหมาย", "สูงกว่าแผน"),
        ("ดัชนีคุณธรรมของ สป. ๙๓.๗๘ คะแนน ไม่ถึงเป้าหมาย", "ไม่ถึงเป้าหมาย", "สูงกว่าแผน"),
        ("ข้อร้องเรียนที่ไม่ถูกชี้มูลร้อยละ ๑๐๐ สูงกว่าแผน", "สูงกว่าแผน", "ตามแผน"),
        ("The pass rate met the target.", "met the target", "below plan"),
    ],
)
def test_a_word_that_is_wrong(found: Found, made_up: str, typed: str, meant: str) -> None:
    assert (typed, meant, "differs") in wrong(found(made_up))


@pytest.mark.parametrize(
    "made_up",
    [
        "ระดับผ่านดีเยี่ยมต้องได้ ๙๕ คะแนนขึ้นไปทุกแบบวัด",
        "ควรยกระดับ สป. ให้ได้ระดับผ่านดีเยี่ยมในปีหน้า",
        "สป. ยังห่างจากระดับผ่านดีเยี่ยม ๒.๒๐ คะแนน",
        "สป. ยังไม่ถึงระดับผ่านดีเยี่ยม",
        "คะแนน OIT ของ สป. อยู่ในระดับผ่านดีเยี่ยม",
        "สป. ได้ ๙๒.๘๐ คะแนน และต้องปรับปรุงการสื่อสาร",
        "ปีงบประมาณ ๒๕๖๗ สศท. ผ่านเกณฑ์ในระดับผ่านดี",
        "สศท. ต้องเพิ่มอีก ๐.๔๐ คะแนนจึงจะผ่านเกณฑ์",
        "ยกเว้น สศท. ผ่านเกณฑ์ทั้งหมด",
        "คะแนนของ สศท. ต่ำกว่าหน่วยงานที่ผ่านเกณฑ์",
        "สป. พบการยืมทรัพย์สินไปใช้โดยไม่ผ่านขั้นตอน",
        "บุคลากร สป. ที่ไม่ผ่านเกณฑ์การทดสอบต้องอบรมซ้ำ",
        "ด้านการใช้ทรัพย์สินของ สป. ไม่ผ่านเกณฑ์",
        "เพื่อให้สัดส่วนหน่วยงานที่ผ่านเกณฑ์บรรลุเป้าหมาย เห็นควรติดตามอย่างใกล้ชิด",
        "ดัชนีคุณธรรมของ สป. ๙๓.๗๘ คะแนน ยังมีหน่วยงานที่ต่ำกว่าเป้าหมาย",
        "สัดส่วนหน่วยงานที่ผ่านเกณฑ์ ๑ ใน ๗ ตัวชี้วัดที่บรรลุเป้าหมาย",
        "อบรมที่จังหวัดสงขลา ผู้เข้าร่วม ๘๔ คน ต่ำกว่าเป้าหมาย ๑๐๐ คน",
        "ค่าใช้จ่ายในการเดินทางต่ำกว่าแผน",
        "ในการประเมินครั้งแรก สป. ไม่ผ่านเกณฑ์ จึงแก้ไขจนได้ ๙๒.๘๐ คะแนน",
        "งบประมาณเบิกจ่ายร้อยละ ๙๙.๙๒ สูงกว่าเป้าหมายของรัฐบาลร้อยละ ๙๓",
        "If the pass rate stays below target, each unit should be visited. Nobody met the target for travel.",
        "To be rated Excellent pass, OPS needs 95 points in every tool.",
    ],
)
def test_words_that_claim_nothing(found: Found, made_up: str) -> None:
    assert wrong(found(made_up)) == []


@pytest.mark.parametrize("made_up", ["คต. ๙๕.๔๔ คะแนน อยู่ในระดับผ่านดีเยี่ยม", "คต. ๙๕.๔๔ คะแนน อยู่ในระดับผ่านดี"])
def test_a_level_that_needs_the_tools_is_not_decided(found: Found, made_up: str) -> None:
    level = found(made_up)[-1]
    assert (level.what, level.verdict) == ("unit_scores.level", "unchecked")


def test_only_the_box_that_is_ticked_counts(found: Found) -> None:
    row = "ตัวชี้วัด\tผล\tสถานะ\nคะแนน ITA ของ สป.\t๙๒.๘๐\t{}\n"
    assert wrong(found(row.format("☐ ต่ำกว่าแผน ☐ ตามแผน ☑ สูงกว่าแผน"))) == []
    assert wrong(found(row.format("☑ ต่ำกว่าแผน ☐ ตามแผน ☐ สูงกว่าแผน"))) == [("ต่ำกว่าแผน", "สูงกว่าแผน", "differs")]
    assert wrong(found(row.format("☐ ต่ำกว่าแผน ☐ ตามแผน ☐ สูงกว่าแผน"))) == []


def test_a_level_to_be_reached_is_no_level(found: Found) -> None:
    table = "หน่วยงาน\tระดับ\tเป้าหมายระดับปีหน้า\nสป.\t{}\tผ่านดีเยี่ยม\nสศท.\tต้องปรับปรุง\tผ่านดี\n"
    assert wrong(found(table.format("ผ่านดี"))) == []
    assert wrong(found(table.format("ผ่าน"))) == [("ผ่าน", "ผ่านดี", "differs")]


@pytest.mark.parametrize(("heading", "many"), [("ผลการประเมิน", 1), ("สถานะ", 1), ("ผลการอบรม", 0), ("การส่งเอกสาร", 0)])
def test_a_unit_may_pass_something_else(found: Found, heading: str, many: int) -> None:
    assert len(wrong(found(f"หน่วยงาน\tคะแนน\t{heading}\nสศท.\t๘๔.๖๐\tผ่าน\n"))) == many
    assert len(wrong(found(f"หน่วยงาน\tคะแนน\t{heading}\nสป.\t๙๒.๘๐\tไม่ผ่าน\n"))) == many


def test_a_year_whose_levels_are_letters(made_up_older_year: YearData, planting: ModuleType) -> None:
    memo = planting.read_sample(OLDER_MEMO)
    findings = audit(memo.text, made_up_older_year)
    assert wrong(findings) == []
    levels = [marked for marked in memo.figures if marked.kind == "level"]
    assert [one.typed for one in findings if one.what == "unit_scores.level"] == [one.figure for one in levels]
    for marked in levels:
        mistake = planting.MISTAKES["another level"](marked)
        end = marked.start + len(marked.figure)
        spoilt = memo.text[: marked.start] + mistake + memo.text[end:]
        assert wrong(audit(spoilt, made_up_older_year)) == [(mistake, marked.figure, "differs")]


DAYS = [
    ("ภายในวันที่ ๓๑ กันยายน ๒๕๖๘", "๓๑ กันยายน ๒๕๖๘"),
    ("ประชุมเมื่อ 30 กุมภาพันธ์", "30 กุมภาพันธ์"),
    ("ประชุมวันที่ ๒๙ ก.พ. ๖๘", "๒๙ ก.พ. ๖๘"),
    ("ระหว่างวันที่ ๓๐ - ๓๑ มิถุนายน ๒๕๖๘", "๓๐ - ๓๑ มิถุนายน ๒๕๖๘"),
    ("วันที่ 31/4/2568", "31/4/2568"),
    ("by 31 November 2025", "31 November 2025"),
]


@pytest.mark.parametrize(("made_up", "typed"), DAYS)
def test_a_day_the_calendar_does_not_have(found: Found, made_up: str, typed: str) -> None:
    (finding,) = found(made_up)
    assert (finding.typed, finding.verdict, finding.claimed) == (typed, "malformed", None)
    assert "The calendar has no" in finding.remark_en


def test_the_day_that_was_meant_is_told(found: Found) -> None:
    day = found("สัมมนา MOC Zero Corruption ป้องกันการทุจริตเชิงรุก วันที่ ๓๑ กันยายน ๒๕๖๘")[-1]
    assert (day.verdict, day.expected) == ("malformed", "2025-09-03")


@pytest.mark.parametrize(
    "made_up",
    [
        "วันที่ ๒๙ กุมภาพันธ์ ๒๕๖๗ และ ๒๙ กุมภาพันธ์", "ที่ พณ ๐๒๑๙/๓๑/๒/๒๕๖๘", "คะแนนลำดับ ๓๒ สค. ๙๔.๕๓ คะแนน",
        "วันพุธที่ ๓ กันยายน ๒๕๖๘", "วันจันทร์ - วันพุธที่ ๑ - ๓ กันยายน ๒๕๖๘", "Wednesday, 3 September 2025", "ทุกวันจันทร์ ๐๙.๓๐ น.",
    ],
)  # fmt: skip
def test_days_that_are_right(found: Found, made_up: str) -> None:
    assert wrong(found(made_up)) == []


@pytest.mark.parametrize(
    ("made_up", "typed", "meant"),
    [
        ("ลงวันจันทร์ที่ ๓ กันยายน ๒๕๖๘", "วันจันทร์", "วันพุธ"),
        ("on Monday, 3 September 2025", "Monday", "Wednesday"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date(found: Found, made_up: str, typed: str, meant: str) -> None:
    assert wrong(found(made_up)) == [(typed, meant, "contradicts")]


@pytest.mark.parametrize(
    "made_up",
    [
        "EIT ของ สป. ได้ {} และ {} คะแนน",
        "IIT 92.89, EIT {} and {}, OIT 95",
        "แบบวัด EIT ของสำนักงานปลัดกระทรวงพาณิชย์มีสองส่วน คือ {} และ {} คะแนน",
    ],
)
def test_the_parts_of_eit_stand_in_their_order(found: Found, made_up: str) -> None:
    in_order, exchanged = ("92.88", "86.67"), ("86.67", "92.88")
    assert wrong(found(made_up.format(*in_order))) == []
    assert [(one.typed, one.expected) for one in found(made_up.format(*exchanged)) if one.wrong] == [
        ("86.67", 92.88),
        ("92.88", 86.67),
    ]
    assert wrong(found("คะแนน EIT ของ สป. อยู่ระหว่าง 86.67 และ 92.88 คะแนน")) == []


@pytest.mark.parametrize(
    "made_up",
    [
        "มีบุคลากรตอบแบบวัด {} คน",
        "จำนวนผู้ตอบแบบวัด EIT: {} คน",
        "{} people answered the questionnaire.",
        "รายการ\tจำนวน (คน)\nผู้ตอบแบบวัด IIT\t{}\n",
    ],
)
@pytest.mark.parametrize("number", ["1,200", "1,877", "1,837"])
def test_those_who_answered_a_questionnaire_took_part_in_no_event(found: Found, made_up: str, number: str) -> None:
    assert {finding.verdict for finding in found(made_up.format(number))} == {"unchecked"}


def test_what_a_plan_of_another_year_aims_at_is_no_result(found: Found) -> None:
    plan = "เป้าหมายปี ๒๕๖๙\n\n๑. สป. อยู่ในระดับผ่านดีเยี่ยม\n๒. ดัชนีคุณธรรมของ สป. สูงกว่าเป้าหมาย ๙๗ คะแนน\n"
    assert wrong(found(plan)) == []
    numbered = plan.replace("เป้าหมาย", "๑) เป้าหมาย", 1).replace("๑. ", "- ").replace("๒. ", "- ")
    assert wrong(found(numbered)) == []
    assert [one.typed for one in found(numbered + "๒) งบประมาณ\n\nสป. ไม่ผ่านเกณฑ์\n") if one.wrong] == ["ไม่ผ่านเกณฑ์"]
    results = plan.replace("เป้าหมายปี ๒๕๖๙", "ผลปี ๒๕๖๘")
    assert [one.typed for one in found(results) if one.wrong] == ["ผ่านดีเยี่ยม", "๙๗"]


MEMO = "สป. อยู่ในระดับผ่านดีเยี่ยม"


def test_json_has_neither_number_nor_date_for_words(found: Found) -> None:
    (one,) = json.loads(to_json(found(MEMO)))
    assert (one["claimed"], one["expected"], one["verdict"]) == (None, None, "differs")
    assert one["what"] == "unit_scores.level"
    assert one["source"].startswith("ita_scores.xlsx!")


def test_the_screen_the_page_and_the_table_tell_the_word_that_was_meant(
    found: Found, capsys: pytest.CaptureFixture[str]
) -> None:
    findings, memo = found(MEMO), MemoFile("made_up.txt", MEMO)
    show_findings(findings, memo)
    row, *_ = (line for line in capsys.readouterr().out.splitlines() if "ไม่ตรงกัน" in line)
    assert row.split()[1:3] == ["ผ่านดีเยี่ยม", "ผ่านดี"]
    assert "ตามข้อมูล <strong>ผ่านดี</strong>" in audit_page(findings, memo, 2568)
    (line,) = csv.DictReader(io.StringIO(to_csv(findings).removeprefix("\ufeff")))
    assert (line["typed"], line["expected"], line["claimed"]) == ("ผ่านดีเยี่ยม", "ผ่านดี", "")
    assert line["remark_en"].startswith("It should be “Good pass” (result 92.80)")


ROWS = [
    ["หน่วยงาน", "คะแนน", "ระดับ", "ผล"],
    ["สป.", "๙๒.๘๐", "ผ่านดีเยี่ยม", "ผ่าน"],
    ["สศท.", "๘๔.๖๐", "ต้องปรับปรุง", "ผ่าน"],
    ["สนค.", "๙๗.๔๓", "-", "ผ่าน"],
]


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_words_in_a_table_of_any_format(found: Found, form: str, tmp_path: Path) -> None:
    head, *rows = (
        "".join(f"<{tag}>{cell}</{tag}>" for cell in row) for tag, row in zip(("th", *["td"] * 3), ROWS, strict=True)
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
    paragraph = "<p>ดัชนีคุณธรรมและจริยธรรมของกระทรวงพาณิชย์ ๙๖.๔๒ คะแนน ต่ำกว่าเป้าหมาย</p>"
    document = Document("เรื่องสมมติ", "th", paragraph + table)
    writers = {"html": lambda made: to_html(made).encode(), "docx": to_docx, "pdf": to_pdf}
    path = tmp_path / f"made_up.{form}"
    path.write_bytes(writers[form](document))
    assert wrong(found(read_memo(path))) == [
        ("ต่ำกว่าเป้าหมาย", "สูงกว่าแผน", "differs"),
        ("ผ่านดีเยี่ยม", "ผ่านดี", "differs"),
        ("ผ่าน", "ไม่ผ่านเกณฑ์", "differs"),
    ]
