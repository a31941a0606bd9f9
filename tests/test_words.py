"""How values read, in charts and in text: one class for both."""

import datetime
from types import SimpleNamespace

import pytest

from itaanalysis.charts.wording import Wording
from itaanalysis.errors import UserError
from itaanalysis.words import UnknownWording, Words

THAI, ENGLISH = Words(), Words("en")
UNITS = [
    ("สป.", "สำนักงานปลัดกระทรวงสมมุติ", "Office of Make-Believe (OMB)"),
    ("กก.", "กรมก้อนเมฆ (องค์การมหาชน)", "Institute of Clouds (Public Organization)"),
    ("กข.", "กรมขนนก", None),
]


@pytest.fixture
def made_up_year() -> SimpleNamespace:
    return SimpleNamespace(
        unit_rows={row[0]: dict(zip(("unit", "name_th", "name_en"), row, strict=True)) for row in UNITS}
    )


def test_charts_and_text_are_worded_by_one_class() -> None:
    assert issubclass(Wording, Words)
    own = {name for name in vars(Wording) if not name.startswith("__")}
    assert own & set(vars(Words)) == set(), "a chart words nothing its own way"


@pytest.mark.parametrize(("lang", "digits"), [("de", None), ("th", "roman")])
@pytest.mark.parametrize("kind", [Words, Wording])
def test_another_language_or_digits_is_refused(kind: type[Words], lang: str, digits: str | None) -> None:
    with pytest.raises(UnknownWording, match=f'there is no "{digits or lang}"') as refused:
        kind.of(lang, digits)
    assert isinstance(refused.value, UserError) and isinstance(refused.value, ValueError)


def test_digits_follow_the_language_unless_told() -> None:
    assert (THAI.number(1234.5), ENGLISH.number(1234.5)) == ("๑,๒๓๔.๕๐", "1,234.50")
    assert (Words("th", "arabic").number(1), Words("en", "thai").number(1)) == ("1.00", "๑.๐๐")
    assert Words("th", "arabic").in_digits("กิจกรรม ๑.๒") == "กิจกรรม 1.2"


def test_a_score_below_the_mark_never_reads_as_if_it_met_it() -> None:
    strict = Words("en", pass_mark=85)
    assert [strict.score(total) for total in (84.994, 84.995, 84.999999, 85.0, 85.004)] == [
        "84.99",
        "84.99",
        "84.99",
        "85.00",
        "85.00",
    ]
    assert strict.score(92.4999, mark=92.5) == "92.49", "another mark takes the place of the pass mark"
    assert ENGLISH.score(84.999) == "85.00"


def test_a_difference_that_is_there_never_reads_as_none() -> None:
    assert [ENGLISH.difference(gap) for gap in (0, 0.001, 0.004999, 0.005, 1.2)] == [
        "0.00",
        "0.01",
        "0.01",
        "0.01",
        "1.20",
    ]
    assert [THAI.signed(change) for change in (1.2, -0.4, 0.0, -0.001, 0.001)] == [
        "+๑.๒๐",
        "−๐.๔๐",
        "๐.๐๐",
        "−๐.๐๑",
        "+๐.๐๑",
    ]


def test_a_share_that_is_not_the_whole_never_reads_as_the_whole() -> None:
    assert (THAI.percent(11, 12), ENGLISH.percent(11, 12)) == ("ร้อยละ ๙๑.๖๗", "91.67%")
    assert (ENGLISH.percent(999_999, 1_000_000), ENGLISH.percent(5, 5)) == ("99.99%", "100%")
    assert ENGLISH.percent(99.9999) == "99.99%"


@pytest.mark.parametrize(
    ("value", "unit", "thai", "english"),
    [
        (91.67, "percent", "ร้อยละ ๙๑.๖๗", "91.67%"),
        (100.0, "percent", "ร้อยละ ๑๐๐", "100%"),
        (96.42, "points", "๙๖.๔๒ คะแนน", "96.42 points"),
        (92.0, "points", "๙๒.๐๐ คะแนน", "92.00 points"),
        (56.0, "percent", "ร้อยละ ๕๖.๐๐", "56.00%"),
        (1871, "people", "๑,๘๗๑ คน", "1,871 people"),
        (1, "people", "๑ คน", "1 person"),
        (1288999.22, "baht", "๑,๒๘๘,๙๙๙.๒๒ บาท", "1,288,999.22 baht"),
        (None, "percent", "ยังไม่มีข้อมูล", "not available yet"),
    ],
)
def test_a_result_reads_with_its_unit(value: float | None, unit: str, thai: str, english: str) -> None:
    assert (THAI.measure(value, unit), ENGLISH.measure(value, unit)) == (thai, english)


def test_shares_beside_one_another_have_like_decimals_and_those_set_are_as_they_were_set() -> None:
    # 17 of 39 = 0.435897…; 14 of 25 comes out even
    assert [ENGLISH.percent(part, whole) for part, whole in ((17, 39), (14, 25), (0, 7))] == ["43.59%", "56.00%", "0%"]
    assert ENGLISH.percent(1, 1_000_000) == "0.00%"
    assert [ENGLISH.set_share(100 * weight) for weight in (0.3, 0.4, 0.125)] == ["30", "40", "12.50"]
    targets = [(80, "percent"), (92.18, "points"), (85.0, "points"), (1, "points"), (1100, "people"), (None, "percent")]
    assert [ENGLISH.target(*target) for target in targets] == [
        *("80%", "92.18 points", "85 points", "1 point", "1,100 people", "not available yet")
    ]


def test_a_result_below_its_target_never_reads_as_if_it_met_it() -> None:
    assert ENGLISH.measure(92.4999, "points", mark=92.5) == "92.49 points"
    assert ENGLISH.measure(92.4999, "points") == "92.50 points"


def test_and_is_joined_to_thai_and_parted_from_figures() -> None:
    assert THAI.listed(["สศท.", "สพค."]) == "สศท. และ สพค."
    assert THAI.listed(["กรม", "สำนักงาน"]) == "กรม และสำนักงาน"
    assert THAI.listed(["ปี ๑", "๒"]) == "ปี ๑ และ ๒"
    assert THAI.listed(["IIT", "OIT"]) == "IIT และ OIT"
    assert (THAI.listed(["เดียว"]), THAI.listed([])) == ("เดียว", None)


def test_the_rest_of_a_long_list_is_counted_with_its_classifier() -> None:
    names = ["ก", "ข", "ค", "ง", "จ"]
    assert THAI.listed(names, most=3, classifier="ตัวชี้วัด") == "ก ข และอีก ๓ ตัวชี้วัด"
    assert ENGLISH.listed(names, most=3) == "ก, ข and 3 more"
    assert ENGLISH.listed(names[:3], most=3) == "ก, ข and ค"


def test_days_in_a_sentence() -> None:
    first, next_month, last = (datetime.date(2025, *day) for day in ((2, 7), (3, 8), (2, 8)))
    assert THAI.during(first, first) == "เมื่อวันที่ ๗ กุมภาพันธ์ ๒๕๖๘"
    assert THAI.during(first, last) == "ระหว่างวันที่ ๗ ถึง ๘ กุมภาพันธ์ ๒๕๖๘"
    assert THAI.during(first, next_month) == "ระหว่างวันที่ ๗ กุมภาพันธ์ ถึง ๘ มีนาคม ๒๕๖๘"
    assert ENGLISH.during(first, last) == "from 7 to 8 February 2025"
    assert ENGLISH.during(first, next_month) == "from 7 February to 8 March 2025"


def test_names_of_units(made_up_year: SimpleNamespace) -> None:
    year: object = made_up_year
    full = [words.unit(year, unit) for words in (THAI, ENGLISH) for unit, _, _ in UNITS]
    assert full[:3] == [name for _, name, _ in UNITS]
    assert full[3:] == ["Office of Make-Believe", "Institute of Clouds (Public Organization)", "กรมขนนก"]
    short = [ENGLISH.unit_short(year, unit) for unit, _, _ in UNITS]
    assert short == ["OMB", "Institute of Clouds (Public Organization)", "กรมขนนก"], (
        "(Public Organization) is no short name"
    )
    assert [THAI.unit_short(year, unit) for unit, _, _ in UNITS] == ["สป.", "กก.", "กข."]
    assert (THAI.unit(year, "หน่วยใหม่"), ENGLISH.unit_short(year, "หน่วยใหม่")) == ("หน่วยใหม่", "หน่วยใหม่")
