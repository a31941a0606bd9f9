"""Where a text names a level of the criteria: behind a word for it, in quotation marks, or one that says so itself."""

from __future__ import annotations

import re

from itaanalysis.audit.phrases import any_word, longest_first, occurrences, phrases
from itaanalysis.criteria import Criteria
from itaanalysis.thai.text import normalise


class LevelNames:
    """The names of the levels, those of the year's criteria; `names` gives the Thai one to each in small letters."""

    def __init__(self, criteria: Criteria) -> None:
        self.names = {normalise(name).lower(): level.name_th
                      for level in criteria.levels for name in (level.name_th, level.name_en)}  # fmt: skip
        name = rf"(?P<name>{longest_first(self.names)})"
        said = rf"(?<![A-Za-z]){any_word('level')}[ :]?(?:{any_word('level_is')} ?)?[“\"'‘(]?"
        self._said = re.compile(rf"{said}{name}(?![A-Za-z0-9+]|{any_word('level_goes_on')})", re.IGNORECASE)
        self._quoted = re.compile(rf"[“\"‘(]{name}[”\"’)]", re.IGNORECASE)
        self._plain = [word for word in phrases().claims["level"] if word.lower() in self.names]

    def said(self, text: str) -> list[tuple[int, int, str]]:
        """Where levels are named: (start, end, Thai name), in order."""
        found = [match.span("name") for pattern in (self._said, self._quoted) for match in pattern.finditer(text)]
        found += [(start, end) for start, end, _ in occurrences(self._plain, text)]
        single = [
            (start, end)
            for place, (start, end) in enumerate(found)
            if not any(one <= start < two for one, two in found[:place])
        ]
        return sorted((start, end, self.names[text[start:end].lower()]) for start, end in single)
