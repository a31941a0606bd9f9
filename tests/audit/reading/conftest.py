"""Made-up memos in every format a memo comes in, whole and broken."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from itaanalysis.report.document import Document
from itaanalysis.report.to_pdf import to_pdf

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMES = " ".join(
    f'xmlns:{name}="{_ODF}{full}:1.0"'
    for name, full in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("manifest", "manifest"),
    )
)  # fmt: skip


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file of that name with that content, text as UTF-8."""

    def made(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return made


@pytest.fixture
def made_up_docx(tmp_path: Path) -> Path:
    """A figure in two runs, a tab, hidden and deleted text, a merged table, a text box, header and footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "สำเนาคู่ฉบับ ๕๐๐ ชุด"
    document.sections[0].footer.paragraphs[0].text = "- ๒ -"
    document.add_heading("ผลการดำเนินงาน", 1)
    paragraph = document.add_paragraph("ใช้จ่าย ๗๓,")
    paragraph.add_run("๐๖๐").bold = True
    paragraph.add_run(" บาท\tร้อยละ ๙๙.๙๒")
    paragraph.add_run(" ลับ ๑๑๑ บาท").font.hidden = True
    paragraph._p.append(parse_xml(_DELETED))
    table = document.add_table(3, 3)
    for row, texts in enumerate((("หน่วยงาน", "คะแนน", "ผล"), ("สป.", "๙๒.๘๐", "ผ่าน"), ("รวมทั้งสิ้น", "", "๑ แห่ง"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 0).merge(table.cell(2, 1))
    boxed = document.add_paragraph("ข้างกล่อง")
    boxed._p.append(parse_xml(_TEXT_BOX))
    document.save(str(tmp_path / "made_up.docx"))
    return tmp_path / "made_up.docx"


_DELETED = f'<w:del xmlns:w="{_W}" w:id="1" w:author="x"><w:r><w:delText>ลบแล้ว ๒๒๒ บาท</w:delText></w:r></w:del>'
_TEXT_BOX = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
     xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
     xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>
""".replace("{box}", "<w:txbxContent><w:p><w:r><w:t>ในกล่อง ๑๒ คน</w:t></w:r></w:p></w:txbxContent>")


@pytest.fixture
def made_up_odt(tmp_path: Path) -> Callable[..., Path]:
    """Writes much the same in the words of OpenDocument, with a footnote and a shape; or as if with a password."""
    return lambda locked=False: _odt(tmp_path / "made_up.odt", locked)


def _odt(path: Path, locked: bool) -> Path:
    body = """
<text:h>ผลการดำเนินงาน</text:h>
<text:p>ใช้จ่าย ๗๓,<text:span>๐๖๐</text:span> บาท<text:tab/>ร้อยละ<text:s/>๙๙.๙๒<text:note><text:note-citation>1
</text:note-citation><text:note-body><text:p>ปัดเศษ ๒ ตำแหน่ง</text:p></text:note-body></text:note></text:p>
<table:table><table:table-header-rows><table:table-row>
<table:table-cell><text:p>หน่วยงาน</text:p></table:table-cell><table:table-cell><text:p>คะแนน</text:p></table:table-cell>
<table:table-cell><text:p>ผล</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>รวม</text:p><text:p>ทั้งสิ้น</text:p>
</table:table-cell><table:covered-table-cell/>
<table:table-cell><text:p>๑ แห่ง</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table>
<text:p>ข้างกล่อง<draw:frame><draw:text-box><text:p>ในกล่อง ๑๒ คน</text:p></draw:text-box></draw:frame>
<draw:custom-shape><text:p>ในรูป ๑๓ คน</text:p></draw:custom-shape></text:p>
<text:p>ก่อน<office:annotation><text:p>ความเห็น ๙๙ บาท</text:p></office:annotation>หลัง</text:p>"""
    header = "<style:header><text:p>สำเนาคู่ฉบับ</text:p></style:header>"
    footer = "<style:footer><text:p>- <text:page-number>2</text:page-number> -</text:p></style:footer>"
    lock = "<manifest:encryption-data/>" if locked else ""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": f"<manifest:manifest {_ODF_NAMES}>{lock}</manifest:manifest>",
        "content.xml": f"<office:document {_ODF_NAMES}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>",
        "styles.xml": f"<office:styles {_ODF_NAMES}><style:master-page>{header}{footer}</style:master-page>"
        "</office:styles>",
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


@pytest.fixture
def made_up_pdf(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a PDF as the report is written, from the HTML of a made-up body; its first line is the title."""

    def made(body: str) -> Path:
        path = tmp_path / "made_up.pdf"
        path.write_bytes(to_pdf(Document("เรื่องสมมติ", "th", body), contents=False))
        return path

    return made


@pytest.fixture
def made_up_old_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Writes a PDF as old programs did: characters of any kind, each piece of text placed by itself at (x, y).

    Called with a list of pieces a page, and how far the sheets are turned to be read. All glyphs are six points
    wide, in a font of ten points.
    """
    return lambda *pages, turned=0: _old_pdf(tmp_path / "made_up_old.pdf", pages, turned)


# The matrix that sets text upright at (x, y) on a page that is shown turned clockwise.
_TURNED = {
    0: lambda x, y: f"1 0 0 1 {x} {y}",
    90: lambda x, y: f"0 1 -1 0 {842 - y} {x}",
    180: lambda x, y: f"-1 0 0 -1 {842 - x} {842 - y}",
    270: lambda x, y: f"0 -1 1 0 {y} {842 - x}",
}


def _old_pdf(path: Path, pages: Sequence[Sequence[tuple[int, int, str]]], turned: int) -> Path:
    chars = sorted({char for page in pages for _, _, text in page for char in text})
    code = {char: index + 33 for index, char in enumerate(chars)}  # any sign Courier has stands for it
    mapping = "".join(f"<{code[char]:02x}> <{ord(char):04x}>\n" for char in chars)
    cmap = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
    cmap += f"{len(chars)} beginbfchar\n{mapping}endbfchar endcmap"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 4 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        drawn = "".join(
            f"BT /F 10 Tf {_TURNED[turned](x, y)} Tm <{''.join(f'{code[char]:02x}' for char in text)}> Tj ET\n"
            for x, y, text in page
        )
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {842 if turned else 560} 842] "
            "/Resources << /Font << /F 3 0 R >> >> "
            f"/Rotate {turned} /Contents {6 + 2 * number} 0 R >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        ]
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\n"
    )
    path.write_bytes(f"{text}{end}startxref\n{len(text)}\n%%EOF".encode("latin-1"))
    return path
