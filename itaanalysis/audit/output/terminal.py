"""The findings as a table in the terminal: what is to be mended first, in full; what agrees in a line."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from itaanalysis.audit.finding import AGREES, UNCHECKED, Finding
from itaanalysis.audit.output.names import VERDICTS, shown, subject
from itaanalysis.audit.output.place import place
from itaanalysis.audit.reading import MemoFile

_STYLES = {
    "agrees": "green",
    "differs": "bold red",
    "contradicts": "bold red",
    "malformed": "bold red",
    "unchecked": "dim",
}
_HEADINGS = (("บรรทัด", "line"), ("ในเอกสาร", "memo"), ("ข้อมูล", "data"), ("ผล", "verdict"))
_GAP = "  "
_AROUND = 60  # characters of the sentence shown before the figure, and after it
_NEAR = 20  # characters to look for the beginning of a word in
_CUT_OFF = re.compile("^[ะ-ฺ็-๎]+")  # vowels and marks of a letter that was cut off
_LONGEST = 30  # characters of a figure: an amount in words may be longer


def show_findings(
    findings: Sequence[Finding], memo: MemoFile, everything: bool = False, output: Path | None = None
) -> None:
    """Print the findings of a memo (or write them to `output`): those to be mended first, then a line of counts.

    Of those that agree or cannot be checked only the lines are named, unless they carry a remark or `everything` is
    asked for.
    """
    with contextlib.ExitStack() as stack:
        file = stack.enter_context(output.open("w", encoding="utf-8", newline="\n")) if output else None
        _show(Console(highlight=False, soft_wrap=True, file=file), findings, memo, everything)


def _show(console: Console, findings: Sequence[Finding], memo: MemoFile, everything: bool) -> None:
    full = [finding for finding in _in_order(findings) if everything or finding.wrong or finding.remark_th]
    widths = _widths(full)
    if full:
        console.print(_row([" · ".join(names) for names in _HEADINGS], widths, "bold"))
        console.print("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)), style="dim")
    for finding in full:
        console.print(_row(_cells(finding), widths, _STYLES[finding.verdict]))
        for line in _details(finding, memo.text):
            console.print(Text(" " * (widths[0] + len(_GAP))).append_text(line))
    told = set(full)
    for verdict in (UNCHECKED, AGREES):
        brief = [finding for finding in findings if finding.verdict == verdict and finding not in told]
        if brief:
            console.print(Text(_briefly(verdict, brief), style="dim"))
    counts = Counter(finding.verdict for finding in findings)
    names = (f"{about.sign} {about.name_th} ({verdict}) {counts[verdict]}" for verdict, about in VERDICTS.items())
    console.print(Text(" · ".join(names)))
    if memo.unread:
        console.print(Text(" · ".join(memo.unread), style="yellow"))


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    order = list(VERDICTS)
    return sorted(findings, key=lambda finding: (order.index(finding.verdict), finding.start))


def _cells(finding: Finding) -> list[str]:
    verdict = VERDICTS[finding.verdict]
    return [
        str(finding.line),
        _short(" ".join(finding.typed.split())),
        finding.meant or shown(finding.expected, finding.typed),
        f"{verdict.sign} {verdict.name_th} · {verdict.name_en}",
    ]


def _short(text: str) -> str:
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text


def _widths(findings: Sequence[Finding]) -> list[int]:
    rows = [[" · ".join(names) for names in _HEADINGS], *map(_cells, findings)]
    return [max(Text(cell).cell_len for cell in column) for column in zip(*rows, strict=True)]


def _row(cells: Sequence[str], widths: Sequence[int], style: str) -> Text:
    row = Text()
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        last = number == len(cells) - 1
        text = Text(cell, style=style if last or style == "bold" else "")
        text.pad_left(width - text.cell_len) if number == 0 else text.pad_right(0 if last else width - text.cell_len)
        row.append_text(text).append("" if last else _GAP)
    return row


def _details(finding: Finding, memo: str) -> Iterator[Text]:
    if finding.what:
        yield Text(" · ".join(dict.fromkeys(subject(finding.what))))
    before, typed, after = place(finding, memo)
    after = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    yield Text.assemble((_end(before), "dim"), (f"»{typed}«", "bold"), (after, "dim"))
    if finding.source:
        yield Text(f"ที่มา · source: {finding.source}")
    for remark in (finding.remark_th, finding.remark_en):
        if remark:
            yield Text(remark)


def _briefly(verdict: str, findings: Sequence[Finding]) -> str:
    names = VERDICTS[verdict]
    lines = ", ".join(str(line) for line in sorted({finding.line for finding in findings}))
    return f"{names.name_th} · {names.name_en}: บรรทัด · lines {lines}"


def _end(text: str) -> str:
    """The last characters of a text, from the beginning of a word where one begins there."""
    if len(text) <= _AROUND:
        return text
    end = text[-_AROUND:]
    return "…" + _CUT_OFF.sub("", end if " " not in end[:_NEAR] else end[end.index(" ") + 1 :])
