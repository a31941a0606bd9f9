"""`%load_ext itaanalysis`: tidy tables show themselves in words, every other table as it always does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from itaanalysis.display.show import shown
from itaanalysis.year import YearData


@pytest.fixture
def shell() -> Iterator[Any]:
    shell = InteractiveShell()
    shell.run_line_magic("load_ext", "itaanalysis")
    yield shell
    shell.history_manager.end_session()


def looks(shell: Any, what: Any) -> dict[str, str]:
    """What a notebook or a terminal gets to show, by media type."""
    data, _ = shell.display_formatter.format(what)
    return dict(data)


def test_a_tidy_table_alone_in_a_cell_reads_as_it_is_shown(shell: Any, real_year: YearData) -> None:
    differs = real_year.checks().query("verdict == 'differs'")
    for table in (real_year.kpis(), real_year.checks(), differs, real_year.problems, real_year.expenses.iloc[:0]):
        assert looks(shell, table) == {"text/html": shown(table).html(), "text/plain": shown(table).plain()}


def test_any_other_table_looks_as_ever(shell: Any, real_year: YearData) -> None:
    for table in (pd.DataFrame({"a": [1]}), real_year.kpis()[["kpi", "value"]], real_year.kpis().assign(made_up=1)):
        assert looks(shell, table) == {"text/html": table._repr_html_(), "text/plain": repr(table)}


def test_a_notebook_without_html_keeps_to_that(shell: Any) -> None:
    with pd.option_context("display.notebook_repr_html", False):
        assert list(looks(shell, pd.DataFrame({"a": [1]}))) == ["text/plain"]


def test_it_can_be_taken_off(shell: Any, real_year: YearData) -> None:
    shell.run_line_magic("unload_ext", "itaanalysis")
    assert looks(shell, real_year.kpis())["text/html"] == real_year.kpis()._repr_html_()
    shell.run_line_magic("load_ext", "itaanalysis")
    assert looks(shell, real_year.kpis())["text/html"] == shown(real_year.kpis()).html()
