"""Everything a year needs in one go: tidy tables, charts, all notebooks, the report in every format."""

from __future__ import annotations

import datetime
import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from itaanalysis.cleaning import clean
from itaanalysis.figures import draw_figures
from itaanalysis.report.build import build_report
from itaanalysis.report.build import steps as report_steps
from itaanalysis.report.formats import FORMATS
from itaanalysis.report.run import Progress
from itaanalysis.workspace import Workspace


def steps(workspace: Workspace, formats: Sequence[str] = FORMATS) -> list[str]:
    """Names of the steps, as `progress` is called with them."""
    return ["clean", "figures", *report_steps(workspace, formats)]


def make_everything(
    workspace: Workspace,
    fiscal_year: int,
    formats: Sequence[str],
    lang: str,
    progress: Progress,
    archived: datetime.date | None = None,
) -> Path:
    """Clean, draw the charts beside the notebooks that run, write the report. Returns reports/YEAR.

    With the day it is `archived` the PDF is one for the archive. `progress(step, None)` is called when a step begins,
    `progress(step, seconds)` when it is done. Raises InputErrors when the raw files hold errors, NotebookError when a
    notebook fails; what stood before then still stands.
    """
    progress("clean", None)
    started = time.perf_counter()
    clean(workspace, fiscal_year)
    progress("clean", time.perf_counter() - started)
    # A process of its own: drawing keeps one core busy while the kernels start on the other. It ends with its one task,
    # even when this run is killed: a worker that waits for more would wait for ever.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context, max_tasks_per_child=1) as beside:
        progress("figures", None)
        drawing = beside.submit(_draw, workspace, fiscal_year, lang)
        drawing.add_done_callback(lambda done: None if done.exception() else progress("figures", done.result()))
        folder = build_report(workspace, fiscal_year, formats, lang, progress, archived)
        drawing.result()
    return folder


def _draw(workspace: Workspace, fiscal_year: int, lang: str) -> float:
    started = time.perf_counter()
    draw_figures(workspace, fiscal_year, lang)
    return time.perf_counter() - started
