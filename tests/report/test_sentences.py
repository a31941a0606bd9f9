"""Templates: what they fill, leave out, refuse, and that nothing from a spreadsheet becomes markup."""

import mistune
import pytest

from itaanalysis.report.errors import BrokenTemplate, ReportError, UnknownPlaceholder
from itaanalysis.report.sentences import escape_markdown, fill, paragraphs, placeholders

HOSTILE = [
    "<script>alert(1)</script>",
    "<b>หนา</b> & <!-- ซ่อน -->",
    "**หนา** _เอียง_ ~~ขีด~~ `โค้ด`",
    "[คลิก](https://evil.example) ![รูป](x.png)",
    "https://evil.example และ www.evil.example",
    "คน@ที่.ไหน",
    "$\\frac{1}{2}$ \\(x\\)",
    "# หัวข้อ",
    "| ก | ข |",
    "{pass_rate} [[ลับ]] {{x}}",
    "- รายการ",
    "+ รายการ",
    "1. รายการ",
    "2) รายการ",
    "=====",
    "> อ้าง",
    "ก\\*ข",
]


def as_read(markdown: str) -> str:
    """What a reader of the rendered paragraph sees."""
    import html
    import re

    rendered = mistune.create_markdown(escape=True, plugins=["table", "strikethrough", "url"])(markdown)
    inside = re.fullmatch(r"<p>(.*)</p>\s*", str(rendered), re.DOTALL)
    assert inside, f"more than one plain paragraph: {rendered}"
    assert "<" not in inside[1], f"markup came out: {rendered}"
    return html.unescape(inside[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_spreadsheet_is_read_as_typed(text: str) -> None:
    assert as_read(fill("{name}", {"name": text})) == text
    assert as_read(fill("กิจกรรม {name} จบ", {"name": text})) == f"กิจกรรม {text} จบ"


def test_a_line_break_in_a_value_starts_no_paragraph() -> None:
    assert as_read(fill("{name}", {"name": "ก\n\n- ข\n# ค"})) == "ก - ข # ค"


def test_a_value_is_not_filled_again() -> None:
    assert fill("{a}", {"a": "{b}", "b": "ความลับ"}, escape=str) == "{b}"


def test_blanks_are_filled_by_name_wherever_they_stand() -> None:
    texts = {"score": "๙๒.๘๐", "level": "ผ่านดี"}
    assert fill("ได้ {score} คะแนน ระดับ{level} ({score})", texts) == "ได้ ๙๒.๘๐ คะแนน ระดับผ่านดี (๙๒.๘๐)"


def test_a_figure_nobody_has_yet_is_said_to_be_missing() -> None:
    assert fill("ใช้ไป {spent}", {"spent": None}) == "ใช้ไป ยังไม่มีข้อมูล"
    assert fill("spent {spent}", {"spent": None}, lang="en") == "spent not available yet"


def test_a_segment_is_left_out_when_any_of_its_figures_is_missing() -> None:
    template = "{code}[[ เมื่อวันที่ {date}]][[ ณ {venue} {province}]]"
    texts = {"code": "๑.๑", "date": "๒๕ ตุลาคม ๒๕๖๗", "venue": "หอประชุม", "province": None}
    assert fill(template, texts) == "๑.๑ เมื่อวันที่ ๒๕ ตุลาคม ๒๕๖๗"


def test_a_segment_may_have_something_else_to_say() -> None:
    template = "[[ใช้ {spent} บาท||ยังไม่มีการใช้จ่าย]]"
    assert fill(template, {"spent": "๑๐"}) == "ใช้ ๑๐ บาท"
    assert fill(template, {"spent": None}) == "ยังไม่มีการใช้จ่าย"


def test_an_empty_text_is_there_and_keeps_its_segment() -> None:
    assert fill("งาน[[{free} โดยไม่มีค่าใช้จ่าย]]", {"free": ""}) == "งาน โดยไม่มีค่าใช้จ่าย"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_unknown_name_is_refused_with_the_nearest_one(lang: str) -> None:
    with pytest.raises(UnknownPlaceholder) as refused:
        fill("{pas_rate}", {"pass_rate": "๑", "pass_mark": "๒", "allocation": "๓"}, lang=lang)
    assert str(refused.value) == (
        "ไม่มีข้อมูลชื่อ {pas_rate} ในรายงาน หมายถึง {pass_rate} หรือไม่ · "
        "There is no figure named {pas_rate}; did you mean {pass_rate}?"
    )
    assert (refused.value.name, refused.value.nearest) == ("pas_rate", "pass_rate")


def test_an_unknown_name_unlike_all_others_gets_no_suggestion() -> None:
    with pytest.raises(UnknownPlaceholder) as refused:
        fill("{อะไรก็ได้}", {"pass_rate": "๑"}, lang="en")
    assert refused.value.nearest is None
    assert str(refused.value).endswith(
        "report.facts · There is no figure named {อะไรก็ได้}; report.facts lists all names."
    )


def test_unknown_names_are_refused_in_segments_that_would_be_left_out() -> None:
    with pytest.raises(UnknownPlaceholder):
        fill("[[ {missing} {mistyped}]]", {"missing": None})
    with pytest.raises(UnknownPlaceholder):
        fill("[[ {there}||{mistyped}]]", {"there": "๑"})


@pytest.mark.parametrize("template", ["[[ {a}", "{a}]]", "{a", "a}", "{{a}}", "{}"])
def test_brackets_that_do_not_pair_up_are_refused(template: str) -> None:
    with pytest.raises((BrokenTemplate, UnknownPlaceholder)):
        fill(template, {"a": "๑"})


def test_an_error_is_one_sentence_in_a_notebook() -> None:
    shown = UnknownPlaceholder("x", ["pass_rate"])._render_traceback_()
    assert len(shown) == 1 and "\n" not in shown[0] and "{x}" in shown[0]
    assert issubclass(BrokenTemplate, ReportError)


def test_line_breaks_of_the_source_are_no_line_breaks_of_the_text() -> None:
    typed = """
        ## หัวข้อ
        ย่อหน้าแรก
        ยังเป็นย่อหน้าแรก

        ย่อหน้าที่สอง
        - ข้อหนึ่ง
          ยังเป็นข้อหนึ่ง
        - ข้อสอง
        """
    assert paragraphs(typed) == ("## หัวข้อ\nย่อหน้าแรก ยังเป็นย่อหน้าแรก\n\nย่อหน้าที่สอง\n- ข้อหนึ่ง ยังเป็นข้อหนึ่ง\n- ข้อสอง")


def test_text_that_begins_on_the_line_of_the_quotes_is_not_taken_for_code() -> None:
    assert (
        paragraphs("""แรก

    - ข้อหนึ่ง
      ต่อ""")
        == "แรก\n\n- ข้อหนึ่ง ต่อ"
    )


def test_placeholders_come_in_order_and_once() -> None:
    assert placeholders("{b}[[ {a}||{c}]] {b}") == ["b", "a", "c"]


def test_thai_and_figures_need_no_escape() -> None:
    text = "๑,๒๘๘,๙๙๙.๒๒ บาท (ร้อยละ ๙๙.๙๒) ณ ห้อง ๑/๒ “Zero”"
    assert escape_markdown(text) == text
