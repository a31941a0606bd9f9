"""What a year spent and was given."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from itaanalysis.audit.known.facts import COMPUTED, REPORTED, Known, YearTables, cells
from itaanalysis.thai import baht
from itaanalysis.thai.rounding import exact, round_share


class MoneyFigures(YearTables):
    """Money of a year as a whole."""

    @cached_property
    def spent(self) -> tuple[Known, ...]:
        """All spending: the sum of the rows, then as stated where that differs."""
        what, rows = "expenses.amount_baht", self.rows("expenses", "amount_baht")
        stated = self.stated("expenses", "amount_baht")
        if not rows:
            return (Known(what, "money", stated[0], stated[1]),) if stated else ()
        total = baht.total(row["amount_baht"] for row in rows)
        if stated is None or stated[0] == total:
            return (Known(what, "money", total, cells(rows), COMPUTED),)
        return (
            Known(what, "money", total, cells(rows), COMPUTED, other=stated[0]),
            Known(what, "money", stated[0], stated[1], REPORTED, other=total),
        )

    @cached_property
    def allocation(self) -> tuple[Known, ...]:
        """The budget allocated."""
        stated = self.stated("expenses", "allocation_baht")
        return (Known("expenses.allocation_baht", "money", stated[0], stated[1]),) if stated else ()

    @cached_property
    def unspent(self) -> tuple[Known, ...]:
        """What is left of the allocation, by the sum of the rows and by the stated total."""
        return tuple(
            Known("expenses.unspent_baht", "money", exact(whole.value) - exact(spent.value),
                  f"{whole.source} − {spent.source}", COMPUTED)
            for whole in self.allocation
            for spent in self.spent
        )  # fmt: skip

    def spent_shares(self) -> Iterable[Known]:
        """What each total of spending is of the allocation: a share of a stated total follows from it."""
        for whole in self.allocation:
            for spent in self.spent if exact(whole.value) > 0 else ():
                share, other = share_of(spent, whole), None
                if spent.role == REPORTED and spent.other is not None:
                    other = round_share(spent.other, exact(whole.value))
                yield Known("budget_utilisation", "share", share.value, f"{spent.source} ÷ {whole.source}",
                            spent.role, other=other, unrounded=share.unrounded)  # fmt: skip


def share_of(part: Known, whole: Known) -> Known:
    """A share in percent, rounded as it is shown and unrounded. Raises NumberError when the whole is not above zero."""
    one, all_of_it = exact(part.value), exact(whole.value)
    return Known(part.what, "share", round_share(one, all_of_it), part.source, unrounded=one / all_of_it * 100)
