"""Make the report of a year: run the notebooks, write every format, and put the folder in place whole or not at all."""

from __future__ import annotations

import datetime
import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from itaanalysis.atomic import replace_folder
from itaanalysis.report.document import Document, read_document
from itaanalysis.report.formats import FORMATS
from itaanalysis.report.notebooks import NotebookError, read_notebook
from itaanalysis.report.run import Progress, run_notebooks, silent

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from itaanalysis.workspace import Workspace
    from itaanalysis.year import YearData

REPORT = "90_report"
TABLES = "tables.xlsx"


def steps(workspace: Workspace, formats: Sequence[str] = FORMATS) -> list[str]:
    """The names `progress` will be called with, so that a progress bar knows how far it has to go."""
    return [*(path.stem for path in _notebooks(workspace)), *(f"report.{name}" for name in formats), TABLES]


def build_report(
    workspace: Workspace,
    fiscal_year: int,
    formats: Sequence[str] = FORMATS,
    lang: str = "th",
    progress: Progress | None = None,
    archived: datetime.date | None = None,
) -> Path:
    """Run all notebooks side by side and write reports/YEAR. Returns that folder.

    It holds `report.html`, `.docx` and `.pdf` as `formats` asks, `tables.xlsx`, `build.json`, and the other notebooks
    as web pages in `notebooks/`. With the day it is `archived` the PDF is PDF/A-2a. `progress(step, seconds)` is called
    with None when a step begins and with its seconds when it is done.

    Raises NotebookError when a notebook fails, ValueError for an unknown format; an older report then still stands.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ValueError(f"no such format: {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    watch = _StopWatch(progress or silent)
    files: dict[str, Future[bytes]] = {}

    # Writing a format is mostly waiting for pandoc: it goes on beside the notebooks that still run.
    with ThreadPoolExecutor(max_workers=2) as writers:

        def write(name: str, make: Callable[[], bytes]) -> None:
            files[name] = writers.submit(watch.timed, name, make)

        def written(stem: str, notebook: NotebookNode) -> None:
            document = read_document(notebook, name=stem)
            if stem == REPORT:
                for kind in formats:
                    write(f"report.{kind}", partial(_made, document, kind, archived))
            else:
                write(f"notebooks/{stem}.html", partial(_made, document, "html"))

        reading = writers.submit(_load, workspace, fiscal_year)
        write(TABLES, lambda: _tables(reading.result(), lang))
        try:
            run_notebooks(
                _notebooks(workspace),
                {"fiscal_year": fiscal_year, "lang": lang},
                workspace.root,
                progress=watch.told,
                done=written,
            )
        except NotebookError:
            writers.shutdown(cancel_futures=True)
            raise
    outputs = {name: future.result() for name, future in sorted(files.items())}
    return _put_in_place(workspace, reading.result(), lang, outputs, watch)


class _StopWatch:
    """Passes progress on and remembers what each step took."""

    def __init__(self, progress: Progress) -> None:
        self.seconds: dict[str, float] = {}
        self._progress = progress

    def told(self, step: str, seconds: float | None) -> None:
        if seconds is not None:
            self.seconds[step] = seconds
        self._progress(step, seconds)

    def timed(self, step: str, make: Callable[[], bytes]) -> bytes:
        shown = not step.startswith("notebooks/")  # the web page of a notebook takes no time worth a line
        if shown:
            self.told(step, None)
        started = time.perf_counter()
        made = make()
        if shown:
            self.told(step, time.perf_counter() - started)
        return made


def _notebooks(workspace: Workspace) -> list[Path]:
    """The notebooks in `notebooks/` whose names begin with a number; the report first, since it takes longest.

    One that is to be clicked in has nothing to say on paper and is left out.
    """
    found = [path for path in sorted(workspace.notebooks.glob("[0-9][0-9]_*.ipynb")) if not _is_interactive(path)]
    if REPORT not in (path.stem for path in found):
        raise NotebookError(
            f"ไม่พบสมุดงาน {REPORT}.ipynb ใน {workspace.notebooks}\n"
            f"There is no notebook {REPORT}.ipynb in {workspace.notebooks}."
        )
    return sorted(found, key=lambda path: path.stem != REPORT)


def _is_interactive(path: Path) -> bool:
    return bool(read_notebook(path).metadata.get("ita", {}).get("interactive"))


def _load(workspace: Workspace, fiscal_year: int) -> YearData:
    from itaanalysis.year import load

    return load(fiscal_year, workspace.root)


def _made(document: Document, kind: str, archived: datetime.date | None = None) -> bytes:
    if kind == "html":
        from itaanalysis.report.to_html import to_html

        return to_html(document).encode()
    if kind == "docx":
        from itaanalysis.report.to_docx import to_docx

        return to_docx(document)
    from itaanalysis.report.to_pdf import to_pdf

    return to_pdf(document, archived=archived)


def _tables(year: YearData, lang: str) -> bytes:
    from itaanalysis.report.workbook import tables_workbook

    return tables_workbook(year, lang)


def _put_in_place(
    workspace: Workspace, year: YearData, lang: str, outputs: dict[str, bytes], watch: _StopWatch
) -> Path:
    from itaanalysis.report.manifest import manifest

    target = workspace.reports(year.fiscal_year)
    told = manifest(workspace, year, lang, outputs, watch.seconds)
    with replace_folder(target) as folder:
        for name, data in outputs.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        text = json.dumps(told, ensure_ascii=False, indent=2)
        (folder / "build.json").write_text(text + "\n", encoding="utf-8")
    return target
