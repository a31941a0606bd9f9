"""What tests of the explorer share: one page that is served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .serving import Served, served


@pytest.fixture(scope="session")
def served_page(tmp_path_factory: pytest.TempPathFactory, copy_project: Any) -> Iterator[Served]:
    """The page of FY2568, from a project of its own."""
    with served(copy_project(tmp_path_factory.mktemp("explore"))) as page:
        yield page
