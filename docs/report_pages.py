"""Draw docs/report-pages.png, the picture of the README, from the report as it is: `make report`, then this file.

The memorandum's first page beside the page with the scores of the units.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

PROJECT = Path(__file__).parent.parent
DOTS_PER_INCH = 80
SAYS = "คะแนน ITA รายหน่วยงานเทียบกับเกณฑ์ผ่าน"


def main(report: Path) -> None:
    """Two pages of the PDF as one picture."""
    document = pypdfium2.PdfDocument(report)
    captioned = next(
        number for number in range(4, len(document)) if SAYS in document[number].get_textpage().get_text_range()
    )
    pages = [document[number].render(scale=DOTS_PER_INCH / 72).to_pil() for number in (0, captioned)]
    framed = [ImageOps.expand(page, border=1, fill="#aeb7c0") for page in pages]
    gap, height = 24, max(page.height for page in framed)
    picture = Image.new("RGB", (sum(page.width for page in framed) + gap, height), "white")
    picture.paste(framed[0], (0, 0))
    picture.paste(framed[1], (framed[0].width + gap, 0))
    picture.quantize(160, Image.Quantize.FASTOCTREE).save(PROJECT / "docs" / "report-pages.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "reports" / "2568" / "report.pdf")
