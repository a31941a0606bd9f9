"""`ita explore` in a browser: chosen, moved, saved; nothing loaded from elsewhere, nobody else let in."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, copy_project: Any) -> Path:
    return copy_project(tmp_path_factory.mktemp("explore"))


@pytest.fixture(scope="module")
def port(root: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "itaanalysis", "explore", "--root", str(root), "--port", str(port), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while not answers(port):
            assert server.poll() is None and time.monotonic() < deadline, "the page does not come up"
            time.sleep(0.2)
        yield port
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


def answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def page(port: int, browser: Any) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1200, "height": 1000})
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("requestfailed", lambda request: page.faults.append(request.url))
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_selector("svg[role=img] title", state="attached", timeout=60_000)
    yield page
    page.close()


def test_only_this_computer_is_let_in(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/static/", headers={"Host": "made-up.example"})
    assert connection.getresponse().status == 403
    connection.close()
    with socket.socket() as caller:
        assert caller.connect_ex(("127.0.0.2", port)) != 0  # this computer too, but not the address it listens on


def test_the_drawing_follows_the_choice(page: Any) -> None:
    units = page.locator("select").nth(1)
    units.select_option(label="สป. สำนักงานปลัดกระทรวงพาณิชย์")
    page.wait_for_function("document.querySelectorAll('svg[role=img] title').length == 1")
    assert "๙๒.๘๐" in page.locator("svg[role=img] title").text_content()
    page.get_by_role("button", name="เลือกทุกหน่วยงาน").click()
    page.wait_for_function("document.querySelectorAll('svg[role=img] title').length == 12")


def test_the_chart_is_saved_and_its_path_told(page: Any, root: Path) -> None:
    page.get_by_role("button", name="บันทึกแผนภูมิ").click()
    page.get_by_text("บันทึกแล้ว").wait_for()
    assert (root / "figures/2568/explore_1.png").is_file()
    assert "explore_1.png" in page.get_by_text("บันทึกแล้ว").text_content()


def test_the_total_follows_a_slider(page: Any) -> None:
    page.get_by_role("tab", name="ถ้าคะแนนเปลี่ยน").click()
    handle = page.locator(".widget-slider", has=page.get_by_text("OIT", exact=True)).locator(".noUi-handle").first
    handle.focus()
    handle.press("End")
    page.wait_for_function("document.querySelector('.ita-what-if').textContent.includes('๙๔.๘๐')")
    assert "+๒.๐๐" in page.locator(".ita-what-if").text_content()


def test_no_fault_was_reported_and_nothing_came_from_elsewhere(page: Any) -> None:
    assert page.faults == []
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", page.url)
