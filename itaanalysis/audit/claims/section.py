"""What a heading says of the passages below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from itaanalysis.audit.memo.passage import Passage
from itaanalysis.audit.named.subjects import Mention
from itaanalysis.audit.phrases import any_word
from itaanalysis.thai.dates import BUDDHIST_ERA

_AIMS = re.compile(rf"[^ก-๙A-Za-z]*{any_word('aims')}", re.IGNORECASE)
_RESULTS = re.compile(any_word("results"), re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])2[0-9]{3}(?![0-9])")


@dataclass(frozen=True)
class Section:
    """The topic and the unit a heading names, whether it leads to what ought to be, and the other year that is of.

    `year` is 0 where no plan of another fiscal year is spoken of; `shape` is that of the heading among others.
    """

    named: tuple[Mention, ...] = ()
    is_aim: bool = False
    year: int = 0
    shape: str = ""

    def under(self, heading: Passage, mentions: Sequence[Mention], fiscal_year: int) -> Section:
        """The section that a heading begins after this one; an aim goes on over items and under headings within it."""
        topics = [mention for mention in mentions if mention.topic][-1:]
        units = [mention for mention in mentions if mention.unit][-1:]
        text, named = heading.text, (*topics, *units)
        results = _RESULTS.search(text) is not None
        aims = _AIMS.match(text) is not None and not results
        if heading.shape not in ("", self.shape) and not (aims or results):
            return replace(self, named=named)  # an item without a number rather than a heading
        years = [int(year) for year in _YEAR.findall(text)]
        others = [year for year in years if year not in (fiscal_year, fiscal_year - BUDDHIST_ERA)]
        year = next(iter(others), 0) if years else self.year
        return Section(named, aims, year if aims else 0, heading.shape)
