"""Writers of the formats that openpyxl does not write, for made-up workbooks: .ods and .xlsb as small as they may be.

A sheet is a list of rows; None leaves a cell empty. Numbers are written as numbers, everything else as text.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

Rows = Sequence[Sequence[Any]]
Write = Callable[..., None]

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
_CALC = 'xmlns:calc="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COLLAPSED = ' table:visibility="collapse"'
_HIDDEN_STYLE = (
    '<style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


@pytest.fixture(scope="session")
def write_ods() -> Write:
    """Writes an .ods: `write_ods(path, sheets, hidden=names)`."""
    return _write_ods


@pytest.fixture(scope="session")
def write_xlsb() -> Write:
    """Writes an .xlsb: `write_xlsb(path, sheets, hidden=names)`."""
    return _write_xlsb


def _write_ods(
    path: Path, sheets: dict[str, Rows], hidden: Sequence[str] = (), hidden_rows: Sequence[int] = ()
) -> None:
    """An OpenDocument spreadsheet (ISO/IEC 26300). A text such as `#REF!` is written as the error it names."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)} table:style-name={'hidden' if name in hidden else 'shown'!r}>"
        + "".join(
            f"<table:table-row{_COLLAPSED if number in hidden_rows else ''}>{''.join(map(_ods_cell, row))}"
            "</table:table-row>"
            for number, row in enumerate(rows, start=1)
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} {_CALC} office:version="1.2">'
        f"<office:automatic-styles>{_HIDDEN_STYLE}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">'
        f'<m:file-entry m:full-path="/" m:media-type="{_ODS}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), _ODS)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        number = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}><text:p>{value}</text:p></table:table-cell>"
    if str(value).startswith("#"):
        kind = 'office:value-type="string" office:string-value="" calc:value-type="error"'
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _write_xlsb(path: Path, sheets: dict[str, Rows], hidden: Sequence[str] = ()) -> None:
    """A binary workbook of Excel: the records that [MS-XLSB] asks for and no more."""
    names = [f"worksheets/sheet{number}.bin" for number, _ in enumerate(sheets, start=1)]
    types = "".join(
        f'<Override PartName="/xl/{name}" ContentType="application/vnd.ms-excel.worksheet"/>' for name in names
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" Target="{name}"/>'
        for number, name in enumerate(names, start=1)
    )
    package_relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
            f"{types}</Types>",
        )
        package.writestr(
            "_rels/.rels",
            f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{package_relations}">'
            f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        )
        package.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{package_relations}">{links}</Relationships>',
        )
        package.writestr("xl/workbook.bin", b"".join(_xlsb_workbook(list(sheets), hidden)))
        for name, rows in zip(names, sheets.values(), strict=True):
            package.writestr(f"xl/{name}", b"".join(_xlsb_sheet(rows)))


def _record(kind: int, data: bytes = b"") -> bytes:
    """Kind and length in seven bits a byte, low ones first; [MS-XLSB] 2.1.4."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(data)
    while True:
        size, low = size >> 7, size & 0x7F
        length += bytes([low | (0x80 if size else 0)])
        if not size:
            return head + length + data


def _wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def _xlsb_workbook(names: list[str], hidden: Sequence[str]) -> Iterator[bytes]:
    yield _record(131)  # BrtBeginBook
    yield _record(153, struct.pack("<III", 0, 0, 0))  # BrtWbProp: the 1900 date system
    yield _record(143)  # BrtBeginBundleShs
    for number, name in enumerate(names, start=1):
        state = struct.pack("<II", int(name in hidden), number)
        yield _record(156, state + _wide(f"rId{number}") + _wide(name))  # BrtBundleSh
    yield _record(144)  # BrtEndBundleShs
    yield _record(132)  # BrtEndBook


def _xlsb_sheet(rows: Rows) -> Iterator[bytes]:
    width = max(map(len, rows))
    yield _record(129)  # BrtBeginSheet
    yield _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))  # BrtWsDim
    yield _record(145)  # BrtBeginSheetData
    for number, row in enumerate(rows):
        yield _record(0, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0))  # BrtRowHdr
        for index, value in enumerate(row):
            cell = struct.pack("<II", index, 0)
            if isinstance(value, int | float):
                yield _record(5, cell + struct.pack("<d", value))  # BrtCellReal
            elif value is not None:
                yield _record(6, cell + _wide(str(value)))  # BrtCellSt
    yield _record(146)  # BrtEndSheetData
    yield _record(130)  # BrtEndSheet
