"""One sentence an event, under the heading of its sub-activity; events of one activity as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.facts.events import activity_code
from itaanalysis.report.facts.fact import Fact, cells
from itaanalysis.summaries.activities import booking
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Texts = dict[str, str | None]
FREE_OF_CHARGE = ""
"""What `{free_of_charge}` says: nothing, it only keeps or drops the segment that it stands in."""


@dataclass(frozen=True)
class Line:
    """One line of the list of events: what kind of line it is and the texts that fill it.

    `kind` is "group" (a sub-activity), "several" (an activity of several events), "item" (one of those) or
    "event". `sources` names the cells of the blanks that come from any.
    """

    kind: str
    texts: Texts
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NAMES = {
    "group": ("group", "group_name", "count", "participants", "spent", "free_of_charge"),
    "several": ("code", "count", "participants", "spent", "free_of_charge"),
    "event": (
        "code", "name", "date", "venue", "province", "province_label", "host",
        "participants", "online_provinces", "note", "spent", "free_of_charge",
    ),
}  # fmt: skip
"""The blanks that each kind of line can fill; an item fills those of an event."""


def lines(year: YearData, words: Words) -> Iterator[Line]:
    """The events in source order, sub-activity by sub-activity, activity by activity."""
    rows = year.activities.assign(activity=activity_code(year.activities))
    held = summaries.events(year)
    rows = rows.assign(booking=booking(rows), spent=held.loc[held["listed"], "amount_baht"].tolist())
    spent = held.dropna(subset=["code"]).set_index("code")["amount_baht"]
    paid = {its: cells(expenses) for its, expenses in year.expenses.groupby(booking(year.expenses))["source"]}
    for group, events in rows.groupby("group", sort=False, dropna=False):
        if present(group):
            heading = {
                "group": words.in_digits(str(group)),
                "group_name": _text(events["group_name"].iloc[0], words),
            }
            yield Line("group", heading | _together(events, words), _sources(events, paid))
        for code, several in events.groupby("activity", sort=False, dropna=False):
            alone = len(several) == 1
            if not alone:
                # Money may stand on the activity as a whole, under its code without a number in brackets.
                whole = [*several["spent"], spent.get(code)]
                texts = {"code": _code(code, words)} | _together(several, words, whole)
                yield Line("several", texts, _sources(several, paid, code))
            for place, event in enumerate(several.to_dict("records")):
                kind, its = "event" if alone else "item", several.iloc[[place]]
                yield Line(kind, _event(event, year, words), _sources(its, paid))


def told(total: Fact, year: YearData, words: Words) -> Fact:
    """What the annex says of all these sentences: how many events they tell of, and the cells."""
    return replace(
        total,
        name="events",
        label=words.pick("ข้อความรายกิจกรรม", "sentences by event"),
        formula=words.pick("วันที่ สถานที่ ผู้เข้าร่วม และค่าใช้จ่ายตามแผ่นงาน", "date, place, people and money as typed"),
        sources=cells(year.activities["source"], year.expenses["source"]),
    )


def _event(event: dict[Any, Any], year: YearData, words: Words) -> Texts:
    first, last = event["start_date"], event["end_date"]
    province, host = event["province"], event["host"]
    return {
        "code": _code(event["code"], words),
        **{column: _text(event[column], words) for column in ("name", "venue", "province", "note")},
        "date": words.dates(first, last if present(last) else first) if present(first) else None,
        "province_label": words.province(province) if present(province) else None,
        "host": words.unit(year, host) if present(host) else None,
        "participants": _count(event["participants"], words),
        "online_provinces": _count(event["online_provinces"], words),
        **_spending([event["spent"]], words),
    }


def _sources(events: pd.DataFrame, paid: Mapping[Any, tuple[str, ...]], code: Any = None) -> dict[str, tuple[str, ...]]:
    """The cells of what a line says: those of its events, for money those of their expenses and of the whole's code."""
    its = cells(events["source"])
    spent = cells(*(paid.get(one, ()) for one in [*events["booking"], code]))
    return dict.fromkeys(("date", "count", "participants", "online_provinces"), its) | {"spent": spent}


def _together(events: pd.DataFrame, words: Words, spent: list[Any] | None = None) -> Texts:
    people = events["participants"].dropna()
    return {
        "count": words.number(len(events), 0),
        "participants": _count(int(people.sum()), words) if len(people) else None,
        **_spending(events["spent"].tolist() if spent is None else spent, words),
    }


def _spending(amounts: list[Any], words: Words) -> Texts:
    """The money where there was some; the free-of-charge mark where all that is stated is zero."""
    stated = [amount for amount in amounts if present(amount)]
    whole = round(sum(stated), 2)
    return {
        "spent": words.brief(whole) if whole else None,
        "free_of_charge": FREE_OF_CHARGE if stated and not whole else None,
    }


def _code(code: Any, words: Words) -> str | None:
    """1.3(2) as it is printed: ๑.๓ (๒)."""
    return words.in_digits(re.sub(r"\s*\(", " (", str(code))) if present(code) else None


def _text(value: Any, words: Words) -> str | None:
    return words.in_digits(str(value)) if present(value) else None


def _count(value: Any, words: Words) -> str | None:
    return words.number(int(value), 0) if present(value) else None
