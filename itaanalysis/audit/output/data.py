"""Findings for other programs: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable

from itaanalysis.audit.finding import Finding
from itaanalysis.audit.output.names import VERDICTS, subject

_COLUMNS = (
    "line", "text", "what", "what_th", "what_en", "typed", "claimed", "expected", "verdict", "verdict_th", "source",
    "remark_th", "remark_en",
)  # fmt: skip
# A spreadsheet program takes a text that begins so for a formula.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def to_json(findings: Iterable[Finding]) -> str:
    """A list of objects: line, text, what, claimed, expected (numbers, ISO dates or null), verdict, source."""
    objects = [
        {
            "line": finding.line,
            "text": finding.text,
            "what": finding.what,
            "claimed": _value(finding.claimed),
            "expected": _value(finding.expected),
            "verdict": finding.verdict,
            "source": finding.source,
        }
        for finding in findings
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_csv(findings: Iterable[Finding]) -> str:
    """A row a finding, with BOM so that Excel shows Thai; what Excel would take for a formula stands behind a `'`."""
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(_COLUMNS)
    for finding in findings:
        name_th, name_en = subject(finding.what)
        row = (
            finding.line, finding.text, finding.what, name_th, name_en, finding.typed, _value(finding.claimed),
            finding.meant or _value(finding.expected), finding.verdict, VERDICTS[finding.verdict].name_th,
            finding.source, finding.remark_th, finding.remark_en,
        )  # fmt: skip
        table.writerow(map(_harmless, row))
    return "\ufeff" + file.getvalue()


def _value(value: float | str | None) -> int | float | str | None:
    """A whole number without its `.0`; what is neither number nor date is null."""
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return None
        return int(value) if value.is_integer() else value
    return value


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
