"""Voilà with a page template of our own, a kernel of this very Python, and nothing to be had but the page."""

from __future__ import annotations

import sys
import threading
import webbrowser
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_server.base.handlers import Template404
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop
from tornado.routing import Matcher, Rule
from traitlets import Callable, Unicode
from voila.app import Voila

from itaanalysis.explore.ports import ADDRESS

# No history file; what the kernel has to say of itself is of no use to whoever reads the page.
_KERNEL = ["-m", "ipykernel_launcher", "-f", "{connection_file}", "--HistoryManager.enabled=False", "--log-level=ERROR"]


class PageKernel(ServerKernelManager):
    """Starts `sys.executable`, not the kernel that happens to be registered as python3."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The command of this Python's kernel."""
        return KernelSpec(argv=[sys.executable, *_KERNEL], display_name="Python 3", language="python")


class _AnotherName(Matcher):
    """A request that calls this computer by a name of the web; even what is public is none of its business."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        return None if request.host_name in (ADDRESS, "localhost") else {}


class Page(Voila):
    """Voilà that looks for its page in `folder` first and tells `ready` its address once it can be opened."""

    folder = Unicode(help="folder with the template index.html.j2").tag(config=True)
    ready = Callable(help="told the address of the page, and whether a browser opens it").tag(config=True)

    def setup_template_dirs(self) -> None:
        """The folders of templates, ours before those of Voilà."""
        super().setup_template_dirs()
        self.template_paths.insert(0, self.folder)

    def init_handlers(self) -> list[Any]:
        """What the server answers: the page, under its own address alone, and what the page is made of.

        No folder is listed, and no file beside the notebook is given away.
        """
        *handlers, (_, page, settings) = super().init_handlers()
        kept = [handler for handler in handlers if "/voila/files/" not in handler[0]]
        return [Rule(_AnotherName(), Template404), *kept, (r"/()", page, settings)]

    def listen(self) -> None:
        """Serve until it is interrupted."""
        IOLoop.current().add_callback(self._tell)
        super().listen()

    def launch_browser(self) -> None:
        """Left to `ready`, which can tell when there is none."""

    def _tell(self) -> None:
        address = self.display_url
        if not self.open_browser:
            self.ready(address, False)
            return
        # A browser may take its time to answer, and the page has to be served meanwhile.
        threading.Thread(target=lambda: self.ready(address, opened(address)), daemon=True).start()


def opened(address: str) -> bool:
    """Open a page in the browser of this computer; False where there is none."""
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
