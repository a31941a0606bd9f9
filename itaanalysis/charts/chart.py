"""What a chart function returns: the figure with its words, and the ways to keep it."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itaanalysis.charts.formats import FORMATS, as_pdf, as_png, as_svg
from itaanalysis.marks import Mark, with_marks

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Chart:
    """A finished chart.

    `name` is the file stem and `drawn_by` the name of the function that drew it, the same in every language and size;
    `title` states the finding, `subtitle` what is drawn, `source` the sheets it came from, and `alt` says in one to
    three sentences what a reader would see, for documents read aloud. `size` is the size of theme.toml it is made for,
    `scale` how many points of paper one point of `figure` is, `lang` its language. `marks` are the regions of the
    picture that tell their values where there is a pointer; none where there are no data.
    """

    figure: Figure
    name: str
    title: str
    subtitle: str
    alt: str
    source: str
    size: str = "full"
    scale: float = 1.0
    lang: str = "th"
    drawn_by: str = ""
    marks: tuple[Mark, ...] = ()

    def __repr__(self) -> str:
        regions = f"{len(self.marks)} {'mark' if len(self.marks) == 1 else 'marks'}"
        return f"Chart({self.name}: “{self.title}”; size {self.size}, {regions})"

    def render(self, format: str, real_text: bool = False) -> bytes:
        """The chart as "png" (300 dpi, 256 colours), "svg" or "pdf" (PDF/UA-1). Same chart, same bytes.

        Title and alt text are written into the file. Letters of an SVG are outlines, so that it looks the same without
        the font; with `real_text` they are text, to be searched and edited where Sarabun is installed. Those of a PDF
        are outlines always. Raises ValueError for another format.
        """
        if format not in FORMATS:
            raise ValueError(f'a chart is saved as "png", "svg" or "pdf", not "{format}"')
        if format == "svg":
            return as_svg(self, real_text)
        return as_png(self) if format == "png" else as_pdf(self)

    def save(self, folder: str | Path, formats: Sequence[str] = ("png", "svg"), real_text: bool = False) -> list[Path]:
        """Write the chart to `folder` (made if need be) as `name.png`, `name.svg`; returns the paths written."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for format in formats:
            path = folder / f"{self.name}.{format}"
            path.write_bytes(self.render(format, real_text))
            written.append(path)
        return written

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
        """What a notebook shows: the picture under its marks as HTML, and PNG and SVG with its words as metadata."""
        svg = self.render("svg")
        src = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode('ascii')}"
        words = {"alt": self.alt, "title": self.title, "name": self.name, "marks": [list(mark) for mark in self.marks]}
        data = {
            "text/html": with_marks(f'<img src="{src}" alt="{html.escape(self.alt)}">', self.marks),
            "image/png": base64.b64encode(self.render("png")).decode("ascii"),
            "image/svg+xml": svg.decode("utf-8"),
            "text/plain": f"{self.title}\n{self.alt}",
        }
        return data, {"image/png": words, "image/svg+xml": words}
