"""Mistakes planted in memos are found, and nothing else is called wrong; docs/method.md says so."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit_recall", PROJECT / "docs" / "audit_recall.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def section(pages: ModuleType) -> str:
    return pages.section()


def rows(section: str) -> dict[str, list[str]]:
    lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return {cells[0]: cells[1:] for cells in lines[1:]}


def test_method_page_is_in_step(pages: ModuleType, section: str) -> None:
    assert pages.PAGE.read_text(encoding="utf-8") == pages.page(section), "run `make docs`"


def test_nothing_is_wrong_in_a_memo_without_mistakes(section: str) -> None:
    assert rows(section)["no mistake"][-1] == "0"


def test_nearly_all_mistakes_are_found_and_hardly_anything_else(section: str) -> None:
    planted, found, _, false_alarms = rows(section)["all"]
    assert int(planted) > 900
    assert int(found) / int(planted) > 0.95
    assert int(false_alarms) / int(planted) < 0.01
