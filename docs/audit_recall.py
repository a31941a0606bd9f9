"""The table of docs/method.md that says how many mistakes planted in memos an audit finds. `make docs` writes it."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "method.md"
FISCAL_YEAR = 2568
"""The year of the figures in the memos of tests/audit/memos."""
_BETWEEN = re.compile(r"(<!-- audit-recall:start -->\n).*?(<!-- audit-recall:end -->)", re.DOTALL)


def planting() -> ModuleType:
    """The module that plants the mistakes; it stands with the memos among the tests."""
    spec = importlib.util.spec_from_file_location("planting", PROJECT / "tests" / "audit" / "planting.py")
    if spec is None or spec.loader is None:
        raise ImportError("tests/audit/planting.py is not there")
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("planting", module)
    spec.loader.exec_module(module)
    return module


def section() -> str:
    """What stands between the marks: the memos, the mistakes, and what came of them."""
    from itaanalysis.year import load

    plant = planting()
    samples = plant.samples()
    figures = sum(len(sample.figures) for sample in samples)
    about = (
        f"{len(samples)} memos of `tests/audit/memos` state {figures} figures of FY{FISCAL_YEAR} that are right,\n"
        "some of them in words, among others that are no figures of the year. A mistake of each kind is planted in\n"
        "every figure it can befall, a third of them at a time; one that leaves the number what it was is not\n"
        "counted. A false alarm is a finding of any other figure."
    )
    return f"\n{about}\n\n{plant.table(plant.recall(load(FISCAL_YEAR, PROJECT)))}\n\n"


def page(made: str) -> str:
    """method.md with its section on recall made anew."""
    text, found = _BETWEEN.subn(lambda marks: f"{marks[1]}{made}{marks[2]}", PAGE.read_text(encoding="utf-8"))
    if found != 1:
        raise ValueError(f"docs/method.md has {found} parts called audit-recall, not one")
    return text


def write() -> None:
    """Write the section into method.md."""
    PAGE.write_text(page(section()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
