"""Sarabun, the font of Thai official documents, taken along in every format so that it looks the same everywhere.

The Open Font License of the files allows it; their own permission bits (fsType 0) say so too.
"""

from __future__ import annotations

import functools
import struct
import uuid
import zlib
from pathlib import Path

FAMILY = "Sarabun"
STYLES = {"Regular": "Sarabun-Regular.ttf", "Bold": "Sarabun-Bold.ttf", "Italic": "Sarabun-Italic.ttf"}

_ODTTF_HEAD = 32  # bytes of a font that Word scrambles


@functools.cache
def folder() -> Path:
    """Where the font files of the package fontpkg-sarabun lie."""
    import fontpkg_sarabun

    return Path(fontpkg_sarabun.__file__).parent / "files"


def font_bytes(style: str) -> bytes:
    """The TrueType file of a style of STYLES."""
    return (folder() / STYLES[style]).read_bytes()


def font_key(style: str) -> str:
    """The key under which Word finds the embedded font: always the same for the same style."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, f"{FAMILY} {style}")).upper() + "}"


def scrambled(font: bytes, key: str) -> bytes:
    """`font` as Word embeds it: its first 32 bytes XORed with the key read backwards (ISO/IEC 29500-4, 17.8.1)."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(font, mask, strict=False)) + font[_ODTTF_HEAD:]


@functools.cache
def font_woff(style: str) -> bytes:
    """The font as WOFF 1.0: each table compressed with zlib, as every browser reads it (W3C WOFF File Format 1.0)."""
    font = font_bytes(style)
    count = struct.unpack(">H", font[4:6])[0]
    directory, tables, padded_size = b"", b"", 12 + 16 * count
    start = 44 + 20 * count
    for at in range(12, 12 + 16 * count, 16):
        tag, checksum, offset, length = struct.unpack(">4sIII", font[at : at + 16])
        table = font[offset : offset + length]
        packed = min(table, zlib.compress(table, 9), key=len)  # as long as before means: not compressed
        directory += struct.pack(">4sIIII", tag, start + len(tables), len(packed), length, checksum)
        tables += packed + b"\0" * (-len(packed) % 4)
        padded_size += length + -length % 4
    header = struct.pack(
        ">4s4sIHHIHHIIIII", b"wOFF", font[:4], start + len(tables), count, 0, padded_size, 1, 0, 0, 0, 0, 0, 0
    )
    return header + directory + tables
