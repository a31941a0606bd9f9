"""A made-up executed notebook that shows what a report may hold; no figure in it is anybody's."""

from __future__ import annotations

import base64
import html
import json
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode, from_dict

from itaanalysis.report.document import Document, read_document
from itaanalysis.report.to_docx import to_docx
from itaanalysis.report.to_html import to_html
from itaanalysis.report.to_pdf import to_pdf

HOSTILE = ["<script>alert(1)</script>", "#import", "$x$", "@ref", "=SUM(1)", "*ดอกจัน*", "\\LaTeX{}", "`โค้ด`"]
ALT = 'กราฟแท่ง "สมมติ" ของ 2 หน่วยงาน'


def made_up_png(width: int, height: int, dots_per_inch: int = 300) -> bytes:
    """A grey picture, written by hand so that no drawing library has to be loaded."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    resolution = struct.pack(">IIB", round(dots_per_inch / 0.0254), round(dots_per_inch / 0.0254), 1)
    rows = zlib.compress((b"\0" + b"\x90" * width) * height)
    parts = chunk(b"IHDR", header), chunk(b"pHYs", resolution), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


PNG = made_up_png(1500, 750)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400pt" height="200pt" viewBox="0 0 400 200">'
    '<rect x="20" y="60" width="60" height="120" fill="#1b6f8a"/>'
    '<rect x="120" y="20" width="60" height="160" fill="#888"/>'
    '<text x="20" y="195" font-family="Sarabun" font-size="14">หน่วยงาน</text></svg>'
).encode()
SENTENCE = (
    "หน่วยงานสมมติดำเนินกิจกรรมส่งเสริมคุณธรรมและความโปร่งใสครบถ้วนตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๘ "
    "โดยใช้งบประมาณรายจ่ายรวม ๑,๒๓๔.๕๐ บาท (ร้อยละ ๙๙.๙๙) และมีผู้เข้าร่วมจากทุก ๆ จังหวัด "
)


def made_up_table(caption: str, header: list[str], rows: list[list[str]], widths: list[int], wide: bool = False) -> str:
    """The table of the display contract; cells that begin with a digit stand at the right."""
    columns = "".join(f'<col style="width: {width}%">' for width in widths)
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in header)

    def cell(text: str) -> str:
        numeric = ' class="num" style="text-align: right"' if text[:1] in "0123456789๐๑๒๓๔๕๖๗๘๙" else ""
        return f"<td{numeric}>{html.escape(text)}</td>"

    body = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    return (
        f'<table class="ita-table{" wide" if wide else ""}"><caption>{html.escape(caption)}</caption>'
        f"<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def made_up_figure(caption: str) -> str:
    svg, png = base64.b64encode(SVG).decode(), base64.b64encode(PNG).decode()
    return (
        f'<figure class="ita-figure"><img src="data:image/svg+xml;base64,{svg}" data-png="data:image/png;base64,{png}" '
        f'alt="{html.escape(ALT)}"><figcaption>{html.escape(caption)}</figcaption></figure>'
    )


def made_up_cells(rows: int = 40) -> list[dict[str, Any]]:
    names = [f"กิจกรรมส่งเสริมคุณธรรมสมมติครั้งที่ {i}" for i in range(1, rows + 1)]
    table = [[f"๑.{i}", name, "๑,๒๓๔.๕๐", "สำนักงานสมมติ"] for i, name in enumerate(names, 1)]
    hostile = [[str(i), text, f"แหล่ง {text}"] for i, text in enumerate(HOSTILE, 1)]
    wide = [
        [name, "๑ ต.ค. ๒๕๖๗", "๓๐ ก.ย. ๒๕๖๘", "ห้องประชุม", "๑๒๓", "made_up.xlsx!ผลการดำเนินงาน!A12"] for name in names[:9]
    ]
    return [
        _markdown("# รายงานสมมติผลการประเมิน <b>ITA</b> ปีงบประมาณ พ.ศ. ๒๕๖๘"),
        _code('fiscal_year = 2568  # พ.ศ.\nlang = "th"', tags=["parameters"]),
        _code("secret_code()", _stream("เสียงรบกวน"), _error("ร่องรอยข้อผิดพลาด")),
        _markdown("## ๑. บทสรุป"),
        _code("report.say()", _display("text/markdown", "\n\n".join([SENTENCE * 2] * 3))),
        _code(
            "report.say()",
            _display("text/markdown", f"- **ข้อแรก** {SENTENCE}\n- ข้อสอง {HOSTILE[0]} $x$ #import\n\n1. หนึ่ง\n2. สอง"),
        ),
        _markdown("## ๒. ผลการดำเนินงาน"),
        _code(
            "t",
            _display(
                "text/html",
                made_up_table(
                    "ตารางที่ ๑ กิจกรรมสมมติ", ["รหัส", "กิจกรรม", "งบประมาณ (บาท)", "หน่วยงาน"], table, [10, 45, 20, 25]
                ),
            ),
        ),
        _markdown("### ๒.๑ ข้อความที่ดูเหมือนคำสั่ง"),
        _code(
            "t", _display("text/html", made_up_table("ตารางที่ ๒ ข้อความ", ["ที่", "ข้อความ", "แหล่ง"], hostile, [10, 45, 45]))
        ),
        _code("f", _display("text/html", made_up_figure("ภาพที่ ๑ หน่วยงานสมมติสองแห่ง"))),
        _markdown("## ๓. รายละเอียด"),
        _code(
            "t",
            _display(
                "text/html",
                made_up_table(
                    "ตารางที่ ๓ ตารางกว้าง",
                    ["กิจกรรม", "เริ่ม", "สิ้นสุด", "สถานที่", "ผู้เข้าร่วม (คน)", "แหล่งข้อมูล"],
                    wide,
                    [30, 13, 13, 14, 10, 20],
                    wide=True,
                ),
            ),
        ),
        _markdown("## ๔. ข้อเสนอแนะ"),
        _markdown(SENTENCE),
    ]


def made_up_notebook(rows: int = 40, **ita: Any) -> dict[str, Any]:
    """Notebook format 4.5 as a plain dict; `ita` becomes its metadata of that name."""
    cells = [{**cell, "id": f"cell-{i}"} for i, cell in enumerate(made_up_cells(rows))]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"ita": ita} if ita else {}, "cells": cells}


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(source: str, *outputs: dict[str, Any], tags: list[str] | None = None) -> dict[str, Any]:
    metadata = {"tags": tags} if tags else {}
    return {"cell_type": "code", "metadata": metadata, "source": source, "execution_count": 1, "outputs": list(outputs)}


def _display(mime: str, text: str) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": {mime: text, "text/plain": "ข้อความล้วน"}}


def _stream(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stderr", "text": text}


def _error(text: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": "ValueError", "evalue": text, "traceback": [text]}


@dataclass(frozen=True)
class Sample:
    """What a test of the formats needs to know about the made-up notebook."""

    notebook: Callable[..., NotebookNode]
    hostile: Sequence[str] = tuple(HOSTILE)
    alt: str = ALT
    sentence: str = SENTENCE
    png: Callable[..., bytes] = made_up_png
    table: Callable[..., str] = made_up_table
    title: str = "รายงานสมมติผลการประเมิน <b>ITA</b> ปีงบประมาณ พ.ศ. ๒๕๖๘"

    def document(self, *outputs: str, lang: str = "th") -> Document:
        """A document of these HTML outputs, after a title."""
        cells = [_markdown("# ชื่อสมมติ"), *(_code("x", _display("text/html", output)) for output in outputs)]
        return read_document({"cells": cells, "metadata": {}}, lang=lang)


@pytest.fixture(scope="session")
def sample() -> Sample:
    """The made-up notebook and what is in it."""
    return Sample(lambda **options: from_dict(made_up_notebook(**options)))


@pytest.fixture(scope="session")
def document(sample: Sample) -> Document:
    """The made-up notebook read as a document."""
    return read_document(sample.notebook())


@pytest.fixture(scope="session")
def pdf(document: Document) -> bytes:
    """It as PDF."""
    return to_pdf(document)


@pytest.fixture(scope="session")
def docx(document: Document) -> bytes:
    """It as a Word file, made on a computer without the fonts of official letters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("itaanalysis.report.docx_fonts.installed_families", lambda: [])
        return to_docx(document)


@pytest.fixture(scope="session")
def page(document: Document) -> str:
    """It as a web page."""
    return to_html(document)


@pytest.fixture
def write_notebook(tmp_path: Path) -> Callable[..., Path]:
    """Writes an unexecuted notebook: a parameters cell and one cell for each source."""

    def write(name: str, *sources: str, parameters: str = 'fiscal_year = 2567\nlang = "th"') -> Path:
        cells = [_code(parameters, tags=["parameters"]), *map(_code, sources)]
        for i, cell in enumerate(cells):
            cell |= {"id": f"cell-{i}", "execution_count": None}
        path = tmp_path / "notebooks" / name
        path.parent.mkdir(exist_ok=True)
        text = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return path

    return write
