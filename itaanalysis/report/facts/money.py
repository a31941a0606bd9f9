"""What was allocated and what was spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.facts.fact import NOT_THERE, Found, cells
from itaanalysis.summaries.activities import booking
from itaanalysis.thai import baht
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData


def money(year: YearData, words: Words) -> dict[str, Found]:
    """Allocation, sum of the expense rows, what the sheet states, the sub-activity that spent most."""
    expenses = year.expenses
    rows = cells(expenses["source"])
    spent = Found(_sum(expenses["amount_baht"]), rows)
    allocated = Found(year.allocation_baht, stated(year, "expenses", "allocation_baht").sources, "reported")
    reported = stated(year, "expenses", "amount_baht")
    left = _less(allocated, spent)
    return {
        "allocation_baht": allocated,
        "allocation_in_words": _in_words(allocated, words),
        "spent_baht": spent,
        "spent_in_words": _in_words(spent, words),
        "spent_reported_baht": reported,
        "spent_difference_baht": _apart(spent, reported),
        "unspent_baht": left if present(left.value) and left.value >= 0 else NOT_THERE,
        "overspent_baht": _less(spent, allocated) if present(left.value) and left.value < 0 else NOT_THERE,
        "expenses_total": Found(len(expenses) or None, rows),
        "expenses_free": Found(int((expenses["amount_baht"] == 0).sum()) if rows else None, rows),
        **_largest_group(year),
    }


def stated(year: YearData, table: str, column: str) -> Found:
    """A total as the sheet itself states it."""
    row = year.stated_row(table, column)
    if row is None or not present(row["reported"]):
        return NOT_THERE
    return Found(float(row["reported"]), cells([row["source"]]), "reported")


def _sum(amounts: pd.Series) -> float | None:
    stated_amounts = amounts.dropna()
    return float(baht.total(stated_amounts)) if len(stated_amounts) else None


def _less(whole: Found, part: Found) -> Found:
    """Exact to the satang: the difference of two amounts of two decimals."""
    if not (present(whole.value) and present(part.value)):
        return NOT_THERE
    return Found(round(whole.value - part.value, 2), whole.sources + part.sources)


def _apart(left: Found, right: Found) -> Found:
    """How far two amounts lie apart; not there when they agree, so that nothing is said of it."""
    difference = _less(left, right)
    return Found(abs(difference.value), difference.sources) if difference.value else NOT_THERE


def _in_words(amount: Found, words: Words) -> Found:
    if not present(amount.value) or words.lang != "th":
        return NOT_THERE
    return Found(baht.in_words(amount.value), amount.sources)


def _largest_group(year: YearData) -> dict[str, Found]:
    groups = summaries.spending_by_group(year).dropna(subset=["group", "amount_baht"])
    if groups.empty or not groups["amount_baht"].max():
        return {}
    most = groups.sort_values("amount_baht", ascending=False, kind="stable").iloc[0]
    its = booking(year.activities[year.activities["group"] == most["group"]])
    rows = cells(year.expenses.loc[booking(year.expenses).isin(its), "source"])
    return {
        "largest_group_number": Found(most["group"], rows),
        "largest_group_name": Found(most["group_name"], rows),
        "largest_group_baht": Found(float(most["amount_baht"]), rows),
        "largest_group_share": Found(float(most["share"]), rows),
    }
