"""The look of the explorer, with the font it is set in, wherever it is shown: JupyterLab, VS Code or a page."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files

from itaanalysis.report.fonts import FAMILY, font_woff

_WEIGHTS = {"Regular": "400", "Bold": "600 700"}


@cache
def style() -> str:
    """explore.css and the font as one style element."""
    faces = "".join(
        f"@font-face {{ font-family: {FAMILY}; font-weight: {weight}; "
        f"src: url(data:font/woff;base64,{base64.b64encode(font_woff(name)).decode()}) format('woff'); }}\n"
        for name, weight in _WEIGHTS.items()
    )
    return f"<style>\n{faces}{(files('itaanalysis.explore') / 'explore.css').read_text(encoding='utf-8')}</style>"
