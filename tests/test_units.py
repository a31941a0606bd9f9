"""Units: found by any of their spellings, never by one that is only near."""

from __future__ import annotations

from pathlib import Path

import pytest

from itaanalysis.reference import ReferenceTableError
from itaanalysis.units import Units

HEAD = "unit,name_th,name_en,kind,aliases,source\n"


@pytest.fixture(scope="module")
def units(repository: Path) -> Units:
    return Units.read(repository / "data" / "reference" / "units.csv")


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("สป.", "สป."), ("สป", "สป."), (" สป. ", "สป."), ("สป.พณ.", "สป."), ("สปพณ", "สป."),
        ("สำนักงานปลัดกระทรวงพาณิชย์", "สป."), ("สำนักงานปลัด", "สป."),
        ("Office of the Permanent Secretary (OPS)", "สป."),
        ("กรมการค้าภายใน", "คน."), ("กรม การค้า ภายใน", "คน."), ("คน", "คน."),
        ("สํานักงานนโยบายและยุทธศาสตร์การค้า", "สนค."),  # sara am typed as two characters
        ("สำนักงานนโยบายยุทธศาสตร์และการค้า", "สนค."),  # two words swapped, an alias
        ("git", "สวอ."), ("ศ.ศ.ป.", "สศท."), ("สคพ.", "สพค."),
    ],
)  # fmt: skip
def test_every_spelling_finds_its_unit(units: Units, typed: str, unit: str) -> None:
    found = units.find(typed)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize("typed", ["", "กรมการค้าภายไน", "กรมการค้า", "สผ.", "คค.", "กระทรวงพาณิชย", "พพ."])
def test_a_near_spelling_finds_nothing(units: Units, typed: str) -> None:
    assert units.find(typed) is None


def test_a_near_spelling_is_suggested_for_the_message(units: Units) -> None:
    assert units.suggestion("กรมการค้าภายไน") == "กรมการค้าภายใน"
    assert units.suggestion("xyz") is None


def test_thirteen_units_of_which_one_is_only_probable(units: Units) -> None:
    assert len(list(units)) == 13
    assert [unit.unit for unit in units if unit.probable] == ["สพค."]


def test_ministry_and_office_are_known_by_kind(units: Units) -> None:
    ministry, office = units.of_kind("ministry"), units.of_kind("office")
    assert ministry is not None
    assert office is not None
    assert (ministry.unit, office.unit) == ("พณ.", "สป.")
    assert units.of_kind("province") is None


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("ผลการประเมิน ITA ของสำนักงานปลัดกระทรวงพาณิชย์ (สป.) ปี ๒๕๖๘", "สป."),
        ("ผลการประเมินของ คต. ปี ๒๕๖๘", "คต."),
        ("คะแนนรายเครื่องมือ กรมทรัพย์สินทางปัญญา", "ทป."),
        ("ดัชนีของกระทรวงพาณิชย์", "พณ."),
        ("ผลการประเมิน กรมการค้าภายใน กระทรวงพาณิชย์", "คน."),
        ("ผลการประเมิน กระทรวงพาณิชย์ กรมการค้าภายใน", "คน."),
    ],
)
def test_unit_a_title_speaks_of(units: Units, title: str, unit: str) -> None:
    found = units.mentioned(title)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    "title",
    [
        "ผลการประเมินรายเครื่องมือ",
        "ผลการประเมินด้านการต่อต้านการทุจริต",  # the letters of จร. stand in it
        "ดัชนีคุณธรรมและจริยธรรมของบุคลากรภาครัฐ",
        "ผู้ตอบแบบสอบถาม ๑๒๐ คน",  # the letters of คน. stand in it
        "",
    ],
)
def test_letters_inside_a_word_are_no_unit(units: Units, title: str) -> None:
    assert units.mentioned(title) is None


def test_one_spelling_for_two_units_is_refused_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "made_up_units.csv"
    path.write_text(
        f"{HEAD}กก.,กรมก้อนเมฆ,Clouds,department,,x\nกข.,กรมขนนก,Feathers,department,กรม ก้อนเมฆ,x\n", "utf-8"
    )
    with pytest.raises(ReferenceTableError) as error:
        Units.read(path)
    assert all(word in str(error.value) for word in ("made_up_units.csv", "กก.", "กข."))
    assert len(str(error.value).splitlines()) == 2


def test_a_list_of_another_ministry_is_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "made_up_units.csv"
    path.write_text(
        f"{HEAD}มส.,กระทรวงสมมุติ,Make-Believe,ministry,,x\nกก.,กรมก้อนเมฆ,Clouds,department, เมฆ | CLD ,x\n", "utf-8"
    )
    units = Units.read(path)
    assert [unit.unit for unit in units] == ["มส.", "กก."]
    found = units.find("cld")
    assert found is not None
    assert found.aliases == ("เมฆ", "CLD")
