"""What `ita explore` gives away and to whom, and what it says in the terminal."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itaanalysis.cli import main
from itaanalysis.explore.errors import PortError
from itaanalysis.explore.ports import free_port

from .serving import Served, served


def asked(page: Served, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", page.port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/static/", "/voila/static/voila.js", "/api/kernels/made-up"])
def test_a_name_of_the_web_for_this_computer_is_refused(served_page: Served, path: str) -> None:
    assert asked(served_page, path, Host="made-up.example")[0] == 403


def test_no_other_address_is_listened_on(served_page: Served) -> None:
    with socket.socket() as caller:
        assert caller.connect_ex(("127.0.0.2", served_page.port)) != 0  # this computer too, under another address


@pytest.mark.parametrize(
    "path",
    [
        "/data/raw/2568/ita_scores.xlsx",
        "/voila/files/",
        "/voila/files/06_explore.ipynb",
        "/voila/tree",
        "/voila/api/contents",
        "/api/contents",
        "/voila/static/",
        "/voila/static/../../../../../etc/passwd",
        "/voila/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/templates/lab/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/labextensions/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_file_is_given_away_and_no_folder_listed(served_page: Served, path: str) -> None:
    status, body = asked(served_page, path)
    assert status >= 400
    assert b"root:" not in body and b"PK\x03\x04" not in body and b"ita_scores" not in body


def upgrade(page: Served, kernel: str, origin: str) -> int:
    """The answer to a page of `origin` that wants to speak with a kernel."""
    hello = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Origin": origin}
    path = f"/api/kernels/{kernel}/channels"
    return asked(page, path, **hello, **{"Sec-WebSocket-Key": "bWFkZS11cC1ub25jZS0xNg=="})[0]


def test_a_page_of_the_web_cannot_speak_with_the_kernel(served_page: Served) -> None:
    _, body = asked(served_page, "/")
    kernel = body.decode().partition('"kernelId": "')[2].partition('"')[0]
    assert len(kernel) == 36
    assert upgrade(served_page, kernel, "http://made-up.example") == 403
    assert upgrade(served_page, kernel, f"http://127.0.0.1:{served_page.port}") == 101


def test_the_browser_opens_it(served_page: Served, made_up_browser: Path) -> None:
    assert made_up_browser.with_name("opened").read_text(encoding="utf-8").split() == [served_page.address]
    assert not any("Open the address" in line for line in served_page.told)


def test_an_error_typed_while_it_is_served_is_told_on_the_page_and_not_in_the_terminal(served_page: Served) -> None:
    workbook = served_page.root / "data/raw/2568/ita_scores.xlsx"
    sound = workbook.read_bytes()
    book = openpyxl.load_workbook(workbook)
    book["คะแนนรายหน่วยงาน"]["C4"] = "made up"
    book.save(workbook)
    try:
        _, body = asked(served_page, "/")
    finally:
        workbook.write_bytes(sound)
    assert "เซลล์ C4" in body.decode() and "Traceback" not in body.decode()
    assert not any("made up" in line for line in served_page.told)


def test_the_terminal_says_where_the_page_is_what_to_open_and_that_it_is_closed(office: Any) -> None:
    """On a computer whose browser is not there, as on a server without a screen."""
    with served(office.root, (), BROWSER="made-up-browser", DISPLAY="", PATH=os.defpath) as own:
        deadline = time.monotonic() + 20
        while len(own.told) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert asked(own, "/made-up")[0] == 404
        own.process.send_signal(signal.SIGINT)
        assert own.process.wait(20) == 0
    where, opening, closed = own.told
    assert "กด Ctrl-C เพื่อปิด" in where and "Press Ctrl-C to close it." in where
    assert "เปิดที่อยู่นี้ในเบราว์เซอร์" in opening and "Open the address" in opening
    assert closed == "ปิดหน้าเว็บแล้ว · The page is closed.\n"


class TestPort:
    def test_one_in_use_is_told_and_nothing_served(
        self, office: Any, capfd: pytest.CaptureFixture[str], served_page: Served
    ) -> None:
        assert main(["explore", "--root", str(office.root), "--port", str(served_page.port), "--no-browser"]) == 2
        out, said = capfd.readouterr()
        assert out == ""
        assert f"มีโปรแกรมอื่นใช้พอร์ต {served_page.port} อยู่" in said and "choose another with --port" in said

    @pytest.mark.parametrize("port", [-1, 65536])
    def test_one_that_cannot_be_is_refused(self, port: int) -> None:
        with pytest.raises(PortError, match=r"1024 ถึง 65535(?s:.*)1024 to 65535"):
            free_port(port)

    def test_none_asked_for_is_the_first_free_one(self, served_page: Served) -> None:
        assert served_page.port >= 8866
        assert free_port() != served_page.port


def test_an_error_in_the_data_is_told_before_anything_is_served(
    project: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    project.edit("ita_scores.xlsx", "คะแนนรายหน่วยงาน", {"C4": "made up"})
    assert main(["explore", "--root", str(project.root), "--no-browser"]) == 1
    assert "C4" in capfd.readouterr().out


def test_a_project_without_a_year_is_told_in_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data" / "raw").mkdir(parents=True)
    assert main(["explore", "--root", str(tmp_path)]) == 2
    thai, english = capfd.readouterr().err.splitlines()
    assert "ยังไม่มีโฟลเดอร์ของปีใด" in thai and "There is no year yet" in english
