"""A Jupyter server of this Python, for as long as a test needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple

TOKEN = "made-up-token"
NO_EXTENSIONS = "--ServerApp.jpserver_extensions={}"


class Answer(NamedTuple):
    """What the server gives back."""

    headers: Message
    body: bytes


class Jupyter(NamedTuple):
    """A running server."""

    address: str

    def get(self, path: str, token: str = TOKEN) -> Answer:
        """What it answers, asked past any proxy."""
        request = urllib.request.Request(self.address + path, headers={"Authorization": f"token {token}"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            return Answer(answer.headers, answer.read())


@contextmanager
def running_jupyter(folder: Path, own: Path, extensions: Sequence[str] = ()) -> Iterator[Jupyter]:
    """A server that shows `folder` and keeps its files in `own`, with these server extensions and no others."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    jupyter = Jupyter(f"http://127.0.0.1:{port}/")
    with (own / "server.log").open("wb") as log:
        server = _start(port, folder, own, log, extensions)
        try:
            _wait(server, lambda: jupyter.get("api"), own / "server.log")
            yield jupyter
        finally:
            server.terminate()
            server.wait(30)


def _start(port: int, folder: Path, own: Path, log: Any, extensions: Sequence[str]) -> subprocess.Popen[bytes]:
    """Without anybody's settings; it opens no browser."""
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
        "IdentityProvider.token": TOKEN,
    }
    rest = [f"--{name}={value}" for name, value in options.items()]
    rest += [f"--ServerApp.jpserver_extensions={name}=True" for name in extensions] or [NO_EXTENSIONS]
    places = {f"JUPYTER_{kind}_DIR": str(own / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **places, "JUPYTER_NO_CONFIG": "1", "IPYTHONDIR": str(own / "ipython")}
    command = [sys.executable, "-m", "jupyter_server", *rest]
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def _wait(server: subprocess.Popen[bytes], answers: Callable[[], Any], log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            return answers()
        except urllib.error.URLError:
            assert server.poll() is None and time.monotonic() < deadline, log.read_text(encoding="utf-8")
            time.sleep(0.1)
