"""The three things a report shows: prose, a table, a figure; each for a notebook and for a terminal."""

from __future__ import annotations

import base64
import html
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from itaanalysis.marks import Mark, with_marks
from itaanalysis.report.html_tables import Table


class Block(Protocol):
    """Something a report shows."""

    def plain(self) -> str:
        """The block for a terminal."""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """The block for a notebook, by media type."""


class ChartLike(Protocol):
    """A chart of `itaanalysis.charts`."""

    drawn_by: str
    title: str
    alt: str
    marks: Sequence[Mark]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """PNG and SVG."""


@dataclass(frozen=True)
class Prose:
    """Paragraphs, headings and lists: in markdown, without escapes for a terminal, and as HTML that tells the cells."""

    markdown: str
    text: str
    html: str

    def plain(self) -> str:
        """The text as it is read."""
        return self.text

    __repr__ = plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": in_notebook(self.html), "text/markdown": self.markdown, "text/plain": self.text}


@dataclass(frozen=True)
class TableBlock:
    """A table with its caption."""

    table: Table

    def plain(self) -> str:
        """Caption and cells, parted by tabs."""
        return self.table.plain()

    __repr__ = plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": in_notebook(self.table.html()), "text/plain": self.table.plain()}


@dataclass(frozen=True)
class Figure:
    """A chart with its caption; the picture is in the page itself, as SVG and as PNG for documents, under its marks."""

    chart: ChartLike
    caption: str
    id: str

    def plain(self) -> str:
        """Caption and description, since a terminal shows no picture."""
        return f"{self.caption}\n{self.chart.alt}"

    __repr__ = plain

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        shown = self.chart._repr_mimebundle_()
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        png, svg = data["image/png"], base64.b64encode(data["image/svg+xml"].encode("utf-8")).decode("ascii")
        picture = (
            f'<img src="data:image/svg+xml;base64,{svg}" data-png="data:image/png;base64,{png}"'
            f' alt="{html.escape(self.chart.alt)}">'
        )
        markup = (
            f'<figure id="{html.escape(self.id)}" class="ita-figure">{with_marks(picture, self.chart.marks)}'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )
        bundle = {"text/html": markup, "image/png": png, "text/plain": self.plain()}
        return bundle, {"image/png": metadata.get("image/png", {"alt": self.chart.alt})}


def in_notebook(markup: str) -> str:
    """The markup of a block with what it needs to look right in a notebook; documents leave that out."""
    return f"<style>{_style()}</style>\n{markup}"


@cache
def _style() -> str:
    return (files("itaanalysis.report") / "templates" / "notebook.css").read_text(encoding="utf-8")


def show(block: Block) -> None:
    """Show a block in the notebook that runs this, else print it."""
    # Only an IPython that is already there can be the one showing; importing it would be slow and in vain.
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and shell.has_trait("kernel"):
        from IPython.display import display

        display(block)
    else:
        print(block.plain(), end="\n\n")
