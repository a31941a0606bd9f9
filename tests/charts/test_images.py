"""The charts of FY2568 look as they did when someone last looked at them.

After a wanted change: `python tests/charts/test_images.py`, look at every picture in tests/charts/baseline that
differs, and commit them. Pictures are small and compared in grey, after averaging over blocks of pixels: another
machine may smooth the edge of a letter differently, a mark or a name that moved is noticed.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy
import pytest
from matplotlib.figure import Figure
from PIL import Image

from itaanalysis import charts
from itaanalysis.charts.theme import theme
from itaanalysis.year import YearData, load

BASELINE = Path(__file__).parent / "baseline"
WIDTH = 520
"""Pixels of a baseline."""

BLOCK, MOST = 4, 26
"""Blocks of so many pixels a side may differ by so many of 255 steps of grey."""

PLAIN = [(name, {}) for name in charts.ALL]
OTHERWISE = [
    ("unit_scores", {"lang": "en", "size": "half", "stamp": "draft"}),
    ("kpi_targets", {"size": "half"}),
    ("cumulative_spending", {"size": "slide", "digits": "arabic"}),
    ("provinces_reached", {"lang": "en", "size": "square"}),
    ("cost_per_participant", {"lang": "en", "size": "half", "stamp": "final"}),
    ("calendar", {"lang": "en", "size": "slide"}),
]


def picture(figure: Figure) -> Image.Image:
    """A figure as a small picture."""
    drawn = io.BytesIO()
    with theme():
        figure.savefig(drawn, format="png", dpi=WIDTH / figure.get_figwidth())
    return Image.open(drawn).convert("RGB")


def blocks(image: Image.Image) -> numpy.ndarray:
    """A picture in grey, one figure a block."""
    grey = numpy.asarray(image.convert("L"), dtype=float)
    high, wide = (length // BLOCK * BLOCK for length in grey.shape)
    return grey[:high, :wide].reshape(high // BLOCK, BLOCK, wide // BLOCK, BLOCK).mean(axis=(1, 3))


def apart(first: Image.Image, second: Image.Image) -> float:
    """How far two pictures differ where they differ most, in steps of grey; 255 for pictures of another shape."""
    if abs(first.height - second.height) > 1 or abs(first.width - second.width) > 1:
        return 255.0
    one, other = blocks(first), blocks(second)
    high, wide = (min(lengths) for lengths in zip(one.shape, other.shape, strict=True))
    return float(numpy.abs(one[:high, :wide] - other[:high, :wide]).max())


@pytest.mark.parametrize(("name", "options"), PLAIN + OTHERWISE, ids=lambda part: str(part))
def test_chart_looks_as_before(name: str, options: dict[str, str], real_year: YearData, tmp_path: Path) -> None:
    chart = charts.ALL[name](real_year, **options)
    now = picture(chart.figure)
    baseline = BASELINE / f"{chart.name}.png"
    assert baseline.is_file(), "no baseline yet: run `python tests/charts/test_images.py` and look at it"
    now.save(tmp_path / baseline.name)
    with Image.open(baseline) as before:
        difference = apart(now, before)
    assert difference <= MOST, f"{tmp_path / baseline.name} is not {baseline}"


def test_no_baseline_is_left_over() -> None:
    known = {
        name + ("_en" if options.get("lang") == "en" else "") + (f"_{options['size']}" if "size" in options else "")
        for name, options in PLAIN + OTHERWISE
    }
    assert {path.stem for path in BASELINE.glob("*.png")} == known


def test_a_score_that_moved_and_a_lost_name_are_noticed(real_year: YearData) -> None:
    figure = charts.unit_scores(real_year).figure
    before = picture(figure)
    assert apart(before, picture(charts.unit_scores(real_year).figure)) == 0
    name = next(text for text in figure.texts if text.get_text() == "คต.")
    name.set_visible(False)
    assert apart(before, picture(figure)) > MOST
    name.set_visible(True)
    mark = next(line for line in figure.axes[0].lines if line.get_marker() == "o")
    mark.set_xdata([mark.get_xdata()[0] - 1])
    assert apart(before, picture(figure)) > MOST


if __name__ == "__main__":
    BASELINE.mkdir(exist_ok=True)
    year = load(2568, Path(__file__).parents[2])
    drawn = [charts.ALL[name](year, **options) for name, options in PLAIN + OTHERWISE]
    for old in BASELINE.glob("*.png"):
        if old.stem not in {chart.name for chart in drawn}:
            old.unlink()
    for chart in drawn:
        small = picture(chart.figure).quantize(64, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        small.save(BASELINE / f"{chart.name}.png", optimize=True)
        print(BASELINE / f"{chart.name}.png")
