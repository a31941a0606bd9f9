"""`ita explore`: the interactive notebook as a web page on this computer alone."""

from __future__ import annotations

import base64
import contextlib
import os
import tempfile
from importlib.resources import files
from pathlib import Path

from itaanalysis.report.fonts import font_woff
from itaanalysis.report.run import read_notebook, with_parameters
from itaanalysis.workspace import ROOT_VARIABLE, Workspace

NOTEBOOK = "06_explore.ipynb"
ADDRESS = "127.0.0.1"


def serve(workspace: Workspace, fiscal_year: int, lang: str, port: int | None = None, browser: bool = True) -> None:
    """Serve the notebook of a year until it is interrupted, and open the browser unless told not to.

    Only this computer can reach the page, so it asks for no token; a request under another name than this computer's
    own is refused, so that no page of the web can reach it through the browser. Raises NotebookError when there is no
    such notebook, WorkspaceError when the year has no raw folder.
    """
    import nbformat
    from traitlets.config import Config

    from itaanalysis.explore.page import Page

    workspace.require_raw(fiscal_year)
    notebook = with_parameters(
        read_notebook(workspace.notebooks / NOTEBOOK), {"fiscal_year": fiscal_year, "lang": lang}, NOTEBOOK
    )
    notebook.cells = [cell for cell in notebook.cells if "remove-cell" not in cell.metadata.get("tags", [])]
    os.environ[ROOT_VARIABLE] = str(workspace.root)
    options = Config()
    options.Page.ip = ADDRESS
    options.Page.open_browser = browser
    options.Page.tornado_settings = {"allow_remote_access": False}
    options.VoilaConfiguration.file_allowlist = []
    options.MappingKernelManager.cull_interval, options.MappingKernelManager.cull_idle_timeout = 60, 600
    if port is not None:
        options.Page.port, options.Page.port_retries = port, 0
    with tempfile.TemporaryDirectory(prefix="ita-explore-") as folder, contextlib.suppress(KeyboardInterrupt):
        path = Path(folder) / NOTEBOOK
        nbformat.write(notebook, path)
        (Path(folder) / "index.html.j2").write_text(_page(), encoding="utf-8")
        options.Page.folder = folder
        Page.launch_instance([str(path)], config=options)


def _page() -> str:
    """The template of the page with the font in it."""
    faces = "".join(
        f"@font-face {{ font-family: Sarabun; font-weight: {weight}; "
        f"src: url(data:font/woff;base64,{base64.b64encode(font_woff(style)).decode()}) format('woff'); }}\n"
        for style, weight in (("Regular", "400"), ("Bold", "600 700"))
    )
    return (files("itaanalysis.explore") / "page.html.j2").read_text(encoding="utf-8").replace("SARABUN", faces)
