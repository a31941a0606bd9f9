"""Where a figure stands in its sentence."""

from __future__ import annotations

from itertools import takewhile

from itaanalysis.audit.finding import Finding

_LOOKED_AT = 400  # characters before the figure: more than any sentence repeats


def place(finding: Finding, memo: str) -> tuple[str, str, str]:
    """The sentence before the figure, the figure, the sentence after it, each on one line.

    A figure may stand in a sentence twice; the memo before it tells which of the two is meant. When the sentence does
    not hold the figure as typed it is all before it, and the figure follows.
    """
    typed = _squeezed(memo[finding.start : finding.end]) or _squeezed(finding.typed)
    sentence = _squeezed(finding.text)
    before = _squeezed(memo[max(0, finding.start - _LOOKED_AT) : finding.start] + "|")[:-1]
    found = [at for at in range(len(sentence)) if typed and sentence.startswith(typed, at)]
    if not found:
        return f"{sentence} ".lstrip(), typed, ""
    at = max(found, key=lambda at: _shared_end(sentence[:at], before))
    return sentence[:at], typed, sentence[at + len(typed) :]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _shared_end(one: str, other: str) -> int:
    pairs = zip(reversed(one.replace(" ", "")), reversed(other.replace(" ", "")), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
