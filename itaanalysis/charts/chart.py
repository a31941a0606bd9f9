"""What a chart function returns: the figure with its words, and the ways to keep it."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.charts.theme import page_setting, theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Chart:
    """A finished chart.

    `name` is the file stem; `title` states the finding, `subtitle` what is drawn, `source` the sheets it came from, and
    `alt` says in one to three sentences what a reader would see, for documents read aloud.
    """

    figure: Figure
    name: str
    title: str
    subtitle: str
    alt: str
    source: str

    def render(self, format: str) -> bytes:
        """The chart as "png" (300 dpi, 16 cm wide, 256 colours) or "svg" (text as outlines). Same chart, same bytes.

        Title and alt text are written into the file. Raises ValueError for another format.
        """
        if format not in ("png", "svg"):
            raise ValueError(f'a chart is saved as "png" or "svg", not "{format}"')
        buffer = io.BytesIO()
        # No date and no program version, or the same chart would be another file tomorrow.
        anonymous = {"Software": None} if format == "png" else {"Date": None, "Creator": None}
        metadata = {"Title": self.title, "Description": self.alt, **anonymous}
        with theme():
            self.figure.savefig(buffer, format=format, dpi=page_setting("dpi"), metadata=metadata)
        return _with_palette(buffer) if format == "png" else buffer.getvalue()

    def save(self, folder: str | Path, formats: Sequence[str] = ("png", "svg")) -> list[Path]:
        """Write the chart to `folder` (made if need be) as `name.png`, `name.svg`; returns the paths written."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for format in formats:
            path = folder / f"{self.name}.{format}"
            path.write_bytes(self.render(format))
            written.append(path)
        return written

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        """What a notebook shows: PNG and SVG, each with title, alt text and name as metadata."""
        words = {"alt": self.alt, "title": self.title, "name": self.name}
        data = {
            "image/png": base64.b64encode(self.render("png")).decode("ascii"),
            "image/svg+xml": self.render("svg").decode("utf-8"),
            "text/plain": f"{self.title}\n{self.alt}",
        }
        return data, {"image/png": words, "image/svg+xml": words}


def _with_palette(drawn: io.BytesIO) -> bytes:
    """A PNG with a palette of 256 colours, which is more than a chart needs, at a third of the size."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    packed, texts = io.BytesIO(), PngInfo()
    with Image.open(drawn) as image:
        for name in ("Title", "Description"):
            texts.add_itxt(name, str(image.info[name]))
        # Maximum coverage keeps rare colours, such as one alert mark; dithering would speckle flat areas.
        flat = image.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        flat.save(packed, "PNG", dpi=image.info["dpi"], pnginfo=texts)
    return packed.getvalue()
