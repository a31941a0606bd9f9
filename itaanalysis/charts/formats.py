"""A chart as a file: PNG, SVG or PDF. None holds a date or a program, so the same chart gives the same bytes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from itaanalysis.charts.theme import page_setting, theme

if TYPE_CHECKING:
    from itaanalysis.charts.chart import Chart

FORMATS = ("png", "svg", "pdf")

_PAGE = """
#let points(name) = float(sys.inputs.at(name)) * 1pt
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang)
#set page(width: points("width"), height: points("height"), margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt, width: 100%, height: 100%)
"""

_SIZE = re.compile(r'<svg ([^>]*?)width="([0-9.]+)pt" height="([0-9.]+)pt"')
_SEMIBOLD = re.compile(r"font-family: 'Sarabun SemiBold'")


def as_png(chart: Chart) -> bytes:
    """300 dpi and a palette of 256 colours, which is more than a chart needs, at a third of the size."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    drawn, packed, texts = io.BytesIO(), io.BytesIO(), PngInfo()
    dpi = page_setting("dpi")
    with theme():
        chart.figure.savefig(drawn, format="png", dpi=dpi * chart.scale)
    for name, text in (("Title", chart.title), ("Description", chart.alt)):
        texts.add_itxt(name, text)
    with Image.open(drawn) as image:
        # Maximum coverage keeps rare colours, such as one alert mark; dithering would speckle flat areas.
        flat = image.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        flat.save(packed, "PNG", dpi=(dpi, dpi), pnginfo=texts)
    return packed.getvalue()


def as_svg(chart: Chart, real_text: bool = False) -> bytes:
    """Letters as outlines, or as text in Sarabun; width and height in points of paper."""
    from matplotlib import rc_context

    drawn = io.BytesIO()
    metadata = {"Title": chart.title, "Description": chart.alt, "Date": None, "Creator": None}
    with theme(), rc_context({"svg.fonttype": "none" if real_text else "path"}):
        chart.figure.savefig(drawn, format="svg", dpi=page_setting("dpi"), metadata=metadata)
    text = drawn.getvalue().decode("utf-8")
    # Where Sarabun is installed, its semibold is a weight of the family.
    text = _SEMIBOLD.sub("font-weight: 600; font-family: 'Sarabun'", text)

    def on_paper(found: re.Match[str]) -> str:
        width, height = (f"{float(found[place]) * chart.scale:.6f}".rstrip("0").rstrip(".") for place in (2, 3))
        return f'<svg {found[1]}width="{width}pt" height="{height}pt"'

    return _SIZE.sub(on_paper, text, count=1).encode("utf-8")


def as_pdf(chart: Chart) -> bytes:
    """One page of the size of the chart, written as PDF/UA-1: a vector picture with its alt text."""
    import typst

    width, height = chart.figure.get_size_inches() * 72 * chart.scale
    words = {"title": chart.title, "alt": chart.alt, "lang": chart.lang, "svg": as_svg(chart).decode("utf-8")}
    size = {"width": f"{width:.6f}", "height": f"{height:.6f}"}
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    compiler = typst.Compiler(_PAGE.encode("utf-8"), font_paths=fonts, sys_inputs=words | size)
    written = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(written, bytes)  # a list only for PNG and SVG
    return written
