"""JupyterLab's menu *File → Save and Export Notebook As*, which asks a Jupyter server for the formats and the file."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest

TOKEN = "made-up-token"
FORMATS = {
    "ita_html": ("text/html", b"<!DOCTYPE html>"),
    "ita_docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    "ita_pdf": ("application/pdf", b"%PDF-"),
}


class Answer(NamedTuple):
    """What the server gives back."""

    headers: Message
    body: bytes


@pytest.fixture(scope="module")
def ask(sample: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    """Asks a running server, which shows a folder with the made-up notebook."""
    folder, own = tmp_path_factory.mktemp("shown"), tmp_path_factory.mktemp("jupyter")
    nbformat.write(sample.notebook(), folder / "made_up รายงาน.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(path: str, token: str = TOKEN) -> Answer:
        headers = {"Authorization": f"token {token}"}
        request = urllib.request.Request(f"http://127.0.0.1:{port}/{path}", headers=headers)
        with direct.open(request, timeout=60) as answer:
            return Answer(answer.headers, answer.read())

    with (own / "server.log").open("wb") as log:
        server = _start(port, folder, own, log)
        try:
            _wait(server, lambda: get("api"), own / "server.log")
            yield get
        finally:
            server.terminate()
            server.wait(30)


def _start(port: int, folder: Path, own: Path, log: Any) -> subprocess.Popen[bytes]:
    """A server of this Python without anybody's settings; it neither opens a browser nor loads other extensions."""
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
        "ServerApp.jpserver_extensions": "{}",
        "IdentityProvider.token": TOKEN,
    }
    rest = [f"--{name}={value}" for name, value in options.items()]
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


def test_the_menu_lists_the_three_formats(ask: Callable[..., Answer]) -> None:
    listed = json.loads(ask("api/nbconvert").body)
    assert {name: listed.get(name, {}).get("output_mimetype") for name in FORMATS} == {
        name: media for name, (media, _) in FORMATS.items()
    }


@pytest.mark.parametrize("name", FORMATS)
def test_choosing_a_format_downloads_the_finished_file(
    name: str, ask: Callable[..., Answer], request: pytest.FixtureRequest
) -> None:
    media, begins = FORMATS[name]
    answer = ask(f"nbconvert/{name}/{urllib.parse.quote('made_up รายงาน.ipynb')}?download=true")
    assert answer.headers.get_content_type() == media
    wanted = urllib.parse.quote(f"made_up รายงาน.{name.removeprefix('ita_')}")
    assert wanted in answer.headers["Content-Disposition"]
    assert answer.body.startswith(begins) and len(answer.body) > 10_000
    made = request.getfixturevalue({"ita_html": "page", "ita_docx": "docx", "ita_pdf": "pdf"}[name])
    assert answer.body == (made.encode("utf-8") if isinstance(made, str) else made)


def test_nobody_gets_a_file_without_the_token(ask: Callable[..., Answer]) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask("api/nbconvert", token="another")
    with refused.value:
        assert refused.value.code == 403
