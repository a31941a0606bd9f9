"""Write reference.docx, the styles and page of the Word report: `python make_reference_docx.py`.

It starts from the reference document that comes with pandoc, so that every style pandoc names is there. The result is
an ordinary Word file: an analyst may open it and change a style, and the next report follows.
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement, serialize_for_reading
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from itaanalysis.report.pandoc import pandoc_path

FONT = "Sarabun"
# Where Sarabun is missing, Word takes this one, which Thai government computers have.
INSTEAD = "TH Sarabun New"
BODY = 16

# style: (size in points, bold, space before, space after, alignment)
STYLES = {
    "Normal": (BODY, False, 0, 0, None),
    "Body Text": (BODY, False, 0, 8, None),
    "First Paragraph": (BODY, False, 0, 8, None),
    "Compact": (BODY, False, 0, 3, None),
    "Title": (22, True, 0, 16, WD_ALIGN_PARAGRAPH.CENTER),
    "Heading 1": (20, True, 18, 8, None),
    "Heading 2": (18, True, 14, 6, None),
    "Heading 3": (BODY, True, 12, 4, None),
    "Heading 4": (BODY, True, 10, 4, None),
    "Caption": (14, True, 0, 0, None),
    "Table Caption": (14, True, 12, 4, None),
    "Image Caption": (14, True, 4, 14, WD_ALIGN_PARAGRAPH.CENTER),
    "Captioned Figure": (BODY, False, 10, 0, WD_ALIGN_PARAGRAPH.CENTER),
}
TABLE_TEXT = 12
LABEL = 20
TEXT_WIDTH = 16.0  # cm


def main() -> None:
    command = [pandoc_path(), "--print-default-data-file=reference.docx"]
    document = Document(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    set_defaults(document)
    for name, (size, bold, before, after, alignment) in STYLES.items():
        set_style(document, name, size, bold, before, after, alignment)
    add_style(document, "Table Text", "Normal", TABLE_TEXT, 1, 1)
    add_style(document, "Bold Line", "Body Text", BODY, 6, 4).paragraph_format.keep_with_next = True
    add_style(document, "After Table", "Body Text", BODY, 8, 8)
    add_style(document, "After List", "Body Text", BODY, 5, 8)
    add_style(document, "Lead Text", "Body Text", BODY, 0, 3).paragraph_format.keep_with_next = True
    add_letter_styles(document)
    add_contents_styles(document)
    link = next(style for style in document.styles if style.name == "Hyperlink")
    link.font.color.rgb, link.font.underline = RGBColor(0, 0, 0), False  # they lead to figures of the same document
    rule_tables(document)
    set_page(document)
    name_fonts(document)
    document.save(str(Path(__file__).parent / "reference.docx"))


def set_defaults(document: WordDocument) -> None:
    """Sarabun for both scripts, Thai as the language of the complex script, so that Word breaks lines at words."""
    properties = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(properties):
        properties.remove(child)
    for xml in (
        fonts_xml(),
        f'<w:sz {nsdecls("w")} w:val="{BODY * 2}"/>',
        f'<w:szCs {nsdecls("w")} w:val="{BODY * 2}"/>',
        f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="th-TH" w:bidi="th-TH"/>',
    ):
        properties.append(parse_xml(xml))


def fonts_xml() -> str:
    return f'<w:rFonts {nsdecls("w")} w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def set_style(
    document: WordDocument,
    name: str,
    size: int,
    bold: bool,
    before: int,
    after: int,
    alignment: WD_ALIGN_PARAGRAPH | None,
) -> None:
    style = next(style for style in document.styles if style.name == name)
    assert isinstance(style, ParagraphStyle)
    if style.element.rPr is not None:
        style.element.remove(style.element.rPr)
    properties = style.element.get_or_add_rPr()
    properties.append(parse_xml(fonts_xml()))
    for tag in ("b", "bCs") if bold else ():  # said only where it is so: the header row of a table makes its text bold
        properties.append(parse_xml(f"<w:{tag} {nsdecls('w')}/>"))
    for tag in ("sz", "szCs"):
        properties.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:val="{size * 2}"/>'))
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = 1.0
    layout.alignment = alignment
    if name in ("Table Caption", "Captioned Figure"):
        layout.keep_with_next = True


def add_style(
    document: WordDocument, name: str, base: str, size: int, before: int, after: int, *, known: bool = False
) -> ParagraphStyle:
    """A paragraph style of this report's own: the text of table cells, a bold line that heads what follows.

    One `known` to Word by its name is Word's own.
    """
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=known)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles[base]
    set_style(document, name, size, False, before, after, None)
    return style


def add_letter_styles(document: WordDocument) -> None:
    """The memorandum: title, the dotted lines of its head, paragraphs that begin 2.5 cm in, where it is signed."""
    title = add_style(document, "Memo Title", "Heading 1", 29, 0, 6)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line = add_style(document, "Memo Line", "Normal", BODY, 0, 2)
    halves = add_style(document, "Memo Halves", "Normal", BODY, 0, 2)
    sign = add_style(document, "Memo Signature", "Normal", BODY, 16, 2)
    stops = ((line, TEXT_WIDTH), (halves, TEXT_WIDTH / 2), (halves, TEXT_WIDTH), (sign, TEXT_WIDTH - 1))
    for style, stop in stops:
        style.paragraph_format.tab_stops.add_tab_stop(Cm(stop), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    sign.paragraph_format.left_indent = Cm(TEXT_WIDTH / 2)
    sign.paragraph_format.keep_with_next = True
    position = add_style(document, "Memo Position", "Normal", BODY, 2, 2)
    position.paragraph_format.left_indent, position.paragraph_format.right_indent = Cm(TEXT_WIDTH / 2), Cm(1)
    position.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    text = add_style(document, "Letter Text", "Body Text", BODY, 0, 8)
    text.paragraph_format.first_line_indent = Cm(2.5)
    add_style(document, "Letter Line", "Letter Text", BODY, 6, 4).paragraph_format.keep_with_next = True
    label = document.styles.add_style("Memo Label", WD_STYLE_TYPE.CHARACTER)
    for xml in ("<w:b {}/>", "<w:bCs {}/>", f'<w:sz {{}} w:val="{LABEL * 2}"/>', f'<w:szCs {{}} w:val="{LABEL * 2}"/>'):
        label.element.get_or_add_rPr().append(parse_xml(xml.format(nsdecls("w"))))


def add_contents_styles(document: WordDocument) -> None:
    """The list of contents: its heading, which is not listed itself, and its entries up to their page numbers."""
    heading = next(style for style in document.styles if style.name == "TOC Heading")
    assert isinstance(heading, ParagraphStyle)
    heading.base_style = document.styles["Normal"]
    if heading.element.pPr is not None:
        heading.element.remove(heading.element.pPr)
    set_style(document, "TOC Heading", 20, True, 12, 8, None)
    heading.paragraph_format.keep_with_next = True
    for level in (1, 2):
        entry = add_style(document, f"toc {level}", "Normal", BODY, 0, 2, known=True)
        entry.paragraph_format.left_indent = Cm(0.8 * (level - 1))
        entry.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def rule_tables(document: WordDocument) -> None:
    """Rules above, below and under the header, thin lines between rows, a bold header."""
    table = document.styles["Table"].element
    for child in list(table):
        if child.tag in (qn("w:tblPr"), qn("w:tblStylePr"), qn("w:pPr"), qn("w:rPr")):
            table.remove(child)
    strong = 'w:val="single" w:sz="8" w:space="0" w:color="000000"'
    thin = 'w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"'
    table.append(
        parse_xml(
            f'<w:tblPr {nsdecls("w")}><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders><w:top {strong}/>'
            f"<w:bottom {strong}/><w:insideH {thin}/></w:tblBorders><w:tblCellMar>"
            '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    table.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
            f'<w:bottom {strong}/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        )
    )


def set_page(document: WordDocument) -> None:
    """A4, 3 cm at the left, 2 cm at the right, the page number `- ๒ -` above every page but the first."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance, section.footer_distance = Cm(1.25), Cm(1)
    section.different_first_page_header_footer = True
    title_page = section._sectPr.find(qn("w:titlePg"))
    title_page.addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="thaiNumbers"/>'))
    paragraph = section.header.paragraphs[0]
    paragraph.style = document.styles["Normal"]  # pandoc's document has no style for headers
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("- ")
    for xml in (field("begin"), f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>', field("end")):
        paragraph.add_run()._r.append(parse_xml(xml))
    paragraph.add_run(" -")


def field(kind: str) -> str:
    return f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'


def name_fonts(document: WordDocument) -> None:
    """Tell Word which font stands in where Sarabun is not installed."""
    part = next(part for part in document.part.package.iter_parts() if part.partname.endswith("fontTable.xml"))
    entry = (
        f'<w:font {nsdecls("w")} w:name="{FONT}"><w:altName w:val="{INSTEAD}"/><w:charset w:val="DE"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )
    fonts: BaseOxmlElement = parse_xml(part.blob)
    fonts.insert(0, parse_xml(entry))
    part._blob = serialize_for_reading(fonts).encode()


if __name__ == "__main__":
    main()
