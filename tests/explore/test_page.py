"""`ita explore` in a browser: chosen, moved, saved; nothing loaded from elsewhere, for those who cannot see it too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from .serving import Served

BEGUN = "svg[role=img] title"


def opened(browser: Any, address: str, **settings: Any) -> Any:
    """The page in the browser, with what went wrong in `faults`."""
    page = browser.new_page(**settings)
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("requestfailed", lambda request: page.faults.append(request.url))
    page.on("request", lambda request: None if at_home(request.url, address) else page.faults.append(request.url))
    page.goto(address)
    page.wait_for_selector(BEGUN, state="attached", timeout=60_000)
    return page


def at_home(url: str, address: str) -> bool:
    """Whether something came from the page's own server, or with the page."""
    return url.startswith((address, "data:", "blob:"))


@pytest.fixture(scope="module")
def page(served_page: Served, browser: Any) -> Iterator[Any]:
    page = opened(browser, served_page.address, viewport={"width": 1200, "height": 1000})
    yield page
    page.close()


def marks(count: int) -> str:
    return f"document.querySelectorAll('{BEGUN}').length == {count}"


def faults_for_those_who_cannot_see(page: Any) -> list[tuple[str, str]]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response
    assert len(found["passes"]) > 30
    return [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]]


def test_the_tab_and_the_language_of_the_page_are_told(page: Any) -> None:
    assert page.title() == "สำรวจคะแนน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘"
    assert page.locator("html").get_attribute("lang") == "th"
    assert page.locator("h1").text_content() == page.title()


def test_what_the_keyboard_comes_to_is_seen(page: Any) -> None:
    page.locator("h1").click()
    stops = []
    for _ in range(11):  # two languages, a tab, three lists and a button, the mark to slide and to type, two buttons
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate("[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]")
        )
    assert [tag for tag, _ in stops] == [
        "BUTTON",
        "BUTTON",
        "LI",
        *["SELECT"] * 2,
        "BUTTON",
        "SELECT",
        "DIV",
        "INPUT",
        *["BUTTON"] * 2,
    ]
    assert {outline for _, outline in stops} == {"solid"}


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_scores_have_no_accessibility_fault(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")
    assert faults_for_those_who_cannot_see(page) == []


def test_the_drawing_and_the_table_follow_the_choice(page: Any) -> None:
    page.get_by_label("หน่วยงาน").first.select_option(label="สป. สำนักงานปลัดกระทรวงพาณิชย์")
    page.wait_for_function(marks(1))
    assert "๙๒.๘๐" in page.locator(BEGUN).text_content()
    page.wait_for_function("document.querySelectorAll('.ita-scores tbody tr').length == 1")
    page.get_by_role("button", name="เลือกทุกหน่วยงาน").click()
    page.wait_for_function(marks(12))


def test_a_mark_is_typed_in_either_digits(page: Any) -> None:
    figure = page.get_by_label("เกณฑ์").and_(page.locator("input"))
    for typed, drawn, shown in [("๙๕.๒๕", "เกณฑ์ ๙๕.๒๕", "๙๕.๒๕"), ("95", "เกณฑ์ ๙๕", "๙๕.๐๐")]:
        figure.fill(typed)
        figure.press("Enter")
        page.locator("svg[role=img] text").get_by_text(drawn, exact=True).wait_for()
        assert figure.input_value() == shown
    figure.fill("มาก")
    figure.press("Enter")
    page.get_by_role("alert").wait_for()
    assert figure.input_value() == "๙๕.๐๐"
    figure.fill("85")
    figure.press("Enter")
    page.get_by_role("alert").wait_for(state="detached")


def test_the_chart_is_saved_and_its_path_told(page: Any, served_page: Served) -> None:
    page.get_by_role("button", name="บันทึกแผนภูมิ").click()
    page.get_by_text("บันทึกแล้ว").wait_for()
    assert (served_page.root / "figures/2568/explore_1.png").is_file()
    assert "explore_1.png" in page.get_by_text("บันทึกแล้ว").text_content()


def test_the_total_follows_a_slider(page: Any) -> None:
    page.get_by_role("tab", name="ถ้าคะแนนเปลี่ยน").click()
    handle = page.get_by_role("slider", name="OIT")
    handle.focus()
    handle.press("End")
    page.wait_for_function("document.querySelector('.ita-what-if').textContent.includes('๙๔.๘๐')")
    assert "+๒.๐๐" in page.locator(".ita-what-if").text_content()
    assert page.get_by_label("OIT").and_(page.locator("input")).input_value() == "๑๐๐.๐๐"


def test_what_if_has_no_accessibility_fault(page: Any) -> None:
    assert faults_for_those_who_cannot_see(page) == []


@pytest.mark.parametrize("name", ["ถ้าคะแนนเปลี่ยน", "คะแนน"])
def test_on_a_phone_nothing_is_cut_off(page: Any, name: str) -> None:
    page.set_viewport_size({"width": 380, "height": 800})
    page.get_by_role("tab", name=name, exact=True).click()
    assert page.evaluate("document.documentElement.scrollWidth") == 380
    outside = "its => its.filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth).length"
    assert page.locator("select, input, button, .noUi-handle").evaluate_all(outside) == 0


def test_another_language_is_spoken_everywhere(page: Any) -> None:
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Save the chart").wait_for()
    page.locator(".ita-what-if").get_by_text("Change").wait_for(state="attached")  # the last to change
    said = page.locator(".ita-explore *").evaluate_all(
        "its => its.filter(one => one.checkVisibility() && !one.children.length).map(one => one.textContent)"
    )
    thai = [text for text in said if re.search("[ก-๙]", text) and ".xlsx!" not in text]
    assert len(said) > 100 and thai == []


def test_no_fault_was_reported_and_nothing_came_from_elsewhere(page: Any) -> None:
    assert page.faults == []
