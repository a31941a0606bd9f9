"""Cells are quoted exactly: a run as a range, a gap as a gap."""

from __future__ import annotations

import pytest

from itaanalysis.cell_ranges import ranges


@pytest.mark.parametrize(
    ("sources", "quoted"),
    [
        ([], ()),
        (["a.xlsx!s!A7"], ("a.xlsx!s!A7",)),
        (["a.xlsx!s!A7", "a.xlsx!s!A8", "a.xlsx!s!A9"], ("a.xlsx!s!A7:A9",)),
        (["a.xlsx!s!A7", "a.xlsx!s!A9"], ("a.xlsx!s!A7, A9",)),  # row 8 is no part of it
        (["a.xlsx!s!A9", "a.xlsx!s!A8"], ("a.xlsx!s!A9, A8",)),  # in the order they came
        (["a.xlsx!s!A7", "a.xlsx!s!B8"], ("a.xlsx!s!A7, B8",)),
        (["a.xlsx!s!A7", "a.xlsx!t!A8", "a.xlsx!s!A8"], ("a.xlsx!s!A7, A8", "a.xlsx!t!A8")),
        (["a.xlsx!s!A7", "a.xlsx!s!A7", "a.xlsx!s!A8"], ("a.xlsx!s!A7:A8",)),  # each once
        (["a.xlsx!s!AZ99", "a.xlsx!s!AZ100"], ("a.xlsx!s!AZ99:AZ100",)),
        (["national.csv!A8", "A3"], ("national.csv!A8", "A3")),
    ],
)
def test_runs_are_joined_and_gaps_are_not(sources: list[str], quoted: tuple[str, ...]) -> None:
    assert ranges(sources) == quoted
