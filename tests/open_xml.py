"""What Word and Excel refuse to open or quietly mend, looked for in every part of an Office file.

Packages and relationships: ECMA-376 Part 2. Elements: Part 1, 17 (WordprocessingML), 18 (SpreadsheetML), 20 (pictures).
"""

from __future__ import annotations

import io
import posixpath
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

_TABLE = Path(__file__).with_name("open_xml_order.toml")
ORDER = {name: children.split() for name, children in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items()}

_NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
_TYPES = "[Content_Types].xml"


def faults(package: bytes) -> list[str]:
    """One line for each fault of an Office file; none for a sound one."""
    opened = _Package(package)
    return [*opened.doubled(), *opened.untyped(), *opened.unrelated(), *opened.out_of_order(), *opened.unresolved()]


def _named(tag: str) -> str:
    """`{address}p` as `w:p`."""
    address, _, name = tag.rpartition("}")
    return f"{_NAMES.get(address[1:], '?')}:{name}" if address else name


def _twice(what: str, values: Iterable[str | None]) -> list[str]:
    return [f"{what} {value} is there {count} times" for value, count in Counter(values).items() if count > 1]


class _Package:
    def __init__(self, package: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(package)) as zipped:
            self.listed = zipped.namelist()
            self.parts = {name: zipped.read(name) for name in self.listed}

    @cached_property
    def trees(self) -> dict[str, Element]:
        """Every XML part, well-formed or it would not be here."""
        return {name: fromstring(data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))}

    def each(self, *names: str) -> Iterator[tuple[str, Element]]:
        """Elements of these names with the part they stand in."""
        for part, tree in self.trees.items():
            for element in tree.iter():
                if _named(element.tag) in names:
                    yield part, element

    def told(self, *names: str) -> list[str]:
        """The values of the attributes named w:val, w:name or such of these elements."""
        return [value for _, element in self.each(*names) if (value := _attribute(element, "val", "name", "numId"))]

    def doubled(self) -> Iterator[str]:
        """Parts, content types, and whatever has to have a name or a number of its own."""
        yield from _twice("part", self.listed)
        types = self.trees[_TYPES]
        yield from _twice("content type of", (told.get("Extension") or told.get("PartName") for told in types))
        for part, tree in self.trees.items():
            if part.endswith(".rels"):
                yield from _twice(f"{part}: relationship", (link.get("Id") for link in tree))
        for name, attribute in (("w:bookmarkStart", "id"), ("w:bookmarkStart", "name"), ("wp:docPr", "id")):
            yield from _twice(f"{name} {attribute}", (_attribute(element, attribute) for _, element in self.each(name)))
        for name in ("w:style", "x:tableColumn"):
            yield from _twice(name, (f"{_attribute(e, 'styleId', 'name')} of {part}" for part, e in self.each(name)))

    def untyped(self) -> Iterator[str]:
        """Parts without a content type, content types without a part."""
        named = {told.get("PartName", "").lstrip("/") for told in self.trees[_TYPES]} - {""}
        endings = {told.get("Extension") for told in self.trees[_TYPES]}
        yield from (f"{part} has no content type" for part in self.parts if not part.endswith(_TYPES)
                    if part not in named and part.rpartition(".")[2] not in endings)  # fmt: skip
        yield from (f"a content type is told of {part}, which is not there" for part in named - set(self.parts))

    def unrelated(self) -> Iterator[str]:
        """Parts nothing leads to, and relationships that lead nowhere."""
        reached = {target for part in ("", *self.parts) for target in self._links(part).values() if target}
        yield from (f"{part} is not there, but a relationship leads to it" for part in reached - set(self.parts))
        own = {part for part in self.parts if not part.endswith((_TYPES, ".rels"))}
        yield from (f"nothing leads to {part}" for part in own - reached)

    def unresolved(self) -> Iterator[str]:
        """What is pointed at and not there: relationships, bookmarks, styles, lists; pictures without a description."""
        for part, tree in self.trees.items():
            for element in tree.iter():
                for name, value in element.attrib.items():
                    if _named(name).startswith("r:") and value not in self._links(part):
                        yield f"{part}: {_named(element.tag)} points at {value}, which no relationship is called"
        bookmarks = set(self.told("w:bookmarkStart"))
        for part, link in self.each("w:hyperlink"):
            if (anchor := _attribute(link, "anchor")) and anchor not in bookmarks:
                yield f"{part}: a link leads to the bookmark {anchor}, which is not there"
        begun, ended = ({_attribute(e, "id") for _, e in self.each(f"w:bookmark{end}")} for end in ("Start", "End"))
        yield from (f"bookmark {number} is not both begun and ended" for number in begun ^ ended)
        styles = {_attribute(element, "styleId") for _, element in self.each("w:style")}
        used = {*self.told("w:pStyle", "w:rStyle", "w:tblStyle")}
        yield from (f"style {name} is not there" for name in used - styles)
        yield from (f"list {number} is not there" for number in {*self.told("w:numId")} - {*self.told("w:num"), "0"})
        for part, picture in self.each("wp:docPr"):
            if not picture.get("descr"):
                yield f"{part}: the picture {picture.get('id')} has no description"

    def out_of_order(self) -> Iterator[str]:
        """Children that stand before those that go first, or that do not belong there at all."""
        for part, element in self.each(*ORDER):
            order = ORDER[_named(element.tag)]
            space = _named(element.tag).partition(":")[0]  # children of any other are extensions
            found = [name for child in element for its, _, name in [_named(child.tag).partition(":")] if its == space]
            yield from (f"{part}: {_named(element.tag)} holds {child}" for child in found if child not in order)
            places = [order.index(child) for child in found if child in order]
            if places != sorted(places):
                yield f"{part}: {_named(element.tag)} holds {' '.join(found)}, which is not the order of the standard"
        for part, cell in self.each("w:tc"):
            if not len(cell) or _named(cell[-1].tag) != "w:p":
                yield f"{part}: a cell of a table does not end in a paragraph"

    def _links(self, part: str) -> dict[str, str | None]:
        """The relationships of a part: what each leads to, None for something outside the file."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if tree is None:
            return {}
        return {
            link.attrib["Id"]: None
            if link.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join("/", folder, link.attrib["Target"])).lstrip("/")
            for link in tree
        }


def _attribute(element: Element, *names: str) -> str | None:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] in names), None)
