"""The kernel a notebook of the report runs in: this very Python, whatever other kernels the computer knows."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import default

from itaanalysis.atomic import clear_abandoned

if TYPE_CHECKING:
    from nbclient import NotebookClient

# No history file and no start-up files of the user: every run starts from the same state, and sooner.
_ARGUMENTS = ["-m", "ipykernel_launcher", "-f", "{connection_file}", "--HistoryManager.enabled=False"]

_RUN = "ita-run-"


class ReportKernel(AsyncKernelManager):
    """Starts `sys.executable`, not the kernel that happens to be registered as python3."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The command of this Python's kernel."""
        return KernelSpec(argv=[sys.executable, *_ARGUMENTS], display_name="Python 3", language="python")

    @default("transport")
    def _transport(self) -> str:
        # Sockets in a folder of this run: nobody else can listen, and two runs never race for a port.
        return "ipc" if os.name == "posix" else "tcp"


def kernel_environment(root: Path, folder: Path) -> dict[str, str]:
    """Environment of a kernel: the project folder to read, and `folder` for IPython's own files."""
    return {
        **os.environ,
        "ITA_ROOT": str(root),
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(folder),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def run_folder() -> tempfile.TemporaryDirectory[str]:
    """A short-lived folder for connection files; short, since a socket's path may have some hundred letters only.

    Those that killed runs left behind are removed.
    """
    clear_abandoned(Path(tempfile.gettempdir()), f"{_RUN}*")
    return tempfile.TemporaryDirectory(prefix=_RUN)


async def let_go(client: NotebookClient, kernel: ReportKernel) -> None:
    """Leave no kernel of `client` behind, nor anything to be done for it at the end of this process.

    nbclient sees to that itself unless it is cancelled while the kernel starts, or the kernel has died.
    """
    atexit.unregister(client._cleanup_kernel)
    if client.kc is not None:
        client.kc.stop_channels()
    if kernel.has_kernel:
        await kernel.shutdown_kernel(now=True)
