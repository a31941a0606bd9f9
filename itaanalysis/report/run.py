"""Run notebooks with parameters, each in a kernel of its own, several side by side.

Nothing is written: the executed notebooks come back in memory, and the files stay as they were committed.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.report.notebooks import NotebookError, read_notebook, with_parameters

if TYPE_CHECKING:
    from nbformat import NotebookNode

Progress = Callable[[str, float | None], None]
"""Called as `progress(step, None)` when a step begins and `progress(step, seconds)` when it is done."""

Done = Callable[[str, "NotebookNode"], None]

_CELL_TIMEOUT = 600  # seconds; a notebook of the report takes a few


def run_notebooks(
    notebooks: Sequence[Path],
    parameters: Mapping[str, Any],
    root: Path,
    *,
    at_once: int | None = None,
    progress: Progress | None = None,
    done: Done | None = None,
) -> dict[str, NotebookNode]:
    """The executed notebooks by file stem, in the order given.

    `parameters` replace values of each notebook's cell tagged `parameters`; `root` is the project folder the kernels
    read. `at_once` kernels run side by side, one for each core unless told. `done(stem, notebook)` is called with each
    notebook as soon as it has run.

    Raises NotebookError for a parameter a notebook does not name, before any kernel starts, and for the first cell that
    fails; the other kernels are then stopped.
    """
    prepared = {path.stem: (path, with_parameters(read_notebook(path), parameters, path.name)) for path in notebooks}
    running = _run_all(prepared, root, at_once or os.cpu_count() or 1, progress or silent, done)
    # zeromq cannot watch the event loop Windows has as its default
    loop = asyncio.SelectorEventLoop if sys.platform == "win32" else None
    try:
        with asyncio.Runner(loop_factory=loop) as runner:
            return runner.run(running)
    except* NotebookError as errors:
        raise _first(errors) from None


async def _run_all(
    prepared: Mapping[str, tuple[Path, NotebookNode]], root: Path, at_once: int, progress: Progress, done: Done | None
) -> dict[str, NotebookNode]:
    from itaanalysis.report.kernel import run_folder

    places = asyncio.Semaphore(at_once)
    with run_folder() as folder:

        async def run(name: str, path: Path, notebook: NotebookNode) -> None:
            async with places:
                progress(name, None)
                started = time.perf_counter()
                await _run_one(path, notebook, root, Path(folder))
                progress(name, time.perf_counter() - started)
                if done:
                    done(name, notebook)

        async with asyncio.TaskGroup() as group:
            for name, (path, notebook) in prepared.items():
                group.create_task(run(name, path, notebook))
    return {name: notebook for name, (_, notebook) in prepared.items()}


async def _run_one(path: Path, notebook: NotebookNode, root: Path, folder: Path) -> None:
    """Execute `notebook` in place."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    from itaanalysis.report.kernel import ReportKernel, kernel_environment, let_go

    said = folder / f"{path.stem}.log"
    kernel = ReportKernel(connection_file=str(folder / f"{path.stem}.json"))
    client = NotebookClient(
        notebook,
        km=kernel,
        timeout=_CELL_TIMEOUT,
        record_timing=False,
        shutdown_kernel="immediate",
    )
    with said.open("wb") as log:
        try:
            await client.async_execute(
                cleanup_kc=True, cwd=str(path.parent), env=kernel_environment(root, folder), stdout=log, stderr=log
            )
        except CellExecutionError as error:
            raise _told(path, notebook, f"{error.ename}: {error.evalue}".strip()) from error
        except CellTimeoutError as error:
            raise _told(path, notebook, f"ใช้เวลาเกิน {_CELL_TIMEOUT} วินาที / took over {_CELL_TIMEOUT} s") from error
        except (DeadKernelError, RuntimeError) as error:
            last = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            raise _told(path, notebook, " ".join([str(error), *last])) from error
        finally:
            await let_go(client, kernel)


def _told(path: Path, notebook: NotebookNode, what: str) -> NotebookError:
    """The one sentence, in Thai and in English. Cells count from 1, without the injected one."""
    number = 0
    for cell in notebook.cells:
        number += "injected-parameters" not in cell.metadata.get("tags", [])
        outputs = cell.get("outputs", [])
        if any(output.output_type == "error" for output in outputs):
            break
    line = " ".join(what.split())
    return NotebookError(
        f"สมุดงาน {path.name} หยุดที่เซลล์ที่ {number} · The notebook {path.name} stopped at cell {number}: {line}"
    )


def _first(errors: BaseExceptionGroup[NotebookError]) -> NotebookError:
    error: BaseException = errors
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    assert isinstance(error, NotebookError)
    return error


def silent(step: str, seconds: float | None) -> None:
    """Say nothing."""
