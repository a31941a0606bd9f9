"""Memos in many other words: the right figures are left alone, a single mistake is found with what was meant."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from itaanalysis.audit import Finding, audit
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.thai.text import to_arabic_digits
from itaanalysis.year import YearData, load

HERE = Path(__file__).parent


def beside(name: str) -> ModuleType:
    """A module that stands with the tests."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


planting, made_up_ministry = beside("planting"), beside("made_up_ministry")
PATHS = sorted((HERE / "other_memos").glob("made_up_*.txt"))
_KINDS = tuple(planting.MISTAKES.values())


@pytest.fixture(scope="module")
def known() -> KnownFigures:
    return KnownFigures(load(2568, planting.MEMOS.parents[2]))


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> YearData:
    return load(made_up_ministry.FISCAL_YEAR, made_up_ministry.make(tmp_path_factory.mktemp("waters")))


def wrong(text: str, year: YearData) -> list[tuple[str, float | str | None, str]]:
    return [(finding.typed, finding.expected, finding.verdict) for finding in audit(text, year) if finding.wrong]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_is_right_is_left_alone(path: Path, known: KnownFigures) -> None:
    sample = planting.read_sample(path)
    assert [finding for finding in planting.findings(sample.text, known) if finding.wrong] == []


def test_a_single_mistake_is_found_and_nothing_else(known: KnownFigures) -> None:
    planted, found, meant, others = 0, 0, 0, []
    for path in PATHS:
        sample = planting.read_sample(path)
        for number, marked in enumerate(sample.figures[::2]):
            mistake = _some_mistake(marked, number)
            if mistake is None:
                continue
            end = marked.start + len(marked.figure)
            text = sample.text[: marked.start] + mistake + sample.text[end:]
            findings = [finding for finding in planting.findings(text, known) if finding.wrong]
            hits = [one for one in findings if marked.start <= one.start < marked.start + len(mistake)]
            planted, found = planted + 1, found + bool(hits)
            meant += bool(hits) and _is_meant(marked, hits[0])
            others += [(path.stem, mistake, one.typed) for one in findings if one not in hits]
    assert others == []
    assert planted > 180
    assert found / planted > 0.95
    assert meant / found > 0.97


def _some_mistake(marked: Any, number: int) -> str | None:
    """The next kind of mistake that can befall a figure: each in turn, so that all of them are tried."""
    turned = (_KINDS[(number + turn) % len(_KINDS)](marked) for turn in range(len(_KINDS)))
    return next((mistake for mistake in turned if mistake and not planting.same_number(marked.figure, mistake)), None)


def _is_meant(marked: Any, finding: Finding) -> bool:
    expected = finding.expected
    if marked.kind in planting.IN_WORDS:
        return finding.meant == marked.figure if marked.kind in ("level", "weekday") else finding.meant != ""
    if not isinstance(expected, float):
        return isinstance(expected, str) or marked.kind in ("words", "date")
    return marked.kind == "words" or abs(expected - float(to_arabic_digits(marked.figure).replace(",", ""))) < 0.006


@pytest.mark.parametrize(
    ("memo", "typed", "expected", "verdict"),
    [
        ("เป้าหมายผู้เข้าร่วม ๑,๘๗๑ คน ผลได้ ๑,๑๐๐ คน", "๑,๘๗๑", 1100.0, "differs"),
        ("ดัชนีคุณธรรมของ สป. ได้ ๙๒.๑๘ คะแนน", "๙๒.๑๘", 93.78, "differs"),
        ("การรับรู้และจิตสำนึก ตั้งเป้าไว้ร้อยละ ๘๕", "๘๕", 80.0, "differs"),
        ("หนึ่งล้านสองแสนแปดหมื่นบาทถ้วน (๑,๒๙๐,๐๐๐ บาท) คือวงเงินที่ได้รับจัดสรร", "หนึ่งล้านสองแสนแปดหมื่นบาทถ้วน",
         1290000.0, "differs"),
        ("ผ่านเกณฑ์ ๑๑/๑๓ หน่วยงาน", "๑๓", 12.0, "differs"),
        ("หน่วยงานผ่านเกณฑ์การประเมิน ๘๕ คะแนน จำนวน ๑๒ หน่วยงาน", "๑๒", 11.0, "differs"),
        ("รณรงค์ในส่วนภูมิภาค ๔ ครั้ง รวมเป็นเงิน ๑,๐๗๙,๖๘๔.๒๒ บาท", "๑,๐๗๙,๖๘๔.๒๒", 1079648.22, "differs"),
        ("ด้าน\tสป.\nการใช้อำนาจ\t๙๘.๓๙\nคุณภาพการดำเนินงาน\t๙๒.๗๑\nเฉลี่ย ๒ ด้าน\t๙๕.๕๖\n", "๙๕.๕๖", 95.55, "contradicts"),
        ("ความพึงพอใจร้อยละ ๘๗.๔๕\n\nสรุปว่าความพึงพอใจร้อยละ ๘๗.๕๔", "๘๗.๔๕", None, "contradicts"),
    ],
)  # fmt: skip
def test_one_made_up_mistake(memo: str, typed: str, expected: float | None, verdict: str, known: KnownFigures) -> None:
    assert (typed, expected, verdict) in wrong(memo, known.year)


def test_a_ministry_and_year_of_its_own(made_up: YearData) -> None:
    memo = (
        "กระทรวงวารีได้รับจัดสรรงบประมาณ ๘๗๕,๐๐๐ บาท (แปดแสนเจ็ดหมื่นห้าพันบาทถ้วน) ใช้จ่ายรวม ๘๑๗,๒๓๕.๗๕ บาท\n\n"
        "ผ่านเกณฑ์ ๓ หน่วยงาน ไม่ผ่านเกณฑ์ ๒ หน่วยงาน คิดเป็นร้อยละ ๖๐.๐๐ ต่ำกว่าเป้าหมายร้อยละ ๘๐\n\n"
        "- ค่ายเยาวชนรักษ์น้ำ ครั้งที่ ๒ วันที่ ๒ - ๔ มีนาคม ๒๕๖๙ จังหวัดระนอง ๑๑๕ คน ๑๙๘,๔๔๕.๒๕ บาท\n"
        "- ประกวดคลิปวิดีโอโปร่งใสในหนึ่งนาที ๓๐ มิ.ย. ๖๙ ผู้ส่งผลงาน ๗๓ คน ค่าใช้จ่าย ๓๗,๙๖๐ บาท\n"
        "ปีงบประมาณ ๒๕๖๘ กระทรวงวารีใช้งบประมาณ ๗๙๐,๑๑๒ บาท ผู้เข้าร่วม ๕๘๘ คน สปว. ได้ ๘๗.๐๒ คะแนน\n"
    )
    assert wrong(memo, made_up) == []
    spoilt = memo.replace("๘๑๗,๒๓๕", "๘๑๗,๒๕๓").replace("๓๐ มิ.ย. ๖๙", "๓๐ มิ.ย. ๖๘").replace("๑๑๕ คน", "๑๕๑ คน")
    assert wrong(spoilt, made_up) == [
        ("๘๑๗,๒๕๓.๗๕", 817235.75, "differs"),
        ("๑๕๑", 115.0, "differs"),
        ("๓๐ มิ.ย. ๖๘", "2026-06-30", "differs"),
    ]
