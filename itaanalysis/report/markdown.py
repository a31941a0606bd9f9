"""Markdown as HTML, the one way the report turns it."""

from __future__ import annotations

import functools
from collections.abc import Callable


def markdown_html(text: str) -> str:
    """`text` as HTML. Raw HTML in it is shown as it was typed: a name from a spreadsheet must never become markup."""
    return _converter()(text)


@functools.cache
def _converter() -> Callable[[str], str]:
    import mistune

    markdown = mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])
    return lambda text: str(markdown(text))
