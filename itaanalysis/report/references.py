"""Sentences that point at a figure or table: what they call it becomes its number, known once all stand in order."""

from __future__ import annotations

import html
import re

_CAPTION = re.compile(
    r'<(?P<tag>figure|table)\b[^>]*\bid="(?P<id>[^"]+)".*?<(?:fig)?caption[^>]*>(?P<text>.*?)<', re.DOTALL
)
_LABEL = re.compile(r"\s*(?:ตารางที่|ภาพที่|Table|Figure)\s+[0-9๐-๙]+")
_LINK = re.compile(r'<a href="#(?P<id>(?:figure|table)-[^"]+)"[^>]*>(?P<text>.*?)</a>', re.DOTALL)


def with_references(body: str) -> str:
    """`body` with every link to a figure or table reading as its label; a link to one that is not there as plain text.

    >>> with_references('<a href="#table-1">ตาราง</a><table id="table-1"><caption>ตารางที่ ๑ สมมติ</caption></table>')
    '<a href="#table-1">ตารางที่ ๑</a><table id="table-1"><caption>ตารางที่ ๑ สมมติ</caption></table>'
    """
    labels = {
        found["id"]: label[0].strip() for found in _CAPTION.finditer(body) if (label := _LABEL.match(found["text"]))
    }

    def named(found: re.Match[str]) -> str:
        label = labels.get(html.unescape(found["id"]))
        return f'<a href="#{found["id"]}">{label}</a>' if label else found["text"]

    return _LINK.sub(named, body)
