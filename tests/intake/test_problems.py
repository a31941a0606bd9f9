"""Everything a hand can type wrong: each is told with its place and what to do, and nothing is written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import openpyxl
import pytest

import itaanalysis as ita

ACTIVITIES = ("activities.xlsx", "ผลการดำเนินงาน")
EXPENSES = ("expenses.xlsx", "เบิกจ่าย")
UNITS = ("ita_scores.xlsx", "คะแนนรายหน่วยงาน")
TOOLS = ("ita_scores.xlsx", "สป. รายเครื่องมือ")
ETHICS = ("ita_scores.xlsx", "ดัชนีคุณธรรม")
TARGETS = ("targets.xlsx", "ตัวชี้วัด")
CORRECTIONS = "file,sheet,cell,expect,value,reason,reported_to,date\n"


@dataclass(frozen=True)
class Case:
    """A kind of problem, how the workbooks are spoilt to get it, and what must be told of it."""

    code: str
    spoil: Callable[[Any], None]
    file: str
    sheet: str = ""
    cell: str = ""
    value: str = ""
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code}:{self.cell or self.file}"


def typed(code: str, place: tuple[str, str], cell: str, value: Any, *words: str, told: str | None = None) -> Case:
    """One cell typed wrong, and told at that cell."""
    shown = str(value) if told is None else told
    return Case(code, lambda project: project.edit(*place, {cell: value}), *place, cell, shown, words)


def elsewhere(
    code: str, place: tuple[str, str], cells: dict[str, Any], at: str, value: str = "", words: tuple[str, ...] = ()
) -> Case:
    """Cells typed wrong, and told at another one."""
    return Case(code, lambda project: project.edit(*place, cells), *place, at, value, words)


def added(
    code: str, rows: list[list[Any]], cell: str = "", value: str = "", words: tuple[str, ...] = (), sheet: str = "แผ่น ๑"
) -> Case:
    """One more workbook with something wrong in it."""
    where = sheet if cell else ""
    return Case(
        code, lambda project: project.add("made_up.xlsx", sheet, rows), "made_up.xlsx", where, cell, value, words
    )


def file_of(code: str, name: str, content: bytes, *words: str) -> Case:
    """One more file that is no workbook."""
    return Case(code, lambda project: (project.raw / name).write_bytes(content) and None, name, words=words)


def in_folder(project: Any) -> None:
    """A workbook in a folder of its own, which nobody looks into."""
    (project.raw / "เก่า").mkdir()
    (project.raw / "เก่า" / "made_up.csv").write_text("หน่วยงาน,คะแนน\nสป.,90\n", "utf-8")


def correction(
    code: str, line: str, place: tuple[str, str, str], value: str, *words: str, head: str = CORRECTIONS
) -> Case:
    def write(project: Any) -> None:
        (project.raw / "corrections.csv").write_text(head + line + "\n", "utf-8")

    return Case(code, write, *place, value, words)


def changed(place: tuple[str, str], change: Callable[[Any], None]) -> Callable[[Any], None]:
    """Change a sheet of a raw workbook by more than typing into cells."""

    def spoil(project: Any) -> None:
        book = openpyxl.load_workbook(project.raw / place[0])
        change(book[place[1]])
        book.save(project.raw / place[0])

    return spoil


def hide_sheet(sheet: Any) -> None:
    sheet.sheet_state = "hidden"


def hide_row(sheet: Any) -> None:
    sheet.row_dimensions[8].hidden = True


def half_a_workbook(project: Any) -> None:
    whole = (project.raw / "targets.xlsx").read_bytes()
    (project.raw / "made_up.xlsx").write_bytes(whole[: len(whole) // 2])


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600

ERRORS = [
    Case("file-unreadable", half_a_workbook, "made_up.xlsx", words=(".xlsx",)),
    file_of("file-unreadable", "made_up.xlsx", b"", "0 bytes"),
    file_of("file-unreadable", "made_up.csv", "กก,ขข".encode() + b"\xff\xdb\xdc", "cp874"),
    file_of("file-encrypted", "made_up.xlsx", LOCKED),
    file_of("file-not-what-it-says", "made_up.xlsx", b"<html><table><tr><td>1</td></tr></table></html>"),
    file_of("file-not-what-it-says", "made_up.csv", b"PK\x03\x04 a workbook under a wrong name"),
    Case("file-too-large", lambda p: p.add("made_up.xlsx", "ไกล", [["x"]], at=(100_000, 700)), "made_up.xlsx"),
    added("file-without-table", [["ชื่อผู้รายงาน", "ตำแหน่ง"], ["ก", "ข"]], words=("headers.csv",)),
    elsewhere("column-missing", EXPENSES, {"A4": "ประเภท"}, "B4", words=("headers.csv", "activity code", "รหัสกิจกรรม")),
    elsewhere("column-missing", TARGETS, {"E2": "ผลผลิต"}, "A2", words=("headers.csv",)),
    elsewhere("row-incomplete", ACTIVITIES, {"A8": None}, "B8", "สัมมนาเชิงปฏิบัติการ", ("activity code",)),
    elsewhere("row-incomplete", ACTIVITIES, {"B8": None}, "A8", "1.2", ("name",)),
    elsewhere("row-incomplete", EXPENSES, {"A6": None}, "B6", "สัมมนา MOC Zero Corruption", ("activity code",)),
    elsewhere("row-incomplete", UNITS, {"B9": None}, "A9", "6", ("unit",)),
    elsewhere("row-incomplete", TARGETS, {"C9": None}, "A9", "กิจกรรม", ("name",)),
    typed("date-unreadable", ACTIVITIES, "C8", "๓๒ กุมภาพันธ์ ๒๕๖๘", "๓๒", "has no day 32"),
    typed("date-unreadable", ACTIVITIES, "C8", "29/2/2568"),
    typed("date-unreadable", ACTIVITIES, "C8", "กลางเดือนกันยายน ๒๕๖๘"),
    typed("date-unreadable", ACTIVITIES, "C8", "๓ กันยายน"),
    typed("date-unreadable", ACTIVITIES, "C8", 3),
    typed("number-unreadable", EXPENSES, "C6", "12,3x4", "๑,๒๓๔.๕๐", "1,234.50"),
    typed("number-unreadable", EXPENSES, "C6", "1,290,00"),
    typed("number-unreadable", EXPENSES, "C6", "ประมาณ ๗๓,๐๖๐"),
    typed("number-unreadable", ACTIVITIES, "G8", "ห้าสิบ"),
    typed("number-unreadable", ACTIVITIES, "G8", 52.5),
    typed("number-unreadable", ACTIVITIES, "G8", -52),
    typed("number-unreadable", ACTIVITIES, "H17", "๗๖ จังหวัด ๓ อำเภอ"),
    typed("number-unreadable", ACTIVITIES, "G40", "๑,๘๓๗x"),
    typed("number-unreadable", UNITS, "C9", "95..44"),
    typed("number-unreadable", TOOLS, "B4", "เก้าสิบสอง"),
    typed("number-unreadable", TARGETS, "D9", "1,10O ราย"),
    typed("number-unreadable", TARGETS, "E9", "๑,๘๓๗,๑ ราย"),
    elsewhere("number-missing", EXPENSES, {"C6": None}, "C6", "สัมมนา MOC Zero Corruption", ("ไม่มี",)),
    typed("code-unreadable", ACTIVITIES, "A8", "หนึ่งจุดสอง", "๑.๓ (๒)", "1.3 (2)"),
    typed("code-unreadable", ACTIVITIES, "A8", "1,2"),
    typed("code-unreadable", EXPENSES, "A6", "1.2.x"),
    typed("value-out-of-range", UNITS, "C9", 101, "0", "100"),
    typed("value-out-of-range", UNITS, "C9", "๑๐๐.๐๑"),
    typed("value-out-of-range", UNITS, "C9", -1),
    typed("value-out-of-range", TOOLS, "B3", "๙๕๐"),
    typed("value-out-of-range", ETHICS, "C7", "๘๙๑๐"),
    elsewhere("duplicate-key", ACTIVITIES, {"A9": "๑.๒"}, "A9", "1.2", ("activities.xlsx!ผลการดำเนินงาน!A8",)),
    elsewhere("duplicate-key", EXPENSES, {"A7": "๑.๒", "B7": "สัมมนา MOC Zero Corruption"}, "A7", "1.2", ("A6",)),
    elsewhere("duplicate-key", UNITS, {"B9": "จร."}, "C9", "จร.", ("C5",)),
    elsewhere("duplicate-key", TOOLS, {"A4": "Open Data (OIT)"}, "B4", "สป.", ("B3",)),
    elsewhere("duplicate-key", TARGETS, {"C8": "จำนวนผู้เข้าร่วมโครงการ", "D8": 1100}, "A9", "จำนวนกลุ่มเป้าหมาย", ("A8",)),
    typed("unit-unknown", ACTIVITIES, "F26", "กรมการค้าภายไน", "กรมการค้าภายใน", "units.csv"),
    typed("unit-unknown", UNITS, "B9", "คค.", "units.csv"),
    typed("unit-unknown", UNITS, "B9", 6),
    typed("unit-unknown", ACTIVITIES, "F26", 12345),
    added(
        "year-without-criteria",
        [["ปี", "หน่วยงาน", "คะแนน"], [2568, "คต.", 95.44], [2561, "คต.", 90], ["๒๕๖๑", "คน.", 90]],
        "A3",
        "2561",
        ("2 rows", "criteria.toml"),
    ),
    added("unit-not-stated", [["ผลการประเมินรายเครื่องมือ"], ["เครื่องมือ", "คะแนน"], ["IIT", 90]], "A2"),
    typed("tool-unknown", TOOLS, "A4", "Internol", "IIT"),
    typed("tool-unknown", TOOLS, "A5", "EIT ส่วนที่ ๓"),
    typed("indicator-unknown", ETHICS, "A5", "๒) การใช้งบปมาณ", "การใช้งบประมาณ", "words.csv"),
    typed("expense-without-activity", EXPENSES, "A6", "9.9"),
    typed("end-before-start", ACTIVITIES, "C13", "๘ - ๗ กุมภาพันธ์ ๒๕๖๘"),
    typed("date-outside-year", ACTIVITIES, "C8", "๓ กันยายน ๒๕๖๙", "๑ ตุลาคม ๒๕๖๗", "30 September 2025"),
    typed("date-outside-year", ACTIVITIES, "C8", "๑ ตุลาคม ๒๕๖๘"),
    typed("date-outside-year", ACTIVITIES, "C8", "30/9/2567"),
    elsewhere(
        "allocation-repeated", EXPENSES, {"A3": "งบประมาณที่ได้รับ 1,299,000 บาท"}, "A3", "1,299,000", ("เบิกจ่าย!A2",)
    ),
    *(
        typed("excel-error", place, cell, "#REF!")
        for place, cell in (
            (ACTIVITIES, "A8"), (ACTIVITIES, "B8"), (ACTIVITIES, "C8"), (ACTIVITIES, "G8"), (EXPENSES, "C6"),
            (UNITS, "C9"), (TOOLS, "B4"), (TARGETS, "D9"), (TARGETS, "E9"),
        )
    ),
    elsewhere("formula-without-value", EXPENSES, {"C24": "=SUM(C5:C23)"}, "C24"),
    correction("correction-columns", "x,y", ("corrections.csv", "", ""), "sheet", "reported_to", head="file,cell\n"),
    correction("correction-incomplete", "expenses.xlsx,เบิกจ่าย,C24,,1,,,", ("corrections.csv", "", "A2"), "C24"),
    correction("correction-without-cell", "expenses.xlsx,หน้าอื่น,C24,1,1,r,,", ("corrections.csv", "", ""), "หน้าอื่น"),
    correction("correction-without-cell", "expenses.xlsx,เบิกจ่าย,24C,1,1,r,,", ("corrections.csv", "", ""), "24C"),
    correction("correction-outdated", "expenses.xlsx,เบิกจ่าย,C21,1,1,r,,", (*EXPENSES, "C21"), "58700"),
]  # fmt: skip

WARNINGS = [
    file_of("file-ignored", "made_up.pdf", b"%PDF-"),
    Case("folder-ignored", lambda p: in_folder(p), "เก่า", value="made_up.csv", words=("ย้าย", "move")),
    added("table-not-filled-in", [["รหัส", "รายการ", "ค่าใช้จ่าย"]], "A1", words=("fill", "ค่าใช้จ่าย")),
    added(
        "weighted-differs",
        [["ผล พณ."], ["เครื่องมือ", "น้ำหนัก", "คะแนน", "คะแนนถ่วงน้ำหนัก"], ["IIT", 30, 90, 26.5], ["EIT", 30, 88, 26.4]],
        "D3",
        "26.5",
        ("27.00",),
    ),
    Case("sheet-without-table", lambda p: p.add("targets.xlsx", "บันทึก", [["ผู้รายงาน"]]), "targets.xlsx", "บันทึก"),
    Case("table-missing", lambda p: (p.raw / "targets.xlsx").unlink(), "data/raw/2568", words=("targets", "ค่าเป้าหมาย")),
    typed("column-unknown", EXPENSES, "E4", "ผู้เบิกจ่ายเงิน"),
    typed("column-unknown", EXPENSES, "D4", "หมายเหด", "expenses,note,หมายเหด", "headers.csv"),
    typed("column-repeated", EXPENSES, "D4", "รายละเอียด"),
    typed("cell-outside-columns", EXPENSES, "F10", "จ่ายแล้ว"),
    added(
        "people-online",
        [["ที่", "กิจกรรม", "ผู้เข้าร่วม", None], [None, None, "ณ สถานที่จัด", "ออนไลน์ (คน)"], ["๘.๑", "ก", 5, 6]],
        "D1",
        "ออนไลน์ (คน)",
    ),
    added("row-not-scores", [["ก"], ["หน่วยงาน", "คะแนน"], ["ระดับ", 90]], "A3", "ระดับ"),
    elsewhere("code-repeated", EXPENSES, {"A7": "๑.๒"}, "A7", "1.2", ("expenses.xlsx!เบิกจ่าย!A6",)),
    Case("unit-probable", lambda p: None, *UNITS, "B14", "สพค.", ("units.csv",)),
    elsewhere("row-outside-table", EXPENSES, {"A3": "ผู้รายงาน", "B3": "ฝ่าย", "C3": "กลุ่มงาน"}, "A3", "ผู้รายงาน"),
    elsewhere("group-unnamed", ACTIVITIES, {"A6": None}, "A7", "1"),
    typed("negative-amount", EXPENSES, "C6", "(500)"),
    elsewhere("group-differs", ACTIVITIES, {"A38": None}, "A39", "6", ("5",)),
    typed("score-below-one", UNITS, "C9", 0.928),
    typed("percent-as-fraction", TARGETS, "E8", 0.9831, "98.31"),
    typed("quantity-in-words", TARGETS, "D9", "พันกว่าราย", "1,234.50", "target"),
    typed("quantity-in-words", TARGETS, "E9", "รอผล", "ผลลัพธ์", "result"),
    typed("date-not-stated", ACTIVITIES, "C8", "ทุกเดือน", "๗ - ๘ กุมภาพันธ์ ๒๕๖๘", "7 - 8 กุมภาพันธ์ 2568"),
    typed("remark-left-out", ACTIVITIES, "G8", "๕๒ คน (หญิง ๓๐)", "อ่านเป็น ๕๒ คน"),
    typed("remark-left-out", ACTIVITIES, "C8", "๓ กันยายน ๒๕๖๘ (เลื่อนมา)", "read as ๓ กันยายน ๒๕๖๘ without"),
    added("code-without-zero", [["รหัส", "กิจกรรม", "วันที่"], ["9.9", "ก"], [9.1, "ข"]], "A3", "9.1", ("9.10",)),
    Case(
        "code-merged",
        lambda p: p.add(
            "made_up.xlsx",
            "1",
            [["รหัส", "กิจกรรม", "วันที่"], ["9.1", "ก", "๑๔ พ.ย. ๖๗"], [None, "ก", "๑๕ พ.ย. ๖๗"]],
            merge=["A2:A3"],
        ),
        "made_up.xlsx",
        "1",
        "A2",
        "9.1",
        ("9.1(2)",),
    ),
    Case(
        "amount-shared",
        changed(EXPENSES, lambda sheet: sheet.merge_cells("C6:C7")),
        *EXPENSES,
        "C7",
        "วันต่อต้านคอร์รัปชันสากล",
        ("C6",),
    ),
    added("people-part-alone", [["รหัส", "กิจกรรม", "วันที่", "หญิง"], ["9.9", "ก", "๗ ม.ค. ๖๘", 5]], "D1", "หญิง"),
    added("rows-not-filled-in", [["ที่", "หน่วยงาน", "คะแนน"], [1, "พณ.", 90], [2], [3]], "A3", "2", ("rows 3, 4",)),
    typed("amount-not-stated", EXPENSES, "C6", "ยังไม่เบิก"),
    typed("host-not-a-unit", ACTIVITIES, "F26", "กลุ่มงานจริยธรรม", "units.csv"),
    typed("hosts-several", ACTIVITIES, "F26", "กรมการค้าภายใน / คต.", "คน."),
    added("codes-missing", [["กิจกรรม", "วันที่"], ["ก", "๗ ม.ค. ๖๘"]], "A1", words=("รหัส", "codes")),
    added("scores-of-one", [["หน่วยงาน", "IIT", "OIT"], ["พณ.", 0.905, 0.928]], "B2", "0.905", ("๑๐๐",)),
    typed("finer-than-satang", EXPENSES, "C6", 73060.125, "73060.13"),
    typed("amounts-scaled", EXPENSES, "C4", "ค่าใช้จ่าย (พันบาท)", "1,000"),
    Case("allocation-missing", lambda p: p.edit(*EXPENSES, {"A2": "แผนงานบูรณาการ"}), *EXPENSES, words=("จัดสรร",)),
    typed("kpi-unknown", TARGETS, "C9", "ร้อยละความพึงพอใจ"),
    typed("word-unknown", TARGETS, "F3", "ดีมาก", "words.csv"),
    typed("word-unknown", TARGETS, "A9", "จังหวัด", "words.csv"),
    Case("weekend", lambda p: None, *ACTIVITIES, "C34", "2567-12-14", ("เสาร์", "Saturday")),
    typed("weekend", ACTIVITIES, "C8", "๗ กันยายน ๒๕๖๘", "อาทิตย์", "Sunday"),
    typed("weekday-differs", ACTIVITIES, "C8", "วันศุกร์ที่ ๓ กันยายน ๒๕๖๘"),  # a Wednesday
    typed("other-fiscal-year", EXPENSES, "A1", "รายงานการใช้จ่ายงบประมาณ ปีงบประมาณ พ.ศ. ๒๕๖๗", "2567", "2568"),
    elsewhere("total-differs", ACTIVITIES, {"G40": "๑,๘๗๐ คน"}, "G40", "1,870", ("1,871",)),
    Case("hidden-sheet", changed(ETHICS, hide_sheet), *ETHICS),
    Case("hidden-rows", changed(ACTIVITIES, hide_row), *ACTIVITIES, "", "8"),
    Case("suspicious-year", lambda p: None, *ACTIVITIES, "C34", words=("2567",)),
    typed("odd-characters", EXPENSES, "C6", "73,060\u200b", "73060"),
    typed("odd-characters", EXPENSES, "C6", "73,060\u00a0บาท"),
    elsewhere("near-duplicate", ACTIVITIES, {"D11": "โรงแรมแกรนด์ริชมอนด์"}, "D11", "โรงแรมแกรนด์ริชมอนด์", ("D8",)),
    typed("personal-data", ACTIVITIES, "I8", "ติดต่อ ๐๒-๐๐๐-๐๐๐๐", told="ติดต่อ xx-xxx-xxxx"),
    Case("alias-unused", lambda p: None, "data/reference/units.csv", value="SACIT"),
    added("weighted-points", [["หน่วยงาน", "IIT", "EIT", "OIT", "รวม"], ["คต.", 30, 26.44, 39, 95.44]], "B2", "คต."),
    added("total-computed", [["หน่วยงาน", "IIT", "EIT", "OIT"], ["พณ.", 90, 88, 96]], "A2", "พณ.", ("91.8",)),
]  # fmt: skip

WHAT_TO_DO_TH = re.compile("โปรด|ต้อง")
WHAT_TO_DO_EN = re.compile(
    r"\b(open|check|add|complete|leave|remove|type|correct|name|use|mend|save|delete|review|needs|must say)\b",
    re.IGNORECASE,
)


def found(project: Any, case: Case) -> Any:
    """The problem the case is about, among all that are told."""
    told = project.problems(case.code)
    here = [p for p in told if (p.place.file, p.place.sheet, p.place.cell) == (case.file, case.sheet, case.cell)]
    assert here, [str(problem.place) for problem in told]
    return next((problem for problem in here if case.value in problem.message_en), here[0])


@pytest.mark.parametrize("case", ERRORS, ids=str)
def test_an_error_is_told_with_its_place_and_what_to_do_and_stops_clean(project: Any, case: Case, capsys: Any) -> None:
    case.spoil(project)
    problem = found(project, case)
    assert problem.severity == "error"
    for message, sheet_word, cell_word in (
        (problem.message_th, "แผ่นงาน", "เซลล์"),
        (problem.message_en, "sheet", "cell"),
    ):
        where, _, sentence = message.partition(": ")
        assert where.startswith(case.file)
        assert not case.sheet or f"{sheet_word} “{case.sheet}”" in where
        assert not case.cell or where.endswith(f"{cell_word} {case.cell}")
        assert case.value in sentence
        assert sentence.strip()
    assert WHAT_TO_DO_TH.search(problem.message_th)
    assert WHAT_TO_DO_EN.search(problem.message_en)
    assert all(word in problem.message_th + problem.message_en for word in case.words)
    before = project.fingerprint()
    assert project.ita("clean") == 1
    printed = capsys.readouterr().out
    assert problem.message_th in printed
    assert problem.message_en in printed
    assert project.fingerprint() == before


@pytest.mark.parametrize("case", WARNINGS, ids=str)
def test_a_warning_is_told_with_its_place_and_stops_nothing(project: Any, case: Case, capsys: Any) -> None:
    case.spoil(project)
    problem = found(project, case)
    assert problem.severity == "warning"
    assert case.value in problem.message_th
    assert case.value in problem.message_en
    assert all(word in problem.message_th + problem.message_en for word in case.words)
    assert problem.message_th != problem.message_en
    if case.code != "weighted-points":  # its made-up row contradicts the real one
        assert project.errors() == []
        assert project.ita("clean") == 0
        assert problem.message_th in capsys.readouterr().out


def test_every_kind_of_problem_is_tested() -> None:
    catalogue = tomllib.loads((files("itaanalysis.intake") / "problems.toml").read_text(encoding="utf-8"))
    assert {case.code for case in ERRORS} == {code for code, kind in catalogue.items() if kind["severity"] == "error"}
    assert {case.code for case in WARNINGS} == {
        code for code, kind in catalogue.items() if kind["severity"] == "warning"
    }


def test_errors_in_several_files_are_all_told_in_one_run(project: Any, capsys: Any) -> None:
    project.ita("clean")
    before = project.fingerprint_of("data/processed/2568")
    capsys.readouterr()
    project.edit(*ACTIVITIES, {"C8": "๓๒ กุมภาพันธ์ ๒๕๖๘", "G8": "ห้าสิบ", "F26": "กรมการค้าภายไน", "A9": "1.4"})
    project.edit(*EXPENSES, {"C6": "12,3x4", "A7": "9.9"})
    project.edit(*UNITS, {"C9": 101})
    project.edit(*TOOLS, {"A4": "Internol"})
    project.edit(*TARGETS, {"E9": "1..5 ราย"})
    (project.raw / "made_up.xlsx").write_bytes(b"")
    assert project.ita("clean") == 1
    printed = capsys.readouterr().out
    for text in (
        "เซลล์ C8: อ่านวันที่ “๓๒ กุมภาพันธ์ ๒๕๖๘” ไม่ได้", "ห้าสิบ", "กรมการค้าภายไน", "12,3x4", "9.9", "101", "Internol",
        "1..5 ราย", "made_up.xlsx",
    ):  # fmt: skip
        assert text in printed, text
    # A9 makes 1.4 stand twice and leaves no 1.3(1): the expenses A7 would have gone to
    assert "“1.4” already stands in" in printed
    assert project.fingerprint_of("data/processed/2568") == before


def test_all_wrong_cells_of_one_row_are_told_in_one_run(project: Any) -> None:
    project.edit(*ACTIVITIES, {"A26": "สาม", "C26": "๓๒ มีนาคม ๒๕๖๘", "F26": "กรมการค้าภายไน", "G26": "ร้อยกว่า"})
    told = {(problem.code, problem.place.cell) for problem in project.read().problems.errors}
    assert told >= {
        ("code-unreadable", "A26"), ("date-unreadable", "C26"), ("unit-unknown", "F26"), ("number-unreadable", "G26"),
    }  # fmt: skip


def test_each_problem_is_told_once(project: Any) -> None:
    project.edit(*ACTIVITIES, {"A26": "สาม", "C27": "๓๒ มีนาคม ๒๕๖๘"})
    project.edit(*EXPENSES, {"A6": "หนึ่ง", "C7": "x"})
    told = [(problem.code, str(problem.place), problem.value) for problem in project.problems()]
    assert sorted(set(told)) == sorted(told)


def test_the_table_of_problems_names_file_sheet_cell_and_value(project: Any) -> None:
    project.edit(*UNITS, {"C9": 101})
    first = project.read().problems.table().iloc[0]
    assert (first["severity"], first["code"]) == ("error", "value-out-of-range")
    assert (first["file"], first["sheet"], first["cell"], first["value"]) == (*UNITS, "C9", "101")
    assert first["source"] == "ita_scores.xlsx!คะแนนรายหน่วยงาน!C9"


def test_a_mended_workbook_is_clean_again(project: Any) -> None:
    project.edit(*ACTIVITIES, {"C8": "๓๒ กุมภาพันธ์ ๒๕๖๘"})
    assert project.ita("clean") == 1
    project.edit(*ACTIVITIES, {"C8": "๓ กันยายน ๒๕๖๘"})
    assert project.ita("clean") == 0


def test_money_finer_than_a_satang_is_the_same_before_and_after_clean(project: Any) -> None:
    project.edit(*EXPENSES, {"C6": 73060.125})
    before = project.table("expenses")["amount_baht"]
    assert project.ita("clean") == 0
    assert list(ita.load(2568, project.root).expenses["amount_baht"]) == list(before)
    assert before[1] == 73060.13


def test_a_code_that_stands_under_the_heading_of_another_group_is_told(project: Any) -> None:
    """The heading of sub-activity 6 is missing: activity 6 is none of sub-activity 5."""
    project.edit(*ACTIVITIES, {"A38": None})
    journal = project.table("activities").iloc[-1]
    assert (journal["code"], journal["group"]) == ("6", "6")
    assert "A39" in {problem.place.cell for problem in project.problems() if problem.place.file == ACTIVITIES[0]}
