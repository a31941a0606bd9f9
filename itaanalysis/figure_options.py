"""The options of `ita figures`. The charts are asked what they may be only when one is given: --help comes at once."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from itaanalysis.arguments import one, several

if TYPE_CHECKING:
    from itaanalysis.figures import Look


def add_to(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its options."""
    parser.add_argument(
        "--size",
        type=several(_sizes),
        metavar="full,half,slide,square",
        help="ขนาด ไม่ระบุคือ full · sizes, by default full",
    )
    parser.add_argument(
        "--format", type=several(_formats), metavar="png,svg,pdf", help="ไม่ระบุคือ png และ svg · by default png and svg"
    )
    parser.add_argument(
        "--digits", choices=("thai", "arabic"), help="เลขไทยหรืออารบิก ไม่ระบุคือตามภาษา · by default those of the language"
    )
    parser.add_argument(
        "--stamp",
        type=one(_stamps),
        metavar="draft|final",
        help="ประทับฉบับร่างหรือฉบับสมบูรณ์ · mark every chart, by default none",
    )
    parser.add_argument(
        "--real-text",
        action="store_true",
        help="ตัวอักษรใน SVG เป็นข้อความ ค้นและแก้ได้ · letters of an SVG as text instead of outlines",
    )


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
