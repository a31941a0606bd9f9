"""Percentages that follow from a number stated before them: of money, of all units."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from itaanalysis.audit.claims.context import Context
from itaanalysis.audit.known.facts import Known
from itaanalysis.audit.known.money import share_of
from itaanalysis.audit.known.year import KnownFigures
from itaanalysis.thai.numbers import exact, round_share

_NEAR = 45
"""Characters between a number of units and the percentage that says it again."""


def shares_of_units(context: Context, known: KnownFigures) -> list[Known]:
    """What a number of units right before a percentage is of all units: ผ่าน ๑๑ แห่ง (ร้อยละ ๙๑.๖๗)."""
    counts = known.units
    if not context.before or context.before[-1].family != "units" or len(context.lead) > _NEAR or not counts:
        return []
    shares = [share_of(counts[which], counts["all"]) for which in ("passed", "failed")]
    return [replace(share, what="pass_rate") for share in shares]


def shares_of_money(context: Context, known: KnownFigures) -> list[Known]:
    """What an amount stated before is of the allocation or of all spending: it may be told of any event."""
    wholes = [whole for whole in (*known.allocation, *known.spent) if exact(whole.value) > 0]
    return [
        Known("expenses.amount_baht", "share", round_share(amount, exact(whole.value)), whole.source,
              unrounded=amount / exact(whole.value) * 100)
        for amount in _amounts(context, known)[-1:]
        for whole in wholes
        if amount != exact(whole.value)
    ]  # fmt: skip


def _amounts(context: Context, known: KnownFigures) -> list[Decimal]:
    """The amounts before a percentage; in a cell those of the row's event."""
    if context.in_cell:
        facts = (fact for code in context.sure_events for fact in known.events_by_code[code].of("money"))
        return [exact(fact.value) for fact in facts]
    return [exact(figure.value) for figure in context.before if figure.family == "money" and figure.value is not None]
