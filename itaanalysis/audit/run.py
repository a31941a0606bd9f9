"""`ita audit`: a memo read, its figures checked, and what was found given in the format asked for."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from itaanalysis.audit import audit
from itaanalysis.audit.finding import Finding
from itaanalysis.audit.output.data import to_csv, to_json
from itaanalysis.audit.output.page import to_html
from itaanalysis.audit.output.terminal import show_findings
from itaanalysis.audit.reading import MemoFile, open_memo
from itaanalysis.thai.text import to_arabic_digits
from itaanalysis.workspace import Workspace, WorkspaceError
from itaanalysis.year import load

_FISCAL_YEAR = re.compile(r"(?:ปีงบประมาณ\s*(?:พ\.\s*ศ\.\s*)?|FY\s?)(25\d\d)(?!\d)")


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
    if form == "text" and output is None:
        print(f"เทียบกับข้อมูลปีงบประมาณ พ.ศ. {fiscal_year} · against the data of FY{fiscal_year}")
    spoken_of = year_spoken_of(memo.text)
    if spoken_of not in (None, fiscal_year):
        print(
            f"บันทึกพูดถึงปีงบประมาณ พ.ศ. {spoken_of} แต่เทียบกับข้อมูลปี {fiscal_year} หากต้องการปีนั้นให้ใช้ --year {spoken_of} · "
            f"the memo speaks of FY{spoken_of}, the data are of FY{fiscal_year}: use --year {spoken_of} for the other",
            file=sys.stderr,
        )
    if form == "text":
        show_findings(findings, memo, everything, output)
    else:
        _give(_FORMS[form](findings, memo, fiscal_year), output)
        if memo.unread:
            print(" · ".join(memo.unread), file=sys.stderr)
    return not any(finding.wrong for finding in findings)


def year_spoken_of(text: str) -> int | None:
    """The fiscal year a memo names most often, the first of those that tie; None when it names none.

    >>> year_spoken_of("ผลปีงบประมาณ พ.ศ. ๒๕๖๘ … แผนปีงบประมาณ ๒๕๖๙ … ปีงบประมาณ พ.ศ. ๒๕๖๘")
    2568
    """
    named = Counter(int(year) for year in _FISCAL_YEAR.findall(to_arabic_digits(text)))
    return named.most_common(1)[0][0] if named else None


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
