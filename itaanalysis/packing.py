"""Office files (zip archives of XML) packed so that the same content is the same bytes: no clock in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date a zip file can hold: says nothing about when it was made."""

_DATES = re.compile(r"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def repacked(
    package: bytes,
    finish: Mapping[str, Callable[[str], str]] | None = None,
    added: Mapping[str, bytes] | None = None,
) -> bytes:
    """`package` without dates; `finish` changes the XML of the parts it names, `added` are parts to put at the end."""
    steps = {**(finish or {}), "docProps/core.xml": lambda xml: _DATES.sub("", xml)}
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        parts = {name: source.read(name) for name in source.namelist()}
        for name, data in {**parts, **(added or {})}.items():
            if name in steps:
                data = steps[name](data.decode()).encode()
            packing = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED  # PNG is packed already
            target.writestr(zipfile.ZipInfo(name, EARLIEST), data, packing)
    return packed.getvalue()
