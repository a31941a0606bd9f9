"""Something shown in a notebook: a heading, a few lines and tables, as HTML and as plain text."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache
from typing import Any

from itaanalysis.display.styler import TEMPLATES, TableStyler


@dataclass(frozen=True)
class Line:
    """One line of text; `call` is what to type to see more of it."""

    text: str
    call: str = ""

    def html(self) -> str:
        """The line as a paragraph."""
        return f"<p>{html.escape(self.text)}{f' <code>{html.escape(self.call)}</code>' if self.call else ''}</p>"

    def plain(self) -> str:
        """The line for a terminal."""
        return f"{self.text}  {self.call}".strip()


@dataclass(frozen=True)
class Shown:
    """What `ita.show` shows: its parts from top to bottom."""

    lang: str
    parts: tuple[TableStyler | Line, ...]
    heading: str = ""

    def html(self) -> str:
        """One `<article class="ita-show">`, which wears the colours of the page it stands in, light or dark.

        A document made of the notebook takes its tables and lines one by one, as it takes those of a report.
        """
        heading = [f"<p><strong>{html.escape(self.heading)}</strong></p>"] if self.heading else []
        kind = "ita-show glance" if self.heading else "ita-show"
        shown = "\n".join([*heading, *map(_html, self.parts)])
        return f'<article class="{kind}" lang="{self.lang}"><style>{_style()}</style>\n{shown}\n</article>'

    def plain(self) -> str:
        """The same for a terminal."""
        return "\n\n".join(filter(None, [self.heading, *map(_plain, self.parts)]))

    __repr__ = plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.plain()}


def _html(part: TableStyler | Line) -> str:
    return part.html() if isinstance(part, Line) else str(part.to_html(exclude_styles=True))


def _plain(part: TableStyler | Line) -> str:
    return part.plain() if isinstance(part, Line) else repr(part)


@cache
def _style() -> str:
    return (TEMPLATES / "show.css").read_text(encoding="utf-8")
