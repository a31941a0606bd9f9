"""What kind of file one is inside, whatever its name ends in."""

from __future__ import annotations

import zipfile
from pathlib import Path

from itaanalysis.audit.formats.package import BROKEN

_BEGINS = {b"%PDF": ".pdf", b"{\\rtf": ".rtf", b"\xd0\xcf\x11\xe0": ".doc", b"<html": ".html", b"<!doc": ".html"}
_HOLDS = {
    "word/document.xml": ".docx",
    "content.xml": ".odt",
    "xl/workbook.xml": ".xlsx",
    "ppt/presentation.xml": ".pptx",
}
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
}
"""By the part `mimetype`, which every file of LibreOffice has."""
_LONGEST = max(map(len, _BEGINS))
_LONGEST_TYPE = 100


def kind_of(path: Path) -> str:
    """The ending that a file ought to have by its first bytes, or by the parts of its package; '' when unknown."""
    with path.open("rb") as file:
        start = file.read(_LONGEST).lower()
    if begins := next((kind for begin, kind in _BEGINS.items() if start.startswith(begin.lower())), ""):
        return begins
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.namelist()
            if "mimetype" in parts:
                with package.open("mimetype") as part:
                    return _OPEN_DOCUMENT.get(part.read(_LONGEST_TYPE).strip(), "")
            return next((kind for part, kind in _HOLDS.items() if part in parts), "")
    except (*BROKEN, RuntimeError):  # the latter where a password is asked for
        return ""
