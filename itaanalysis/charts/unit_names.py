"""The name of a unit where there is little room, and where there is plenty."""

from __future__ import annotations

from itaanalysis.charts.measure import shorten, text_width


def fitted(short: str, unit: str, role_name: str, width: float) -> str:
    """`short` where it fits `width` points; else as much of it as fits before the abbreviation `unit`.

    Many names begin alike: cut short, only their abbreviations tell them apart.
    """
    if text_width(short, role_name) <= width:
        return short
    room = width - text_width(f" {unit}", role_name)
    cut = shorten(short, role_name, room) if room > text_width("MMMM…", role_name) else ""
    return f"{cut} {unit}".strip()


def both(name: str, short: str) -> str:
    """A name with its abbreviation: “กรมทรัพย์สินทางปัญญา (ทป.)”; the name alone where it has none."""
    return name if name == short else f"{name} ({short})"
