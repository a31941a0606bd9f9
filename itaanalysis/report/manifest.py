"""build.json: what a report was made with and made of, as one dict."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis import __version__
from itaanalysis.digest import sha256
from itaanalysis.report.pandoc import pandoc_version

if TYPE_CHECKING:
    import pandas as pd

    from itaanalysis.workspace import Workspace
    from itaanalysis.year import YearData

_PACKAGES = ("pandas", "matplotlib", "nbclient", "nbconvert", "openpyxl", "pythainlp", "typst")


def manifest(
    workspace: Workspace, year: YearData, lang: str, outputs: Mapping[str, bytes], seconds: Mapping[str, float]
) -> dict[str, Any]:
    """The dict that becomes build.json.

    `outputs` are the files of the report by name, `seconds` what each step took. Keys: fiscal_year, lang, created
    (UTC), versions, git (commit and whether the folder differs from it; None where there is no git), inputs and outputs
    (sha256 by path), problems (counts by severity and code), checks (counts by verdict), corrections, seconds.
    """
    return {
        "fiscal_year": year.fiscal_year,
        "lang": lang,
        "created": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "versions": versions(),
        "git": git_state(workspace.root),
        "inputs": {name_in(workspace, path): sha256(path.read_bytes()) for path in inputs(workspace, year.fiscal_year)},
        "outputs": {name: sha256(data) for name, data in outputs.items()},
        "problems": counted(year.problems, "severity", "code"),
        "checks": {str(verdict): int(count) for verdict, count in year.checks()["verdict"].value_counts().items()},
        "corrections": _records(year.corrections),
        "seconds": {step: round(taken, 2) for step, taken in seconds.items()},
    }


def versions() -> dict[str, str]:
    """Versions of this package, Python and the tools a report goes through."""
    import platform

    tools = {package: version(package) for package in _PACKAGES}
    return {"itaanalysis": __version__, "python": platform.python_version(), **tools, "pandoc": pandoc_version()}


def inputs(workspace: Workspace, fiscal_year: int) -> list[Path]:
    """The files a report is made of: the raw files of the year, the reference tables, the notebooks."""
    folders = (workspace.raw(fiscal_year), workspace.root / "data" / "reference")
    found = [path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file()]
    return sorted(found) + sorted(workspace.notebooks.glob("*.ipynb"))


def git_state(root: Path) -> dict[str, Any] | None:
    """Commit of the project folder and whether files differ from it; None without git or outside a repository."""
    commit = _git(root, "rev-parse", "HEAD")
    if commit is None:
        return None
    return {"commit": commit.strip(), "dirty": bool(_git(root, "status", "--porcelain", "--untracked-files=no"))}


def counted(table: pd.DataFrame, outer: str, inner: str) -> dict[str, dict[str, int]]:
    """How often each `inner` value occurs under each `outer` value."""
    counts: dict[str, dict[str, int]] = {}
    for key, value in zip(table[outer].astype(str), table[inner].astype(str), strict=True):
        under = counts.setdefault(key, {})
        under[value] = under.get(value, 0) + 1
    return counts


def name_in(workspace: Workspace, path: Path) -> str:
    """`path` as seen from the project folder, with forward slashes; its bare name when it lies elsewhere."""
    return path.relative_to(workspace.root).as_posix() if path.is_relative_to(workspace.root) else path.name


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    rows: Iterable[dict[Any, Any]] = table.astype(object).where(table.notna(), None).to_dict("records")
    return [{str(name): value if value is None else str(value) for name, value in row.items()} for row in rows]


def _git(root: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=10, check=False)
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
