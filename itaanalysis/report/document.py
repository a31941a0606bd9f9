"""An executed notebook read as a document: a title, a body of plain semantic HTML, and its pictures.

The body is made once and every format is written from it, so that web page, Word file and PDF say the same.
"""

from __future__ import annotations

import base64
import binascii
import functools
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.marks import Mark, with_marks
from itaanalysis.report.markdown import markdown_html
from itaanalysis.report.markup import Attributes, clean
from itaanalysis.report.notebook_cells import joined, parameters, shown_cells
from itaanalysis.report.references import with_references

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"

_PICTURE = re.compile(r"data:image/(?P<kind>png|svg\+xml);base64,(?P<data>.*)", re.DOTALL)
_HEADING = re.compile(r"<h(?P<level>[1-6])(?P<attributes>[^>]*)>(?P<text>.*?)</h(?P=level)>", re.DOTALL)
LETTER = '<div class="memo-head">'
"""What the head of a letter begins with."""

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Picture:
    """One picture in the forms the notebook gave it, and the text read out in its place."""

    alt: str
    svg: bytes | None = None
    png: bytes | None = None


@dataclass(frozen=True)
class Heading:
    """A heading of the body: level 1 to 6, the anchor it carries, and its text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Document:
    """What every format is written from. In `body` a picture's `src` is its key in `pictures`.

    `letter` is the memorandum that goes before the title, empty when there is none.
    """

    title: str
    lang: str
    body: str
    letter: str = ""
    fiscal_year: int | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def headings(self) -> list[Heading]:
        """The headings of letter and body in order."""
        return [
            Heading(int(found["level"]), _anchor(found["attributes"]), plain_text(found["text"]))
            for found in _HEADING.finditer(self.letter + self.body)
        ]


def read_document(notebook: Mapping[str, Any], name: str = "", lang: str | None = None) -> Document:
    """The document an executed notebook (format 4, as nbformat reads it) holds.

    Language, title and fiscal year are those of the notebook's metadata `ita`, else those of its parameters cell, else
    Thai, the first heading (or `name`) and none. `lang` overrules both. Code, prompts, streams and errors are left out,
    and so are cells tagged as written in another language.
    """
    told = {**parameters(notebook), **notebook.get("metadata", {}).get("ita", {})}
    pictures: dict[str, Picture] = {}

    def take_in(attributes: Attributes) -> Attributes | None:
        picture = _picture(attributes)
        if picture is None:
            return None
        key = f"picture-{len(pictures) + 1}"
        pictures[key] = picture
        return {"src": key, "alt": picture.alt}

    language = str(lang or told.get("lang") or "th")
    body = environment().get_template("body.html.j2").render(cells=shown_cells(notebook, language))
    letter, heading, body = _split_title(with_references(_with_anchors(clean(body, image=take_in, marks=True))))
    year = told.get("fiscal_year")
    return Document(
        title=str(told.get("title") or heading or name),
        lang=language,
        body=body,
        letter=letter,
        fiscal_year=year if isinstance(year, int) else None,
        pictures=pictures,
    )


@functools.cache
def environment() -> Environment:
    """The templates of this package; whatever they print is escaped unless it was made safe on purpose."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["markdown"] = _markdown
    made.filters["joined"] = joined
    made.filters["with_marks"] = _with_marks
    made.filters["base64"] = lambda text: base64.b64encode(text.encode()).decode()
    return made


def plain_text(markup: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _markdown(text: str | list[str]) -> Markup:
    from markupsafe import Markup

    return Markup(markdown_html(joined(text)))


def _with_marks(picture: Markup, marks: list[tuple[float, float, float, float, str]]) -> Markup:
    from markupsafe import Markup

    return Markup(with_marks(picture, [Mark(*mark) for mark in marks]))


def _picture(attributes: Attributes) -> Picture | None:
    """The picture in an `img` whose data is in the tag itself; None for one that would have to be fetched."""
    forms = {}
    for name in ("src", "data-png"):
        found = _PICTURE.match(attributes.get(name, ""))
        if found:
            try:
                forms[found["kind"]] = base64.b64decode(found["data"])
            except binascii.Error:
                return None
    if not forms:
        return None
    return Picture(attributes.get("alt", ""), svg=forms.get("svg+xml"), png=forms.get("png"))


def _split_title(body: str) -> tuple[str, str, str]:
    """The letter before the first heading of the first level, that heading, and the rest.

    What comes before the title is a letter only when it has a head of its own.
    """
    first = next((found for found in _HEADING.finditer(body) if found["level"] == "1"), None)
    before = body[: first.start()].strip() if first else ""
    if first is None or (before and LETTER not in before):
        return "", "", body
    return before, plain_text(first["text"]), body[first.end() :]


def _with_anchors(body: str) -> str:
    """Every heading with an id, so that contents lists and bookmarks can point at it."""
    count = 0

    def anchored(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        if _anchor(found["attributes"]):
            return found[0]
        level = found["level"]
        return f'<h{level} id="section-{count}"{found["attributes"]}>{found["text"]}</h{level}>'

    return _HEADING.sub(anchored, body)


def _anchor(attributes: str) -> str:
    found = re.search(r'\bid="([^"]*)"', attributes)
    return html.unescape(found[1]) if found else ""
