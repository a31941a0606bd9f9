"""Lines of prose put together to paragraphs and items of lists, whatever lines and pages they run over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itaanalysis.audit.memo.passage import BULLETS, Passage, says_a_total
from itaanalysis.audit.memo.spelling import tidy
from itaanalysis.audit.phrases import any_word

_LABEL = re.compile(
    r"(?:\*\*)?\(?(?P<label>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?: ?\([0-9]{1,2}\))?)[.):]?(?=[ *]|[ก-๙A-Za-z])"
)
_BULLET = re.compile(rf"(?:\*\*)?[{BULLETS}*]+ ?\S")
_OPENER = re.compile(rf"{any_word('opens')}|{any_word('opens_a_letter')} ")
_FIGURE_FIRST = re.compile(
    rf"[0-9][0-9,]*(?:\.[0-9]+)? ?(?:{any_word('unit_first')}(?![ก-ฮ])|หน่วยงาน {any_word('units_first')})"
)
_UNFINISHED = re.compile(rf"(?:{any_word('unfinished')}|(?<![0-9] )(?<![0-9])คะแนน)$")
_BROKEN_NUMBER = re.compile(r"[0-9](?:,\n[0-9]{3}(?![0-9])|\.\n[0-9]{1,2}(?![0-9.)]))")
_LONGEST_LINE = 140
"""Characters; a longer line was broken by no page: it is a paragraph of its own."""
_LONGEST_PARAGRAPH = 4000
"""Characters; no sentence runs on for longer, though no empty line may part the lines of a file."""


class Paragraphs:
    """Takes the lines of a memo in order and gives each paragraph as soon as it ends."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, list[int], bool]] = []
        self._last = ""
        self._gap = True

    def add(self, line: str, at: int) -> Iterator[Passage]:
        """A line that stands at the place `at`. Gives the paragraph before it when it begins another."""
        shown, offsets = tidy(line, at)
        if not shown:
            self._gap = True
            return
        if self._lines and not self._goes_on(shown):
            yield from self._paragraph()
        self._lines.append((shown, offsets, self._gap))
        self._last, self._gap = shown, len(shown) > _LONGEST_LINE

    def end(self) -> Iterator[Passage]:
        """The paragraph that a table or the end of the memo ends."""
        yield from self._paragraph()
        self._last, self._gap = "", True

    def _goes_on(self, line: str) -> bool:
        if sum(len(text) for text, _, _ in self._lines) > _LONGEST_PARAGRAPH:
            return False
        return _joins(self._last, line, self._gap) and not (_opens(self._lines[0][0]) and says_a_total(line))

    def _paragraph(self) -> Iterator[Passage]:
        if not self._lines:
            return
        lines, self._lines = self._lines, []
        shown, offsets = lines[0][0], list(lines[0][1])
        for text, places, _ in lines[1:]:
            if not _is_broken(shown, text):
                shown, offsets = shown + " ", [*offsets, places[0]]
            shown, offsets = shown + text, [*offsets, *places]
        first = lines[0][0]
        yield Passage(shown, offsets, opens=_opens(first), label=_label(first), follows=not lines[0][2])


def _joins(last: str, line: str, gap: bool) -> bool:
    """Whether a line goes on with the sentence of the one before it."""
    if _FIGURE_FIRST.match(line) or _UNFINISHED.search(last) or _is_broken(last, line):
        return True
    return not gap and len(last) <= _LONGEST_LINE and not _opens(line)


def _is_broken(last: str, line: str) -> bool:
    """Whether a number goes on in the next line: 1,288, | 999.22."""
    return bool(_BROKEN_NUMBER.match(f"{last[-2:]}\n{line}"))


def _opens(line: str) -> bool:
    return bool(_BULLET.match(line) or _OPENER.match(line.lstrip("*- ")) or _label(line))


def _label(line: str) -> str:
    found = _LABEL.match(line)
    if not found or _FIGURE_FIRST.match(line):
        return ""
    return found["label"].replace(" ", "")
