"""The data of the theme, theme.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def settings() -> dict[str, Any]:
    """theme.toml: tables page, sizes, stamps, colours, text."""
    return tomllib.loads((files(__package__) / "theme.toml").read_text(encoding="utf-8"))


def page_setting(name: str) -> float:
    """A page measure of the theme: dpi, margin, row_gap, narrow."""
    return float(settings()["page"][name])
