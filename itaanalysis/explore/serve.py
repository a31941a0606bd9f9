"""`ita explore`: the interactive notebook as a web page on this computer alone."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from itaanalysis import console
from itaanalysis.explore.look import style
from itaanalysis.explore.ports import ADDRESS, free_port
from itaanalysis.report.notebooks import read_notebook, with_parameters
from itaanalysis.words import Words
from itaanalysis.workspace import ROOT_VARIABLE, Workspace
from itaanalysis.year import load

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from traitlets.config import Config

NOTEBOOK = "06_explore.ipynb"
_RETRIES = 20
"""Other ports that are tried where another page takes the free one in the meantime."""

_IDLE = 600
"""Seconds after which the kernel of a page that was closed is stopped."""


def serve(workspace: Workspace, fiscal_year: int, lang: str, port: int | None = None, browser: bool = True) -> None:
    """Serve the notebook of a year until it is interrupted, and open the browser unless told not to.

    Only this computer can reach the page, so it asks for no token; a request under another name than this computer's
    own is refused, so that no page of the web can reach it through the browser. Raises NotebookError when there is no
    such notebook, WorkspaceError when the year has no raw folder, InputErrors when its files hold errors, PortError
    when the port cannot be used.
    """
    workspace.require_raw(fiscal_year)
    free, retries = free_port(port), _RETRIES if port is None else 0
    load(fiscal_year, workspace.root)  # what is wrong with it is better told here than on the page
    notebook = _notebook(workspace, fiscal_year, lang)
    options = _options(free, retries, lang, browser)
    os.environ[ROOT_VARIABLE] = str(workspace.root)
    # What serves the page takes seconds to come; what is wrong has been told without it.
    import nbformat

    from itaanalysis.explore.page import Page

    with tempfile.TemporaryDirectory(prefix="ita-explore-") as folder, contextlib.suppress(KeyboardInterrupt):
        path = Path(folder) / NOTEBOOK
        nbformat.write(notebook, path)
        (Path(folder) / "index.html.j2").write_text(_template(), encoding="utf-8")
        options.Page.folder = folder
        Page.launch_instance([str(path)], config=options)
    console.say("ปิดหน้าเว็บแล้ว · The page is closed.")


def _notebook(workspace: Workspace, fiscal_year: int, lang: str) -> NotebookNode:
    """The notebook as a page: of this year, in this language, with its title for the tab of the browser."""
    parameters = {"fiscal_year": fiscal_year, "lang": lang}
    notebook = with_parameters(read_notebook(workspace.notebooks / NOTEBOOK), parameters, NOTEBOOK)
    notebook.cells = [cell for cell in notebook.cells if "remove-cell" not in cell.metadata.get("tags", [])]
    words = Words.of(lang)
    year = words.fiscal_year(fiscal_year)
    notebook.metadata["title"] = words.pick(f"สำรวจคะแนน ITA {year}", f"Explore the ITA scores, {year}")
    return notebook


def _template() -> str:
    return (files("itaanalysis.explore") / "page.html.j2").read_text(encoding="utf-8").replace("THE_LOOK", style())


def _options(port: int, retries: int, lang: str, browser: bool) -> Config:
    """How Voilà serves the page: to this computer alone, and without telling the terminal about every request."""
    from jupyter_server import DEFAULT_STATIC_FILES_PATH
    from jupyter_server.base.handlers import Template404
    from jupyter_server.base.websocket import WS_PING_INTERVAL
    from traitlets.config import Config

    options = Config()
    options.Page.ip, options.Page.port, options.Page.port_retries = ADDRESS, port, retries
    options.Page.open_browser, options.Page.ready = browser, _ready
    options.Page.log_level = "CRITICAL"
    options.Page.tornado_settings = {
        "allow_remote_access": False,
        "default_handler_class": Template404,  # what is not there is not there for strangers either
        "static_path": DEFAULT_STATIC_FILES_PATH,  # the page that says so looks for its files
        "ws_ping_timeout": WS_PING_INTERVAL,  # as it would set by itself, with a complaint
    }
    for name in ("tornado", "asyncio"):  # pages that are closed while something is on its way to them
        logging.getLogger(name).setLevel(logging.CRITICAL)
    options.VoilaConfiguration.file_allowlist = []
    options.VoilaConfiguration.show_tracebacks = True  # of our errors that is the sentence alone
    options.VoilaExporter.language_code = lang
    kernels = options.MappingKernelManager
    kernels.kernel_manager_class = "itaanalysis.explore.page.PageKernel"
    kernels.cull_interval, kernels.cull_idle_timeout = 60, _IDLE
    return options


def _ready(address: str, opened: bool) -> None:
    console.say(f"หน้าเว็บอยู่ที่ {address} กด Ctrl-C เพื่อปิด · The page is at {address} Press Ctrl-C to close it.")
    if not opened:
        console.say("เปิดที่อยู่นี้ในเบราว์เซอร์ของเครื่องนี้ · Open the address in a browser of this computer.")
