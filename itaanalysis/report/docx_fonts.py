"""The fonts of the Word file: TH Sarabun by name where the office has it, Sarabun inside the file for all others."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from itaanalysis.report.fonts import FAMILY, STYLES, font_bytes, font_key, scrambled

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPE = (
    '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
)


OFFICE_FONTS = ("TH Sarabun New", "TH SarabunPSK", "TH SarabunIT๙")
"""The fonts of Thai official letters, the one preferred first."""


@functools.cache
def installed_families() -> Sequence[str]:
    """The font families of this computer."""
    import typst

    families: list[str] = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    return families


def office_font() -> str:
    """The font the Word file names: that of official letters where this computer has it, else Sarabun."""
    return next((font for font in OFFICE_FONTS if font in installed_families()), FAMILY)


def naming(font: str) -> dict[str, Callable[[str], str]]:
    """For each part of a Word file that names fonts, what makes it name `font`, with Sarabun to stand in for it."""
    if font == FAMILY:
        return {}
    entry = f'<w:font w:name="{font}"><w:altName w:val="{FAMILY}"/><w:charset w:val="DE"/></w:font>'
    return {
        "word/styles.xml": lambda xml: xml.replace(f'"{FAMILY}"', f'"{font}"'),
        "word/fontTable.xml": lambda xml: _after_first(xml, "<w:fonts", entry),
    }


def embedding() -> dict[str, Callable[[str], str]]:
    """For each part of a Word file that has to name the fonts, what to do with its XML."""
    return {
        "[Content_Types].xml": _name_content_type,
        "word/settings.xml": lambda xml: xml.replace("<w:embedSystemFonts />", "<w:embedTrueTypeFonts />", 1),
        "word/fontTable.xml": _name_files,
    }


def embedded_files() -> dict[str, bytes]:
    """The parts to add: the font files and the list that tells which is which."""
    links = "".join(
        f'<Relationship Id="font{style}" Type="{_RELATION}/font" Target="fonts/{style}.odttf"/>' for style in STYLES
    )
    listing = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )
    files = {f"word/fonts/{style}.odttf": scrambled(font_bytes(style), font_key(style)) for style in STYLES}
    return {"word/_rels/fontTable.xml.rels": listing.encode(), **files}


def _name_content_type(xml: str) -> str:
    """The content type of fonts, told once: newer versions of pandoc tell it, and told twice Word opens no file."""
    return xml if 'Extension="odttf"' in xml else _after_first(xml, "<Types", _CONTENT_TYPE)


def _name_files(xml: str) -> str:
    """The entry of Sarabun in the table of fonts, pointing at its files."""
    start = xml.index(f'w:name="{FAMILY}"')
    end = xml.index("</w:font>", start)
    entries = "".join(
        f'<w:embed{style} xmlns:r="{_RELATION}" r:id="font{style}" w:fontKey="{font_key(style)}"/>' for style in STYLES
    )
    return xml[:end] + entries + xml[end:]


def _after_first(xml: str, tag: str, added: str) -> str:
    end = xml.index(">", xml.index(tag)) + 1
    return xml[:end] + added + xml[end:]
