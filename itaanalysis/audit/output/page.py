"""The memo as one web page with every figure marked; it needs nothing else, no script and no network."""

from __future__ import annotations

import base64
import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from itaanalysis.audit.finding import Finding
from itaanalysis.audit.output.marks import marked_blocks, marks
from itaanalysis.audit.output.names import VERDICTS, Verdict, shown, subject
from itaanalysis.audit.output.place import place
from itaanalysis.audit.reading import MemoFile
from itaanalysis.report import fonts
from itaanalysis.thai.date_format import BUDDHIST_ERA
from itaanalysis.thai.text import to_thai_digits

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Entry:
    """A finding as the page lists it: its number in the memo's order, and its parts in words ('' for none)."""

    number: int
    finding: Finding
    verdict: Verdict
    typed: str
    expected: str
    subject_th: str
    subject_en: str
    before: str
    after: str


def to_html(findings: Sequence[Finding], memo: MemoFile, fiscal_year: int) -> str:
    """The page: counts that explain the signs, what is to be mended, what agrees, and the memo with its figures marked.

    Each figure links to its entry in the list and shows its source under the pointer and on keyboard focus; each entry
    links back. A sign and a kind of underline tell the verdicts apart without colour.
    """
    from markupsafe import Markup

    entries = [_entry(number, finding, memo.text) for number, finding in enumerate(_in_order(findings), start=1)]
    entry_of = {entry.finding: entry for entry in entries}
    places = marks(findings)
    counts = Counter(finding.verdict for finding in findings)
    return _template().render(
        memo=memo,
        year_th=to_thai_digits(str(fiscal_year)),
        year_en=f"{fiscal_year} ({fiscal_year - BUDDHIST_ERA})",
        verdicts=[(name, about, counts[name]) for name, about in VERDICTS.items()],
        wrong=[entry for entry in entries if entry.finding.wrong],
        others=[
            (name, [entry for entry in entries if entry.finding.verdict == name]) for name in ("unchecked", "agrees")
        ],
        blocks=marked_blocks(memo.text, places),
        entry_of=entry_of,
        anchors={entry_of[one].number: entry_of[mark.findings[0]].number for mark in places for one in mark.findings},
        about=VERDICTS,
        css=Markup((_TEMPLATES / "page.css").read_text(encoding="utf-8")),
        faces=[(weight, _face(style)) for style, weight in (("Regular", 400), ("Bold", 700))],
    )


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.start, finding.end))


def _entry(number: int, finding: Finding, memo: str) -> Entry:
    before, typed, after = place(finding, memo)
    expected = finding.meant or (shown(finding.expected, typed) if finding.expected is not None else "")
    return Entry(
        number, finding, VERDICTS[finding.verdict], typed, expected, *subject(finding.what),
        before, after,
    )  # fmt: skip


@functools.cache
def _face(style: str) -> str:
    return base64.b64encode(fonts.font_woff(style)).decode()


@functools.cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["thai_digits"] = lambda value: to_thai_digits(str(value))
    return environment.get_template("page.html.j2")
