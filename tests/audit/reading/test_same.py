"""One document says the same whatever format it is sent in."""

from __future__ import annotations

from pathlib import Path

import pytest

from itaanalysis.audit.reading import read_memo
from itaanalysis.report.document import Document
from itaanalysis.report.to_docx import to_docx
from itaanalysis.report.to_html import to_html
from itaanalysis.report.to_pdf import to_pdf

PARAGRAPH = "กระทรวงสมมติใช้จ่ายทั้งสิ้น ๑,๒๘๘,๙๙๙.๒๒ บาท คิดเป็นร้อยละ ๙๙.๙๒ ของงบประมาณที่ได้รับจัดสรร และมีผู้เข้าร่วม ๑,๘๗๑ คน"
ROWS = [
    ["หน่วยงาน", "คะแนน", "สถานะ", "ผลการดำเนินงานเมื่อสิ้นสุด"],
    ["กรมสมมติ", "๙๒.๘๐", "☐ ต่ำกว่าแผน ☑ สูงกว่าแผน", "เฉลี่ย ๕ ด้าน ได้แก่ การปฏิบัติหน้าที่ (๙๖.๙๐) การใช้อำนาจ (๙๙.๒๖)"],
    ["สถาบันสมมติ (องค์การมหาชน)", "๘๔.๖๐", "☑ ต่ำกว่าแผน ☐ สูงกว่าแผน", "ไม่ผ่าน"],
]  # fmt: skip


def made_up_document() -> Document:
    head, *rows = (
        "".join(f"<{tag}>{cell}</{tag}>" for cell in row) for tag, row in zip(("th", "td", "td"), ROWS, strict=True)
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
    return Document("เรื่องสมมติ", "th", f"<p>{PARAGRAPH}</p>{table}<p>จบ</p>")


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_every_format_of_a_document_says_the_same(form: str, tmp_path: Path) -> None:
    writers = {"html": lambda document: to_html(document).encode(), "docx": to_docx, "pdf": to_pdf}
    path = tmp_path / f"made_up.{form}"
    path.write_bytes(writers[form](made_up_document()))
    text = read_memo(path)
    # Where a line ends in a cell or a paragraph there may or may not be a space.
    assert [line.replace(" ", "") for line in text.split("\n") if "\t" in line] == [
        "\t".join(row).replace(" ", "") for row in ROWS
    ]
    assert PARAGRAPH.replace(" ", "") in text.replace(" ", "").replace("\n", "")
    for figure in ("๑,๒๘๘,๙๙๙.๒๒ บาท", "ร้อยละ ๙๙.๙๒", "(๙๙.๒๖)"):
        assert figure in text.replace("\n", " ")
