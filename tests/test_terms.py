"""One word for one thing: the terms are complete, and nobody keeps a second list of them."""

from __future__ import annotations

import re

import pytest

from itaanalysis import terms


@pytest.mark.parametrize("names", [terms.STATUSES, terms.TIERS, terms.KINDS, terms.VERDICTS, terms.SEVERITIES])
def test_every_term_has_a_thai_and_an_english_word_of_its_own(names: terms.Names) -> None:
    assert all(re.fullmatch("[ก-๙]+", thai) and re.fullmatch("[a-z ]+", english) for thai, english in names.values())
    assert len({thai for thai, _ in names.values()}) == len({english for _, english in names.values()}) == len(names)
