"""A folder of outputs is replaced whole, or stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from itaanalysis import atomic
from itaanalysis.atomic import replace_folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "2568"
    folder.mkdir()
    (folder / "old.csv").write_text("old", "utf-8")
    (folder / "both.csv").write_text("old", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(params=["in one step", "stepping aside"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems that exchange two folders in one step, and those that cannot."""
    if request.param == "stepping aside":
        monkeypatch.setattr(atomic, "_swap_at_once", lambda new, target: False)


@pytest.mark.usefixtures("system")
class TestReplacing:
    def test_new_files_take_the_place_of_all_old_ones(self, target: Path) -> None:
        with replace_folder(target) as folder:
            (folder / "both.csv").write_text("new", "utf-8")
            assert contents(target) == {"old.csv": "old", "both.csv": "old"}
        assert contents(target) == {"both.csv": "new"}
        assert list(target.parent.iterdir()) == [target]

    def test_with_keep_old_files_that_are_not_named_stay(self, target: Path) -> None:
        (target / "more").mkdir()
        (target / "more" / "deep.txt").write_text("old", "utf-8")
        with replace_folder(target, keep=True) as folder:
            (folder / "both.csv").write_text("new", "utf-8")
        assert contents(target) == {"old.csv": "old", "both.csv": "new", os.path.join("more", "deep.txt"): "old"}

    @pytest.mark.parametrize("failure", [ValueError("made up"), KeyboardInterrupt()])
    def test_when_the_block_raises_the_old_folder_stands(self, target: Path, failure: BaseException) -> None:
        with pytest.raises(type(failure)), replace_folder(target) as folder:
            (folder / "both.csv").write_text("new", "utf-8")
            raise failure
        assert contents(target) == {"old.csv": "old", "both.csv": "old"}
        assert list(target.parent.iterdir()) == [target]

    def test_a_folder_that_was_not_there_is_made_with_its_parents(self, tmp_path: Path) -> None:
        target = tmp_path / "data" / "processed" / "2568"
        with replace_folder(target) as folder:
            (folder / "new.csv").write_text("new", "utf-8")
        assert contents(target) == {"new.csv": "new"}
        assert list(target.parent.iterdir()) == [target]

    def test_a_folder_that_was_not_there_is_not_made_when_the_block_raises(self, tmp_path: Path) -> None:
        target = tmp_path / "processed" / "2568"
        with pytest.raises(ValueError, match="made up"), replace_folder(target):
            raise ValueError("made up")
        assert not target.exists()
        assert list(target.parent.iterdir()) == []


def test_others_may_read_the_new_folder(target: Path) -> None:
    with replace_folder(target):
        pass
    assert target.stat().st_mode & 0o755 == 0o755


def test_a_run_that_is_killed_leaves_the_old_folder(target: Path) -> None:
    killed = (
        "import os, sys, pathlib\n"
        "from itaanalysis.atomic import replace_folder\n"
        "with replace_folder(pathlib.Path(sys.argv[1])) as folder:\n"
        "    (folder / 'both.csv').write_text('new')\n"
        "    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", killed, str(target)], check=False).returncode == 9
    assert contents(target) == {"old.csv": "old", "both.csv": "old"}


def test_what_a_killed_run_left_is_cleared_later_and_what_a_running_one_uses_is_not(target: Path) -> None:
    left, in_use = (target.parent / f".{target.name}.new.{name}" for name in ("left", "in_use"))
    for folder in (left, in_use):
        folder.mkdir()
    os.utime(left, (0, 0))
    with replace_folder(target):
        pass
    assert not left.exists()
    assert in_use.exists()
