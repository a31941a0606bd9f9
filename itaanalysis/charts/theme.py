"""The one theme: sizes, colours and text roles from theme.toml, matplotlib's own settings from the .mplstyle.

Nothing here changes matplotlib's settings for good: they hold inside `with theme():` and are put back after it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from itaanalysis.charts.settings import page_setting, settings
from itaanalysis.charts.sheet import sheet

__all__ = ["TextRole", "colour", "font", "halo_box", "middle", "page_setting", "page_width", "role", "theme"]

# matplotlib's settings are shared by all threads, so only one thread at a time may change them.
_ONE_AT_A_TIME = threading.RLock()
_HERE = threading.local()

_FONT_FILES = {"regular": "Sarabun-Regular.ttf", "semibold": "Sarabun-SemiBold.ttf"}
# A weight is asked for by family: matplotlib would look for a semibold of the fallback font too, and complain.
_FAMILIES = {"regular": ["Sarabun", "DejaVu Sans"], "semibold": ["Sarabun SemiBold", "DejaVu Sans"]}


@dataclass(frozen=True)
class TextRole:
    """How text of one role is set: size and line height in points, weight, colour (a hex value)."""

    size: float
    line: float
    weight: str
    colour: str

    @property
    def families(self) -> list[str]:
        """Font families, the fallback for signs outside Sarabun last."""
        return _FAMILIES[self.weight]


def colour(name: str) -> str:
    """Hex value of a colour of the theme, such as `colour("main")`. Raises KeyError for an unknown name."""
    return str(settings()["colours"][name])


@cache
def role(name: str) -> TextRole:
    """The text role `name` (title, subtitle, label, strong, alert, quiet, small, source)."""
    entry = settings()["text"][name]
    return TextRole(entry["size"], entry["line"], entry["weight"], colour(entry["colour"]))


def font(role_name: str) -> dict[str, Any]:
    """Family, size (points) and colour of a text role, as matplotlib's text takes them."""
    setting = role(role_name)
    return {"family": setting.families, "size": setting.size, "color": setting.colour}


def halo_box(halo: bool) -> dict[str, Any] | None:
    """A patch of paper behind letters, as matplotlib's `bbox`; None without a `halo`."""
    return {"boxstyle": "square,pad=0.08", "facecolor": colour("paper"), "edgecolor": "none"} if halo else None


def page_width() -> float:
    """Width in points of the chart that is being drawn, a whole number of pixels of the finished picture."""
    return sheet().width


def middle(size: float) -> float:
    """How many points the baseline lies under the middle of a letter of `size` points."""
    return float(settings()["text"]["middle"]) * size


@cache
def _register_fonts() -> None:
    import fontpkg_sarabun
    from matplotlib import font_manager

    folder = Path(fontpkg_sarabun.__file__).parent / "files"
    for name in _FONT_FILES.values():
        font_manager.fontManager.addfont(folder / name)


@contextmanager
def theme() -> Iterator[None]:
    """Draw and save inside this: Sarabun, the settings of itaanalysis.mplstyle on matplotlib's defaults.

    Settings of the user (a matplotlibrc, seaborn's `set_theme`) have no part in it, so a chart looks the same
    everywhere; they are back in force afterwards. Within itself the theme costs nothing.
    """
    from matplotlib import style

    if getattr(_HERE, "themed", False):
        yield
        return
    with _ONE_AT_A_TIME, style.context(str(files(__package__) / "itaanalysis.mplstyle"), after_reset=True):
        _register_fonts()
        _HERE.themed = True
        try:
            yield
        finally:
            _HERE.themed = False
