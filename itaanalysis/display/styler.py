"""pandas' Styler with templates of its own: tables that can be read by ear, in a document, and in a terminal."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup
from pandas.io.formats.style import Styler

TEMPLATES = Path(__file__).parent / "templates"


def escaped(text: str) -> str:
    """A text as HTML; a line break in it stays one."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def plain(markup: str) -> str:
    """The text of a formatted cell, in one line."""
    return Markup(str(markup).replace("<br>", " / ")).striptags()


def header_rows(head: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """The rows of the head; the names of the index join the row above where nothing stands there."""
    if len(head) < 2 or not _is_blank(head[-1][-1]):
        return head
    *first, last, names = head
    levels = sum(not _is_blank(cell) for cell in names)
    if not all(map(_is_blank, last[:levels])):
        return head
    return [*first, names[:levels] + last[levels:]]


def _is_blank(cell: dict[str, Any]) -> bool:
    return str(cell["class"]).startswith("blank")


def _environment() -> Environment:
    loader = ChoiceLoader([FileSystemLoader(TEMPLATES), Styler.loader])
    made = Environment(loader=loader, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(plain=plain, header_rows=header_rows)
    return made


class TableStyler(Styler):
    """A Styler whose table has header scopes, and which reads as text where there is no notebook.

    What is formatted has to be escaped (`escaped`), as pandas' own `format(escape="html")` does.
    """

    data: pd.DataFrame
    env = _environment()
    template_html_table = env.get_template("table.html.j2")
    template_html_style = env.get_template("style.html.j2")
    template_string = env.get_template("table.txt.j2")

    def __repr__(self) -> str:
        # Nothing is left out where a label stands for several cells: every line has them all.
        text: str = self.to_string(sparse_index=False, sparse_columns=False, delimiter="\t")
        return text.rstrip("\n")
