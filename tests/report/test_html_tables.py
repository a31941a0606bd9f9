"""Tables as HTML: structure for screen readers, widths, figures, missing values, and no markup from cells."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from itaanalysis.report.html_tables import percentages, table

FIGURES = pd.DataFrame(
    {
        "unit": ["กก.", "กข.", None],
        "score": [95.125, None, 84.0],
        "people": pd.array([1837, None, 5], dtype="Int64"),
        "day": pd.to_datetime(["2025-02-07", None, "2024-10-25"]),
        "passed": pd.array([True, False, None], dtype="boolean"),
        "source": ["ita.xlsx!คะแนน!A4", "ita.xlsx!คะแนน!A5", None],
    }
)


class Cells(HTMLParser):
    """The tags of a table with their attributes, and the text of its cells."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("td", "th", "caption"):
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells and data.strip():
            self.cells[-1] += data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_structure_follows_the_contract() -> None:
    found = Cells(table(FIGURES, "คะแนน", id="table-1").html())
    assert found.attributes("table") == [{"class": "ita-table", "id": "table-1"}]
    assert [name for name, _ in found.tags][:2] == ["table", "caption"]
    assert {header["scope"] for header in found.attributes("th")} == {"col"}
    assert len(found.attributes("th")) == len(found.attributes("col")) == 6
    assert len(found.attributes("td")) == 18


def test_a_wide_table_says_so() -> None:
    assert 'class="ita-table wide"' in table(FIGURES, "คะแนน", wide=True).html()


def test_cells_read_as_thai_offices_write_them() -> None:
    shown = table(FIGURES, "คะแนน")
    assert shown.rows == (
        ("กก.", "๙๕.๑๓", "๑,๘๓๗", "๗ กุมภาพันธ์ ๒๕๖๘", "☑", "ita.xlsx!คะแนน!A4"),
        ("กข.", "–", "–", "–", "☐", "ita.xlsx!คะแนน!A5"),
        ("–", "๘๔.๐๐", "๕", "๒๕ ตุลาคม ๒๕๖๗", "–", "–"),
    )


def test_english_has_arabic_digits_and_the_common_era() -> None:
    first = table(FIGURES, "Scores", lang="en").rows[0]
    assert first[:4] == ("กก.", "95.13", "1,837", "7 February 2025")


def test_digits_can_be_chosen() -> None:
    assert table(FIGURES, "คะแนน", digits="arabic").rows[0][1] == "95.13"


def test_figures_stand_to_the_right_in_head_and_body() -> None:
    markup = table(FIGURES, "คะแนน", columns={"unit": "หน่วยงาน", "score": "คะแนน"}).html()
    assert markup.count('class="num" style="text-align: right"') == 1 + 3
    assert '<th scope="col">หน่วยงาน</th>' in markup
    assert '<td class="num" style="text-align: right">๙๕.๑๓</td>' in markup


def test_columns_can_be_years_or_texts_that_stand_to_the_right() -> None:
    frame = pd.DataFrame({"year": [2568], "gap": ["+๑.๐๐"]})
    shown = table(frame, "", years=["year"], right=["gap"])
    assert shown.rows == (("๒๕๖๘", "+๑.๐๐"),)
    assert shown.html().count("text-align: right") == 4


@pytest.mark.parametrize("hostile", ["<script>x</script>", "a & b", '" onclick="x', "<br>"])
def test_no_cell_header_or_caption_becomes_markup(hostile: str) -> None:
    found = Cells(table(pd.DataFrame({"a": [hostile]}), hostile, columns={"a": hostile}).html())
    assert found.cells == [hostile] * 3
    assert {name for name, _ in found.tags} == {
        "table",
        "caption",
        "colgroup",
        "col",
        "thead",
        "tr",
        "th",
        "tbody",
        "td",
    }


def test_a_line_break_in_a_cell_stays_one() -> None:
    assert "<td>ก&lt;<br>ข</td>" in table(pd.DataFrame({"a": ["ก<\nข"]}), "").html()


def test_a_table_without_rows_says_that_there_are_no_data() -> None:
    found = Cells(table(FIGURES.iloc[:0], "คะแนน").html())
    assert found.cells[-6:] == ["ยังไม่มีข้อมูล", "", "", "", "", ""]
    assert table(FIGURES.iloc[:0], "Scores", lang="en").html().count("not available yet") == 1


def test_widths_are_percentages_that_add_to_a_hundred() -> None:
    for widths in (None, [1, 1, 1, 1, 1, 1], [60, 20, 20, 20, 20, 20], [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]):
        markup = table(FIGURES, "", widths=widths).html()
        assert sum(int(width) for width in re.findall(r"width: (\d+)%", markup)) == 100


def test_widths_follow_what_is_asked() -> None:
    assert table(FIGURES[["unit", "score"]], "", widths=[3, 1]).widths == (75, 25)


@pytest.mark.parametrize("shares", [[1] * 3, [1] * 7, [100, 1, 1], [1000] + [1] * 10, [0.1, 0.2, 0.7], [1] * 33])
def test_percentages_add_up_and_leave_no_column_without_room(shares: list[float]) -> None:
    found = percentages(shares)
    assert sum(found) == 100 and min(found) >= 1 and len(found) == len(shares)


def test_the_wrong_number_of_widths_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns need as many widths, not 1"):
        table(FIGURES[["unit", "score"]], "", widths=[1])


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="scores"):
        table(FIGURES, "", columns={"scores": "คะแนน"})


def test_plain_text_has_caption_headers_and_cells() -> None:
    shown = table(FIGURES, "คะแนน", columns={"unit": "หน่วยงาน", "score": "คะแนน"}).plain()
    assert shown.splitlines()[:3] == ["คะแนน", "หน่วยงาน\tคะแนน", "กก.\t๙๕.๑๓"]
