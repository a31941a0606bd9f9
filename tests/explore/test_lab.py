"""Notebook 06 in JupyterLab itself: all cells run, then chosen, slid and saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..report.documents.running_jupyter import TOKEN, running_jupyter

MARKS = "document.querySelectorAll('svg[role=img] title').length == {}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, copy_project: Any) -> Path:
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def lab(root: Path, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The notebook with all cells run, and what went wrong in `faults`."""
    own = tmp_path_factory.mktemp("jupyter")
    with running_jupyter(root, own, extensions=["jupyterlab", "jupyter_lsp"]) as jupyter:
        page = browser.new_page(locale="en-US", viewport={"width": 1300, "height": 1000})
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        page.goto(f"{jupyter.address}lab/tree/notebooks/06_explore.ipynb?token={TOKEN}&reset")
        page.get_by_text("| Idle").wait_for(timeout=60_000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.locator("svg[role=img]").wait_for(timeout=60_000)
        yield page
        page.close()


def test_the_drawing_follows_the_choice(lab: Any) -> None:
    lab.wait_for_function(MARKS.format(12))
    lab.get_by_label("หน่วยงาน").first.select_option(label="สป. สำนักงานปลัดกระทรวงพาณิชย์")
    lab.wait_for_function(MARKS.format(1))
    lab.get_by_role("button", name="เลือกทุกหน่วยงาน").click()
    lab.wait_for_function(MARKS.format(12))


def test_it_brings_its_font_along(lab: Any) -> None:
    assert lab.evaluate("document.fonts.check('14px Sarabun', 'ที่')")
    assert lab.locator("svg[role=img]").evaluate("its => getComputedStyle(its).fontFamily").startswith("Sarabun")


def test_the_chart_is_saved_beside_those_of_the_year(lab: Any, root: Path) -> None:
    lab.get_by_role("button", name="บันทึกแผนภูมิ").click()
    lab.get_by_text("บันทึกแล้ว").wait_for()
    assert (root / "figures/2568/explore_1.png").is_file()


def test_the_total_follows_a_slider(lab: Any) -> None:
    lab.get_by_role("tab", name="ถ้าคะแนนเปลี่ยน").click()
    lab.locator(".widget-slider", has=lab.get_by_text("OIT", exact=True)).locator(".noUi-handle").press("End")
    lab.locator(".ita-what-if strong").get_by_text("๙๔.๘๐", exact=True).wait_for()


def test_no_fault_was_reported(lab: Any) -> None:
    assert lab.faults == []
