"""Markdown as its own lines: the signs that mark it up go, the words and the line they stand on stay."""

from __future__ import annotations

import re

_RULE_OF_TABLE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_ROW_OF_TABLE = re.compile(r"^\s*\|(.*?)\|?\s*$")
_PART_OF_ROW = re.compile(r"(?<!\\)\|")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()\s]|\([^)]*\))*(?:\s+\"[^\"]*\")?\)")
_DATA = re.compile(r"^\s*\[[^\]]+\]:\s*(?:<?data:|https?:).*$")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1")
_STRESSED = re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#+\s*$")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain_lines(text: str) -> str:
    """`text` with as many lines as before: table rows parted by tabs, links as their words, emphasis and pictures gone.

    >>> plain_lines("| หน่วยงาน | คะแนน |\\n|---|---:|\\n| **สป.** | ๙๒.๘๐ |")
    'หน่วยงาน\\tคะแนน\\n\\nสป.\\t๙๒.๘๐'
    """
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return "\n".join(map(_plain, text.split("\n")))


def _plain(line: str) -> str:
    if _DATA.match(line) or ("|" in line and _RULE_OF_TABLE.match(line)):
        return ""
    line = _HEADING.sub("", _QUOTE.sub("", line))
    row = _ROW_OF_TABLE.match(line)
    if row:
        return "\t".join(_words(cell).strip() for cell in _PART_OF_ROW.split(row[1]))
    return _words(line)


def _words(text: str) -> str:
    text = _TAG.sub("", _LINK.sub(r"\1", _PICTURE.sub("", text)))
    return _ESCAPED.sub(r"\1", _STRESSED.sub(r"\1", _STRONG.sub(r"\2", text)))
