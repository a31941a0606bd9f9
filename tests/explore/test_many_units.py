"""A thousand made-up units in the page: it follows every click all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .serving import served

UNITS = 1000
PROJECT = Path(__file__).resolve().parents[2]
MARKS = "document.querySelectorAll('svg[role=img] title').length == {}"


@pytest.fixture(scope="module")
def page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(PROJECT)
        from bench.made_up_national import make_project
    root = tmp_path_factory.mktemp("many") / "made_up"
    make_project(root, PROJECT / "data" / "reference", 2568, UNITS, fiscal_years=(2567, 2568))
    with served(root) as many:
        page = browser.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        page.goto(many.address)
        page.wait_for_function(MARKS.format(UNITS), timeout=60_000)
        yield page
        page.close()


def test_the_table_shows_the_first_and_says_so(page: Any) -> None:
    assert page.locator(".ita-scores tbody tr").count() == 100
    assert "๑๐๐ แถวแรกจาก ๑,๐๐๐ แถว" in page.locator(".ita-scores caption").text_content()


def test_years_indicators_and_units_are_chosen(page: Any) -> None:
    page.get_by_label("ปีงบประมาณ").first.select_option(label=["๒๕๖๗", "๒๕๖๘"])
    page.wait_for_function(MARKS.format(2 * UNITS))
    page.get_by_label("รายการคะแนน").first.select_option(label="ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ")
    page.locator("svg[role=img] text").get_by_text("ตัวชี้วัดที่ ๔").first.wait_for()
    page.get_by_label("หน่วยงาน").first.select_option(index=list(range(30)))
    page.wait_for_function(MARKS.format(60))


def test_the_total_follows_a_slider(page: Any) -> None:
    page.get_by_role("tab", name="ถ้าคะแนนเปลี่ยน").click()
    before = page.locator(".ita-what-if").text_content()
    page.get_by_role("slider", name="ตัวชี้วัดที่ ๙").press("Home")
    page.wait_for_function("before => document.querySelector('.ita-what-if').textContent != before", arg=before)
    assert "−" in page.locator(".ita-what-if strong").last.text_content()


def test_no_fault_was_reported(page: Any) -> None:
    assert page.faults == []
