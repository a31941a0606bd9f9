"""A list of words in the form pythainlp's newmm looks them up, ready in a twentieth of a second.

Its own tree of letters takes over a second to build for 62,000 words, and every kernel and export would wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable


class Dictionary:
    """Words found by where they may begin in a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in (word for word in self._words if len(word) > 1):
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {head: sorted(its) for head, its in lengths.items()}

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that begin at `start`, shortest first."""
        letter = text[start : start + 1]
        found = [letter] if letter in self._words else []
        for length in self._lengths.get(text[start : start + 2], ()):
            word = text[start : start + length]
            if len(word) == length and word in self._words:
                found.append(word)
        return found
