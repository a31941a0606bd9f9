"""The marked memo in a browser: without a fault, by keyboard, on a phone, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from itaanalysis.audit import audit
from itaanalysis.audit.output.page import to_html
from itaanalysis.audit.reading import MemoFile

# Figures of FY2568 in words of their own, some of them wrong.
MADE_UP_MEMO = """บันทึกสมมติ

ผลคะแนน ITA ของ สป. ได้ ๙๒.๙๐ คะแนน จากเป้าหมายไม่น้อยกว่า ๘๕ คะแนน โครงการได้รับจัดสรรงบประมาณ ๑,๒๙๐,๐๐ บาท
และใช้จ่ายทั้งสิ้น ๑,๒๘๘,๙๙๙.๒๒ บาท

หน่วยงานสมมติที่มีชื่อยาวมาก\tคะแนน\tคำอธิบายที่ยาวพอให้ตารางกว้างกว่าจอของโทรศัพท์\tผล\tหมายเหตุ
สป.\t๙๒.๘๐\tก\tผ่าน\tข
สศท.\t๘๔.๖๐\tก\tไม่ผ่าน\tข
"""


@pytest.fixture(scope="module")
def page(browser: Any, real_year: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path: Path = tmp_path_factory.mktemp("page") / "made_up.html"
    findings = audit(MADE_UP_MEMO, real_year)
    assert {"differs", "malformed", "agrees"} <= {finding.verdict for finding in findings}
    path.write_text(to_html(findings, MemoFile("made_up.txt", MADE_UP_MEMO), 2568), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(path.as_uri())
    yield page
    page.close()


def test_the_page_has_no_accessibility_fault(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]] == []
    assert len(found["passes"]) > 20


def test_a_figure_shows_its_source_under_the_pointer_and_to_the_keyboard(page: Any) -> None:
    figure = page.locator(".figure", has_text="๙๒.๙๐")
    tip = figure.locator(".tip")
    assert not tip.is_visible()
    figure.locator("a").focus()
    assert tip.is_visible()
    assert "๙๒.๘๐" in tip.inner_text()
    assert "ita_scores.xlsx" in tip.inner_text()
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    assert not tip.is_visible()
    figure.locator("a").hover()
    assert tip.is_visible()
    tip.hover()  # the pointer may come over and stay
    assert tip.is_visible()
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1000
    page.mouse.move(0, 0)


def test_a_figure_and_its_entry_lead_to_each_other(page: Any) -> None:
    page.locator(".figure a.differs").first.click()
    assert page.locator(".entries li:target").count() == 1
    page.locator(".entries li:target .head a").click()
    assert page.locator(".figure a:target").inner_text().startswith("๙๒.๙๐")


def test_a_phone_shows_the_page_without_scrolling_sideways(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.set_viewport_size({"width": 1000, "height": 800})


def test_paper_carries_signs_and_no_tips(page: Any) -> None:
    page.emulate_media(media="print")
    page.locator(".figure a.differs").first.focus()
    assert page.locator(".tip:visible").count() == 0
    assert page.locator(".figure a.differs .sign").first.is_visible()
    page.emulate_media(media="screen")
