"""The command `ita`: words to calls."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from itaanalysis.command_line import command_line
from itaanalysis.commands import FOUND_ERRORS, WRONG_USAGE
from itaanalysis.errors import UserError
from itaanalysis.explore.errors import PortError
from itaanalysis.workspace import Workspace, WorkspaceError


def main(words: Sequence[str] | None = None) -> int:
    """Run `ita` and return its exit status: 0, 1 when the data hold errors, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = command_line()
    options = parser.parse_args(words)
    if not hasattr(options, "run"):
        parser.print_help()
        return WRONG_USAGE
    workspace = Workspace(Path.cwd())
    try:
        workspace = Workspace.find(options.root)
        if not options.root and workspace.is_elsewhere:
            print(f"ใช้โครงการใน {workspace.root} · the project in {workspace.root}", file=sys.stderr)
        return int(options.run(workspace, workspace.year(options.year), options))
    except UserError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE if isinstance(error, (WorkspaceError, PortError)) else FOUND_ERRORS
    except OSError as error:
        where = error.filename or workspace.root
        print(
            f"อ่านหรือเขียน {where} ไม่ได้ ({error.strerror}) โปรดปิดไฟล์ที่เปิดค้างไว้และตรวจสิทธิ์ของโฟลเดอร์\n"
            f"{where} cannot be read or written ({error.strerror}): close open files, check the folder.",
            file=sys.stderr,
        )
        return FOUND_ERRORS
