"""A memo's figures against the data and against one another.

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
    from itaanalysis.audit.auditor import Auditor
    from itaanalysis.audit.memo import Memo

    return Auditor(Memo.of(text), year).findings()
