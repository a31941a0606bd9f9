"""One number of a memo and what became of it."""

from dataclasses import dataclass

AGREES, DIFFERS, CONTRADICTS, MALFORMED, UNCHECKED = "agrees", "differs", "contradicts", "malformed", "unchecked"
VERDICTS = (AGREES, DIFFERS, CONTRADICTS, MALFORMED, UNCHECKED)
WRONG = frozenset({DIFFERS, CONTRADICTS, MALFORMED})  # what a memo should not go out with


@dataclass(frozen=True)
class Finding:
    """A figure the memo states, beside the figure it ought to be.

    `line` is the 1-based line of the memo's text on which the number begins, `text` the sentence or table row around
    it, on one line. `what` is a KPI id (`pass_rate`) or a table and column (`expenses.amount_baht`), empty when
    unknown. `claimed` and `expected` are numbers or ISO dates; `expected` is None where there is none, `claimed` where
    the number cannot be read. `source` says where the expected value comes from: a cell, a formula, or for a
    contradiction the lines of the other place. `remark_th` and `remark_en` are one clear sentence or empty. `start`
    and `end` are the offsets of the number in the memo's text, `typed` is the number as typed; they are the words where
    a level, a status or a weekday is claimed, and `meant` is what these ought to be.
    """

    line: int
    text: str
    what: str
    claimed: float | str | None
    expected: float | str | None
    verdict: str
    source: str
    remark_th: str
    remark_en: str
    start: int
    end: int
    typed: str
    meant: str = ""

    @property
    def wrong(self) -> bool:
        """Whether the memo needs mending here: it differs, contradicts itself or is no number at all."""
        return self.verdict in WRONG
