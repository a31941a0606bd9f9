"""One task of the national benchmark, alone in its process: `python -m bench.national_task TASK PROJECT`.

Prints, as JSON, its seconds without the imports, and the peak memory of the process in megabytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import openpyxl
import pandas as pd
import python_calamine

from bench.made_up_national import FISCAL_YEARS, WORKBOOK
from itaanalysis import criteria, store
from itaanalysis.intake import read_year
from itaanalysis.workspace import Workspace

YEAR = 2568
_MAXRSS_UNIT = 2**20 if sys.platform == "darwin" else 2**10


def main(task: str, root: Path) -> None:
    """Do the task and print its figures."""
    workspace = Workspace(root)
    path = workspace.raw(YEAR) / WORKBOOK
    _lend_criteria()
    kept: object = openpyxl.__version__
    started = time.perf_counter()
    match task:
        case "calamine":
            kept = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        case "openpyxl":
            kept = pd.read_excel(path, engine="openpyxl")
        case "clean":
            kept = read_year(workspace, YEAR)
        case "write":
            intake = read_year(workspace, YEAR)
            started = time.perf_counter()
            kept = store.write(workspace, YEAR, store.tables_of(intake))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MAXRSS_UNIT
    print(json.dumps({"seconds": seconds, "peak": peak, "kept": type(kept).__name__}))


def _lend_criteria() -> None:
    """Let the latest method hold for years of the workbook that criteria.toml does not have."""
    methods = criteria._read()["method"]
    known = {year for method in methods for year in method["fiscal_years"]}
    methods[-1]["fiscal_years"] += [year for year in FISCAL_YEARS if year not in known]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
