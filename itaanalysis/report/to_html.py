"""The report as one web page that needs nothing else: fonts and pictures are inside, no script, no address to load."""

from __future__ import annotations

import base64
import html
import itertools
import re

from itaanalysis.marks import MARK
from itaanalysis.report import fonts
from itaanalysis.report.document import TEMPLATES, Document, environment, plain_text
from itaanalysis.report.markup import Attributes, clean

_WORDS = {
    "th": {"skip": "ข้ามไปยังเนื้อหา", "contents": "สารบัญ", "table": "ตาราง"},
    "en": {"skip": "Skip to the content", "contents": "Contents", "table": "Table"},
}
_FACES = {"Regular": (400, "normal"), "Bold": (700, "normal"), "Italic": (400, "italic")}
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_CAPTION = re.compile(r"<caption[^>]*>(.*?)</caption>", re.DOTALL)
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

    body = clean(document.letter + document.body, image=inside, marks=True)
    body = body.replace('<span class="traced" title=', '<span class="traced" tabindex="0" data-cells=')
    # No stop of the keyboard, but a phone takes a tap on it for a pointer that rests there.
    body = body.replace(
        f'<span class="{MARK}" title=', f'<span class="{MARK}" tabindex="-1" aria-hidden="true" data-says='
    )
    numbers = itertools.count(1)
    body = _TABLE.sub(lambda table: _scrolling(table[0], f"{words['table']} {next(numbers)}"), body)
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


def _scrolling(table: str, name: str) -> str:
    """A table that scrolls by itself when the screen is narrower; header cells say what they head.

    The part that scrolls is called as the table's caption calls it, else by its `name`.
    """
    table = _HEADER_CELL.sub('<th scope="col"', table)
    caption = _CAPTION.search(table)
    label = html.escape(plain_text(caption[1]) if caption else name)
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">{table}</div>'
