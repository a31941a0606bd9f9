"""The tile map: where its tiles stand, which events it counts, what it says and what it leaves unsaid."""

from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from pythainlp.corpus import provinces as known_provinces

from itaanalysis import charts
from itaanalysis.charts.provinces import Province, province_named, provinces, reached
from itaanalysis.charts.theme import colour
from itaanalysis.year import YearData

Maker = Callable[..., Any]


def tile(name: str) -> Province:
    found = province_named(name)
    assert found is not None, name
    return found


def test_every_province_has_one_tile_of_its_own() -> None:
    assert {place.name_th for place in provinces()} == known_provinces()
    assert len({(place.row, place.column) for place in provinces()}) == 77
    for mark in ("abbreviation_th", "abbreviation_en", "name_en"):
        assert len({getattr(place, mark) for place in provinces()}) == 77


@pytest.mark.parametrize(
    "southward",
    [
        ["เชียงราย", "พะเยา", "ลำปาง", "สุโขทัย", "นครสวรรค์", "กรุงเทพมหานคร", "ชุมพร", "สุราษฎร์ธานี", "สงขลา"],
        ["หนองคาย", "อุดรธานี", "กาฬสินธุ์", "ร้อยเอ็ด", "สุรินทร์"],
        ["นครราชสีมา", "ปราจีนบุรี", "สระแก้ว", "จันทบุรี", "ตราด"],
        ["ระนอง", "พังงา", "ภูเก็ต", "ตรัง", "สตูล"],
        ["พัทลุง", "สงขลา", "ยะลา"],
    ],
)
def test_north_is_above_south(southward: list[str]) -> None:
    assert all(tile(above).row < tile(below).row for above, below in pairwise(southward))


@pytest.mark.parametrize(
    "eastward",
    [
        ["แม่ฮ่องสอน", "เชียงใหม่", "พะเยา", "น่าน"],
        ["ตาก", "สุโขทัย", "อุตรดิตถ์", "เลย", "หนองบัวลำภู", "อุดรธานี", "สกลนคร", "นครพนม"],
        ["ชัยภูมิ", "มหาสารคาม", "ร้อยเอ็ด", "ยโสธร", "อำนาจเจริญ"],
        ["กาญจนบุรี", "สุพรรณบุรี", "อ่างทอง", "พระนครศรีอยุธยา", "นครนายก", "ปราจีนบุรี"],
        ["ภูเก็ต", "กระบี่", "นครศรีธรรมราช"],
        ["สตูล", "สงขลา", "ปัตตานี", "นราธิวาส"],
    ],
)
def test_west_is_left_of_east(eastward: list[str]) -> None:
    assert all(tile(left).column < tile(right).column for left, right in pairwise(eastward))


@pytest.mark.parametrize(
    "pair",
    [
        ("กรุงเทพมหานคร", "นนทบุรี"), ("กรุงเทพมหานคร", "สมุทรปราการ"), ("นนทบุรี", "ปทุมธานี"), ("เชียงใหม่", "แม่ฮ่องสอน"),
        ("เชียงใหม่", "ลำพูน"), ("ขอนแก่น", "มหาสารคาม"), ("นครราชสีมา", "บุรีรัมย์"), ("อุบลราชธานี", "ศรีสะเกษ"),
        ("สงขลา", "พัทลุง"), ("สงขลา", "ปัตตานี"), ("ประจวบคีรีขันธ์", "ชุมพร"), ("เพชรบุรี", "ประจวบคีรีขันธ์"), ("ชลบุรี", "ระยอง"),
        ("หนองคาย", "บึงกาฬ"), ("ภูเก็ต", "พังงา"),
    ],
)  # fmt: skip
def test_neighbours_share_an_edge(pair: tuple[str, str]) -> None:
    first, second = map(tile, pair)
    assert abs(first.row - second.row) + abs(first.column - second.column) == 1


@pytest.mark.parametrize("typed", ["สงขลา", " จังหวัดสงขลา", "จ.สงขลา", "จ. สงขลา", "Songkhla", "songkhla province"])
def test_a_province_is_known_as_it_is_typed(typed: str) -> None:
    assert tile(typed).name_th == "สงขลา"


def test_a_near_name_is_no_province() -> None:
    assert province_named("สงขา") is None and province_named("หาดใหญ่") is None and province_named("") is None
    assert tile("กทม.").name_en == "Bangkok" and tile("อยุธยา").name_th == "พระนครศรีอยุธยา"


def test_fy2568_held_events_in_five_provinces(real_year: YearData) -> None:
    where = reached(real_year)
    held = {row.province.name_en: (int(row.events), int(row.participants)) for row in where.held.itertuples()}
    assert held == {
        "Nonthaburi": (4, 52 + 50 + 66 + 40),
        "Songkhla": (1, 84),
        "Chiang Mai": (1, 67),
        "Nakhon Phanom": (1, 55),
        "Ratchaburi": (1, 54),
    }
    assert where.unplaced == 28 - 8 and where.unknown == []
    assert charts.provinces_reached(real_year).title == "จัดกิจกรรมใน ๕ จาก ๗๗ จังหวัด มากที่สุดที่นนทบุรี ๔ รายการ"
    english = charts.provinces_reached(real_year, lang="en")
    assert english.title == "Events in 5 of 77 provinces, most in Nonthaburi: 4"
    assert english.alt.startswith("Tile map of Thailand with 5 provinces shaded: Nonthaburi 4, Songkhla 1")


def test_only_the_provinces_named_are_dark(real_year: YearData) -> None:
    figure = charts.provinces_reached(real_year).figure
    fills = [to_hex(drawn.get_facecolor()) for drawn in figure.findobj(Rectangle) if drawn is not figure.patch]
    # 77 tiles and the three samples of the key.
    assert len(fills) == 80
    assert [fills.count(colour(name)) for name in ("main", "light", "grid")] == [1 + 1, 4 + 1, 72 + 1]


def test_what_followed_online_is_told_and_not_drawn(real_year: YearData, written: Maker) -> None:
    text = " ".join(written(charts.provinces_reached(real_year).figure))
    assert "ถ่ายทอดออนไลน์ ๒ รายการ ถึงสูงสุด ๗๖ จังหวัด" in text and "จึงไม่ได้ระบายสี" in text
    assert "อีก ๒๐ รายการไม่ระบุจังหวัด" in text


def test_two_spellings_are_one_province_and_unknown_names_are_told(
    make_up_year: Maker, make_up_event: Maker, written: Maker
) -> None:
    names = ["อยุธยา", "จ.พระนครศรีอยุธยา", "เมืองสมมติ", None]
    rows = [make_up_event(f"1.{n}", "1", "ก", None, None, 5, province=name) for n, name in enumerate(names, 1)]
    chart = charts.provinces_reached(make_up_year(activities=rows))
    assert chart.title == "กิจกรรมที่ระบุจังหวัดจัดที่พระนครศรีอยุธยาทั้งหมด ๒ รายการ"
    text = " ".join(written(chart.figure))
    assert "“เมืองสมมติ”" in text and "อีก ๑ รายการไม่ระบุจังหวัด" in text


def test_events_without_any_province_are_no_map(make_up_year: Maker, make_up_event: Maker) -> None:
    chart = charts.provinces_reached(make_up_year(activities=[make_up_event("1", "1", "ก", None, None, 5)]))
    assert chart.title.startswith("ยังไม่มีข้อมูลจังหวัดที่จัดกิจกรรม")


def test_equal_counts_name_none_as_most(make_up_year: Maker, make_up_event: Maker) -> None:
    rows = [make_up_event(f"1.{n}", "1", "ก", None, None, 5, province=name) for n, name in enumerate(["ตาก", "น่าน"])]
    year: SimpleNamespace = make_up_year(activities=rows)
    assert charts.provinces_reached(year).title == "จัดกิจกรรมใน ๒ จาก ๗๗ จังหวัด จังหวัดละ ๑ รายการ"
    assert charts.provinces_reached(year, lang="en").title == "Events in 2 of 77 provinces, 1 in each"
