"""The report as PDF: pandoc writes Typst, Typst sets the pages. No LaTeX, no browser, no font of the computer."""

from __future__ import annotations

import datetime
import functools
import html
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from itaanalysis.errors import UserError
from itaanalysis.report import fonts
from itaanalysis.report.breaks import mark_breaks
from itaanalysis.report.contents import contents_heading
from itaanalysis.report.document import TEMPLATES, Document
from itaanalysis.report.markup import Attributes, clean
from itaanalysis.report.pandoc import convert
from itaanalysis.report.traces import untraced

if TYPE_CHECKING:
    import typst

_UNTITLED = {"th": "เอกสาร", "en": "Document"}


class UndescribedPicture(UserError):
    """A picture has no description. The text says which, in Thai and in English."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"ภาพที่ {number} ไม่มีคำอธิบายแทนภาพ จึงทำ PDF ไม่ได้ โปรดแสดงภาพด้วย report.figure(chart)\n"
            f"Picture {number} has no description, which a PDF needs: show it with report.figure(chart)."
        )


def to_pdf(
    document: Document, *, font_size: float = 16, contents: bool = True, archived: datetime.date | None = None
) -> bytes:
    """`document` as PDF/UA-1 on A4, 3 cm from the left edge and 2 cm from the right, body in Sarabun `font_size`.

    With the day it is `archived` it is PDF/A-2a as well, which has to carry a date; without one the file carries none.
    The same document gives the same bytes. Contents are listed from ten pages.

    Raises UndescribedPicture for a picture without a text for those who cannot see it: the standard asks for one.
    """
    import typst

    _require_descriptions(document)
    with tempfile.TemporaryDirectory(prefix="ita-pdf-") as name:
        folder = Path(name)
        source = (TEMPLATES / "report.typ").read_bytes() + b"\n" + _typst_body(document, folder, contents)
        pages = typst.Compiler(
            source,
            root=folder,
            font_paths=_fonts(),
            sys_inputs={
                "title": document.title or _UNTITLED.get(document.lang, _UNTITLED["en"]),  # the standard asks for one
                "lang": document.lang,
                "size": f"{font_size:g}pt",
                "date": archived.isoformat() if archived else "",
            },
        ).compile(format="pdf", pdf_standards=["ua-1", "a-2a"] if archived else ["ua-1"])
    assert isinstance(pages, bytes)  # a list only for PNG and SVG
    return pages


def _require_descriptions(document: Document) -> None:
    for number, picture in enumerate(document.pictures.values(), start=1):
        if not picture.alt.strip():
            raise UndescribedPicture(number)


@functools.cache
def _fonts() -> typst.Fonts:
    """Sarabun and the few fonts inside Typst, for signs Sarabun lacks; none of this computer's."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts.folder())])


def _typst_body(document: Document, folder: Path, contents: bool) -> bytes:
    def file_picture(attributes: Attributes) -> Attributes:
        picture = document.pictures[attributes["src"]]
        kind, data = ("svg", picture.svg) if picture.svg else ("png", picture.png or b"")
        (folder / f"{attributes['src']}.{kind}").write_bytes(data)
        return {"src": f"{attributes['src']}.{kind}", "alt": picture.alt}

    front = [f'<div id="letter-start"></div>{document.letter}<div id="letter-end"></div>'] if document.letter else []
    if document.title:
        front.append(f'<div id="title">{html.escape(document.title)}</div>')
    if contents and (heading := contents_heading(document)):
        front.append(f'<div id="contents">{heading}</div>')
    markup = clean(untraced("".join(front) + document.body), text=mark_breaks, image=file_picture)
    arguments = [] if any(heading.level == 1 for heading in document.headings) else ["--shift-heading-level-by=-1"]
    filters = [TEMPLATES / f"{name}.lua" for name in ("columns", "layout", "typst")]
    return convert(markup, "typst", *arguments, folder=folder, filters=filters)
