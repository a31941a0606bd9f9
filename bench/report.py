"""The whole report against the floor.

The floor is what nobody can do without: starting one kernel, importing the stack in it, and drawing the same charts in
a plain script. Both run in turn, several times, so that the ratio holds on any machine; medians are compared.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
AIM = 3.0
PROJECT = Path(__file__).parent.parent

_STEP = re.compile(r"^(\S+) (\d+\.\d) s$", re.MULTILINE)
_KERNEL = """
import nbclient, nbformat
cell = nbformat.v4.new_code_cell("import numpy, pandas, matplotlib.figure, seaborn, openpyxl, nbconvert")
nbclient.NotebookClient(nbformat.v4.new_notebook(cells=[cell]), kernel_name="python3").execute()
"""
_CHARTS = """
import sys, pathlib, itaanalysis
year = itaanalysis.load({year}, {root!r})
for chart in itaanalysis.charts.ALL.values():
    chart(year).save(pathlib.Path(sys.argv[1]))
"""


def main() -> None:
    """Print the time of each step, of the whole, of the floor, and their ratio."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        for folder in ("data", "notebooks"):
            shutil.copytree(PROJECT / folder, root / folder)
        year = max(int(path.name) for path in (root / "data" / "raw").iterdir())
        steps: dict[str, list[float]] = {}
        wholes, floors = [], []
        for number in range(1, ROUNDS + 1):
            floors.append(_floor(root, year))
            whole, printed = _timed("-m", "itaanalysis", "report", str(year), "--root", str(root))
            wholes.append(whole)
            for step, seconds in _STEP.findall(printed):
                steps.setdefault(step, []).append(float(seconds))
            print(f"round {number}: floor {floors[-1]:.2f} s, ita report {wholes[-1]:.2f} s", flush=True)
    print("\nsteps of `ita report`, several at once, median seconds:")
    for step, seconds in steps.items():
        print(f"  {step:<24}{statistics.median(seconds):6.2f}")
    whole, floor = statistics.median(wholes), statistics.median(floors)
    ratio = statistics.median(w / f for w, f in zip(wholes, floors, strict=True))
    print(f"\nwhole {whole:.2f} s   floor {floor:.2f} s   ratio {ratio:.2f}   aim: at most {AIM:.0f}")


def _floor(root: Path, year: int) -> float:
    with tempfile.TemporaryDirectory() as figures:
        return _timed("-c", _KERNEL)[0] + _timed("-c", _CHARTS.format(year=year, root=str(root)), figures)[0]


def _timed(*arguments: str) -> tuple[float, str]:
    """Seconds a Python process takes, and what it prints."""
    started = time.perf_counter()
    run = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True, encoding="utf-8")
    return time.perf_counter() - started, run.stdout
