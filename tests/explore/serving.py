"""`ita explore` as it runs, for as long as a test needs it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PATIENCE = 60
"""Seconds after which a page does not come any more."""


class Served(NamedTuple):
    """A page that is served: its project, its port, its process, and the lines it has told the terminal so far."""

    root: Path
    port: int
    process: subprocess.Popen[str]
    told: list[str]

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def served(root: Path, options: Sequence[str] = ("--no-browser",), **environment: str) -> Iterator[Served]:
    """The page of a project, on the first free port; Ctrl-C ends it."""
    command = [sys.executable, "-m", "itaanalysis", "explore", "--root", str(root), *options]
    # Tests started in the background are deaf to Ctrl-C, and what they start would be so too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    told: list[str] = []
    up = threading.Event()
    reader = threading.Thread(target=_listen, args=(process, told, up))
    reader.start()
    try:
        assert up.wait(PATIENCE) and process.poll() is None, "".join(told)
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", "".join(told))
        assert found, "".join(told)
        yield Served(root, int(found[1]), process, told)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        reader.join()


def _listen(process: subprocess.Popen[str], told: list[str], up: threading.Event) -> None:
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            told.append(line)
            if "http://" in line:
                up.set()
    up.set()
