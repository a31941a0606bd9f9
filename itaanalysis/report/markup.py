"""The HTML that may stand in a report: structure and text, nothing that runs, loads or restyles.

What a notebook shows comes partly from spreadsheets and from other libraries, so it is read tag by tag and written
anew. Tags outside the list lose their tags and keep their text; scripts and style sheets go with their content.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

from itaanalysis.marks import CHART, MARK

Attributes = dict[str, str]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TAGS = _names("""
    a b blockquote br caption code col colgroup dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol
    p pre s section span strong sub sup table tbody td tfoot th thead tr u ul
""")
_VOID = _names("br col hr img")
_DROPPED = _names("button iframe math noscript object script select style svg template textarea title")
_ATTRIBUTES = _names("alt class colspan data-png href id lang rowspan scope span src start title width")
_LINK = re.compile(r"(#|https?://|mailto:)", re.IGNORECASE)
# The declarations that say something about the content: where figures stand, how wide a column is, which part of a
# picture a region covers.
_STYLE = re.compile(
    r"(?<![\w-])(text-align|left|top|width|height)\s*:\s*(left|right|center|(?:100|\d\d?(?:\.\d+)?)%)(?![\w.%])"
)
_HOVER = frozenset({CHART, MARK})
"""Classes of the elements that only a page with a pointer has a use for."""


def clean(
    markup: str,
    *,
    text: Callable[[str], str] | None = None,
    image: Callable[[Attributes], Attributes | None] | None = None,
    marks: bool = False,
) -> str:
    """`markup` with allowed tags and attributes only, every tag closed.

    `text` may change each piece of text. `image` gets the attributes of each picture and returns those to write, or
    None to leave the picture out and show its alternative text instead. The regions over a picture that tell their
    values are kept with `marks` only.

    >>> clean('<p onclick="x()">ก<script>x()</script> &lt;b&gt;')
    '<p>ก &lt;b&gt;</p>'
    """
    writer = _Writer(text, image, marks)
    writer.feed(markup)
    writer.close()
    return writer.result()


class _Writer(HTMLParser):
    def __init__(
        self,
        text: Callable[[str], str] | None,
        image: Callable[[Attributes], Attributes | None] | None,
        marks: bool,
    ) -> None:
        super().__init__(convert_charrefs=True)
        self._text, self._image, self._marks = text, image, marks
        self._parts: list[str] = []
        self._open: list[tuple[str, str]] = []  # the tag, and what closes it: nothing where it was not written
        self._dropping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropping.append(tag)
        if self._dropping or tag not in _TAGS:
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "img":
            self._write_image(given)
            return
        written = self._marks or given.get("class") not in _HOVER
        if written:
            self._parts.append(_start(tag, _allowed(given)))
        if tag not in _VOID:
            self._open.append((tag, f"</{tag}>" if written else ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag == self._dropping[-1]:
                self._dropping.pop()
        elif any(tag == name for name, _ in self._open):
            name = ""
            while name != tag:
                name, closing = self._open.pop()
                self._parts.append(closing)

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            shown = self._text(data) if self._text else data
            self._parts.append(html.escape(shown, quote=False))

    def result(self) -> str:
        return "".join(self._parts) + "".join(closing for _, closing in reversed(self._open))

    def _write_image(self, given: Attributes) -> None:
        kept = self._image(given) if self._image else given
        if kept is not None and kept.get("src"):
            self._parts.append(_start("img", {"alt": "", **_allowed(kept)}))
        elif given.get("alt"):
            self.handle_data(f"[{given['alt']}]")


def _allowed(given: Attributes) -> Attributes:
    kept = {name: value for name, value in given.items() if name in _ATTRIBUTES}
    if not _LINK.match(kept.get("href", "#")):
        del kept["href"]
    if declarations := _STYLE.findall(given.get("style", "")):
        kept["style"] = "; ".join(f"{name}: {value}" for name, value in declarations)
    return kept


def _start(tag: str, attributes: Attributes) -> str:
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"
