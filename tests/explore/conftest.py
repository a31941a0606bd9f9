"""What tests of the explorer share: one page that is served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .serving import Served, served


@pytest.fixture(scope="session")
def made_up_browser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A browser that writes down the address it is to open, in a file `opened` beside it."""
    browser = tmp_path_factory.mktemp("browser") / "made-up-browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {browser.with_name("opened")}\n', encoding="utf-8")
    browser.chmod(0o755)
    return browser


@pytest.fixture(scope="session")
def served_page(tmp_path_factory: pytest.TempPathFactory, copy_project: Any, made_up_browser: Path) -> Iterator[Served]:
    """The page of FY2568, from a project of its own, opened in a made-up browser."""
    with served(copy_project(tmp_path_factory.mktemp("explore")), (), BROWSER=f"{made_up_browser} %s") as page:
        yield page
