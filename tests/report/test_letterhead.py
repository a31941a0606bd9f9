"""The head of the memorandum: what memo.toml says, what the notebook says, what is left to be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from itaanalysis.report.letterhead import Letterhead, LetterheadError, read_letterhead
from itaanalysis.words import Words

WORDING = {"from": "ศูนย์สมมติ", "subject": "เรื่องสมมติ", "to": "ปลัดกระทรวงสมมติ"}


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    return tmp_path / "memo.toml"


def test_without_a_file_number_and_date_are_left_open(memo: Path) -> None:
    texts = read_letterhead(memo, Words("th"), WORDING)
    assert texts == {**WORDING, "number": "", "date": "", "position": ""}
    assert Letterhead(texts, Words("th")).html().count('<span class="fill"></span>') == 2


def test_the_file_speaks_before_the_notebook(memo: Path) -> None:
    memo.write_text('number = "สม ๑/๒"\ndate = "16 ต.ค. 68"\n[th]\nto = "อธิบดีกรมสมมติ"\n', encoding="utf-8")
    texts = read_letterhead(memo, Words("th"), WORDING)
    assert (texts["number"], texts["date"], texts["to"]) == ("สม ๑/๒", "๑๖ ตุลาคม ๒๕๖๘", "อธิบดีกรมสมมติ")
    assert texts["subject"] == "เรื่องสมมติ"


def test_a_file_saved_by_notepad_reads_the_same(memo: Path) -> None:
    memo.write_text('number = "1/2"', encoding="utf-8-sig")
    assert read_letterhead(memo, Words("th"), {})["number"] == "๑/๒"


def test_the_english_report_has_its_own_wording_and_dates(memo: Path) -> None:
    memo.write_text('date = "๑๖ ตุลาคม ๒๕๖๘"\n[th]\nto = "ปลัด"\n[en]\nto = "Made-up Secretary"\n', encoding="utf-8")
    texts = read_letterhead(memo, Words("en"), {})
    assert (texts["date"], texts["to"]) == ("16 October 2025", "Made-up Secretary")


def test_a_month_without_its_day_stays_as_typed(memo: Path) -> None:
    memo.write_text('date = "ตุลาคม 2568"', encoding="utf-8")
    assert read_letterhead(memo, Words("th"), {})["date"] == "ตุลาคม ๒๕๖๘"


def test_every_fault_is_told_at_once(memo: Path) -> None:
    memo.write_text('datum = "1"\nnumber = 5\ndate = "32 ม.ค. 2568"\n[th]\nsubjekt = "x"\n', encoding="utf-8")
    with pytest.raises(LetterheadError) as told:
        read_letterhead(memo, Words("th"), {})
    lines = str(told.value).splitlines()
    assert [
        word for word in ("datum", "number", "32 ม.ค.", "th.subjekt") if not any(word in line for line in lines)
    ] == []
    assert len(lines) == 4


def test_a_file_that_is_no_toml_is_told_in_one_sentence_each(memo: Path) -> None:
    memo.write_text("number = พณ", encoding="utf-8")
    with pytest.raises(LetterheadError, match=r"memo\.toml.*\n.*cannot be read"):
        read_letterhead(memo, Words("th"), {})


def test_markup_in_the_file_is_shown_as_text() -> None:
    texts = dict.fromkeys(("from", "number", "date", "subject", "to"), "<b>&")
    assert "&lt;b&gt;&amp;" in Letterhead(texts, Words("th")).html()
