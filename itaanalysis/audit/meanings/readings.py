"""What a number may mean: figures it has to equal, or may equal."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from itaanalysis.audit.figures.figure import Figure
from itaanalysis.audit.known.agreement import distance, near_miss
from itaanalysis.audit.known.facts import Known
from itaanalysis.thai.rounding import exact

FOREIGN = "foreign"
"""What no table holds, by its topic in phrases.toml."""
ANSWERED = "answered"
"""People who answered a questionnaire."""
MORE = "more"
"""Another number of what has had its own."""
_LARGE = 100


@dataclass(frozen=True)
class Readings:
    """Figures a number may equal. One of the `sure` has to; one of the `perhaps` may. `about` names the subject.

    `firm` are sure ones that it has to equal however far from them it is.
    """

    sure: tuple[Known, ...] = ()
    perhaps: tuple[Known, ...] = ()
    about: tuple[str, ...] = field(default=())
    firm: bool = False

    @property
    def all(self) -> tuple[Known, ...]:
        return (*self.sure, *self.perhaps)


def of_the_size(figure: Figure, known: Known, told_as_total: bool = False) -> bool:
    """Whether a number may be meant for a total: not for a part of it, or for something much larger.

    One `told_as_total` may have lost a digit.
    """
    if not isinstance(figure.value, Decimal):
        return True
    half, twice = exact(known.value) / 2, exact(known.value) * 2
    slipped = told_as_total and exact(known.value) >= _LARGE and distance(figure, known) == 1
    return half <= figure.value <= twice or near_miss(figure, known) or slipped
