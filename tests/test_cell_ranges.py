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
        (["a.xlsx!s!A9", "a.xlsx!s!A8"], ("a.xlsx!s!A8:A9",)),  # from the top, best units first or not
        (
            [f"a.xlsx!s!A{row}" for row in (11, 7, 8, 12, 6, 5, 9, 10)],
            ("a.xlsx!s!A5:A12",),
        ),
        (["a.xlsx!s!AA2", "a.xlsx!s!B10", "a.xlsx!s!B9"], ("a.xlsx!s!B9:B10, AA2",)),
        (["a.xlsx!s!A7", "a.xlsx!s!B8"], ("a.xlsx!s!A7, B8",)),
        (["a.xlsx!s!A7", "a.xlsx!t!A8", "a.xlsx!s!A8"], ("a.xlsx!s!A7:A8", "a.xlsx!t!A8")),
        (["a.xlsx!s!A7", "a.xlsx!s!A7", "a.xlsx!s!A8"], ("a.xlsx!s!A7:A8",)),  # each once
        (["a.xlsx!s!AZ99", "a.xlsx!s!AZ100"], ("a.xlsx!s!AZ99:AZ100",)),
        (["national.csv!A8", "A3"], ("national.csv!A8", "A3")),
    ],
)
def test_runs_are_joined_and_gaps_are_not(sources: list[str], quoted: tuple[str, ...]) -> None:
    assert ranges(sources) == quoted
