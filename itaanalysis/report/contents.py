"""The list of contents on paper: what it is called, and which documents have one."""

from __future__ import annotations

from itaanalysis.report.document import Document, plain_text

LONG = 10
"""Pages from which on a document on paper has a list of contents; report.typ counts them, for Word they are guessed."""

_HEADING = {"th": "สารบัญ", "en": "Contents"}
_FEW = 3  # headings that need no list
# Both found by setting the notebooks of this project: text and tables fill a page with about so many letters.
_LETTERS_ON_A_PAGE, _PAGES_OF_A_PICTURE = 1000, 0.6


def contents_heading(document: Document) -> str | None:
    """What the list of contents is called in the document's language; None for one with too few headings to list."""
    if len(document.headings) <= _FEW:
        return None
    return _HEADING.get(document.lang, _HEADING["en"])


def is_long(document: Document) -> bool:
    """Whether it will fill ten pages or so: how many Word makes of it nobody knows before Word has laid them out."""
    letters = len(plain_text(document.letter + document.body))
    return letters / _LETTERS_ON_A_PAGE + len(document.pictures) * _PAGES_OF_A_PICTURE >= LONG
