"""Replacing a folder of outputs: whole or not at all, even when the run is killed or another runs beside it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_ABANDONED_AFTER = 3600
"""Seconds after which a folder that nobody has touched was left by a run that was killed."""


@contextlib.contextmanager
def replace_folder(target: Path, keep: bool = False) -> Iterator[Path]:
    """A new folder beside `target` that takes its place when the block ends well.

    When the block raises, or the run is killed, `target` stays as it was. With `keep`, files of the old folder that
    the new one does not name are carried over.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_abandoned(target.parent, f".{target.name}.new.*")
    new = Path(tempfile.mkdtemp(prefix=f".{target.name}.new.", dir=target.parent))
    try:
        yield new
        if keep and target.is_dir():
            for old in target.iterdir():
                if not (new / old.name).exists():
                    copy = shutil.copytree if old.is_dir() else shutil.copy2
                    copy(old, new / old.name)
        new.chmod(0o755)
        if target.exists():
            _exchange(new, target)
        else:
            new.rename(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _exchange(new: Path, target: Path) -> None:
    """Swap two folders in one step where the system can; elsewhere the old one steps aside for a moment."""
    if _swap_at_once(new, target):
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.new.", dir=target.parent)) / target.name
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)


def _swap_at_once(new: Path, target: Path) -> bool:
    """Linux and macOS can exchange two names atomically; False where they, or the file system, cannot."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None)
    one, other = os.fsencode(new), os.fsencode(target)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        return bool(library.renameat2(here, one, here, other, exchange) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        swap = 2  # RENAME_SWAP
        return bool(library.renamex_np(one, other, swap) == 0)
    return False


def clear_abandoned(parent: Path, pattern: str) -> None:
    """Remove folders of runs that were killed: those in `parent` of such a name, untouched for an hour."""
    for folder in parent.glob(pattern):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _ABANDONED_AFTER:
                shutil.rmtree(folder, ignore_errors=True)
