"""How wide text will be, and where it breaks: measured with the font, not guessed from the letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from itaanalysis.charts.theme import page_setting, role, theme
from itaanalysis.thai.words import wrap


@cache
def _renderer() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(8, 8, page_setting("dpi"))


@lru_cache(maxsize=4096)
def text_width(text: str, role_name: str) -> float:
    """Width in points of `text` set on one line in a text role, such as "label" or "title"."""
    from matplotlib.font_manager import FontProperties

    setting = role(role_name)
    with theme():
        font = FontProperties(family=setting.families, size=setting.size)
        width, _, _ = _renderer().get_text_width_height_descent(text, font, False)
    return float(width) * 72 / page_setting("dpi")


# A space beside a figure holds the figure to its unit (๘๕ คะแนน); any other space in Thai ends a phrase.
_PHRASE_END = re.compile(r"(?<![0-9๐-๙:]) (?![0-9๐-๙])")


def break_lines(text: str, role_name: str, width: float) -> list[str]:
    """`text` in lines of at most `width` points.

    Lines end where a phrase does, if that takes no line more, otherwise between words, and a last line much shorter
    than the others is filled from above. Where even one word is wider than `width`, it is cut with an ellipsis: a label
    may end early, it may not run into the chart.
    """
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    if text_width(text, role_name) <= width:
        return [text]
    columns = max(1, int(len(text) * width / text_width(text, role_name)) + 6)
    lines = wrap(text, columns)
    while columns > 1 and _widest(lines, role_name) > width:
        columns -= 1
        lines = wrap(text, columns)
    phrases = _fill_with_phrases(text, role_name, width)
    short = min((text_width(line, role_name) for line in phrases), default=0.0)
    if len(phrases) <= len(lines) and short >= 0.2 * width:
        return phrases
    # An orphan: look for the narrowest setting that needs no line more.
    while columns > 1 and text_width(lines[-1], role_name) < 0.3 * width:
        columns -= 1
        narrower = wrap(text, columns)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return [shorten(line, role_name, width) for line in lines]


def _fill_with_phrases(text: str, role_name: str, width: float) -> list[str]:
    lines: list[str] = []
    for phrase in _PHRASE_END.split(text):
        longer = f"{lines[-1]} {phrase}" if lines else phrase
        if text_width(longer, role_name) <= width:
            lines[-1:] = [longer]
        elif text_width(phrase, role_name) <= width:
            lines.append(phrase)
        else:
            return []
    return lines


def shorten(text: str, role_name: str, width: float) -> str:
    """`text` itself when it fits `width` points on one line, otherwise as many words as fit and an ellipsis."""
    if text_width(text, role_name) <= width:
        return text
    room = width - text_width("…", role_name)
    words = wrap(text, max(1, int(len(text) * room / text_width(text, role_name)) + 4))[0]
    while words and text_width(words, role_name) > room:
        shorter = wrap(words, max(1, len(words) - 1))[0]
        words = (shorter if len(shorter) < len(words) else words[:-1]).rstrip()
    return f"{words}…"


def _widest(lines: list[str], role_name: str) -> float:
    return max(text_width(line, role_name) for line in lines)
