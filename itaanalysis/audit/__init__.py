"""A memo's figures against the data and against one another.

A memo goes through the rooms in this order, and a room knows only those before it:

- `reading`, `formats`: its text, whatever program wrote it
- `memo`: the text cut into passages: paragraphs, items, cells
- `figures`: the numbers of a passage and what they count
- `known`: the figures of the year, and whether a number is one of them
- `named`: what is spoken of: topics, units, events, the columns of a table
- `claims`: each number in its sentence
- `meanings`: what a claim may mean
- `judging`: the verdict
- `output`: findings on the screen, as CSV, JSON or a web page

All wording is in phrases.toml.

>>> import itaanalysis as ita
>>> from itaanalysis.audit import audit
>>> findings = audit("คะแนน ITA ของ สป. ๙๒.๙๐", ita.load(2568))        # doctest: +SKIP
>>> findings[0].verdict, findings[0].expected                          # doctest: +SKIP
('differs', 92.8)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from itaanalysis.audit.finding import VERDICTS, WRONG, Finding

if TYPE_CHECKING:
    from itaanalysis.year import YearData

__all__ = ["VERDICTS", "WRONG", "Finding", "audit"]


def audit(text: str, year: YearData) -> list[Finding]:
    """Every figure that a memo's text states, with its verdict, in the order of the text.

    Lines of the text are paragraphs, or lines of paragraphs that a page broke; lines with tabs are rows of a table.
    Nothing about the year or the ministry is known beforehand: names of units and events, KPIs, targets and the method
    come from `year` and its reference tables, wording from phrases.toml.
    """
    from itaanalysis.audit.judging.auditor import Auditor
    from itaanalysis.audit.memo.memo import Memo

    return Auditor(Memo.of(text), year).findings()
