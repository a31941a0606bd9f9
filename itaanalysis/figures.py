"""The charts of a year as files for the memo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from itaanalysis import charts
from itaanalysis.atomic import replace_folder
from itaanalysis.workspace import Workspace
from itaanalysis.year import load


@dataclass(frozen=True)
class Look:
    """How charts are drawn and kept.

    `sizes` are sizes of theme.toml (full, half, slide, square), `formats` "png", "svg" and "pdf", `digits` "thai",
    "arabic" or None for the language's own, `stamp` "draft", "final" or None for no mark. With `real_text` the letters
    of an SVG are text instead of outlines.
    """

    sizes: Sequence[str] = ("full",)
    formats: Sequence[str] = ("png", "svg")
    digits: str | None = None
    stamp: str | None = None
    real_text: bool = False


def draw_figures(workspace: Workspace, fiscal_year: int, lang: str = "th", look: Look | None = None) -> Path:
    """Draw every chart of the year to figures/YEAR, by default at full width as PNG and SVG. Returns the folder.

    The folder changes whole or not at all; charts of the other language and of other sizes stay where they are. Raises
    InputErrors when the raw files hold errors.
    """
    year, target, look = load(fiscal_year, workspace.root), workspace.figures(fiscal_year), look or Look()
    with replace_folder(target, keep=True) as folder:
        for chart in charts.ALL.values():
            for size in look.sizes:
                drawn = chart(year, lang=lang, digits=look.digits, size=size, stamp=look.stamp)
                drawn.save(folder, look.formats, look.real_text)
    return target
