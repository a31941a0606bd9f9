"""The explorer: from a click to the chart and the table that follow it, with few units and with a thousand.

The kernel's share is measured without a browser; the whole, from the click to what is painted, in Chromium on the page
that `ita explore` serves. Every figure is held against the aim and the thousand units against the few, both within one
run, so that the ratios hold on any machine.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.explore_page import measured
from bench.made_up_national import make_project

AIM = 0.3
"""Seconds from a click to what follows it."""
UNITS = (12, 1_000)
FISCAL_YEARS = (2566, 2567, 2568)
PROJECT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

Times = Mapping[str, Sequence[float]]
"""Seconds of each round, by what was clicked."""


def main() -> None:
    """Print median and worst of each click, their ratio to the aim, and how a thousand units compare with few."""
    with tempfile.TemporaryDirectory() as scratch:
        roots = {units: Path(scratch) / f"made_up_{units}" for units in UNITS}
        for units, root in roots.items():
            make_project(root, PROJECT / "data" / "reference", FISCAL_YEARS[-1], units, FISCAL_YEARS)
        print(f"made-up ministries of {' and '.join(f'{units:,}' for units in UNITS)} units, ", end="")
        print(f"{len(FISCAL_YEARS)} fiscal years of totals and ten indicators; aim {AIM} s")
        show("the kernel's share", {units: _kernel(root) for units, root in roots.items()})
        if CHROMIUM is None:
            print("\nno Chromium on this computer: the browser's share is not measured")
            return
        show("in Chromium, click to paint", {units: measured(root, CHROMIUM) for units, root in roots.items()})


def _kernel(root: Path) -> Times:
    command = [sys.executable, "-m", "bench.explore_kernel", str(root)]
    times: Times = json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True).stdout)
    return times


def show(heading: str, found: Mapping[int, Times]) -> None:
    """Print the times of each number of units beside one another, and the worst of all."""
    few, many = UNITS
    columns = "  median   worst  × aim   worst"
    titles = "".join(f"{units:,} units".center(len(columns)) for units in UNITS)
    print(f"\n{heading:<34}{titles}\n{'':<34}{columns * len(UNITS)}   {many:,} : {few}")
    for click, times in found[few].items():
        figures = "".join(_figures(found[units][click]) for units in UNITS)
        ratio = statistics.median(found[many][click]) / statistics.median(times)
        print(f"{click:<34}{figures}{ratio:11.2f}", flush=True)
    worst = max(max(times) for its in found.values() for times in its.values())
    print(f"the worst of all: {worst:.3f} s, {worst / AIM:.2f} × the aim")


def _figures(times: Sequence[float]) -> str:
    median, worst = statistics.median(times), max(times)
    return f"{median:8.3f}{worst:8.3f}{median / AIM:7.2f}{worst / AIM:8.2f}"
