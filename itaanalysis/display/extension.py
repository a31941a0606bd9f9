"""`%load_ext itaanalysis`: in this notebook the tidy tables show themselves in words, as `ita.show` shows them.

A table is known by its columns: those of a table of tables.toml, all of them and no others, whichever its rows. Every
other DataFrame looks as it always does.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from IPython.utils.dir2 import get_real_method

from itaanalysis.display.known import tidy_table
from itaanalysis.display.show import shown


def load_ipython_extension(shell: Any) -> None:
    """Called by `%load_ext itaanalysis`."""
    formatters = shell.display_formatter.formatters
    formatters["text/html"].for_type(pd.DataFrame, _html)
    formatters["text/plain"].for_type(pd.DataFrame, _plain)


def unload_ipython_extension(shell: Any) -> None:
    """Called by `%unload_ext itaanalysis`."""
    for media_type in ("text/html", "text/plain"):
        shell.display_formatter.formatters[media_type].pop(pd.DataFrame, None)


def _html(table: pd.DataFrame) -> str | None:
    if tidy_table(table):
        return shown(table).html()
    own = get_real_method(table, "_repr_html_")
    return own() if own else None


def _plain(table: pd.DataFrame, printer: Any, cycle: bool) -> None:
    printer.text(shown(table).plain() if tidy_table(table) else repr(table))
