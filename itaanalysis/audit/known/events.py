"""The events of a year: who came, what they cost, when they were, and how many there were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from itaanalysis.audit.known.facts import (
    COMPUTED,
    Event,
    Known,
    Row,
    cells,
    main_code,
    present,
    sum_of,
    text_of,
)  # fmt: skip
from itaanalysis.audit.known.money import MoneyFigures, share_of
from itaanalysis.audit.phrases import family_of
from itaanalysis.cell_ranges import ranges
from itaanalysis.thai import baht
from itaanalysis.thai.numbers import read_quantity
from itaanalysis.thai.rounding import NumberError, exact


class EventFigures(MoneyFigures):
    """Figures of single events, of sub-activities, and counts of both."""

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The activities in source order."""
        return tuple(self._event(row) for row in self.year.activities.to_dict("records"))

    @cached_property
    def events_by_code(self) -> dict[str, Event]:
        """The activities by their code."""
        return {event.code: event for event in self.events}

    @cached_property
    def group_sums(self) -> tuple[Known, ...]:
        """Money and people of each sub-activity, and its share of all spending."""
        found = []
        for group in dict.fromkeys(event.group for event in self.events):
            for family in ("money", "people"):
                parts = [known for event in self.events if event.group == group for known in event.of(family)]
                found += [sum_of(parts)] if parts else []
        wholes = [whole for whole in self.spent if exact(whole.value) > 0]
        shares = [share_of(part, whole) for part in found if part.family == "money" for whole in wholes]
        return (*found, *shares)

    @cached_property
    def provinces(self) -> tuple[Known, ...]:
        """In how many provinces events were held: all of them, then those of each code that were held in several."""
        held = [event for event in self.events if event.province]
        codes = dict.fromkeys(main_code(event.code) for event in held)
        groups = [held, *([event for event in held if main_code(event.code) == code] for code in codes)]
        several = [(group, len({event.province for event in group})) for group in groups if group]
        return tuple(
            Known("activities.province", "provinces", Decimal(many),
                  "; ".join(ranges(event.source for event in group)), COMPUTED)
            for group, many in several
            if many > 1 or group is held
        )  # fmt: skip

    @cached_property
    def counts(self) -> dict[str, tuple[Known, ...]]:
        """How many sub-activities, activities (codes without what stands in brackets) and rows were held."""
        dimensions = Decimal(len(self.year.criteria.ethics_indicators))
        found: dict[str, tuple[Known, ...]] = {
            "dimensions": (Known("criteria.ethics_indicators", "dimensions", dimensions, "criteria.toml"),)
        }
        if not self.events:
            return found
        source = "; ".join(ranges(event.source for event in self.events))
        numbers = {
            "groups": ("activities.group", len({event.group for event in self.events})),
            "activities": ("activities.code", len({main_code(event.code) for event in self.events})),
            "events": ("activities.name", len(self.events)),
        }
        single = {family: Known(what, family, Decimal(number), source, COMPUTED)
                  for family, (what, number) in numbers.items()}  # fmt: skip
        # Some count the rows of the sheet as activities.
        return (
            found
            | {family: (known,) for family, known in single.items()}
            | {"activities": (single["activities"], single["events"])}
        )

    def _event(self, row: Row) -> Event:
        paid = [cost for cost in self.rows("expenses", "amount_baht") if cost["code"] == row["code"]]
        facts = list(_facts(row))
        if paid:
            total = baht.total(cost["amount_baht"] for cost in paid)
            facts.append(Known("expenses.amount_baht", "money", total, cells(paid)))
        return Event(
            code=text_of(row["code"]) or str(row["source"]),
            group=text_of(row["group"]),
            group_name=text_of(row["group_name"]),
            texts=tuple(filter(None, (text_of(row["name"]), *(text_of(cost["item"]) for cost in paid)))),
            province=text_of(row["province"]),
            host=text_of(row["host"]),
            source=str(row["source"]),
            facts=tuple(facts),
        )


def _facts(row: Row) -> Iterable[Known]:
    """What a row of activities says itself; a note of so many provinces is a figure as well."""
    source = str(row["source"])
    if present(row["start_date"]):
        first: date = row["start_date"].date()
        last: date = row["end_date"].date() if present(row["end_date"]) else first
        yield Known("activities.start_date", "date", first, source, last=last)
    for column, family in (("participants", "people"), ("online_provinces", "provinces")):
        if present(row[column]):
            yield Known(f"activities.{column}", family, exact(row[column]), source)
    try:
        value, unit = read_quantity(text_of(row["note"]))
    except NumberError:
        return
    if family_of(unit, "after") == "provinces":
        yield Known("activities.note", "provinces", value, source)
