"""`ita audit`: a memo read, its figures checked, and what was found given in the format asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from itaanalysis.audit import audit
from itaanalysis.audit.finding import Finding
from itaanalysis.audit.output.data import to_csv, to_json
from itaanalysis.audit.output.page import to_html
from itaanalysis.audit.output.terminal import show_findings
from itaanalysis.audit.reading import MemoFile, open_memo
from itaanalysis.workspace import Workspace, WorkspaceError
from itaanalysis.year import load


def audit_file(
    path: Path,
    workspace: Workspace,
    fiscal_year: int,
    form: str = "text",
    output: Path | None = None,
    everything: bool = False,
) -> bool:
    """Check a memo against a fiscal year and print what was found, or write it to the file `output`.

    `form` is text, csv, json or html; `everything` shows in full what agrees too. True when every figure that could be
    checked is right. Raises UserError when memo or data cannot be read, WorkspaceError when `output` is not to be
    written to.
    """
    memo = open_memo(path)
    if output is not None:
        _refuse_sources(output, path, workspace)
    findings = audit(memo.text, load(fiscal_year, workspace.root))
    if form == "text":
        show_findings(findings, memo, everything, output)
    else:
        _give(_FORMS[form](findings, memo, fiscal_year), output)
        if memo.unread:
            print(" · ".join(memo.unread), file=sys.stderr)
    return not any(finding.wrong for finding in findings)


_FORMS: dict[str, Callable[[list[Finding], MemoFile, int], str]] = {
    "csv": lambda findings, memo, fiscal_year: to_csv(findings),
    "json": lambda findings, memo, fiscal_year: to_json(findings),
    "html": to_html,
}


def _give(text: str, output: Path | None) -> None:
    if output is None:
        print(text, end="")
    else:
        output.write_text(text, encoding="utf-8", newline="\n")


def _refuse_sources(output: Path, memo: Path, workspace: Workspace) -> None:
    where = output.resolve()
    if where == memo.resolve() or where.is_relative_to((workspace.root / "data").resolve()):
        raise WorkspaceError(
            f"ไม่เขียนทับ {output} ซึ่งเป็นต้นฉบับหรืออยู่ในโฟลเดอร์ data โปรดระบุไฟล์อื่น\n"
            f"{output} is the memo itself or lies in the folder data, and is not written to: name another file."
        )
