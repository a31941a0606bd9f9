"""The options of `ita figures`. The charts are asked what they may be only when one is given: --help comes at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from itaanalysis.figures import Look


def add_to(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its options."""
    parser.add_argument("--size", type=_some(_sizes), metavar="full,half,slide,square", help="sizes, by default full")
    parser.add_argument("--format", type=_some(_formats), metavar="png,svg,pdf", help="by default png and svg")
    parser.add_argument("--digits", choices=("thai", "arabic"), help="by default those of the language")
    parser.add_argument("--stamp", type=_one(_stamps), metavar="draft|final", help="mark every chart, by default none")
    parser.add_argument("--real-text", action="store_true", help="letters of an SVG as text instead of outlines")


def look(options: argparse.Namespace) -> Look:
    """What was chosen."""
    from itaanalysis.figures import Look

    chosen = {"sizes": options.size, "formats": options.format, "digits": options.digits, "stamp": options.stamp}
    return Look(real_text=options.real_text, **{name: value for name, value in chosen.items() if value is not None})


def _sizes() -> Iterable[str]:
    from itaanalysis.charts.sheet import sizes

    return sizes()


def _formats() -> Iterable[str]:
    from itaanalysis.charts.formats import FORMATS

    return FORMATS


def _stamps() -> Iterable[str]:
    from itaanalysis.charts.settings import settings

    return settings()["stamps"]


def _some(known: Callable[[], Iterable[str]]) -> Callable[[str], tuple[str, ...]]:
    """Reads names parted by commas, each once."""

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
        unknown = [part for part in chosen if part not in known()]
        if unknown or not chosen:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown) or 'nothing'} is not one of {', '.join(known())}")
        return chosen

    return read


def _one(known: Callable[[], Iterable[str]]) -> Callable[[str], str]:
    """Reads one name."""

    def read(text: str) -> str:
        chosen = _some(known)(text)
        if len(chosen) > 1:
            raise argparse.ArgumentTypeError(f"one of {', '.join(known())}")
        return chosen[0]

    return read
