"""The explorer without a browser: what is chosen is what is shown, saved and told."""

from __future__ import annotations

import dataclasses
import re
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from itaanalysis.explore.explorer import Explorer
from itaanalysis.explore.table import ROWS_SHOWN
from itaanalysis.thai.text import to_arabic_digits
from itaanalysis.workspace import Workspace
from itaanalysis.year import YearData

from .made_up_units import made_up_year_of_many_units

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def explorer(real_year: YearData) -> Explorer:
    return Explorer(real_year)


@pytest.fixture
def elsewhere(real_year: YearData, tmp_path: Path) -> Explorer:
    """An explorer that saves to a folder of its own."""
    return Explorer(dataclasses.replace(real_year, workspace=Project(real_year.workspace.root, tmp_path)))


@dataclasses.dataclass(frozen=True)
class Project(Workspace):
    """The real project with its figures elsewhere."""

    outputs: Path = Path()

    def figures(self, fiscal_year: int) -> Path:
        return self.outputs / str(fiscal_year)


def texts(explorer: Explorer) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(explorer.drawing.value).iter(f"{SVG}text")]


def hovers(explorer: Explorer) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(explorer.drawing.value).iter(f"{SVG}title")]


def test_it_begins_with_the_total_of_every_unit_in_the_latest_year(explorer: Explorer) -> None:
    assert texts(explorer)[0] == "๑๑ จาก ๑๒ หน่วยงานได้ ๘๕ คะแนนขึ้นไป"
    assert len(hovers(explorer)) == 12
    assert "สศท. สถาบันส่งเสริมศิลปหัตถกรรมไทย (องค์การมหาชน) · คะแนนรวม ITA ๒๕๖๘: ๘๔.๖๐ (−๐.๔๐)" in hovers(explorer)


def test_the_mark_can_be_moved(explorer: Explorer) -> None:
    explorer.threshold.value = 95
    assert texts(explorer)[0] == "๗ จาก ๑๒ หน่วยงานได้ ๙๕ คะแนนขึ้นไป"


def test_chosen_units_and_measures_alone_are_shown(explorer: Explorer) -> None:
    explorer.units.value = ("สป.", "พณ.")
    explorer.measures.value = (4,)
    assert [(row["unit"], row["score"]) for row in explorer.shown.to_dict("records")] == [
        ("พณ.", 95.44),
        ("สป.", 89.10),
    ]
    assert "๘๙.๑๐" in explorer.table.value and "ita_scores.xlsx!ดัชนีคุณธรรม!A7" in explorer.table.value


def test_it_speaks_english_and_keeps_what_was_chosen(explorer: Explorer) -> None:
    explorer.measures.value = ("IIT",)
    explorer.language.value = "en"
    assert explorer.measures.value == ("IIT",)
    assert texts(explorer)[0] == "1 of 1 unit reaches 85 points"
    assert not any(re.search("[ก-๙]", text) for text in texts(explorer))
    assert explorer.save_chart.description == "Save the chart"


def test_every_control_changes_its_words_with_the_language(explorer: Explorer) -> None:
    explorer.language.value = "en"
    said = [label for control in (explorer.years, explorer.units, explorer.measures) for label, _ in control.options]
    said += [control.description for control in (explorer.everything, explorer.save_table, explorer.what_if.reset)]
    said += [slider.description for slider in explorer.what_if.sliders.values()]
    assert [text for text in said if re.search("[ก-๙]", text)] == []


def test_all_units_come_back_with_one_button(explorer: Explorer) -> None:
    explorer.units.value = ("สป.",)
    explorer.everything.click()
    assert len(explorer.shown) == 12


def test_the_chart_is_saved_as_it_stands_under_a_new_name_each_time(elsewhere: Explorer, tmp_path: Path) -> None:
    elsewhere.threshold.value = 90
    elsewhere.save_chart.click()
    elsewhere.save_chart.click()
    assert sorted(path.name for path in (tmp_path / "2568").iterdir()) == [
        *("explore_1.png", "explore_1.svg", "explore_2.png", "explore_2.svg")
    ]
    assert (tmp_path / "2568" / "explore_1.svg").read_text(encoding="utf-8") == elsewhere.drawing.value
    assert (tmp_path / "2568" / "explore_1.png").read_bytes().startswith(b"\x89PNG")
    assert str(tmp_path / "2568" / "explore_2.png") in elsewhere.message.value


def test_the_table_is_saved_with_scores_as_numbers(elsewhere: Explorer, tmp_path: Path) -> None:
    elsewhere.units.value = ("สป.",)
    elsewhere.save_table.click()
    (sheet,) = openpyxl.load_workbook(tmp_path / "2568" / "explore_1.xlsx").worksheets
    assert [cell.value for cell in sheet[2]] == [
        *(2568, "สป. สำนักงานปลัดกระทรวงพาณิชย์", "คะแนนรวม ITA", 92.8, 7.8),
        "ita_scores.xlsx!คะแนนรายหน่วยงาน!A13",
    ]


def test_nothing_chosen_that_has_a_score_says_so(explorer: Explorer) -> None:
    explorer.units.value = ("สศท.",)
    explorer.measures.value = ("OIT",)
    assert texts(explorer) == ["ไม่มีคะแนนในส่วนที่เลือก"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("years", "ยังไม่ได้เลือกปีงบประมาณ"),
        ("units", "ยังไม่ได้เลือกหน่วยงาน"),
        ("measures", "ยังไม่ได้เลือกรายการคะแนน"),
    ],
)
def test_where_nothing_is_chosen_it_says_what_and_there_is_nothing_to_save(
    explorer: Explorer, kind: str, said: str
) -> None:
    getattr(explorer, kind).value = ()
    assert texts(explorer) == [said] and explorer.table.value == ""
    assert explorer.save_chart.disabled and explorer.save_table.disabled
    explorer.language.value = "en"
    assert not re.search("[ก-๙]", texts(explorer)[0])


def test_everything_chosen_at_once_is_shown(explorer: Explorer) -> None:
    explorer.measures.value = tuple(value for _, value in explorer.measures.options)
    assert len(explorer.shown) == len(explorer.scores) == len(hovers(explorer))


@pytest.mark.parametrize(("mark", "title"), [(0, "๑๒ จาก ๑๒ หน่วยงานได้ ๐"), (100, "๐ จาก ๑๒ หน่วยงานได้ ๑๐๐")])
def test_a_mark_at_either_end_is_drawn(explorer: Explorer, mark: float, title: str) -> None:
    explorer.threshold.value = mark
    assert texts(explorer)[0] == f"{title} คะแนนขึ้นไป"
    assert f"เกณฑ์ {title.rpartition(' ')[2].removeprefix('ได้ ')}" in texts(explorer)


@pytest.mark.parametrize(("typed", "score"), [("๙๐.๕", 90.5), (" 100 ", 100), ("0", 0), ("95.005", 95.01)])
def test_a_mark_is_typed_in_any_digits(explorer: Explorer, typed: str, score: float) -> None:
    explorer.threshold.entry.value = typed
    assert explorer.threshold.value == score
    assert explorer.threshold.entry.value == explorer.names.words.number(score)


@pytest.mark.parametrize("typed", ["", "มาก", "100.01", "-1", "1e9", "nan", "๘๕..๐"])
def test_what_is_no_score_is_refused_in_words(explorer: Explorer, typed: str) -> None:
    explorer.threshold.entry.value = typed
    assert explorer.threshold.value == 85 and explorer.threshold.entry.value == "๘๕.๐๐"
    assert f"“{typed}”" in explorer.threshold.refusal.value
    explorer.threshold.entry.value = "86"
    assert explorer.threshold.refusal.value == ""


class TestJustBelowTheMark:
    """A made-up score a hair below the mark never reads as if it met it, wherever it is told."""

    @pytest.fixture
    def made_up(self, real_year: YearData, tmp_path: Path) -> Explorer:
        scores = real_year.unit_scores.assign(score=[89.997, 84.997, *real_year.unit_scores["score"][2:]])
        workspace = Project(real_year.workspace.root, tmp_path)
        return Explorer(dataclasses.replace(real_year, unit_scores=scores, workspace=workspace))

    @pytest.mark.parametrize(("mark", "met", "missed"), [(85, "๘๕.๐๐", "๘๔.๙๙"), (90, "๙๐.๐๐", "๘๙.๙๙")])
    def test_on_the_screen(self, made_up: Explorer, mark: float, met: str, missed: str) -> None:
        made_up.threshold.value = mark
        assert missed in texts(made_up) and met not in texts(made_up)
        assert sum(told.endswith(f"{missed} (−๐.๐๑)") for told in hovers(made_up)) == 1
        assert not any(met in told for told in hovers(made_up))
        assert f">{missed}</td>" in made_up.table.value and met not in made_up.table.value

    def test_above_another_mark_it_is_rounded(self, made_up: Explorer) -> None:
        made_up.threshold.value = 80
        assert {"๘๕.๐๐", "๙๐.๐๐"} <= set(texts(made_up))

    def test_in_the_saved_workbook(self, made_up: Explorer, tmp_path: Path) -> None:
        made_up.save_table.click()
        (sheet,) = openpyxl.load_workbook(tmp_path / "2568" / "explore_1.xlsx").worksheets
        formats = {cells[3].value: cells[3].number_format for cells in sheet.iter_rows(min_row=2)}
        assert formats.pop(84.997) == "0.000" and set(formats.values()) == {"0.00"}

    def test_among_more_than_can_be_pointed_at(self, real_year: YearData) -> None:
        year = made_up_year_of_many_units(real_year, 3000)
        near = year.unit_scores["score"].where(year.unit_scores["score"] != 84.99, 84.997)
        explorer = Explorer(dataclasses.replace(year, unit_scores=year.unit_scores.assign(score=near)))
        assert any("ถึง ๘๔.๙๙ คะแนน" in told for told in hovers(explorer))
        assert not any("ถึง ๘๕.๐๐ คะแนน" in told for told in hovers(explorer))


class TestSaving:
    def test_a_name_like_a_formula_stays_a_text(self, real_year: YearData, tmp_path: Path) -> None:
        names = ['=HYPERLINK("http://made-up.example")', "<b>made up</b>", "+1", "@SUM(1)"]
        scores = real_year.unit_scores.assign(unit=[*names, *real_year.unit_scores["unit"][len(names) :]])
        workspace = Project(real_year.workspace.root, tmp_path)
        explorer = Explorer(dataclasses.replace(real_year, unit_scores=scores, workspace=workspace))
        explorer.save_table.click()
        (sheet,) = openpyxl.load_workbook(tmp_path / "2568" / "explore_1.xlsx").worksheets
        cells = [row[1] for row in sheet.iter_rows(min_row=2)]
        assert set(names) <= {cell.value for cell in cells}
        assert {cell.data_type for cell in cells} == {"s"}

    def test_a_folder_that_cannot_be_written_to_is_told(self, elsewhere: Explorer, tmp_path: Path) -> None:
        (tmp_path / "2568").write_text("made up: a file where the folder would be")
        for button in (elsewhere.save_chart, elsewhere.save_table):
            button.click()
            assert "บันทึกไม่ได้" in elsewhere.message.value and str(tmp_path / "2568") in elsewhere.message.value

    def test_two_pages_that_save_at_once_write_two_files(self, elsewhere: Explorer, tmp_path: Path) -> None:
        with ThreadPoolExecutor() as pages:
            for _ in range(4):
                pages.submit(elsewhere.save_table.click)
        assert sorted(path.name for path in (tmp_path / "2568").iterdir()) == [
            f"explore_{number}.xlsx" for number in range(1, 5)
        ]
        for path in (tmp_path / "2568").iterdir():
            assert openpyxl.load_workbook(path).worksheets[0].max_row == 13


class TestYears:
    """The real year with a made-up year before it, across a change of the questionnaire or not."""

    def explorer(self, real_year: YearData, *others: int) -> Explorer:
        other = pd.concat([real_year.unit_scores.assign(fiscal_year=year, score=90.0) for year in others])
        explorer = Explorer(dataclasses.replace(real_year, _other_years={"unit_scores": other}))
        explorer.years.value = tuple(value for _, value in explorer.years.options)
        return explorer

    def test_a_year_measured_alike_is_joined_by_a_line(self, real_year: YearData) -> None:
        explorer = self.explorer(real_year, 2567)
        assert len(hovers(explorer)) == 24
        assert explorer.drawing.value.count('stroke-width="2"') > 10
        assert texts(explorer)[0] == "ปี ๒๕๖๘ ๑๑ จาก ๑๒ หน่วยงานได้ ๘๕ คะแนนขึ้นไป"
        assert not any("วิธีวัดเปลี่ยน" in text for text in texts(explorer))

    def test_across_a_change_of_the_measure_there_is_a_warning_and_no_line(self, real_year: YearData) -> None:
        explorer = self.explorer(real_year, 2566)
        assert len(hovers(explorer)) == 24
        assert "วิธีวัดเปลี่ยนในปี ๒๕๖๗ จึงไม่ควรเทียบข้ามช่วง" in texts(explorer)
        assert "H" not in "".join(re.findall(r'<path d="M[\d. ]+(\w)', explorer.drawing.value))

    def test_a_year_without_scores_of_an_indicator_says_so(self, real_year: YearData) -> None:
        explorer = self.explorer(real_year, 2567)
        explorer.years.value, explorer.measures.value = (2567,), (4,)
        assert texts(explorer) == ["ไม่มีคะแนนในส่วนที่เลือก"]


def test_a_year_without_any_scores_says_so(real_year: YearData) -> None:
    empty = {name: getattr(real_year, name).iloc[:0] for name in ("unit_scores", "tool_scores", "indicator_scores")}
    explorer = Explorer(dataclasses.replace(real_year, **empty))
    assert explorer.message.value == explorer.what_if.result.value == "ยังไม่มีคะแนนของหน่วยงานใด"
    assert explorer.save_chart.disabled and explorer.save_table.disabled
    explorer.language.value = "en"
    assert explorer.message.value == "There are no scores of any unit yet."


def test_a_long_name_is_cut_in_the_drawing_and_told_in_full(real_year: YearData) -> None:
    long = "หน่วยงานสมมติที่มีชื่อยาวมาก" * 5
    explorer = Explorer(
        dataclasses.replace(real_year, unit_scores=real_year.unit_scores.assign(unit=[long, *"กขคงจฉชซญฐฑ"]))
    )
    assert any(text.endswith("…") for text in texts(explorer)) and long not in texts(explorer)
    assert any(told.startswith(long) for told in hovers(explorer))


def test_more_scores_than_can_be_pointed_at_are_columns_that_count_them(real_year: YearData) -> None:
    explorer = Explorer(made_up_year_of_many_units(real_year, 3000))
    counts = [int(to_arabic_digits(told.split(": ")[1].split()[0]).replace(",", "")) for told in hovers(explorer)]
    assert sum(counts) == 3000 and len(counts) < 300
    explorer.language.value = "en"
    assert explorer.names.counted(1, 70, 70, 85) == "70.00 to 70.00 points: 1 unit"


def test_a_thousand_units_are_dots_and_the_table_says_what_it_leaves_out(real_year: YearData) -> None:
    explorer = Explorer(made_up_year_of_many_units(real_year))
    assert len(hovers(explorer)) == 1000
    assert explorer.table.value.count("<tr>") == ROWS_SHOWN + 1
    assert "๑,๐๐๐" in explorer.table.value
    axis = [element.get("cx") for element in ElementTree.fromstring(explorer.drawing.value).iter(f"{SVG}circle")]
    assert all(0 <= float(x or -1) <= 784 for x in axis)


def test_of_a_thousand_units_those_that_miss_the_mark_stand_on_one_side_of_it(real_year: YearData) -> None:
    explorer = Explorer(made_up_year_of_many_units(real_year))
    drawing = ElementTree.fromstring(explorer.drawing.value)
    (mark,) = [path.get("d") or "" for path in drawing.iter(f"{SVG}path") if path.get("stroke-width") == "1.5"]
    line = float(mark[1:].partition(" ")[0])
    dots = [(group.find(f"{SVG}circle"), group.findtext(f"{SVG}title")) for group in drawing.iter(f"{SVG}g")]
    beyond = [told for dot, told in dots if dot is not None and float(dot.get("cx") or 0) > line]
    reached = [told for _, told in dots if told and "(−" not in told]
    assert beyond == reached and 0 < len(beyond) < 1000


def test_markup_in_a_name_is_shown_as_text(real_year: YearData) -> None:
    scores = real_year.unit_scores.assign(unit=["<b>x</b>", *real_year.unit_scores["unit"][1:]])
    explorer = Explorer(dataclasses.replace(real_year, unit_scores=scores))
    assert "<b>x" not in explorer.drawing.value + explorer.table.value
    assert "<b>x</b>" in texts(explorer)


class TestWhatIf:
    """Figures by hand: 0.3 IIT + 0.3 EIT + 0.4 OIT of สป. = 0.3 · 92.89 + 0.3 · 89.775 + 0.4 · 95 = 92.7995."""

    def test_it_begins_with_the_office_as_it_is(self, explorer: Explorer) -> None:
        assert explorer.what_if.unit.value == "สป."
        assert figures(explorer) == ["๙๒.๘๐", "ผ่านดี", "+๗.๘๐", "๐.๐๐"]

    def test_a_tool_moves_the_total_by_its_weight(self, explorer: Explorer) -> None:
        explorer.what_if.sliders["OIT"].value = 100  # 92.7995 + 0.4 · 5
        assert figures(explorer) == ["๙๔.๘๐", "ผ่านดี", "+๙.๘๐", "+๒.๐๐"]

    def test_an_indicator_moves_its_tool_which_shows_it(self, explorer: Explorer) -> None:
        explorer.what_if.sliders[4].value = 99.10  # a fifth of IIT: 92.89 + 2, the total + 0.6
        assert explorer.what_if.sliders["IIT"].value == 94.89
        assert figures(explorer)[0] == "๙๓.๔๐"

    def test_a_tool_sets_aside_what_was_supposed_of_its_indicators(self, explorer: Explorer) -> None:
        explorer.what_if.sliders[4].value = 100
        explorer.what_if.sliders["IIT"].value = 92.89
        assert explorer.what_if.supposed == {"IIT": 92.89}
        assert figures(explorer)[0] == "๙๒.๘๐"

    def test_a_fall_below_the_mark_changes_the_level(self, explorer: Explorer) -> None:
        explorer.what_if.sliders["OIT"].value = 70  # 92.7995 - 0.4 · 25 = 82.7995
        assert figures(explorer)[:3] == ["๘๒.๘๐", "ต้องปรับปรุง", "−๒.๒๐"]

    def test_a_unit_without_tool_scores_says_what_is_missing(self, explorer: Explorer) -> None:
        explorer.what_if.unit.value = "สศท."
        explorer.what_if.sliders["OIT"].value = 99
        assert figures(explorer)[0] == "ยังไม่ทราบ"
        assert "IIT, EIT" in explorer.what_if.result.value

    def test_reset_brings_every_score_back(self, explorer: Explorer) -> None:
        explorer.what_if.sliders["OIT"].value = 50
        explorer.what_if.reset.click()
        assert explorer.what_if.sliders["OIT"].value == 95
        assert figures(explorer)[3] == "๐.๐๐"

    def test_another_language_keeps_what_was_supposed(self, explorer: Explorer) -> None:
        explorer.what_if.sliders["OIT"].value = 99  # 92.7995 + 0.4 · 4
        explorer.language.value = "en"
        assert explorer.what_if.supposed == {"OIT": 99} and explorer.what_if.sliders["OIT"].value == 99
        assert figures(explorer)[0] == "94.40"
        explorer.what_if.unit.value = "สศท."
        explorer.language.value = "th"
        assert explorer.what_if.unit.value == "สศท."

    def test_another_unit_begins_with_nothing_supposed(self, explorer: Explorer) -> None:
        explorer.what_if.sliders["OIT"].value = 99
        explorer.what_if.unit.value = "สศท."
        assert explorer.what_if.supposed == {} and explorer.what_if.sliders["OIT"].value is None


def figures(explorer: Any) -> list[str]:
    return re.findall("<strong>([^<]*)</strong>", explorer.what_if.result.value)
