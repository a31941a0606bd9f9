"""Our word list answers as pythainlp's own tree does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import Trie

from itaanalysis.thai.dictionary import Dictionary

MADE_UP_WORDS = ["ก", "กา", "การ", "การค้า", "การประเมิน", "ค้า", "ประ", "ประเมิน", "เมิน", "a", "ab"]
text = st.text(alphabet="กคาร้ปะเมินab ", max_size=20)


@given(text, st.integers(min_value=0, max_value=20))
def test_words_that_begin_at_a_place_are_those_of_the_tree(text: str, start: int) -> None:
    assert Dictionary(MADE_UP_WORDS).prefixes(text, start) == Trie(MADE_UP_WORDS).prefixes(text, start)


def test_knows_its_words() -> None:
    dictionary = Dictionary(MADE_UP_WORDS)
    assert len(dictionary) == len(MADE_UP_WORDS)
    assert "การค้า" in dictionary
    assert "การ ค้า" not in dictionary
