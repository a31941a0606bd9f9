"""A national workbook, from file to tidy tables, against the floor (calamine alone) and pandas with openpyxl.

Every figure comes from a process of its own: its time without the imports, its peak memory less that of a process that
only imports. Tasks take turns, and medians of the ratios within a turn are printed, so that they hold on any machine.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.made_up_national import AGENCIES, COLUMNS, FISCAL_YEARS, make_project

ROUNDS = 5
CURVE = (10_000, 30_000, 100_000, 300_000, 1_000_000)
"""Numbers of cells."""
AIM_TIME, AIM_MEMORY, AIM_OPENPYXL = 2, 3, 4
TASKS = {
    "calamine": "calamine alone, to rows",
    "clean": "clean, to tidy tables",
    "write": "tidy tables to CSV",
    "openpyxl": "pandas with openpyxl",
}
PROJECT = Path(__file__).parent.parent
YEAR = 2568


def main() -> None:
    """Print times, ratios and peaks for the whole workbook, then the curve from ten thousand to a million cells."""
    with tempfile.TemporaryDirectory() as scratch:
        _whole(Path(scratch))
        _curve(Path(scratch))


def _whole(scratch: Path) -> None:
    root = _project(scratch, AGENCIES)
    years, columns = len(FISCAL_YEARS), len(COLUMNS)
    print(f"{AGENCIES:,} agencies × {years} fiscal years × {columns} columns = {_cells(AGENCIES):,} cells")
    imports = _measured("imports", root)["peak"]
    turns = [{task: _measured(task, root) for task in TASKS if task != "openpyxl"} for _ in range(ROUNDS)]
    slow = _measured("openpyxl", root)
    for turn in turns:
        turn["openpyxl"] = slow
        for figures in turn.values():
            figures["above"] = figures["peak"] - imports
    print(f"{'':<26}seconds  × calamine  peak MB  × calamine")
    for task, said in TASKS.items():
        seconds, above = (statistics.median(turn[task][figure] for turn in turns) for figure in ("seconds", "above"))
        by_time, by_memory = (_ratio(turns, task, "calamine", figure) for figure in ("seconds", "above"))
        print(f"{said:<26}{seconds:7.2f}{by_time:12.2f}{above:9.0f}{by_memory:12.2f}", flush=True)
    faster = _ratio(turns, "openpyxl", "clean", "seconds")
    print(f"aims for clean: at most {AIM_TIME} × the time and {AIM_MEMORY} × the memory of calamine alone;")
    print(f"at least {AIM_OPENPYXL} times as fast as pandas with openpyxl: it is {faster:.1f} times as fast\n")


def _curve(scratch: Path) -> None:
    print("cells       clean, s  µs a cell  × calamine")
    for cells in CURVE:
        root = _project(scratch, round(cells / _cells(1)))
        turns = [{task: _measured(task, root) for task in ("calamine", "clean")} for _ in range(ROUNDS)]
        seconds = statistics.median(turn["clean"]["seconds"] for turn in turns)
        by_time = _ratio(turns, "clean", "calamine", "seconds")
        print(f"{cells:<11,}{seconds:9.3f}{seconds / cells * 1e6:11.2f}{by_time:12.2f}", flush=True)


def _ratio(turns: list[dict[str, dict[str, float]]], task: str, other: str, figure: str) -> float:
    return statistics.median(turn[task][figure] / turn[other][figure] for turn in turns)


def _cells(agencies: int) -> int:
    return agencies * len(FISCAL_YEARS) * len(COLUMNS)


def _project(scratch: Path, agencies: int) -> Path:
    root = scratch / f"made_up_{agencies}"
    make_project(root, PROJECT / "data" / "reference", YEAR, agencies)
    return root


def _measured(task: str, root: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.national_task", task, str(root)]
    figures: dict[str, float] = json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True).stdout)
    return figures
