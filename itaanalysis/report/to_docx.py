"""The report as a Word file: written by pandoc, then finished where pandoc has no word for what a report needs."""

from __future__ import annotations

import html
import re
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

from itaanalysis.packing import repacked
from itaanalysis.report.breaks import mark_breaks
from itaanalysis.report.contents import contents_heading, is_long
from itaanalysis.report.document import TEMPLATES, Document
from itaanalysis.report.docx_fonts import embedded_files, embedding, naming, office_font
from itaanalysis.report.markup import Attributes, clean
from itaanalysis.report.pandoc import convert
from itaanalysis.report.traces import untraced

_TEXT_WIDTH_CM, _TEXT_HEIGHT_CM = 16.0, 21.0

_PORTRAIT_TWIPS, _LANDSCAPE_TWIPS = 9071, 14287  # the width of the text: 16 cm and 25.2 cm
_ROW = re.compile(r"<w:tr>(?:<w:trPr>(?P<properties>.*?)</w:trPr>)?", re.DOTALL)
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_GRID_COLUMN = re.compile(r'<w:gridCol w:w="(\d+)" />')
_LAST_SECTION = re.compile(r"<w:sectPr>.*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_PAGE = re.compile(r"<w:pgSz\b[^>]*/>\s*<w:pgMar\b[^>]*/>")
_TITLE_PAGE = re.compile(r"<w:titlePg\b[^>]*/>")
_LANGUAGE = re.compile(r"<w:lang\b[^>]*/>")
# Word breaks Thai lines at words when the language of the complex script is Thai.
_THAI_LINES = '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH" />'
# Without it Word lays the file out as Word 2007 did, and says so in the title of its window.
_AS_NEW = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
# Items of a list behind a dash, as in official letters and in the PDF, instead of a sign of the font Symbol.
_BULLET = re.compile(r'<w:lvlText w:val="\uf0b7" />(.*?)<w:rPr><w:rFonts w:ascii="Symbol"[^>]*/></w:rPr>', re.DOTALL)
_DASH = r'<w:lvlText w:val="–" />\1'
_DECIMAL, _THAI_NUMBERS = re.compile(r'<w:numFmt w:val="decimal"\s*/>'), '<w:numFmt w:val="thaiNumbers" />'

# The paragraphs docx.lua puts where a section ends: what follows, and how the ended section lies.
_TITLE = re.compile(r'<w:p>\s*<w:pPr>\s*<w:pStyle w:val="Title" />.*?</w:p>', re.DOTALL)
_TITLE_HERE = '<w:p><w:pPr><w:pStyle w:val="ItaTitleHere"/></w:pPr></w:p>'
_LIST_ITEM = "</w:numPr></w:pPr>"
_LETTER_LIST_ITEM = '</w:numPr><w:ind w:left="1777" w:hanging="360"/></w:pPr>'  # 2.5 cm and the dash
_PORTRAIT_ENDS, _LANDSCAPE_ENDS, _LANDSCAPE_LAST, _NEW_PAGE = (
    f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr></w:p>'
    for name in ("ItaPortraitEnds", "ItaLandscapeEnds", "ItaLandscapeLast", "ItaNewPage")
)
_HEADING_ON_NEW_PAGE = re.compile(rf'{re.escape(_NEW_PAGE)}(.*?<w:pStyle w:val="Heading\d" />)', re.DOTALL)
_LANDSCAPE_PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1134" '
    'w:left="1417" w:header="709" w:footer="567" w:gutter="0"/>'
)
# A paragraph too small to push anything to another page.
_TINY = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
)


def to_docx(document: Document, *, contents: bool = True) -> bytes:
    """`document` as a Word file in the styles of templates/reference.docx.

    It names TH Sarabun where this computer has it, and carries Sarabun for computers without. The same document gives
    the same bytes: the file carries no date. With `contents` a long one lists its headings after the title.
    """
    with tempfile.TemporaryDirectory(prefix="ita-docx-") as name:
        folder = Path(name)

        def file_picture(attributes: Attributes) -> Attributes | None:
            picture = document.pictures[attributes["src"]]
            if picture.png is None:  # pandoc cannot put SVG into a Word file
                return None
            (folder / f"{attributes['src']}.png").write_bytes(picture.png)
            width = min(printed_width(picture.png), _TEXT_WIDTH_CM)
            return {"src": f"{attributes['src']}.png", "alt": picture.alt, "width": f"{width:.2f}cm"}

        front = f'<div id="letter-start"></div>{document.letter}<div id="letter-end"></div>' if document.letter else ""
        if contents and is_long(document) and (heading := contents_heading(document)):
            front += f'<div id="contents">{heading}</div>'
        markup = clean(untraced(front + document.body), text=mark_breaks, image=file_picture)
        arguments = [f"--reference-doc={TEMPLATES / 'reference.docx'}", f"--metadata=lang:{document.lang}"]
        if not any(heading.level == 1 for heading in document.headings):
            arguments.append("--shift-heading-level-by=-1")
        written = convert(
            f"<html><head><title>{html.escape(document.title)}</title></head><body>{markup}</body></html>",
            "docx",
            *arguments,
            folder=folder,
            filters=[TEMPLATES / f"{name}.lua" for name in ("columns", "layout", "docx")],
        )
    return _finish(written, document)


def _finish(written: bytes, document: Document) -> bytes:
    """The parts of the file pandoc wrote, finished, with the fonts."""
    own: dict[str, Callable[[str], str]] = {
        "word/document.xml": lambda xml: _sections(_tables(_new_pages(_title_after_letter(xml))), document.lang),
        "word/styles.xml": lambda xml: _LANGUAGE.sub(_THAI_LINES, xml),
        "word/numbering.xml": lambda xml: _BULLET.sub(_DASH, xml),
        "word/settings.xml": lambda xml: xml.replace("<w:rsids>", f"{_AS_NEW}<w:rsids>", 1),
    }
    if document.lang == "th":
        own["word/numbering.xml"] = lambda xml: _DECIMAL.sub(_THAI_NUMBERS, _BULLET.sub(_DASH, xml))
    finish = dict.fromkeys((*own, *embedding()), lambda xml: xml)
    for steps in (own, embedding(), naming(office_font())):
        finish |= {part: _then(finish[part], step) for part, step in steps.items()}
    return repacked(written, finish, embedded_files())


def _then(first: Callable[[str], str], second: Callable[[str], str]) -> Callable[[str], str]:
    return lambda xml: second(first(xml))


def printed_width(png: bytes) -> float:
    """Width in cm at which a PNG is printed: as its resolution says, and never taller than the page.

    The header (IHDR) holds the pixels, the chunk pHYs the pixels in a metre.
    """
    width, height = struct.unpack(">II", png[16:24])
    found = png.find(b"pHYs")
    pixels_in_a_metre = struct.unpack(">I", png[found + 4 : found + 8])[0] if found > 0 else 96 / 0.0254
    return width / pixels_in_a_metre * 100 * min(1, _TEXT_HEIGHT_CM / (height / pixels_in_a_metre * 100))


def _title_after_letter(xml: str) -> str:
    """The title where the letter ends, at the head of a new page; pandoc writes it first of all.

    Lists of the letter begin where its paragraphs do.
    """
    letter, ends, report = xml.rpartition(_TITLE_HERE)
    xml = letter.replace(_LIST_ITEM, _LETTER_LIST_ITEM) + ends + report
    title = _TITLE.search(xml)
    if title is None or not ends:
        return xml.replace(_TITLE_HERE, "")
    moved = title[0].replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>", 1)
    return _TITLE.sub("", xml, count=1).replace(_TITLE_HERE, moved)


def _new_pages(xml: str) -> str:
    """Headings that begin a page, behind their markers."""
    return _HEADING_ON_NEW_PAGE.sub(r"\1<w:pageBreakBefore/>", xml)


def _tables(xml: str) -> str:
    """Tables as wide as the text of their page, in the smaller text of tables, with rows that stay whole."""
    pieces = re.split(f"({'|'.join(map(re.escape, (_PORTRAIT_ENDS, _LANDSCAPE_ENDS, _LANDSCAPE_LAST)))})", xml)
    for i in range(0, len(pieces), 2):
        ended_by = pieces[i + 1] if i + 1 < len(pieces) else ""
        width = _LANDSCAPE_TWIPS if ended_by in (_LANDSCAPE_ENDS, _LANDSCAPE_LAST) else _PORTRAIT_TWIPS
        pieces[i] = _TABLE.sub(lambda table, width=width: _fitted(table[0], width), pieces[i])
    return "".join(pieces)


def _fitted(table: str, width: int) -> str:
    columns = [int(column) for column in _GRID_COLUMN.findall(table)]
    table = _GRID_COLUMN.sub(lambda column: f'<w:gridCol w:w="{int(column[1]) * width // sum(columns)}" />', table)
    table = table.replace('<w:pStyle w:val="Compact" />', '<w:pStyle w:val="TableText" />')
    return _ROW.sub(lambda row: f"<w:tr><w:trPr><w:cantSplit/>{row['properties'] or ''}</w:trPr>", table)


def _sections(xml: str, lang: str) -> str:
    """Landscape pages between the markers, Thai page numbers in Thai alone, one first page without a number."""
    found = _LAST_SECTION.search(xml)
    if found is None:
        return xml
    portrait = found[0] if lang == "th" else found[0].replace('"thaiNumbers"', '"decimal"')
    later = _TITLE_PAGE.sub("", portrait)
    landscape = _PAGE.sub(_LANDSCAPE_PAGE, later)
    first_ends = min((at for at in (xml.find(_PORTRAIT_ENDS), xml.find(_LANDSCAPE_ENDS)) if at >= 0), default=-1)
    last = landscape if _LANDSCAPE_LAST in xml else later if first_ends >= 0 else portrait
    xml = _LAST_SECTION.sub(lambda _: last, xml)
    xml = xml.replace(_PORTRAIT_ENDS, _TINY.format(section=portrait), 1)
    xml = xml.replace(_PORTRAIT_ENDS, _TINY.format(section=later))
    xml = xml.replace(_LANDSCAPE_ENDS, _TINY.format(section=landscape))
    return xml.replace(_LANDSCAPE_LAST, _TINY.format(section=""))
