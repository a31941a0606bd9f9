"""A run killed from outside harms nothing, a later one works, and the office's own files are only ever read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from itaanalysis import charts, store
from itaanalysis.atomic import replace_folder
from itaanalysis.workspace import Workspace

OLD = b"made before"
OUTPUTS = {
    "data/processed/2568": [f"{table}.csv" for table in store.STORED_TABLES],
    "figures/2568": [f"{name}.png" for name in charts.ALL],
    "reports/2568": ["report.html", "tables.xlsx", "build.json"],
}
PATIENCE = 60  # seconds

# Runs in every Python process of a command, kernels and drawing too, and refuses whatever would change data/raw.
GUARD = """
import os, sys
RAW = os.path.realpath(os.environ["RAW_FOLDER"])
CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "os.symlink", "os.chmod",
           "os.utime", "shutil.rmtree", "shutil.move"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def refuse(event, arguments):
    changes = event in CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES)
    if changes and any(isinstance(one, (str, os.PathLike)) and os.path.realpath(one).startswith(RAW)
                       for one in arguments):
        raise PermissionError(f"{event} of the office's own files: {arguments}")
sys.addaudithook(refuse)
"""


@pytest.fixture
def root(tmp_path: Path, copy_project: Any) -> Path:
    """The real data with one short notebook, and outputs of an earlier run."""
    copy_project(tmp_path)
    for earlier in ("notebooks", "data/processed"):
        shutil.rmtree(tmp_path / earlier)
    cells = [
        new_markdown_cell("# made up"),
        new_code_cell('fiscal_year = 2568\nlang = "th"', metadata={"tags": ["parameters"]}),
        new_code_cell("import time\ntime.sleep(0.5)\nfiscal_year"),
    ]
    (tmp_path / "notebooks").mkdir()
    nbformat.write(new_notebook(cells=cells), tmp_path / "notebooks/90_report.ipynb")
    for folder, names in OUTPUTS.items():
        (tmp_path / folder).mkdir(parents=True)
        for name in names:
            (tmp_path / folder / name).write_bytes(OLD)
    return tmp_path


@pytest.fixture
def temporary() -> Iterator[Path]:
    """Where a run puts its temporary folders; the path of a socket in one may not be long."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def started(root: Path, temporary: Path, *command: str, **environment: str) -> subprocess.Popen[bytes]:
    """A command on its way."""
    return subprocess.Popen(
        [sys.executable, "-m", "itaanalysis", *command, "--root", str(root)],
        env={**os.environ, "TMPDIR": str(temporary), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def new_folder_filled(root: Path, outputs: str) -> bool:
    """Whether a run has begun to write what shall take the place of the older outputs."""
    target = root / outputs
    return any(any(new.iterdir()) for new in target.parent.glob(f".{target.name}.new.*"))


MOMENTS: dict[str, tuple[list[str], Callable[[Path, Path], bool]]] = {
    "clean while it writes": (["clean"], lambda root, _: new_folder_filled(root, "data/processed/2568")),
    "figures while they are drawn": (["figures"], lambda root, _: new_folder_filled(root, "figures/2568")),
    "report while a kernel runs": (
        ["report", "--to", "html"],
        lambda root, temporary: any(temporary.glob("*/90_report.json")),
    ),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_every_folder_whole_and_no_process_behind(root: Path, temporary: Path, moment: str) -> None:
    command, reached = MOMENTS[moment]
    run = started(root, temporary, *command)
    until = time.monotonic() + PATIENCE
    while not reached(root, temporary):
        assert run.poll() is None and time.monotonic() < until, "the moment never came"
        time.sleep(0.002)
    children = psutil.Process(run.pid).children(recursive=True)
    run.send_signal(signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    run.stdout.close()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE)
    assert alive == []
    for folder, names in OUTPUTS.items():
        older = [(root / folder / name).read_bytes() == OLD for name in names]
        assert all(older) or not any(older), folder
    assert all((root / "reports/2568" / name).read_bytes() == OLD for name in OUTPUTS["reports/2568"])


def age_everything(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (0, 0))


def test_a_later_run_works_clears_what_a_killed_one_left_and_only_reads_the_raw_folder(
    root: Path, temporary: Path
) -> None:
    left = [
        root / "data/processed/.2568.new.left",
        root / "figures/.2568.new.left",
        root / "reports/.2568.new.left",
        temporary / "ita-run-left",
    ]
    for folder in left:
        (folder / "within").mkdir(parents=True)
        age_everything(folder)
    raw = root / "data/raw/2568"
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in raw.iterdir()}
    for path in before:
        path.chmod(0o444)
    raw.chmod(0o555)
    guard = temporary / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    guarded = {
        "PYTHONPATH": os.pathsep.join([str(guard), os.environ.get("PYTHONPATH", "")]),
        "RAW_FOLDER": str(root / "data/raw"),
    }
    run = started(root, temporary, "report", "--to", "html", **guarded)
    said = run.communicate()[0].decode("utf-8")
    raw.chmod(0o755)
    assert run.returncode == 0, said
    assert [folder for folder in left if folder.exists()] == []
    assert store.is_untouched(root / "data/processed/2568")
    for folder, names in OUTPUTS.items():
        assert all((root / folder / name).read_bytes() != OLD for name in names), folder
        assert [path.name for path in (root / folder).parent.iterdir()] == ["2568"]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in raw.iterdir()} == before


def test_the_guard_of_these_tests_refuses(root: Path, temporary: Path) -> None:
    (temporary / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(temporary), "RAW_FOLDER": str(root / "data/raw")}
    for attempt in ("open(path, 'a')", "open(path, 'r+b')", "os.remove(path)", "os.rename(path, path + 'x')"):
        program = f"import os, sys; path = sys.argv[1]; {attempt}"
        path = str(root / "data/raw/2568/expenses.xlsx")
        run = subprocess.run([sys.executable, "-c", program, path], env=environment, capture_output=True, check=False)
        assert b"PermissionError" in run.stderr, attempt


def test_two_runs_at_once_do_not_mix(root: Path, temporary: Path) -> None:
    runs = [started(root, temporary, "clean") for _ in range(3)]
    said = [run.communicate()[0].decode("utf-8") for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    assert store.is_untouched(root / "data/processed/2568")
    assert store.is_current(Workspace(root), 2568)
    assert [path.name for path in (root / "data/processed").iterdir()] == ["2568"]


def test_of_two_runs_that_overlap_the_folder_is_always_that_of_one(tmp_path: Path) -> None:
    target = tmp_path / "2568"

    def standing() -> dict[str, Any]:
        return {path.name: path.read_text("utf-8") for path in target.iterdir()}

    with replace_folder(target) as slow:
        (slow / "one.csv").write_text("slow", "utf-8")
        with replace_folder(target) as quick:
            for name in ("one.csv", "two.csv", "of_quick_only.csv"):
                (quick / name).write_text("quick", "utf-8")
        assert standing() == dict.fromkeys(("one.csv", "two.csv", "of_quick_only.csv"), "quick")
        (slow / "two.csv").write_text("slow", "utf-8")
    assert standing() == {"one.csv": "slow", "two.csv": "slow"}
    assert list(tmp_path.iterdir()) == [target]
