"""The zip packages Word and LibreOffice write: their XML parts, after a look at what they would unpack to."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

LARGEST_PART = 100_000_000
"""Bytes one XML part may unpack to: a thousand pages of text are some ten million."""


# Word's "Strict Open XML Document" is the same under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ElementTree.ParseError, LookupError,
    ValueError,
)  # fmt: skip
"""What the readers of zip and XML raise for a part that is broken, missing, or packed in a way they do not know."""


class DamagedFile(Exception):
    """The file is not what its ending says, or broken."""


class LockedFile(Exception):
    """The file opens with a password only."""


class TooLargeFile(Exception):
    """The file, or what it unpacks to, is larger than any memo."""


class Package:
    """The parts of a .docx or .odt file.

    Raises DamagedFile, LockedFile or TooLargeFile.
    """

    _OLE = b"\xd0\xcf\x11\xe0"
    """With a password Word puts the whole package into such a container; its old .doc files are one too."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            start = file.read(4)
        if start == self._OLE:
            encrypted = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
            raise LockedFile if encrypted else DamagedFile
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise DamagedFile from error

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """Names of the parts, in order."""
        return sorted(self._zip.namelist())

    def xml(self, name: str) -> ElementTree.Element:
        """The root of a part."""
        try:
            if self._zip.getinfo(name).file_size > LARGEST_PART:
                raise TooLargeFile
            return ElementTree.fromstring(self._zip.read(name).replace(_STRICT, _TRANSITIONAL))
        except BROKEN as error:
            raise DamagedFile from error
        except RuntimeError as error:  # zipfile's way of asking for a password
            raise LockedFile from error
