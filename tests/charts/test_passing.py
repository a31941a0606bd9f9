"""What it takes to pass, drawn: three units or forty, all passing or none, with tool scores or without any."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from itaanalysis.charts import points_to_pass
from itaanalysis.criteria import criteria
from itaanalysis.year import YearData

Maker = Callable[..., Any]

TOOLS = [{"unit": "สป.", "tool": tool, "score": score} for tool, score in {"IIT": 96, "EIT": 80, "OIT": 99}.items()]
MADE_UP_SCORES: dict[str, list[float | None]] = {
    "three": [96.0, 91.5, 84.0],
    "forty": [94.5 - number * 0.7 for number in range(40)],
    "all_passing": [94.0, 93.2, 86.0],
    "all_at_the_top": [99.0, 97.0, 95.0],
    "none_passing": [84.996, 70.0, 12.5],
    "one": [84.6],
    "some_without": [None, 84.0, None],
    "zero": [0.0],
}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", MADE_UP_SCORES)
def test_nothing_is_displaced(
    name: str, lang: str, make_up_year: Maker, make_up_scores: Maker, misplaced: Callable[[Any], Any]
) -> None:
    tools = [] if name == "three" else TOOLS
    chart = points_to_pass(make_up_year(unit_scores=make_up_scores(MADE_UP_SCORES[name]), tool_scores=tools), lang)
    assert misplaced(chart.figure) == []
    assert chart.figure.get_size_inches()[1] * 2.54 < 24.7, "taller than the text of an A4 page"


def test_more_units_than_a_page_holds(
    make_up_year: Maker, make_up_scores: Maker, written: Callable[[Any], list[str]]
) -> None:
    scores: list[float | None] = [94.5 - number * 0.1 for number in range(120)]
    chart = points_to_pass(make_up_year(unit_scores=make_up_scores(scores), tool_scores=[]), "en")
    assert chart.title.startswith("24 units lie below the pass mark of 85")
    assert "40 of 120 units are shown: the lowest mark and the nearest units first." in written(chart.figure)
    assert chart.figure.get_size_inches()[1] * 2.54 < 24.7, "taller than the text of an A4 page"


def test_long_names_and_a_narrow_place(
    make_up_year: Maker, make_up_scores: Maker, misplaced: Callable[[Any], Any]
) -> None:
    year = make_up_year(unit_scores=make_up_scores([94.0, 85.0, 84.999, 60.0], long_names=True))
    for size in ("full", "half", "slide", "square"):
        assert misplaced(points_to_pass(year, size=size).figure) == []


def test_finding_of_fy2568(real_year: YearData, written: Callable[[Any], list[str]]) -> None:
    chart = points_to_pass(real_year)
    assert chart.title == "สศท. ขาด ๐.๔๐ คะแนน จะถึงเกณฑ์ ๘๕ คะแนน เมื่อเพิ่ม OIT ๑.๐๐ หรือ IIT ๑.๓๔ หรือ EIT ๑.๓๔ คะแนน"
    texts = written(chart.figure)
    assert {"ยังไม่ถึง ๘๕ คะแนน", "ยังไม่ถึง ๙๕ คะแนน", "+๑.๐๐", "+๑.๓๔", "EIT +๗.๓๔", "ไม่พอ"} <= set(texts)
    assert any("๗ หน่วยงาน" in text for text in texts) and any("โปร่ง" in text for text in texts)
    english = points_to_pass(real_year, "en")
    assert english.title == (
        "SACIT is 0.40 short of the pass mark of 85: OIT 1.00, IIT 1.34 or EIT 1.34 points would do"
    )
    assert english.source.startswith("Source: ita_scores.xlsx (")


@pytest.mark.parametrize(
    ("scores", "thai", "english"),
    [
        (
            [96.0, 84.0, 80.0],
            "๒ หน่วยงานยังไม่ถึงเกณฑ์ ๘๕ คะแนน ใกล้ที่สุดคือ กก. ขาด ๑.๐๐ คะแนน",
            "2 units lie below the pass mark of 85, the nearest DOP, 1.00 short",
        ),
        (
            [94.0, 86.0],
            "ทุกหน่วยงานผ่านเกณฑ์ ๘๕ คะแนน แต่ ๒ หน่วยงานยังไม่ถึง ๙๕ คะแนน ใกล้ที่สุดคือ สป. ขาด ๑.๐๐ คะแนน",
            "Every unit meets the pass mark of 85, but 2 units lie below 95, the nearest OPS, 1.00 short",
        ),
        (
            [96.0, 95.0],
            "ทุกหน่วยงานที่มีคะแนนได้ตั้งแต่ ๙๕ คะแนนขึ้นไป",
            "Every unit with a score has 95 points or more",
        ),
        (
            [30.0],
            "สป. ขาด ๕๕.๐๐ คะแนน เพิ่มเครื่องมือเดียวไม่พอให้ถึงเกณฑ์ ๘๕ คะแนน",
            "OPS is 55.00 short of the pass mark of 85; no tool alone is enough",
        ),
    ],
)
def test_titles(
    scores: list[float | None], thai: str, english: str, make_up_year: Maker, make_up_scores: Maker
) -> None:
    year = make_up_year(unit_scores=make_up_scores(scores), tool_scores=[])
    assert (points_to_pass(year).title, points_to_pass(year, "en").title) == (thai, english)


def test_a_tool_without_the_room_is_not_said_to_be_enough(
    make_up_year: Maker, make_up_scores: Maker, written: Callable[[Any], list[str]]
) -> None:
    # 3 points short: OIT 7.5 from 99 and IIT 10 from 96 would pass 100; EIT has the room.
    year: SimpleNamespace = make_up_year(unit_scores=make_up_scores([92.0]), tool_scores=TOOLS)
    chart = points_to_pass(year, "en")
    assert chart.title.endswith("OPS is 3.00 short of 95: EIT 10.00 points would do")
    assert {"not enough", "EIT +10.00"} <= set(written(chart.figure))


def test_the_marks_are_those_of_the_year(make_up_year: Maker, make_up_scores: Maker) -> None:
    year = make_up_year(unit_scores=make_up_scores([84.0]), tool_scores=[], fiscal_year=2565, criteria=criteria(2565))
    chart = points_to_pass(year, "en")
    assert "OIT 2.50" in chart.title and "FY2565" in chart.subtitle
    assert not any("floor" in text.get_text() for text in chart.figure.texts)
