"""The notebooks as committed: no outputs, parameters that can be set, short cells, and no figure typed by hand."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from itaanalysis.report import event_sentences
from itaanalysis.report.facts import facts
from itaanalysis.report.sentences import ABOVE_ZERO, check, placeholders
from itaanalysis.year import YearData

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
NAMES = ["01_clean", "02_kpis", "03_ita_scores", "04_activities_budget", "05_trends", "06_explore", "90_report"]
REPORT = NOTEBOOKS[-1]
EXPLORE = next(path for path in NOTEBOOKS if path.stem == "06_explore")
"""What it says comes from the explorer, which changes its language."""

SECTION_NUMBER = re.compile(r"^(?:#+ |\*\*)?[๐-๙0-9]+(?:\.[๐-๙0-9]+)*\.? ?")
TYPED_FIGURE = re.compile(r"[๐-๙0-9]")
# Names that hold a digit: the parts of EIT, as the assessors call them.
NAMES_WITH_DIGITS = re.compile(r"ส่วนที่ [๑๒] |EIT [12]")

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code(path: Path) -> list[Any]:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def parameters(path: Path) -> Any:
    (cell,) = [cell for cell in code(path) if "parameters" in cell.metadata.get("tags", [])]
    return cell


def wordings(path: Path) -> Iterator[tuple[str, str, ast.Call | None]]:
    """Every text for readers: its language, the text, and the call it stands in."""
    for cell in code(path):
        tree = ast.parse(cell.source)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            for keyword in call.keywords:
                lang = (keyword.arg or "").rpartition("_")[2]
                if lang in ("th", "en") and isinstance(keyword.value, ast.Constant):
                    yield lang, str(keyword.value.value), call
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and key.value in ("th", "en") and isinstance(value, ast.Constant):
                        yield key.value, str(value.value), None


def phrases(path: Path) -> list[str]:
    """The names given to wordings by `report.phrase`."""
    calls = [node for cell in code(path) for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
    return [str(ast.literal_eval(call.args[0])) for call in calls if getattr(call.func, "attr", "") == "phrase"]


def test_all_notebooks_are_here() -> None:
    assert [path.stem for path in NOTEBOOKS] == NAMES


@every_notebook
def test_format_is_valid_with_ids_and_a_plain_kernel(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


@every_notebook
def test_no_outputs_are_committed(path: Path) -> None:
    assert code(path) and all(cell.outputs == [] and cell.execution_count is None for cell in code(path))


@every_notebook
def test_parameters_come_first_and_are_explained(path: Path) -> None:
    cell = parameters(path)
    assert cell is code(path)[0] or cell.id == code(path)[0].id
    lines = cell.source.splitlines()
    own = ["table_digits"] if path == REPORT else []
    assert [line.partition(" =")[0] for line in lines] == ["fiscal_year", "lang", *own]
    assert all(re.search(r"  # .*[ก-๙].* · .*[a-z]", line) for line in lines)


@every_notebook
def test_it_begins_with_a_title_and_what_it_answers(path: Path) -> None:
    first = [cell for cell in nbformat.read(path, as_version=4).cells[:2] if cell.cell_type == "markdown"]
    assert all(cell.source.startswith("# ") for cell in first)
    titles, answers = zip(
        *((title, answer) for title, _, answer in (cell.source.partition("\n") for cell in first)), strict=True
    )
    # Both languages: in one cell that no document shows, or each in a cell of its own.
    assert re.search("[ก-๙]", titles[0]) and re.search("[A-Za-z]{3}", titles[-1])
    assert re.search("[ก-๙]", answers[0]) and re.search("[a-z]{3}", answers[-1])
    tags = [cell.metadata.get("tags") for cell in first]
    assert tags in ([["remove-cell"]], [["lang-th"], ["lang-en"]])


@every_notebook
def test_cells_are_short_and_hold_no_logic(path: Path) -> None:
    for cell in code(path):
        assert len(cell.source.splitlines()) <= 15, cell.id
        kinds = (ast.For, ast.While, ast.If, ast.FunctionDef, ast.Lambda, ast.Try, ast.With, ast.ListComp, ast.BinOp)
        assert not any(isinstance(node, kinds) for node in ast.walk(ast.parse(cell.source))), cell.id


@every_notebook
def test_every_wording_is_there_in_both_languages(path: Path) -> None:
    found = list(wordings(path))
    thai, english = ([text for lang, text, _ in found if lang == wanted] for wanted in ("th", "en"))
    assert len(thai) == len(english) and bool(found) == (path != EXPLORE)
    assert all(re.search("[ก-๙]", text) or not re.sub(r"\{\w+\}", "", text).strip() for text in thai)
    assert not any(re.search("[ก-๙]", text) for text in english)


@every_notebook
def test_every_placeholder_is_a_name_that_exists(path: Path, real_year: YearData) -> None:
    figures = dict.fromkeys([*facts(real_year), *(name + ABOVE_ZERO for name in facts(real_year)), *phrases(path)])
    of_events = dict.fromkeys(name for names in event_sentences.NAMES.values() for name in names)
    for _, text, call in wordings(path):
        told = call is not None and getattr(call.func, "attr", "") == "each_event"
        check(text, of_events if told else figures)


def test_both_languages_name_the_same_figures() -> None:
    # English needs no amount in words, and calls the office and the ministry by what they are.
    apart = {"allocation_in_words", "spent_in_words", "ministry", "office", "ministry_abbr", "office_abbr", "programme"}
    for path in NOTEBOOKS:
        pairs: dict[ast.Call, dict[str, set[str]]] = {}
        for lang, text, call in wordings(path):
            if call is not None and getattr(call.func, "attr", "") in ("say", "phrase"):
                pairs.setdefault(call, {})[lang] = set(placeholders(text)) - apart
        assert bool(pairs) == (path != EXPLORE)
        for pair in pairs.values():
            assert pair["th"] == pair["en"], (path.stem, pair["th"] ^ pair["en"])


@every_notebook
def test_no_figure_of_the_text_is_typed_by_hand(path: Path) -> None:
    for _, text, _ in wordings(path):
        for line in text.splitlines():
            said = NAMES_WITH_DIGITS.sub("", re.sub(r"\{[^{}]*\}", "", SECTION_NUMBER.sub("", line.strip())))
            assert not TYPED_FIGURE.search(said), (path.stem, line)


@every_notebook
def test_what_is_said_twice_is_written_once(path: Path) -> None:
    # A heading or the name of a table may come again; a sentence of advice would be mended in one place only.
    said = [re.sub(SECTION_NUMBER, "", " ".join(text.split())) for _, text, _ in wordings(path)]
    assert [text for text in {*said} if len(text) > 60 and said.count(text) > 1] == []


@every_notebook
def test_shares_are_apart_by_percentage_points(path: Path) -> None:
    # จุด alone is no unit: scores are apart by คะแนน, shares by จุดร้อยละ.
    assert not [text for lang, text, _ in wordings(path) if lang == "th" and re.search(r"\} จุด(?!ร้อยละ)", text)]


def test_the_shortfall_is_that_of_the_lowest_unit_only() -> None:
    # Several units may fail, each by its own distance.
    said = [text for path in NOTEBOOKS for _, text, _ in wordings(path) if "{lowest_shortfall}" in text]
    leads = [" ".join(text.partition("{lowest_shortfall}")[0].split()) for text in said]
    assert len(leads) == 4
    assert all(lead.endswith(("หน่วยงานที่ได้คะแนนต่ำสุดขาดอีก", "The lowest is")) for lead in leads)


def test_the_caption_of_the_trend_promises_what_the_chart_shows() -> None:
    cells = [cell.source for path in NOTEBOOKS for cell in code(path) if "charts.national_trend" in cell.source]
    assert cells and not any("ร้อยละ" in cell or "pass rate" in cell for cell in cells)


def test_a_year_that_cannot_be_read_is_not_passed_over() -> None:
    said = [text for path in NOTEBOOKS for _, text, _ in wordings(path)]
    assert sum("{unit_years_unreadable}" in text for text in said) == 4  # the trends and the report, in two languages
    assert not any("มีเพียงปีเดียว" in text and "ที่อ่านได้" not in text for text in said)


def test_advice_on_property_claims_no_finding() -> None:
    # Which indicator is weakest is known; how property is borrowed that year is not, so it is for the office to check.
    (thai,) = [text for lang, text, _ in wordings(REPORT) if lang == "th" and text.startswith("สำหรับการใช้ทรัพย์สิน")]
    assert "ควรตรวจสอบว่า" in thai and thai.count("หรือไม่") == 3 and "เพราะยังมี" not in thai


@every_notebook
def test_no_name_of_a_ministry_or_phone_number_is_typed(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert not re.search("พาณิชย์|Commerce|MOC|นาย|นางสาว|นาง[^ส]|โทร", written)


def test_the_report_follows_the_order_of_the_office() -> None:
    headings = [text for lang, text, _ in wordings(REPORT) if lang == "th" and text.startswith("#")]
    wanted = [
        "ความเป็นมา", "ผลการดำเนินงาน", "ข้อเสนอแนะ", "แนวทางการดำเนินงานต่อไป",
        "สาระสำคัญของโครงการ", "หลักการและเหตุผล", "วัตถุประสงค์", "วิธีดำเนินการ", "ระยะเวลาและงบประมาณ", "ตัวชี้วัด",
        "มิติด้านประสิทธิภาพ", "รายกิจกรรม", "CIPP", "เมื่อสิ้นสุดโครงการ", "รายหน่วยงาน", "ดัชนีคุณธรรม", "รายเครื่องมือ",
        "ข้อเสนอแนะ", "แนวทางการดำเนินงานต่อไป", "ข้อมูลที่ไม่ตรงกัน", "ที่มาของตัวเลข",
    ]  # fmt: skip
    places: list[int] = []
    for heading in wanted:
        after = places[-1] + 1 if places else 0
        found = [place for place, text in enumerate(headings) if place >= after and heading in text]
        assert found, f"{heading} does not follow {headings[:after]}"
        places.append(found[0])
    cells = [cell.source for cell in code(REPORT)]
    head, title = (next(i for i, text in enumerate(cells) if said in text) for said in ("memo_head(", 'th="# '))
    background = next(i for i, text in enumerate(cells) if "ความเป็นมา" in text)
    assert head < background < title


def test_files_end_with_a_line_break_and_show_thai_as_thai() -> None:
    for path in NOTEBOOKS:
        written = path.read_text(encoding="utf-8")
        assert written.endswith("}\n") and "\\u0e" not in written
        assert json.loads(written)["cells"]
