import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.corpus import thai_words

from itaanalysis.thai.text import (
    match_key,
    normalise,
    sort_key,
    suggest,
    to_arabic_digits,
    to_thai_digits,
    visible_width,
    words,
    wrap,
)

relaxed = settings(deadline=None, max_examples=150)
thai_letters = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
thai_text = st.text(thai_letters | st.sampled_from(" .()\u00a0\u200bA1-,\n"), max_size=60)
any_text = st.text(max_size=60) | thai_text

NIKHAHIT = "\u0e4d"


@pytest.mark.parametrize(
    "typed",
    [
        f"น{NIKHAHIT}้า",  # nikhahit, tone, aa
        f"น้{NIKHAHIT}า",  # tone, nikhahit, aa
        "นำ้",  # sara am before the tone
        "น้้ำ",  # the tone twice
        f"น{NIKHAHIT}้ๅ",  # lakkhangyao for aa
        "น\u200b้ำ",
        "\ufeffน้\u00adำ\u2060",
        "น\uf70bำ",  # the low mai tho of old Windows fonts
    ],
)
def test_every_way_of_typing_water_is_one_word(typed):
    assert normalise(typed) == "น้ำ"
    assert [f"{ord(char):04X}" for char in normalise(typed)] == ["0E19", "0E49", "0E33"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (f"ส{NIKHAHIT}านักงาน", "สำนักงาน"),
        ("เเก้ไข", "แก้ไข"),
        ("ท่ี", "ที่"),  # tone before the vowel above
        ("ผู่้", "ผู่้"),  # two different tones: nobody knows which is meant
        ("สิทธ์ิ", "สิทธิ์"),
        ("บริสุทธ์ิ", "บริสุทธิ์"),
        ("ก่ัน", "กั่น"),
        ("ด่ืม", "ดื่ม"),
        ("กา้ว", "ก้าว"),
        ("ที่่", "ที่"),
        ("กๅร", "การ"),
        ("ฤๅษี", "ฤๅษี"),
        ("กรม\u00a0การค้า\n ภายใน\t", "กรม การค้า ภายใน"),
        ("\u2003ก\u3000ข\u202f", "ก ข"),
        ("ก\x00ข\x07", "กข"),
        ("ต่างๆ ฯลฯ ๑๒", "ต่างๆ ฯลฯ ๑๒"),
        ("e\u0301", "é"),
        ("ก้า้", "ก้า"),
        ("่า" * 3000, "่า" * 3000),  # no word; must not take for ever either
        ("", ""),
    ],
)
def test_normalise(typed, meant):
    assert normalise(typed) == meant


def test_neither_unicode_form_would_do():
    split = f"น{NIKHAHIT}้า"
    assert unicodedata.normalize("NFC", split) != "น้ำ"
    assert unicodedata.normalize("NFKC", "น้ำ") != "น้ำ"


def test_no_word_of_the_dictionary_is_changed():
    assert [word for word in thai_words() if normalise(word) != word] == []


@relaxed
@given(any_text)
def test_normalise_is_idempotent(text):
    assert normalise(normalise(text)) == normalise(text)


@relaxed
@given(any_text)
def test_match_key_sees_what_normalise_unifies(text):
    assert match_key(normalise(text)) == match_key(text)
    assert not re.search(r"[\s.๐-๙]", match_key(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("สป.", "สป"),
        ("สป. พณ.", "สป.พณ."),
        ("ค่าใช้จ่าย (บาท)", "ค่าใช้จ่าย(บาท)"),
        ("ปี ๒๕๖๘", "ปี2568"),
        ("Open Data (OIT)", "open data (oit)"),
        ("ต.ค. – ก.ย.", "ต.ค. - ก.ย."),
        (f"ส{NIKHAHIT}านักงานปลัด", "สำนักงานปลัด"),
    ],
)
def test_keys_alike(one, other):
    assert match_key(one) == match_key(other)


def test_one_letter_or_vowel_parts_two_units():
    units = ["สค.", "สนค.", "คต.", "คน.", "สพค.", "สคพ.", "กรมการค้าภายใน", "กรมการค้าภายนอก"]
    assert len({match_key(unit) for unit in units}) == len(units)


def test_suggest_names_the_nearest_as_it_is_written():
    names = ["กรมการค้าต่างประเทศ", "กรมการค้าภายใน", "กรมทรัพย์สินทางปัญญา", "สคพ."]
    assert suggest("กรมการค้าภายไน", names) == "กรมการค้าภายใน"
    assert suggest("สพค", names) == "สคพ."
    assert suggest("กรมทรัพย์สินปัญญา", names) == "กรมทรัพย์สินทางปัญญา"
    assert suggest("องค์การคลังสินค้า", names) is None
    assert suggest("", names) is None
    assert suggest("กรม", []) is None


@relaxed
@given(st.text("0123456789๐๑๒๓๔๕๖๗๘๙,. บาท"))
def test_digits_there_and_back(text):
    assert to_arabic_digits(to_thai_digits(text)) == to_arabic_digits(text)
    assert to_thai_digits(to_arabic_digits(text)) == to_thai_digits(text)


def test_digits():
    assert to_thai_digits("1,234,567.89") == "๑,๒๓๔,๕๖๗.๘๙"
    assert to_arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


def test_dictionary_order():
    # The order of a printed dictionary: a leading vowel after its consonant, tones only between words else alike.
    ordered = [
        "2 ข้อ", "ก", "กฎ", "กรม", "กระทรวง", "กะ", "กัน", "กา", "ก่า", "ก้า", "กาก", "กำ", "กิน", "กึ่ง", "กุ้ง", "เก่ง",
        "เกณฑ์", "แก", "แก่", "แก้", "โกง", "ใกล้", "ไก่", "ขอ", "ขา", "เขต", "คณะ", "เงิน", "จังหวัด", "แผน", "รอ", "ฤดู",
        "ลง", "ฦๅ", "วัน", "หน่วย", "องค์การ", "แอบ", "ฮา",
    ]  # fmt: skip
    assert sorted(reversed(ordered), key=sort_key) == ordered
    assert sorted(ordered) != ordered


def test_digits_of_both_kinds_sort_together_before_letters():
    assert sorted(["ก", "๒", "3", "1", "a"], key=sort_key) == ["1", "๒", "3", "a", "ก"]


@relaxed
@given(any_text)
def test_the_pieces_of_a_text_are_the_text(text):
    assert "".join(words(text)) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("โครงการพัฒนาจิตสำนึก", ["โครงการพัฒนา", "จิตสำนึก"]),
        ("แนวทางการดำเนินงาน ITA", ["แนวทางการ", "ดำเนินงาน", " ", "ITA"]),
        ("ตัวชี้วัดของกระทรวงพาณิชย์", ["ตัวชี้วัด", "ของ", "กระทรวงพาณิชย์"]),
        ("ใช้ไป ๑,๒๙๐,๐๐๐ บาท", ["ใช้", "ไป", " ", "๑,๒๙๐,๐๐๐", " ", "บาท"]),
        ("ความโปร่งใสในการทุจริต", ["ความโปร่งใส", "ใน", "การทุจริต"]),
    ],
)
def test_words(text, parts):
    assert words(text) == parts


def test_width_counts_what_stands_on_the_line():
    assert visible_width("ก้ำกึ่ง") == 4  # ก ำ ก ง
    assert visible_width("กรุงเทพฯ 2568") == 12


@relaxed
@given(thai_text, st.integers(min_value=1, max_value=30))
def test_wrap_loses_nothing_and_begins_no_line_badly(text, width):
    lines = wrap(text, width)
    assert re.sub(r"[ \n]", "", "".join(lines)) == re.sub(r"[ \n]", "", text)
    starts = [line[0] for line in lines[1:] if line]
    assert not {char for char in starts if unicodedata.category(char) == "Mn"} - _paragraph_starts(text)
    assert not set(starts) & set(",.)ๆฯ") - _paragraph_starts(text)


def _paragraph_starts(text):
    """What a line may begin with because the writer began a paragraph so."""
    return {paragraph.strip()[:1] for paragraph in text.split("\n")}


@relaxed
@given(st.lists(st.sampled_from(["กิจกรรม", "ต่อต้าน", "ทุจริต", "ที่", "ITA", "๙๒.๘๐", "ผู้"]), max_size=20))
def test_no_line_is_wider_than_asked_when_no_word_is(parts):
    assert all(visible_width(line) <= 12 for line in wrap(" ".join(parts), 12))


def test_wrap_breaks_between_words():
    name = "สัมมนาเชิงปฏิบัติการ MOC Zero Corruption ป้องกันการทุจริตเชิงรุก"
    assert wrap(name, 24) == ["สัมมนาเชิงปฏิบัติการ MOC Zero", "Corruption ป้องกันการทุจริต", "เชิงรุก"]


def test_wrap_keeps_marks_of_repetition_brackets_and_abbreviations():
    assert wrap("กิจกรรมต่าง ๆ", 10) == ["กิจกรรม", "ต่าง ๆ"]
    assert wrap("งบประมาณ (บาท)", 12) == ["งบประมาณ", "(บาท)"]
    assert wrap("ประจำปี พ.ศ.๒๕๖๘", 10) == ["ประจำปี", "พ.ศ.๒๕๖๘"]
    assert wrap("๓\u00a0กันยายน ๒๕๖๘", 8) == ["๓\u00a0กันยายน", "๒๕๖๘"]


def test_wrap_tears_only_a_word_wider_than_the_line_and_never_a_cluster():
    assert wrap("ทุจริต", 3) == ["ทุจริ", "ต"]
    assert wrap("เก้าอี้", 1) == ["เก้า", "อี้"]
    assert wrap("ก\nข", 5) == ["ก", "ข"]
    assert wrap("", 5) == [""]
    with pytest.raises(ValueError, match="at least 1"):
        wrap("ก", 0)
