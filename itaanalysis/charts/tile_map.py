"""The provinces in which events were held, as a tile map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.charts.chart import Chart
from itaanalysis.charts.drawing import chart
from itaanalysis.charts.measure import shorten, text_width
from itaanalysis.charts.no_data import no_data
from itaanalysis.charts.page import Page
from itaanalysis.charts.provinces import Reached, provinces, reached
from itaanalysis.charts.theme import colour, page_setting, page_width
from itaanalysis.charts.wording import Wording, records

if TYPE_CHECKING:
    from itaanalysis.year import YearData

_TILE = 22.0
_BESIDE = 30.0
"""Points between the map and the list."""

_WIDEST_LIST = 230.0
_LINE = 15.0
_MOST_BELOW = 10
"""Provinces listed under the map, where there is no room beside it."""

_SHADES = ("grid", "light", "main")
"""Colours of a province with no event, with one, with several; the name on the last is in the colour of paper."""


@chart
def provinces_reached(year: YearData, lang: str = "th", digits: str | None = None) -> Chart:
    """Thailand as one tile a province, dark where events were held, with a list of events and head-counts beside it.

    Only provinces named as the venue are dark. Those that followed online are a mere count in the data, so they are
    told in a note and not drawn; so are events without a province and names that no province has.
    """
    words = Wording.of(lang, digits)
    where = reached(year)
    if where.held.empty:
        return no_data("provinces_reached", words, "จังหวัดที่จัดกิจกรรม", "the provinces of events", year.fiscal_year)
    tiles = provinces()
    map_width = (max(tile.column for tile in tiles) + 1) * _TILE
    map_height = (max(tile.row for tile in tiles) + 1) * _TILE
    inner = page_width() - 2 * page_setting("margin")
    beside = inner - map_width - _BESIDE >= _WIDEST_LIST / 2
    most = int(map_height / _LINE) - 4 if beside else _MOST_BELOW
    listed = min(len(where.held), most)
    lines = 1 + listed + (len(where.held) > most)
    key = 3 * _LINE + 6
    page = Page(
        title=_title(words, where),
        subtitle=words(
            f"จังหวัดที่ระบุเป็นสถานที่จัดกิจกรรม {words.fiscal_year(year.fiscal_year)} หนึ่งช่องคือหนึ่งจังหวัด",
            f"Provinces named as the venue of events, {words.fiscal_year(year.fiscal_year)}; one tile a province",
        ),
        source=words.sheets(year.activities[year.activities["province"].notna()]),
        height=map_height if beside else map_height + key + lines * _LINE + 12,
        notes=_notes(words, year, where),
    )
    # On a wide page map and list stand in its middle.
    start = max(0.0, page.width - map_width - _BESIDE - _WIDEST_LIST) / 2 if beside else 0.0
    _draw_tiles(page, words, where, start)
    left, top = (start + map_width + _BESIDE, 0.0) if beside else (0.0, map_height + 12)
    right = min(page.width, left + _WIDEST_LIST)
    _draw_key(page, words, left, top)
    _draw_list(page, words, where, (left, right), top + key, most)
    return page.finish("provinces_reached", words, _alt(words, where))


def _draw_tiles(page: Page, words: Wording, where: Reached, left: float) -> None:
    held = {row["province"].name_th: row for row in records(where.held)}
    for tile in provinces():
        row = held.get(tile.name_th)
        x, y = left + tile.column * _TILE, tile.row * _TILE
        _draw_tile(page, x, y, min(int(row["events"]), 2) if row else 0, tile.abbreviation(words))
        page.mark(x, x + _TILE, y, y + _TILE, f"{tile.name(words)}: {_told(words, row)}")


def _told(words: Wording, row: dict[str, Any] | None) -> str:
    """What a tile tells beside its name: how many events were held there, and who came."""
    if row is None:
        return words("ไม่ได้ระบุว่าจัดกิจกรรม", "no event named")
    count, people = int(row["events"]), row["participants"]
    events = words(f"{words.brief(count)} รายการ", f"{words.brief(count)} {'event' if count == 1 else 'events'}")
    said = words("ไม่ระบุจำนวนผู้เข้าร่วม", "no head-count") if pd.isna(people) else words.people(int(people))
    return f"{events}{words(' ', ', ')}{said}"


def _draw_tile(page: Page, x: float, y: float, shade: int, text: str = "") -> None:
    page.box(x + 1, x + _TILE - 1, y + 1, y + _TILE - 1, colour(_SHADES[shade]))
    ink = ("muted", "ink", "paper")[shade]
    page.text(x + _TILE / 2, y + _TILE / 2, text, "strong" if shade else "small", ha="center", ink=ink)


def _draw_key(page: Page, words: Wording, left: float, top: float) -> None:
    """What the three shades mean."""
    several = words(f"จัดตั้งแต่ {words.brief(2)} รายการขึ้นไป", f"{words.brief(2)} events or more")
    one = words(f"จัด {words.brief(1)} รายการ", f"{words.brief(1)} event")
    for place, (shade, text) in enumerate([(2, several), (1, one), (0, words("ไม่ได้ระบุว่าจัด", "none named"))]):
        y = top + (place + 0.5) * _LINE
        page.box(left, left + 10, y - 5, y + 5, colour(_SHADES[shade]))
        page.text(left + 16, y, text, "small")


def _draw_list(page: Page, words: Wording, where: Reached, span: tuple[float, float], top: float, most: int) -> None:
    left, right = span
    held = records(where.held)
    headings = words("รายการ", "Events"), words("คน", "People")
    people = ["–" if pd.isna(row["participants"]) else words.brief(int(row["participants"])) for row in held]
    events_right = right - max(text_width(text, "label") for text in (headings[1], *people)) - 14
    events = [words.brief(int(row["events"])) for row in held]
    room = events_right - max(text_width(text, "label") for text in (headings[0], *events)) - 10 - left
    y = top + _LINE / 2
    page.text(events_right, y, headings[0], "small", ha="right")
    page.text(right, y, headings[1], "small", ha="right")
    page.line(left, right, top + _LINE, color=colour("rule"), lw=0.8)
    for row, count, heads in list(zip(held, events, people, strict=True))[:most]:
        y += _LINE
        page.text(left, y, shorten(row["province"].name(words), "label", room), "label")
        page.text(events_right, y, count, "label", ha="right")
        page.text(right, y, heads, "quiet", ha="right")
    if len(held) > most:
        rest = words.brief(len(held) - most)
        page.text(left, y + _LINE, words(f"และอีก {rest} จังหวัด", f"and {rest} more"), "quiet")


def _title(words: Wording, where: Reached) -> str:
    held = records(where.held)
    count, whole = words.brief(len(held)), words.brief(len(provinces()))
    most = int(held[0]["events"])
    named = [row["province"].name(words) for row in held if row["events"] == most]
    lead = words(f"จัดกิจกรรมใน {count} จาก {whole} จังหวัด", f"Events in {count} of {whole} provinces")
    if len(held) == 1:
        only = words.brief(most)
        return words(
            f"กิจกรรมที่ระบุจังหวัดจัดที่{named[0]}ทั้งหมด {only} รายการ",
            f"All {only} events that name a province were in {named[0]}" if most > 1 else f"One event, in {named[0]}",
        )
    if len(named) == len(held):
        return words(f"{lead} จังหวัดละ {words.brief(most)} รายการ", f"{lead}, {words.brief(most)} in each")
    top = words.listed(named, 3, "จังหวัด")
    each = words("จังหวัดละ " if len(named) > 1 else "", " each" if len(named) > 1 else "")
    return words(
        f"{lead} มากที่สุดที่{top} {each}{words.brief(most)} รายการ", f"{lead}, most in {top}: {words.brief(most)}{each}"
    )


def _notes(words: Wording, year: YearData, where: Reached) -> list[str]:
    notes = []
    if where.unplaced:
        count = words.brief(where.unplaced)
        notes.append(
            words(f"อีก {count} รายการไม่ระบุจังหวัด จึงไม่อยู่ในแผนที่", f"Not on the map: {count} events that name no province")
        )
    if where.unknown:
        names = words.listed([f"“{name}”" for name in where.unknown], 4, "ชื่อ")
        notes.append(words(f"ไม่พบจังหวัดชื่อ {names}", f"No province has the name {names}"))
    online = summaries.online_reach(year)
    if len(online):
        count, farthest = words.brief(len(online)), words.brief(int(online["online_provinces"].max()))
        notes.append(
            words(
                f"ถ่ายทอดออนไลน์ {count} รายการ ถึงสูงสุด {farthest} จังหวัด ข้อมูลบอกเพียงจำนวน จึงไม่ได้ระบายสี",
                f"Followed online: {count} {'event' if len(online) == 1 else 'events'}, in up to {farthest} provinces; "
                "the data count but do not name them, so they are not drawn",
            )
        )
    return notes


def _alt(words: Wording, where: Reached) -> str:
    each = [
        words(
            f"{row['province'].name(words)} {words.brief(int(row['events']))} รายการ",
            f"{row['province'].name(words)} {words.brief(int(row['events']))}",
        )
        for row in records(where.held)
    ]
    count = words.brief(len(where.held))
    listed = words.listed(each, 8, "จังหวัด")
    return words(
        f"แผนที่ช่องตารางของประเทศไทย ระบายสี {count} จังหวัดที่จัดกิจกรรม ได้แก่ {listed}",
        f"Tile map of Thailand with {count} {'province' if len(each) == 1 else 'provinces'} shaded: {listed}.",
    )
