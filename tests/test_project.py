"""The project as a newcomer meets it: two commands, locked versions, nothing that names another place."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def pyproject() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    return [PROJECT / name for name in listed.decode().split("\0") if name and (PROJECT / name).is_file()]


def test_conda_environment_asks_for_the_same_as_the_package() -> None:
    lines = (PROJECT / "environment.yml").read_text(encoding="utf-8").splitlines()
    asked = {line.strip(" -") for line in lines if line.strip().startswith("- ")}
    assert set(pyproject()["project"]["dependencies"]) <= asked
    assert f"python{pyproject()['project']['requires-python']}" in asked
    # Nothing but Python, pip, the channel and the package itself stands there beside what the package asks for.
    beside = asked - set(pyproject()["project"]["dependencies"])
    assert beside == {"conda-forge", "python>=3.11", "pip", "pip:", "editable ."}


def test_every_locked_package_has_hashes_and_no_address() -> None:
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z])", lock)
    assert len(packages) > 80
    without = [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package]
    assert not without
    assert "://" not in lock


def test_lock_holds_everything_the_project_asks_for() -> None:
    locked = {line.split("==")[0] for line in (PROJECT / "requirements.lock").read_text().splitlines() if "==" in line}
    wanted = pyproject()["project"]["dependencies"] + pyproject()["dependency-groups"]["dev"]
    missing = [name for name in (NAME.match(line)[0] for line in wanted) if name not in locked]
    assert not missing


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = {"pandas", "numpy", "matplotlib", "seaborn", "nbconvert", "nbformat", "openpyxl", "pythainlp", "rich"}
    code = "import sys, itaanalysis; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "itaanalysis" in loaded
    assert not heavy & set(loaded)


def test_help_loads_nothing_heavy() -> None:
    heavy = {"pandas", "numpy", "matplotlib", "seaborn", "nbconvert", "nbformat", "openpyxl", "pythainlp"}
    code = (
        "import sys\nfrom itaanalysis.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    print(*sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "clean" in printed
    assert not heavy & set(printed.splitlines()[-1].split())


def test_no_file_names_a_registry_or_a_machine() -> None:
    # Written in parts so that this file does not find itself.
    places = [
        "py" + "pi.org",
        "python" + "hosted",
        "registry." + "npmjs",
        "/ro" + "ot/",
        "/wo" + "rk/",
        "../sha" + "red",
    ]
    named = [
        f"{path.relative_to(PROJECT)}: {place}"
        for path in tracked()
        if path.suffix not in {".xlsx", ".png", ".svg", ".docx", ".pdf"}
        for place in places
        if place in path.read_text(encoding="utf-8", errors="ignore")
    ]
    assert not named


def test_no_personal_names_or_numbers_in_data_figures_and_notebooks() -> None:
    titled = re.compile(r"(?:นาย|นางสาว|นาง)[ก-๙]{2,} [ก-๙]{2,}|\b0[- ]?\d[- ]?\d{3}[- ]?\d{4}\b")
    found = [
        f"{path.relative_to(PROJECT)}: {match[0]}"
        for path in tracked()
        if path.parts[len(PROJECT.parts)] in {"data", "notebooks", "docs"} or path.name.startswith("README")
        if path.suffix in {".csv", ".ipynb", ".md", ".toml", ".json"}
        for match in titled.finditer(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert not found
