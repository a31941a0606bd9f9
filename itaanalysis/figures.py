"""The charts of a year as files for the memo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from itaanalysis import charts
from itaanalysis.atomic import replace_folder
from itaanalysis.workspace import Workspace
from itaanalysis.year import YearData, load


def draw_figures(
    workspace: Workspace,
    fiscal_year: int,
    lang: str = "th",
    progress: Callable[[str], None] = lambda name: None,
) -> Path:
    """Draw every chart of the year to figures/YEAR as PNG and SVG. Returns the folder.

    Charts of the other language stay where they are. `progress` is called with the name of each chart drawn.
    Raises InputErrors when the raw files hold errors.
    """
    return draw(load(fiscal_year, workspace.root), workspace.figures(fiscal_year), lang, progress)


def draw(year: YearData, target: Path, lang: str, progress: Callable[[str], None] = lambda name: None) -> Path:
    """Draw every chart of a year into `target`, whole or not at all."""
    with replace_folder(target, keep=True) as folder:
        for name, chart in charts.ALL.items():
            chart(year, lang=lang).save(folder)
            progress(name)
    return target
