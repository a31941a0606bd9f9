"""Clicking in the page that `ita explore` serves, in a headless Chromium."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROUNDS, WARMING = 12, 2
CALM = 400
"""Milliseconds in which the page comes to rest between two clicks."""
SCORES = {".ita-drawing": "chart", ".ita-scores": "table"}
CLICKS = {
    "choose a unit": SCORES,
    "choose a year": SCORES,
    "choose an indicator": SCORES,
    "move the mark": SCORES,
    "change the language": SCORES,
    "move a what-if slider": {".ita-result": "result"},
}
"""What is clicked, and what follows it: where it stands and what it is called."""
_SCRIPT = (Path(__file__).parent / "explore_page.js").read_text(encoding="utf-8")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")


def measured(root: Path, chromium: str) -> dict[str, list[float]]:
    """Seconds of each round from the click until it is painted, by what was clicked and what followed."""
    from playwright.sync_api import sync_playwright

    with _served(root) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.goto(address)
        page.wait_for_selector("svg[role=img] title", state="attached", timeout=120_000)
        page.wait_for_timeout(CALM)
        times = {f"first click → {what}": its for what, its in _clicked(page, "choose a unit", 1).items()}
        for click in CLICKS:
            if click == "move a what-if slider":
                page.get_by_role("tab").nth(1).click()
            rounds = _clicked(page, click, ROUNDS + WARMING)
            times |= {f"{click} → {what}": its[WARMING:] for what, its in rounds.items()}
        browser.close()
    return times


def _clicked(page: Page, click: str, rounds: int) -> dict[str, list[float]]:
    followers = CLICKS[click]
    found: dict[str, list[float]] = {what: [] for what in followers.values()}
    for number in range(rounds):
        milliseconds = page.evaluate(_SCRIPT, [click, number, list(followers)])
        for what, took in zip(found, milliseconds, strict=True):
            found[what].append(took / 1000)
        page.wait_for_timeout(CALM)
    return found


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """The address of the page of a project, for as long as it is served."""
    command = [sys.executable, "-m", "itaanalysis", "explore", "--root", str(root), "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    assert server.stdout is not None
    try:
        found = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert found, "the page is not served"
        yield found[0]
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate()
