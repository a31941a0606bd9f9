"""The report as one web page that needs nothing else: fonts and pictures are inside, no script, no address to load."""

from __future__ import annotations

import base64
import re

from itaanalysis.report import fonts
from itaanalysis.report.document import TEMPLATES, Document, environment
from itaanalysis.report.markup import Attributes, clean

_WORDS = {
    "th": {"skip": "ข้ามไปยังเนื้อหา", "contents": "สารบัญ", "table": "ตาราง เลื่อนดูได้"},
    "en": {"skip": "Skip to the content", "contents": "Contents", "table": "Table, can be scrolled"},
}
_FACES = {"Regular": (400, "normal"), "Bold": (700, "normal"), "Italic": (400, "italic")}
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_HEADER_CELL = re.compile(r"<th(?![^>]*\bscope=)(?=[\s>])")


def to_html(document: Document, *, contents: bool = True) -> str:
    """`document` as a page for screen, phone and A4 paper.

    Raises jinja2.TemplateError when the template of the package was changed and does not fit any more.
    """
    from markupsafe import Markup

    words = _WORDS.get(document.lang, _WORDS["en"])
    headings = [heading for heading in document.headings if heading.level in (1, 2, 3)]

    def inside(attributes: Attributes) -> Attributes:
        picture = document.pictures[attributes["src"]]
        kind, data = ("svg+xml", picture.svg) if picture.svg else ("png", picture.png or b"")
        return {"src": f"data:image/{kind};base64,{base64.b64encode(data).decode()}", "alt": picture.alt}

    body = clean(document.body, image=inside)
    body = body.replace('<span class="traced" title=', '<span class="traced" tabindex="0" data-cells=')
    body = _TABLE.sub(lambda table: _scrolling(table[0], words["table"]), body)
    faces = [
        {"weight": weight, "style": style, "data": base64.b64encode(fonts.font_woff(name)).decode()}
        for name, (weight, style) in _FACES.items()
        if name != "Italic" or "<em>" in body
    ]
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            document=document,
            words=words,
            contents=headings if contents and len(headings) > 3 else [],
            faces=faces,
            css=Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),
            body=Markup(body),
        )
    )


def _scrolling(table: str, label: str) -> str:
    """A table that scrolls by itself when the screen is narrower; header cells say what they head."""
    table = _HEADER_CELL.sub('<th scope="col"', table)
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">{table}</div>'
