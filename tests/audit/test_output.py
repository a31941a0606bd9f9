"""What an audit gives: every format says the same, safely, and can be read without colour, pointer or network."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from itaanalysis.audit.finding import Finding
from itaanalysis.audit.output.data import to_csv, to_json
from itaanalysis.audit.output.marks import marked_blocks, marks
from itaanalysis.audit.output.names import VERDICTS, shown, subject
from itaanalysis.audit.output.page import to_html
from itaanalysis.audit.output.place import place
from itaanalysis.audit.output.terminal import show_findings
from itaanalysis.audit.reading import MemoFile

MADE_UP_TEXT = """เรื่อง ผลสมมติ <script>alert(1)</script>
ใช้จ่าย ๑,๒๙๙,๙๙๙.๒๒ บาท (หนึ่งล้านสอง
แสนบาทถ้วน) มีผู้เข้าร่วม ๕๐ คน ตารางระบุ ๕๐ คน
หน่วยงาน\tคะแนน
สป.\t๙๒.๘๐
@SUM(1)\t๑,๒๙๐,๐๐
"""


def made_up(typed: str, verdict: str, expected: float | str | None = None, nth: int = 0, **about: str) -> Finding:
    """A finding on the nth place of the made-up memo where `typed` stands."""
    start = [found.start() for found in re.finditer(re.escape(typed), MADE_UP_TEXT)][nth]
    line = MADE_UP_TEXT.count("\n", 0, start) + 1
    told = {"what": "", "source": "", "remark_th": "", "remark_en": "", **about}
    digits = re.sub(r"[^\d.]", "", typed)
    return Finding(
        line=line, text=" ".join(MADE_UP_TEXT.split("\n")[line - 1].split()), verdict=verdict, expected=expected,
        claimed=float(digits) if digits and verdict != "malformed" else None, start=start, end=start + len(typed),
        typed=typed, **told,
    )  # fmt: skip


DIFFERS = made_up(
    "๑,๒๙๙,๙๙๙.๒๒", "differs", 1288999.22, what="expenses.amount_baht", source="expenses.xlsx!เบิกจ่าย!A5:A23",
    remark_th="ต่างกันมาก", remark_en="Far apart.",
)  # fmt: skip
IN_WORDS = made_up("หนึ่งล้านสอง\nแสนบาทถ้วน", "agrees", 1200000.0)
FIRST, SECOND = made_up("๕๐", "agrees", 50.0, what="participants"), made_up("๕๐", "contradicts", 51.0, nth=1)
SCORE = made_up("๙๒.๘๐", "unchecked")
MALFORMED = made_up("๑,๒๙๐,๐๐", "malformed", source="=cmd|' /C calc'!A0")
FINDINGS = [DIFFERS, IN_WORDS, FIRST, SECOND, SCORE, MALFORMED]
MEMO = MemoFile("made_up<b>.docx", MADE_UP_TEXT, ("หน้า 3 ไม่มีข้อความ", "page 3 holds no text"))


def test_json_has_these_keys_and_no_others() -> None:
    objects = json.loads(to_json(FINDINGS))
    assert [list(one) for one in objects] == [
        ["line", "text", "what", "claimed", "expected", "verdict", "source"]
    ] * len(FINDINGS)
    assert objects[0] == {
        "line": 2,
        "text": "ใช้จ่าย ๑,๒๙๙,๙๙๙.๒๒ บาท (หนึ่งล้านสอง",
        "what": "expenses.amount_baht",
        "claimed": 1299999.22,
        "expected": 1288999.22,
        "verdict": "differs",
        "source": "expenses.xlsx!เบิกจ่าย!A5:A23",
    }
    assert objects[4]["expected"] is None
    assert '"claimed": 50,' in to_json(FINDINGS)  # people are whole


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(to_json([])) == []


def test_csv_opens_in_excel_and_runs_nothing_there() -> None:
    text = to_csv(FINDINGS)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0]["claimed"] == "1299999.22"
    assert rows[0]["what_th"] == "ค่าใช้จ่าย: จำนวนเงิน (บาท)"
    assert rows[0]["verdict_th"] == "ไม่ตรงกัน"
    assert rows[4]["expected"] == ""
    assert rows[5]["source"] == "'=cmd|' /C calc'!A0"
    assert rows[5]["text"] == "'@SUM(1) ๑,๒๙๐,๐๐"


def test_of_two_equal_figures_in_a_sentence_the_right_one_is_marked() -> None:
    assert place(FIRST, MADE_UP_TEXT) == ("แสนบาทถ้วน) มีผู้เข้าร่วม ", "๕๐", " คน ตารางระบุ ๕๐ คน")
    assert place(SECOND, MADE_UP_TEXT) == ("แสนบาทถ้วน) มีผู้เข้าร่วม ๕๐ คน ตารางระบุ ", "๕๐", " คน")


def test_a_figure_that_runs_over_a_line_is_told_whole() -> None:
    before, typed, _ = place(IN_WORDS, MADE_UP_TEXT)
    assert typed == "หนึ่งล้านสอง แสนบาทถ้วน"
    assert before.endswith("(หนึ่งล้านสอง ")


@pytest.mark.parametrize(
    ("value", "typed", "text"),
    [
        (1288999.22, "๑,๒๙๙,๙๙๙.๒๒", "๑,๒๘๘,๙๙๙.๒๒"),
        (1288999.22, "1,299,999.22", "1,288,999.22"),
        (1871.0, "หนึ่งพัน", "๑,๘๗๑"),
        (92.8, "92.9", "92.80"),
        (0.125, "0.1", "0.13"),  # half up
        ("2025-09-03", "๔ ก.ย. ๖๘", "๓ กันยายน ๒๕๖๘"),
        (None, "๕", "–"),
    ],
)
def test_values_are_shown_as_the_memo_would_have_them(value: float | str | None, typed: str, text: str) -> None:
    assert shown(value, typed) == text


def test_every_figure_has_a_name_in_words() -> None:
    assert subject("pass_rate")[1] == "Units that pass the ITA assessment"
    assert subject("expenses.allocation_baht") == ("งบประมาณที่ได้รับจัดสรร", "Budget allocated")
    assert subject("expenses.unspent_baht") == ("งบประมาณคงเหลือ", "Budget left")
    assert subject("activities.province") == ("จำนวนจังหวัดที่จัดกิจกรรม", "Number of provinces")
    assert subject("unit_scores.score") == (
        "ผลการประเมิน ITA รายหน่วยงาน: คะแนนรวม ITA",
        "ITA result of each unit: ITA total",
    )
    assert subject("") == ("", "")
    assert subject("made.up") == ("made.up", "made.up")


def test_marks_that_overlap_are_one_and_the_gravest_leads() -> None:
    inner = made_up("๒๙๙,๙๙๙.๒๒", "agrees")
    (mark,) = marks([inner, DIFFERS])
    assert (mark.start, mark.end) == (DIFFERS.start, DIFFERS.end)
    assert mark.findings == (DIFFERS, inner)


def test_the_marked_memo_is_the_memo() -> None:
    blocks = marked_blocks(MADE_UP_TEXT, marks(FINDINGS))
    lines = [
        "\t".join("".join(piece.text for piece in cell) for cell in line.cells) for b in blocks for line in b.lines
    ]
    assert "\n".join(lines) == MADE_UP_TEXT
    assert [line.number for block in blocks for line in block.lines] == [1, 2, 3, 4, 5, 6, 7]
    assert [block.is_table for block in blocks] == [False, True, False]
    marked = [piece for b in blocks for line in b.lines for cell in line.cells for piece in cell if piece.mark]
    assert [(piece.text, piece.begins, piece.ends) for piece in marked if piece.mark.findings == (IN_WORDS,)] == [
        ("หนึ่งล้านสอง", True, False),
        ("แสนบาทถ้วน", False, True),
    ]


def printed(capsys: pytest.CaptureFixture[str], everything: bool = False) -> list[str]:
    show_findings(FINDINGS, MEMO, everything)
    return capsys.readouterr().out.splitlines()


def test_the_terminal_tells_what_to_mend_first_and_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys)
    rows = [line.split("  ")[-1].strip() for line in lines if re.match(r" *\d", line)]
    assert rows == ["≠ ไม่ตรงกัน · differs", "↔ ขัดกันเอง · contradicts", "! พิมพ์ผิดรูป · malformed"]
    text = "\n".join(lines)
    for told in (
        "๑,๒๙๙,๙๙๙.๒๒", "๑,๒๘๘,๙๙๙.๒๒", "ค่าใช้จ่าย: จำนวนเงิน (บาท) · Expenses: amount spent",
        "ใช้จ่าย »๑,๒๙๙,๙๙๙.๒๒« บาท", "expenses.xlsx!เบิกจ่าย!A5:A23", "ต่างกันมาก", "Far apart.",
        "ตรงกัน · agrees: บรรทัด · lines 2, 3", "ตรวจไม่ได้ · unchecked: บรรทัด · lines 5",
        "≠ ไม่ตรงกัน (differs) 1", "✓ ตรงกัน (agrees) 2", "หน้า 3 ไม่มีข้อความ · page 3 holds no text",
    ):  # fmt: skip
        assert told in text


def test_the_terminal_tells_all_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split("  ")[-1].strip() for line in printed(capsys, everything=True) if re.match(r" *\d", line)]
    assert len(rows) == len(FINDINGS)
    assert rows[-1] == "✓ ตรงกัน · agrees"


class Page(HTMLParser):
    """What tests ask of a page: tags with their attributes, ids, and the text a reader sees."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def markup() -> str:
    return to_html(FINDINGS, MEMO, 2568)


@pytest.fixture(scope="module")
def page(markup: str) -> Page:
    return Page(markup)


def test_the_page_needs_nothing_else(markup: str, page: Page) -> None:
    assert not [tag for tag, _ in page.tags if tag in {"script", "link", "img", "iframe"}]
    addresses = re.findall(r"""(?:src|href)=["']?([^"' >]+)|url\(([^)]{0,20})""", markup)
    assert all(one.startswith("#") or other.startswith("data:") for one, other in addresses)
    assert "http" not in re.sub(r"base64,[^)]*", "", markup)


def test_the_page_shows_what_the_memo_says_and_runs_none_of_it(page: Page) -> None:
    assert "<script>alert(1)</script>" in page.text
    assert "made_up<b>.docx" in page.text


def test_the_page_is_in_thai_and_says_where_it_is_not(page: Page) -> None:
    assert page.all("html") == [{"lang": "th"}]
    assert {span.get("lang") for span in page.all("span")} >= {"en", None}


def test_every_figure_of_the_page_is_reached_by_keyboard_and_tells_its_source(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    figures = [link for link in page.all("a") if link.get("class") in VERDICTS and "id" in link]
    assert len(figures) == len(FINDINGS)
    for link in figures:
        assert str(link["href"]).removeprefix("#") in ids
        assert link["aria-describedby"] in ids
    back = [link["href"] for link in page.all("a") if str(link["href"]).startswith("#figure-")]
    assert {str(link).removeprefix("#") for link in back} == {str(link["id"]) for link in figures}


def test_the_verdicts_of_the_page_are_told_without_colour(markup: str, page: Page) -> None:
    for name, verdict in VERDICTS.items():
        assert re.search(
            rf'class="{name}"[^>]*>[^<]*<span class="sign" aria-hidden="true">{re.escape(verdict.sign)}', markup
        )
        assert verdict.name_th in page.text
    assert len({verdict.sign for verdict in VERDICTS.values()}) == len(VERDICTS)
    css = markup.partition("<style>")[2]
    lines = [re.search(rf"\.{name} {{[^}}]*--under: (\w+); --thick: (\d)px", css)[0] for name in VERDICTS]
    assert len({re.sub(r".*--under", "", line) for line in lines}) == len(VERDICTS)


def contrast(colour: str) -> float:
    """Contrast of a colour with white (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_every_colour_of_letters_stands_out_from_the_paper(markup: str) -> None:
    hues = re.findall(r"--(?:hue|ink|quiet|link): (#[0-9a-f]{6})", markup)
    assert len(hues) == len(VERDICTS) + 3
    assert min(map(contrast, hues)) > 7


def test_a_memo_without_figures_gives_a_page_too() -> None:
    page = Page(to_html([], MemoFile("made_up.txt", "ไม่มีตัวเลข"), 2568))
    assert "ไม่พบ" in page.text
    assert "ไม่มีตัวเลข" in page.text
