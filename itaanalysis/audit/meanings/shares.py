"""Percentages that follow from a number stated before them: of money, of all units."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.agreement import agreement
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.known.money import share_of
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.audit.meanings.readings import MORE, Readings
from itaanalysis.audit.meanings.units_counted import ALL, UnitsCounted
from itaanalysis.thai.rounding import exact, round_share

POINTS = frozenset(("คะแนน", "points", "point"))
"""Units of a score, never of a percentage of units."""
_NEAR = 45
"""Characters between a number of units and the percentage that says it again."""


def shares_of_units(context: Context, counted: UnitsCounted) -> Readings | None:
    """What a number of units right before a percentage is of all units: ผ่าน ๑๑ แห่ง (ร้อยละ ๙๑.๖๗); None for none.

    Of which units it is, the words there say, not the number, which may be wrong.
    """
    last = context.before[-1:]
    if not last or last[0].family != "units" or len(context.lead) > _NEAR or context.figure.unit in POINTS:
        return None
    counts = counted.known.units
    told = [which for which in counted.of_last_counts(context) if which != ALL] if counts else []
    if not told:
        return None
    shares = {name: replace(share_of(count, counts["all"]), what="pass_rate") for name, count in counts.items()}
    if any(which not in shares for which in told):
        alike = [share for share in shares.values() if agreement(context.figure, share)]
        return Readings((), tuple(alike), ("pass_rate", *told, MORE))
    sure = [shares[which] for which in told]  # ผ่าน ๑๑ แห่ง ไม่ผ่าน ๑ แห่ง ร้อยละ …: of either
    return Readings(tuple(_of_its_size(context, sure)), (), ("pass_rate", *told), firm=True)


def _of_its_size(context: Context, shares: list[Known]) -> list[Known]:
    """The shares that a percentage is neither half nor twice of; all of them where it is of none."""
    typed = context.figure.value
    near = [share for share in shares
            if isinstance(typed, Decimal) and exact(share.value) / 2 <= typed <= exact(share.value) * 2]  # fmt: skip
    return near or shares


def shares_of_money(context: Context, known: KnownFigures) -> list[Known]:
    """What an amount stated before is of the allocation or of all spending: it may be told of any event.

    The shares of all spending itself are those of the KPI.
    """
    totals = [exact(whole.value) for whole in (*known.spent, *known.allocation)]
    wholes = [whole for whole in (*known.allocation, *known.spent) if exact(whole.value) > 0]
    return [
        Known("expenses.amount_baht", "share", round_share(amount, exact(whole.value)), whole.source,
              unrounded=amount / exact(whole.value) * 100)
        for amount in _amounts(context, known)[-1:]
        for whole in wholes
        if amount not in totals
    ]  # fmt: skip


def _amounts(context: Context, known: KnownFigures) -> list[Decimal]:
    """The amounts before a percentage; in a cell those of the row's event."""
    if context.in_cell:
        facts = (fact for code in context.sure_events for fact in known.events_by_code[code].of("money"))
        return [exact(fact.value) for fact in facts]
    return [exact(figure.value) for figure in context.before if figure.family == "money" and figure.value is not None]
